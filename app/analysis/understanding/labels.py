"""Which fields a class has, and the words that announce them in eight languages."""

from __future__ import annotations

LABELS: dict[str, tuple[str, ...]] = {
    "number": (r"(?:tax )?invoice (?:no|number|nr|#|id)\.?", r"receipt (?:no|number|#)\.?", "document no", "bill no",
               r"rechnungs(?:nummer|-?nr\.?)", r"(?:facture|numéro de facture) ?n?°?", r"(?:n\.?º|número) (?:de )?factura",
               r"fattura n\.?", "numero fattura", "factuurnummer", r"faktura (?:vat )?nr", "nr faktury",
               r"fatura n\.?º", "reference(?: no| number)?", "policy number", "claim number", "case no"),
    "date": ("invoice date", "date of issue", "issue date", "receipt date", "bill date", "date", "datum",
             "rechnungsdatum", "date de facture", "date de facturation", "fecha(?: de emisión| de factura)?",
             "data(?: fattura| di emissione| de emissão| wystawienia)?", "factuurdatum"),
    "due_date": ("due date", "payment due", "due by", "pay by", "fällig(?: am)?", "zahlbar bis", "fälligkeitsdatum",
                 "échéance", "date d.échéance", "(?:fecha de )?vencimiento", "scadenza", "data de vencimento",
                 "vervaldatum", "termin płatności"),
    "customer": ("bill(?:ed)? to", "customer", "client", "sold to", "kunde", "rechnung an", "rechnungsempfänger",
                 "facturé à", "cliente", "klant", "nabywca"),
    "net": ("net(?: amount| total)?", "sub ?total", "total excl\\.? (?:vat|tax|gst)", "netto(?:betrag)?",
            "zwischensumme", "nettosumme", "total ht", "montant ht", "base imponible", "imponibile", "subtotaal",
            "wartość netto", "total líquido"),
    "tax": (r"(?:plus )?(?:vat|gst|sst|sales tax|tax)(?! ?(?:reg|id\b|no\b|nr\b|num|payer|ident|office|point|date|code))(?: amount)?(?: \(?\d{1,2}(?:[.,]\d)? ?%\)?)?(?: \w{1,10})?",
            r"(?:zzgl\. )?(?:\d{1,2} ?% )?(?:mwst|ust|umsatzsteuer|mehrwertsteuer)\.?(?: \(?\d{1,2} ?%\)?)?",
            r"tva(?: \(?\d{1,2}(?:[.,]\d)? ?%\)?)?", r"(?<!p\.)(?<!p\. )(?<!partita )iva(?: \(?\d{1,2} ?%\)?)?", r"btw(?: \(?\d{1,2} ?%\)?)?", "kwota vat"),
    "total": (r"(?:grand |invoice )?total(?: amount| due| payable| ttc| sales| \(?(?:rm|eur|usd|incl[^)]{0,20})\)?)*",
              "amount due", "balance due", "gesamtbetrag", "gesamtsumme", "rechnungsbetrag", "endbetrag", "summe",
              "zu zahlen", "montant (?:total|ttc)", "net à payer", "total a pagar", "importe total",
              "totale(?: da pagare| fattura)?", "totaal(?: te betalen)?", "do zapłaty", "razem"),
    "account": ("account (?:number|no)\\.?", "kontonummer", "numéro de compte", "número de cuenta", "numero conto",
                "rekeningnummer", "numer rachunku", "iban"),
    "account_holder": ("account (?:holder|name)", "kontoinhaber", "titulaire", "titular", "intestatario",
                       "rekeninghouder", "posiadacz"),
    "period": ("statement period", "pay period", "period", "zeitraum", "abrechnungs(?:monat|zeitraum)", "période",
               "periodo", "período", "periode", "okres"),
    "opening_balance": ("opening balance", "previous balance", "balance brought forward", "anfangssaldo",
                        "alter kontostand", "solde (?:initial|précédent)", "saldo (?:inicial|anterior|iniziale)",
                        "beginsaldo", "saldo początkowe"),
    "closing_balance": ("closing balance", "new balance", "ending balance", "endsaldo", "neuer kontostand",
                        "nouveau solde", "solde final", "saldo (?:final|finale)", "eindsaldo", "saldo końcowe"),
    "employee": ("employee(?: name)?", "arbeitnehmer(?:in)?", "mitarbeiter(?:in)?", "salarié", "empleado",
                 "trabajador", "dipendente", "werknemer", "pracownik"),
    "employer": ("employer", "company", "arbeitgeber(?:in)?", "employeur", "empresa", "datore di lavoro",
                 "werkgever", "pracodawca"),
    "gross_pay": ("gross pay", "total earnings", "gross(?: salary)?", "gesamtbrutto", "bruttolohn", "bruttogehalt",
                  "salaire brut", "total devengado", "brutoloon", "lordo", "brutto"),
    "net_pay": ("net pay", "take home pay", "nettolohn", "auszahlungsbetrag", "net à payer", "líquido (?:total )?a percibir",
                "netto in busta", "nettoloon", "do wypłaty", "netto"),
    "patient": ("patient(?:in)?(?: name)?", "name of patient", "paciente", "paziente", "patiënt", "pacjent", "nombre"),
    "date_of_birth": ("date of birth", "dob", "d\\.o\\.b\\.", "born", "geburtsdatum", "geb\\.?(?: am)?", "né(?:e)? le",
                      "date de naissance", "fecha de nacimiento", "data di nascita", "data de nascimento",
                      "geboortedatum", "data urodzenia"),
    "admission_date": ("admission date", "date of admission", "admitted(?: on)?", "aufnahme(?:datum)?", "date d.admission",
                       "fecha de ingreso", "data di ricovero", "opnamedatum", "data przyjęcia"),
    "discharge_date": ("discharge date", "date of discharge", "discharged(?: on)?", "entlassung(?:sdatum)?",
                       "date de sortie", "fecha de alta", "data di dimissione", "ontslagdatum", "data wypisu"),
    "diagnosis": ("(?:principal |primary |discharge |final )?diagnos[ie]s", "diagnosen?", "diagnostic(?: principal)?",
                  "diagnóstico(?: principal)?", "juicio clínico", "diagnosi", "rozpoznanie", "conclusion", "beurteilung"),
    "medication": ("(?:discharge |current )?medications?", "medikation", "entlassungsmedikation", "traitement",
                   "tratamiento", "terapia", "medicatie", "leki"),
    "effective_date": ("effective (?:date|as of)", "dated(?: as of)?", "(?:made|entered into)(?: and entered into)?(?: effective)? (?:as of|on|this)",
                       "commencement date", "start date", "beginnt am", "inkrafttreten", "vertragsbeginn", "fait le",
                       "prend effet le", "con efecto desde", "a decorrere dal", "ingangsdatum"),
    "term": ("term of (?:this )?agreement", "for a (?:term|period) of", "term", "laufzeit", "durée", "duración",
             "durata", "looptijd", "okres obowiązywania"),
    "governing_law": ("governed by(?: and construed in accordance with)?(?: the)? laws? of(?: the)?(?: state of)?",
                      "governing law", "es gilt (?:das )?recht", "anwendbares recht", "loi applicable",
                      "legislación aplicable", "legge applicabile"),
    "notice_period": ("notice period", "period of notice", "kündigungsfrist", "délai de préavis", "preavviso",
                      "plazo de preaviso", "opzegtermijn", "okres wypowiedzenia"),
    "salary": ("(?:annual |gross |monthly |base )*salary", "(?:monats|jahres)?(?:gehalt|vergütung)", "rémunération",
               "salario", "retribuzione", "salaris", "wynagrodzenie"),
    "name": ("name", "full name", "surname", "nombre", "nom", "nome", "naam", "imię i nazwisko", "vor- und nachname"),
    "subject": ("subject", "re", "betreff", "betr\\.", "objet", "asunto", "oggetto", "assunto", "betreft", "dotyczy"),
    "policy_number": ("policy (?:no|number)\\.?", "versicherungs(?:schein)?-?(?:nummer|nr\\.?)", "n° de police",
                      "número de póliza", "numero polizza", "polisnummer", "nr polisy"),
    "policy_holder": ("policy ?holder", "insured(?: person)?", "versicherungsnehmer(?:in)?", "assuré", "tomador",
                      "contraente", "verzekeringnemer", "ubezpieczający"),
    "premium": ("(?:annual |monthly )?premium", "(?:jahres|monats)?beitrag", "prime(?: annuelle)?", "prima", "premio",
                "premie", "składka"),
    "sum_insured": ("sum insured", "versicherungssumme", "capital assuré", "suma asegurada", "massimale", "verzekerd bedrag"),
    "document_number": ("(?:passport|document|card|licen[cs]e) (?:no|number)\\.?", "ausweis-?(?:nummer|nr\\.?)",
                        "pass-?nr\\.?", "n° du document", "número de documento", "numero documento"),
    "expiry_date": ("date of expiry", "expiry date", "expires", "valid until", "gültig bis", "date d.expiration",
                    "fecha de caducidad", "data di scadenza", "geldig tot", "data ważności"),
    "nationality": ("nationality", "staatsangehörigkeit", "nationalité", "nacionalidad", "cittadinanza",
                    "nationaliteit", "obywatelstwo"),
    "case_number": ("case (?:no|number)\\.?", "docket (?:no|number)\\.?", "aktenzeichen", "az\\.", "n° rg",
                    "recurso núm\\.", "rolnummer", "sygn\\. akt"),
    "next_meeting": ("next meeting", "nächste (?:sitzung|besprechung)", "prochaine réunion", "próxima reunión",
                     "prossima riunione", "volgende vergadering"),
    "tax_year": ("tax year", "for the year", "steuerjahr", "veranlagungszeitraum", "année", "ejercicio", "anno d.imposta"),
}  # fmt: skip

CLASS_FIELDS: dict[str, tuple[tuple[str, str], ...]] = {
    "invoice": (("number", "identifier"), ("date", "date"), ("due_date", "date"), ("customer", "text"),
                ("net", "amount"), ("tax", "amount"), ("total", "amount")),
    "receipt": (("number", "identifier"), ("date", "date"), ("net", "amount"), ("tax", "amount"), ("total", "amount")),
    "bank_statement": (("account_holder", "text"), ("account", "identifier"), ("period", "text"),
                       ("opening_balance", "amount"), ("closing_balance", "amount")),
    "payslip": (("employee", "text"), ("employer", "text"), ("period", "text"), ("gross_pay", "amount"),
                ("net_pay", "amount")),
    "contract": (("effective_date", "date"), ("governing_law", "text"), ("notice_period", "text"), ("salary", "amount")),
    "cv": (("name", "text"), ("date_of_birth", "date"), ("nationality", "text")),
    "medical_report": (("patient", "text"), ("date_of_birth", "date"), ("admission_date", "date"),
                       ("discharge_date", "date"), ("diagnosis", "text"), ("medication", "text")),
    "letter": (("date", "date"), ("subject", "text"), ("number", "identifier")),
    "email": (),
    "insurance": (("policy_number", "identifier"), ("policy_holder", "text"), ("premium", "amount"),
                  ("sum_insured", "amount")),
    "identity_document": (("name", "text"), ("document_number", "identifier"), ("date_of_birth", "date"),
                          ("expiry_date", "date"), ("nationality", "text")),
    "court_decision": (("case_number", "text"), ("date", "date")),
    "meeting_minutes": (("date", "date"), ("next_meeting", "text")),
    "tax_form": (("tax_year", "identifier"),),
    "form": (("name", "text"), ("date_of_birth", "date"), ("date", "date")),
}  # fmt: skip

STATES = frozenset(
    (
        "Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "Delaware", "Florida", "Georgia", "Hawaii",
        "Idaho", "Illinois", "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine", "Maryland", "Massachusetts", "Michigan",
        "Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska", "Nevada", "New Hampshire", "New Jersey", "New Mexico", "New York",
        "North Carolina", "North Dakota", "Ohio", "Oklahoma", "Oregon", "Pennsylvania", "Rhode Island", "South Carolina", "South Dakota",
        "Tennessee", "Texas", "Utah", "Vermont", "Virginia", "Washington", "West Virginia", "Wisconsin", "Wyoming", "District of Columbia",
        "Puerto Rico",
    )
)  # fmt: skip
"""The United States' own."""

COUNTRIES = frozenset(
    (
        "England and Wales", "England", "Scotland", "Northern Ireland", "Ireland", "Federal Republic of Germany", "Germany", "France",
        "Spain", "Italy", "Portugal", "Netherlands", "Belgium", "Luxembourg", "Austria", "Switzerland", "Poland", "Sweden", "Norway",
        "Denmark", "Finland", "Israel", "India", "Japan", "Singapore", "Hong Kong", "People's Republic of China", "PRC", "China", "Taiwan",
        "Republic of Korea", "Korea", "Malaysia", "Australia", "New South Wales", "New Zealand", "Canada", "Ontario", "British Columbia",
        "Alberta", "Quebec", "Mexico", "Brazil", "Argentina", "Bermuda", "Cayman Islands", "British Virgin Islands", "Jersey", "Russia",
        "South Africa", "United Kingdom", "United Arab Emirates", "Bundesrepublik Deutschland", "Deutschland", "Österreich", "Schweiz",
        "España", "Italia", "Nederland", "België", "Polska",
    )
)  # fmt: skip
"""Countries and parts of them with a law of their own."""

CONTRACT_TYPES: dict[str, str] = {
    "nda": r"non-? ?disclosure|confidentiality (?:\w+ ){0,4}agreement|geheimhaltungs\w+|vertraulichkeitsvereinbarung|accord de confidentialité|"
           r"acuerdo de confidencialidad|accordo di riservatezza|geheimhoudings\w+",
    "severance": r"severance|separation (?:and release )?agreement|general release|aufhebungsvertrag|abfindungs\w+|rupture conventionnelle",
    "employment": r"employment (?:agreement|contract)|contract of employment|offer of employment|arbeitsvertrag|anstellungsvertrag|"
                  r"contrat de travail|contrato (?:individual )?de trabajo|contratto di lavoro|arbeidsovereenkomst|umowa o pracę",
    "lease": r"\blease\b|rental agreement|tenancy|mietvertrag|pachtvertrag|contrat de (?:bail|location)|\bbail\b|contrato de arrendamiento|"
             r"contratto di locazione|huurovereenkomst|umowa najmu",
    "loan": r"(?:loan|credit|financing) agreement|promissory note|darlehensvertrag|kreditvertrag|contrat de prêt|contrato de préstamo|"
            r"contratto di (?:mutuo|prestito)|leningsovereenkomst|umowa pożyczki",
    "licence": r"licen[cs]e (?:\w+ ){0,3}agreement|licen[cs]ing agreement|lizenzvertrag|contrat de licence|contrato de licencia|"
               r"contratto di licenza|licentieovereenkomst",
    "terms": r"terms (?:of (?:use|service|sale)|and conditions)|allgemeine geschäftsbedingungen|nutzungsbedingungen|conditions générales|"
             r"términos y condiciones|condizioni generali|algemene voorwaarden",
    "service": r"(?:services?|consulting|maintenance|hosting|outsourcing|development) agreement|dienst(?:leistungs)?vertrag|beratervertrag|"
               r"contrat de (?:prestation|services)|contrato de (?:prestación de )?servicios",
    "purchase": r"(?:purchase|supply|sales?|distribution|distributor|reseller|manufacturing) agreement|kaufvertrag|contrat de vente|"
                r"contrato de compraventa|contratto di vendita|koopovereenkomst",
}  # fmt: skip
"""Kinds of contract by the words of their titles."""

CV_SECTIONS: dict[str, str] = {
    "experience": r"(?:work |professional |relevant |employment )*(?:experience|history|employment)|career(?: history)?|berufserfahrung|"
                  r"(?:beruflicher )?werdegang|berufspraxis|expériences?(?: professionnelles?)?|experiencia(?: laboral| profesional)?|"
                  r"esperienz[ae](?: (?:lavorativ[ae]|professional[ei]))?|experiência(?: profissional)?|werkervaring|doświadczenie(?: zawodowe)?",
    "education": r"education(?: and training)?|academic background|qualifications|(?:schul|aus)?bildung|ausbildung|studium|formations?|formación"
                 r"(?: académica)?|istruzione(?: e formazione)?|formazione|formação(?: acadêmica)?|opleiding(?:en)?|wykształcenie",
    "skills": r"(?:key |technical |core |professional |it )*(?:skills|competenc(?:i)?es)|(?:edv-?)?kenntnisse|fähigkeiten|compétences|habilidades|"
              r"competencias|competenze|competências|vaardigheden|umiejętności",
    "languages": r"languages?(?: skills)?|sprach(?:en|kenntnisse)|langues|idiomas|lingue|talen|języki(?: obce)?",
    "other": r"(?:personal )?(?:interests|hobbies|references|profile|summary|objective|about(?: me)?|certifications?|certificates|publications|"
             r"awards|projects|volunteering|contact)|interessen|referenzen|profil|persönliche daten|centres d.intérêt|loisirs|intereses|"
             r"referencias|interessi|hobby.?s|zainteresowania",
}  # fmt: skip
"""Headings of a CV."""

LANGUAGES: dict[str, str] = {
    name: code
    for code, names in (
        ("en", "english englisch anglais inglés inglese inglês engels angielski"),
        ("de", "german deutsch allemand alemán tedesco alemão duits niemiecki"),
        ("fr", "french französisch français francés francese francês frans francuski"),
        ("es", "spanish spanisch espagnol español spagnolo espanhol spaans hiszpański"),
        ("it", "italian italienisch italien italiano italiaans włoski"),
        ("pt", "portuguese portugiesisch portugais portugués portoghese português portugees portugalski"),
        ("nl", "dutch niederländisch néerlandais neerlandés olandese holandês nederlands niderlandzki"),
        ("pl", "polish polnisch polonais polaco polacco polonês pools polski"),
        ("ru", "russian russisch russe ruso russo rosyjski"),
        ("zh", "chinese mandarin chinesisch chinois chino cinese chinês chinees chiński"),
        ("ar", "arabic arabisch arabe árabe arabo arabski"),
        ("tr", "turkish türkisch turc turco turks turecki"),
        ("ja", "japanese japanisch japonais japonés giapponese japonês japans japoński"),
        ("uk", "ukrainian ukrainisch ukrainien ucraniano ucraino oekraïens ukraiński"),
        ("hi", "hindi"), ("ur", "urdu"), ("sv", "swedish schwedisch suédois sueco svedese"), ("da", "danish dänisch danois danés"),
        ("ko", "korean koreanisch coréen coreano"), ("el", "greek griechisch grec griego greco"), ("he", "hebrew hebräisch hébreu hebreo"),
    )
    for name in names.split()
}  # fmt: skip
"""Names of languages and their ISO 639-1 codes."""
