"""Jobs on folders live in the encrypted library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.documents.errors import StoreError
from app.store import Library
from app.store.schedules import EVERY, Schedule, ran, remove, save, schedules, set_active


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        yield opened


def test_jobs_are_kept_changed_and_forgotten_and_never_in_clear(library: Library, tmp_path: Path) -> None:
    source = tmp_path / "Case Bob Ray"
    source.mkdir()
    first = save(library, Schedule(str(source), str(tmp_path / "out"), "custom"))
    second = save(library, Schedule(str(source), str(tmp_path / "out2"), "custom", EVERY, 5))
    assert (first.id, second.id) == (1, 2) and first.made
    set_active(library, first.id, False)
    ran(library, second.id, done=3, unchanged=2, failed=1)
    save(library, replace(schedules(library)[1], minutes=7))
    one, two = schedules(library)
    assert not one.active and not one.last
    assert (two.minutes, two.done, two.unchanged, two.failed, two.problem) == (7, 3, 2, 1, "")
    assert two.last >= two.made
    remove(library, [first.id])
    assert [each.id for each in schedules(library)] == [2]
    assert not any(b"Bob Ray" in path.read_bytes() for path in (tmp_path / "library").iterdir())


def test_folders_that_cannot_work_are_refused(library: Library, tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    a.mkdir()
    b.mkdir()
    for source, target in ((tmp_path / "gone", a), (a, a), (a, Path())):
        with pytest.raises(StoreError):
            save(library, Schedule(str(source), "" if target == Path() else str(target), "custom"))
    save(library, Schedule(str(a), str(b), "custom"))
    with pytest.raises(StoreError, match="again and again"):
        save(library, Schedule(str(b), str(a), "custom"))
    save(library, Schedule(str(a), str(tmp_path / "c"), "custom"))
    assert len(schedules(library)) == 2
