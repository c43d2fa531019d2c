"""What lay on the desk when the program ended, kept in the encrypted library and nowhere else.

Paths name people and cases, so neither the recent files nor the paths of an interrupted session are ever
written in clear."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import delete

from app.store.library import Library
from app.store.models import DeskRecord

_ADDING, _OPEN, _RECENT = "adding", "open", "recent"
_MOST_RECENT = 10


def start_adding(library: Library, paths: Sequence[Path]) -> None:
    """Remember paths until all their documents are queued (`done_adding`)."""
    known = _get(library, _ADDING) or []
    _put(library, _ADDING, list(dict.fromkeys([*known, *map(str, paths)])))


def done_adding(library: Library, paths: Sequence[Path]) -> None:
    """These paths are queued now."""
    gone = set(map(str, paths))
    _put(library, _ADDING, [path for path in _get(library, _ADDING) or [] if path not in gone])


def unfinished(library: Library) -> list[Path]:
    """Paths that were being added when the program was killed."""
    return [Path(path) for path in _get(library, _ADDING) or []]


def set_open(library: Library, document_id: int | None) -> None:
    """Remember which document is under review."""
    _put(library, _OPEN, document_id)


def get_open(library: Library) -> int | None:
    """The document that was under review when the program was killed."""
    value = _get(library, _OPEN)
    return value if isinstance(value, int) else None


def remember(library: Library, paths: Sequence[Path]) -> list[Path]:
    """Put paths at the head of the recent files."""
    known = [str(path) for path in paths] + [str(path) for path in recent(library)]
    _put(library, _RECENT, list(dict.fromkeys(known))[:_MOST_RECENT])
    return recent(library)


def recent(library: Library) -> list[Path]:
    return [Path(path) for path in _get(library, _RECENT) or []]


def forget_recent(library: Library) -> None:
    """For the moment in which the user switches recent files off."""
    _put(library, _RECENT, None)


def _get(library: Library, name: str) -> Any:
    with library.session() as session:
        record = session.get(DeskRecord, name)
        return json.loads(record.data) if record else None


def _put(library: Library, name: str, value: Any) -> None:
    with library.session() as session, session.begin():
        if value in (None, []):
            session.execute(delete(DeskRecord).where(DeskRecord.name == name))
        else:
            session.merge(DeskRecord(name=name, data=json.dumps(value)))
