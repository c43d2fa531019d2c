"""Classes that a user teaches with a few examples: vectors of texts, a small head for each class, its calibration.

Three to ten examples are too few to fit a probability freely. A head therefore compares: how near a text is to the
examples (to their centre and to the nearest of them), and on which side of a strongly regularised ridge against the
other documents it falls. Leave-one-out scores of the examples and of the other documents, together with what is
known of unrelated documents in general, make a probability of that.
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.analysis.understanding.classify_evidence import evidence
from app.analysis.understanding.classify_features import HEAD, TAIL, features
from app.analysis.understanding.stopwords import STOPWORDS
from app.models.classifier import Classifier, bundled_classifier

Floats = NDArray[np.float32]

LEAST_EXAMPLES = 3
"""A class that nobody knows yet needs as many; a correction of a known class may come with one."""
CERTAIN = 0.6
"""A taught class wins over the bundled head from this probability on."""
_WORDS = 1024
_WORD = re.compile(r"[^\W\d_]{2,}")
_SHARES = (0.5, 0.3, 0.2)
"""How much of a vector's length words, layout and the bundled head's opinion have."""
_RIDGE = 1.0
_NEAR, _SIDE = 1.0, 0.25
_UNRELATED, _USUAL, _SPREAD = 0.32, 0.72, 0.10
"""Scores of documents of another class, and of the same, over many classes of public documents."""
_PRIOR_WEIGHT = 6.0
_LEAST_SPREAD = 0.05


@dataclass(frozen=True, slots=True)
class Head:
    """One taught class, ready to score."""

    label: str
    examples: Floats
    """(examples, entries), rows of length one."""
    weights: Floats
    """(entries,); zero where there is nothing to tell the class from."""
    threshold: float
    """The score at which the class is as likely as not."""
    slope: float

    def probability(self, vector: Floats) -> float:
        """Between 0 and 1, calibrated on what was left out."""
        return _sigmoid(self.slope * (score(self.examples, self.weights, vector) - self.threshold))


@dataclass(frozen=True, slots=True)
class Trial:
    """Leave-one-out: how often examples are recognised by the rest, and others are mistaken for them."""

    examples: int
    found: int
    others: int
    taken: int

    @property
    def accuracy(self) -> float | None:
        """The mean of both sides; None where too few examples were given to leave one out."""
        if self.examples < 2:
            return None
        recognised = self.found / self.examples
        return recognised if not self.others else (recognised + 1 - self.taken / self.others) / 2


def text_vector(text: str) -> Floats:
    """(entries,) of length one: which words, what layout, and what the bundled head makes of it."""
    words = np.zeros(_WORDS, dtype=np.float32)
    sample = (text[:HEAD] + "\n" + text[-TAIL:] if len(text) > HEAD + TAIL else text).lower()
    for word, count in Counter(_WORD.findall(sample)).items():
        if word not in STOPWORDS:
            code = zlib.crc32(word.encode("utf-8", "surrogatepass"))
            words[code % _WORDS] += (1.0 if code & 0x80000000 else -1.0) * (1.0 + math.log(count))
    layout, opinion = features(text), np.zeros(1, dtype=np.float32)
    head = bundled_classifier()
    if head is not None:
        opinion = np.sqrt(head.probabilities(evidence(head, text, layout)))
        layout = _standard(head, layout)
    parts = [
        math.sqrt(share) * _unit(part) for share, part in zip(_SHARES, (words, layout, opinion), strict=True)
    ]
    return _unit(np.concatenate(parts))


def _standard(head: Classifier, layout: Floats) -> Floats:
    return np.asarray(np.clip((layout - head.mean) / head.spread, -3.0, 3.0), dtype=np.float32)


def _unit(vector: Floats) -> Floats:
    length = float(np.linalg.norm(vector))
    return np.asarray(vector / length if length > 0 else vector, dtype=np.float32)


def train(label: str, examples: Floats, others: Floats) -> tuple[Head, Trial]:
    """A head for `label` from (n, entries) examples and (m, entries) documents of other kinds, m may be zero."""
    weights = _ridge(examples, others)
    own = np.array([_left_out(examples, others, row) for row in range(len(examples))], dtype=np.float32)
    alien = _others_scores(examples, others)
    threshold, slope = _calibrate(own, alien)
    head = Head(label, examples, weights, threshold, slope)
    needed = threshold + math.log(CERTAIN / (1 - CERTAIN)) / slope
    return head, Trial(len(examples), int((own >= needed).sum()), len(others), int((alien >= needed).sum()))


def unlike(examples: Floats, candidates: Floats) -> NDArray[np.bool_]:
    """Which candidates may count as other documents. One that is as near to the examples as they are to each
    other is rather one more of them that nobody has named yet."""
    if len(candidates) == 0:
        return np.zeros(0, dtype=np.bool_)
    nothing = np.zeros(examples.shape[1], dtype=np.float32)
    if len(examples) > 1:
        own = [score(np.delete(examples, row, 0), nothing, examples[row]) for row in range(len(examples))]
        least = max(min(own), (_UNRELATED + _USUAL) / 2)
    else:
        least = _USUAL
    return np.array([score(examples, nothing, row) < least for row in candidates], dtype=np.bool_)


def score(examples: Floats, weights: Floats, vector: Floats) -> float:
    near = examples @ vector
    centre = _unit(examples.mean(axis=0)) @ vector
    return float(_NEAR * 0.5 * (float(near.max()) + float(centre)) + _SIDE * float(weights @ vector))


def _left_out(examples: Floats, others: Floats, row: int) -> float:
    """The score of one example under a head made without it."""
    if len(examples) == 1:
        return _USUAL
    rest = np.delete(examples, row, 0)
    return score(rest, _ridge(rest, others), examples[row])


def _others_scores(examples: Floats, others: Floats) -> Floats:
    """Scores of the other documents, each under a ridge that did not see it."""
    if len(others) == 0:
        return np.zeros(0, dtype=np.float32)
    rows, targets, weight = _problem(examples, others)
    kernel = rows @ rows.T
    inverse = np.linalg.inv(kernel + np.diag(_RIDGE / weight))
    dual = inverse @ targets
    left_out = targets - dual / np.diag(inverse)
    nothing = np.zeros(examples.shape[1], dtype=np.float32)
    near = [score(examples, nothing, row) for row in others]
    return np.array(near, dtype=np.float32) + np.float32(_SIDE) * left_out[len(examples) :].astype(np.float32)


def _problem(
    examples: Floats, others: Floats
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Rows, targets and weights; both sides weigh the same however many they are."""
    rows = np.vstack([examples, others]).astype(np.float64)
    targets = np.concatenate([np.ones(len(examples)), -np.ones(len(others))])
    weight = np.concatenate(
        [np.full(len(examples), 4.0 / len(examples)), np.full(len(others), 4.0 / len(others))]
    )
    return rows, targets, weight


def _ridge(examples: Floats, others: Floats) -> Floats:
    """Weights in the dual form, which costs by documents rather than by entries."""
    if len(others) == 0:
        return np.zeros(examples.shape[1], dtype=np.float32)
    rows, targets, weight = _problem(examples, others)
    dual = np.linalg.solve(rows @ rows.T + np.diag(_RIDGE / weight), targets)
    return np.asarray(rows.T @ dual, dtype=np.float32)


def _calibrate(own: Floats, alien: Floats) -> tuple[float, float]:
    """Threshold and slope of a logistic curve between the two clouds of scores. What is known of documents in
    general counts as `_PRIOR_WEIGHT` documents on each side, so few examples cannot claim much."""
    shift = _SIDE if len(alien) else 0.0
    inside, inner = _cloud(own, _USUAL + shift * 0.5)
    outside, outer = _cloud(alien, _UNRELATED - shift * 0.5)
    worst = float(np.quantile(alien, 0.99)) if len(alien) else outside
    spread = max(_LEAST_SPREAD, math.sqrt((inner + outer) / 2))
    gap = max(inside - outside, 2 * _LEAST_SPREAD)
    middle = (inside + max(outside, min(worst, inside - _LEAST_SPREAD))) / 2
    return middle, max(12.0, min(40.0, gap / spread**2))


def _cloud(scores: Floats, usual: float) -> tuple[float, float]:
    """Mean and variance, drawn towards what is usual."""
    count = len(scores)
    mean = (float(scores.sum()) + _PRIOR_WEIGHT / 3 * usual) / (count + _PRIOR_WEIGHT / 3)
    variance = (float(((scores - mean) ** 2).sum()) + _PRIOR_WEIGHT * _SPREAD**2) / (count + _PRIOR_WEIGHT)
    return mean, variance


def _sigmoid(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, value))))


def best(heads: Sequence[Head], vector: Floats) -> tuple[str, float] | None:
    """The surest taught class that is sure enough, with its probability."""
    ranked = sorted(((head.probability(vector), head.label) for head in heads), reverse=True)
    if not ranked or ranked[0][0] < CERTAIN:
        return None
    return ranked[0][1], ranked[0][0]
