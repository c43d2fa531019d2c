"""Draws the cells of tables. A style sheet takes twice as long for each of them, and a table is drawn anew with every
key that somebody types into its filter."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.desktop import theme

_PADDING = 8
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_DISPLAY = Qt.ItemDataRole.DisplayRole
_INK = Qt.ItemDataRole.ForegroundRole
_ICON = Qt.ItemDataRole.DecorationRole
_CHECK = Qt.ItemDataRole.CheckStateRole
_FROM_RIGHT = Qt.LayoutDirection.RightToLeft
_ICON_SIZE, _GAP = 16, 6
_SELECTED, _FOCUSED = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value
_ELIDE = Qt.TextElideMode.ElideRight


def is_from_right(text: str) -> bool:
    """Is the first letter of a script that is written from right to left?"""
    for character in text:
        way = unicodedata.bidirectional(character)
        if way in ("L", "R", "AL"):
            return way != "L"
    return False


class RowDelegate(QStyledItemDelegate):
    """Cells of text, with a check mark or an icon before it in the columns that have one."""

    def __init__(self, model: Any, checks: Collection[int], icons: Collection[int], parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._checks, self._icons = frozenset(checks), frozenset(icons)
        self._check_area: tuple[QSize, QRect] | None = None
        """Where the check mark is in a cell of this size: the same in all rows."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        column, area = index.column(), option.rect
        state: int = option.state.value
        selected = bool(state & _SELECTED)
        if selected:
            painter.fillRect(area, theme.colour("accent"))
        inner = area.adjusted(_PADDING, 0, -_PADDING, 0)
        if column in self._checks:
            inner = self._draw_check(painter, option, index, selected)
        elif column in self._icons:
            inner = self._draw_icon(painter, option, inner, index)
        text = self._model.data(index, _DISPLAY)
        if text:
            ink = None if selected else self._model.data(index, _INK)
            painter.setPen(ink or theme.colour("on_accent" if selected else "text"))
            metrics, room = option.fontMetrics, inner.width()
            if metrics.horizontalAdvance(text) > room:
                text = metrics.elidedText(text, _ELIDE, room)
            if option.direction == _FROM_RIGHT and not is_from_right(text):
                text = f"\u2066{text}\u2069"  # a number or a name keeps its order in a window that is turned round
            painter.drawText(inner, _RIGHT if self._model.columns[column].right else _LEFT, text)
        if state & _FOCUSED and not selected:
            painter.setPen(theme.colour("accent"))
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _draw_icon(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        inner: QRect,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QRect:
        """The icon; the room that is left for the text."""
        icon = self._model.data(index, _ICON)
        if icon is None:
            return inner
        rest = inner.adjusted(_ICON_SIZE + _GAP, 0, 0, 0)
        if option.direction == _FROM_RIGHT:
            rest = inner.adjusted(0, 0, -_ICON_SIZE - _GAP, 0)
        left = inner.left() if rest.left() > inner.left() else rest.right() + _GAP
        place = QRect(left, inner.center().y() - _ICON_SIZE // 2, _ICON_SIZE, _ICON_SIZE)
        icon.paint(painter, place)
        return rest

    def _draw_check(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        selected: bool,
    ) -> QRect:
        """The check mark, where a click on it is looked for; the room that is left for the text."""
        area = option.rect
        place = self._indicator(option, index).translated(area.topLeft())
        checked = self._model.data(index, _CHECK) == Qt.CheckState.Checked
        painter.setPen(theme.colour("on_accent" if selected else "accent" if checked else "quiet"))
        painter.setBrush(theme.colour("accent" if checked else "panel"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if checked:
            painter.setPen(QPen(theme.colour("on_accent"), 2))
            x, y, size = place.x(), place.y(), place.width() / 16
            steps = ((3.5, 8.5), (6.5, 11.5), (12.5, 4.5))
            painter.drawPolyline([QPointF(x + across * size, y + down * size) for across, down in steps])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if option.direction == _FROM_RIGHT:
            return QRect(
                area.left() + _PADDING,
                area.top(),
                place.left() - _GAP - area.left() - _PADDING,
                area.height(),
            )
        return QRect(
            place.right() + _GAP, area.top(), area.right() - place.right() - _GAP - _PADDING, area.height()
        )

    def _indicator(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QRect:
        size = option.rect.size()
        if self._check_area is None or self._check_area[0] != size:
            whole = QStyleOptionViewItem(option)
            self.initStyleOption(whole, index)
            part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
            found = option.widget.style().subElementRect(part, whole, option.widget)
            self._check_area = (size, found.translated(-option.rect.topLeft()))
        return self._check_area[1]
