"""The model that tells languages apart."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.errors import ModelError
from app.models.languages import (
    LanguageModel,
    bundled_languages,
    load_languages,
    piece_number,
    save_languages,
)


def _tiny() -> LanguageModel:
    pieces = np.array(
        sorted([piece_number(b"th"), piece_number(b"the"), piece_number(b"sch")]), dtype=np.uint64
    )
    weights = {b"th": (200, 100), b"the": (250, 0), b"sch": (0, 250)}
    rows = [weights[int(p).to_bytes(8, "big")[8 - (int(p) >> 56) :]] for p in pieces]
    return LanguageModel(("en", "de"), pieces, np.array(rows, np.uint8), 0.1, np.zeros(2, np.float32))


def test_the_longest_piece_counts_and_not_those_inside_it() -> None:
    model = _tiny()
    found = model._longest(np.frombuffer(b"the", np.uint8))
    assert [int(model.pieces[n]) for n in found] == [piece_number(b"th"), piece_number(b"the")]


@given(st.text(max_size=200))
def test_any_text_is_given_one_of_the_languages(text: str) -> None:
    model = bundled_languages()
    assert model is not None
    assert model.classify(text) in model.labels


@given(st.text(alphabet="thesc ", max_size=60))
def test_the_pieces_found_are_those_that_a_plain_search_finds(text: str) -> None:
    model, data = _tiny(), text.encode()
    plain = []
    for end in range(1, len(data) + 1):
        ending = [p for p in (b"sch", b"the", b"th") if data[:end].endswith(p)]
        plain += [piece_number(max(ending, key=len))] if ending else []
    assert [int(model.pieces[n]) for n in model._longest(np.frombuffer(data, np.uint8))] == plain


def test_a_model_comes_back_as_it_was_written(tmp_path: Path) -> None:
    save_languages(_tiny(), tmp_path / "languages.npz")
    read = load_languages(tmp_path / "languages.npz")
    assert read.labels == ("en", "de")
    assert (read.pieces == _tiny().pieces).all()
    assert (read.weights == _tiny().weights).all()


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "languages.npz").write_bytes(b"PK\x03\x04 no")
    with pytest.raises(ModelError, match="Install Cloister again"):
        load_languages(tmp_path / "languages.npz")
