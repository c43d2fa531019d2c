"""The head that says what kind of document a text is: one linear layer in NumPy, on features made elsewhere."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from app.documents.errors import ModelError
from app.models.catalogue import bundled_folder, read_catalogue, verify

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
    try:
        with np.load(path, allow_pickle=False) as held:
            settings = json.loads(bytes(held["settings"]))
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
    except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile) as error:
        raise ModelError(f"The model file {path.name} cannot be read. Install Cloister again.") from error
    shape = (len(head.names), len(head.labels))
    if head.weights.shape != shape or head.mean.shape != head.spread.shape or head.mean.shape != shape[:1]:
        raise ModelError(f"The model file {path.name} does not fit itself. Install Cloister again.")
    return head


@cache
def bundled_classifier(folder: Path | None = None) -> Classifier | None:
    """The shipped head after its checksum was found right; None where the catalogue lists none.

    Raises ModelError where it is listed and not whole.
    """
    where = folder or bundled_folder()
    for file in read_catalogue(where):
        if file.name == CLASSIFIER_FILE:
            return load_classifier(verify(where, file))
    return None
