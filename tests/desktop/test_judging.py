"""What a decision changes is worked out in that place alone, and comes out as if all had been worked out anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app.desktop.findings import Review
from app.desktop.judging import Judged
from app.desktop.main_window import MainWindow
from app.documents import Page
from app.masking import PRESETS, Policy
from app.pipeline.workspace import DocumentRow, Reading, SpanDecision, Workspace
from tests.desktop.conftest import open_review, put_analysed

TYPES = ("PERSON", "TERM", "EMAIL_ADDRESS")


@pytest.fixture
def reading(workspace: Workspace, known: DocumentRow) -> Reading:
    return workspace.review(known.id)


def on_pages(reading: Reading) -> Reading:
    """The same text on pages of forty characters."""
    text = reading.document.text
    pages = tuple(
        Page(
            number + 1,
            100,
            100,
            at,
            min(len(text), at + 40),
            np.zeros((min(40, len(text) - at), 4), np.float32),
        )
        for number, at in enumerate(range(0, len(text), 40))
    )
    return replace(reading, document=replace(reading.document, pages=pages))


@pytest.fixture
def policy() -> Policy:
    return replace(PRESETS["share_outside"], deny=("file 17", "Bob"), allow=("Anna Smith",))


def decisions(reading: Reading) -> st.SearchStrategy[list[SpanDecision]]:
    """On findings, on what a rule finds, and anywhere else."""
    text = reading.document.text
    spans = [(e.start, e.end) for e in reading.analysis.entities] + [
        (0, 4),
        (text.index("file"), text.index("file") + 7),
    ]
    one = st.builds(
        lambda span, type_, keep: SpanDecision(span[0], span[1], type_, keep),
        st.sampled_from(spans) | st.tuples(st.integers(0, 40), st.integers(41, 80)),
        st.sampled_from(TYPES),
        st.booleans(),
    )
    return st.lists(one, max_size=6, unique_by=lambda decision: (decision.start, decision.end))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_change_gives_what_starting_anew_gives(
    reading: Reading, policy: Policy, data: st.DataObject
) -> None:
    reading = on_pages(reading)
    judged = Judged(reading, policy, ())
    for _ in range(3):
        made = data.draw(decisions(reading))
        judged.change(made)
        anew = Judged(reading, policy, made)
        assert judged.findings == anew.findings
        assert judged.between(10, 60) == anew.between(10, 60)
        assert judged.counts == anew.counts


def test_a_list_handed_out_before_stays_as_it_was(reading: Reading, policy: Policy) -> None:
    judged = Judged(reading, policy, ())
    before = judged.findings
    kept = list(before)
    judged.change([SpanDecision(before[0].start, before[0].end, before[0].type, True)])
    assert before == kept and judged.findings != before


def test_what_was_worked_out_before_the_last_decision_is_brought_up_to_date(
    reading: Reading, policy: Policy
) -> None:
    review = Review(reading, PRESETS["share_outside"])
    late = Judged(reading, policy, review.decisions)
    first = review.findings()[0]
    review.keep([first])
    review.adopt(late)
    assert [f.kept for f in review.findings() if f.span == first.span] == [True]
    assert review.policy == policy


def test_marks_of_a_long_text_follow_the_scroll(
    window: MainWindow, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    lines = 3000
    text = "".join(f"{number:05} Bob Ray was here and there and wrote it down.\n" for number in range(lines))
    path = tmp_path / "long.txt"
    path.write_text(text)
    row = put_analysed(workspace, path, text, [("Bob Ray", "PERSON", 0.9)])
    open_review(window, row.id, qtbot)
    view = window.review.text
    assert 0 < len(view.extraSelections()) < lines / 4
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    last = max(mark.cursor.position() for mark in view.extraSelections())
    assert last > len(text) - 60
