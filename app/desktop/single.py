"""One window per library: a second start hands its files to the first and ends.

The meeting place is a local socket (a Unix socket, a named pipe on Windows) that only this account may use; no
network is involved, and app/offline.py goes on refusing it."""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_MOST_BYTES = 1 << 20
_MOST_PATHS = 10_000
_LONGEST_NAME = 90
"""A Unix socket's path may have 107 bytes."""
_WAIT_MS = 2000
_ANSWER = b"taken"


def server_name(home: Path) -> str:
    """The meeting place of a library: in its own folder, where the path is short enough."""
    digest = hashlib.sha256(str(home.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    if sys.platform == "win32":
        return f"cloister-{getpass.getuser()}-{digest}"
    own = home.absolute() / "window.sock"
    if len(os.fsencode(own)) <= _LONGEST_NAME:
        return str(own)
    runtime = os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    return str(Path(runtime) / f"cloister-{os.getuid()}-{digest}.sock")


def hand_over(name: str, paths: Sequence[Path]) -> bool:
    """Give these paths to a running window; False where none answers."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_WAIT_MS):
        return False
    message = json.dumps({"paths": [str(path.absolute()) for path in paths]}).encode("utf-8") + b"\n"
    socket.write(message)
    while socket.bytesToWrite():
        if not socket.waitForBytesWritten(_WAIT_MS):
            return False
    if not socket.waitForReadyRead(_WAIT_MS):
        return False
    return bytes(socket.readAll().data()).startswith(_ANSWER)


class Reception(QObject):
    """Takes paths from later starts. What arrives is untrusted: its size and form are checked."""

    received = Signal(list)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        self.listening = self._server.listen(name)
        if not self.listening:
            # Nobody answered `hand_over`, so what is in the way is left over from a crash.
            QLocalServer.removeServer(name)
            self.listening = self._server.listen(name)

    def close(self) -> None:
        self._server.close()

    def _greet(self) -> None:
        while self._server.hasPendingConnections():
            guest = self._server.nextPendingConnection()
            heard = bytearray()
            guest.readyRead.connect(lambda guest=guest, heard=heard: self._listen(guest, heard))
            guest.disconnected.connect(guest.deleteLater)
            self._listen(guest, heard)

    def _listen(self, guest: QLocalSocket, heard: bytearray) -> None:
        heard += bytes(guest.readAll().data())
        if len(heard) > _MOST_BYTES:
            guest.abort()
            return
        if not heard.endswith(b"\n"):
            return
        paths = untrusted_paths(bytes(heard))
        heard.clear()
        if paths is None:
            guest.abort()
            return
        guest.write(_ANSWER)
        guest.flush()
        self.received.emit(paths)


def untrusted_paths(message: bytes) -> list[Path] | None:
    """The absolute paths of a message; None where it is not one of ours."""
    try:
        content = json.loads(message)
        named = content["paths"]
    except (ValueError, KeyError, TypeError):
        return None
    if not isinstance(named, list) or len(named) > _MOST_PATHS:
        return None
    if not all(isinstance(path, str) and Path(path).is_absolute() and "\0" not in path for path in named):
        return None
    return [Path(path) for path in named]
