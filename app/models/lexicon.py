"""Which words are common ones, and which stand in lists of surnames and places.

German writes every noun with a capital, so there the shape of a word says little: what tells a name from a noun is
whether the word, or the noun that a compound ends in, is a common one.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

COMMON, COMPOUND, LISTED_NAME, LISTED_PLACE = 1, 2, 4, 8
"""Bits of a word; COMPOUND is worked out, the others are stored."""
VALUES = 16
SHORTEST_END = 4
"""Letters of the common word that a compound ends in."""
_SHORTEST_COMPOUND = 7
_LONGEST_COMPOUND = 40
_SHORTEST_GENITIVE = 5


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Lower-cased words as sorted CRC-32 sums: of a million strange words some seventy meet one by chance."""

    sums: NDArray[np.uint32]
    """Shape (n,), ascending."""
    bits: NDArray[np.uint8]
    """Shape (n,): COMMON, LISTED_NAME and LISTED_PLACE of each."""

    def values(self, words: Sequence[str]) -> NDArray[np.int16]:
        """Bits of each lower-cased word, shape (w,)."""
        distinct = sorted(set(words))
        found = self._look_up(distinct)
        self._add_genitives(distinct, found)
        self._add_compounds(distinct, found)
        by_word = dict(zip(distinct, found.tolist(), strict=True))
        return np.fromiter((by_word[word] for word in words), dtype=np.int16, count=len(words))

    def explained(self, words: Sequence[str]) -> NDArray[np.bool_]:
        """Which lower-cased words a common word explains; see `is_explained`."""
        return is_explained(self.values(words))

    def _look_up(self, words: Sequence[str]) -> NDArray[np.int16]:
        if len(self.sums) == 0 or not words:
            return np.zeros(len(words), np.int16)
        sums = np.fromiter((_sum(word) for word in words), dtype=np.uint32, count=len(words))
        places = np.minimum(np.searchsorted(self.sums, sums), len(self.sums) - 1)
        return np.where(self.sums[places] == sums, self.bits[places], 0).astype(np.int16)

    def _add_genitives(self, words: Sequence[str], found: NDArray[np.int16]) -> None:
        """A name with an s behind it, as in "Holroyds Stimme", is still that name."""
        rows = [
            row
            for row, word in enumerate(words)
            if not found[row] and word.endswith("s") and len(word) >= _SHORTEST_GENITIVE
        ]
        found[rows] = self._look_up([words[row][:-1] for row in rows]) & (LISTED_NAME | LISTED_PLACE)

    def _add_compounds(self, words: Sequence[str], found: NDArray[np.int16]) -> None:
        rows: list[int] = []
        ends: list[str] = []
        for row, word in enumerate(words):
            if not found[row] & COMMON and _SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND:
                fresh = [word[cut:] for cut in range(3, len(word) - SHORTEST_END + 1)]
                rows.extend([row] * len(fresh))
                ends.extend(fresh)
        common = (self._look_up(ends) & COMMON) > 0
        found[np.unique(np.array(rows, dtype=np.int64)[common])] |= COMPOUND


def is_explained(values: NDArray[np.int16]) -> NDArray[np.bool_]:
    """Whether a word is common, or ends in a common one without being a listed name ("Steinmeier")."""
    return np.asarray(
        ((values & COMMON) > 0) | ((values & (COMPOUND | LISTED_NAME)) == COMPOUND), dtype=np.bool_
    )


def _sum(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def make_lexicon(words: Mapping[str, int]) -> Lexicon:
    """The lexicon of lower-cased words and their bits."""
    by_sum: dict[int, int] = {}
    for word, bits in words.items():
        number = _sum(word)
        by_sum[number] = by_sum.get(number, 0) | bits
    sums = np.array(sorted(by_sum), dtype=np.uint32)
    return Lexicon(sums, np.array([by_sum[number] for number in sums.tolist()], dtype=np.uint8))


EMPTY = make_lexicon({})
"""Knows nothing."""
