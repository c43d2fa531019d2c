"""Cut a text of any length into tokens and windows that the encoder can see at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

CORE = 160
"""Tokens that one window answers for, at most."""
CONTEXT = 20
"""Tokens on each side that a window sees beyond its core where the cut falls inside a paragraph."""
CHUNK = 200_000
"""Characters handed to the tokenizer at once; keeps memory flat on long texts."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""The tokenizer takes valid Unicode only; another sign of one character stands in, so offsets hold."""
_BLANK_LINE, _LINE, _SENTENCE, _WORD, _INSIDE = 4, 3, 2, 1, 0


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """WordPiece tokens of a text, without special tokens."""

    ids: NDArray[np.int32]
    """Shape (n,)."""
    offsets: NDArray[np.int32]
    """Shape (n, 2): half-open character spans of the text, ascending."""
    words: NDArray[np.int32]
    """Shape (n,): running number of the word that each token belongs to."""


@dataclass(frozen=True, slots=True)
class Window:
    """The encoder sees tokens `[first, last)` and answers for `[start, end)` of them."""

    first: int
    start: int
    end: int
    last: int


def tokenize(tokenizer: Any, text: str) -> Tokens:
    """Tokens of `text` with offsets that are exact in it. Linear in its length."""
    ids: list[NDArray[np.int32]] = []
    offsets: list[NDArray[np.int32]] = []
    words: list[NDArray[np.int32]] = []
    count = 0
    for start, end in _chunks(text):
        piece = _LONE_SURROGATE.sub("\ufffd", text[start:end])
        encoding = tokenizer.encode(piece, add_special_tokens=False)
        if not encoding.ids:
            continue
        ids.append(np.asarray(encoding.ids, dtype=np.int32))
        offsets.append(np.asarray(encoding.offsets, dtype=np.int32).reshape(-1, 2) + start)
        numbers = np.asarray([-1 if word is None else word for word in encoding.word_ids], dtype=np.int32)
        fresh = np.ones(len(numbers), dtype=np.int32)
        fresh[1:] = (numbers[1:] != numbers[:-1]) | (numbers[1:] < 0)
        running = np.cumsum(fresh, dtype=np.int32) - 1 + count
        words.append(running)
        count = int(running[-1]) + 1
    if not ids:
        return Tokens(np.zeros(0, np.int32), np.zeros((0, 2), np.int32), np.zeros(0, np.int32))
    return Tokens(np.concatenate(ids), np.concatenate(offsets), np.concatenate(words))


def _chunks(text: str) -> list[tuple[int, int]]:
    """Pieces of at most CHUNK characters that end after white space where there is some."""
    pieces: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        end = min(start + CHUNK, len(text))
        if end < len(text):
            for cut in range(end, max(start + CHUNK // 2, end - 10_000), -1):
                if text[cut - 1].isspace():
                    end = cut
                    break
        pieces.append((start, end))
        start = end
    return pieces


def cut_windows(text: str, tokens: Tokens, core: int = CORE, context: int = CONTEXT) -> list[Window]:
    """Windows whose cores lie side by side and cover every token, cut where the text has a seam."""
    count = len(tokens.ids)
    if count == 0:
        return []
    seams = _seams(text, tokens)
    windows: list[Window] = []
    start = 0
    while start < count:
        end = count if count - start <= core else _best_cut(seams, start, core)
        windows.append(
            Window(_reach_back(seams, start, context), start, end, _reach_on(seams, end, count, context))
        )
        start = end
    return windows


def _best_cut(seams: NDArray[np.int8], start: int, core: int) -> int:
    """The strongest seam in the second half of the core; among equals the last."""
    low = start + core // 2
    part = seams[low + 1 : start + core + 1]
    strongest = int(part.max())
    return low + 1 + int(np.flatnonzero(part == strongest)[-1])


def _reach_back(seams: NDArray[np.int8], start: int, context: int) -> int:
    first = start
    while first > 0 and start - first < context and seams[first] < _LINE:
        first -= 1
    return first


def _reach_on(seams: NDArray[np.int8], end: int, count: int, context: int) -> int:
    last = end
    while last < count and last - end < context and seams[last] < _LINE:
        last += 1
    return last


def _seams(text: str, tokens: Tokens) -> NDArray[np.int8]:
    """How good it is to cut before each token."""
    count = len(tokens.ids)
    seams = np.zeros(count + 1, dtype=np.int8)
    seams[0] = seams[count] = _BLANK_LINE
    if count < 2:
        return seams
    gap_start, gap_end = tokens.offsets[:-1, 1], tokens.offsets[1:, 0]
    seams[1:count][tokens.words[1:] != tokens.words[:-1]] = _INSIDE
    for place in np.flatnonzero(gap_end > gap_start):
        gap = text[gap_start[place] : min(gap_end[place], gap_start[place] + 200)]
        lines = gap.count("\n") + gap.count("\r") + gap.count("\x0c") + gap.count("\u2029")
        if lines:
            seams[place + 1] = _BLANK_LINE if lines > 1 and "\n\n" in gap.replace(" ", "") else _LINE
        elif gap.isspace():
            before = text[max(0, gap_start[place] - 1) : gap_start[place]]
            seams[place + 1] = _SENTENCE if before in {".", "!", "?", ";"} else _WORD
    return seams
