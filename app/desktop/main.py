"""Starting the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMessageBox

from app import offline
from app.desktop import single, texts, theme
from app.desktop.main_window import MainWindow, wait_until_painted
from app.desktop.texts import sentence
from app.documents.errors import CloisterError, StoreError, WrongPassphrase
from app.pipeline.workspace import Workspace
from app.settings import data_folder, load_settings


def run(argv: Sequence[str], folder: Path | None = None, paths: Sequence[Path] = ()) -> int:
    """Open the window on these paths and stay until it is closed; the exit code.

    Where a window on the same library is open already, it takes the paths and this start ends."""
    offline.guard()
    application = _application(argv)
    name = single.server_name(folder or data_folder())
    if single.hand_over(name, paths):
        return 0
    texts.install(application, load_settings().language)
    workspace = _open_workspace(folder)
    if workspace is None:
        return 1
    application.setQuitOnLastWindowClosed(False)
    reception = single.Reception(name)
    Program(application, workspace, reception).start(paths)
    code = application.exec()
    reception.close()
    workspace.close()
    return code


class Program:
    """Holds the window, and replaces it by a new one when the language or the theme changes."""

    def __init__(
        self, application: QApplication, workspace: Workspace, reception: single.Reception | None
    ) -> None:
        self._application = application
        self._workspace = workspace
        self.window = self._make(recover=True)
        if reception is not None:
            reception.received.connect(lambda received: self.window.take_over(received))

    def start(self, paths: Sequence[Path] = ()) -> None:
        """Show the window and add what was named on the command line."""
        self.window.show()
        if paths:
            self.window.session.add(paths)

    def _make(self, *, recover: bool) -> MainWindow:
        settings = self._workspace.settings
        texts.install(self._application, settings.language)
        theme.apply(self._application, settings.theme, settings.text_scale)
        window = MainWindow(self._workspace, recover=recover)
        window.remake_wanted.connect(self._remake)
        return window

    def _remake(self) -> None:
        old = self.window
        place, page = old.geometry(), old.sidebar.current()
        under_review = old.document_under_review()
        old.retire()
        self.window = self._make(recover=False)
        if under_review is not None:
            self.window.open_review(under_review)
        self.window.setGeometry(place)
        self.window.show_page(page)
        self.window.show()


def measure_start() -> None:
    """Build and paint the window on the usual library, then close: what a start costs."""
    application = _application(sys.argv[:1])
    workspace = Workspace.open()
    program = Program(application, workspace, None)
    program.start()
    wait_until_painted(program.window)
    program.window.close()
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
    said = ""
    passphrase: str | None = None
    while True:
        try:
            return Workspace.open(folder, passphrase)
        except WrongPassphrase as error:
            said = str(error)
        except StoreError as error:
            if passphrase is None and "passphrase" in str(error):
                said = str(error)
            else:
                QMessageBox.critical(None, "Cloister", sentence(str(error)))
                return None
        except CloisterError as error:
            QMessageBox.critical(None, "Cloister", sentence(str(error)))
            return None
        passphrase = _ask_passphrase(sentence(said))
        if passphrase is None:
            return None


def _ask_passphrase(said: str) -> str | None:
    """The library's passphrase, or None when the user gives up."""
    text, given = QInputDialog.getText(None, "Cloister", said, QLineEdit.EchoMode.Password)
    return text if given else None
