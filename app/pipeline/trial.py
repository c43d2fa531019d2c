"""A policy tried on an invented letter: what would go and what would stand in its place, at once."""

from __future__ import annotations

import re

from app.documents import Document, Entity, Plan, Source
from app.masking import MemoryVault, Policy, build_plan

LETTER = (
    "Dear Mrs Clara Brandt,\n\n"
    "thank you for your letter of 3 May 2024. Your account DE89 3704 0044 0532 0130 00 at Harbour Bank in "
    "Bremen was credited with 120 euros. You can reach me at +44 20 7946 0018 or "
    "j.moss@example.org.\n\n"
    "Clara Brandt, aged 47, born 12 June 1976, a Danish citizen, lives at 14 Mill Lane. "
    "Her file is MRN-204418.\n\n"
    "James Moss\n"
)
_FOUND: tuple[tuple[str, str, float], ...] = (
    ("Mrs", "TITLE", 0.9), ("Clara Brandt", "PERSON", 0.98), ("3 May 2024", "DATE_TIME", 0.95),
    ("DE89 3704 0044 0532 0130 00", "IBAN_CODE", 1.0), ("Harbour Bank", "ORGANIZATION", 0.8),
    ("Bremen", "LOCATION", 0.55), ("+44 20 7946 0018", "PHONE_NUMBER", 0.9),
    ("j.moss@example.org", "EMAIL_ADDRESS", 1.0), ("aged 47", "AGE", 0.85), ("12 June 1976", "DATE_OF_BIRTH", 0.9),
    ("Danish", "NRP", 0.7), ("14 Mill Lane", "STREET_ADDRESS", 0.75), ("MRN-204418", "MEDICAL_RECORD_NUMBER", 0.6),
    ("James Moss", "PERSON", 0.97),
)  # fmt: skip
_KEY = bytes(32)
"""Pseudonyms of the trial are the same each time; they are nobody's."""


def trial(policy: Policy) -> tuple[str, Plan]:
    """The letter and the plan that `policy` makes of it. Raises UsageError on a broken pattern."""
    plan = build_plan(_document(), _entities(), policy, vault=MemoryVault(_KEY))
    return LETTER, plan


def _document() -> Document:
    return Document(Source("", "", len(LETTER), "text/plain", "text"), LETTER, attributes={"language": "en"})


def _entities() -> list[Entity]:
    return [
        Entity(type_, match.start(), match.end(), match.group(), score, "example")
        for text, type_, score in _FOUND
        for match in re.finditer(re.escape(text), LETTER)
    ]
