"""What all tables rely on: rows that are not handed over yet, check marks, headings that fit, what stays chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop import texts, theme
from app.desktop.main_window import MainWindow
from app.desktop.row_table import SLICE, Column, RowModel, RowTable
from app.pipeline.workspace import DocumentRow, Workspace
from tests.desktop.conftest import wait

MANY = SLICE * 5


@pytest.fixture
def table(qtbot: QtBot) -> RowTable:
    model: RowModel[int] = RowModel([Column("Number", str, lambda n: n), Column("Odd", lambda n: str(n % 2))])
    made = RowTable(model, "Numbers")
    qtbot.addWidget(made)
    model.set_rows(range(MANY))
    made.show()
    return made


def test_choosing_all_chooses_also_what_the_view_does_not_know_yet(table: RowTable, qtbot: QtBot) -> None:
    assert table.rows_model.rowCount() < MANY
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert table.selected() == list(range(MANY))
    table.rows_model.set_filter("99")
    table.selectAll()
    assert table.selected() == [n for n in range(MANY) if "99" in str(n)]


def test_rows_far_apart_are_chosen_together(table: RowTable) -> None:
    wanted = {3, 4, 5, 900, MANY - 1}
    assert table.select_where(lambda n: n in wanted) == 5
    assert set(table.selected()) == wanted
    assert table.select_where(lambda n: n < 0) == 0
    assert table.selected() == []


def test_filter_and_order_go_together(table: RowTable) -> None:
    table.rows_model.set_filter("7")
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert table.rows_model.shown()[:3] == [1997, 1987, 1979]
    table.rows_model.set_filter("77 1")
    assert table.rows_model.shown() == sorted(
        (n for n in range(MANY) if "77" in str(n) and "1" in f"{n}\t{n % 2}"), reverse=True
    )
    table.rows_model.set_accept(lambda n: n > 1900)
    assert all(n > 1900 for n in table.rows_model.shown())


def test_words_worked_out_ahead_are_those_of_the_rows(table: RowTable, qtbot: QtBot) -> None:
    model = table.rows_model
    model.fold_ahead()
    wait(qtbot, lambda: len(model._folded) == MANY)
    model.set_filter("1234")
    assert model.shown() == [1234]


def test_rows_renewed_in_place_stay_chosen(table: RowTable) -> None:
    table.selectRow(7)
    assert table.rows_model.renew([n + MANY for n in range(MANY)], lambda new, old: new == old + MANY)
    assert table.selected() == [7 + MANY]
    assert not table.rows_model.renew([1, 2], lambda new, old: True), (
        "other rows: the table must be filled anew"
    )
    assert table.selected() == [7 + MANY]


def test_a_document_opened_anew_has_nothing_chosen(
    reviewed: MainWindow, known: DocumentRow, qtbot: QtBot
) -> None:
    view = reviewed.review
    view.do.next.trigger()
    assert view.findings.current() is not None and view.findings.why.text()
    before = view.review
    reviewed.open_review(known.id)
    wait(qtbot, lambda: view.review is not None and view.review is not before)
    assert view.findings.current() is None and not view.findings.why.text()


def test_a_click_on_a_check_mark_is_a_decision(reviewed: MainWindow, qtbot: QtBot) -> None:
    view = reviewed.review
    reviewed.show_page("review")
    table = view.findings.view
    qtbot.waitExposed(reviewed)
    table.viewport().repaint()
    area = table.itemDelegate()._check_area  # type: ignore[attr-defined]
    assert area is not None
    place = table.visualRect(table.model().index(0, 0)).topLeft() + area[1].center()
    assert view.review is not None and not view.review.findings()[0].kept
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert view.review.findings()[0].kept


@pytest.mark.parametrize("size", [1.0, 1.3])
def test_german_headings_fit(
    workspace: Workspace, known: DocumentRow, qapp: QApplication, qtbot: QtBot, size: float
) -> None:
    texts.install(qapp, "de")
    theme.apply(qapp, "light", size)
    try:
        window = MainWindow(workspace)
        qtbot.addWidget(window)
        window.show()
        for name in ("inbox", "review", "library", "vault", "jobs", "models", "audit"):
            for table in window.page(name).findChildren(RowTable):
                header = table.horizontalHeader()
                for number, column in enumerate(table.rows_model.columns):
                    needed = header.fontMetrics().horizontalAdvance(column.title)
                    assert table.isColumnHidden(number) or header.sectionSize(number) > needed, column.title
        window.retire()
    finally:
        texts.install(qapp, "en")
        theme.apply(qapp, "light", 1.0)
