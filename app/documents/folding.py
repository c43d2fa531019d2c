"""Finding a term whatever its case, accents of form, hyphenation, spacing or line breaks.

Text is folded to NFKD alphanumerics in lower case, with the index of each folded character's origin,
so that ligatures, soft hyphens, no-break spaces, letter-spacing and wrapped words all match.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

SUBSTRING_LENGTH = 5
"""Folded terms at least this long are found inside longer words too; shorter ones only as whole words."""


_FEW = 256
"""Characters up to which a loop is faster than arrays."""
_MANY = 32
"""Terms from which one pass for all is faster than one for each."""
_HEAD = 4
"""Letters by which the terms that may begin at a place are looked up."""
_PIECE = 1 << 18
"""Characters folded at once, so that the arrays in between stay small."""


@dataclass(frozen=True, slots=True)
class Folded:
    """`text[i]` came from character `origin[i]` of the original string."""

    text: str
    origin: Sequence[int]
    """Plain integers, four bytes each: a book of a thousand pages has millions of them."""


@lru_cache(maxsize=65536)
def _fold_character(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character.casefold())
    return "".join(c for c in decomposed if c.isalnum())


def fold(text: str) -> Folded:
    """Fold `text`; linear in its length."""
    if len(text) > _PIECE:
        import numpy as np

        pieces = [_fold_long(text[at : at + _PIECE]) for at in range(0, len(text), _PIECE)]
        whole = array("i")
        for number, piece in enumerate(pieces):
            whole.frombytes((np.asarray(piece.origin, np.int32) + number * _PIECE).tobytes())
        return Folded("".join(piece.text for piece in pieces), whole)
    if len(text) > _FEW:
        return _fold_long(text)
    letters: list[str] = []
    origin = array("i")
    for index, character in enumerate(text):
        for letter in _fold_character(character):
            letters.append(letter)
            origin.append(index)
    return Folded("".join(letters), origin)


def _fold_long(text: str) -> Folded:
    """The same by tables: each kind of character is folded once."""
    import numpy as np  # here: whoever folds a name or two starts without it

    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    seen = np.zeros(int(points.max()) + 1, np.bool_)
    seen[points] = True
    kinds = np.flatnonzero(seen)
    folded = [_fold_character(chr(kind)) for kind in kinds.tolist()]
    number = np.zeros(len(seen), np.int32)
    number[kinds] = np.arange(len(kinds))
    kind_of = number[points]
    lengths = np.array([len(letters) for letters in folded], np.int32)
    if lengths.max(initial=0) <= 1:
        origin = np.flatnonzero(lengths[kind_of]).astype(np.int32)
        only = np.array([ord(letters) if letters else 0 for letters in folded], "<u4")
        letters_of = only[kind_of[origin]]
    else:
        sizes = lengths[kind_of]
        origin = np.repeat(np.arange(len(points), dtype=np.int32), sizes)
        ends = np.cumsum(sizes, dtype=np.int64)
        within = np.arange(len(origin)) - np.repeat(ends - sizes, sizes)
        table = np.frombuffer("".join(folded).encode("utf-32-le", "surrogatepass"), "<u4")
        starts = np.cumsum(lengths, dtype=np.int64) - lengths
        letters_of = table[starts[kind_of[origin]] + within]
    return Folded(letters_of.tobytes().decode("utf-32-le", "surrogatepass"), array("i", origin.tobytes()))


def fold_term(term: str) -> str:
    """The folded form of a search term; "" when it has no letter or digit."""
    return fold(term).text


def find_terms(text: str, terms: Sequence[str], folded: Folded | None = None) -> list[tuple[int, int, int]]:
    """Spans of `text` that show one of `terms`: (start, end, index of the term), sorted.

    A match that begins or ends inside a word is taken when the term is long and the match is one
    word as written, or was broken by a hyphen, a line break or zero-width characters; so "Thera" is
    not found in "the rate", but "Smith" is found in "Smi-\\nth" and "Smithson".
    """
    folded = folded or fold(text)
    needles = _needles(tuple(terms))
    found = [(at, at + len(sign), index) for index, sign in needles.signs for at in _literal(text, sign)]
    for at, needle in needles.places(folded.text):
        start = folded.origin[at]
        end = folded.origin[at + len(needle) - 1] + 1
        cuts = _cuts_character(folded, at, at + len(needle))
        for index in needles.terms[needle]:
            if cuts or _accept(text, start, end, terms[index], needle):
                found.append((start, _with_marks(text, end), index))
    return sorted(found)


def may_hold(letters: str, terms: Sequence[str]) -> bool:
    """Whether `find_terms` is worth while in a text whose folded form is `letters`: never false where it would find."""
    needles = _needles(tuple(terms))
    return bool(needles.signs) or next(needles.places(letters), None) is not None


@dataclass(frozen=True, slots=True)
class _Needles:
    """Terms as folded text is searched for them."""

    terms: dict[str, list[int]]
    """Folded form to the indices of the terms that have it."""
    signs: list[tuple[int, str]]
    """Terms without letters or digits."""
    sizes: dict[str, set[int]]
    """Lengths of the needles that begin with these letters."""

    def places(self, text: str) -> Iterator[tuple[int, str]]:
        """Where each needle stands in folded text, also where they overlap; in no order."""
        if len(self.terms) < _MANY:
            for needle in self.terms:
                at = text.find(needle)
                while at >= 0:
                    yield at, needle
                    at = text.find(needle, at + 1)
            return
        for head in {len(head) for head in self.sizes}:
            for at in range(len(text) - head + 1):
                for size in self.sizes.get(text[at : at + head], ()):
                    if (needle := text[at : at + size]) in self.terms:
                        yield at, needle


@lru_cache(maxsize=8)
def _needles(terms: tuple[str, ...]) -> _Needles:
    """Folded once: a workbook has one string of a few letters after the other, and thousands of terms."""
    folded: dict[str, list[int]] = {}
    signs: list[tuple[int, str]] = []
    sizes: dict[str, set[int]] = {}
    for index, term in enumerate(terms):
        if needle := fold_term(term):
            folded.setdefault(needle, []).append(index)
            sizes.setdefault(needle[:_HEAD], set()).add(len(needle))
        elif sign := term.strip():
            signs.append((index, sign))
    return _Needles(folded, signs, sizes)


def _literal(text: str, term: str) -> Iterable[int]:
    at = text.find(term)
    while at >= 0:
        yield at
        at = text.find(term, at + len(term))


def _cuts_character(folded: Folded, start: int, end: int) -> bool:
    """True when the match begins or ends within one original character (a ligature): it must go."""
    before = start > 0 and folded.origin[start - 1] == folded.origin[start]
    after = end < len(folded.origin) and folded.origin[end] == folded.origin[end - 1]
    return before or after


def _with_marks(text: str, end: int) -> int:
    """Combining marks after the last letter belong to it."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _accept(text: str, start: int, end: int, term: str, needle: str) -> bool:
    inside_word = (start > 0 and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())
    if not inside_word:
        return True
    if len(needle) < SUBSTRING_LENGTH:
        return False
    return not _has_foreign_gap(text[start:end], term)


def _has_foreign_gap(match: str, term: str) -> bool:
    """True when the match is broken by a plain blank at a place where the term has no break."""
    gaps_allowed = sum(1 for c in term.strip() if not c.isalnum())
    gaps = 0
    previous_alnum = True
    for position, character in enumerate(match):
        alnum = character.isalnum() or unicodedata.combining(character) != 0
        if previous_alnum and not alnum and character in " \t\u00a0":
            joined = position > 0 and match[position - 1] in "-\u00ad\u2010"
            gaps += 0 if joined else 1
        previous_alnum = alnum
    return gaps > gaps_allowed
