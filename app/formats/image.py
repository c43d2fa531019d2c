"""Pictures: PNG, JPEG, TIFF, WebP, GIF, BMP, HEIC. Their text is read from the pixels."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from app.documents import Block, BlockKind, Document, Page, Plan, Redacted
from app.formats.base import Context
from app.formats.compose import DocumentBuilder, make_source, no_boxes
from app.formats.image_frames import (
    as_rgb,
    frame_count,
    frames,
    has_more_pictures,
    metadata_texts,
    opened_image,
)
from app.formats.ocr import Reading, recognise

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"II+\x00", "image/tiff"),
    (b"MM\x00+", "image/tiff"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
_HEIF_BRANDS = frozenset(
    {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"heif", b"avif", b"avis"}
)


def media_type(data: bytes) -> str:
    """The picture's media type by its first bytes, "" where it is none."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS:
        return "image/heic"
    if data[:2] == b"BM" and len(data) > 26 and data[14] in (12, 40, 52, 56, 64, 108, 124):
        return "image/bmp"
    return ""


class ImageFormat:
    """Raster pictures, each frame a page measured in pixels."""

    name = "image"
    extensions: Sequence[str] = (
        ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".gif", ".bmp", ".heic", ".heif",
    )  # fmt: skip

    def sniff(self, data: bytes, name: str) -> float:
        """1.0 for a known signature."""
        return 1.0 if media_type(data) else 0.0

    def read(self, data: bytes, context: Context) -> Document:
        """Text of every frame with boxes, then metadata. Raises LimitExceeded or DamagedFile."""
        builder = DocumentBuilder(
            make_source(data, context.name, media_type(data) or "image", "image"), context.limits
        )
        with opened_image(data, context.limits) as picture:
            count = frame_count(picture, context.limits)
            if has_more_pictures(picture):
                builder.warnings.append("Only the main picture of the file was read; a copy holds no other.")
        known: dict[bytes, Reading] = {}
        for number, frame in enumerate(frames(data, context.limits), 1):
            pixels = as_rgb(frame.picture)
            digest = hashlib.sha256(pixels.tobytes()).digest()
            if context.ocr and digest not in known:
                known[digest] = recognise(pixels)
            _add_frame(builder, known.get(digest), number, count, pixels.shape[1], pixels.shape[0])
            context.on_page(number, count)
        if any(reading.hard_to_read for reading in known.values()):
            builder.warnings.append("The picture was hard to read. Check it by eye before you hand it out.")
        if not context.ocr:
            builder.warnings.append("The picture's text was not read.")
        with opened_image(data, context.limits) as picture:
            picture.load()
            for name, text in metadata_texts(picture):
                builder.add_block(BlockKind.METADATA, text, place=name)
        builder.attributes["pages"] = str(count)
        if context.ocr:
            builder.attributes["has_ocr"] = "yes"
        return builder.build()

    def redact(self, data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
        """Boxes in the pixels, nothing but pixels kept. Raises what `read` raises."""
        from app.formats.image_redact import redact_image

        return redact_image(data, document, plan, context)


def _add_frame(
    builder: DocumentBuilder, reading: Reading | None, number: int, count: int, wide: int, high: int
) -> None:
    start = builder.position
    boxes = no_boxes(0)
    if reading is not None:
        builder.add_text(reading.text)
        boxes = reading.boxes
        place = "picture" if count == 1 else f"frame {number}"
        for low, top in reading.paragraphs:
            builder.declare_block(Block(BlockKind.PARAGRAPH, start + low, start + top, place, number))
    end = builder.position
    builder.add_page(
        Page(number, float(wide), float(high), start, end, boxes.astype(np.float32), unit="px", ocr=True)
    )
    builder.add_text("\n")


FORMAT = ImageFormat()
