"""Text that a PDF holds and its pages do not show, and pictures and drawings under boxes, found in rendered pixels.

A page is drawn as a reader sees it. A letter in whose place all pixels are alike cannot be seen: it lies under a box,
is white on white, or is drawn with no ink. Then the boxes are taken off the page and it is drawn again: whatever
comes to light under one was covered, not removed. Nothing is written; the file stays as it is.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

from app.documents import Leak

_SCALE = 2.0
_MOST_SIDE = 4000
_ALIKE = 24
"""Difference of the lightest and the darkest pixel up to which nothing can be read."""
_DARK = 110
_OPAQUE = 200
"""Of 255; more lets nothing through that could be read."""
_SHORTEST = 3
"""Letters in a row that cannot be seen; fewer are chance: a stray glyph, the edge of a rule."""
_LEAST_SIDE = 4.0
"""Of a box, in points; thinner ones are rules."""
_JUMP = 40
"""Difference in brightness of neighbouring pixels that makes an edge."""

Pixels = NDArray[np.uint8]
Box = tuple[float, float, float, float]


def unseen(page: Any, place: str) -> Iterator[Leak]:
    """What one opened pypdfium2 page hides. The page is changed in memory: close it afterwards."""
    seen = _drawn(page, annotations=True)
    if seen is None:
        return
    letters, boxes = _letters(page, seen.shape)
    yield from _unseen_text(seen, letters, boxes, place)
    if _under_boxes(page, seen):
        yield Leak("content under boxes", place, -1, False, "a picture or drawing lies under a box")


def _drawn(page: Any, annotations: bool) -> Pixels | None:
    """(height, width) brightness; None for a page too large to be drawn."""
    width, height = page.get_size()
    scale = min(_SCALE, _MOST_SIDE / max(width, height, 1.0))
    if width * scale < 2 or height * scale < 2:
        return None
    picture = page.render(scale=scale, draw_annots=annotations, grayscale=True)
    return np.asarray(picture.to_numpy()).reshape(picture.height, picture.width)


def _letters(page: Any, shape: tuple[int, ...]) -> tuple[str, NDArray[np.float64]]:
    """Letters and digits of the page, and their boxes (n, 4) in pixels: left, top, right, bottom."""
    text = page.get_textpage()
    try:
        found: list[str] = []
        boxes: list[Box] = []
        rect = raw.FS_RECTF()
        for index in range(text.count_chars()):
            letter = chr(raw.FPDFText_GetUnicode(text.raw, index))
            if letter.isalnum() and raw.FPDFText_GetLooseCharBox(text.raw, index, rect):
                found.append(letter)
                boxes.append((rect.left, rect.top, rect.right, rect.bottom))
    finally:
        text.close()
    return "".join(found), _to_pixels(page, shape, np.array(boxes, dtype=np.float64).reshape(-1, 4))


def _to_pixels(page: Any, shape: tuple[int, ...], boxes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Boxes in page units as upright boxes in pixels, rotation and crop minded."""
    height, width = shape

    def at(x: float, y: float) -> tuple[int, int]:
        left, top = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(page.raw, 0, 0, width * 64, height * 64, 0, x, y, left, top)
        return left.value, top.value

    (x0, y0), (x1, y1), (x2, y2) = at(0, 0), at(1000, 0), at(0, 1000)
    matrix = np.array([[x1 - x0, y1 - y0], [x2 - x0, y2 - y0]]) / 64000.0
    first = boxes[:, :2] @ matrix + np.array([x0, y0]) / 64.0
    other = boxes[:, 2:] @ matrix + np.array([x0, y0]) / 64.0
    return np.hstack([np.minimum(first, other), np.maximum(first, other)])


def _unseen_text(seen: Pixels, letters: str, boxes: NDArray[np.float64], place: str) -> Iterator[Leak]:
    height, width = seen.shape
    runs: dict[str, int] = {}
    longest: dict[str, int] = {}
    for box in boxes:
        kind = _kind(seen, box, width, height)
        for name in list(runs):
            if name != kind:
                runs[name] = 0
        if kind:
            runs[kind] = runs.get(kind, 0) + 1
            longest[kind] = max(longest.get(kind, 0), runs[kind])
    words = {
        "text under boxes": "text lies under a dark box",
        "invisible text": "text that the page does not show",
        "outside the page": "text beside the visible part of the page",
    }
    for kind, length in longest.items():
        if length >= _SHORTEST:
            yield Leak(kind, place, -1, False, words[kind])


def _kind(seen: Pixels, box: NDArray[np.float64], width: int, height: int) -> str:
    """The channel of a letter that cannot be seen; "" for one that can."""
    x0, y0, x1, y1 = box.tolist()
    if x1 <= 0 or y1 <= 0 or x0 >= width or y0 >= height:
        return "outside the page"
    left, right = max(0, int(x0)), min(width, int(x1) + 1)
    top, bottom = max(0, int(y0)), min(height, int(y1) + 1)
    part = seen[top:bottom, left:right]
    if part.shape[0] < 3 or part.shape[1] < 2:
        return ""  # too small for anybody to read
    darkest, lightest = int(part.min()), int(part.max())
    if lightest - darkest <= _ALIKE:
        return "text under boxes" if lightest < _DARK else "invisible text"
    return ""


def _under_boxes(page: Any, seen: Pixels) -> bool:
    """Whether something comes to light when opaque boxes and annotations are taken off."""
    boxes = [item for item in page.get_objects(max_depth=1) if _covers(item)]
    places = [box for item in boxes for box in (_bounds(item, page, seen.shape),) if box is not None]
    places += [box for box in _annotation_boxes(page, seen.shape) if box is not None]
    if not places:
        return False
    for item in boxes:
        page.remove_obj(item)
    bare = _drawn(page, annotations=False)
    return (
        bare is not None
        and bare.shape == seen.shape
        and any(_came_to_light(seen, bare, box) for box in places)
    )


def _covers(item: Any) -> bool:
    """A filled opaque path of some size."""
    return item.type == raw.FPDF_PAGEOBJ_PATH and fill_of(item) is not None


def fill_of(item: Any) -> tuple[int, int, int] | None:
    """Red, green and blue (0 to 255) that a path is filled with; None where it is not filled, or can be seen through."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item.raw, mode, stroke)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(item.raw, red, green, blue, alpha)
    filled = mode.value != raw.FPDF_FILLMODE_NONE and alpha.value > _OPAQUE
    return (red.value, green.value, blue.value) if filled else None


_Place = tuple[int, int, int, int]


def _bounds(item: Any, page: Any, shape: tuple[int, ...]) -> _Place | None:
    return _place(item.get_bounds(), page, shape)


def _annotation_boxes(page: Any, shape: tuple[int, ...]) -> Iterator[_Place | None]:
    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        kind, rect = raw.FPDFAnnot_GetSubtype(annotation), raw.FS_RECTF()
        raw.FPDFAnnot_GetRect(annotation, rect)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind in _DRAWN_ANNOTATIONS:
            yield _place((rect.left, rect.bottom, rect.right, rect.top), page, shape)


_DRAWN_ANNOTATIONS = frozenset({
    raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_POLYGON, raw.FPDF_ANNOT_INK,
    raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_REDACT,
})  # fmt: skip


def _place(bounds: tuple[float, ...], page: Any, shape: tuple[int, ...]) -> _Place | None:
    """The inside of a box in whole pixels; None for a rule, for what fills most of the page, or lies beside it."""
    left, bottom, right, top = bounds
    width, height = page.get_size()
    if (
        min(right - left, top - bottom) < _LEAST_SIDE
        or (right - left) * (top - bottom) > 0.8 * width * height
    ):
        return None
    box = _to_pixels(page, shape, np.array([[left, top, right, bottom]]))[0]
    x0, y0 = max(0, int(box[0]) + 2), max(0, int(box[1]) + 2)
    x1, y1 = min(shape[1], int(box[2]) - 2), min(shape[0], int(box[3]) - 2)
    return (x0, y0, x1, y1) if x1 - x0 >= 3 and y1 - y0 >= 3 else None


def _came_to_light(seen: Pixels, bare: Pixels, box: _Place) -> bool:
    """Most of the box is of one shade, and where it is, the page without it has letters or a picture.

    What counts is in how many columns the brightness jumps along a row, and in how many rows along a column: the
    edge of a blanked picture or of a shaded cell jumps in one or two of each.
    """
    x0, y0, x1, y1 = box
    before, after = seen[y0:y1, x0:x1], bare[y0:y1, x0:x1].astype(np.int16)
    shade = int(np.median(before))
    covered = np.abs(before.astype(np.int16) - shade) <= 4
    if covered.mean() < 0.6:
        return False
    along = (np.abs(np.diff(after, axis=1)) > _JUMP) & covered[:, 1:] & covered[:, :-1]
    down = (np.abs(np.diff(after, axis=0)) > _JUMP) & covered[1:] & covered[:-1]
    columns, rows = int(along.any(axis=0).sum()), int(down.any(axis=1).sum())
    return columns >= max(5, 0.05 * (x1 - x0)) and rows >= max(4, 0.12 * (y1 - y0))
