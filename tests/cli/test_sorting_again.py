"""After a lesson, and after its undo, what the library holds already is sorted as new documents would be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.pipeline.sorting_again import sort_again
from app.pipeline.workspace import Workspace
from app.store import Library
from tests.cli.conftest import Cloister
from tests.cli.test_teach import delivery_note, invoice, letter, written


@pytest.fixture
def kept(tmp_path: Path, cloister: Cloister) -> Path:
    """A folder that the library has read: delivery notes, an invoice and a letter."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for number in (23, 24):
        written(inbox, f"note{number}.txt", delivery_note(number))
    written(inbox, "bill.txt", invoice(2))
    written(inbox, "aunt.txt", letter(4))
    written(inbox, "word.txt", "ok")
    done = cloister("process", inbox, "--out", tmp_path / "out")
    assert done.code == 0, done.err
    return inbox


@pytest.fixture
def library_folder(own_home: Path) -> Path:
    return next(own_home.rglob("library.json")).parent


def classes(folder: Path) -> dict[str, str]:
    with Library.open(folder) as library:
        return {row.name: row.category for row in library.rows()}


def test_a_lesson_and_its_undo_reach_stored_documents(
    kept: Path, tmp_path: Path, cloister: Cloister, library_folder: Path
) -> None:
    before = classes(library_folder)
    notes = [written(tmp_path, f"note{n}.txt", delivery_note(n)) for n in range(4)]
    done = cloister("teach", "delivery_note", *notes)
    assert "2 of 5 documents in the library changed" in done.out, done.err
    after = classes(library_folder)
    assert {name for name, kind in after.items() if kind == "delivery_note"} == {"note23.txt", "note24.txt"}
    assert after["bill.txt"] == before["bill.txt"]
    hits = json.loads(cloister("search", "unloading", "--class", "delivery_note", "--json").out)["hits"]
    assert len(hits) == 2
    assert "2 of 5" in cloister("teach", "--undo").out
    assert classes(library_folder) == before


def test_what_is_sensitive_for_us_is_found_in_stored_documents(
    kept: Path, tmp_path: Path, cloister: Cloister, library_folder: Path
) -> None:
    yes = [written(tmp_path, f"yes{n}.txt", letter(n)) for n in range(3)]
    no = [written(tmp_path, f"no{n}.txt", invoice(n)) for n in range(3)]
    assert cloister("teach", "--sensitive", *yes, "--not-sensitive", *no).code == 0

    def answers() -> dict[str, str]:
        found = {}
        with Library.open(library_folder) as library:
            for row in library.rows():
                for field in library.reading(row.id).analysis.fields:
                    if field.name == "sensitive":
                        found[row.name] = field.value
        return found

    assert answers()["aunt.txt"] == "yes"
    assert answers()["bill.txt"] == "no"
    assert "word.txt" not in answers()
    hits = json.loads(cloister("search", "the OR garden", "--sensitive", "yes", "--json").out)["hits"]
    assert not any(hit["path"].endswith("bill.txt") for hit in hits)
    hits = json.loads(cloister("search", "invoice", "--sensitive", "no", "--json").out)["hits"]
    assert [Path(hit["path"]).name for hit in hits] == ["bill.txt"]
    assert cloister("teach", "--undo").code == 0
    assert answers() == {}


def test_an_own_field_is_filled_in_and_taken_back_where_it_hid_a_bundled_one(
    kept: Path, cloister: Cloister, library_folder: Path
) -> None:
    def totals() -> list[tuple[str, str]]:
        with Library.open(library_folder) as library:
            row = next(row for row in library.rows() if row.name == "bill.txt")
            fields = library.reading(row.id).analysis.fields
            return [(field.name, field.value) for field in fields]

    before = totals()
    assert "total" in dict(before)
    written(kept, "bill7.txt", invoice(7))
    pairs = ("--value", "INV-902", kept / "bill.txt", "--value", "INV-907", kept / "bill7.txt")
    done = cloister("fields", "teach", "number", *pairs)
    assert "Filled in: " in done.out, done.err
    assert dict(totals())["number"] == "INV-902"
    assert cloister("fields", "undo").code == 0
    assert totals() == before


def test_the_second_lesson_needs_no_text_and_a_stopped_run_goes_on(
    kept: Path, tmp_path: Path, cloister: Cloister, library_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = [written(tmp_path, f"note{n}.txt", delivery_note(n)) for n in range(4)]
    assert cloister("teach", "delivery_note", *notes).code == 0

    def refuse(*given: object) -> None:
        raise AssertionError("the text was read again")

    monkeypatch.setattr("app.pipeline.sorting_again.document", refuse)
    assert "2 of 5" in cloister("teach", "--undo").out
    with Library.open(library_folder) as library:
        assert sort_again(library).documents == 0
    assert "delivery_note" in cloister("teach", "delivery_note", *notes).out


def test_stopping_keeps_what_is_done(
    kept: Path, tmp_path: Path, cloister: Cloister, library_folder: Path
) -> None:
    notes = [written(tmp_path, f"note{n}.txt", delivery_note(n)) for n in range(4)]
    assert cloister("teach", "delivery_note", *notes).code == 0
    space = Workspace.open(library_folder.parent)
    try:
        from app.pipeline import teaching

        assert teaching.undo(space.library, teaching.CLASSES)
        assert sort_again(space.library, stopped=lambda: True).documents == 0
        assert sort_again(space.library).changed == 2
    finally:
        space.close()
