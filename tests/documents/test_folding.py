from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents import find_terms, fold
from app.documents.folding import Folded


def shown(text: str, *terms: str) -> list[str]:
    return [text[start:end] for start, end, _ in find_terms(text, terms)]


@pytest.mark.parametrize(
    ("text", "term", "found"),
    [
        ("Dear Anna Smith,", "anna smith", "Anna Smith"),
        ("Dear ANNA\nSMITH,", "Anna Smith", "ANNA\nSMITH"),
        ("the Schnei-\nder family", "Schneider", "Schnei-\nder"),
        ("soft\u00adhyphen Schnei\u00adder", "Schneider", "Schnei\u00adder"),
        ("S c h n e i d e r", "Schneider", "S c h n e i d e r"),
        ("the ﬁrst Grifﬁn", "Griffin", "Grifﬁn"),
        ("Smith\u00a0Jones", "Smith Jones", "Smith\u00a0Jones"),
        ("Smithson", "Smith", "Smith"),
        ("Mu\u0308ller", "Müller", "Mu\u0308ller"),
        ("Ｓｍｉｔｈ", "Smith", "Ｓｍｉｔｈ"),
        ("IBAN DE89 3704 0044 0532 0130 00", "DE89370400440532013000", "DE89 3704 0044 0532 0130 00"),
        ("call 0171-2345678 now", "0171 2345678", "0171-2345678"),
    ],
)
def test_a_term_is_found_however_it_is_written(text: str, term: str, found: str) -> None:
    assert shown(text, term) == [found]


@pytest.mark.parametrize(
    ("text", "term"),
    [("at the rate of", "Thera"), ("planned", "Ann"), ("he is mithering", "Smith"), ("12345", "234")],
)
def test_what_only_looks_alike_across_words_is_left(text: str, term: str) -> None:
    assert shown(text, term) == []


def test_a_ligature_that_is_only_partly_in_the_term_goes_whole() -> None:
    assert shown("the ﬁre", "the f") == ["the ﬁ"]


@given(st.text(max_size=60))
@settings(max_examples=50, deadline=None)
def test_fold_maps_every_letter_to_the_character_it_came_from(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.origin)
    assert list(folded.origin) == sorted(folded.origin)
    for letter, index in zip(folded.text, folded.origin, strict=True):
        assert letter in fold(text[index]).text


@given(st.text(max_size=80), st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_long_text_is_folded_as_its_characters_are(text: str, ligatures: bool) -> None:
    text = f"{text}{'ﬁ½ß' if ligatures else ''}Ab " * 90
    folded = fold(text)
    letters = [(letter, index) for index, c in enumerate(text) for letter in fold(c).text]
    assert list(zip(folded.text, folded.origin, strict=True)) == letters
    assert all(type(index) is int for index in folded.origin[:3])


def test_a_book_is_folded_as_its_pages_are() -> None:
    page = "The Grifﬁn\nfamily; " * 100
    folded = fold(page * 300)
    alone = fold(page)
    assert folded.text == alone.text * 300
    assert list(folded.origin[-len(alone.text) :]) == [at + 299 * len(page) for at in alone.origin]


@given(st.text(max_size=40), st.text(max_size=40), st.from_regex(r"[A-Za-zäöüéñ]{5,12}", fullmatch=True))
@settings(max_examples=50, deadline=None)
def test_a_planted_word_is_always_found(before: str, after: str, word: str) -> None:
    text = f"{before} {word} {after}"
    assert any(
        start <= len(before) + 1 and end >= len(before) + 1 + len(word)
        for start, end, _ in find_terms(text, [word])
    )


@given(
    st.text(alphabet="abB -ßﬁ1", max_size=80), st.lists(st.text(alphabet="abß1 -i", max_size=6), max_size=60)
)
def test_many_terms_are_found_as_each_by_itself(text: str, terms: list[str]) -> None:
    alone = [
        (start, end, index) for index, term in enumerate(terms) for start, end, _ in find_terms(text, [term])
    ]
    assert find_terms(text, terms) == sorted(alone)


def test_many_terms_cost_one_reading_of_the_text() -> None:
    class Counted(str):
        searches = 0

        def find(self, *args: object) -> int:
            Counted.searches += 1
            return str.find(self, *args)  # type: ignore[arg-type]

    terms = [f"Name{number} Surname{number}" for number in range(500)]
    text = "\n".join(terms)
    folded = fold(text)
    assert len(find_terms(text, terms, Folded(Counted(folded.text), folded.origin))) >= len(terms)
    assert Counted.searches == 0
