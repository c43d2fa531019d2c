"""Small networks of one hidden layer in NumPy, averaged, on measured features and on words known by name.

The head that weighs sentences for a summary is one of them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.models.heads import bundled_head, read_head

Floats = NDArray[np.float32]

SUMMARIZER_FILE = "summarizer.npz"
_BOUND = 4.0
"""Standard deviations beyond which a feature says no more."""


@dataclass(frozen=True, slots=True)
class TermNetwork:
    """Networks of features → hidden units → one score; only the order of a document's scores means something."""

    names: tuple[str, ...]
    """Of the measured features."""
    terms: tuple[str, ...]
    """Words and pairs of words whose presence is a feature each, after the measured ones."""
    mean: Floats
    """(names,)"""
    spread: Floats
    """(names,), above zero."""
    hidden: Floats
    """(networks, names + terms, units)"""
    hidden_bias: Floats
    """(networks, units)"""
    weights: Floats
    """(networks, units)"""

    def scores(self, measured: Floats, terms: Sequence[Set[str]]) -> Floats:
        """(n,) one for each sentence, from (n, names) and the terms of each."""
        inputs = np.concatenate([self.scaled(measured), self.known(terms)], axis=1)
        total = np.zeros(len(inputs), dtype=np.float32)
        for hidden, bias, weights in zip(self.hidden, self.hidden_bias, self.weights, strict=True):
            total += np.maximum(inputs @ hidden + bias, 0.0) @ weights
        return np.asarray(total / len(self.hidden), dtype=np.float32)

    def scaled(self, measured: Floats) -> Floats:
        """The features in standard deviations from their mean; same shape."""
        return np.asarray(np.clip((measured - self.mean) / self.spread, -_BOUND, _BOUND), dtype=np.float32)

    def known(self, terms: Sequence[Set[str]]) -> Floats:
        """(n, terms): 1 where a sentence holds the term."""
        index = {term: column for column, term in enumerate(self.terms)}
        held = np.zeros((len(terms), len(self.terms)), dtype=np.float32)
        for row, each in enumerate(terms):
            for term in each:
                if term in index:
                    held[row, index[term]] = 1.0
        return held


def packed(head: TermNetwork) -> dict[str, Any]:
    """Arrays to be written to a file; the hidden weights in half precision."""
    settings = {"names": head.names, "terms": head.terms}
    return {
        "mean": head.mean,
        "spread": head.spread,
        "hidden": head.hidden.astype(np.float16),
        "hidden_bias": head.hidden_bias,
        "weights": head.weights,
        "settings": np.frombuffer(json.dumps(settings).encode(), dtype=np.uint8),
    }


def unpacked(held: Mapping[str, NDArray[np.generic]]) -> TermNetwork:
    """The network of such arrays. Raises KeyError, TypeError or ValueError where they are none."""
    settings = json.loads(held["settings"].tobytes())
    head = TermNetwork(
        tuple(settings["names"]),
        tuple(settings["terms"]),
        held["mean"].astype(np.float32),
        held["spread"].astype(np.float32),
        held["hidden"].astype(np.float32),
        held["hidden_bias"].astype(np.float32),
        held["weights"].astype(np.float32),
    )
    shape = (len(head.hidden), len(head.names) + len(head.terms))
    if head.hidden.shape[:2] != shape or head.hidden.ndim != 3 or head.mean.shape != (len(head.names),):
        raise ValueError("shapes of the network")
    if head.mean.shape != head.spread.shape or head.weights.shape != head.hidden_bias.shape:
        raise ValueError("shapes of the network")
    if head.weights.shape != (head.hidden.shape[0], head.hidden.shape[2]):
        raise ValueError("shapes of the network")
    return head


def save_summarizer(head: TermNetwork, path: Path) -> None:
    """Write the head as an .npz file; the same head gives the same bytes."""
    np.savez_compressed(path, **packed(head))


def load_summarizer(path: Path) -> TermNetwork:
    """Read a head. Raises ModelError where the file is none."""
    return read_head(path, unpacked)


@cache
def bundled_summarizer(folder: Path | None = None) -> TermNetwork | None:
    """The shipped head, see `bundled_head`."""
    return bundled_head(SUMMARIZER_FILE, load_summarizer, folder)
