"""What the trained head makes of a text: its features and its word pieces together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.analysis.understanding.classify_features import features
from app.documents.errors import ModelError
from app.models.classifier import Classifier
from app.models.pieces import bundled_tokenizer, parts

Floats = NDArray[np.float32]


def evidence(head: Classifier, text: str, layout: Floats | None = None) -> Floats:
    """(labels,) logits; `layout` are the features of the text, where they are known. Raises ModelError."""
    tokenizer = bundled_tokenizer()
    if tokenizer is None:
        raise ModelError("The bundled models carry no tokenizer. Install Cloister again.")
    return head.scores(features(text) if layout is None else layout, parts(tokenizer, text))
