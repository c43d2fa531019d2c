"""Passports and identity cards: the lines for machines, which prove themselves, and the names put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.analysis.understanding.extract_lines import Line
from app.documents import Field

_ZONE = re.compile(r"[A-Z0-9<]{30,44}")
_PASSPORT = re.compile(
    r"(?P<document_number>[A-Z0-9<]{9})(?P<c1>\d)(?P<nationality>[A-Z<]{3})(?P<date_of_birth>\d{6})(?P<c2>\d)(?P<sex>[MF<])(?P<expiry_date>\d{6})(?P<c3>\d)[A-Z0-9<]{14,16}"
)
_CARD = re.compile(r"[ACI][A-Z<][A-Z<]{3}(?P<document_number>[A-Z0-9<]{9})(?P<c1>\d)[A-Z0-9<]{15}")
_CARD_DATES = re.compile(
    r"(?P<date_of_birth>\d{6})(?P<c2>\d)(?P<sex>[MF<])(?P<expiry_date>\d{6})(?P<c3>\d)(?P<nationality>[A-Z<]{3})[A-Z0-9<]{12}"
)
_NAMES = re.compile(
    r"(?:P[A-Z<][A-Z<]{3})?(?P<surname>[A-Z]+(?:<[A-Z]+)*)<<(?P<given_names>[A-Z]+(?:<[A-Z]+)*)<*"
)
_CHECKED = (("document_number", "c1"), ("date_of_birth", "c2"), ("expiry_date", "c3"))
_SURE, _DAMAGED = 0.99, 0.5
_WEIGHTS = (7, 3, 1)


def identity_fields(lines: Sequence[Line], known: Sequence[Field]) -> list[Field]:
    """What labels announced, what only the machine's lines say, and the whole name."""
    fields = list(known)
    names = {field.name for field in fields}
    for field in machine_read(lines):
        if field.name not in names:
            fields.append(field)
            names.add(field.name)
    return _whole_name(fields)


def _whole_name(fields: list[Field]) -> list[Field]:
    """A surname beside given names gives the name; a "name" without given names is whole and no surname."""
    by_name = {field.name: field for field in fields}
    surname, given, name = (by_name.get(key) for key in ("surname", "given_names", "name"))
    if surname is None:
        return fields
    if given is None:
        return [field for field in fields if field is not surname] if name is not None else fields
    whole = replace(
        surname, name="name", normalized=" ".join(f"{given.normalized or given.value} {surname.normalized or surname.value}".split())
    )  # fmt: skip
    return [field for field in fields if field.name != "name"] + [whole]


def machine_read(lines: Sequence[Line]) -> Iterator[Field]:
    """Fields of the lines for machines; those whose check digit is wrong have little trust."""
    for line in lines:
        if (
            not _ZONE.fullmatch(line.text.strip()) or line.text.count("<") < 2
        ):  # a filler stands in every such line but few others
            continue
        shift = line.start + len(line.text) - len(line.text.lstrip())
        text = line.text.strip()
        for pattern in (_PASSPORT, _CARD, _CARD_DATES, _NAMES):
            match = pattern.fullmatch(text)
            if match:
                yield from _parts(match, shift)
                break


def _parts(match: re.Match[str], shift: int) -> Iterator[Field]:
    checks = dict(_CHECKED)
    for name, value in match.groupdict().items():
        bare = (value or "").strip("<")
        if name in checks.values() or not bare:
            continue
        normal: str | None = bare.replace("<", " ")
        if name.endswith(("_birth", "_date")):
            normal = _day(bare, past=name == "date_of_birth")
            if normal is None:
                continue
        right = name not in checks or check_digit(value) == match[checks[name]]
        start = shift + match.start(name)
        yield Field(
            name,
            bare,
            normal if normal != bare else None,
            start,
            start + len(bare),
            _SURE if right else _DAMAGED,
        )


def check_digit(text: str) -> str:
    """Of ICAO 9303: weights 7, 3, 1 over digits, letters from 10 on, fillers as zero."""
    values = (0 if c == "<" else int(c, 36) for c in text)
    return str(sum(value * _WEIGHTS[at % 3] for at, value in enumerate(values)) % 10)


def _day(digits: str, *, past: bool) -> str | None:
    """ "850314" as an ISO date; a birthday lies in the past, a passport ends in this century."""
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    century = 1900 if past and year > date.today().year % 100 else 2000
    try:
        return date(century + year, month, day).isoformat()
    except ValueError:
        return None
