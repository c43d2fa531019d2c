"""Checks of this installation, each with a verdict in plain words."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from app import __version__, offline, sandbox
from app.documents.errors import CloisterError
from app.settings import Settings
from app.store import keys

_ROOM = 1024**3


@dataclass(frozen=True, slots=True)
class Finding:
    """`verdict` is "ok", "note" (works, but you should know) or "problem"."""

    check: str
    verdict: str
    detail: str


def examine(library: Path, settings: Settings) -> list[Finding]:
    """All checks, in the order in which they are shown. Nothing is changed."""
    checks: list[Callable[[], Finding]] = [
        _program,
        _network,
        _isolation,
        _models,
        _ocr,
        _encryption,
        lambda: _library(library),
        lambda: _space(library),
        _screen,
    ]
    return [check() for check in checks]


def _program() -> Finding:
    python = platform.python_version()
    system = f"{platform.system()} {platform.machine()}"
    return Finding("program", "ok", f"Cloister {__version__}, Python {python}, {system}")


def _network() -> Finding:
    layers = offline.in_force()
    if all(layers.values()):
        return Finding("network", "ok", "refused in Python and, by the kernel, in native code")
    if layers["hook"]:
        return Finding(
            "network",
            "note",
            "refused in Python; on this system the kernel does not refuse it for native code as well",
        )
    return Finding("network", "problem", "the guard is not in force")


def _isolation() -> Finding:
    if sys.platform == "win32":
        return Finding(
            "isolation", "note", "files are parsed in processes of their own, without memory limits"
        )
    if sandbox.version():
        return Finding(
            "isolation",
            "ok",
            "files are parsed in processes of their own that see no file but the one at work (Landlock), with "
            "limits on memory, open files and output",
        )
    return Finding(
        "isolation",
        "note",
        "files are parsed in processes of their own with limits on memory, open files and output; this system "
        "cannot close the file system to them",
    )


def _models() -> Finding:
    from app.models import load_bundle

    try:
        bundle = load_bundle(1)
    except CloisterError as error:
        return Finding("models", "problem", str(error))
    if bundle.tagger is None:
        return Finding("models", "note", "the encoder is whole; names are found by patterns and lists only")
    return Finding("models", "ok", "all model files match their checksums")


def _ocr() -> Finding:
    found = importlib.util.find_spec("rapidocr")
    if found is None or found.origin is None:
        return Finding("reading scans", "problem", "OCR is missing. Install Cloister again.")
    bundled = list(Path(found.origin).parent.rglob("*.onnx"))
    if not bundled:
        return Finding("reading scans", "problem", "the OCR models are missing. Install Cloister again.")
    return Finding("reading scans", "ok", f"{len(bundled)} OCR models on board")


def _encryption() -> Finding:
    import sqlcipher3.dbapi2 as sqlcipher

    connection = sqlcipher.connect(":memory:")
    try:
        version = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    if not version:
        return Finding("encryption", "problem", "SQLCipher is not active. Install Cloister again.")
    return Finding("encryption", "ok", f"SQLCipher {version[0]}")


def _library(folder: Path) -> Finding:
    try:
        where = keys.kept_in(folder)
    except CloisterError as error:
        return Finding("library key", "problem", str(error))
    if not where:
        return Finding("library key", "note", "there is no library yet; it is made at first use")
    if where == "file":
        return Finding(
            "library key",
            "note",
            "kept in a file that only you can read: whoever can read your files can open the library. "
            "Set a passphrase with: cloister passphrase",
        )
    return Finding(
        "library key", "ok", f"kept by the {'system keyring' if where == 'keyring' else 'passphrase'}"
    )


def _space(folder: Path) -> Finding:
    at = next((p for p in (folder, *folder.parents) if p.exists()), Path("/"))
    free = shutil.disk_usage(at).free
    verdict = "ok" if free > _ROOM else "note"
    return Finding("free space", verdict, f"{free / _ROOM:.1f} GiB where the library lies")


def _screen() -> Finding:
    try:
        version = metadata.version("PySide6-Essentials")
    except metadata.PackageNotFoundError:
        return Finding("window", "problem", "PySide6 is missing. Install Cloister again.")
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return Finding("window", "note", f"Qt {version}; no screen here, so only the command line works")
    return Finding("window", "ok", f"Qt {version}")
