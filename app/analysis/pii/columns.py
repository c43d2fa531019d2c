"""Tables: what stands in a column whose head says Name, IBAN or Geburtsdatum."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.analysis.pii.hits import Hit
from app.documents import BlockKind, Document

_HEADS: tuple[tuple[str, str], ...] = (
    ("PERSON", r"(?:full |first |last |sur|family |employee |customer |patient |contact )?names?|surname|employee|patient|"
     r"(?:vor|nach|familien)?name|mitarbeiter(?:in)?|nom|prénom|nombre|apellidos?|nome|cognome|naam|imię|nazwisko|manager|reason.?by"),
    ("DATE_OF_BIRTH", r"date of birth|birth ?date|dob|geburtsdatum|geb\.?|date de naissance|fecha de nacimiento|data di nascita|"
     r"data de nascimento|geboortedatum|data urodzenia"),
    ("PHONE_NUMBER", r"phone(?: number)?|tel\.?|telephone|mobile|fax|telefon|handy|téléphone|teléfono|telefono|telefoon"),
    ("EMAIL_ADDRESS", r"e-?mail(?: address)?|mail|courriel|correo"),
    ("STREET_ADDRESS", r"(?:home |street )?address|street|adresse|anschrift|straße|dirección|indirizzo|morada|adres"),
    ("LOCATION", r"city|town|ort|wohnort|ville|ciudad|città|cidade|stad|miasto|place of birth"),
    ("IBAN_CODE", r"iban|account|konto(?:nummer)?"),
    ("ACCOUNT_NUMBER", r"account (?:no|number)|bank account"),
    ("ID", r"(?:customer|employee|staff|patient|member|client|user)[ _]?(?:id|no|nr|number)|id|personalnummer|kundennummer|matricule"),
    ("US_SSN", r"ssn|social security(?: number)?"),
    ("TAX_ID", r"tax (?:id|number|no)|steuer-?id|nif|nip|bsn|pesel|codice fiscale"),
    ("USERNAME", r"user ?name|login|benutzername"),
    ("PASSWORD", r"password|passwort|kennwort"),
    ("AGE", r"age|alter|âge|edad|età"),
)  # fmt: skip
_HEAD_PATTERNS = tuple((type_, re.compile(rf"\W*(?:{words})\W*", re.IGNORECASE)) for type_, words in _HEADS)
_CELL_PLACE = re.compile(r"^(?P<sheet>.*!)?\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d+)$")
_TEXTUAL = frozenset({"PERSON", "LOCATION", "STREET_ADDRESS", "USERNAME", "PASSWORD"})
_MAX_CELL = 120


def find_in_columns(document: Document) -> Iterator[Hit]:
    """Cells below a telling head: rows of lines with tabs, and cells that know their row and column."""
    yield from _tab_rows(document.text)
    yield from _placed_cells(document)


def column_type(head: str) -> str | None:
    """The type that a column's head announces."""
    plain = head.strip().replace("_", " ")
    if len(plain) > 40:
        return None
    return next((type_ for type_, pattern in _HEAD_PATTERNS if pattern.fullmatch(plain)), None)


def _tab_rows(text: str) -> Iterator[Hit]:
    heads: dict[int, str] = {}
    width = 0
    at = 0
    for line in text.splitlines(keepends=True):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) < 2:
            heads, width = {}, 0
        elif not heads or len(cells) != width:
            heads = {i: type_ for i, cell in enumerate(cells) if (type_ := column_type(cell))}
            width = len(cells)
        else:
            offset = at
            for index, cell in enumerate(cells):
                if index in heads:
                    yield from _cell(heads[index], cell, offset)
                offset += len(cell) + 1
        at += len(line)


def _placed_cells(document: Document) -> Iterator[Hit]:
    heads: dict[tuple[str, str], str] = {}
    first_row: dict[str, int] = {}
    for block in document.blocks:
        match = _CELL_PLACE.match(block.place) if block.kind is BlockKind.CELL else None
        if match is None:
            continue
        sheet, column, row = match["sheet"] or "", match["column"], int(match["row"])
        value = document.text[block.start : block.end]
        if row == first_row.setdefault(sheet, row):
            type_ = column_type(value)
            if type_:
                heads[(sheet, column)] = type_
        elif (sheet, column) in heads:
            yield from _cell(heads[(sheet, column)], value, block.start)


def _cell(type_: str, cell: str, offset: int) -> Iterator[Hit]:
    value = cell.strip()
    if not value or len(value) > _MAX_CELL or column_type(value) is not None:
        return  # the head again, as on the next page
    if type_ in _TEXTUAL:
        if not any(c.isalpha() for c in value) or value.lower() in ("total", "sum", "summe", "n/a", "none"):
            return
    elif not any(c.isdigit() for c in value) and "@" not in value:
        return
    start = offset + cell.index(value)
    yield Hit(start, start + len(value), type_, 0.8, "the head of its column announces it")
