"""A window that is there at once, with the library opened behind its first picture."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication, QInputDialog
from pytestqt.qtbot import QtBot

from app.desktop import tasks
from app.desktop.main import Program
from app.desktop.main_window import MainWindow
from app.pipeline.workspace import Workspace
from tests.desktop.conftest import drop, wait

PASSPHRASE = "correct horse"


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """No worker is started."""
    monkeypatch.setattr(Workspace, "start", lambda self, listener: None)


def closed(program: Program, qtbot: QtBot) -> None:
    wait(qtbot, lambda: program.window.session.is_open)
    program.window.retire()
    qtbot.wait(50)
    program.close()


def test_files_dropped_before_the_library_is_open_are_added(
    tmp_path: Path, letter: Path, idle: None, qapp: QApplication, qtbot: QtBot
) -> None:
    program = Program(qapp, None, None, tmp_path / "home")
    drop(program.window, letter)
    program.start()
    assert not program.window.session.is_open
    wait(qtbot, lambda: [row.name for row in program.window.inbox.model.rows()] == [letter.name])
    closed(program, qtbot)


def test_until_the_library_is_open_nothing_needs_it(
    tmp_path: Path, idle: None, qapp: QApplication, qtbot: QtBot
) -> None:
    program = Program(qapp, None, None, tmp_path / "home")
    window = program.window
    window.show_page("library")
    assert window.sidebar.current() == "inbox"
    assert window.menus.add_files.isEnabled()
    assert not window.menus.lock.isEnabled()
    program.start()
    wait(qtbot, lambda: window.session.is_open)
    assert window.menus.lock.isEnabled()
    window.show_page("library")
    assert window.sidebar.current() == "library"
    closed(program, qtbot)


def test_the_passphrase_is_asked_for_until_it_opens_the_library(
    tmp_path: Path, idle: None, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    Workspace.open(tmp_path / "home", PASSPHRASE).close()
    typed = iter(["wrong", PASSPHRASE])
    said: list[str] = []

    def ask(parent: object, title: str, text: str, mode: object) -> tuple[str, bool]:
        said.append(text)
        return next(typed), True

    monkeypatch.setattr(QInputDialog, "getText", ask)
    program = Program(qapp, None, None, tmp_path / "home")
    program.start()
    wait(qtbot, lambda: program.window.session.is_open)
    assert len(said) == 2
    assert "passphrase" in said[0]
    assert "does not open" in said[1]
    closed(program, qtbot)


def test_who_gives_no_passphrase_leaves(
    tmp_path: Path, idle: None, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    Workspace.open(tmp_path / "home", PASSPHRASE).close()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("", False))
    codes: list[int] = []
    program = Program(qapp, None, None, tmp_path / "home")
    monkeypatch.setattr(program, "_application", SimpleNamespace(exit=codes.append))
    program.start()
    wait(qtbot, lambda: codes == [1])
    program.window.retire()


def test_the_first_picture_waits_for_no_library() -> None:
    code = (
        "import sys, app.desktop.main\n"
        "print([m for m in ('sqlalchemy', 'numpy', 'presidio_analyzer', 'pikepdf', 'lxml') if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_the_process_that_draws_pages_runs_before_somebody_waits_for_it(
    workspace: Workspace, drawn_ahead: None, qtbot: QtBot
) -> None:
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.session.warm_up()
    wait(qtbot, lambda: workspace._renderer is not None)
    tasks.settle()
    assert len(workspace._renderer._workers) == 1  # type: ignore[union-attr]
    worker = workspace._renderer._workers[0]  # type: ignore[union-attr]
    workspace.warm_renderer(Path("not asked for again.pdf"))
    assert workspace._renderer._workers == [worker]  # type: ignore[union-attr]
