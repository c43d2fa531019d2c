"""Generated documents of every class in eight languages and many layouts, for the document classifier.

The words are ours (`classify_prose`, `classify_records`); the layouts vary in title, order, separators, line
breaks, casing and damage, so that no single one of them can be relied upon.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from classify_made_records import (
    bank_statement,
    cv,
    form,
    identity_document,
    insurance,
    insurance_letter,
    invoice,
    payslip,
    plain_invoice,
    presentation,
    receipt,
    spreadsheet,
    tax_form,
    till_receipt,
)
from classify_made_situations import (
    appeal,
    article,
    chatter,
    feature,
    fresh_letter,
    help_page,
    notes,
    notice,
    study,
    tale,
    web_page,
)
from classify_made_texts import (
    contract,
    court_decision,
    email,
    letter,
    manual,
    medical_report,
    meeting_minutes,
    news,
    policy,
    report,
    scientific_paper,
    transcript,
    unknown,
)
from classify_writer import Writer

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl")
_WEIGHTS = (6, 3, 3, 3, 2, 2, 2, 2)
_EVEN = (6, 4, 4, 4, 4, 4, 4, 4)
MAKERS: dict[str, tuple[Callable[[Writer], list[str]], ...]] = {
    "invoice": (invoice, invoice, plain_invoice), "receipt": (receipt, till_receipt), "bank_statement": (bank_statement,), "payslip": (payslip,), "tax_form": (tax_form,),
    "contract": (contract,), "cv": (cv,), "letter": (letter,), "email": (email,), "meeting_minutes": (meeting_minutes, transcript),
    "medical_report": (medical_report,), "court_decision": (court_decision,), "report": (report,), "scientific_paper": (scientific_paper,),
    "news": (news,), "manual": (manual,), "policy": (policy,), "insurance": (insurance, insurance, insurance_letter), "identity_document": (identity_document,),
    "form": (form,), "presentation": (presentation,), "spreadsheet": (spreadsheet,), "unknown": (unknown,),
}  # fmt: skip
LABELS = tuple(MAKERS)
SITUATIONS: dict[str, tuple[Callable[[Writer], list[str]], ...]] = {
    "letter": (appeal, appeal, fresh_letter), "meeting_minutes": (notes,), "manual": (help_page,), "policy": (notice,), "news": (feature,), "report": (study,),
    "unknown": (article, web_page, tale, web_page, chatter, unknown),
}  # fmt: skip
"""Further documents of a class, half as many as its makers write."""


def generate(count: int, seed: int) -> list[tuple[str, str]]:
    """`count` documents of every class as (label, text)."""
    made = []
    for label, makers in MAKERS.items():
        further = SITUATIONS.get(label, ())
        for number in range(count + count // 2 * bool(further)):
            rng = random.Random(f"{seed}-{label}-{number}")
            writer = Writer(rng, rng.choices(LANGUAGES, _WEIGHTS if number < count else _EVEN)[0])
            write = makers[number % len(makers)] if number < count else further[number % len(further)]
            made.append((label, damage(rng, "\n".join(write(writer)))))
    return made


def damage(rng: random.Random, text: str) -> str:
    """What copying, scanning and cutting do to a text; half of the texts stay as they are."""
    if rng.random() < 0.15:
        text = text.split("\n", 1)[-1] if "\n" in text else text
    if rng.random() < 0.1 and len(text) > 1200:
        start = rng.randint(0, len(text) // 2)
        text = text[text.find("\n", start) + 1 :]
    if rng.random() < 0.12:
        text = re.sub(r"\s+", " ", text)
    if rng.random() < 0.08:
        text = text.upper() if rng.random() < 0.5 else text.lower()
    if rng.random() < 0.1:
        text = re.sub(r"([^\n]{60,75}) ", r"\1\n", text)
    if rng.random() < 0.12:
        swaps = {"l": "1", "O": "0", "rn": "m", "e": "c", "i": "l", "S": "5", "ä": "a", "é": "e"}
        for old, new in rng.sample(sorted(swaps.items()), 3):
            text = "".join(
                new if piece == old and rng.random() < 0.2 else piece for piece in re.split(f"({old})", text)
            )
    return text
