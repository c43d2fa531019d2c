"""The page for feedback: a chart, topics that filter, and a table to take away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.desktop.feedback_chart import Bars
from app.desktop.feedback_page import FeedbackPage
from app.desktop.main_window import MainWindow
from app.pipeline import feedback
from app.pipeline.feedback import About, Feedback, Item
from app.pipeline.workspace import Workspace
from tests.desktop.conftest import wait

FOUND = Feedback(
    (
        Item("/a/one.txt", "", "The parcel came broken.", "en", "negative", -0.9, ("parcel",)),
        Item("/a/two.csv", "B2", "Lovely chairs!", "en", "positive", 0.8, ("chairs",)),
        Item("/a/three.txt", "", "=1+1", "und", "unknown", 0.0),
    ),
    (
        About("parcel", 1, {"positive": 0, "neutral": 0, "negative": 1}, -0.9, ("The parcel came broken.",)),
        About("chairs", 1, {"positive": 1, "neutral": 0, "negative": 0}, 0.8, ("Lovely chairs!",)),
    ),
    {"/a/gone.pdf": "It cannot be read."},
)


@pytest.fixture
def page(window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> FeedbackPage:
    """The page after a folder was judged; what judges is tested without a window."""
    monkeypatch.setattr(feedback, "feedback", lambda *given, **how: FOUND)
    window.show_page("feedback")
    shown = window.page("feedback")
    assert isinstance(shown, FeedbackPage)
    with qtbot.waitSignal(shown.judged, timeout=30_000):
        shown.judge([Path("/a")])
    return shown


def test_the_chart_says_the_same_in_words(page: FeedbackPage) -> None:
    assert page.bars.said() == "Positive: 1, Negative: 1, Not judged: 1"
    assert page.bars.accessibleName() == "How the feedback sounds"
    assert not page.bars.grab().isNull()
    assert "3 pieces" in page.said()
    assert "1 file could not be read" in page.said()


def test_a_topic_shows_its_pieces_alone(page: FeedbackPage) -> None:
    page.topics.select_where(lambda about: about.label == "chairs")
    assert [item.text for item in page.model.shown()] == ["Lovely chairs!"]
    page.table.selectRow(0)
    assert page.text.toPlainText() == "Lovely chairs!"
    page._show_all()
    assert len(page.model.shown()) == 3


def test_the_judgements_are_written_without_formulas(
    page: FeedbackPage, tmp_path: Path, qtbot: QtBot
) -> None:
    table, plain = tmp_path / "out.csv", tmp_path / "out.json"
    page.write(table)
    page.write(plain)
    wait(qtbot, lambda: table.exists() and plain.exists())
    assert "'=1+1" in table.read_text("utf-8-sig")
    assert json.loads(plain.read_text())["counts"]["negative"] == 1


def test_an_empty_chart_takes_no_room(qtbot: QtBot) -> None:
    bars = Bars()
    qtbot.addWidget(bars)
    assert bars.toolTip()
    bars.show_counts({"positive": 0, "mixed": 0, "negative": 0})
    assert bars.said() == "Positive: 0, Negative: 0"
    assert not bars.grab().isNull()


def test_a_real_folder_is_judged_in_the_window(
    window: MainWindow, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    inbox = tmp_path / "reviews"
    inbox.mkdir()
    (inbox / "a.txt").write_text("The staff were friendly and very helpful. I love this shop.")
    (inbox / "b.txt").write_text("Terrible. The parcel arrived broken and nobody answers my mails.")
    window.show_page("feedback")
    page = window.page("feedback")
    assert isinstance(page, FeedbackPage)
    with qtbot.waitSignal(page.judged, timeout=90_000):
        page.judge([inbox])
    assert [item.label for item in page.model.shown()] == ["positive", "negative"]
    assert workspace.rows() == []
