"""Tables of the library. Times are ISO 8601 in UTC."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, LargeBinary, MetaData, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s"}
    )


class DocumentRecord(Base):
    __tablename__ = "documents"
    id: Mapped[int] = mapped_column(primary_key=True)
    path: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    sha256: Mapped[str] = mapped_column(default="", index=True)
    size: Mapped[int] = mapped_column(default=0)
    media_type: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="queued", index=True)
    reason: Mapped[str] = mapped_column(default="")
    sentence: Mapped[str] = mapped_column(default="")
    category: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    pages: Mapped[int] = mapped_column(default=0)
    findings: Mapped[int] = mapped_column(default=0)
    needs_review: Mapped[int] = mapped_column(default=0)
    counts: Mapped[str] = mapped_column(default="{}")
    seconds: Mapped[float] = mapped_column(default=0.0)
    added: Mapped[str]
    processed: Mapped[str] = mapped_column(default="", index=True)
    sensitive: Mapped[str] = mapped_column(default="")
    """For this user: yes, no, or "" where nothing was taught or it is not clear."""


class ReadingRecord(Base):
    """The document as read and what was found in it."""

    __tablename__ = "readings"
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    document: Mapped[bytes] = mapped_column(LargeBinary)
    analysis: Mapped[str]
    vectors: Mapped[bytes] = mapped_column(LargeBinary, default=b"")


class SortingRecord(Base):
    """By what a document was sorted: it goes with the text that it was made from."""

    __tablename__ = "sorting"
    document_id: Mapped[int] = mapped_column(
        ForeignKey("readings.document_id", ondelete="CASCADE"), primary_key=True
    )
    processed: Mapped[str]
    """When the document was read that this is about."""
    head: Mapped[str]
    """Digest of the head that made the vector."""
    category: Mapped[str]
    """What the program says by itself, as JSON."""
    vector: Mapped[bytes] = mapped_column(LargeBinary)
    lessons: Mapped[str]
    """Digest of what was taught when the document was last sorted."""


class DecisionRecord(Base):
    """What the reviewer decided about a span."""

    __tablename__ = "decisions"
    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), index=True)
    start: Mapped[int]
    end: Mapped[int]
    type: Mapped[str]
    keep: Mapped[bool]
    everywhere: Mapped[bool]
    at: Mapped[str]


class ExportRecord(Base):
    """A redacted copy that passed its check."""

    __tablename__ = "exports"
    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), index=True)
    output: Mapped[str]
    sha256: Mapped[str]
    policy: Mapped[str]
    counts: Mapped[str]
    at: Mapped[str]


class JobRecord(Base):
    """A batch run into one folder with one set of options."""

    __tablename__ = "jobs"
    id: Mapped[int] = mapped_column(primary_key=True)
    out: Mapped[str]
    options: Mapped[str]
    paths: Mapped[str]
    state: Mapped[str] = mapped_column(default="running")
    started: Mapped[str]
    finished: Mapped[str] = mapped_column(default="")


class JobItemRecord(Base):
    """What became of one file of a job; the same file under other options is another item."""

    __tablename__ = "job_items"
    __table_args__ = (
        UniqueConstraint("out", "path", "options"),
        Index("ix_job_items_out", "out", "options"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    out: Mapped[str]
    options: Mapped[str]
    path: Mapped[str]
    sha256: Mapped[str]
    state: Mapped[str]
    output: Mapped[str] = mapped_column(default="")
    output_sha256: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    sentence: Mapped[str] = mapped_column(default="")
    detail: Mapped[str] = mapped_column(default="{}")
    at: Mapped[str]


class AuditRecord(Base):
    """One line of the audit trail; each carries the digest of the one before."""

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str]
    actor: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    detail: Mapped[str]
    previous: Mapped[str]
    digest: Mapped[str]


class KeptRecord(Base):
    """Named data of the profile: pseudonym vault, policies, class heads taught by the user."""

    __tablename__ = "kept"
    kind: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[str]


class NoteRecord(Base):
    """A reviewer's note on a document, or the signature of a check."""

    __tablename__ = "notes"
    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    """note, reviewed, checked; or area: a marked rectangle, as JSON in `text`"""
    initials: Mapped[str]
    text: Mapped[str]
    at: Mapped[str]


class DeskRecord(Base):
    """What lay on the desk: paths being added, the open document, recent files. Never audited."""

    __tablename__ = "desk"
    name: Mapped[str] = mapped_column(primary_key=True)
    data: Mapped[str]
