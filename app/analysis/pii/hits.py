"""What a finder returns, and Presidio's recogniser around a finder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from app.analysis.pii.presidio import AnalysisExplanation, EntityRecognizer, RecognizerResult

LANGUAGE = "en"
"""All recognisers are registered under one code: they carry the words of all languages themselves, and a
document in one language may quote another."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A span of a text that a finder holds to be private, and why."""

    start: int
    end: int
    type: str
    score: float
    why: str


Finder = Callable[[str, str], Iterable[Hit]]
"""(text, language of the document) → hits. Linear in the length of the text."""


class FinderRecognizer(EntityRecognizer):
    """A finder as Presidio sees it."""

    def __init__(self, name: str, finder: Finder, types: list[str], context: list[str] | None = None) -> None:
        self._finder = finder
        self._label = name
        self.document_language = "und"
        super().__init__(types, name=name, supported_language=LANGUAGE, context=context)

    def load(self) -> None:
        """Nothing to load."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any) -> list[RecognizerResult]:
        found = []
        for hit in self._finder(text, self.document_language):
            if hit.type not in entities:
                continue
            why = AnalysisExplanation(
                recognizer=self._label, original_score=hit.score, textual_explanation=hit.why
            )
            metadata = {RecognizerResult.RECOGNIZER_NAME_KEY: self._label}
            found.append(RecognizerResult(hit.type, hit.start, hit.end, hit.score, why, metadata))
        return found
