"""Locking the window after a while without a key or a mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from app.desktop import icons, tasks
from app.desktop.page import button_of, label, make_action, named, row_of
from app.desktop.session import Session
from app.desktop.texts import sentence, tr

_INPUT = {
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.TouchBegin,
}  # fmt: skip


class IdleWatch(QObject):
    """Tells when nobody has touched the program for so many minutes."""

    idle = Signal()

    def __init__(self, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self._watching = False
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """0 never."""
        self._timer.stop()
        self._timer.setInterval(minutes * 60_000)
        application = QApplication.instance()
        # A filter in Python costs something with every event, so it is there only while it is needed.
        if application is not None and bool(minutes) != self._watching:
            (application.installEventFilter if minutes else application.removeEventFilter)(self)
            self._watching = bool(minutes)
        if minutes:
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT and self._timer.isActive():
            self._timer.start()
        return False


class LockScreen(QWidget):
    """Hides everything; asks for the passphrase where the library has one."""

    unlocked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._guarded = session.workspace.library.key_kept_in == "passphrase"
        self.passphrase = QLineEdit(self)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setMaximumWidth(320)
        self.passphrase.setPlaceholderText(tr("Passphrase of the library"))
        named(self.passphrase, tr("Passphrase of the library"), tr("Type it and press Enter"))
        self.passphrase.setVisible(self._guarded)
        self.unlock = make_action(
            self, tr("Unlock"), "Return", tr("Show the window again"), self._try, "lock"
        )
        picture = label("", self)
        picture.setPixmap(icons.picture("cloister", 64))
        picture.setAccessibleName("Cloister")
        title = label(tr("Cloister is locked"), self, "title", wrap=False)
        hint = (
            ""
            if self._guarded
            else tr("The library has no passphrase of its own: this hides the window and nothing more.")
        )
        self._said = label(hint, self, "quiet")
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        for widget in (picture, title):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._said)
        layout.addLayout(row_of(1, self.passphrase, button_of(self.unlock, self, "primary"), 1))
        layout.addStretch(3)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.passphrase.clear()
        self.passphrase.setFocus()

    def _try(self) -> None:
        if not self._guarded:
            self.unlocked.emit()
            return
        text, folder = self.passphrase.text(), self._session.workspace.library.folder
        self.unlock.setEnabled(False)

        def work() -> object:
            from app.store import keys

            return keys.unlock(folder, text)

        tasks.run(work, lambda _: self._opened(), self._failed, owner=self)

    def _opened(self) -> None:
        self.unlock.setEnabled(True)
        self.passphrase.clear()
        self._said.setText("")
        self.unlocked.emit()

    def _failed(self, text: str) -> None:
        self.unlock.setEnabled(True)
        self._said.setText(sentence(text))
        self.passphrase.selectAll()
