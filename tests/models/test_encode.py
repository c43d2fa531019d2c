"""Offsets are exact in the original text, whatever is in it; vectors are the same every time."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.models import ModelBundle, load_bundle
from app.models.windows import CONTEXT, CORE, cut_windows

HARD = [
    "\u200b",
    "\u0301",
    "\ufeff",
    "\u202e",
    "\ud800",
    "\x00",
    "\n",
    "\r\n",
    "\t",
    "ß",
    "İ",
    "ﬁ",
    "か",
    "中文",
    "ا",
    "👩‍👩‍👧",
    "Žižek",
    "[SEP]",
]
TEXTS = st.lists(st.one_of(st.text(max_size=12), st.sampled_from(HARD)), max_size=40).map("".join)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_offsets_lie_in_the_text_in_order_and_leave_no_letter_out(bundle: ModelBundle, text: str) -> None:
    encoded = bundle.encode(text)
    assert encoded.vectors.shape == (len(encoded.offsets), 384)
    assert np.isfinite(encoded.vectors).all()
    last = 0
    for start, end in encoded.offsets.tolist():
        assert last <= start < end <= len(text) or (start, end) == (last, last)
        last = end
    covered = {place for start, end in encoded.offsets.tolist() for place in range(start, end)}
    for place, sign in enumerate(text):
        if unicodedata.category(sign) in {"Lu", "Ll", "Nd"}:
            assert place in covered, (place, sign)


def test_a_token_reads_as_what_stands_at_its_place(bundle: ModelBundle) -> None:
    text = "Zażółć\u200b gęślą jaźń — Müller,\r\nStraße 12\tO’Brien"
    encoded = bundle.encode(text)
    words = [
        "".join(
            text[a:b]
            for (a, b), w in zip(encoded.offsets.tolist(), encoded.words.tolist(), strict=True)
            if w == n
        )
        for n in range(int(encoded.words[-1]) + 1)
    ]
    assert words == ["Zażółć", "gęślą", "jaźń", "—", "Müller", ",", "Straße", "12", "O", "’", "Brien"]


def test_the_same_text_gives_the_same_vectors_alone_and_after_others(bundle: ModelBundle) -> None:
    text = "The lease between Anna Nowak and the bank ends in June. " * 20
    first = bundle.encode(text)
    bundle.encode("something else entirely")
    assert np.array_equal(first.vectors, bundle.encode(text).vectors)


def test_several_threads_see_what_one_sees(bundle: ModelBundle) -> None:
    """A result must not depend on the machine's cores or on who else is at work."""
    text = "\n\n".join(
        f"Paragraph {n}: Anna Smith wrote to the court in Lyon about case {n}." for n in range(90)
    )
    several = load_bundle(threads=3)
    try:
        for threads in (1, 2, 3, None):
            assert np.array_equal(several.encode(text, threads).vectors, bundle.encode(text).vectors)
    finally:
        several.close()


def test_windows_cover_every_token_once_and_never_exceed_what_the_encoder_takes(bundle: ModelBundle) -> None:
    text = ("One sentence follows another here. " * 9 + "\n") * 30 + "x1" * 3000
    encoded = bundle.encode(text)
    place = 0
    for window in encoded.windows:
        assert window.start == place and window.first <= window.start < window.end <= window.last
        assert window.last - window.first <= CORE + 2 * CONTEXT
        place = window.end
    assert place == len(encoded.vectors)


def test_windows_end_where_a_line_ends(bundle: ModelBundle) -> None:
    line = "Name: Peter Long, born in Leeds, lives in York and works there as a baker.\n"
    text = line * 40
    encoded = bundle.encode(text)
    for window in encoded.windows[1:]:
        assert text[: encoded.offsets[window.start, 0]].endswith("\n")


def test_likeness_of_meaning_shows_in_pooled_vectors(bundle: ModelBundle) -> None:
    sentences = [
        "The contract ends in May.",
        "The agreement expires this spring.",
        "I like pizza with cheese.",
    ]
    text = " ".join(sentences)
    starts = [text.index(sentence) for sentence in sentences]
    vectors = bundle.encode(text).pooled([(at, at + len(s)) for at, s in zip(starts, sentences, strict=True)])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.1


def test_pooling_an_empty_stretch_gives_zero(bundle: ModelBundle) -> None:
    assert not bundle.encode("word   word").pooled([(5, 6)]).any()


@pytest.mark.parametrize("text", ["", " " * 10_000, "\n" * 5_000, "\x00\x01\x02" * 2_000, "\u200b" * 3_000])
def test_text_without_words_gives_nothing_and_no_error(bundle: ModelBundle, text: str) -> None:
    encoded = bundle.encode(text)
    assert len(encoded.vectors) == 0 and bundle.tag(encoded) == []


@pytest.mark.parametrize("unit", ["a", "a ", "x7.", "e\u0301", "中", "\u202e.", "John Smith, ", "\x00\x07?"])
def test_work_grows_in_step_with_length(bundle: ModelBundle, unit: str) -> None:
    text = unit * 4_000
    encoded = bundle.encode(text)
    bundle.tag(encoded)
    seen = sum(window.last - window.first for window in encoded.windows)
    assert seen <= len(encoded.vectors) * (1 + 4 * CONTEXT / CORE) + CORE
    assert len(encoded.windows) <= 2 * len(encoded.vectors) / CORE + 1


def test_a_line_of_a_megabyte_is_read_whole(bundle: ModelBundle) -> None:
    text = "a" * 1_000_000 + " Anna Nowak " + "\u200b" * 1_000
    encoded = bundle.encode(text)
    assert encoded.offsets[0, 0] == 0 and encoded.offsets[-1, 1] == 1_000_011


def test_windows_of_a_word_without_end_are_cut_inside_it() -> None:
    from app.models.windows import Tokens

    count = 1000
    tokens = Tokens(
        np.ones(count, np.int32),
        np.stack([np.arange(count), np.arange(1, count + 1)], axis=1).astype(np.int32),
        np.zeros(count, np.int32),
    )
    windows = cut_windows("x" * count, tokens)
    assert [w.start for w in windows[1:]] == [w.end for w in windows[:-1]]
    assert max(w.last - w.first for w in windows) <= CORE + 2 * CONTEXT
