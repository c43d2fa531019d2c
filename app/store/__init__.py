"""The encrypted library of documents, analyses, decisions, jobs and the audit trail."""

from app.store.library import REVIEW_BELOW, Library
from app.store.rows import AuditEntry, DocumentRow, JobItem, Reading, SearchHit, SpanDecision

__all__ = [
    "REVIEW_BELOW",
    "AuditEntry",
    "DocumentRow",
    "JobItem",
    "Library",
    "Reading",
    "SearchHit",
    "SpanDecision",
]
