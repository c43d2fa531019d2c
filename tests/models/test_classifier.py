"""The document head is used only when it is the one that was shipped and fits the program."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.analysis.understanding.classify_features import feature_names
from app.documents.errors import ModelError
from app.models import bundled_folder
from app.models.classifier import CLASSIFIER_FILE, bundled_classifier, load_classifier, save_classifier
from app.models.pieces import END_MOST, MOST, PARTS, bundled_tokenizer, parts, pieces

_NO_WORDS = (np.zeros(0, dtype=np.int32),) * PARTS


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for name in (CLASSIFIER_FILE, "catalogue.json"):
        shutil.copyfile(bundled_folder() / name, tmp_path / name)
    return tmp_path


def test_the_shipped_head_is_small_and_fits_the_features() -> None:
    head = bundled_classifier()
    assert head is not None
    assert head.names == feature_names()
    assert (bundled_folder() / CLASSIFIER_FILE).stat().st_size < 2_000_000
    shares = head.probabilities(head.scores(np.zeros(len(head.names), dtype=np.float32), _NO_WORDS))
    assert shares.shape == (len(head.labels),)
    assert np.isclose(shares.sum(), 1.0, atol=1e-5)


def test_the_head_knows_the_words_of_the_shipped_tokenizer() -> None:
    head, tokenizer = bundled_classifier(), bundled_tokenizer()
    assert head is not None
    assert tokenizer is not None
    assert head.pieces.shape[1] == tokenizer.get_vocab_size()


def test_words_add_to_what_the_layout_says_and_strange_ones_are_passed_over() -> None:
    head, tokenizer = bundled_classifier(), bundled_tokenizer()
    assert head is not None
    assert tokenizer is not None
    layout = np.zeros(len(head.names), dtype=np.float32)
    without = head.scores(layout, _NO_WORDS)
    assert np.array_equal(without, head.scores(layout, (np.array([10**6], dtype=np.int32),) * PARTS))
    court = head.labels.index("court_decision")
    spoken = parts(tokenizer, "the appellant was convicted by the jury and the judge dismissed the appeal")
    assert head.scores(layout, spoken)[court] > without[court]


def test_a_text_of_any_length_gives_few_pieces_and_half_a_sign_does_no_harm() -> None:
    tokenizer = bundled_tokenizer()
    assert tokenizer is not None
    assert len(pieces(tokenizer, "word " * 100_000)) == MOST
    assert [len(part) for part in parts(tokenizer, "word " * 100_000)] == [MOST, END_MOST, END_MOST]
    assert len(pieces(tokenizer, "")) == 0
    assert len(pieces(tokenizer, "broken \ud83d sign")) > 0


def test_a_changed_head_is_refused_by_name(copied: Path) -> None:
    content = bytearray((copied / CLASSIFIER_FILE).read_bytes())
    content[len(content) // 2] ^= 1
    (copied / CLASSIFIER_FILE).write_bytes(content)
    with pytest.raises(ModelError, match=r"classifier\.npz is not the one that Cloister was shipped with"):
        bundled_classifier(copied)


def test_without_a_head_in_the_list_there_is_none(copied: Path) -> None:
    (copied / "catalogue.json").write_text('{"files": []}')
    assert bundled_classifier(copied) is None


def test_a_head_that_does_not_fit_itself_or_is_none_is_refused(tmp_path: Path) -> None:
    head = bundled_classifier()
    assert head is not None
    save_classifier(replace(head, weights=head.weights[:-1]), tmp_path / "a.npz")
    save_classifier(replace(head, pieces=head.pieces[..., :-1]), tmp_path / "d.npz")
    (tmp_path / "b.npz").write_bytes(b"PK\x03\x04 nothing")
    for name in ("a.npz", "b.npz", "c.npz", "d.npz"):
        with pytest.raises(ModelError, match="Install Cloister again"):
            load_classifier(tmp_path / name)


def test_what_is_saved_is_read_back_and_the_same_head_gives_the_same_bytes(tmp_path: Path) -> None:
    head = bundled_classifier()
    assert head is not None
    save_classifier(head, tmp_path / "a.npz")
    save_classifier(load_classifier(tmp_path / "a.npz"), tmp_path / "b.npz")
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
