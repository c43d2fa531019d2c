"""Reviewing: decisions, undo, rules, notes and signatures, searching, pages large and turned."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from pytestqt.qtbot import QtBot

from app.desktop.findings import Review
from app.desktop.findings_panel import DOUBTFUL, TYPE
from app.desktop.main_window import MainWindow
from app.desktop.page_geometry import Geometry
from app.desktop.resources import folder
from app.documents import Analysis, Box, Document, Entity, Operator, Page, Source
from app.masking import PRESETS, Policy, TypeRule
from app.pipeline.workspace import DocumentRow, Picture, Workspace
from app.store import notes
from tests.desktop.conftest import LETTER, open_review, put_analysed, wait


@pytest.fixture
def review(workspace: Workspace, known: DocumentRow) -> Review:
    return Review(workspace.review(known.id), PRESETS["share_outside"])


def found(review: Review, text: str) -> list[bool]:
    return [f.kept for f in review.findings() if f.text == text]


def test_take_out_everywhere_and_all_like_this(review: Review) -> None:
    assert review.add_everywhere("KNOWS") == 1
    assert review.add_everywhere("giraffe") == 0
    bob = next(f for f in review.findings() if f.text == "Bob Ray")
    review.keep(review.same_as(bob))
    assert found(review, "Bob Ray") == [True, True]
    review.undo.undo()
    assert found(review, "Bob Ray") == [False, False]


def test_undo_has_no_end(review: Review) -> None:
    bob = next(f for f in review.findings() if f.text == "Bob Ray")
    for _ in range(300):
        review.toggle(next(f for f in review.findings() if f.span == bob.span))
    for _ in range(300):
        review.undo.undo()
    assert review.decisions == ()
    assert not review.undo.canUndo()
    review.undo.redo()
    assert found(review, "Bob Ray") == [True, False]


def test_another_type_is_what_the_copy_is_made_with(
    reviewed: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    view = reviewed.review
    assert view.review is not None
    bob = next(f for f in view.review.findings() if f.text == "Bob Ray")
    view.do.set_type(bob, "ORGANIZATION")
    changed = next(f for f in view.review.findings() if f.span == bob.span)
    assert (changed.type, changed.kept, changed.decided) == ("ORGANIZATION", False, True)
    number = view.review.reading.row.id
    wait(qtbot, lambda: len(workspace.review(number).decisions) == 1)
    plan = workspace.plan(number, PRESETS["share_outside"])
    assert next(r.type for r in plan.removals if r.start == bob.start) == "ORGANIZATION"


def test_rules_of_the_policy_show_in_the_review(review: Review) -> None:
    policy = Policy(
        "p", "P", {"EMAIL_ADDRESS": TypeRule(Operator.KEEP)}, allow=("bob ray",), deny=("file *",)
    )
    review.set_policy(policy)
    assert found(review, "Bob Ray") == [True, True]
    assert found(review, "bob.ray@example.org") == [True]
    rule = next(f for f in review.findings() if f.text == "file 17")
    assert "always" in rule.why and not rule.kept
    review.keep([rule])
    assert found(review, "file 17") == [True]


def test_findings_between_two_places_are_those_that_a_full_look_gives(review: Review) -> None:
    for start in range(0, len(LETTER), 7):
        for end in range(start + 1, len(LETTER), 11):
            assert review.between(start, end) == [
                f for f in review.findings() if f.start < end and f.end > start
            ]


def test_doubtful_findings_come_first_when_asked(reviewed: MainWindow) -> None:
    panel = reviewed.review.findings
    places = [f.start for f in panel.model.shown()]
    assert places == sorted(places)
    reviewed.review.do.doubtful.trigger()
    assert panel.order.currentData() == DOUBTFUL
    assert panel.model.shown()[0].text == "Anna Smith"
    panel.order.setCurrentIndex(panel.order.findData(TYPE))
    assert panel.model.shown()[0].type == "EMAIL_ADDRESS"


def test_the_legend_shows_one_type_and_why_it_was_found(reviewed: MainWindow) -> None:
    panel = reviewed.review.findings
    panel.types.setCurrentIndex(panel.types.findData("PERSON"))
    assert {f.type for f in panel.model.shown()} == {"PERSON"}
    panel.step(1)
    assert "it stands in the list" in panel.why.text()
    assert "95%" in panel.why.text()
    email = next(f for f in reviewed.review.review.findings() if f.type == "EMAIL_ADDRESS")  # type: ignore[union-attr]
    panel.select(email)
    assert panel.current() == email


def test_a_check_mark_is_a_decision(reviewed: MainWindow) -> None:
    model = reviewed.review.findings.model
    index = model.index(0, 0)
    assert model.data(index, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert model.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert model.data(model.index(0, 0), Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert reviewed.review.review is not None and reviewed.review.review.decisions[0].keep


def test_search_goes_round_and_takes_out_all(reviewed: MainWindow, qtbot: QtBot) -> None:
    view = reviewed.review
    view.search.setText("bob RAY")
    wait(qtbot, lambda: len(view.hits) >= 2)
    hits = len(view.hits)
    for number in (1, 2):
        view.next_hit()
        assert view._said.text() == f"{number} of {hits}"
    view.search.setText("knows")
    view.do.mark_all.trigger()
    assert view.review is not None
    assert any(f.text == "knows" and f.type == "TERM" for f in view.review.findings())


def test_the_copy_stands_beside_the_document(reviewed: MainWindow, qtbot: QtBot) -> None:
    view = reviewed.review
    view.do.beside.trigger()
    assert view.copy_text.isVisible()
    wait(qtbot, lambda: "█" in view.copy_text.toPlainText())
    assert "Bob Ray" not in view.copy_text.toPlainText()
    assert view.review is not None
    view.review.keep([f for f in view.review.findings() if f.text == "Bob Ray"])
    wait(qtbot, lambda: "Bob Ray knows" in view.copy_text.toPlainText())


def test_a_decision_becomes_a_rule_for_the_next_document(
    reviewed: MainWindow, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    view = reviewed.review
    view.findings.step(1)
    finding = view.findings.current()
    assert finding is not None and finding.text == "Bob Ray"
    view.do.never.trigger()
    wait(qtbot, lambda: "Bob Ray" in reviewed.session.policy.allow)
    wait(qtbot, lambda: view.review is not None and found(view.review, "Bob Ray") == [True, True])
    row = put_analysed(workspace, tmp_path / "next.txt", "Bob Ray again", [("Bob Ray", "PERSON", 0.9)])
    open_review(reviewed, row.id, qtbot)
    assert view.review is not None and found(view.review, "Bob Ray") == [True]
    assert not workspace.plan(row.id, reviewed.session.policy).removals


def test_the_pattern_of_a_finding_finds_its_kin(
    reviewed: MainWindow, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    row = put_analysed(
        workspace, tmp_path / "numbers.txt", "Case AB-1234 and case CD-9876.", [("AB-1234", "ID", 0.9)]
    )
    open_review(reviewed, row.id, qtbot)
    reviewed.review.findings.step(1)
    reviewed.review.do.shape.trigger()
    wait(qtbot, lambda: bool(reviewed.session.policy.deny))
    review = reviewed.review
    wait(qtbot, lambda: review.review is not None and found(review.review, "CD-9876") == [False])


def test_next_document_follows_the_list(
    reviewed: MainWindow, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    second = put_analysed(workspace, tmp_path / "second.txt", "Second.", [])
    reviewed.session.reload()
    wait(qtbot, lambda: len(reviewed.inbox.model.rows()) == 2)
    view = reviewed.review
    view.do.after.trigger()
    wait(qtbot, lambda: view.review is not None and view.review.reading.row.id == second.id)
    assert view._place.text() == "Document 2 of 2"
    view.do.before.trigger()
    wait(qtbot, lambda: view.review is not None and view.review.reading.row.id != second.id)


def test_two_people_sign_and_a_new_decision_takes_it_back(
    reviewed: MainWindow, workspace: Workspace, known: DocumentRow, qtbot: QtBot
) -> None:
    panel = reviewed.review.notes
    for initials, kind in (("AB", "Reviewed by AB"), ("CD", "Checked by CD")):
        panel.initials.setText(initials)
        panel.sign.trigger()
        wait(qtbot, lambda kind=kind: kind in panel.state.text())  # type: ignore[misc]
    assert reviewed.review.review is not None
    reviewed.review.review.keep(reviewed.review.review.findings()[:1])
    wait(qtbot, lambda: panel.state.text() == "Not signed yet.")
    assert workspace.library.audit(1)[0].action == "signatures withdrawn"


def test_notes_are_kept_and_deleted(
    reviewed: MainWindow, workspace: Workspace, known: DocumentRow, qtbot: QtBot
) -> None:
    panel = reviewed.review.notes
    panel.text.setText("ask again")
    panel.add.trigger()
    wait(qtbot, lambda: panel.list.count() == 1)
    assert "ask again" in panel.list.item(0).text()
    panel.list.setCurrentRow(0)
    panel.remove.trigger()
    wait(qtbot, lambda: panel.list.count() == 0)
    assert notes.notes(workspace.library, known.id) == []


def test_leaving_a_review_leaves_nothing_of_it_in_the_window(reviewed: MainWindow) -> None:
    view = reviewed.review
    view.do.back.trigger()
    assert view.text.toPlainText() == ""
    assert view.facts.toPlainText() == ""
    assert view.findings.model.rows() == []
    assert view.heading.text() == "Review"


# --- pages ------------------------------------------------------------------------------------------


def paged(pages: int, width: float = 200, height: float = 300) -> Document:
    """A document whose pages each hold the ten letters of "abcdefghij" in a row."""
    text = "abcdefghij" * pages
    boxes = np.array([[10 + 10 * i, 20, 19 + 10 * i, 30] for i in range(10)], dtype=np.float32)
    made = tuple(Page(n + 1, width, height, 10 * n, 10 * n + 10, boxes) for n in range(pages))
    source = Source("/x/p.pdf", hashlib.sha256(text.encode()).hexdigest(), 1, "application/pdf", "pdf")
    return Document(source, text, pages=made)


class PagedWorkspace:
    """Draws white pages at once and counts them."""

    def __init__(self) -> None:
        self.drawn: list[int] = []

    def render(self, document_id: int, page: int, scale: float) -> Picture:
        self.drawn.append(page)
        width, height = max(1, round(200 * scale)), max(1, round(300 * scale))
        return Picture(width, height, b"\xff" * (width * height * 3))


def put_paged(workspace: Workspace, pages: int, entities: tuple[Entity, ...] = ()) -> int:
    row = workspace.library.add(Path("/x/p.pdf"), 1)
    workspace.library.save_result(row.id, paged(pages), Analysis(entities), 0.1)
    return row.id


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_box_that_is_drawn_is_the_box_that_is_meant(turn: int) -> None:
    geometry = Geometry(paged(3).pages, 500.0, turn, 16)
    box = Box(10, 20, 60, 90)
    back = geometry.box(1, geometry.area(1, box))
    assert [back.x0, back.y0, back.x1, back.y1] == pytest.approx([10, 20, 60, 90])
    assert geometry.page_area(1).contains(geometry.area(1, box))
    assert geometry.at_share(geometry.share(700.0)) == pytest.approx(700.0)


def test_a_thousand_pages_draw_only_those_that_are_seen(
    window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    drawing = PagedWorkspace()
    monkeypatch.setattr(workspace, "render", drawing.render)
    entities = tuple(Entity("PERSON", 10 * n, 10 * n + 3, "abc", 0.9, "test") for n in range(1000))
    number = put_paged(workspace, 1000, entities)
    open_review(window, number, qtbot)
    view = window.review.pages
    wait(qtbot, lambda: bool(drawing.drawn))
    window.review.findings.select(window.review.review.findings()[700])  # type: ignore[union-attr]
    window.review.choose(window.review.review.findings()[700])  # type: ignore[union-attr]
    assert 698 <= view.page_in_view() <= 702
    wait(qtbot, lambda: 701 in drawing.drawn)
    qtbot.wait(300)
    assert len(set(drawing.drawn)) < 60
    assert window.review.thumbnails.currentIndex().row() in range(698, 703)


def test_marks_are_drawn_where_the_words_stand_and_a_box_marks_words(
    window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(workspace, "render", PagedWorkspace().render)
    number = put_paged(workspace, 2, (Entity("PERSON", 0, 3, "abc", 0.9, "test"),))
    open_review(window, number, qtbot)
    view, review = window.review.pages, window.review.review
    assert review is not None
    wait(
        qtbot, lambda: view._pictures.get(view._pages[0], view._geometry.scales[0], view._is_near) is not None
    )
    area = view._geometry.area(0, Box(10, 20, 39, 30))
    point = area.center().toPoint()
    plain = view.viewport().grab().toImage().pixelColor(point)
    assert plain.red() > plain.blue() + 20, "a person's mark is red"
    assert view._finding_at(area.center()) is not None
    view.mark_area(view._geometry.area(0, Box(55, 15, 95, 35)))
    assert [f.text for f in review.findings() if f.added] == ["fghi"]
    corner = view._geometry.area(0, Box(100, 200, 150, 250))
    view.mark_area(QRectF(corner))
    ((page, box),) = review.areas
    assert page == 1 and box == pytest.approx((100, 200, 150, 250), abs=0.5)
    wait(qtbot, lambda: workspace.review(number).areas == review.areas)
    assert [area.box for area in workspace.plan(number, window.session.policy).areas] == [box]
    shade = view.viewport().grab().toImage().pixelColor(corner.center().toPoint())
    assert shade.lightness() < 255, "the area is seen"
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=corner.center().toPoint())
    assert review.areas == ()
    review.undo.undo()
    assert len(review.areas) == 1
    view.mark_area(view._geometry.area(0, Box(55, 15, 95, 35)), whole=True)
    assert len(review.areas) == 2, "with Shift an area with words goes whole"
    view.rotate()
    assert view._geometry.page_area(0).width() > view._geometry.page_area(0).height()
    before = view._geometry.scales[0]
    view.zoom(1.2)
    assert view._geometry.scales[0] == pytest.approx(before * 1.2)
    view.zoom(0)
    assert view._geometry.scales[0] == pytest.approx(before)


@pytest.mark.slow
def test_a_real_page_is_shown_and_its_copy_is_black(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    path = folder("samples") / "payslip-may.pdf"
    window.session.add([path])
    wait(qtbot, lambda: [row.state for row in window.inbox.model.rows()] == ["ready"], 90_000)
    open_review(window, window.inbox.model.rows()[0].id, qtbot)
    view = window.review
    view.do.beside.trigger()
    wait(qtbot, lambda: view.copy_pages._plan is not None)
    page = view.copy_pages
    wait(
        qtbot,
        lambda: page._pictures.get(page._pages[0], page._geometry.scales[0], page._is_near) is not None,
        30_000,
    )
    removal = view.copy_pages._plan.removals[0]  # type: ignore[union-attr]
    box = view.review.boxes(page._pages[0], removal.start, removal.end)[0]  # type: ignore[union-attr]
    middle = (page._geometry.area(0, box).center() - page._offset()).toPoint()
    assert page.viewport().grab().toImage().pixelColor(middle).lightness() == 0
    assert view.thumbnails.model().rowCount() == 1
