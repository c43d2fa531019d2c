"""Extracted fields of many documents as one table, and tables as CSV that no spreadsheet runs as a program."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.documents import Analysis
from app.pipeline.cells import guarded
from app.store import Library
from app.store.analyses import analyses


@dataclass(frozen=True, slots=True)
class FieldTable:
    """One row a document (and one more for each of its items); columns are the names of the fields."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    documents: tuple[int, ...]
    """Document id of each row."""
    places: tuple[dict[str, tuple[int, int]], ...] = ()
    """For each row, where the values stand in the document's text, by column; of several values the first."""


FIXED = ("document", "class", "language")


def field_table(
    library: Library, document_ids: Sequence[int] | None = None, first: Sequence[str] = ()
) -> FieldTable:
    """Fields of these documents (all without a choice). After `first`, columns come in the order in which they
    were met."""
    return table_of(analyses(library, document_ids), first)


def table_of(documents: Iterable[tuple[int, str, Analysis]], first: Sequence[str] = ()) -> FieldTable:
    """Fields of (document id, name, analysis); the columns `first` are there in any case and come first."""
    names: dict[str, None] = dict.fromkeys(first)
    found: list[tuple[int, tuple[str, str, str], dict[str, str], dict[str, tuple[int, int]]]] = []
    for identifier, name, analysis in documents:
        head = (name, analysis.category.label, analysis.language)
        whole: dict[str, str] = {}
        items: dict[int, dict[str, str]] = {}
        places: dict[int | None, dict[str, tuple[int, int]]] = {}
        for field in analysis.fields:
            names.setdefault(field.name)
            target = whole if field.row is None else items.setdefault(field.row, {})
            value = field.normalized or field.value
            if field.start >= 0:
                places.setdefault(field.row, {}).setdefault(field.name, (field.start, field.end))
            target[field.name] = f"{target[field.name]}; {value}" if field.name in target else value
        if whole or not items:
            found.append((identifier, head, whole, places.get(None, {})))
        found += [
            (identifier, head, values, places.get(number, {})) for number, values in sorted(items.items())
        ]
    columns = (*FIXED, *names)
    rows = tuple((*head, *(values.get(name, "") for name in names)) for _, head, values, _ in found)
    return FieldTable(columns, rows, tuple(entry[0] for entry in found), tuple(entry[3] for entry in found))


def to_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """UTF-8 with a mark that spreadsheets know it by; text that would be a formula stays text."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([guarded(name) for name in columns])
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "backslashreplace")
