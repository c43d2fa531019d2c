"""Areas of pages that a reviewer marked to go: a face, a signature, a stamp. They belong to one version of a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.documents.errors import UsageError
from app.store import audit
from app.store.models import DocumentRecord, NoteRecord

if TYPE_CHECKING:
    from app.store.library import Library

AREA = "area"
Marked = tuple[int, tuple[float, float, float, float]]
"""A page counted from 1, and left, top, right, bottom in the units of `Document.boxes`."""


def areas(library: Library, document_id: int) -> list[Marked]:
    """The areas of the file as it was read last; those of an older version are not handed out."""
    with library.session() as session:
        return read_areas(session, document_id)


def read_areas(session: Session, document_id: int) -> list[Marked]:
    """The same within a session."""
    document = session.get(DocumentRecord, document_id)
    query = select(NoteRecord).where(NoteRecord.document_id == document_id, NoteRecord.kind == AREA)
    facts = [json.loads(record.text) for record in session.scalars(query.order_by(NoteRecord.id))]
    now = document.sha256 if document is not None else ""
    return [(int(f["page"]), _box(f["box"])) for f in facts if f["sha256"] == now]


def set_areas(library: Library, document_id: int, marked: list[Marked]) -> None:
    """Replace the areas of a document. Raises UsageError where it is gone. The audit trail counts them."""
    with library.session() as session, session.begin():
        document = session.get(DocumentRecord, document_id)
        if document is None:
            raise UsageError("This document is not in the library any more.")
        session.execute(
            delete(NoteRecord).where(NoteRecord.document_id == document_id, NoteRecord.kind == AREA)
        )
        for page, box in marked:
            text = json.dumps({"sha256": document.sha256, "page": page, "box": box})
            session.add(
                NoteRecord(document_id=document_id, kind=AREA, initials="", text=text, at=audit.now())
            )
        audit.append(session, "areas marked", str(document_id), count=len(marked))


def _box(values: list[float]) -> tuple[float, float, float, float]:
    left, top, right, bottom = (float(value) for value in values)
    return left, top, right, bottom
