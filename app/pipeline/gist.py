"""Summaries of any length, and what text looks like after masking."""

from __future__ import annotations

import re

from app.analysis.understanding.summarize import summarize
from app.documents import Document, Plan, Summary
from app.store import Reading

LONGEST = 12


def summary(reading: Reading, length: int) -> Summary:
    """At most `length` sentences of the document."""
    return summarize(reading.document, None, max(1, min(LONGEST, length)))


def masked_summary(document: Document, shown: Summary, plan: Plan) -> str:
    """The sentences of a summary as the copy has them."""
    parts = [masked(document.text, plan, start, end) for start, end in shown.sentences]
    return " ".join(re.sub(r"\s+", " ", part) for part in parts)


def masked(text: str, plan: Plan, start: int = 0, end: int | None = None) -> str:
    """`[start, end)` of the text with the plan's removals carried out."""
    end = len(text) if end is None else end
    parts, at = [], start
    for removal in plan.removals:
        if removal.end <= start or removal.start >= end:
            continue
        parts += [text[at : max(at, removal.start)], removal.replacement]
        at = max(at, removal.end)
    return "".join([*parts, text[min(at, end) : end]])
