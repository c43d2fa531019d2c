"""The documents as a table: a model for thousands of rows, and a view to drag redacted copies out of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QModelIndex, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.desktop import names, theme
from app.desktop.row_table import PLAIN_FLAGS, Column, RowModel, RowTable
from app.desktop.texts import tr

if TYPE_CHECKING:
    from app.pipeline.workspace import DocumentRow

_STATE, _NOTES = 2, 8
_DRAGGED_FLAGS = PLAIN_FLAGS | Qt.ItemFlag.ItemIsDragEnabled
_DONE = ("ready", "exported")
_REARRANGE_MS = 400
_MANY = 1000


def _done(show: Callable[[DocumentRow], str]) -> Callable[[DocumentRow], str]:
    """Facts that are known only once a document is read."""
    return lambda row: show(row) if row.state in _DONE else ""


def kind_of(row: DocumentRow) -> str:
    """The kind, with a dot where the document is sensitive for the user."""
    title = names.title("class", row.category)
    return f"{title} · {tr('sensitive')}" if row.sensitive == "yes" else title


def columns() -> list[Column[DocumentRow]]:
    """Made when the language is known."""
    from app.desktop.texts import sentence

    return [
        Column(tr("Document"), lambda row: row.name, lambda row: row.name.casefold(), width=225),
        Column(tr("Kind"), _done(kind_of), width=140),
        Column(tr("State"), lambda row: names.title("state", row.state), width=155),
        Column(tr("Findings"), _done(lambda row: str(row.findings)), lambda row: row.findings, True, 82),
        Column(
            tr("To review"),
            _done(lambda row: str(row.needs_review or "")),
            lambda row: row.needs_review,
            True,
            85,
        ),
        Column(tr("Pages"), _done(lambda row: str(row.pages or "")), lambda row: row.pages, True, 66),
        Column(tr("Language"), _done(lambda row: row.language if row.language != "und" else ""), width=95),
        Column(tr("Seconds"), _done(lambda row: f"{row.seconds:.1f}"), lambda row: row.seconds, True, 78),
        Column(tr("Notes"), lambda row: sentence(row.sentence) if row.sentence else "", width=60),
    ]


class InboxModel(RowModel["DocumentRow"]):
    """Rows by document id; changes come one by one, and a filtered or sorted list is put in order a moment later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(columns(), _words, parent)
        self._at: dict[int, int] = {}
        self._place: dict[int, int] = {}
        self._reading: dict[int, str] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REARRANGE_MS)
        self._later.timeout.connect(self.arrange)

    def set_rows(self, rows: Sequence[DocumentRow]) -> None:
        self._at = {row.id: number for number, row in enumerate(rows)}
        self._reading.clear()
        super().set_rows(rows)
        if len(rows) > _MANY:
            self.fold_ahead()

    def _placed(self) -> None:
        self._place = {row.id: number for number, row in enumerate(self._shown)}

    def put(self, row: DocumentRow) -> None:
        """Add or update one document."""
        self._reading.pop(row.id, None)
        self.forget_order()
        at = self._at.get(row.id)
        if at is None:
            self._at[row.id] = len(self._rows)
            self._rows.append(row)
            if self.plain and self._visible == len(self._shown):
                self.beginInsertRows(QModelIndex(), self._visible, self._visible)
                self._place[row.id] = len(self._shown)
                self._shown.append(row)
                self._visible += 1
                self.endInsertRows()
            else:
                self._later.start()
            return
        self._folded.pop(id(self._rows[at]), None)
        self._rows[at] = row
        place = self._place.get(row.id)
        if place is not None:
            self._shown[place] = row
            if place < self._visible:
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))
        if not self.plain and not self._later.isActive():
            self._later.start()

    def tell_pages(self, document_id: int, done: int, total: int) -> None:
        """Show how far a document is read."""
        place = self._place.get(document_id)
        if place is not None and place < self._visible:
            self._reading[document_id] = tr("Page {done} of {total}", done=done, total=total)
            self.dataChanged.emit(self.index(place, _STATE), self.index(place, _STATE))

    def by_id(self, document_id: int) -> DocumentRow | None:
        at = self._at.get(document_id)
        return None if at is None else self._rows[at]

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and index.isValid() and index.column() == _STATE:
            reading = self._reading.get(self._shown[index.row()].id)
            if reading:
                return reading
        return super().data(index, role)

    def adorn(self, row: DocumentRow, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.columns[_NOTES].text(row) or row.path
        if role == Qt.ItemDataRole.ForegroundRole and column in (_STATE, _NOTES):
            token = {"failed": "danger", "exported": "good"}.get(row.state)
            return theme.colour(token) if token else None
        return None

    def flags(self, index: Any) -> Qt.ItemFlag:
        dragged = index.isValid() and self._shown[index.row()].state == "exported"
        return _DRAGGED_FLAGS if dragged else PLAIN_FLAGS


def _words(row: DocumentRow) -> str:
    return f"{row.name}\t{row.category}\t{row.state}\t{row.language}\t{row.sentence}"


class InboxView(RowTable):
    """Exported documents can be dragged out: what travels is the newest redacted copy, never the original."""

    def __init__(
        self, model: InboxModel, copies: Callable[[Sequence[int]], list[Path]], parent: QWidget | None = None
    ) -> None:
        super().__init__(model, tr("Documents"), parent)
        self._copies = copies
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def selected(self) -> list[DocumentRow]:
        return list(super().selected())

    def startDrag(self, supported: Qt.DropAction) -> None:
        data = self.drag_data()
        if data is not None:
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)

    def drag_data(self) -> QMimeData | None:
        """The newest copies of the chosen documents as files; None where there are none."""
        exported = [row.id for row in self.selected() if row.state == "exported"]
        paths = [path for path in self._copies(exported) if path.is_file()]
        if not paths:
            return None
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        return data
