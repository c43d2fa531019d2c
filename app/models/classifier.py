"""The head that says what kind of document a text is: one linear layer in NumPy.

It weighs features made elsewhere, and adds what each word piece speaks for: anywhere in the text, in its first lines,
in its last. The latter are tables of their own: they were learned over the encoder's vectors of word pieces and do not
change when the encoder does.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.models.heads import Arrays, bundled_head, read_head
from app.models.pieces import PARTS, piece_weights

Floats = NDArray[np.float32]

CLASSIFIER_FILE = "classifier.npz"
_BOUND, _BOUND_OF_SHAPES = 8.0, 4.0
"""Standard deviations beyond which a feature says no more: phrases are rare, and lengths and shares of an odd document
must not outshout all others."""


@dataclass(frozen=True, slots=True)
class Classifier:
    """Weights of a softmax over `labels`, on features in the order of `names` and on word pieces."""

    labels: tuple[str, ...]
    names: tuple[str, ...]
    mean: Floats
    """(features,)"""
    spread: Floats
    """(features,), above zero."""
    weights: Floats
    """(features, labels)"""
    bias: Floats
    """(labels,)"""
    pieces: NDArray[np.int8]
    """(parts, vocabulary, labels): what each word piece speaks for in each part of a text, in steps of `grain`."""
    grain: Floats
    """(parts, labels)"""
    temperature: float
    """Fitted on sources that were left out of training, so that scores can be read as probabilities."""
    floors: tuple[float, ...]
    """For each label: a best class with a lower probability is no answer."""

    def scores(self, vector: Floats, parts: Sequence[NDArray[np.int32]]) -> Floats:
        """(labels,) logits at temperature one, from (features,) and the numbers of word pieces of each part."""
        most = bounds(self.names)
        scaled = np.clip((vector - self.mean) / self.spread, -most, most)
        said = [
            _said(numbers, table, grain)
            for numbers, table, grain in zip(parts, self.pieces, self.grain, strict=True)
        ]
        return np.asarray(scaled @ self.weights + self.bias + sum(said), dtype=np.float32)

    def probabilities(self, scores: Floats) -> Floats:
        """Calibrated probabilities of the same shape; each row sums to one."""
        cooled = scores / self.temperature
        grown = np.exp(cooled - cooled.max(axis=-1, keepdims=True))
        return np.asarray(grown / grown.sum(axis=-1, keepdims=True), dtype=np.float32)


@cache
def bounds(names: tuple[str, ...]) -> Floats:
    """(features,) how far each feature counts, in standard deviations; what counts a phrase has a dot in its name."""
    return np.array([_BOUND if "." in name else _BOUND_OF_SHAPES for name in names], dtype=np.float32)


def _said(numbers: NDArray[np.int32], table: NDArray[np.int8], grain: Floats) -> Floats:
    """(labels,): the mean over the word pieces; zero where there are none."""
    distinct, weights = piece_weights(numbers[numbers < len(table)])
    return np.asarray((weights @ table[distinct].astype(np.float32)) * grain, dtype=np.float32)


def save_classifier(head: Classifier, path: Path) -> None:
    """Write the head as an .npz file; the same head gives the same bytes."""
    settings = {
        "labels": head.labels,
        "names": head.names,
        "temperature": head.temperature,
        "floors": head.floors,
    }
    np.savez_compressed(
        path,
        mean=head.mean,
        spread=head.spread,
        weights=head.weights,
        bias=head.bias,
        pieces=head.pieces,
        grain=head.grain,
        settings=np.frombuffer(json.dumps(settings).encode(), dtype=np.uint8),
    )


def load_classifier(path: Path) -> Classifier:
    """Read a head. Raises ModelError where the file is none."""
    return read_head(path, _parsed)


def _parsed(held: Arrays) -> Classifier:
    settings = json.loads(held["settings"].tobytes())
    head = Classifier(
        tuple(settings["labels"]),
        tuple(settings["names"]),
        held["mean"],
        held["spread"],
        held["weights"],
        held["bias"],
        held["pieces"],
        held["grain"],
        float(settings["temperature"]),
        tuple(map(float, settings["floors"])),
    )
    shape = (len(head.names), len(head.labels))
    if head.weights.shape != shape or head.mean.shape != head.spread.shape or head.mean.shape != shape[:1]:
        raise ValueError("shapes of the classifier")
    spoken = (PARTS, len(head.labels))
    if (
        head.pieces.ndim != 3
        or head.pieces.shape[::2] != spoken
        or head.grain.shape != spoken
        or head.pieces.dtype != np.int8
    ):
        raise ValueError("word pieces of the classifier")
    if len(head.floors) != len(head.labels):
        raise ValueError("floors of the classifier")
    return head


@cache
def bundled_classifier(folder: Path | None = None) -> Classifier | None:
    """The shipped head, see `bundled_head`."""
    return bundled_head(CLASSIFIER_FILE, load_classifier, folder)
