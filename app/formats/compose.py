"""Building a document piece by piece, with provenance and embedded files."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import numpy as np

from app.documents import Block, BlockKind, CharBoxes, Document, Embedded, Limits, Page, Segment, Source
from app.documents.errors import LimitExceeded


def make_source(data: bytes, name: str, media_type: str, format_name: str) -> Source:
    """The source of a document read from `data`."""
    return Source(name, hashlib.sha256(data).hexdigest(), len(data), media_type, format_name)


class DocumentBuilder:
    """Collects text, blocks, pages and embedded files in order."""

    def __init__(self, source: Source, limits: Limits | None = None) -> None:
        self.source = source
        self.attributes: dict[str, str] = {}
        self.warnings: list[str] = []
        self._limits = limits or Limits()
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._pages: list[Page] = []
        self._embedded: list[Embedded] = []

    @property
    def position(self) -> int:
        """Length of the text so far."""
        return self._length

    def add_text(self, text: str) -> tuple[int, int]:
        """Append raw text (a separator, or text that a block will be declared over); its span."""
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        if self._length > self._limits.characters:
            raise LimitExceeded(f"over {self._limits.characters} characters", str(self._limits.characters))
        return start, self._length

    def add_block(
        self,
        kind: BlockKind,
        text: str,
        *,
        place: str = "",
        page: int | None = None,
        pieces: list[tuple[int, int, str, int, int]] | None = None,
        separator: str = "\n",
    ) -> Block:
        """Append a block and a separator after it.

        `pieces` are (start, end, part, node, offset) with start and end relative to the block's text.
        """
        start, end = self.add_text(text)
        segments = tuple(
            Segment(start + low, start + high, part, node, offset)
            for low, high, part, node, offset in pieces or []
        )
        block = Block(kind, start, end, place, page, segments)
        self._blocks.append(block)
        self.add_text(separator)
        return block

    def declare_block(self, block: Block) -> None:
        """Add a block over text that was appended with `add_text`."""
        self._blocks.append(block)

    def add_page(self, page: Page) -> None:
        self._pages.append(page)

    def add_embedded(self, name: str, part: str, child: Document) -> Embedded:
        """Append a file inside this file: its text and blocks become part of this one."""
        start, end = self.add_text(child.text)
        embedded = Embedded(name, part, start, end, child)
        self._embedded.append(embedded)
        self._blocks.extend(shift_block(block, start, place_prefix=f"{name}: ") for block in child.blocks)
        self.warnings.extend(f"{name}: {warning}" for warning in child.warnings)
        self.add_text("\n")
        return embedded

    def build(self) -> Document:
        """The finished document."""
        return Document(
            self.source,
            "".join(self._pieces),
            tuple(self._blocks),
            tuple(self._pages),
            tuple(self._embedded),
            tuple(self.warnings),
            dict(self.attributes),
        )


def shift_block(block: Block, by: int, place_prefix: str = "") -> Block:
    """The same block, `by` characters later, seen from the outer file (which has no such page)."""
    return replace(
        block,
        start=block.start + by,
        end=block.end + by,
        place=place_prefix + block.place,
        page=None,
        segments=tuple(replace(s, start=s.start + by, end=s.end + by) for s in block.segments),
    )


def no_boxes(count: int) -> CharBoxes:
    """Boxes of `count` characters that have no place."""
    return np.full((count, 4), np.nan, dtype=np.float32)
