"""Teaching in the window: examples, expected accuracy, stored documents sorted again, and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.desktop.main_window import MainWindow
from app.desktop.teach_dialog import TeachDialog
from app.desktop.teach_menu import teach_menu
from app.pipeline.workspace import DocumentRow, Workspace
from tests.cli.test_teach import delivery_note, invoice, letter
from tests.desktop.conftest import put_analysed, wait


@pytest.fixture
def filled(workspace: Workspace, tmp_path: Path) -> list[DocumentRow]:
    """Six delivery notes, four invoices and four letters, as the library holds them."""
    texts = [(f"note{n}.txt", delivery_note(n), "unknown") for n in range(6)]
    texts += [(f"bill{n}.txt", invoice(n), "invoice") for n in range(4)]
    texts += [(f"aunt{n}.txt", letter(n), "letter") for n in range(4)]
    return [put_analysed(workspace, tmp_path / name, text, [], kind) for name, text, kind in texts]


def kinds(workspace: Workspace) -> dict[str, str]:
    return {row.name: row.category for row in workspace.rows()}


def finish(dialog: TeachDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.learned, timeout=60_000):
        dialog.learn.trigger()


def test_a_new_kind_is_learned_sorted_again_and_taken_back(
    window: MainWindow, workspace: Workspace, filled: list[DocumentRow], qtbot: QtBot
) -> None:
    dialog = TeachDialog(window.session, filled[:4], window)
    dialog.kind.setEditText("Delivery note")
    finish(dialog, qtbot)
    assert "100%" in dialog.said()
    assert "4 of 4 recognised" in dialog.said()
    assert {name for name, kind in kinds(workspace).items() if kind == "delivery_note"} == {
        f"note{n}.txt" for n in range(6)
    }
    wait(
        qtbot, lambda: dialog.known.item(0) is not None and "Delivery note: 4" in dialog.known.item(0).text()
    )
    with qtbot.waitSignal(dialog.learned, timeout=60_000):
        dialog.undo.trigger()
    assert "delivery_note" not in kinds(workspace).values()
    with qtbot.waitSignal(dialog.learned, timeout=60_000):
        dialog.undo.trigger()
    assert "nothing to undo" in dialog.said()


def test_what_is_wrong_with_a_lesson_is_said_in_the_dialog(
    window: MainWindow, filled: list[DocumentRow], qtbot: QtBot
) -> None:
    dialog = TeachDialog(window.session, filled[:2], window)
    dialog.learn.trigger()
    assert "name" in dialog.said()
    dialog.kind.setEditText("Lieferschein für uns")
    assert dialog.label() == "lieferschein_fur_uns"
    finish(dialog, qtbot)
    assert "too few" in dialog.said()
    assert dialog.yes.count() == 2  # what was chosen is still there to go on with


def test_files_can_be_dropped_as_examples(
    window: MainWindow, workspace: Workspace, filled: list[DocumentRow], tmp_path: Path, qtbot: QtBot
) -> None:
    paths = []
    for number in range(7, 10):
        paths.append(tmp_path / f"fresh{number}.txt")
        paths[-1].write_text(delivery_note(number))
    dialog = TeachDialog(window.session, (), window)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in [*paths, paths[0]]])
    none = Qt.KeyboardModifier.NoModifier
    dialog.yes.dropEvent(
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    )
    assert dialog.yes.count() == 3
    dialog.kind.setEditText("Delivery note")
    finish(dialog, qtbot)
    assert "3 of 3 recognised" in dialog.said()


def test_what_is_sensitive_is_taught_with_two_lists(
    window: MainWindow, workspace: Workspace, filled: list[DocumentRow], qtbot: QtBot
) -> None:
    dialog = TeachDialog(window.session, (), window)
    dialog.what.setCurrentIndex(1)
    dialog.yes.add_rows(filled[10:13])
    dialog.no.add_rows(filled[6:9])
    finish(dialog, qtbot)
    assert "100%" in dialog.said()
    fields = workspace.library.reading(filled[13].id).analysis.fields
    assert [f.value for f in fields if f.name == "sensitive"] == ["yes"]


def trigger(window: MainWindow, rows: list[DocumentRow], text: str) -> None:
    menu = teach_menu(window.session, rows, window)
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_a_known_kind_is_corrected_from_the_list(
    window: MainWindow, workspace: Workspace, filled: list[DocumentRow], qtbot: QtBot
) -> None:
    trigger(window, filled[:2], "Receipt")
    wait(qtbot, lambda: kinds(workspace)["note5.txt"] == "receipt")
    assert kinds(workspace)["bill0.txt"] == "invoice"


def test_marks_of_what_is_sensitive_wait_until_there_are_enough(
    window: MainWindow, workspace: Workspace, filled: list[DocumentRow], qtbot: QtBot
) -> None:
    said: list[str] = []
    window.session.told.connect(said.append)
    trigger(window, filled[10:13], "Sensitive for us")
    wait(qtbot, lambda: any("3 sensitive, 0 not" in text for text in said))
    trigger(window, filled[6:9], "Not sensitive for us")
    wait(qtbot, lambda: any("expected accuracy 100%" in text for text in said))
    fields = workspace.library.reading(filled[9].id).analysis.fields
    assert [f.value for f in fields if f.name == "sensitive"] == ["no"]


def test_lists_offer_kinds_for_the_chosen_rows(
    window: MainWindow, filled: list[DocumentRow], qtbot: QtBot
) -> None:
    window.session.reload()
    wait(qtbot, lambda: len(window.inbox.model.rows()) == 14)
    window.inbox.view.selectRow(0)
    assert window.inbox.kinds_menu().isEnabled()
    assert "Invoice" in [action.text() for action in window.inbox.kinds_menu().actions()]
    library = window.page("library")
    assert isinstance(library, QWidget)
    assert not library.kinds_menu().isEnabled()  # type: ignore[attr-defined]
    assert any(action.menu() for action in library.context_menu().actions())  # type: ignore[attr-defined]
