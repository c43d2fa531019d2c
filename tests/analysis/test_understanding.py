from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.understanding import understand
from app.analysis.understanding.classify import classify
from app.analysis.understanding.extract import extract
from app.analysis.understanding.summarize import keywords, summarize
from app.analysis.understanding.values import AMOUNT, DATE, parse_amount, parse_date, parse_number
from app.documents import Block, BlockKind, Category, Document, Source


def document(text: str, format_name: str = "text") -> Document:
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(line.rstrip("\n"))))
        at += len(line)
    return Document(Source("", "0", 0, "text/plain", format_name), text, tuple(blocks))


INVOICE = """\
Harbour & Finch Ltd
12 Quay Street, Bristol BS1 4DJ

INVOICE
Invoice no: HF-2024-0173
Invoice date: 14 March 2024
Due date: 13/04/2024
Bill to: Olive Branch Clinic

Description        Qty   Unit price   Amount
Desk chairs        4     120.00       480.00
Standing desk      2     310.50       621.00

Subtotal           1,101.00
VAT 20%            220.20
Total due          £1,321.20
IBAN GB82 WEST 1234 5698 7654 32
"""

RECHNUNG = """\
Nordlicht Büromöbel GmbH
RECHNUNG
Rechnungsnummer: 2024/118
Rechnungsdatum: 05.02.2024
Zahlbar bis: 19.02.2024
Zwischensumme 1.000,00 EUR
zzgl. 19 % MwSt. 190,00 EUR
Gesamtbetrag 1.190,00 EUR
IBAN: DE89 3704 0044 0532 0130 00
"""


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (INVOICE, "invoice"),
        (RECHNUNG, "invoice"),
        ("CURRICULUM VITAE\nNadia Osei\n\nExperience\n2019 - present Nurse\n\nEducation\nBSc\n\nSkills\nTriage", "cv"),
        ("Dear Ms Okafor,\n\nthank you for your visit to our office last week.\n\nYours sincerely,\nA. Lind", "letter"),
        ("Payslip\nPay period: May 2024\nGross pay 3,200.00\nIncome tax 540.00\nNet pay 2,410.00", "payslip"),
        ("Kontoauszug\nAnfangssaldo 100,00\nBuchungstag 01.02.\nLastschrift\nEndsaldo 50,00", "bank_statement"),
        ("From: a@b.example\nTo: c@d.example\nSubject: lunch\n\nLet me know, thanks", "email"),
        ("DISCHARGE SUMMARY\nPatient: X\nDiagnosis: pneumonia\nMedication: amoxicillin 500 mg", "medical_report"),
    ],
)  # fmt: skip
def test_common_papers_are_told_apart(text: str, label: str) -> None:
    assert classify(document(text)).label == label


@pytest.mark.parametrize(
    "text", ["", "hello", "42", "x y z " * 5, "lorem ipsum dolor sit amet " * 20, "�" * 400]
)
def test_what_says_nothing_is_unknown_and_has_no_facts(text: str) -> None:
    found = understand(document(text))
    assert found.category.label == "unknown"
    assert [field for field in found.fields if field.name not in ("mentioned_date",)] == []


def test_the_key_facts_of_an_invoice_are_found_with_their_places() -> None:
    read = document(INVOICE)
    fields = {field.name: field for field in extract(read, classify(read)) if field.row is None}
    assert {name: (f.normalized or f.value) for name, f in fields.items()} == {
        "vendor": "Harbour & Finch Ltd",
        "vendor_address": "12 Quay Street, Bristol BS1 4DJ",
        "number": "HF-2024-0173",
        "date": "2024-03-14",
        "due_date": "2024-04-13",
        "customer": "Olive Branch Clinic",
        "net": "1101.00",
        "tax": "220.20",
        "total": "1321.20",
        "currency": "GBP",
        "iban": "GB82WEST12345698765432",
    }
    for field in fields.values():
        assert read.text[field.start : field.end] == field.value
    assert fields["total"].score > 0.95


def test_line_items_come_as_rows() -> None:
    read = document(INVOICE)
    rows = [field for field in extract(read, classify(read)) if field.row is not None]
    assert [(f.row, f.value) for f in rows] == [
        (0, "Desk chairs"), (0, "4"), (0, "120.00"), (0, "480.00"), (1, "Standing desk"), (1, "2"), (1, "310.50"), (1, "621.00"),
    ]  # fmt: skip


def test_a_german_invoice_is_read_too() -> None:
    read = document(RECHNUNG)
    fields = {field.name: field.normalized or field.value for field in extract(read, classify(read))}
    assert fields["number"] == "2024/118"
    assert (fields["net"], fields["tax"], fields["total"]) == ("1000.00", "190.00", "1190.00")
    assert (fields["date"], fields["due_date"]) == ("2024-02-05", "2024-02-19")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-03-05", "2024-03-05"), ("05.03.2024", "2024-03-05"), ("5 March 2024", "2024-03-05"),
        ("March 5, 2024", "2024-03-05"), ("12/25/2023", "2023-12-25"), ("5. März 2024", "2024-03-05"),
        ("3 de mayo de 2021", "2021-05-03"), ("6th day of January, 2012", "2012-01-06"), ("31.02.2024", None),
    ],
)  # fmt: skip
def test_dates_are_read_as_people_write_them(text: str, iso: str | None) -> None:
    match = DATE.search(text)
    assert match is not None
    assert parse_date(match) == iso


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("75,000", "75000"),
        ("9.00", "9.00"),
        ("1'234.50", "1234.50"),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, value: str) -> None:
    assert str(parse_number(text)) == value
    match = AMOUNT.search(f"€ {text}")
    assert match is not None
    assert parse_amount(match)[1] == "EUR"


def test_a_summary_is_made_of_the_documents_own_sentences_in_order() -> None:
    text = (
        "The committee met on Tuesday to discuss the new harbour wall. The wall will cost four million pounds. "
        "Nobody liked the biscuits that were served with the tea. The harbour wall will be built by a local firm. "
        "Building the harbour wall will take two years and cost four million pounds. The meeting ended at noon."
    )
    read = document(text)
    summary = summarize(read)
    assert 1 <= len(summary.sentences) <= 3
    assert list(summary.sentences) == sorted(summary.sentences)
    assert summary.text == " ".join(text[start:end] for start, end in summary.sentences)
    assert "harbour wall" in summary.text


@given(st.text(max_size=400))
@settings(max_examples=50, deadline=None)
def test_any_text_can_be_understood_and_every_span_is_exact(text: str) -> None:
    read = document(text)
    found = understand(read)
    for field in found.fields:
        assert field.start == -1 or text[field.start : field.end] == field.value
    for start, end in found.summary.sentences:
        assert 0 <= start < end <= len(text)
    assert len(keywords(text)) <= 10


def test_key_words_of_a_short_paper_say_what_it_holds_and_not_whose_it_is() -> None:
    text = (
        "Payslip\nEmployee: Priya Raghunathan\nEmployee ID: NT-48213\nPay period: May\nBasic salary: 3,150.00\n"
        "Income tax: -451.20\nGross pay: 3,362.40\nNet pay: 2,490.60\nDate of birth: 2 September\nDate of pay: 28 May"
    )
    found = keywords(text, "en")
    assert found[:3] == ["Pay period", "Basic salary", "Income tax"]
    assert "Priya Raghunathan" not in found


def _values(text: str, label: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for field in extract(document(text), Category(label, 0.9)):
        assert text[field.start : field.end] == field.value
        found.setdefault(field.name, []).append(field.value)
    return found


def test_a_letter_to_nobody_in_particular_goes_to_the_second_address() -> None:
    text = (
        "Sabine Brandt\nLindenstraße 14b\n50674 Köln\n\nStadtwerke Rheinfeld AG\nKundenservice\n50452 Köln\n\n"
        "Sehr geehrte Damen und Herren,\n\nhiermit kündige ich.\n\nMit freundlichen Grüßen\n\nSabine Brandt\n"
    )
    found = _values(text, "letter")
    assert found["recipient"] == ["Stadtwerke Rheinfeld AG"]
    assert found["sender"] == ["Sabine Brandt"]


def test_what_is_asked_for_is_told_whole_although_an_address_holds_full_stops() -> None:
    text = "Hi Tom,\n\nPlease refund it to hoa.nguyen@example.com today. Bye.\n"
    assert _values(text, "email")["action"] == ["Please refund it to hoa.nguyen@example.com today."]


def test_patient_and_drugs_stand_alone() -> None:
    text = "Patient : Jean Lefèvre, né le 04/07/1958\nTraitement : aspirine 75 mg/j, bisoprolol 2,5 mg/j. Contrôle.\n"
    found = _values(text, "medical_report")
    assert found["patient"] == ["Jean Lefèvre"]
    assert found["medication"] == ["aspirine 75 mg/j", "bisoprolol 2,5 mg/j"]


def test_a_taxpayers_number_is_no_sum_of_tax() -> None:
    text = "FATTURA N. 7\nOfficine Srl - P.IVA IT03456780371\nImponibile 405,50\nIVA 22% 89,21\nTotale EUR 494,71\n"
    assert _values(text, "invoice")["tax"] == ["89,21"]
