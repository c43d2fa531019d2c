"""Pages as they look, in one long scroll, with the findings over them; or as the copy will look."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.desktop.findings import Finding, Review
from app.desktop.page_geometry import Geometry
from app.desktop.page_pictures import PagePictures
from app.desktop.texts import sentence, tr
from app.desktop.theme import colour, type_colour, type_title
from app.documents import Box, Operator, Page, Plan
from app.pipeline.workspace import Marked, Workspace

_GAP = 16
_CACHED_PAGES = 12
_HIT = QColor(250, 204, 21, 120)


class PageView(QAbstractScrollArea):
    """Click a highlight to choose it, drag over words to mark them. With a plan it shows the copy instead."""

    chosen = Signal(object)
    marked = Signal(int, int)
    boxed = Signal(object)
    """A rectangle that holds no words, or was drawn with Shift: page number and box."""
    box_clicked = Signal(object)
    menu_wanted = Signal(QPoint)
    """A right click on a finding, or the menu key; where on the screen."""
    zoomed = Signal(float)

    def __init__(self, workspace: Workspace, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._pages: tuple[Page, ...] = ()
        self._pictures = PagePictures(workspace, _CACHED_PAGES, self)
        self._geometry = Geometry((), 1.0, 0, _GAP)
        self._zoom, self._turn = 1.0, 0
        self._current: tuple[int, int] | None = None
        self._hits: Sequence[tuple[int, int]] = ()
        self._plan: Plan | None = None
        self._copy = False
        self._drag: tuple[QPointF, QPointF] | None = None
        self._missing = ""
        self._boxes: dict[tuple[int, int, int], list[Box]] = {}
        self.setAccessibleName(name)
        self.setToolTip(
            tr(
                "Click a mark to choose it, drag over words to take them out, "
                "over a picture or with Shift to take out the whole area; Ctrl and the wheel zoom"
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._pictures.arrived.connect(lambda number: self.viewport().update())
        self._pictures.failed.connect(self._tell_missing)

    def show_review(self, review: Review | None) -> None:
        self._review = review
        self._pages = review.reading.document.pages if review else ()
        self._pictures.show_document(review.reading.row.id if review else None)
        self._boxes.clear()
        self._missing, self._current, self._hits, self._plan, self._turn = "", None, (), None, 0
        self._arrange()
        self.verticalScrollBar().setValue(0)

    def show_as_copy(self, on: bool) -> None:
        """Show boxes as the copy will have them, once `set_plan` said which."""
        self._copy = on
        self.viewport().update()

    def set_plan(self, plan: Plan | None) -> None:
        self._plan = plan
        self.viewport().update()

    def set_hits(self, hits: Sequence[tuple[int, int]]) -> None:
        """Mark what a search found."""
        self._hits = hits
        self.viewport().update()

    def zoom(self, factor: float) -> None:
        """Larger or smaller; 0 fits the width again."""
        middle = self._geometry.share(self.verticalScrollBar().value() + self.viewport().height() / 2)
        self._zoom = min(6.0, max(0.2, self._zoom * factor)) if factor else 1.0
        self._arrange()
        self.verticalScrollBar().setValue(int(self._geometry.at_share(middle) - self.viewport().height() / 2))
        self.zoomed.emit(self._zoom)

    def rotate(self) -> None:
        """A quarter turn clockwise."""
        self._turn = (self._turn + 90) % 360
        self._arrange()

    def choose(self, finding: Finding | None) -> None:
        """Make a finding the current one and bring it into view."""
        self._current = finding.span if finding else None
        if finding is not None:
            self.show_span(finding.start, finding.end)
        self.viewport().update()

    def show_span(self, start: int, end: int) -> None:
        """Bring a stretch of the text into view."""
        index = self._review.page_of(start) if self._review else None
        if index is None:
            return
        boxes = self._boxes_of(self._pages[index], start, end)
        area = self._geometry.area(index, boxes[0]) if boxes else self._geometry.page_area(index)
        height, scroll = self.viewport().height(), self.verticalScrollBar().value()
        if not (scroll + 20 < area.top() and area.bottom() < scroll + height - 20):
            self.verticalScrollBar().setValue(int(area.top() - height / 3))
        across = self.horizontalScrollBar()
        if not (across.value() < area.left() and area.right() < across.value() + self.viewport().width()):
            across.setValue(int(area.left() - self.viewport().width() / 3))

    def show_page(self, index: int) -> None:
        if 0 <= index < len(self._pages):
            self.verticalScrollBar().setValue(int(self._geometry.tops[index] - _GAP))

    def page_in_view(self) -> int:
        """Index of the page in the middle."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return max(0, min(len(self._pages) - 1, bisect.bisect_right(self._geometry.tops, middle) - 1))

    def refresh(self) -> None:
        self.viewport().update()

    # --- geometry -------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        width = max(50, self.viewport().width() - 2 * _GAP) * self._zoom
        self._geometry = Geometry(self._pages, width, self._turn, _GAP)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, int(self._geometry.height - self.viewport().height())))
        down.setPageStep(self.viewport().height())
        down.setSingleStep(48)
        across.setRange(0, max(0, int(width + 2 * _GAP - self.viewport().width())))
        across.setPageStep(self.viewport().width())
        self.viewport().update()

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _seen(self) -> range:
        """Indexes of the pages that show."""
        top = self.verticalScrollBar().value()
        first = max(0, bisect.bisect_right(self._geometry.tops, top) - 1)
        last = bisect.bisect_left(self._geometry.tops, top + self.viewport().height())
        return range(first, min(len(self._pages), last))

    def _is_near(self, number: int) -> bool:
        """Called when a page's turn to be drawn comes: is it still (nearly) in view?"""
        seen = self._seen()
        return any(
            self._pages[i].number == number
            for i in range(max(0, seen.start - 1), min(len(self._pages), seen.stop + 1))
        )

    def _boxes_of(self, page: Page, start: int, end: int) -> list[Box]:
        key = (page.number, start, end)
        if key not in self._boxes and self._review is not None:
            if len(self._boxes) > 20_000:
                self._boxes.clear()
            self._boxes[key] = self._review.boxes(page, start, end)
        return self._boxes.get(key, [])

    # --- drawing --------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), colour("line"))
        if self._review is None:
            return
        offset = self._offset()
        painter.translate(-offset)
        for index in self._seen():
            page = self._pages[index]
            self._draw_page(painter, index, page)
            if self._copy:
                self._draw_plan(painter, index, page)
                continue
            for start, end in self._hits:
                if start < page.end and page.start < end:
                    for box in self._boxes_of(page, start, end):
                        painter.fillRect(self._geometry.area(index, box), _HIT)
            for finding in self._review.between(page.start, page.end):
                self._draw_finding(painter, finding, index, page)
            for number, corners in self._review.areas:
                if number == page.number:
                    painter.setPen(QPen(QColor("#000000"), 2))
                    painter.setBrush(QColor(0, 0, 0, 150))
                    painter.drawRect(self._geometry.area(index, Box(*corners)))
        painter.translate(offset)
        if self._drag is not None:
            painter.setPen(QPen(QColor("#2456b8"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(QColor(36, 86, 184, 40))
            painter.drawRect(QRectF(*self._drag).normalized())

    def _draw_page(self, painter: QPainter, index: int, page: Page) -> None:
        area, scale = self._geometry.page_area(index), self._geometry.scales[index]
        picture = self._pictures.get(page, scale * self.devicePixelRatioF(), self._is_near)
        if picture is None:
            painter.fillRect(area, QColor("#ffffff"))
            painter.setPen(QColor("#525b6e"))
            text = self._missing or tr("Page {number}…", number=page.number)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), text)
            return
        dots = self.devicePixelRatioF()
        across, down = picture.width() / dots, picture.height() / dots
        if not self._turn and abs(across - area.width()) < 2 and abs(down - area.height()) < 2:
            # Dot for dot: many times faster than scaling by a fraction of a dot, and sharper.
            painter.drawImage(QRectF(area.left(), round(area.top()), across, down), picture)
            return
        painter.save()
        painter.translate(area.center())
        painter.rotate(self._turn)
        width, height = page.width * scale, page.height * scale
        painter.drawImage(QRectF(-width / 2, -height / 2, width, height), picture)
        painter.restore()

    def _draw_plan(self, painter: QPainter, index: int, page: Page) -> None:
        for marked in self._plan.areas if self._plan else ():
            if marked.page == page.number:
                painter.fillRect(self._geometry.area(index, Box(*marked.box)), QColor("#000000"))
        for removal in self._plan.removals if self._plan else ():
            if removal.start >= page.end or removal.end <= page.start:
                continue
            boxed = removal.operator is Operator.BLACKOUT
            for number, box in enumerate(self._boxes_of(page, removal.start, removal.end)):
                area = self._geometry.area(index, box)
                painter.fillRect(area, QColor("#000000") if boxed else QColor("#ffffff"))
                text = removal.code if boxed else removal.replacement
                if text and number == 0:
                    self._write(painter, area, text, QColor("#ffffff") if boxed else QColor("#1c2230"))

    @staticmethod
    def _write(painter: QPainter, area: QRectF, text: str, ink: QColor) -> None:
        font = painter.font()
        font.setPixelSize(max(5, int(min(area.height() * 0.8, 1.6 * area.width() / max(1, len(text))))))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(
            area,
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip),
            text,
        )

    def _draw_finding(self, painter: QPainter, finding: Finding, index: int, page: Page) -> None:
        shade = type_colour(finding.type)
        current = self._current == finding.span
        fill = QColor(shade)
        fill.setAlpha(110 if current else 20 if finding.kept else 80)
        pen = QPen(
            shade, 3 if current else 1, Qt.PenStyle.DashLine if finding.kept else Qt.PenStyle.SolidLine
        )
        for box in self._boxes_of(page, finding.start, finding.end):
            area = self._geometry.area(index, box).adjusted(-1, -1, 1, 1)
            painter.fillRect(area, fill)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area)

    def _tell_missing(self, text: str) -> None:
        self._missing = sentence(text)
        self.viewport().update()

    # --- mouse and keys -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.15 if event.angleDelta().y() > 0 else 1 / 1.15)
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._copy:
            self._drag = (event.position(), event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            self._drag = (self._drag[0], event.position())
            self.viewport().update()
            return
        finding = None if self._copy else self._finding_at(event.position())
        shown = f"{type_title(finding.type)} ({finding.score:.0%})\n{finding.why}" if finding else ""
        self.viewport().setToolTip(shown)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            return
        area = QRectF(*self._drag).normalized()
        self._drag = None
        if area.width() < 4 and area.height() < 4:
            finding, marked = self._finding_at(event.position()), self._area_at(event.position())
            if marked is not None:
                self.box_clicked.emit(marked)
            elif finding is not None:
                self.chosen.emit(finding)
        else:
            self.mark_area(area, whole=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._copy:
            return
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            finding = self._finding_at(QPointF(event.pos()))
            if finding is None:
                return
            self.chosen.emit(finding)
        self.menu_wanted.emit(event.globalPos())

    def mark_area(self, area: QRectF, whole: bool = False) -> None:
        """Mark the words in a rectangle of the viewport, or all of it where it is to go `whole` or holds none."""
        area = area.translated(self._offset())
        span = None if whole else self._span_in(area)
        if span is not None:
            self.marked.emit(*span)
            return
        marked = self._marked_in(area)
        if marked is not None:
            self.boxed.emit(marked)

    def _marked_in(self, area: QRectF) -> Marked | None:
        """The part of a rectangle that lies on the page where most of it is."""
        shares = [(self._geometry.page_area(index).intersected(area), index) for index in self._seen()]
        part, index = max(
            shares, key=lambda share: share[0].width() * share[0].height(), default=(QRectF(), 0)
        )
        if part.width() < 4 or part.height() < 4:
            return None
        box = self._geometry.box(index, part)
        return self._pages[index].number, (box.x0, box.y0, box.x1, box.y1)

    def _area_at(self, point: QPointF) -> Marked | None:
        point = point + self._offset()
        for index in self._seen() if self._review is not None else ():
            for marked in self._review.areas if self._review else ():
                if marked[0] == self._pages[index].number and self._geometry.area(
                    index, Box(*marked[1])
                ).contains(point):
                    return marked
        return None

    def _finding_at(self, point: QPointF) -> Finding | None:
        if self._review is None:
            return None
        point = point + self._offset()
        for index in self._seen():
            page = self._pages[index]
            for finding in self._review.between(page.start, page.end):
                for box in self._boxes_of(page, finding.start, finding.end):
                    if self._geometry.area(index, box).contains(point):
                        return finding
        return None

    def _span_in(self, area: QRectF) -> tuple[int, int] | None:
        """The characters whose middle lies in a rectangle that was drawn."""
        for index in self._seen():
            page = self._pages[index]
            wanted = self._geometry.box(index, area)
            with np.errstate(invalid="ignore"):
                x, y = (page.boxes[:, 0] + page.boxes[:, 2]) / 2, (page.boxes[:, 1] + page.boxes[:, 3]) / 2
                inside = np.flatnonzero(
                    (wanted.x0 <= x) & (x <= wanted.x1) & (wanted.y0 <= y) & (y <= wanted.y1)
                )
            if len(inside):
                return page.start + int(inside[0]), page.start + int(inside[-1]) + 1
        return None
