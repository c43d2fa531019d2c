"""What a document is, told from papers that nobody trained on: written here by hand, in no template's shape."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.understanding.classify import LABELS, classify
from app.analysis.understanding.classify_features import feature_names, features
from app.documents import Document, Source


def document(text: str, format_name: str = "text") -> Document:
    return Document(Source("", "0", 0, "text/plain", format_name), text)


ENGLISH = {
    "invoice": """\
        Penrose Tree Surgery
        The Yard, Mill Lane, Totnes
        To: Dartmoor Holiday Park

        Felling of two ash trees and removal of stumps, 4 and 5 September      £1,150.00
        Hire of chipper, one day                                               £   95.00
        VAT at 20%                                                             £  249.00
        Amount due                                                             £1,494.00

        Our invoice 0417. Kindly settle within 30 days: sort code 20-11-33, account 5550 1234.
        """,
    "receipt": """\
        THE CORNER CAFE
        14/08/23 11:42 TABLE 6
        2 FLAT WHITE 7.20
        1 CHEESE TOASTIE 6.50
        1 ORANGE JUICE 3.10
        TOTAL 16.80
        CASH 20.00
        CHANGE 3.20
        HAVE A NICE DAY - SEE YOU SOON
        """,
    "cv": """\
        Leila Haddad
        Structural engineer | Manchester | leila@haddad.example

        WHERE I HAVE WORKED
        Arden & Pike, Manchester, 2017 to present. Senior engineer: bridges and car parks, team of four.
        Municipal Works, Beirut, 2013-2017. Graduate engineer.

        EDUCATION
        MSc Civil Engineering, University of Leeds, 2013

        SKILLS
        AutoCAD, Tekla, site supervision. Fluent Arabic and French.
        """,
    "letter": """\
        22 Elm Road
        Hove

        3 February

        Dear Mr Abbott,

        Your dog has again been barking through the night, and I have now kept a diary of it for three weeks, which I
        enclose. I would much rather settle this between neighbours than go to the council. Would you be willing to
        meet me on Saturday to talk about what can be done?

        Yours sincerely,
        Margaret Oyelaran
        """,
    "email": """\
        Jo, quick one - did the printers ever send back the proof for the menu? I'm at my sister's until Wednesday so
        can you chase them for me? If it's fine just tell them to go ahead. Thanks loads, Ben
        """,
    "meeting_minutes": """\
        Parish hall committee, Thursday 6 June
        Here: Ann, Bill, Desmond (chair), Ruth. Apologies from Sita.

        Roof. Bill has had two quotations. It was agreed to take the cheaper one. ACTION: Bill.
        Summer fete. Ruth reported that nine stalls are booked.
        Bookings clerk. Nobody has come forward; to be discussed again at the next meeting.
        Desmond closed the meeting at 9.15. Next meeting 4 July.
        """,
    "medical_report": """\
        RE: Harold Finch, 71. Seen in the cardiology outpatient clinic.
        He reports less breathlessness on exertion since bisoprolol was raised to 5 mg. No chest pain, no ankle oedema.
        On examination pulse 62 regular, blood pressure 128/74 mmHg, chest clear. ECG: sinus rhythm.
        Diagnosis: stable heart failure. Plan: continue current medication, repeat echo in six months.
        """,
    "court_decision": """\
        The appellant was convicted of burglary after a trial before a jury and now appeals against conviction. Counsel
        submits that the judge ought to have excluded the evidence of identification. We do not agree. The judge gave
        the jury a full direction and there was ample other evidence. The verdict is safe. The appeal is dismissed.
        """,
    "news": """\
        Ferry stranded off Mull overnight

        More than 80 passengers spent the night aboard a ferry after its engine failed off the coast of Mull on Sunday,
        the operator said. "We had blankets and tea, but it was a long night," said one passenger, who was travelling
        with two children. Coastguard officials said nobody was injured. An investigation has been opened.
        """,
    "manual": """\
        Your new kettle
        Before first use, fill the kettle to the MAX mark, boil and pour the water away. Repeat twice.
        Do not immerse the base in water. Never fill the kettle through the spout.
        To descale: pour in 200 ml of white vinegar, switch on, let it stand for an hour and rinse.
        If the kettle switches off too early, check that the lid is closed.
        """,
    "policy": """\
        What we do with your data
        When you sign up we ask for your name and email address. We use them to run your account and nothing else. We do
        not sell personal data to anybody. You may ask us at any time to show you what we hold or to delete it. If we
        change this policy we will tell you before the change takes effect.
        """,
    "scientific_paper": """\
        Urban hedgehogs are in decline, yet how far they travel in gardens is poorly known. We fitted 34 animals with
        GPS tags and followed them for two seasons. Mean nightly distance was 1.1 km (95% CI 0.9-1.3) and was
        significantly shorter where fences had no gaps (p = 0.003). These results suggest that access between gardens
        matters more than food. We discuss implications for conservation.
        """,
    "contract": """\
        THIS DEED is made between Orla Byrne ("the Owner") and Stablemates Ltd ("the Yard").
        1. The Yard shall keep the Owner's horse at livery and shall provide hay and bedding.
        2. The Owner shall pay £420 a month in advance.
        3. Either party may end this agreement by giving four weeks' written notice.
        4. The Yard shall not be liable for injury to the horse unless caused by its negligence.
        5. This agreement is governed by the law of Northern Ireland.
        """,
    "payslip": """\
        Brightside Nurseries          Tax wk 22
        O. Danso   NI no. QQ 12 34 56 C   tax code 1257L
        Basic pay 37.5 hrs     498.75
        Overtime 4 hrs          79.80
        PAYE tax                47.20
        National Insurance      26.80
        Pension                 24.10
        NET PAY                480.45
        """,
}

OTHER_LANGUAGES = [
    ("invoice", "Malerbetrieb Krause\nAn Familie Yilmaz\nRechnung vom 3.5.2024\nStreichen von zwei Zimmern, 18 Std. à 46,00 EUR  828,00\n"
                "Farbe und Material 141,50\nzzgl. 19 % MwSt. 184,21\nRechnungsbetrag 1.153,71 EUR\nBitte binnen 10 Tagen überweisen."),
    ("court_decision", "Der Kläger verlangt von der Beklagten Ersatz für einen Wasserschaden. Das Amtsgericht hat die Klage abgewiesen. "
                       "Die Berufung ist unbegründet. Ein Anspruch aus § 823 Abs. 1 BGB besteht nicht, denn die Beklagte trifft kein Verschulden."),
    ("email", "Hi Katrin, ich komme morgen etwas später, der Zug fällt aus. Kannst du schon mal ohne mich anfangen? Danke dir! LG Tobi"),
    ("letter", "Madame, Monsieur,\n\nJe me permets de vous écrire au sujet du lampadaire situé devant mon domicile, éclairé nuit et jour. "
               "Je vous serais reconnaissante de bien vouloir faire le nécessaire.\n\nVeuillez agréer, Madame, Monsieur, mes salutations distinguées.\n\nOdile Perrin"),
    ("contract", "Entre les soussignés Mme Blanc, ci-après la bailleresse, et M. Tran, ci-après le locataire, il a été convenu ce qui suit.\n"
                 "Article 1. La bailleresse donne en location un garage.\nArticle 2. Le loyer est de 80 euros.\nArticle 3. Chaque partie peut "
                 "résilier le contrat moyennant un préavis d'un mois."),
    ("medical_report", "Mujer de 45 años que ingresa por fiebre y dolor lumbar. Antecedentes: sin alergias conocidas. Exploración: puñopercusión "
                       "positiva. Analítica con leucocitosis. Diagnóstico: pielonefritis aguda. Tratamiento: ceftriaxona 1 g cada 24 horas."),
    ("news", "Un incendio destruyó el jueves una nave industrial a las afueras de Burgos, informó la policía local. «Se veía el humo desde "
             "lejos», dijo una vecina. El alcalde anunció que se abrirá una investigación."),
]  # fmt: skip


EVERYDAY = [
    ("contract", "Umowa o dzieło\n"
        "Zamawiający: Studio Kadr s.c., Poznań\n"
        "Wykonawca: Marta Lis\n"
        "1. Wykonawca zobowiązuje się wykonać projekt plakatu do 15 maja 2024 r.\n"
        "2. Za wykonanie dzieła Zamawiający zapłaci 1200 zł brutto.\n"
        "3. Prawa autorskie przechodzą na Zamawiającego z chwilą zapłaty.\n"
        "Podpisy:"),
    ("payslip", "Bäckerei Hansen GmbH - Abrechnung der Brutto/Netto-Bezüge für März 2024\n"
        "Pers.-Nr. 00123   Eintritt 01.02.2019   StKl 1   Kinderfrb. 0,0   Konf rk\n"
        "Herr Sven Albers, Deichstr. 4, 26721 Emden\n"
        "Grundlohn                160,00 Std x 15,40     2.464,00\n"
        "Nachtzuschlag steuerfrei                          142,00\n"
        "Gesamtbrutto                                    2.606,00\n"
        "Lohnsteuer 231,08  Kirchensteuer 20,79  SolZ 0,00\n"
        "KV 199,58  RV 229,15  AV 32,03  PV 53,59\n"
        "Nettoverdienst                                  1.839,78\n"
        "Auszahlungsbetrag                               1.839,78"),
    ("bank_statement", "CRÉDIT RURAL DE L'OUEST\n"
        "Votre relevé de compte n° 3 - du 01/03/2024 au 31/03/2024\n"
        "Compte chèques 00012345678  M. Rémi Chauvet\n"
        "Date    Libellé                              Débit     Crédit\n"
        "01/03   ANCIEN SOLDE                                   1 245,10\n"
        "04/03   VIR SEPA SALAIRE MARS SARL BOIS                1 980,00\n"
        "06/03   CB SUPER U 05/03                      84,32\n"
        "10/03   PRLV EDF                              67,90\n"
        "15/03   RETRAIT DAB NANTES                    60,00\n"
        "31/03   NOUVEAU SOLDE                                  3 012,88"),
    ("invoice", "Falegnameria Conti di Luca Conti\n"
        "Via dei Mille 8, 10123 Torino - P.IVA 01234567890\n"
        "\n"
        "Spett.le\n"
        "Studio Legale Marini\n"
        "Fattura n. 27/2024 del 12/04/2024\n"
        "\n"
        "Q.tà  Descrizione                 Prezzo    Importo\n"
        "2     Libreria in rovere su misura 640,00   1.280,00\n"
        "1     Trasporto e montaggio        150,00     150,00\n"
        "Imponibile 1.430,00\n"
        "IVA 22% 314,60\n"
        "Totale fattura EUR 1.744,60\n"
        "Pagamento: bonifico a 30 gg"),
    ("meeting_minutes", "Comunidad de propietarios Calle Olmo 12\n"
        "Acta de la junta ordinaria celebrada el 14 de febrero de 2024\n"
        "\n"
        "Asisten: Sra. Prieto (presidenta), Sr. Gil, Sra. Ramos y el administrador.\n"
        "1. Se aprueban las cuentas de 2023 por unanimidad.\n"
        "2. Ascensor: se acuerda pedir tres presupuestos. Se encarga el Sr. Gil.\n"
        "3. Ruegos y preguntas: la Sra. Ramos pide arreglar el portal.\n"
        "Se levanta la sesión a las 20:45."),
    ("letter", "Gemeente Haarlem\n"
        "Afdeling Groen\n"
        "\n"
        "Haarlem, 8 mei 2024\n"
        "\n"
        "Betreft: kapvergunning boom voortuin\n"
        "\n"
        "Geachte heer Kuipers,\n"
        "\n"
        "Naar aanleiding van uw aanvraag van 2 april laten wij u weten dat voor het kappen van de berk "
        "geen vergunning nodig is. U dient wel de buren vooraf te informeren.\n"
        "\n"
        "Hoogachtend,\n"
        "M. de Wit"),
    ("news", "Incêndio obriga a retirar 40 moradores em Setúbal\n"
        "\n"
        "Um incêndio num prédio de seis andares obrigou esta madrugada à retirada de cerca de 40 "
        "pessoas em Setúbal, disse à Lusa fonte dos bombeiros. Três pessoas foram assistidas por "
        "inalação de fumo. \"Ouvi gritos e saí como estava\", contou Teresa Lopes, que vive no quarto "
        "andar. A PJ está a investigar as causas."),
    ("medical_report", "Azienda Ospedaliera San Paolo - U.O. Ortopedia\n"
        "Lettera di dimissione\n"
        "Sig.ra Rosa Ferraro, nata il 02/09/1951, ricoverata dal 3 al 9 maggio per frattura del femore "
        "destro.\n"
        "Intervento: osteosintesi con chiodo il 4/5. Decorso regolare. Terapia: enoxaparina 4000 UI/die "
        "per 30 giorni, paracetamolo 1 g al bisogno. Controllo radiografico fra 30 giorni."),
    ("identity_document", "ESPAÑA\n"
        "DOCUMENTO NACIONAL DE IDENTIDAD\n"
        "APELLIDOS\n"
        "MOLINA CANO\n"
        "NOMBRE\n"
        "ELENA\n"
        "SEXO F  NACIONALIDAD ESP  FECHA DE NACIMIENTO 04 11 1987\n"
        "VALIDEZ 12 06 2031\n"
        "DNI 12345678Z"),
    ("form", "WNIOSEK O WYDANIE KARTY PARKINGOWEJ\n"
        "Imię i nazwisko: ____________________\n"
        "PESEL: ____________\n"
        "Adres: ____________________\n"
        "Rodzaj pojazdu: [ ] osobowy  [ ] ciężarowy\n"
        "Oświadczam, że podane dane są prawdziwe.\n"
        "Data i podpis: ______________"),
    ("email", "Oui c'est bon pour moi.\n"
        "\n"
        "Envoyé de mon iPhone\n"
        "\n"
        "Le 12 avr. 2024 à 09:41, Claire Morel <claire@atelier.example> a écrit :\n"
        "> Bonjour Paul,\n"
        "> Est-ce que tu valides la maquette avant midi ? L'imprimeur attend.\n"
        "> Claire"),
    ("news", "UTRECHT - De gemeente Utrecht stopt met de proef met gratis openbaar vervoer voor ouderen. "
        "Volgens wethouder Van Dam zijn de kosten hoger uitgevallen dan verwacht. De ouderenbond "
        "spreekt van een gemiste kans. De raad debatteert er donderdag over."),
    ("news", "Pociąg relacji Gdynia–Kraków utknął w sobotę w nocy pod Tczewem po awarii lokomotywy. Podróżni "
        "czekali na pomoc ponad cztery godziny. Rzeczniczka przewoźnika przeprosiła pasażerów i "
        "zapowiedziała zwrot kosztów biletów. Przyczyny awarii bada specjalna komisja."),
    ("policy", "Charte informatique du lycée\n"
        "Chaque élève reçoit un identifiant personnel qu'il ne doit communiquer à personne. L'accès à "
        "des sites violents ou illégaux est interdit. Les téléchargements sont soumis à l'accord d'un "
        "professeur. En cas de non-respect, l'accès peut être suspendu."),
    ("court_decision", "Par jugement du 12 mai 2022, le tribunal judiciaire de Quimper a débouté Mme L. de ses "
        "demandes. Elle a relevé appel. Considérant que l'expert n'a constaté aucun désordre, il "
        "convient de confirmer le jugement et de condamner l'appelante aux dépens."),
    ("tax_form", "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES\n"
        "Avis d'impôt établi en 2023 sur les revenus de 2022\n"
        "Revenu fiscal de référence 28 412   Nombre de parts 2\n"
        "Impôt sur le revenu net 644   Montant à payer 0\n"
        "Numéro fiscal 30 12 345 678 901"),
    ("email", "Bom dia Rita,\n"
        "Segue em anexo a proposta corrigida. Podes ver se os prazos estão bem? Preciso de resposta até "
        "quinta.\n"
        "Obrigado,\n"
        "Nuno"),
    ("payslip", "EMPRESA: Talleres Navia SL   TRABAJADOR: Diego Pousa   Grupo cot. 8\n"
        "Periodo: del 1 al 31 de mayo de 2024\n"
        "Salario base 1.180,00  Plus convenio 145,00  Prorrata pagas 220,83\n"
        "Total devengado 1.545,83\n"
        "Contingencias comunes 72,65  Desempleo 23,96  IRPF 10% 154,58\n"
        "Líquido a percibir 1.294,64"),
]  # fmt: skip


@pytest.mark.parametrize("label", ENGLISH)
def test_papers_like_nothing_that_was_trained_on_get_their_class(label: str) -> None:
    found = classify(
        document("\n".join(line.removeprefix("        ") for line in ENGLISH[label].splitlines()))
    )
    assert found.label == label, found


@pytest.mark.parametrize(("label", "text"), OTHER_LANGUAGES)
def test_german_french_and_spanish_papers_get_their_class(label: str, text: str) -> None:
    found = classify(document(text))
    assert found.label == label, found


@pytest.mark.parametrize(("label", "text"), EVERYDAY)
def test_everyday_papers_of_other_countries_get_their_class(label: str, text: str) -> None:
    found = classify(document(text))
    assert found.label == label, found


@pytest.mark.parametrize(
    "text",
    [
        "", " \n\t", "invoice", "7", "lorem ipsum dolor sit amet consectetur " * 12, "asdf qwer zxcv uiop " * 15,
        "\ufffd\ufffd " * 300, "l1| ;:~ rn_ ii! .,.. 0O0 |||  vv \\/ ," * 20,
        "She climbed the stairs of the lighthouse. The lamp was cold. Below, the sea moved like a sleeping animal.",
    ],
)  # fmt: skip
def test_nonsense_and_stories_are_unknown(text: str) -> None:
    assert classify(document(text)).label == "unknown"


@pytest.mark.parametrize(
    ("format_name", "label"), [("eml", "email"), ("pptx", "presentation"), ("csv", "spreadsheet")]
)
def test_the_files_form_speaks_too(format_name: str, label: str) -> None:
    text = "Harvest plan\nNorth field barley\nSouth field beans\nMill pond rest\nOrchard apples and pears"
    assert classify(document(text, format_name)).label == label


@given(st.text(max_size=600))
@settings(max_examples=60, deadline=None)
def test_any_text_has_finite_features_and_a_known_class(text: str) -> None:
    vector = features(text)
    assert vector.shape == (len(feature_names()),)
    assert all(value == value and abs(value) < 100 for value in vector.tolist())
    found = classify(document(text))
    assert found.label in (*LABELS, "unknown")
    assert 0.0 <= found.score <= 1.0


def test_a_long_document_takes_no_longer_than_a_page() -> None:
    text = "The parties agree that the price is 10.00 EUR on 01.02.2024.\n" * 40_000
    classify(document(text))
    begun = time.perf_counter()
    classify(document(text))
    assert time.perf_counter() - begun < 0.5
