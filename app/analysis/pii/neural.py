"""The bundled tagger as one recogniser among the others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.analysis.pii.hits import Hit
from app.models import EncodedText, ModelBundle

NAME = "neural"
_LABELS = frozenset(
    [
        "nino",
        "mrn",
        "bsn",
        "pesel",
        "nip",
        "regon",
        "dni",
        "nie",
        "nif",
        "iban",
        "bic",
        "vin",
        "ssn",
        "dob",
        "vat",
        "nhs",
        "siret",
        "siren",
        "insee",
        "svnr",
        "bsnr",
        "cpf",
        "cnpj",
        "cf",
        "tin",
        "itin",
        "ein",
        "p.s",
        "ps",
        "p.p.s",
        "pps",
        "n.b",
        "nb",
        "p.p",
        "encl",
        "cc",
        "bcc",
        "fyi",
        "rsvp",
        "r.s.v.p",
        "tba",
        "tbc",
        "n/a",
    ]
)
"""Names of numbers and abbreviations of letters, which look like names of people or places to the model."""
_NUMBERED = frozenset({"ID", "ACCOUNT_NUMBER", "PHONE_NUMBER", "USERNAME"})
_BARE_YEAR = re.compile(r"\W*(?:1[5-9]|20)\d\d\W*")


class NeuralFinder:
    """Hands out the tagger's spans for the text that was encoded last (once per document, not per piece)."""

    def __init__(self, bundle: ModelBundle) -> None:
        self._bundle = bundle

    def find(self, text: str, encoded: EncodedText | None) -> Iterator[Hit]:
        """Spans of the whole text; nothing where the bundle carries no tagger."""
        if self._bundle.tagger is None:
            return
        for span in self._bundle.tag(encoded if encoded is not None else self._bundle.encode(text)):
            for start, end in _cells(text, span.start, span.end):
                if span.type == "DATE_TIME" and _BARE_YEAR.fullmatch(text, start, end):
                    continue  # a year alone names nobody
                if text[start:end].strip(" .:").lower() in _LABELS:
                    continue
                if span.type in _NUMBERED and not any(c.isalnum() for c in text[start:end]):
                    continue  # a ruled line
                yield Hit(start, end, span.type, float(span.score), "the bundled model reads it so")


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A name does not reach over a tab (the next cell of a table) or an empty line."""
    at = start
    for gap in re.finditer(r"\t|\n\s*\n", text[start:end]):
        yield at, start + gap.start()
        at = start + gap.end()
    if at < end:
        yield at, end
