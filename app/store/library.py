"""The encrypted library: documents, analyses, decisions, jobs, exports, audit trail, kept data."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout
from sqlalchemy import Engine, delete, func, select, text, update
from sqlalchemy.orm import Session

from app.documents import Analysis, Document, analysis_from_json, analysis_to_json
from app.documents.errors import StoreError
from app.documents.serial import document_from_bytes, document_to_bytes
from app.store import audit, keys, search
from app.store.areas import read_areas
from app.store.engine import backup, close_engine, open_engine
from app.store.models import (
    AuditRecord,
    DecisionRecord,
    DocumentRecord,
    ExportRecord,
    JobItemRecord,
    JobRecord,
    KeptRecord,
    ReadingRecord,
)
from app.store.rows import AuditEntry, DocumentRow, JobItem, Reading, SearchHit, SpanDecision

REVIEW_BELOW = 0.6
"""Findings under this score are counted as needing a look."""
_LOCK, _LOCK_SECONDS = "opening.lock", 60


class Library:
    """One open library. Methods are safe to call from several threads; each is one transaction."""

    def __init__(self, folder: Path, key: keys.LibraryKey, engine: Engine) -> None:
        self.folder = folder
        self._key = key
        self._engine = engine

    @classmethod
    def open(cls, folder: Path, passphrase: str | None = None, *, keyring: bool = True) -> Library:
        """Open the library in `folder`, or make one there. Raises StoreError or WrongPassphrase."""
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise StoreError(
                "The library's folder cannot be made. Choose a folder that you may write to."
            ) from error
        # Window and terminal may open a new library in the same moment: one makes its key and tables, the other waits.
        try:
            with FileLock(folder / _LOCK, timeout=_LOCK_SECONDS):
                if keys.exists(folder):
                    key = keys.unlock(folder, passphrase)
                else:
                    key = keys.create(folder, passphrase, keyring=keyring)
                return cls(folder, key, open_engine(folder, key))
        except Timeout as error:
            raise StoreError(
                "Another program has been opening this library for a minute. Close it, then try again."
            ) from error

    def beside(self, folder: Path) -> Library:
        """A library in `folder` that opens with this one's key, for copies of its database."""
        return Library(folder, self._key, open_engine(folder, self._key))

    @property
    def key_kept_in(self) -> str:
        """ "passphrase", "keyring" or "file"."""
        return self._key.kept_in

    def session(self) -> Session:
        """A session of its own for the modules of this room; the caller closes it."""
        return Session(self._engine)

    def close(self) -> None:
        close_engine(self._engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- documents ---------------------------------------------------------------------------------

    def add(self, path: Path, size: int) -> DocumentRow:
        """Remember a file as queued; a file known already keeps its row (and result until reprocessed)."""
        with Session(self._engine) as session, session.begin():
            record = session.scalar(select(DocumentRecord).where(DocumentRecord.path == str(path)))
            if record is None:
                record = DocumentRecord(path=str(path), name=path.name, size=size, added=audit.now())
                session.add(record)
                session.flush()
                audit.append(session, "document added", str(record.id))
            return _row(record)

    def rows(self) -> list[DocumentRow]:
        """All documents in the order in which they were added."""
        with Session(self._engine) as session:
            return [_row(r) for r in session.scalars(select(DocumentRecord).order_by(DocumentRecord.id))]

    def row(self, document_id: int) -> DocumentRow:
        with Session(self._engine) as session:
            return _row(_record(session, document_id))

    def next_queued(self) -> DocumentRow | None:
        """The document that has waited longest."""
        with Session(self._engine) as session:
            record = session.scalar(
                select(DocumentRecord)
                .where(DocumentRecord.state == "queued")
                .order_by(DocumentRecord.id)
                .limit(1)
            )
            return _row(record) if record else None

    def count(self, *states: str) -> int:
        """How many documents are in one of `states`."""
        with Session(self._engine) as session:
            query = select(func.count()).select_from(DocumentRecord).where(DocumentRecord.state.in_(states))
            return session.scalar(query) or 0

    def set_state(self, document_id: int, state: str, reason: str = "", sentence: str = "") -> DocumentRow:
        with Session(self._engine) as session, session.begin():
            record = _record(session, document_id)
            record.state, record.reason, record.sentence = state, reason, sentence
            if state == "failed":
                audit.append(session, "document failed", str(document_id), reason=reason)
            return _row(record)

    def requeue_interrupted(self) -> int:
        """After a crash: documents that were being worked on are queued again. Their number."""
        with Session(self._engine) as session, session.begin():
            working = select(DocumentRecord.id).where(DocumentRecord.state == "working")
            identifiers = list(session.scalars(working))
            session.execute(
                update(DocumentRecord).where(DocumentRecord.state == "working").values(state="queued")
            )
            return len(identifiers)

    def save_result(
        self, document_id: int, document: Document, analysis: Analysis, seconds: float, vectors: bytes = b""
    ) -> DocumentRow:
        """Keep what was read and found; decisions on an earlier text of the file are dropped."""
        with Session(self._engine) as session, session.begin():
            record = _record(session, document_id)
            if record.sha256 and record.sha256 != document.source.sha256:
                session.execute(delete(DecisionRecord).where(DecisionRecord.document_id == document_id))
            counts: dict[str, int] = {}
            for entity in analysis.entities:
                counts[entity.type] = counts.get(entity.type, 0) + 1
            record.sha256, record.size = document.source.sha256, document.source.size
            record.media_type = document.source.media_type
            record.state, record.reason, record.sentence = "ready", "", ""
            record.category, record.language = analysis.category.label, analysis.language
            record.sensitive = sensitive_of(analysis)
            record.pages, record.findings = len(document.pages), len(analysis.entities)
            record.needs_review = sum(entity.score < REVIEW_BELOW for entity in analysis.entities)
            record.counts, record.seconds = json.dumps(counts, sort_keys=True), seconds
            record.processed = audit.now()
            session.merge(
                ReadingRecord(
                    document_id=document_id,
                    document=document_to_bytes(document),
                    analysis=json.dumps(analysis_to_json(analysis), ensure_ascii=False),
                    vectors=vectors,
                )
            )
            search.index(session, document_id, record.name, document, analysis, vectors)
            audit.append(
                session, "document processed", str(document_id), sha256=record.sha256, findings=counts
            )
            return _row(record)

    def reading(self, document_id: int) -> Reading:
        """What was read, found and decided. Raises StoreError when there is nothing (any more)."""
        with Session(self._engine) as session:
            record = _record(session, document_id)
            stored = session.get(ReadingRecord, document_id)
            if stored is None:
                raise StoreError(
                    "The text of this document is not in the library. Process it again to see it."
                )
            decisions = session.scalars(
                select(DecisionRecord)
                .where(DecisionRecord.document_id == document_id)
                .order_by(DecisionRecord.id)
            )
            return Reading(
                _row(record),
                document_from_bytes(stored.document),
                analysis_from_json(json.loads(stored.analysis)),
                tuple(SpanDecision(d.start, d.end, d.type, d.keep, d.everywhere) for d in decisions),
                tuple(read_areas(session, document_id)),
            )

    def save_decisions(self, document_id: int, decisions: Sequence[SpanDecision]) -> None:
        """Replace the reviewer's decisions on a document."""
        with Session(self._engine) as session, session.begin():
            _record(session, document_id)
            session.execute(delete(DecisionRecord).where(DecisionRecord.document_id == document_id))
            session.add_all(
                DecisionRecord(
                    document_id=document_id,
                    start=d.start,
                    end=d.end,
                    type=d.type,
                    keep=d.keep,
                    everywhere=d.everywhere,
                    at=audit.now(),
                )
                for d in decisions
            )
            kept = sum(d.keep for d in decisions)
            audit.append(
                session, "decisions saved", str(document_id), kept=kept, taken_out=len(decisions) - kept
            )

    def remove(self, document_ids: Iterable[int]) -> None:
        """Forget documents and everything known of them; the files themselves stay."""
        with Session(self._engine) as session, session.begin():
            for document_id in document_ids:
                session.execute(delete(DocumentRecord).where(DocumentRecord.id == document_id))
                search.forget(session, document_id)
                audit.append(session, "document removed", str(document_id))
        self._checkpoint()

    def purge_texts(self, days: int) -> int:
        """Delete extracted texts processed more than `days` days ago; rows stay. How many went."""
        limit = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="milliseconds")
        with Session(self._engine) as session, session.begin():
            old = list(
                session.scalars(
                    select(DocumentRecord.id)
                    .join(ReadingRecord, ReadingRecord.document_id == DocumentRecord.id)
                    .where(DocumentRecord.processed < limit)
                )
            )
            for document_id in old:
                session.execute(delete(ReadingRecord).where(ReadingRecord.document_id == document_id))
                search.forget(session, document_id)
            if old:
                audit.append(session, "texts deleted", "", documents=len(old), days=days)
        if old:
            self._checkpoint()
        return len(old)

    # --- exports and jobs ---------------------------------------------------------------------------

    def record_export(
        self, document_id: int, output: Path, sha256: str, policy: str, counts: dict[str, int]
    ) -> DocumentRow:
        """A redacted copy passed its check and lies at `output`."""
        with Session(self._engine) as session, session.begin():
            record = _record(session, document_id)
            record.state = "exported"
            session.add(
                ExportRecord(
                    document_id=document_id,
                    output=str(output),
                    sha256=sha256,
                    policy=policy,
                    counts=json.dumps(counts, sort_keys=True),
                    at=audit.now(),
                )
            )
            audit.append(
                session, "document exported", str(document_id), sha256=sha256, policy=policy, counts=counts
            )
            return _row(record)

    def exports(self, document_id: int) -> list[Path]:
        """Where redacted copies of a document were written, newest first."""
        with Session(self._engine) as session:
            query = (
                select(ExportRecord.output)
                .where(ExportRecord.document_id == document_id)
                .order_by(ExportRecord.id.desc())
            )
            return [Path(output) for output in session.scalars(query)]

    def start_job(self, out: Path, options: str, paths: Sequence[Path]) -> int:
        """Remember a batch run; its number."""
        with Session(self._engine) as session, session.begin():
            job = JobRecord(
                out=str(out), options=options, paths=json.dumps([str(p) for p in paths]), started=audit.now()
            )
            session.add(job)
            session.flush()
            audit.append(session, "batch started", str(job.id), documents=len(paths))
            return job.id

    def finish_job(self, job_id: int, state: str) -> None:
        """`state` is "done" or "stopped"."""
        with Session(self._engine) as session, session.begin():
            job = session.get_one(JobRecord, job_id)
            job.state, job.finished = state, audit.now()
            audit.append(session, f"batch {state}", str(job_id))

    def unfinished_job(self, out: Path) -> tuple[str, list[Path]] | None:
        """Options and paths of the newest batch into `out` that did not end."""
        with Session(self._engine) as session:
            job = session.scalar(
                select(JobRecord)
                .where(JobRecord.out == str(out), JobRecord.state != "done")
                .order_by(JobRecord.id.desc())
                .limit(1)
            )
            return (job.options, [Path(p) for p in json.loads(job.paths)]) if job else None

    def job_items(self, out: Path, options: str) -> dict[str, JobItem]:
        """What is known of the files that went into `out` under these options, by path."""
        with Session(self._engine) as session:
            query = select(JobItemRecord).where(
                JobItemRecord.out == str(out), JobItemRecord.options == options
            )
            return {
                r.path: JobItem(
                    r.path,
                    r.sha256,
                    r.state,
                    r.output,
                    r.output_sha256,
                    r.reason,
                    r.sentence,
                    json.loads(r.detail),
                )
                for r in session.scalars(query)
            }

    def save_job_item(self, out: Path, options: str, item: JobItem) -> None:
        with Session(self._engine) as session, session.begin():
            session.execute(
                delete(JobItemRecord).where(
                    JobItemRecord.out == str(out),
                    JobItemRecord.options == options,
                    JobItemRecord.path == item.path,
                )
            )
            session.add(
                JobItemRecord(
                    out=str(out),
                    options=options,
                    path=item.path,
                    sha256=item.sha256,
                    state=item.state,
                    output=item.output,
                    output_sha256=item.output_sha256,
                    reason=item.reason,
                    sentence=item.sentence,
                    detail=json.dumps(item.detail, sort_keys=True, ensure_ascii=False),
                    at=audit.now(),
                )
            )
            audit.append(
                session, f"batch item {item.state}", "", sha256=item.sha256, output=item.output_sha256
            )

    # --- search, kept data, audit, upkeep -----------------------------------------------------------

    def search(self, query: str, limit: int = 50) -> list[SearchHit]:
        """Documents that hold the words of `query` (phrases in quotes, prefixes with *), best first."""
        with Session(self._engine) as session:
            return search.find(session, query, limit)

    def keep(self, kind: str, name: str, data: bytes) -> None:
        """Store named data of the profile (compressed)."""
        with Session(self._engine) as session, session.begin():
            session.merge(KeptRecord(kind=kind, name=name, data=zlib.compress(data, 6), at=audit.now()))
            audit.append(session, f"{kind} saved", name)

    def kept(self, kind: str) -> dict[str, bytes]:
        """All data of one kind, by name."""
        with Session(self._engine) as session:
            query = select(KeptRecord).where(KeptRecord.kind == kind)
            return {record.name: zlib.decompress(record.data) for record in session.scalars(query)}

    def forget_kept(self, kind: str, name: str) -> None:
        with Session(self._engine) as session, session.begin():
            session.execute(delete(KeptRecord).where(KeptRecord.kind == kind, KeptRecord.name == name))
            audit.append(session, f"{kind} removed", name)

    def note(self, action: str, subject: str = "", **detail: object) -> None:
        """Add a line to the audit trail."""
        with Session(self._engine) as session, session.begin():
            audit.append(session, action, subject, **detail)

    def audit(self, limit: int | None = None) -> list[AuditEntry]:
        with Session(self._engine) as session:
            return audit.entries(session, limit)

    def audit_broken_at(self) -> int | None:
        """Id of the first audit line that was tampered with, or None."""
        with Session(self._engine) as session:
            return audit.first_broken(session)

    def audit_size(self) -> int:
        with Session(self._engine) as session:
            return len(list(session.scalars(select(AuditRecord.id))))

    def backup(self, label: str = "backup") -> Path:
        """An encrypted copy in the folder `backups`; opened with the same key."""
        return backup(self._engine, self.folder, label)

    @property
    def engine(self) -> Engine:
        """For what copies the whole database."""
        return self._engine

    def description_for_backup(self, passphrase: str | None) -> bytes:
        """A `library.json` that opens under a passphrase anywhere. Raises StoreError where one must be given."""
        return keys.portable_description(self.folder, self._key, passphrase)

    def change_passphrase(self, passphrase: str) -> None:
        self._key = keys.change_passphrase(self.folder, self._key, passphrase)
        self.note("passphrase changed")

    def _checkpoint(self) -> None:
        with self._engine.connect() as connection:
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))


def sensitive_of(analysis: Analysis) -> str:
    """What was taught says of a document: yes, no, or ""."""
    return next((field.value for field in analysis.fields if field.name == "sensitive"), "")


def _record(session: Session, document_id: int) -> DocumentRecord:
    record = session.get(DocumentRecord, document_id)
    if record is None:
        raise StoreError("This document is not in the library any more.")
    return record


def _row(record: DocumentRecord) -> DocumentRow:
    return DocumentRow(
        id=record.id,
        path=record.path,
        name=record.name,
        state=record.state or "queued",
        reason=record.reason or "",
        sentence=record.sentence or "",
        category=record.category or "",
        language=record.language or "",
        pages=record.pages or 0,
        findings=record.findings or 0,
        needs_review=record.needs_review or 0,
        counts=json.loads(record.counts or "{}"),
        seconds=record.seconds or 0.0,
        size=record.size or 0,
        added=record.added,
        sha256=record.sha256 or "",
        sensitive=record.sensitive or "",
    )
