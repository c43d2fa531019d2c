"""Writing pictures without what a plan takes out: boxes in the pixels, and nothing but pixels kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageCms, ImageDraw, ImageFont, JpegImagePlugin, TiffImagePlugin

from app.documents import CharBoxes, Document, Limits, Operator, Page, Plan, Redacted, Removal, rgb
from app.documents.errors import LimitExceeded, PlanMismatch
from app.formats.base import Context
from app.formats.image_frames import Frame, frames, has_more_pictures, metadata_texts, opened_image
from app.formats.lookalikes import find_seen_terms

_PADDING = 0.14
"""Of the text's height, on every side, so that no edge of a glyph stays."""
_EXTENSIONS: dict[str, tuple[str, ...]] = {
    "PNG": (".png",),
    "JPEG": (".jpg", ".jpeg"),
    "TIFF": (".tif", ".tiff"),
    "WEBP": (".webp",),
    "GIF": (".gif",),
    "BMP": (".bmp",),
}

Corners = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Cover:
    """What goes over one stretch of text: boxes in pixels, and words in the widest of them."""

    boxes: tuple[Corners, ...]
    operator: Operator
    words: str
    colour: str = ""
    """As "#rrggbb"; "" for the operator's usual one."""


def redact_image(data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
    """Cover, drop all metadata, write again in the same format (HEIC and AVIF as JPEG)."""
    counts: list[int] = []

    def covered() -> Iterator[Frame]:
        for number, frame in enumerate(frames(data, context.limits), 1):
            if number > len(document.pages):
                raise PlanMismatch
            covers = _covers(document, document.pages[number - 1], plan)
            counts.append(len(covers))
            yield Frame(_covered(frame.picture, covers), frame.duration)

    with opened_image(data, context.limits) as picture:
        picture.load()
        dropped = len(metadata_texts(picture))
        more = has_more_pictures(picture)
        target = picture.format if picture.format in _EXTENSIONS else "JPEG"
        options = _options(picture, target, data)
    if target == "TIFF":
        encoded = _encode_tiff(covered(), options)
    else:
        encoded = _encode(list(_bounded(covered(), context.limits)), target, options)
    suffix = Path(context.name).suffix.lower()
    extension = suffix if suffix in _EXTENSIONS[target] else _EXTENSIONS[target][0]
    warnings = ("Only the main picture of the file was kept.",) if more else ()
    return Redacted(encoded, extension, {"pixels": sum(counts), "metadata": dropped}, warnings=warnings)


def _covers(document: Document, page: Page, plan: Plan) -> list[_Cover]:
    """Boxes for the plan's spans on this page, and for its terms wherever the page shows them."""
    covers = []
    for removal in plan.removals:
        low, high = max(removal.start, page.start), min(removal.end, page.end)
        if low < high and removal.operator is not Operator.KEEP:
            boxes = _boxes(page, low, high)
            if boxes:
                covers.append(_Cover(boxes, removal.operator, _words(removal), removal.colour))
    for area in plan.areas:
        if area.page == page.number:
            x0, y0, x1, y1 = area.box
            left, top = max(0, int(np.floor(x0))), max(0, int(np.floor(y0)))
            right, bottom = min(int(page.width), int(np.ceil(x1))), min(int(page.height), int(np.ceil(y1)))
            if left < right and top < bottom:
                box = (left, top, right, bottom)
                covers.append(_Cover((box,), Operator.BLACKOUT, area.code, area.colour))
    text = document.text[page.start : page.end]
    taken = [(r.start - page.start, r.end - page.start) for r in plan.removals]
    for start, end, _ in find_seen_terms(text, plan.terms):
        if any(low <= start and end <= high for low, high in taken):
            continue
        boxes = _boxes(page, page.start + start, page.start + end)
        if boxes:
            covers.append(_Cover(boxes, Operator.BLACKOUT, ""))
    return covers


def _words(removal: Removal) -> str:
    if removal.operator is Operator.REMOVE:
        return ""
    if removal.operator is Operator.BLACKOUT:
        return removal.code
    marked = removal.operator is Operator.LABEL
    return " ".join(filter(None, (removal.replacement, removal.code if marked else "")))


def _boxes(page: Page, low: int, high: int) -> tuple[Corners, ...]:
    """Padded boxes that cover the characters, one for each stretch that lies level."""
    found: list[Corners] = []
    run: CharBoxes = np.empty((0, 4), np.float32)
    for row in page.boxes[low - page.start : high - page.start]:
        if np.isnan(row).any():
            continue
        longer = np.vstack([run, row])
        if len(run) and not _level(longer):
            found.append(_padded(run, page))
            longer = row[np.newaxis]
        run = longer
    if len(run):
        found.append(_padded(run, page))
    return tuple(found)


def _level(run: CharBoxes) -> bool:
    """True while a box around the run covers little more than the run, so that no neighbour is cut."""
    high = float(run[:, 3].max() - run[:, 1].min())
    wide = float(run[:, 2].max() - run[:, 0].min())
    tallest = float((run[:, 3] - run[:, 1]).max())
    widest = float((run[:, 2] - run[:, 0]).max())
    gap = float(run[-1, 0] - run[-2, 2])
    along = high <= 1.3 * tallest and gap < 2 * tallest
    return along or wide <= 1.3 * widest


def _padded(run: CharBoxes, page: Page) -> Corners:
    x0, y0 = run[:, :2].min(axis=0).tolist()
    x1, y1 = run[:, 2:].max(axis=0).tolist()
    room = max(2.0, _PADDING * min(y1 - y0, x1 - x0 if len(run) > 2 else y1 - y0))
    return (
        max(0, int(np.floor(x0 - room))),
        max(0, int(np.floor(y0 - room))),
        min(int(page.width), int(np.ceil(x1 + room))),
        min(int(page.height), int(np.ceil(y1 + room))),
    )


def _covered(picture: Image.Image, covers: Sequence[_Cover]) -> Image.Image:
    """A fresh picture with the covers drawn; nothing hangs on to it but pixels."""
    fresh = _plain(picture)
    draw = ImageDraw.Draw(fresh)
    for cover in covers:
        widest = max(cover.boxes, key=lambda b: (b[2] - b[0]) * (b[3] - b[1]))
        for x0, y0, x1, y1 in cover.boxes:
            paper = _paper(fresh, (x0, y0, x1, y1))
            quiet = cover.operator in (Operator.REMOVE, Operator.PSEUDONYM)
            black = cover.operator is Operator.BLACKOUT
            usual = paper if quiet else _shade(fresh, 0 if black else 255)
            tinted = cover.colour and not quiet
            fill = _tint(fresh, cover.colour) if tinted else usual
            draw.rectangle((x0, y0, x1 - 1, y1 - 1), fill=fill)
            if not quiet and not black:
                draw.rectangle((x0, y0, x1 - 1, y1 - 1), outline=_shade(fresh, 0))
        if cover.words:
            black = cover.operator is Operator.BLACKOUT and not cover.colour
            dark_ground = black or _brightness(fresh, widest) < 110
            _write(draw, cover.words, widest, _shade(fresh, 255 if dark_ground else 0))
    return fresh


def _plain(picture: Image.Image) -> Image.Image:
    """The same pixels in a mode that can be drawn on, in sRGB, without anything else."""
    profile = picture.info.get("icc_profile")
    if picture.mode == "CMYK" or (profile and picture.mode in ("RGB", "RGBA", "CMYK")):
        picture = _to_srgb(picture, profile)
    if picture.mode.startswith(("I", "F")):
        values = np.asarray(picture)
        return Image.fromarray(values.astype(np.uint16) if picture.mode.startswith("I;16") else values.copy())
    if picture.mode not in ("1", "L", "RGB", "RGBA"):
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    pixels = np.array(picture)
    if picture.mode == "RGBA":
        pixels[pixels[:, :, 3] == 0] = 0  # what full transparency hides is not shown, and may be private
    elif picture.has_transparency_data:
        pixels = np.array(picture.convert("RGBA"))
        pixels[pixels[:, :, 3] == 0] = 0
    return Image.fromarray(pixels)


def _to_srgb(picture: Image.Image, profile: Any) -> Image.Image:
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    if isinstance(profile, bytes):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            if picture.mode != "CMYK" and "sRGB" in ImageCms.getProfileDescription(source):
                return picture
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(picture, source, target, outputMode=mode)
            if converted is not None:
                return converted
        except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
            return picture.convert(mode)
    return picture.convert(mode)


def _shade(picture: Image.Image, value: int) -> Any:
    """Black (0) or white (255) in the picture's mode, opaque."""
    if picture.mode == "RGBA":
        return (value, value, value, 255)
    if picture.mode == "RGB":
        return (value, value, value)
    if picture.mode.startswith("I;16"):
        return value * 257
    return value


def _tint(picture: Image.Image, colour: str) -> Any:
    """A colour "#rrggbb" in the picture's mode, opaque; its brightness where the picture has no colours."""
    red, green, blue = rgb(colour)
    if picture.mode == "RGBA":
        return (red, green, blue, 255)
    if picture.mode == "RGB":
        return (red, green, blue)
    grey = round(0.299 * red + 0.587 * green + 0.114 * blue)
    if picture.mode == "1":
        grey = 255 if grey >= 128 else 0
    return grey * 257 if picture.mode.startswith("I;16") else grey


def _paper(picture: Image.Image, box: Corners) -> Any:
    """The commonest shade around a box."""
    x0, y0, x1, y1 = box
    area = (max(0, x0 - 3), max(0, y0 - 3), min(picture.width, x1 + 3), min(picture.height, y1 + 3))
    pixels = np.asarray(picture.crop(area))
    inner = np.zeros(pixels.shape[:2], dtype=np.bool_)
    inner[y0 - area[1] : y1 - area[1], x0 - area[0] : x1 - area[0]] = True
    ring = pixels[~inner]
    if not len(ring):
        return _shade(picture, 255)
    middle = np.median(ring, axis=0)
    if pixels.ndim == 2:
        return float(middle) if picture.mode == "F" else int(middle)
    return tuple(int(v) for v in middle)


def _brightness(picture: Image.Image, box: Corners) -> float:
    return float(np.asarray(picture.crop(box).convert("L")).mean())


def _write(draw: ImageDraw.ImageDraw, words: str, box: Corners, colour: Any) -> None:
    """The words in the box, as large as fits; nothing where they would not be legible."""
    x0, y0, x1, y1 = box
    for size in range(min(max(int((y1 - y0) * 0.7), 7), 120), 6, -1):
        font = ImageFont.load_default(size)
        left, top, right, bottom = draw.textbbox((0, 0), words, font=font)
        if right - left <= x1 - x0 - 4 and bottom - top <= y1 - y0 - 2:
            at = ((x0 + x1 - right - left) / 2, (y0 + y1 - bottom - top) / 2)
            draw.text(at, words, fill=colour, font=font)
            return


def _options(picture: Image.Image, target: str, data: bytes) -> dict[str, Any]:
    """How to encode at about the quality that the file had."""
    if target == "JPEG":
        tables = getattr(picture, "quantization", None)
        if tables and all(value <= 255 for table in tables.values() for value in table):
            sampling = JpegImagePlugin.get_sampling(picture)
            chosen: dict[str, Any] = {"qtables": [list(tables[key]) for key in sorted(tables)]}
            return chosen | ({"subsampling": sampling} if sampling >= 0 else {})
        return {"quality": 92}
    if target == "WEBP":
        return {"lossless": True} if b"VP8L" in data[:4096] else {"quality": 90}
    if target == "TIFF":
        compression = str(picture.info.get("compression", ""))
        keep = compression in (
            "group3",
            "group4",
            "tiff_lzw",
            "tiff_adobe_deflate",
            "packbits",
            "raw",
            "jpeg",
        )
        return {"compression": compression if keep else "tiff_adobe_deflate", **_resolution(picture)}
    if target in ("PNG", "BMP"):
        return _resolution(picture)
    return {}


def _resolution(picture: Image.Image) -> dict[str, Any]:
    dpi = picture.info.get("dpi")
    try:
        return {"dpi": (float(dpi[0]), float(dpi[1]))} if dpi and 1 <= float(dpi[0]) <= 10_000 else {}
    except (TypeError, ValueError, ZeroDivisionError, IndexError):
        return {}


def _bounded(found: Iterator[Frame], limits: Limits) -> Iterator[Frame]:
    """The frames of an animation, which are held in memory together."""
    pixels = 0
    for frame in found:
        pixels += frame.picture.width * frame.picture.height
        if pixels > 2 * limits.pixels:
            raise LimitExceeded(
                "pixels in all frames together", f"{2 * limits.pixels // 1_000_000} megapixels"
            )
        yield frame


def _encode(shown: list[Frame], target: str, options: dict[str, Any]) -> bytes:
    pictures = [frame.picture for frame in shown]
    if target == "JPEG":
        pictures = [_for_jpeg(pictures[0])]
        if pictures[0].mode == "L":
            options = {key: value for key, value in options.items() if key != "subsampling"}
            if "qtables" in options:
                options["qtables"] = options["qtables"][:1]
    if len(pictures) > 1:
        options = options | {"save_all": True, "append_images": pictures[1:], "loop": 0}
        options["duration"] = [frame.duration or 100 for frame in shown]
    out = BytesIO()
    pictures[0].save(out, format=target, **options)
    return out.getvalue()


def _encode_tiff(shown: Iterator[Frame], options: dict[str, Any]) -> bytes:
    """Page after page, so that only one is held unpacked."""
    out = BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(out) as writer:
        for frame in shown:
            picture, chosen = frame.picture, dict(options)
            if chosen["compression"] in ("group3", "group4") and picture.mode != "1":
                chosen["compression"] = "tiff_adobe_deflate"
            if chosen["compression"] == "jpeg":
                picture = _for_jpeg(picture)
                chosen["quality"] = 90
            picture.save(writer, format="TIFF", **chosen)
            writer.newFrame()
    return out.getvalue()


def _for_jpeg(picture: Image.Image) -> Image.Image:
    if picture.mode in ("L", "RGB"):
        return picture
    if picture.mode == "RGBA":
        paper = Image.new("RGBA", picture.size, (255, 255, 255, 255))
        return Image.alpha_composite(paper, picture).convert("RGB")
    return picture.convert("L" if picture.mode in ("1", "LA") else "RGB")
