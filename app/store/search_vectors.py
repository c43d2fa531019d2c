"""Search by meaning, and by words and meaning together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from app.store.library import Library
from app.store.rows import SearchHit
from app.store.search import Filter, find, match_expression, with_snippets
from app.store.search_passages import Floats, nearest, put_rows

_RANK_DAMPING = 20
"""Reciprocal rank fusion: a place in one list counts 1 / (damping + place)."""
_CANDIDATES = 200
_LEAST_COSINE = 0.18
"""Below it a passage has nothing to do with a query: a passage of several sentences lies far from two words even
where it is about them."""


def save_many(library: Library, documents: Sequence[tuple[int, Floats]]) -> None:
    """Add vectors of many documents in one transaction: (document id, rows of any length)."""
    rows = [(number, row) for number, given in documents for row in to_bytes(given)]
    with library.session() as session, session.begin():
        put_rows(session, rows)


def to_bytes(rows: Floats) -> np.ndarray[tuple[int, ...], np.dtype[np.int8]]:
    """Each row scaled so that its largest entry fills a signed byte; directions stay."""
    largest = np.abs(rows).max(axis=1, keepdims=True) if len(rows) else np.ones((0, 1), dtype=np.float32)
    return np.asarray(np.rint(rows / np.maximum(largest, 1e-9) * 127), dtype=np.int8)


def find_near(library: Library, vector: Floats, limit: int, chosen: Filter | None = None) -> list[SearchHit]:
    """Documents with a passage that means nearly what the vector means."""
    with library.session() as session:
        close = [pair for pair in nearest(session, vector, _CANDIDATES) if pair[1] >= _LEAST_COSINE]
        hits = with_snippets(session, "", close if chosen else close[:limit])
        return [hit for hit in hits if _fits(library, hit, chosen)][:limit]


def find_hybrid(
    library: Library, query: str, vector: Floats, limit: int, chosen: Filter | None = None
) -> list[SearchHit]:
    """Both lists as one: a document that has the words and means the same comes first."""
    with library.session() as session:
        by_words = find(session, query, limit, chosen)
    by_meaning = find_near(library, vector, limit, chosen)
    scores: dict[int, float] = {}
    hits: dict[int, SearchHit] = {}
    for ranked in (by_meaning, by_words):
        for place, hit in enumerate(ranked):
            scores[hit.document_id] = scores.get(hit.document_id, 0.0) + 1 / (_RANK_DAMPING + place)
            hits[hit.document_id] = hit
    order = sorted(scores, key=lambda number: (-scores[number], number))[:limit]
    return [
        SearchHit(hit.document_id, hit.name, hit.path, hit.category, hit.snippet, scores[hit.document_id])
        for hit in (hits[number] for number in order)
    ]


def _fits(library: Library, hit: SearchHit, chosen: Filter | None) -> bool:
    if chosen is None or chosen == Filter():
        return True
    from sqlalchemy import text

    where, given = chosen.conditions()
    tables = "documents AS d"
    if chosen.entity:
        tables += " JOIN search ON search.rowid = d.id"
        where.append("search MATCH :expression")
        given["expression"] = f"entities : {match_expression(chr(34) + chosen.entity + chr(34))}"
    query = f"SELECT 1 FROM {tables} WHERE {' AND '.join(['d.id = :id', *where])}"  # noqa: S608
    with library.session() as session:
        return session.execute(text(query), {"id": hit.document_id, **given}).scalar() is not None
