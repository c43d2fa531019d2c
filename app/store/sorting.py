"""What documents were sorted by, and putting them elsewhere after a lesson."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVarTuple

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, update
from sqlalchemy.orm import Session

from app.documents import Analysis, Category, Document, analysis_from_json, analysis_to_json
from app.documents.serial import document_from_bytes
from app.store.library import Library, sensitive_of
from app.store.models import DocumentRecord, ReadingRecord, SortingRecord

Ts = TypeVarTuple("Ts")
_READ = ("ready", "exported")


@dataclass(frozen=True, slots=True)
class Stored:
    """A document that was sorted under other lessons than those of now."""

    document_id: int
    processed: str
    analysis: Analysis
    category: Category | None
    """What the program says by itself; None where that is not kept or kept for another text or head."""
    vector: bytes
    """What lessons compare; b"" where there is too little text."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """The new outcome for one document; `analysis` is None where nothing changed."""

    document_id: int
    processed: str
    category: Category
    vector: bytes
    analysis: Analysis | None


def count_stale(library: Library, head: str, lessons: str) -> int:
    """How many documents were sorted under other lessons, by another head or before they were read again."""
    with library.session() as session:
        query = select(func.count()).select_from(ReadingRecord)
        return session.scalar(_joined(query).where(_stale(head, lessons))) or 0


def stale(library: Library, head: str, lessons: str, after: int, limit: int) -> list[Stored]:
    """The next such documents with a higher number than `after`, in the order of their numbers."""
    query = (
        _joined(
            select(
                ReadingRecord.document_id,
                DocumentRecord.processed,
                ReadingRecord.analysis,
                SortingRecord.processed,
                SortingRecord.head,
                SortingRecord.category,
                SortingRecord.vector,
            ).select_from(ReadingRecord)
        )
        .where(_stale(head, lessons), ReadingRecord.document_id > after)
        .order_by(ReadingRecord.document_id)
        .limit(limit)
    )
    found = []
    with library.session() as session:
        for number, processed, analysis, kept_for, kept_by, category, vector in session.execute(query):
            fits = kept_for == processed and kept_by == head
            known = _category(category) if fits else None
            found.append(
                Stored(
                    number,
                    processed,
                    analysis_from_json(json.loads(analysis)),
                    known,
                    vector if fits else b"",
                )
            )
    return found


def document(library: Library, document_id: int) -> Document | None:
    """The document as it was read; None where it is gone meanwhile."""
    with library.session() as session:
        stored = session.get(ReadingRecord, document_id)
        return document_from_bytes(stored.document) if stored is not None else None


def save_sorted(library: Library, outcomes: Sequence[Sorted], head: str, lessons: str) -> int:
    """Keep outcomes of documents that were not read again meanwhile; how many of them changed something."""
    changed = 0
    with library.session() as session, session.begin():
        for outcome in outcomes:
            record = session.get(DocumentRecord, outcome.document_id)
            if record is None or record.processed != outcome.processed or record.state not in _READ:
                continue
            changed += _save(session, outcome, head, lessons)
    return changed


def _save(session: Session, outcome: Sorted, head: str, lessons: str) -> bool:
    session.merge(
        SortingRecord(
            document_id=outcome.document_id,
            processed=outcome.processed,
            head=head,
            category=json.dumps(
                [outcome.category.label, outcome.category.score, outcome.category.alternatives]
            ),
            vector=outcome.vector,
            lessons=lessons,
        )
    )
    if outcome.analysis is None:
        return False
    written = json.dumps(analysis_to_json(outcome.analysis), ensure_ascii=False)
    session.execute(
        update(ReadingRecord).where(ReadingRecord.document_id == outcome.document_id).values(analysis=written)
    )
    session.execute(
        update(DocumentRecord)
        .where(DocumentRecord.id == outcome.document_id)
        .values(category=outcome.analysis.category.label, sensitive=sensitive_of(outcome.analysis))
    )
    return True


def _joined(query: Select[*Ts]) -> Select[*Ts]:
    return query.join(DocumentRecord, DocumentRecord.id == ReadingRecord.document_id).outerjoin(
        SortingRecord, SortingRecord.document_id == ReadingRecord.document_id
    )


def _stale(head: str, lessons: str) -> ColumnElement[bool]:
    current = and_(
        SortingRecord.processed == DocumentRecord.processed,
        SortingRecord.head == head,
        SortingRecord.lessons == lessons,
    )
    return and_(DocumentRecord.state.in_(_READ), or_(SortingRecord.document_id.is_(None), ~current))


def _category(written: str) -> Category:
    label, score, others = json.loads(written)
    return Category(label, float(score), tuple((name, float(share)) for name, share in others))
