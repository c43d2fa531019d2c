"""Kind, key facts, clauses and key words of the open document; a click on a fact shows where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.desktop.facts import Fact, fact_rows
from app.desktop.page import label
from app.desktop.texts import tr
from app.pipeline.workspace import Reading

_DATA = Qt.ItemDataRole.UserRole


class FactsPanel(QWidget):
    """A list: titles of groups, and a line a fact."""

    place_wanted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Kind and key facts"))
        self.list.setToolTip(
            tr("What the program read out of the document; a click or Enter shows where it stands")
        )
        self.list.setObjectName("facts")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addWidget(label(tr("A click shows where a fact stands."), self, "quiet"))
        layout.addWidget(self.list, 1)
        self.list.itemClicked.connect(self._show)
        self.list.itemActivated.connect(self._show)

    def show_reading(self, reading: Reading | None) -> None:
        """The facts of this document, or none."""
        self._fill(fact_rows(reading) if reading is not None else [])

    def _fill(self, facts: Sequence[Fact]) -> None:
        self.list.clear()
        for fact in facts:
            item = QListWidgetItem(fact.text)
            if fact.heading:
                font = item.font()
                font.setBold(True)
                item.setFont(font)
                item.setFlags(Qt.ItemFlag.NoItemFlags | Qt.ItemFlag.ItemIsEnabled)
            item.setData(_DATA, fact.place)
            self.list.addItem(item)

    def _show(self, item: QListWidgetItem) -> None:
        place = item.data(_DATA)
        if place is not None:
            self.place_wanted.emit(*place)

    def toPlainText(self) -> str:
        """All that the panel says."""
        return "\n".join(self.list.item(at).text() for at in range(self.list.count()))
