"""What customers feel: each sentence between blame and praise, and what that makes of the whole text."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from app.analysis.understanding.salience_sentences import Sentence, sentences
from app.analysis.understanding.valence import knows, valence
from app.analysis.understanding.valence_words import LANGUAGES
from app.documents import Document
from app.models import EncodedText
from app.models.sentiment import Floats, SentimentHead

LABELS = ("positive", "mixed", "neutral", "negative")
MEASURED = 6
_CLEAR = 0.45
"""A sentence beyond this says something; below it, it is neutral."""
_SILENT = 0.75
"""The same for a sentence without any word of praise or blame."""
_TEXT = 0.2
_MOST = 400
"""Sentences of one text that are judged."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One sentence and its score between -1 (blames) and 1 (praises); 0 where it does neither."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Sentiment:
    """What a text says as a whole: "unknown" where there is nothing to judge it by."""

    label: str
    score: float
    sentences: tuple[Judged, ...] = ()


def measured(text: str, language: str) -> list[float]:
    """What the head reads besides the vector."""
    found = valence(text, language)
    return [
        found.good / 2,
        found.bad / 2,
        found.balance * 2,
        math.log1p(found.words),
        float("!" in text),
        float("?" in text),
    ]


def sentiment(
    document: Document, language: str, encoded: EncodedText | None = None, head: SentimentHead | None = None
) -> Sentiment:
    """English goes through the head where there is one; other languages by their words alone."""
    found = [sentence for sentence in sentences(document, 1) if _says_something(document, sentence)][:_MOST]
    if not found or language not in LANGUAGES or not knows(document.text, language):
        return Sentiment("unknown", 0.0)
    texts = [document.text[one.body : one.end] for one in found]
    if head is not None and encoded is not None and language == "en":
        vectors = encoded.pooled([(one.body, one.end) for one in found])
        scores = judged_by_head(texts, vectors, head)
    else:
        scores = [judged_by_words(text, language) for text in texts]
    judged = tuple(
        Judged(one.body, one.end, round(score, 4)) for one, score in zip(found, scores, strict=True)
    )
    return _whole(judged)


def judged_by_words(text: str, language: str) -> float:
    """The score of one sentence from its words."""
    balance = valence(text, language).balance
    return math.tanh(2.2 * balance)


def judged_by_head(texts: list[str], vectors: Floats, head: SentimentHead) -> list[float]:
    """Scores of English sentences; what is not clear is 0."""
    rows = np.array([measured(text, "en") for text in texts], dtype=np.float32)
    scores = []
    for score, row in zip(head.scores(vectors, rows), rows, strict=True):
        known = row[0] > 0 or row[1] > 0
        scores.append(float(score) if abs(score) >= (_CLEAR if known else _SILENT) else 0.0)
    return scores


def _says_something(document: Document, sentence: Sentence) -> bool:
    return sum(character.isalpha() for character in document.text[sentence.body : sentence.end]) >= 2


def _whole(judged: tuple[Judged, ...]) -> Sentiment:
    said = [one.score for one in judged if one.score]
    if not said:
        return Sentiment("neutral", 0.0, judged)
    mean = sum(said) / len(said)
    high, low = max(said), min(said)
    if abs(mean) < _TEXT and high > 0 > low:
        return Sentiment("mixed", round(mean, 4), judged)
    if abs(mean) < _TEXT:
        return Sentiment("neutral", round(mean, 4), judged)
    return Sentiment("positive" if mean > 0 else "negative", round(mean, 4), judged)
