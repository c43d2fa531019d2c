"""The word pieces of a text, of its first lines and of its last: enough to tell what kind of document it is."""

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
END_CHARACTERS, END_MOST = 400, 60
"""Of the first lines and of the last, where a document says what it is, to whom it speaks and who signs."""
PARTS = 3
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def pieces(tokenizer: Tokenizer, text: str) -> NDArray[np.int32]:
    """(n,) numbers of the first word pieces, at most MOST, of the first CHARACTERS."""
    head = _LONE_SURROGATE.sub("\ufffd", text[:CHARACTERS])
    return np.asarray(tokenizer.encode(head, add_special_tokens=False).ids[:MOST], dtype=np.int32)


def parts(tokenizer: Tokenizer, text: str) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
    """Word pieces of the text, of its first lines and of its last."""
    first = pieces(tokenizer, text[:END_CHARACTERS].lstrip())[:END_MOST]
    last = pieces(tokenizer, text.rstrip()[-END_CHARACTERS:])[-END_MOST:]
    return pieces(tokenizer, text), first, last


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
