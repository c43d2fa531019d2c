"""The word pieces at the beginning of a text: enough to tell what kind of document it is."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from app.models.bundle import TOKENIZER_FILE
from app.models.heads import bundled_head

CHARACTERS, MOST = 4000, 600
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def pieces(tokenizer: Tokenizer, text: str) -> NDArray[np.int32]:
    """(n,) numbers of the first word pieces, at most MOST, of the first CHARACTERS."""
    head = _LONE_SURROGATE.sub("\ufffd", text[:CHARACTERS])
    return np.asarray(tokenizer.encode(head, add_special_tokens=False).ids[:MOST], dtype=np.int32)


def piece_weights(numbers: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Each piece once, with its share of the text; a piece that comes often counts by the logarithm."""
    distinct, counts = np.unique(numbers, return_counts=True)
    weights = 1.0 + np.log(counts, dtype=np.float32)
    return distinct, np.asarray(weights / max(float(weights.sum()), 1.0), dtype=np.float32)


@cache
def bundled_tokenizer(folder: Path | None = None) -> Tokenizer | None:
    """The shipped tokenizer, see `bundled_head`."""
    return bundled_head(TOKENIZER_FILE, _read, folder)


def _read(path: Path) -> Tokenizer:
    return Tokenizer.from_file(str(path))
