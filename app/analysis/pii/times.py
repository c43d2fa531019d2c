"""Dates, birth dates and ages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.analysis.pii.hits import Hit
from app.analysis.understanding.values import DATE, MONTHS, parse_date

_MONTH = "|".join(sorted((re.escape(m) for m in MONTHS if len(m) > 2), key=len, reverse=True))
_PARTIAL = re.compile(
    rf"(?<!\w)(?:\d{{1,2}}(?:st|nd|rd|th|\.|º)?[ ](?:de[ ])?(?:{_MONTH})\b(?!\.?[ ]\d{{4}})|(?:{_MONTH})[ ]\d{{1,2}}(?:st|nd|rd|th)?\b(?![.,:]?\d)"
    rf"|(?:{_MONTH})\.?[ ](?:de[ ])?(?:19|20)\d\d\b|(?<![\d.])\d{{1,2}}\.\d{{1,2}}\.(?![\d])|(?:0[1-9]|1[0-2])/(?:19|20)\d\d(?!\d))",
    re.IGNORECASE,
)
_AMBIGUOUS = re.compile(
    r"^(?:may|mar|set|dec|sept?|mai|mag|ago|out|lug|giu|ott|mei|maart|maj)\b", re.IGNORECASE
)
_BORN = re.compile(
    r"(?:date of birth|birth ?date|d\.?o\.?b\.?|born(?: on)?|geburtsdatum|geboren(?: am)?|geb\.?(?: am)?|\*|né(?:e)? le|"
    r"date de naissance|fecha de nacimiento|nacid[oa] el|data di nascita|nat[oa] il|data de nascimento|nascid[oa] (?:a|em)|"
    r"geboortedatum|geboren op|data urodzenia|urodzon[ya])\W{0,4}(?:\w+ )?$",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"(?<![\w.,])(?P<n>\d{1,3})(?:[ -]?(?:years?|yrs?|y)[ -]?(?:old|o)\b|[ -]?year[- ]old|\s?y/o\b|[ ]?jährige[rns]?\b|"
    r"[ ]Jahre alt\b|[ ]años(?: de edad)?\b|[ ]anni\b|[ ]anos de idade\b|[ ]jaar oud\b|[ -]jarige\b|[ ]ans\b|[ ]lat\b)"
)
_AGE_LABEL = re.compile(
    r"(?<!\w)(?:age|aged|alter|im alter von|âge|âgée? de|edad|età|idade|leeftijd|wiek)[ \t]*:?[ \t]*(?P<n>\d{1,3})(?![\w.,]*\d|%)",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"(?:for|after|within|over|last|past|next|seit|nach|vor|depuis|pendant|desde hace|durante|hace|da|per|for a term of|"
    r"period of|term of|all|every|dans les|derniers?)\s+(?:the\s+|de\s+)?$",
    re.IGNORECASE,
)


def find_dates(text: str, language: str) -> Iterator[Hit]:
    """Days as people write them; a bare year is not one. After "born" and the like it is a birth date."""
    seen: list[tuple[int, int]] = []
    for match in DATE.finditer(text):
        if parse_date(match) is None and parse_date(match, month_first=True) is None:
            continue
        seen.append(match.span())
        if _BORN.search(text[max(0, match.start() - 32) : match.start()]):
            yield Hit(match.start(), match.end(), "DATE_OF_BIRTH", 0.9, "a date, announced as a birth date")
        else:
            yield Hit(match.start(), match.end(), "DATE_TIME", 0.85, "a date")
    for match in _PARTIAL.finditer(text):
        if _AMBIGUOUS.match(match.group()) and not match.group()[:1].isupper():
            continue
        born = _BORN.search(text[max(0, match.start() - 32) : match.start()])
        yield Hit(match.start(), match.end(), "DATE_OF_BIRTH" if born else "DATE_TIME", 0.6, "part of a date")


def find_ages(text: str, language: str) -> Iterator[Hit]:
    """Ages in words or after a label; a duration is not an age."""
    for match in _AGE.finditer(text):
        plain = match.group()[len(match["n"]) :].strip().lower() in ("ans", "años", "anni", "lat")
        before = text[max(0, match.start() - 24) : match.start()]
        if int(match["n"]) > 120 or (plain and _DURATION.search(before)):
            continue
        yield Hit(match.start(), match.end(), "AGE", 0.5 if plain else 0.85, "an age in words")
    for match in _AGE_LABEL.finditer(text):
        if int(match["n"]) <= 120:
            yield Hit(match.start("n"), match.end("n"), "AGE", 0.85, "a label announces an age")
