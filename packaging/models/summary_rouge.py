"""ROUGE-1, ROUGE-2 and ROUGE-L F1 (Lin 2004) of lower-cased words without stemming, and the extractive ceiling."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

Words = list[str]
Scores = tuple[float, float, float]


def words(text: str) -> Words:
    """Runs of letters a–z and digits in lower case, as in Google's `rouge-score`."""
    return re.findall(r"[a-z0-9]+", text.lower())


def rouge(candidate: Words, reference: Words) -> Scores:
    """F1 of single words, of pairs and of the longest common subsequence of the whole texts."""
    return (
        _ngram(candidate, reference, 1),
        _ngram(candidate, reference, 2),
        _f1(_common(candidate, reference), len(candidate), len(reference)),
    )


def best_rouge(candidate: Words, references: Sequence[Words]) -> Scores:
    """Each measure against the reference that suits it best, as SciTLDR does."""
    one, two, longest = zip(*(rouge(candidate, reference) for reference in references), strict=True)
    return max(one), max(two), max(longest)


def gain(candidate: Words, references: Sequence[Words]) -> float:
    """ROUGE-1 plus ROUGE-2, what the greedy ceiling climbs (after Nallapati and others 2017)."""
    return max(_ngram(candidate, r, 1) + _ngram(candidate, r, 2) for r in references)


def greedy(sentences: Sequence[Words], references: Sequence[Words], length: int) -> list[int]:
    """At most `length` sentences, added one at a time while the gain grows; in their order of choice."""
    chosen: list[int] = []
    reached = 0.0
    while len(chosen) < length:
        scored = [
            (gain([w for i in sorted([*chosen, at]) for w in sentences[i]], references), -at)
            for at in range(len(sentences))
            if at not in chosen
        ]
        if not scored or max(scored)[0] <= reached:
            break
        reached, negative = max(scored)
        chosen.append(-negative)
    return chosen


def _ngram(candidate: Words, reference: Words, size: int) -> float:
    one = Counter(zip(*(candidate[i:] for i in range(size)), strict=False))
    other = Counter(zip(*(reference[i:] for i in range(size)), strict=False))
    return _f1((one & other).total(), one.total(), other.total())


def _f1(hits: int, candidate: int, reference: int) -> float:
    return 2.0 * hits / (candidate + reference) if hits else 0.0


def _common(candidate: Words, reference: Words) -> int:
    """Length of the longest common subsequence, by bits (Hyyrö 2004)."""
    places: dict[str, int] = {}
    for at, word in enumerate(reference):
        places[word] = places.get(word, 0) | 1 << at
    full = (1 << len(reference)) - 1
    row = full
    for word in candidate:
        hit = row & places.get(word, 0)
        row = ((row + hit) | (row - hit)) & full
    return len(reference) - row.bit_count()
