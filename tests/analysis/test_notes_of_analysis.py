"""What an analysis says beside its facts: sums that disagree, and key words that are words of the document."""

from __future__ import annotations

import pytest

from app import formats
from app.analysis.understanding import understand
from app.documents import Block, BlockKind, Document, Source
from app.formats import Context

INVOICE = (
    "Harbour Tools Ltd\n12 Quay Road, Leeds LS1 4AB\n\nINVOICE\nInvoice number: 2024-118\nInvoice date: 4 March 2024\n\n"
    "Description    Qty    Unit price    Amount\nDesk lamp    2    40.00    80.00\nOffice chair    1    120.00    {chair}\n\n"
    "Net    {net}\nVAT 20%    40.00\nTotal    {total}\n\nPlease pay within 14 days.\n"
)


def understood(text: str) -> tuple[str, tuple[str, ...]]:
    document = formats.read_bytes(text.encode(), Context(name="a.txt"))
    found = understand(document, "en")
    return found.category.label, found.warnings


def test_an_invoice_that_adds_up_carries_no_warning() -> None:
    assert understood(INVOICE.format(chair="120.00", net="200.00", total="240.00")) == ("invoice", ())


def test_items_that_do_not_come_to_the_net_are_pointed_out() -> None:
    label, warnings = understood(INVOICE.format(chair="125.00", net="200.00", total="240.00"))
    assert label == "invoice"
    assert warnings == ("The items come to 205.00, but their sum is given as 200.00. Check this by eye.",)


def test_a_total_that_is_not_net_and_tax_is_pointed_out() -> None:
    label, warnings = understood(INVOICE.format(chair="120.00", net="200.00", total="260.00"))
    assert label == "invoice"
    assert warnings == ("Net and tax come to 240.00, but the total is 260.00. Check this by eye.",)


def test_a_discount_between_items_and_net_is_no_mistake() -> None:
    text = INVOICE.format(chair="120.00", net="190.00", total="228.00")
    text = text.replace("Net    ", "Discount    10.00\nNet    ").replace(
        "VAT 20%    40.00", "VAT 20%    38.00"
    )
    assert understood(text) == ("invoice", ())


@pytest.mark.parametrize("word", ["unspecified", "(anonymous)", "Untitled"])
def test_what_a_program_writes_for_want_of_a_title_is_no_key_word(word: str) -> None:
    body = "The harbour wall needs repair. The harbour wall is old."
    text = f"{word}\n{word}\n{body}"
    at = len(word) + 1
    blocks = (
        Block(BlockKind.METADATA, 0, len(word), ()),
        Block(BlockKind.METADATA, at, at + len(word), ()),
        Block(BlockKind.PARAGRAPH, 2 * at, len(text), ()),
    )
    document = Document(Source("a.pdf", "0" * 64, "application/pdf", "pdf", len(text)), text, blocks)
    keywords = [phrase.lower() for phrase in understand(document, "en").keywords]
    assert word.strip("()").lower() not in keywords
    assert any("harbour wall" in phrase for phrase in keywords)
