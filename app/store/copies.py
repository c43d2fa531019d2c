"""Where the newest redacted copy of each document lies."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from app.store.library import Library
from app.store.models import ExportRecord


def newest_copies(library: Library) -> dict[int, Path]:
    """Document id → the copy written last."""
    with library.session() as session:
        query = select(ExportRecord.document_id, ExportRecord.output).order_by(ExportRecord.id)
        return {document_id: Path(output) for document_id, output in session.execute(query)}
