"""Folders kept in exports, and dry runs that write nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.documents import Operator
from app.masking import PRESETS
from app.pipeline.exporting import dry_run, export
from app.pipeline.workspace import DocumentRow, ExportOptions, Workspace
from tests.desktop.conftest import put_analysed


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    space = Workspace.open(tmp_path / "home")
    yield space
    space.close()


def put(workspace: Workspace, path: Path, text: str) -> DocumentRow:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return put_analysed(workspace, path, text, [("Bob Ray", "PERSON", 0.95), ("Anna Smith", "PERSON", 0.9)])


def test_a_dry_run_tells_everything_and_writes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    good = put(workspace, tmp_path / "in" / "Bob Ray.txt", "Bob Ray and Anna Smith.\n")
    changed = put(workspace, tmp_path / "in" / "changed.txt", "Bob Ray.\n")
    Path(changed.path).write_text("Bob Ray, somewhere else.\n")
    gone = put(workspace, tmp_path / "in" / "gone.txt", "Bob Ray.\n")
    Path(gone.path).unlink()
    before = workspace.library.audit_size(), workspace.library.kept("vault")
    out = tmp_path / "out"
    options = ExportOptions(PRESETS["share_outside"], Operator.PSEUDONYM)
    events: list[str] = []
    trial = dry_run(
        workspace, [good.id, changed.id, gone.id], out, options, lambda event: events.append(event.kind)
    )
    assert {result.document_id for result in trial.refused} == {changed.id, gone.id}
    assert all(result.sentence for result in trial.refused)
    assert trial.removals == {good.id: 2} and trial.total == 2
    assert next(r.output for r in trial.results if r.ok) == str(out / "redacted.txt")
    assert not out.exists()
    assert (workspace.library.audit_size(), workspace.library.kept("vault")) == before
    assert workspace.library.row(good.id).state == "ready"
    assert "finished" in events and "state" not in events


def test_a_folder_that_takes_no_files_is_told_beforehand(workspace: Workspace, tmp_path: Path) -> None:
    row = put(workspace, tmp_path / "in" / "a.txt", "Bob Ray.\n")
    (tmp_path / "file").write_text("x")
    trial = dry_run(workspace, [row.id], tmp_path / "file" / "out", ExportOptions(PRESETS["custom"]))
    assert [result.ok for result in trial.results] == [False]


def test_copies_keep_their_folders_without_private_words_in_the_names(
    workspace: Workspace, tmp_path: Path
) -> None:
    root, out = tmp_path / "in", tmp_path / "out"
    rows = [
        put(workspace, root / "top.txt", "Nobody.\n"),
        put(workspace, root / "Bob Ray" / "one.txt", "About the weather.\n"),
        put(workspace, root / "Bob Ray" / "deep" / "two.txt", "About Bob Ray.\n"),
    ]
    identifiers = [row.id for row in rows]
    options = ExportOptions(PRESETS["share_outside"], report=False)
    would = dry_run(workspace, identifiers, out, options, keep_folders=True)
    results = export(workspace, identifiers, out, options, keep_folders=True)
    assert all(result.ok for result in results)
    written = {path.relative_to(out).as_posix() for path in out.rglob("*.txt")}
    assert written == {"top.txt", "redacted/one.txt", "redacted/deep/two.txt"}
    assert {r.output for r in would.results} == {r.output for r in results}
    flat = export(workspace, identifiers, tmp_path / "flat", options)
    assert {Path(result.output).parent for result in flat} == {tmp_path / "flat"}
