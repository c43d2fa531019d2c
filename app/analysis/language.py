"""Which language a text is in."""

from __future__ import annotations

from functools import cache

from py3langid import langid

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "no", "fi", "cs", "ro", "hu", "tr")
UNKNOWN = "und"

_SAMPLE = 6000
_FEWEST_LETTERS = 20


def detect_language(text: str) -> str:
    """ISO 639-1 code, or "und" where there is too little text to tell."""
    sample = text[:_SAMPLE]
    if sum(c.isalpha() for c in sample) < _FEWEST_LETTERS:
        return UNKNOWN
    code, _ = _identifier().classify(sample)
    return str(code)


@cache
def _identifier() -> langid.LanguageIdentifier:
    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return identifier
