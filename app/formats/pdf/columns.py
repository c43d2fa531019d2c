"""Columns and lines: which pieces of text are read together.

A gutter is a vertical strip that a band of lines leaves free. Left of it is read before right of it, unless
the lines on both sides stand in rows like a table's.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from statistics import median

MIN_COLUMN_LINES = 3
PROSE_CHARACTERS = 25
"""Lines at least this long on both sides of a gutter are columns of prose even where they align."""
_MOST_PIECES = 3_000
"""Beyond this a page is a drawing or a list of figures; columns are not looked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `first` to `last` (exclusive) that follow each other on one line, and their box."""

    x0: float
    y0: float
    x1: float
    y1: float
    first: int
    last: int
    letters: int
    """How many characters are not blank."""

    @property
    def middle(self) -> float:
        """Vertical centre."""
        return (self.y0 + self.y1) / 2


def lines_of(pieces: list[Piece]) -> list[list[Piece]]:
    """Group pieces that stand on one line; lines from top to bottom."""
    lines: list[list[Piece]] = []
    extent: list[float] = [0.0, 0.0]
    for piece in sorted(pieces, key=lambda p: (p.middle, p.x0, p.first)):
        height = piece.y1 - piece.y0
        shared = min(extent[1], piece.y1) - max(extent[0], piece.y0)
        if lines and shared > 0.5 * min(height, extent[1] - extent[0]) and _beside(piece, lines[-1]):
            lines[-1].append(piece)
            if height > extent[1] - extent[0]:
                extent = [piece.y0, piece.y1]
        else:
            lines.append([piece])
            extent = [piece.y0, piece.y1]
    return lines


def _beside(piece: Piece, line: list[Piece]) -> bool:
    """False where the piece stands below or above one of the line's rather than next to it."""
    for other in line:
        shared = min(piece.x1, other.x1) - max(piece.x0, other.x0)
        least = min(piece.x1 - piece.x0, other.x1 - other.x0)
        apart = abs(piece.middle - other.middle) > 0.35 * min(piece.y1 - piece.y0, other.y1 - other.y0)
        if shared > 0.5 * least and apart:
            return False
    return True


def paragraph_starts(lines: list[list[Piece]]) -> list[bool]:
    """Which lines of a column begin a paragraph: those after a gap that is wider than usual there."""
    tops = [min(p.y0 for p in line) for line in lines]
    bottoms = [max(p.y1 for p in line) for line in lines]
    heights = [bottom - top for top, bottom in zip(tops, bottoms, strict=True)]
    gaps = [tops[k] - bottoms[k - 1] for k in range(1, len(lines))]
    usual = median(gaps) if len(gaps) >= 3 else 0.0
    starts = [True]
    for k, gap in enumerate(gaps, 1):
        height = min(heights[k - 1], heights[k])
        starts.append(gap > max(usual, 0.0) + 0.45 * height)
    return starts[: len(lines)]


def regions(pieces: list[Piece], depth: int = 0) -> list[list[Piece]]:
    """Split into regions that are read one after the other."""
    if len(pieces) < 2 * MIN_COLUMN_LINES or len(pieces) > _MOST_PIECES or depth > 5:
        return [pieces] if pieces else []
    best: list[_Band] = []
    best_score = 0
    for gutter in _gutters(pieces):
        bands = _bands(pieces, gutter)
        score = sum(len(band.left) + len(band.right) for band in bands if band.columns)
        if score > best_score:
            best, best_score = bands, score
    if not best:
        return [pieces]
    return _read_bands(best, depth)


class _Kind(Enum):
    ACROSS = "across"
    """Some line runs over the gutter."""
    ROWS = "rows"
    """The lines left and right stand side by side like a table's."""
    FEW = "few"
    """Too few lines to tell."""
    COLUMNS = "columns"


@dataclass(slots=True)
class _Band:
    """Neighbouring lines, cut by a gutter."""

    left: list[Piece]
    right: list[Piece]
    across: list[Piece]
    kind: _Kind = _Kind.FEW

    @property
    def columns(self) -> bool:
        return self.kind is _Kind.COLUMNS


def _read_bands(bands: list[_Band], depth: int) -> list[list[Piece]]:
    found: list[list[Piece]] = []
    loose: list[Piece] = []
    for band in bands:
        if band.columns:
            found.extend(regions(loose, depth + 1))
            loose = []
            found.extend(regions(band.left, depth + 1))
            found.extend(regions(band.right, depth + 1))
        else:
            loose.extend(band.left + band.right + band.across)
    found.extend(regions(loose, depth + 1))
    return found


def _gutters(pieces: list[Piece]) -> list[float]:
    """Places of few crossings, where a gutter may run; at most eight."""
    left, right = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    bins = 150
    step = (right - left) / bins
    if step <= 0:
        return []
    change = [0] * (bins + 2)
    for piece in pieces:
        change[max(0, min(bins, int((piece.x0 - left) / step)))] += 1
        change[max(0, min(bins, int((piece.x1 - left) / step) + 1))] -= 1
    crossings, running = [], 0
    for k in range(bins):
        running += change[k]
        crossings.append(running)
    valleys: list[tuple[int, float]] = []
    k = int(bins * 0.12)
    while k < int(bins * 0.88):
        end = k
        while end + 1 < bins and crossings[end + 1] == crossings[k]:
            end += 1
        lower = crossings[k - 1] > crossings[k] and (end + 1 >= bins or crossings[end + 1] > crossings[k])
        if lower and crossings[k] < len(pieces) / 3:
            valleys.append((crossings[k], left + (k + end + 1) / 2 * step))
        k = end + 1
    return [place for _, place in sorted(valleys)[:8]]


def _bands(pieces: list[Piece], gutter: float) -> list[_Band]:
    """Cut the page at the pieces that cross the gutter and at wide gaps, and join what is alike."""
    bands: list[_Band] = []
    bottom = None
    for line in lines_of(pieces):
        across = [p for p in line if p.x0 < gutter < p.x1]
        top, height = min(p.y0 for p in line), max(p.y1 - p.y0 for p in line)
        apart = bottom is not None and top - bottom > height
        if not bands or apart or bool(across) != bool(bands[-1].across):
            bands.append(_Band([], [], []))
        band = bands[-1]
        band.across += across
        band.left += [p for p in line if p.x1 <= gutter]
        band.right += [p for p in line if p.x0 >= gutter]
        bottom = max(bottom or 0.0, *(p.y1 for p in line))
    for band in bands:
        band.kind = _kind(band)
    return _merged(bands)


def _merged(bands: list[_Band]) -> list[_Band]:
    """Neighbouring columns become one, and take in what is too short to tell."""
    merged: list[_Band] = []
    for band in bands:
        last = merged[-1] if merged else None
        loose = (_Kind.COLUMNS, _Kind.FEW)
        if last is not None and last.kind in loose and band.kind in loose:
            was_columns = last.columns or band.columns
            last.left += band.left
            last.right += band.right
            last.kind = _Kind.COLUMNS if was_columns else _kind(last)
        else:
            merged.append(band)
    return merged


def _kind(band: _Band) -> _Kind:
    if band.across:
        return _Kind.ACROSS
    left, right = lines_of(band.left), lines_of(band.right)
    few, many = sorted((left, right), key=len)
    if not few:
        return _Kind.FEW
    height = median(p.y1 - p.y0 for p in band.left + band.right)
    places = [_line_middle(line) for line in many]
    aligned = sum(1 for line in few if any(abs(_line_middle(line) - at) < 0.2 * height for at in places))
    in_rows = aligned >= 0.7 * len(few)
    if len(few) < MIN_COLUMN_LINES:
        return _Kind.ROWS if in_rows and len(many) >= 2 and not _is_prose(many) else _Kind.FEW
    gap = min(p.x0 for p in band.right) - max(p.x1 for p in band.left)
    if gap < 0.6 * height:
        return _Kind.ROWS
    if in_rows and not (_is_prose(left) and _is_prose(right)) and _interleaved(band, len(few)):
        return _Kind.ROWS
    return _Kind.COLUMNS


def _interleaved(band: _Band, rows: int) -> bool:
    """True where the file draws left and right by turns, as it does with the rows of a table."""
    sides = sorted([(p.first, 0) for p in band.left] + [(p.first, 1) for p in band.right])
    changes = sum(1 for a, b in pairwise(sides) if a[1] != b[1])
    return changes > max(2, 0.5 * rows)


def _line_middle(line: list[Piece]) -> float:
    return sum(p.middle for p in line) / len(line)


def _is_prose(lines: list[list[Piece]]) -> bool:
    """Most lines are one long piece that fills the column's width."""
    width = max(p.x1 for line in lines for p in line) - min(p.x0 for line in lines for p in line)
    full = [
        line
        for line in lines
        if len(line) == 1 and line[0].letters >= PROSE_CHARACTERS and line[0].x1 - line[0].x0 > 0.6 * width
    ]
    return len(full) * 2 > len(lines)
