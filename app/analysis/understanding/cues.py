"""Words that give a kind of document away, in eight languages.

Each cue is (weight, pattern). A pattern with `title` weight counts more where it stands at the top. The
weights are set by hand: 3 nearly proves the class, 1 supports it, negative ones speak against it.
"""

from __future__ import annotations

Cue = tuple[float, str]

TITLE_CUES: dict[str, tuple[str, ...]] = {
    "invoice": ("invoice", "rechnung", "facture", "factura", "fattura", "fatura", "factuur", "faktura(?: vat)?"),
    "receipt": ("receipt", "cash bill", "kassenbon", "quittung", "reçu", "ticket de caisse", "recibo", "scontrino",
                "kassabon", "paragon", "tax invoice"),
    "bank_statement": ("(?:bank |account )statement", "statement of account", "kontoauszug", "relevé de compte",
                       "extracto (?:de cuenta|bancario)", "estratto conto", "extrato bancário",
                       "rekeningafschrift", "wyciąg bankowy"),
    "payslip": ("pay ?slip", "pay ?stub", "earnings statement", "(?:gehalts|lohn|entgelt)abrechnung",
                "verdienstabrechnung", "bulletin de (?:paie|salaire)", "nómina", "recibo de salários",
                "busta paga", "loonstrook", "salarisstrook", "pasek wynagrodzenia"),
    "tax_form": ("form (?:w-?2|w-?9|1040|1099)", "tax return", "tax assessment", "steuererklärung",
                 "(?:einkommen|lohn)?steuerbescheid", "avis d.imp[oô]t", "declaración de la renta",
                 "dichiarazione dei redditi", "aangifte", "zeznanie podatkowe", "p60", "p45"),
    "contract": ("(?:[a-z-]+ ){0,6}agreement", "(?:[a-z-]+ ){0,3}contract", "(?:arbeits|miet|kauf|dienst|darlehens|"
                 "lizenz|aufhebungs)?vertrag", "contrat(?: de [a-z]+)?", "contrato(?: de [a-z]+)?",
                 "contratto", "overeenkomst", "umowa", "addendum", "amendment (?:no\\.|#|n°)? ?\\d*",
                 "lease", "promissory note", "confidentiality (?:and|agreement)", "\\w*vertrag", "\\w*vereinbarung", "\\w*overeenkomst", "umowa \\w+", "accordo", "convention de [a-z]+", "acordo", "porozumienie", "deed of [a-z]+", "memorandum of understanding"),
    "cv": ("curriculum vitae", "résumé", "resume", "lebenslauf", "hoja de vida", "życiorys", "c\\.?v\\.?", "personal profile", "profil", "beruflicher werdegang", "perfil profesional"),
    "meeting_minutes": ("(?:meeting )?minutes(?: of .{0,60})?", "meeting notes", "(?:sitzungs|besprechungs)?protokoll",
                        "compte[- ]rendu(?: de réunion)?", "procès-verbal", "acta de (?:la )?reunión",
                        "verbale", "ata da reunião", "notulen", "protokół", "\\w*protokoll", "acta", "ata", "verbale di [a-z]+", "notatki?", "notas? (?:de|da) (?:la )?re[a-zã]+", "(?:team|board|committee|staff|council|group|weekly|monthly) (?:meeting|call|sync)", "(?:vorstands|team|mitglieder|gemeinderats)?sitzung", "\\w*besprechung", "\\w*overleg", "\\w*vergadering", "réunion", "reunión", "riunione", "reunião", "zebranie", "spotkanie", "posiedzenie", "standup", "jour fixe"),
    "medical_report": ("discharge (?:summary|letter)", "medical (?:report|record|certificate)", "arztbrief",
                       "entlassungs(?:brief|bericht)", "befundbericht", "compte rendu (?:d.hospitalisation|médical)",
                       "informe (?:médico|clínico|de alta)", "lettera di dimissione", "relatório médico",
                       "ontslagbrief", "karta informacyjna", "clinical note", "chief complaint", "progress note", "consultation(?: note)?", "operative (?:note|report)", "pathology report", "radiology report", "case report", "anamnese", "historia clínica", "referto", "nota clínica", "epikrise", "epicrisi", "wypis"),
    "court_decision": ("judg(?:e)?ment", "opinion", "urteil", "beschluss", "arrêt", "jugement", "sentencia",
                       "sentenza", "acórdão", "vonnis", "wyrok", "memorandum opinion", "order", "order of .{3,40}", "ordonnance", "décision", "auto", "ordinanza", "decreto", "despacho", "beschikking", "postanowienie", "im namen des volkes"),
    "scientific_paper": ("abstract", "preprint", "zusammenfassung", "résumé", "resumen", "riassunto", "resumo", "samenvatting", "streszczenie"),
    "policy": ("(?:[a-z-]+ ){0,5}polic(?:y|ies)", "terms (?:of (?:service|use)|and conditions)", "cookie notice",
               "privacy (?:notice|statement)", "community guidelines", "code of conduct", "datenschutzerklärung",
               "allgemeine geschäftsbedingungen", "politique de confidentialité", "conditions générales",
               "política de privacidad", "informativa sulla privacy", "privacybeleid", "regulamin",
               "(?:[a-z-]+ ){0,4}guidelines", "(?:[a-z-]+ ){0,4}terms", "\\w*richtlinien?", "\\w*ordnung", "règlement(?: intérieur)?", "charte", "normas(?: de [a-z]+)?", "reglamento", "regolamento", "norme(?: di [a-z]+)?", "regulamento", "regras", "reglement", "huisregels", "gedragscode", "zasady", "(?:house |club )?rules", "your (?:data|privacy)", "datenschutz(?:hinweise?)?", "mentions légales", "privacy", "protección de datos", "cookies?"),
    "insurance": ("(?:insurance )?policy (?:schedule|document)", "certificate of insurance", "claim (?:form|report)",
                  "versicherungsschein", "versicherungspolice", "schadenmeldung", "attestation d.assurance",
                  "póliza", "polizza", "apólice", "verzekeringspolis", "polisa"),
    "identity_document": ("passport", "identity card", "identification card", "driving licence",
                          "driver.?s? license", "reisepass", "personalausweis", "führerschein", "passeport",
                          "carte (?:nationale )?d.identité", "permis de conduire", "documento nacional de identidad",
                          "pasaporte", "carta d.identità", "passaporto", "cartão de cidadão", "paspoort",
                          "identiteitskaart", "dowód osobisty"),
    "form": ("application form", "(?:registration|request|consent|order) form", "antrag(?: auf .{0,60})?",
             "formular", "formulaire", "formulario", "modulo", "formulário", "aanvraagformulier", "wniosek"),
    "manual": ("(?:user|owner.?s|instruction|installation|service) (?:manual|guide)", "getting started",
               "bedienungsanleitung", "betriebsanleitung", "mode d.emploi", "manual de (?:usuario|instrucciones)",
               "manuale", "gebruiksaanwijzing", "instrukcja obsługi", "quick start", "how to .{3,40}", "\\w*anleitung", "kurzanleitung", "guide (?:de|d.)[a-zé]*", "notice d.\\w+", "guía(?: de [a-z]+)?", "instrucciones", "guida(?: [a-z]+)?", "istruzioni", "guia(?: de [a-z]+)?", "instruções", "handleiding", "poradnik", "instrukcja", "instructions", "user guide", "troubleshooting"),
    "report": ("(?:annual|quarterly|monthly|progress|status|audit|final|incident|project|financial) report",
               "(?:jahres|quartals|projekt|geschäfts|prüf)bericht", "rapport (?:annuel|d.activité|final)?",
               "informe (?:anual|de .{0,40})?", "relazione", "relatório", "jaarverslag", "raport", "executive summary", "\\w*bericht", "\\w*rapport", "rapport \\w+", "informe", "memoria(?: de [a-z]+)?", "relazione \\w+", "relatório \\w+", "\\w*verslag", "sprawozdanie", "bilan", "balance de [a-z]+", "(?:case |feasibility )?study", "evaluation", "assessment", "review of .{3,40}", "survey", "studie", "étude", "estudio", "indagine", "estudo", "onderzoek", "analiza", "summary"),
    "letter": (),
    "email": (),
    "news": (),
}  # fmt: skip

BODY_CUES: dict[str, tuple[Cue, ...]] = {
    "invoice": (
        (1.6, r"invoice (?:no|number|nr|#|date)|rechnungs(?:nummer|datum|nr)|(?:numéro|n°) de facture|facture n°|"
              r"(?:número|nº|n\.º) de factura|numero fattura|fattura n|factuurnummer|nr faktury|número da fatura"),
        (1.2, r"\b(?:due date|payment (?:due|terms)|bill to|fällig|zahlbar|zahlungsziel|échéance|vencimiento|scadenza|"
              r"vervaldatum|termin płatności|vencimento)\b"),
        (1.0, r"\b(?:net(?: amount| total)|subtotal|vat|ust|mwst|tva|iva|btw|nettobetrag|zwischensumme|netto|brutto)\b"),
        (0.8, r"\b(?:unit price|qty|quantity|einzelpreis|menge|prix unitaire|quantité|precio unitario|cantidad|prezzo|"
              r"aantal|ilość)\b"),
        (-1.2, r"\b(?:cashier|change due|kassierer)\b"),
    ),
    "receipt": (
        (1.6, r"\b(?:cash(?:ier)?|change|tendered|rounding|gst summary|kasse|rückgeld|bar gegeben|rendu monnaie|"
              r"efectivo|cambio|contanti|resto|gotówka|reszta|wisselgeld)\b"),
        (1.0, r"\b(?:thank you|please come again|goods sold|danke|merci|gracias|grazie|dziękujemy)\b"),
        (0.8, r"\b(?:total|sub ?total|item|qty|summe|gst|sst)\b"),
        (0.6, r"\b\d{1,2}:\d{2}(?::\d{2})?\b"),
        (-1.5, r"\b(?:due date|bill to|zahlbar bis|iban|bic)\b"),
    ),
    "bank_statement": (
        (1.8, r"\b(?:opening|closing|previous|new) balance|anfangssaldo|endsaldo|alter kontostand|neuer kontostand|"
              r"solde (?:initial|final|précédent)|saldo (?:inicial|final|anterior|iniziale|finale|początkowe)|beginsaldo"),
        (1.2, r"\b(?:statement period|buchungstag|wertstellung|valuta|date de valeur|fecha valor|data valuta|"
              r"account (?:number|no)|sort code|debit|credit|withdrawals?|deposits?)\b"),
        (0.8, r"\b(?:iban|bic|direct debit|standing order|lastschrift|überweisung|dauerauftrag|virement|prélèvement|"
              r"transferencia|bonifico|przelew)\b"),
    ),
    "payslip": (
        (1.8, r"\b(?:gross pay|net pay|pay period|pay date|bruttolohn|nettolohn|auszahlungsbetrag|gesamtbrutto|"
              r"salaire (?:brut|net)|net à payer|salario (?:bruto|neto|base)|líquido a percibir|netto in busta|"
              r"brutoloon|nettoloon|do wypłaty)\b"),
        (1.0, r"\b(?:year to date|ytd|lohnsteuer|sozialversicherung|rentenversicherung|cotisations|seguridad social|"
              r"national insurance|income tax|deductions|earnings|employee (?:id|no|number)|personalnummer|irpf|inps)\b"),
    ),
    "tax_form": (
        (1.4, r"\b(?:taxable income|adjusted gross income|internal revenue|irs|finanzamt|steuernummer|"
              r"zu versteuerndes einkommen|revenu fiscal|agencia tributaria|base imponible|agenzia delle entrate|"
              r"hmrc|belastingdienst|urząd skarbowy|withholding)\b"),
        (0.8, r"\b(?:tax year|steuerjahr|veranlagungszeitraum|filing status|dependents)\b"),
    ),
    "contract": (
        (1.6, r"\b(?:this (?:\w+ ){0,4}agreement|hereinafter|witnesseth|in witness whereof|now,? therefore|"
              r"by and between|the parties (?:hereto|agree))"),
        (1.6, r"\b(?:zwischen .{0,200}(?:nachfolgend|im folgenden)|§ ?\d+ .{0,40}\n|vertragsparteien|entre les soussignés|"
              r"ci-après|las partes|en adelante|le parti convengono|outorgante|ondergetekenden|strony postanawiają)"),
        (1.0, r"\b(?:governing law|termination|indemnif\w+|force majeure|confidential information|effective date|"
              r"severability|entire agreement|gerichtsstand|salvatorische|kündigungsfrist|loi applicable|"
              r"legislación aplicable|legge applicabile)\b"),
        (0.6, r"\b(?:shall|hereby|herein|thereof|pursuant to)\b"),
        (-1.0, r"\b(?:plaintiff|defendant|appell(?:ant|ee)|your use of (?:the|our) (?:service|site)|we collect)\b"),
    ),
    "cv": (
        (1.6, r"(?:^|\n)\W*(?:work |professional )?(?:experience|employment(?: history)?|berufserfahrung|werdegang|"
              r"expérience(?:s)?(?: professionnelles?)?|experiencia(?: laboral| profesional)?|esperienz[ae]|"
              r"werkervaring|doświadczenie)\W*(?:\n|$)"),
        (1.4, r"(?:^|\n)\W*(?:education|ausbildung|formation|formación|istruzione|formazione|formação|opleiding(?:en)?|"
              r"wykształcenie)\W*(?:\n|$)"),
        (1.2, r"(?:^|\n)\W*(?:(?:key |technical )?skills|languages|interests|references|kenntnisse|sprachen|"
              r"compétences|langues|habilidades|idiomas|competenze|lingue|vaardigheden|talen|umiejętności|języki)\W*(?:\n|$)"),
        (0.5, r"\b(?:19|20)\d\d\s*[-–—]\s*(?:(?:19|20)\d\d|present|heute|today|actual|aujourd.hui|oggi|heden)"),
    ),
    "letter": (
        (1.6, r"(?:^|\n)\s*(?:dear (?:sir|madam|mr|mrs|ms|dr|\w+)|sehr geehrte|liebe[rs]? |cher|chère|madame, monsieur|"
              r"estimad[oa]s?|gentile|egregio|exm[oa]|caro|cara|geachte|beste|szanown[yai])"),
        (1.6, r"\b(?:yours(?:,?[ \t]*\n| sincerely| faithfully| truly)|(?:kind|best) regards|sincerely|mit freundlichen grüßen|"
              r"hochachtungsvoll|salutations distinguées|cordialement|atentamente|un cordial saludo|distinti saluti|"
              r"cordiali saluti|atenciosamente|com os melhores cumprimentos|met vriendelijke groet|"
              r"z poważaniem)\b"),
        (0.8, r"(?:^|\n)\s*(?:re|subject|betreff|betr\.|objet|asunto|oggetto|assunto|betreft|dotyczy)\s*[:.]"),
    ),
    "email": (
        (2.2, r"(?:^|\n)(?:from|von|de|da|van|od)\s?:.{3,120}\n(?:.{0,200}\n){0,4}?(?:to|an|à|para|a|aan|do|sent|gesendet|"
              r"envoyé|enviado|inviato|verzonden|date|subject)\s?:"),
        (1.0, r"(?:^|\n)(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|temat)\s?:"),
        (1.0, r"(?:^|\n)(?:>|-{2,} ?(?:original|forwarded|ursprüngliche) )|\bwrote:|\bforwarded by\b|\bcc\s?:"),
        (0.8, r"\b(?:let me know|thanks|please call me|attached (?:is|are|please)|fyi|see you|talk to you|"
              r"i (?:will|am|have|just|talked)|we need to)\b"),
    ),
    "meeting_minutes": (
        (1.6, r"(?:^|\n)\W*(?:attendees|present|participants|apologies|agenda|action items?|next meeting|anwesend(?:e)?|"
              r"teilnehmer(?:innen)?|tagesordnung|beschlüsse|présents|ordre du jour|asistentes|orden del día|"
              r"presenti|ordine del giorno|aanwezig|obecni)\b"),
        (1.0, r"\b(?:minutes of|meeting (?:was called|adjourned)|motion|seconded|resolved that|top \d+|"
              r"meeting (?:held|of) )"),
        (1.2, r"(?:^|\n)(?:[A-Z][\w.' ]{1,30}): .{0,200}\n(?:[A-Z][\w.' ]{1,30}): "),
        (0.8, r"\{(?:vocalsound|disfmarker|pause|gap)\}|\b(?:project manager|industrial designer|marketing)\s?:"),
    ),
    "medical_report": (
        (1.6, r"\b(?:chief complaint|history of present illness|past medical history|review of systems|"
              r"physical exam(?:ination)?|assessment and plan|diagnos[ie]s|anamnese|diagnosen|befund|therapie|"
              r"antécédents|motif d.hospitalisation|exploración física|juicio clínico|antecedentes|"
              r"anamnesi|esame obiettivo|diagnosi|diagnóstico|voorgeschiedenis|rozpoznanie)\b"),
        (1.0, r"\b(?:patient|patientin|paciente|paziente|patiënt|pacjent)\b"),
        (0.8, r"\b\d+(?:[.,]\d+)? ?(?:mg|mcg|ml|mmhg|mmol/l|g/dl)\b|\bicd-?10\b|\bblood pressure\b|\bblutdruck\b"),
    ),
    "court_decision": (
        (1.8, r"\b(?:plaintiff|defendant|appell(?:ant|ee)|petitioner|respondent|district court|court of appeals?|"
              r"kläger(?:in)?|beklagte[rn]?|bundesgerichtshof|tribunal|cour (?:d.appel|de cassation)|demandeur|"
              r"demandante|recurrente|ricorrente|convenuto|tribunale|eiser|gedaagde|powód|pozwany)\b"),
        (1.2, r"\b(?:we (?:affirm|reverse|remand)|affirmed|reversed|it is so ordered|im namen des volkes|tatbestand|"
              r"entscheidungsgründe|par ces motifs|fallamos|p\.q\.m\.|concur(?:s|ring)?|judge\.)"),
        (0.8, r"\b\d+ (?:u\.s\.|f\.[23]d|p\.[23]d|n\.m\.|s\.ct\.) \d+|\bv\. [A-Z]|§ ?\d+"),
    ),
    "report": (
        (1.2, r"(?:^|\n)\W*\d*\.?\s*(?:executive summary|introduction|background|findings|conclusions?|"
              r"recommendations|methodology|einleitung|ergebnisse|empfehlungen|fazit|conclusiones|"
              r"recomendaciones|risultati|conclusioni)\W*(?:\n|$)"),
        (0.6, r"\b(?:fiscal year|quarter|compared (?:to|with) (?:the )?(?:previous|prior)|geschäftsjahr|stakeholders|"
              r"key figures|table \d|figure \d|appendix)\b"),
    ),
    "scientific_paper": (
        (1.6, r"\b(?:we (?:propose|present|show|introduce|demonstrate|study|investigate)|in this (?:paper|work)|"
              r"our (?:method|model|approach|results|experiments)|state[- ]of[- ]the[- ]art|this paper)\b"),
        (1.0, r"\b(?:et al\.|arxiv|doi:|experiments?|neural networks?|algorithm|dataset|theorem|baseline|p ?< ?0\.0)\b"),
        (0.8, r"(?:^|\n)\W*\d*\.?\s*(?:abstract|related work|references|introduction|methods?|results|discussion)\W*(?:\n|$)"),
    ),
    "news": (
        (1.4, r"\b(?:said (?:on|in a statement)|told reporters|spokes(?:man|woman|person)|according to (?:police|officials)|"
              r"reuters|associated press|\bafp\b|\bdpa\b|breaking news|our correspondent)\b"),
        (0.8, r"(?:^|\n)[A-Z][A-Z ,]{3,40}(?:\(.{2,15}\))? ?[-–—] "),
        (0.6, r"\b(?:on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|last week|the government|president)\b"),
    ),
    "manual": (
        (1.2, r"\b(?:press (?:the|and hold)|warning!|caution|safety instructions|troubleshooting|step \d|"
              r"drücken sie|achtung|sicherheitshinweise|appuyez sur|pulse el botón|premere|druk op|naciśnij)\b"),
        (0.8, r"\b(?:installation|assembly|maintenance|operating|power supply|technical data|specifications|"
              r"inbetriebnahme|wartung|technische daten)\b"),
    ),
    "policy": (
        (1.6, r"\b(?:we (?:may )?(?:collect|process|share|use)|personal (?:data|information)|your (?:account|content|use of)|"
              r"by using|cookies?|personenbezogene[nr]? daten|données personnelles|datos personales|dati personali|"
              r"persoonsgegevens|dane osobowe)\b"),
        (1.0, r"\b(?:these terms|our (?:services?|products|platform)|you (?:must not|may not|agree|acknowledge)|"
              r"violat(?:e|ion)s?|prohibited|last updated|effective (?:as of|date)|users?|sellers?)\b"),
        (-1.4, r"\b(?:by and between|in witness whereof|witnesseth)\b"),
    ),
    "insurance": (
        (1.8, r"\b(?:policy ?holder|sum insured|insured person|insurer|premium|deductible|coverage|claim number|"
              r"versicherungsnehmer|versicherungssumme|versicherungsschein|selbstbeteiligung|beitrag|assuré|"
              r"prime annuelle|franchise|tomador|asegurado|contraente|assicurato|massimale|tomador do seguro|"
              r"verzekerde|ubezpieczony|składka)\b"),
    ),
    "identity_document": (
        (1.8, r"[A-Z0-9<]{20,44}<<|\b(?:date of (?:birth|issue|expiry)|place of birth|nationality|surname|given names?|"
              r"geburtsort|staatsangehörigkeit|gültig bis|ausstellende behörde|date de naissance|lieu de naissance|"
              r"nationalité|lugar de nacimiento|cittadinanza|luogo di nascita|geboorteplaats|obywatelstwo)\b"),
    ),
    "form": (
        (1.4, r"_{5,}|\.{8,}|\[ ?[xX]? ?\]|☐|☒|□|\b(?:please (?:tick|complete|print)|zutreffendes ankreuzen|"
              r"bitte ausfüllen|cochez|marque con|barrare|aankruisen|zaznaczyć)\b"),
        (0.8, r"\b(?:signature of applicant|office use only|date and signature|unterschrift|signature du demandeur|"
              r"firma del solicitante)\b"),
    ),
}  # fmt: skip
