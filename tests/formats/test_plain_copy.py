"""Copies as plain text: the words without what the plan takes out, and without the file's properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents import Area, Block, BlockKind, Document, Operator, Plan, Removal, Source
from app.documents.errors import RedactionRefused
from app.formats.plain_copy import plain_copy

SOURCE = Source("/x/a.docx", "0" * 64, 1, "application/x", "docx")


def _plan(*removals: tuple[int, int], areas: tuple[Area, ...] = ()) -> Plan:
    made = tuple(Removal(a, b, "PERSON", Operator.LABEL, "[PERSON]") for a, b in removals)
    return Plan(made, (), areas=areas)


def test_names_and_properties_are_gone() -> None:
    text = "Dear Anna Smith,\nhello.\nAnna Smith\n"
    blocks = (
        Block(BlockKind.PARAGRAPH, 0, 16),
        Block(BlockKind.PARAGRAPH, 17, 23),
        Block(BlockKind.METADATA, 24, 34, place="author"),
    )
    copy = plain_copy(Document(SOURCE, text, blocks), _plan((5, 15), (24, 34)))
    assert copy.data.decode() == "Dear [PERSON],\nhello.\n"
    assert copy.extension == ".txt"


def test_marked_areas_are_refused_and_never_overlooked() -> None:
    document = Document(SOURCE, "Dear Anna Smith,")
    with pytest.raises(RedactionRefused, match="own format"):
        plain_copy(document, _plan(areas=(Area(1, (0.0, 0.0, 9.0, 9.0)),)))


@given(st.text(min_size=1), st.data())
def test_nothing_of_a_removal_is_left(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    copy = plain_copy(Document(SOURCE, text), _plan((start, end))).data.decode("utf-8", "replace")
    expected = (text[:start] + "[PERSON]" + text[end:]).encode("utf-8", "replace").decode()
    assert copy == expected.rstrip() + "\n"
