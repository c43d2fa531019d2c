"""Bars that say how feedback sounds: one for each judgement, and one for each topic."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.desktop import theme
from app.desktop.page import named
from app.desktop.texts import mark, tr

TITLES = {
    "positive": mark("Positive"), "mixed": mark("Mixed"), "neutral": mark("Neutral"), "negative": mark("Negative"),
    "unknown": mark("Not judged"),
}  # fmt: skip
_PAD, _GAP, _ROUND = 12, 8, 4.0
SIDES = int(Qt.ItemDataRole.UserRole) + 1
"""Role of a cell that is drawn as a bar: (positive, neutral, negative)."""


def colour_of(label: str) -> QColor:
    """The colour of a judgement; told by words and lengths, too, for those who cannot tell colours apart."""
    if label == "positive":
        return theme.colour("good")
    if label == "negative":
        return theme.colour("danger")
    return QColor("#c98a1b") if label == "mixed" else theme.colour("quiet")


class Bars(QWidget):
    """How many pieces are positive, mixed, neutral, negative: a bar each, with its number and share."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_counts({})

    def show_counts(self, counts: dict[str, int]) -> None:
        """Draw these; judgements that nobody made are left out, but for the first and the last."""
        self._counts = {
            label: count for label, count in counts.items() if count or label in ("positive", "negative")
        }
        named(self, tr("How the feedback sounds"), self.said() or tr("Nothing was judged yet."))
        self.setMinimumHeight(len(self._counts) * self._step() + 2 * _PAD if self._counts else 0)
        self.updateGeometry()
        self.update()

    def said(self) -> str:
        """The chart in words."""
        return ", ".join(f"{tr(TITLES[label])}: {count}" for label, count in self._counts.items())

    def _step(self) -> int:
        return self.fontMetrics().height() + _GAP

    def sizeHint(self) -> QSize:
        return QSize(320, len(self._counts) * self._step() + 2 * _PAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        total = sum(self._counts.values()) or 1
        most = max(self._counts.values(), default=0) or 1
        metrics = self.fontMetrics()
        titles = max((metrics.horizontalAdvance(tr(TITLES[label])) for label in self._counts), default=0)
        numbers = metrics.horizontalAdvance("00,000 (100%)")
        room = max(20, self.width() - titles - numbers - 4 * _PAD)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for row, (label, count) in enumerate(self._counts.items()):
            top, height = _PAD + row * self._step(), metrics.height()
            painter.setPen(theme.colour("text"))
            painter.drawText(QRectF(_PAD, top, titles, height), left, tr(TITLES[label]))
            width = max(2.0, room * count / most) if count else 0.0
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour_of(label))
            painter.drawRoundedRect(QRectF(2 * _PAD + titles, top + 2, width, height - 4), _ROUND, _ROUND)
            painter.setPen(theme.colour("text"))
            at = QRectF(3 * _PAD + titles + width, top, numbers, height)
            painter.drawText(at, left, f"{count:,} ({count / total:.0%})")


class SideBars(QStyledItemDelegate):
    """Draws a cell as one bar of three parts: praise, neither, blame."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent"))
        sides = index.data(SIDES) or (0, 0, 0)
        total = sum(sides) or 1
        area = QRectF(option.rect).adjusted(8, 7, -8, -7)
        at = area.left()
        painter.setPen(Qt.PenStyle.NoPen)
        for count, label in zip(sides, ("positive", "neutral", "negative"), strict=True):
            width = area.width() * count / total
            painter.setBrush(colour_of(label))
            painter.drawRect(QRectF(at, area.top(), width, area.height()))
            at += width
