"""Extractive summaries and key phrases.

Sentences are scored by how central they are (a random walk over word overlap, after Erkan and Radev's
LexRank, 2004) and by where they stand; a sentence that says again what was chosen is passed over
(maximal marginal relevance, Carbonell and Goldstein 1998). Nothing is written anew, so nothing can be wrong.
"""

from __future__ import annotations

import math
import re
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from app.analysis.understanding.stopwords import STOPWORDS
from app.documents import BlockKind, Document, Summary
from app.models import EncodedText

_SENTENCE = re.compile(r"[^\s.!?…][^.!?…\n]*(?:[.!?…](?![\s\"”»)])[^.!?…\n]*)*[.!?…]*[\"”»)]*")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_MAX_SENTENCES = 400
_LENGTH = 3
_REDUNDANCY = 0.5
_SKIPPED = (BlockKind.METADATA, BlockKind.ATTRIBUTE, BlockKind.LINK, BlockKind.CODE, BlockKind.MAIL_HEADER)


def summarize(document: Document, encoded: EncodedText | None = None, length: int = _LENGTH) -> Summary:
    """At most `length` sentences in the order in which they stand."""
    spans = _sentences(document)
    if len(spans) <= 1:
        return _summary(document.text, spans)
    bags = [_bag(document.text[start:end]) for start, end in spans]
    scores = _centrality(bags)
    for position in range(len(spans)):
        scores[position] *= 1.0 + 0.6 / (1.0 + position)
    return _summary(document.text, [spans[i] for i in sorted(_choose(scores, bags, length))])


def _summary(text: str, spans: list[tuple[int, int]]) -> Summary:
    shown = " ".join(re.sub(r"\s+", " ", text[start:end]) for start, end in spans)
    return Summary(shown, tuple(spans))


def _sentences(document: Document) -> list[tuple[int, int]]:
    """Spans that read as sentences, from running text only."""
    spans: list[tuple[int, int]] = []
    for start, end in _prose(document):
        for match in _SENTENCE.finditer(document.text, start, end):
            if len(_WORD.findall(match.group())) >= 5:
                spans.append(match.span())
                if len(spans) == _MAX_SENTENCES:
                    return spans
    return spans


def _prose(document: Document) -> list[tuple[int, int]]:
    blocks = [(b.start, b.end) for b in document.blocks if b.kind not in _SKIPPED]
    return blocks or [(0, len(document.text))]


def _bag(sentence: str) -> Counter[str]:
    return Counter(
        w for w in (m.lower() for m in _WORD.findall(sentence)) if len(w) > 2 and w not in STOPWORDS
    )


def _centrality(bags: list[Counter[str]]) -> NDArray[np.float64]:
    """Stationary distribution of a walk between sentences that share rare words; shape (sentences,)."""
    count = len(bags)
    seen = Counter(word for bag in bags for word in bag)
    weight = {word: math.log((1 + count) / (1 + hits)) + 1.0 for word, hits in seen.items()}
    index = {word: column for column, word in enumerate(seen)}
    vectors = np.zeros((count, max(1, len(index))))
    for row, bag in enumerate(bags):
        for word, hits in bag.items():
            vectors[row, index[word]] = hits * weight[word]
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors = np.divide(vectors, norms, out=np.zeros_like(vectors), where=norms > 0)
    alike = vectors @ vectors.T
    np.fill_diagonal(alike, 0.0)
    sums = alike.sum(axis=1, keepdims=True)
    moves = np.divide(alike, sums, out=np.full_like(alike, 1.0 / count), where=sums > 0)
    ranks = np.full(count, 1.0 / count)
    for _ in range(30):
        ranks = 0.15 / count + 0.85 * (ranks @ moves)
    return np.asarray(ranks, dtype=np.float64)


def _choose(scores: NDArray[np.float64], bags: list[Counter[str]], length: int) -> list[int]:
    chosen: list[int] = []
    for candidate in np.argsort(-scores).tolist():
        if all(_overlap(bags[candidate], bags[other]) < _REDUNDANCY for other in chosen):
            chosen.append(int(candidate))
        if len(chosen) == length:
            break
    return chosen


def _overlap(one: Counter[str], other: Counter[str]) -> float:
    shared = sum((one & other).values())
    return shared / max(1, min(sum(one.values()), sum(other.values())))


def keywords(text: str, language: str = "und", count: int = 10) -> list[str]:
    """Phrases of up to three words between stop words, by frequency and length (RAKE's idea)."""
    phrases: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for clause in re.split(r"[^\w\s'’-]+|\n", text[:100_000]):
        run: list[str] = []
        for word in [*clause.split(), ""]:
            plain = word.strip("'’-")
            if (
                plain
                and len(plain) > 2
                and plain.lower() not in STOPWORDS
                and not any(c.isdigit() for c in plain)
            ):
                run.append(plain)
                continue
            if 0 < len(run) <= 3:
                phrase = " ".join(run)
                phrases[phrase.lower()] += 1
                shown.setdefault(phrase.lower(), phrase)
            run = []
    ranked = sorted(
        phrases.items(), key=lambda entry: (-entry[1] * math.sqrt(len(entry[0].split())), entry[0])
    )
    return [shown[phrase] for phrase, hits in ranked[:count] if hits > 1 or len(ranked) <= count]
