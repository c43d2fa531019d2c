"""Looking for terms and pieces of terms in texts, written apart from the redactor's own search on purpose.

Both sides are reduced to lower-case letters and digits (NFKD), so hyphenation, ligatures, spacing and line
breaks hide nothing. A hit that begins or ends inside a word counts only where it is written as one word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FRAGMENT = 6
_SHORT = 5
_NEVER_WRAPPED = 6
"""Digits of a number that no line is broken in: two numbers below each other are no third."""
_CELLS_APART = 3
"""Blanks and breaks of lines between two digits that are two numbers: cells of a table, not groups of one. So does a
black bar part two numbers."""
_HYPHENS = "-\u2010\u2011"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


class Reduced:
    """Letters and digits of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.letters = text.translate(_FOLDED)
        self._at: NDArray[np.int64] | None = None

    @property
    def at(self) -> NDArray[np.int64]:
        """`at[i]` is the index in the text that letter i came from; made when it is first asked for."""
        if self._at is None:
            widths = np.fromiter(
                map(len, map(_FOLDED.__getitem__, map(ord, self.text))), np.int64, len(self.text)
            )
            self._at = np.repeat(np.arange(len(self.text)), widths)
        return self._at

    def between(self, low: int, high: int) -> str:
        """The text from letter `low` to the one before `high`."""
        return self.text[int(self.at[low]) : int(self.at[high - 1]) + 1]


class _Folding(dict[int, str]):
    """What each character becomes: its letters and digits in lower case under NFKD, nothing for all others."""

    def __missing__(self, code: int) -> str:
        lower = unicodedata.normalize("NFKD", chr(code)).lower()
        self[code] = folded = "".join(c for c in unicodedata.normalize("NFKD", lower) if c.isalnum())
        return folded


_FOLDED = _Folding()


@dataclass(frozen=True, slots=True)
class Match:
    """Term `index`, or a piece of it, stands in a text."""

    index: int
    fragment: bool


def reduce(text: str) -> Reduced:
    """Fold a text."""
    return Reduced(text)


def reduced_term(term: str) -> str:
    return reduce(term).letters


class TermSearch:
    """Terms that should be gone, and the six-letter pieces of them that nothing allowed contains."""

    def __init__(self, terms: Iterable[str], allowed: Iterable[str]) -> None:
        self._terms = [(index, reduced_term(term), term) for index, term in enumerate(terms)]
        self._pieces = self._telling_pieces(allowed)
        self._keys = _keys(self._pieces)

    @property
    def count(self) -> int:
        return len(self._terms)

    def find(self, text: str, *, as_written: bool = False, noise: bool = False) -> Iterator[Match]:
        """Every term that `text` shows, each once: whole if whole, else as a fragment. For the options see `Piece`."""
        if not text:
            return
        reduced = reduce(text)
        whole: set[int] = set()
        for index, letters, term in self._terms:
            if noise and len(letters) < FRAGMENT:
                continue
            if (letters and self._shown(reduced, letters, term, as_written, noise)) or (
                not letters and term.strip() and term.strip() in text
            ):
                whole.add(index)
                yield Match(index, False)
        seen = set(whole)
        for position in _positions(reduced.letters, self._keys):
            index_of = self._pieces.get(reduced.letters[position : position + FRAGMENT])
            if index_of is None or index_of in seen:
                continue
            shown = reduced.between(position, position + FRAGMENT)
            piece = reduced.letters[position : position + FRAGMENT]
            if _blanks(shown) == 0 and _like(shown, piece, as_written, noise):
                seen.add(index_of)
                yield Match(index_of, True)

    def _telling_pieces(self, allowed: Iterable[str]) -> dict[str, int]:
        """Pieces that occur in no allowed text once the terms are cut out of it."""
        pieces = {
            letters[at : at + FRAGMENT]: index
            for index, letters, _ in self._terms
            for at in range(len(letters) - FRAGMENT + 1)
        }
        if not pieces:
            return {}
        keys = _keys(pieces)
        cut = [letters for _, letters, _ in self._terms if len(letters) >= _SHORT]
        pattern = re.compile("|".join(map(re.escape, sorted(cut, key=len, reverse=True)))) if cut else None
        for text in allowed:
            rest = reduce(text).letters
            rest = pattern.sub("\0", rest) if pattern else rest
            for position in _positions(rest, keys):
                pieces.pop(rest[position : position + FRAGMENT], None)
        return pieces

    @staticmethod
    def _shown(reduced: Reduced, letters: str, term: str, as_written: bool, noise: bool) -> bool:
        position = reduced.letters.find(letters)
        while position >= 0:
            end = position + len(letters)
            if _counts(reduced, position, end, letters, term) and _like(
                reduced.between(position, end), term, as_written, noise
            ):
                return True
            position = reduced.letters.find(letters, position + 1)
        return False


_CHUNK = 1 << 20
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def _codes(letters: str) -> NDArray[np.uint64]:
    """A 64-bit number for each run of six letters (a rolling polynomial; equal runs have equal numbers)."""
    points = np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    count = len(points) - FRAGMENT + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    codes = points[:count].copy()
    for shift in range(1, FRAGMENT):
        codes = codes * _FACTOR + points[shift : shift + count]
    return codes


def _keys(pieces: Iterable[str]) -> NDArray[np.uint64]:
    found = [_codes(piece) for piece in pieces]
    return np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.uint64)


def _positions(letters: str, keys: NDArray[np.uint64]) -> Iterator[int]:
    """Where six letters begin whose number is among the sorted `keys`; a few may be there by chance."""
    if not len(keys):
        return
    for begin in range(0, max(0, len(letters) - FRAGMENT + 1), _CHUNK):
        codes = _codes(letters[begin : begin + _CHUNK + FRAGMENT - 1])
        nearest = np.minimum(np.searchsorted(keys, codes), len(keys) - 1)
        for position in np.flatnonzero(keys[nearest] == codes).tolist():
            yield begin + position


def _counts(reduced: Reduced, low: int, high: int, letters: str, term: str) -> bool:
    text, start, end = reduced.text, int(reduced.at[low]), int(reduced.at[high - 1]) + 1
    bordered = (start == 0 or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum())
    if bordered:
        return True
    if len(letters) < _SHORT:
        return False
    breaks = sum(not c.isalnum() for c in term.strip())
    return _blanks(text[start:end]) <= breaks


def _like(shown: str, term: str, as_written: bool, noise: bool) -> bool:
    """Is what was found written as the term is, as far as that matters there?"""
    if noise:
        return _bare(shown) == _bare(term) and not _scattered(shown, term)
    if not _is_number(shown):
        return True
    wrapped = "\n" in shown and len(_bare(shown)) <= _NEVER_WRAPPED
    if (as_written or wrapped) and _scattered(shown, term):
        return False
    return not any(
        (sum(c.isspace() for c in gap) >= _CELLS_APART or "█" in gap) and len(gap) > len(own)
        for gap, own in _gaps(shown, term)
    )


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()


def _is_number(shown: str) -> bool:
    return re.search(r"[^\W\d_]", shown) is None


def _scattered(shown: str, term: str) -> bool:
    """More between its letters than the term has there."""
    return any(len(gap) > len(own) for gap, own in _gaps(shown, term))


def _gaps(shown: str, term: str) -> Iterator[tuple[str, str]]:
    """What stands between two letters, in what was found and in the term."""
    gaps, own = (re.split(r"[^\W_]", text)[1:-1] for text in (shown, term))
    return zip(gaps, own, strict=False)


def _blanks(shown: str) -> int:
    """Breaks inside a match that cannot be mere hyphenation or line wrapping: blanks, empty lines, black bars."""
    return sum(
        (" " in gap or "█" in gap or gap.count("\n") > 1)
        and gap[0] not in _HYPHENS
        and not any(joiner in gap for joiner in _UNSEEN)
        for gap in re.findall(r"[^\w]+", shown)
    )
