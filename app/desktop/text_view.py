"""Documents without pages: their text, read only, with the findings marked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app.desktop.findings import Finding, Review
from app.desktop.theme import type_colour


class TextView(QPlainTextEdit):
    """Offsets of the document count code points; the editor counts UTF-16 units: `_units` maps between."""

    chosen = Signal(object)
    marked = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName("Text of the document")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._review: Review | None = None
        self._units: list[int] | None = None
        self._preview = False
        self._current: Finding | None = None

    def show_review(self, review: Review) -> None:
        self._review = review
        text = review.text
        self._units = None
        if any(ord(c) > 0xFFFF for c in text):
            self._units = [0]
            for character in text:
                self._units.append(self._units[-1] + (2 if ord(character) > 0xFFFF else 1))
        self.setPlainText(text.replace("\r", " ").replace("\u2029", " ").replace("\u2028", " "))
        self.refresh()

    def set_preview(self, on: bool) -> None:
        self._preview = on
        self.refresh()

    def choose(self, finding: Finding | None) -> None:
        self._current = finding
        if finding is not None:
            cursor = self.textCursor()
            cursor.setPosition(self._to_unit(finding.start))
            self.setTextCursor(cursor)
            self.centerCursor()
        self.refresh()

    def zoom(self, factor: float) -> None:
        self.zoomIn(1) if factor > 1 else self.zoomOut(1)

    def refresh(self) -> None:
        """Draw the marks anew."""
        if self._review is None:
            return
        marks = []
        for finding in self._review.findings():
            if self._preview and finding.kept:
                continue
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor(finding)
            mark.format = self._format(finding)
            marks.append(mark)
        self.setExtraSelections(marks)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        cursor = self.textCursor()
        if cursor.hasSelection():
            self.marked.emit(self._to_point(cursor.selectionStart()), self._to_point(cursor.selectionEnd()))
            return
        at = self._to_point(self.cursorForPosition(event.position().toPoint()).position())
        if self._review is not None:
            found = next((f for f in self._review.findings() if f.start <= at < f.end), None)
            if found is not None:
                self.chosen.emit(found)

    def _format(self, finding: Finding) -> QTextCharFormat:
        mark = QTextCharFormat()
        colour = type_colour(finding.type)
        if self._preview:
            mark.setBackground(QColor("#000000"))
            mark.setForeground(QColor("#000000"))
            return mark
        fill = QColor(colour)
        fill.setAlpha(25 if finding.kept else 90)
        mark.setBackground(fill)
        mark.setUnderlineColor(colour)
        current = self._current is not None and (self._current.start, self._current.end) == (
            finding.start,
            finding.end,
        )
        style = QTextCharFormat.UnderlineStyle
        mark.setUnderlineStyle(style.DashUnderline if finding.kept else style.SingleUnderline)
        if current:
            mark.setFontWeight(700)
        return mark

    def _cursor(self, finding: Finding) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._to_unit(finding.start))
        cursor.setPosition(self._to_unit(finding.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _to_unit(self, point: int) -> int:
        return point if self._units is None else self._units[min(point, len(self._units) - 1)]

    def _to_point(self, unit: int) -> int:
        if self._units is None:
            return unit
        import bisect

        return bisect.bisect_left(self._units, unit)
