"""From findings, policy and the reviewer's word to the plan of what goes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.documents import (
    BLACKOUT_TEXT,
    Area,
    Document,
    Entity,
    Operator,
    Plan,
    Removal,
    find_terms,
    fold,
    fold_term,
)
from app.masking import patterns
from app.masking.dates import year_spans
from app.masking.policy import Policy, TypeRule
from app.masking.vault import MemoryVault, Vault

_CONTEXT = 24
_OLDEST = 90
_SHORTEST_TERM = 4
"""A removed string shorter than this (folded) is taken out where it stands, but not searched for in hidden
places: "34" or "Li" would wipe half of a file's internals."""
_LOOSE_TYPES = frozenset({"AGE", "DATE_TIME", "NRP", "LOCATION"})
"""Ordinary words and numbers: removed where found, but not everywhere else by their letters alone."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The reviewer's word on `[start, end)`: keep it readable, or take it out; here or everywhere."""

    start: int
    end: int
    type: str
    keep: bool
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    type: str
    rank: int
    """0 the user's own word, 1 found by the program: decides whose type names a union."""
    lead: int = 0
    """Characters of a form of address that go with a name; they do not make it another name."""


def build_plan(
    document: Document,
    entities: Sequence[Entity],
    policy: Policy,
    *,
    decisions: Sequence[Decision] = (),
    terms: Sequence[str] = (),
    mode: Operator | None = None,
    vault: Vault | None = None,
    types: frozenset[str] | None = None,
    strict_width: bool = False,
    areas: Sequence[tuple[int, tuple[float, float, float, float]]] = (),
) -> Plan:
    """The plan. `mode` overrides the policy's operators (but for what it keeps); `types` limits findings.

    `areas` are pages, counted from 1, with a rectangle each (`Area`); code and colour are the policy's own.
    Overlapping spans become one. What the reviewer keeps stays, unless a term given by name covers it.
    """
    text = document.text
    folded = fold(text)
    going = [e for e in entities if _goes(e, policy, types)]
    spans = [span for e in going for span in _spare(e, policy.rule(e.type).spares, going)]
    spans += [_Span(start, end, "TERM", 0) for start, end in patterns.find(text, policy.deny)]
    spans += _decided(text, [d for d in decisions if not d.keep])
    kept = _decided(text, [d for d in decisions if d.keep])
    spans = [span for span in spans if not any(_covers(keep, span) for keep in kept)]
    spans += [_Span(start, end, "TERM", 0) for start, end, _ in find_terms(text, terms, folded)]
    merged = _with_titles(text, _union(spans), policy, mode)
    hidden = _terms(text, merged, terms, kept)
    merged = _to_the_end_of_terms(merged, find_terms(text, hidden, folded), kept)
    naming = _Naming(text, vault or MemoryVault(), document)
    naming.introduce(span for span in merged if _operator(policy.rule(span.type), mode) is Operator.PSEUDONYM)
    removals = tuple(naming.removal(span, _operator(policy.rule(span.type), mode), policy) for span in merged)
    marked = tuple(Area(page, box, policy.default.code, policy.default.colour) for page, box in areas)
    return Plan(removals, hidden, document.text_sha256, strict_width, areas=marked)


def _goes(entity: Entity, policy: Policy, types: frozenset[str] | None) -> bool:
    rule = policy.rule(entity.type)
    if rule.operator is Operator.KEEP or entity.score < rule.threshold:
        return False
    if types is not None and ("PERSON" if entity.type == "TITLE" else entity.type) not in types:
        return False
    return not patterns.matches(entity.text, policy.allow)


def _spare(entity: Entity, spares: str, entities: Sequence[Entity]) -> list[_Span]:
    """The parts of a finding that go where its rule spares some of it (45 CFR 164.514(b)(2)(i)(C)).

    A year goes too where it tells an age of 90 or more: a birth year so long before the latest year found,
    and every year once the document gives such an age.
    """
    whole = [_Span(entity.start, entity.end, entity.type, 1)]
    if spares == "under_90":
        numbers = [int(n) for n in re.findall(r"\d+", entity.text)]
        return [] if numbers and max(numbers) < _OLDEST else whole
    if spares != "years":
        return whole
    if any(e.type == "AGE" and any(int(n) >= _OLDEST for n in re.findall(r"\d+", e.text)) for e in entities):
        return whole
    latest = max((int(e.text[a:b]) for e in entities for a, b in year_spans(e.text)), default=0)
    parts, at = [], 0
    for start, end in year_spans(entity.text):
        if latest - int(entity.text[start:end]) >= _OLDEST:
            return whole
        parts.append((at, start))
        at = end
    parts.append((at, len(entity.text)))
    spans = []
    for start, end in parts:
        left = entity.text[start:end]
        if any(c.isalnum() for c in left):
            start += len(left) - len(left.lstrip(" ,./-"))
            end -= len(left) - len(left.rstrip(" ,./-"))
            spans.append(_Span(entity.start + start, entity.start + end, entity.type, 1))
    return spans


def _with_titles(text: str, spans: Sequence[_Span], policy: Policy, mode: Operator | None) -> list[_Span]:
    """A form of address goes with the name behind it, and stays where that name stays or gets an alias."""
    joined: list[_Span] = []
    for number, span in enumerate(spans):
        if span.type == "TITLE" and span.rank:
            follower = spans[number + 1] if number + 1 < len(spans) else None
            if (
                follower is not None
                and follower.type == "PERSON"
                and not text[span.end : follower.start].strip()
            ):
                joined.append(span)
            continue
        operator = _operator(policy.rule(span.type), mode)
        if joined and joined[-1].type == "TITLE" and joined[-1].rank:
            title = joined.pop()
            if operator is not Operator.PSEUDONYM:
                span = replace(span, start=title.start, lead=span.start - title.start)
        joined.append(span)
    return joined


def _decided(text: str, decisions: Iterable[Decision]) -> list[_Span]:
    spans = []
    for decision in decisions:
        start, end = max(0, decision.start), min(len(text), decision.end)
        if start >= end:
            continue
        spans.append(_Span(start, end, decision.type, 0))
        if decision.everywhere:
            found = find_terms(text, [text[start:end]])
            spans += [_Span(low, high, decision.type, 0) for low, high, _ in found]
    return spans


def _covers(keep: _Span, span: _Span) -> bool:
    return keep.start <= span.start and span.end <= keep.end


def _union(spans: Iterable[_Span]) -> list[_Span]:
    """Sorted spans without overlap; a union is named after the user's word, else after its longest part."""
    merged: list[_Span] = []
    longest = 0
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if merged and span.start < merged[-1].end:
            last = merged[-1]
            better = (span.rank, -(span.end - span.start)) < (last.rank, -longest)
            type_, rank = (span.type, span.rank) if better else (last.type, last.rank)
            longest = max(longest, span.end - span.start)
            lead = max(last.lead, span.lead if span.start == last.start else 0)
            merged[-1] = _Span(last.start, max(last.end, span.end), type_, rank, lead)
        else:
            merged.append(span)
            longest = span.end - span.start
    return merged


def _to_the_end_of_terms(
    merged: list[_Span], found: Iterable[tuple[int, int, int]], kept: Sequence[_Span]
) -> list[_Span]:
    """Where a term stands that was found elsewhere and here only in part, all of it goes: "Picker 1250032" once, and
    the number alone in the same invoice's XML."""
    wider = []
    for start, end, _ in found:
        at = bisect_right(merged, start, key=_end)
        span = merged[at] if at < len(merged) else None
        whole = span is None or span.start >= end or (span.start <= start and end <= span.end)
        if span is not None and not whole and not any(k.start < end and start < k.end for k in kept):
            wider.append(_Span(start, end, span.type, span.rank))
    return _union([*merged, *wider]) if wider else merged


def _end(span: _Span) -> int:
    return span.end


def _operator(rule: TypeRule, mode: Operator | None) -> Operator:
    if mode is not None:
        return mode
    return Operator.BLACKOUT if rule.operator is Operator.KEEP else rule.operator


def _terms(
    text: str, merged: Sequence[_Span], given: Sequence[str], kept: Sequence[_Span]
) -> tuple[str, ...]:
    """Strings to search for in every channel: those given, and those removed that are telling enough and
    stand nowhere where the reviewer keeps them."""
    staying = {fold_term(text[keep.start : keep.end]) for keep in kept}
    terms: dict[str, str] = {}
    for term in given:
        terms.setdefault(fold_term(term) or term, term.strip())
    for span in merged:
        surface = " ".join(text[span.start + span.lead : span.end].split())
        folded = fold_term(surface)
        if span.type in _LOOSE_TYPES or len(folded) < _SHORTEST_TERM or folded in staying:
            continue
        candidates = [surface] if span.type != "PERSON" else [surface, *surface.split()[-1:]]
        for candidate in candidates:
            if span.rank and _is_word_too(text, candidate):
                continue
            if len(fold_term(candidate)) >= _SHORTEST_TERM and fold_term(candidate) not in staying:
                terms.setdefault(fold_term(candidate), candidate)
    return tuple(term for term in terms.values() if term)


def _is_word_too(text: str, candidate: str) -> bool:
    """True for a single word that the text also writes in lower case: "Rose" must not wipe "rose"."""
    if " " in candidate or not candidate[:1].isupper():
        return False
    return re.search(rf"(?<!\w){re.escape(candidate.lower())}(?!\w)", text) is not None


class _Naming:
    """Chooses what stands in the place of a span; numbers the labels of one document."""

    def __init__(self, text: str, vault: Vault, document: Document) -> None:
        self._text = text
        self._vault = vault
        self._language = document.attributes.get("language", "en")
        self._numbers: dict[tuple[str, str], int] = {}
        self._counts: dict[str, int] = {}

    def introduce(self, spans: Iterable[_Span]) -> None:
        """Give full names their aliases first, so that a surname alone gets the surname of its person's alias."""
        people = [span for span in spans if span.type == "PERSON"]
        for span in sorted(people, key=lambda s: -len(self._text[s.start : s.end].split())):
            self._replacement(span, Operator.PSEUDONYM, self._text[span.start + span.lead : span.end])

    def removal(self, span: _Span, operator: Operator, policy: Policy) -> Removal:
        value = self._text[span.start + span.lead : span.end]
        replacement = self._replacement(span, operator, value)
        rule = policy.rule(span.type)
        return Removal(span.start, span.end, span.type, operator, replacement, rule.code, rule.colour)

    def _replacement(self, span: _Span, operator: Operator, value: str) -> str:
        if operator is Operator.LABEL:
            return f"[{span.type} {self._number(span.type, value)}]"
        if operator is Operator.PSEUDONYM:
            context = self._text[max(0, span.start - _CONTEXT) : span.start]
            return self._vault.alias(span.type, value, self._language, context)
        if operator is Operator.HASH:
            return f"[{span.type} {self._vault.digest(span.type, value)}]"
        if operator is Operator.MASK:
            return _masked(value)
        return BLACKOUT_TEXT if operator is Operator.BLACKOUT else ""

    def _number(self, type_: str, value: str) -> int:
        """The same number for the same value; a surname gets the number of the full name that ends in it."""
        folded = fold_term(value)
        known = self._numbers.get((type_, folded))
        if known is None and type_ == "PERSON":
            known = next(
                (
                    number
                    for (other_type, other), number in self._numbers.items()
                    if other_type == type_
                    and len(folded) > 2
                    and (other.endswith(folded) or folded.endswith(other))
                ),
                None,
            )
        if known is None:
            self._counts[type_] = known = self._counts.get(type_, 0) + 1
        self._numbers[(type_, folded)] = known
        return known


def _masked(value: str) -> str:
    """Stars, and the last four characters of what is long enough to stay safe with them."""
    letters = [c for c in value if c.isalnum()]
    tail = "".join(letters[-4:]) if len(letters) >= 12 else ""
    return f"****{tail}"
