"""Habits of the platform: right clicks, drops from mail programs, opening files with the program."""

from __future__ import annotations

import configparser
import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QFileOpenEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.desktop import drops, review_actions
from app.desktop.main import Opener
from app.desktop.main_window import MainWindow
from app.desktop.row_delegate import is_from_right
from app.pipeline.workspace import Workspace
from tests.desktop.conftest import wait

ROOT = Path(__file__).parents[2]
MAIL = b"From: a@example.org\r\nSubject: Invoice 7/2026 .. \r\n\r\nPlease pay.\r\n"
GROUP = "application/x-qt-windows-mime;value="


def drop_event(data: QMimeData) -> QDropEvent:
    none = Qt.KeyboardModifier.NoModifier
    return QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)


def descriptor(name: str) -> bytes:
    """As Outlook hands over an attachment: the number of files, and the name of the first."""
    return b"\x01\0\0\0" + bytes(72) + name.encode("utf-16-le") + bytes(2 * (260 - len(name)))


# --- right clicks -------------------------------------------------------------------------------------


def opened_menus(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    opened: list[list[str]] = []

    class Noted(QMenu):
        def exec(self, at: QPoint) -> None:  # type: ignore[override]
            opened.append([action.text() for action in self.actions() if not action.isSeparator()])

    monkeypatch.setattr(review_actions, "QMenu", Noted)
    return opened


def test_a_right_click_on_a_word_offers_what_can_be_done_with_it(
    reviewed: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, opened = reviewed.review, opened_menus(monkeypatch)
    assert view.review is not None
    finding = view.review.findings()[0]
    view.text.show_span(finding.start, finding.end)
    cursor = view.text.textCursor()
    cursor.setPosition(finding.start + 1)
    at = view.text.cursorRect(cursor).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.text.mapToGlobal(at))
    view.text.contextMenuEvent(event)
    current = view.findings.current()
    assert current is not None and current.span == finding.span
    assert opened[-1][:2] == ["Take out", "Keep"]
    assert "Never this term" in opened[-1]
    nowhere = QPoint(view.text.viewport().width() - 2, view.text.viewport().height() - 2)
    view.text.contextMenuEvent(
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, nowhere, view.text.mapToGlobal(nowhere))
    )
    assert len(opened) == 1


def test_the_menu_key_acts_on_the_current_finding(
    reviewed: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, opened = reviewed.review, opened_menus(monkeypatch)
    key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    view.text.contextMenuEvent(key)
    assert not opened, "nothing was chosen yet"
    view.do.next.trigger()
    view.text.contextMenuEvent(key)
    view.findings.view.customContextMenuRequested.emit(QPoint(5, 5))
    assert len(opened) == 2


@pytest.mark.parametrize(("page", "table"), [("vault", "view"), ("jobs", "view"), ("fields", "view")])
def test_lists_offer_their_actions_on_a_right_click(window: MainWindow, page: str, table: str) -> None:
    view = getattr(window.page(page), table)
    assert view.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
    assert len(view.actions()) >= 2
    assert all(not action.shortcut().isEmpty() for action in view.actions())


# --- drops --------------------------------------------------------------------------------------------


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workspace, "start", lambda self, listener: None)


def names(window: MainWindow) -> list[str]:
    return [row.name for row in window.inbox.model.rows()]


def test_a_mail_without_a_file_is_kept_for_this_account_alone(
    own_home: Path, window: MainWindow, idle: None, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setData("message/rfc822", MAIL)
    assert drops.takes(data)
    window.dropEvent(drop_event(data))
    wait(qtbot, lambda: names(window) == ["Invoice 7 2026.eml"])
    kept = drops.folder_of_this_run(own_home) / "Invoice 7 2026.eml"
    assert kept.read_bytes() == MAIL
    if os.name == "posix":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    killed = own_home / "dropped" / "999999999"
    killed.mkdir()
    (killed / "old.eml").write_bytes(MAIL)
    window.close()
    assert not list((own_home / "dropped").iterdir()), "nothing readable outlives the window"


def test_a_file_on_the_disk_is_taken_from_where_it_lies(
    window: MainWindow, letter: Path, idle: None, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(letter)), QUrl("https://example.org/not-here.pdf")])
    data.setData("message/rfc822", MAIL)
    window.dropEvent(drop_event(data))
    wait(qtbot, lambda: names(window) == [letter.name])


def test_an_attachment_from_outlook_has_its_name(own_home: Path) -> None:
    data = QMimeData()
    data.setData(f'{GROUP}"FileGroupDescriptorW"', descriptor("..\\..\\evil/../Report <1>.pdf"))
    data.setData(f'{GROUP}"FileContents"', b"%PDF-1.7")
    loose = drops.loose_in(data)
    assert loose == drops.Loose("Report  1.pdf", b"%PDF-1.7")
    first, second = drops.keep(loose, own_home / "dropped"), drops.keep(loose, own_home / "dropped")
    assert first.parent == second.parent == own_home / "dropped"
    assert first != second and second.read_bytes() == b"%PDF-1.7"


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\0", b"Subject: =?utf-8?B?broken"])
def test_a_broken_mail_is_no_trouble(data: bytes) -> None:
    mime = QMimeData()
    mime.setData("message/rfc822", data)
    loose = drops.loose_in(mime)
    assert loose is None if not data else loose is not None and loose.name.endswith(".eml")


def test_text_is_no_file(window: MainWindow, idle: None) -> None:
    data = QMimeData()
    data.setText("just words")
    assert not drops.takes(data)
    window.dropEvent(drop_event(data))
    assert not names(window)


# --- open with ----------------------------------------------------------------------------------------


def test_a_file_that_the_desktop_asks_to_open_is_taken(qapp: QApplication, tmp_path: Path) -> None:
    taken: list[list[Path]] = []
    opener = Opener(taken.append)
    assert opener.eventFilter(qapp, QFileOpenEvent(str(tmp_path / "a.pdf")))
    assert taken == [[tmp_path / "a.pdf"]]
    assert not opener.eventFilter(qapp, QEvent(QEvent.Type.Paint))


@pytest.mark.skipif(os.name != "posix", reason="a Linux desktop's file")
def test_the_program_list_opens_files_with_it_and_forgets_it(tmp_path: Path) -> None:
    run: Callable[..., object] = lambda *how: subprocess.run(  # noqa: E731
        [ROOT / "packaging" / "linux" / "open-with", *how],
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path)},
        check=True,
    )
    run()
    entry = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(tmp_path / "applications" / "cloister.desktop", "utf-8")
    said = entry["Desktop Entry"]
    assert said["Exec"].endswith('cloister" open %F')
    assert "application/pdf;" in said["MimeType"] and "message/rfc822;" in said["MimeType"]
    assert (tmp_path / "icons" / "hicolor" / "scalable" / "apps" / "cloister.svg").is_file()
    run("--remove")
    assert not list(tmp_path.rglob("cloister.*"))


# --- writing from the right ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "from_right"), [("שלום 7", True), ("+353 91", False), ("12 Sea View", False), ("", False)]
)
def test_the_way_of_writing_is_that_of_the_first_letter(text: str, from_right: bool) -> None:
    assert is_from_right(text) is from_right
