"""Full-text search over the library with FTS5 (sqlite.org/fts5.html)."""

from __future__ import annotations

import re

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.documents import Analysis, Document
from app.store.rows import SearchHit

_QUERY_PART = re.compile(r'"([^"]+)"|(\S+)')


def index(session: Session, document_id: int, name: str, document: Document, analysis: Analysis) -> None:
    """Put a document's words into the index, replacing what was there."""
    forget(session, document_id)
    session.execute(
        text(
            "INSERT INTO search (rowid, name, body, entities, keywords) "
            "VALUES (:id, :name, :body, :entities, :keywords)"
        ),
        {
            "id": document_id,
            "name": name,
            "body": document.text,
            "entities": "\n".join(sorted({entity.text for entity in analysis.entities})),
            "keywords": "\n".join(analysis.keywords),
        },
    )


def forget(session: Session, document_id: int) -> None:
    session.execute(text("DELETE FROM search WHERE rowid = :id"), {"id": document_id})


def find(session: Session, query: str, limit: int) -> list[SearchHit]:
    """Documents with all words of the query, ranked by BM25 with names and keywords weighing more."""
    expression = match_expression(query)
    if not expression:
        return []
    found = session.execute(
        text(
            "SELECT d.id, d.name, d.path, d.category, "
            "snippet(search, 1, '«', '»', '…', 16), bm25(search, 4.0, 1.0, 2.0, 2.0) AS rank "
            "FROM search JOIN documents AS d ON d.id = search.rowid "
            "WHERE search MATCH :expression ORDER BY rank LIMIT :limit"
        ),
        {"expression": expression, "limit": limit},
    )
    return [
        SearchHit(id_, name, path, category, re.sub(r"\s+", " ", snippet), -float(rank))
        for id_, name, path, category, snippet, rank in found
    ]


def match_expression(query: str) -> str:
    """An FTS5 expression for what a person typed: words, "phrases", prefix*; no operators."""
    parts = []
    for phrase, word in _QUERY_PART.findall(query):
        prefix = bool(word) and word.endswith("*")
        core = (phrase or word.rstrip("*")).replace('"', " ").strip()
        if any(character.isalnum() for character in core):
            parts.append(f'"{core}"' + ("*" if prefix else ""))
    return " ".join(parts)
