"""What kind of document it is, from its words, its layout and the form of its file.

A trained head weighs the features of `classify_features` and the words; a document whose best class stays below the head's
floor, or that shows as much of two, is "unknown" rather than a guess. Where no head is installed, the scores of
the cues in `cues` go through a softmax instead.
"""

from __future__ import annotations

import math
import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

from app.analysis.understanding.classify_evidence import evidence
from app.analysis.understanding.classify_features import feature_names, title_patterns
from app.analysis.understanding.cues import BODY_CUES
from app.documents import Category, Document
from app.documents.errors import ModelError
from app.models.classifier import Classifier, bundled_classifier

Floats = NDArray[np.float32]

UNKNOWN = "unknown"
LABELS = (*BODY_CUES, "presentation", "spreadsheet")

_HEAD, _TAIL, _TITLE_LINES = 6000, 1500, 8
_TITLE_WEIGHT = 3.2
_TEMPERATURE = 1.1
_FLOOR = 2.4
"""Score that "unknown" has without a head: a class must show more than this."""
_MAX_REPEATS = 4
_MARGIN = 0.03
"""Two classes closer than this are no answer."""
_LEAST_LETTERS, _LEAST_WORDS = 20, 5
_WORD = re.compile(r"[^\W\d_]+")
_FORMATS = {
    "eml": ("email", 7.0),
    "msg": ("email", 7.0),
    "pptx": ("presentation", 5.5),
    "odp": ("presentation", 5.5),
    "xlsx": ("spreadsheet", 4.5),
    "ods": ("spreadsheet", 4.5),
    "csv": ("spreadsheet", 5.5),
}
"""What a file's format says by itself, in log odds."""
_DOUBT = 0.1
"""How far a text that seems sure of its class is doubted where the file's form says otherwise."""


def classify(document: Document) -> Category:
    """The class with its probability and the runners-up. Raises ModelError where the shipped head is damaged."""
    if not _says_something(document):
        return Category(UNKNOWN, 1.0)
    head = bundled_classifier()
    return _by_cues(document) if head is None else _by_head(document, head)


def _says_something(document: Document) -> bool:
    """Enough letters, and where the form of the file says nothing, more than the same few words again and again."""
    start = document.text[:_HEAD]
    if sum(c.isalpha() for c in start) < _LEAST_LETTERS:
        return False
    return document.source.format in _FORMATS or len(set(_WORD.findall(start.lower()))) >= _LEAST_WORDS


def _by_head(document: Document, head: Classifier) -> Category:
    if head.names != feature_names():
        raise ModelError("The document classifier belongs to another version. Install Cloister again.")
    shares = _by_form(document.source.format, head, head.probabilities(evidence(head, document.text)))
    ranked = sorted(zip(head.labels, map(float, shares), strict=True), key=lambda entry: -entry[1])
    return _answer(ranked, head.floors[head.labels.index(ranked[0][0])])


def _by_form(format_name: str, head: Classifier, shares: Floats) -> Floats:
    """The shares after the form of the file has spoken, which no text may silence and against which none is unknown."""
    if format_name not in _FORMATS:
        return shares
    label, odds = _FORMATS[format_name]
    weighed = (1 - _DOUBT) * shares + _DOUBT / len(shares)
    weighed[head.labels.index(label)] *= math.exp(odds)
    weighed[head.labels.index(UNKNOWN)] *= math.exp(-odds)
    return np.asarray(weighed / weighed.sum(), dtype=np.float32)


def _by_cues(document: Document) -> Category:
    text = document.text
    scores = dict.fromkeys(LABELS, 0.0)
    if document.source.format in _FORMATS:
        label, odds = _FORMATS[document.source.format]
        scores[label] += odds
    head, tail = text[:_HEAD], text[-_TAIL:] if len(text) > _HEAD else ""
    sample = f"{head}\n{tail}"
    for label, cues in _body_patterns().items():
        for weight, pattern in cues:
            hits = min(
                _MAX_REPEATS, sum(1 for _ in zip(range(_MAX_REPEATS), pattern.finditer(sample), strict=False))
            )
            scores[label] += weight * math.sqrt(hits)
    for label, score in _title_scores(head).items():
        scores[label] += score
    ranked = sorted([*scores.items(), (UNKNOWN, _FLOOR)], key=lambda entry: -entry[1])
    weights = [math.exp((score - ranked[0][1]) / _TEMPERATURE) for _, score in ranked]
    return _answer(
        [(label, weight / sum(weights)) for (label, _), weight in zip(ranked, weights, strict=True)], 0.0
    )


def _title_scores(head: str) -> dict[str, float]:
    """A line at the top that reads like a title; the higher up the better."""
    lines = [line.strip(' #*=-_:\t"“”') for line in head.splitlines() if line.strip()][:_TITLE_LINES]
    scores: dict[str, float] = {}
    for position, line in enumerate(lines):
        if len(line) > 90:
            continue
        for label, pattern in title_patterns().items():
            found = pattern.search(line)
            if found is None:
                continue
            share = len(found.group()) / len(line)
            score = _TITLE_WEIGHT * (0.45 + 0.55 * share) * (1.0 - 0.06 * position)
            scores[label] = max(scores.get(label, 0.0), score)
    return scores


def _answer(ranked: list[tuple[str, float]], floor: float) -> Category:
    """The first of the classes, best first, unless it is too weak or the second is as good."""
    (label, share), runner_up = ranked[0], ranked[1]
    if label != UNKNOWN and (share < floor or share - runner_up[1] < _MARGIN):
        return Category(UNKNOWN, 1.0 - share, tuple(ranked[:3]))
    return Category(label, share, tuple((name, value) for name, value in ranked[1:4] if value >= 0.02))


@cache
def _body_patterns() -> dict[str, tuple[tuple[float, re.Pattern[str]], ...]]:
    return {
        label: tuple((weight, re.compile(pattern, re.IGNORECASE)) for weight, pattern in cues)
        for label, cues in BODY_CUES.items()
    }
