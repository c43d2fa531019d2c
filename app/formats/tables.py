"""CSV and TSV: cells with their places, edited in the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from app.documents import BLACKOUT_TEXT, BlockKind, Document, Plan, Redacted
from app.formats.base import Context
from app.formats.compose import DocumentBuilder, make_source
from app.formats.decoding import decode, looks_like_text
from app.formats.editing import edit_source, without_terms
from app.formats.pieces import Collected

_DELIMITERS = ",;\t|"
_SAMPLE = 64 * 1024
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(slots=True)
class _Cell:
    row: int
    column: int
    collected: Collected


class DelimitedFormat:
    """Rows of cells; the delimiter is found by how evenly it stands in the lines."""

    name = "csv"
    extensions = (".csv", ".tsv", ".tab")

    def sniff(self, data: bytes, name: str) -> float:
        if not looks_like_text(data):
            return 0.0
        delimiter = find_delimiter(decode(data[:_SAMPLE]).text)
        named = name.lower().endswith(self.extensions)
        if delimiter is None:
            return 0.3 if named else 0.0
        return 0.6 if named else 0.25

    def read(self, data: bytes, context: Context) -> Document:
        source = decode(data).text
        delimiter = find_delimiter(source[:_SAMPLE]) or ","
        media_type = "text/tab-separated-values" if delimiter == "\t" else "text/csv"
        builder = DocumentBuilder(make_source(data, context.name, media_type, self.name), context.limits)
        builder.attributes["delimiter"] = delimiter
        last = -1
        for cell in _cells(source, delimiter):
            if last >= 0:
                builder.add_text("\t" if last == cell.row else "\n")
            last = cell.row
            if cell.collected:
                builder.add_block(
                    BlockKind.CELL,
                    cell.collected.text,
                    place=f"{_letters(cell.column)}{cell.row + 1}",
                    pieces=cell.collected.pieces,
                    separator="",
                )
        builder.add_text("\n")
        return builder.build()

    def redact(self, data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
        decoded = decode(data)
        delimiter = document.attributes.get("delimiter", ",")

        def escape(text: str) -> str:
            clean = re.sub(rf"[{re.escape(delimiter)}\"\r\n]", " ", text)
            return "'" + clean if clean.startswith(_FORMULA) else clean

        text, removed = edit_source(decoded.text, document, plan, escape)
        text, more = without_terms(text, plan, BLACKOUT_TEXT)
        suffix = next((e for e in self.extensions if context.name.lower().endswith(e)), ".csv")
        return Redacted(decoded.encode(text), suffix, {"text": removed + more})


def find_delimiter(sample: str) -> str | None:
    """The delimiter that most lines have the same number of; None where no table shows."""
    lines = [line for line in sample.splitlines()[:200] if line.strip()]
    if len(lines) < 2:
        return None
    best: tuple[float, int, str] | None = None
    for delimiter in _DELIMITERS:
        counts = Counter(re.sub(r'"[^"]*"', "", line).count(delimiter) for line in lines)
        number, hits = counts.most_common(1)[0]
        share = hits / len(lines)
        if number >= 1 and share >= 0.8 and (best is None or (share, number) > best[:2]):
            best = (share, number, delimiter)
    return best[2] if best else None


def _cells(source: str, delimiter: str) -> Iterator[_Cell]:
    row = column = 0
    at, length = 0, len(source)
    while at < length:
        collected = Collected()
        if source[at] == '"':
            at += 1
            while at < length:
                quote = source.find('"', at)
                quote = length if quote < 0 else quote
                collected.plain(source[at:quote], at)
                at = quote + 1
                if at < length and source[at] == '"':
                    collected.escaped('"', quote, 2)
                    at += 1
                    continue
                break
        end = at
        while end < length and source[end] != delimiter and source[end] not in "\r\n":
            end += 1
        collected.plain(source[at:end], at)
        yield _Cell(row, column, collected)
        at = end
        if at < length and source[at] == delimiter:
            column, at = column + 1, at + 1
            if at == length:
                yield _Cell(row, column, Collected())
            continue
        at += 2 if source[at : at + 2] == "\r\n" else 1
        row, column = row + 1, 0


def _letters(column: int) -> str:
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


FORMAT = DelimitedFormat()
