"""The system's own record of what the program asks of the network: nothing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
INTERNET = re.compile(r"AF_INET6?\b|AF_PACKET|AF_NETLINK|htons\(53\)")

pytestmark = [
    pytest.mark.network,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]


def traced(tmp_path: Path, *command: str, check: bool = True) -> list[str]:
    """Network calls that named an internet address or socket, with their outcome."""
    log = tmp_path / "strace.log"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(log), *command],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    if check:
        assert done.returncode == 0, done.stderr[-2000:]
    return [line for line in log.read_text(errors="replace").splitlines() if INTERNET.search(line)]


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.html"
    path.write_text(
        "<html><head><link rel=stylesheet href='http://tracker.example/a.css'></head><body>"
        "<img src='http://tracker.example/p.gif'>Dear Mr Bob Ray, write to bob.ray@mail.example.co.uk, "
        "https://www.example.co.uk, IBAN DE89 3704 0044 0532 0130 00</body></html>"
    )
    return path


def test_the_trace_would_show_a_connection(tmp_path: Path) -> None:
    code = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    assert traced(tmp_path, sys.executable, "-c", code)


def test_commands_ask_nothing_of_the_network(letter: Path, tmp_path: Path) -> None:
    cloister = [sys.executable, "-m", "app"]
    out = tmp_path / "safe.html"
    assert traced(tmp_path, *cloister, "analyze", str(letter), "--json") == []
    assert traced(tmp_path, *cloister, "redact", str(letter), "--out", str(out)) == []
    assert traced(tmp_path, *cloister, "verify", str(letter), str(out), check=False) == []
    assert out.exists()


@pytest.mark.slow
def test_a_batch_with_a_scan_asks_nothing_of_the_network(letter: Path, tmp_path: Path) -> None:
    scan = ROOT / "resources" / "samples" / "receipt-photo.jpg"
    command = [sys.executable, "-m", "app", "process", str(letter), str(scan), "--out", str(tmp_path / "out")]
    assert traced(tmp_path, *command) == []


def test_the_window_asks_nothing_of_the_network(tmp_path: Path) -> None:
    code = "from app import offline; offline.guard(); from app.desktop.main import measure_start; measure_start()"
    assert traced(tmp_path, sys.executable, "-c", code) == []
