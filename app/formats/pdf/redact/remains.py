"""Whether a page still shows a term, or a telling piece of one: a word without its last letter is no word gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.documents import find_terms, fold

_PIECE = 6


class Remains:
    """Looks for terms and for their six-letter pieces that nothing meant to stay contains."""

    def __init__(self, terms: Sequence[str], staying: Iterable[str]) -> None:
        self._terms = terms
        self._pieces = {piece for term in terms for piece in _windows(fold(term).text)}
        if self._pieces:
            for text in staying:
                self._pieces -= self._outside_terms(text)

    def shown(self, text: str) -> bool:
        folded = fold(text)
        if find_terms(text, self._terms, folded):
            return True
        return any(
            _in_one_word(text, folded.origin, at)
            for at in range(len(folded.text) - _PIECE + 1)
            if folded.text[at : at + _PIECE] in self._pieces
        )

    def _outside_terms(self, text: str) -> set[str]:
        folded = fold(text)
        cut = bytearray(len(text))
        for start, end, _ in find_terms(text, self._terms, folded):
            cut[start:end] = b"\1" * (end - start)
        letters = "".join("\0" if cut[at] else c for c, at in zip(folded.text, folded.origin, strict=True))
        return self._pieces & _windows(letters)


def _windows(letters: str) -> set[str]:
    return {letters[at : at + _PIECE] for at in range(len(letters) - _PIECE + 1)}


def _in_one_word(text: str, origin: Sequence[int], at: int) -> bool:
    return " " not in text[origin[at] : origin[at + _PIECE - 1] + 1]
