"""Reading many files in worker processes without keeping them in the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.pipeline import steps
from app.pipeline.naming import discover
from app.pipeline.pool import Result, Task, default_workers, worker_pool
from app.pipeline.steps import Analysed
from app.settings import Settings


@dataclass(slots=True)
class Readings:
    """What was read, by path in the order of the files, and what was not, with the reason."""

    read: dict[Path, Analysed] = field(default_factory=dict)
    failed: dict[Path, str] = field(default_factory=dict)


def read_files(
    settings: Settings,
    paths: Sequence[Path],
    *,
    find: bool,
    password: str | None = None,
    told: Callable[[int, int], None] = lambda done, total: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Readings:
    """Read files and the files in folders; with `find`, analyse them, too. A failure costs one file."""
    files = [found.path for found in discover(paths)]
    waiting = list(enumerate(files))[::-1]
    found = Readings()
    pool = worker_pool(settings, min(settings.workers or default_workers(), max(1, len(files))))

    def next_task() -> Task | None:
        if not waiting:
            return None
        number, path = waiting.pop()
        return steps.analyse_task(number, path, settings, password=password, find=find)

    def done(result: Result) -> None:
        path = files[result.task.document_id]
        if result.ok:
            found.read[path] = steps.analysed(result)
        else:
            found.failed[path] = result.sentence
        told(len(found.read) + len(found.failed), len(files))

    try:
        pool.run(next_task, done, stopped=stopped)
    finally:
        pool.close()
    found.read = {path: found.read[path] for path in files if path in found.read}
    found.failed = {path: found.failed[path] for path in files if path in found.failed}
    return found
