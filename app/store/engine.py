"""The encrypted SQLite database: connections, checks, migrations, backups."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.pool import QueuePool

from app.documents.errors import StoreError
from app.store.keys import LibraryKey

DATABASE = "library.db"
HEAD = "0005"
"""The newest migration. Compared before Alembic is loaded, which takes longer than opening the library."""

_CHECKED_SIZE = 64 * 1024 * 1024
_BACKUPS_KEPT = 3
_TRIES = 20


def open_engine(folder: Path, key: LibraryKey) -> Engine:
    """Open, check and migrate the library's database. Raises StoreError."""
    path = folder / DATABASE
    fresh = not path.exists()
    engine = create_engine(
        "sqlite://",
        creator=lambda: _connect(path, key),
        module=sqlcipher,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=8,
    )
    try:
        with engine.begin() as connection:
            connection.execute(text("SELECT count(*) FROM sqlite_master"))
            if not fresh:
                _check(connection, path)
            revision = _revision(connection)
        if revision != HEAD:
            if not fresh:
                backup(engine, folder, f"before-{HEAD}")
            _migrate(engine)
    except sqlcipher.DatabaseError as error:
        raise _broken() from error
    except Exception as error:
        if isinstance(error.__cause__, sqlcipher.DatabaseError):
            raise _broken() from error
        raise
    return engine


def _connect(path: Path, key: LibraryKey) -> Any:
    """One connection. Settings and why (sqlite.org/pragma.html, zetetic.net/sqlcipher/sqlcipher-api):

    - key: the raw 256-bit key, so that no key derivation runs per connection;
    - journal_mode WAL: readers go on while one writes; synchronous FULL: in WAL, NORMAL may lose the last
      commits when the power goes, and a lost commit is a document said to be done that is not;
    - secure_delete: freed pages are overwritten, so a removed text does not stay in the file;
    - cache_size 64 MiB: every page that is read again is decrypted again, and a search reads thousands;
    - temp_store MEMORY: sorting and indexing never spill readable text to disk.
    """
    connection = sqlcipher.connect(str(path), timeout=30.0, check_same_thread=False)
    connection.execute(f"PRAGMA key = \"x'{key.data.hex()}'\"")
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",
        "busy_timeout = 30000",
        "cache_size = -65536",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _check(connection: Connection, path: Path) -> None:
    """Integrity at start; libraries too large to check in a moment are checked page by page on reading
    anyway (SQLCipher authenticates every page)."""
    if path.stat().st_size > _CHECKED_SIZE:
        return
    verdict = connection.execute(text("PRAGMA quick_check(1)")).scalar()
    if verdict != "ok":
        raise _broken()


def _broken() -> StoreError:
    return StoreError(
        "The library is damaged or the key does not fit. Restore a backup from the folder 'backups'."
    )


def _revision(connection: Connection) -> str:
    known = connection.execute(
        text("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'")
    ).scalar()
    if not known:
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def _migrate(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def backup(engine: Engine, folder: Path, label: str) -> Path:
    """Copy the database (still encrypted, same key) to `backups`; the newest few are kept."""
    target = folder / "backups" / f"{time.strftime('%Y%m%d-%H%M%S')}-{label}.db"
    target.parent.mkdir(exist_ok=True, mode=0o700)
    temporary = target.with_suffix(".part")
    with copied_database(engine, folder) as database, temporary.open("wb") as stream:
        shutil.copyfileobj(database, stream)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(target)
    for old in sorted(target.parent.glob("*.db"))[:-_BACKUPS_KEPT]:
        old.unlink(missing_ok=True)
    return target


@contextmanager
def copied_database(engine: Engine, folder: Path) -> Iterator[BinaryIO]:
    """The database file, open for reading, whole and unchanging while the block lasts.

    The write-ahead log is folded in, then a write transaction keeps others from writing: a checkpoint in the
    middle of a copy would tear it. Raises StoreError where another program writes without end.
    """
    for _ in range(_TRIES):
        with engine.connect() as connection:
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
            connection.rollback()
            connection.execute(text("BEGIN IMMEDIATE"))
            log = folder / f"{DATABASE}-wal"
            if not log.exists() or log.stat().st_size == 0:
                try:
                    with (folder / DATABASE).open("rb") as stream:
                        yield stream
                finally:
                    connection.rollback()
                return
            connection.rollback()
    raise StoreError(
        "The library is being written to without a pause. Make the backup when the batch is done."
    )


def close_engine(engine: Engine) -> None:
    """Fold the write-ahead log into the database and close."""
    with engine.connect() as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    engine.dispose()
