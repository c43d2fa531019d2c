"""Reading pictures: lines, words and characters with their boxes, in reading order.

`recognise` is the door. Pictures that lie on their side or head are read upright, scans that are a
little crooked are put in order along their own lines; boxes always refer to the picture as given.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.documents import Box, CharBoxes
from app.formats.codes import Code, decode_codes
from app.formats.compose import no_boxes
from app.formats.ocr_models import LineRead, Pixels, crop, detect, read_lines
from app.formats.pdf.columns import Piece, lines_of, paragraph_starts, regions

LONGEST = 1280
"""The detector looks at pictures whose longer side has this many pixels."""
_TALL = 2.2
"""Pictures taller than this many widths are looked at in overlapping parts."""
_HARD = 0.88
"""A reading whose mean score is below this deserves a warning; clean print scores 0.99."""
_LEAST_SCORE = 0.5
_CELL_GAP = 1.6
"""A gap this many line heights wide separates cells of a row."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its span in the reading's text, its box in pixels and how sure it is, 0 to 1."""

    text: str
    start: int
    end: int
    box: Box
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What a picture says. `boxes` has one row for each character of `text`, NaN for made-up ones."""

    text: str
    boxes: CharBoxes
    scores: NDArray[np.float32]
    """How sure each character is, 0 to 1; 1 for made-up ones."""
    words: tuple[Word, ...]
    paragraphs: tuple[tuple[int, int], ...]
    turn: int
    """Quarter turns anticlockwise that put the picture upright."""
    skew: float
    """How far the lines rise to the left after that turn, in degrees."""
    unread: int = 0
    """How many things that look like lines could not be read."""

    @property
    def score(self) -> float:
        """Mean score of the words, weighted by length; 0 where nothing was read."""
        letters = sum(len(word.text) for word in self.words)
        return sum(word.score * len(word.text) for word in self.words) / letters if letters else 0.0

    @property
    def hard_to_read(self) -> bool:
        """True where words may be missing or wrong: a script that is not known, handwriting, a poor scan."""
        lines = self.text.count("\n") + 1
        return bool(self.words and self.score < _HARD) or self.unread > max(1, 0.15 * lines)


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    read: LineRead
    corners: NDArray[np.float64]
    """Shape (characters, 4, 2), in the upright picture."""
    quad: NDArray[np.float64]


def recognise(pixels: Pixels) -> Reading:
    """Read an RGB picture, shape (height, width, 3). Raises ModelError where the models are missing."""
    if min(pixels.shape[:2]) < 12:
        return _Writer([], 0, 0, 0).finish(0, 0.0, 0)
    turn, upright, quads = _level(pixels)
    pictures = [crop(upright, quad) for quad in quads]
    reads = read_lines(pictures)
    if _stand_on_their_head(pictures, reads):
        turn += 2
        high, wide = upright.shape[:2]
        upright = np.ascontiguousarray(np.rot90(upright, 2))
        quads = np.array([wide, high]) - quads[:, [2, 3, 0, 1]]
        pictures = [crop(upright, quad) for quad in quads]
        reads = read_lines(pictures)
    lines, unread = _legible(quads, pictures, reads)
    skew = _skew(np.stack([line.quad for line in lines])) if lines else 0.0
    writer = _Writer(lines, turn, pixels.shape[1], pixels.shape[0])
    for region in regions(_pieces(lines, skew)):
        writer.region(lines_of(region))
    for code in decode_codes(pixels):
        writer.code(code)
    return writer.finish(turn, skew, unread)


def _level(pixels: Pixels) -> tuple[int, Pixels, NDArray[np.float64]]:
    """Turn the picture so that its lines run from side to side, and find them."""
    quads = _detect(pixels)
    turn = 0
    if len(quads) and _lie_on_their_side(quads):
        turn = 1
        pixels = np.ascontiguousarray(np.rot90(pixels))
        quads = _detect(pixels)
    return turn, pixels, np.stack([_lying(quad) for quad in quads]) if len(quads) else quads


def _detect(pixels: Pixels) -> NDArray[np.float64]:
    """Text regions; tall pictures in parts, each region taken from the part that shows it whole."""
    high, wide = pixels.shape[:2]
    if high <= _TALL * wide:
        return detect(pixels, LONGEST)
    size = round(1.6 * wide)
    overlap = round(0.2 * wide)
    found = []
    for top in range(0, high, size - overlap):
        bottom = min(high, top + size)
        quads = detect(np.ascontiguousarray(pixels[top:bottom]), LONGEST)
        middle = quads[:, :, 1].mean(axis=1) + top
        keep = (middle >= top + overlap / 2) | (top == 0)
        keep &= (middle < bottom - overlap / 2) | (bottom == high)
        found.append(quads[keep] + np.array([0, top]))
        if bottom == high:
            break
    return np.concatenate(found)


def _sizes(quads: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    wide = np.linalg.norm(quads[:, 1] - quads[:, 0], axis=1)
    high = np.linalg.norm(quads[:, 3] - quads[:, 0], axis=1)
    return wide, high


def _lie_on_their_side(quads: NDArray[np.float64]) -> bool:
    wide, high = _sizes(quads)
    standing = float((wide * high)[high > 1.5 * wide].sum())
    lying = float((wide * high)[wide > 1.5 * high].sum())
    return standing > lying


def _stand_on_their_head(pictures: list[Pixels], reads: list[LineRead]) -> bool:
    """Unless a few long lines read well as they are, compare them read the other way round."""
    longest = sorted(range(len(pictures)), key=lambda k: -pictures[k].shape[1])[:5]
    if not longest or (as_is := _mean_score([reads[k] for k in longest])) > 0.9:
        return False
    turned = [np.ascontiguousarray(np.rot90(pictures[k][:, :960], 2)) for k in longest]
    return _mean_score(read_lines(turned)) > as_is + 0.05


def _mean_score(lines: list[LineRead]) -> float:
    scores = np.concatenate([line.scores for line in lines])
    return float(scores.mean()) if len(scores) else 0.0


def _legible(
    quads: NDArray[np.float64], pictures: list[Pixels], reads: list[LineRead]
) -> tuple[list[_Line], int]:
    """The lines placed in the picture; those that hold no or hardly legible text are counted only."""
    lines = []
    unread = 0
    for quad, picture, raw in zip(quads, pictures, reads, strict=True):
        read = _trimmed(raw)
        if read.text and float(read.scores.mean()) >= _LEAST_SCORE:
            lines.append(_placed(quad, picture, read))
        elif picture.shape[1] > 3 * picture.shape[0]:
            unread += 1
    return lines, unread


def _lying(quad: NDArray[np.float64]) -> NDArray[np.float64]:
    """A region that is much higher than wide holds a line that runs up the page."""
    wide, high = (float(side[0]) for side in _sizes(quad[np.newaxis]))
    return quad[[3, 0, 1, 2]] if high > 2.0 * wide and high > 40 else quad


def _placed(quad: NDArray[np.float64], picture: Pixels, read: LineRead) -> _Line:
    """The line with the corners of each character, cut down to the height of its ink."""
    top, bottom = _rows(picture)
    left, right = quad[3] - quad[0], quad[2] - quad[1]
    quad = np.stack(
        [quad[0] + top * left, quad[1] + top * right, quad[1] + bottom * right, quad[0] + bottom * left]
    )
    spans = _spans(picture, read)[:, :, np.newaxis]
    above = quad[0] + spans * (quad[1] - quad[0])
    below = quad[3] + spans * (quad[2] - quad[3])
    corners = np.stack([above[:, 0], above[:, 1], below[:, 1], below[:, 0]], axis=1)
    return _Line(read, corners, quad)


def _trimmed(read: LineRead) -> LineRead:
    """Without blanks at either end."""
    start = len(read.text) - len(read.text.lstrip())
    end = len(read.text.rstrip())
    if start >= end:
        return LineRead("", read.places[:0], read.scores[:0])
    return LineRead(read.text[start:end], read.places[start:end], read.scores[start:end])


def _spans(picture: Pixels, read: LineRead) -> NDArray[np.float64]:
    """Left and right end of each character as shares of the line's width, shape (n, 2).

    The recogniser tells roughly where a character is; its ends are put where the picture has least ink.
    """
    width = picture.shape[1]
    ink = _ink(picture)
    places = np.maximum.accumulate(read.places) * width
    edges = np.empty(len(places) + 1)
    marked = np.flatnonzero(ink > 0)
    first, last = (marked[0], marked[-1] + 1) if len(marked) else (0, width)
    edges[0] = min(float(first), places[0])
    edges[-1] = max(float(last), places[-1])
    middles = (places[1:] + places[:-1]) / 2
    for k, middle in enumerate(middles.tolist()):
        reach = max(1.0, 0.4 * (places[k + 1] - places[k]))
        low, high = int(max(0, middle - reach)), int(min(width - 1, middle + reach)) + 1
        part = ink[low:high]
        least = np.flatnonzero(part == part.min())
        edges[k + 1] = low + least[np.argmin(np.abs(least + low - middle))] + 0.5
    spans = np.stack([edges[:-1], edges[1:]], axis=1)
    _widen_blanks(spans, read.text, ink)
    return np.asarray(np.clip(spans / width, 0, 1), dtype=np.float64)


def _widen_blanks(spans: NDArray[np.float64], text: str, ink: NDArray[np.float64]) -> None:
    """A blank reaches from the ink on its left to the ink on its right; its neighbours end there."""
    for k, character in enumerate(text):
        if character != " " or k == 0 or k + 1 == len(text):
            continue
        middle = int(min(max((spans[k, 0] + spans[k, 1]) / 2, 0), len(ink) - 1))
        if ink[middle] > 0:
            empty = np.flatnonzero(ink[int(spans[k - 1, 0]) : int(spans[k + 1, 1])] == 0)
            if not len(empty):
                continue
            middle = int(spans[k - 1, 0]) + int(
                empty[np.argmin(np.abs(empty + int(spans[k - 1, 0]) - middle))]
            )
        low = high = middle
        while low > spans[k - 1, 0] + 1 and ink[low - 1] == 0:
            low -= 1
        while high < spans[k + 1, 1] - 1 and ink[high] == 0:
            high += 1
        spans[k - 1, 1] = spans[k, 0] = low
        spans[k, 1] = spans[k + 1, 0] = max(high, low)


def _marked(picture: Pixels) -> NDArray[np.bool_]:
    """Which pixels differ from the paper."""
    grey = picture.astype(np.float64).mean(axis=2)
    contrast = np.abs(grey - float(np.median(grey)))
    strong = float(np.percentile(contrast[4:-4], 98))
    return np.asarray(contrast > max(0.4 * strong, 5.0), dtype=np.bool_)


def _ink(picture: Pixels) -> NDArray[np.float64]:
    """How many pixels of each column differ from the paper; margins above and below left out."""
    return np.asarray(_marked(picture)[4:-4].sum(axis=0), dtype=np.float64)


def _rows(picture: Pixels) -> tuple[float, float]:
    """Top and bottom of the ink around the middle, as shares of the height, with a little room."""
    ink = _marked(picture).sum(axis=1)
    high = len(ink)
    top = bottom = high // 2
    few = max(0.0, 0.004 * picture.shape[1])
    while top > 0 and (ink[top - 1] > few or top > 0.4 * high):
        top -= 1
    while bottom < high and (ink[bottom] > few or bottom < 0.6 * high):
        bottom += 1
    return max(0.0, (top - 2) / high), min(1.0, (bottom + 2) / high)


def _skew(quads: NDArray[np.float64]) -> float:
    """Slope of the lines in degrees, by the longer half of them."""
    wide, high = _sizes(quads)
    chosen = (wide > 3 * high) & (wide >= np.median(wide))
    if not chosen.any():
        return 0.0
    along = quads[chosen, 1] - quads[chosen, 0]
    return float(np.median(np.degrees(np.arctan2(along[:, 1], along[:, 0]))))


def _pieces(lines: list[_Line], skew: float) -> list[Piece]:
    """The lines as they lie when the picture is turned so that they are level."""
    angle = np.radians(-skew)
    straighten = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    pieces = []
    for k, line in enumerate(lines):
        flat = line.quad @ straighten
        left, right = flat[[0, 3], 0].mean(), flat[[1, 2], 0].mean()
        top, bottom = flat[[0, 1], 1].mean(), flat[[2, 3], 1].mean()
        letters = len(line.read.text.replace(" ", ""))
        low_x, high_x = sorted((float(left), float(right)))
        low_y, high_y = sorted((float(top), float(bottom)))
        pieces.append(Piece(low_x, low_y, high_x, high_y, k, k + 1, letters))
    return pieces


class _Writer:
    """Collects text, boxes and words."""

    def __init__(self, lines: list[_Line], turn: int, width: int, height: int) -> None:
        self._lines = lines
        self._frame = (turn, width, height)
        self._text: list[str] = []
        self._boxes: list[CharBoxes] = []
        self._scores: list[NDArray[np.float32]] = []
        self._length = 0
        self._words: list[Word] = []
        self._paragraphs: list[tuple[int, int]] = []

    def region(self, rows: list[list[Piece]]) -> None:
        start = self._length
        for row, begins in zip(rows, paragraph_starts(rows), strict=True):
            if row is not rows[0]:
                self._mark("\n")
                if begins:
                    self._paragraphs.append((start, self._length - 1))
                    self._mark("\n")
                    start = self._length
            self._row(sorted(row, key=lambda p: (p.x0, p.first)))
        if self._length > start:
            self._paragraphs.append((start, self._length))
            self._mark("\n\n")

    def _row(self, row: list[Piece]) -> None:
        previous: Piece | None = None
        for piece in row:
            if previous is not None:
                gap = piece.x0 - previous.x1
                self._mark("\t" if gap > _CELL_GAP * min(_height(piece), _height(previous)) else " ")
            self._line(self._lines[piece.first])
            previous = piece

    def _mark(self, text: str) -> None:
        self._add(text, no_boxes(len(text)), np.ones(len(text), np.float32))

    def _line(self, line: _Line) -> None:
        boxes = _to_given(line.corners, *self._frame)
        start = self._length
        self._add(line.read.text, boxes, line.read.scores.astype(np.float32))
        self._words.extend(_words(line.read.text, boxes, line.read.scores, start))

    def code(self, code: Code) -> None:
        """What a QR code says; each of its characters is the whole code."""
        start = self._length
        corners = (code.box.x0, code.box.y0, code.box.x1, code.box.y1)
        boxes = np.tile(np.array(corners, dtype=np.float32), (len(code.text), 1))
        scores = np.ones(len(code.text))
        self._add(code.text, boxes, scores.astype(np.float32))
        self._words.extend(_words(code.text, boxes, scores, start))
        self._paragraphs.append((start, self._length))
        self._mark("\n\n")

    def _add(self, text: str, boxes: CharBoxes, scores: NDArray[np.float32]) -> None:
        self._text.append(text)
        self._boxes.append(boxes)
        self._scores.append(scores)
        self._length += len(text)

    def finish(self, turn: int, skew: float, unread: int) -> Reading:
        if not self._text:
            return Reading("", no_boxes(0), np.empty(0, np.float32), (), (), turn, skew, unread)
        return Reading(
            "".join(self._text),
            np.concatenate(self._boxes),
            np.concatenate(self._scores),
            tuple(self._words),
            tuple(self._paragraphs),
            turn,
            skew,
            unread,
        )


def _words(text: str, boxes: CharBoxes, scores: NDArray[np.float64], start: int) -> list[Word]:
    """The words of one line that begins at `start` of the reading's text."""
    found = []
    at = 0
    for word in text.split(" "):
        end = at + len(word)
        if word:
            x0, y0 = boxes[at:end, :2].min(axis=0).tolist()
            x1, y1 = boxes[at:end, 2:].max(axis=0).tolist()
            score = float(scores[at:end].mean())
            found.append(Word(word, start + at, start + end, Box(x0, y0, x1, y1), score))
        at = end + 1
    return found


def _height(piece: Piece) -> float:
    return piece.y1 - piece.y0


def _to_given(corners: NDArray[np.float64], turn: int, width: int, height: int) -> CharBoxes:
    """Boxes around corners (n, 4, 2) of the upright picture, in the picture as given."""
    x, y = corners[:, :, 0], corners[:, :, 1]
    back = ((x, y), (width - y, x), (width - x, height - y), (y, height - x))[turn]
    sides = (back[0].min(axis=1), back[1].min(axis=1), back[0].max(axis=1), back[1].max(axis=1))
    return np.asarray(np.stack(sides, axis=1), dtype=np.float32)
