"""Which language a text is in."""

from __future__ import annotations

import re

from app.models.languages import bundled_languages

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "no", "fi", "cs", "ro", "hu", "tr")
UNKNOWN = "und"

_SAMPLE = 6000
_FEWEST_LETTERS = 20

_SMALL = re.compile(r"(?<![^\W\d_])[^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]+")
_FEWEST_SMALL = 40


def detect_language(text: str, table: bool = False) -> str:
    """ISO 639-1 code, or "und" where there is too little text to tell. Raises ModelError.

    The cells of a table are mostly names of people and places, which speak for where these live: words that begin with
    a small letter count alone where there are enough of them.
    """
    sample = text[:_SAMPLE]
    if table:
        small = " ".join(_SMALL.findall(sample))
        sample = small if len(small) >= _FEWEST_SMALL else sample
    if sum(c.isalpha() for c in sample) < _FEWEST_LETTERS:
        return UNKNOWN
    model = bundled_languages()
    return model.classify(sample) if model is not None else UNKNOWN
