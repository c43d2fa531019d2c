"""Tables: what stands in a column whose head says Name, IBAN or Geburtsdatum."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from app.analysis.pii.hits import Hit
from app.documents import BlockKind, Document

_HEADS: tuple[tuple[str, str], ...] = (
    ("PERSON", r"(?:full |first |last |sur|family |employee |customer |patient |contact )?names?|surname|employee|patient(?:in)?|"
     r"(?:vor|nach|familien)?name|mitarbeiter(?:in)?|nom(?: complet)?|prénom|nombre(?: completo)?|apellidos?|nome(?: completo)?|cognome|"
     r"naam|imię(?: i nazwisko)?|nazwisko|manager|reason.?by|titulaire|titular|intestatario|kontoinhaber(?:in)?|paciente|paziente|pacjent"),
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

_OF_ANYTHING = re.compile(r"\W*(?:names?|nom|nombre|nome|naam)\W*", re.IGNORECASE)
"""Heads that announce the name of a person or of anything else."""
_ENOUGH_TO_JUDGE = 8
_LEAST_PEOPLE = 0.25
"""A column of names where fewer of the cells could be a person's lists something else: codes, goods, duties."""
_MOST_WORDS = 6
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")

_Row = list[tuple[int, str]]
"""Cells of a line with the offsets at which they begin."""
_Column = tuple[str, str, _Row]
"""The type that a head announces, the head and the cells below it."""


def find_in_columns(
    document: Document, is_plain: Callable[[str], bool] = lambda word: False
) -> Iterator[Hit]:
    """Cells below a telling head: rows of lines with tabs, and cells that know their row and column. `is_plain` tells
    words that are hardly a name."""
    for rows in _tables(document.text):
        yield from _in_table(rows, _table_columns(rows), is_plain)
    for sheet in _sheets(document):
        yield from _in_table([list(row.values()) for row in sheet], _sheet_columns(sheet), is_plain)


def _in_table(rows: list[_Row], columns: list[_Column], is_plain: Callable[[str], bool]) -> Iterator[Hit]:
    if _is_key_value(rows):
        yield from _beside_keys(rows)
        return
    for column in columns:
        yield from _below_head(column, is_plain)


def column_type(head: str) -> str | None:
    """The type that a column's head announces."""
    plain = head.strip().replace("_", " ")
    if len(plain) > 40:
        return None
    return next((type_ for type_, pattern in _HEAD_PATTERNS if pattern.fullmatch(plain)), None)


def _tables(text: str) -> Iterator[list[_Row]]:
    """Neighbouring lines with tabs."""
    rows: list[_Row] = []
    at = 0
    for line in text.splitlines(keepends=True):
        row = []
        offset = at
        for cell in line.rstrip("\r\n").split("\t"):
            row.append((offset, cell))
            offset += len(cell) + 1
        if len(row) > 1:
            rows.append(row)
        elif rows:
            yield rows
            rows = []
        at += len(line)
    if rows:
        yield rows


def _is_key_value(rows: list[_Row]) -> bool:
    """Whether each row tells what its first cell names: "City", "Account", "Age" one below the other."""
    keys = [type_ for row in rows if len(row) == 2 and (type_ := column_type(row[0][1]))]
    return len(keys) > 1


def _beside_keys(rows: list[_Row]) -> Iterator[Hit]:
    for row in rows:
        type_ = column_type(row[0][1])
        if type_ is not None and len(row) == 2:
            yield from _cell(type_, row[1][1], row[1][0])


def _table_columns(rows: list[_Row]) -> list[_Column]:
    """Columns with a telling head; a line with another number of cells begins a new table."""
    columns: list[_Column] = []
    heads: dict[int, _Column] = {}
    width = 0
    for row in rows:
        if not heads or len(row) != width:
            heads = {i: (type_, cell, []) for i, (_, cell) in enumerate(row) if (type_ := column_type(cell))}
            columns += heads.values()
            width = len(row)
            continue
        for index, (*_, cells) in heads.items():
            cells.append(row[index])
    return columns


def _sheet_columns(rows: list[dict[str, tuple[int, str]]]) -> list[_Column]:
    return [
        (type_, head, [row[column] for row in rows[1:] if column in row])
        for column, (_, head) in rows[0].items()
        if (type_ := column_type(head))
    ]


def _below_head(column: _Column, is_plain: Callable[[str], bool]) -> Iterator[Hit]:
    type_, head, cells = column
    found = [hit for offset, cell in cells for hit in _cell(type_, cell, offset)]
    if type_ == "PERSON" and _OF_ANYTHING.fullmatch(head) and len(found) >= _ENOUGH_TO_JUDGE:
        people = sum(_may_be_person(cell.strip(), is_plain) for _, cell in cells)
        if people < _LEAST_PEOPLE * len(found):
            return
    yield from found


def _may_be_person(value: str, is_plain: Callable[[str], bool]) -> bool:
    """Some words with capitals of which not each is a common one, or in small letters of which none is."""
    words = _WORD.findall(value)
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    plain = [is_plain(word) for word in words]
    capital = all(word[0].isupper() or len(word) <= 3 for word in words)
    return not all(plain) if capital else not any(plain)


def _sheets(document: Document) -> list[list[dict[str, tuple[int, str]]]]:
    """The rows of each sheet: column to offset and text of its cell."""
    sheets: dict[str, dict[int, dict[str, tuple[int, str]]]] = {}
    for block in document.blocks:
        match = _CELL_PLACE.match(block.place) if block.kind is BlockKind.CELL else None
        if match is not None:
            rows = sheets.setdefault(match["sheet"] or "", {})
            cells = rows.setdefault(int(match["row"]), {})
            cells[match["column"]] = block.start, document.text[block.start : block.end]
    return [list(rows.values()) for rows in sheets.values()]


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
