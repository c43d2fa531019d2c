"""The encoder's vectors of word pieces are read for training the classifier."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from app.models import bundled_folder
from app.models.pieces import bundled_tokenizer

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging" / "models"))

from piece_vectors import piece_vectors


def test_every_piece_has_a_vector_and_like_words_lie_near() -> None:
    table, tokenizer = piece_vectors(bundled_folder() / "encoder-q8_0.gguf"), bundled_tokenizer()
    assert tokenizer is not None
    assert table.shape == (tokenizer.get_vocab_size(), 384)
    assert np.allclose(np.linalg.norm(table, axis=1), 1.0, atol=1e-3)
    said, told, horse = (table[tokenizer.token_to_id(word)] for word in ("said", "told", "horse"))
    assert said @ told > said @ horse


def test_a_file_without_such_a_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.gguf"
    path.write_bytes(b"GGUF" + (3).to_bytes(4, "little") + bytes(16))
    with pytest.raises(ValueError, match="no vectors of word pieces"):
        piece_vectors(path)
