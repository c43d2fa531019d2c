from __future__ import annotations

import json
import multiprocessing
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from app.documents import Analysis, Document, Entity, Source
from app.documents.errors import StoreError, WrongPassphrase
from app.store import JobItem, Library, SpanDecision, engine

SECRET = "Zebraquill Ottermann"


def document(text: str = f"Hello {SECRET}, welcome.") -> Document:
    return Document(Source("/x/a.txt", "ab" * 32, len(text), "text/plain", "text"), text)


def analysis() -> Analysis:
    return Analysis((Entity("PERSON", 6, 6 + len(SECRET), SECRET, 0.5, "neural"),), "en")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library", "correct horse")


def processed(library: Library) -> int:
    row = library.add(Path("/x/a.txt"), 10)
    library.save_result(row.id, document(), analysis(), 0.5)
    return row.id


def test_what_was_found_comes_back_after_reopening(library: Library) -> None:
    identifier = processed(library)
    library.save_decisions(identifier, [SpanDecision(6, 10, "PERSON", True, True)])
    library.close()
    with Library.open(library.folder, "correct horse") as again:
        reading = again.reading(identifier)
        assert reading.document.text == document().text
        assert reading.analysis == analysis()
        assert reading.decisions == (SpanDecision(6, 10, "PERSON", True, True),)
        assert again.row(identifier).needs_review == 1


def test_nothing_readable_lies_on_disk(library: Library) -> None:
    processed(library)
    library.keep("vault", "default", SECRET.encode())
    library.backup()
    library.close()
    for path in library.folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert SECRET.encode() not in data
            assert not data.startswith(b"SQLite format 3")


def test_a_wrong_passphrase_is_refused_and_the_right_one_still_opens(library: Library) -> None:
    library.close()
    with pytest.raises(WrongPassphrase):
        Library.open(library.folder, "wrong")
    with pytest.raises(StoreError, match="passphrase"):
        Library.open(library.folder, None)
    Library.open(library.folder, "correct horse").close()


def test_the_passphrase_can_be_changed(library: Library) -> None:
    identifier = processed(library)
    library.change_passphrase("battery staple")
    library.close()
    with pytest.raises(WrongPassphrase):
        Library.open(library.folder, "correct horse")
    with Library.open(library.folder, "battery staple") as again:
        assert again.reading(identifier).document.text == document().text


def test_without_keyring_and_passphrase_the_key_file_is_the_users_alone(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        assert library.key_kept_in == "file"
        assert (library.folder / "library.key").stat().st_mode & 0o077 == 0
    Library.open(tmp_path / "library").close()


def test_words_phrases_and_prefixes_find_a_document(library: Library) -> None:
    identifier = processed(library)
    for query in ("zebraquill", '"hello zebraquill"', "otter*", "welcome hello"):
        assert [hit.document_id for hit in library.search(query)] == [identifier]
    for query in ("giraffe", '"welcome hello"', "", '"', "AND OR (", "*"):
        assert library.search(query) == []


def test_removing_a_document_removes_everything_known_of_it(library: Library) -> None:
    identifier = processed(library)
    library.remove([identifier])
    assert library.rows() == []
    assert library.search("zebraquill") == []
    with pytest.raises(StoreError):
        library.reading(identifier)


def test_texts_are_deleted_after_the_time_set_and_rows_stay(library: Library) -> None:
    identifier = processed(library)
    assert library.purge_texts(1) == 0
    assert library.purge_texts(-1) == 1
    assert library.row(identifier).findings == 1
    assert library.search("zebraquill") == []
    with pytest.raises(StoreError, match="Process it again"):
        library.reading(identifier)


def test_decisions_on_another_version_of_the_file_are_dropped(library: Library) -> None:
    identifier = processed(library)
    library.save_decisions(identifier, [SpanDecision(6, 10, "PERSON", True)])
    changed = Document(Source("/x/a.txt", "cd" * 32, 3, "text/plain", "text"), "new")
    library.save_result(identifier, changed, Analysis(), 0.1)
    assert library.reading(identifier).decisions == ()


def test_the_audit_trail_notices_a_change(library: Library) -> None:
    processed(library)
    assert library.audit_broken_at() is None
    with library._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE audit SET actor = 'somebody else' WHERE id = 2")
    assert library.audit_broken_at() == 2


def test_the_audit_trail_notices_a_removed_line(library: Library) -> None:
    processed(library)
    with library._engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM audit WHERE id = 1")
    assert library.audit_broken_at() == 2


def test_the_audit_trail_holds_no_document_text(library: Library) -> None:
    processed(library)
    assert SECRET not in json.dumps([entry.detail for entry in library.audit()])


def test_a_damaged_library_is_told_plainly(library: Library) -> None:
    processed(library)
    library.close()
    path = library.folder / "library.db"
    data = bytearray(path.read_bytes())
    data[100:4000] = bytes(3900)
    path.write_bytes(data)
    with pytest.raises(StoreError, match="backup"):
        Library.open(library.folder, "correct horse")


def test_documents_at_work_when_the_power_went_are_queued_again(library: Library) -> None:
    row = library.add(Path("/x/b.txt"), 1)
    library.set_state(row.id, "working")
    assert library.requeue_interrupted() == 1
    assert library.row(row.id).state == "queued"


def test_a_job_knows_what_it_did(library: Library, tmp_path: Path) -> None:
    job = library.start_job(tmp_path, "options", [Path("/x")])
    library.save_job_item(tmp_path, "options", JobItem("/x/a", "aa", "writing", "/out/a"))
    library.save_job_item(tmp_path, "options", JobItem("/x/a", "aa", "done", "/out/a", "bb"))
    assert library.unfinished_job(tmp_path) == ("options", [Path("/x")])
    assert library.job_items(tmp_path, "options")["/x/a"].state == "done"
    assert library.job_items(tmp_path, "others") == {}
    library.finish_job(job, "done")
    assert library.unfinished_job(tmp_path) is None


def _open_in_a_process_of_its_own(folder: str, number: int) -> None:
    with Library.open(Path(folder), keyring=False) as library:
        library.add(Path(f"/x/{number}.txt"), 1)


def test_a_new_library_opened_by_several_programs_at_once_is_one_library(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    openers = [
        context.Process(target=_open_in_a_process_of_its_own, args=(str(tmp_path / "library"), number))
        for number in range(4)
    ]
    for opener in openers:
        opener.start()
    for opener in openers:
        opener.join(120)
    assert [opener.exitcode for opener in openers] == [0, 0, 0, 0]
    with Library.open(tmp_path / "library", keyring=False) as library:
        assert sorted(row.name for row in library.rows()) == ["0.txt", "1.txt", "2.txt", "3.txt"]


def test_the_newest_migration_is_the_one_that_opening_expects() -> None:
    scripts = ScriptDirectory(str(Path(engine.__file__).parent / "migrations"))
    assert scripts.get_current_head() == engine.HEAD
