"""The Library: facets, ways to search, near twins, and what is sensitive for us."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.desktop.library_page import LibraryPage
from app.desktop.main_window import MainWindow
from app.pipeline import searching
from app.pipeline.lessons import Chosen, learn_sides
from app.pipeline.workspace import DocumentRow, Workspace
from tests.cli.test_teach import invoice, letter
from tests.desktop.conftest import put_analysed, wait

LONG = "The kitchen floor was flooded when the pipe behind the sink burst on a Sunday in May, and the plumber came late."


@pytest.fixture
def rows(workspace: Workspace, tmp_path: Path) -> list[DocumentRow]:
    texts = [(f"in/aunt{n}.txt", letter(n), "letter") for n in range(4)]
    texts += [(f"out/bill{n}.txt", invoice(n), "invoice") for n in range(4)]
    texts += [("out/report.txt", f"{LONG} Mr Jon Smith saw it.", "report")]
    texts += [("out/again.txt", f"{LONG} Mr Jon Smith saw it!!", "report")]
    found = []
    for name, text, kind in texts:
        people = [("Jon Smith", "PERSON", 0.9)]
        found.append(put_analysed(workspace, tmp_path / name, text, people, kind))
    return found


@pytest.fixture
def page(window: MainWindow, rows: list[DocumentRow], qtbot: QtBot) -> LibraryPage:
    window.show_page("library")
    shown = window.page("library")
    assert isinstance(shown, LibraryPage)
    wait(qtbot, lambda: len(shown.model.shown()) == 10)
    return shown


def names_of(page: LibraryPage) -> set[str]:
    return {row.name for row in page.model.shown()}


def test_folders_and_languages_are_facets(page: LibraryPage, tmp_path: Path) -> None:
    page.folders.setCurrentIndex(page.folders.findData(str(tmp_path / "in")))
    assert names_of(page) == {f"aunt{n}.txt" for n in range(4)}
    page.languages.setCurrentIndex(page.languages.findData("en"))
    assert len(names_of(page)) == 4
    page._clear()
    assert len(names_of(page)) == 10


def test_a_person_is_found_however_the_name_is_spelled(page: LibraryPage, qtbot: QtBot) -> None:
    page.how.setCurrentIndex(page.how.findData("person"))
    page.search.setText("Smyth, J.")
    page._find()
    wait(qtbot, lambda: names_of(page) == {"report.txt", "again.txt"})


def test_meaning_finds_other_words(page: LibraryPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    asked: list[tuple[str, str]] = []
    real = searching.search

    def watch(library: object, query: str, how: str = "words") -> object:
        asked.append((query, how))
        return real(library, query, how)  # type: ignore[arg-type]

    monkeypatch.setattr(searching, "search", watch)
    page.search.setText("plumber")
    page.how.setCurrentIndex(page.how.findData("meaning"))
    wait(qtbot, lambda: "report.txt" in names_of(page) and len(names_of(page)) < 10)
    assert asked == [("plumber", "meaning")]


def test_near_twins_stand_together_with_their_likeness(page: LibraryPage, qtbot: QtBot) -> None:
    page.near.setChecked(True)
    wait(qtbot, lambda: names_of(page) >= {"report.txt", "again.txt"} and len(names_of(page)) < 10)
    assert page._groups is not None
    assert all(text for text in page._groups.values())
    page.near.setChecked(False)
    assert len(names_of(page)) == 10


def test_what_is_sensitive_can_be_chosen(
    window: MainWindow, workspace: Workspace, rows: list[DocumentRow], page: LibraryPage, qtbot: QtBot
) -> None:
    assert not page.sensitive.isVisibleTo(page)
    digests = [row.sha256 for row in rows]
    learn_sides(workspace, Chosen(tuple(digests[:3])), Chosen(tuple(digests[4:7])))
    window.session.reload()
    wait(qtbot, lambda: page.sensitive.findData("yes") >= 0)
    page.sensitive.setCurrentIndex(page.sensitive.findData("yes"))
    assert names_of(page) >= {f"aunt{n}.txt" for n in range(4)}
    assert not names_of(page) & {f"bill{n}.txt" for n in range(4)}
    column = page.model.columns[1]
    assert all("sensitive" in column.text(row) for row in page.model.shown())
    in_inbox = {row.name: window.inbox.model.columns[1].text(row) for row in window.inbox.model.rows()}
    assert all("sensitive" in in_inbox[name] for name in names_of(page))
    assert not any("sensitive" in in_inbox[f"bill{n}.txt"] for n in range(4))
