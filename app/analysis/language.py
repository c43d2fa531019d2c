"""Which language a text is in."""

from __future__ import annotations

from app.models.languages import bundled_languages

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "no", "fi", "cs", "ro", "hu", "tr")
UNKNOWN = "und"

_SAMPLE = 6000
_FEWEST_LETTERS = 20


def detect_language(text: str) -> str:
    """ISO 639-1 code, or "und" where there is too little text to tell. Raises ModelError."""
    sample = text[:_SAMPLE]
    if sum(c.isalpha() for c in sample) < _FEWEST_LETTERS:
        return UNKNOWN
    model = bundled_languages()
    return model.classify(sample) if model is not None else UNKNOWN
