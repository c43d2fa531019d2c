"""What is compared of a CV, and that nothing of it says who the person is."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.understanding.screening import Spoken, has_skill, profile
from app.documents import Block, BlockKind, Document, Entity, Field, Source

CV = """Mara Lindqvist
Senior nurse

12 Mill Lane, Bath BA1 2QT
mara.lindqvist@mail.example
linkedin.example/in/maralindqvist
Date of birth: 3 May 1985
Marital status: married
Nationality: Swedish

Experience
Ward sister, Northgate Hospital, Leeds
March 2015 – present
She leads a team of nine. Mara also trains students.
Staff nurse, Harbour Clinic
2008 - 2015

Education
BSc Nursing, University of Hull, 2008

Skills
Wound care, Triage, Python

Languages
Swedish (native), English (C2)
"""


def spans(words: str, name: str, norm: str | None = None) -> list[Field]:
    return [Field(name, words, norm, m.start(), m.end(), 0.7) for m in re.finditer(re.escape(words), CV)]


def cv(text: str = CV) -> Document:
    return Document(Source("", "", 0, "text/plain", "text"), text)


def fields() -> list[Field]:
    found = spans("Mara Lindqvist", "name")[:1]
    for words in ("Ward sister, Northgate Hospital, Leeds", "Staff nurse, Harbour Clinic"):
        found += spans(words, "experience")
    found += spans("BSc Nursing, University of Hull, 2008", "education")
    found += [one for words in ("Wound care", "Triage", "Python") for one in spans(words, "skill")]
    found += spans("Swedish", "language", "sv")[-1:] + spans("English", "language", "en")
    return found


def entities() -> list[Entity]:
    kinds = (("Mara Lindqvist", "PERSON"), ("12 Mill Lane, Bath BA1 2QT", "STREET_ADDRESS"), ("3 May 1985", "DATE_OF_BIRTH"),
             ("mara.lindqvist@mail.example", "EMAIL_ADDRESS"), ("Swedish (native)", "NRP"), ("Northgate Hospital", "PERSON"))  # fmt: skip
    return [
        Entity(type_, m.start(), m.end(), m.group(), 0.9, "test")
        for words, type_ in kinds
        for m in re.finditer(re.escape(words), CV)
    ]


def test_posts_schools_skills_and_languages_are_compared() -> None:
    blind = profile(cv(), entities(), fields())
    assert blind.posts == (
        "Ward sister, Northgate Hospital, Leeds · March 2015 – present",
        "Staff nurse, Harbour Clinic · 2008 - 2015",
    )
    assert blind.education == ("BSc Nursing, University of Hull, 2008",)
    assert blind.skills == ("Wound care", "Triage", "Python")
    assert blind.languages == (Spoken("sv", "native"), Spoken("en", "C2"))


def test_nothing_says_who_it_is() -> None:
    shown = json.dumps(asdict(profile(cv(), entities(), fields())), ensure_ascii=False)
    for word in (
        "Mara",
        "Lindqvist",
        "lindqvist",
        "Mill Lane",
        "1985",
        "married",
        "Nationality: Swedish",
        "She",
    ):
        assert word not in shown, word
    assert "leads a team of nine" in shown


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("| **Geburtsort** | Wippra |", "Wippra"),
        ("**Familienstand**\n: geschieden", "geschieden"),
        ("Né le 4 mai 1990 à Lyon", "Lyon"),
        ("Estado civil: soltera", "soltera"),
        ("Narodowość: polska", "polska"),
        ("Religion: none", "none"),
    ],
)
def test_lines_about_family_and_origin_go(line: str, gone: str) -> None:
    assert gone not in profile(cv(f"Skills\n{line}\nPython"), (), ()).text


@pytest.mark.parametrize(
    "line",
    ["Children's ward, Leeds General", "Single-handedly built the new store", "Age group teaching 5-8"],
)
def test_lines_about_work_stay(line: str) -> None:
    assert profile(cv(f"Experience\n{line}"), (), ()).text.endswith(line)


def test_what_the_file_says_of_itself_is_not_shown() -> None:
    text = "Python developer\nAuthor: Mara Lindqvist"
    blocks = (Block(BlockKind.PARAGRAPH, 0, 16), Block(BlockKind.METADATA, 17, len(text)))
    document = Document(Source("", "", 0, "text/plain", "text"), text, blocks)
    made = [Field("education", "Author: Mara Lindqvist", None, 17, len(text), 0.5)]
    blind = profile(document, (), made)
    assert blind.text == "Python developer"
    assert blind.education == ()


def test_wanted_skills_are_whole_words() -> None:
    blind = profile(cv(), entities(), fields())
    assert has_skill(blind, "python")
    assert has_skill(blind, "wound  care")
    assert has_skill(blind, "students")  # anywhere in the text
    assert not has_skill(blind, "Pyth")
    assert not has_skill(blind, "C")
    assert not has_skill(blind, "")


@pytest.mark.parametrize("text", ["", "word", "xq zvk wpt hjjk " * 50, "3 4 5\n" * 400])
def test_bad_input_gives_an_empty_profile(text: str) -> None:
    blind = profile(cv(text), (), ())
    assert blind.posts == blind.education == blind.skills == blind.languages == ()


@given(st.text(max_size=200), st.lists(st.tuples(st.integers(0, 200), st.integers(1, 30)), max_size=6))
def test_hidden_findings_never_come_through(text: str, places: list[tuple[int, int]]) -> None:
    found = [
        Entity("EMAIL_ADDRESS", a, min(len(text), a + n), text[a : a + n], 0.9, "test")
        for a, n in places
        if a < len(text)
    ]
    made = [
        Field(name, text[:40], None, 0, min(40, len(text)), 0.5) for name in ("experience", "skill") if text
    ]
    blind = profile(cv(text), found, made)
    kept = set("".join(text[i] for i in range(len(text)) if not any(e.start <= i < e.end for e in found)))
    for part in (blind.text, *blind.posts, *blind.skills):
        assert set(part) <= kept | set("▒ ·\n")


def many(count: int) -> tuple[Document, list[Entity], list[Field]]:
    """So many CVs in one file, with everybody's findings."""
    text = "\n\n".join(CV.replace("Mara", f"Mara{n}").replace("Triage", f"Triage {n}") for n in range(count))
    people = [
        Entity("PERSON", m.start(), m.end(), m.group(), 0.9, "test")
        for m in re.finditer(r"Mara\d+ Lindqvist", text)
    ]
    patterns = {
        "name": r"^Mara\d+ Lindqvist$", "experience": r"^(?:Ward sister|Staff nurse|\d{4} - \d{4}).*$", "education": r"^BSc.*$",
        "skill": r"Wound care|Triage \d+|Python", "language": r"English|Swedish(?= \()",
    }  # fmt: skip
    made = [
        Field(name, m.group(), None, m.start(), m.end(), 0.7)
        for name, pattern in patterns.items()
        for m in re.finditer(pattern, text, re.MULTILINE)
    ]
    hidden = [Block(BlockKind.HIDDEN, m.start(), m.end()) for m in re.finditer("leads a team", text)]
    return Document(Source("", "", 0, "text/plain", "text"), text, tuple(hidden)), people, made


def steps(work: Callable[[], object]) -> int:
    """Lines of Python that ran, and items that generators gave."""
    ran = 0

    def count(frame: FrameType, event: str, argument: object) -> Callable[..., Any]:
        nonlocal ran
        ran += 1
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        work()
    finally:
        sys.settrace(before)
    return ran


def test_a_file_twice_as_long_costs_twice_the_work() -> None:
    profile(*many(40))  # what is made once only
    short, long = (steps(partial(profile, *many(count))) for count in (40, 160))
    assert long < 4.4 * short


@pytest.mark.parametrize("gap", [" ", "\t", "\n", "- ", "* _", "| "])
def test_long_gaps_behind_facts_are_read_once(gap: str) -> None:
    text = "Nurse\nEnglish" + gap * 30_000 + "x\nPython" + gap * 30_000
    made = [
        Field(name, text[start:end], None, start, end, 0.7)
        for name, start, end in (
            ("language", 6, 13),
            ("experience", 0, 5),
            ("experience", 6, 13),
            ("skill", 6, len(text)),
        )
    ]
    assert profile(cv(text), (), made).languages == (Spoken("english"),)
