"""Finding what is private: pattern and context recognisers behind Presidio, the bundled tagger, coreference."""

from app.analysis.pii.engine import PiiEngine

__all__ = ["PiiEngine"]
