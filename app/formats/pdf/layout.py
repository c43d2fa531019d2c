"""From characters where they stand to text in the order a person reads it.

Characters are joined to pieces (a run on one line without a wide gap), pieces are sorted into columns
and lines, and lines are written one below the other: a tab between cells, an empty line between
paragraphs. Every character of the result keeps the index of the glyph that it came from.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.formats.pdf.columns import Piece, lines_of, paragraph_starts, regions
from app.formats.pdf.pdfium import HYPHEN_AT_LINE_END

CELL_GAP = 1.2
"""A gap this many line heights wide separates cells."""
WORD_GAP = 0.16
"""A gap this many line heights wide separates words, where the file itself does not say."""


@dataclass(frozen=True, slots=True, eq=False)
class PageText:
    """Text in reading order. `origin[i]` is the index of the source character, or -1 where none stands."""

    text: str
    origin: NDArray[np.int64]
    paragraphs: tuple[tuple[int, int, bool], ...]
    """Spans of paragraphs, and whether they lie outside the visible page."""


def arrange(
    codes: NDArray[np.uint32],
    boxes: NDArray[np.float32],
    synthetic: NDArray[np.bool_],
    turns: NDArray[np.uint8],
    size: tuple[float, float],
) -> PageText:
    """Put characters in reading order; text that runs another way than most comes after.

    `boxes` are as displayed, shape (n, 4); `synthetic` marks blanks and line breaks without a place;
    `turns` is each character's direction as displayed, in quarter turns anticlockwise (0: to the right);
    `size` is the page's width and height in the same unit.
    """
    writer = _Writer(codes, synthetic)
    shown = (boxes[:, 2] > 0) & (boxes[:, 3] > 0) & (boxes[:, 0] < size[0]) & (boxes[:, 1] < size[1])
    real = ~synthetic & np.isfinite(boxes).all(axis=1)
    hidden: list[tuple[NDArray[np.float32], NDArray[np.bool_]]] = []
    counts = np.bincount(turns[real & shown], minlength=4)
    for turn in sorted(range(4), key=lambda t: (-counts[t], t)):
        chosen = real & (turns == turn)
        if not chosen.any():
            continue
        upright = _upright(boxes, turn, size)
        if (chosen & ~shown).any():
            hidden.append((upright, chosen & ~shown))
        for region in regions(_pieces(codes, upright, synthetic, chosen & shown)):
            writer.region(lines_of(region))
    for upright, chosen in hidden:
        for line in lines_of(_pieces(codes, upright, synthetic, chosen)):
            writer.region([line], hidden=True)
    return writer.finish()


def _upright(boxes: NDArray[np.float32], turn: int, size: tuple[float, float]) -> NDArray[np.float32]:
    """The boxes as they stand after turning the page so that the text runs to the right."""
    x0, y0, x1, y1 = boxes.T
    wide, high = size
    turned = (
        (x0, y0, x1, y1),
        (high - y1, x0, high - y0, x1),
        (wide - x1, high - y1, wide - x0, high - y0),
        (y0, wide - x1, y1, wide - x0),
    )[turn]
    return np.stack(turned, axis=1)


def _pieces(
    codes: NDArray[np.uint32],
    boxes: NDArray[np.float32],
    synthetic: NDArray[np.bool_],
    chosen: NDArray[np.bool_],
) -> list[Piece]:
    """Cut the chosen characters at line ends and wide gaps."""
    real = np.flatnonzero(chosen)
    if not len(real):
        return []
    breaks = _breaks(codes, boxes, synthetic, real)
    starts = np.flatnonzero(np.concatenate(([True], breaks)))
    ends = np.concatenate((starts[1:], [len(real)]))
    box = boxes[real].astype(np.float64)
    low = np.minimum.reduceat(box[:, :2], starts, axis=0)
    high = np.maximum.reduceat(box[:, 2:], starts, axis=0)
    filled = np.add.reduceat((~np.isin(codes[real], _BLANKS)).astype(np.int64), starts)
    pieces = []
    for k, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        if filled[k]:
            pieces.append(
                Piece(
                    float(low[k, 0]), float(low[k, 1]), float(high[k, 0]), float(high[k, 1]),
                    int(real[start]), int(real[end - 1]) + 1, int(filled[k]),
                )
            )  # fmt: skip
    return pieces


_BLANKS = (0x20, 0x09, 0x0A, 0x0D, 0xA0)


def _breaks(
    codes: NDArray[np.uint32],
    boxes: NDArray[np.float32],
    synthetic: NDArray[np.bool_],
    real: NDArray[np.int64],
) -> NDArray[np.bool_]:
    """Between neighbours of `real`: does a new piece begin?"""
    newline = np.concatenate(([0], np.cumsum(synthetic & np.isin(codes, (0x0A, 0x0D)))))
    line_end = (newline[real[1:]] - newline[real[:-1]]) > 0
    skips = synthetic.cumsum()[real]
    line_end |= (real[1:] - real[:-1]) - (skips[1:] - skips[:-1]) > 1  # characters of another group between
    a, b = boxes[real[:-1]], boxes[real[1:]]
    high_a, high_b = a[:, 3] - a[:, 1], b[:, 3] - b[:, 1]
    shared_y = np.minimum(a[:, 3], b[:, 3]) - np.maximum(a[:, 1], b[:, 1])
    same_line = shared_y > 0.5 * np.minimum(high_a, high_b)
    height = np.maximum(high_a, high_b)
    forward = b[:, 0] - a[:, 2]
    backward = a[:, 0] - b[:, 2]
    near = (forward > -0.6 * height) & (forward < CELL_GAP * height)
    leftward = _right_to_left(codes[real[1:]]) | _right_to_left(codes[real[:-1]])
    near |= leftward & (backward > -0.6 * height) & (backward < CELL_GAP * height)
    return np.asarray(line_end | ~(same_line & near), dtype=np.bool_)


def _right_to_left(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    letters = (codes >= 0x590) & (codes < 0x900)
    forms = (codes >= 0xFB1D) & (codes < 0xFF00) & (codes != 0xFEFF)
    return np.asarray(letters | forms, dtype=np.bool_)


class _Writer:
    """Collects the text of a page and where each character came from."""

    def __init__(self, codes: NDArray[np.uint32], synthetic: NDArray[np.bool_]) -> None:
        self._codes = codes
        self._synthetic = synthetic
        self._codepoints: list[NDArray[np.uint32]] = []
        self._origin: list[NDArray[np.int64]] = []
        self._length = 0
        self._paragraphs: list[tuple[int, int, bool]] = []

    def region(self, lines: list[list[Piece]], hidden: bool = False) -> None:
        """Write the lines of one column, cut into paragraphs at wider gaps."""
        start = self._length
        for line, begins in zip(lines, paragraph_starts(lines), strict=True):
            if line is not lines[0]:
                self._mark("\n")
                if begins:
                    self._close(start, self._length - 1, hidden)
                    self._mark("\n")
                    start = self._length
            self._line(line)
        if lines:
            self._close(start, self._length, hidden)
            self._mark("\n\n")

    def _close(self, start: int, end: int, hidden: bool) -> None:
        if end > start:
            self._paragraphs.append((start, end, hidden))

    def _line(self, line: list[Piece]) -> None:
        ordered = sorted(line, key=lambda p: (p.x0, p.first))
        if self._mostly_right_to_left(ordered):
            ordered.sort(key=lambda p: (-p.x1, p.first))
        previous: Piece | None = None
        for piece in ordered:
            if previous is not None:
                self._mark(self._joint(previous, piece))
            self._piece(piece)
            previous = piece

    def _mostly_right_to_left(self, line: list[Piece]) -> bool:
        codes = np.concatenate([self._codes[p.first : p.last] for p in line])
        return bool(np.count_nonzero(_right_to_left(codes)) * 2 > np.count_nonzero(codes > 0x40))

    def _joint(self, a: Piece, b: Piece) -> str:
        """What separates two pieces of a line: nothing, a blank or a tab."""
        gap = max(b.x0 - a.x1, a.x0 - b.x1)
        height = min(a.y1 - a.y0, b.y1 - b.y0)
        if gap >= CELL_GAP * height:
            return "\t"
        spaced = self._codes[a.last - 1] in _BLANKS or self._codes[b.first] in _BLANKS
        return " " if gap > WORD_GAP * height and not spaced else ""

    def _piece(self, piece: Piece) -> None:
        index = np.arange(piece.first, piece.last, dtype=np.int64)
        codes = self._codes[piece.first : piece.last].copy()
        synthetic = self._synthetic[piece.first : piece.last]
        self._add(codes, np.where(synthetic, -1, index))

    def _mark(self, text: str) -> None:
        if text:
            self._add(np.array([ord(c) for c in text], np.uint32), np.full(len(text), -1, np.int64))

    def _add(self, codes: NDArray[np.uint32], origin: NDArray[np.int64]) -> None:
        self._codepoints.append(codes)
        self._origin.append(origin)
        self._length += len(codes)

    def finish(self) -> PageText:
        """Join everything; code points that no text may hold become U+FFFD."""
        if not self._length:
            return PageText("", np.empty(0, np.int64), ())
        codes = np.concatenate(self._codepoints)
        codes = np.where(codes == HYPHEN_AT_LINE_END, 0x2D, codes)
        bad = (codes < 0x20) & ~np.isin(codes, (0x09, 0x0A)) | (codes >= 0xD800) & (codes < 0xE000)
        codes = np.where(bad | (codes > 0x10FFFF) | (codes == 0xFFFF), 0xFFFD, codes)
        text = codes.astype("<u4").tobytes().decode("utf-32-le")
        return PageText(text, np.concatenate(self._origin), tuple(self._paragraphs))
