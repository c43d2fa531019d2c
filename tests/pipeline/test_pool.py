"""A worker that crashes, hangs or talks nonsense costs one document; the others go on."""

from __future__ import annotations

import os
import time
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from app.pipeline import messages
from app.pipeline.pool import Result, Task, WorkerPool, _Worker
from app.pipeline.worker import WorkerOptions, _Pulse


def obedient(connection: Connection, options: WorkerOptions) -> None:
    """Does what each task says."""
    while True:
        try:
            header, blobs = messages.unpack(connection.recv_bytes())
        except EOFError:
            return
        marker = Path(header.get("marker", "/nonexistent"))
        if header["verb"] == "crash" or (header["verb"] == "crash once" and not marker.exists()):
            if header["verb"] == "crash once":
                marker.touch()
            os._exit(9)
        if header["verb"] == "hang":
            time.sleep(600)
        if header["verb"] == "nonsense":
            connection.send_bytes(b"\x00\x01garbage")
            continue
        if header["verb"] == "fail":
            connection.send_bytes(messages.pack({"ok": False, "reason": "damaged", "sentence": "Broken."}))
            continue
        if header["verb"] == "wait":
            time.sleep(1.0)
        facts = {"ok": True, "number": header["number"], "threads": header["threads"]}
        connection.send_bytes(messages.pack(facts, tuple(blobs)))


def run(tasks: list[Task], size: int = 2, threads: int = 1, **options: object) -> dict[int, Result]:
    waiting, results = list(reversed(tasks)), {}

    def keep(result: Result) -> None:
        results[result.task.document_id] = result

    pool = WorkerPool(size, WorkerOptions(threads=threads), obedient)
    try:
        pool.run(lambda: waiting.pop() if waiting else None, keep, **options)
    finally:
        pool.close()
    return results


def task(number: int, verb: str = "echo", **header: object) -> Task:
    return Task(number, verb, {"number": number, **header}, (bytes([number]),), seconds=5.0)


def test_every_task_is_answered_with_its_own_data() -> None:
    results = run([task(n) for n in range(12)])
    assert sorted(results) == list(range(12))
    for number, result in results.items():
        assert result.ok
        assert result.facts["number"] == number
        assert result.blobs == (bytes([number]),)


def test_a_document_alone_has_all_threads_and_several_share_them() -> None:
    assert run([task(0)], threads=4)[0].facts["threads"] == 4
    several = run([task(n, "wait") for n in range(4)], size=4, threads=4)
    assert several[3].facts["threads"] == 1


def test_a_crash_costs_one_document_after_a_second_chance(tmp_path: Path) -> None:
    marker = str(tmp_path / "marker")
    results = run([task(0), task(1, "crash"), task(2, "crash once", marker=marker), task(3), task(4, "fail")])
    assert {n: (r.ok, r.reason) for n, r in results.items()} == {
        0: (True, ""),
        1: (False, "crash"),
        2: (True, ""),
        3: (True, ""),
        4: (False, "damaged"),
    }
    assert "set aside" in results[1].sentence


def test_nonsense_from_a_worker_is_a_crash() -> None:
    results = run([task(0, "nonsense"), task(1)])
    assert (results[0].reason, results[1].ok) == ("crash", True)


def test_a_hanging_document_can_be_cancelled_and_the_rest_goes_on() -> None:
    results = run([task(0, "hang"), task(1), task(2)], cancelled=lambda identifier: identifier == 0)
    assert results[0].reason == "cancelled"
    assert results[1].ok
    assert results[2].ok


def test_a_hanging_document_runs_into_its_time_limit() -> None:
    hanging = Task(0, "hang", {"number": 0}, seconds=-59.0)  # the first task of a worker gets 60 s to load
    results = run([hanging, task(1)])
    assert results[0].reason == "timeout"
    assert results[1].ok


def test_a_follow_up_task_goes_before_new_ones() -> None:
    order: list[str] = []
    waiting = [task(2), task(1)]

    def on_result(result: Result) -> Task | None:
        order.append(f"{result.task.document_id}{result.task.verb}")
        return task(result.task.document_id, "second") if result.task.verb == "echo" else None

    pool = WorkerPool(1, WorkerOptions(), obedient)
    try:
        pool.run(lambda: waiting.pop() if waiting else None, on_result)
    finally:
        pool.close()
    assert order == ["1echo", "1second", "2echo", "2second"]


def test_stopping_drops_what_is_unfinished() -> None:
    results = run([task(n) for n in range(50)], stopped=lambda: True)
    assert results == {}


def test_pages_that_come_out_move_the_time_limit_but_not_for_ever() -> None:
    ours, theirs = Pipe()
    heard: list[tuple[int, int, int]] = []
    pool = WorkerPool(1, WorkerOptions(), obedient)
    for latest in (1e12, 7.0):
        busy = _Worker(None, ours, "", task(4), deadline=5.0, latest=latest)  # type: ignore[arg-type]
        theirs.send_bytes(messages.pack({"pages": [3, 80]}))
        assert pool._receive(busy, task(4), lambda *news: heard.append(news)) == (None, None)
        assert busy.task is not None
        assert 5.0 < busy.deadline <= latest
    assert heard == [(4, 3, 80), (4, 3, 80)]


def test_a_worker_tells_of_its_pages_through_the_same_pipe() -> None:
    ours, theirs = Pipe()
    _Pulse(theirs)(1, 9)
    assert messages.unpack(ours.recv_bytes())[0] == {"pages": [1, 9]}
