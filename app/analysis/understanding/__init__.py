"""What a document is, its key facts and its gist: plain data in, plain data out."""

from __future__ import annotations

from dataclasses import dataclass

from app.analysis.understanding.classify import classify
from app.analysis.understanding.extract import extract
from app.analysis.understanding.summarize import keywords, summarize
from app.documents import Category, Document, Field, Summary
from app.models import EncodedText, ModelBundle

__all__ = ["Understanding", "Understood"]


@dataclass(frozen=True, slots=True)
class Understood:
    """The outcome for one document."""

    category: Category
    fields: tuple[Field, ...]
    summary: Summary
    keywords: tuple[str, ...]


class Understanding:
    """Sorts, extracts and sums up. Works without the model; with it, sentences are compared by meaning."""

    def __init__(self, bundle: ModelBundle | None = None) -> None:
        self._bundle = bundle

    def understand(
        self, document: Document, language: str = "und", encoded: EncodedText | None = None
    ) -> Understood:
        """`encoded` is the bundle's encoding of `document.text`, where there is one."""
        category = classify(document)
        return Understood(
            category,
            tuple(extract(document, category)),
            summarize(document, encoded),
            tuple(keywords(document.text, language)),
        )
