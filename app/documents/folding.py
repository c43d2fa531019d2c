"""Finding a term whatever its case, accents of form, hyphenation, spacing or line breaks.

Text is folded to NFKD alphanumerics in lower case, with the index of each folded character's origin,
so that ligatures, soft hyphens, no-break spaces, letter-spacing and wrapped words all match.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

SUBSTRING_LENGTH = 5
"""Folded terms at least this long are found inside longer words too; shorter ones only as whole words."""


@dataclass(frozen=True, slots=True)
class Folded:
    """`text[i]` came from character `origin[i]` of the original string."""

    text: str
    origin: tuple[int, ...]


@lru_cache(maxsize=65536)
def _fold_character(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character.casefold())
    return "".join(c for c in decomposed if c.isalnum())


def fold(text: str) -> Folded:
    """Fold `text`; linear in its length."""
    letters: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text):
        for letter in _fold_character(character):
            letters.append(letter)
            origin.append(index)
    return Folded("".join(letters), tuple(origin))


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
    found: list[tuple[int, int, int]] = []
    for index, term in enumerate(terms):
        needle = fold_term(term)
        if not needle:
            found.extend((at, at + len(term), index) for at in _literal(text, term.strip()))
            continue
        at = folded.text.find(needle)
        while at >= 0:
            start = folded.origin[at]
            end = folded.origin[at + len(needle) - 1] + 1
            if _cuts_character(folded, at, at + len(needle)) or _accept(text, start, end, term, needle):
                found.append((start, _with_marks(text, end), index))
            at = folded.text.find(needle, at + 1)
    return sorted(found)


def _literal(text: str, term: str) -> Iterable[int]:
    at = text.find(term) if term else -1
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
