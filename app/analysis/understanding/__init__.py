"""What a document is, its key facts and its gist: plain data in, plain data out."""

from __future__ import annotations

from dataclasses import dataclass

from app.analysis.understanding.classify import classify
from app.analysis.understanding.extract import extract
from app.analysis.understanding.key_words import key_words
from app.analysis.understanding.sum_check import disagreements
from app.analysis.understanding.summarize import summarize
from app.analysis.understanding.taught_state import Own, own_from_bytes
from app.documents import Category, Document, Field, Summary

__all__ = ["Own", "Understood", "own_from_bytes", "understand"]


@dataclass(frozen=True, slots=True)
class Understood:
    """The outcome for one document."""

    category: Category
    fields: tuple[Field, ...]
    summary: Summary
    keywords: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    """Sentences on what a reader should check by eye."""


def understand(document: Document, language: str = "und", own: Own | None = None) -> Understood:
    """Sort, extract and sum up; `own` is what the user taught. None of it needs vectors of the encoder.

    Fields follow the bundled class: a taught one has no extractor of its own.
    """
    category = classify(document)
    fields = tuple(extract(document, category, language))
    warnings = tuple(disagreements(fields)) if category.label == "invoice" else ()
    if own is not None:
        category, fields = own.apply(document, category, fields)
    return Understood(category, fields, summarize(document), key_words(document, language), warnings)
