"""The head that says whether a sentence praises or blames: a logistic regression on its vector and its words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from app.documents.errors import ModelError
from app.models.catalogue import bundled_folder, read_catalogue, verify

Floats = NDArray[np.float32]

SENTIMENT_FILE = "sentiment.npz"


@dataclass(frozen=True, slots=True)
class SentimentHead:
    """Weights for a sentence's vector (384) followed by measured features; for English only."""

    weights: Floats
    """(384 + measured,)"""
    bias: float

    def scores(self, vectors: Floats, measured: Floats) -> Floats:
        """(n,) between -1 (blames) and 1 (praises), from (n, 384) and (n, measured)."""
        odds = np.concatenate([vectors, measured], axis=1) @ self.weights + self.bias
        return np.asarray(np.tanh(odds / 2), dtype=np.float32)

    @property
    def measured(self) -> int:
        """How many measured features it wants."""
        return len(self.weights) - 384


def save_sentiment(head: SentimentHead, path: Path) -> None:
    """Write the head as an .npz file; the same head gives the same bytes."""
    np.savez_compressed(path, weights=head.weights.astype(np.float32), bias=np.float32(head.bias))


def load_sentiment(path: Path) -> SentimentHead:
    """Read a head. Raises ModelError where the file is none."""
    try:
        with np.load(path, allow_pickle=False) as held:
            head = SentimentHead(held["weights"].astype(np.float32), float(held["bias"]))
    except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile) as error:
        raise ModelError(f"The model file {path.name} cannot be read. Install Cloister again.") from error
    if head.weights.ndim != 1 or head.measured < 0:
        raise ModelError(f"The model file {path.name} does not fit itself. Install Cloister again.")
    return head


@cache
def bundled_sentiment(folder: Path | None = None) -> SentimentHead | None:
    """The shipped head after its checksum was found right; None where the catalogue lists none.

    Raises ModelError where it is listed and not whole.
    """
    where = folder or bundled_folder()
    for file in read_catalogue(where):
        if file.name == SENTIMENT_FILE:
            return load_sentiment(verify(where, file))
    return None
