"""The findings of a document as a table with check marks, a legend that filters, and why each was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QVBoxLayout, QWidget

from app.desktop import theme
from app.desktop.findings import Finding, Review
from app.desktop.page import Steady, label, named, row_of
from app.desktop.row_table import PLAIN_FLAGS, Column, RowModel, RowTable
from app.desktop.texts import tr
from app.desktop.theme import type_colour, type_title

PLACE, DOUBTFUL, TYPE = "place", "doubtful", "type"
_PAGE_COLUMN = 3
_WHY_LINES = 4
_SWATCH = 64
_CHECKED_FLAGS = PLAIN_FLAGS | Qt.ItemFlag.ItemIsUserCheckable


class FindingsModel(RowModel[Finding]):
    """A check mark takes a finding out; clearing it keeps it."""

    toggled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._review: Review | None = None
        columns = [
            Column[Finding](
                tr("Taken out"), lambda f: " ".join(f.text.split())[:200], lambda f: f.start, width=170
            ),
            Column[Finding](tr("Type"), lambda f: type_title(f.type), width=156),
            Column[Finding](tr("Surety"), lambda f: f"{f.score:.0%}", lambda f: f.score, True, 66),
            Column[Finding](tr("Page"), self._page, lambda f: f.start, True, 50),
        ]
        super().__init__(columns, parent=parent)

    def set_review(self, review: Review | None) -> None:
        self._review = review

    def _page(self, finding: Finding) -> str:
        at = self._review.page_of(finding.start) if self._review else None
        return (
            "" if at is None or self._review is None else str(self._review.reading.document.pages[at].number)
        )

    def flags(self, index: Any) -> Qt.ItemFlag:
        return _CHECKED_FLAGS if index.column() == 0 else PLAIN_FLAGS

    def setData(self, index: Any, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            self.toggled.emit(self.row_at(index))
            return True
        return False

    def adorn(self, row: Finding, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and column == 0:
            return Qt.CheckState.Unchecked if row.kept else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.DecorationRole and column == 1:
            return swatch(row.type)
        if role == Qt.ItemDataRole.ForegroundRole:
            return (
                theme.colour("danger")
                if row.doubtful and column == 2
                else theme.colour("quiet")
                if row.kept
                else None
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.why
        return None


class FindingsPanel(QWidget):
    """`chosen` tells the finding that a person went to; `toggled` the one whose check mark changed."""

    chosen = Signal(object)
    toggled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._setting = False
        self._counted: Counter[str] | None = None
        """What the legend says."""
        self.model = FindingsModel(self)
        self.view = RowTable(self.model, tr("Findings"), self, checks=(0,), icons=(1,))
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.types, self.order = QComboBox(self), QComboBox(self)
        self.why = label("", self, "quiet")
        self.progress = label("", self, "quiet", wrap=False)
        self._build()

    def _build(self) -> None:
        named(
            self.types, tr("Legend"), tr("The types found, with their colours; choose one to see only those")
        )
        named(self.order, tr("Order"), tr("In which order N and P go through the findings (D)"))
        named(self.why, tr("Why this was found"), tr("Which rule or model found it, and why"))
        header = self.view.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._fit()
        self.types.setIconSize(QSize(14, 14))
        self.types.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for title, order in (
            (tr("As they stand"), PLACE),
            (tr("Doubtful first"), DOUBTFUL),
            (tr("By type"), TYPE),
        ):
            self.order.addItem(title, order)
        self.types.currentIndexChanged.connect(lambda index: self.fill())
        self.order.currentIndexChanged.connect(lambda index: self.fill())
        self.model.toggled.connect(self.toggled)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._moved())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 0, 0)
        layout.addLayout(row_of(self.types, self.order))
        layout.addWidget(self.view, 1)
        layout.addWidget(Steady(self.why, _WHY_LINES, self))
        layout.addWidget(Steady(self.progress, 1, self))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)

    def show_review(self, review: Review | None) -> None:
        self._review = review
        self.model.set_review(review)
        pages = len(review.reading.document.pages) if review else 0
        self.view.setColumnHidden(_PAGE_COLUMN, pages < 2)
        self.types.setCurrentIndex(0)
        self.why.setText("")
        self.model.set_rows([])  # nothing of the document before stays chosen
        self.fill()

    def fill(self) -> None:
        """Show the findings as they are decided now; the current one stays the current one."""
        review = self._review
        findings = review.findings() if review else []
        current, scroll = self.current(), self.view.verticalScrollBar().value()
        self._setting = True
        self._fill_legend(findings)
        wanted = str(self.types.currentData() or "")
        shown = _ordered([f for f in findings if wanted in ("", f.type)], str(self.order.currentData()))
        if not self.model.renew(shown, lambda one, other: one is other or one.span == other.span):
            self.model.set_rows(shown)
            self.view.verticalScrollBar().setValue(scroll)
            if current is not None:
                self._put(current.span)
        self._setting = False
        decided, doubtful = sum(f.decided for f in findings), sum(f.doubtful for f in findings)
        self.progress.setText(
            tr("{count} findings, {out} go, {decided} decided, {doubtful} doubtful", count=len(findings),
               out=sum(not f.kept for f in findings), decided=decided, doubtful=doubtful)
        )  # fmt: skip

    def _fill_legend(self, findings: Sequence[Finding]) -> None:
        counts = Counter(f.type for f in findings)
        if counts == self._counted:
            return
        self._counted = counts
        chosen = self.types.currentData()
        self.types.blockSignals(True)
        self.types.clear()
        self.types.addItem(tr("All types ({count})", count=len(findings)), "")
        for type_, count in counts.most_common():
            self.types.addItem(swatch(type_), f"{type_title(type_)} ({count})", type_)
        self.types.setCurrentIndex(max(0, self.types.findData(chosen)))
        self.types.blockSignals(False)

    def current(self) -> Finding | None:
        """The finding that keys act on."""
        index = self.view.currentIndex()
        return (
            self.model.row_at(index)
            if index.isValid() and self.view.selectionModel().hasSelection()
            else None
        )

    def select(self, finding: Finding) -> None:
        """Make this finding the current one; a legend that hides it lets go."""
        if not self._put(finding.span) and self.types.currentIndex():
            self.types.setCurrentIndex(0)
            self._put(finding.span)

    def _put(self, span: tuple[int, int]) -> bool:
        for row, finding in enumerate(self.model.shown()):
            if finding.span == span:
                self.model.show_up_to(row + 1)
                self.view.selectRow(row)
                self._say_why(finding)
                return True
        return False

    def step(self, by: int) -> None:
        """The next finding or the one before; from the last one on to the first."""
        count = len(self.model.shown())
        if not count:
            return
        at = self.view.currentIndex().row() if self.current() is not None else (-1 if by > 0 else 0)
        wanted = (at + by) % count
        self.model.show_up_to(wanted + 1)
        self.view.selectRow(wanted)
        self.view.scrollTo(self.model.index(wanted, 0))

    def toggle_order(self) -> None:
        """Doubtful findings first, or as they stand."""
        self.order.setCurrentIndex(
            self.order.findData(PLACE if self.order.currentData() == DOUBTFUL else DOUBTFUL)
        )

    def _moved(self) -> None:
        finding = self.current()
        if finding is None or self._setting:
            return
        self._say_why(finding)
        self.chosen.emit(finding)

    def _say_why(self, finding: Finding) -> None:
        sure = tr("{type}, {score} sure.", type=type_title(finding.type), score=f"{finding.score:.0%}")
        self.why.setText(f"{sure} {finding.why}")


def _ordered(findings: Sequence[Finding], order: str) -> list[Finding]:
    if order == DOUBTFUL:
        doubtful = sorted((f for f in findings if f.doubtful), key=lambda f: (f.score, f.start))
        return doubtful + [f for f in findings if not f.doubtful]
    if order == TYPE:
        return sorted(findings, key=lambda f: (type_title(f.type), f.start))
    return list(findings)


_swatches: dict[str, QIcon] = {}


def swatch(type_: str) -> QIcon:
    """A dot in the type's colour."""
    if type_ not in _swatches:
        pixmap = QPixmap(_SWATCH, _SWATCH)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(type_colour(type_)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QRectF(pixmap.rect()).adjusted(9, 9, -9, -9))
        painter.end()
        _swatches[type_] = QIcon(pixmap)
    return _swatches[type_]
