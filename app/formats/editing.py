"""Editing a source text where a plan says so: everything else stays as it was, to the byte."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Callable, Iterable

from app.documents import Document, Operator, Plan, Removal, find_terms

Escape = Callable[[str], str]


def replacement_for(removal: Removal) -> str:
    """What stands in a text where `removal` was; an exemption code follows a box or a label."""
    if removal.operator is Operator.REMOVE:
        return ""
    marked = removal.operator in (Operator.BLACKOUT, Operator.LABEL)
    return f"{removal.replacement} {removal.code}" if marked and removal.code else removal.replacement


def edit_source(
    source: str, document: Document, plan: Plan, escape: Escape = lambda text: text
) -> tuple[str, int]:
    """`source` without the plan's spans, and how many went.

    Segments of the document say which characters of the source (their `offset`) show which characters of
    the text: one for one where `node` is 0; a segment of one character with a `node` above 0 is written
    with that many characters in the source (an entity, an escape, a doubled quote).
    """
    edits: list[tuple[int, int, str]] = []
    removed = 0
    segments = [segment for block in document.blocks for segment in block.segments]
    segments.sort(key=lambda segment: segment.start)
    for removal in plan.removals:
        first = True
        for segment in segments:
            low, high = max(removal.start, segment.start), min(removal.end, segment.end)
            if low >= high:
                continue
            at = segment.offset + low - segment.start
            end = segment.offset + segment.node if segment.node > 0 else at + high - low
            edits.append((at, end, escape(replacement_for(removal)) if first else ""))
            removed += first
            first = False
    return apply_edits(source, edits), removed


def apply_edits(source: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """Replace `[start, end)` spans; overlapping ones are joined and keep the first replacement."""
    pieces: list[str] = []
    at = 0
    for start, end, text in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if start >= at:
            pieces += [source[at:start], text]
            at = end
        else:
            at = max(at, end)
    return "".join(pieces) + source[at:]


def without_terms(text: str, plan: Plan, placeholder: str) -> tuple[str, int]:
    """`text` without any of the plan's terms, whatever their spelling, and how many went."""
    edits = [(start, end, placeholder) for start, end, _ in find_terms(text, plan.terms)]
    edits += [(start, end, placeholder) for start, end in percent_encoded(text, plan)]
    return apply_edits(text, edits), len(edits)


_PERCENT = re.compile(r"[^\s\"'<>]*%[0-9A-Fa-f]{2}[^\s\"'<>]*")


def percent_encoded(text: str, plan: Plan) -> list[tuple[int, int]]:
    """Spans of percent-encoded words (of links) that show a term once decoded."""
    return [
        match.span()
        for match in _PERCENT.finditer(text)
        if find_terms(urllib.parse.unquote(match.group()), plan.terms)
    ]
