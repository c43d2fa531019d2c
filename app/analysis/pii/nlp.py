"""Presidio's view of a text without any language model: words with their places, lower case for lemmas.

Presidio compares lemmas with context words, so lemmas must not be empty; lower case is what helps in all
languages at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from app.analysis.pii.presidio import NlpArtifacts, NlpEngine

_WORD = re.compile(r"\w+(?:[-.'’]\w+)*|[^\w\s]")
_STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "and",
        "or",
        "der",
        "die",
        "das",
        "und",
        "le",
        "la",
        "les",
        "de",
        "du",
        "el",
        "los",
        "il",
        "lo",
        "o",
        "os",
        "het",
        "een",
        "en",
        "i",
        "w",
        "z",
    ]
)


class WordsNlpEngine(NlpEngine):
    """Splits into words; nothing else."""

    def __init__(self, language: str) -> None:
        self._language = language
        self.nlp = {language: self}

    def load(self) -> None:
        """Nothing to load."""

    def is_loaded(self) -> bool:
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        words = list(_WORD.finditer(text))
        tokens: Any = [word.group() for word in words]
        return NlpArtifacts(
            entities=[],
            tokens=tokens,
            tokens_indices=[word.start() for word in words],
            lemmas=[word.group().lower() for word in words],
            nlp_engine=self,
            language=language,
        )

    def process_batch(
        self, texts: Iterable[str], language: str, batch_size: int = 1, n_process: int = 1, **kwargs: Any
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        for text in texts:
            yield text, self.process_text(text, language)

    def is_stopword(self, word: str, language: str) -> bool:
        return word.lower() in _STOP

    def is_punct(self, word: str, language: str) -> bool:
        return not any(character.isalnum() for character in word)

    def get_supported_entities(self) -> list[str]:
        return []

    def get_supported_languages(self) -> list[str]:
        return [self._language]
