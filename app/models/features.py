"""What the uncased encoder cannot see of a word: case, shape, affixes, place in the line, known names.

The recipe that trains the tagger imports this file, so training and run time read words alike.
"""

from __future__ import annotations

import itertools
import unicodedata
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.models import lexicon

AFFIX_BUCKETS = 1024
COLUMNS: tuple[tuple[str, int], ...] = (
    ("shape", 64),
    ("length", 16),
    ("prefix", AFFIX_BUCKETS),
    ("suffix", AFFIX_BUCKETS),
    ("place_in_line", 8),
    ("line", 16),
    ("gaps", 16),
    ("known", 128),
    ("lexicon", lexicon.VALUES),
)
"""Name and number of values of each feature column."""

FORENAME, SURNAME, PLACE, CALENDAR, COMPANY_FORM, TITLE, NATION = 1, 2, 4, 8, 16, 32, 64
"""Bits of the column "known"."""

_PUNCTUATION = {sign: 40 + number for number, sign in enumerate(".,:;@/\\-_()[]#+*'\"&|<>")}
_OTHER_SIGN = 63
_LETTERLESS = 5
_MARKS = frozenset({"Mn", "Me", "Cf"})


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a text, as the tokenizer cut them."""

    spans: NDArray[np.int32]
    """Shape (w, 2): half-open character spans, widened over marks that belong to the word."""
    first: NDArray[np.int32]
    """Shape (w,): index of the first token of each word."""
    features: NDArray[np.int16]
    """Shape (w, len(COLUMNS))."""


def find_words(
    text: str,
    offsets: NDArray[np.int32],
    words: NDArray[np.int32],
    known: Mapping[str, int],
    lexical: lexicon.Lexicon = lexicon.EMPTY,
) -> Words:
    """Words and their features. Linear in the length of the text; `known` maps lower-cased words to bits."""
    if len(words) == 0:
        empty = np.zeros((0, 2), np.int32)
        return Words(empty, np.zeros(0, np.int32), np.zeros((0, len(COLUMNS)), np.int16))
    first = np.flatnonzero(np.r_[True, words[1:] != words[:-1]]).astype(np.int32)
    last = np.r_[first[1:], len(words)] - 1
    spans = np.stack([offsets[first, 0], offsets[last, 1]], axis=1).astype(np.int32)
    if not text.isascii():
        _widen(text, spans)
    rows = spans.tolist()
    features = _features(text, rows, known)
    features[:, -1] = lexical.values([text[start:end].lower() for start, end in rows])
    return Words(spans, first, features)


def _widen(text: str, spans: NDArray[np.int32]) -> None:
    """Take combining marks and format signs after a word into it: the tokenizer drops them."""
    following = np.r_[spans[1:, 0], len(text)]
    for row in np.flatnonzero(spans[:, 1] < following):
        end = int(spans[row, 1])
        stop = min(int(following[row]), end + 64)
        while end < stop and unicodedata.category(text[end]) in _MARKS:
            end += 1
        spans[row, 1] = end


def _features(text: str, spans: list[list[int]], known: Mapping[str, int]) -> NDArray[np.int16]:
    out = np.zeros((len(spans), len(COLUMNS)), dtype=np.int16)
    gaps = _gaps(text, spans)
    begin = 0
    for number in range(1, len(spans) + 1):
        if number == len(spans) or gaps[number] == 2:
            _line_features(text, spans, begin, number, gaps, known, out)
            begin = number
    return out


def _gaps(text: str, spans: list[list[int]]) -> list[int]:
    """What stands before each word: 0 nothing, 1 white space, 2 a new line, 3 the text begins."""
    gaps = [3]
    for (_, end), (start, _) in itertools.pairwise(spans):
        if start <= end:
            gaps.append(0)
        else:
            gap = text[end : min(start, end + 200)]
            gaps.append(2 if "\n" in gap or "\r" in gap or "\x0c" in gap else 1)
    gaps.append(3)
    return gaps


def _line_features(
    text: str,
    spans: list[list[int]],
    begin: int,
    end: int,
    gaps: list[int],
    known: Mapping[str, int],
    out: NDArray[np.int16],
) -> None:
    parts = [text[spans[row][0] : spans[row][1]] for row in range(begin, end)]
    case = _line_case(parts[:200])
    colon = 0
    for place, part in enumerate(parts):
        row = begin + place
        lowered = part.lower()
        last = 1 if row + 1 == end else 0
        out[row] = (
            word_shape(part),
            min(len(part), 15),
            _bucket(lowered[:3]),
            _bucket(lowered[-3:]),
            place if place < 4 else 4 + min(3, (place - 4) // 4),
            case * 4 + colon * 2 + last,
            gaps[row] * 4 + gaps[row + 1],
            known.get(lowered, 0),
            0,
        )
        if part == ":":
            colon = 1


def _line_case(parts: list[str]) -> int:
    """0 mixed, 1 capitals, 2 small letters only, 3 most words begin with a capital."""
    words = [part for part in parts if part[:1].isalpha()]
    if not words:
        return 0
    if all(part == part.lower() for part in words):
        return 2
    long = [part for part in words if len(part) > 1]
    if long and all(part == part.upper() for part in long):
        return 1
    return 3 if 2 * sum(part[0].isupper() for part in words) > len(words) else 0


def word_shape(part: str) -> int:
    """One of 64 shapes: kind of case, digits and their number, script, or the sign itself."""
    if len(part) == 1 and not part.isalnum():
        return _PUNCTUATION.get(part, _OTHER_SIGN)
    if part.isalpha():  # most words, and much faster than sign by sign
        digits, letters = 0, 1
    else:
        digits = sum(sign.isdigit() for sign in part[:32])
        letters = sum(sign.isalpha() for sign in part[:32])
    if digits and not letters:
        return 8 + min(digits, 12)
    if not letters:
        return _LETTERLESS
    script = 0 if part.isascii() else _script(part)
    if script == 2:
        return 39
    if digits:
        return 21 + (1 if part[0].isdigit() else 0) + (2 if part == part.upper() else 0)
    return 25 + script * 7 + _case(part)


def _case(part: str) -> int:
    if len(part) == 1:
        return 0 if part.isupper() else 1
    if part == part.lower():
        return 2
    if part == part.upper():
        return 3 if len(part) < 4 else 4
    if part[0].isupper() and part[1:] == part[1:].lower():
        return 5
    return 6


def _script(part: str) -> int:
    """1 where letters carry accents or are of another alphabet with case, 2 where letters have no case."""
    return 2 if part.lower() == part.upper() else 1


def _bucket(affix: str) -> int:
    return zlib.crc32(affix.encode("utf-8", "surrogatepass")) % AFFIX_BUCKETS
