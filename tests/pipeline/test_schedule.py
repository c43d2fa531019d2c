"""Folders worked through while the program runs."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.masking import PRESETS
from app.pipeline import schedule
from app.pipeline.schedule import Jobs, Watch, due
from app.settings import Settings
from app.store import Library
from app.store.schedules import AT, EVERY, Schedule, save, schedules, set_active

TEXT = "Please write to bob.ray@example.org.\n"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        yield opened


def until(true: Callable[[], object], seconds: float = 90.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.05)


def test_the_clock_says_what_is_due() -> None:
    made = datetime(2026, 3, 1, 12, 0)
    every = Schedule("a", "b", "p", EVERY, 30, made=made.isoformat())
    assert due(every, made)
    every = replace(every, last=made.isoformat())
    assert not due(every, made + timedelta(minutes=29))
    assert due(every, made + timedelta(minutes=30))
    daily = Schedule("a", "b", "p", AT, at="13:15", made=made.isoformat())
    assert not due(daily, datetime(2026, 3, 1, 13, 14))
    assert due(daily, datetime(2026, 3, 1, 13, 15))
    daily = replace(daily, last="2026-03-01T13:15:20")
    assert not due(daily, datetime(2026, 3, 1, 23, 0))
    assert not due(daily, datetime(2026, 3, 2, 13, 14))
    assert due(daily, datetime(2026, 3, 3, 9, 0)), "yesterday's was missed: it is made up for"


def test_only_files_that_stopped_growing_are_taken() -> None:
    watch, path = Watch(), Path("a")
    assert watch.settled({path: (1, 1)}) == []
    assert watch.settled({path: (2, 2)}) == []
    assert watch.settled({path: (2, 2)}) == [path]
    watch.worked()
    assert watch.settled({path: (2, 2)}) == []
    assert watch.settled({path: (3, 3)}) == [] and watch.settled({path: (3, 3)}) == [path]


def test_a_watched_folder_is_worked_through_until_it_is_switched_off(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedule, "_LOOK_SECONDS", 0.2)
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    job = save(library, Schedule(str(source), str(out), "share_outside"))
    changed: list[int] = []
    jobs = Jobs(library, lambda: Settings(workers=1), lambda: list(PRESETS.values()), changed.append)
    try:
        jobs.wake()
        time.sleep(0.5)
        assert not out.exists() and not changed
        (source / "letter.txt").write_text(TEXT)
        until(lambda: schedules(library)[0].done == 1)
        assert "bob.ray" not in (out / "letter.txt").read_text()
        (source / "second.txt").write_text(TEXT)
        until((out / "second.txt").exists)
        until(lambda: (schedules(library)[0].done, schedules(library)[0].unchanged) == (1, 1))
        set_active(library, job.id, False)
        jobs.wake()
        until(lambda: jobs._thread is None)
        (source / "third.txt").write_text(TEXT)
        jobs.run_now(job.id)
        until((out / "third.txt").exists)
        assert changed.count(job.id) >= 4
    finally:
        jobs.close()
    jobs.wake()
    assert jobs._thread is None or not jobs._thread.is_alive()


def test_what_is_missing_is_told_once(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedule, "_LOOK_SECONDS", 0.05)
    source = tmp_path / "in"
    source.mkdir()
    job = save(library, Schedule(str(source), str(tmp_path / "out"), "nobody knows it"))
    changed: list[int] = []
    jobs = Jobs(library, Settings, lambda: list(PRESETS.values()), changed.append)
    try:
        jobs.run_now(job.id)
        until(lambda: schedules(library)[0].problem == schedule.NO_POLICY)
        source.rmdir()
        until(lambda: schedules(library)[0].problem == schedule.NOT_THERE)
        time.sleep(0.4)
        assert changed == [job.id, job.id]
    finally:
        jobs.close()
