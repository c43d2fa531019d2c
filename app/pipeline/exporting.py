"""Redacted copies of documents in the library: exports, and dry runs that do everything but the writing."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__
from app.documents import Plan, Verification
from app.documents.errors import CloisterError, DocumentError
from app.formats import write_atomically
from app.pipeline import papers, steps
from app.pipeline.copying import CopyOptions
from app.pipeline.events import Event, Listener, Progress
from app.pipeline.naming import clean_name, must_be_writable, output_path, safe_name
from app.pipeline.planning import Planner
from app.pipeline.pool import Result, Task, default_workers, worker_pool
from app.pipeline.reporting import item_detail, write_report
from app.store import Reading

if TYPE_CHECKING:
    from app.pipeline.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ExportOptions(CopyOptions):
    """How copies of documents in the library come out."""

    report: bool = True
    """Write a JSON and an HTML report beside each copy."""


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What became of one export; `output` is "" where nothing was written."""

    document_id: int
    ok: bool
    output: str
    sentence: str = ""
    verification: Verification | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """What a dry run found: the results as an export would have them, and how much would go."""

    results: list[ExportResult]
    removals: dict[int, int]
    """Document → places that would be taken out; only of those that would be written."""

    @property
    def refused(self) -> list[ExportResult]:
        return [result for result in self.results if not result.ok]

    @property
    def total(self) -> int:
        return sum(self.removals.values())


def export(
    workspace: Workspace,
    document_ids: Sequence[int],
    out: Path,
    options: ExportOptions,
    listener: Listener = lambda event: None,
    stopped: Callable[[], bool] = lambda: False,
    *,
    keep_folders: bool = False,
) -> list[ExportResult]:
    """Write redacted copies that passed their check; each failure is told and writes nothing.

    With `keep_folders` each copy goes into the folder that its original lay in.
    """
    folders = _folders(workspace, document_ids, keep_folders)
    return _Export(workspace, out.absolute(), options, listener, folders).run(document_ids, stopped)


def dry_run(
    workspace: Workspace,
    document_ids: Sequence[int],
    out: Path,
    options: ExportOptions,
    listener: Listener = lambda event: None,
    stopped: Callable[[], bool] = lambda: False,
    *,
    keep_folders: bool = False,
) -> Trial:
    """Redact and check every document and write nothing: no copy, no pseudonym, no line in the audit trail."""
    folders = _folders(workspace, document_ids, keep_folders)
    run = _Dry(workspace, out.absolute(), options, listener, folders)
    return Trial(run.run(document_ids, stopped), run.removals)


def _folders(workspace: Workspace, document_ids: Sequence[int], keep: bool) -> dict[int, Path]:
    """Where each document lies below the folder that holds them all."""
    if not keep:
        return {}
    wanted = set(document_ids)
    parents = {row.id: Path(row.path).parent for row in workspace.rows() if row.id in wanted}
    try:
        common = os.path.commonpath(list(parents.values()))
    except ValueError:  # none at all, or on several drives
        return {}
    return {number: parent.relative_to(common) for number, parent in parents.items()}


class _Export:
    """One export run: each copy in the folder that `folders` gives its document, below `out`."""

    def __init__(
        self,
        workspace: Workspace,
        out: Path,
        options: ExportOptions,
        listener: Listener,
        folders: dict[int, Path],
    ) -> None:
        self._workspace = workspace
        self._library = workspace.library
        self._out = out
        self._options = options
        self._listener = listener
        self._folders = folders
        self._private: Sequence[str] = ()
        self._planner = Planner(workspace.library)
        self._progress = Progress()
        self._readings: dict[int, Reading] = {}
        self._plans: dict[int, Plan] = {}
        self._results: list[ExportResult] = []
        self._taken: set[str] = set()

    def run(self, document_ids: Sequence[int], stopped: Callable[[], bool]) -> list[ExportResult]:
        self._progress.total = len(document_ids)
        if self._options.rename and any(folder.parts for folder in self._folders.values()):
            self._private = self._terms_of_all(document_ids)
        waiting = list(reversed(document_ids))
        settings = self._workspace.settings
        pool = worker_pool(settings, min(settings.workers or default_workers(), len(document_ids)))
        try:
            pool.run(lambda: self._next(waiting), self._finish, stopped=stopped)
        finally:
            pool.close()
            self._planner.save()
        self._listener(Event("finished", done=self._progress.done, total=self._progress.total))
        return self._results

    def _next(self, waiting: list[int]) -> Task | None:
        while waiting:
            document_id = waiting.pop()
            try:
                return self._task(document_id)
            except CloisterError as error:
                self._done(ExportResult(document_id, False, "", str(error)))
        return None

    def _task(self, document_id: int) -> Task:
        reading = self._library.reading(document_id)
        plan = self._planner.plan(
            reading.document,
            reading.analysis.entities,
            self._options.policy,
            decisions=reading.decisions,
            mode=self._options.mode,
            strict_width=self._options.strict_width,
            language=reading.analysis.language,
            areas=reading.areas,
        )
        self._plans[document_id] = plan
        self._readings[document_id] = replace(reading, document=replace(reading.document, text=""))
        return steps.redact_task(
            document_id,
            Path(reading.row.path),
            reading.document,
            plan,
            self._workspace.settings,
            password=self._workspace.password(document_id),
            check_ocr=self._options.check_ocr,
            as_text=self._options.as_text,
        )

    def _finish(self, result: Result) -> None:
        document_id = result.task.document_id
        try:
            if not result.ok:
                raise DocumentError(result.sentence)
            checked = steps.checked(result)
            if not checked.verification.clean:
                self._done(
                    ExportResult(
                        document_id,
                        False,
                        "",
                        steps.leak_sentence(checked.verification),
                        checked.verification,
                    )
                )
                return
            target = self._write(document_id, checked)
        except CloisterError as error:
            self._done(ExportResult(document_id, False, "", str(error)))
        else:
            self._done(ExportResult(document_id, True, str(target), "", checked.verification))

    def _terms_of_all(self, document_ids: Sequence[int]) -> list[str]:
        """A folder is named once for all that lie in it, so no document's private words may stay in its name."""
        terms: set[str] = set()
        for document_id in document_ids:
            try:
                self._task(document_id)
            except CloisterError:
                continue  # told when its turn comes
            terms.update(self._plans.pop(document_id).terms)
            self._readings.pop(document_id)
        return sorted(terms)

    def _target(self, reading: Reading, plan: Plan, checked: steps.Checked) -> Path:
        """A path for the copy that nothing else has; taken from now on."""
        folder = self._folders.get(reading.row.id, Path())
        out = self._out.joinpath(*(safe_name(clean_name(part, self._private)) for part in folder.parts))
        source = Path(reading.row.path)
        terms = plan.terms if self._options.rename else ()
        own = self._library.exports(reading.row.id)
        extension = checked.redacted.extension
        target = output_path(out, Path(source.name), extension, terms, self._taken, source, own)
        self._taken.add(str(target).casefold())
        return target

    def _write(self, document_id: int, checked: steps.Checked) -> Path:
        reading, plan = self._readings.pop(document_id), self._plans.pop(document_id)
        target = self._target(reading, plan, checked)
        write_atomically(target, checked.redacted.data)
        digest = hashlib.sha256(checked.redacted.data).hexdigest()
        analysed = steps.Analysed(reading.document, reading.analysis, reading.row.seconds)
        detail = item_detail(analysed, plan, checked)
        if self._options.report:
            facts = {
                "schema": 1,
                "program": f"Cloister {__version__}",
                "policy": self._options.policy.name,
                "path": target.name,
                "sha256": reading.row.sha256,
                "output_sha256": digest,
                **detail,
            }
            write_report(target.with_name(target.name + ".report.json"), facts)
        policy = self._options.policy
        if self._options.certificate:
            stated = papers.certificate(
                analysed, plan, checked, policy.name, pixels_read=self._options.check_ocr
            )
            papers.write_certificate(target, stated)
        if self._options.log:
            entities = reading.analysis.entities
            papers.write_log_and_legend(target, reading.document, plan, entities, policy.title)
        row = self._library.record_export(
            document_id, target, digest, self._options.policy.name, detail["removed_by_type"]
        )
        self._listener(Event("state", document_id, row, "exported"))
        return target

    def _done(self, result: ExportResult) -> None:
        self._results.append(result)
        self._readings.pop(result.document_id, None)
        self._plans.pop(result.document_id, None)
        self._progress.done += 1
        self._listener(self._progress.event(result.sentence))


class _Dry(_Export):
    """Goes as far as the name of the copy."""

    def __init__(
        self,
        workspace: Workspace,
        out: Path,
        options: ExportOptions,
        listener: Listener,
        folders: dict[int, Path],
    ) -> None:
        super().__init__(workspace, out, options, listener, folders)
        self._planner = _Unsaved(workspace.library)
        self.removals: dict[int, int] = {}

    def _write(self, document_id: int, checked: steps.Checked) -> Path:
        reading, plan = self._readings.pop(document_id), self._plans.pop(document_id)
        target = self._target(reading, plan, checked)
        must_be_writable(target)
        self.removals[document_id] = len(plan.removals) + len(plan.areas)
        return target


class _Unsaved(Planner):
    """Pseudonyms of a dry run are nobody's."""

    def save(self) -> None:
        return
