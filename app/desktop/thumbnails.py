"""Small pictures of the pages, each with its number of findings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.desktop import theme
from app.desktop.findings import Review
from app.desktop.page_pictures import PagePictures
from app.desktop.texts import tr
from app.documents import Page
from app.pipeline.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
_WIDTH, _HEIGHT = 92, 120
_CACHED = 300


class _Model(QAbstractListModel):
    def __init__(self, workspace: Workspace, parent: Thumbnails) -> None:
        super().__init__(parent)
        self._view = parent
        self._pages: tuple[Page, ...] = ()
        self._counts: list[tuple[int, int]] = []
        self._pictures = PagePictures(workspace, _CACHED, self)
        self._pictures.arrived.connect(self._arrived)
        self._fields: dict[int, tuple[int, QPixmap]] = {}

    def show_review(self, review: Review | None) -> None:
        self.beginResetModel()
        self._fields.clear()
        self._pages = review.reading.document.pages if review else ()
        self._counts = review.counts_by_page() if review else []
        self._pictures.show_document(review.reading.row.id if review else None)
        self.endResetModel()

    def set_counts(self, counts: list[tuple[int, int]]) -> None:
        if counts == self._counts:
            return
        self._counts = counts
        if self._pages:
            self.dataChanged.emit(self.index(0), self.index(len(self._pages) - 1))

    def _arrived(self, number: int) -> None:
        at = next((i for i, page in enumerate(self._pages) if page.number == number), None)
        if at is not None:
            self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        page = self._pages[index.row()]
        found, doubtful = self._counts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{page.number} · {found}" + (" ⚠" if doubtful else "")
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return tr(
                "Page {number}: {found} findings, {doubtful} doubtful",
                number=page.number,
                found=found,
                doubtful=doubtful,
            )
        if role == Qt.ItemDataRole.DecorationRole:
            scale = min(_WIDTH / page.width, _HEIGHT / page.height) * self._view.devicePixelRatioF()
            return self._framed(page.number, self._pictures.get(page, max(0.01, scale), self._view.is_near))
        return None

    def _framed(self, number: int, picture: QImage | None) -> QPixmap:
        """Put together once: every decision draws the rows anew."""
        key = picture.cacheKey() if picture is not None else 0
        known = self._fields.get(number)
        if known is None or known[0] != key:
            known = self._fields[number] = (key, _framed(picture))
        return known[1]

    def number_at(self, row: int) -> int:
        return self._pages[row].number


def _framed(picture: QImage | None) -> QPixmap:
    """The picture in the middle of a field of one size, so that rows do not jump when it comes."""
    field = QPixmap(_WIDTH + 2, _HEIGHT + 2)
    field.fill(Qt.GlobalColor.transparent)
    painter = QPainter(field)
    size = QSize(_WIDTH, _HEIGHT)
    if picture is not None:
        size = picture.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
    area = QRect(
        (_WIDTH - size.width()) // 2 + 1, (_HEIGHT - size.height()) // 2 + 1, size.width(), size.height()
    )
    if picture is None:
        painter.fillRect(area, QColor("#ffffff"))
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, picture)
    painter.setPen(theme.colour("line"))
    painter.drawRect(area.adjusted(-1, -1, 0, 0))
    painter.end()
    return field


class Thumbnails(QListView):
    """`picked` tells the index of the page that a person chose."""

    picked = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._following = False
        self._model = _Model(workspace, self)
        self.setModel(self._model)
        self.setAccessibleName(tr("Pages of the document"))
        self.setToolTip(tr("Page · findings; ⚠ where some are doubtful"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(_WIDTH + 2, _HEIGHT + 2))
        self._fit()
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_WIDTH + 24 + 22)
        self.selectionModel().currentChanged.connect(self._moved)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setGridSize(QSize(_WIDTH + 24, _HEIGHT + self.fontMetrics().height() + 18))

    def show_review(self, review: Review | None) -> None:
        self._model.show_review(review)

    def set_counts(self, counts: list[tuple[int, int]]) -> None:
        self._model.set_counts(counts)

    def follow(self, index: int) -> None:
        """Mark the page that is in view, without asking for it."""
        if self.currentIndex().row() != index and 0 <= index < self._model.rowCount():
            self._following = True
            self.setCurrentIndex(self._model.index(index))
            self._following = False

    def _moved(self, current: QModelIndex, before: QModelIndex) -> None:
        if not self._following and current.isValid():
            self.picked.emit(current.row())

    def is_near(self, number: int) -> bool:
        """Called from the drawing thread: is this page's row still in view?"""
        step = max(1, self.gridSize().height())
        first = self.verticalScrollBar().value() // step
        return any(
            self._model.number_at(row) == number
            for row in range(
                max(0, first - 1), min(self._model.rowCount(), first + self.viewport().height() // step + 3)
            )
        )
