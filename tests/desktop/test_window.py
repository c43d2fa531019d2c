"""The window as a person uses it, on the real workspace with small files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.desktop.export_dialog import ExportDialog
from app.desktop.findings import Review
from app.desktop.main_window import MainWindow, internet_sockets
from app.pipeline.workspace import Workspace

LETTER = "Dear Mr Bob Ray,\n\nplease write to bob.ray@example.org about file 17. Bob Ray knows.\n\nYours,\nAnna Smith\n"
READY_MS = 90_000


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    space = Workspace.open(tmp_path / "home")
    yield space
    space.close()


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot) -> MainWindow:
    shown = MainWindow(workspace)
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "letter.txt"
    path.parent.mkdir()
    path.write_text(LETTER)
    return path


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    window.dropEvent(event)


def ready(window: MainWindow, count: int = 1) -> bool:
    rows = window.model.rows()
    return len(rows) == count and all(row.state in ("ready", "failed") for row in rows)


def test_every_action_and_button_can_be_reached_and_named(window: MainWindow) -> None:
    actions = [a for menu in window.menuBar().actions() for a in menu.menu().actions()]
    assert len(actions) >= 14
    for action in [*actions, *window.review.actions_]:
        assert action.text()
        assert not action.shortcut().isEmpty(), action.text()
        assert action.toolTip()
    keys = [a.shortcut().toString() for a in actions]
    assert len(keys) == len(set(keys))
    for button in window.findChildren(QAbstractButton):
        if button.text() and button.isVisibleTo(window):
            assert button.accessibleName(), button.text()
            assert button.toolTip(), button.text()
    for field in window.findChildren(QLineEdit):
        if field.objectName() != "qt_spinbox_lineedit":
            assert field.accessibleName()


def test_the_title_names_no_document(window: MainWindow) -> None:
    assert window.windowTitle() == "Cloister"


def test_no_network_socket_is_open(window: MainWindow) -> None:
    assert internet_sockets() == 0


def test_drop_review_decide_export(
    window: MainWindow, workspace: Workspace, letter: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(window, letter.parent)
    qtbot.waitUntil(lambda: ready(window), timeout=READY_MS)
    row = window.model.rows()[0]
    assert row.state == "ready"
    assert row.findings >= 3

    window.review.open(row.id)
    qtbot.waitUntil(lambda: window.review._review is not None, timeout=10_000)
    review = window.review._review
    assert review is not None
    names = [f for f in review.findings() if f.text == "Bob Ray"]
    assert len(names) == 2
    window.review._select(names[0])
    window.review._keep()
    assert [f.kept for f in review.findings() if f.text == "Bob Ray"] == [True, False]
    window.review._undo()
    assert [f.kept for f in review.findings() if f.text == "Bob Ray"] == [False, False]
    window.review._redo()
    window.review._undo()
    start = LETTER.index("file 17")
    window.review._mark(start, start + 7)
    assert any(f.text == "file 17" and f.added for f in review.findings())
    dialog = ExportDialog(workspace, [row], workspace.policies(), "share_outside", window)
    qtbot.addWidget(dialog)
    dialog.folder.setText(str(tmp_path / "out"))
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.results.count() == 1 and not dialog._running, timeout=READY_MS)
    assert dialog.results.item(0).text().startswith("✓")
    copy = (tmp_path / "out" / "letter.txt").read_text()
    for gone in ("Bob Ray", "bob.ray", "file 17", "Anna Smith"):
        assert gone not in copy
    assert letter.read_text() == LETTER
    assert len(workspace.review(row.id).decisions) == 1
    qtbot.waitUntil(lambda: window.model.rows()[0].state in ("ready", "exported"), timeout=5_000)


def test_a_broken_file_is_told_in_its_row_and_the_rest_goes_on(
    window: MainWindow, letter: Path, qtbot: QtBot
) -> None:
    (letter.parent / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    drop(window, letter.parent)
    qtbot.waitUntil(lambda: ready(window, 2), timeout=READY_MS)
    states = {row.name: (row.state, row.sentence) for row in window.model.rows()}
    assert states["letter.txt"][0] == "ready"
    assert states["broken.pdf"][0] == "failed"
    assert "damaged" in states["broken.pdf"][1]


def test_take_out_everywhere_and_all_like_this(
    window: MainWindow, workspace: Workspace, letter: Path, qtbot: QtBot
) -> None:
    drop(window, letter)
    qtbot.waitUntil(lambda: ready(window), timeout=READY_MS)
    reading = workspace.review(window.model.rows()[0].id)
    review = Review(reading, lambda type_, score: False)
    assert review.add_everywhere("KNOWS") == 1
    assert review.add_everywhere("giraffe") == 0
    bob = next(f for f in review.findings() if f.text == "Bob Ray")
    review.keep(review.same_as(bob))
    assert all(f.kept for f in review.findings() if f.text == "Bob Ray")
    review.undo.undo()
    assert not any(f.kept for f in review.findings() if f.text == "Bob Ray")


def test_both_themes_have_readable_contrast() -> None:
    from PySide6.QtGui import QColor

    from app.desktop.theme import DARK, LIGHT

    def light(colour: str) -> float:
        def channel(value: float) -> float:
            return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

        c = QColor(colour)
        return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF())

    for t in (LIGHT, DARK):
        for front, back in (
            (t.text, t.panel), (t.text, t.window), (t.quiet, t.panel), (t.quiet, t.window), (t.danger, t.panel),
            (t.good, t.panel), (t.on_accent, t.accent),
        ):  # fmt: skip
            high, low = sorted((light(front), light(back)), reverse=True)
            assert (high + 0.05) / (low + 0.05) >= 4.5, (front, back)


def test_ten_thousand_rows_are_filtered_without_a_widget_each(window: MainWindow, qtbot: QtBot) -> None:
    from app.pipeline.workspace import DocumentRow

    rows = [DocumentRow(i, f"/x/{i}.pdf", f"paper {i}.pdf", "ready", findings=i % 7) for i in range(10_000)]
    before = len(QApplication.allWidgets())
    window.model.replace_all(rows)
    window._filter.setText("paper 99")
    assert window.inbox.proxy.rowCount() == sum("paper 99" in row.name for row in rows)
    assert len(QApplication.allWidgets()) - before < 50
