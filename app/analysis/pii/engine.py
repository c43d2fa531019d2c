"""Everything that finds what is private, behind Presidio's analyser.

Presidio runs the recognisers over pieces of the text (its context search is quadratic in the length of a
piece) and lifts scores where context words stand beside a hit; the bundled model has read the whole text
once and joins in afterwards, then tables, then further mentions of the names found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from app.analysis.pii import numbers, people, places, reach, times
from app.analysis.pii.columns import find_in_columns
from app.analysis.pii.coreference import find_again
from app.analysis.pii.hits import LANGUAGE, FinderRecognizer, Hit
from app.analysis.pii.merge import NEURAL, Stretches, resolve, tidy
from app.analysis.pii.neural import NeuralFinder
from app.analysis.pii.nlp import WordsNlpEngine
from app.analysis.pii.plain_words import plain_words, without_plain_words
from app.analysis.pii.presidio import AnalyzerEngine, RecognizerRegistry, RecognizerResult
from app.analysis.pii.titles import find_titles
from app.documents import ENTITY_TYPES, BlockKind, Document, Entity, Source
from app.models import EncodedText, ModelBundle

_PIECE = 4000
_OVERLAP = 200
_BORDER = re.compile(r"\n\s*\n|\n|(?<=[.!?])\s|\s")
_LOWEST = 0.3
"""Hits below this are noise even for a careful reviewer."""


class PiiEngine:
    """Finds what is private in documents and texts. Build one per process: start-up costs about a second."""

    def __init__(self, bundle: ModelBundle | None = None) -> None:
        self._finders = [
            FinderRecognizer("people", people.find_people, ["PERSON"]),
            FinderRecognizer("organisations", places.find_organisations, ["ORGANIZATION"]),
            FinderRecognizer("addresses", places.find_addresses, ["STREET_ADDRESS"]),
            FinderRecognizer("mail and web", reach.find_mail_and_web, ["EMAIL_ADDRESS", "URL"]),
            FinderRecognizer("network", reach.find_network_addresses, ["IP_ADDRESS", "MAC_ADDRESS"]),
            FinderRecognizer("phone", reach.find_phones, ["PHONE_NUMBER"]),
            FinderRecognizer("dates", times.find_dates, ["DATE_TIME", "DATE_OF_BIRTH"]),
            FinderRecognizer("ages", times.find_ages, ["AGE"]),
            FinderRecognizer("numbers", numbers.find_numbers, list(ENTITY_TYPES)),
            FinderRecognizer("labels", numbers.find_labelled, list(ENTITY_TYPES)),
        ]
        registry = RecognizerRegistry(recognizers=list(self._finders), supported_languages=[LANGUAGE])
        self._analyzer = AnalyzerEngine(
            registry=registry, nlp_engine=WordsNlpEngine(LANGUAGE), supported_languages=[LANGUAGE]
        )
        self._neural = NeuralFinder(bundle) if bundle is not None else None

    def find_text(self, text: str, language: str = "und", encoded: EncodedText | None = None) -> list[Entity]:
        """Findings in a plain text, sorted, without overlaps."""
        document = Document(Source("", "", 0, "text/plain", "text"), text)
        return self.find(document, language, encoded)

    def find(
        self,
        document: Document,
        language: str = "und",
        encoded: EncodedText | None = None,
        patterns: list[Entity] | None = None,
    ) -> list[Entity]:
        """Findings in a document, sorted, without overlaps. `encoded` is the bundle's encoding of its text, `patterns`
        what `self.patterns` found in it; what is not given is computed here."""
        text = document.text
        found = [*(self.patterns(text, language) if patterns is None else patterns)]
        if self._neural is not None and self._neural.tagger is not None:
            tagged = self._neural.tag(text, encoded, language)
            found = list(without_plain_words(text, found, tagged, self._neural.tagger, language))
            found += [_entity(text, hit, NEURAL) for hit in self._neural.find(text, tagged, language)]
        found += [_entity(text, hit, "columns") for hit in find_in_columns(document, self._is_plain)]
        found += _authors(document, self._is_plain)
        dull = _technical(document)
        found = [
            entity
            for entity in tidy(text, found)
            if entity.score >= _LOWEST and not any(low <= entity.start < high for low, high in dull)
        ]
        first = resolve(text, found)
        people = Stretches((e.start, e.end) for e in first if e.type == "PERSON")
        again = [
            _entity(text, hit, "coreference")
            for hit in find_again(text, first, self._is_plain, language)
            # "Ann Lee, Bo Kim" holds no "Lee, Bo"
            if hit.type != "PERSON" or people.touching(hit.start, hit.end) < 2
        ]
        names = resolve(text, tidy(text, [*found, *again]))
        return sorted([*names, *find_titles(text, names)], key=lambda entity: entity.start)

    def _is_plain(self, word: str) -> bool:
        tagger = self._neural.tagger if self._neural is not None else None
        return tagger is not None and plain_words([word], tagger)[0]

    def patterns(self, text: str, language: str = "und") -> list[Entity]:
        """What Presidio and its recognisers find without the model, before findings are weighed against each other."""
        return list(self._presidio(text, language))

    def _presidio(self, text: str, language: str) -> Iterator[Entity]:
        for finder in self._finders:
            finder.document_language = language
        seen: set[tuple[str, int, int]] = set()
        for start, end in _pieces(text):
            results: list[RecognizerResult] = self._analyzer.analyze(
                text[start:end], language=LANGUAGE, return_decision_process=True
            )
            for result in results:
                key = (result.entity_type, start + result.start, start + result.end)
                if key not in seen:
                    seen.add(key)
                    yield _from_presidio(text, result, start)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Spans of at most a piece's length, cut at paragraphs, lines or blanks, overlapping a little."""
    start = 0
    while start < len(text):
        end = min(len(text), start + _PIECE)
        if end < len(text):
            borders = [m.start() for m in _BORDER.finditer(text, end - _OVERLAP, end)]
            end = borders[-1] if borders else end
        yield start, end
        if end >= len(text):
            return
        start = max(start + 1, end - _OVERLAP)


def _from_presidio(text: str, result: RecognizerResult, offset: int) -> Entity:
    why = result.analysis_explanation
    start, end = offset + result.start, offset + result.end
    parts = [why.textual_explanation or "" if why else ""]
    if why and why.supportive_context_word:
        parts.append(f"near the word “{why.supportive_context_word}”")
    name = why.recognizer if why else "presidio"
    return Entity(
        result.entity_type,
        start,
        end,
        text[start:end],
        float(result.score),
        name,
        "; ".join(filter(None, parts)),
    )


def _entity(text: str, hit: Hit, recognizer: str) -> Entity:
    return Entity(hit.type, hit.start, hit.end, text[hit.start : hit.end], hit.score, recognizer, hit.why)


_PROGRAM_WORDS = re.compile(
    r"anonymous|unspecified|untitled|user|admin|administrator|microsoft|adobe|libreoffice|reportlab|python|\d",
    re.IGNORECASE,
)
_TECHNICAL_FIELD = re.compile(
    r"date|time|created$|modified$|producer|version|generator|program|application|software|trapped|revision|template",
    re.IGNORECASE,
)
_DECLARED_NAME = re.compile(r"(?m)^name: (?P<name>\w+)$")
_DECLARATION = re.compile(r"(?m)^valueType: ")
"""XMP declares the properties that it adds: "name: DocumentFileName", "valueType: Text"."""
_NEAR = 200
_PERSONAL_FIELD = re.compile(
    r"author|creator|modified ?by|manager|owner|artist|copyright|by-?line|from|initials", re.IGNORECASE
)


def _technical(document: Document) -> list[tuple[int, int]]:
    """Where a file's properties tell of programs and clocks: "D:20240312101500+00'00'" is nobody's number."""
    properties = [block for block in document.blocks if block.kind is BlockKind.METADATA]
    spans = [(block.start, block.end) for block in properties if _TECHNICAL_FIELD.search(block.place)]
    for block in properties:
        spans += [
            match.span("name")
            for match in _DECLARED_NAME.finditer(document.text, block.start, block.end)
            if _DECLARATION.search(
                document.text, max(block.start, match.start() - _NEAR), min(block.end, match.end() + _NEAR)
            )
        ]
    return spans


def _authors(document: Document, is_plain: Callable[[str], bool]) -> list[Entity]:
    """Authors and the like in a file's properties are people or offices: "Kreditbank Süd", "HR Department"."""
    found = []
    for block in document.blocks:
        if block.kind is not BlockKind.METADATA or not _PERSONAL_FIELD.search(block.place):
            continue
        value = document.text[block.start : block.end].strip()
        if len(value.split()) > 1 and len(value) < 80 and not _PROGRAM_WORDS.search(value):
            start = block.start + document.text[block.start : block.end].index(value)
            office = any(is_plain(word) for word in value.split())
            found.append(
                Entity(
                    "ORGANIZATION" if office else "PERSON",
                    start,
                    start + len(value),
                    value,
                    0.75,
                    "properties",
                    "the file names its author",
                )
            )
    return found
