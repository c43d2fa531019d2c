"""Batches in a terminal: a progress line with the time that is left, and Ctrl-C that stops cleanly."""

from __future__ import annotations

import shutil
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import Any

from app.pipeline.batch import Batch, BatchOptions, BatchOutcome, DryRun
from app.pipeline.events import Event
from app.pipeline.naming import printable
from app.pipeline.pool import WorkerPool
from app.pipeline.schedule import Watch, files
from app.settings import Settings
from app.store import Library
from app.store.backups import scratch_copy

_WATCH_SECONDS = 2.0


class ProgressLine:
    """One line on a terminal, rewritten; on anything else nothing but failures is written."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()

    def __call__(self, event: Event) -> None:
        if event.kind == "overall" and self._live:
            left = "" if event.seconds_left is None else f", {_clock(event.seconds_left)} left"
            line = f"{event.done} of {event.total}{left}  {printable(event.message)}"
            width = shutil.get_terminal_size().columns - 1
            sys.stderr.write("\r\x1b[K" + line[:width])
            sys.stderr.flush()
        elif event.kind == "state" and event.row is not None and event.row.state == "failed":
            start = "\r\x1b[K" if self._live else ""
            print(f"{start}failed: {printable(event.row.path)}: {printable(event.message)}", file=sys.stderr)
        elif event.kind == "finished" and self._live:
            sys.stderr.write("\r\x1b[K")


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def run_batch(
    library: Library,
    settings: Settings,
    out: Path,
    options: BatchOptions,
    paths: Sequence[Path],
    *,
    password: str | None = None,
    fresh: bool = False,
    pool: WorkerPool | None = None,
    dry: bool = False,
) -> int:
    """Process `paths`, told on the terminal; the exit code. With `dry` nothing is written."""
    if dry:
        with scratch_copy(library) as copy:
            run = DryRun(
                copy, settings, out, options, ProgressLine(), password=password, fresh=fresh, pool=pool
            )
            outcome = _run(run, paths)
        _tell_dry(outcome)
        return outcome.exit_code
    batch = Batch(library, settings, out, options, ProgressLine(), password=password, fresh=fresh, pool=pool)
    outcome = _run(batch, paths)
    _tell(outcome, out)
    return outcome.exit_code


def _run(batch: Batch, paths: Sequence[Path]) -> BatchOutcome:
    """The run, with Ctrl-C that stops it cleanly."""
    previous = signal.getsignal(signal.SIGINT)

    def stop(number: int, frame: FrameType | None) -> None:
        print("\nStopping; what is done stays. Press Ctrl-C again to end at once.", file=sys.stderr)
        signal.signal(signal.SIGINT, previous)
        batch.stop()

    signal.signal(signal.SIGINT, stop)
    try:
        return batch.run(paths)
    finally:
        signal.signal(signal.SIGINT, previous)


def _tell_dry(outcome: BatchOutcome) -> None:
    """One line for each copy that would be written: what of it would be taken out."""
    for item in outcome.items:
        if item.state == "done":
            counts: Any = item.detail.get("removed_by_type", {})
            kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items()))
            print(
                f"{printable(Path(item.path).name)} -> {printable(item.output)}: {kinds or 'nothing to remove'}"
            )
    written = len(outcome.items) - len(outcome.failed)
    print(f"{written} would be written, {len(outcome.failed)} refused. Nothing was written.")


def _tell(outcome: BatchOutcome, out: Path) -> None:
    done = len(outcome.items) - len(outcome.failed)
    skipped = f", {outcome.unchanged} of them unchanged since last time" if outcome.unchanged else ""
    print(f"{done} done{skipped}, {len(outcome.failed)} failed, in {outcome.seconds:.1f} s.")
    print(f"Redacted copies and the report: {printable(str(out.absolute()))}")
    if outcome.stopped:
        print("Stopped before the end. Run the same command again to go on.")


def watch_folder(
    library: Library, settings: Settings, folder: Path, out: Path, options: BatchOptions, *, once: bool
) -> int:
    """Process files as they appear, once they have stopped growing; until Ctrl-C."""
    watch = Watch()
    if once:
        watch.seen = files(folder, out)
    code = 0
    print(f"Watching {printable(str(folder))}. Ctrl-C ends it.", file=sys.stderr)
    while True:
        if watch.settled(files(folder, out)):
            code = max(code, run_batch(library, settings, out, options, [folder]))
            watch.worked()
        if once:
            return code
        try:
            time.sleep(_WATCH_SECONDS)
        except KeyboardInterrupt:
            return code
