"""The program itself on a real screen, driven by a real keyboard: add, review, decide, export."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.store import Library
from tests.desktop.conftest import LETTER

ROOT = Path(__file__).parents[2]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        shutil.which("Xvfb") is None or shutil.which("xdotool") is None, reason="needs Xvfb and xdotool"
    ),
]


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen of its own; the X server chooses a free number and tells it."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1300x850x24"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as number:
        yield f":{number.readline().strip()}"
    server.terminate()
    server.wait()


def until(true: Callable[[], object], seconds: float = 120.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.5)


def test_a_person_with_a_keyboard_redacts_a_folder(screen: str, own_home: Path, tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    inbox.mkdir()
    (inbox / "letter.txt").write_text(LETTER)
    environment = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
    program = subprocess.Popen([sys.executable, "-m", "app", "open", str(inbox)], cwd=ROOT, env=environment)

    def xdotool(*words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=environment, capture_output=True, text=True, timeout=30, check=False
        )
        return done.stdout.strip()

    def press(*keys: str) -> None:
        for key in keys:
            xdotool("key", key)
            time.sleep(0.7)

    def focus() -> None:
        shown = xdotool("search", "--onlyvisible", "--name", "Cloister").splitlines()
        if shown:
            xdotool("windowfocus", shown[-1])
        time.sleep(0.5)

    def state() -> str:
        with Library.open(own_home / "library") as library:
            rows = library.rows()
            return rows[0].state if rows else ""

    def decided() -> int:
        with Library.open(own_home / "library") as library:
            return sum(d.keep for d in library.reading(library.rows()[0].id).decisions)

    try:
        until(lambda: xdotool("search", "--onlyvisible", "--name", "Cloister"))
        until(lambda: state() == "ready")  # the library is whole only once the window is there
        focus()
        press("Return")  # the first row is chosen already
        time.sleep(2)
        press("n", "k")
        until(lambda: decided() == 1)
        press("ctrl+z")
        until(lambda: decided() == 0)
        press("ctrl+s")
        time.sleep(1)
        press("ctrl+Return")
        until(lambda: state() == "exported")
        until((inbox / "redacted" / "letter.txt").exists)
        copy = (inbox / "redacted" / "letter.txt").read_text()
        assert "Bob Ray" not in copy and "Anna Smith" not in copy
        assert program.poll() is None, "the program goes on after an export"
    finally:
        program.kill()
        program.wait()
