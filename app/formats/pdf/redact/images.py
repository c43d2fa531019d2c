"""Pixels under a box, and what a picture's bytes carry beside pixels."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
from pikepdf import Name
from PIL import Image, ImageDraw

from app.formats.pdf.redact.fonts import CannotFollow
from app.formats.pdf.redact.regions import Matrix, Rectangle, bounds, inverse

_QUALITY = 85
_MAX_PIXELS = 100_000_000


def blank_image(pdf: pikepdf.Pdf, entry: Any, ctm: Matrix, regions: list[Rectangle]) -> Any:
    """A copy of an image with black pixels in the regions (user space), soft mask included."""
    width, height = int(entry.get("/Width", 0)), int(entry.get("/Height", 0))
    back = inverse(ctm)
    if back is None or not 0 < width * height <= _MAX_PIXELS:
        raise CannotFollow("image")
    boxes = [_pixels(bounds(back, region), width, height) for region in regions]
    if bool(entry.get("/ImageMask", False)):
        return _masked_copy(pdf, entry, boxes)
    picture = _decoded(entry)
    colour = 0 if picture.mode in ("L", "1") else (0, 0, 0)
    draw = ImageDraw.Draw(picture)
    for box in boxes:
        draw.rectangle(box, fill=colour)
    copy = _encoded(pdf, picture, lossy="/DCTDecode" in str(entry.get("/Filter", "")))
    mask = entry.get("/SMask")
    if mask is not None:
        copy["/SMask"] = _opaque_where(pdf, mask, ctm, regions)
    return copy


def _pixels(unit: Rectangle, width: int, height: int) -> tuple[int, int, int, int]:
    """Unit square (origin bottom left) to pixels (origin top left), outwards by one pixel."""
    x0, y0, x1, y1 = unit
    left, right = max(0, int(x0 * width) - 1), min(width - 1, int(x1 * width) + 1)
    top, bottom = max(0, int((1 - y1) * height) - 1), min(height - 1, int((1 - y0) * height) + 1)
    return min(left, right), min(top, bottom), max(left, right), max(top, bottom)


def _decoded(entry: Any) -> Image.Image:
    try:
        picture = pikepdf.PdfImage(entry).as_pil_image()
        picture.load()
    except Exception as error:
        raise CannotFollow("image coding") from error
    if picture.mode == "1":
        return picture.convert("L")
    return picture if picture.mode in ("L", "RGB") else picture.convert("RGB")


def _encoded(pdf: pikepdf.Pdf, picture: Image.Image, *, lossy: bool) -> Any:
    data = io.BytesIO()
    if lossy:
        picture.save(data, "JPEG", quality=_QUALITY)
        stream = pdf.make_stream(data.getvalue())
        stream["/Filter"] = Name.DCTDecode
    else:
        stream = pdf.make_stream(picture.tobytes())
    stream["/Type"], stream["/Subtype"] = Name.XObject, Name.Image
    stream["/Width"], stream["/Height"] = picture.width, picture.height
    stream["/BitsPerComponent"] = 8
    stream["/ColorSpace"] = Name.DeviceGray if picture.mode == "L" else Name.DeviceRGB
    return stream


def _opaque_where(pdf: pikepdf.Pdf, mask: Any, ctm: Matrix, regions: list[Rectangle]) -> Any:
    back = inverse(ctm)
    picture = _decoded(mask).convert("L")
    draw = ImageDraw.Draw(picture)
    for region in regions:
        if back is not None:
            draw.rectangle(_pixels(bounds(back, region), picture.width, picture.height), fill=255)
    return _encoded(pdf, picture, lossy=False)


def _masked_copy(pdf: pikepdf.Pdf, entry: Any, boxes: list[tuple[int, int, int, int]]) -> Any:
    """A stencil mask: the regions paint nothing (a box is drawn over them anyway)."""
    try:
        data = bytearray(entry.read_bytes())
    except Exception as error:
        raise CannotFollow("image mask") from error
    width, height = int(entry["/Width"]), int(entry["/Height"])
    row = (width + 7) // 8
    if len(data) < row * height:
        raise CannotFollow("image mask")
    inverted = [int(v) for v in entry.get("/Decode", [0, 1])][:1] == [1]
    for left, top, right, bottom in boxes:
        for y in range(top, bottom + 1):
            for x in range(left, right + 1):
                bit = 0x80 >> (x % 8)
                if inverted:
                    data[y * row + x // 8] &= ~bit & 0xFF
                else:
                    data[y * row + x // 8] |= bit
    stream = pdf.make_stream(bytes(data))
    for key in ("/Type", "/Subtype", "/Width", "/Height", "/ImageMask", "/Decode", "/BitsPerComponent"):
        if key in entry:
            stream[key] = entry[key]
    return stream


def strip_jpeg(data: bytes) -> bytes:
    """A JPEG without comments and application segments but JFIF (APP0) and Adobe's colour transform (APP14)."""
    if not data.startswith(b"\xff\xd8"):
        return data
    pieces, at = [b"\xff\xd8"], 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        size = int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xDA:
            end = data.rfind(b"\xff\xd9")
            pieces.append(data[at : end + 2] if end > at else data[at:])
            return b"".join(pieces)
        if marker not in (*range(0xE1, 0xEE), 0xEF, 0xFE):
            pieces.append(data[at : at + 2 + size])
        at += 2 + size
    return data
