"""The list of documents: a table model without a widget per row, and its view."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.pipeline.workspace import DocumentRow

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("Document", "Kind", "State", "Findings", "To review", "Pages", "Language", "Notes")
_STATES = {
    "queued": "waiting", "working": "at work…", "ready": "ready to review", "exported": "exported",
    "failed": "set aside", "cancelled": "cancelled",
}  # fmt: skip


class InboxModel(QAbstractTableModel):
    """Rows by document id; changes come one by one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[DocumentRow] = []
        self._at: dict[int, int] = {}
        self._reading: dict[int, str] = {}

    def tell_pages(self, document_id: int, done: int, total: int) -> None:
        """Show how far a document is read."""
        index = self._at.get(document_id)
        if index is not None:
            self._reading[document_id] = f"page {done} of {total}"
            self.dataChanged.emit(self.index(index, 2), self.index(index, 2))

    def replace_all(self, rows: list[DocumentRow]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self._at = {row.id: index for index, row in enumerate(rows)}
        self.endResetModel()

    def put(self, row: DocumentRow) -> None:
        """Add or update one document."""
        self._reading.pop(row.id, None)
        index = self._at.get(row.id)
        if index is None:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows))
            self._at[row.id] = len(self._rows)
            self._rows.append(row)
            self.endInsertRows()
        else:
            self._rows[index] = row
            self.dataChanged.emit(self.index(index, 0), self.index(index, len(COLUMNS) - 1))

    def document(self, index: Index) -> DocumentRow:
        return self._rows[index.row()]

    def rows(self) -> list[DocumentRow]:
        return list(self._rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (index.column() == 2 and self._reading.get(row.id)) or _cell(row, index.column())
        if role == Qt.ItemDataRole.UserRole:
            return _sort_key(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.sentence or row.path
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{COLUMNS[index.column()]}: {_cell(row, index.column())}"
        if role == Qt.ItemDataRole.ForegroundRole and row.state == "failed" and index.column() in (2, 7):
            return QColor("#d0433f")
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (3, 4, 5):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


def _cell(row: DocumentRow, column: int) -> str:
    done = row.state in ("ready", "exported")
    return (
        row.name,
        row.category.replace("_", " ") if done else "",
        _STATES.get(row.state, row.state),
        str(row.findings) if done else "",
        str(row.needs_review or "") if done else "",
        str(row.pages or "") if done else "",
        row.language if done and row.language != "und" else "",
        row.sentence,
    )[column]


def _sort_key(row: DocumentRow, column: int) -> Any:
    if column in (3, 4, 5):
        return (row.findings, row.needs_review, row.pages)[column - 3]
    return _cell(row, column).casefold()


class InboxView(QTableView):
    """Sortable, filterable, several rows at once."""

    def __init__(self, model: InboxModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proxy = QSortFilterProxyModel(self)
        self.proxy.setSourceModel(model)
        self.proxy.setSortRole(Qt.ItemDataRole.UserRole)
        self.proxy.setFilterKeyColumn(-1)
        self.proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._model = model
        self.setModel(self.proxy)
        self.setAccessibleName("Documents")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(34)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in enumerate((260, 120, 130, 80, 80, 60, 80)):
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(len(COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def selected(self) -> list[DocumentRow]:
        """The chosen documents in the order shown."""
        return [
            self._model.document(self.proxy.mapToSource(index))
            for index in self.selectionModel().selectedRows()
        ]
