from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents import (
    Analysis,
    Block,
    BlockKind,
    Category,
    Document,
    Embedded,
    Entity,
    Field,
    Page,
    Segment,
    Source,
    Summary,
    analysis_from_json,
    analysis_to_json,
    result_json,
)
from app.documents.serial import document_from_bytes, document_to_bytes

SOURCE = Source("/a/b.pdf", "0" * 64, 3, "application/pdf", "pdf")


def page(text: str, start: int) -> Page:
    boxes = np.arange(len(text) * 4, dtype=np.float32).reshape(-1, 4)
    return Page(1, 595.0, 842.0, start, start + len(text), boxes)


@given(st.text(max_size=50), st.text(max_size=50))
@settings(max_examples=30, deadline=None)
def test_a_document_comes_back_exactly(text: str, inner: str) -> None:
    child = Document(SOURCE, inner, pages=(page(inner, 0),))
    block = Block(BlockKind.CELL, 0, len(text), "A1", 1, (Segment(0, len(text), "x", 1, 2),))
    whole = Document(
        SOURCE,
        text + inner,
        (block,),
        (page(text, 0),),
        (Embedded("a.pdf", "1", len(text), len(text) + len(inner), child),),
        ("a warning",),
        {"pages": "1"},
    )
    back = document_from_bytes(document_to_bytes(whole))
    assert (back.text, back.blocks, back.source) == (whole.text, whole.blocks, whole.source)
    assert (back.warnings, back.attributes) == (whole.warnings, whole.attributes)
    assert np.array_equal(back.pages[0].boxes, whole.pages[0].boxes)
    assert back.embedded[0].document.text == inner
    assert np.array_equal(back.embedded[0].document.pages[0].boxes, child.pages[0].boxes)


@pytest.mark.parametrize("damage", [b"", b"CLD1", b"CLD1abc", b"PK\x03\x04"])
def test_damaged_bytes_are_refused(damage: bytes) -> None:
    with pytest.raises((ValueError, Exception)):
        document_from_bytes(damage)


def test_an_analysis_comes_back_exactly() -> None:
    analysis = Analysis(
        (Entity("PERSON", 0, 4, "Anna", 0.9, "neural", "why"),),
        "en",
        Category("letter", 0.8, (("email", 0.1),)),
        (Field("date", "1 May", "2024-05-01", 5, 10, 0.7, 2),),
        Summary("Anna.", ((0, 5),)),
        ("word",),
        {"pii": 1.5},
        ("warning",),
    )
    assert analysis_from_json(analysis_to_json(analysis)) == analysis


def test_the_result_has_the_agreed_keys_and_places() -> None:
    document = Document(SOURCE, "Anna", pages=(page("Anna", 0),))
    analysis = Analysis((Entity("PERSON", 0, 4, "Anna", 0.9, "neural"),))
    result = result_json("7", document, analysis, with_text=True)
    assert list(result) == [
        "schema", "id", "document", "entities", "category", "fields", "summary", "keywords",
        "timings_ms", "warnings", "text",
    ]  # fmt: skip
    assert result["entities"][0]["page"] == 1
    assert len(result["entities"][0]["boxes"][0]) == 4
    assert result["document"]["characters"] == 4
