"""Pictures of pages for the window: PDF pages and frames of images. Called from a worker process."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.documents import Limits
from app.documents.errors import LimitExceeded, UnsupportedFormat, UsageError
from app.formats.base import Format

_MOST_PIXELS = 40_000_000


@dataclass(frozen=True, slots=True)
class Picture:
    """`rgb` holds height * width * 3 bytes, row by row from the top."""

    width: int
    height: int
    rgb: bytes


def render_page(data: bytes, name: str, number: int, scale: float, password: str | None = None) -> Picture:
    """Page `number` (from 1) as shown; `scale` is pixels per point (PDF) or per pixel (images).

    A scale that would make the picture larger than 40 megapixels is reduced. Raises UsageError for a page
    that is not there, UnsupportedFormat for files without pages, and what reading the file raises.
    """
    if number < 1 or not 0 < scale <= 100:
        raise UsageError("There is no such page.")
    if _format(data, name).name == "pdf":
        return _pdf_page(data, number, scale, password)
    return _frame(data, number, scale)


def page_count_and_sizes(
    data: bytes, name: str, password: str | None = None
) -> tuple[int, tuple[tuple[float, float], ...]]:
    """How many pages there are, and width and height of each (points for PDF, pixels for images)."""
    if _format(data, name).name == "pdf":
        from app.formats.pdf.reader import page_sizes

        sizes = page_sizes(data, password, Limits())
    else:
        from app.formats.image_frames import frame_sizes

        sizes = frame_sizes(data, Limits())
    return len(sizes), tuple(sizes)


def _format(data: bytes, name: str) -> Format:
    from app import formats

    found = formats.sniff(data, name)
    if found.name not in ("pdf", "image"):
        raise UnsupportedFormat("no pages to show")
    return found


def _pdf_page(data: bytes, number: int, scale: float, password: str | None) -> Picture:
    from app.formats.pdf import pdfium
    from app.formats.pdf.structure import opened_structure, user_unit

    with opened_structure(data, password) as structure:
        unit = user_unit(structure, number - 1)
    with pdfium.opened(data, password, to_draw=True) as document:
        if number > len(document):
            raise UsageError("There is no such page.")
        document.init_forms()
        with pdfium.opened_page(document, number - 1) as page:
            shape = pdfium.geometry(page, unit)
            scale *= min(1.0, (_MOST_PIXELS / max(shape.width * shape.height * scale**2, 1)) ** 0.5)
            return _picture(pdfium.render(page, scale * unit))


def _frame(data: bytes, number: int, scale: float) -> Picture:
    from app.formats.image_frames import frames

    for index, frame in enumerate(frames(data, Limits()), 1):
        if index == number:
            wide = max(1, round(frame.picture.width * scale))
            high = max(1, round(frame.picture.height * scale))
            if wide * high > _MOST_PIXELS:
                raise LimitExceeded("pixels", str(_MOST_PIXELS))
            return _picture(np.asarray(frame.picture.convert("RGB").resize((wide, high))))
    raise UsageError("There is no such page.")


def _picture(pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> Picture:
    return Picture(pixels.shape[1], pixels.shape[0], pixels.tobytes())
