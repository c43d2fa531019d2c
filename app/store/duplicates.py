"""Documents that are the same, byte for byte, or nearly the same in their words.

Nearness is the share of word triples that two texts have in common (Jaccard), estimated with MinHash: sixty-four
smallest hash values stand for a text, and the share of equal ones estimates the share of common triples.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import text
from sqlalchemy.orm import Session

if TYPE_CHECKING:
    from app.store.library import Library

_HASHES, _BANDS = 64, 16
_WORD = re.compile(r"\w+")
_MOST_WORDS = 20_000
_LEAST_WORDS = 8
_NEAR = 0.7
_SEED = np.random.default_rng(20_030)
_FACTORS = _SEED.integers(1, 2**32, _HASHES, dtype=np.uint64) | np.uint64(1)
_SHIFTS = _SEED.integers(0, 2**32, _HASHES, dtype=np.uint64)

Sketch = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Twins:
    """Documents that belong together; `likeness` is 1 where their bytes are the same."""

    documents: tuple[int, ...]
    likeness: float


def sketch(words_of: str) -> Sketch | None:
    """(64,) for a text; None where it has too few words to be like anything."""
    words = _WORD.findall(words_of.casefold())[:_MOST_WORDS]
    if len(words) < _LEAST_WORDS:
        return None
    shingles = {" ".join(words[at : at + 3]).encode("utf-8", "surrogatepass") for at in range(len(words) - 2)}
    codes = np.fromiter((zlib.crc32(shingle) for shingle in shingles), dtype=np.uint64, count=len(shingles))
    smallest = np.full(_HASHES, 2**32 - 1, dtype=np.uint64)
    for first in range(0, len(codes), 4096):
        mixed = codes[first : first + 4096, None] * _FACTORS + _SHIFTS
        smallest = np.minimum(smallest, ((mixed >> np.uint64(13)) & np.uint64(0xFFFFFFFF)).min(axis=0))
    return smallest.astype(np.uint32)


def put(session: Session, document_id: int, words_of: str) -> None:
    """Keep the sketch of a document; an empty one where it has none."""
    made = sketch(words_of)
    session.execute(
        text("INSERT OR REPLACE INTO sketches (document_id, sketch) VALUES (:id, :sketch)"),
        {"id": document_id, "sketch": b"" if made is None else made.tobytes()},
    )


def forget(session: Session, document_id: int) -> None:
    session.execute(text("DELETE FROM sketches WHERE document_id = :id"), {"id": document_id})


def twins(library: Library, near: float = _NEAR) -> list[Twins]:
    """Groups of equal and of nearly equal documents, the likest first. Texts read before there were sketches
    get theirs now."""
    with library.session() as session, session.begin():
        missing = session.execute(
            text(
                "SELECT search.rowid, search.body FROM search LEFT JOIN sketches ON sketches.document_id = search.rowid "
                "WHERE sketches.document_id IS NULL"
            )
        ).all()
        for document_id, body in missing:
            put(session, document_id, body)
    with library.session() as session:
        known = session.execute(text("SELECT id, sha256 FROM documents WHERE sha256 <> ''"))
        digests = {int(number): str(digest) for number, digest in known}
        stored = session.execute(text("SELECT document_id, sketch FROM sketches WHERE sketch <> x''")).all()
    numbers = [row[0] for row in stored if row[0] in digests]
    rows = np.frombuffer(b"".join(row[1] for row in stored if row[0] in digests), dtype=np.uint32)
    return _groups(digests, numbers, rows.reshape(-1, _HASHES), near)


def _groups(digests: dict[int, str], numbers: list[int], rows: Sketch, near: float) -> list[Twins]:
    parent = {number: number for number in digests}
    likeness = dict.fromkeys(digests, 1.0)

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def join(one: int, other: int, share: float) -> None:
        first, second = sorted((root(one), root(other)))
        parent[second] = first
        likeness[first] = min(likeness[first], likeness[second], share)

    first_of: dict[str, int] = {}
    for number, digest in sorted(digests.items()):
        join(first_of.setdefault(digest, number), number, 1.0)
    for one, other, share in _pairs(rows, near):
        if digests[numbers[one]] != digests[numbers[other]] and root(numbers[one]) != root(numbers[other]):
            join(numbers[one], numbers[other], min(share, 0.99))
    members: dict[int, list[int]] = {}
    for number in sorted(digests):
        members.setdefault(root(number), []).append(number)
    groups = [Twins(tuple(group), likeness[head]) for head, group in members.items() if len(group) > 1]
    return sorted(groups, key=lambda group: (-group.likeness, group.documents))


def _pairs(rows: Sketch, near: float) -> list[tuple[int, int, float]]:
    """Pairs at least as near as that. Only texts that agree in one whole band of hashes are compared, each with
    the first of its band."""
    found: dict[tuple[int, int], float] = {}
    width = _HASHES // _BANDS
    for band in range(_BANDS if len(rows) else 0):
        part = np.ascontiguousarray(rows[:, band * width : (band + 1) * width]).view(np.uint64)
        mixed = part[:, 0] * np.uint64(0x9E3779B97F4A7C15) ^ part[:, 1]
        order = np.argsort(mixed, kind="stable")
        run = mixed[order]
        starts = np.flatnonzero(np.concatenate([[True], run[1:] != run[:-1]]))
        for start, end in zip(starts, [*starts[1:], len(run)], strict=True):
            if end - start > 1:
                head = int(order[start])
                for other in order[start + 1 : end].tolist():
                    pair = (min(head, other), max(head, other))
                    if pair not in found:
                        found[pair] = float((rows[pair[0]] == rows[pair[1]]).mean())
    return [(one, other, share) for (one, other), share in found.items() if share >= near]
