"""Public sets beside DATA, read as their repositories hold them, from the fourth round of training on.

`--more FOLDER` of `build.py` names a folder with `smartdata/train.json.gz` (DFKI SmartData, version 1, CC BY 4.0),
`europeana/*.bio` (Europeana Newspapers NER, CC0), `ler/ler_dev.conll` (Legal Entity Recognition, CC BY 4.0) and, for
the sixth round, `biofid/dev.conll` (BIOfid, its development part, CC BY 4.0) and the treebanks of `treebanks.py`.
No test part of any of them is read.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from corpora import ALL_BUT_NAMES, Sample, Span, to_sample

_SMARTDATA = {
    "person": "PERSON", "organization": "ORGANIZATION", "organization-company": "ORGANIZATION",
    "org-position": "?NRP", "location": "LOCATION", "location-city": "LOCATION",
    "location-street": "?STREET_ADDRESS|LOCATION", "location-stop": "?LOCATION|ORGANIZATION|STREET_ADDRESS",
    "location-route": "?LOCATION|ORGANIZATION|STREET_ADDRESS",
}  # fmt: skip
_EUROPEANA = {
    "PER": "PERSON",
    "ORG": "ORGANIZATION",
    "LOC": "LOCATION",
    "MISC": "?ORGANIZATION",
    "BER": "?PERSON",
}
_LER = {
    "PER": "PERSON", "RR": "PERSON", "AN": "PERSON", "ORG": "ORGANIZATION", "UN": "ORGANIZATION",
    "INN": "ORGANIZATION", "GRT": "ORGANIZATION", "MRK": "?ORGANIZATION", "LD": "LOCATION", "ST": "LOCATION",
    "LDS": "LOCATION", "STR": "?STREET_ADDRESS|LOCATION",
}  # fmt: skip
_BIOFID = {"PER": "PERSON", "LOC": "LOCATION", "ORG": "ORGANIZATION", "OTHER": "?NRP|ORGANIZATION|LOCATION"}
"""OTHER holds "hannoversche" as well as titles of books."""
_NO_SPACE_BEFORE = frozenset(",.;:!?)]}%»")
_NO_SPACE_BEHIND = frozenset("([{«")
_LONGEST = 40
"""Tokens of a stretch of a set that has no sentences."""


def more_samples(folder: Path) -> dict[str, list[Sample]]:
    """Samples by set."""
    return {
        "smartdata": list(_smartdata(folder / "smartdata" / "train.json.gz")),
        "europeana": [
            sample
            for path in sorted((folder / "europeana").glob("*.bio"))
            for sample in _columns(path, _EUROPEANA, "europeana")
        ],
        "ler": list(_columns(folder / "ler" / "ler_dev.conll", _LER, "ler")),
    }


def biofid_samples(folder: Path) -> list[Sample]:
    """German papers on plants and animals of the last 150 years."""
    return list(_columns(folder / "biofid" / "dev.conll", _BIOFID, "biofid", width=4))


def smartdata_texts(path: Path) -> Iterator[tuple[str, str]]:
    """Text and kind ("news", "twitter", "rss") of each document."""
    for document in _smartdata_documents(path):
        yield document["text"]["string"], str(document["refids"]["map"].get("source", ""))


def _smartdata_documents(path: Path) -> Iterator[dict[str, Any]]:
    """JSON objects one behind the other, in the notation of Avro: a union's value lies under the name of its type."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        raw = stream.read()
    decoder, place = json.JSONDecoder(), 0
    while (place := raw.find("{", place)) >= 0:
        document, place = decoder.raw_decode(raw, place)
        yield document


def _smartdata(path: Path) -> Iterator[Sample]:
    for document in _smartdata_documents(path):
        mentions = (document["conceptMentions"] or {}).get("array", [])
        text = document["text"]["string"]
        entities = [{**mention["span"], "label": mention["type"]} for mention in mentions]
        sample = to_sample({"text": text, "entities": entities}, _SMARTDATA, ALL_BUT_NAMES, "smartdata")
        yield replace(sample, spans=tuple(_as_name(span, text) for span in sample.spans))


def _as_name(span: Span, text: str) -> Span:
    """SmartData marks "Germany's largest airline" and "Leipziger", too: whether those are names is left open."""
    words = text[span.start : span.end].split()
    described = any(word[:1].islower() and len(word) > 3 for word in words)
    if (span.label == "ORGANIZATION" and described) or (
        span.label == "LOCATION" and words[-1].endswith("er")
    ):
        return replace(span, label="?ORGANIZATION|LOCATION|NRP")
    return span


def _columns(path: Path, labels: dict[str, str], source: str, width: int = 2) -> Iterator[Sample]:
    """A token and its tag a line, the first and last of `width` columns; tags in IOB2, or IOB1 where a set has no B."""
    tokens: list[tuple[str, str]] = []
    for line in path.read_text("utf-8").splitlines():
        parts = line.split()
        ends = len(tokens) >= _LONGEST or (len(tokens) > 8 and tokens[-1][0] in (".", "!", "?"))
        if tokens and (ends or not parts):
            yield _joined(tokens, labels, source)
            tokens = []
        if len(parts) == width and (parts[-1] == "O" or parts[-1][:2] in ("B-", "I-")):
            tokens.append((parts[0], parts[-1]))
    if tokens:
        yield _joined(tokens, labels, source)


def _joined(tokens: Iterable[tuple[str, str]], labels: dict[str, str], source: str) -> Sample:
    """Tokens as running text."""
    text, spans, before = "", [], "O"
    for token, tag in tokens:
        glued = not text or token[0] in _NO_SPACE_BEFORE or text[-1] in _NO_SPACE_BEHIND
        text += "" if glued else " "
        kind = labels.get(tag[2:])
        if kind is not None and spans and tag[0] == "I" and before == tag[2:]:
            spans[-1] = replace(spans[-1], end=len(text) + len(token))
        elif kind is not None:
            spans.append(Span(len(text), len(text) + len(token), kind))
        before = tag[2:]
        text += token
        if kind is not None:
            spans[-1] = replace(spans[-1], end=len(text.rstrip(",.;:")))
    return Sample(text, tuple(spans), ALL_BUT_NAMES, source)
