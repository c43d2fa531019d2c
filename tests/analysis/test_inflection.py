"""Polish names are found in every case; names that only look alike are not."""

from __future__ import annotations

import pytest

from app.analysis.pii.coreference import find_again
from app.analysis.pii.inflection import is_polish_form
from app.documents import Entity


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Kiełbasa", ["Kiełbasy", "Kiełbasie", "Kiełbasą"]),
        ("Kowalski", ["Kowalskiego", "Kowalskim", "Kowalska", "Kowalskiej"]),
        ("Nowak", ["Nowaka", "Nowakowi", "Nowakowej"]),
        ("Marek", ["Marka", "Markiem", "Markowi"]),
        ("Anna", ["Anny", "Annie", "Annę"]),
        ("Tomasz", ["Tomasza", "Tomaszem"]),
    ],
)
def test_cases_of_a_name(name: str, forms: list[str]) -> None:
    assert [form for form in forms if not is_polish_form(name, form)] == []


@pytest.mark.parametrize(
    ("name", "word"),
    [("Marek", "Maria"), ("Nowak", "Nowakowski"), ("Anna", "Antoni"), ("Zieliński", "zielona")],
)
def test_other_words(name: str, word: str) -> None:
    assert not is_polish_form(name, word)


def test_an_inflected_name_is_found_again() -> None:
    text = "Marek Kiełbasa przyszedł. Potem przyjechał Kiełbasy brat. Rozmawiałam z Markiem."
    first = Entity("PERSON", 0, 14, text[:14], 0.9, "neural")
    assert {
        text[h.start : h.end] for h in find_again(text, [first], language="pl") if h.start > first.end
    } == {
        "Kiełbasy",
        "Markiem",
    }
    assert not [h for h in find_again(text, [first]) if h.start > first.end]
