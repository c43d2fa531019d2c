"""Read the training and development sets into samples with one common set of types.

A set annotates some types only. What it leaves open is written down (`open_types`), and the loss sums over
every tag that the annotation allows, so a set never teaches that a type it ignores is not there.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

TYPES = (
    "PERSON", "ORGANIZATION", "LOCATION", "STREET_ADDRESS", "DATE_TIME", "AGE", "NRP",
    "PHONE_NUMBER", "EMAIL_ADDRESS", "ID", "ACCOUNT_NUMBER", "USERNAME",
)  # fmt: skip
NUMERIC = frozenset(
    {"STREET_ADDRESS", "AGE", "PHONE_NUMBER", "EMAIL_ADDRESS", "ID", "ACCOUNT_NUMBER", "USERNAME"}
)
ALL_BUT_NAMES = frozenset(TYPES) - {"PERSON", "ORGANIZATION", "LOCATION"}


@dataclass(frozen=True, slots=True)
class Span:
    """Gold at `[start, end)`. A label with a question mark leaves open whether it is there: "?NRP|LOCATION"."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with gold spans; `open_types` are those that its set does not annotate."""

    text: str
    spans: tuple[Span, ...]
    open_types: frozenset[str] = frozenset()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Corpus:
    """How a set's labels read in ours, and how much of it goes into one epoch."""

    name: str
    labels: dict[str, str]
    open_types: frozenset[str] = ALL_BUT_NAMES
    keep: float = 1.0
    """Share of the set drawn for an epoch; 2.0 draws it twice."""
    join: bool = True
    """Whether neighbouring sentences may be joined to longer texts."""
    per_language: int = 0
    options: dict[str, Any] = field(default_factory=dict)


_COARSE = {"PER": "PERSON", "ORG": "ORGANIZATION", "LOC": "LOCATION", "MISC": "?NRP"}
_CROSSNER = {
    **dict.fromkeys(("person", "politician", "writer", "scientist", "musicalartist", "researcher"), "PERSON"),
    **dict.fromkeys(("organisation", "politicalparty", "band", "university"), "ORGANIZATION"),
    "location": "LOCATION", "country": "LOCATION", "misc": "?NRP", "academicjournal": "?ORGANIZATION",
    "product": "?ORGANIZATION", "event": "?LOCATION",
}  # fmt: skip
_PRESIDIO = {
    "PERSON": "PERSON", "ORGANIZATION": "ORGANIZATION", "LOCATION": "LOCATION", "GPE": "LOCATION",
    "ADDRESS": "STREET_ADDRESS", "STREET_ADDRESS": "STREET_ADDRESS", "ZIP_CODE": "STREET_ADDRESS",
    "DATE_TIME": "DATE_TIME", "PHONE_NUMBER": "PHONE_NUMBER", "EMAIL_ADDRESS": "EMAIL_ADDRESS",
    "CREDIT_CARD": "ACCOUNT_NUMBER", "IBAN_CODE": "ACCOUNT_NUMBER", "US_SSN": "ID", "US_DRIVER_LICENSE": "ID",
    "AGE": "AGE", "NRP": "NRP", "NATIONALITY": "NRP", "TITLE": "?PERSON", "PREFIX": "?PERSON",
}  # fmt: skip
_MEDDOCAN = {
    "NOMBRE_SUJETO_ASISTENCIA": "PERSON", "NOMBRE_PERSONAL_SANITARIO": "PERSON", "TERRITORIO": "LOCATION",
    "PAIS": "LOCATION", "CALLE": "STREET_ADDRESS", "HOSPITAL": "ORGANIZATION", "INSTITUCION": "ORGANIZATION",
    "CENTRO_SALUD": "ORGANIZATION", "FECHAS": "DATE_TIME", "EDAD_SUJETO_ASISTENCIA": "AGE",
    "ID_SUJETO_ASISTENCIA": "ID", "ID_ASEGURAMIENTO": "ID", "ID_TITULACION_PERSONAL_SANITARIO": "ID",
    "ID_CONTACTO_ASISTENCIAL": "ID", "ID_EMPLEO_PERSONAL_SANITARIO": "ID", "CORREO_ELECTRONICO": "EMAIL_ADDRESS",
    "NUMERO_TELEFONO": "PHONE_NUMBER", "NUMERO_FAX": "PHONE_NUMBER", "OTROS_SUJETO_ASISTENCIA": "?ID|NRP",
}  # fmt: skip
_ECHR = {
    "PER": "PERSON", "LEGAL_PROFESSIONAL": "PERSON", "ORG": "ORGANIZATION", "LOC": "LOCATION", "DATE": "DATE_TIME",
    "DATETIME": "DATE_TIME", "TIME": "DATE_TIME", "CODE": "?ID", "DEM": "?NRP|AGE", "MISC": "?NRP|ORGANIZATION",
    "QUANTITY": "?AGE",
}  # fmt: skip
_WNUT = {
    "person": "PERSON", "corporation": "ORGANIZATION", "group": "ORGANIZATION", "location": "LOCATION",
    "creative-work": "?ORGANIZATION", "product": "?ORGANIZATION",
}  # fmt: skip
_GERMEVAL = {
    "PER": "PERSON", "ORG": "ORGANIZATION", "LOC": "LOCATION",
    **{f"{coarse}{kind}": "?NRP|LOCATION|PERSON|ORGANIZATION" for coarse in ("PER", "ORG", "LOC") for kind in ("deriv", "part")},
}  # fmt: skip

TRAINING = (
    Corpus("presidio_synth", _PRESIDIO, frozenset({"USERNAME"}), keep=2.0, join=False),
    Corpus("meddocan", _MEDDOCAN, frozenset({"NRP", "ACCOUNT_NUMBER"}), keep=0.4),
    Corpus("wnut17", _WNUT, keep=2.0, join=False),
    Corpus("btc", _COARSE, keep=1.2, join=False),
    Corpus("wikigold", _COARSE, keep=2.0),
    Corpus("crossner", _CROSSNER, keep=1.0, join=False),
    Corpus("uner_pt_bosque", _COARSE, keep=1.0),
    Corpus("secfin", _COARSE, keep=0.7),
    Corpus("echr_fr_es", _ECHR, frozenset({"STREET_ADDRESS", "PHONE_NUMBER", "EMAIL_ADDRESS", "NRP", "AGE"}), keep=0.3),
    Corpus("ler_de", {"DATE": "DATE_TIME", "DURATION": "?DATE_TIME", "TIME": "DATE_TIME", "SET": "?DATE_TIME"},
           frozenset(TYPES) - {"DATE_TIME"}, keep=0.012),
    Corpus("wikiann", _COARSE, keep=1.0, per_language=4000),
)  # fmt: skip
PARTED = {"germeval14": 4, "uner_en_ewt": 4}
"""Development sets with no training part of their own: three quarters, chosen by the text, train from the third
round on and are drawn so many times; the last quarter is the development set."""
THIRD_KEEP = {
    "presidio_synth": 3.0, "wnut17": 3.0, "btc": 2.0, "uner_pt_bosque": 1.5, "secfin": 0.4, "ler_de": 0.006,
}  # fmt: skip
THIRD_PER_LANGUAGE = 2500
FOURTH_KEEP = {
    "presidio_synth": 2.0, "meddocan": 0.25, "wnut17": 3.0, "btc": 1.5, "wikigold": 1.0, "crossner": 0.6,
    "uner_pt_bosque": 1.2, "secfin": 0.3, "echr_fr_es": 0.15, "ler_de": 0.004,
}  # fmt: skip
FOURTH_PER_LANGUAGE = 1200
FIFTH_KEEP = {
    "presidio_synth": 1.5, "meddocan": 0.25, "wnut17": 3.0, "btc": 1.5, "wikigold": 1.0, "crossner": 0.7,
    "uner_pt_bosque": 1.0, "secfin": 0.3, "echr_fr_es": 0.15, "ler_de": 0.004,
}  # fmt: skip
FIFTH_PER_LANGUAGE = 1500
SIXTH_KEEP = {
    "presidio_synth": 1.0, "meddocan": 0.25, "wnut17": 2.5, "btc": 1.5, "wikigold": 0.7, "crossner": 0.5,
    "uner_pt_bosque": 1.0, "secfin": 0.2, "echr_fr_es": 0.15, "ler_de": 0.003,
}  # fmt: skip
SIXTH_PER_LANGUAGE = 700
DEVELOPMENT = {
    "uner_en_ewt": _COARSE, "wnut17": _WNUT, "btc": _COARSE, "germeval14": _GERMEVAL, "uner_pt_bosque": _COARSE,
    "crossner": _CROSSNER, "meddocan": _MEDDOCAN, "echr_fr_es": _ECHR, "wikiann": _COARSE,
}  # fmt: skip


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Rows of a gzip JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def to_sample(row: dict[str, Any], labels: dict[str, str], open_types: frozenset[str], source: str) -> Sample:
    """A row in our types: nested spans dropped, parts of one address joined."""
    text = row["text"]
    spans: list[Span] = []
    for entity in sorted(row["entities"], key=lambda e: (e["start"], -e["end"])):
        label = labels.get(entity["label"])
        if label is None or entity["end"] <= entity["start"] or (spans and entity["start"] < spans[-1].end):
            continue
        span = Span(entity["start"], entity["end"], label)
        if (
            spans
            and label == spans[-1].label == "STREET_ADDRESS"
            and not text[spans[-1].end : span.start].strip(" ,\n")
        ):
            spans[-1] = replace(spans[-1], end=span.end)
        else:
            spans.append(span)
    return Sample(text, tuple(spans), open_types, source)


def third_corpora() -> tuple[Corpus, ...]:
    """The sets of the third round: more of what people annotated, less of what a program did."""
    return _weighted(THIRD_KEEP, THIRD_PER_LANGUAGE)


def fourth_corpora() -> tuple[Corpus, ...]:
    """The sets of the fourth round: a refresher of everything, room for new sets."""
    return _weighted(FOURTH_KEEP, FOURTH_PER_LANGUAGE)


def fifth_corpora() -> tuple[Corpus, ...]:
    """The sets of the fifth round: another draw, with more of the silver sentences of seven languages."""
    return _weighted(FIFTH_KEEP, FIFTH_PER_LANGUAGE)


def sixth_corpora() -> tuple[Corpus, ...]:
    """The sets of the sixth round: a little of everything beside the treebanks."""
    return _weighted(SIXTH_KEEP, SIXTH_PER_LANGUAGE)


def _weighted(keep: dict[str, float], per_language: int) -> tuple[Corpus, ...]:
    return tuple(
        replace(
            corpus,
            keep=keep.get(corpus.name, corpus.keep),
            per_language=per_language if corpus.per_language else 0,
        )
        for corpus in TRAINING
    )


def parted_samples(data: Path, seed: int) -> list[Sample]:
    """The training parts of the sets in PARTED, as whole texts."""
    out: list[Sample] = []
    for name, times in PARTED.items():
        random_source = random.Random(f"{seed}-{name}")
        rows = [row for row in read_rows(data / "ner" / "dev" / f"{name}.jsonl.gz") if _trains(row)]
        samples = [to_sample(row, DEVELOPMENT[name], ALL_BUT_NAMES, name) for row in rows]
        pieces = [piece for sample in samples for piece in split_lines(sample)]
        for _ in range(times):
            out.extend(join_neighbours(pieces, random_source))
    return out


def _trains(row: dict[str, Any]) -> bool:
    return zlib.crc32(row["text"].encode("utf-8")) % 4 != 1


def training_samples(data: Path, seed: int, corpora: tuple[Corpus, ...] = TRAINING) -> list[Sample]:
    """One epoch's draw of every set, as whole texts."""
    out: list[Sample] = []
    for corpus in corpora:
        random_source = random.Random(f"{seed}-{corpus.name}")
        rows = list(read_rows(data / "ner" / "train" / f"{corpus.name}.jsonl.gz"))
        if corpus.per_language:
            rows = _per_language(rows, corpus.per_language, random_source)
        samples = [to_sample(row, corpus.labels, corpus.open_types, corpus.name) for row in rows]
        pieces = [piece for sample in samples for piece in split_lines(sample)]
        if corpus.join:
            pieces = join_neighbours(pieces, random_source)
        whole, rest = int(corpus.keep), corpus.keep % 1
        out.extend(pieces * whole)
        out.extend(random_source.sample(pieces, int(len(pieces) * rest)))
    return out


_GERMAN_NAMES_LIKELY = re.compile(
    r"gericht|amt\b|GmbH|\bAG\b|Senat|Kammer|Bund|Land|Universität|Verband|Gesellschaft|\b[A-ZÄÖÜ]\.|\b[A-Z]{2,}\b|"
    r"Herrn?\b|Frau\b|Dr\.|Prof\.|Richter|Rn\.|\.\.\.|…|burg\b|stadt\b|Deutsch|Europ|Staat|Minister|Behörde|Stadt|Verein|Partei"
)


def quiet_german(data: Path, seed: int, count: int, known: set[str]) -> list[Sample]:
    """German court sentences in which nothing hints at a name: German capitalises every noun, names or not.

    `known` holds lower-cased names of people and places; a sentence with one of them is left out.
    """
    labels = {"DATE": "DATE_TIME", "DURATION": "?DATE_TIME", "TIME": "DATE_TIME", "SET": "?DATE_TIME"}
    rows = [
        row
        for row in read_rows(data / "ner" / "train" / "ler_de.jsonl.gz")
        if 30 < len(row["text"]) < 260
        and not _GERMAN_NAMES_LIKELY.search(row["text"])
        and not any(word.lower() in known for word in re.findall(r"\b[A-ZÄÖÜ]\w+", row["text"]))
    ]
    chosen = random.Random(f"{seed}-quiet").sample(rows, min(count, len(rows)))
    return [to_sample(row, labels, frozenset(), "quiet_german") for row in chosen]


def _per_language(
    rows: list[dict[str, Any]], limit: int, random_source: random.Random
) -> list[dict[str, Any]]:
    by_language: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_language.setdefault(row["lang"], []).append(row)
    kept: list[dict[str, Any]] = []
    for part in by_language.values():
        # Titles alone ("Bonn (Germany)") teach little; prefer sentences.
        part.sort(key=lambda row: len(row["text"]) < 30)
        sentences = part[: max(limit, len(part) // 2)]
        kept.extend(random_source.sample(sentences, min(limit, len(sentences))))
    return kept


def split_lines(sample: Sample, limit: int = 420) -> list[Sample]:
    """Pieces of at most about `limit` characters, cut between lines or sentences and never inside a span."""
    text = sample.text
    if len(text) <= limit:
        return [sample]
    inside = set()
    for span in sample.spans:
        inside.update(range(span.start + 1, span.end))
    cuts = [match.end() for match in re.finditer(r"\n|(?<=[.;:!?])\s|,\s", text) if match.end() not in inside]
    pieces: list[Sample] = []
    start = 0
    while start < len(text):
        if len(text) - start <= limit:
            end = len(text)
        else:
            fitting = [cut for cut in cuts if start < cut <= start + limit]
            lines = [cut for cut in fitting if text[cut - 1] == "\n" and cut > start + limit // 3]
            later = [cut for cut in cuts if cut > start]
            end = (lines or fitting or later[:1] or [len(text)])[-1]
        pieces.append(cut(sample, start, end))
        start = end
    return [piece for piece in pieces if piece.text.strip()]


def cut(sample: Sample, start: int, end: int) -> Sample:
    """The stretch `[start, end)` of a sample; spans that reach over its ends are clipped."""
    spans = tuple(
        Span(max(span.start, start) - start, min(span.end, end) - start, span.label)
        for span in sample.spans
        if span.start < end and span.end > start
    )
    return replace(sample, text=sample.text[start:end], spans=spans)


def joined(samples: list[Sample], separator: str) -> Sample:
    """Several samples as one text."""
    text, spans = "", []
    for sample in samples:
        if text:
            text += separator
        spans.extend(Span(span.start + len(text), span.end + len(text), span.label) for span in sample.spans)
        text += sample.text
    return replace(samples[0], text=text, spans=tuple(spans))


def join_neighbours(pieces: list[Sample], random_source: random.Random, limit: int = 420) -> list[Sample]:
    """Half of the pieces joined with those that follow: the program reads paragraphs, not lone sentences."""
    out: list[Sample] = []
    waiting: list[Sample] = []
    for piece in pieces:
        waiting.append(piece)
        if sum(len(one.text) for one in waiting) > limit * random_source.random():
            out.append(joined(waiting, random_source.choice((" ", " ", "\n"))))
            waiting = []
    if waiting:
        out.append(joined(waiting, " "))
    return out


def development_samples(data: Path, name: str, limit: int = 0) -> list[Sample]:
    """A development set, whole texts; `limit` 0 takes all."""
    rows = list(read_rows(data / "ner" / "dev" / f"{name}.jsonl.gz"))
    if name in PARTED:
        rows = [row for row in rows if not _trains(row)]
    if limit and len(rows) > limit:
        rows = random.Random(7).sample(rows, limit)
    return [to_sample(row, DEVELOPMENT[name], ALL_BUT_NAMES, name) for row in rows]
