from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.understanding.classify import LABELS
from app.analysis.understanding.extract import extract
from app.analysis.understanding.extract_lines import read_lines
from app.analysis.understanding.fields_candidates import amounts, line_ranges
from app.analysis.understanding.fields_contracts import party_name, party_names
from app.analysis.understanding.values import DATE, DURATION, parse_date, parse_duration
from app.documents import Block, BlockKind, Category, Document, Field, Source
from app.documents.errors import ModelError
from app.models.extractor import Clauses, Extractor, bundled_extractor, load_extractor, save_extractor


def document(text: str, *, headers: int = 0) -> Document:
    """The first `headers` lines are headers of a mail."""
    blocks, at = [], 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        if line.strip():
            kind = BlockKind.MAIL_HEADER if number < headers else BlockKind.PARAGRAPH
            blocks.append(Block(kind, at, at + len(line.rstrip("\n"))))
        at += len(line)
    return Document(Source("", "0", 0, "text/plain", "text"), text, tuple(blocks))


def read(text: str, label: str, *, headers: int = 0) -> list[Field]:
    return extract(document(text, headers=headers), Category(label, 1.0))


def values(fields: list[Field], name: str) -> list[str]:
    return [field.normalized or field.value for field in fields if field.name == name]


RECEIPT = """\
SYARIKAT LIM TRADING SDN BHD
(812345-K)
NO 14, JALAN MERANTI 3,
TAMAN DESA JAYA,
81100 JOHOR BAHRU, JOHOR.
TEL : 07-3551234
TAX INVOICE
INV NO : A004512  DATE : 17/03/2018 14:22
CASHIER : AMINAH
2 KOPI O  3.60
1 ROTI CANAI  1.50
TOTAL QTY  3
SUB TOTAL  5.10
GST 6%  0.31
TOTAL (RM)  5.40
CASH  10.00
CHANGE  4.60
THANK YOU PLEASE COME AGAIN
"""
NDA = """\
MUTUAL NON-DISCLOSURE AGREEMENT

This Mutual Non-Disclosure Agreement (this "Agreement") is made as of March 4, 2016 by and between Bluefin
Robotics, Inc., a Delaware corporation (the "Company"), and Harold T. Whitmore (the "Recipient").

1. Confidential Information. The Recipient shall keep all information that the Company discloses in confidence.
2. Term. This Agreement shall continue in effect for a period of three (3) years from the date first written above.
3. Termination. Either party may terminate this Agreement at any time upon thirty (30) days' prior written notice.
4. Assignment. Neither party may assign this Agreement without the prior written consent of the other party.
5. Governing Law. This Agreement shall be governed by and construed in accordance with the laws of the State of
Massachusetts, without regard to its conflict of laws principles.

IN WITNESS WHEREOF, the parties have executed this Agreement as of the date first written above.

BLUEFIN ROBOTICS, INC.
By: /s/ Ann Cole
Name: Ann Cole
Title: President

/s/ Harold T. Whitmore
Harold T. Whitmore
"""


def test_a_printed_receipt_gives_seller_address_date_and_sums() -> None:
    fields = read(RECEIPT, "receipt")
    assert values(fields, "vendor") == ["SYARIKAT LIM TRADING SDN BHD"]
    assert values(fields, "vendor_address") == [
        "NO 14, JALAN MERANTI 3, TAMAN DESA JAYA, 81100 JOHOR BAHRU, JOHOR."
    ]
    assert values(fields, "date") == ["2018-03-17"]
    assert values(fields, "total") == ["5.40"]
    assert [f.value for f in fields if f.name == "line_item_description"] == ["KOPI O", "ROTI CANAI"]
    assert [f.value for f in fields if f.name == "line_item_quantity"] == ["2", "1"]
    assert [f.value for f in fields if f.name == "line_item_amount"] == ["3.60", "1.50"]


def test_a_contract_gives_parties_date_law_and_term() -> None:
    fields = read(NDA, "contract")
    assert values(fields, "contract_type") == ["nda"]
    assert {"Bluefin Robotics Inc.", "Harold T. Whitmore"} <= set(values(fields, "party"))
    assert values(fields, "effective_date") == ["2016-03-04"]
    assert values(fields, "governing_law") == ["Massachusetts"]
    assert values(fields, "term") == ["3 years"]
    assert values(fields, "notice_period") == ["30 days"]
    assert values(fields, "signature") == ["Ann Cole", "Harold T. Whitmore"]


def test_clauses_are_shown_with_their_places() -> None:
    fields = read(NDA, "contract")
    assert any("may assign this Agreement" in value for value in values(fields, "anti_assignment"))
    assert any("thirty (30) days" in value for value in values(fields, "termination_for_convenience"))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("ARBEITSVERTRAG\nzwischen der Nordlicht GmbH und Frau Ilse Brandt", "employment"),
        ("RESIDENTIAL LEASE\nThis lease is made between A and B", "lease"),
        ("SEVERANCE AGREEMENT AND GENERAL RELEASE\nThe Executive's employment ends", "severance"),
        ("SOFTWARE LICENSE AGREEMENT\nLicensor grants", "licence"),
        ("LOAN AGREEMENT\nThe Lender lends", "loan"),
        ("TERMS AND CONDITIONS\nThese terms", "terms"),
    ],
)
def test_the_kind_of_contract_comes_from_its_title(text: str, label: str) -> None:
    assert values(read(text, "contract"), "contract_type") == [label]


def test_a_cv_gives_name_contact_posts_and_skills() -> None:
    fields = read(
        "Nadia Osei\n12 Mill Lane, Leeds\nnadia.osei@mail.example | +44 113 496 0712\n\nExperience\n"
        "2019 - present Ward nurse, St Brigid's Hospital\n- led a team of six\n2015 - 2019 Nurse, Aire Clinic\n\n"
        "Education\n2012 - 2015 BSc Nursing, University of Leeds\n\nSkills\nTriage, wound care, Excel\n\n"
        "Languages\nEnglish (native), Twi, French B2\n",
        "cv",
    )
    assert values(fields, "name") == ["Nadia Osei"]
    assert values(fields, "email") == ["nadia.osei@mail.example"]
    assert values(fields, "phone") == ["+441134960712"]
    assert values(fields, "experience") == [
        "2019 - present Ward nurse, St Brigid's Hospital",
        "2015 - 2019 Nurse, Aire Clinic",
    ]
    assert values(fields, "education") == ["2012 - 2015 BSc Nursing, University of Leeds"]
    assert values(fields, "skill") == ["Triage", "wound care", "Excel"]
    assert values(fields, "language") == ["en", "fr"]


def test_a_statement_gives_its_transactions_as_rows() -> None:
    fields = read(
        "Account statement\nOpening balance 1,200.00\n03.02.2024 Rent February -850.00 350.00\n"
        "05.02.2024 Salary Harbour Ltd 2,100.00 2,450.00\nClosing balance 2,450.00\n",
        "bank_statement",
    )
    assert values(fields, "opening_balance") == ["1200.00"]
    assert values(fields, "closing_balance") == ["2450.00"]
    rows = [(f.row, f.normalized or f.value) for f in fields if f.row is not None]
    assert rows == [
        (0, "2024-02-03"), (0, "Rent February"), (0, "-850.00"), (0, "350.00"),
        (1, "2024-02-05"), (1, "Salary Harbour Ltd"), (1, "2100.00"), (1, "2450.00"),
    ]  # fmt: skip


def test_a_medical_report_gives_diagnoses_and_drugs() -> None:
    fields = read(
        "DISCHARGE LETTER\nPatient: Tomas Vrba\nDate of birth: 04.05.1961\nDiagnoses:\n- Community-acquired pneumonia\n"
        "- Type 2 diabetes\nTherapy: amoxicillin 500 mg three times a day and metformin 1000 mg.\n",
        "medical_report",
    )
    assert values(fields, "patient") == ["Tomas Vrba"]
    assert values(fields, "date_of_birth") == ["1961-05-04"]
    assert values(fields, "diagnosis") == ["Community-acquired pneumonia", "Type 2 diabetes"]
    assert values(fields, "medication") == ["amoxicillin 500 mg", "metformin 1000 mg"]


def test_a_letter_gives_sender_recipient_and_what_is_asked() -> None:
    fields = read(
        "Leeds, 4 June 2024\n\nSubject: Your deposit\n\nDear Ms Okafor,\n\nWe have received your keys. Please send us your bank details "
        "by 20 June 2024.\n\nYours sincerely,\nAdam Lind\n",
        "letter",
    )
    assert values(fields, "recipient") == ["Ms Okafor"]
    assert values(fields, "sender") == ["Adam Lind"]
    assert values(fields, "subject") == ["Your deposit"]
    assert values(fields, "date") == ["2024-06-04"]
    assert values(fields, "action") == ["Please send us your bank details by 20 June 2024."]
    assert values(fields, "deadline") == ["2024-06-20"]


def test_an_email_gives_its_headers() -> None:
    fields = read(
        "From: Ana Ruiz <ana@firm.example>\nTo: bo@firm.example\nSubject: Lunch\n\nCould you book a table for four?\n",
        "email",
        headers=3,
    )
    assert values(fields, "sender") == ["Ana Ruiz <ana@firm.example>"]
    assert values(fields, "recipient") == ["bo@firm.example"]
    assert values(fields, "subject") == ["Lunch"]
    assert values(fields, "action") == ["Could you book a table for four?"]


@pytest.mark.parametrize("label", [*LABELS, "unknown"])
@pytest.mark.parametrize(
    "text", ["", "   \n \n", "hello", "� " * 200, "|||| ---- ~~~~ \n" * 20, "q w e r t z u i o p " * 30]
)
def test_what_says_nothing_gives_no_fields(label: str, text: str) -> None:
    assert read(text, label) == []


@given(
    st.text(max_size=300),
    st.sampled_from(("receipt", "contract", "cv", "letter", "medical_report", "bank_statement", "invoice")),
)
@settings(max_examples=80, deadline=None)
def test_every_value_stands_where_it_says(text: str, label: str) -> None:
    for field in read(text, label):
        assert text[field.start : field.end] == field.value
        assert 0.0 <= field.score <= 1.0


@given(st.text(alphabet="AB12 .,/-:()\nRM", max_size=200))
@settings(max_examples=50, deadline=None)
def test_nothing_is_proposed_that_does_not_stand_there(text: str) -> None:
    lines = read_lines(document(text))
    for candidate in [*amounts(lines), *line_ranges("vendor", text, lines), *party_names(text)]:
        assert 0 <= candidate.start < candidate.end <= len(text)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("30 MAR 18", "2018-03-30"),
        ("15/APR/2017", "2017-04-15"),
        ("6th of February, 1999", "1999-02-06"),
        ("Dec 3,2016", "2016-12-03"),
    ],
)
def test_dates_on_slips_and_deeds(text: str, iso: str) -> None:
    match = DATE.search(text)
    assert match is not None
    assert parse_date(match) == iso


def test_a_time_of_day_is_no_year() -> None:
    match = DATE.search("on 12 May 10:30")
    assert match is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two (2) years", "2 years"),
        ("eighteen months", "18 months"),
        ("1 year", "1 year"),
        ("drei Monaten", "3 months"),
        ("of years", None),
    ],
)
def test_stretches_of_time_have_one_form(text: str, value: str | None) -> None:
    match = DURATION.search(text)
    assert (parse_duration(match) if match else None) == value


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Acme,\nInc.", "Acme Inc."),
        ("ACME HOLDINGS LIMITED", "ACME HOLDINGS Ltd."),
        ("Blue Oak, L.L.C.", "Blue Oak LLC"),
    ],
)
def test_legal_forms_have_one_spelling(written: str, name: str) -> None:
    assert party_name(written) == name


def test_a_head_is_read_as_it_was_written(tmp_path: Path) -> None:
    clauses = Clauses(
        ("insurance",),
        ("policy", "insured"),
        np.array([1.0, 2.0], np.float32),
        np.ones((2, 1), np.float32),
        np.zeros(1, np.float32),
        np.ones(1, np.float32),
    )
    save_extractor(Extractor({}, clauses), tmp_path / "extractor.npz")
    held = load_extractor(tmp_path / "extractor.npz").clauses
    assert held is not None
    assert held.terms == clauses.terms
    assert held.scores([{"policy"}, set()]).shape == (2, 1)


def test_a_damaged_head_is_named(tmp_path: Path) -> None:
    (tmp_path / "extractor.npz").write_bytes(b"PK\x03\x04 not a head")
    with pytest.raises(ModelError, match=r"extractor\.npz"):
        load_extractor(tmp_path / "extractor.npz")


def test_the_shipped_head_knows_every_task() -> None:
    head = bundled_extractor()
    assert head is not None
    assert {"receipt.vendor", "receipt.total", "contract.party", "contract.term"} <= set(head.networks)
    assert head.clauses is not None


@pytest.mark.parametrize(
    "line",
    [
        "VAT 29.00",
        "VAT 20% 29.00",
        "VAT (20%) 29.00",
        "Sales tax 29.00",
        "TVA 20 % 29,00",
        "IVA 29,00",
        "BTW 20% 29,00",
    ],
)
def test_a_tax_one_blank_behind_its_label_is_read_whole(line: str) -> None:
    text = f"INVOICE\nInvoice no: HF-1\nDate: 3 March 2026\nNet 145.00\n{line}\nTotal 174.00\n"
    found = extract(document(text), Category("invoice", 1.0))
    assert [field.normalized for field in found if field.name == "tax"] == ["29.00"]


def test_a_blank_between_pieces_and_price_is_no_mark_of_thousands_where_the_row_adds_up() -> None:
    head = "FACTURE N° F-2026-12\nDate : 3 mars 2026\n\nDésignation Quantité Prix unitaire Montant\n"
    rows = "Etagère chêne 2 150,00 300,00\nPorte pleine 1 200,00 1 200,00\n"
    found = extract(document(head + rows + "Total HT 1 500,00\n"), Category("invoice", 1.0))
    cells = [(f.name, f.normalized) for f in found if f.name.startswith("line_item") and f.normalized]
    assert cells[:3] == [
        ("line_item_quantity", "2"),
        ("line_item_unit_price", "150.00"),
        ("line_item_amount", "300.00"),
    ]
    assert cells[-1] == ("line_item_amount", "1200.00")


def test_a_polish_gross_sum_is_the_total() -> None:
    text = "Faktura nr 7/2026\nNabywca: Jadwiga Lis\nWartość netto 100,00\nVAT 23% 23,00\nWartość brutto 123,00 zł\n"
    found = extract(document(text), Category("invoice", 1.0))
    assert [field.normalized for field in found if field.name == "total"] == ["123.00"]


def test_a_registration_for_tax_is_no_tax() -> None:
    text = "INVOICE\nInvoice no: HF-1\nVAT registration: GB 123 4567 82\nSubtotal: £100.00\nVAT 20%: £20.00\nTotal due: £120.00\n"
    found = {field.name: field.value for field in extract(document(text), Category("invoice", 1.0))}
    assert found["tax"] == "20.00"


def test_two_columns_of_signatures_are_not_one_party() -> None:
    text = (
        "Mutual Non-Disclosure Agreement\nThis Agreement is made on 11 January 2024 by and between Quillon Biotech AB, "
        "Storgatan 14, Stockholm, and Marisma Labs S.L., Sevilla.\nThis Agreement is governed by the laws of Sweden.\n"
        "Quillon Biotech AB\tMarisma Labs S.L.\nOskar Lindqvist\tLucía Fernández Prado\n"
    )
    found = extract(document(text), Category("contract", 1.0))
    assert all("\t" not in field.value for field in found if field.name == "party")
