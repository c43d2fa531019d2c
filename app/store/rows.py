"""Plain data that the library hands out."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.documents import Analysis, Document


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document of the library as lists show it."""

    id: int
    path: str
    name: str
    state: str
    """queued, working, ready, exported, failed, cancelled"""
    reason: str = ""
    sentence: str = ""
    category: str = ""
    language: str = ""
    pages: int = 0
    findings: int = 0
    needs_review: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    size: int = 0
    added: str = ""
    sha256: str = ""
    sensitive: str = ""
    """yes, no, or "" where it is not known."""


@dataclass(frozen=True, slots=True)
class SpanDecision:
    """A reviewer's word on the span `[start, end)`: keep it readable, or take it out."""

    start: int
    end: int
    type: str
    keep: bool
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read, what was found in it, and the reviewer's decisions."""

    row: DocumentRow
    document: Document
    analysis: Analysis
    decisions: tuple[SpanDecision, ...]
    areas: tuple[tuple[int, tuple[float, float, float, float]], ...] = ()
    """Pages, counted from 1, with a rectangle each that goes whole."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A document that answers a query; `snippet` marks hits with « »."""

    document_id: int
    name: str
    path: str
    category: str
    snippet: str
    score: float


@dataclass(frozen=True, slots=True)
class AuditEntry:
    id: int
    at: str
    actor: str
    action: str
    subject: str
    detail: dict[str, object]
    digest: str


@dataclass(frozen=True, slots=True)
class JobItem:
    """What became of one file of a batch."""

    path: str
    sha256: str
    state: str
    """done, failed"""
    output: str = ""
    output_sha256: str = ""
    reason: str = ""
    sentence: str = ""
    detail: dict[str, object] = field(default_factory=dict)
