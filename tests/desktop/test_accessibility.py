"""Everybody can use the window: keys, names, roles, contrast, larger text, writing from the right."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QSlider,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.desktop import guide, theme
from app.desktop.export_dialog import ExportDialog
from app.desktop.main_window import PAGES, MainWindow
from app.desktop.page import Page
from app.pipeline.workspace import DocumentRow
from tests.desktop.conftest import open_review

CONTROLS = (
    QAbstractButton, QAbstractItemView, QComboBox, QAbstractSpinBox, QLineEdit, QSlider, QTabBar, QAbstractScrollArea,
)  # fmt: skip
ROLES = {
    QAccessible.Role.Button, QAccessible.Role.ButtonMenu, QAccessible.Role.CheckBox, QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText, QAccessible.Role.List, QAccessible.Role.Table, QAccessible.Role.PageTabList,
    QAccessible.Role.Slider, QAccessible.Role.SpinBox, QAccessible.Role.Client, QAccessible.Role.ScrollBar,
    QAccessible.Role.StaticText, QAccessible.Role.Pane,
}  # fmt: skip


def controls(root: QWidget) -> Iterator[QWidget]:
    """What a person can go to with the Tab key or the mouse."""
    for widget in root.findChildren(QWidget):
        if (
            not isinstance(widget, CONTROLS)
            or not widget.isVisibleTo(root)
            or widget.objectName().startswith("qt_")
        ):
            continue
        if isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox | QLineEdit | QTabBar):
            continue  # parts of another control
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus and not isinstance(widget, QAbstractButton):
            continue
        if type(widget).__name__ in ("QTableCornerButton", "QHeaderView") or widget.metaObject().className() in (
            "QTableCornerButton", "QComboBoxListView",
        ):  # fmt: skip
            continue
        yield widget


def check(root: QWidget, where: str) -> None:
    seen = 0
    for widget in controls(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface is not None, (where, widget)
        name = interface.text(QAccessible.Text.Name)
        assert name.strip(), (where, widget, widget.parentWidget())
        assert interface.role() in ROLES, (where, widget, interface.role())
        assert widget.toolTip(), (where, name, widget)
        seen += 1
    assert seen, where


def test_every_control_of_every_page_has_name_role_and_tip(reviewed: MainWindow, qtbot: QtBot) -> None:
    for name in PAGES:
        reviewed.show_page(name)
        check(reviewed, name)
        if name == "settings":
            reviewed.page(name).tabs.setCurrentIndex(1)  # type: ignore[attr-defined]
            check(reviewed, "policies")
        if name == "review":
            for tab in range(4):
                reviewed.review.side.setCurrentIndex(tab)
                check(reviewed, f"review {tab}")
            reviewed.review.do.beside.trigger()
            check(reviewed, "before and after")


def test_the_first_screen_the_dialogs_and_the_lock_too(
    window: MainWindow, known: DocumentRow, qtbot: QtBot
) -> None:
    check(window, "first screen")
    for dialog in (
        ExportDialog(window.session, [known], window),
        guide.TextDialog("Guide", guide.guide(), window),
    ):
        dialog.show()
        check(dialog, dialog.windowTitle())
        dialog.close()
    window.lock()
    check(window, "lock")


def test_every_action_has_a_key_of_its_own(reviewed: MainWindow) -> None:
    for name in PAGES:
        reviewed.show_page(name)
    everywhere = reviewed.menus.actions()
    assert len(everywhere) >= 18
    keys = [action.shortcut().toString() for action in everywhere]
    for page in reviewed.findChildren(Page):
        own = [action.shortcut().toString() for action in page.actions_]
        outer = page.parentWidget()
        while outer is not None:  # a page inside a page shares its keys
            own += [a.shortcut().toString() for a in outer.actions_] if isinstance(outer, Page) else []
            outer = outer.parentWidget()
        assert all(own), page.accessibleName()
        taken = [*keys, *own]
        assert len(taken) == len(set(taken)), (
            page.accessibleName(),
            sorted(k for k in taken if taken.count(k) > 1),
        )
        for action in page.actions_:
            assert action.text() and action.toolTip() and not action.icon().isNull(), action.text()


def test_every_button_has_a_key(reviewed: MainWindow) -> None:
    for name in PAGES:
        reviewed.show_page(name)
        for button in reviewed.findChildren(QToolButton):
            if button.isVisibleTo(reviewed) and not isinstance(button.parentWidget(), QLineEdit | QTabBar):
                action = button.defaultAction()
                menu = button.menu()
                assert menu is not None or (action is not None and not action.shortcut().isEmpty()), (
                    name,
                    button.text(),
                )


def luminance(colour: str | QColor) -> float:
    def channel(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    c = QColor(colour)
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF())


def contrast(front: str | QColor, back: str | QColor) -> float:
    high, low = sorted((luminance(front), luminance(back)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("t", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_text_has_the_contrast_of_wcag_aa(t: theme.Tokens) -> None:
    for front in (t.text, t.quiet, t.danger, t.good):
        for back in (t.panel, t.window):
            assert contrast(front, back) >= 4.5, (front, back)
    assert contrast(t.on_accent, t.accent) >= 4.5
    assert contrast(t.accent, t.panel) >= 3.0, "the frame of what has the focus"
    assert contrast(t.accent, t.window) >= 3.0


@pytest.mark.parametrize("type_", sorted(theme.TYPE_COLOURS))
def test_marks_are_seen_on_paper_and_the_words_under_them_stay_readable(type_: str) -> None:
    colour = theme.type_colour(type_)
    assert contrast(colour, "#ffffff") >= 3.0
    share = 110 / 255  # the strongest fill there is
    mixed = QColor.fromRgbF(*(1 - share + share * value for value in colour.getRgbF()[:3]))
    assert contrast("#000000", mixed) >= 4.5


def test_text_grows_and_no_button_is_cut(reviewed: MainWindow, qapp: QApplication, qtbot: QtBot) -> None:
    small = reviewed.fontMetrics().height()

    def cut() -> list[str]:
        return [
            button.text()
            for button in reviewed.findChildren(QToolButton)
            if button.isVisibleTo(reviewed)
            and not isinstance(button.parentWidget(), QLineEdit | QTabBar)
            and button.width() < button.minimumSizeHint().width()
        ]

    try:
        theme.apply(qapp, "light", 1.6)
        for name in PAGES:
            reviewed.show_page(name)
            qapp.processEvents()
            with contextlib.suppress(qtbot.TimeoutError):  # layouts follow in several rounds of events
                qtbot.waitUntil(lambda: not cut(), timeout=3_000)
            assert not cut(), name
        assert reviewed.fontMetrics().height() > small * 1.4
    finally:
        theme.apply(qapp, "light", 1.0)


def test_writing_from_the_right_turns_the_window_round(
    reviewed: MainWindow, qapp: QApplication, known: DocumentRow, qtbot: QtBot
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        reviewed.show_page("inbox")
        qapp.processEvents()
        side, list_ = reviewed.sidebar, reviewed.inbox
        assert (
            side.mapTo(reviewed, side.rect().center()).x() > list_.mapTo(reviewed, list_.rect().center()).x()
        )
        open_review(reviewed, known.id, qtbot)
        assert not reviewed.review.grab().isNull()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_keyboard_alone_goes_from_the_list_to_a_decision(reviewed: MainWindow, qtbot: QtBot) -> None:
    view = reviewed.review
    reviewed.activateWindow()
    view.view.setFocus()
    qtbot.keyClick(view.view, Qt.Key.Key_N)
    first = view.findings.current()
    assert first is not None
    qtbot.keyClick(view.view, Qt.Key.Key_K)
    assert view.review is not None
    assert [f.kept for f in view.review.findings() if f.span == first.span] == [True]
    second = view.findings.current()
    assert second is not None and second.span != first.span
    qtbot.keyClick(view.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not any(f.decided for f in view.review.findings())
    qtbot.keyClick(view.view, Qt.Key.Key_Escape)
    assert reviewed._stack.currentWidget() is reviewed.inbox


def test_a_cell_is_spoken_with_its_column(reviewed: MainWindow) -> None:
    reviewed.show_page("inbox")
    interface = QAccessible.queryAccessibleInterface(reviewed.inbox.view)
    assert interface is not None
    cells = [interface.child(number) for number in range(interface.childCount())]
    said = [cell.text(QAccessible.Text.Name) for cell in cells if cell is not None]
    assert "Document: letter.txt" in said
    assert "State: Ready to review" in said


def test_a_finding_says_whether_it_is_taken_out(reviewed: MainWindow) -> None:
    view = reviewed.review
    reviewed.show_page("review")
    interface = QAccessible.queryAccessibleInterface(view.findings.view)
    assert interface is not None
    cells = [interface.child(number) for number in range(interface.childCount())]
    first = next(c for c in cells if c is not None and "Bob Ray" in c.text(QAccessible.Text.Name))
    assert first.state().checkable and first.state().checked
    view.do.next.trigger()
    view.do.keep.trigger()
    cells = [interface.child(number) for number in range(interface.childCount())]
    first = next(c for c in cells if c is not None and "Bob Ray" in c.text(QAccessible.Text.Name))
    assert not first.state().checked
