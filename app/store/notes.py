"""Notes on a document, and the signatures of the two people who looked at it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from app.documents.errors import UsageError
from app.store import audit
from app.store.library import Library
from app.store.models import DocumentRecord, NoteRecord

NOTE, REVIEWED, CHECKED = "note", "reviewed", "checked"
_KINDS = (NOTE, REVIEWED, CHECKED)


@dataclass(frozen=True, slots=True)
class Note:
    """`kind` is "note", "reviewed" (first person) or "checked" (second person)."""

    id: int
    kind: str
    initials: str
    text: str
    at: str


def notes(library: Library, document_id: int) -> list[Note]:
    """All notes and signatures of a document, oldest first."""
    with library.session() as session:
        query = select(NoteRecord).where(NoteRecord.document_id == document_id, NoteRecord.kind.in_(_KINDS))
        query = query.order_by(NoteRecord.id)
        return [Note(r.id, r.kind, r.initials, r.text, r.at) for r in session.scalars(query)]


def add_note(library: Library, document_id: int, initials: str, text: str) -> Note:
    """Keep a note. The audit trail says who wrote one, not what it says."""
    if not text.strip():
        raise UsageError("The note is empty. Write something first.")
    return _add(library, document_id, NOTE, initials.strip(), text.strip())


def remove_note(library: Library, note_id: int) -> None:
    """Delete a note; signatures stay."""
    with library.session() as session, session.begin():
        record = session.get(NoteRecord, note_id)
        if record is not None and record.kind == NOTE:
            audit.append(session, "note removed", str(record.document_id), initials=record.initials)
            session.delete(record)


def sign(library: Library, document_id: int, initials: str) -> Note:
    """Sign a document: the first signature says reviewed, one by somebody else says checked.

    Raises UsageError without initials, or when the same person signs twice."""
    initials = initials.strip()
    if not initials:
        raise UsageError("Your initials are missing. Fill them in to sign.")
    signed = [note for note in notes(library, document_id) if note.kind != NOTE]
    if any(note.initials.casefold() == initials.casefold() for note in signed):
        raise UsageError("These initials have signed already. The second check is for somebody else.")
    return _add(library, document_id, CHECKED if signed else REVIEWED, initials, "")


def withdraw(library: Library, document_id: int) -> None:
    """Take signatures back because decisions changed after them."""
    with library.session() as session, session.begin():
        query = select(NoteRecord).where(
            NoteRecord.document_id == document_id, NoteRecord.kind.in_((REVIEWED, CHECKED))
        )
        records = list(session.scalars(query))
        for record in records:
            session.delete(record)
        if records:
            who = [record.initials for record in records]
            audit.append(session, "signatures withdrawn", str(document_id), initials=who)


def _add(library: Library, document_id: int, kind: str, initials: str, text: str) -> Note:
    with library.session() as session, session.begin():
        document = session.get(DocumentRecord, document_id)
        if document is None:
            raise UsageError("This document is not in the library any more.")
        record = NoteRecord(document_id=document_id, kind=kind, initials=initials, text=text, at=audit.now())
        session.add(record)
        session.flush()
        action = {NOTE: "note added", REVIEWED: "document reviewed", CHECKED: "second check"}[kind]
        audit.append(session, action, str(document_id), initials=initials, sha256=document.sha256)
        return Note(record.id, kind, initials, text, record.at)
