"""Whether a page still shows a term, or a telling piece of one: a word without its last letter is no word gone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property

from app.documents import find_terms, fold, may_hold

_PIECE = 6
_NO_LETTER = re.compile(r"[\W_]+")


def letters_of(text: str) -> str:
    """What `fold` makes of a text, without where each letter came from, and much faster."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKD", text.casefold()))


class Remains:
    """Looks for terms and for their six-letter pieces that nothing meant to stay contains."""

    def __init__(self, terms: Sequence[str], staying: Iterable[str]) -> None:
        self._terms = terms
        self._staying = staying
        self._all_pieces = {piece for term in terms for piece in _windows(fold(term).text)}

    def shown(self, text: str) -> bool:
        letters = letters_of(text)
        if may_hold(letters, self._terms) and find_terms(text, self._terms):
            return True
        if not any(piece in letters for piece in self._all_pieces):
            return False
        folded = fold(text)
        return any(
            _in_one_word(text, folded.origin, at)
            for at in range(len(folded.text) - _PIECE + 1)
            if folded.text[at : at + _PIECE] in self._telling
        )

    @cached_property
    def _telling(self) -> set[str]:
        """Pieces that stand nowhere but in terms."""
        left = set(self._all_pieces)
        for text in self._staying:
            left -= self._outside_terms(text)
        return left

    def _outside_terms(self, text: str) -> set[str]:
        folded = fold(text)
        cut = bytearray(len(text))
        for start, end, _ in find_terms(text, self._terms, folded):
            cut[start:end] = b"\1" * (end - start)
        letters = "".join("\0" if cut[at] else c for c, at in zip(folded.text, folded.origin, strict=True))
        return self._all_pieces & _windows(letters)


def _windows(letters: str) -> set[str]:
    return {letters[at : at + _PIECE] for at in range(len(letters) - _PIECE + 1)}


def _in_one_word(text: str, origin: Sequence[int], at: int) -> bool:
    return " " not in text[origin[at] : origin[at + _PIECE - 1] + 1]
