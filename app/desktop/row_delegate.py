"""Draws the cells of tables. A style sheet takes twice as long for each of them, and a table is drawn anew with every
key that somebody types into its filter."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.desktop import theme

_PADDING = 8
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_DISPLAY = Qt.ItemDataRole.DisplayRole
_INK = Qt.ItemDataRole.ForegroundRole
_SELECTED, _FOCUSED = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value
_ELIDE = Qt.TextElideMode.ElideRight


class RowDelegate(QStyledItemDelegate):
    """Cells of plain text; columns with check marks or icons are left to the style."""

    def __init__(self, model: Any, styled: Collection[int], parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._styled = frozenset(styled)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        column = index.column()
        if column in self._styled:
            super().paint(painter, option, index)
            return
        area = option.rect
        state: int = option.state.value
        selected = bool(state & _SELECTED)
        if selected:
            painter.fillRect(area, theme.colour("accent"))
        text = self._model.data(index, _DISPLAY)
        if text:
            ink = None if selected else self._model.data(index, _INK)
            painter.setPen(ink or theme.colour("on_accent" if selected else "text"))
            metrics, room = option.fontMetrics, area.width() - 2 * _PADDING
            if metrics.horizontalAdvance(text) > room:
                text = metrics.elidedText(text, _ELIDE, room)
            where = _RIGHT if self._model.columns[column].right else _LEFT
            painter.drawText(area.adjusted(_PADDING, 0, -_PADDING, 0), where, text)
        if state & _FOCUSED and not selected:
            painter.setPen(theme.colour("accent"))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
