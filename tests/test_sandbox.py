"""A worker sees the program and its scratch folder, and of documents only what it is handed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from app import sandbox
from app.pipeline import messages, worker
from app.pipeline.pool import Result, Task, WorkerPool
from app.pipeline.worker import WorkerOptions

needs_landlock = pytest.mark.skipif(not sandbox.version(), reason="this kernel has no Landlock")


def curious(connection: Connection, options: WorkerOptions) -> None:
    """A worker that was taken over: it tries what it should not be able to do, and tells."""
    worker._confine(options)
    while True:
        header, _ = messages.unpack(connection.recv_bytes())
        probe = worker._Worker(options, worker._Pulse(connection))
        probe.take_files(connection, header.pop("files", {}))
        tried = {}
        for name, path in header["try"].items():
            try:
                Path(path).read_bytes()
                tried[f"read {name}"] = True
            except OSError:
                tried[f"read {name}"] = False
            try:
                Path(path).with_name("planted").write_bytes(b"x")
                tried[f"write beside {name}"] = True
            except OSError:
                tried[f"write beside {name}"] = False
        try:
            list(Path(header["folder"]).iterdir())
            tried["list"] = True
        except OSError:
            tried["list"] = False
        (Path(options.scratch) / "mine").write_bytes(b"x")
        given = probe._load(header, "path").decode() if "path" in header else ""
        connection.send_bytes(
            messages.pack({"ok": True, "tried": tried, "given": given, "scratch": options.scratch})
        )


def call(task: Task, target: object = curious) -> Result:
    pool = WorkerPool(1, WorkerOptions(), target)  # type: ignore[arg-type]
    try:
        return pool.call(task)
    finally:
        pool.close()


@needs_landlock
def test_a_worker_reads_the_document_it_was_handed_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("the letter")
    (tmp_path / "secret.txt").write_text("the secret")
    home = Path.home() / ".cloister-probe"
    tries = {"neighbour": str(tmp_path / "secret.txt"), "home": str(home), "passwords": "/etc/passwd"}
    try:
        home.write_text("x")
        header = {"path": str(tmp_path / "letter.txt"), "try": tries, "folder": str(tmp_path)}
        result = call(Task(1, "probe", header))
    finally:
        home.unlink(missing_ok=True)
    assert result.ok
    assert result.facts["given"] == "the letter"
    assert not any(result.facts["tried"].values()), result.facts["tried"]
    assert not (tmp_path / "planted").exists()


@needs_landlock
def test_the_scratch_folder_goes_with_its_worker(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    result = call(Task(1, "probe", {"path": str(tmp_path / "letter.txt"), "try": {}, "folder": "/"}))
    assert result.facts["scratch"]
    assert not Path(result.facts["scratch"]).exists()


@pytest.mark.parametrize("name", ["gone.txt", "folder"])
def test_what_cannot_be_opened_is_told_as_before(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    header = {"path": str(tmp_path / name), "password": None, "ocr": False, "find": False}
    result = call(Task(1, "analyse", header), worker.main)
    assert not result.ok
    assert result.reason in ("vanished", "unreadable", "unsupported")


def test_an_orphan_ends(tmp_path: Path) -> None:
    """Kill a program whose worker is at work: the worker notices and ends."""
    script = tmp_path / "start.py"
    script.write_text(
        textwrap.dedent(
            """
            import json, os, sys, threading, time
            from multiprocessing.connection import Connection
            from app.pipeline import worker
            from app.pipeline.pool import Task, WorkerPool
            from app.pipeline.worker import WorkerOptions

            def stuck(connection, options):
                worker._die_with_parent()
                print(json.dumps(os.getpid()), flush=True)
                time.sleep(600)

            if __name__ == "__main__":
                WorkerPool(1, WorkerOptions(), stuck).call(Task(1, "x", {}))
            """
        )
    )
    program = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True, cwd=Path.cwd(),
                               env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])})  # fmt: skip
    assert program.stdout is not None
    orphan = json.loads(program.stdout.readline())
    program.kill()
    program.wait()
    for _ in range(600):
        state = Path(f"/proc/{orphan}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return
        import time

        time.sleep(0.1)
    os.kill(orphan, 9)
    pytest.fail("the worker outlived its program")
