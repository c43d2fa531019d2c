"""The head that says what kind of document a text is: one linear layer in NumPy, on features made elsewhere."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.models.heads import Arrays, bundled_head, read_head

Floats = NDArray[np.float32]

CLASSIFIER_FILE = "classifier.npz"
_BOUND = 4.0
"""Standard deviations beyond which a feature says no more; an odd document must not outshout all others."""


@dataclass(frozen=True, slots=True)
class Classifier:
    """Weights of a softmax over `labels`, on features in the order of `names`."""

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
    temperature: float
    """Fitted on sources that were left out of training, so that scores can be read as probabilities."""
    floor: float
    """A best class with a lower probability is no answer."""

    def scores(self, vector: Floats) -> Floats:
        """(labels,) logits at temperature one, or (documents, labels) for (documents, features)."""
        scaled = np.clip((vector - self.mean) / self.spread, -_BOUND, _BOUND)
        return np.asarray(scaled @ self.weights + self.bias, dtype=np.float32)

    def probabilities(self, scores: Floats) -> Floats:
        """Calibrated probabilities of the same shape; each row sums to one."""
        cooled = scores / self.temperature
        grown = np.exp(cooled - cooled.max(axis=-1, keepdims=True))
        return np.asarray(grown / grown.sum(axis=-1, keepdims=True), dtype=np.float32)


def save_classifier(head: Classifier, path: Path) -> None:
    """Write the head as an .npz file; the same head gives the same bytes."""
    settings = {
        "labels": head.labels,
        "names": head.names,
        "temperature": head.temperature,
        "floor": head.floor,
    }
    np.savez_compressed(
        path,
        mean=head.mean,
        spread=head.spread,
        weights=head.weights,
        bias=head.bias,
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
        float(settings["temperature"]),
        float(settings["floor"]),
    )
    shape = (len(head.names), len(head.labels))
    if head.weights.shape != shape or head.mean.shape != head.spread.shape or head.mean.shape != shape[:1]:
        raise ValueError("shapes of the classifier")
    return head


@cache
def bundled_classifier(folder: Path | None = None) -> Classifier | None:
    """The shipped head, see `bundled_head`."""
    return bundled_head(CLASSIFIER_FILE, load_classifier, folder)
