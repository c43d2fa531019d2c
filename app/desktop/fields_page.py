"""Fields: what was read out of the documents, as one table, and out to a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget

from app.desktop import names
from app.desktop.page import Page, button_of, label, named, row_of
from app.desktop.row_table import Column, RowModel, RowTable
from app.desktop.session import Session
from app.desktop.texts import counted, mark, tr
from app.formats import write_atomically
from app.pipeline import tables

Row = tuple[int, tuple[str, ...]]


class FieldsPage(Page):
    """One row a document (or a line item), one column a field; columns without a value are left out."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Fields"), parent)
        self._session = session
        self._table = tables.FieldTable(tables.FIXED, (), ())
        self.kinds = QComboBox(self)
        self.filter = QLineEdit(self)
        self.model: RowModel[Row] = RowModel([], parent=self)
        self.view = RowTable(self.model, tr("Fields of the documents"), self)
        self._count = label("", self, "quiet", wrap=False)
        self._build()

    def _build(self) -> None:
        review = self.action(
            tr("Review"), "Ctrl+Return", tr("Open the chosen document"), self._review, "review"
        )
        export = self.action(
            tr("Export as CSV…"),
            "Ctrl+S",
            tr("Write the table for a spreadsheet; formulas stay text"),
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
        self.head(button_of(review, self, "framed"), button_of(export, self, "primary"))
        named(self.kinds, tr("Kind"), tr("Show only documents of this kind"))
        named(self.filter, tr("Filter the table"), find.toolTip())
        self.filter.setPlaceholderText(tr("Filter the table"))
        self.filter.setClearButtonEnabled(True)
        self.filter.addAction(find, QLineEdit.ActionPosition.LeadingPosition)
        self.filter.setMaximumWidth(320)
        self.filter.textChanged.connect(self.model.set_filter)
        self.filter.textChanged.connect(lambda text: self._tell())
        self.kinds.currentIndexChanged.connect(lambda index: self._arrange())
        self.view.doubleClicked.connect(lambda index: self._review())
        self.body.addLayout(row_of(self.kinds, self.filter, 1, self._count))
        self.body.addWidget(self.view, 1)

    def refresh(self) -> None:
        self._session.run(lambda: tables.field_table(self._session.workspace.library), self._show)

    def _show(self, table: tables.FieldTable) -> None:
        self._table = table
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
        rows = [
            (d, row)
            for d, row in zip(self._table.documents, self._table.rows, strict=True)
            if kind in ("", row[1])
        ]
        used = [
            n
            for n in range(len(self._table.columns))
            if n < len(tables.FIXED) or any(row[n] for _, row in rows)
        ]
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

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Export as CSV"), "fields.csv", "CSV (*.csv)")
        if name:
            self.write(Path(name))

    def write(self, target: Path) -> None:
        """Write the rows that are shown."""
        heads = [column.title for column in self.model.columns]
        rows = [[column.text(row) for column in self.model.columns] for row in self.model.shown()]
        done = counted(
            len(rows),
            mark("1 row written. It holds private data."),
            mark("{count} rows written. They hold private data."),
        )
        self._session.run(
            lambda: write_atomically(target, tables.to_csv(heads, rows)), lambda _: self._session.tell(done)
        )
