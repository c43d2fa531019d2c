"""“Check a file…”: what one file still gives away, whoever redacted it. The file stays as it is."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QVBoxLayout, QWidget

from app.desktop import leak_words, tasks
from app.desktop.page import button_of, label, make_action, named, row_of
from app.desktop.row_table import Column, RowModel, RowTable
from app.desktop.session import Session
from app.desktop.texts import counted, mark, sentence, tr
from app.documents import Leak, Verification
from app.pipeline.check_alone import check_alone


class CheckDialog(QDialog):
    """Looks at one file after the other; each is opened in a worker process, off the GUI thread."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stop = threading.Event()
        self._name = label("", self, "section")
        self.verdict = label("", self, "section")
        self.notes = label("", self)
        self.bar = QProgressBar(self)
        columns = [
            Column[Leak](tr("How it shows"), lambda leak: leak_words.channel(leak.channel), width=170),
            Column[Leak](tr("Where"), lambda leak: leak_words.place(leak.place), width=170),
            Column[Leak](tr("What was found"), lambda leak: leak_words.detail(leak.detail), width=330),
        ]
        self.model: RowModel[Leak] = RowModel(columns, parent=self)
        self.view = RowTable(self.model, tr("What was found"), self)
        self._looked = label("", self, "quiet")
        self.other = make_action(
            self, tr("Check another file…"), "Ctrl+O", tr("Choose a file to look at"), self.choose, "check"
        )
        self.leave = make_action(
            self,
            tr("Close"),
            "Esc",
            tr("Back to the window; a check at work is stopped"),
            self.reject,
            "cancel",
        )
        self._build()

    def _build(self) -> None:
        self.setWindowTitle(tr("Check a file"))
        self.resize(780, 560)
        hint = tr(
            "Shows what a redacted file still gives away: text under boxes, invisible text, comments, older "
            "revisions, metadata and more. The file is not changed and does not go into the library."
        )
        limit = tr(
            "Only this file is looked at. Whether a word that everybody can see should have been taken out is a "
            "question for the review."
        )
        named(self.bar, tr("Progress"), tr("The file is being looked at"))
        self.bar.setRange(0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(10)
        layout.addWidget(label(hint, self, "quiet"))
        for widget in (self._name, self.bar, self.verdict, self.notes):
            layout.addWidget(widget)
            widget.hide()
        layout.addWidget(self.view, 1)
        self.view.hide()
        layout.addWidget(self._looked)
        layout.addStretch(0)
        layout.addWidget(label(limit, self, "quiet"))
        buttons = row_of(1, button_of(self.leave, self, "framed"), button_of(self.other, self, "primary"))
        layout.addLayout(buttons)

    def choose(self) -> None:
        """Ask which file."""
        name, _ = QFileDialog.getOpenFileName(self, tr("Check a file"))
        if name:
            self.check(Path(name))

    def check(self, path: Path) -> None:
        """Look at this file."""
        self.other.setEnabled(False)
        self._stop.clear()
        self._name.setText(path.name)
        for widget in (self.verdict, self.notes, self.view):
            widget.hide()
        self._looked.setText("")
        self._name.show()
        self.bar.show()
        settings, stopped = self._session.settings, self._stop.is_set
        tasks.run(lambda: check_alone(path, settings, stopped), self._show, self._failed, owner=self)

    def _end(self, text: str, good: bool) -> None:
        self.bar.hide()
        self.other.setEnabled(True)
        self.verdict.setText(text)
        self.verdict.setObjectName("good" if good else "bad")
        self.verdict.style().unpolish(self.verdict)
        self.verdict.style().polish(self.verdict)
        self.verdict.show()

    def _show(self, verdict: Verification | None) -> None:
        if verdict is None:
            return  # stopped: the dialog is closing
        count = len(verdict.leaks)
        if count:
            text = counted(
                count,
                mark("Not safe to hand out: 1 thing was found."),
                mark("Not safe to hand out: {count} things were found."),
            )
        elif verdict.clean:
            text = tr("Clean: nothing hidden was found.")
        else:
            text = tr("No leak was found, but look at the notes before you hand it out.")
        self._end(f"{'✓' if verdict.clean else '✗'} {text}", verdict.clean)
        self.model.set_rows(verdict.leaks)
        self.view.setVisible(bool(count))
        self.notes.setText("\n".join(f"• {leak_words.note(text)}" for text in verdict.warnings))
        self.notes.setVisible(bool(verdict.warnings))
        looked = ", ".join(leak_words.channel(name) for name in verdict.channels_checked)
        self._looked.setText(tr("Looked for: {channels}.", channels=looked))

    def _failed(self, text: str) -> None:
        self._end(f"✗ {sentence(text)}", False)

    def reject(self) -> None:
        self._stop.set()
        super().reject()
