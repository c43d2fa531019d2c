"""Opening pictures safely: frames put upright, one at a time, and the texts of their metadata."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, ImageFile, ImageOps, IptcImagePlugin

from app.documents import Limits
from app.documents.errors import DamagedFile, DocumentError, LimitExceeded

_PLUGINS = ("PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP", "DIB", "HEIF", "AVIF")


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture of a file, upright as programs show it."""

    picture: Image.Image
    duration: int
    """Milliseconds for which an animation shows it; 0 for still pictures."""


@cache
def _register_heif() -> None:
    import pi_heif

    pi_heif.register_heif_opener(thumbnails=False)


@contextmanager
def opened_image(data: bytes, limits: Limits) -> Iterator[Image.Image]:
    """The picture, not yet decoded. Raises LimitExceeded or DamagedFile."""
    _register_heif()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(data), formats=_PLUGINS) as picture:
                _check_size(picture, limits)
                yield picture
        except Image.DecompressionBombError as error:
            raise _too_large(limits) from error
        except (DocumentError, MemoryError):
            raise
        except Exception as error:  # Pillow's plugins raise many kinds on damaged files
            raise DamagedFile("picture") from error


def _check_size(picture: Image.Image, limits: Limits) -> None:
    if picture.width * picture.height > limits.pixels:
        raise _too_large(limits)


def _too_large(limits: Limits) -> LimitExceeded:
    return LimitExceeded("pixels in one picture", f"{limits.pixels // 1_000_000} megapixels")


def frame_count(picture: Image.Image, limits: Limits) -> int:
    """Frames to treat: all of a TIFF or animation, but of a phone's burst only the picture that is shown."""
    if picture.format in ("MPO", "HEIF", "AVIF"):
        return 1
    count = int(getattr(picture, "n_frames", 1))
    if count > limits.pages:
        raise LimitExceeded(f"{count} frames", str(limits.pages))
    return count


def has_more_pictures(picture: Image.Image) -> bool:
    """True where the file holds pictures that programs do not show; they are neither read nor kept."""
    return picture.format in ("MPO", "HEIF", "AVIF") and int(getattr(picture, "n_frames", 1)) > 1


def frames(data: bytes, limits: Limits) -> Iterator[Frame]:
    """All frames in order. Raises LimitExceeded or DamagedFile."""
    with opened_image(data, limits) as picture:
        for index in range(frame_count(picture, limits)):
            if index:
                picture.seek(index)
                _check_size(picture, limits)
            picture.load()
            upright = ImageOps.exif_transpose(picture) or picture
            yield Frame(upright, int(picture.info.get("duration", 0) or 0))


def frame_sizes(data: bytes, limits: Limits) -> list[tuple[float, float]]:
    """Width and height of each frame as shown, in pixels."""
    sizes = []
    with opened_image(data, limits) as picture:
        for index in range(frame_count(picture, limits)):
            if index:
                picture.seek(index)
            wide, high = picture.size
            turned = picture.getexif().get(ExifTags.Base.Orientation, 1) in (5, 6, 7, 8)
            sizes.append((float(high), float(wide)) if turned else (float(wide), float(high)))
    return sizes


def as_rgb(picture: Image.Image) -> NDArray[np.uint8]:
    """Pixels for the eye: RGB on white paper, shape (height, width, 3)."""
    if picture.mode.startswith(("I", "F")):
        values = np.asarray(picture, dtype=np.float64)
        low, high = float(values.min()), float(values.max())
        grey = ((values - low) * (255 / max(high - low, 1e-9))).astype(np.uint8)
        return np.repeat(grey[:, :, np.newaxis], 3, axis=2)
    if picture.has_transparency_data:
        coloured = picture.convert("RGBA")
        paper = Image.new("RGBA", coloured.size, (255, 255, 255, 255))
        picture = Image.alpha_composite(paper, coloured)
    return np.asarray(picture.convert("RGB"), dtype=np.uint8)


_NOT_WORDS = frozenset(
    {"exif", "icc_profile", "photoshop", "xmp", "XML:com.adobe.xmp", "compression", "version", "extension"}
)
"""Entries of a picture's facts that are read on their own or are terms of the file format."""


def metadata_texts(picture: Image.Image) -> list[tuple[str, str]]:
    """Name and text of everything the file says beside its pixels. Undecodable values are left out."""
    found: list[tuple[str, str]] = []
    found.extend(_exif(picture))
    found.extend(_iptc(picture))
    for key, value in sorted(picture.info.items(), key=lambda item: str(item[0])):
        if key in _NOT_WORDS:
            continue
        if isinstance(value, (str, bytes)):
            found.append((str(key), _text(value)))
        elif isinstance(value, tuple) and value and isinstance(value[0], bytes):
            found.append((str(key), _text(value[0])))
    found.extend(_xmp(picture))
    found.extend(_profile(picture))
    return [(name, text) for name, text in found if len(text) > 1 and any(c.isalnum() for c in text)]


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        for mark, codec in ((b"ASCII\0\0\0", "latin-1"), (b"UNICODE\0", "utf-16-le")):
            if value.startswith(mark):
                value = value[len(mark) :].decode(codec, "replace")
                break
        else:
            value = _decoded(value)
    text = str(value).replace("\x00", " ").replace("\r\n", "\n").replace("\r", "\n").strip()
    printable = sum(1 for c in text if c.isprintable() or c == "\n")
    text = text.encode("utf-8", "replace").decode("utf-8")
    return text[:1_000_000] if printable >= 0.9 * len(text) else ""


def _decoded(value: bytes) -> str:
    if len(value) >= 4 and value[1::2].count(0) * 2 > len(value) // 2:
        return value.decode("utf-16-le", "replace")
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _exif(picture: Image.Image) -> Iterator[tuple[str, str]]:
    try:
        exif = picture.getexif()
        tables: list[tuple[dict[int, Any], dict[int, str]]] = [
            (dict(exif), ExifTags.TAGS),
            (dict(exif.get_ifd(ExifTags.IFD.Exif)), ExifTags.TAGS),
            (dict(exif.get_ifd(ExifTags.IFD.IFD1)), ExifTags.TAGS),
        ]
        place = dict(exif.get_ifd(ExifTags.IFD.GPSInfo))
    except Exception:  # damaged EXIF: the picture itself may be fine
        return
    for table, names in tables:
        for tag, value in sorted(table.items()):
            if isinstance(value, (str, bytes)) and tag not in _NOT_TEXT:
                yield f"EXIF {names.get(tag, tag)}", _text(value)
    yield from _gps(place)


_NOT_TEXT = frozenset({0x927C, 0x02BC, 0x83BB, 0x8649, 0x8773, 0x0201, 0x015B})
"""Maker's note, and blocks that are read on their own: XMP, IPTC, Photoshop, ICC, thumbnails."""


def _gps(place: dict[int, Any]) -> Iterator[tuple[str, str]]:
    def degrees(value: Any, reference: Any) -> float:
        parts = [float(v) for v in value]
        total = sum(part / (1.0, 60.0, 3600.0)[k] for k, part in enumerate(parts[:3]))
        return -total if _text(reference).upper() in ("S", "W") else total

    if 2 in place and 4 in place:
        try:
            yield (
                "GPS",
                f"{degrees(place[2], place.get(1, 'N')):.6f}, {degrees(place[4], place.get(3, 'E')):.6f}",
            )
        except (TypeError, ValueError, ZeroDivisionError):
            yield "GPS", "position present but damaged"
    for tag, value in sorted(place.items()):
        if isinstance(value, (str, bytes)) and tag not in (0, 1, 3):
            yield f"GPS {ExifTags.GPSTAGS.get(tag, tag)}", _text(value)


def _iptc(picture: Image.Image) -> Iterator[tuple[str, str]]:
    if not isinstance(picture, ImageFile.ImageFile):
        return
    try:
        records = IptcImagePlugin.getiptcinfo(picture) or {}
    except Exception:  # damaged IPTC: the picture itself may be fine
        return
    for key in sorted(records):
        values = records[key] if isinstance(records[key], list) else [records[key]]
        for value in values:
            if isinstance(value, bytes) and key[0] == 2:
                yield f"IPTC {key[1]}", _text(value)


def _xmp(picture: Image.Image) -> Iterator[tuple[str, str]]:
    from app.formats.pdf.structure import xmp_text

    packet = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp")
    if isinstance(packet, str):
        packet = packet.encode("utf-8", "replace")
    if isinstance(packet, bytes):
        yield "XMP", xmp_text(packet[:4_000_000])


def _profile(picture: Image.Image) -> Iterator[tuple[str, str]]:
    from PIL import ImageCms

    profile = picture.info.get("icc_profile")
    if isinstance(profile, bytes):
        try:
            opened = ImageCms.ImageCmsProfile(BytesIO(profile))
            yield "colour profile", _text(ImageCms.getProfileDescription(opened))
        except (ImageCms.PyCMSError, OSError, TypeError):
            return
