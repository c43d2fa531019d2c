"""Exporting redacted copies: where, under which policy, in which form; progress; what came of each."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.desktop import tasks
from app.documents import Operator
from app.masking import Policy
from app.pipeline.workspace import DocumentRow, Event, ExportOptions, ExportResult, Workspace

_MODES = (
    ("As the policy says", None), ("Black boxes", Operator.BLACKOUT), ("Labels, such as [PERSON 1]", Operator.LABEL),
    ("Pseudonyms, the same in all documents", Operator.PSEUDONYM), ("Keyed hashes", Operator.HASH),
    ("Masked, last characters shown", Operator.MASK), ("Removed without a trace", Operator.REMOVE),
)  # fmt: skip


class ExportDialog(QDialog):
    """Runs the export off the GUI thread; the dialog stays usable."""

    progressed = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        rows: list[DocumentRow],
        policies: list[Policy],
        chosen: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rows = rows
        self._policies = policies
        self._stop = threading.Event()
        self._running = False
        self.folder = QLineEdit(str(Path(rows[0].path).parent / "redacted") if rows else "", self)
        self.policy = QComboBox(self)
        self.mode = QComboBox(self)
        self.rename = QCheckBox("Take private words out of file names", self)
        self.report = QCheckBox("Write a report beside each copy", self)
        self.pixels = QCheckBox("Also read the copy's pixels in the check (slower)", self)
        self.certificate = QCheckBox("Write a certificate that can be checked later", self)
        self.log = QCheckBox("Write a log of the removals and a legend of the marks", self)
        self.hide_width = QCheckBox("Hide how wide the removed words were (PDF)", self)
        self.start = QPushButton("Export", self)
        self.cancel = QPushButton("Close", self)
        self.open_folder = QPushButton("Open folder", self)
        self.bar = QProgressBar(self)
        self.results = QListWidget(self)
        self._build(chosen)
        self.progressed.connect(self._on_event)

    def _build(self, chosen: str) -> None:
        self.setWindowTitle("Export redacted copies")
        self.resize(640, 520)
        for policy in self._policies:
            self.policy.addItem(policy.title, policy)
            if policy.name == chosen:
                self.policy.setCurrentIndex(self.policy.count() - 1)
        for title, mode in _MODES:
            self.mode.addItem(title, mode)
        self.rename.setChecked(True)
        self.report.setChecked(True)
        browse = QPushButton("Choose…", self)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(browse)
        form = QFormLayout()
        form.addRow("Folder for the copies", row)
        form.addRow("Policy", self.policy)
        form.addRow("In its place", self.mode)
        for box in (self.rename, self.report, self.certificate, self.log, self.hide_width, self.pixels):
            form.addRow("", box)
        for widget, name, tip in (
            (self.folder, "Folder for the copies", "Originals are never changed"),
            (self.policy, "Policy", "What goes and what may stay"),
            (self.mode, "What stands in its place", "Overrides the policy's own choice"),
            (self.rename, self.rename.text(), "A name in a file name gives it away too"),
            (self.report, self.report.text(), "What was removed by type, and what the check looked at"),
            (self.certificate, self.certificate.text(), "Digests of both files, policy and checks, as JSON and on a page"),
            (self.log, self.log.text(), "Page, type and reason of each removal, never the text"),
            (self.hide_width, self.hide_width.text(), "A gap as wide as a name helps to guess it; the rest of the line moves"),
            (self.pixels, self.pixels.text(), "Reads every page of the copy with OCR"),
            (self.start, "Export", "Write the copies (Ctrl+Return)"),
            (self.cancel, "Close or cancel", "Stop after the document at work (Esc)"),
            (self.open_folder, "Open folder", "Show the copies (Ctrl+O)"),
            (browse, "Choose a folder", "Choose a folder (Ctrl+F)"),
            (self.results, "Results", "What came of each document"),
            (self.bar, "Progress", "How far the export is"),
        ):  # fmt: skip
            widget.setAccessibleName(name)
            widget.setToolTip(tip)
        browse.setShortcut("Ctrl+F")
        self.start.setObjectName("primary")
        self.start.setShortcut("Ctrl+Return")
        self.open_folder.setShortcut("Ctrl+O")
        self.start.clicked.connect(self.begin)
        self.cancel.clicked.connect(self.reject)
        self.open_folder.clicked.connect(self._show_folder)
        self.open_folder.setEnabled(False)
        self.bar.setVisible(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_folder)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.start)
        promise = QLabel(
            f"{len(self._rows)} document(s). A copy is written only when an independent check finds nothing left.",
            self,
        )
        promise.setObjectName("quiet")
        promise.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(promise)
        layout.addLayout(form)
        layout.addWidget(self.bar)
        layout.addWidget(self.results, 1)
        layout.addLayout(buttons)

    def begin(self) -> None:
        """Start the export."""
        out = Path(self.folder.text()).expanduser()
        if not self.folder.text().strip() or self._running:
            return
        options = ExportOptions(
            self.policy.currentData(),
            self.mode.currentData(),
            report=self.report.isChecked(),
            check_ocr=self.pixels.isChecked(),
            rename=self.rename.isChecked(),
            certificate=self.certificate.isChecked(),
            log=self.log.isChecked(),
            strict_width=self.hide_width.isChecked(),
        )
        self._running = True
        self._stop.clear()
        self.start.setEnabled(False)
        self.cancel.setText("Cancel")
        self.results.clear()
        self.bar.setVisible(True)
        self.bar.setRange(0, len(self._rows))
        identifiers = [row.id for row in self._rows]

        def export(_: None) -> None:
            tasks.run(
                lambda: self._workspace.export(
                    identifiers, out, options, self.progressed.emit, self._stop.is_set
                ),
                self._finished,
                self._failed,
            )

        tasks.run(lambda: None, export, in_order=True)  # after every decision made so far is kept

    def _on_event(self, event: Event) -> None:
        if event.kind == "overall":
            self.bar.setValue(event.done)
            left = "" if event.seconds_left is None else f", about {event.seconds_left:.0f} s left"
            self.bar.setFormat(f"{event.done} of {event.total}{left}")

    def _finished(self, results: list[ExportResult]) -> None:
        self._end()
        names = {row.id: row.name for row in self._rows}
        for result in results:
            if result.ok:
                channels = len(result.verification.channels_checked) if result.verification else 0
                text = f"✓ {Path(result.output).name}: checked clean in {channels} channels"
            else:
                text = f"✗ {names[result.document_id]}: {result.sentence}"
            item = QListWidgetItem(text)
            item.setForeground(Qt.GlobalColor.darkGreen if result.ok else Qt.GlobalColor.red)
            self.results.addItem(item)
        if len(results) < len(self._rows):
            self.results.addItem(f"Cancelled: {len(self._rows) - len(results)} not exported.")
        self.open_folder.setEnabled(any(result.ok for result in results))

    def _failed(self, sentence: str) -> None:
        self._end()
        self.results.addItem(sentence)

    def _end(self) -> None:
        self._running = False
        self.start.setEnabled(True)
        self.cancel.setText("Close")

    def reject(self) -> None:
        if self._running:
            self._stop.set()
            self.bar.setFormat("Stopping…")
            return
        super().reject()

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Folder for the copies", self.folder.text())
        if folder:
            self.folder.setText(folder)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text()))
