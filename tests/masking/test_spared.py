"""What a rule spares, what goes with a name, and values that are invented in the form of the real ones."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents import Document, Entity, Operator, Plan, Source
from app.masking import PRESETS, Decision, MemoryVault, build_plan
from app.masking.dates import shift_date


def planned(text: str, found: list[tuple[str, str]], policy: str, **options: object) -> tuple[Plan, str]:
    """The plan, and the text with each removal written out."""
    entities, at = [], 0
    for type_, value in found:
        start = text.index(value, at)
        entities.append(Entity(type_, start, start + len(value), value, 0.9, "test"))
        at = start + len(value)
    plan = build_plan(Document(Source("", "", 0, "", ""), text), entities, PRESETS[policy], **options)
    out, last = "", 0
    for removal in plan.removals:
        out += text[last : removal.start] + removal.replacement
        last = removal.end
    return plan, out + text[last:]


HANSEN = (
    "Write to Mrs. Jo Hansen; Hansen knows.",
    [("TITLE", "Mrs."), ("PERSON", "Jo Hansen"), ("PERSON", "Hansen")],
)


def test_a_form_of_address_goes_with_its_name_in_one_box() -> None:
    plan, shown = planned(*HANSEN, "share_outside")
    assert shown == "Write to █████; █████ knows."
    assert "Jo Hansen" in plan.terms
    assert not any("Mrs" in term for term in plan.terms)


def test_the_label_is_that_of_the_person() -> None:
    assert (
        planned(*HANSEN, "share_outside", mode=Operator.LABEL)[1] == "Write to [PERSON 1]; [PERSON 1] knows."
    )


def test_an_alias_keeps_the_form_of_address() -> None:
    shown = planned(*HANSEN, "gdpr_pseudonymisation")[1]
    assert shown.startswith("Write to Mrs. ")
    assert "Hansen" not in shown


def test_it_stays_where_the_name_is_kept() -> None:
    text = HANSEN[0]
    keep = [Decision(text.index("Jo Hansen"), text.index("Jo Hansen") + 9, "PERSON", keep=True)]
    assert planned(*HANSEN, "share_outside", decisions=keep)[1] == "Write to Mrs. Jo Hansen; █████ knows."


def test_it_counts_as_part_of_the_person_where_types_are_chosen() -> None:
    assert planned(*HANSEN, "share_outside", types=frozenset({"PERSON"}))[1].startswith("Write to █████;")
    assert planned(*HANSEN, "share_outside", types=frozenset({"IBAN_CODE"}))[1] == HANSEN[0]


def test_hipaa_spares_years_and_ages_under_ninety() -> None:
    text = "Seen on 12 March 2024 aged 67, born 03/05/1957, again in 2021."
    found = [
        ("DATE_TIME", "12 March 2024"),
        ("AGE", "67"),
        ("DATE_OF_BIRTH", "03/05/1957"),
        ("DATE_TIME", "2021"),
    ]
    shown = planned(text, found, "hipaa_safe_harbor")[1]
    assert shown == "Seen on [DATE_TIME 1] 2024 aged 67, born [DATE_OF_BIRTH 1]/1957, again in 2021."


def test_hipaa_takes_every_year_that_tells_an_age_of_ninety() -> None:
    text = "In 2024 she was 93; born 1 May 1931."
    found = [("DATE_TIME", "2024"), ("AGE", "93"), ("DATE_OF_BIRTH", "1 May 1931")]
    shown = planned(text, found, "hipaa_safe_harbor")[1]
    assert not re.search(r"2024|93|1931", shown)
    text = "Seen 3 June 2024, born 1 May 1931."
    shown = planned(
        text, [("DATE_TIME", "3 June 2024"), ("DATE_OF_BIRTH", "1 May 1931")], "hipaa_safe_harbor"
    )[1]
    assert "1931" not in shown
    assert "2024" in shown


@pytest.mark.parametrize(
    ("value", "language", "moved"),
    [
        ("12 March 2024", "en", "2 March 2024"), ("March 12, 2024", "en", "March 2, 2024"),
        ("12. März 2024", "de", "2. März 2024"), ("12 de marzo de 2024", "es", "2 de marzo de 2024"),
        ("12 mars 2024", "fr", "2 mars 2024"), ("12 marca 2024", "pl", "2 marca 2024"),
        ("5 MAY 2024", "en", "25 APRIL 2024"), ("2024-03-12", "", "2024-03-02"), ("12.03.24", "de", "02.03.24"),
        ("03/25/2024", "en", "03/15/2024"), ("next Tuesday", "en", None), ("31.02.2024", "de", None),
    ],
)  # fmt: skip
def test_a_date_moves_in_its_own_writing(value: str, language: str, moved: str | None) -> None:
    assert shift_date(value, 10, language) == moved


@given(st.dates(date(1910, 1, 1), date(2060, 1, 1)), st.integers(1, 400))
def test_the_distance_between_two_dates_stays(day: date, days: int) -> None:
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        moved = shift_date(day.strftime(form), days, "de")
        assert moved == (day - timedelta(days)).strftime(form)


@pytest.mark.parametrize(
    ("number", "reserved"),
    [
        ("212-867-5309", r"212-555-01\d\d"), ("+1 (415) 867-5309", r"\+1 \(415\) 555-01\d\d"),
        ("+44 20 7946 0958", r"\+44 7700 900\d{3}"), ("07911 123456", r"07700 900\d{3}"),
        ("+49 89 1234567", r"\+49 30 23125\d{3}"), ("06 12 34 56 78", r"06 39 98 \d\d \d\d"),
    ],
)  # fmt: skip
def test_an_invented_phone_number_rings_nowhere(number: str, reserved: str) -> None:
    alias = MemoryVault().alias("PHONE_NUMBER", number, "en")
    assert re.fullmatch(reserved, alias), alias
