"""Nothing that the program writes, maps or leaves behind holds a word of the documents in the clear."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

SECRETS = ("Zebraquill Ottermann", "zebra.ottermann@example.org", "DE89370400440532013000")
LETTER = (
    f"Dear {SECRETS[0]},\nplease write to {SECRETS[1]} and pay to {SECRETS[2]}.\nYours, Anna Quillfeather\n"
)
RUN = "import sys; from app.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for name in ("home", "tmp", "in"):
        (tmp_path / name).mkdir()
    for number in range(6):
        (tmp_path / "in" / f"letter {number}.txt").write_text(LETTER + f"Number {number}.\n")
    (tmp_path / "in" / "page.html").write_text(f"<p>{LETTER}</p>")
    return tmp_path


def start(place: Path, *arguments: str) -> subprocess.Popen[bytes]:
    home = place / "home"
    environment = {
        **os.environ,
        "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"), "XDG_RUNTIME_DIR": str(home), "TMPDIR": str(place / "tmp"),
        "CLOISTER_HOME": str(home / "cloister"), "CLOISTER_NO_KEYRING": "1", "CLOISTER_PASSPHRASE": "correct horse battery",
        "PYTHONPATH": str(Path(__file__).parents[1]),
    }  # fmt: skip
    command = [sys.executable, "-c", RUN, *arguments]
    return subprocess.Popen(
        command, env=environment, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def readable(place: Path) -> Iterator[str]:
    """Files under the home and temporary folders that show a secret, in UTF-8 or UTF-16, whatever its case."""
    forms = [
        form for secret in SECRETS for form in (secret.lower().encode(), secret.lower().encode("utf-16-le"))
    ]
    for path in [*(place / "home").rglob("*"), *(place / "tmp").rglob("*")]:
        if path.is_file():
            content = path.read_bytes().lower()
            if any(form in content or form.split()[0] in content for form in forms) or any(
                secret.lower() in str(path).lower() for secret in SECRETS
            ):
                yield str(path)


def mapped(process: psutil.Process) -> set[str]:
    """Files that the program and its workers have mapped into memory."""
    found: set[str] = set()
    for each in [process, *process.children(recursive=True)]:
        try:
            found |= {region.path for region in each.memory_maps()}
        except (psutil.NoSuchProcess, psutil.AccessDenied, FileNotFoundError):
            continue
    return found


def test_a_whole_run_leaves_nothing_readable(place: Path) -> None:
    run = start(place, "process", str(place / "in"), "--out", str(place / "out"), "--mode", "pseudonym")
    seen: set[str] = set()
    watched = psutil.Process(run.pid)
    while run.poll() is None:
        try:
            seen |= mapped(watched)
        except psutil.NoSuchProcess:
            break
        time.sleep(0.2)
    assert run.wait() == 0
    assert len(list((place / "out").glob("*.txt"))) == 6
    assert (place / "home" / "cloister").exists()
    assert list(readable(place)) == []
    assert [path for path in (place / "tmp").rglob("*") if path.is_file()] == []
    inputs = {path for path in seen if path.startswith(str(place / "in"))}
    assert inputs == set(), "a document is never mapped: what is mapped may be swapped or left in a crash"


def test_a_run_that_is_killed_leaves_nothing_readable(place: Path) -> None:
    run = start(place, "process", str(place / "in"), "--out", str(place / "out"))
    deadline = time.monotonic() + 120
    while not list((place / "out").glob("*.txt")) and run.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    children = psutil.Process(run.pid).children(recursive=True) if run.poll() is None else []
    run.send_signal(signal.SIGKILL)
    run.wait()
    for child in children:
        child.kill()
    psutil.wait_procs(children)
    assert list(readable(place)) == []


def test_the_check_itself_would_see_a_secret(place: Path) -> None:
    (place / "tmp" / "left").write_bytes(b"\0\0" + SECRETS[1].encode("utf-16-le"))
    (place / "home" / "log").write_text(f"error in {SECRETS[0].upper()}")
    assert len(list(readable(place))) == 2
