"""Works through folders while the program runs: when files appear, every so many minutes, or at a time of day."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path

from app.documents import Operator
from app.documents.errors import CloisterError
from app.masking import Policy
from app.pipeline.batch import Batch, BatchOptions
from app.pipeline.events import Event
from app.pipeline.naming import discover
from app.settings import Settings
from app.store import Library
from app.store.schedules import AT, EVERY, Schedule, ran, schedules

_LOOK_SECONDS = 2.0
_LAST_WAIT = 20.0
NOT_THERE = "The folder to watch is not there."
NO_POLICY = "The policy of this job is not there any more."

Facts = tuple[int, int]
"""Size and time of the last change of a file."""


@dataclass
class Watch:
    """What a folder held when it was last looked at, and what of it was worked through."""

    seen: dict[Path, Facts] = field(default_factory=dict)
    done: dict[Path, Facts] = field(default_factory=dict)

    def settled(self, now: dict[Path, Facts]) -> list[Path]:
        """Files that are new or changed and have stopped growing since the last look."""
        found = [p for p, facts in now.items() if self.done.get(p) != facts and self.seen.get(p) == facts]
        self.seen = now
        return found

    def worked(self) -> None:
        """All that was seen is worked through."""
        self.done = dict(self.seen)


def files(folder: Path, out: Path) -> dict[Path, Facts]:
    """Files in a folder but for those below `out`."""
    facts = {}
    for found in discover([folder], skip=out):
        try:
            status = found.path.stat()
        except OSError:
            continue  # gone between the look and the question
        facts[found.path] = (status.st_size, status.st_mtime_ns)
    return facts


def due(schedule: Schedule, now: datetime) -> bool:
    """Whether the clock says that a job should run; what was missed while the program was closed is made up for."""
    last = datetime.fromisoformat(schedule.last or schedule.made)
    if schedule.when == EVERY:
        return not schedule.last or now - last >= timedelta(minutes=max(1, schedule.minutes))
    if schedule.when == AT:
        point = datetime.combine(now.date(), time.fromisoformat(schedule.at))
        if point > now:
            point -= timedelta(days=1)
        return last < point
    return False


class Jobs:
    """One thread that works through the jobs one after the other; there is none while no job is on."""

    def __init__(
        self,
        library: Library,
        settings: Callable[[], Settings],
        policies: Callable[[], Sequence[Policy]],
        changed: Callable[[int], None] = lambda number: None,
        listener: Callable[[Event], None] = lambda event: None,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._library = library
        self._settings = settings
        self._policies = policies
        self._changed = changed
        self._listener = listener
        self._clock = clock
        self._watches: dict[tuple[int, str, str, str], Watch] = {}
        self._wanted: set[int] = set()
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None
        self._batch: Batch | None = None
        self.running = 0
        """The job at work; 0 none."""

    def wake(self) -> None:
        """Look at the jobs now: one was added, changed or switched on. Returns at once."""
        with self._lock:
            self._wake.set()
            if self._thread is None and not self._ending.is_set():
                self._thread = threading.Thread(target=self._loop, name="cloister-jobs", daemon=True)
                self._thread.start()

    def run_now(self, number: int) -> None:
        """Run a job whether it is due or not. Returns at once."""
        self._wanted.add(number)
        self.wake()

    def stop(self) -> None:
        """Stop the job at work; what is written stays, the rest waits for its next run."""
        batch = self._batch
        if batch is not None:
            batch.stop()

    def close(self, *, wait: bool = True) -> None:
        """End for good."""
        self._ending.set()
        self._wake.set()
        self.stop()
        thread = self._thread
        if wait and thread is not None:
            thread.join(_LAST_WAIT)

    def _loop(self) -> None:
        while not self._ending.is_set():
            self._wake.clear()
            known = schedules(self._library)
            for schedule in known:
                if self._ending.is_set():
                    return
                wanted = schedule.id in self._wanted
                self._wanted.discard(schedule.id)
                if wanted or (schedule.active and self._is_due(schedule)):
                    self._run(schedule)
            with self._lock:
                if not any(schedule.active for schedule in known) and not self._wake.is_set():
                    self._thread = None
                    return
            self._wake.wait(_LOOK_SECONDS)

    def _is_due(self, schedule: Schedule) -> bool:
        if schedule.when in (EVERY, AT):
            return due(schedule, self._clock())
        source = Path(schedule.source)
        if not source.is_dir():
            if schedule.problem != NOT_THERE:
                self._tell(schedule, problem=NOT_THERE)
            return False
        return bool(self._watch(schedule).settled(files(source, Path(schedule.target))))

    def _watch(self, schedule: Schedule) -> Watch:
        key = (schedule.id, schedule.source, schedule.target, schedule.policy)
        return self._watches.setdefault(key, Watch())

    def _run(self, schedule: Schedule) -> None:
        policy = next((each for each in self._policies() if each.name == schedule.policy), None)
        if policy is None or not Path(schedule.source).is_dir():
            self._tell(schedule, problem=NO_POLICY if policy is None else NOT_THERE)
            return
        settings = self._settings()
        options = BatchOptions(policy, Operator(settings.mode) if settings.mode else None)
        batch = Batch(self._library, settings, Path(schedule.target), options, self._listener)
        self._batch, self.running = batch, schedule.id
        self._changed(schedule.id)
        if self._ending.is_set():
            batch.stop()
        try:
            outcome = batch.run([Path(schedule.source)])
        except CloisterError as error:
            problem, counts = str(error), (0, 0, 0)
        except Exception as error:  # told by its kind: its text may hold parts of a document
            problem, counts = f"Something went wrong ({type(error).__name__}). Try again.", (0, 0, 0)
        else:
            problem, failed = "Stopped before the end." if outcome.stopped else "", len(outcome.failed)
            counts = (len(outcome.items) - failed - outcome.unchanged, outcome.unchanged, failed)
        finally:
            self._batch, self.running = None, 0
        self._watch(schedule).worked()
        self._tell(schedule, *counts, problem=problem)

    def _tell(
        self, schedule: Schedule, done: int = 0, unchanged: int = 0, failed: int = 0, problem: str = ""
    ) -> None:
        ran(self._library, schedule.id, done=done, unchanged=unchanged, failed=failed, problem=problem)
        self._changed(schedule.id)
