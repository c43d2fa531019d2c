"""Looking for terms and pieces of terms in texts, written apart from the redactor's own search on purpose.

Both sides are reduced to lower-case letters and digits (NFKD), so hyphenation, ligatures, spacing and line
breaks hide nothing. A hit that begins or ends inside a word counts only where it is written as one word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

FRAGMENT = 6
_SHORT = 5
_JOINERS = "-\u00ad\u2010\u2011\u200b\u200c\u200d\u2060\ufeff"


@dataclass(frozen=True, slots=True)
class Reduced:
    """Letters and digits of a text; `at[i]` is the index in the text that letter i came from."""

    letters: str
    at: list[int]
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """Term `index`, or a piece of it, stands in a text."""

    index: int
    fragment: bool


def reduce(text: str) -> Reduced:
    """Fold a text; plain ASCII, which is most of it, takes a short cut."""
    letters: list[str] = []
    at: list[int] = []
    for index, character in enumerate(text):
        if character.isascii():
            if character.isalnum():
                letters.append(character.lower())
                at.append(index)
            continue
        for piece in unicodedata.normalize("NFKD", character).lower():
            for letter in unicodedata.normalize("NFKD", piece):
                if letter.isalnum():
                    letters.append(letter)
                    at.append(index)
    return Reduced("".join(letters), at, text)


def reduced_term(term: str) -> str:
    return reduce(term).letters


class TermSearch:
    """Terms that should be gone, and the six-letter pieces of them that nothing allowed contains."""

    def __init__(self, terms: Iterable[str], allowed: Iterable[str]) -> None:
        self._terms = [(index, reduced_term(term), term) for index, term in enumerate(terms)]
        self._pieces = self._telling_pieces(allowed)

    @property
    def count(self) -> int:
        return len(self._terms)

    def find(self, text: str) -> Iterator[Match]:
        """Every term that `text` shows, each once: whole if whole, else as a fragment."""
        if not text:
            return
        reduced = reduce(text)
        whole: set[int] = set()
        for index, letters, term in self._terms:
            if (letters and self._shown(reduced, letters, term)) or (
                not letters and term.strip() and term.strip() in text
            ):
                whole.add(index)
                yield Match(index, False)
        seen = set(whole)
        if self._pieces:
            for position in range(len(reduced.letters) - FRAGMENT + 1):
                index_of = self._pieces.get(reduced.letters[position : position + FRAGMENT])
                if index_of is None or index_of in seen:
                    continue
                if _one_word(reduced, position, position + FRAGMENT):
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
        cut = [letters for _, letters, _ in self._terms if len(letters) >= _SHORT]
        pattern = re.compile("|".join(map(re.escape, sorted(cut, key=len, reverse=True)))) if cut else None
        for text in allowed:
            rest = reduce(text).letters
            rest = pattern.sub("\0", rest) if pattern else rest
            for position in range(len(rest) - FRAGMENT + 1):
                pieces.pop(rest[position : position + FRAGMENT], None)
        return pieces

    @staticmethod
    def _shown(reduced: Reduced, letters: str, term: str) -> bool:
        position = reduced.letters.find(letters)
        while position >= 0:
            if _counts(reduced, position, position + len(letters), letters, term):
                return True
            position = reduced.letters.find(letters, position + 1)
        return False


def _counts(reduced: Reduced, low: int, high: int, letters: str, term: str) -> bool:
    text, start, end = reduced.text, reduced.at[low], reduced.at[high - 1] + 1
    bordered = (start == 0 or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum())
    if bordered:
        return True
    if len(letters) < _SHORT:
        return False
    breaks = sum(not c.isalnum() for c in term.strip())
    return _blanks(text[start:end]) <= breaks


def _one_word(reduced: Reduced, low: int, high: int) -> bool:
    return _blanks(reduced.text[reduced.at[low] : reduced.at[high - 1] + 1]) == 0


def _blanks(shown: str) -> int:
    """Breaks inside a match that cannot be mere hyphenation or line wrapping."""
    return len(
        [gap for gap in re.findall(r"[^\w]+", shown) if " " in gap and not any(j in gap for j in _JOINERS)]
    )
