"""The second pass: by string, over streams that no page text shows.

Patterns, soft masks, glyph procedures and forms that nothing draws are searched as their fonts would show them;
resource names that hold a term are renamed where they are declared and where they are used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from pikepdf import ContentStreamInlineImage, Name

from app.documents import find_terms
from app.formats.pdf.redact.fonts import CannotFollow
from app.formats.pdf.redact.operands import DRAWING, well_formed_instructions
from app.formats.pdf.redact.structure import containers
from app.formats.pdf.redact.unicode_maps import unicode_pairs

_SHOWING = frozenset({"Tj", "TJ", "'", '"'})
_MAX_DEPTH = 12
_MAY_HOLD_TEXT = re.compile(rb"[(<%{#]|.[/]")
_NUMBER = re.compile(rb"[+-]?\d*\.?\d*")


def scrub_streams(pdf: pikepdf.Pdf, terms: Sequence[str]) -> int:
    """Take the terms out of every stream that draws but the pages' own. How many streams were changed."""
    if not terms:
        return 0
    return sum(
        _Stream(stream, resources, terms).scrub(always=True) for stream, resources in hidden_streams(pdf)
    )


def scrub_page(page: Any, terms: Sequence[str]) -> int:
    """The same for a page's own content, where something in it is suspicious. Raises CannotFollow."""
    if not terms:
        return 0
    page.contents_coalesce()
    return _Stream(page.obj["/Contents"], page.obj.get("/Resources"), terms).scrub(always=False)


def hidden_streams(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, Any]]:
    """Streams that draw, other than those of pages, with their resources."""
    for found in list(containers(pdf)):
        if isinstance(found, pikepdf.Stream):
            if found.get("/Subtype") == Name.Form or found.get("/PatternType") == 1:
                yield found, found.get("/Resources")
        elif isinstance(found, pikepdf.Dictionary):
            procedures = found.get("/CharProcs")
            if isinstance(procedures, pikepdf.Dictionary):
                for key in list(procedures.keys()):
                    if isinstance(procedures[key], pikepdf.Stream):
                        yield procedures[key], found.get("/Resources")


class _Stream:
    def __init__(self, stream: Any, resources: Any, terms: Sequence[str]) -> None:
        self._stream = stream
        self._resources = resources
        self._terms = terms
        self._fonts: dict[str, tuple[dict[int, str], int]] = {}
        self._told = False

    def scrub(self, *, always: bool) -> int:
        """1 when something telling went. Comments and words that are no operators always go; a stream that
        cannot be parsed is emptied when it is not a page's."""
        try:
            data = self._stream.read_bytes()
        except (pikepdf.PdfError, UnicodeDecodeError) as error:
            if not always:
                raise CannotFollow("content stream") from error
            data = b""
        if self._only_draws(data):
            return 0
        renamed = self._renamed(data)
        if always or self._suspicious(renamed):
            try:
                renamed = self._without_strings(renamed)
            except Exception as error:
                if not always:
                    raise CannotFollow("content stream") from error
                renamed = b""  # what cannot be parsed cannot be searched
                self._told = True
        if renamed == data and data:
            return 0
        self._stream.write(renamed)
        return int(self._told)

    def _only_draws(self, data: bytes) -> bool:
        """Numbers, names that tell nothing and operators that show no text: charts and maps hold many of them."""
        words = set(data.split())
        if any(_MAY_HOLD_TEXT.search(word) for word in words):
            return False
        names = [word.decode("latin-1") for word in words if word.startswith(b"/")]
        others = {word.strip(b"[]") for word in words if not word.startswith(b"/")}
        return all(word in DRAWING or _NUMBER.fullmatch(word) for word in others) and not find_terms(
            "\n".join(names), self._terms
        )

    def _suspicious(self, data: bytes) -> bool:
        """Holds a term as written, or as a hexadecimal string."""
        low = data.lower()
        for term in self._terms:
            if len(term) < 4:
                continue
            for form in (term, term.lower(), term.upper()):
                plain = form.encode("latin-1", "ignore")
                if plain and (plain.lower() in low or plain.hex().encode("ascii") in low):
                    return True
        return False

    def _renamed(self, data: bytes) -> bytes:
        """Give resources with telling names others, here and in their table."""
        if not isinstance(self._resources, pikepdf.Dictionary):
            return data
        for kind in list(self._resources.keys()):
            table = self._resources[kind]
            if not isinstance(table, pikepdf.Dictionary):
                continue
            for number, key in enumerate(sorted(table.keys())):
                if not find_terms(key, self._terms):
                    continue
                self._told = True
                fresh = f"/Rn{number}"
                table[fresh] = table[key]
                del table[key]
                written = Name(key).unparse()
                data = re.sub(re.escape(written) + rb"(?=[\s/\[\]()<>]|$)", fresh.encode("ascii"), data)
        return data

    def _without_strings(self, data: bytes) -> bytes:
        pdf = pikepdf.Pdf.new()
        instructions = list(well_formed_instructions(pikepdf.parse_content_stream(pdf.make_stream(data))))
        kept = [i for i in instructions if not self._telling_picture(i)]
        letters, places = self._letters(kept)
        gone: dict[tuple[int, int], set[int]] = {}
        for start, end, _ in find_terms("".join(letters), self._terms):
            for place in places[start:end]:
                if place is not None:
                    gone.setdefault(place[:2], set()).update(range(place[2], place[2] + place[3]))
        self._told |= bool(gone) or len(kept) < len(instructions)
        out: list[Any] = []
        for number, instruction in enumerate(kept):
            if isinstance(instruction, ContentStreamInlineImage):
                out.append(instruction)
                continue
            operands = [
                self._cut(operand, number, at, gone) for at, operand in enumerate(instruction.operands)
            ]
            out.append((operands, instruction.operator))
        return pikepdf.unparse_content_stream(out)

    def _telling_picture(self, instruction: Any) -> bool:
        if not isinstance(instruction, ContentStreamInlineImage):
            return False
        return bool(find_terms(pikepdf.unparse_content_stream([instruction]).decode("latin-1"), self._terms))

    def _cut(self, operand: Any, number: int, at: int, gone: dict[tuple[int, int], set[int]]) -> Any:
        if isinstance(operand, pikepdf.String):
            return _without(operand, gone.get((number, at * 100_000), set()))
        if isinstance(operand, pikepdf.Array):
            return pikepdf.Array(
                [
                    _without(item, gone.get((number, at * 100_000 + inner + 1), set()))
                    if isinstance(item, pikepdf.String)
                    else item
                    for inner, item in enumerate(operand)
                ]
            )
        return operand

    def _letters(self, instructions: list[Any]) -> tuple[list[str], list[Any]]:
        """Every character shown, each with (instruction, operand, first byte, bytes); None between."""
        letters: list[str] = []
        places: list[Any] = []
        mapping: tuple[dict[int, str], int] = ({}, 1)
        for number, instruction in enumerate(instructions):
            if isinstance(instruction, ContentStreamInlineImage):
                continue
            operator, operands = str(instruction.operator), instruction.operands
            if operator == "Tf":
                mapping = self._font(str(operands[0]))
            elif operator in _SHOWING:
                for at, operand in enumerate(operands):
                    items = list(operand) if isinstance(operand, pikepdf.Array) else [operand]
                    for inner, item in enumerate(items):
                        if isinstance(item, pikepdf.String):
                            slot = at * 100_000 + (inner + 1 if isinstance(operand, pikepdf.Array) else 0)
                            _spell(bytes(item), mapping, (number, slot), letters, places)
            elif operator in ("Td", "TD", "Tm", "T*", "BT"):
                letters.append("\n")
                places.append(None)
        return letters, places

    def _font(self, name: str) -> tuple[dict[int, str], int]:
        """Code to text, and bytes a code."""
        if name not in self._fonts:
            table = self._resources.get("/Font") if self._resources is not None else None
            entry = table.get(name) if table is not None else None
            size = 2 if entry is not None and entry.get("/Subtype") == Name.Type0 else 1
            mapping = entry.get("/ToUnicode") if entry is not None else None
            pairs = unicode_pairs(mapping) if isinstance(mapping, pikepdf.Stream) else {}
            self._fonts[name] = (pairs, size)
        return self._fonts[name]


def _spell(
    data: bytes,
    mapping: tuple[dict[int, str], int],
    place: tuple[int, int],
    letters: list[str],
    places: list[Any],
) -> None:
    pairs, size = mapping
    for at in range(0, len(data), size):
        code = int.from_bytes(data[at : at + size], "big")
        shown = pairs.get(code) or (bytes([code]).decode("cp1252", "replace") if code < 256 else "\ufffd")
        for letter in shown:
            letters.append(letter)
            places.append((*place, at, size))


def _without(item: Any, gone: set[int]) -> Any:
    if not gone:
        return item
    return pikepdf.String(bytes(b for at, b in enumerate(bytes(item)) if at not in gone))
