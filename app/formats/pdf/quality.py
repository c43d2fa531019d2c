"""Is a page's text layer to be believed? Decides whether its pixels must be read as well."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from app.documents import fold_term


class Need(Enum):
    """What reading the pixels is for."""

    NOTHING = "nothing"
    PICTURES = "pictures"
    """The text layer is sound, but pictures may hold more text."""
    CHECK = "check"
    """The text layer looks odd: read the page and compare."""
    WHOLE = "whole"
    """There is no text layer, or a broken one."""


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen of a page before its pixels are read."""

    letters: int
    """Visible characters that are not blank."""
    bad: int
    """Of these, how many stand in words that the file gives no meaning for."""
    odd_words: bool
    """The words look like no language."""
    coverage: float
    """Share of the page that pictures cover, 0 to 1."""
    covered_letters: int
    """Visible characters that lie on pictures."""
    shapes: int


PICTURE_SHARE = 0.15
"""Pictures that cover at least this share of a page are read."""
_DENSE = 250
"""So many letters on top of a picture are an OCR layer of someone else's."""
_OUTLINES = 40
"""A page without text but with so many shapes may show text as outlines."""


def judge(look: Look) -> Need:
    """Decide from what was seen."""
    if look.letters < 3:
        drawn = look.coverage > 0.01 or look.shapes >= _OUTLINES
        return Need.WHOLE if drawn else Need.NOTHING
    if look.bad > 0.3 * look.letters:
        return Need.WHOLE
    if look.bad >= 4 or look.odd_words:
        return Need.CHECK
    if look.coverage >= PICTURE_SHARE:
        return Need.PICTURES
    return Need.NOTHING


def carries_ocr_layer(look: Look) -> bool:
    """True where a scan seems to have its text behind it already."""
    return look.coverage > 0.6 and look.covered_letters >= _DENSE


def bad_characters(codes: NDArray[np.uint32], unmapped: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Characters without meaning that make up whole words; lone ones are bullets and ornaments."""
    blank = np.isin(codes, (0x20, 0x09, 0x0A, 0x0D, 0xA0))
    private = ((codes >= 0xE000) & (codes < 0xF900)) | (codes >= 0xF0000)
    control = (codes < 0x20) | ((codes >= 0x7F) & (codes < 0xA0))
    bad = (unmapped | private | control | (codes == 0xFFFD)) & ~blank
    word = np.cumsum(blank)
    if not bad.any():
        return np.asarray(bad, dtype=np.bool_)
    lengths = np.bincount(word[~blank], minlength=int(word[-1]) + 1)
    wrong = np.bincount(word[bad], minlength=int(word[-1]) + 1)
    broken = (wrong >= 3) & (wrong * 2 >= lengths)
    return np.asarray(bad & broken[word], dtype=np.bool_)


_WORD = re.compile(r"[^\W\d_]{2,}")
_VOWELS = "aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿąęěůűőıășțđ"
_VOWEL = re.compile(f"[{_VOWELS}]")
_CROWDED = re.compile(rf"[^{_VOWELS}]{{6}}|(.)\1{{3}}")
"""Six consonants in a row, or four equal letters."""
_LATIN = re.compile(r"[\s\u0250-\U0010ffff]+")
_ENOUGH = 6_000
_LEAST_WORDS = 12
_COMMON_WORDS = (
    "the of and to in is for that with on as be at by from this your or are we you "
    "der die das und ist in den von zu mit auf für nicht ein eine im dem des sie wir ihre "
    "le la les de des et en un une du est que pour dans sur par au avec vous nous "
    "el los las del y que por con para una es se su lo como "
    "il di che e per un una non con del della da si nel "
    "o os da do dos em um uma não com se na no "
    "het een van en dat op te voor met zijn niet aan "
    "w i na z do się nie o jest od po "
    "og det er til som på av en den har för att som med är "
    "no date name total page tel email street number"
)
_COMMON = frozenset(_COMMON_WORDS.split())


def odd_words(text: str) -> bool:
    """True where most words could not be words of a language written in Latin letters."""
    text = text[:_ENOUGH].casefold()
    tokens = text.split()
    plain = len(_LATIN.sub("", text))
    if plain * 2 < sum(map(len, tokens)):
        return False
    if plain >= 80 and _unlike_words(tokens):
        return True
    latin = _WORD.findall(text)
    if len(latin) < _LEAST_WORDS:
        return False
    long = [w for w in latin if len(w) >= 4]
    strange = sum(1 for w in long if not _VOWEL.search(w) or _CROWDED.search(w))
    if len(long) >= _LEAST_WORDS and strange > 0.35 * len(long):
        return True
    return len(latin) >= 40 and _COMMON.isdisjoint(latin)


_SYMBOL_INSIDE = re.compile(r"[a-z][(){}\[\]<>|\\^~`!#$%*=;?\"][a-z]")


def _unlike_words(tokens: list[str]) -> bool:
    """True where hardly anything is a blank, or brackets and signs stand within most words."""
    if sum(map(len, tokens)) > 20 * len(tokens):
        return True
    signs = sum(1 for token in tokens if _SYMBOL_INSIDE.search(token))
    return len(tokens) >= _LEAST_WORDS and signs > 0.3 * len(tokens)


def agreement(seen: list[str], layer: str) -> float:
    """Share of the words seen in the pixels that the text layer has too, 0 to 1; 1 where none was seen."""
    folded = fold_term(layer)
    words = [f for word in seen if len(f := fold_term(word)) >= 3]
    return sum(1 for word in words if word in folded) / len(words) if words else 1.0
