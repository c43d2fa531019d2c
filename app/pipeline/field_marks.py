"""Values that a person marks in the window: kept until two documents have one, then learned and filled in."""

from __future__ import annotations

import json
from dataclasses import dataclass

from app.analysis.understanding.own_fields import found_again, learn, mark_at, place_of
from app.analysis.understanding.taught_state import SENSITIVE
from app.documents.errors import StoreError, UsageError
from app.pipeline import teaching
from app.pipeline.lessons import take_back
from app.pipeline.own_fields import LEAST_DOCUMENTS
from app.pipeline.sorting_again import Again, sort_again
from app.pipeline.tables import FIXED
from app.pipeline.workspace import Workspace

_KIND = "field marks"


@dataclass(frozen=True, slots=True)
class Filled:
    """What came of a mark: `again` is None while more documents are needed."""

    name: str
    documents: int
    found_again: int
    """Leave-one-out: in how many documents the others' marks find the value."""
    again: Again | None
    needed: int = LEAST_DOCUMENTS


def mark_value(
    workspace: Workspace, name: str, document_id: int, start: int, end: int, value: str = ""
) -> Filled:
    """Say that `[start, end)` of a document is a field's value, or with `start` below 0, that `value` is.

    Learned as soon as two documents have a mark. Raises UsageError or StoreError."""
    teaching.check_name(name, "field")
    if name in (*FIXED, SENSITIVE):
        raise UsageError("This is a column of every table already. Give the field another name.")
    library = workspace.library
    text = library.reading(document_id).document.text
    if start < 0:
        found = place_of(text, value)
        if found is None:
            raise UsageError("This value does not stand in the document. Write it as the document does.")
        start, end = found
    start, end = _trimmed(text, start, end)
    kept: dict[str, list[int]] = json.loads(library.kept(_KIND).get(name, b"{}"))
    kept[str(document_id)] = [start, end]
    places, texts = [], []
    for number, (first, last) in list(kept.items()):
        try:
            body = library.reading(int(number)).document.text
        except StoreError:
            del kept[number]  # the document left the library
            continue
        if body in texts:
            continue  # the same file under another name says nothing new
        places.append([mark_at(body, first, last)])
        texts.append(body)
    library.keep(_KIND, name, json.dumps(kept).encode("utf-8"))
    if len(texts) < LEAST_DOCUMENTS:
        return Filled(name, len(texts), 0, None)
    teaching.teach_field(library, learn(name, places))
    return Filled(name, len(texts), found_again(places, texts, name), sort_again(library))


def names(workspace: Workspace) -> list[str]:
    """Fields that were taught or begun."""
    taught = {field.name for field in teaching.load(workspace.library).fields}
    return sorted(taught | set(workspace.library.kept(_KIND)))


def take_field_back(workspace: Workspace) -> str | None:
    """Undo the last taught field and forget its marks; its name, or None where there is none."""
    before = {field.name: len(field.marks) for field in teaching.load(workspace.library).fields}
    if take_back(workspace, teaching.FIELDS) is None:
        return None
    after = {field.name: len(field.marks) for field in teaching.load(workspace.library).fields}
    gone = next((name for name, marks in before.items() if after.get(name) != marks), "")
    workspace.library.forget_kept(_KIND, gone)
    return gone


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = max(0, start), min(len(text), end)
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start >= end:
        raise UsageError("Nothing is marked. Drag over the value in the document.")
    return start, end
