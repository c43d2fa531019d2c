"""From drafts to a document, files inside included."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterable

from PIL import Image, UnidentifiedImageError

from app.documents import Document
from app.documents.errors import DocumentError, LimitExceeded
from app.formats.base import Context
from app.formats.compose import DocumentBuilder
from app.formats.ooxml.layout import Draft
from app.formats.ooxml.package import Package

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic")
_SMALLEST_SIDE = 100
"""Pixels; smaller pictures are bullets and logos without words."""
_MOST_PICTURES = 40


def fill(builder: DocumentBuilder, drafts: Iterable[Draft], package: Package, context: Context) -> None:
    """Append the drafts' blocks and the files inside to `builder`."""
    for draft in drafts:
        if draft.child:
            document = read_child(builder, draft.child, package, context)
            if document is not None:
                builder.add_embedded(posixpath.basename(draft.child), draft.child, document)
            continue
        at = 0
        pieces = []
        for piece in draft.pieces:
            if piece.part and not piece.whole:
                pieces.append((at, at + len(piece.text), piece.part, piece.node, piece.offset))
            at += len(piece.text)
        builder.add_block(
            draft.kind,
            "".join(piece.text for piece in draft.pieces),
            place=draft.place,
            page=draft.page,
            pieces=pieces,
            separator=draft.separator,
        )


def read_child(builder: DocumentBuilder, part: str, package: Package, context: Context) -> Document | None:
    """The document in an embedded part, or None with a warning where it cannot be read."""
    from app.formats import read_bytes

    name = posixpath.basename(part)
    try:
        return read_bytes(package.parts[part], context.child(name))
    except LimitExceeded:
        raise
    except DocumentError:
        if not is_picture(part):
            builder.warnings.append(
                f"{name}: this embedded object cannot be read; a copy is made without it."
            )
        return None


def child_drafts(package: Package, context: Context, folders: tuple[str, ...]) -> list[Draft]:
    """Files inside worth reading: embedded objects, and pictures large enough to show words."""
    from app.documents import BlockKind

    found: list[Draft] = []
    pictures = 0
    for part, content in package.parts.items():
        if not content or not any(f"/{folder}/" in f"/{part}" for folder in folders):
            continue
        if is_picture(part):
            if not context.ocr or pictures >= _MOST_PICTURES or not _shows_words(content):
                continue
            pictures += 1
        elif part.lower().endswith((".rels", ".vml", ".wmf", ".emf", ".svg", ".xml", ".wdp")):
            continue
        found.append(Draft(BlockKind.ATTACHMENT, [], child=part))
    return found


def is_picture(part: str) -> bool:
    return part.lower().endswith(_PICTURES)


def _shows_words(content: bytes) -> bool:
    try:
        with Image.open(io.BytesIO(content)) as picture:
            return min(picture.size) >= _SMALLEST_SIDE
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return False
