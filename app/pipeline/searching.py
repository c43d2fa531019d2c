"""Searching the library as a person asks for it: by words, by meaning, by person; and what is nearly the same."""

from __future__ import annotations

from functools import cache
from typing import Any

from app.models import ModelBundle, load_bundle
from app.store import Library, SearchHit
from app.store.duplicates import Twins, twins
from app.store.search import Filter, find, match_expression
from app.store.search_people import find_person
from app.store.search_vectors import find_hybrid

WAYS = ("words", "meaning", "person")


def search(
    library: Library, query: str, how: str = "words", limit: int = 500, chosen: Filter | None = None
) -> list[SearchHit]:
    """Documents that answer, best first. A person's hits carry the spellings in place of words around them."""
    if how == "person":
        return [
            SearchHit(
                mention.hit.document_id, mention.hit.name, mention.hit.path, mention.hit.category,
                ", ".join(mention.spellings), mention.hit.score,
            )
            for mention in find_person(library, query)[:limit]
        ]  # fmt: skip
    if how == "meaning" and match_expression(query):
        return find_hybrid(library, query, vector_of(query), limit, chosen)
    with library.session() as session:
        return find(session, query, limit, chosen)


def near_twins(library: Library) -> list[Twins]:
    """Groups of documents that are the same or nearly so, the likest first."""
    return twins(library)


def vector_of(query: str) -> Any:
    """What the query means."""
    return _bundle().encode(query).pooled([(0, len(query))])[0]


@cache
def _bundle() -> ModelBundle:
    """Loaded once: a query must not wait for the model each time."""
    return load_bundle(1)
