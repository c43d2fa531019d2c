"""Fields: what was read out of the documents, as one table, and out to a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit, QWidget

from app.desktop import names
from app.desktop.page import Page, button_of, label, named, row_of
from app.desktop.row_table import Column, RowModel, RowTable
from app.desktop.session import Session
from app.desktop.texts import counted, mark, tr
from app.pipeline import own_fields_files, tables, teaching

Row = tuple[int, tuple[str, ...], dict[str, tuple[int, int]]]
"""Document id, values, and where they stand."""


class FieldsPage(Page):
    """One row a document (or a line item), one column a field; columns without a value are left out."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Fields"), parent)
        self._session = session
        self._table = tables.FieldTable(tables.FIXED, (), ())
        self.kinds = QComboBox(self)
        self.filter = QLineEdit(self)
        self.own = QCheckBox(tr("Only my own fields"), self)
        self._own: frozenset[str] = frozenset()
        self._used: list[int] = []
        self.model: RowModel[Row] = RowModel([], parent=self)
        self.view = RowTable(self.model, tr("Fields of the documents"), self)
        self._count = label("", self, "quiet", wrap=False)
        self._build()

    def _build(self) -> None:
        review = self.action(
            tr("Review"), "Ctrl+Return", tr("Open the chosen document"), self._review, "review"
        )
        place = self.action(
            tr("Show the place"),
            "Ctrl+G",
            tr("Open the document where the chosen value stands; a double click does the same"),
            self._show_place,
            "search",
        )
        export = self.action(
            tr("Export…"),
            "Ctrl+S",
            tr("Write the table as CSV, XLSX or JSON; formulas stay text"),
            self._export,
            "save",
        )
        find = self.action(
            tr("Filter the table"),
            "Ctrl+F",
            tr("Show only rows with these words"),
            self.filter.setFocus,
            "filter",
        )
        self.head(
            button_of(place, self, "framed"),
            button_of(review, self, "framed"),
            button_of(export, self, "primary"),
        )
        self.view.offer(place, review)
        named(self.own, tr("Only my own fields"), tr("Leave the fields out that the program finds by itself"))
        self.own.toggled.connect(lambda on: self._arrange())
        named(self.kinds, tr("Kind"), tr("Show only documents of this kind"))
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        named(self.filter, tr("Filter the table"), find.toolTip())
        self.filter.setPlaceholderText(tr("Filter the table"))
        self.filter.setClearButtonEnabled(True)
        self.filter.addAction(find, QLineEdit.ActionPosition.LeadingPosition)
        self.filter.setMaximumWidth(320)
        self.filter.textChanged.connect(self.model.set_filter)
        self.filter.textChanged.connect(lambda text: self._tell())
        self.kinds.currentIndexChanged.connect(lambda index: self._arrange())
        self.view.doubleClicked.connect(self._open_cell)
        self.body.addLayout(row_of(self.kinds, self.filter, self.own, 1, self._count))
        self.body.addWidget(self.view, 1)

    def refresh(self) -> None:
        library = self._session.workspace.library

        def work() -> tuple[tables.FieldTable, frozenset[str]]:
            names_of_own = frozenset(field.name for field in teaching.load(library).fields)
            return tables.field_table(library, None, sorted(names_of_own)), names_of_own

        self._session.run(work, lambda found: self._show(*found))

    def _show(self, table: tables.FieldTable, own: frozenset[str]) -> None:
        self._table, self._own = table, own
        self.own.setEnabled(bool(own) or self.own.isChecked())
        chosen = self.kinds.currentData()
        self.kinds.blockSignals(True)
        self.kinds.clear()
        self.kinds.addItem(tr("All kinds"), "")
        for kind in sorted({row[1] for row in table.rows}):
            self.kinds.addItem(names.title("class", kind), kind)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(chosen)))
        self.kinds.blockSignals(False)
        self._arrange()

    def _arrange(self) -> None:
        kind = str(self.kinds.currentData() or "")
        table = self._table
        rows = [
            (number, row, places)
            for number, row, places in zip(table.documents, table.rows, table.places, strict=True)
            if kind in ("", row[1])
        ]
        used = [
            n
            for n, name in enumerate(table.columns)
            if n < len(tables.FIXED)
            or (any(row[n] for _, row, _ in rows) and (name in self._own or not self.own.isChecked()))
        ]
        if self.own.isChecked():  # a row of items says nothing more about a document
            rows = [entry for at, entry in enumerate(rows) if at == 0 or entry[0] != rows[at - 1][0]]
        self._used = used
        self.model.beginResetModel()
        self.model.columns = [self._column(number) for number in used]
        self.model.endResetModel()
        self.model.set_rows(rows)
        self.view.widen()
        self._tell()

    def _column(self, number: int) -> Column[Row]:
        def text(row: Row) -> str:
            value = row[1][number]
            return names.title("class", value) if number == 1 else value

        return Column(
            names.title("field", self._table.columns[number]), text, width=190 if number == 0 else 125
        )

    def _tell(self) -> None:
        self._count.setText(counted(len(self.model.shown()), mark("1 row"), mark("{count} rows")))

    def _review(self) -> None:
        rows = self.view.selected()
        if rows:
            self._session.review_wanted.emit(rows[0][0])

    def _show_place(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self._open_cell(index)

    def _open_cell(self, index: QModelIndex) -> None:
        """The review, where the value of this cell stands."""
        number, _, places = self.model.row_at(index)
        place = places.get(self._table.columns[self._used[index.column()]])
        if place is None:
            self._session.review_wanted.emit(number)
        else:
            self._session.place_wanted.emit(number, *place)

    def _export(self) -> None:
        kinds = "CSV (*.csv);;XLSX (*.xlsx);;JSON (*.json)"
        name, kind = QFileDialog.getSaveFileName(self, tr("Export"), "fields.csv", kinds)
        if name:
            target = Path(name)
            ending = f".{kind.split(' ')[0].lower()}"
            self.write(
                target if target.suffix.lower() in own_fields_files.ENDINGS else Path(f"{name}{ending}")
            )

    def write(self, target: Path) -> None:
        """Write the rows that are shown; JSON with the names that the command line has, tables with titles."""
        plain = target.suffix.lower() == ".json"
        names_ = [self._table.columns[number] for number in self._used]
        heads = names_ if plain else [column.title for column in self.model.columns]
        shown = self.model.shown()
        rows = [
            tuple(row[1][n] for n in self._used)
            if plain
            else tuple(column.text(row) for column in self.model.columns)
            for row in shown
        ]
        table = tables.FieldTable(tuple(heads), tuple(rows), tuple(row[0] for row in shown))
        done = counted(
            len(rows),
            mark("1 row written. It holds private data."),
            mark("{count} rows written. They hold private data."),
        )
        self._session.run(
            lambda: own_fields_files.write_table(target, table), lambda _: self._session.tell(done)
        )
