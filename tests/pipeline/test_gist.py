"""A summary that may leave the house."""

from __future__ import annotations

from app.documents import Block, BlockKind, Document, Entity, Source, Summary
from app.masking import PRESETS, build_plan
from app.pipeline.gist import masked_summary

TEXT = "Ann Poe: Um, so uh Ann Poe signs on Monday.\nBen: Fine."
SAID = (0, 43)


def document() -> Document:
    return Document(
        Source("", "0", 0, "text/plain", "text"), TEXT, (Block(BlockKind.PARAGRAPH, 0, len(TEXT)),)
    )


def masked_as(shown: str) -> str:
    found = [Entity("PERSON", at, at + 7, "Ann Poe", 0.9, "test") for at in (0, TEXT.rindex("Ann Poe"))]
    plan = build_plan(document(), found, PRESETS["share_outside"])
    return masked_summary(document(), Summary(shown, (SAID,)), plan)


def test_a_masked_summary_leaves_out_the_hesitations_that_the_summary_leaves_out() -> None:
    text = masked_as("Ann Poe: so Ann Poe signs on Monday.")
    assert "Ann" not in text and "Poe" not in text
    assert "um" not in text.lower().split() and "uh" not in text.split() and "signs on" in text


def test_a_masked_summary_of_text_shown_as_it_stands_keeps_every_word() -> None:
    assert " uh " in masked_as(TEXT[: SAID[1]])
