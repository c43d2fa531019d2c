"""The summary of one document, as long as the slider says, in its own words and as the copy has it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QSlider, QVBoxLayout, QWidget

from app.desktop.page import label, named, row_of
from app.desktop.session import Session
from app.desktop.texts import counted, mark, tr
from app.pipeline import gist
from app.pipeline.workspace import DocumentRow

_WAIT_MS = 150
_MOST = 20_000
"""Characters that are shown."""


class SummaryPanel(QWidget):
    """Nothing is written anew: the sentences are the document's own."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._row: DocumentRow | None = None
        self._asked = 0
        self._name = label("", self, "section")
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.masked = QCheckBox(tr("As the copy has it"), self)
        self._length = label("", self, "quiet", wrap=False)
        self.text = QPlainTextEdit(self)
        self._later = QTimer(self)
        self._build()

    def _build(self) -> None:
        self.slider.setRange(1, gist.LONGEST)
        self.slider.setValue(3)
        self.slider.setPageStep(2)
        named(self.slider, tr("Length of the summary"), tr("How many sentences the summary has (arrow keys)"))
        named(self.masked, tr("As the copy has it"), tr("Show the summary with the private words taken out"))
        named(self.text, tr("Summary"), tr("The sentences that say most, in the document's own words"))
        self.text.setReadOnly(True)
        self._later.setSingleShot(True)
        self._later.setInterval(_WAIT_MS)
        self._later.timeout.connect(self._ask)
        self.slider.valueChanged.connect(lambda value: self._change())
        self.masked.toggled.connect(lambda on: self._change())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addWidget(self._name)
        layout.addLayout(row_of(self.slider, self._length))
        layout.addWidget(self.masked)
        layout.addWidget(self.text, 1)
        self.show_document(None)

    def show_document(self, row: DocumentRow | None) -> None:
        """Sum up this document."""
        self._row = row
        self.text.clear()
        self._name.setText(row.name if row else tr("Choose a document to see its summary."))
        for widget in (self.slider, self.masked, self.text):
            widget.setEnabled(row is not None)
        self._change()

    def _change(self) -> None:
        self._length.setText(counted(self.slider.value(), mark("1 sentence"), mark("{count} sentences")))
        if self._row is not None:
            self._later.start()

    def _ask(self) -> None:
        row, length, masked = self._row, self.slider.value(), self.masked.isChecked()
        if row is None:
            return
        self._asked += 1
        number, workspace, policy = self._asked, self._session.workspace, self._session.policy

        def work() -> str:
            reading = workspace.review(row.id)
            found = gist.summary(reading, length)
            if not masked:
                return found.text
            return gist.masked_summary(reading.document, found, workspace.plan(row.id, policy))

        self._session.run(work, lambda text: self._show(number, text))

    def _show(self, number: int, text: str) -> None:
        if number == self._asked:
            if len(text) > _MOST:  # a table without a full stop is one sentence as long as the file
                text = f"{text[:_MOST]}…"
            self.text.setPlainText(text or tr("The document has no running text to sum up."))
