"""Jobs: folders worked through while the window is open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.desktop.job_dialog import JobDialog
from app.desktop.jobs_page import JobsPage
from app.desktop.main_window import MainWindow
from app.pipeline import schedule
from app.pipeline.workspace import Workspace
from app.store.schedules import AT, EVERY, WATCH, Schedule, schedules
from tests.desktop.conftest import READY_MS, wait
from tests.desktop.test_accessibility import check


@pytest.fixture(autouse=True)
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "_LOOK_SECONDS", 0.2)


def make(window: MainWindow, source: Path, target: Path, when: str, qtbot: QtBot) -> None:
    dialog = JobDialog(window.session, None, window)
    dialog.show()
    check(dialog, "job")
    dialog.source.setText(str(source))
    dialog.target.setText(str(target))
    dialog.when.setCurrentIndex(dialog.when.findData(when))
    with qtbot.waitSignal(dialog.accepted):
        dialog.keep.trigger()


def test_a_watched_folder_from_the_first_file_to_the_last_switch(
    window: MainWindow, workspace: Workspace, letter: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.show_page("jobs")
    page = window.page("jobs")
    assert isinstance(page, JobsPage)
    wait(qtbot, lambda: "Ctrl+N" in page._hint.text())
    assert not page.now.isEnabled()
    out = tmp_path / "out"
    make(window, letter.parent, out, WATCH, qtbot)
    page._changed()
    wait(qtbot, lambda: bool(page.model.shown()) and page.model.shown()[0].done == 1, READY_MS)
    assert "Bob Ray" not in (out / "letter.txt").read_text()
    tip = page.model.data(page.model.index(0, 1), Qt.ItemDataRole.ToolTipRole)
    assert (page.model.columns[1].text(page.model.shown()[0]), tip) == ("in", str(letter.parent))
    texts = [column.text(page.model.shown()[0]) for column in page.model.columns]
    assert (texts[0], texts[4], texts[6]) == ("on", "when files appear", "1 written")
    wait(qtbot, lambda: [row.state for row in window.inbox.model.rows()] == ["exported"])
    page.view.select_where(lambda job: True)
    page.switch.trigger()
    wait(qtbot, lambda: not page.model.shown()[0].active)
    assert [job.id for job in page.view.selected()] == [1], "the choice stays"
    (letter.parent / "more.txt").write_text("Write to bob.ray@example.org.\n")
    page.now.trigger()
    wait(qtbot, lambda: page.model.shown()[0].unchanged == 1, READY_MS)
    assert page._result(page.model.shown()[0]) == "1 written, 1 as before"
    page.forget.trigger()
    wait(qtbot, lambda: not page.model.shown())
    assert (out / "more.txt").exists() and not schedules(workspace.library)


def test_times_are_said_and_what_cannot_work_is_refused(
    window: MainWindow, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = JobDialog(window.session, None, window)
    dialog.show()
    dialog.source.setText(str(tmp_path / "gone"))
    dialog.target.setText(str(tmp_path / "out"))
    dialog.keep.trigger()
    wait(qtbot, lambda: dialog._said.isVisible())
    assert "not there" in dialog._said.text() and dialog.isVisible()
    assert not dialog.minutes.isVisible() and not dialog.at.isVisible()
    (tmp_path / "gone").mkdir()
    dialog.when.setCurrentIndex(dialog.when.findData(AT))
    assert dialog.at.isVisible()
    dialog.active.setChecked(False)
    with qtbot.waitSignal(dialog.accepted):
        dialog.keep.trigger()
    window.show_page("jobs")
    page = window.page("jobs")
    assert isinstance(page, JobsPage)
    wait(qtbot, lambda: len(page.model.shown()) == 1)
    job = page.model.shown()[0]
    assert [column.text(job) for column in page.model.columns][4:] == [
        "daily at 03:00", "", "Has not run yet",
    ]  # fmt: skip
    columns = page.model.columns
    assert columns[4].text(Schedule("a", "b", "c", EVERY, 5)) == "every 5 minutes"
    assert columns[6].text(Schedule("a", "b", "c", id=9, last="2026-01-01T00:00:00", failed=2)) == (
        "0 written, 2 set aside"
    )


def test_closing_the_window_ends_the_jobs(
    window: MainWindow, letter: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    make(window, letter.parent, tmp_path / "out", WATCH, qtbot)
    window.session.jobs.wake()
    thread = window.session.jobs._thread
    assert thread is not None and thread.is_alive()
    window.quit()
    assert not thread.is_alive()
