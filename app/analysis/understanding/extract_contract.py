"""Contracts: who agrees, from when, for how long, under whose law, and what kind of contract it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.analysis.understanding.contract_title import contract_title
from app.analysis.understanding.contract_words import is_english, parties, word_fields
from app.analysis.understanding.extract_clauses import clauses
from app.analysis.understanding.extract_lines import SCAN_LIMIT
from app.analysis.understanding.fields_candidates import Candidate
from app.analysis.understanding.fields_choice import chances, choose_one
from app.analysis.understanding.fields_contracts import (
    contract_dates,
    contract_durations,
    contract_places,
    party_names,
)
from app.analysis.understanding.labels import CONTRACT_TYPES
from app.analysis.understanding.values import DURATION, parse_duration
from app.documents import Document, Field
from app.models.extractor import Extractor

_NOTICE = re.compile(
    r"\b(?:notice|notification|terminat\w+|kündig\w+|préavis|preaviso|preavviso|opzeg\w+|wypowiedzeni\w+|aviso|denúncia)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:(?:/s/|\(signed\)|\bgez\.|\bsigné\s?:|\bfdo\.\s?:?)\s*|_{5,}\s*\n\s*(?:name\s?:\s*)?)(?P<name>[^\W\d_](?:[^\n\t_/,(]| (?! )){2,50}?)(?=\s{2,}|[\n\t_/,(]|$)",
    re.IGNORECASE,
)
_TWO_NAMES = re.compile(r"\t|^[^\W\d_]+ (?:[A-Z]\. )?[^\W\d_]+\n[^\W\d_]+ (?:[A-Z]\. )?[^\W\d_]+$")


def contract_fields(head: Extractor | None, document: Document, month_first: bool) -> list[Field]:
    """What a reader of the first and last page wants to know, and the clauses with their places."""
    text = document.text[:SCAN_LIMIT]
    fields = [*contract_title(text), *contract_type(text)]
    if not is_english(text):
        fields += word_fields(text)
    elif head is not None:
        # Two columns of a block of signatures, or two people below each other, are two names.
        names = [name for name in party_names(text) if not _TWO_NAMES.search(text[name.start : name.end])]
        for at, score in sorted(
            chances(head, "contract.party", names).items(), key=lambda entry: names[entry[0]].start
        ):
            fields.append(_field("party", text, names[at], score))
        pools = (
            ("effective_date", contract_dates(text, month_first)),
            ("governing_law", contract_places(text)),
            ("term", contract_durations(text)),
        )
        for name, pool in pools:
            best = choose_one(head, f"contract.{name}", pool)
            if best is not None:
                fields.append(_field(name, text, pool[best[0]], best[1]))
    if not any(field.name == "party" for field in fields):
        fields += parties(text)
    fields += _notice_period(text, fields)
    return fields + _signatures(text) + (clauses(head, document, fields) if is_english(text) else [])


def _field(name: str, text: str, at: Candidate, score: float) -> Field:
    value = text[at.start : at.end]
    return Field(name, value, at.value if at.value != value else None, at.start, at.end, score)


def contract_type(text: str) -> list[Field]:
    """The kind of contract, from the words of its title; nothing where the title names none."""
    head = text[:1500]
    found = [
        (match.start(), -len(match.group()), name, match)
        for name, pattern in CONTRACT_TYPES.items()
        for match in [re.search(pattern, head, re.IGNORECASE)]
        if match
    ]
    if not found:
        return []
    _, _, name, match = min(found, key=lambda entry: entry[:2])
    return [Field("contract_type", match.group(), name, match.start(), match.end(), 0.7)]


def _notice_period(text: str, known: Sequence[Field]) -> list[Field]:
    """A stretch of time near words of notice or termination."""
    taken = {(field.start, field.end) for field in known}
    for match in DURATION.finditer(text):
        value = parse_duration(match)
        around = text[max(0, match.start() - 120) : match.end() + 60]
        if value and match.span() not in taken and _NOTICE.search(around) and re.search(
            r"\b(?:notice|kündigungsfrist|préavis|preaviso|preavviso|opzegtermijn|wypowiedzenia|frist|aviso prévio|pré-aviso|opzegging)\b", around, re.IGNORECASE
        ):  # fmt: skip
            return [Field("notice_period", match.group(), value, match.start(), match.end(), 0.7)]
    return []


def _signatures(text: str) -> list[Field]:
    base = max(0, len(text) - 6000)
    fields = []
    for match in _SIGNED.finditer(text, base):
        name = match["name"].strip(" .,")
        start = match.start("name") + match["name"].index(name)
        fields.append(Field("signature", name, None, start, start + len(name), 0.7))
    return fields[:6]
