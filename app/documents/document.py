"""The text of a file with provenance.

A `Document` is one string cut into blocks. Every later stage speaks in half-open character
spans `[start, end)` of that string, counted in Unicode code points; what lies behind a span
(boxes on a page, an XML node, a sheet cell, a MIME part) is carried beside it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CharBoxes: TypeAlias = "NDArray[np.float32]"
"""Boxes of consecutive characters, shape (n, 4): x0, y0, x1, y1; NaN where a character has no place."""


class BlockKind(StrEnum):
    """What part a stretch of text plays in its file."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CELL = "cell"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    COMMENT = "comment"
    NOTE = "note"
    ANNOTATION = "annotation"
    FORM_FIELD = "form_field"
    OUTLINE = "outline"
    METADATA = "metadata"
    MAIL_HEADER = "mail_header"
    ATTRIBUTE = "attribute"
    LINK = "link"
    HIDDEN = "hidden"
    DELETED = "deleted"
    ATTACHMENT = "attachment"
    FILE_NAME = "file_name"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page: origin top left, y downwards, in the page's own unit (points or pixels)."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Segment:
    """`end - start` characters that stand one for one in the source.

    `part` names the piece of the file ("word/document.xml", "mime:1.2", "" for a plain file), `node`
    counts text-bearing nodes of that part in document order, `offset` is the index of the first
    character inside the node. What a node is, each format says for itself.
    """

    start: int
    end: int
    part: str
    node: int
    offset: int


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch `[start, end)` of the document's text that belongs together."""

    kind: BlockKind
    start: int
    end: int
    place: str = ""
    """Where it stands, in words a person can follow: "page 3", "Sheet1!B4", "header 1"."""
    page: int | None = None
    """Page number from 1, where the file has pages."""
    segments: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One page as it is shown: its size, its stretch of the text and the place of each character."""

    number: int
    width: float
    height: float
    start: int
    end: int
    boxes: CharBoxes
    """Shape (end - start, 4), upright as displayed (after page rotation), origin top left."""
    unit: str = "pt"
    ocr: bool = False
    """True where the characters were read from pixels."""


@dataclass(frozen=True, slots=True)
class Source:
    """Which file a document was read from."""

    path: str
    sha256: str
    size: int
    media_type: str
    format: str


@dataclass(frozen=True, slots=True, eq=False)
class Embedded:
    """A file inside a file (attachment, embedded object), at `[start, end)` of the parent's text."""

    name: str
    part: str
    start: int
    end: int
    document: Document


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """The text of a file with provenance. Blocks are in order and do not overlap."""

    source: Source
    text: str
    blocks: tuple[Block, ...] = ()
    pages: tuple[Page, ...] = ()
    embedded: tuple[Embedded, ...] = ()
    warnings: tuple[str, ...] = ()
    attributes: dict[str, str] = field(default_factory=dict)
    """Facts about the file that help to sort it: "sheets", "slides", "has_ocr", "title_font_ratio", …"""

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the character at `offset`, or None between blocks."""
        low, high = 0, len(self.blocks)
        while low < high:
            middle = (low + high) // 2
            if self.blocks[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.blocks) and self.blocks[low].start <= offset:
            return self.blocks[low]
        return None

    def page_at(self, offset: int) -> Page | None:
        """The page that shows the character at `offset`, or None."""
        for page in self.pages:
            if page.start <= offset < page.end:
                return page
        return None

    def boxes(self, start: int, end: int) -> list[tuple[int, Box]]:
        """Page number and box of each line that the span covers, in reading order."""
        found: list[tuple[int, Box]] = []
        for page in self.pages:
            low, high = max(start, page.start), min(end, page.end)
            if low < high:
                rows = page.boxes[low - page.start : high - page.start]
                found.extend((page.number, box) for box in _lines(rows))
        return found

    @property
    def text_sha256(self) -> str:
        """Digest of the text: a plan made for one reading is refused on another."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


def _lines(rows: CharBoxes) -> Iterator[Box]:
    """Join neighbouring character boxes that share a line."""
    import numpy as np  # here: whoever needs only the nouns starts without it

    current: list[float] | None = None
    for x0, y0, x1, y1 in rows[~np.isnan(rows).any(axis=1)].tolist():
        if current is not None and _same_line(current, y0, y1) and x0 - current[2] < 3 * (y1 - y0 + 1):
            current = [min(current[0], x0), min(current[1], y0), max(current[2], x1), max(current[3], y1)]
            continue
        if current is not None:
            yield Box(*current)
        current = [x0, y0, x1, y1]
    if current is not None:
        yield Box(*current)


def _same_line(current: list[float], y0: float, y1: float) -> bool:
    shared = min(current[3], y1) - max(current[1], y0)
    return shared > 0.5 * min(current[3] - current[1], y1 - y0)
