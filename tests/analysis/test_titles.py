"""Forms of address are found beside the names they belong to, and nowhere else."""

from __future__ import annotations

import pytest

from app.analysis.pii.titles import find_titles
from app.documents import Entity


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("Dear Mr. ", "Mr."), ("an Herrn Dr. med. ", "Herrn Dr. med."), ("pour Mme ", "Mme"), ("la Sra. ", "Sra."),
        ("mevr. ", ""), ("asked for Prof. Dr. ", "Prof. Dr."), ("the film ", ""), ("in Dr\n", ""),
    ],
)  # fmt: skip
def test_a_title_stands_right_before_its_name(before: str, title: str) -> None:
    text = f"{before}Grimes spoke"
    at = len(before)
    found = find_titles(text, [Entity("PERSON", at, at + 6, "Grimes", 0.9, "test")])
    assert [entity.text for entity in found] == ([title] if title else [])
    for entity in found:
        assert text[entity.start : entity.end] == title


def test_a_title_is_not_taken_from_another_finding() -> None:
    text = "Lord Sir Grimes"
    entities = [
        Entity("ORGANIZATION", 0, 8, "Lord Sir", 0.9, "test"),
        Entity("PERSON", 9, 15, "Grimes", 0.9, "test"),
    ]
    assert find_titles(text, entities) == []
