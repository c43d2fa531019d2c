"""Known words for the tagger: names of the CC0 lists, places, months, titles, forms of companies; and its lexicon."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import phrases
from more_sets import more_samples
from synthetic import Generator, Names, _split

from app.models import lexicon
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


_WORD = re.compile(r"[^\W\d_]+")
_GERMAN_LISTS = {"personennamen": lexicon.LISTED_NAME, "stadtnamen": lexicon.LISTED_PLACE, "landschaftsbezeichnungen": lexicon.LISTED_PLACE}  # fmt: skip
_PLAIN_TEXTS = {
    "extraction/cuad": ("text",), "extraction/kleister_nda": ("text",), "summarization/scitldr": ("text",),
    "summarization/qmsum": ("turns",), "summarization/mts_dialog": ("text", "summary"), "summarization/aci_bench": ("summary",),
}  # fmt: skip
"""The talks of ACI-Bench are written small, names and all."""
_WORDS_TOO = "kaufmann schreiner gärtner botschafter witwe brüder sänger schiedsrichter portier liste folie dimension panzer"
"""German words that the sets hold in names nearly as often: trades of CVs above all. Surnames like Müller stay strange."""
_DOCUMENTS = 4000
"""Generated documents that are read for words of office life."""
_ANNOTATED = ("wikiann", "meddocan", "echr_fr_es", "uner_pt_bosque", "secfin", "wikigold")


def lexicon_words(data: Path, more: Path | None = None) -> dict[str, int]:
    """Lower-cased words and the bits that `app.models.lexicon` gives them.

    Common is what is written small at least twice, and in German, which writes nouns large, what stands outside names
    at least twice and hardly ever within a person's. Sets of short messages are left out: there names are written
    small; and the German sets that the tagger learns from most, so that it sees as many strange nouns as later.
    """
    words: dict[str, int] = dict.fromkeys(_common(data, more), lexicon.COMMON)
    for name, bit in _GERMAN_LISTS.items():
        path = data / "ner" / "resources" / "ler_gazetteers_de" / f"{name}.list"
        for line in path.read_text("utf-8").splitlines():
            parts = _WORD.findall(line.lower())
            if len(parts) == 1 and len(parts[0]) > 2:
                words[parts[0]] = words.get(parts[0], 0) | bit
    return words


class _Counts:
    """How often words stand outside every name, and within a person's."""

    def __init__(self) -> None:
        self.small: Counter[str] = Counter()
        self.outside: Counter[str] = Counter()
        self.inside: Counter[str] = Counter()

    def add(self, text: str, named: list[tuple[int, int, bool]], german: bool) -> None:
        """Count a text; `named` holds start, end, and whether it is a person, in order."""
        place = 0
        for match in _WORD.finditer(text):
            while place < len(named) and named[place][1] <= match.start():
                place += 1
            word = match.group()
            if place < len(named) and named[place][0] < match.end():
                self.inside[word.lower()] += german and named[place][2]
            elif german:
                self.outside[word.lower()] += 1
            elif word.islower():
                self.small[word] += 1

    def common(self) -> set[str]:
        german = {w for w, count in self.outside.items() if count > 1 and count >= 4 * self.inside[w]}
        small = {word for word, count in self.small.items() if count > 1}
        return {word for word in german | small | set(_WORDS_TOO.split()) if len(word) > 1}


def _common(data: Path, more: Path | None) -> set[str]:
    counts = _Counts()
    for name in (*_ANNOTATED, "ler_de"):
        for row in _rows(data / "ner" / "train" / f"{name}.jsonl.gz"):
            named = sorted((e["start"], e["end"], e["label"] == "PER") for e in row["entities"])
            counts.add(row["text"], named, name == "ler_de" or row["lang"] == "de")
    for name, keys in _PLAIN_TEXTS.items():
        for row in _rows(data / "docs" / f"{name}.jsonl.gz"):
            for key in keys:
                text = (
                    row[key] if isinstance(row[key], str) else " ".join(turn["content"] for turn in row[key])
                )
                counts.add(text, [], german=False)
    for name, samples in (more_samples(more) if more else {}).items():
        for sample in samples if name != "smartdata" else ():
            named = [(span.start, span.end, span.label == "PERSON") for span in sample.spans]
            counts.add(sample.text, named, german=True)
    generator = Generator(data, 5)
    for sample in [generator.document() for _ in range(_DOCUMENTS)]:
        named = [(span.start, span.end, span.label == "PERSON") for span in sample.spans]
        counts.add(sample.text, named, german=False)
    return counts.common()


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)
