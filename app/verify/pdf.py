"""Every text of a PDF: pages by two parsers, all objects and streams, whatever lies around them."""

from __future__ import annotations

import contextlib
import io
import logging
import re
import zlib
from collections.abc import Iterator
from typing import Any

import pypdf
import pypdfium2 as pdfium
from pypdf._codecs.adobe_glyphs import adobe_glyphs
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from app.documents.pdf_words import SYNTAX
from app.verify.channels import Budget, Piece, pieces, text_pieces

_TOKEN = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_MAX_STREAM = 128 * 1024 * 1024
_SHOWN = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]+>|(?<![\w.])-(?:[2-9]\d\d|\d{4,})(?![\d])")
"""Strings, and moves of a fifth of the text's height and more: those are blanks between words."""
_COLLECTION = re.compile(
    rb"/Registry\s*\(Adobe\)(?:\s*/Ordering\s*\((?:UCS|UCS2|Identity|Japan1|GB1|CNS1|Korea1|KR)\))?"
)
"""Which character collection a map is for: syntax, though written as strings."""
_BLANK = b" "
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def pdf_pieces(data: bytes, budget: Budget, depth: int, place: str) -> Iterator[Piece]:
    """Texts by channel. What cannot be parsed is noted in `budget`, so that the check does not pass."""
    yield from _outside(data, place, budget)
    yield from _pdfium_pages(data, place, budget)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            budget.notes.append("The PDF is encrypted, so it cannot be checked.")
            return
        for number, page in enumerate(reader.pages, 1):
            with contextlib.suppress(Exception):  # pdfium's reading and the raw streams stand beside this one
                yield Piece("page text", f"{place}page {number}", page.extract_text())
        yield from _objects(reader, budget, depth, place)
    except Exception as error:
        budget.notes.append(f"The PDF cannot be opened by the second parser ({type(error).__name__}).")


def _outside(data: bytes, place: str, budget: Budget) -> Iterator[Piece]:
    """Comments, bytes around the objects, and whether there are older revisions."""
    revisions = data.count(b"%%EOF")
    if revisions > 1 and b"/Linearized" not in data[:2048]:
        budget.notes.append("The PDF holds older revisions of itself.")
        yield Piece("revisions", place, "")
    end = data.rfind(b"%%EOF")
    if end >= 0 and data[end + 5 :].strip():
        yield from text_pieces(data[end + 5 :], place, "bytes after the end")
    without_streams = re.sub(rb"stream\r?\n.*?endstream", b"", data, flags=re.DOTALL)
    yield Piece("raw bytes", place, _without_syntax(without_streams.decode("latin-1")))


def _pdfium_pages(data: bytes, place: str, budget: Budget) -> Iterator[Piece]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        budget.notes.append("The PDF cannot be opened.")
        return
    try:
        for index in range(len(document)):
            try:
                page = document[index]
                text = page.get_textpage()
            except pdfium.PdfiumError:
                budget.notes.append(f"Page {index + 1} cannot be opened.")
                continue
            yield Piece("page text", f"{place}page {index + 1}", text.get_text_bounded())
            text.close()
            page.close()
    finally:
        document.close()


def _objects(reader: pypdf.PdfReader, budget: Budget, depth: int, place: str) -> Iterator[Piece]:
    """Strings and names of every object, every stream unpacked."""
    numbers = {(number, generation) for generation, table in reader.xref.items() for number in table}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    for number, generation in sorted(numbers):
        try:
            found = reader.get_object(pypdf.generic.IndirectObject(number, generation, reader))
        except Exception as error:
            budget.notes.append(f"Object {number} cannot be read ({type(error).__name__}).")
            continue
        where = f"{place}object {number}"
        texts: list[str] = []
        _strings(found, texts, 0)
        if texts:
            yield Piece("strings and names", where, "\n".join(texts))
        if isinstance(found, StreamObject):
            yield from _stream(found, where, budget, depth)


def _strings(value: Any, texts: list[str], level: int) -> None:
    if level > 40:
        return
    if isinstance(value, NameObject):
        if not _is_syntax(str(value)):
            texts.append(str(value))
    elif isinstance(value, TextStringObject):
        texts.append(str(value))
    elif isinstance(value, ByteStringObject):
        texts.append(bytes(value).decode("latin-1"))
        texts.append(bytes(value).decode("utf-16-be", "replace"))
    elif isinstance(value, DictionaryObject):
        for key in value:
            if not _is_syntax(str(key)):
                texts.append(str(key))
            _strings(value.raw_get(key), texts, level + 1)
    elif isinstance(value, ArrayObject):
        for item in list.__iter__(value):
            _strings(item, texts, level + 1)


def _is_syntax(name: str) -> bool:
    """A name of the file format or of a glyph, which says nothing about anybody."""
    return name.removeprefix("/") in SYNTAX or name in adobe_glyphs


def _without_syntax(text: str) -> str:
    """What is written beside the words of the format itself. Strings are looked at in full elsewhere."""
    return _TOKEN.sub(lambda match: " " if _is_syntax(f"/{match.group()}") else match.group(), text)


def _stream(stream: StreamObject, where: str, budget: Budget, depth: int) -> Iterator[Piece]:
    filters = stream.get("/Filter")
    names = [str(n) for n in filters] if isinstance(filters, ArrayObject) else [str(filters)]
    if any(name in ("/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode") for name in names):
        from app.verify.pictures import picture_pieces

        yield from picture_pieces(bytes(stream._data), where)
        return
    data = _decoded(stream, budget)
    if not budget.take(len(data)):
        return
    if stream.get("/Type") == "/EmbeddedFile":
        yield from pieces(data, "", budget, depth + 1, where)
        return
    if stream.get("/Subtype") == "/Image":
        return
    yield Piece("streams", where, _without_syntax(data.decode("latin-1")))
    strings = [_plain(part) for part in _SHOWN.findall(_COLLECTION.sub(b" ", data))]
    yield Piece("strings in streams", where, b"".join(strings).decode("latin-1"))
    if any(b"\0" in string for string in strings):
        wide = b"".join(b"\0 " if string == _BLANK else string for string in strings)
        yield Piece("strings in streams", where, wide.decode("utf-16-be", "replace"))


def _decoded(stream: StreamObject, budget: Budget) -> bytes:
    try:
        data = stream.get_data()
        return (
            bytes(data)[:_MAX_STREAM]
            if isinstance(data, (bytes, bytearray))
            else str(data).encode("latin-1", "replace")
        )
    except Exception:
        inflater = zlib.decompressobj()
        try:
            return inflater.decompress(bytes(stream._data), _MAX_STREAM)
        except zlib.error:
            return bytes(stream._data)


def _plain(shown: bytes) -> bytes:
    if shown.startswith(b"-"):
        return _BLANK
    if shown.startswith(b"<"):
        digits = re.sub(rb"\s", b"", shown[1:-1])
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return re.sub(rb"\\([0-7]{1,3}|.)", _escape, shown[1:-1], flags=re.DOTALL)


def _escape(match: re.Match[bytes]) -> bytes:
    code = match[1]
    if code[:1] in b"01234567":
        return bytes([int(code, 8) & 255])
    return {b"n": b"\n", b"r": b"\r", b"t": b"\t"}.get(code, code)
