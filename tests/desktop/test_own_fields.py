"""A value marked in two documents is found in the others; facts, clauses and cells lead to their places."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from app.desktop.facts import fact_rows
from app.desktop.fields_page import FieldsPage
from app.desktop.main_window import MainWindow
from app.desktop.own_field_dialog import OwnFieldDialog
from app.documents import Category, Field
from app.pipeline.workspace import DocumentRow, Workspace
from tests.cli.test_fields import claim
from tests.desktop.conftest import open_review, put_analysed, wait


@pytest.fixture
def claims(workspace: Workspace, tmp_path: Path) -> list[DocumentRow]:
    rows = [put_analysed(workspace, tmp_path / f"claim{n}.txt", claim(n), []) for n in range(5)]
    rows.append(put_analysed(workspace, tmp_path / "garden.txt", "The garden is green all day long.\n", []))
    return rows


def dialog_of(window: MainWindow) -> OwnFieldDialog:
    window.review.do.field.trigger()
    dialog = window.review.do._field_dialog
    assert dialog is not None
    return dialog


def mark_in(window: MainWindow, row: DocumentRow, value: str, name: str, qtbot: QtBot) -> OwnFieldDialog:
    """Drag over the value in the open dialog's document and name it."""
    open_review(window, row.id, qtbot)
    dialog = dialog_of(window)
    review = window.review.review
    assert review is not None
    start = review.text.index(value)
    window.review.text.marked.emit(start, start + len(value) + 1)  # with the line's end, as one drags
    assert dialog.value.text() == value
    assert review.decisions == ()  # it was not taken out
    dialog.name.setEditText(name)
    dialog.keep.trigger()
    wait(qtbot, lambda: not dialog.busy)
    return dialog


def values(workspace: Workspace, name: str) -> list[str]:
    found = []
    for row in workspace.rows():
        fields = workspace.library.reading(row.id).analysis.fields
        found.append(next((field.value for field in fields if field.name == name), ""))
    return found


def test_two_marked_documents_fill_in_the_others_and_undo_takes_them_back(
    window: MainWindow, workspace: Workspace, claims: list[DocumentRow], qtbot: QtBot
) -> None:
    dialog = mark_in(window, claims[0], "NM-4410-A", "Policy ref", qtbot)
    assert "another document" in dialog.said()
    assert set(values(workspace, "policy_ref")) == {""}
    dialog = mark_in(window, claims[1], "NM-4441-B", "Policy ref", qtbot)
    assert "Learned from 2 documents" in dialog.said()
    assert "2 of them" in dialog.said()
    assert values(workspace, "policy_ref") == [
        "NM-4410-A",
        "NM-4441-B",
        "NM-4472-C",
        "NM-4503-D",
        "NM-4534-E",
        "",
    ]
    wait(qtbot, lambda: "Policy ref: NM-4441-B" in window.review.facts.toPlainText())
    dialog.undo.trigger()
    wait(qtbot, lambda: not dialog.busy)
    assert "Policy ref" in dialog.said()
    assert set(values(workspace, "policy_ref")) == {""}


def test_a_value_can_be_typed_instead(
    window: MainWindow, workspace: Workspace, claims: list[DocumentRow], qtbot: QtBot
) -> None:
    for row, value in ((claims[0], "Ada  Brook"), (claims[1], "Tom Reed")):
        open_review(window, row.id, qtbot)
        dialog = dialog_of(window)
        dialog.value.setText(value)
        dialog.value.textEdited.emit(value)
        dialog.name.setEditText("Adjuster")
        dialog.keep.trigger()
        wait(qtbot, lambda: not dialog.busy)  # noqa: B023
    assert values(workspace, "adjuster")[2:5] == ["Una Marsh", "Ole Hart", "Ivy Dell"]


def test_what_is_wrong_with_a_mark_is_said(
    window: MainWindow, claims: list[DocumentRow], qtbot: QtBot
) -> None:
    open_review(window, claims[0].id, qtbot)
    dialog = dialog_of(window)
    dialog.keep.trigger()
    assert "first" in dialog.said()
    for value, name, words in (
        ("nowhere", "Adjuster", "does not stand"),
        ("Ada Brook", "Document", "column"),
    ):
        dialog.value.setText(value)
        dialog.value.textEdited.emit(value)
        dialog.name.setEditText(name)
        dialog.keep.trigger()
        wait(qtbot, lambda: not dialog.busy)
        assert words in dialog.said()


def test_with_the_dialog_closed_dragging_takes_out_again(
    window: MainWindow, claims: list[DocumentRow], qtbot: QtBot
) -> None:
    open_review(window, claims[0].id, qtbot)
    dialog_of(window).reject()
    window.review.text.marked.emit(0, 8)
    review = window.review.review
    assert review is not None
    assert len(review.decisions) == 1


CONTRACT = (
    "SERVICES AGREEMENT\n\nThis Agreement shall be governed by the laws of Ireland.\n\n"
    "The total liability of either party shall not exceed EUR 10,000.\n"
)


@pytest.fixture
def contract(workspace: Workspace, tmp_path: Path) -> DocumentRow:
    row = put_analysed(workspace, tmp_path / "contract.txt", CONTRACT, [], "contract")
    reading = workspace.library.reading(row.id)
    fields = []
    for name, words in (("governing_law", "Ireland"), ("liability_cap", "The total liability of either party shall not exceed EUR 10,000.")):  # fmt: skip
        start = CONTRACT.index(words)
        fields.append(Field(name, words, None, start, start + len(words), 0.9))
    fields += [
        Field(
            "line_item_amount", "10,000", None, CONTRACT.index("10,000"), CONTRACT.index("10,000") + 6, 0.9, 0
        )
    ]
    analysis = replace(reading.analysis, fields=tuple(fields), category=Category("contract", 0.9))
    return workspace.library.save_result(row.id, reading.document, analysis, 0.1)


def test_clauses_of_a_contract_are_shown_each_with_its_place(
    window: MainWindow, workspace: Workspace, contract: DocumentRow, qtbot: QtBot
) -> None:
    open_review(window, contract.id, qtbot)
    panel = window.review.facts
    text = panel.toPlainText()
    assert "Clauses" in text
    assert "Liability cap: “The total liability" in text
    assert "Non-compete" in text.split("Not found")[1]  # what a reviewer must look for by eye
    assert "Liability cap" not in text.split("Not found")[1].split("Look for")[0]
    item = next(
        panel.list.item(n)
        for n in range(panel.list.count())
        if "Liability cap: " in panel.list.item(n).text()
    )
    panel.list.itemClicked.emit(item)
    shown = window.review.text._hits
    assert [CONTRACT[a:b][:9] for a, b in shown] == ["The total"]


def test_every_fact_with_a_place_leads_to_its_own_words(
    window: MainWindow, workspace: Workspace, contract: DocumentRow, claims: list[DocumentRow]
) -> None:
    reading = workspace.review(contract.id)
    places = [fact.place for fact in fact_rows(reading) if fact.place is not None]
    assert len(places) == 3
    assert {CONTRACT[a:b] for a, b in places} >= {"Ireland", "10,000"}
    letter = workspace.review(claims[0].id)
    assert not any("Not found" in fact.text for fact in fact_rows(letter))


def test_a_statement_of_many_pages_does_not_fill_the_list_with_all_its_rows(
    workspace: Workspace, contract: DocumentRow
) -> None:
    reading = workspace.review(contract.id)
    rows = tuple(Field("transaction_amount", "1.00", None, 0, 4, 0.9, number) for number in range(3000))
    facts = fact_rows(replace(reading, analysis=replace(reading.analysis, fields=rows)))
    assert len(facts) < 600
    assert "2,500 more" in " ".join(fact.text for fact in facts)


def test_a_cell_of_the_table_opens_the_document_at_its_place(
    window: MainWindow, workspace: Workspace, contract: DocumentRow, qtbot: QtBot
) -> None:
    window.show_page("fields")
    page = window.page("fields")
    assert isinstance(page, FieldsPage)
    wait(qtbot, lambda: len(page.model.shown()) == 2)
    column = [c.title for c in page.model.columns].index("Governing law")
    row = next(
        n for n in range(2) if page.model.columns[column].text(page.model.row_at(page.model.index(n, 0)))
    )
    page.view.setCurrentIndex(page.model.index(row, column))
    page._show_place()
    wait(qtbot, lambda: window.review.review is not None)
    wait(qtbot, lambda: [CONTRACT[a:b] for a, b in window.review.text._hits] == ["Ireland"])
    window.session.place_wanted.emit(contract.id, 0, 8)  # it is open already
    assert list(window.review.text._hits) == [(0, 8)]


def test_the_table_is_written_as_workbook_and_json(
    window: MainWindow, workspace: Workspace, contract: DocumentRow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.show_page("fields")
    page = window.page("fields")
    assert isinstance(page, FieldsPage)
    wait(qtbot, lambda: len(page.model.shown()) == 2)
    book, plain = tmp_path / "fields.xlsx", tmp_path / "fields.json"
    page.write(book)
    page.write(plain)
    wait(qtbot, lambda: book.exists() and plain.exists())
    sheet = openpyxl.load_workbook(book).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]][:3] == ["Document", "Kind", "Language"]
    rows = json.loads(plain.read_text())["rows"]
    assert rows[0]["class"] == "contract"
    assert rows[0]["governing_law"] == "Ireland"


def test_badges_say_what_the_document_is(
    window: MainWindow, workspace: Workspace, contract: DocumentRow, qtbot: QtBot
) -> None:
    open_review(window, contract.id, qtbot)
    kind, sensitive = window.review.badges
    assert kind.text() == "Contract"
    assert "90%" in kind.toolTip()
    assert not sensitive.isVisibleTo(window.review)
    window.review.do.back.trigger()
    assert kind.text() == ""


def test_sums_that_disagree_are_noted_below_the_facts(workspace: Workspace, contract: DocumentRow) -> None:
    reading = workspace.review(contract.id)
    warning = "Net and tax come to 240.00, but the total is 260.00. Check this by eye."
    analysis = replace(reading.analysis, warnings=(warning,))
    assert f"Note: {warning}" in [fact.text for fact in fact_rows(replace(reading, analysis=analysis))]
