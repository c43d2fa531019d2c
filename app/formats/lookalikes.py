"""Finding terms in text that was read from pixels, where l, I and 1 or O and 0 are easily mistaken."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents import find_terms, fold_term

_LEAST = 4
"""Shorter terms are looked for as they are written only."""
_ALIKE = str.maketrans({
    **dict.fromkeys("lIi|!íìîïÍÌÎÏ", "1"),
    **dict.fromkeys("OoQDóòôöÓÒÔÖ", "0"),
    **dict.fromkeys("Ss$", "5"),
    **dict.fromkeys("Zz", "2"),
    "B": "8",
    "G": "6",
    "q": "g",
    "c": "e",
    "C": "e",
    "E": "e",
    "v": "u",
    "V": "u",
    "U": "u",
})  # fmt: skip
"""One character for one, so that spans stay."""


def find_seen_terms(text: str, terms: Sequence[str]) -> list[tuple[int, int, int]]:
    """Like `find_terms`, and also where characters of the text look like those of the term."""
    found = set(find_terms(text, terms))
    long = [index for index, term in enumerate(terms) if len(fold_term(term)) >= _LEAST]
    alike = find_terms(text.translate(_ALIKE), [terms[index].translate(_ALIKE) for index in long])
    found.update((start, end, long[index]) for start, end, index in alike)
    return sorted(found)
