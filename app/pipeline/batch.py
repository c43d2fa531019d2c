"""A folder in, redacted copies out: analyse, plan, redact, check, write, remember. Resumes after anything."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import psutil

from app import __version__
from app.documents import Plan
from app.documents.errors import CannotWrite, CloisterError, FileUnreadable
from app.formats import write_atomically
from app.masking import policy_to_json
from app.pipeline import papers, steps, teaching
from app.pipeline.copying import CopyOptions
from app.pipeline.events import Event, Listener, Progress
from app.pipeline.naming import Found, discover, file_sha256, must_be_writable, output_path
from app.pipeline.planning import Planner
from app.pipeline.pool import Result, Task, WorkerPool, default_workers, worker_pool
from app.pipeline.reporting import item_detail, write_batch_report
from app.settings import Settings
from app.store import JobItem, Library, SpanDecision
from app.store.areas import areas


@dataclass(frozen=True, slots=True)
class BatchOptions(CopyOptions):
    """What decides how the copies of a folder come out. Two runs with equal options give equal copies."""

    types: frozenset[str] | None = None
    terms: tuple[str, ...] = ()
    auto: bool = True

    def digest(self) -> str:
        """Names this set of options in the library."""
        facts = {
            "policy": policy_to_json(self.policy),
            "mode": self.mode,
            "types": sorted(self.types) if self.types is not None else None,
            "terms": self.terms,
            "auto": self.auto,
            "strict_width": self.strict_width,
            "check_ocr": self.check_ocr,
            "rename": self.rename,
            "papers": [self.certificate, self.log],
            **({"as_text": True} if self.as_text else {}),
            "version": __version__,
        }
        return hashlib.sha256(json.dumps(facts, sort_keys=True).encode("utf-8")).hexdigest()


@dataclass(slots=True)
class BatchOutcome:
    """What became of every file."""

    items: list[JobItem] = field(default_factory=list)
    unchanged: int = 0
    stopped: bool = False
    seconds: float = 0.0

    @property
    def failed(self) -> list[JobItem]:
        return [item for item in self.items if item.state != "done"]

    @property
    def exit_code(self) -> int:
        """0 all done, 1 some failed or stopped, 3 a leak was found."""
        if any(item.reason == "leak" for item in self.items):
            return 3
        return 1 if self.failed or self.stopped else 0


class Batch:
    """One run over files into one folder."""

    def __init__(
        self,
        library: Library,
        settings: Settings,
        out: Path,
        options: BatchOptions,
        listener: Listener,
        *,
        password: str | None = None,
        fresh: bool = False,
        pool: WorkerPool | None = None,
    ) -> None:
        """`pool` may have a worker running already; the run ends it."""
        self._library = library
        self._settings = settings
        self._out = out.absolute()
        self._options = options
        self._listener = listener
        self._password = password
        self._fresh = fresh
        self._pool = pool or worker_pool(settings)
        self._key = options.digest()
        self._planner = Planner(library)
        self._own = teaching.own_bytes(library)
        self._progress = Progress()
        self._outcome = BatchOutcome()
        self._stop = threading.Event()
        self._found: dict[int, Found] = {}
        self._sha256: dict[int, str] = {}
        self._analysed: dict[int, steps.Analysed] = {}
        self._plans: dict[int, Plan] = {}
        self._known: dict[str, JobItem] = {}
        self._taken: set[str] = set()

    def stop(self) -> None:
        """End soon; what is finished stays, the rest waits for the next run."""
        self._stop.set()

    def run(self, paths: Sequence[Path]) -> BatchOutcome:
        """Process everything. Raises CannotWrite when the output folder cannot be used at all."""
        started = time.monotonic()
        self._prepare_out()
        found = list(discover(paths, skip=self._out))
        self._known = {} if self._fresh else self._library.job_items(self._out, self._key)
        self._taken = {
            item.output.casefold()
            for item in self._library.job_items(self._out, self._key).values()
            if item.output
        }
        self._progress.total = len(found)
        job = self._library.start_job(self._out, self._key, paths)
        pool = self._pool
        pool.resize(min(self._settings.workers or default_workers(), len(found)))
        tasks = self._tasks(found)
        try:
            pool.run(
                lambda: next(tasks, None), self._on_result, on_pages=self._on_pages, stopped=self._stop.is_set
            )
        finally:
            pool.close()
            self._planner.save()
            self._outcome.stopped = self._stop.is_set()
            self._outcome.seconds = time.monotonic() - started
            self._library.finish_job(job, "stopped" if self._outcome.stopped else "done")
            self._report()
        self._listener(Event("finished", done=self._progress.done, total=self._progress.total))
        return self._outcome

    def _prepare_out(self) -> None:
        try:
            self._out.mkdir(parents=True, exist_ok=True)
            for left_over in self._out.rglob(".cloister-*.part"):
                if _writer_is_gone(left_over.name):
                    left_over.unlink(missing_ok=True)
        except OSError as error:
            raise CannotWrite(error.strerror or "") from error

    def _report(self) -> None:
        write_batch_report(self._out, self._outcome, self._options)

    def _tasks(self, found: Sequence[Found]) -> Iterator[Task]:
        for each in found:
            task = self._task(each)
            if task is not None:
                yield task

    def _task(self, found: Found) -> Task | None:
        """The first step for a file; None when it is done already or cannot even be opened."""
        try:
            sha256 = file_sha256(found.path)
        except CloisterError as error:
            self._fail(found, "", error)
            return None
        except OSError:
            self._fail(found, "", FileUnreadable())
            return None
        if self._unchanged(found, sha256):
            return None
        row = self._library.add(found.path, found.path.stat().st_size)
        self._found[row.id], self._sha256[row.id] = found, sha256
        row = self._library.set_state(row.id, "working")
        self._listener(Event("state", row.id, row, "reading"))
        return steps.analyse_task(
            row.id,
            found.path,
            self._settings,
            password=self._password,
            find=self._options.auto,
            own=self._own,
        )

    def _unchanged(self, found: Found, sha256: str) -> bool:
        known = self._known.get(str(found.path))
        if known is None or known.state != "done" or known.sha256 != sha256:
            return False
        try:
            if file_sha256(Path(known.output)) != known.output_sha256:
                return False
        except (OSError, CloisterError):
            return False
        self._outcome.items.append(known)
        self._outcome.unchanged += 1
        self._advance("")
        return True

    def _on_pages(self, identifier: int, done: int, total: int) -> None:
        name = self._found[identifier].path.name
        self._listener(self._progress.event(f"{name}, page {done} of {total}"))

    def _on_result(self, result: Result) -> Task | None:
        identifier = result.task.document_id
        found = self._found[identifier]
        try:
            if not result.ok:
                raise _Failed(result.reason, result.sentence)
            if result.task.verb == "analyse":
                return self._plan(identifier, found, steps.analysed(result))
            self._write(identifier, found, steps.checked(result))
        except _Failed as failure:
            self._fail(found, self._sha256[identifier], failure, identifier)
        except CloisterError as error:
            self._fail(found, self._sha256[identifier], error, identifier)
        return None

    def _plan(self, identifier: int, found: Found, analysed: steps.Analysed) -> Task:
        decisions: tuple[SpanDecision, ...] = ()
        row = self._library.row(identifier)
        if row.sha256 == analysed.document.source.sha256 and row.state != "queued":
            decisions = self._decisions(identifier)
        row = self._library.save_result(
            identifier, analysed.document, analysed.analysis, analysed.seconds, analysed.vectors
        )
        self._listener(Event("state", identifier, row, "redacting"))
        plan = self._planner.plan(
            analysed.document,
            analysed.analysis.entities if self._options.auto else (),
            self._options.policy,
            decisions=decisions,
            terms=self._options.terms,
            mode=self._options.mode,
            types=self._options.types,
            strict_width=self._options.strict_width,
            language=analysed.analysis.language,
            areas=areas(self._library, identifier),
        )
        # The document itself goes back to a worker; only what naming and the report need stays here.
        self._analysed[identifier] = replace(analysed, document=replace(analysed.document, text=""))
        self._plans[identifier] = plan
        return steps.redact_task(
            identifier,
            found.path,
            analysed.document,
            plan,
            self._settings,
            password=self._password,
            check_ocr=self._options.check_ocr,
            as_text=self._options.as_text,
        )

    def _decisions(self, identifier: int) -> tuple[SpanDecision, ...]:
        try:
            return self._library.reading(identifier).decisions
        except CloisterError:
            return ()

    def _write(self, identifier: int, found: Found, checked: steps.Checked) -> None:
        if not checked.verification.clean:
            raise _Failed("leak", steps.leak_sentence(checked.verification))
        analysed, plan = self._analysed.pop(identifier), self._plans.pop(identifier)
        target = self._target(found, analysed, plan, checked.redacted.extension)
        digest = hashlib.sha256(checked.redacted.data).hexdigest()
        item = JobItem(
            str(found.path),
            self._sha256[identifier],
            "writing",
            str(target),
            digest,
            detail=item_detail(analysed, plan, checked),
        )
        # The name is remembered first: after a power cut the next run overwrites its own file only.
        self._library.save_job_item(self._out, self._key, item)
        write_atomically(target, checked.redacted.data)
        self._write_papers(target, analysed, plan, checked)
        counts = _counts(plan)
        row = self._library.record_export(identifier, target, digest, self._options.policy.name, counts)
        done = replace(item, state="done")
        self._library.save_job_item(self._out, self._key, done)
        self._outcome.items.append(done)
        self._listener(Event("state", identifier, row, "done"))
        self._advance(found.path.name)

    def _write_papers(
        self, target: Path, analysed: steps.Analysed, plan: Plan, checked: steps.Checked
    ) -> None:
        options = self._options
        if options.certificate:
            facts = papers.certificate(
                analysed, plan, checked, options.policy.name, pixels_read=options.check_ocr
            )
            papers.write_certificate(target, facts)
        if options.log:
            entities = analysed.analysis.entities
            papers.write_log_and_legend(target, analysed.document, plan, entities, options.policy.title)

    def _target(self, found: Found, analysed: steps.Analysed, plan: Plan, extension: str) -> Path:
        known = self._known.get(str(found.path)) or self._library.job_items(self._out, self._key).get(
            str(found.path)
        )
        if known is not None and known.output:
            return Path(known.output)
        terms: list[str] = []
        if self._options.rename:
            terms = [*plan.terms, *(text for _, text in analysed.name_terms)]
        target = output_path(self._out, found.relative, extension, terms, self._taken, found.path)
        self._taken.add(str(target).casefold())
        return target

    def _fail(self, found: Found, sha256: str, error: CloisterError, identifier: int | None = None) -> None:
        item = JobItem(str(found.path), sha256, "failed", reason=error.reason, sentence=str(error))
        self._library.save_job_item(self._out, self._key, item)
        self._outcome.items.append(item)
        if identifier is None:
            row = self._library.add(found.path, 0)
            identifier = row.id
        row = self._library.set_state(identifier, "failed", error.reason, str(error))
        self._analysed.pop(identifier, None)
        self._plans.pop(identifier, None)
        self._listener(Event("state", identifier, row, "failed", message=str(error)))
        self._advance(found.path.name)

    def _advance(self, name: str) -> None:
        self._progress.done += 1
        self._listener(self._progress.event(name))


class DryRun(Batch):
    """Everything but the writing. Its library should be a scratch copy: what the run learns goes into it."""

    def _prepare_out(self) -> None:
        must_be_writable(self._out / "copy")

    def _write(self, identifier: int, found: Found, checked: steps.Checked) -> None:
        if not checked.verification.clean:
            raise _Failed("leak", steps.leak_sentence(checked.verification))
        analysed, plan = self._analysed.pop(identifier), self._plans.pop(identifier)
        target = self._target(found, analysed, plan, checked.redacted.extension)
        must_be_writable(target)
        detail = item_detail(analysed, plan, checked)
        self._outcome.items.append(
            JobItem(str(found.path), self._sha256[identifier], "done", str(target), detail=detail)
        )
        self._advance(found.path.name)

    def _report(self) -> None:
        return


class _Failed(CloisterError):
    """A failure told by a worker: reason and sentence as they came."""

    def __init__(self, reason: str, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = reason


def _writer_is_gone(name: str) -> bool:
    """True when the process that began this temporary file does not run any more."""
    number = name.removeprefix(".cloister-").partition("-")[0]
    return number.isdigit() and not psutil.pid_exists(int(number))


def _counts(plan: Plan) -> dict[str, int]:
    counts: dict[str, int] = {}
    for removal in plan.removals:
        counts[removal.type] = counts.get(removal.type, 0) + 1
    return counts
