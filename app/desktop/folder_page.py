"""What pages share that read a folder in worker processes and keep nothing of it in the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from app.desktop import tasks
from app.desktop.page import Page, label
from app.desktop.session import Session
from app.desktop.texts import counted, mark, sentence, tr
from app.formats import write_atomically

Found = TypeVar("Found")
_ENDINGS = (".csv", ".json")


class FolderPage(Page):
    """One reading at a time, off the GUI thread, with progress and a stop."""

    progressed = Signal(int, int)

    def __init__(self, title: str, invitation: str, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._session = session
        self._stopped = False
        self.busy = False
        self._said: QLabel = label(invitation, self, "quiet", wrap=False)
        self.progressed.connect(self._show_progress)

    def read_folder(self, paths: list[Path]) -> None:
        """What is done with the chosen folder."""
        raise NotImplementedError

    def told(self) -> None:
        """Called when a reading ended, well or not."""
        raise NotImplementedError

    def write(self, target: Path) -> None:
        """Write what is shown; the ending of `target` is .csv or .json."""
        raise NotImplementedError

    def said(self) -> str:
        """What the page says of its last reading."""
        return self._said.text()

    def _make_stop(self) -> None:
        self.stop = self.action(
            tr("Stop"), "Ctrl+.", tr("Stop after the files at work"), self._stop, "cancel"
        )
        self.stop.setEnabled(False)

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Choose a folder"))
        if name:
            self.read_folder([Path(name)])

    def _begin(self) -> None:
        self.busy, self._stopped = True, False
        self.stop.setEnabled(True)
        self._said.setText(tr("Reading…"))

    def _run(self, work: Callable[[], Found], show: Callable[[Found], None]) -> None:
        """`work` off the GUI thread, then `show` and what the page tells."""

        def shown(found: Found) -> None:
            self._end()
            show(found)
            self.told()

        tasks.run(work, shown, self._failed, owner=self)

    def _should_stop(self) -> bool:
        return self._stopped or self._session.leaving

    def _stop(self) -> None:
        self._stopped = True

    def _show_progress(self, done: int, total: int) -> None:
        if self.busy:
            self._said.setText(tr("{done} of {total}", done=f"{done:,}", total=f"{total:,}"))

    def _failed(self, text: str) -> None:
        self._end()
        self._said.setText(sentence(text))
        self.told()

    def _end(self) -> None:
        self.busy = False
        self.stop.setEnabled(False)

    @staticmethod
    def _unread(count: int) -> list[str]:
        """How many files could not be read, where some could not."""
        if not count:
            return []
        return [counted(count, mark("1 file could not be read"), mark("{count} files could not be read"))]

    def _choose_target(self, proposal: str) -> None:
        name, kind = QFileDialog.getSaveFileName(self, tr("Export"), proposal, "CSV (*.csv);;JSON (*.json)")
        if name:
            target = Path(name)
            ending = f".{kind.split(' ')[0].lower()}"
            self.write(target if target.suffix.lower() in _ENDINGS else Path(f"{name}{ending}"))

    def _write(self, target: Path, data: Callable[[], bytes]) -> None:
        self._session.run(
            lambda: write_atomically(target, data()),
            lambda _: self._session.tell(tr("Written. It holds private data.")),
        )
