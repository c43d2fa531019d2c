"""The one door for front ends: the open library, the work on it, reviews and exports. No Qt here."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from app.documents import Operator, Plan
from app.documents.errors import CloisterError, DocumentError
from app.formats.render import Picture
from app.masking import PRESETS, Policy, policy_from_json, policy_to_json
from app.pipeline import exporting, steps, teaching
from app.pipeline.events import Event, Listener, Progress
from app.pipeline.exporting import ExportOptions, ExportResult
from app.pipeline.naming import discover
from app.pipeline.planning import Planner
from app.pipeline.pool import Result, Task, WorkerPool, default_workers, worker_pool
from app.settings import Settings, data_folder, load_settings, save_settings
from app.store import AuditEntry, DocumentRow, Library, Reading, SearchHit, SpanDecision
from app.store.areas import Marked, areas, set_areas

__all__ = [
    "AuditEntry",
    "DocumentRow",
    "Event",
    "ExportOptions",
    "ExportResult",
    "Marked",
    "Picture",
    "Reading",
    "SearchHit",
    "Settings",
    "SpanDecision",
    "Workspace",
]


_SMALL = 0.05
"""Pixels per point of a picture that nobody looks at."""


class Workspace:
    """An open library with workers. Methods may block unless they say otherwise."""

    def __init__(self, library: Library, settings: Settings) -> None:
        self.library = library
        self.settings = settings
        self._passwords: dict[int, str] = {}
        self._cancelled: set[int] = set()
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._render_lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._renderer: WorkerPool | None = None
        self._progress = Progress()
        library.requeue_interrupted()
        if settings.retention_days:
            library.purge_texts(settings.retention_days)

    @classmethod
    def open(
        cls, folder: Path | None = None, passphrase: str | None = None, settings: Settings | None = None
    ) -> Workspace:
        """Open (or make) the library in `folder`. Raises StoreError or WrongPassphrase."""
        return cls(
            Library.open((folder or data_folder()) / "library", passphrase), settings or load_settings()
        )

    def close(self) -> None:
        """Stop work and close the library."""
        self.cancel()
        self.wait()
        if self._renderer is not None:
            self._renderer.close()
        self.library.close()

    # --- the queue --------------------------------------------------------------------------------

    def add(self, paths: Sequence[Path], password: str | None = None) -> list[DocumentRow]:
        """Queue files, and files in folders. Documents that are ready and unchanged stay as they are."""
        rows = []
        for found in discover(paths):
            try:
                size = found.path.stat().st_size
            except OSError:
                size = 0
            row = self.library.add(found.path, size)
            if password is not None:
                self._passwords[row.id] = password
            unchanged = row.state in ("ready", "exported") and row.size == size and password is None
            if not unchanged:
                row = self.library.set_state(row.id, "queued")
            self._cancelled.discard(row.id)
            rows.append(row)
        return rows

    def retry(self, document_ids: Sequence[int], password: str | None = None) -> list[DocumentRow]:
        """Queue documents again, after a failure or a cancel."""
        for document_id in document_ids:
            self._cancelled.discard(document_id)
            if password is not None:
                self._passwords[document_id] = password
        return [self.library.set_state(document_id, "queued") for document_id in document_ids]

    def rows(self) -> list[DocumentRow]:
        return self.library.rows()

    def start(self, listener: Listener) -> None:
        """Work through the queue in worker processes; returns at once. `listener` is called on the
        thread that runs the queue. Calling it again while it runs changes nothing: the run picks up
        documents queued in the meantime."""
        with self._lock:
            if self._thread is not None and self._thread.is_alive():
                return
            self._stop.clear()
            self._thread = threading.Thread(
                target=self._run, args=(listener,), name="cloister-queue", daemon=True
            )
            self._thread.start()

    @property
    def running(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for the run to end; False when `timeout` seconds were not enough."""
        thread = self._thread
        if thread is not None:
            thread.join(timeout)
            return not thread.is_alive()
        return True

    def cancel(self, document_id: int | None = None) -> None:
        """Cancel one document, or everything that is queued or at work. Returns at once."""
        if document_id is None:
            self._stop.set()
            return
        self._cancelled.add(document_id)
        if self.library.row(document_id).state == "queued":
            self.library.set_state(document_id, "cancelled")

    def cancel_many(self, document_ids: Sequence[int]) -> None:
        """Cancel several documents. Returns at once."""
        for document_id in document_ids:
            self.cancel(document_id)

    def remove(self, document_ids: Sequence[int]) -> None:
        """Forget documents; the files stay where they are."""
        self._cancelled.update(document_ids)
        self.library.remove(document_ids)

    def _run(self, listener: Listener) -> None:
        self._progress = Progress()
        pool = self._pool(self.settings.workers or default_workers())
        try:
            pool.run(
                lambda: self._next(listener),
                lambda result: self._finish(result, listener),
                on_pages=lambda number, done, total: listener(Event("pages", number, done=done, total=total)),
                stopped=self._stop.is_set,
                cancelled=self._cancelled.__contains__,
            )
        finally:
            pool.close()
            for row in self.library.rows():
                if row.state == "working":
                    listener(Event("state", row.id, self.library.set_state(row.id, "cancelled")))
            listener(Event("finished", done=self._progress.done, total=self._progress.total))

    def _pool(self, size: int) -> WorkerPool:
        return worker_pool(self.settings, size)

    def _next(self, listener: Listener) -> Task | None:
        waiting = self.library.next_queued()
        if waiting is None:
            return None
        self._progress.total = self._progress.done + self.library.count("queued", "working")
        row = self.library.set_state(waiting.id, "working")
        listener(Event("state", row.id, row, "reading"))
        listener(self._progress.event(row.name))
        password, own = self._passwords.get(row.id), teaching.own_bytes(self.library)
        return steps.analyse_task(row.id, Path(row.path), self.settings, password=password, own=own)

    def _finish(self, result: Result, listener: Listener) -> None:
        identifier = result.task.document_id
        try:
            if result.ok:
                analysed = steps.analysed(result)
                row = self.library.save_result(
                    identifier, analysed.document, analysed.analysis, analysed.seconds, analysed.vectors
                )
            elif result.reason == "cancelled":
                row = self.library.set_state(identifier, "cancelled")
            else:
                row = self.library.set_state(identifier, "failed", result.reason, result.sentence)
        except CloisterError:
            return  # removed from the library while it was at work
        self._progress.done += 1
        listener(Event("state", identifier, row, "done", message=row.sentence))
        listener(self._progress.event(row.name))

    # --- review -----------------------------------------------------------------------------------

    def review(self, document_id: int) -> Reading:
        """The document as read, its findings, decisions and marked areas. Raises StoreError."""
        return self.library.reading(document_id)

    def save_decisions(self, document_id: int, decisions: Sequence[SpanDecision]) -> None:
        self.library.save_decisions(document_id, decisions)

    def save_areas(self, document_id: int, marked: Sequence[Marked]) -> None:
        """Replace the areas of pages that go whole; nothing is written where none changed."""
        if list(marked) != areas(self.library, document_id):
            set_areas(self.library, document_id, list(marked))

    def plan(self, document_id: int, policy: Policy, mode: Operator | None = None) -> Plan:
        """What an export under `policy` would take out now."""
        reading = self.library.reading(document_id)
        return Planner(self.library).plan(
            reading.document,
            reading.analysis.entities,
            policy,
            decisions=reading.decisions,
            mode=mode,
            language=reading.analysis.language,
            areas=reading.areas,
        )

    def render(self, document_id: int, page: int, scale: float) -> Picture:
        """A page as it looks, drawn in a worker process. Raises DocumentError."""
        row = self.library.row(document_id)
        header = {
            "path": row.path,
            "page": page,
            "scale": scale,
            "password": self._passwords.get(document_id),
        }
        result = self._draw(Task(document_id, "render", header, seconds=60.0))
        if not result.ok:
            raise DocumentError(result.sentence)
        return Picture(int(result.facts["width"]), int(result.facts["height"]), result.blobs[0])

    def warm_renderer(self, sample: Path) -> None:
        """Start the worker that draws pages and let it draw one of a sample, so that the first page of a review
        comes as soon as any other."""
        if self._renderer is None:
            header = {"path": str(sample), "page": 1, "scale": _SMALL, "password": None}
            self._draw(Task(0, "render", header, seconds=60.0))

    def _draw(self, task: Task) -> Result:
        with self._render_lock:
            if self._renderer is None:
                self._renderer = self._pool(1)
            return self._renderer.call(task)

    # --- export -----------------------------------------------------------------------------------

    def export(
        self,
        document_ids: Sequence[int],
        out: Path,
        options: ExportOptions,
        listener: Listener = lambda event: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> list[ExportResult]:
        """Write redacted copies that passed their check; each failure is told and writes nothing."""
        return exporting.export(self, document_ids, out, options, listener, stopped)

    def password(self, document_id: int) -> str | None:
        """The password given for a document in this session; it is never stored."""
        return self._passwords.get(document_id)

    # --- the rest ---------------------------------------------------------------------------------

    def search(self, query: str) -> list[SearchHit]:
        return self.library.search(query)

    def audit(self) -> list[AuditEntry]:
        return self.library.audit(1000)

    def policies(self) -> list[Policy]:
        """The presets, then the user's own."""
        own = [policy_from_json(json.loads(data)) for data in self.library.kept("policy").values()]
        names = {policy.name for policy in own}
        return [policy for policy in PRESETS.values() if policy.name not in names] + own

    def save_policy(self, policy: Policy) -> None:
        self.library.keep(
            "policy", policy.name, json.dumps(policy_to_json(policy), sort_keys=True).encode("utf-8")
        )

    def save_settings(self, settings: Settings) -> None:
        save_settings(settings)
        self.settings = settings
