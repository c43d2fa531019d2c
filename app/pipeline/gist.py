"""Summaries of any length, and what text looks like after masking."""

from __future__ import annotations

from app.analysis.understanding.salience_spoken import spoken
from app.analysis.understanding.summarize import in_one_line, summarize
from app.documents import Document, Plan, Summary
from app.formats.plain_copy import masked
from app.store import Reading

__all__ = ["LONGEST", "masked", "masked_summary", "summary"]

LONGEST = 12


def summary(reading: Reading, length: int) -> Summary:
    """At most `length` sentences of the document."""
    return summarize(reading.document, max(1, min(LONGEST, length)))


def masked_summary(document: Document, shown: Summary, plan: Plan) -> str:
    """The sentences of a summary as the copy has them; hesitations are left out where the summary leaves them out."""
    parts = [masked(document.text, plan, start, end) for start, end in shown.sentences]
    if shown.text != in_one_line(document.text[start:end] for start, end in shown.sentences):
        parts = [spoken(part) for part in parts]
    return in_one_line(parts)
