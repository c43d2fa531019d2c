"""Notes, signatures, the desk, and libraries of the form before them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from app.documents.errors import UsageError
from app.store import DocumentRow, Library, desk, engine, facets, keys, notes


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        yield opened


def test_a_library_without_notes_is_migrated_and_backed_up(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with Library.open(folder) as library:
        library.add(Path("/x/old.txt"), 1)
        with library.session() as session, session.begin():
            for table in ("notes", "desk", "passages", "signatures", "sketches", "sorting"):
                session.execute(text(f"DROP TABLE {table}"))
            session.execute(text("DROP INDEX ix_documents_category"))
            session.execute(text("ALTER TABLE documents DROP COLUMN sensitive"))
            session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    with Library.open(folder) as library:
        row = library.rows()[0]
        notes.add_note(library, row.id, "AB", "kept")
        assert row.name == "old.txt"
    assert list((folder / "backups").glob(f"*-before-{engine.HEAD}.db"))
    assert keys.exists(folder)


def test_a_second_person_signs_and_the_first_cannot_sign_twice(library: Library) -> None:
    row = library.add(Path("/x/a.txt"), 1)
    assert notes.sign(library, row.id, " AB ").kind == "reviewed"
    with pytest.raises(UsageError, match="somebody else"):
        notes.sign(library, row.id, "ab")
    with pytest.raises(UsageError, match="initials"):
        notes.sign(library, row.id, " ")
    assert notes.sign(library, row.id, "CD").kind == "checked"
    told = [(entry.action, entry.detail.get("initials")) for entry in library.audit(2)]
    assert told == [("second check", "CD"), ("document reviewed", "AB")]
    notes.withdraw(library, row.id)
    assert notes.notes(library, row.id) == []
    assert library.audit(1)[0].action == "signatures withdrawn"


def test_notes_stay_out_of_the_audit_and_go_with_their_document(library: Library) -> None:
    row = library.add(Path("/x/a.txt"), 1)
    written = notes.add_note(library, row.id, "AB", " ask Mr Ray ")
    assert [note.text for note in notes.notes(library, row.id)] == ["ask Mr Ray"]
    assert all("Ray" not in str(entry) for entry in library.audit())
    notes.remove_note(library, written.id)
    assert notes.notes(library, row.id) == []
    notes.add_note(library, row.id, "AB", "again")
    library.remove([row.id])
    again = library.add(Path("/x/b.txt"), 1)
    assert again.id == row.id, "the number is used again, so what hung on it must be gone"
    assert notes.notes(library, again.id) == []


def test_the_desk_remembers_what_was_being_added(library: Library, tmp_path: Path) -> None:
    paths = [tmp_path / "one", tmp_path / "two"]
    desk.start_adding(library, paths)
    desk.start_adding(library, paths[:1])
    assert desk.unfinished(library) == paths
    desk.done_adding(library, paths[:1])
    assert desk.unfinished(library) == paths[1:]
    desk.done_adding(library, paths)
    assert desk.unfinished(library) == []
    desk.set_open(library, 7)
    assert desk.get_open(library) == 7
    desk.set_open(library, None)
    assert desk.get_open(library) is None


def test_recent_files_are_few_newest_first_and_can_be_forgotten(library: Library) -> None:
    for number in range(15):
        desk.remember(library, [Path(f"/x/{number}")])
    assert desk.remember(library, [Path("/x/9")])[0] == Path("/x/9")
    assert len(desk.recent(library)) == 10
    desk.forget_recent(library)
    assert desk.recent(library) == []


def test_facets_count_and_choose() -> None:
    rows = [
        DocumentRow(1, "/a", "a", "ready", category="invoice", findings=0, added="2026-11-02T", sha256="x"),
        DocumentRow(2, "/b", "b", "ready", category="invoice", findings=12, added="2026-10-02T", sha256="y"),
        DocumentRow(3, "/c", "c", "ready", category="letter", findings=3, added="2026-11-09T", sha256="x"),
        DocumentRow(4, "/d", "d", "queued", added="2026-11-09T"),
    ]
    found = facets.facets(rows)
    assert found.categories == {"invoice": 2, "letter": 1}
    assert list(found.months.items()) == [("2026-11", 3), ("2026-10", 1)]
    assert found.counts == {"0": 1, "1-9": 1, "10-99": 1}
    assert found.duplicates == 2

    def chosen(**choice: object) -> list[int]:
        return [row.id for row in facets.choose(rows, facets.Choice(**choice))]  # type: ignore[arg-type]

    assert chosen() == [1, 2, 3, 4]
    assert chosen(category="invoice", month="2026-11") == [1]
    assert chosen(count="10-99") == [2]
    assert chosen(duplicates=True) == [1, 3]
    assert chosen(identifiers=frozenset({3, 4})) == [3, 4]
