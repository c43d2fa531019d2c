"""Known words for the tagger: names of the CC0 lists, places, months, titles, forms of companies."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import phrases
from synthetic import Names, _split

from app.models.features import CALENDAR, COMPANY_FORM, FORENAME, NATION, PLACE, SURNAME, TITLE


def known_words(data: Path) -> dict[str, int]:
    """Lower-cased single words and the bits that `app.models.features` gives them."""
    known: dict[str, int] = {}

    def add(name: str, bit: int) -> None:
        for part in re.findall(r"[^\W\d_]{2,}", name.lower()):
            known[part] = known.get(part, 0) | bit

    for heldout in (False, True):
        names = Names(data, heldout)
        for by_country, extra, bit in (
            (names.first, names.extra_first, FORENAME),
            (names.last, names.extra_last, SURNAME),
        ):
            for name in [*(n for part in by_country.values() for n in part), *extra]:
                if len(name) > 2:
                    add(name, bit)
    for lists, bit in ((phrases.CITIES, PLACE), (phrases.COUNTRIES, PLACE), (phrases.NATIONS, NATION)):
        for words in lists.values():
            for word in _split(words):
                add(word, bit)
    for words in (*phrases.MONTHS.values(), *phrases.WEEKDAYS.values()):
        add(words, CALENDAR)
    for forms in phrases.COMPANY_FORMS.values():
        for form in forms:
            add(form, COMPANY_FORM)
    for titles in phrases.TITLES.values():
        for title in titles:
            add(title, TITLE)
    nations = data / "ner" / "resources" / "presidio" / "nationalities.csv"
    with nations.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            if " " not in row["country"].strip():
                add(row["country"], PLACE)
            add(row["nationality"].replace(" ", ""), NATION)
    for word in ("dr", "prof", "sir", "lord", "lady", "madame", "señor", "señora", "don", "doña", "monsieur", "frau", "herr", "pan", "pani", "dott", "avv", "ing"):  # fmt: skip
        add(word, TITLE)
    for word in ("de", "la", "of", "and", "the", "du", "le", "des", "new", "van", "von", "der", "st", "san", "no", "an", "do"):  # fmt: skip
        known.pop(word, None)
    return known
