"""The lexicon tells common words from names, in compounds and genitives, too."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.models import lexicon
from app.models.features import COLUMNS, find_words
from app.models.lexicon import COMMON, COMPOUND, EMPTY, LISTED_NAME, LISTED_PLACE, make_lexicon

WORDS = {
    "kunst": COMMON,
    "stimme": COMMON,
    "koch": COMMON | LISTED_NAME,
    "holroyd": LISTED_NAME,
    "ulm": LISTED_PLACE,
}
KNOWING = make_lexicon(WORDS)


def test_stored_words_come_back_with_their_bits() -> None:
    assert KNOWING.values(list(WORDS)).tolist() == list(WORDS.values())
    assert KNOWING.values(["rummenigge", "Kunst"]).tolist() == [0, 0]


def test_a_compound_is_told_by_the_word_it_ends_in() -> None:
    assert KNOWING.values(["balladenkunst", "kunstballade"]).tolist() == [COMPOUND, 0]


def test_a_name_with_an_s_is_still_listed() -> None:
    assert KNOWING.values(["holroyds", "stimmes"]).tolist() == [LISTED_NAME, 0]


def test_a_listed_name_is_not_explained_by_the_word_it_ends_in() -> None:
    knowing = make_lexicon({"meier": COMMON, "steinmeier": LISTED_NAME})
    assert knowing.explained(["meier", "steinmeier", "obermeier", "wulff"]).tolist() == [
        True,
        False,
        True,
        False,
    ]


def test_no_lexicon_knows_nothing() -> None:
    assert EMPTY.values(["kunst", ""]).tolist() == [0, 0]


@given(st.lists(st.text(max_size=60), max_size=30))
def test_a_word_is_judged_alike_in_any_company(words: list[str]) -> None:
    together = KNOWING.values(words)
    assert together.shape == (len(words),)
    assert all(0 <= value < lexicon.VALUES for value in together.tolist())
    assert together.tolist() == [int(KNOWING.values([word])[0]) for word in words]


def test_features_carry_the_lexicon_in_their_last_column() -> None:
    assert COLUMNS[-1] == ("lexicon", lexicon.VALUES)
    text = "Kunst von Holroyd"
    offsets = np.array([[0, 5], [6, 9], [10, 17]], dtype=np.int32)
    words = find_words(text, offsets, np.arange(3, dtype=np.int32), {}, KNOWING)
    assert words.features[:, -1].tolist() == [COMMON, 0, LISTED_NAME]
