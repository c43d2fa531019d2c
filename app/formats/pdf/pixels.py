"""Reading a page's pixels and joining what they say with the text layer."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from app.documents import CharBoxes, Limits, fold_term
from app.documents.errors import LimitExceeded
from app.formats import ocr
from app.formats.compose import no_boxes
from app.formats.pdf import pdfium

_DPI = 200.0
_DPI_SMALL = 300.0
"""For pages less than five inches wide, such as receipts."""
_MOST_PIXELS = 24_000_000
_SURE = 0.6
"""Words less sure than this are not added to a sound text layer."""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A reading of part of a page, with boxes in points of the page as shown."""

    reading: ocr.Reading
    boxes: CharBoxes


def picture_boxes(drawn: pdfium.Drawn, shape: pdfium.Geometry) -> NDArray[np.float64]:
    """Boxes of pictures as shown, cut at the page's edge; specks are left out. Shape (n, 4)."""
    boxes = shape.to_display(drawn.pictures).astype(np.float64)
    boxes[:, [0, 2]] = np.clip(boxes[:, [0, 2]], 0, shape.width)
    boxes[:, [1, 3]] = np.clip(boxes[:, [1, 3]], 0, shape.height)
    return boxes[(boxes[:, 2] - boxes[:, 0] > 20) & (boxes[:, 3] - boxes[:, 1] > 8)]


def coverage(boxes: NDArray[np.float64], shape: pdfium.Geometry) -> float:
    """Share of the page under `boxes`, overlaps counted once, on a grid of 64 by 64 cells."""
    if not len(boxes):
        return 0.0
    grid = np.zeros((64, 64), dtype=np.bool_)
    scale = np.array([64 / max(shape.width, 1), 64 / max(shape.height, 1)] * 2)
    for x0, y0, x1, y1 in np.round(boxes * scale).astype(int).tolist():
        grid[y0:y1, x0:x1] = True
    return float(grid.mean())


def see_page(page: pypdfium2.PdfPage, shape: pdfium.Geometry, limits: Limits, largest: int) -> list[Seen]:
    """Read the whole page. Raises LimitExceeded where a picture on it is too large to decode."""
    return see_parts(page, shape, limits, largest, np.array([[0.0, 0.0, shape.width, shape.height]]))


def see_parts(
    page: pypdfium2.PdfPage,
    shape: pdfium.Geometry,
    limits: Limits,
    largest: int,
    parts: NDArray[np.float64],
) -> list[Seen]:
    """Read the given boxes of the page, each on its own; a large one stands for the whole page."""
    if largest > limits.pixels:
        raise LimitExceeded(
            f"a picture of {largest // 1_000_000} megapixels", f"{limits.pixels // 1_000_000}"
        )
    dpi = _DPI_SMALL if min(shape.width, shape.height) < 360 else _DPI
    area = max(shape.width * shape.height, 1.0)
    scale = min(dpi / 72, (min(_MOST_PIXELS, limits.pixels) / area) ** 0.5)
    pixels = pdfium.render(page, scale * shape.unit)
    found = []
    for box in _joined(parts, shape):
        x0, y0, x1, y1 = np.round(box * scale).astype(int).tolist()
        reading = ocr.recognise(np.ascontiguousarray(pixels[y0:y1, x0:x1]))
        if reading.text or reading.hard_to_read:
            shift = np.array([x0, y0, x0, y0], dtype=np.float32)
            found.append(Seen(reading, ((reading.boxes + shift) / scale).astype(np.float32)))
    return found


def _joined(parts: NDArray[np.float64], shape: pdfium.Geometry) -> list[NDArray[np.float64]]:
    """Parts that overlap are read as one; many or large ones as the whole page. Top to bottom."""
    whole = np.array([0.0, 0.0, shape.width, shape.height])
    if coverage(parts, shape) > 0.6 or len(parts) > 40:
        return [whole]
    boxes = [box.copy() for box in parts]
    merged = True
    while merged:
        merged = False
        for i in range(len(boxes)):
            for j in range(len(boxes) - 1, i, -1):
                if _touch(boxes[i], boxes[j]):
                    other = boxes.pop(j)
                    boxes[i][:2] = np.minimum(boxes[i][:2], other[:2])
                    boxes[i][2:] = np.maximum(boxes[i][2:], other[2:])
                    merged = True
    return sorted(boxes, key=lambda box: (float(box[1]), float(box[0])))


def _touch(a: NDArray[np.float64], b: NDArray[np.float64]) -> bool:
    return bool(a[0] <= b[2] + 2 and b[0] <= a[2] + 2 and a[1] <= b[3] + 2 and b[1] <= a[3] + 2)


@dataclass(frozen=True, slots=True, eq=False)
class Addition:
    """Text to append to a page, one paragraph."""

    text: str
    boxes: CharBoxes


def missing_from_layer(
    seen: list[Seen],
    codes: NDArray[np.uint32],
    boxes: NDArray[np.float32],
    bad: NDArray[np.bool_] | None = None,
) -> list[Addition]:
    """Words in the pixels that the text layer does not have at that place, line by line.

    With `bad`, only words that stand where the layer has one of these meaningless characters.
    """
    middles = ((boxes[:, :2] + boxes[:, 2:]) / 2).astype(np.float32)
    found = []
    for part in seen:
        chosen = np.zeros(len(part.reading.text), dtype=np.bool_)
        for word in part.reading.words:
            if word.score < _SURE or (bad is not None and not _around(part, word, middles[bad])):
                continue
            if not _known(part, word, codes, middles):
                chosen[word.start : word.end] = True
        found.extend(_pick(part, chosen))
    return found


def _around(part: Seen, word: ocr.Word, middles: NDArray[np.float32]) -> bool:
    """True where one of the points lies in the word's box."""
    mine = part.boxes[word.start : word.end]
    inside = (middles >= mine[:, :2].min(axis=0)) & (middles <= mine[:, 2:].max(axis=0))
    return bool(inside.all(axis=1).any())


def _known(
    part: Seen,
    word: ocr.Word,
    codes: NDArray[np.uint32],
    middles: NDArray[np.float32],
) -> bool:
    needle = fold_term(word.text)
    if not needle:
        return True
    mine = part.boxes[word.start : word.end]
    x0, y0 = mine[:, :2].min(axis=0)
    x1, y1 = mine[:, 2:].max(axis=0)
    room = 0.8 * (y1 - y0)
    near = (middles[:, 0] > x0 - room) & (middles[:, 0] < x1 + room)
    near &= (middles[:, 1] > y0 - room / 2) & (middles[:, 1] < y1 + room / 2)
    if not near.any():
        return False
    layer = fold_term("".join(map(chr, np.where(codes[near] < 0xD800, codes[near], 0x20).tolist())))
    if needle in layer:
        return True
    match = SequenceMatcher(None, needle, layer, autojunk=False)
    return sum(block.size for block in match.get_matching_blocks() if block.size > 1) >= 0.7 * len(needle)


def _pick(part: Seen, chosen: NDArray[np.bool_]) -> list[Addition]:
    """The chosen characters of each line, with the blanks between neighbouring words."""
    found = []
    text = part.reading.text
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        keep = chosen[at:end].copy()
        if keep.any():
            first, last = np.flatnonzero(keep)[[0, -1]]
            blanks = np.array([c in " \t" for c in line], dtype=np.bool_)
            keep[first:last] |= blanks[first:last]
            index = np.flatnonzero(keep) + at
            picked = "".join(text[i] for i in index.tolist())
            found.append(Addition(picked, part.boxes[index]))
        at = end + 1
    return found


def layer_leftovers(text: str, boxes: CharBoxes, seen: list[Seen]) -> list[Addition]:
    """Sound words of a broken text layer that the pixels do not show (hidden, or drawn over)."""
    shown = fold_term(" ".join(part.reading.text for part in seen))
    found = []
    at = 0
    for line in text.split("\n"):
        words: list[str] = []
        rows: list[CharBoxes] = []
        start = at
        for word in line.replace("\t", " ").split(" "):
            folded = fold_term(word)
            if len(folded) >= 3 and word.isprintable() and "\ufffd" not in word and folded not in shown:
                if words:
                    words.append(" ")
                    rows.append(no_boxes(1))
                words.append(word)
                rows.append(boxes[start : start + len(word)])
            start += len(word) + 1
        if words:
            found.append(Addition("".join(words), np.concatenate(rows)))
        at += len(line) + 1
    return found
