"""A library in one file that can be carried elsewhere: the encrypted database, and its key under a passphrase.

A key that lies in this machine's keyring or in a file of this account would be lost with the machine, so such a
library's backup is given a passphrase of its own. The database stays encrypted throughout.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.documents.errors import StoreError
from app.store import keys
from app.store.engine import DATABASE, copied_database
from app.store.library import Library

SUFFIX = ".cloister-backup"
_DESCRIPTION = "library.json"
_LARGEST_DESCRIPTION = 64 * 1024
_NOT_ONE = "This is no backup of a library, or it is damaged. Choose a file that ends in .cloister-backup."


def back_up(library: Library, target: Path, passphrase: str | None = None) -> None:
    """Write `target`; `passphrase` opens the backup, and may be None where the library has one.

    Raises StoreError where a passphrase is needed, the file is there already or cannot be written.
    """
    if target.exists():
        raise StoreError(f"{target.name} is there already. Choose another name.")
    description = library.description_for_backup(passphrase)
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".cloister-", delete=False) as stream:
            temporary = Path(stream.name)
            try:
                with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
                    archive.writestr(_DESCRIPTION, description)
                    with (
                        copied_database(library.engine, library.folder) as database,
                        archive.open(zipfile.ZipInfo(DATABASE), "w", force_zip64=True) as inside,
                    ):
                        shutil.copyfileobj(database, inside)
                stream.flush()
                os.fsync(stream.fileno())
                temporary.replace(target)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise StoreError(
            f"{target.name} cannot be written there. Choose another folder, or free some space."
        ) from error
    library.note("backup written")


@contextmanager
def scratch_copy(library: Library) -> Iterator[Library]:
    """A copy of the library to try things on, encrypted with the same key; gone when the block ends."""
    with tempfile.TemporaryDirectory(prefix="cloister-scratch-library-") as name:
        folder = Path(name)
        with (
            copied_database(library.engine, library.folder) as database,
            (folder / DATABASE).open("wb") as stream,
        ):
            shutil.copyfileobj(database, stream)
        with library.beside(folder) as copy:
            yield copy


def restore(source: Path, folder: Path, passphrase: str) -> int:
    """Put a backup's library into `folder`, which must hold none; the number of documents in it.

    Raises StoreError or WrongPassphrase; then `folder` is as it was.
    """
    if keys.exists(folder):
        raise StoreError(
            "There is a library in this folder already. Choose an empty folder for the restored one."
        )
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    put: list[Path] = []
    try:
        with zipfile.ZipFile(source) as archive:
            facts = archive.getinfo(_DESCRIPTION)
            if (
                facts.file_size > _LARGEST_DESCRIPTION
                or json.loads(archive.read(facts))["kept_in"] != "passphrase"
            ):
                raise StoreError(_NOT_ONE)
            for name in (DATABASE, _DESCRIPTION):
                put.append(folder / name)
                _put(archive, name, folder / name)
        with Library.open(folder, passphrase) as library:
            count = sum(1 for _ in library.rows())
            library.note("restored from a backup")
        return count
    except BaseException as error:
        for path in put:
            path.unlink(missing_ok=True)
            for suffix in ("-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
        if isinstance(error, (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError)):
            raise StoreError(_NOT_ONE) from error
        if isinstance(error, FileNotFoundError):
            raise StoreError(f"{source.name} is not there.") from error
        if isinstance(error, OSError):
            raise StoreError(
                "The library cannot be written there. Choose another folder, or free some space."
            ) from error
        raise


def _put(archive: zipfile.ZipFile, name: str, target: Path) -> None:
    with archive.open(name) as inside, target.open("xb") as stream:
        os.fchmod(stream.fileno(), 0o600) if hasattr(os, "fchmod") else None
        shutil.copyfileobj(inside, stream)
        stream.flush()
        os.fsync(stream.fileno())
