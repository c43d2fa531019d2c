"""The third pass: streams that draw nothing themselves: font programs, colour profiles, character maps, functions.

They carry texts of their own (a font's maker and licence, a profile's description). A term in them is written over
letter by letter, so that every offset in the stream stays true; words of the formats' own syntax are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from fontTools import agl
from pikepdf import Name

from app.documents import find_terms
from app.documents.pdf_words import SYNTAX

GLYPH_NAMES = frozenset(agl.AGL2UV) | frozenset(agl.LEGACY_AGL2UV)
_TOKEN = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_MAX_STREAM = 64 * 1024 * 1024
_OTHERS_WORK = (Name.Image, Name.Form)
_FILLER = ord("x")


def is_syntax(name: str) -> bool:
    """Whether a name is the file format's own, or a glyph's, and so says nothing about anybody."""
    plain = name.removeprefix("/")
    return plain in SYNTAX or plain in GLYPH_NAMES


def scrub_programs(pdf: pikepdf.Pdf, terms: Sequence[str]) -> int:
    """Write over the terms in every such stream. How many streams were changed."""
    if not terms:
        return 0
    changed = 0
    for stream in _programs(pdf):
        try:
            data = stream.read_bytes()
        except (pikepdf.PdfError, UnicodeDecodeError):
            continue  # the check reads it as it is
        clean = without_terms(data, terms)
        if clean != data:
            stream.write(clean)
            changed += 1
    return changed


def without_terms(data: bytes, terms: Sequence[str]) -> bytes:
    """The same bytes with every letter of a term replaced; UTF-16 hides nothing, NUL is no letter."""
    if len(data) > _MAX_STREAM:
        return data
    text = data.decode("latin-1")
    out = bytearray(data)
    for start, end, _ in find_terms(text, terms):
        token = next(
            (m for m in _TOKEN.finditer(text, max(0, start - 40), end + 40) if m.end() > start), None
        )
        if token is not None and token.start() <= start and end <= token.end() and is_syntax(token.group()):
            continue
        for at in range(start, end):
            if text[at].isalnum():
                out[at] = _FILLER
    return bytes(out)


def _programs(pdf: pikepdf.Pdf) -> Iterator[Any]:
    drawn = {
        page.obj["/Contents"].objgen
        for page in pdf.pages
        if isinstance(page.obj.get("/Contents"), pikepdf.Stream)
    }
    for found in pdf.objects:
        if not isinstance(found, pikepdf.Stream) or found.objgen in drawn:
            continue
        if found.get("/Subtype") in _OTHERS_WORK or found.get("/Type") in (
            Name.EmbeddedFile,
            Name.ObjStm,
            Name.XRef,
        ):
            continue
        if found.get("/PatternType") is not None:
            continue
        yield found
