"""A batch that is killed goes on where it stopped, and ends with what an undisturbed run gives."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

COUNT = 24


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    source = tmp_path / "in"
    source.mkdir()
    for number in range(COUNT):
        (source / f"letter{number:02}.txt").write_text(
            f"Dear Mr Bob Ray, letter {number}: call +44 20 7946 0958 or write to bob{number}@example.org.\n"
            * 20
        )
    return source


def start(source: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "app", "process", str(source), "--out", str(out), "--workers", "1"]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        cwd=Path(__file__).parents[2],
    )


def copies(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in out.glob("*.txt")}


def wait_for(out: Path, count: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(1200):
        if len(list(out.glob("*.txt"))) >= count or process.poll() is not None:
            return
        time.sleep(0.05)


@pytest.mark.slow
def test_kill_and_resume(folder: Path, tmp_path: Path) -> None:
    out, undisturbed = tmp_path / "out", tmp_path / "undisturbed"
    for kill_after in (2, 9, 17):
        process = start(folder, out)
        wait_for(out, kill_after, process)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        for name, data in copies(out).items():
            assert data, f"{name} is half-written"
    last = start(folder, out)
    printed, _ = last.communicate(timeout=240)
    assert last.returncode == 0, printed
    assert f"{COUNT} done".encode() in printed
    assert not [p for p in out.iterdir() if p.name.startswith(".cloister-") and p.stat().st_size == 0]
    calm = start(folder, undisturbed)
    calm.communicate(timeout=240)
    assert copies(out) == copies(undisturbed)
    assert len(copies(out)) == COUNT


@pytest.mark.slow
def test_ctrl_c_leaves_everything_consistent(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    process = start(folder, out)
    wait_for(out, 3, process)
    os.killpg(process.pid, signal.SIGINT)
    printed, _ = process.communicate(timeout=120)
    assert process.returncode in (0, 1)
    assert b"Traceback" not in printed
    assert (out / "cloister-report.json").exists()
    assert not list(out.glob(".cloister-*"))
    again = start(folder, out)
    printed, _ = again.communicate(timeout=240)
    assert again.returncode == 0, printed
    assert len(copies(out)) == COUNT
