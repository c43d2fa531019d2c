"""Names in other cases than the one they were found in: Polish writes "z Kowalskim", "Kiełbasy brat", "u Marka"."""

from __future__ import annotations

import itertools

_ENDINGS = frozenset({
    "a", "y", "i", "ę", "ą", "o", "u", "e", "m", "ie", "owi", "em", "iem", "om", "ami", "ach", "ch", "ego", "emu", "ej",
    "im", "ym", "iego", "iemu", "iej", "owej", "ową", "owa", "owie", "ów", "mi",
})  # fmt: skip
_FLEETING = {"ek": "k", "ec": "c", "eł": "ł", "er": "r"}
"""Ends of names that lose their e: "Marek", "Marka"."""
_SHORTEST = 3
_OWN_ENDING = 2
"""Letters that a name's own ending has at most."""


def is_polish_form(name: str, word: str) -> bool:
    """Whether `word` is `name` in another case or, of a surname, another gender."""
    if word == name or word[:1] != name[:1] or not word[:1].isupper():
        return False
    bases = [name]
    if name[-2:] in _FLEETING:
        bases.append(name[:-2] + _FLEETING[name[-2:]])
    return any(_goes_with(base, word) for base in bases)


def _goes_with(base: str, word: str) -> bool:
    alike = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(base, word, strict=False))
    shared = sum(1 for _ in alike)
    rest, ending = base[shared:], word[shared:]
    if shared < _SHORTEST or len(rest) > _OWN_ENDING or ending not in _ENDINGS:
        return False
    # What is taken off must be an ending itself, or nothing: "Maria" is no form of "Marek".
    return not rest or rest in _ENDINGS
