"""Texts in a picture that are not pixels: metadata, chunks, thumbnails, bytes after the end; and, on request,
the pixels read by OCR."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from PIL import ExifTags, Image, UnidentifiedImageError

from app.verify.channels import Piece, printable_runs, text_pieces

_MAX_PIXELS = 100_000_000
_SHORTEST_RUN, _SHORTEST_WORD = 6, 4
_HUFFMAN = re.compile(rb"%?&'\(\)\*4?56789:CDEFGHIJSTUVWXYZcdefghijstuvwxyz")
"""Part of the tables that most JPEG files begin with (ISO 10918-1, annex K.3)."""
_SCANS = re.compile(rb"\xff\xda\x00[\x06-\x10](?:[^\xff]|\xff[\x00\xd0-\xd7])*+")
"""Compressed pixels of a JPEG, up to the next marker."""
_MARKER = re.compile(rb"\xff[\xc0-\xfe]")
_PNG = b"\x89PNG\r\n\x1a\n"
_OWN_KEYS = frozenset({
    "adobe", "adobe_transform", "jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "progressive", "progression", "version",
    "background", "duration", "extension", "transparency", "gamma", "loop", "compression", "icc_profile", "interlace", "srgb",
    "chromaticity", "aspect", "exif", "xmp", "photoshop", "flags", "timestamp", "resolution",
})  # fmt: skip
"""Pillow's names for facts of the format: not words of the file's own."""


def picture_pieces(data: bytes, place: str) -> Iterator[Piece]:
    """Metadata by Pillow, then readable runs of the raw bytes (which hold unparsed chunks and trailers)."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            for key, value in picture.info.items():
                if isinstance(value, bytes):
                    yield from text_pieces(value, place, "picture metadata")
                else:
                    named = "" if key in _OWN_KEYS else f"{key}: "
                    yield Piece("picture metadata", place, f"{named}{value}")
            exif = picture.getexif()
            tables = [dict(exif)] + [dict(exif.get_ifd(ifd)) for ifd in ExifTags.IFD]
            for table in tables:
                for value in table.values():
                    text = value.decode("latin-1") if isinstance(value, bytes) else str(value)
                    yield Piece("picture metadata", place, text)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        pass  # what Pillow cannot open is still looked at as raw bytes
    bare = _HUFFMAN.sub(b" ", data)
    for run in printable_runs(_without_pixels(bare), _SHORTEST_WORD):
        yield Piece("raw bytes", place, run, as_written=True)
    for run in printable_runs(bare, _SHORTEST_RUN):
        yield Piece("raw bytes", place, run, noise=True)


def _without_pixels(data: bytes) -> bytes:
    """What of a JPEG or PNG file is neither compressed pixels nor tables for them; nothing of other kinds, whose texts
    Pillow tells."""
    if data.startswith(b"\xff\xd8"):
        return _MARKER.sub(b"\n", _SCANS.sub(b"", data))
    if not data.startswith(_PNG):
        return b""
    kept, at = [], len(_PNG)
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if kind not in (b"IDAT", b"fdAT"):
            kept.append(data[at + 4 : at + 8 + size])
        at += size + 12
        if kind == b"IEND":
            break
    return b"\n".join([*kept, data[at:]])


def read_pixels(picture: Image.Image) -> str:
    """The words that OCR sees, line by line."""
    import numpy as np

    if picture.width * picture.height > _MAX_PIXELS:
        return ""
    result = _engine()(np.asarray(picture.convert("RGB"))[:, :, ::-1])
    return "\n".join(result.txts or ())


@cache
def _engine() -> Any:
    import logging

    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return RapidOCR(params={"Global.log_level": "error"})
