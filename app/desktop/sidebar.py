"""The side bar: the pages of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.desktop import icons
from app.desktop.page import named
from app.desktop.texts import tr

_ROLE = Qt.ItemDataRole.UserRole


class SideBar(QFrame):
    """`chosen` tells the name of the page that a person went to."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.list = QListWidget(self)
        self.list.setObjectName("pages")
        self.list.setIconSize(QSize(20, 20))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        named(self.list, tr("Pages of the window"), tr("Go to a page (Ctrl+1 to Ctrl+9, F7 and F8)"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self._fit()
        self.list.currentItemChanged.connect(self._moved)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """As wide and as high as the text asks for."""
        metrics = self.fontMetrics()
        self.setFixedWidth(metrics.averageCharWidth() * 20 + 40)
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(0, metrics.height() + 20))

    def add(self, name: str, title: str, icon: str, tip: str) -> None:
        item = QListWidgetItem(icons.icon(icon), title)
        item.setData(_ROLE, name)
        item.setToolTip(tip)
        item.setSizeHint(QSize(0, self.fontMetrics().height() + 20))
        self.list.addItem(item)

    def choose(self, name: str) -> None:
        """Mark a page without going to it."""
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            if self.list.item(row).data(_ROLE) == name:
                self.list.setCurrentRow(row)
        self.list.blockSignals(False)

    def current(self) -> str:
        """The page that is marked."""
        item = self.list.currentItem()
        return str(item.data(_ROLE)) if item else ""

    def _moved(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self.chosen.emit(str(current.data(_ROLE)))
