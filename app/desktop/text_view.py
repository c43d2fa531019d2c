"""Documents without pages: their text, read only, with the findings marked."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from app.desktop.findings import Finding, Review
from app.desktop.texts import tr
from app.desktop.theme import type_colour

_AROUND = 4000
"""Characters before and after what shows that are marked, too."""


class TextView(QPlainTextEdit):
    """Offsets of the document count code points; the editor counts UTF-16 units: `_units` maps between."""

    chosen = Signal(object)
    marked = Signal(int, int)
    menu_wanted = Signal(QPoint)
    """A right click on a finding, or the menu key; where on the screen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setToolTip(tr("Click a mark to choose it, drag over words to take them out"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._review: Review | None = None
        self._units: list[int] | None = None
        self._current: tuple[int, int] | None = None
        self._hits: Sequence[tuple[int, int]] = ()
        self.verticalScrollBar().valueChanged.connect(lambda value: self.refresh())

    def show_review(self, review: Review | None) -> None:
        self._review = review
        self._current, self._hits, self._units = None, (), None
        text = review.text if review else ""
        if any(ord(c) > 0xFFFF for c in text):
            self._units = [0]
            for character in text:
                self._units.append(self._units[-1] + (2 if ord(character) > 0xFFFF else 1))
        self.setPlainText(text.replace("\r", " ").replace("\u2029", " ").replace("\u2028", " "))
        self.refresh()

    def set_hits(self, hits: Sequence[tuple[int, int]]) -> None:
        """Mark what a search found."""
        self._hits = hits
        self.refresh()

    def choose(self, finding: Finding | None) -> None:
        """Make a finding the current one and bring it into view."""
        self._current = finding.span if finding else None
        if finding is not None:
            self.show_span(finding.start, finding.end)
        self.refresh()

    def show_span(self, start: int, end: int) -> None:
        """Bring a stretch of the text into view."""
        cursor = self.textCursor()
        cursor.setPosition(self._to_unit(start))
        self.setTextCursor(cursor)
        self.centerCursor()

    def zoom(self, factor: float) -> None:
        """Larger or smaller; 0 is the size of the rest of the window."""
        if not factor:
            self.setFont(QApplication.font())
            return
        self.zoomIn(1) if factor > 1 else self.zoomOut(1)

    def refresh(self) -> None:
        """Draw the marks anew."""
        if self._review is None:
            self.setExtraSelections([])
            return
        start, end = self._seen()
        marks = [self._mark(f.start, f.end, self._format(f)) for f in self._review.between(start, end)]
        found = QTextCharFormat()
        found.setBackground(QColor(250, 204, 21, 150))
        found.setForeground(QColor("#1c2230"))
        marks += [
            self._mark(first, last, found) for first, last in self._hits if first < end and start < last
        ]
        self.setExtraSelections(marks)

    def _seen(self) -> tuple[int, int]:
        """The stretch that shows, and some more: to mark all of a long text takes too long with every decision."""
        area = self.viewport().rect()
        first = self._to_point(self.cursorForPosition(area.topLeft()).position())
        last = self._to_point(self.cursorForPosition(area.bottomRight()).position())
        return max(0, first - _AROUND), last + _AROUND

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def _mark(self, start: int, end: int, how: QTextCharFormat) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._to_unit(start))
        cursor.setPosition(self._to_unit(end), QTextCursor.MoveMode.KeepAnchor)
        mark.cursor, mark.format = cursor, how
        return mark

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        cursor = self.textCursor()
        if cursor.hasSelection():
            self.marked.emit(self._to_point(cursor.selectionStart()), self._to_point(cursor.selectionEnd()))
            return
        found = self._finding_at(event.position().toPoint())
        if found is not None:
            self.chosen.emit(found)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            found = self._finding_at(event.pos())
            if found is None:
                return
            self.chosen.emit(found)
        self.menu_wanted.emit(event.globalPos())

    def _finding_at(self, point: QPoint) -> Finding | None:
        at = self._to_point(self.cursorForPosition(point).position())
        findings = self._review.between(at, at + 1) if self._review is not None else []
        return next((finding for finding in findings if finding.start <= at < finding.end), None)

    def _format(self, finding: Finding) -> QTextCharFormat:
        mark = QTextCharFormat()
        colour = type_colour(finding.type)
        current = self._current == finding.span
        fill = QColor(colour)
        fill.setAlpha(25 if finding.kept and not current else 90)
        mark.setBackground(fill)
        mark.setUnderlineColor(colour)
        style = QTextCharFormat.UnderlineStyle
        mark.setUnderlineStyle(style.DashUnderline if finding.kept else style.SingleUnderline)
        if current:
            mark.setFontWeight(700)
        return mark

    def _to_unit(self, point: int) -> int:
        return point if self._units is None else self._units[min(point, len(self._units) - 1)]

    def _to_point(self, unit: int) -> int:
        if self._units is None:
            return unit
        return bisect.bisect_left(self._units, unit)
