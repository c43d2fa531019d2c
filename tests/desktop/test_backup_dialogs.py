"""Backing the library up and putting it back, from the settings page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.desktop.backup_dialog import BackupDialog, RestoreDialog
from app.desktop.main_window import MainWindow
from app.desktop.settings_page import SettingsPage
from app.pipeline.workspace import DocumentRow, Workspace
from app.store import Library
from tests.desktop.conftest import wait
from tests.desktop.test_accessibility import check

WORDS = "five quiet geese walk"


def test_a_library_goes_into_a_file_and_comes_back_elsewhere(
    window: MainWindow, known: DocumentRow, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "kept.cloister-backup"
    dialog = BackupDialog(window.session, window)
    dialog.show()
    check(dialog, "backup")
    assert dialog.passphrase is not None and dialog.again is not None
    assert dialog.file.text().endswith(".cloister-backup")
    dialog.file.setText(str(tmp_path / "kept"))
    dialog.passphrase.setText(WORDS)
    dialog.again.setText("five quiet geese")
    dialog.begin()
    assert "differ" in dialog.said.text() and not list(tmp_path.glob("*backup"))
    dialog.again.setText(WORDS)
    dialog.begin()
    assert not dialog.begin_action.isEnabled()
    dialog.reject()
    assert dialog.isVisible(), "it stays until the file is whole"
    wait(qtbot, dialog.begin_action.isEnabled, 60_000)
    assert "kept.cloister-backup" in dialog.said.text() and dialog.said.objectName() == "good"
    assert target.exists() and not dialog.passphrase.text()
    dialog.begin()
    assert "already" in dialog.said.text()
    dialog.close()

    back = RestoreDialog(window.session, window)
    back.show()
    check(back, "restore")
    back.begin()
    assert "Choose the backup" in back.said.text()
    back.file.setText(str(target))
    back.folder.setText(str(tmp_path / "elsewhere"))
    back.passphrase.setText("not these words")
    back.begin()
    wait(qtbot, back.begin_action.isEnabled, 60_000)
    assert back.said.objectName() == "bad" and back.command.isHidden()
    back.passphrase.setText(WORDS)
    back.begin()
    wait(qtbot, back.begin_action.isEnabled, 60_000)
    assert "holds 1 document" in back.said.text() and "passphrase" in back.said.text()
    assert back.command.text() == f'cloister --library "{tmp_path / "elsewhere"}"'
    back._copy()
    assert QApplication.clipboard().text() == back.command.text()
    check(back, "restored")
    back.begin()
    wait(qtbot, back.begin_action.isEnabled, 60_000)
    assert "already" in back.said.text(), "a library is never written over"
    back.close()
    with Library.open(tmp_path / "elsewhere" / "library", WORDS) as library:
        assert [row.name for row in library.rows()] == ["letter.txt"]


def test_a_library_with_a_passphrase_of_its_own_asks_for_none(
    window: MainWindow, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace.library.change_passphrase(WORDS)
    dialog = BackupDialog(window.session, window)
    assert dialog.passphrase is None
    dialog.file.setText(str(tmp_path / "own.cloister-backup"))
    dialog.begin()
    wait(qtbot, dialog.begin_action.isEnabled, 60_000)
    assert (tmp_path / "own.cloister-backup").exists()


def test_the_settings_open_both(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDialog, "exec", lambda self: opened.append(type(self).__name__))
    window.show_page("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    for action in page.actions_:
        if action.shortcut().toString() in ("Ctrl+B", "Ctrl+Shift+B"):
            action.trigger()
    assert sorted(opened) == ["BackupDialog", "RestoreDialog"]
