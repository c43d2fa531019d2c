"""The window as a person uses it, on the real workspace with small files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop.export_dialog import ExportDialog
from app.desktop.main_window import PAGES, MainWindow
from app.desktop.network import NetworkLabel
from app.pipeline.sockets import Sockets
from app.pipeline.workspace import DocumentRow, Workspace
from app.store import desk
from tests.desktop.conftest import LETTER, READY_MS, drop, put_analysed, ready, wait


def test_the_title_names_no_document(reviewed: MainWindow) -> None:
    assert reviewed.windowTitle() == "Cloister"


def test_drop_review_decide_export(
    window: MainWindow, workspace: Workspace, letter: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(window, letter.parent)
    wait(qtbot, lambda: ready(window), READY_MS)
    row = window.inbox.model.rows()[0]
    assert row.state == "ready"
    assert row.findings >= 3
    window.open_review(row.id)
    view = window.review
    wait(qtbot, lambda: view.review is not None)
    review = view.review
    assert review is not None
    names = [f for f in review.findings() if f.text == "Bob Ray"]
    assert len(names) == 2
    view.findings.select(names[0])
    view.do.keep.trigger()
    assert [f.kept for f in review.findings() if f.text == "Bob Ray"] == [True, False]
    view.do.undo.trigger()
    assert [f.kept for f in review.findings() if f.text == "Bob Ray"] == [False, False]
    view.do.redo.trigger()
    view.do.undo.trigger()
    start = LETTER.index("file 17")
    view.mark(start, start + 7)
    assert any(f.text == "file 17" and f.added for f in review.findings())
    dialog = ExportDialog(window.session, [row], window)
    qtbot.addWidget(dialog)
    dialog.folder.setText(str(tmp_path / "out"))
    dialog.begin()
    wait(qtbot, lambda: dialog.results.count() == 1 and not dialog._running, READY_MS)
    assert dialog.results.item(0).text().startswith("✓")
    copy = (tmp_path / "out" / "letter.txt").read_text()
    for gone in ("Bob Ray", "bob.ray", "file 17", "Anna Smith"):
        assert gone not in copy
    assert letter.read_text() == LETTER
    assert len(workspace.review(row.id).decisions) == 1
    window.session.load_copies()
    wait(qtbot, lambda: row.id in window.session.copies)
    wait(qtbot, lambda: window.inbox.model.rows()[0].state == "exported")
    window.inbox.view.selectAll()
    data = window.inbox.view.drag_data()
    assert data is not None
    assert [url.toLocalFile() for url in data.urls()] == [str(tmp_path / "out" / "letter.txt")]


def test_a_broken_file_is_told_in_its_row_and_the_rest_goes_on(
    window: MainWindow, letter: Path, qtbot: QtBot
) -> None:
    (letter.parent / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    drop(window, letter.parent)
    wait(qtbot, lambda: ready(window, 2), READY_MS)
    states = {row.name: (row.state, row.sentence) for row in window.inbox.model.rows()}
    assert states["letter.txt"][0] == "ready"
    assert states["broken.pdf"][0] == "failed"
    assert "damaged" in states["broken.pdf"][1]


def test_the_first_screen_gives_way_to_the_list(window: MainWindow, known: DocumentRow, qtbot: QtBot) -> None:
    assert window.inbox._stack.currentIndex() == 0
    window.session.reload()
    wait(qtbot, lambda: window.inbox._stack.currentIndex() == 1)


def test_pages_open_by_key_and_only_when_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    assert set(window._pages) == {"inbox"}
    window.activateWindow()
    control, none = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
    keys = [(getattr(Qt.Key, f"Key_{number}"), control) for number in range(1, 10)]
    keys += [(Qt.Key.Key_F7, none), (Qt.Key.Key_F8, none)]
    for name, (key, modifier) in zip(PAGES, keys, strict=False):
        qtbot.keyClick(window, key, modifier)
        assert window._stack.currentWidget() is window._pages[name], name
        assert window.sidebar.current() == name


def test_the_network_label_tells_what_was_counted_and_forgets_nothing(qtbot: QtBot) -> None:
    label = NetworkLabel()
    qtbot.addWidget(label)
    label.stop()
    label.show_count(Sockets(True, 0, 1, True))
    assert label.text().startswith("0 bytes sent")
    label.show_count(Sockets(True, 0, 1, False))
    assert label.text() == "No internet connection is open"
    label.show_count(Sockets(False, 0, 0, False))
    assert "cannot be counted" in label.text()
    label.show_count(Sockets(True, 2, 1, False))
    assert label.text() == "2 internet connections are open!"
    assert label.objectName() == "bad"
    label.show_count(Sockets(True, 0, 1, True))
    assert "was open at" in label.text()


def test_the_window_itself_opens_no_socket(window: MainWindow, qtbot: QtBot) -> None:
    wait(qtbot, lambda: window._network.text() == "No internet connection is open")


def test_what_a_killed_session_was_adding_is_added_again(
    workspace: Workspace, letter: Path, qtbot: QtBot
) -> None:
    desk.start_adding(workspace.library, [letter.parent])
    again = MainWindow(workspace)
    qtbot.addWidget(again)
    wait(qtbot, lambda: ready(again), READY_MS)
    assert desk.unfinished(workspace.library) == []


def test_the_document_under_review_comes_back_after_a_kill(
    workspace: Workspace, known: DocumentRow, qtbot: QtBot
) -> None:
    desk.set_open(workspace.library, known.id)
    again = MainWindow(workspace)
    qtbot.addWidget(again)
    again.show()
    wait(qtbot, lambda: again.review.review is not None)
    again.close()
    assert desk.get_open(workspace.library) is None


@pytest.mark.slow
def test_a_program_that_is_killed_brings_its_documents_back_and_writes_no_name_in_clear(
    tmp_path: Path, own_home: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(12):
        (folder / f"Quentin Zebedee {number}.txt").write_text(LETTER * 20)
    code = (
        "from app.desktop.main import _application, Program\n"
        "from app.pipeline.workspace import Workspace\n"
        "from pathlib import Path\n"
        "import sys\n"
        "if __name__ == '__main__':\n"
        "    application = _application(['cloister'])\n"
        "    program = Program(application, Workspace.open(), None)\n"
        f"    program.start([Path({str(folder)!r})])\n"
        "    program.window.session.row_changed.connect(lambda row: print(row.state, flush=True))\n"
        "    application.exec()\n"
    )
    script = tmp_path / "program.py"
    script.write_text(code)
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as program:  # fmt: skip
        assert program.stdout is not None
        for line in program.stdout:
            if line.startswith("working"):
                break
        program.kill()
    for path in own_home.rglob("*"):
        if path.is_file():
            assert b"Zebedee" not in path.read_bytes(), path
    workspace = Workspace.open()
    try:
        again = MainWindow(workspace)
        qtbot.addWidget(again)
        wait(qtbot, lambda: ready(again, 12), READY_MS)
    finally:
        workspace.close()


def test_locking_hides_everything_and_stops_the_keys(reviewed: MainWindow, qtbot: QtBot) -> None:
    reviewed.lock()
    assert reviewed.locked
    assert not reviewed.menus.add_files.isEnabled()
    assert not any(w.isVisible() for w in (reviewed.review, reviewed.inbox, reviewed.sidebar))
    assert reviewed._lock is not None
    reviewed._lock.unlock.trigger()
    wait(qtbot, lambda: not reviewed.locked)
    assert reviewed.menus.add_files.isEnabled()


def test_a_library_with_a_passphrase_is_unlocked_by_it_alone(tmp_path: Path, qtbot: QtBot) -> None:
    workspace = Workspace.open(tmp_path / "locked", "correct horse")
    try:
        window = MainWindow(workspace)
        qtbot.addWidget(window)
        window.show()
        window.lock()
        screen = window._lock
        assert screen is not None
        screen.passphrase.setText("wrong")
        screen.unlock.trigger()
        wait(qtbot, lambda: "does not open" in screen._said.text())
        assert window.locked
        screen.passphrase.setText("correct horse")
        screen.unlock.trigger()
        wait(qtbot, lambda: not window.locked)
        assert screen.passphrase.text() == ""
    finally:
        workspace.close()


def test_idle_minutes_lock_the_window(window: MainWindow, qtbot: QtBot) -> None:
    window._idle._timer.setInterval(60)
    window._idle._timer.start()
    wait(qtbot, lambda: window.locked)


def test_closing_ends_unless_the_tray_keeps_it(window: MainWindow) -> None:
    event = QCloseEvent()
    window.closeEvent(event)
    assert event.isAccepted()


def test_ten_thousand_rows_are_filtered_sorted_and_handed_over_in_slices(window: MainWindow) -> None:
    rows = [
        DocumentRow(i, f"/x/{i}.pdf", f"paper {i}.pdf", "ready", findings=i % 7, sha256=str(i))
        for i in range(10_000)
    ]
    before = len(QApplication.allWidgets())
    model = window.inbox.model
    window.session.rows_changed.emit(rows)
    assert len(model.shown()) == 10_000
    assert model.rowCount() < 1_000
    assert model.canFetchMore()
    model.fetchMore()
    assert 400 < model.rowCount() < 1_600
    window.inbox.set_filter("paper 99")
    assert len(model.shown()) == sum("paper" in row.name and "99" in row.name for row in rows)
    window.inbox.set_filter("")
    window.inbox.view.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    findings = [row.findings for row in model.shown()]
    assert findings == sorted(findings, reverse=True)
    assert window.inbox.view.select_where(lambda row: row.id in {5, 9_999}) == 2
    assert {row.id for row in window.inbox.view.selected()} == {5, 9_999}
    assert len(QApplication.allWidgets()) - before < 50


def test_a_change_in_a_sorted_list_finds_its_place(window: MainWindow, qtbot: QtBot) -> None:
    rows = [DocumentRow(i, f"/x/{i}", f"{i}", "ready", findings=i, sha256="x") for i in range(5)]
    window.session.rows_changed.emit(rows)
    model = window.inbox.model
    window.inbox.view.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    window.session.row_changed.emit(DocumentRow(0, "/x/0", "0", "ready", findings=99, sha256="x"))
    wait(qtbot, lambda: [row.id for row in model.shown()] == [1, 2, 3, 4, 0])
    window.session.row_changed.emit(DocumentRow(7, "/x/7", "7", "ready", findings=2, sha256="x"))
    wait(qtbot, lambda: 7 in [row.id for row in model.shown()])


def test_states_and_doubts_filter_the_list(window: MainWindow) -> None:
    rows = [
        DocumentRow(1, "/a", "a", "ready", needs_review=2), DocumentRow(2, "/b", "b", "failed", sentence="It is damaged."),
        DocumentRow(3, "/c", "c", "ready"),
    ]  # fmt: skip
    window.session.rows_changed.emit(rows)
    page = window.inbox
    page.states.setCurrentIndex(page.states.findData("failed"))
    assert [row.id for row in page.model.shown()] == [2]
    page.states.setCurrentIndex(page.states.findData("doubtful"))
    assert [row.id for row in page.model.shown()] == [1]
    page.states.setCurrentIndex(0)
    page.doubtful.trigger()
    assert page.model.shown()[0].id == 1


def test_the_context_menu_does_what_the_keys_do(window: MainWindow, known: DocumentRow, qtbot: QtBot) -> None:
    window.session.reload()
    wait(qtbot, lambda: bool(window.inbox.model.rows()))
    menu = window.inbox.context_menu()
    actions = [action for action in menu.actions() if not action.isSeparator() and action.menu() is None]
    assert all(not action.shortcut().isEmpty() for action in actions)
    window.inbox.view.selectAll()
    next(a for a in actions if a is window.inbox.review).trigger()
    wait(qtbot, lambda: window.review.review is not None)


def test_removing_a_document_forgets_it(
    window: MainWindow, known: DocumentRow, letter: Path, qtbot: QtBot
) -> None:
    window.session.reload()
    wait(qtbot, lambda: bool(window.inbox.model.rows()))
    window.inbox.view.selectAll()
    window.inbox.remove.trigger()
    wait(qtbot, lambda: not window.inbox.model.rows())
    assert letter.exists()


def test_nothing_but_a_copy_is_dragged_out(window: MainWindow, known: DocumentRow, qtbot: QtBot) -> None:
    window.session.reload()
    wait(qtbot, lambda: bool(window.inbox.model.rows()))
    window.inbox.view.selectAll()
    assert window.inbox.view.drag_data() is None


def test_recent_files_are_off_until_wanted(
    window: MainWindow, workspace: Workspace, letter: Path, qtbot: QtBot
) -> None:
    from dataclasses import replace

    window.session.add([letter])
    wait(qtbot, lambda: bool(window.inbox.model.rows()))
    assert desk.recent(workspace.library) == []
    assert not window.menus.recent.menuAction().isVisible()
    window.session.save_settings(replace(workspace.settings, remember_recent=True))
    wait(qtbot, lambda: workspace.settings.remember_recent)
    window.session.add([letter])
    wait(qtbot, lambda: window.menus.recent.menuAction().isVisible())
    assert desk.recent(workspace.library) == [letter]
    window.session.save_settings(replace(workspace.settings, remember_recent=False))
    wait(qtbot, lambda: not window.menus.recent.menuAction().isVisible())
    wait(qtbot, lambda: desk.recent(workspace.library) == [])
    workspace.cancel()


def test_progress_and_the_remaining_time_are_shown(window: MainWindow) -> None:
    from app.pipeline.workspace import Event

    window.session.progressed.emit(Event("overall", done=3, total=10, seconds_left=75.0))
    assert window._bar.isVisible()
    assert window._bar.text() == "3 of 10, 1:15 left"
    window.session.finished.emit()
    assert not window._bar.isVisible()


def test_pages_show_the_library(
    window: MainWindow, workspace: Workspace, known: DocumentRow, tmp_path: Path, qtbot: QtBot
) -> None:
    twin = put_analysed(
        workspace,
        tmp_path / "in" / "again.txt",
        LETTER,
        [("bob.ray@example.org", "EMAIL_ADDRESS", 1.0)],
        "invoice",
    )
    window.show_page("library")
    page = window.page("library")
    wait(qtbot, lambda: len(page.model.shown()) == 2)  # type: ignore[attr-defined]
    page.search.setText('"bob ray"')  # type: ignore[attr-defined]
    page._find()  # type: ignore[attr-defined]
    wait(qtbot, lambda: page._hits is not None and len(page._hits) == 2)  # type: ignore[attr-defined]
    page.kinds.setCurrentIndex(page.kinds.findData("invoice"))  # type: ignore[attr-defined]
    assert [row.id for row in page.model.shown()] == [twin.id]  # type: ignore[attr-defined]
    page.table.selectRow(0)  # type: ignore[attr-defined]
    wait(qtbot, lambda: "bob.ray" in page.summary.text.toPlainText())  # type: ignore[attr-defined]
    page.summary.masked.setChecked(True)  # type: ignore[attr-defined]
    wait(qtbot, lambda: "█" in page.summary.text.toPlainText())  # type: ignore[attr-defined]
    assert "bob.ray" not in page.summary.text.toPlainText()  # type: ignore[attr-defined]
    page._clear()  # type: ignore[attr-defined]
    page.twins.setChecked(True)  # type: ignore[attr-defined]
    assert len(page.model.shown()) == 2  # type: ignore[attr-defined]
