"""pdfium, the one place that calls it: opening, characters with boxes, pictures of pages.

pdfium is not thread-safe, so every call happens under `LOCK`. Character data is fetched through
prototypes that take plain integers and write into NumPy memory; one Python object per call less is what
makes reading several times faster than through the usual bindings.
"""

from __future__ import annotations

import ctypes
import threading
import warnings
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import repeat
from typing import Any, cast

import numpy as np
import pikepdf
import pypdfium2
import pypdfium2.raw as raw
from numpy.typing import NDArray

from app.documents.errors import DamagedFile, PasswordNeeded

LOCK = threading.RLock()
"""Held around every use of pdfium in this process."""

HYPHEN_AT_LINE_END = 0xFFFE
"""What pdfium reports instead of a hyphen at which it joined two lines."""

_VOID = ctypes.c_void_p


def _prototype(function: Any, result: Any, *arguments: Any) -> Any:
    """The same function of the library, taking plain integers and keeping the interpreter lock."""
    address = cast(int, ctypes.cast(function, _VOID).value)
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_get_unicode = _prototype(raw.FPDFText_GetUnicode, ctypes.c_uint, _VOID, ctypes.c_int)
_get_loose = _prototype(raw.FPDFText_GetLooseCharBox, ctypes.c_int, _VOID, ctypes.c_int, _VOID)
_get_tight = _prototype(
    raw.FPDFText_GetCharBox, ctypes.c_int, _VOID, ctypes.c_int, _VOID, _VOID, _VOID, _VOID
)
_get_angle = _prototype(raw.FPDFText_GetCharAngle, ctypes.c_float, _VOID, ctypes.c_int)
_object_count = _prototype(raw.FPDFPage_CountObjects, ctypes.c_int, _VOID)
_object_at = _prototype(raw.FPDFPage_GetObject, _VOID, _VOID, ctypes.c_int)
_form_count = _prototype(raw.FPDFFormObj_CountObjects, ctypes.c_int, _VOID)
_form_at = _prototype(raw.FPDFFormObj_GetObject, _VOID, _VOID, ctypes.c_ulong)
_object_type = _prototype(raw.FPDFPageObj_GetType, ctypes.c_int, _VOID)
_object_matrix = _prototype(raw.FPDFPageObj_GetMatrix, ctypes.c_int, _VOID, _VOID)
_image_size = _prototype(raw.FPDFImageObj_GetImagePixelSize, ctypes.c_int, _VOID, _VOID, _VOID)
_map_error = _prototype(raw.FPDFText_HasUnicodeMapError, ctypes.c_int, _VOID, ctypes.c_int)


@dataclass(frozen=True, slots=True, eq=False)
class Geometry:
    """How a page's user space becomes what is shown: origin top left, y downwards, points of 1/72 inch."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int
    """Quarter turns clockwise, 0 to 3."""
    unit: float
    """Points per unit of user space (UserUnit)."""

    @property
    def width(self) -> float:
        """Width as shown, in points."""
        return self.unit * (self.top - self.bottom if self.rotation % 2 else self.right - self.left)

    @property
    def height(self) -> float:
        """Height as shown, in points."""
        return self.unit * (self.right - self.left if self.rotation % 2 else self.top - self.bottom)

    def to_display(self, boxes: NDArray[np.float64]) -> NDArray[np.float32]:
        """Boxes (n, 4) of left, bottom, right, top in user space → x0, y0, x1, y1 as shown."""
        left, bottom = boxes[:, 0] - self.left, boxes[:, 1] - self.bottom
        right, top = boxes[:, 2] - self.left, boxes[:, 3] - self.bottom
        wide, high = self.right - self.left, self.top - self.bottom
        turned = (
            (left, high - top, right, high - bottom),
            (bottom, left, top, right),
            (wide - right, bottom, wide - left, top),
            (high - top, wide - right, high - bottom, wide - left),
        )[self.rotation]
        return (np.stack(turned, axis=1) * self.unit).astype(np.float32)

    def from_display(self, boxes: NDArray[np.float64]) -> NDArray[np.float64]:
        """The inverse of `to_display`."""
        x0, y0, x1, y1 = (np.asarray(boxes, dtype=np.float64) / self.unit).T
        wide, high = self.right - self.left, self.top - self.bottom
        turned = (
            (x0, high - y1, x1, high - y0),
            (y0, x0, y1, x1),
            (wide - x1, y0, wide - x0, y1),
            (wide - y1, high - x1, wide - y0, high - x0),
        )[self.rotation]
        shift = np.array([self.left, self.bottom, self.left, self.bottom], dtype=np.float64)
        return np.asarray(np.stack(turned, axis=1) + shift, dtype=np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class Characters:
    """The characters of a page in pdfium's order, pdfium's own blanks and line breaks included."""

    codes: NDArray[np.uint32]
    boxes: NDArray[np.float64]
    """Shape (n, 4): left, bottom, right, top in user space."""
    synthetic: NDArray[np.bool_]
    """True for blanks and line breaks that pdfium made up."""
    turns: NDArray[np.uint8]
    """Shape (n,): direction in which the text runs in user space, in quarter turns anticlockwise."""
    unmapped: NDArray[np.bool_]
    """True for characters that the file gives no Unicode value for."""


_FONTS = {"system": True}
"""Whether pdfium looks for fonts on this machine, as it does from the start."""


@contextmanager
def opened(
    data: bytes, password: str | None = None, *, to_draw: bool = False
) -> Iterator[pypdfium2.PdfDocument]:
    """The document, open under the lock. Raises PasswordNeeded or DamagedFile.

    Only `to_draw` lets pdfium use the fonts of this machine. Reading must not depend on them: text in a font that is
    not in the file is left out by pdfium where the font that stands in for it has no such letters.
    """
    with LOCK:
        _use_system_fonts(to_draw)
        document = _open(data, password)
        try:
            yield document
        finally:
            document.close()


def _use_system_fonts(wanted: bool) -> None:
    """Switch only where needed: each time they come back, pdfium looks through all of them."""
    if wanted != _FONTS["system"]:
        raw.FPDF_SetSystemFontInfo(raw.FPDF_GetDefaultSystemFontInfo() if wanted else None)
        _FONTS["system"] = wanted


def _open(data: bytes, password: str | None) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data, password=password or None)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise PasswordNeeded(wrong=bool(password)) from error
    try:
        return pypdfium2.PdfDocument(_repaired(data, password))
    except pypdfium2.PdfiumError as error:
        raise DamagedFile("PDF") from error


def _repaired(data: bytes, password: str | None) -> bytes:
    """The file written anew by qpdf, which finds its way through more damage. Raises DamagedFile."""
    out = BytesIO()
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            pikepdf.open(BytesIO(data), password=password or "", suppress_warnings=True) as pdf,
        ):
            pdf.save(out, encryption=False, fix_metadata_version=False)
    except Exception as error:  # pikepdf raises many kinds on damaged files
        raise DamagedFile("PDF") from error
    return out.getvalue()


@contextmanager
def opened_page(document: pypdfium2.PdfDocument, index: int) -> Iterator[pypdfium2.PdfPage]:
    """Page `index` (from 0). Raises DamagedFile where it cannot be loaded."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        raise DamagedFile(f"page {index + 1}") from error
    try:
        yield page
    finally:
        page.close()


def geometry(page: pypdfium2.PdfPage, user_unit: float = 1.0) -> Geometry:
    """The visible part of the page: MediaBox and CropBox intersected, as pdfium shows it."""
    box = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, ctypes.byref(box)):
        raise DamagedFile("page size")
    rotation = int(raw.FPDFPage_GetRotation(page)) % 4
    left, right = sorted((float(box.left), float(box.right)))
    bottom, top = sorted((float(box.bottom), float(box.top)))
    return Geometry(left, bottom, right, top, rotation, user_unit)


def characters(page: pypdfium2.PdfPage, most: int) -> Characters:
    """All characters of the page, at most `most` of them (the caller checks for more)."""
    text_page = raw.FPDFText_LoadPage(page)
    if not text_page:
        raise DamagedFile("page text")
    try:
        count = min(max(int(raw.FPDFText_CountChars(text_page)), 0), most)
        return _characters(text_page, count)
    finally:
        raw.FPDFText_ClosePage(text_page)


def _characters(text_page: Any, count: int) -> Characters:
    handle = cast(int, ctypes.cast(text_page, _VOID).value)
    codes = _codes(text_page, handle, count)
    loose = np.zeros((count, 4), dtype=np.float32)  # left, top, right, bottom
    at = loose.ctypes.data
    deque(map(_get_loose, repeat(handle), range(count), range(at, at + 16 * count, 16)), maxlen=0)
    boxes = loose[:, [0, 3, 2, 1]].astype(np.float64)
    flat = (boxes[:, 2] <= boxes[:, 0]) | (boxes[:, 3] <= boxes[:, 1])
    synthetic = flat & np.isin(codes, (0x20, 0x0D, 0x0A))
    for index in np.flatnonzero(flat & ~synthetic).tolist():
        boxes[index] = _tight(handle, index)
    unmapped = _unmapped(handle, codes)
    return Characters(codes, boxes, synthetic, _turns(handle, boxes, synthetic), unmapped)


def _unmapped(handle: int, codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Characters without a Unicode value: the first two of each word are asked, all where one has none."""
    blank = np.isin(codes, (0x20, 0x09, 0x0A, 0x0D, 0xA0))
    starts = np.concatenate(([True], blank[:-1]))[: len(codes)] & ~blank
    ask = np.flatnonzero(starts | np.concatenate(([False], starts[:-1]))[: len(codes)])
    found = np.zeros(len(codes), dtype=np.bool_)
    found[ask] = [_map_error(handle, index) == 1 for index in ask.tolist()]
    if found.any():
        found[:] = [_map_error(handle, index) == 1 for index in range(len(codes))]
    return found


def _turns(handle: int, boxes: NDArray[np.float64], synthetic: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Direction of each character; asked only where a character does not simply stand to the right."""
    turns = np.zeros(len(boxes), dtype=np.uint8)
    real = np.flatnonzero(~synthetic)
    if not len(real):
        return turns
    a, b = boxes[real[:-1]], boxes[real[1:]]
    height = np.maximum(a[:, 3] - a[:, 1], b[:, 3] - b[:, 1])
    follows = np.abs(b[:, 0] - a[:, 2]) < 0.4 * height
    follows &= np.abs(b[:, 1] - a[:, 1]) < 0.2 * height
    ask = real[np.concatenate(([True], ~follows))]
    quarter = np.pi / 2
    for index in ask.tolist():
        turns[index] = -round(_get_angle(handle, index) / quarter) % 4  # pdfium counts clockwise
    asked = np.zeros(len(boxes), dtype=np.int64)
    asked[ask] = ask
    return turns[np.maximum.accumulate(asked)]


def _codes(text_page: Any, handle: int, count: int) -> NDArray[np.uint32]:
    """Code points, in one call where characters and UTF-16 units stand one to one, else one by one."""
    buffer = np.zeros(count + 1, dtype=np.uint16)
    pointer = ctypes.cast(buffer.ctypes.data, ctypes.POINTER(ctypes.c_ushort))
    written = int(raw.FPDFText_GetText(text_page, 0, count, pointer)) if count else 1
    codes = buffer[:count].astype(np.uint32)
    if written == count + 1 and not np.any((codes == 0) | ((codes >= 0xD800) & (codes < 0xE000))):
        return codes
    codes = np.fromiter(map(_get_unicode, repeat(handle), range(count)), dtype=np.uint32, count=count)
    codes[codes == 2] = HYPHEN_AT_LINE_END
    return codes


def _tight(handle: int, index: int) -> tuple[float, float, float, float]:
    values = (ctypes.c_double * 4)()
    at = ctypes.addressof(values)
    _get_tight(handle, index, at, at + 8, at + 16, at + 24)  # left, right, bottom, top
    return values[0], values[2], values[1], values[3]


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """What a page draws beside text."""

    pictures: NDArray[np.float64]
    """Boxes of pictures in user space, shape (n, 4): left, bottom, right, top."""
    largest: int
    """Pixels of the largest picture."""
    shapes: int
    """How many paths and shadings there are."""


_MOST_OBJECTS = 50_000
_DEEPEST_FORM = 4


def drawn(page: pypdfium2.PdfPage) -> Drawn:
    """Pictures and shapes of the page, within nested forms too."""
    page_handle = ctypes.cast(page.raw, _VOID).value
    pending: list[tuple[Any, Any, int, Any, NDArray[np.float64]]] = []
    pending.append((_object_at, page_handle, int(_object_count(page_handle)), 0, np.eye(3)))
    pictures: list[tuple[float, float, float, float]] = []
    largest = shapes = seen = 0
    while pending:
        getter, parent, count, depth, outer = pending.pop()
        for index in range(count):
            seen += 1
            if seen > _MOST_OBJECTS:
                pending.clear()
                break
            handle = getter(parent, index)
            kind = _object_type(handle) if handle else 0
            if kind == raw.FPDF_PAGEOBJ_IMAGE:
                pictures.append(_unit_square(_matrix(handle) @ outer))
                largest = max(largest, _pixels(handle))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
                inner = _matrix(handle) @ outer
                pending.append((_form_at, handle, int(_form_count(handle)), depth + 1, inner))
            elif kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING):
                shapes += 1
    return Drawn(np.array(pictures, dtype=np.float64).reshape(-1, 4), largest, shapes)


def _matrix(handle: int) -> NDArray[np.float64]:
    values = (ctypes.c_float * 6)()
    if not _object_matrix(handle, ctypes.addressof(values)):
        return np.eye(3)
    a, b, c, d, e, f = values
    return np.array([[a, b, 0], [c, d, 0], [e, f, 1]], dtype=np.float64)


def _unit_square(matrix: NDArray[np.float64]) -> tuple[float, float, float, float]:
    corners = np.array([[0, 0, 1], [1, 0, 1], [0, 1, 1], [1, 1, 1]]) @ matrix
    low, high = corners[:, :2].min(axis=0), corners[:, :2].max(axis=0)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def _pixels(handle: int) -> int:
    size = (ctypes.c_uint * 2)()
    at = ctypes.addressof(size)
    return int(size[0]) * int(size[1]) if _image_size(handle, at, at + 4) else 0


def render(page: pypdfium2.PdfPage, scale: float, *, forms: bool = True) -> NDArray[np.uint8]:
    """The page as shown, RGB, shape (height, width, 3); `scale` is pixels per unit of user space."""
    bitmap = page.render(scale=scale, may_draw_forms=forms, rev_byteorder=True, prefer_bgrx=False)
    try:
        pixels = np.array(bitmap.to_numpy(), copy=True)
    finally:
        bitmap.close()
    if pixels.ndim == 2 or pixels.shape[2] == 1:
        return np.repeat(pixels.reshape(pixels.shape[0], pixels.shape[1], 1), 3, axis=2)
    return np.ascontiguousarray(pixels[:, :, :3])
