"""The process that meets untrusted bytes. It has no network, bounded memory, no files but the documents that
it is handed as open descriptors, and no way to write results but the pipe to its parent."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, replace
from multiprocessing import reduction
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import offline, sandbox
from app.documents.errors import CloisterError, DamagedFile, LimitExceeded
from app.pipeline import messages

if TYPE_CHECKING:
    from app.analysis.understanding import Own
    from app.pipeline.analyse import Analyser


FILES = ("path", "redacted")
"""Keys of a header that name documents; their descriptors follow the message."""
HANDED = "handed over"
_WATCH_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class WorkerOptions:
    """Bounds and knobs of one worker process."""

    memory_mib: int = 8192
    threads: int = 1
    """Of the model, where no other worker is at work; a task says how many are its own."""
    preload: bool = False
    """Load recognisers and models before the first task comes."""
    scratch: str = ""
    """Its folder for temporary files, made and removed by the parent; "" leaves the file system open."""


def main(connection: Connection, options: WorkerOptions) -> None:
    """Answer tasks until the pipe closes."""
    _confine(options)
    worker = _Worker(options, _Pulse(connection))
    if options.preload:
        worker.preload()
    while True:
        try:
            header, blobs = messages.unpack(connection.recv_bytes())
        except (EOFError, OSError):
            return
        try:
            worker.take_files(connection, header.pop("files", {}))
            answer = worker.answer(header, blobs)
        except MemoryError:
            answer = _failure(LimitExceeded("it needs more memory than allowed", f"{options.memory_mib} MiB"))
        except CloisterError as error:
            answer = _failure(error)
        except EOFError:
            return
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
    _die_with_parent()
    offline.guard()
    if options.scratch:
        tempfile.tempdir = options.scratch
        sandbox.confine(Path(options.scratch))
    with contextlib.suppress(OSError):
        os.nice(5)
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        _limit(resource.RLIMIT_AS, options.memory_mib * 1024 * 1024)
        _limit(resource.RLIMIT_CORE, 0)
        _limit(resource.RLIMIT_NOFILE, 256)
        _limit(resource.RLIMIT_FSIZE, 512 * 1024 * 1024)


def _die_with_parent() -> None:
    """End when the program was killed, even in the middle of a document. (The kernel's own signal for that
    goes by the thread that started this process, and threads come and go.)"""
    if os.name != "posix":
        return
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_WATCH_SECONDS)
        os._exit(1)

    threading.Thread(target=watch, name="parent-watch", daemon=True).start()


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
        self._files: dict[str, int | str] = {}
        self._analyser: Analyser | None = None
        self._own: tuple[bytes, Own] | None = None

    def take_files(self, connection: Connection, files: dict[str, str]) -> None:
        """Receive the descriptors that follow a message, by the header's keys they stand for."""
        for descriptor in self._files.values():
            if isinstance(descriptor, int):
                with contextlib.suppress(OSError):
                    os.close(descriptor)
        self._files = {
            key: reduction.recv_handle(connection) if how == HANDED else how for key, how in files.items()
        }

    def _load(self, header: dict[str, Any], key: str) -> bytes:
        """A document's bytes. Raises what `formats.load` raises."""
        from app import formats
        from app.documents.errors import FileUnreadable, FileVanished

        given = self._files.pop(key, None)
        if given == "vanished":
            raise FileVanished
        if given == "unreadable":
            raise FileUnreadable
        if isinstance(given, int):
            return formats.load_open(given)
        return formats.load(Path(header[key]))

    def answer(self, header: dict[str, Any], blobs: list[bytes]) -> bytes:
        verb = header["verb"]
        if verb == "analyse":
            return self._analyse(header, blobs)
        if verb == "redact":
            return self._redact(header, blobs)
        if verb == "render":
            return self._render(header)
        if verb == "verify":
            return self._verify(header)
        raise ValueError(verb)

    def _analyse(self, header: dict[str, Any], blobs: list[bytes]) -> bytes:
        from app import formats
        from app.documents import Analysis, analysis_to_json
        from app.documents.serial import document_to_bytes

        started = time.perf_counter()
        path = Path(header["path"])
        context = formats.Context(
            path.name, password=header["password"], ocr=header["ocr"], on_page=self._pulse
        )
        document = formats.read_bytes(self._load(header, "path"), context)
        document = replace(document, source=replace(document.source, path=str(path)))
        read_ms = (time.perf_counter() - started) * 1000.0
        analysis, vectors, name_terms = Analysis(), b"", []
        if header["find"]:
            analyser = self.analyser()
            analysis, vectors = analyser.examine(document, self._own_of(blobs), header["threads"])
            name_terms = [[e.type, e.text] for e in analyser.name_entities(path.name)]
        analysis.timings_ms["read"] = read_ms
        facts = {
            "ok": True,
            "analysis": analysis_to_json(analysis),
            "seconds": time.perf_counter() - started,
            "name_terms": name_terms,
        }
        return messages.pack(facts, (document_to_bytes(document), vectors))

    def preload(self) -> None:
        """What an analysis needs, before it is asked for."""
        from app.formats import formats

        formats()
        self.analyser()

    def analyser(self) -> Analyser:
        """Loaded once, when it is first needed."""
        if self._analyser is None:
            from app.pipeline.analyse import Analyser

            self._analyser = Analyser(self._options.threads)
        return self._analyser

    def _own_of(self, blobs: list[bytes]) -> Own | None:
        """What the user taught, read anew only where it changed."""
        data = blobs[0] if blobs else b""
        if not data:
            return None
        if self._own is None or self._own[0] != data:
            from app.analysis.understanding import own_from_bytes

            self._own = data, own_from_bytes(data)
        return self._own[1]

    def _redact(self, header: dict[str, Any], blobs: list[bytes]) -> bytes:
        from app import formats
        from app.documents.serial import document_from_bytes
        from app.formats.plain_copy import plain_copy
        from app.verify import verify

        path = Path(header["path"])
        document = document_from_bytes(blobs[0])
        plan = messages.plan_from_json(header["plan"])
        data = self._load(header, "path")
        context = formats.Context(name=path.name, password=header["password"], ocr=header["ocr"])
        if header["as_text"]:
            redacted = plain_copy(document, plan)
        else:
            redacted = formats.redact_bytes(data, document, plan, context)
        verification = verify(
            data,
            path.name,
            redacted.data,
            header["output_name"] + redacted.extension,
            plan.terms,
            password=header["password"],
            ocr=header["check_ocr"],
            allowed=tuple({text for r in plan.removals for text in (r.replacement, r.code) if text}),
            on_page=self._pulse,
        )
        facts = {
            "ok": True,
            "redacted": messages.redacted_to_json(redacted),
            "verification": messages.verification_to_json(verification),
        }
        return messages.pack(facts, (redacted.data if verification.clean else b"",))

    def _render(self, header: dict[str, Any]) -> bytes:
        from app.formats.render import render_page

        path = Path(header["path"])
        picture = render_page(
            self._load(header, "path"), path.name, header["page"], header["scale"], header["password"]
        )
        return messages.pack({"ok": True, "width": picture.width, "height": picture.height}, (picture.rgb,))

    def _verify(self, header: dict[str, Any]) -> bytes:
        from app.pipeline.check import check_files
        from app.verify import inspect

        name, data = Path(header["path"]).name, self._load(header, "path")
        if header["redacted"] is None:
            verification = inspect(data, name, thorough=True)
        else:
            verification = check_files(
                (name, data),
                (Path(header["redacted"]).name, self._load(header, "redacted")),
                header["terms"],
                password=header["password"],
                ocr=header["ocr"],
            )
        return messages.pack({"ok": True, "verification": messages.verification_to_json(verification)})
