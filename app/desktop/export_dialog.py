"""Exporting redacted copies: where, under which policy, in which form; progress; what came of each."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.desktop import names, tasks, theme
from app.desktop.page import button_of, label, make_action, named, row_of
from app.desktop.session import Session
from app.desktop.texts import counted, mark, progress, sentence, tr
from app.documents import Operator
from app.pipeline import exporting
from app.pipeline.workspace import DocumentRow, Event, ExportOptions, ExportResult

_MODES = (
    (mark("As the policy says"), None), (mark("Black boxes"), Operator.BLACKOUT),
    (mark("Labels, such as [PERSON 1]"), Operator.LABEL),
    (mark("Pseudonyms, the same in all documents"), Operator.PSEUDONYM), (mark("Keyed hashes"), Operator.HASH),
    (mark("Masked, last characters shown"), Operator.MASK), (mark("Removed without a trace"), Operator.REMOVE),
)  # fmt: skip

T = TypeVar("T")


class ExportDialog(QDialog):
    """Runs the export off the GUI thread; the dialog stays usable."""

    progressed = Signal(object)

    def __init__(self, session: Session, rows: list[DocumentRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._workspace = session.workspace
        self._rows = rows
        self._stop = threading.Event()
        self._running = False
        self.folder = QLineEdit(str(Path(rows[0].path).parent / "redacted") if rows else "", self)
        self.policy = QComboBox(self)
        self.mode = QComboBox(self)
        self.rename = QCheckBox(tr("Take private words out of file names"), self)
        self.format = QComboBox(self)
        self.report = QCheckBox(tr("Write a report beside each copy"), self)
        self.pixels = QCheckBox(tr("Also read the copy's pixels in the check (slower)"), self)
        self.certificate = QCheckBox(tr("Write a certificate that can be checked later"), self)
        self.log = QCheckBox(tr("Write a log of the removals and a legend of the marks"), self)
        self.hide_width = QCheckBox(tr("Hide how wide the removed words were (PDF)"), self)
        self.folders = QCheckBox(tr("Keep the folder structure"), self)
        self.try_out = make_action(
            self,
            tr("Dry run"),
            "Ctrl+Shift+Return",
            tr("See what would be written and what refused; nothing is written"),
            self.try_it,
            "preview",
        )
        self.start = make_action(
            self, tr("Export"), "Ctrl+Return", tr("Write the copies"), self.begin, "export"
        )
        self.cancel = make_action(
            self, tr("Close"), "Esc", tr("Close, or stop after the document at work"), self.reject, "cancel"
        )
        self.show_folder = make_action(
            self, tr("Open the folder"), "Ctrl+O", tr("Show the copies"), self._show_folder, "open-folder"
        )
        self.browse = make_action(
            self, tr("Choose…"), "Ctrl+F", tr("Choose a folder"), self._browse, "add-folder"
        )
        self.bar = QProgressBar(self)
        self.results = QListWidget(self)
        self._build()
        self.progressed.connect(self._on_event)

    def _build(self) -> None:
        self.setWindowTitle(tr("Export redacted copies"))
        self.resize(720, 680)
        for policy in self._session.policies:
            self.policy.addItem(names.policy_title(policy.name, policy.title), policy)
            if policy.name == self._session.settings.policy:
                self.policy.setCurrentIndex(self.policy.count() - 1)
        for title, mode in _MODES:
            self.mode.addItem(tr(title), mode)
        self.format.addItem(tr("Like the original"), False)
        self.format.addItem(tr("Plain text"), True)
        self.rename.setChecked(True)
        self.report.setChecked(True)
        boxes = (
            self.folders,
            self.rename,
            self.report,
            self.certificate,
            self.log,
            self.hide_width,
            self.pixels,
        )
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(tr("Folder for the copies"), row_of(self.folder, button_of(self.browse, self, "framed")))
        form.addRow(tr("Policy"), self.policy)
        form.addRow(tr("In its place"), self.mode)
        form.addRow(tr("Format"), self.format)
        for box in boxes:
            form.addRow("", box)
        for widget, name, tip in (
            (self.folder, tr("Folder for the copies"), tr("Originals are never changed")),
            (self.policy, tr("Policy"), tr("What goes and what may stay")),
            (self.mode, tr("What stands in its place"), tr("Overrides the policy's own choice")),
            (self.format, tr("Format of the copies"), tr("Plain text leaves everything of the file behind but its words")),
            (self.folders, self.folders.text(), tr("Each copy goes into a folder named like that of its original")),
            (self.rename, self.rename.text(), tr("A name in a file name gives it away too")),
            (self.report, self.report.text(), tr("What was removed by type, and what the check looked at")),
            (self.certificate, self.certificate.text(), tr("Digests of both files, policy and checks, as JSON and on a page")),
            (self.log, self.log.text(), tr("Page, type and reason of each removal, never the text")),
            (self.hide_width, self.hide_width.text(), tr("A gap as wide as a name helps to guess it; the rest of the line moves")),
            (self.pixels, self.pixels.text(), tr("Reads every page of the copy with OCR")),
            (self.results, tr("Results"), tr("What came of each document")),
            (self.bar, tr("Progress"), tr("How far the export is")),
        ):  # fmt: skip
            named(widget, name, tip)
        self.show_folder.setEnabled(False)
        self.bar.setVisible(False)
        self.results.setWordWrap(True)
        hint = QListWidgetItem(tr("What comes of each document will stand here."), self.results)
        hint.setFlags(Qt.ItemFlag.NoItemFlags)
        count = counted(len(self._rows), mark("1 document."), mark("{count} documents."))
        promise = tr("A copy is written only when an independent check finds nothing left.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(f"{count} {promise}", self, "quiet"))
        layout.addLayout(form)
        layout.addWidget(self.bar)
        layout.addWidget(self.results, 1)
        layout.addLayout(row_of(
            button_of(self.show_folder, self, "framed"), 1, button_of(self.cancel, self, "framed"),
            button_of(self.try_out, self, "framed"), button_of(self.start, self, "primary"),
        ))  # fmt: skip

    def begin(self) -> None:
        """Start the export."""
        self._run(exporting.export, self._finished)

    def try_it(self) -> None:
        """Start a dry run."""
        self._run(exporting.dry_run, self._tried)

    def _run(self, work: Callable[..., T], done: Callable[[T], None]) -> None:
        out = Path(self.folder.text()).expanduser()
        if not self.folder.text().strip() or self._running:
            return
        options = ExportOptions(
            self.policy.currentData(),
            self.mode.currentData(),
            report=self.report.isChecked(),
            check_ocr=self.pixels.isChecked(),
            as_text=bool(self.format.currentData()),
            rename=self.rename.isChecked(),
            certificate=self.certificate.isChecked(),
            log=self.log.isChecked(),
            strict_width=self.hide_width.isChecked(),
        )
        self._running = True
        self._stop.clear()
        self.start.setEnabled(False)
        self.try_out.setEnabled(False)
        self.cancel.setText(tr("Cancel"))
        self.results.clear()
        self.bar.setVisible(True)
        self.bar.setRange(0, len(self._rows))
        self.bar.setValue(0)
        workspace, keep = self._workspace, self.folders.isChecked()
        identifiers = [row.id for row in self._rows]
        told, stopped = self.progressed.emit, self._stop.is_set

        def start(_: None) -> None:
            tasks.run(
                lambda: work(workspace, identifiers, out, options, told, stopped, keep_folders=keep),
                done,
                self._failed,
                owner=self,
            )

        tasks.run(lambda: None, start, in_order=True, owner=self)  # after every decision made so far is kept

    def _on_event(self, event: Event) -> None:
        if event.row is not None:
            self._session.row_changed.emit(event.row)
        if event.kind == "overall":
            self.bar.setValue(event.done)
            self.bar.setFormat(progress(event.done, event.total, event.seconds_left))

    def _tried(self, trial: exporting.Trial) -> None:
        self._end()
        out, titles = (
            Path(self.folder.text()).expanduser().absolute(),
            {row.id: row.name for row in self._rows},
        )
        written, refused = len(trial.results) - len(trial.refused), len(trial.refused)
        parts = (
            counted(written, mark("1 copy would be written,"), mark("{count} copies would be written,")),
            counted(refused, mark("1 document refused,"), mark("{count} documents refused,")),
            counted(trial.total, mark("1 place taken out."), mark("{count} places taken out.")),
        )
        self.results.addItem(" ".join((tr("Nothing was written."), *parts)))
        for result in trial.results:
            if result.ok:
                gone = trial.removals[result.document_id]
                places = counted(gone, mark("1 place"), mark("{count} places"))
                name = Path(result.output).relative_to(out)
                text = tr("✓ {name}: would be written, {places} taken out", name=name, places=places)
            else:
                title, why = titles[result.document_id], sentence(result.sentence)
                text = tr("✗ {name}: would be refused. {why}", name=title, why=why)
            self._add(text, result.ok)
        self._add_missing(len(trial.results))

    def _finished(self, results: list[ExportResult]) -> None:
        self._end()
        titles = {row.id: row.name for row in self._rows}
        for result in results:
            if result.ok:
                channels = len(result.verification.channels_checked) if result.verification else 0
                name = Path(result.output).name
                text = tr("✓ {name}: checked clean in {channels} channels", name=name, channels=channels)
            else:
                text = f"✗ {titles[result.document_id]}: {sentence(result.sentence)}"
            self._add(text, result.ok)
        self._add_missing(len(results))
        written = sum(result.ok for result in results)
        self.show_folder.setEnabled(bool(written))
        self._session.notified.emit(
            counted(written, mark("The export is done: 1 copy."), mark("The export is done: {count} copies."))
        )

    def _add(self, text: str, good: bool) -> None:
        item = QListWidgetItem(text)
        item.setForeground(theme.colour("good" if good else "danger"))
        self.results.addItem(item)

    def _add_missing(self, done: int) -> None:
        left = len(self._rows) - done
        if left:
            self.results.addItem(
                counted(left, mark("Cancelled: 1 not exported."), mark("Cancelled: {count} not exported."))
            )

    def _failed(self, text: str) -> None:
        self._end()
        self.results.addItem(sentence(text))

    def _end(self) -> None:
        self._running = False
        self.start.setEnabled(True)
        self.try_out.setEnabled(True)
        self.cancel.setText(tr("Close"))

    def reject(self) -> None:
        if self._running:
            self._stop.set()
            self.bar.setFormat(tr("Stopping…"))
            return
        super().reject()

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Folder for the copies"), self.folder.text())
        if folder:
            self.folder.setText(folder)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text()))
