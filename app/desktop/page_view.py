"""Pages as they look, drawn lazily off the GUI thread, with the findings over them."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.desktop import tasks
from app.desktop.findings import Finding, Review
from app.desktop.theme import type_colour, type_title
from app.documents import Page
from app.pipeline.workspace import Picture, Workspace

_GAP = 16
_CACHED_PAGES = 12


class PageView(QAbstractScrollArea):
    """Continuous scroll; click a highlight to choose it, drag over words to mark them."""

    chosen = Signal(object)
    marked = Signal(int, int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._review: Review | None = None
        self._pages: tuple[Page, ...] = ()
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._asked: set[tuple[int, int]] = set()
        self._zoom = 1.0
        self._current: Finding | None = None
        self._preview = False
        self._drag: tuple[QPointF, QPointF] | None = None
        self._missing = ""
        self.setAccessibleName("Pages")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    def show_review(self, review: Review) -> None:
        self._review = review
        self._pages = review.reading.document.pages
        self._pictures.clear()
        self._asked.clear()
        self._missing = ""
        self._layout()
        self.verticalScrollBar().setValue(0)

    def set_preview(self, on: bool) -> None:
        """Show boxes as the copy will have them."""
        self._preview = on
        self.viewport().update()

    def zoom(self, factor: float) -> None:
        self._zoom = min(4.0, max(0.3, self._zoom * factor))
        self._layout()

    def choose(self, finding: Finding | None) -> None:
        """Make a finding the current one and bring it into view."""
        self._current = finding
        if finding is not None and self._review is not None:
            boxes = self._review.reading.document.boxes(finding.start, finding.end)
            if boxes:
                number, box = boxes[0]
                index = next(i for i, page in enumerate(self._pages) if page.number == number)
                y = self._tops()[index] + box.y0 * self._scale(self._pages[index])
                self.verticalScrollBar().setValue(int(y - self.viewport().height() / 3))
        self.viewport().update()

    def refresh(self) -> None:
        self.viewport().update()

    # --- geometry -----------------------------------------------------------------------------------

    def _scale(self, page: Page) -> float:
        return self._zoom * max(50, self.viewport().width() - 2 * _GAP) / max(1.0, page.width)

    def _tops(self) -> list[float]:
        tops, y = [], float(_GAP)
        for page in self._pages:
            tops.append(y)
            y += page.height * self._scale(page) + _GAP
        return [*tops, y]

    def _layout(self) -> None:
        tops = self._tops()
        self.verticalScrollBar().setRange(0, max(0, int(tops[-1] - self.viewport().height())))
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setSingleStep(40)
        wide = max((page.width * self._scale(page) for page in self._pages), default=0) + 2 * _GAP
        self.horizontalScrollBar().setRange(0, max(0, int(wide - self.viewport().width())))
        self.viewport().update()

    def _origin(self, index: int) -> QPointF:
        return QPointF(
            _GAP - self.horizontalScrollBar().value(), self._tops()[index] - self.verticalScrollBar().value()
        )

    # --- drawing ------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._review is None:
            return
        findings = self._review.findings()
        height = self.viewport().height()
        tops, scroll = self._tops(), self.verticalScrollBar().value()
        for index, page in enumerate(self._pages):
            if tops[index + 1] < scroll - height or tops[index] > scroll + 2 * height:
                continue
            scale = self._scale(page)
            origin = self._origin(index)
            area = QRectF(origin.x(), origin.y(), page.width * scale, page.height * scale)
            self._draw_page(painter, page, area, scale)
            inside = [f for f in findings if f.start < page.end and page.start < f.end]
            for finding in inside:
                self._draw_finding(painter, finding, page, origin, scale)
        if self._drag is not None:
            painter.setPen(QPen(QColor("#2456b8"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(QColor(36, 86, 184, 40))
            painter.drawRect(QRectF(*self._drag).normalized())

    def _draw_page(self, painter: QPainter, page: Page, area: QRectF, scale: float) -> None:
        ratio = self.devicePixelRatioF()
        key = (page.number, round(scale * ratio * 100))
        picture = self._pictures.get(key)
        if picture is None:
            painter.fillRect(area, QColor("#ffffff"))
            painter.setPen(QColor("#525b6e"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._missing or f"Page {page.number}…")
            self._ask(key, scale * ratio)
            return
        self._pictures.move_to_end(key)
        painter.drawImage(area, picture)

    def _ask(self, key: tuple[int, int], scale: float) -> None:
        if key in self._asked or self._review is None or self._missing:
            return
        self._asked.add(key)
        document_id = self._review.reading.row.id
        review = self._review

        def done(picture: Picture) -> None:
            if review is not self._review:
                return
            stride = picture.width * 3
            image = QImage(
                picture.rgb, picture.width, picture.height, stride, QImage.Format.Format_RGB888
            ).copy()
            self._pictures[key] = image
            while len(self._pictures) > _CACHED_PAGES:
                old, _ = self._pictures.popitem(last=False)
                self._asked.discard(old)
            self.viewport().update()

        def failed(sentence: str) -> None:
            self._missing = sentence
            self.viewport().update()

        tasks.run(lambda: self._workspace.render(document_id, key[0], scale), done, failed)

    def _draw_finding(
        self, painter: QPainter, finding: Finding, page: Page, origin: QPointF, scale: float
    ) -> None:
        if self._review is None or (self._preview and finding.kept):
            return
        colour = type_colour(finding.type)
        for number, box in self._review.reading.document.boxes(finding.start, finding.end):
            if number != page.number:
                continue
            area = QRectF(
                origin.x() + box.x0 * scale,
                origin.y() + box.y0 * scale,
                (box.x1 - box.x0) * scale,
                (box.y1 - box.y0) * scale,
            )
            if self._preview:
                painter.fillRect(area, QColor("#000000"))
                continue
            fill = QColor(colour)
            fill.setAlpha(20 if finding.kept else 80)
            painter.fillRect(area, fill)
            current = self._current is not None and (self._current.start, self._current.end) == (
                finding.start,
                finding.end,
            )
            style = Qt.PenStyle.DashLine if finding.kept else Qt.PenStyle.SolidLine
            painter.setPen(QPen(colour, 2.5 if current else 1, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area)

    # --- mouse and keys -----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = (event.position(), event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            self._drag = (self._drag[0], event.position())
            self.viewport().update()
            return
        finding = self._finding_at(event.position())
        shown = f"{type_title(finding.type)} ({finding.score:.0%}): {finding.why}" if finding else ""
        self.viewport().setToolTip(shown)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            return
        area = QRectF(*self._drag).normalized()
        self._drag = None
        if area.width() < 4 and area.height() < 4:
            finding = self._finding_at(event.position())
            if finding is not None:
                self.chosen.emit(finding)
        else:
            span = self._span_in(area)
            if span is not None:
                self.marked.emit(*span)
        self.viewport().update()

    def _finding_at(self, point: QPointF) -> Finding | None:
        if self._review is None:
            return None
        for index, page in enumerate(self._pages):
            origin, scale = self._origin(index), self._scale(page)
            x, y = (point.x() - origin.x()) / scale, (point.y() - origin.y()) / scale
            if not (0 <= x <= page.width and 0 <= y <= page.height):
                continue
            for finding in self._review.findings():
                for number, box in self._review.reading.document.boxes(finding.start, finding.end):
                    if number == page.number and box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1:
                        return finding
        return None

    def _span_in(self, area: QRectF) -> tuple[int, int] | None:
        """The characters whose middle lies in a rectangle that was drawn."""
        for index, page in enumerate(self._pages):
            origin, scale = self._origin(index), self._scale(page)
            left, top = (area.left() - origin.x()) / scale, (area.top() - origin.y()) / scale
            right, bottom = (area.right() - origin.x()) / scale, (area.bottom() - origin.y()) / scale
            boxes = page.boxes
            with np.errstate(invalid="ignore"):
                x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
                inside = np.flatnonzero((left <= x) & (x <= right) & (top <= y) & (y <= bottom))
            if len(inside):
                return page.start + int(inside[0]), page.start + int(inside[-1]) + 1
        return None
