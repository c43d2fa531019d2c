"""What other programs drop on the window: files and folders, and mails that have no file of their own."""

from __future__ import annotations

import os
import re
import secrets
import shutil
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path

import psutil
from PySide6.QtCore import QByteArray, QMimeData

_FOLDER = "dropped"
_MAIL = "message/rfc822"
_NAMED = 'application/x-qt-windows-mime;value="FileGroupDescriptorW"'
_CONTENTS = 'application/x-qt-windows-mime;value="FileContents"'
_NAME_AT, _NAME_UNITS = 76, 260
"""In a FILEGROUPDESCRIPTORW: where the first file's name begins, and how many characters it has at most."""
_ODD = re.compile(r"[^\w .()+-]+")
_LONGEST = 80
_MOST_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Loose:
    """A file that has no place on the disk yet."""

    name: str
    data: bytes


def takes(mime: QMimeData) -> bool:
    """Is there something in it that can be added? Asked while the mouse still moves, so nothing is read."""
    return mime.hasUrls() or any(mime.hasFormat(kind) for kind in (_MAIL, _NAMED))


def paths_in(mime: QMimeData) -> list[Path]:
    """Files and folders that lie on this machine."""
    urls = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    return [Path(path) for path in urls if path]


def loose_in(mime: QMimeData) -> Loose | None:
    """A mail, or the first attachment, handed over as bytes by a mail program. What it says is untrusted: its name
    is reduced to a plain one."""
    if mime.hasFormat(_NAMED) and mime.hasFormat(_CONTENTS):
        name = _windows_name(_bytes(mime.data(_NAMED)))
        return _loose(name, _bytes(mime.data(_CONTENTS)))
    if mime.hasFormat(_MAIL):
        data = _bytes(mime.data(_MAIL))
        return _loose(f"{_subject(data)}.eml", data)
    return None


def keep(loose: Loose, folder: Path) -> Path:
    """Write it where only this account can read it; where it lies."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    stem, suffix = Path(loose.name).stem, Path(loose.name).suffix
    target = folder / loose.name
    while True:
        try:
            descriptor = os.open(
                target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
            )
        except FileExistsError:
            target = folder / f"{stem}-{secrets.token_hex(3)}{suffix}"
            continue
        with os.fdopen(descriptor, "wb") as file:
            file.write(loose.data)
        return target


def folder_of_this_run(data_folder: Path) -> Path:
    """Where mails without a file lie while the program runs."""
    return data_folder / _FOLDER / str(os.getpid())


def forget(data_folder: Path, *, own: bool = True) -> None:
    """Remove what runs kept that were killed, and with `own` what this one kept."""
    for folder in (data_folder / _FOLDER).glob("*"):
        mine = folder.name == str(os.getpid())
        at_work = folder.name.isdigit() and psutil.pid_exists(int(folder.name))
        if own if mine else not at_work:
            shutil.rmtree(folder, ignore_errors=True)


def _loose(name: str, data: bytes) -> Loose | None:
    return Loose(_plain(name), data) if data and len(data) <= _MOST_BYTES else None


def _plain(name: str) -> str:
    """A name without folders and odd characters, not longer than needed."""
    name = _ODD.sub(" ", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(" .")
    stem, suffix = Path(name).stem[:_LONGEST].strip(" ."), Path(name).suffix[:12]
    return f"{stem or 'dropped'}{suffix}"


def _subject(data: bytes) -> str:
    try:
        return str(message_from_bytes(data[:65536], policy=policy.default)["subject"] or "mail").replace(
            "/", " "
        )
    except Exception:  # a stranger's mail may be broken in any way; its name is the least of it
        return "mail"


def _windows_name(descriptor: bytes) -> str:
    name = descriptor[_NAME_AT : _NAME_AT + 2 * _NAME_UNITS].decode("utf-16-le", "replace")
    return name.partition("\0")[0]


def _bytes(data: QByteArray) -> bytes:
    return bytes(data.data())
