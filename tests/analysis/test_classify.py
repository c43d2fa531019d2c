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
