"""Texts of documents that were read before, for what is learned from them."""

from __future__ import annotations

from sqlalchemy import text

from app.store.library import Library

LESSONS = "taught"
"""The kind under which lessons are kept."""


def stored_texts(library: Library, limit: int) -> list[tuple[str, str, str]]:
    """(sha256, class, text) of the documents read last, one for each content, newest first."""
    query = text(
        "SELECT d.sha256, d.category, s.body FROM documents AS d JOIN search AS s ON s.rowid = d.id "
        "WHERE d.id IN (SELECT max(id) FROM documents WHERE sha256 <> '' GROUP BY sha256 "
        "ORDER BY max(id) DESC LIMIT :limit) ORDER BY d.id DESC"
    )
    with library.session() as session:
        return [(str(a), str(b), str(c)) for a, b, c in session.execute(query, {"limit": limit})]


def stored_text(library: Library, sha256: str) -> str | None:
    """The text of a file with this content, where the library has read one."""
    query = text(
        "SELECT s.body FROM documents AS d JOIN search AS s ON s.rowid = d.id WHERE d.sha256 = :sha256 LIMIT 1"
    )
    with library.session() as session:
        found = session.execute(query, {"sha256": sha256}).scalar()
        return None if found is None else str(found)


def ever_taught(library: Library) -> bool:
    """Whether there is or was a lesson: only then can documents be sorted otherwise than by the program."""
    return bool(library.kept(LESSONS))
