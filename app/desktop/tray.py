"""The icon in the system's tray, where there is one: show the window, tell that work is done, quit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from app.desktop import icons
from app.desktop.texts import tr

if TYPE_CHECKING:
    from app.desktop.main_window import MainWindow


class Tray(QObject):
    """Messages never name a document: others may see the screen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._icon: QSystemTrayIcon | None = None
        self.menu = QMenu(window)
        self.menu.addAction(tr("Show the window")).triggered.connect(lambda checked=False: self.show_window())
        self.menu.addActions([window.menus.add_files, window.menus.stop, window.menus.quit])
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._icon = QSystemTrayIcon(icons.icon("cloister"), self)
            self._icon.setToolTip("Cloister")
            self._icon.setContextMenu(self.menu)
            self._icon.activated.connect(lambda reason: self._activated(reason))
            self._icon.show()

    @property
    def available(self) -> bool:
        return self._icon is not None

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.show_window()

    def show_window(self) -> None:
        """Bring the window to the front."""
        self._window.show()
        self._window.setWindowState(self._window.windowState() & ~self._window.windowState().WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()

    def notify(self, text: str) -> None:
        """Tell it through the system while nobody looks at the window."""
        if self._icon is not None and not self._window.isActiveWindow():
            self._icon.showMessage("Cloister", text)

    def hide(self) -> None:
        if self._icon is not None:
            self._icon.hide()
