"""The menus of the window: what can be done from anywhere, each with its key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.desktop.page import make_action
from app.desktop.texts import tr

if TYPE_CHECKING:
    from app.desktop.main_window import MainWindow


class Menus:
    """Made once for a window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        bar = window.menuBar()
        bar.setAccessibleName(tr("Menu bar"))
        bar.setToolTip(tr("Everything that can be done from anywhere (F10)"))
        self.files, self.go, self.look, self.help = (
            bar.addMenu(title) for title in (tr("&File"), tr("&Go"), tr("&View"), tr("&Help"))
        )
        self.add_files = self._act(
            self.files,
            tr("Add files…"),
            "Ctrl+O",
            tr("Choose files to process"),
            window.add_files,
            "add-file",
        )
        self.add_folder = self._act(
            self.files,
            tr("Add a folder…"),
            "Ctrl+Shift+O",
            tr("Choose a folder to process"),
            window.add_folder,
            "add-folder",
        )
        self.samples = self._act(
            self.files,
            tr("Try the samples"),
            "Ctrl+T",
            tr("Process invented letters, invoices and scans"),
            window.add_samples,
            "samples",
        )
        self.recent = QMenu(tr("Recent files"), window)
        self.files.addMenu(self.recent)
        self.show_recent([])
        self.files.addSeparator()
        self.check = self._act(
            self.files,
            tr("Check a file…"),
            "Ctrl+Shift+K",
            tr("See what a redacted file still gives away"),
            window.check_file,
            "check",
        )
        self.teach = self._act(
            self.files,
            tr("Teach…"),
            "Ctrl+Shift+T",
            tr("Teach a kind of document with a few examples, or what is sensitive for us"),
            window.teach,
            "tag",
        )
        self.stop = self._act(
            self.files,
            tr("Stop everything"),
            "Ctrl+Shift+.",
            tr("Stop after the documents at work"),
            lambda: window.session.cancel([]),
            "cancel",
        )
        self.lock = self._act(
            self.files,
            tr("Lock the window"),
            "Ctrl+Shift+L",
            tr("Hide everything until it is unlocked"),
            window.lock,
            "lock",
        )
        self.files.addSeparator()
        self.quit = self._act(self.files, tr("Quit"), "Ctrl+Q", tr("Close the program"), window.quit, "quit")
        self.theme = self._act(
            self.look,
            tr("Light or dark"),
            "Ctrl+D",
            tr("Switch between light and dark"),
            window.switch_theme,
            "theme",
        )
        self.larger = self._act(
            self.look,
            tr("Larger text"),
            "Ctrl+Alt++",
            tr("Larger text in the whole window"),
            lambda: window.scale_text(0.1),
            "zoom-in",
        )
        self.smaller = self._act(
            self.look,
            tr("Smaller text"),
            "Ctrl+Alt+-",
            tr("Smaller text in the whole window"),
            lambda: window.scale_text(-0.1),
            "zoom-out",
        )
        self.guide = self._act(
            self.help, tr("Guide"), "F1", tr("How to use the program"), window.show_guide, "guide"
        )
        self.about = self._act(
            self.help,
            tr("About Cloister"),
            "Shift+F1",
            tr("Version and licences"),
            window.show_about,
            "about",
        )

    def _act(
        self, menu: QMenu, text: str, key: str, tip: str, call: Callable[[], object], icon: str
    ) -> QAction:
        action = make_action(
            self._window, text, key, tip, call, icon, scope=Qt.ShortcutContext.WindowShortcut
        )
        menu.addAction(action)
        return action

    def add_page(self, key: str, text: str, icon: str, call: Callable[[], object]) -> QAction:
        """An action that opens a page."""
        return self._act(self.go, text, key, tr("Open the page “{name}”", name=text), call, icon)

    def actions(self) -> list[QAction]:
        """All actions of all menus, but for the recent files, which come and go."""
        menus = (self.files, self.go, self.look, self.help)
        return [
            action
            for menu in menus
            for action in menu.actions()
            if not action.isSeparator() and action.menu() is None
        ]

    def enable(self, on: bool) -> None:
        """While the window is locked nothing but quitting works."""
        for action in self.actions():
            action.setEnabled(on or action is self.quit)
        self.recent.setEnabled(on)

    def wait_for_library(self) -> None:
        """Until the library is open: files may be added, the rest waits."""
        self.enable(False)
        for action in (self.add_files, self.add_folder, self.samples, self.guide, self.about):
            action.setEnabled(True)

    def show_recent(self, paths: list[Path]) -> None:
        """Recent files; hidden while there are none, which is so unless the user wants them."""
        self.recent.clear()
        self.recent.menuAction().setVisible(bool(paths))
        for number, path in enumerate(paths, 1):
            action = QAction(f"{number}  {path.name}", self.recent)
            action.setToolTip(str(path))
            action.triggered.connect(lambda checked=False, path=path: self._window.session.add([path]))
            self.recent.addAction(action)
