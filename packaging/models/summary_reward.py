"""What a choice of sentences is worth as a summary, and how scores must move for better choices to be drawn.

A summary's ROUGE belongs to its sentences together: a long one may crowd out two short ones, and what is said twice
counts once. So choices are drawn as the program makes them (one sentence after the other, what was said marked down)
but by chance, and the scores are moved towards the draws that did better than their mean (REINFORCE, Williams 1992;
for summaries Narayan, Cohen and Lapata 2018). Shapes: n sentences, m draws of k sentences, w words of a reference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from softmax import softmax
from summary_rouge import Words

DRAWS = 16
SINGLES, PAIRS = 1.0, 2.0
"""What ROUGE-1 and ROUGE-2 count for."""
STRENGTH = 24.0
"""Weight of the reward's slope beside that of the shares."""
MOST_REFERENCES = 5


@dataclass(frozen=True, slots=True)
class Overlap:
    """How often each sentence has the words (or the pairs of words) of a reference."""

    held: np.ndarray
    """(n, w)"""
    sizes: np.ndarray
    """(n,) words of each sentence."""
    wanted: np.ndarray
    """(w,) how often the reference has each."""

    def f1(self, chosen: np.ndarray) -> np.ndarray:
        """(m,) of draws (m, k); pairs across the border of two sentences are left out."""
        hits = np.minimum(self.held[chosen].sum(1), self.wanted).sum(1)
        return np.asarray(2.0 * hits / np.maximum(self.sizes[chosen].sum(1) + self.wanted.sum(), 1.0))


@dataclass(frozen=True, slots=True)
class Reward:
    """The worth of `length` sentences of a document."""

    references: tuple[tuple[Overlap, Overlap], ...]
    """Single words and pairs, for each reference."""
    marked_down: np.ndarray
    """(n, n) what each sentence costs each other one."""
    length: int

    def worth(self, chosen: np.ndarray) -> np.ndarray:
        """(m,) by the reference that suits each draw best."""
        return np.max(
            [SINGLES * one.f1(chosen) + PAIRS * two.f1(chosen) for one, two in self.references], axis=0
        )

    def slope(self, scores: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        """(n,) gradient of a loss whose mean falls as the expected worth grows."""
        if len(scores) <= self.length:
            return np.zeros_like(scores)
        if self.length == 1:  # every draw can be counted
            shares = softmax(scores)
            worth = self.worth(np.arange(len(scores))[:, None])
            return np.asarray(-STRENGTH * shares * (worth - shares @ worth), dtype=scores.dtype)
        chosen, pull = draw(scores, self.marked_down, self.length, rng)
        worth = self.worth(chosen)
        return np.asarray(-STRENGTH * (worth - worth.mean()) @ pull / len(worth), dtype=scores.dtype)


def reward_of(
    read: Sequence[Words], references: Sequence[Words], marked_down: np.ndarray, length: int
) -> Reward:
    """From the words of the sentences as a summary shows them."""
    pairs = tuple(
        (overlap(read, reference, 1), overlap(read, reference, 2))
        for reference in references[:MOST_REFERENCES]
    )
    return Reward(pairs, marked_down, length)


def overlap(read: Sequence[Words], reference: Words, size: int) -> Overlap:
    """Runs of `size` words that sentences share with a reference."""
    wanted = Counter(_runs(reference, size))
    index = {run: column for column, run in enumerate(wanted)}
    held = np.zeros((len(read), len(wanted)), dtype=np.float32)
    sizes = np.zeros(len(read), dtype=np.float32)
    for row, each in enumerate(read):
        runs = _runs(each, size)
        sizes[row] = len(runs)
        for run in runs:
            if run in index:
                held[row, index[run]] += 1
    return Overlap(held, sizes, np.array(list(wanted.values()), dtype=np.float32))


def draw(
    scores: np.ndarray, marked_down: np.ndarray, length: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Draws (m, k) and, for each, the gradient (m, n) of its log likelihood by the scores."""
    count, rows = len(scores), np.arange(DRAWS)
    left = np.repeat(scores[None].astype(np.float64), DRAWS, axis=0)
    chosen = np.zeros((DRAWS, length), dtype=np.int64)
    pull = np.zeros((DRAWS, count))
    for step in range(length):
        shares = softmax(left)
        by_chance = (shares.cumsum(axis=1) < rng.random((DRAWS, 1))).sum(axis=1).clip(max=count - 1)
        drawn = np.where(np.isfinite(left[rows, by_chance]), by_chance, shares.argmax(axis=1))
        chosen[:, step] = drawn
        pull[rows, drawn] += 1.0
        pull -= shares
        left -= marked_down[drawn]
        left[rows, drawn] = -np.inf
    return chosen, pull


def _runs(read: Words, size: int) -> list[tuple[str, ...]]:
    return list(zip(*(read[start:] for start in range(size)), strict=False))
