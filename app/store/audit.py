"""The audit trail: who did what when, each line chained to the one before by its digest."""

from __future__ import annotations

import getpass
import hashlib
import json
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.store.models import AuditRecord
from app.store.rows import AuditEntry

_FIRST = "0" * 64


def now() -> str:
    """The present, ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def append(session: Session, action: str, subject: str = "", **detail: object) -> None:
    """Add a line inside the caller's transaction."""
    last = session.execute(select(AuditRecord.digest).order_by(AuditRecord.id.desc()).limit(1)).scalar()
    record = AuditRecord(
        at=now(),
        actor=_actor(),
        action=action,
        subject=subject,
        detail=json.dumps(detail, sort_keys=True, ensure_ascii=False),
        previous=last or _FIRST,
    )
    record.digest = _digest(record)
    session.add(record)
    session.flush()


def entries(session: Session, limit: int | None = None) -> list[AuditEntry]:
    """The newest lines first."""
    query = select(AuditRecord).order_by(AuditRecord.id.desc())
    return [
        AuditEntry(r.id, r.at, r.actor, r.action, r.subject, json.loads(r.detail), r.digest)
        for r in session.scalars(query.limit(limit) if limit else query)
    ]


def first_broken(session: Session) -> int | None:
    """Id of the first line that was changed, removed or put in later; None when the chain holds."""
    previous = _FIRST
    expected = 1
    for record in session.scalars(select(AuditRecord).order_by(AuditRecord.id)):
        if record.id != expected or record.previous != previous or record.digest != _digest(record):
            return record.id
        previous, expected = record.digest, expected + 1
    return None


def _digest(record: AuditRecord) -> str:
    line = [record.previous, record.at, record.actor, record.action, record.subject, record.detail]
    return hashlib.sha256(json.dumps(line, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def _actor() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
