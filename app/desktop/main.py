"""Starting the window: first its picture, then the library behind it."""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMessageBox

from app import offline
from app.desktop import collector, drops, single, tasks, texts, theme
from app.desktop.main_window import MainWindow, wait_until_painted
from app.desktop.texts import sentence
from app.documents.errors import CloisterError, StoreError, WrongPassphrase
from app.settings import Settings, data_folder, load_settings

if TYPE_CHECKING:
    from app.pipeline.workspace import Workspace

_BEHIND = ("app.masking", "app.pipeline.schedule", "app.store.copies", "app.store.desk")
"""What the window needs as soon as the library is open; imported on the way there."""


def run(argv: Sequence[str], folder: Path | None = None, paths: Sequence[Path] = ()) -> int:
    """Open the window on these paths and stay until it is closed; the exit code.

    Where a window on the same library is open already, it takes the paths and this start ends."""
    collector.hold()
    offline.guard()
    _search_no_features()
    application = _application(argv)
    name = single.server_name(folder or data_folder())
    if single.hand_over(name, paths):
        return 0
    application.setQuitOnLastWindowClosed(False)
    reception = single.Reception(name)
    program = Program(application, None, reception, folder)
    program.start(paths)
    code = application.exec()
    reception.close()
    program.close()
    return code


class Opener(QObject):
    """Takes files that the desktop asks this program to open while it runs (macOS tells them as an event)."""

    def __init__(self, take: Callable[[list[Path]], object]) -> None:
        super().__init__()
        self._take = take

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FileOpen:
            path = cast("QFileOpenEvent", event).file()
            if path:
                self._take([Path(path)])
            return True
        return False


class Program:
    """Holds the window, and replaces it by a new one when the language or the theme changes. Without a workspace it
    opens the one in `folder` once the window is painted."""

    def __init__(
        self,
        application: QApplication,
        workspace: Workspace | None,
        reception: single.Reception | None,
        folder: Path | None = None,
    ) -> None:
        self._application = application
        self._workspace = workspace
        self._folder = folder
        self._settings = workspace.settings if workspace is not None else load_settings()
        self.window = self._make(recover=True)
        self.window.prepared.connect(collector.release)
        if workspace is None:
            self.window.painted.connect(self._open)
        self._opener = Opener(lambda paths: self.window.take_over(paths))
        if (
            sys.platform == "darwin"
        ):  # elsewhere a second start hands them over; a filter costs with every event
            application.installEventFilter(self._opener)
        if reception is not None:
            reception.received.connect(lambda received: self.window.take_over(received))

    def start(self, paths: Sequence[Path] = ()) -> None:
        """Show the window and add what was named on the command line."""
        self.window.show()
        if paths:
            self.window.session.add(paths)

    def close(self) -> None:
        """Close the library, where it was opened."""
        if self._workspace is not None:
            self._workspace.close()

    # --- the library ----------------------------------------------------------------------------------

    def _open(self, passphrase: str | None = None) -> None:
        folder, settings = self._folder, self._settings
        tasks.run(
            lambda: _open_workspace(folder, passphrase, settings),
            self._opened,
            self._give_up,
            owner=self.window,
        )

    def _opened(self, result: Workspace | CloisterError) -> None:
        if isinstance(result, (WrongPassphrase, StoreError)) and "passphrase" in str(result):
            self._ask_passphrase(sentence(str(result)))
        elif isinstance(result, CloisterError):
            self._give_up(str(result))
        else:
            self._workspace = result
            self.window.attach(result)

    def _ask_passphrase(self, said: str) -> None:
        password = QLineEdit.EchoMode.Password
        text, given = QInputDialog.getText(self.window, "Cloister", said, password)
        if given:
            self._open(text)
        else:
            self._application.exit(1)

    def _give_up(self, said: str) -> None:
        QMessageBox.critical(self.window, "Cloister", sentence(said))
        self._application.exit(1)

    # --- the window -----------------------------------------------------------------------------------

    def _make(self, *, recover: bool) -> MainWindow:
        workspace = self._workspace
        settings = workspace.settings if workspace is not None else self._settings
        texts.install(self._application, settings.language)
        theme.apply(self._application, settings.theme, settings.text_scale)
        window = MainWindow(workspace, settings, recover=recover)
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
    program = Program(application, None, None)
    program.start()
    wait_until_painted(program.window)
    while not program.window.session.is_open:
        application.processEvents()
    program.window.close()
    program.close()


def _application(argv: Sequence[str]) -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(list(argv))
    application.setApplicationName("Cloister")
    application.setApplicationDisplayName("Cloister")
    application.setDesktopFileName("cloister")
    return application


def _search_no_features() -> None:
    """PySide reads the source of every module that is imported, to see whether it asks for another spelling of Qt's
    names. None here does, and without the search the library opens a tenth sooner. A name of PySide's own: where it
    is another, nothing is gained and nothing lost."""
    with contextlib.suppress(ImportError):
        feature = importlib.import_module("shibokensupport.feature")
        feature.__dict__["_mod_uses_pyside"] = lambda module: False


def _open_workspace(
    folder: Path | None, passphrase: str | None, settings: Settings
) -> Workspace | CloisterError:
    """The workspace, or what is in the way; called off the GUI thread."""
    from app.pipeline.workspace import Workspace

    for module in _BEHIND:
        importlib.import_module(module)
    drops.forget(data_folder(), own=False)
    try:
        return Workspace.open(folder, passphrase, settings)
    except CloisterError as error:
        return error
