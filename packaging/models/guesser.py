"""What a trained model finds in a sentence, by PyTorch: the environment of training needs no llama.cpp."""

from __future__ import annotations

from pathlib import Path

import base_model
import numpy as np
import torch
from batches import CLS, LONGEST, SEP
from network import load_encoder
from tokenizers import Tokenizer
from treebanks import Guess

from app.models.encoded import EncodedText
from app.models.tagger import load_tagger


def guess_with(checkpoint: Path, tagger_file: Path, tokenizer_path: Path) -> Guess:
    """A function of a text and its language; longer texts than LONGEST tokens are cut."""
    encoder = load_encoder(base_model.weights())
    encoder.load_state_dict(torch.load(checkpoint, weights_only=True)["encoder"])
    encoder.eval()
    tagger, tokenizer = load_tagger(tagger_file), Tokenizer.from_file(str(tokenizer_path))

    def guess(text: str, language: str) -> list[tuple[int, int, str]]:
        encoding = tokenizer.encode(text, add_special_tokens=False)
        tokens = encoding.ids[:LONGEST]
        if not tokens:
            return []
        ids = torch.tensor([[CLS, *tokens, SEP]])
        with torch.no_grad():
            vectors = encoder(ids, torch.ones_like(ids, dtype=torch.bool))[0, 1:-1].numpy()
        offsets = np.asarray(encoding.offsets[:LONGEST], dtype=np.int32)
        words = np.asarray(encoding.word_ids[:LONGEST], dtype=np.int32)
        found = tagger.tag(EncodedText(text, vectors, offsets, words, ()), language=language)
        return [(span.start, span.end, span.type) for span in found]

    return guess
