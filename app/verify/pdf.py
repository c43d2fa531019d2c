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
from app.verify.channels import Budget, Piece, pieces, printable_runs, text_pieces

_TOKEN = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_MAX_STREAM = 128 * 1024 * 1024
_SHOWN = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]+>|(?<![\w.])-(?:[2-9]\d\d|\d{4,})(?![\d])|\bET\b")
"""Strings, moves of a fifth of the text's height and more, and ends of texts: those two are blanks between words."""
_COLLECTION = re.compile(
    rb"/Registry\s*\(Adobe\)(?:\s*/Ordering\s*\((?:UCS|UCS2|Identity|Japan1|GB1|CNS1|Korea1|KR)\))?"
)
"""Which character collection a map is for: syntax, though written as strings."""
_BLANK = b" "
_OPERATORS = frozenset(
    [
        "b",
        "B",
        "b*",
        "B*",
        "BDC",
        "BI",
        "BMC",
        "BT",
        "BX",
        "c",
        "cm",
        "CS",
        "cs",
        "d",
        "d0",
        "d1",
        "Do",
        "DP",
        "EI",
        "EMC",
        "ET",
        "EX",
        "f",
        "F",
        "f*",
        "G",
        "g",
        "gs",
        "h",
        "i",
        "ID",
        "j",
        "J",
        "K",
        "k",
        "l",
        "m",
        "M",
        "MP",
        "n",
        "q",
        "Q",
        "re",
        "RG",
        "rg",
        "ri",
        "s",
        "S",
        "SC",
        "sc",
        "SCN",
        "scn",
        "sh",
        "T*",
        "Tc",
        "Td",
        "TD",
        "Tf",
        "Tj",
        "TJ",
        "TL",
        "Tm",
        "Tr",
        "Ts",
        "Tw",
        "Tz",
        "v",
        "w",
        "W",
        "W*",
        "y",
        "'",
        '"',
    ]
)
"""What the drawing of a page, a form or a pattern consists of beside numbers, names and strings (ISO 32000-1, annex A)."""
_INLINE = re.compile(r"\bID\s.*?\sEI\b", re.DOTALL)
_SAMPLE, _MOSTLY = 1 << 16, 0.9
_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_PAIR = re.compile(rb"<[^>]*>\s*(<[^>]*>)")
_TRIPLE = re.compile(rb"<[^>]*>\s*<[^>]*>\s*(<[^>]*>|\[[^\]]*\])")
"""A code, or the first and last of a range, and what it stands for."""
_CODES = re.compile(rb"<[0-9A-Fa-f\s]*>")
_NOT_WORDS = re.compile(
    r"(?P<comment>%[^\r\n]*)|(?P<string>\((?:[^()\\]|\\.)*\))|<[0-9A-Fa-f\s]*>|(?<![\w.#-])[-+]?(?:\d+\.?\d*|\.\d+)(?![\w.])"
)
_APART = "\u01c1"
"""A letter of no name, for what stands between two texts and joins them to none."""
_TABLES = re.compile(
    rb"\b\d{10} \d{5} [nf]\b|\b\d+ \d+ (?:obj|R)\b|\[[-+\d.\s]*\]|(?<=/)(?:Length|Size|N|First|Prev)\s+\d+"
)
"""Places of objects, references to them, and lists of numbers."""
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_LEAST_BINARY = 0.02
"""Share of control characters from which on a stream is no text."""
_SHORTEST_RUN = 4
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
    said = _TABLES.sub(b" ", without_streams)
    yield Piece("raw bytes", place, _without_syntax(said.decode("latin-1")), as_written=True)


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
            yield Piece("strings and names", where, f"\n{_APART}\n".join(texts))
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
    if b"begincmap" in data:
        yield from _map_of_characters(data, where)
        return
    if stream.get("/Type") == "/ObjStm" or _draws(data):
        said = _apart(data.decode("latin-1"))
    elif len(_BINARY.findall(data)) > _LEAST_BINARY * len(data):
        for run in printable_runs(data, _SHORTEST_RUN):
            yield Piece("streams", where, _without_syntax(run), as_written=True)
        return
    else:
        said = data.decode("latin-1")
    yield Piece("streams", where, _without_syntax(said), as_written=True)
    yield from _strings_in(data, where)


def _draws(data: bytes) -> bool:
    """Is this the drawing of a page or of a part of one, going by the words outside its strings?"""
    bare = _NOT_WORDS.sub(" ", _INLINE.sub(" ", data[:_SAMPLE].decode("latin-1")))
    words = re.findall(r"(?<![/\w.#-])[A-Za-z'][\w*]*", bare)
    return bool(words) and sum(word in _OPERATORS for word in words) >= _MOSTLY * len(words)


def _apart(drawing: str) -> str:
    """Comments as they are, strings each by itself, no numbers."""
    return _NOT_WORDS.sub(
        lambda found: found["comment"] or f"{_APART}{found['string'] or ''}{_APART}", drawing
    )


def _strings_in(data: bytes, where: str) -> Iterator[Piece]:
    strings = [_plain(part) for part in _SHOWN.findall(_COLLECTION.sub(b" ", data))]
    # two bytes a letter: without the first ones, so that the borders of words are seen
    narrow = b"".join(strings).replace(b"\0", b"").decode("latin-1")
    yield Piece("strings in streams", where, narrow, as_written=True)
    if any(b"\0" in string for string in strings):
        wide = b"".join(b"\0 " if string == _BLANK else string for string in strings)
        yield Piece("strings in streams", where, wide.decode("utf-16-be", "replace"), as_written=True)


def _map_of_characters(data: bytes, where: str) -> Iterator[Piece]:
    """What the codes of a font stand for: each by itself where it stands for several letters, and all in a row, where a
    font's glyphs may still have the order of the words they once wrote. Digits follow each other in any font."""
    yield Piece("streams", where, _without_syntax(_apart(data.decode("latin-1"))), as_written=True)
    for value in dict.fromkeys(map(_letters, _CODES.findall(data))):
        if len(value) > 1:
            yield Piece("strings in streams", where, value)
    values = b"".join(
        b"".join((_PAIR if kind == b"char" else _TRIPLE).findall(body))
        for kind, body in _SECTION.findall(data)
    )
    row = "".join(map(_letters, _CODES.findall(values)))
    yield Piece("strings in streams", where, "".join(c for c in row if c.isalpha()))
    yield from _strings_in(_CODES.sub(b" ", data), where)


def _letters(code: bytes) -> str:
    return _plain(code).decode("utf-16-be", "replace")


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
    if shown.startswith((b"-", b"ET")):
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
