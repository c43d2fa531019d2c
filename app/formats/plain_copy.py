"""A copy as plain text, of whatever format: what was read, with the plan carried out. Nothing else of the file stays."""

from __future__ import annotations

from app.documents import BlockKind, Document, Plan, Redacted
from app.documents.errors import PlanMismatch, RedactionRefused


def plain_copy(document: Document, plan: Plan) -> Redacted:
    """The text in UTF-8, without the file's properties. Raises PlanMismatch, and RedactionRefused where areas of pages are marked: a text has none."""
    if plan.text_sha256 and plan.text_sha256 != document.text_sha256:
        raise PlanMismatch
    if plan.areas:
        raise RedactionRefused(
            "Areas of pages are marked in this document, and a text has no pages: choose its own format."
        )
    parts, at = [], 0
    for block in document.blocks:
        if block.kind is BlockKind.METADATA:
            parts.append(masked(document.text, plan, at, max(at, block.start)))
            at = max(at, block.end)
    text = "".join([*parts, masked(document.text, plan, at)]).rstrip() + "\n"
    return Redacted(text.encode("utf-8", "replace"), ".txt", {"text": len(plan.removals)})


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
