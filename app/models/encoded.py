"""What the encoder saw of a text: computed once and handed to every head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.models.windows import Window


@dataclass(frozen=True, slots=True, eq=False)
class EncodedText:
    """Token vectors of a text. Offsets count characters (code points) of `text`."""

    text: str
    vectors: NDArray[np.float32]
    """Shape (n, 384): one row per WordPiece token, special tokens left out."""
    offsets: NDArray[np.int32]
    """Shape (n, 2): half-open character span of each token."""
    words: NDArray[np.int32]
    """Shape (n,): running number of the word that each token belongs to."""
    windows: tuple[Window, ...]
    """The stretches of tokens that the encoder saw together."""

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """First and last-plus-one token that touch the characters `[start, end)`."""
        first = int(np.searchsorted(self.offsets[:, 1], start, side="right"))
        last = int(np.searchsorted(self.offsets[:, 0], end, side="left"))
        return first, max(first, last)

    def pooled(self, spans: Sequence[tuple[int, int]]) -> NDArray[np.float32]:
        """Mean vectors of character spans, scaled to length 1; zero where a span holds no token.

        Shape (len(spans), 384). The dot product of two rows is their cosine.
        """
        out = np.zeros((len(spans), self.vectors.shape[1]), dtype=np.float32)
        for row, (start, end) in enumerate(spans):
            first, last = self.token_range(start, end)
            if last > first:
                mean = self.vectors[first:last].mean(axis=0)
                out[row] = mean / max(float(np.linalg.norm(mean)), 1e-9)
        return out
