"""Full-text search over the library with FTS5 (sqlite.org/fts5.html)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.documents import Analysis, Document
from app.store import duplicates, search_passages
from app.store.rows import SearchHit

_QUERY_PART = re.compile(r'"([^"]+)"|(\S+)')
_RANKED = 4000
"""Of more matches than these, only the newest are ranked: words so common tell little, and weighing a hundred
thousand documents takes longer than a person waits."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a document must be, besides holding the words; "" asks for nothing."""

    category: str = ""
    folder: str = ""
    since: str = ""
    """Day from which it was added, ISO 8601."""
    until: str = ""
    """Last day on which it was added."""
    entity: str = ""
    """Words that stand in one of the things found in it: a name, a company, a number."""
    sensitive: str = ""
    """yes or no, as the user taught it."""

    def conditions(self) -> tuple[list[str], dict[str, Any]]:
        """For a query over `documents AS d`."""
        where, given = [], {}
        if self.category:
            where.append("d.category = :category")
            given["category"] = self.category
        if self.sensitive:
            where.append("d.sensitive = :sensitive")
            given["sensitive"] = self.sensitive
        if self.folder:
            where.append("(substr(d.path, 1, length(:folder) + 1) IN (:folder || '/', :folder || '\\'))")
            given["folder"] = self.folder.rstrip("/\\")
        if self.since:
            where.append("d.added >= :since")
            given["since"] = self.since
        if self.until:
            where.append("substr(d.added, 1, length(:until)) <= :until")
            given["until"] = self.until
        return where, given


def index(
    session: Session,
    document_id: int,
    name: str,
    document: Document,
    analysis: Analysis,
    vectors: bytes = b"",
) -> None:
    """Put a document's words, the vectors of its passages and its sketch into the index, replacing what was
    there."""
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
            "entities": "\n".join(sorted({" ".join(entity.text.split()) for entity in analysis.entities})),
            "keywords": "\n".join(analysis.keywords),
        },
    )
    search_passages.put(session, document_id, vectors)
    duplicates.put(session, document_id, document.text)


def forget(session: Session, document_id: int) -> None:
    session.execute(text("DELETE FROM search WHERE rowid = :id"), {"id": document_id})
    search_passages.forget(session, document_id)
    duplicates.forget(session, document_id)


def find(session: Session, query: str, limit: int, chosen: Filter | None = None) -> list[SearchHit]:
    """Documents with all words of the query, ranked by BM25 with names and keywords weighing more."""
    chosen = chosen or Filter()
    entity = match_expression(f'"{chosen.entity}"') if chosen.entity else ""
    expression = " ".join(
        part for part in (match_expression(query), f"entities : {entity}" if entity else "") if part
    )
    if not expression:
        return []
    where, given = chosen.conditions()
    if where:
        # The sign keeps SQLite from asking the index of words once for every document of the list.
        fitting = f"SELECT d.id FROM documents AS d WHERE {' AND '.join(where)}"  # noqa: S608
        where = [f"+search.rowid IN ({fitting})"]
    found = session.execute(
        text(
            "SELECT id, rank FROM (SELECT search.rowid AS id, bm25(search, 4.0, 1.0, 2.0, 2.0) AS rank "  # noqa: S608
            f"FROM search WHERE {' AND '.join(['search MATCH :expression', *where])} "
            "ORDER BY search.rowid DESC LIMIT :ranked) ORDER BY rank LIMIT :limit"
        ),
        {"expression": expression, "limit": limit, "ranked": _RANKED, **given},
    )
    return with_snippets(session, expression, [(int(id_), -float(rank)) for id_, rank in found])


def with_snippets(session: Session, expression: str, ranked: Sequence[tuple[int, float]]) -> list[SearchHit]:
    """Hits for (document id, score), in their order. Snippets are cut for these alone: cutting is what costs."""
    if not ranked:
        return []
    numbers = ", ".join(str(document_id) for document_id, _ in ranked)
    shown: dict[int, str] = {}
    if expression:
        cut = text(
            f"SELECT rowid, snippet(search, 1, '«', '»', '…', 16) FROM search WHERE rowid IN ({numbers}) "  # noqa: S608
            "AND search MATCH :expression"
        )
        shown = {int(a): str(b) for a, b in session.execute(cut, {"expression": expression})}
    rest = [str(document_id) for document_id, _ in ranked if document_id not in shown]
    if rest:
        begin = text(f"SELECT rowid, substr(body, 1, 120) FROM search WHERE rowid IN ({', '.join(rest)})")  # noqa: S608
        shown.update({int(a): str(b) for a, b in session.execute(begin)})
    query = text(f"SELECT id, name, path, category FROM documents WHERE id IN ({numbers})")  # noqa: S608
    facts = {id_: (name, path, category) for id_, name, path, category in session.execute(query)}
    hits = []
    for id_, score in ranked:
        if id_ in facts:
            name, path, category = facts[id_]
            snippet = re.sub(r"\s+", " ", shown.get(id_, "")).strip()
            hits.append(SearchHit(id_, name, path, category, snippet, score))
    return hits


def match_expression(query: str) -> str:
    """An FTS5 expression for what a person typed: words, "phrases", prefix*; no operators."""
    parts = []
    for phrase, word in _QUERY_PART.findall(query):
        prefix = bool(word) and word.endswith("*")
        core = (phrase or word.rstrip("*")).replace('"', " ").strip()
        if any(character.isalnum() for character in core):
            parts.append(f'"{core}"' + ("*" if prefix else ""))
    return " ".join(parts)
