"""Invoices as offices lay them out: columns side by side, forms of companies in front, short labels."""

from __future__ import annotations

from app.analysis.understanding.extract import extract
from app.documents import Block, BlockKind, Category, Document, Source


def read(text: str) -> dict[str, str]:
    document = Document(
        Source("", "0", 0, "text/plain", "text"), text, (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    )
    fields = extract(document, Category("invoice", 1.0))
    return {field.name: field.normalized or field.value for field in reversed(fields)}


def test_the_buyer_stands_below_a_label_that_has_another_label_beside_it() -> None:
    found = read(
        "Acme Plumbing, LLC\n77 Sunset Blvd, Austin, TX 78701\n\nBILL TO                INVOICE # 10234\n"
        "Jane Cooper            DATE 04/18/2024\n15 Oak St              DUE DATE 05/18/2024\nAustin, TX 78702\n\n"
        "SUBTOTAL   952.00\nTAX (8.25%)  78.54\nTOTAL   $1,030.54\n"
    )
    assert found["customer"] == "Jane Cooper"
    assert found["number"] == "10234"
    assert found["total"] == "1030.54"


def test_a_company_may_write_its_form_first() -> None:
    found = read(
        "EURL BOULANGER ÉLECTRICITÉ\n18 chemin des Vignes - 34000 Montpellier\n\nFACTURE N° 2023-0456\nDate : 21/12/2023\n"
        "Sous-total HT : 1 160,00 €\nTVA 10 % : 116,00 €\nNet à payer : 1 276,00 €\n"
    )
    assert found["vendor"] == "EURL BOULANGER ÉLECTRICITÉ"
    assert found["total"] == "1276.00"


def test_a_total_may_be_called_gesamt_and_a_number_numero() -> None:
    found = read(
        "Getränke Hoffmann e.K.\nRechnung vom 07.02.2024\nApfelsaft  24,00\nWeißwein  54,00\nGesamt   89,94 €\n"
    )
    assert found["total"] == "89.94"
    found = read(
        "FACTURA\nNúmero: A-2023/0199\nFecha: 08/11/2023\nBase imponible  330,00 €\nIVA  69,30 €\nTOTAL  399,30 €\n"
    )
    assert found["number"] == "A-2023/0199"


def test_what_was_bought_names_no_seller() -> None:
    found = read("0432\nTissues   2,49\nSoap   8,99\nTotal   11,48\n")
    assert found.get("vendor") not in ("Tissues", "Soap")
