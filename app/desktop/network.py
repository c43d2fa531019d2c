"""The indicator that tells the truth about the network."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from app.desktop import tasks
from app.desktop.page import named
from app.desktop.texts import counted, mark, tr
from app.pipeline.sockets import Sockets, count_sockets

_EVERY_MS = 4000


class NetworkLabel(QLabel):
    """Counts the internet sockets of the program and its workers, and forgets none that it saw open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen = ""
        self._counting = False
        named(
            self,
            tr("Network"),
            tr("Looks every few seconds for internet connections of this program and its workers"),
        )
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def stop(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        """Count now, off the GUI thread."""
        if not self._counting:
            self._counting = True
            tasks.run(count_sockets, self.show_count, lambda _: self._done(), owner=self)

    def _done(self) -> None:
        self._counting = False

    def show_count(self, found: Sockets) -> None:
        """Say what was found."""
        self._done()
        if found.count and not self._seen:
            self._seen = datetime.now().astimezone().strftime("%H:%M")
        self.setText(self._sentence(found))
        name = "quiet" if not found.known else "bad" if self._seen else "good"
        if self.objectName() != name:
            self.setObjectName(name)
            self.style().unpolish(self)
            self.style().polish(self)

    def _sentence(self, found: Sockets) -> str:
        if not found.known:
            return tr("Connections cannot be counted on this system. The program refuses its own.")
        if found.count:
            return counted(
                found.count,
                mark("1 internet connection is open!"),
                mark("{count} internet connections are open!"),
            )
        if self._seen:
            return tr("An internet connection was open at {time}!", time=self._seen)
        if found.refused:
            return tr("0 bytes sent: the system refuses every connection")
        return tr("No internet connection is open")
