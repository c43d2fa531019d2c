from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from app.desktop import tasks
from app.desktop.main_window import MainWindow
from app.documents import Analysis, Block, BlockKind, Category, Document, Entity, Field, Source
from app.pipeline.workspace import DocumentRow, Workspace

LETTER = "Dear Mr Bob Ray,\n\nplease write to bob.ray@example.org about file 17. Bob Ray knows.\n\nYours,\nAnna Smith\n"
READY_MS = 90_000


@pytest.fixture(autouse=True)
def no_page_is_drawn_ahead(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Starting the process that draws pages takes longer than most tests."""
    if "drawn_ahead" not in request.fixturenames:
        monkeypatch.setattr(Workspace, "warm_renderer", lambda self, sample: None)


@pytest.fixture
def drawn_ahead() -> None:
    """For tests that want that process."""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    space = Workspace.open(tmp_path / "home")
    yield space
    tasks.settle()
    space.close()


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot) -> MainWindow:
    shown = MainWindow(workspace)
    qtbot.addWidget(shown)
    with qtbot.waitSignals([shown.session.rows_changed, shown.session.policies_changed]):
        shown.show()
    return shown


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "letter.txt"
    path.parent.mkdir()
    path.write_text(LETTER)
    return path


@pytest.fixture
def known(workspace: Workspace, letter: Path) -> DocumentRow:
    """The letter as if it had been read and analysed: no worker is started."""
    return put_analysed(workspace, letter, LETTER, [
        ("Bob Ray", "PERSON", 0.95), ("bob.ray@example.org", "EMAIL_ADDRESS", 1.0), ("Anna Smith", "PERSON", 0.5),
    ])  # fmt: skip


def put_analysed(
    workspace: Workspace, path: Path, text: str, found: list[tuple[str, str, float]], category: str = "letter"
) -> DocumentRow:
    """Store a document of plain text with these findings, wherever each of them stands."""
    import hashlib
    import re

    data = text.encode()
    source = Source(str(path), hashlib.sha256(data).hexdigest(), len(data), "text/plain", "text")
    blocks = tuple(Block(BlockKind.PARAGRAPH, m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    entities = tuple(
        Entity(type_, m.start(), m.end(), m.group(), score, "test", "it stands in the list")
        for words, type_, score in found
        for m in re.finditer(re.escape(words), text)
    )
    analysis = Analysis(
        entities, "en", Category(category, 0.9), fields=(Field("date", "3 May 2024", "2024-05-03", 0, 4, 0.9),),
        keywords=("file",),
    )  # fmt: skip
    row = workspace.library.add(path, len(data))
    return workspace.library.save_result(row.id, Document(source, text, blocks), analysis, 0.1)


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    window.dropEvent(event)


def ready(window: MainWindow, count: int = 1) -> bool:
    rows = window.inbox.model.rows()
    return len(rows) == count and all(row.state in ("ready", "failed") for row in rows)


@pytest.fixture
def reviewed(window: MainWindow, known: DocumentRow, qtbot: QtBot) -> MainWindow:
    """The window with the known letter open in the review."""
    window.session.reload()
    open_review(window, known.id, qtbot)
    return window


def open_review(window: MainWindow, document_id: int, qtbot: QtBot) -> None:
    window.open_review(document_id)
    wait(
        qtbot, lambda: window.review.review is not None and window.review.review.reading.row.id == document_id
    )


def wait(qtbot: QtBot, true: Callable[[], bool], ms: int = 30_000) -> None:
    qtbot.waitUntil(true, timeout=ms)
