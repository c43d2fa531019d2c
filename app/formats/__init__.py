"""Files in, documents out, and redacted files back: the two verbs `read` and `redact`.

The formats register themselves by being modules (or packages) of this room with a `FORMAT` or
`FORMATS`; content decides which one takes a file.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import os
import pkgutil
import stat
from dataclasses import replace
from functools import cache
from pathlib import Path

from app.documents import Document, Limits, Plan, Redacted
from app.documents.errors import (
    CannotWrite,
    DamagedFile,
    DocumentError,
    EmptyFile,
    FileUnreadable,
    FileVanished,
    LimitExceeded,
    PlanMismatch,
    RedactionRefused,
    UnsupportedFormat,
)
from app.formats.base import Context, Format, OnPage
from app.formats.ooxml.unlock import unlock

__all__ = [
    "Context",
    "Format",
    "formats",
    "load",
    "read",
    "read_bytes",
    "redact_bytes",
    "sniff",
    "supported_extensions",
    "write_atomically",
]


@cache
def formats() -> tuple[Format, ...]:
    """All formats, found by looking through this package."""
    found: list[Format] = []
    for module in pkgutil.iter_modules(__path__):
        loaded = importlib.import_module(f"{__name__}.{module.name}")
        found.extend(getattr(loaded, "FORMATS", ()))
        if hasattr(loaded, "FORMAT"):
            found.append(loaded.FORMAT)
    return tuple(found)


def supported_extensions() -> tuple[str, ...]:
    """File name endings for choosers and folder scans, sorted."""
    return tuple(sorted({extension for fmt in formats() for extension in fmt.extensions}))


def sniff(data: bytes, name: str = "") -> Format:
    """The format that these bytes are in. Raises EmptyFile or UnsupportedFormat."""
    if not data:
        raise EmptyFile
    suffix = Path(name).suffix.lower()
    scored = [(fmt.sniff(data, name), suffix in fmt.extensions, fmt) for fmt in formats()]
    best = max(scored, key=lambda entry: (entry[0], entry[1]), default=None)
    if best is None or best[0] <= 0:
        raise UnsupportedFormat
    return best[2]


def load(path: Path, limits: Limits | None = None) -> bytes:
    """The bytes of a regular file, read once.

    Raises FileVanished, FileUnreadable, EmptyFile, LimitExceeded.
    """
    return load_open(open_document(path), limits)


def open_document(path: Path) -> int:
    """A descriptor for reading; a pipe or device does not make it wait. Raises FileVanished, FileUnreadable."""
    try:
        return os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError as error:
        raise FileVanished from error
    except OSError as error:
        raise FileUnreadable from error


def load_open(descriptor: int, limits: Limits | None = None) -> bytes:
    """What `load` does, from an open descriptor, which is closed."""
    limits = limits or Limits()
    try:
        with os.fdopen(descriptor, "rb") as stream:
            facts = os.fstat(stream.fileno())
            if not stat.S_ISREG(facts.st_mode):
                raise UnsupportedFormat("not a regular file")
            if facts.st_size > limits.file_size:
                raise LimitExceeded(
                    f"{facts.st_size / 1048576:.0f} MiB", f"{limits.file_size / 1048576:.0f} MiB"
                )
            data = stream.read(limits.file_size + 1)
    except OSError as error:
        raise FileUnreadable from error
    if len(data) > limits.file_size:
        raise LimitExceeded("the file grew while it was read", f"{limits.file_size / 1048576:.0f} MiB")
    if not data:
        raise EmptyFile
    return data


def read(
    path: Path,
    *,
    password: str | None = None,
    limits: Limits | None = None,
    ocr: bool = True,
    on_page: OnPage | None = None,
) -> Document:
    """Read a file. Raises subclasses of DocumentError."""
    limits = limits or Limits()
    context = Context(name=path.name, limits=limits, password=password, ocr=ocr)
    if on_page is not None:
        context = replace(context, on_page=on_page)
    document = read_bytes(load(path, limits), context)
    return replace(document, source=replace(document.source, path=str(path)))


def read_bytes(data: bytes, context: Context) -> Document:
    """Read a file that lies in memory (an attachment). Raises subclasses of DocumentError."""
    if len(data) > context.limits.file_size:
        raise LimitExceeded(f"{len(data) / 1048576:.0f} MiB", f"{context.limits.file_size / 1048576:.0f} MiB")
    inner = unlock(data, context.password, context.limits)
    fmt = sniff(inner, context.name)
    try:
        document = fmt.read(inner, context)
    except (DocumentError, MemoryError):
        raise
    except Exception as error:  # a parser's own failure costs this document only
        raise DamagedFile(type(error).__name__) from error
    if len(document.text) > context.limits.characters:
        raise LimitExceeded(f"{len(document.text)} characters", str(context.limits.characters))
    return document if inner is data else _of(document, data)


def _of(document: Document, data: bytes) -> Document:
    """The document with the identity of the bytes it came in (an encrypted file's, not its content's)."""
    digest = hashlib.sha256(data).hexdigest()
    return replace(document, source=replace(document.source, sha256=digest, size=len(data)))


def redact_bytes(data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
    """Carry out `plan` on the bytes that `document` was read from. Raises subclasses of DocumentError."""
    if plan.text_sha256 and plan.text_sha256 != document.text_sha256:
        raise PlanMismatch
    if plan.areas and any(area.page not in {page.number for page in document.pages} for area in plan.areas):
        raise RedactionRefused(
            "An area was marked on a page that this file does not have, so no copy was made."
        )
    if document.source.sha256 != hashlib.sha256(data).hexdigest():
        raise PlanMismatch
    fmt = next((fmt for fmt in formats() if fmt.name == document.source.format), None)
    if fmt is None:
        raise UnsupportedFormat
    inner = unlock(data, context.password, context.limits)
    if inner is not data:
        document = _of(document, inner)
    try:
        return fmt.redact(inner, document, plan, context)
    except (DocumentError, MemoryError):
        raise
    except Exception as error:  # a writer's own failure costs this document only
        raise DamagedFile(type(error).__name__) from error


def write_atomically(path: Path, data: bytes) -> None:
    """Write all or nothing: a temporary file beside the target, fsync, rename. Raises CannotWrite."""
    digest = hashlib.sha256(os.fsencode(path.name)).hexdigest()[:12]
    temporary = path.with_name(f".cloister-{os.getpid()}-{digest}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)  # what somebody planted under this name is not written through
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        descriptor = os.open(temporary, flags, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise CannotWrite(error.strerror or "") from error


def _sync_folder(folder: Path) -> None:
    """Make the rename durable, where the platform lets a folder be opened."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
