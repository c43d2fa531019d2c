"""Reading many analyses without the documents they were made from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import select

from app.documents import Analysis, analysis_from_json
from app.store.library import Library
from app.store.models import DocumentRecord, ReadingRecord

_SLICE = 200


def analyses(
    library: Library, document_ids: Sequence[int] | None = None
) -> Iterator[tuple[int, str, Analysis]]:
    """(document id, name, analysis) of these documents, or of all that are read, in the order of their ids."""
    with library.session() as session:
        query = (
            select(DocumentRecord.id, DocumentRecord.name, ReadingRecord.analysis)
            .join(ReadingRecord, ReadingRecord.document_id == DocumentRecord.id)
            .order_by(DocumentRecord.id)
        )
        if document_ids is not None:
            query = query.where(DocumentRecord.id.in_(document_ids))
        for identifier, name, stored in session.execute(query).yield_per(_SLICE):
            yield identifier, name, analysis_from_json(json.loads(stored))
