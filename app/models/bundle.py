"""The bundled models behind one door: encode a text once, then ask every head."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer

from app.documents.errors import ModelError
from app.models.catalogue import bundled_folder, read_catalogue, verify
from app.models.encoded import EncodedText
from app.models.llama import WIDTH, Encoder
from app.models.windows import cut_windows, tokenize

if TYPE_CHECKING:
    from app.models.tagger import TaggedSpan, Tagger

ENCODER_FILE = "encoder-q8_0.gguf"
TOKENIZER_FILE = "tokenizer.json"
TAGGER_FILE = "tagger.npz"

_CLS, _SEP = 101, 102


class ModelBundle:
    """Encoder and heads. Safe to call from several threads; calls take turns."""

    def __init__(self, encoder: Encoder, tokenizer: Tokenizer, tagger: Tagger | None) -> None:
        self._encoder = encoder
        self._tokenizer = tokenizer
        self.tagger = tagger
        """None where the folder carries no tagger."""

    def encode(self, text: str, threads: int | None = None) -> EncodedText:
        """Token vectors of a text of any length; time and memory grow linearly with it. `threads` bounds the encoder's."""
        tokens = tokenize(self._tokenizer, text)
        windows = cut_windows(text, tokens)
        sequences = [[_CLS, *tokens.ids[w.first : w.last].tolist(), _SEP] for w in windows]
        rows = self._encoder.encode(sequences, threads)
        vectors = np.zeros((len(tokens.ids), WIDTH), dtype=np.float32)
        for window, seen in zip(windows, rows, strict=True):
            begin = 1 + window.start - window.first
            vectors[window.start : window.end] = seen[begin : begin + window.end - window.start]
        return EncodedText(text, vectors, tokens.offsets, tokens.words, tuple(windows))

    def tag(self, encoded: EncodedText, strictness: float = 0.5, language: str = "und") -> list[TaggedSpan]:
        """Names, places, dates and numbers; see `Tagger.tag`. Raises ModelError without a tagger."""
        if self.tagger is None:
            raise ModelError("The bundled models carry no tagger. Install Cloister again.")
        return self.tagger.tag(encoded, strictness, language)

    def close(self) -> None:
        """Give the models' memory back."""
        self._encoder.close()


def load_bundle(threads: int = 1, folder: Path | None = None) -> ModelBundle:
    """Load the bundled models after checking each file's checksum.

    The encoder uses up to `threads` at once. Raises ModelError.
    """
    where = folder or bundled_folder()
    paths = {file.name: verify(where, file) for file in read_catalogue(where)}
    missing = {ENCODER_FILE, TOKENIZER_FILE} - paths.keys()
    if missing:
        raise ModelError(f"The model file {min(missing)} is missing. Install Cloister again.")
    tagger = None
    if TAGGER_FILE in paths:
        from app.models.tagger import load_tagger

        tagger = load_tagger(paths[TAGGER_FILE])
    encoder = Encoder(paths[ENCODER_FILE], threads)
    return ModelBundle(encoder, Tokenizer.from_file(str(paths[TOKENIZER_FILE])), tagger)
