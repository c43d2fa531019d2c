"""Pictures inside a document: what they carry beside their pixels goes."""

from __future__ import annotations

import io
import struct

from PIL import Image

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs"}
)
_BLANK_SIDE = 8


def without_metadata(data: bytes) -> bytes:
    """The same picture without EXIF, XMP, comments, profiles and bytes after its end.

    Kinds that are neither PNG nor JPEG are encoded anew; raises OSError or ValueError where that fails.
    """
    if data.startswith(_PNG):
        return _plain_png(data)
    if data.startswith(b"\xff\xd8"):
        return _plain_jpeg(data)
    with Image.open(io.BytesIO(data)) as picture:
        target = io.BytesIO()
        kind = picture.format or "PNG"
        clean = Image.new(picture.mode, picture.size)
        clean.paste(picture.copy())
        if picture.mode == "P" and (palette := picture.getpalette()):
            clean.putpalette(palette)
        clean.save(target, kind)
        return target.getvalue()


def _plain_png(data: bytes) -> bytes:
    pieces, at = [_PNG], len(_PNG)
    while at + 12 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind = data[at + 4 : at + 8]
        if kind in _PNG_KEPT:
            pieces.append(data[at : at + 12 + length])
        at += 12 + length
        if kind == b"IEND":
            return b"".join(pieces)
    raise ValueError("PNG without an end")


def _plain_jpeg(data: bytes) -> bytes:
    """Marker segments APP1-APP13, APP15 and COM go; the JFIF head loses its thumbnail; the scan stays."""
    pieces, at = [b"\xff\xd8"], 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            raise ValueError("JPEG out of step")
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        segment = data[at : at + 2 + length]
        at += 2 + length
        if marker == 0xDA:
            end = data.rfind(b"\xff\xd9")
            return b"".join([*pieces, segment, data[at : end + 2 if end > at else len(data)]])
        if marker == 0xE0:
            pieces.append(
                segment[:2] + struct.pack(">H", 16) + segment[4:16] + b"\0\0" if len(segment) >= 18 else b""
            )
        elif marker == 0xEE or not (0xE1 <= marker <= 0xEF or marker == 0xFE):
            pieces.append(segment)
    raise ValueError("JPEG without a picture")


def blank(data: bytes) -> bytes:
    """A white picture in the place of one that cannot be shown: same kind and size where they are known."""
    kind, size = "PNG", (_BLANK_SIDE, _BLANK_SIDE)
    try:
        with Image.open(io.BytesIO(data)) as picture:
            kind, size = picture.format or kind, picture.size
    except (OSError, ValueError, Image.DecompressionBombError):
        pass
    target = io.BytesIO()
    try:
        Image.new("RGB", size, "white").save(target, kind)
    except (OSError, KeyError, ValueError):
        target = io.BytesIO()
        Image.new("RGB", size, "white").save(target, "PNG")
    return target.getvalue()
