"""A library carried elsewhere: one file out, the same library in, nothing readable in between."""

from __future__ import annotations

import threading
import zipfile
from pathlib import Path

import pytest

from app.documents.errors import StoreError, WrongPassphrase
from app.store import Library
from app.store.backups import back_up, restore
from tests.store.test_library import analysis, document

SECRET = "Zebraquill Ottermann"


def add_document(library: Library, path: str, text: str) -> None:
    row = library.add(Path(path), len(text))
    library.save_result(
        row.id, document(text if len(text) > 40 else f"Hello {text}, welcome."), analysis(), 0.5
    )


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A backup of a library with one document."""
    with Library.open(tmp_path / "old", "correct horse", keyring=False) as library:
        add_document(library, "/a.txt", SECRET)
        back_up(library, tmp_path / "kept.cloister-backup")
    return tmp_path / "kept.cloister-backup"


def test_what_was_backed_up_comes_back_elsewhere(written: Path, tmp_path: Path) -> None:
    assert restore(written, tmp_path / "new", "correct horse") == 1
    with Library.open(tmp_path / "new", "correct horse") as library:
        assert [Path(hit.path) for hit in library.search("Zebraquill")] == [Path("/a.txt")]
        assert library.audit_broken_at() is None


def test_the_backup_shows_nothing_and_opens_with_no_other_passphrase(written: Path, tmp_path: Path) -> None:
    data = written.read_bytes()
    assert SECRET.encode() not in data and b"a.txt" not in data and b"SQLite format" not in data
    with pytest.raises(WrongPassphrase):
        restore(written, tmp_path / "new", "wrong horse")
    left = list((tmp_path / "new").iterdir())
    assert sum(path.stat().st_size for path in left) == 0, "an empty lock at most"


def test_a_key_that_would_stay_behind_needs_a_passphrase_for_the_backup(tmp_path: Path) -> None:
    with Library.open(tmp_path / "old", keyring=False) as library:
        add_document(library, "/a.txt", SECRET)
        with pytest.raises(StoreError, match="no passphrase"):
            back_up(library, tmp_path / "a.cloister-backup")
        assert not (tmp_path / "a.cloister-backup").exists()
        back_up(library, tmp_path / "a.cloister-backup", "correct horse")
    assert restore(tmp_path / "a.cloister-backup", tmp_path / "new", "correct horse") == 1


def test_nothing_there_is_overwritten(written: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="library in this folder already"):
        restore(written, tmp_path / "old", "correct horse")
    with (
        Library.open(tmp_path / "old", "correct horse") as library,
        pytest.raises(StoreError, match="there already"),
    ):
        back_up(library, written)


@pytest.mark.parametrize("damage", ["text", "cut", "other zip", "flipped"])
def test_what_is_no_whole_backup_is_refused_and_leaves_nothing(
    written: Path, tmp_path: Path, damage: str
) -> None:
    data = bytearray(written.read_bytes())
    if damage == "text":
        data = bytearray(b"not a zip")
    elif damage == "cut":
        data = data[: len(data) // 2]
    elif damage == "flipped":
        data[len(data) // 2] ^= 0xFF
    written.write_bytes(data)
    if damage == "other zip":
        written.unlink()
        with zipfile.ZipFile(written, "w") as archive:
            archive.writestr("library.json", '{"kept_in": "file"}')
    with pytest.raises(StoreError):
        restore(written, tmp_path / "new", "correct horse")
    assert list((tmp_path / "new").iterdir()) == []


def test_a_backup_made_while_a_batch_writes_is_whole(tmp_path: Path) -> None:
    stop = threading.Event()
    with Library.open(tmp_path / "old", "correct horse", keyring=False) as library:

        def write() -> None:
            number = 0
            while not stop.is_set():
                add_document(library, f"/{number}.txt", f"text {number} " * 200)
                number += 1

        thread = threading.Thread(target=write)
        thread.start()
        try:
            for number in range(3):
                back_up(library, tmp_path / f"{number}.cloister-backup")
        finally:
            stop.set()
            thread.join()
    for number in range(3):
        restore(tmp_path / f"{number}.cloister-backup", tmp_path / f"new{number}", "correct horse")
