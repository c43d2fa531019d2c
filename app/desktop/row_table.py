"""Tables of many rows: sorted and filtered in plain lists, handed to the view in slices, no widget per row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.desktop import tasks
from app.desktop.row_delegate import RowDelegate
from app.desktop.texts import tr

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
SLICE = 400
_LAST_COLUMN = 140
_HEADING_SPACE = 30
"""Beside the text of a heading: padding and the arrow of the sorting."""
_DISPLAY, _ALIGN, _SPOKEN = (
    int(role) for role in (
        Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.TextAlignmentRole, Qt.ItemDataRole.AccessibleTextRole,
    )
)  # fmt: skip
_ADORNED = frozenset(
    int(role) for role in (
        Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.CheckStateRole,
    )
)  # fmt: skip
"""Roles that `adorn` may answer; the others are asked for with every cell that is drawn and never answered."""
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
PLAIN_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
"""Of a cell that can be chosen and nothing more; put together once, since every cell that is drawn asks for them."""
_WHOLE_ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


@dataclass(frozen=True)
class Column(Generic[T]):
    """How one column shows a row, and by what it is sorted (its text where nothing else is said)."""

    title: str
    text: Callable[[T], str]
    key: Callable[[T], Any] | None = None
    right: bool = False
    width: int = 120


class RowModel(QAbstractTableModel, Generic[T]):
    """`rows` is everything; `shown` what the filter leaves, in order; the view sees a growing slice of it."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        words: Callable[[T], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self._words = words or (lambda row: "\t".join(column.text(row) for column in self.columns))
        self._rows: list[T] = []
        self._shown: list[T] = []
        self._sorted: list[T] | None = None
        self._ordered: list[T] | None = None
        """The rows that `accept` leaves, in order: kept while only the filter changes."""
        self._haystacks: list[str] | None = None
        """The words of each of `_ordered`."""
        self._folded: dict[int, str] = {}
        """Words of the rows by the place of each in memory; rows never change, they are replaced."""
        self._visible = 0
        self._filter = ""
        self._parts: list[str] = []
        self._accept: Callable[[T], bool] | None = None
        self._order: tuple[int, bool] | None = None

    # --- what is shown --------------------------------------------------------------------------------

    def rows(self) -> list[T]:
        return list(self._rows)

    def shown(self) -> list[T]:
        """All rows that the filter leaves, in the order shown."""
        return list(self._shown)

    def set_rows(self, rows: Sequence[T]) -> None:
        self._rows = list(rows)
        self._folded.clear()
        self.arrange()

    def renew(self, rows: Sequence[T], same: Callable[[T, T], bool]) -> bool:
        """Put these rows in the place of those that are there; False where other rows would show, or in another
        order. What is chosen stays chosen."""
        before, self._rows = self._rows, list(rows)
        self.forget_order()
        self._folded.clear()
        shown = self._filtered()
        if len(shown) != len(self._shown) or not all(map(same, shown, self._shown)):
            self._rows = before
            self.forget_order()
            return False
        old, self._shown = self._shown, shown
        last = len(self.columns) - 1
        for number in range(self._visible):
            if shown[number] is not old[number]:
                self.dataChanged.emit(self.index(number, 0), self.index(number, last))
        return True

    def set_filter(self, text: str) -> None:
        """Leave rows that hold all these words."""
        self._filter = text.strip().casefold()
        self._parts = self._filter.split()
        self._show()

    def set_accept(self, accept: Callable[[T], bool] | None) -> None:
        """Leave rows that `accept` says yes to."""
        self._accept = accept
        self._ordered = self._haystacks = None
        self._show()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        wanted = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        if wanted != self._order or self._ordered is None:  # a click on a heading tells it twice
            self._order = wanted
            self.arrange()

    def arrange(self) -> None:
        """Filter and sort anew."""
        self.forget_order()
        self._show()

    def forget_order(self) -> None:
        """Rows changed: what was sorted is worked out anew when it is asked for."""
        self._sorted = self._ordered = self._haystacks = None

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = self._filtered()
        self._visible = min(SLICE, len(self._shown))
        self._placed()
        self.endResetModel()

    def _placed(self) -> None:
        """For models that keep track of where each row stands."""

    def _filtered(self) -> list[T]:
        if self._sorted is None:
            self._sorted = self._arranged()
        if self._ordered is None:
            accept = self._accept
            self._ordered = self._sorted if accept is None else [row for row in self._sorted if accept(row)]
        rows = self._ordered
        if not self._parts:
            return list(rows)
        if self._haystacks is None:
            self._haystacks = [self._words_of(row) for row in rows]
        pairs = zip(rows, self._haystacks, strict=True)
        for part in self._parts[:-1]:
            pairs = iter([pair for pair in pairs if part in pair[1]])  # type: ignore[assignment]
        last = self._parts[-1]
        return [row for row, words in pairs if last in words]

    def _arranged(self) -> list[T]:
        if self._order is None or self._order[0] >= len(self.columns):
            return list(self._rows)
        column = self.columns[self._order[0]]
        key = column.key or _text_key(column.text)
        return sorted(self._rows, key=key, reverse=self._order[1])

    def fold_ahead(self) -> None:
        """Work out, off the GUI thread, the words that a filter will look at."""
        rows, words = list(self._rows), self._words

        def fold() -> dict[int, str]:
            return {id(row): words(row).casefold() for row in rows}

        def folded(known: dict[int, str]) -> None:
            # Rows that came meanwhile may lie where others lay: only what is still there is known.
            there = {id(row) for row in rows}
            self._folded.update((id(row), known[id(row)]) for row in self._rows if id(row) in there)

        tasks.run(fold, folded, owner=self)

    def _words_of(self, row: T) -> str:
        words = self._folded.get(id(row))
        if words is None:
            words = self._folded[id(row)] = self._words(row).casefold()
        return words

    @property
    def plain(self) -> bool:
        """True while rows stand in the order in which they came, all of them."""
        return self._order is None and not self._filter and self._accept is None

    def row_at(self, index: Index) -> T:
        return self._shown[index.row()]

    # --- slices ---------------------------------------------------------------------------------------

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's own signature
        return not parent.isValid() and self._visible < len(self._shown)

    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: B008
        self.show_up_to(self._visible + SLICE)

    def show_up_to(self, count: int) -> None:
        """Hand the view rows up to this many."""
        wanted = min(count, len(self._shown))
        if wanted > self._visible:
            self.beginInsertRows(QModelIndex(), self._visible, wanted - 1)
            self._visible = wanted
            self.endInsertRows()

    # --- Qt's questions -------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._visible

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[section].right:
            return _RIGHT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        number = int(role)
        if number == _ALIGN:
            return _RIGHT if self.columns[index.column()].right else None
        if number == _DISPLAY:
            return self.columns[index.column()].text(self._shown[index.row()])
        if number in _ADORNED:
            return self.adorn(self._shown[index.row()], index.column(), number)
        if number == _SPOKEN:
            column = self.columns[index.column()]
            return f"{column.title}: {column.text(self._shown[index.row()])}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return PLAIN_FLAGS

    def adorn(self, row: T, column: int, role: int) -> Any:
        """Colours, tips and the like; for models that have some."""
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.columns[column].text(row)
        return None


def _text_key(text: Callable[[T], str]) -> Callable[[T], str]:
    """Sorts by the text that is shown; most rows share theirs, so each is folded once."""
    folded: dict[str, str] = {}

    def key(row: T) -> str:
        shown = text(row)
        known = folded.get(shown)
        if known is None:
            known = folded[shown] = shown.casefold()
        return known

    return key


class RowTable(QTableView):
    """A table of whole rows: several can be chosen, a click on a heading sorts. `checks` and `icons` name the
    columns that have some."""

    def __init__(
        self,
        model: RowModel[Any],
        name: str,
        parent: QWidget | None = None,
        *,
        checks: Collection[int] = (),
        icons: Collection[int] = (),
    ) -> None:
        super().__init__(parent)
        self.rows_model = model
        self.setModel(model)
        self.setItemDelegate(RowDelegate(model, checks, icons, self))
        self.setAccessibleName(name)
        self.setToolTip(tr("Arrow keys move, Ctrl+A chooses all rows, a click on a heading sorts"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setAccessibleName(name)
        self.widen()

    def offer(self, *actions: QAction) -> None:
        """What a right click, or the menu key, offers for the chosen rows."""
        self.addActions(list(actions))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.widen()

    def widen(self) -> None:
        """Give rows their height and the columns the widths that the model asks for, in steps of the text size, and room for their
        headings in any language."""
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 14)
        scale = self.fontMetrics().height() / 16.0
        metrics = self.horizontalHeader().fontMetrics()
        columns = self.rows_model.columns
        for number, column in enumerate(columns):
            heading = metrics.horizontalAdvance(column.title) + _HEADING_SPACE
            # The last one takes what room there is.
            wanted = min(column.width, _LAST_COLUMN) if number == len(columns) - 1 else column.width
            self.setColumnWidth(number, max(int(wanted * scale), heading))

    def selectAll(self) -> None:
        """All rows that the filter leaves, also those that the view was not handed yet."""
        self.rows_model.show_up_to(len(self.rows_model.shown()))
        super().selectAll()

    def chosen_rows(self) -> list[int]:
        """Numbers of the chosen rows. Qt's own list asks the model for every cell of them, and takes seconds."""
        ranges = cast("list[QItemSelectionRange]", self.selectionModel().selection())
        return sorted({row for span in ranges for row in range(span.top(), span.bottom() + 1)})

    def selected(self) -> list[Any]:
        """The chosen rows in the order shown."""
        shown = self.rows_model.shown()
        return [shown[number] for number in self.chosen_rows()]

    def select_where(self, wanted: Callable[[Any], bool]) -> int:
        """Choose the rows that `wanted` says yes to and bring the first into view; how many."""
        self.clearSelection()
        found = [number for number, row in enumerate(self.rows_model.shown()) if wanted(row)]
        if found:
            self.rows_model.show_up_to(found[-1] + 1)
            self.setCurrentIndex(self.rows_model.index(found[0], 0))
            self.selectionModel().select(self._ranges(found), _WHOLE_ROWS)
            self.scrollTo(self.rows_model.index(found[0], 0))
        return len(found)

    def _ranges(self, numbers: Sequence[int]) -> QItemSelection:
        """Rows side by side as one range each."""
        made = QItemSelection()
        first = before = numbers[0]
        for number in [*numbers[1:], -1]:
            if number != before + 1:
                model = self.rows_model
                made.select(model.index(first, 0), model.index(before, len(model.columns) - 1))
                first = number
            before = number
        return made
