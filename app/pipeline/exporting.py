"""Exports that keep the folders of the originals, and dry runs: everything is done but the writing."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.documents.errors import CannotWrite, CloisterError
from app.pipeline import steps
from app.pipeline.naming import clean_name, output_path, safe_name
from app.pipeline.planning import Planner
from app.pipeline.workspace import ExportOptions, ExportResult, Listener, Workspace, _Export


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
    """Like `Workspace.export`; with `keep_folders` each copy goes into the folder that its original lay in."""
    run = _Placed(
        workspace, out.absolute(), options, listener, _folders(workspace, document_ids, keep_folders)
    )
    return run.run(document_ids, stopped)


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
    run = _Dry(workspace, out.absolute(), options, listener, _folders(workspace, document_ids, keep_folders))
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


class _Placed(_Export):
    """Puts each copy into a folder of its own below `out`."""

    def __init__(
        self,
        workspace: Workspace,
        out: Path,
        options: ExportOptions,
        listener: Listener,
        folders: dict[int, Path],
    ) -> None:
        super().__init__(workspace, out, options, listener)
        self._root = out
        self._folders = folders
        self._private: set[str] = set()

    def run(self, document_ids: Sequence[int], stopped: Callable[[], bool]) -> list[ExportResult]:
        if self._options.rename and any(folder.parts for folder in self._folders.values()):
            self._private = self._terms_of_all(document_ids)
        return super().run(document_ids, stopped)

    def _terms_of_all(self, document_ids: Sequence[int]) -> set[str]:
        """A folder is named once for all that lie in it, so no document's private words may stay in its name."""
        terms: set[str] = set()
        for document_id in document_ids:
            try:
                self._task(document_id)
            except CloisterError:
                continue  # told when its turn comes
            terms.update(self._plans.pop(document_id).terms)
            self._readings.pop(document_id)
        return terms

    def _write(self, document_id: int, checked: steps.Checked) -> Path:
        folder = self._folders.get(document_id, Path())
        terms = sorted(self._private)
        self._out = self._root.joinpath(*(safe_name(clean_name(part, terms)) for part in folder.parts))
        return self._put(document_id, checked)

    def _put(self, document_id: int, checked: steps.Checked) -> Path:
        return super()._write(document_id, checked)


class _Dry(_Placed):
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

    def _put(self, document_id: int, checked: steps.Checked) -> Path:
        reading, plan = self._readings.pop(document_id), self._plans.pop(document_id)
        source = Path(reading.row.path)
        terms = plan.terms if self._options.rename else ()
        own = self._library.exports(document_id)
        extension = checked.redacted.extension
        target = output_path(self._out, Path(source.name), extension, terms, self._taken, source, own)
        _must_be_writable(target)
        self._taken.add(str(target).casefold())
        self.removals[document_id] = len(plan.removals) + len(plan.areas)
        return target


class _Unsaved(Planner):
    """Pseudonyms of a dry run are nobody's."""

    def save(self) -> None:
        return


def _must_be_writable(target: Path) -> None:
    """Raises CannotWrite where the export could not put a file there."""
    folder = next(parent for parent in target.parents if parent.exists())
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        raise CannotWrite("")
