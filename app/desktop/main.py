"""Starting the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox

from app import offline
from app.desktop import theme
from app.desktop.dialogs import ask_passphrase
from app.desktop.main_window import MainWindow, wait_until_painted
from app.documents.errors import CloisterError, StoreError, WrongPassphrase
from app.pipeline.workspace import Workspace


def run(argv: Sequence[str], folder: Path | None = None) -> int:
    """Open the window and stay until it is closed; the exit code."""
    offline.guard()
    application = _application(argv)
    workspace = _open_workspace(folder)
    if workspace is None:
        return 1
    theme.apply(application, workspace.settings.theme, workspace.settings.text_scale)
    window = MainWindow(workspace)
    window.show()
    code = application.exec()
    workspace.close()
    return code


def measure_start() -> None:
    """Build and paint the window on the usual library, then close: what a start costs."""
    application = _application(sys.argv[:1])
    workspace = Workspace.open()
    theme.apply(application, workspace.settings.theme, workspace.settings.text_scale)
    window = MainWindow(workspace)
    window.show()
    wait_until_painted(window)
    window.close()
    workspace.close()


def _application(argv: Sequence[str]) -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(list(argv))
    application.setApplicationName("Cloister")
    application.setApplicationDisplayName("Cloister")
    return application


def _open_workspace(folder: Path | None) -> Workspace | None:
    """The workspace, after asking for the passphrase where there is one; None when the user gives up."""
    sentence = ""
    passphrase: str | None = None
    while True:
        try:
            return Workspace.open(folder, passphrase)
        except WrongPassphrase as error:
            sentence = str(error)
        except StoreError as error:
            if passphrase is None and "passphrase" in str(error):
                sentence = str(error)
            else:
                QMessageBox.critical(None, "Cloister", str(error))
                return None
        except CloisterError as error:
            QMessageBox.critical(None, "Cloister", str(error))
            return None
        passphrase = ask_passphrase(sentence)
        if passphrase is None:
            return None
