"""Sorting the library's documents into drawers: by class, by month, by how much was found, and twins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from app.store.rows import DocumentRow

COUNTS: tuple[tuple[str, int, int], ...] = (
    ("0", 0, 0), ("1-9", 1, 9), ("10-99", 10, 99), ("100+", 100, 1 << 60),
)  # fmt: skip
"""Drawers for the number of findings: name, least, most."""


_FOLDERS = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose in the facets; "" chooses everything."""

    category: str = ""
    month: str = ""
    """ "2026-11" """
    count: str = ""
    duplicates: bool = False
    language: str = ""
    folder: str = ""
    sensitive: str = ""
    identifiers: frozenset[int] | None = None
    """Documents that a search found; None without a search."""


@dataclass(frozen=True, slots=True)
class Facets:
    """How many documents lie in each drawer."""

    categories: dict[str, int]
    months: dict[str, int]
    counts: dict[str, int]
    duplicates: int
    languages: dict[str, int] = field(default_factory=dict)
    folders: dict[str, int] = field(default_factory=dict)
    """The fullest folders, with what lies directly in them."""
    sensitive: dict[str, int] = field(default_factory=dict)


def facets(rows: Sequence[DocumentRow]) -> Facets:
    """Drawers of these documents, fullest class first, newest month first."""
    done = [row for row in rows if row.sha256]
    classes = Counter(row.category or "unknown" for row in done)
    months = Counter(row.added[:7] for row in rows if row.added)
    counts = Counter(count_drawer(row.findings) for row in done)
    return Facets(
        dict(sorted(classes.items(), key=lambda pair: (-pair[1], pair[0]))),
        dict(sorted(months.items(), reverse=True)),
        {name: counts[name] for name, _, _ in COUNTS if counts[name]},
        sum(len(group) for group in duplicates(rows)),
        dict(Counter(row.language for row in done if row.language not in ("", "und")).most_common()),
        dict(Counter(folder_of(row) for row in rows).most_common(_FOLDERS)),
        dict(sorted(Counter(row.sensitive for row in done if row.sensitive).items(), reverse=True)),
    )


def folder_of(row: DocumentRow) -> str:
    """The folder that a document lies in."""
    return str(PurePath(row.path).parent)


def choose(rows: Iterable[DocumentRow], choice: Choice) -> list[DocumentRow]:
    """The documents that lie in all chosen drawers; twins lie side by side."""
    rows = list(rows)
    if choice.duplicates:
        rows = [row for group in duplicates(rows) for row in group]
    return [
        row
        for row in rows
        if (choice.identifiers is None or row.id in choice.identifiers)
        and (not choice.category or (row.sha256 and (row.category or "unknown") == choice.category))
        and (not choice.language or row.language == choice.language)
        and (not choice.folder or folder_of(row) == choice.folder)
        and (not choice.sensitive or row.sensitive == choice.sensitive)
        and (not choice.month or row.added.startswith(choice.month))
        and (not choice.count or (row.sha256 and count_drawer(row.findings) == choice.count))
    ]


def duplicates(rows: Iterable[DocumentRow]) -> list[list[DocumentRow]]:
    """Groups of documents with the same bytes."""
    groups: dict[str, list[DocumentRow]] = {}
    for row in rows:
        if row.sha256:
            groups.setdefault(row.sha256, []).append(row)
    return [group for group in groups.values() if len(group) > 1]


def count_drawer(findings: int) -> str:
    """The drawer for a number of findings."""
    return next(name for name, least, most in COUNTS if least <= findings <= most)
