"""Folders that are worked through while the program runs: kept in the encrypted library, since paths name cases."""

from __future__ import annotations

import json
import threading
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from app.documents.errors import StoreError
from app.store.library import Library
from app.store.models import DeskRecord

WATCH, EVERY, AT = "watch", "every", "at"
_NAME = "schedules"
_lock = threading.Lock()
"""The window and the thread that works change the same record."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """A folder, where its redacted copies go, when, and what came of the last run. Times are local, ISO 8601."""

    source: str
    target: str
    policy: str
    when: str = WATCH
    """WATCH: whenever a file appears; EVERY so many minutes; AT a time of day."""
    minutes: int = 60
    at: str = "03:00"
    active: bool = True
    id: int = 0
    made: str = ""
    last: str = ""
    done: int = 0
    unchanged: int = 0
    failed: int = 0
    problem: str = ""


def schedules(library: Library) -> list[Schedule]:
    """All of them in the order in which they were made."""
    with library.session() as session:
        record = session.get(DeskRecord, _NAME)
        return [Schedule(**facts) for facts in json.loads(record.data)] if record else []


def save(library: Library, schedule: Schedule) -> Schedule:
    """Keep a new or a changed one. Raises StoreError where its folders cannot work."""
    with _lock:
        known = schedules(library)
        _must_work(schedule, [other for other in known if other.id != schedule.id])
        if not schedule.id:
            number = max((other.id for other in known), default=0) + 1
            schedule = replace(schedule, id=number, made=datetime.now().isoformat(timespec="seconds"))
            known.append(schedule)
        _put(library, [schedule if other.id == schedule.id else other for other in known])
    return schedule


def set_active(library: Library, number: int, active: bool) -> None:
    """Switch one on or off."""
    _change(library, number, active=active)


def ran(
    library: Library, number: int, *, done: int = 0, unchanged: int = 0, failed: int = 0, problem: str = ""
) -> None:
    """Remember what came of a run that ended now."""
    now = datetime.now().isoformat(timespec="seconds")
    _change(library, number, last=now, done=done, unchanged=unchanged, failed=failed, problem=problem)


def remove(library: Library, numbers: list[int]) -> None:
    """Forget them; folders and copies stay."""
    with _lock:
        _put(library, [each for each in schedules(library) if each.id not in numbers])


def _change(library: Library, number: int, **facts: str | int | bool) -> None:
    with _lock:
        known = schedules(library)
        _put(library, [replace(each, **facts) if each.id == number else each for each in known])  # type: ignore[arg-type]


def _put(library: Library, known: list[Schedule]) -> None:
    with library.session() as session, session.begin():
        session.merge(DeskRecord(name=_NAME, data=json.dumps([asdict(each) for each in known])))


def _must_work(schedule: Schedule, others: list[Schedule]) -> None:
    source, target = Path(schedule.source), Path(schedule.target)
    if not schedule.source or not source.is_dir():
        raise StoreError("The folder to watch is not there. Choose another one.")
    if not schedule.target:
        raise StoreError("Choose a folder for the copies.")
    if source.resolve() == target.resolve():
        raise StoreError("The copies cannot go into the folder that they come from. Choose another folder.")
    for other in others:
        if _inside(target, Path(other.source)) or _inside(Path(other.target), source):
            raise StoreError(
                "The copies of one job would be taken up by another again and again. Choose another folder."
            )


def _inside(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())
