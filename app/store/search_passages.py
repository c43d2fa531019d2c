"""Vectors of passages: one byte a dimension for ranking, one bit a dimension for finding what to rank.

Signs of a vector's entries find the passages worth a look: a hundred thousand of them are five megabytes, compared
in a few milliseconds. They lie in blocks, because reading a hundred thousand rows costs more than comparing them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import text
from sqlalchemy.orm import Session

WIDTH = 384
_BLOCK = 256
_SHORTLIST = 300
_MOST = 64
"""Passages of one document; a worker that sends more is not believed."""
_ONES = np.array([number.bit_count() for number in range(1 << 16)], dtype=np.uint8)

Floats = NDArray[np.float32]


def put(session: Session, document_id: int, vectors: bytes) -> None:
    """Add a document's passages: rows of `WIDTH` signed bytes."""
    rows = np.frombuffer(vectors, dtype=np.int8)
    if rows.size == 0 or rows.size % WIDTH or rows.size > _MOST * WIDTH:
        return
    put_rows(session, [(document_id, row) for row in rows.reshape(-1, WIDTH)])


def put_rows(session: Session, rows: list[tuple[int, NDArray[np.int8]]]) -> None:
    """Add passages of several documents at once."""
    first = int(session.execute(text("SELECT coalesce(max(id), 0) FROM passages")).scalar() or 0) + 1
    block = int(session.execute(text("SELECT coalesce(max(block), 0) FROM signatures")).scalar() or 0)
    names, bits = _block(session, block) if block else (b"", b"")
    block = max(block, 1)
    for number, (document_id, row) in enumerate(rows, first):
        if len(names) // 8 >= _BLOCK:
            _save(session, block, names, bits)
            block, names, bits = block + 1, b"", b""
        names += number.to_bytes(8, "little")
        bits += np.packbits(row > 0).tobytes()
        session.execute(
            text(
                "INSERT INTO passages (id, document_id, block, vector) VALUES (:id, :document, :block, :vector)"
            ),
            {"id": number, "document": document_id, "block": block, "vector": row.tobytes()},
        )
    _save(session, block, names, bits)


def forget(session: Session, document_id: int) -> None:
    """Remove a document's passages."""
    gone: dict[int, set[int]] = {}
    query = text("SELECT id, block FROM passages WHERE document_id = :id")
    for number, block in session.execute(query, {"id": document_id}):
        gone.setdefault(block, set()).add(number)
    for block, numbers in gone.items():
        names, bits = _block(session, block)
        kept = [
            at
            for at in range(len(names) // 8)
            if int.from_bytes(names[8 * at : 8 * at + 8], "little") not in numbers
        ]
        size = WIDTH // 8
        _save(
            session,
            block,
            b"".join(names[8 * at : 8 * at + 8] for at in kept),
            b"".join(bits[size * at : size * (at + 1)] for at in kept),
        )
    if gone:
        session.execute(text("DELETE FROM passages WHERE document_id = :id"), {"id": document_id})


def nearest(session: Session, vector: Floats, limit: int) -> list[tuple[int, float]]:
    """(document id, cosine) of the documents whose passages mean most nearly the same, best first."""
    stored = session.execute(text("SELECT passages, bits FROM signatures ORDER BY block")).all()
    if not stored:
        return []
    names = np.frombuffer(b"".join(row[0] for row in stored), dtype="<u8")
    bits = np.frombuffer(b"".join(row[1] for row in stored), dtype=np.uint16).reshape(-1, WIDTH // 16)
    if len(names) == 0:
        return []
    wanted = np.frombuffer(np.packbits(vector > 0).tobytes(), dtype=np.uint16)
    distance = _ONES[bits ^ wanted].sum(axis=1, dtype=np.uint16)
    count = min(_SHORTLIST, len(names))
    chosen = names[np.argpartition(distance, count - 1)[:count]].tolist()
    query = text(f"SELECT document_id, vector FROM passages WHERE id IN ({', '.join(map(str, chosen))})")  # noqa: S608
    rows = session.execute(query).all()
    exact = (
        np.frombuffer(b"".join(row[1] for row in rows), dtype=np.int8).reshape(-1, WIDTH).astype(np.float32)
    )
    lengths = np.linalg.norm(exact, axis=1) * max(float(np.linalg.norm(vector)), 1e-9)
    cosines = exact @ vector / np.maximum(lengths, 1e-9)
    best: dict[int, float] = {}
    for (document_id, _), cosine in zip(rows, cosines.tolist(), strict=True):
        best[document_id] = max(best.get(document_id, -1.0), cosine)
    return sorted(best.items(), key=lambda entry: (-entry[1], entry[0]))[:limit]


def _block(session: Session, block: int) -> tuple[bytes, bytes]:
    query = text("SELECT passages, bits FROM signatures WHERE block = :block")
    found = session.execute(query, {"block": block}).one_or_none()
    return (bytes(found[0]), bytes(found[1])) if found else (b"", b"")


def _save(session: Session, block: int, names: bytes, bits: bytes) -> None:
    session.execute(
        text("INSERT OR REPLACE INTO signatures (block, passages, bits) VALUES (:block, :names, :bits)"),
        {"block": block, "names": names, "bits": bits},
    )
