"""Facts of the papers that offices get, as a careful clerk would write them down, in eight languages."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.understanding.extract import extract
from app.analysis.understanding.extract_identity import check_digit, machine_read
from app.analysis.understanding.extract_lines import Line, read_lines
from app.analysis.understanding.extract_table import table_items
from app.analysis.understanding.fields_cells import cells, slip_words
from app.analysis.understanding.values import DURATION, parse_duration, parse_number
from app.documents import Block, BlockKind, Category, Document, Field, Source


def document(text: str) -> Document:
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(line.rstrip("\n"))))
        at += len(line)
    return Document(Source("", "0", 0, "text/plain", "text"), text, tuple(blocks))


def read(text: str, label: str) -> list[Field]:
    return extract(document(text), Category(label, 1.0))


def value(fields: list[Field], name: str) -> str | None:
    return next((f.normalized or f.value for f in fields if f.name == name), None)


def values(fields: list[Field], name: str) -> list[str]:
    return [f.normalized or f.value for f in fields if f.name == name]


def rows(fields: list[Field]) -> list[tuple[str, ...]]:
    """The cells of each row in the order of the columns."""
    order = ("description", "quantity", "unit_price", "amount")
    found: dict[int, dict[str, str]] = {}
    for field in fields:
        if field.row is not None and field.name.startswith("line_item_"):
            found.setdefault(field.row, {})[field.name.removeprefix("line_item_")] = (
                field.normalized or field.value
            )
    return [tuple(cells.get(name, "") for name in order) for cells in found.values()]


INVOICE_NL = """\
Van Dijk Hoveniers B.V.
Molenweg 9
3812 AB Amersfoort
BTW-nummer: NL123456782B90

Aan: VvE De Linden
Lindelaan 1-40, 3815 GH Amersfoort

Factuurnummer: 20240091
Factuurdatum: 18-03-2024
Vervaldatum: 17-04-2024

Omschrijving              Aantal   Prijs     Bedrag
Snoeien haag (uur)          12     47,50     570,00
Afvoer groenafval            2     85,00     170,00

Subtotaal                                   740,00
BTW 21%                                     155,40
Totaal te betalen                         € 895,40
"""
INVOICE_DE = """\
Bergmann Elektrotechnik GmbH
Industriestraße 14, 70565 Stuttgart

Hausverwaltung Königsbau KG
Frau Sabine Reuter
Königstraße 28
70173 Stuttgart

Rechnung Nr. RE-2024-0187
Rechnungsdatum: 14.03.2024

Bezeichnung\tMenge\tEinheit\tEinzelpreis\tBetrag
LED-Röhre 120 cm 18 W\t24\tStk\t8,90 €\t213,60 €
Montagestunden Elektriker\t6,5\tStd\t58,00 €\t377,00 €
Anfahrtspauschale Zone 2\t1\tpsch\t35,00 €\t35,00 €

Nettobetrag\t625,60 €
zzgl. 19 % MwSt.\t118,86 €
Rechnungsbetrag\t744,46 €
Zahlbar bis 28.03.2024 ohne Abzug.
"""


def test_rows_of_an_invoice_have_quantity_price_and_amount_apart() -> None:
    assert rows(read(INVOICE_DE, "invoice")) == [
        ("LED-Röhre 120 cm 18 W", "24", "8.90", "213.60"),
        ("Montagestunden Elektriker", "6.5", "58.00", "377.00"),
        ("Anfahrtspauschale Zone 2", "1", "35.00", "35.00"),
    ]
    assert rows(read(INVOICE_NL, "invoice")) == [
        ("Snoeien haag (uur)", "12", "47.50", "570.00"),
        ("Afvoer groenafval", "2", "85.00", "170.00"),
    ]


def test_an_invoice_names_seller_buyer_number_and_sums() -> None:
    fields = read(INVOICE_DE, "invoice")
    assert value(fields, "vendor") == "Bergmann Elektrotechnik GmbH"
    assert value(fields, "customer") == "Hausverwaltung Königsbau KG"
    assert value(fields, "number") == "RE-2024-0187"
    assert [value(fields, name) for name in ("net", "tax", "total")] == ["625.60", "118.86", "744.46"]
    assert value(fields, "due_date") == "2024-03-28"
    dutch = read(INVOICE_NL, "invoice")
    assert value(dutch, "vat_id") == "NL123456782B90"
    assert value(dutch, "customer") == "VvE De Linden"
    assert value(dutch, "tax") == "155.40"


def test_lines_that_come_to_the_net_are_trusted_more() -> None:
    good = read(INVOICE_NL, "invoice")
    bad = read(INVOICE_NL.replace("570,00", "571,00").replace("12     47,50", "          "), "invoice")
    assert min(f.score for f in good if f.name == "line_item_amount") > 0.95
    assert min(f.score for f in bad if f.name == "line_item_amount") < 0.95


@pytest.mark.parametrize(
    ("head", "line", "row"),
    [
        ("", "2 x Kaffee 3,20 6,40", ("Kaffee", "2", "3.20", "6.40")),
        ("Lp. Nazwa  Ilość  Cena netto  Wartość netto\n", "1   Bukiet róż 20 szt.       4      95,00         380,00", ("Bukiet róż 20 szt.", "4", "95.00", "380.00")),
        ("Désignation\tPrix unitaire HT\tQuantité\tTotal HT\n", "Pose sur site\t310,00 €\t2\t620,00 €", ("Pose sur site", "2", "310.00", "620.00")),
        ("Description   Amount   VAT   Total\n", "Annual fee       1,200.00", ("Annual fee", "", "", "1200.00")),
    ],
)  # fmt: skip
def test_columns_are_told_by_their_heads_or_by_arithmetic(head: str, line: str, row: tuple[str, ...]) -> None:
    assert rows(table_items(read_lines(document(head + line + "\n")))) == [row]


def test_bank_details_are_no_row_of_a_table() -> None:
    text = "Pay to ES91 2100 0418 4502 0005 1332\nTel. 0711 55 83 20\nOrder 12345 of 3 May 2024\n"
    assert table_items(read_lines(document(text))) == []


@given(
    st.integers(1, 400),
    st.integers(1, 99_999),
    st.sampled_from((".", ",")),
    st.sampled_from(("  ", "\t", "    ")),
)
@settings(max_examples=60, deadline=None)
def test_what_is_bought_is_read_back_from_any_row(count: int, cents: int, sign: str, gap: str) -> None:
    def written(value: Decimal) -> str:
        return f"{value:.2f}".replace(".", sign)

    price = Decimal(cents) / 100
    line = gap.join(("Garden chair", str(count), written(price), written(price * count)))
    found = rows(
        table_items(read_lines(document(f"Description{gap}Qty{gap}Unit price{gap}Amount\n{line}\n")))
    )
    assert found == [("Garden chair", str(count), f"{price:.2f}", f"{price * count:.2f}")]


@given(st.text(alphabet="aB1 2.,x@%€-\t\n", max_size=200))
@settings(max_examples=80, deadline=None)
def test_cells_and_rows_stand_where_they_say(text: str) -> None:
    lines = read_lines(document(text))
    for candidate in [*cells(lines), *slip_words(lines)]:
        assert text[candidate.start : candidate.end].strip()
    for field in table_items(lines):
        assert text[field.start : field.end] == field.value


def test_a_slip_from_another_country_is_read_too() -> None:
    fields = read(
        "Supermercados La Plaza S.A.\nC/ Colón 12\n46004 VALENCIA\n18/05/2024 19:22\nPAN INTEGRAL        1,35\n"
        "TOMATE RAMA 0,850 kg x 2,20   1,87\nACEITE OLIVA 1L     8,95\nBOLSA               0,10\n"
        "TOTAL (€)          12,27\nEFECTIVO           20,00\nCAMBIO              7,73\n",
        "receipt",
    )
    assert value(fields, "total") == "12.27"
    assert (value(fields, "paid"), value(fields, "change")) == ("20.00", "7.73")
    assert [row[-1] for row in rows(fields)] == ["1.35", "1.87", "8.95", "0.10"]
    assert rows(fields)[1][1:3] == ("0.85", "2.20")


def test_money_out_is_negative_by_the_balance_behind_it() -> None:
    fields = read(
        "Statement period: 1 March 2024 to 31 March 2024\nDate   Description   Paid out   Paid in   Balance\n"
        "Opening balance   1,204.55\n01 Mar  Direct debit Severn Water   38.20   1,166.35\n"
        "15 Mar  BACS Calder Mills wages   1,880.00   3,046.35\nClosing balance   3,046.35\n",
        "bank_statement",
    )
    assert value(fields, "period") == "2024-03-01/2024-03-31"
    assert values(fields, "transaction_date") == ["2024-03-01", "2024-03-15"]
    assert values(fields, "transaction_amount") == ["-38.20", "1880.00"]
    assert min(f.score for f in fields if f.name == "transaction_amount") > 0.9


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "ARBEITSVERTRAG\n\nzwischen\n\nNordlicht Logistik GmbH, Hafenstraße 12, 24103 Kiel\n– nachfolgend „Arbeitgeber“ –\n\nund\n\n"
            "Frau Ilse Brandt, Waldweg 4, 24113 Kiel\n\n§ 1 Das Arbeitsverhältnis beginnt am 01.09.2024.\n§ 3 Die Kündigungsfrist beträgt vier Wochen. "
            "Es gilt deutsches Recht.\n\ngez. Peter Clausen            gez. Ilse Brandt\n",
            {"party": ["Nordlicht Logistik GmbH", "Ilse Brandt"], "effective_date": ["2024-09-01"], "notice_period": ["4 weeks"],
             "governing_law": ["Germany"], "signature": ["Peter Clausen", "Ilse Brandt"]},
        ),
        (
            "CONTRAT DE PRESTATION DE SERVICES\n\nEntre les soussignés :\n\nLa société NUMERIS CONSEIL, SAS, dont le siège est à Paris,\n\net\n\n"
            "La société TRANSPORTS VALLIER, SARL\n\nLe présent contrat est conclu pour une durée de deux ans à compter du 1er janvier 2024, moyennant un "
            "préavis de trois mois. Il est soumis au droit français.\n",
            {"party": ["NUMERIS CONSEIL", "TRANSPORTS VALLIER"], "term": ["2 years"], "effective_date": ["2024-01-01"],
             "notice_period": ["3 months"], "governing_law": ["France"]},
        ),
        (
            "HUUROVEREENKOMST\n\nOndergetekenden:\n1. Woonbeheer Rijnmond B.V., gevestigd te Rotterdam;\nen\n2. mevrouw Fatima El Idrissi, wonende te "
            "Schiedam\n\nDe huur gaat in met ingang van 1 mei 2024 voor onbepaalde tijd. De opzegtermijn bedraagt drie maanden.\n",
            {"party": ["Woonbeheer Rijnmond B.V.", "Fatima El Idrissi"], "effective_date": ["2024-05-01"], "term": ["indefinite"],
             "notice_period": ["3 months"]},
        ),
    ],
)  # fmt: skip
def test_contracts_in_other_languages_are_read_by_their_words(text: str, facts: dict[str, list[str]]) -> None:
    fields = read(text, "contract")
    assert {name: values(fields, name) for name in facts} == facts


PASSPORT = "P<GBRANGELOVA<<MARIA<JANE<<<<<<<<<<<<<<<<<<<\n9256654164GBR8503147F3009026<<<<<<<<<<<<<<04\n"


def test_the_lines_for_machines_of_a_passport_are_read() -> None:
    fields = read("PASSPORT\n" + PASSPORT, "identity_document")
    assert value(fields, "name") == "MARIA JANE ANGELOVA"
    assert value(fields, "document_number") == "925665416"
    assert (value(fields, "date_of_birth"), value(fields, "expiry_date")) == ("1985-03-14", "2030-09-02")


def test_a_number_whose_check_digit_is_wrong_is_not_trusted() -> None:
    lines = read_lines(document(PASSPORT.replace("9256654164GBR", "9256654165GBR")))
    assert [f.score for f in machine_read(lines) if f.name == "document_number"] == [0.5]


def test_check_digits_follow_the_standard() -> None:
    assert check_digit("L898902C3") == "6"
    assert check_digit("740812") == "2"


@given(st.text(alphabet="AB<019P", min_size=28, max_size=46))
def test_lines_for_machines_never_point_beside_their_text(text: str) -> None:
    for field in machine_read([Line(0, text)]):
        assert text[field.start : field.end] == field.value


@pytest.mark.parametrize(
    ("label", "text", "facts"),
    [
        ("identity_document", "PERSONALAUSWEIS\nName: MUSTERMANN\nVornamen: ERIKA\nGeburtstag: 12.08.1983\nGeburtsort: BERLIN\nGültig bis: 01.08.2031\n",
         {"name": "ERIKA MUSTERMANN", "date_of_birth": "1983-08-12", "place_of_birth": "BERLIN", "expiry_date": "2031-08-01"}),
        ("insurance", "Versicherer: Rheinische Assekuranz AG\nVersicherungsschein-Nr.: PHV 4711-88-203\nVersicherungsnehmer: Markus Lindner\n"
         "Versicherungsbeginn: 01.07.2024\nSelbstbeteiligung: 150 EUR\nJahresbeitrag: 64,90 EUR\n",
         {"insurer": "Rheinische Assekuranz AG", "policy_number": "PHV 4711-88-203", "policy_holder": "Markus Lindner", "start_date": "2024-07-01",
          "deductible": "150.00", "premium": "64.90"}),
        ("payslip", "BULLETIN DE PAIE\nPériode : du 01/05/2024 au 31/05/2024\nEmployeur : Boulangerie Morel SAS\nSalarié : Claire Dubois\n"
         "Salaire brut   1 985,40 €\nNet à payer   1 548,61 €\n",
         {"period": "2024-05-01/2024-05-31", "employer": "Boulangerie Morel SAS", "employee": "Claire Dubois", "gross_pay": "1985.40", "net_pay": "1548.61"}),
        ("tax_form", "Finanzamt München\nBescheid für 2022 über Einkommensteuer\nSteuernummer: 143/123/45678\nZu versteuerndes Einkommen: 48.210 EUR\n"
         "Festgesetzte Einkommensteuer: 10.214,00 EUR\n",
         {"tax_year": "2022", "tax_id": "14312345678", "taxable_income": "48210.00", "tax_due": "10214.00"}),
        ("medical_report", "Patient : Mme Odile Renard, née le 17/02/1949\nConclusion : Syndrome coronarien aigu.\nTraitement de sortie :\n- Bisoprolol 2,5 mg\n",
         {"patient": "Mme Odile Renard", "date_of_birth": "1949-02-17", "diagnosis": "Syndrome coronarien aigu.", "medication": "Bisoprolol 2,5 mg"}),
        ("letter", "Utrecht, 14 februari 2024\n\nBetreft: aanvraag\nKenmerk: PV-2024-00871\n\nGeachte mevrouw De Boer,\n\nWij verzoeken u vóór 1 maart 2024 een "
         "kopie op te sturen.\n\nMet vriendelijke groet,\nJ. Verhoeven\n",
         {"number": "PV-2024-00871", "recipient": "mevrouw De Boer", "sender": "J. Verhoeven", "deadline": "2024-03-01",
          "action": "Wij verzoeken u vóór 1 maart 2024 een kopie op te sturen."}),
    ],
)  # fmt: skip
def test_papers_of_offices_give_what_a_clerk_would_note(label: str, text: str, facts: dict[str, str]) -> None:
    fields = read(text, label)
    assert {name: value(fields, name) for name in facts} == facts


@pytest.mark.parametrize(
    ("text", "normal"),
    [("doze meses", "12 months"), ("dwa miesiące", "2 months"), ("drie maanden", "3 months"), ("quatro anos", "4 years"), ("sei mesi", "6 months")],
)  # fmt: skip
def test_stretches_of_time_are_read_in_eight_languages(text: str, normal: str) -> None:
    match = DURATION.search(text)
    assert match is not None
    assert parse_duration(match) == normal


def test_a_weight_below_one_is_no_thousand() -> None:
    assert parse_number("0,354") == Decimal("0.354")
    assert parse_number("12,354") == Decimal(12354)


@pytest.mark.parametrize(
    "label", ["invoice", "receipt", "identity_document", "tax_form", "insurance", "payslip", "cv"]
)
def test_labels_without_values_give_nothing(label: str) -> None:
    text = "lorem ipsum dolor sit amet 12 34 56 78 invoice total date number patient name\n" * 4
    assert not [f for f in read(text, label) if not re.search(r"\d", f.value)]


def test_what_was_handed_over_less_the_change_is_the_total() -> None:
    fields = read(
        "GOLDEN KEY TRADING\nNO 3, JALAN SS 2, 47300 PETALING JAYA\n12/03/2018\n2 PEN BLUE 4.01\nTOTAL 4.01\nROUNDING ADJ -0.01\n"
        "TOTAL ROUNDED 4.00\nCASH 10.00\nCHANGE 6.00\n",
        "receipt",
    )
    assert value(fields, "total") == "4.00"


def test_values_stand_below_their_heads_where_heads_are_a_row() -> None:
    fields = read(
        "Greenfield Landscapes Ltd\n4 Orchard Way, Kendal LA9 4QT\nInvoice No      Invoice Date      Due Date\n"
        "GL-2291         3 May 2024        2 June 2024\nHedge trimming 6 32.00 192.00\nTotal £192.00\n",
        "invoice",
    )
    assert (value(fields, "number"), value(fields, "date"), value(fields, "due_date")) == (
        "GL-2291",
        "2024-05-03",
        "2024-06-02",
    )


def test_the_small_print_above_the_window_names_the_seller_not_the_buyer() -> None:
    fields = read(
        "Musikhaus Klang e.K. · Bachstr. 2 · 04103 Leipzig\n\nHerrn\nJörg Pfeiffer\nLessingstraße 19\n04109 Leipzig\n\n"
        "Leipzig, 5. Februar 2024\nRECHNUNG 2024-0033\nKapodaster 1 14,90 14,90\nEndbetrag 14,90 EUR\n",
        "invoice",
    )
    assert value(fields, "vendor") == "Musikhaus Klang e.K."
    assert value(fields, "vendor_address") == "Bachstr. 2, 04103 Leipzig"
    assert value(fields, "customer") == "Jörg Pfeiffer"
    assert value(fields, "number") == "2024-0033"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("EXHIBIT 10.1\n\nMASTER SUPPLY AGREEMENT\n\nThis Agreement is made as of 4 March 2016.\n", "MASTER SUPPLY AGREEMENT"),
        ("THIS SERVICE AGREEMENT (the Agreement) is made by the parties.\n", "SERVICE AGREEMENT"),
        ("The parties talk about an agreement.\n", None),
    ],
)  # fmt: skip
def test_a_contract_has_the_title_that_it_gives_itself(text: str, title: str | None) -> None:
    assert value(read(text, "contract"), "title") == title


def test_an_anniversary_ends_a_term() -> None:
    fields = read(
        "MUTUAL NON-DISCLOSURE AGREEMENT\nThis Agreement is made as of March 4, 2016 by and between Bluefin Robotics, Inc. and the other party.\n"
        "9. Term. This Agreement shall terminate on the second (2nd) anniversary of the date hereof.\n"
        "10. Governing Law. This Agreement is governed by the laws of the State of Delaware.\n",
        "contract",
    )
    assert values(fields, "term") == ["2 years"]


@pytest.mark.parametrize(
    ("label", "text", "name", "normal"),
    [
        ("payslip", "Periodo de liquidación: del 1 al 31 de mayo de 2024\n", "period", "2024-05-01/2024-05-31"),
        ("payslip", "Entgeltabrechnung für März 2024\n", "period", "2024-03"),
        ("payslip", "Gross pay              2,330.00     Total deductions     318.60\n", "gross_pay", "2330.00"),
        ("payslip", "Codice fiscale: RVIPLA80A01F205X\n", "tax_id", "RVIPLA80A01F205X"),
        ("tax_form", "AVIS 2023\nMontant de l'impôt sur le revenu : 2 140 €\n", "tax_due", "2140.00"),
        ("insurance", "ATTESTATION\nContrat n° 7745 8890 K\n", "policy_number", "7745 8890 K"),
        ("email", "From: a@b.example\nTo: c@d.example\n\nCould you call me before Thursday 11 January 2024?\n", "deadline", "2024-01-11"),
    ],
)  # fmt: skip
def test_values_are_read_as_people_write_them(label: str, text: str, name: str, normal: str) -> None:
    assert value(read(text, label), name) == normal


@pytest.mark.parametrize(
    ("written", "language", "normal"),
    [
        ("06 12 34 56 78", "fr", "+33612345678"),
        ("+48 601 234 567", "pl", "+48601234567"),
        ("(212) 555-0199", "en", "+12125550199"),
        ("0113 496 0712", "en", "+441134960712"),
        ("06 12 34 56 78", "und", "0612345678"),
    ],
)
def test_a_telephone_number_is_written_as_one_dials_it_from_anywhere(
    written: str, language: str, normal: str
) -> None:
    fields = extract(document(f"Élodie Marchand\n{written}\n"), Category("cv", 1.0), language)
    assert value(fields, "phone") == normal


def test_a_discount_counts_before_sums_are_trusted() -> None:
    fields = read(
        "ACME CLOUD SERVICES, INC.\nBill To                          Invoice #        INV-00981\n"
        "Jordan Pike                      Date             Apr 02, 2024\nPike & Sons Roofing              Due Date         Apr 17, 2024\n"
        "Description  Quantity   Rate      Amount\nHosting plan   1    $120.00    $120.00\nDomain renewal   2     $25.50     $51.00\n"
        "Subtotal           $171.00\nDiscount           -$17.10\nTax (7%)            $10.77\nTotal              $164.67\n",
        "invoice",
    )
    assert value(fields, "customer") == "Jordan Pike"
    assert [value(fields, name) for name in ("net", "tax", "total")] == ["171.00", "10.77", "164.67"]
    assert min(f.score for f in fields if f.name in ("net", "tax", "total")) > 0.95


def test_dates_of_a_post_on_the_next_line_belong_to_it() -> None:
    fields = read(
        "DANIEL OKONKWO\n\nEXPERIENCE\nSenior Developer, Tidewater Bank\nJan 2020 - Present\n• Led a team\n",
        "cv",
    )
    assert values(fields, "experience") == ["Senior Developer, Tidewater Bank Jan 2020 - Present"]


def test_a_line_below_the_greeting_is_the_subject_of_a_letter() -> None:
    fields = read(
        "15 October 2024\n\nYour ref: CLM-88213\n\nDear Sirs,\n\nWater damage to kitchen ceiling\n\nI enclose the plumber's report. "
        "I would be grateful if you would let me have your decision within 14 days.\n\nYours faithfully,\n\nDeborah Akers\n",
        "letter",
    )
    assert value(fields, "subject") == "Water damage to kitchen ceiling"
    assert value(fields, "number") == "CLM-88213"
    assert (
        value(fields, "action")
        == "I would be grateful if you would let me have your decision within 14 days."
    )
