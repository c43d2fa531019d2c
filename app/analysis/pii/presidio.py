"""Presidio's analyser without spaCy and without its own recognisers, which Cloister replaces.

Importing presidio_analyzer whole costs every worker a second of processor time and about 60 MB: it imports
spaCy, and that its command line, two HTTP clients and a downloader of models. Import Presidio from here only.
"""

from app.analysis.pii.left_out import left_out

with left_out(
    "spacy", "spacy.language", "spacy.pipeline", "spacy.tokens", "spacy.util", "spacy.vocab",
    "thinc", "thinc.api", "presidio_analyzer.predefined_recognizers",
):  # fmt: skip
    from presidio_analyzer import (
        AnalysisExplanation,
        AnalyzerEngine,
        EntityRecognizer,
        RecognizerRegistry,
        RecognizerResult,
    )
    from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

__all__ = [
    "AnalysisExplanation",
    "AnalyzerEngine",
    "EntityRecognizer",
    "NlpArtifacts",
    "NlpEngine",
    "RecognizerRegistry",
    "RecognizerResult",
]
