"""One window per library: the second start hands over and ends."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from app.desktop import single
from tests.desktop.conftest import wait

ROOT = Path(__file__).parents[2]


def start_second(home: Path, *paths: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "CLOISTER_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen([sys.executable, "-m", "app", "open", *paths], cwd=ROOT, env=environment)


def test_a_second_start_hands_its_paths_over_and_ends(own_home: Path, qtbot: QtBot) -> None:
    reception = single.Reception(single.server_name(own_home))
    assert reception.listening
    got: list[list[Path]] = []
    reception.received.connect(got.append)
    second = start_second(own_home, "README.md")
    try:
        wait(qtbot, lambda: second.poll() is not None, 60_000)
    finally:
        second.kill()
        reception.close()
    assert second.returncode == 0
    assert got == [[ROOT / "README.md"]]


def test_nobody_answers_where_no_window_is_open(own_home: Path, qtbot: QtBot) -> None:
    assert not single.hand_over(single.server_name(own_home), [Path("/x")])


def test_what_a_crash_left_behind_is_no_hindrance(own_home: Path, qtbot: QtBot) -> None:
    name = single.server_name(own_home)
    Path(name).write_bytes(b"")
    reception = single.Reception(name)
    assert reception.listening
    reception.close()


@pytest.mark.skipif(os.name != "posix", reason="permissions of Unix sockets")
def test_only_this_account_may_use_the_meeting_place(own_home: Path, qtbot: QtBot) -> None:
    reception = single.Reception(single.server_name(own_home))
    mode = Path(single.server_name(own_home)).stat().st_mode
    assert stat.S_ISSOCK(mode)
    assert not mode & (stat.S_IRWXG | stat.S_IRWXO)
    reception.close()


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"{}",
        b"[]",
        b'{"paths": "x"}',
        b'{"paths": ["relative"]}',
        b'{"paths": [1]}',
        b'{"paths": ["/a\\u0000b"]}',
        b"\xff",
    ],
)
def test_what_is_not_a_message_of_ours_is_refused(message: bytes) -> None:
    assert single.untrusted_paths(message) is None


def test_a_flood_is_cut_off(own_home: Path, qtbot: QtBot) -> None:
    reception = single.Reception(single.server_name(own_home))
    got: list[list[Path]] = []
    reception.received.connect(got.append)
    socket = QLocalSocket()
    socket.connectToServer(single.server_name(own_home))
    assert socket.waitForConnected(2000)
    socket.write(b"x" * (single._MOST_BYTES * 2))
    wait(qtbot, lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert got == []
    reception.close()


def test_a_long_folder_name_still_gives_a_name_that_fits(tmp_path: Path) -> None:
    name = single.server_name(tmp_path / ("deep" * 40))
    assert len(os.fsencode(name)) < 107
    assert name != single.server_name(tmp_path / ("deeq" * 40))
