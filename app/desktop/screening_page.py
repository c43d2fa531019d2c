"""Screening: CVs side by side without names, with posts, education, skills and languages."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.desktop import names, tasks
from app.desktop.page import Page, button_of, label, named, row_of
from app.desktop.session import Session
from app.desktop.texts import counted, mark, sentence, tr
from app.formats import write_atomically
from app.pipeline import screening
from app.pipeline.tables import to_csv

_COLUMN, _LETTERS, _HIGHEST = 270, 34, 60
"""Width of a column, about how many letters stand in one line of it, and the most lines of a row."""


class ScreeningPage(Page):
    """Reads a folder in worker processes; nothing of it is kept in the library."""

    progressed = Signal(int, int)
    compared = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Screening"), parent)
        self._session = session
        self._found = screening.Screening((), (), {})
        self._stopped = False
        self.busy = False
        self.wanted = QLineEdit(self)
        self.names = QCheckBox(tr("Show names"), self)
        self.table = QTableWidget(self)
        self.text = QPlainTextEdit(self)
        self._said = label(
            tr("Choose a folder with CVs. Names and personal data are hidden."), self, "quiet", wrap=False
        )
        self._build()
        self.progressed.connect(self._show_progress)

    def _build(self) -> None:
        choose = self.action(
            tr("Choose a folder…"),
            "Ctrl+Shift+F",
            tr("Compare all CVs that lie in a folder"),
            self._choose,
            "add-folder",
        )
        ask = self.action(
            tr("Wanted skills"),
            "Ctrl+F",
            tr("Say which skills you look for, separated by commas"),
            self.wanted.setFocus,
            "search",
        )
        show = self.action(
            tr("Show names"),
            "Ctrl+Shift+U",
            tr("Show or hide whose CVs these are"),
            self.names.toggle,
            "preview",
        )
        self.stop = self.action(
            tr("Stop"), "Ctrl+.", tr("Stop after the files at work"), self._stop, "cancel"
        )
        self.export = self.action(
            tr("Export…"), "Ctrl+S", tr("Write the comparison as CSV or JSON"), self._export, "save"
        )
        self.export.setEnabled(False)
        self.stop.setEnabled(False)
        self.head(
            button_of(self.stop, self, "icon"),
            button_of(choose, self, "framed"),
            button_of(self.export, self, "primary"),
        )
        named(self.wanted, tr("Wanted skills"), ask.toolTip())
        self.wanted.setPlaceholderText(tr("Wanted skills, for instance: Python, contract law"))
        self.wanted.setClearButtonEnabled(True)
        self.wanted.setMinimumWidth(340)
        self.wanted.editingFinished.connect(self._ask)
        named(self.names, tr("Show names"), show.toolTip())
        self.names.toggled.connect(lambda on: self._fill())
        named(self.table, tr("CVs side by side"), tr("A column for each candidate; arrow keys move"))
        named(
            self.text, tr("The chosen CV"), tr("The text of the chosen CV with everything personal taken out")
        )
        self.text.setReadOnly(True)
        self.table.setWordWrap(True)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setVerticalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.table.setHorizontalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.table.setTabKeyNavigation(False)
        self.table.currentCellChanged.connect(lambda *_: self._show_text())
        self.body.addLayout(row_of(self.wanted, self.names, 1))
        self.body.addWidget(self._said)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.table)
        splitter.addWidget(self.text)
        splitter.setSizes([480, 160])
        splitter.setChildrenCollapsible(False)
        self.body.addWidget(splitter, 1)

    # --- comparing ------------------------------------------------------------------------------------

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Choose a folder"))
        if name:
            self.compare([Path(name)])

    def compare(self, paths: list[Path]) -> None:
        """Read and compare off the GUI thread."""
        if self.busy:
            return
        self.busy, self._stopped = True, False
        self.stop.setEnabled(True)
        self._said.setText(tr("Reading…"))
        self.names.setChecked(False)  # whoever chooses other CVs sees them blind first
        settings, told, session = self._session.settings, self.progressed.emit, self._session
        wanted = screening.skills_of(self.wanted.text())

        def work() -> screening.Screening:
            return screening.screen(
                settings, paths, wanted, told=told, stopped=lambda: self._stopped or session.leaving
            )

        tasks.run(work, self._show, self._failed, owner=self)

    def _stop(self) -> None:
        self._stopped = True

    def _show_progress(self, done: int, total: int) -> None:
        if self.busy:
            self._said.setText(tr("{done} of {total}", done=f"{done:,}", total=f"{total:,}"))

    def _show(self, found: screening.Screening) -> None:
        self._end()
        self._found = found
        self._fill()
        parts = [counted(len(found.candidates), mark("1 CV"), mark("{count} CVs"))]
        if found.others:
            parts.append(
                counted(
                    len(found.others),
                    mark("1 other document left out"),
                    mark("{count} other documents left out"),
                )
            )
        if found.failed:
            parts.append(
                counted(
                    len(found.failed),
                    mark("1 file could not be read"),
                    mark("{count} files could not be read"),
                )
            )
        self._said.setText(", ".join(parts))
        self.compared.emit()

    def _failed(self, text: str) -> None:
        self._end()
        self._said.setText(sentence(text))
        self.compared.emit()

    def _end(self) -> None:
        self.busy = False
        self.stop.setEnabled(False)

    def said(self) -> str:
        """What stands above the table."""
        return self._said.text()

    def _ask(self) -> None:
        found, wanted = self._found, screening.skills_of(self.wanted.text())

        def done(asked: screening.Screening) -> None:
            if found is self._found:
                self._found = asked
                self._fill()

        self._session.run(lambda: screening.ask(found, wanted), done, in_order=True)

    # --- showing --------------------------------------------------------------------------------------

    def _rows(self) -> list[list[str]]:
        titles = (tr("Posts"), tr("Education"), tr("Skills"), tr("Languages"))
        return screening.rows(self._found, titles, lambda code: names.title("language", code))

    def _titles(self) -> list[str]:
        shown = self.names.isChecked()
        return [
            (one.name or Path(one.path).name) if shown else tr("Candidate {number}", number=one.number)
            for one in self._found.candidates
        ]

    def _fill(self) -> None:
        rows, titles = self._rows(), self._titles()
        self.table.clear()
        self.table.setColumnCount(len(titles))
        self.table.setRowCount(len(rows) if titles else 0)
        self.table.setHorizontalHeaderLabels(titles)
        self.table.setVerticalHeaderLabels([row[0] for row in rows])
        for at, row in enumerate(rows if titles else []):
            for column, text in enumerate(row[1:]):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                item.setToolTip(text)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{titles[column]}, {row[0]}: {text}")
                self.table.setItem(at, column, item)
        for column in range(len(titles)):
            self.table.setColumnWidth(column, int(_COLUMN * self.fontMetrics().height() / 16))
        for at, row in enumerate(rows if titles else []):
            self.table.setRowHeight(at, self._height(row[1:]))
        self.export.setEnabled(bool(titles))
        self._show_text()

    def _height(self, cells: list[str]) -> int:
        """Room for the longest cell of a row, by its letters: to lay them all out would hold the window up."""
        lines = [sum(1 + len(line) // _LETTERS for line in cell.split("\n")) for cell in cells]
        return max(34, min(_HIGHEST, max(lines, default=1)) * self.fontMetrics().lineSpacing() + 14)

    def _show_text(self) -> None:
        column = self.table.currentColumn()
        there = 0 <= column < len(self._found.candidates)
        self.text.setPlainText(self._found.candidates[column].blind.text if there else "")

    # --- writing --------------------------------------------------------------------------------------

    def _export(self) -> None:
        name, kind = QFileDialog.getSaveFileName(
            self, tr("Export"), "screening.csv", "CSV (*.csv);;JSON (*.json)"
        )
        if name:
            target = Path(name)
            ending = f".{kind.split(' ')[0].lower()}"
            self.write(target if target.suffix.lower() in (".csv", ".json") else Path(f"{name}{ending}"))

    def write(self, target: Path) -> None:
        """Write the comparison as it is shown, with names only where names are shown."""
        found, names, titles, rows = self._found, self.names.isChecked(), self._titles(), self._rows()

        def work() -> None:
            if target.suffix.lower() == ".json":
                facts = screening.to_json(found, names=names)
                data = json.dumps(facts, ensure_ascii=False).encode("utf-8", "backslashreplace")
            else:
                data = to_csv(["", *titles], rows)
            write_atomically(target, data)

        self._session.run(work, lambda _: self._session.tell(tr("Written. It holds private data.")))
