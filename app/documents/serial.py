"""A document as bytes: for the way from a worker process and for the encrypted library.

The form is zlib-compressed JSON, then the character boxes as little-endian float32. It is plain data:
reading it back runs no code, and everything is checked against its declared length.
"""

from __future__ import annotations

import json
import struct
import zlib
from dataclasses import asdict
from typing import Any

import numpy as np

from app.documents.document import Block, BlockKind, Document, Embedded, Page, Segment, Source

_MAGIC = b"CLD1"
_MAX_PLAIN = 2 * 1024**3


def document_to_bytes(document: Document) -> bytes:
    """Everything in `document`; `document_from_bytes` reverses it exactly."""
    boxes: list[bytes] = []
    header = json.dumps(_plain(document, boxes), ensure_ascii=True, separators=(",", ":")).encode("ascii")
    body = struct.pack("<Q", len(header)) + header + b"".join(boxes)
    return _MAGIC + zlib.compress(body, 3)


def document_from_bytes(data: bytes) -> Document:
    """Rebuild a document. Raises ValueError on bytes of another form."""
    if data[:4] != _MAGIC:
        raise ValueError("not a stored document")
    inflater = zlib.decompressobj()
    body = inflater.decompress(data[4:], _MAX_PLAIN)
    if inflater.unconsumed_tail or not inflater.eof:
        raise ValueError("stored document is cut short or too large")
    (length,) = struct.unpack_from("<Q", body)
    plain = json.loads(body[8 : 8 + length])
    return _document(plain, memoryview(body)[8 + length :])


def _plain(document: Document, boxes: list[bytes]) -> dict[str, Any]:
    boxes.extend(np.ascontiguousarray(page.boxes, dtype="<f4").tobytes() for page in document.pages)
    return {
        "source": asdict(document.source),
        "text": document.text,
        "blocks": [_plain_block(block) for block in document.blocks],
        "pages": [[p.number, p.width, p.height, p.start, p.end, p.unit, p.ocr] for p in document.pages],
        "embedded": [[e.name, e.part, e.start, e.end, _plain(e.document, boxes)] for e in document.embedded],
        "warnings": list(document.warnings),
        "attributes": document.attributes,
    }


def _plain_block(block: Block) -> list[Any]:
    return [
        block.kind.value,
        block.start,
        block.end,
        block.place,
        block.page,
        [[s.start, s.end, s.part, s.node, s.offset] for s in block.segments],
    ]


class _Cursor:
    """Hands out consecutive pieces of the box bytes."""

    def __init__(self, view: memoryview) -> None:
        self._view = view
        self._at = 0

    def take(self, count: int) -> memoryview:
        piece = self._view[self._at : self._at + count]
        if len(piece) != count:
            raise ValueError("stored document lacks boxes")
        self._at += count
        return piece


def _document(plain: dict[str, Any], view: memoryview) -> Document:
    return _rebuild(plain, _Cursor(view))


def _rebuild(plain: dict[str, Any], cursor: _Cursor) -> Document:
    pages = tuple(_page(entry, cursor) for entry in plain["pages"])
    embedded = tuple(
        Embedded(name, part, start, end, _rebuild(child, cursor))
        for name, part, start, end, child in plain["embedded"]
    )
    return Document(
        Source(**plain["source"]),
        plain["text"],
        tuple(
            Block(BlockKind(kind), start, end, place, page, tuple(Segment(*s) for s in segments))
            for kind, start, end, place, page, segments in plain["blocks"]
        ),
        pages,
        embedded,
        tuple(plain["warnings"]),
        dict(plain["attributes"]),
    )


def _page(entry: list[Any], cursor: _Cursor) -> Page:
    number, width, height, start, end, unit, ocr = entry
    count = end - start
    boxes = np.frombuffer(cursor.take(count * 16), dtype="<f4").reshape(count, 4).astype(np.float32)
    return Page(number, width, height, start, end, boxes, unit, ocr)
