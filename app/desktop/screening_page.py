"""Screening: CVs side by side without names, with posts, education, skills and languages."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.desktop import names
from app.desktop.folder_page import FolderPage
from app.desktop.page import button_of, named, row_of
from app.desktop.session import Session
from app.desktop.texts import counted, mark, tr
from app.pipeline import screening
from app.pipeline.tables import to_csv

_COLUMN, _LETTERS, _HIGHEST = 270, 34, 60
"""Width of a column, about how many letters stand in one line of it, and the most lines of a row."""


class ScreeningPage(FolderPage):
    """Reads a folder in worker processes; nothing of it is kept in the library."""

    compared = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        invitation = tr("Choose a folder with CVs. Names and personal data are hidden.")
        super().__init__(tr("Screening"), invitation, session, parent)
        self._found = screening.Screening((), (), {})
        self.wanted = QLineEdit(self)
        self.names = QCheckBox(tr("Show names"), self)
        self.table = QTableWidget(self)
        self.text = QPlainTextEdit(self)
        self._build()

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
        self._make_stop()
        self.export = self.action(
            tr("Export…"), "Ctrl+S", tr("Write the comparison as CSV or JSON"), self._export, "save"
        )
        self.export.setEnabled(False)
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

    def read_folder(self, paths: list[Path]) -> None:
        self.compare(paths)

    def told(self) -> None:
        self.compared.emit()

    def compare(self, paths: list[Path]) -> None:
        """Read and compare off the GUI thread."""
        if self.busy:
            return
        self._begin()
        self.names.setChecked(False)  # whoever chooses other CVs sees them blind first
        settings, told, stopped = self._session.settings, self.progressed.emit, self._should_stop
        wanted = screening.skills_of(self.wanted.text())

        def work() -> screening.Screening:
            return screening.screen(settings, paths, wanted, told=told, stopped=stopped)

        self._run(work, self._show)

    def _show(self, found: screening.Screening) -> None:
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
        self._said.setText(", ".join([*parts, *self._unread(len(found.failed))]))

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
        self._choose_target("screening.csv")

    def write(self, target: Path) -> None:
        """Write the comparison as it is shown, with names only where names are shown."""
        found, names, titles, rows = self._found, self.names.isChecked(), self._titles(), self._rows()

        def data() -> bytes:
            if target.suffix.lower() == ".json":
                facts = screening.to_json(found, names=names)
                return json.dumps(facts, ensure_ascii=False).encode("utf-8", "backslashreplace")
            return to_csv(["", *titles], rows)

        self._write(target, data)
