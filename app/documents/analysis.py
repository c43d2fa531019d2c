"""What the program found out about a document. Plain data, serialisable, versioned."""

from __future__ import annotations

from dataclasses import dataclass, field

SCHEMA_VERSION = 1

ENTITY_TYPES: tuple[str, ...] = (
    "PERSON", "ORGANIZATION", "LOCATION", "STREET_ADDRESS", "DATE_TIME", "DATE_OF_BIRTH", "AGE", "NRP", "TITLE",
    "PHONE_NUMBER", "EMAIL_ADDRESS", "URL", "IP_ADDRESS", "MAC_ADDRESS", "USERNAME", "PASSWORD", "API_KEY",
    "CREDIT_CARD", "IBAN_CODE", "SWIFT_CODE", "ACCOUNT_NUMBER", "SORT_CODE", "CRYPTO",
    "US_SSN", "US_ITIN", "US_PASSPORT", "US_DRIVER_LICENSE", "US_BANK_NUMBER",
    "UK_NHS", "UK_NINO", "UK_UTR", "DE_TAX_ID", "DE_ID_CARD", "DE_SOCIAL_SECURITY", "FR_NIR", "FR_SIREN",
    "ES_NIF", "ES_NIE", "IT_FISCAL_CODE", "IT_VAT_CODE", "NL_BSN", "PT_NIF", "PL_PESEL", "PL_NIP",
    "VAT_ID", "TAX_ID", "NATIONAL_ID", "PASSPORT", "DRIVER_LICENSE", "LICENSE_PLATE", "VIN",
    "MEDICAL_RECORD_NUMBER", "INSURANCE_NUMBER", "ID", "TERM",
)  # fmt: skip
"""Every type that a result may carry. TERM is a word that the user asked for; TITLE a form of address before a
name ("Mrs", "Dr."), which tells gender or rank."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Something private (or possibly so) at `[start, end)` of the document's text."""

    type: str
    start: int
    end: int
    text: str
    score: float
    """Calibrated confidence, 0 to 1."""
    recognizer: str
    explanation: str = ""
    """Why it was found, in words for the reviewer."""


@dataclass(frozen=True, slots=True)
class Category:
    """What kind of document it is; label "unknown" rather than a guess."""

    label: str
    score: float
    alternatives: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A key fact. `start` is -1 where the value was computed and stands nowhere."""

    name: str
    value: str
    normalized: str | None
    start: int
    end: int
    score: float
    row: int | None = None
    """Index of the table row for repeating fields (line items, transactions)."""


@dataclass(frozen=True, slots=True)
class Summary:
    """An extractive summary: the sentences' spans, and their text in order."""

    text: str = ""
    sentences: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found out about one document."""

    entities: tuple[Entity, ...] = ()
    language: str = "und"
    """ISO 639-1 code, or "und"."""
    category: Category = Category("unknown", 0.0)
    fields: tuple[Field, ...] = ()
    summary: Summary = Summary()
    keywords: tuple[str, ...] = ()
    timings_ms: dict[str, float] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    schema: int = SCHEMA_VERSION
