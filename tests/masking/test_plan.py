from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents import Document, Entity, Operator, Source
from app.documents.errors import UsageError
from app.masking import PRESETS, Decision, MemoryVault, Policy, build_plan, policy_from_json, policy_to_json

TEXT = (
    "Dear Mrs Anna Smith, Mr Bob Ray and Smith met on 12.03.2024 in Ghent. "
    "IBAN DE89 3704 0044 0532 0130 00. Yours, Anna Smith"
)
DOCUMENT = Document(Source("", "", 0, "", ""), TEXT)
EVERYTHING = Policy("everything", "Everything")


def entity(type_: str, text: str, score: float = 0.9, nth: int = 0) -> Entity:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(text, start + 1)
    return Entity(type_, start, start + len(text), text, score, "test")


FOUND = [
    entity("PERSON", "Anna Smith"),
    entity("PERSON", "Bob Ray"),
    entity("PERSON", "Smith", nth=1),
    entity("DATE_TIME", "12.03.2024"),
    entity("IBAN_CODE", "DE89 3704 0044 0532 0130 00"),
    entity("PERSON", "Anna Smith", nth=1),
]


def shown(plan: object) -> list[str]:
    return [TEXT[r.start : r.end] for r in plan.removals]


def test_a_label_keeps_one_number_for_one_person() -> None:
    plan = build_plan(DOCUMENT, FOUND, EVERYTHING, mode=Operator.LABEL)
    names = [r.replacement for r in plan.removals if r.type == "PERSON"]
    assert names == ["[PERSON 1]", "[PERSON 2]", "[PERSON 1]", "[PERSON 1]"]


def test_a_pseudonym_is_the_same_everywhere_and_can_be_turned_back() -> None:
    vault = MemoryVault()
    plan = build_plan(DOCUMENT, FOUND, EVERYTHING, mode=Operator.PSEUDONYM, vault=vault)
    names = [r.replacement for r in plan.removals if r.type == "PERSON"]
    assert names[0] == names[3]
    assert names[0].split()[-1] == names[2], "the surname alone is the alias's surname"
    again = MemoryVault.from_bytes(vault.to_bytes())
    assert again.alias("PERSON", "ANNA SMITH", "en") == names[0]
    assert again.original("PERSON", names[0]) == "Anna Smith"


def test_aliases_differ_between_people_and_from_the_people() -> None:
    vault = MemoryVault()
    people = [f"Person{chr(65 + i % 26)}{i} Example{i}" for i in range(300)]
    aliases = {vault.alias("PERSON", person, "de") for person in people}
    assert len(aliases) == 300


def test_without_the_key_an_alias_says_nothing() -> None:
    assert MemoryVault().digest("PERSON", "Anna") != MemoryVault().digest("PERSON", "Anna")


def test_what_the_reviewer_keeps_stays_and_is_not_hunted_in_hidden_places() -> None:
    bob = FOUND[1]
    plan = build_plan(DOCUMENT, FOUND, EVERYTHING, decisions=[Decision(bob.start, bob.end, "PERSON", True)])
    assert "Bob Ray" not in shown(plan)
    assert "Bob Ray" not in plan.terms


def test_what_the_reviewer_adds_goes_everywhere_on_request() -> None:
    start = TEXT.index("Smith")
    plan = build_plan(DOCUMENT, [], EVERYTHING, decisions=[Decision(start, start + 5, "PERSON", False, True)])
    assert shown(plan) == ["Smith", "Smith", "Smith"]


def test_given_terms_go_whatever_their_spelling() -> None:
    plan = build_plan(DOCUMENT, [], PRESETS["names_only"], terms=["GHENT", "de89370400440532013000"])
    assert shown(plan) == ["Ghent", "DE89 3704 0044 0532 0130 00"]
    assert {r.type for r in plan.removals} == {"TERM"}
    assert "GHENT" in plan.terms


def test_types_and_thresholds_limit_what_goes() -> None:
    weak = entity("PERSON", "Bob Ray", 0.1)
    assert shown(build_plan(DOCUMENT, [weak], EVERYTHING)) == []
    only = build_plan(DOCUMENT, FOUND, EVERYTHING, types=frozenset({"IBAN_CODE"}))
    assert [r.type for r in only.removals] == ["IBAN_CODE"]


def test_allow_and_deny_lists_take_words_wild_cards_and_expressions() -> None:
    policy = replace(EVERYTHING, allow=("bob*",), deny=("/met on [0-9.]+/", "Gh?nt"))
    assert shown(build_plan(DOCUMENT, [FOUND[1]], policy)) == ["met on 12.03.2024", "Ghent"]


@pytest.mark.parametrize("pattern", ["/(/", "/[/"])
def test_a_broken_expression_is_told(pattern: str) -> None:
    with pytest.raises(UsageError, match="regular expression"):
        build_plan(DOCUMENT, [], replace(EVERYTHING, deny=(pattern,)))


def test_a_bomb_of_an_expression_is_stopped() -> None:
    document = Document(Source("", "", 0, "", ""), "a" * 5000 + "!")
    with pytest.raises(UsageError, match="too long"):
        build_plan(document, [], replace(EVERYTHING, deny=("/(a|aa)+$/",)))


def test_short_and_common_strings_are_not_hunted_in_hidden_places() -> None:
    document = Document(Source("", "", 0, "", ""), "aged 34 in Li")
    found = [Entity("AGE", 5, 7, "34", 0.9, "t"), Entity("PERSON", 11, 13, "Li", 0.9, "t")]
    plan = build_plan(document, found, EVERYTHING)
    assert len(plan.removals) == 2
    assert plan.terms == ()


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=12))
@settings(max_examples=50, deadline=None)
def test_removals_are_sorted_do_not_overlap_and_cover_everything_found(spans: list[tuple[int, int]]) -> None:
    found = [Entity("PERSON", min(s), max(s), "", 1.0, "t") for s in spans if s[0] != s[1]]
    removals = build_plan(DOCUMENT, found, EVERYTHING).removals
    assert all(a.end <= b.start for a, b in itertools.pairwise(removals))
    gone = {i for r in removals for i in range(r.start, r.end)}
    assert gone >= {i for e in found for i in range(e.start, e.end)}
    # half of a name goes on to its end where the whole of it was found elsewhere, and nothing goes by itself
    assert all(any(e.start < r.end and r.start < e.end for e in found) for r in removals)


@pytest.mark.parametrize("policy", PRESETS.values(), ids=lambda policy: policy.name)
def test_policies_come_back_from_json(policy: Policy) -> None:
    assert policy_from_json(policy_to_json(policy)) == policy


def test_foi_boxes_carry_their_exemption_code() -> None:
    plan = build_plan(DOCUMENT, FOUND, PRESETS["foi_release"])
    assert {r.code for r in plan.removals if r.type == "PERSON"} == {"(b)(6)"}
    assert {r.code for r in plan.removals if r.type == "IBAN_CODE"} == {"(b)(4)"}


@pytest.mark.parametrize("mode", [mode for mode in Operator if mode is not Operator.KEEP])
def test_no_operator_leaves_the_value_readable(mode: Operator) -> None:
    for removal in build_plan(DOCUMENT, FOUND, EVERYTHING, mode=mode).removals:
        assert TEXT[removal.start : removal.end] not in removal.replacement


def test_where_a_term_is_found_only_in_part_all_of_it_goes() -> None:
    text = "Picker 1250032 signed. <Name>Picker 1250032</Name> and 1250032 alone"
    whole, part = text.index("Picker 1"), text.rindex("1250032</")
    found = [
        Entity("PERSON", whole, whole + 14, "Picker 1250032", 0.9, "test"),
        Entity("ID", part, part + 7, "1250032", 0.9, "test"),
    ]
    plan = build_plan(Document(Source("", "", 0, "", ""), text), found, EVERYTHING)
    gone = [text[r.start : r.end] for r in plan.removals]
    assert gone == ["Picker 1250032", "Picker 1250032"]
    kept = Decision(part - 7, part - 1, "PERSON", keep=True)
    plan = build_plan(Document(Source("", "", 0, "", ""), text), found, EVERYTHING, decisions=[kept])
    assert [text[r.start : r.end] for r in plan.removals] == ["Picker 1250032", "1250032"]
