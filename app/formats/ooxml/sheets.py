"""Cells as a person sees them: shared strings, dates, numbers, formulas."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.documents import BlockKind
from app.formats.ooxml.layout import Draft, Piece
from app.formats.ooxml.package import Package
from app.formats.ooxml.xml import Element, attribute, elements, events, local, parse

_DATE_FORMATS = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_LITERALS = re.compile(r'"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]', re.IGNORECASE)
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)")
_MOST_GAPS = 60


@dataclass
class Book:
    """What cells refer to: shared strings with their places, and which styles show dates."""

    strings_part: str = ""
    strings: list[list[Piece]] = field(default_factory=list)
    date_styles: frozenset[int] = frozenset()
    date1904: bool = False


def shared_strings(package: Package, part: str) -> list[list[Piece]]:
    """The pieces of each shared string; phonetic hints are left out."""
    found: list[list[Piece]] = []
    phonetic = 0
    for start, element, index in events(parse(package.parts[part])):
        tag = local(element)
        if tag == "rPh":
            phonetic += 1 if start else -1
        elif start and tag == "si":
            found.append([])
        elif start and tag == "t" and element.text and found and not phonetic:
            found[-1].append(Piece(element.text, part, index * 2))
    return found


def date_styles(package: Package, part: str) -> frozenset[int]:
    """Indices of cell formats that show a date or a time."""
    custom: dict[int, str] = {}
    styles: list[int] = []
    for element in elements(parse(package.parts[part])):
        if local(element) == "numFmt":
            custom[_int(attribute(element, "numFmtId"))] = attribute(element, "formatCode")
        elif local(element) == "cellXfs":
            styles = [_int(attribute(xf, "numFmtId")) for xf in element]
    return frozenset(
        i for i, number in enumerate(styles) if number in _DATE_FORMATS or _shows_date(custom.get(number, ""))
    )


def _shows_date(code: str) -> bool:
    plain = _LITERALS.sub("", code.partition(";")[0]).lower()
    return (
        plain not in ("general", "") and any(letter in plain for letter in "ymdhs") and "0.00e" not in plain
    )


def _int(text: str) -> int:
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 12 else 0


def column(reference: str) -> int:
    """The column's number from 1; 0 where the reference is none."""
    match = _REFERENCE.fullmatch(reference)
    number = 0
    for letter in match[1] if match else "":
        number = number * 26 + ord(letter) - 64
    return number


def sheet_drafts(root: Element, part: str, name: str, book: Book, *, hidden: bool) -> Iterator[Draft]:
    """One draft for each cell with something in it; cells of a row are separated by tabs."""
    rows = columns_hidden(root)
    row: list[tuple[int, Draft]] = []
    formulas: list[Draft] = []
    row_hidden = False
    cell: Element | None = None
    pieces: list[Piece] = []
    for start, element, index in events(root):
        tag = local(element)
        if start:
            if tag == "row":
                row_hidden = element.get("hidden") in ("1", "true")
            elif tag == "c":
                cell, pieces = element, []
            elif cell is not None and tag == "v" and element.text:
                pieces = _value(cell, element.text, part, index, book) or pieces
            elif cell is not None and tag == "t" and element.text:
                pieces.append(Piece(element.text, part, index * 2))
            elif cell is not None and tag == "f" and element.text and '"' in element.text:
                place = f"{name}!{cell.get('r', '')}"
                formulas.append(
                    Draft(BlockKind.CODE, [Piece(element.text, part, index * 2)], f"{place} formula")
                )
            continue
        if tag == "c" and cell is not None:
            if any(piece.text.strip() for piece in pieces):
                reference = cell.get("r", "")
                at = column(reference) or (row[-1][0] + 1 if row else 1)
                kind = BlockKind.HIDDEN if hidden or row_hidden or at in rows else BlockKind.CELL
                row.append(
                    (at, Draft(kind, pieces, f"{name}!{reference}" if reference else name, separator="\t"))
                )
            cell = None
        elif tag == "row" and row:
            yield from _spaced(row)
            row = []
    if row:
        yield from _spaced(row)
    yield from formulas


def columns_hidden(root: Element) -> frozenset[int]:
    """Numbers of columns that are not shown."""
    found: set[int] = set()
    for element in root:
        if local(element) != "cols":
            continue
        for entry in element:
            if entry.get("hidden") in ("1", "true"):
                low, high = _int(entry.get("min", "")), _int(entry.get("max", ""))
                found.update(range(low, min(high, low + 16384) + 1))
    return frozenset(found)


def _spaced(row: list[tuple[int, Draft]]) -> Iterator[Draft]:
    """Tabs for empty cells between, a line break at the end, so that columns stand below each other."""
    for (at, draft), following in zip(row, [*(at for at, _ in row[1:]), None], strict=True):
        draft.separator = "\n" if following is None else "\t" * max(1, min(following - at, _MOST_GAPS))
        yield draft


def _value(cell: Element, text: str, part: str, index: int, book: Book) -> list[Piece]:
    kind = cell.get("t", "n")
    if kind == "s":
        number = _int(text.strip())
        return list(book.strings[number]) if 0 <= number < len(book.strings) else []
    if kind == "b":
        return [Piece({"1": "TRUE", "0": "FALSE"}.get(text, text), part, index * 2, 0, True)]
    if kind != "n":
        return [Piece(text, part, index * 2)]
    shown = _number(text, _int(cell.get("s", "0")) in book.date_styles, book.date1904)
    return [Piece(shown, part, index * 2, 0, shown != text)]


def _number(text: str, is_date: bool, date1904: bool) -> str:
    try:
        value = float(text)
    except ValueError:
        return text
    if is_date and (shown := _date(value, date1904)):
        return shown
    if value.is_integer() and abs(value) < 1e15:
        return text if text.lstrip("-").isdecimal() else str(int(value))
    if "e" in text.lower() or len(text) > 15:
        return f"{value:.15g}"
    return text


def _date(value: float, date1904: bool) -> str:
    """ISO form of a serial date, "" where it is none."""
    if not 0 <= value < 2_958_466:
        return ""
    days, seconds = int(value), round((value - int(value)) * 86400)
    base = dt.datetime(1904, 1, 1) if date1904 else dt.datetime(1899, 12, 31 if value < 60 else 30)
    moment = base + dt.timedelta(days=days, seconds=seconds)
    if value < 1:
        return moment.strftime("%H:%M:%S")
    return moment.strftime("%Y-%m-%d %H:%M:%S" if seconds else "%Y-%m-%d")
