"""How much a sentence praises and blames, counted by words: with negation, strength, and what comes after "but"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from app.analysis.understanding.stopwords import STOPWORDS
from app.analysis.understanding.valence_words import LANGUAGES, Words

_TOKEN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|[.,;:!?…]|[😀-🙏👍👎❤]|[:;]-?[()]", re.UNICODE)
_STOP = frozenset(".;:!?…")
_SHORTEST_STEM = 2
_REACH = 3
"""Words that a negation or a word of strength reaches."""
_READABLE = 8
_AFTER = frozenset({"de", "nl"})
"""Languages in which "not" stands behind what it denies, too."""
_TURNED = -0.75
_MARKS = {"👍": 2.0, "👎": -2.0, "❤": 2.0}
_HAPPY = frozenset("😀😁😂😃😄😅😆😇😉😊😋😌😍😘😙😚😛🙂🙏")
_SAD = frozenset("😐😑😒😓😔😕😖😞😟😠😡😢😣😤😥😦😧😨😩😪😫😭😰😱😾🙁")


@dataclass(frozen=True, slots=True)
class Valence:
    """Praise and blame of a stretch of text, both at least 0."""

    good: float = 0.0
    bad: float = 0.0
    words: int = 0
    """Words that were known."""

    @property
    def balance(self) -> float:
        """Between -1 and 1; 0 where nothing was said or both sides weigh the same."""
        total = self.good + self.bad
        return (self.good - self.bad) / (total + 1.0) if total else 0.0


_FIRST_PART, _SHORTEST_END = 3, 5
"""Letters of a compound's first part, at least, and of the stem that ends it."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    exact: dict[str, float]
    stems: dict[str, float]
    no: frozenset[str]
    more: frozenset[str]
    less: frozenset[str]
    but: frozenset[str]
    compounds: bool
    longest_stem: int
    """Letters: words longer than all stems cost no more."""

    def value(self, token: str) -> float:
        found = self.exact.get(token)
        if found is not None:
            return found
        for length in range(min(len(token), self.longest_stem), _SHORTEST_STEM - 1, -1):
            found = self.stems.get(token[:length])
            if found is not None:
                return found
        return self._trouble_at_its_end(token) if self.compounds else 0.0

    def _trouble_at_its_end(self, token: str) -> float:
        """German says what is wrong at the end of a compound: "Signalstörung". Praise is seldom said so."""
        for cut in range(_FIRST_PART, len(token) - _SHORTEST_END + 1):
            for length in range(min(len(token) - cut, self.longest_stem), _SHORTEST_END - 1, -1):
                found = self.stems.get(token[cut : cut + length], 0.0)
                if found < 0:
                    return found
        return 0.0


@cache
def _lexicon(language: str) -> _Lexicon:
    words: Words = LANGUAGES[language]
    exact: dict[str, float] = {}
    stems: dict[str, float] = {}
    for line, value in (
        (words.trouble, -0.8), (words.good, 1.0), (words.bad, -1.0), (words.best, 2.0), (words.worst, -2.0),
    ):  # fmt: skip
        for word in line.split():
            (stems if word.endswith("*") else exact)[word.rstrip("*")] = value
    no, more, less, but = (frozenset(part.split()) for part in (words.no, words.more, words.less, words.but))
    longest = max(map(len, stems))
    return _Lexicon(exact, stems, no, more, less, but, compounds=language == "de", longest_stem=longest)


def tokens_of(text: str) -> list[str]:
    """Words in small letters, and the signs between them."""
    return [token.casefold().replace("’", "'") for token in _TOKEN.findall(text)]


def valence(text: str, language: str) -> Valence:
    """What the words say. In a language without a list of words only signs such as 👍 count."""
    tokens = tokens_of(text)
    if language not in LANGUAGES:
        return _total([(_sign(token), at) for at, token in enumerate(tokens)], len(tokens), len(tokens))
    known = _lexicon(language)
    turn = max((at for at, token in enumerate(tokens) if token in known.but), default=-1)
    values = []
    for at, token in enumerate(tokens):
        value = _sign(token) or known.value(token)
        if value and token not in known.no:
            values.append((value * _strength(known, tokens, at) * _negation(known, tokens, at, language), at))
    return _total(values, turn, len(tokens))


@cache
def says_valence(word: str) -> bool:
    """Whether the word praises, blames, turns or strengthens in one of the languages."""
    for language in LANGUAGES:
        known = _lexicon(language)
        if known.value(word) or word in known.no | known.more | known.less | known.but:
            return True
    return False


def knows(text: str, language: str) -> bool:
    """Whether the text reads as this language: of many words, one at least is a common one."""
    tokens = [token for token in tokens_of(text) if token[0].isalpha()]
    if len(tokens) < _READABLE:
        return True
    known = _lexicon(language)
    return any(t in STOPWORDS or t in known.no | known.more | known.but or known.value(t) for t in tokens)


def _sign(token: str) -> float:
    if token in _MARKS:
        return _MARKS[token]
    if token in _HAPPY or token in (":)", ":-)", ";)", ";-)"):
        return 1.5
    if token in _SAD or token in (":(", ":-("):
        return -1.5
    return 0.0


def _strength(known: _Lexicon, tokens: list[str], at: int) -> float:
    for token in tokens[max(0, at - 2) : at]:
        if token in known.more:
            return 1.4
        if token in known.less:
            return 0.6
    return 1.0


def _negation(known: _Lexicon, tokens: list[str], at: int, language: str) -> float:
    turned = False
    for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if tokens[back] in _STOP or tokens[back] in known.but:
            break
        turned |= tokens[back] in known.no  # two negations are one in most of the languages
    if language in _AFTER and not turned:
        for forth in range(at + 1, min(len(tokens), at + 1 + _REACH)):
            if tokens[forth] in _STOP or tokens[forth] == "," or tokens[forth] in known.but:
                break
            turned |= tokens[forth] in known.no
    return _TURNED if turned else 1.0


def _total(values: list[tuple[float, int]], turn: int, length: int) -> Valence:
    """What stands after the last "but" weighs more than what stands before it."""
    good = bad = 0.0
    for value, at in values:
        weight = 1.0 if turn <= 0 or turn >= length - 1 else (0.6 if at < turn else 1.4)
        good += max(0.0, value) * weight
        bad += max(0.0, -value) * weight
    return Valence(good, bad, sum(value != 0 for value, _ in values))
