"""What passages of a text mean, as vectors for search."""

from __future__ import annotations

import numpy as np

from app.models import EncodedText

_LENGTH, _MOST = 900, 8
"""Characters of a passage, and how many of a document are kept: spread over it where it is longer."""


def passage_vectors(encoded: EncodedText) -> bytes:
    """Rows of 384 signed bytes; none for a text without words."""
    spans = _spans(encoded.text)
    if len(spans) > _MOST:
        spans = [spans[round(at * (len(spans) - 1) / (_MOST - 1))] for at in range(_MOST)]
    rows = encoded.pooled(spans) if spans else np.zeros((0, encoded.vectors.shape[1]), dtype=np.float32)
    rows = rows[np.abs(rows).max(axis=1, initial=0.0) > 0]
    if len(rows) == 0:
        return b""
    return bytes(np.rint(rows / np.abs(rows).max(axis=1, keepdims=True) * 127).astype(np.int8).tobytes())


def _spans(text: str) -> list[tuple[int, int]]:
    """The text in pieces that end where a line or a word does."""
    spans, start = [], 0
    while start < len(text):
        end = min(len(text), start + _LENGTH)
        if end < len(text):
            for sign in ("\n", ". ", " "):
                at = text.rfind(sign, start + _LENGTH // 2, end)
                if at > 0:
                    end = at + len(sign)
                    break
        if text[start:end].strip():
            spans.append((start, end))
        start = end
    return spans
