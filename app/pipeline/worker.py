"""The process that meets untrusted bytes. It has no network, bounded memory and no way to write results
but the pipe to its parent."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import offline
from app.documents.errors import CloisterError, DamagedFile, LimitExceeded
from app.pipeline import messages

if TYPE_CHECKING:
    from app.pipeline.analyse import Analyser


@dataclass(frozen=True, slots=True)
class WorkerOptions:
    """Bounds and knobs of one worker process."""

    memory_mib: int = 8192
    threads: int = 1


def main(connection: Connection, options: WorkerOptions) -> None:
    """Answer tasks until the pipe closes."""
    _confine(options)
    worker = _Worker(options, _Pulse(connection))
    while True:
        try:
            header, blobs = messages.unpack(connection.recv_bytes())
        except (EOFError, OSError):
            return
        try:
            answer = worker.answer(header, blobs)
        except MemoryError:
            answer = _failure(LimitExceeded("it needs more memory than allowed", f"{options.memory_mib} MiB"))
        except CloisterError as error:
            answer = _failure(error)
        except RecursionError:
            answer = _failure(LimitExceeded("it is nested too deeply", str(sys.getrecursionlimit())))
        except Exception as error:  # one document's failure, told by its kind only: messages may hold text
            answer = _failure(DamagedFile(type(error).__name__))
        try:
            connection.send_bytes(answer)
        except OSError:
            return


def _failure(error: CloisterError) -> bytes:
    return messages.pack({"ok": False, "reason": error.reason, "sentence": str(error)})


def _confine(options: WorkerOptions) -> None:
    """Ignore the terminal's Ctrl-C (the parent decides), refuse the network, bound memory and files."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    offline.guard()
    with contextlib.suppress(OSError):
        os.nice(5)
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        _limit(resource.RLIMIT_AS, options.memory_mib * 1024 * 1024)
        _limit(resource.RLIMIT_CORE, 0)
        _limit(resource.RLIMIT_NOFILE, 256)
        _limit(resource.RLIMIT_FSIZE, 512 * 1024 * 1024)


def _limit(which: int, value: int) -> None:
    import resource

    hard = resource.getrlimit(which)[1]
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(which, (value, hard))


class _Pulse:
    """Tells the parent how many pages are done, at most once a second: a long document is not a hung one."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._told = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._told >= 1.0:
            self._told = now
            self._connection.send_bytes(messages.pack({"pages": [done, total]}))


class _Worker:
    def __init__(self, options: WorkerOptions, pulse: _Pulse) -> None:
        self._options = options
        self._pulse = pulse
        self._analyser: Analyser | None = None

    def answer(self, header: dict[str, Any], blobs: list[bytes]) -> bytes:
        verb = header["verb"]
        if verb == "analyse":
            return self._analyse(header)
        if verb == "redact":
            return self._redact(header, blobs)
        if verb == "render":
            return self._render(header)
        if verb == "verify":
            return self._verify(header)
        raise ValueError(verb)

    def _analyse(self, header: dict[str, Any]) -> bytes:
        from app import formats
        from app.documents import Analysis, analysis_to_json
        from app.documents.serial import document_to_bytes

        started = time.perf_counter()
        document = formats.read(
            Path(header["path"]), password=header["password"], ocr=header["ocr"], on_page=self._pulse
        )
        read_ms = (time.perf_counter() - started) * 1000.0
        analysis, name_terms = Analysis(), []
        if header["find"]:
            if self._analyser is None:
                from app.pipeline.analyse import Analyser

                self._analyser = Analyser(self._options.threads)
            analysis = self._analyser.analyse(document)
            name_terms = [[e.type, e.text] for e in self._analyser.name_entities(Path(header["path"]).name)]
        analysis.timings_ms["read"] = read_ms
        facts = {
            "ok": True,
            "analysis": analysis_to_json(analysis),
            "seconds": time.perf_counter() - started,
            "name_terms": name_terms,
        }
        return messages.pack(facts, (document_to_bytes(document),))

    def _redact(self, header: dict[str, Any], blobs: list[bytes]) -> bytes:
        from app import formats
        from app.documents.serial import document_from_bytes
        from app.verify import verify

        path = Path(header["path"])
        document = document_from_bytes(blobs[0])
        plan = messages.plan_from_json(header["plan"])
        data = formats.load(path)
        context = formats.Context(name=path.name, password=header["password"], ocr=header["ocr"])
        redacted = formats.redact_bytes(data, document, plan, context)
        verification = verify(
            data,
            path.name,
            redacted.data,
            header["output_name"] + redacted.extension,
            plan.terms,
            password=header["password"],
            ocr=header["check_ocr"],
            allowed=tuple({r.replacement for r in plan.removals if r.replacement}),
            on_page=self._pulse,
        )
        facts = {
            "ok": True,
            "redacted": messages.redacted_to_json(redacted),
            "verification": messages.verification_to_json(verification),
        }
        return messages.pack(facts, (redacted.data if verification.clean else b"",))

    def _render(self, header: dict[str, Any]) -> bytes:
        from app import formats
        from app.formats.render import render_page

        path = Path(header["path"])
        picture = render_page(
            formats.load(path), path.name, header["page"], header["scale"], header["password"]
        )
        return messages.pack({"ok": True, "width": picture.width, "height": picture.height}, (picture.rgb,))

    def _verify(self, header: dict[str, Any]) -> bytes:
        from app.pipeline.check import check_files

        verification = check_files(
            Path(header["path"]),
            Path(header["redacted"]),
            header["terms"],
            password=header["password"],
            ocr=header["ocr"],
        )
        return messages.pack({"ok": True, "verification": messages.verification_to_json(verification)})
