"""The page for screening: blind until names are asked for, wanted skills, and a table to take away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.analysis.understanding.screening import Profile, Spoken
from app.desktop.main_window import MainWindow
from app.desktop.screening_page import ScreeningPage
from app.pipeline import screening
from app.pipeline.screening import Candidate, Screening
from tests.desktop.conftest import wait

FOUND = Screening(
    (
        Candidate(1, Profile(("Nurse, Leeds · 2010",), ("BSc",), ("Triage",), (Spoken("sv", "C2"),), "Nurse ▒▒▒"), {}, "/cvs/mara.pdf", "Mara Lindqvist"),
        Candidate(2, Profile((), (), ("Python",), (), "Python developer"), {}, "/cvs/b.pdf", ""),
    ),
    ("/cvs/bill.pdf",),
    {},
)  # fmt: skip


@pytest.fixture
def page(window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> ScreeningPage:
    """The page after a folder was compared; what compares is tested without a window."""
    monkeypatch.setattr(screening, "screen", lambda *given, **how: FOUND)
    window.show_page("screening")
    shown = window.page("screening")
    assert isinstance(shown, ScreeningPage)
    with qtbot.waitSignal(shown.compared, timeout=30_000):
        shown.compare([Path("/cvs")])
    return shown


def heads(page: ScreeningPage) -> list[str]:
    titles = []
    for column in range(page.table.columnCount()):
        item = page.table.horizontalHeaderItem(column)
        assert item is not None
        titles.append(item.text())
    return titles


def texts(page: ScreeningPage) -> str:
    items = [
        page.table.item(r, c) for r in range(page.table.rowCount()) for c in range(page.table.columnCount())
    ]
    return "\n".join(item.text() for item in items if item is not None)


def test_candidates_stand_side_by_side_without_names(page: ScreeningPage) -> None:
    assert heads(page) == ["Candidate 1", "Candidate 2"]
    assert "Nurse, Leeds" in texts(page)
    assert "Swedish (C2)" in texts(page)
    assert "Mara" not in texts(page) + page.said()
    assert page.said() == "2 CVs, 1 other document left out"
    page.table.setCurrentCell(0, 1)
    assert page.text.toPlainText() == "Python developer"


def test_names_are_shown_on_demand_and_hidden_for_other_cvs(page: ScreeningPage, qtbot: QtBot) -> None:
    page.names.setChecked(True)
    assert heads(page) == ["Mara Lindqvist", "b.pdf"]
    with qtbot.waitSignal(page.compared, timeout=30_000):
        page.compare([Path("/cvs")])
    assert heads(page) == ["Candidate 1", "Candidate 2"]


def test_wanted_skills_are_answered_for_each(page: ScreeningPage, qtbot: QtBot) -> None:
    page.wanted.setText("Python, Triage, python developer")
    page.wanted.editingFinished.emit()
    wait(qtbot, lambda: page.table.rowCount() == 7)
    assert texts(page).split("\n")[:6] == ["–", "✓", "✓", "–", "–", "✓"]


def test_the_comparison_is_written_as_it_is_shown(page: ScreeningPage, tmp_path: Path, qtbot: QtBot) -> None:
    table, plain, open_ = tmp_path / "a.csv", tmp_path / "a.json", tmp_path / "b.json"
    page.write(table)
    page.write(plain)
    wait(qtbot, lambda: table.exists() and plain.exists())
    assert "Candidate 1" in table.read_text("utf-8-sig")
    assert "Mara" not in table.read_text("utf-8-sig") + plain.read_text()
    page.names.setChecked(True)
    page.write(open_)
    wait(qtbot, open_.exists)
    assert json.loads(open_.read_text())["candidates"][0]["name"] == "Mara Lindqvist"
