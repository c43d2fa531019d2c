"""What kind of document it is, from its words and from the form of its file.

Scores of the cues in `cues` go through a softmax; a document that shows too little of any class, or as
much of two, is "unknown" rather than a guess.
"""

from __future__ import annotations

import math
import re
from functools import cache

from app.analysis.understanding.cues import BODY_CUES, TITLE_CUES
from app.documents import Category, Document

UNKNOWN = "unknown"
LABELS = (*BODY_CUES, "presentation", "spreadsheet")

_HEAD, _TAIL, _TITLE_LINES = 6000, 1500, 8
_TITLE_WEIGHT = 3.2
_TEMPERATURE = 1.1
_FLOOR = 2.4
"""Score that "unknown" has: a class must show more than this."""
_MAX_REPEATS = 4


def classify(document: Document) -> Category:
    """The class with its probability and the runners-up."""
    text = document.text
    if sum(c.isalpha() for c in text[:2000]) < 20:
        return Category(UNKNOWN, 1.0)
    scores = dict.fromkeys(LABELS, 0.0)
    for label, score in _format_scores(document).items():
        scores[label] += score
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
    return _decide(scores)


def _title_scores(head: str) -> dict[str, float]:
    """A line at the top that reads like a title; the higher up the better."""
    lines = [line.strip(' #*=-_:\t"“”') for line in head.splitlines() if line.strip()][:_TITLE_LINES]
    scores: dict[str, float] = {}
    for position, line in enumerate(lines):
        if len(line) > 90:
            continue
        for label, pattern in _title_patterns().items():
            found = pattern.search(line)
            if found is None:
                continue
            share = len(found.group()) / len(line)
            score = _TITLE_WEIGHT * (0.45 + 0.55 * share) * (1.0 - 0.06 * position)
            scores[label] = max(scores.get(label, 0.0), score)
    return scores


def _format_scores(document: Document) -> dict[str, float]:
    """What the file's format says by itself."""
    by_format = {
        "eml": {"email": 6.0},
        "msg": {"email": 6.0},
        "pptx": {"presentation": 5.0},
        "odp": {"presentation": 5.0},
        "xlsx": {"spreadsheet": 3.5},
        "ods": {"spreadsheet": 3.5},
        "csv": {"spreadsheet": 4.0},
    }
    return by_format.get(document.source.format, {})


def _decide(scores: dict[str, float]) -> Category:
    ranked = sorted([*scores.items(), (UNKNOWN, _FLOOR)], key=lambda entry: -entry[1])
    top = ranked[0][1]
    weights = [math.exp((score - top) / _TEMPERATURE) for _, score in ranked]
    total = sum(weights)
    shares = [(label, weight / total) for (label, _), weight in zip(ranked, weights, strict=True)]
    (label, share), runner_up = shares[0], shares[1]
    if label != UNKNOWN and share - runner_up[1] < 0.05:
        return Category(UNKNOWN, 1.0 - share, tuple(shares[:3]))
    alternatives = tuple((name, value) for name, value in shares[1:4] if value >= 0.02)
    return Category(label, share, alternatives)


@cache
def _body_patterns() -> dict[str, tuple[tuple[float, re.Pattern[str]], ...]]:
    return {
        label: tuple((weight, re.compile(pattern, re.IGNORECASE)) for weight, pattern in cues)
        for label, cues in BODY_CUES.items()
    }


@cache
def _title_patterns() -> dict[str, re.Pattern[str]]:
    return {
        label: re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)
        for label, patterns in TITLE_CUES.items()
        if patterns
    }
