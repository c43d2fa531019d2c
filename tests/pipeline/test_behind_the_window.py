"""What the window shows and the pipeline works out: tables, pseudonyms, rules, summaries, sockets."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.documents import Analysis, Category, Document, Entity, Field, Operator, Plan, Removal, Source
from app.documents.errors import UsageError
from app.masking import PRESETS, MemoryVault, TypeRule
from app.pipeline import audit_export, cells, gist, pseudonym_book, rules, sockets, tables, trial
from app.pipeline.planning import Planner
from app.pipeline.workspace import Workspace
from app.store import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        yield opened


def put(library: Library, name: str, *fields: Field) -> int:
    row = library.add(Path("/x", name), 3)
    document = Document(Source(f"/x/{name}", name * 8, 3, "text/plain", "text"), "abc")
    library.save_result(row.id, document, Analysis(category=Category("invoice", 0.9), fields=fields), 0.1)
    return row.id


def test_fields_of_many_documents_become_one_table(library: Library) -> None:
    first = put(
        library, "a.txt", Field("total", "1,20", "1.20", 0, 1, 0.9), Field("item", "pen", None, 0, 1, 0.9, 0),
        Field("item", "ink", None, 0, 1, 0.9, 1),
    )  # fmt: skip
    second = put(library, "b.txt", Field("date", "3 May", "2024-05-03", 0, 1, 0.9))
    table = tables.field_table(library)
    assert table.columns == ("document", "class", "language", "total", "item", "date")
    assert table.documents == (first, first, first, second)
    assert table.rows[0] == ("a.txt", "invoice", "und", "1.20", "", "")
    assert table.rows[2] == ("a.txt", "invoice", "und", "", "ink", "")
    assert tables.field_table(library, [second]).columns == ("document", "class", "language", "date")


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "  =1", "＝1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    written = tables.to_csv(["=head"], [[cell]]).decode("utf-8-sig")
    head, row = list(csv.reader(io.StringIO(written)))
    assert head == ["'=head"]
    assert row == [f"'{cell}"]


@pytest.mark.parametrize("cell", ["-12.50", "+3", "12", "a=b", "-1,200.5"])
def test_numbers_and_words_stay_as_they_are(cell: str) -> None:
    assert cells.guarded(cell) == cell


def test_pseudonyms_are_renamed_merged_and_turned_back(library: Library) -> None:
    planner = Planner(library)
    for name in ("Anna Smith", "A. Smith", "Bob Ray"):
        planner.vault.alias("PERSON", name, "en")
    planner.save()
    known = {entry.original: entry for entry in pseudonym_book.aliases(library)}
    pseudonym_book.rename(library, known["Bob Ray"], "Otto  Quint")
    with pytest.raises(UsageError, match="Somebody else"):
        pseudonym_book.rename(library, known["Anna Smith"], "Otto Quint")
    alias = pseudonym_book.merge(library, [known["Anna Smith"], known["A. Smith"]])
    assert alias == known["Anna Smith"].alias
    vault = Planner(library).vault
    assert vault.alias("PERSON", "A. Smith", "en") == alias
    assert vault.alias("PERSON", "Bob Ray", "en") == "Otto Quint"
    shown = {entry.original: entry.alias for entry in pseudonym_book.aliases(library)}
    assert shown == {"Anna Smith": alias, "A. Smith": alias, "Bob Ray": "Otto Quint"}
    before = known["Bob Ray"].alias
    assert pseudonym_book.reidentify(library, before)[0] == "Bob Ray", "copies made before the renaming"
    text, count = pseudonym_book.reidentify(library, f"{alias} met Otto Quint. Otto Quintus did not.")
    assert (text, count) == ("Anna Smith met Bob Ray. Otto Quintus did not.", 2)
    assert all("Ray" not in str(entry) and "Quint" not in str(entry) for entry in library.audit())


def test_an_empty_vault_turns_nothing_back() -> None:
    assert pseudonym_book.turn_back(MemoryVault(), "as it is") == ("as it is", 0)


def test_masking_a_stretch_of_text() -> None:
    text = "Anna met Bob in Rome."
    plan = Plan(
        (Removal(0, 4, "PERSON", Operator.LABEL, "[P1]"), Removal(9, 12, "PERSON", Operator.LABEL, "[P2]")),
        (),
    )
    assert gist.masked(text, plan) == "[P1] met [P2] in Rome."
    assert gist.masked(text, plan, 5, 15) == "met [P2] in"
    assert gist.masked(text, plan, 13) == "in Rome."


def test_rules_are_remembered_in_the_policy_that_everything_uses(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "home")
    try:
        rules.never(workspace, "share_outside", "Acme  Ltd")
        rules.always(workspace, "share_outside", "Project *")
        with pytest.raises(UsageError, match="regular expression"):
            rules.always(workspace, "share_outside", "/(/")
        with pytest.raises(UsageError, match="two characters"):
            rules.never(workspace, "share_outside", "a")
        policy = next(p for p in workspace.policies() if p.name == "share_outside")
        assert (policy.allow, policy.deny) == (("Acme Ltd",), ("Project *",))
        assert rules.always(workspace, "share_outside", "Acme Ltd").allow == ()
        assert rules.forget(workspace, "share_outside", "Project *").deny == ("Acme Ltd",)
    finally:
        workspace.close()


def test_one_number_gives_the_shape_of_all() -> None:
    shape = rules.shape_of("AB-1204/x")
    pattern = re.compile(shape[1:-1])
    assert pattern.search("see ZZ-9999/q.")
    assert not pattern.search("see ZZZ-9999/q.")
    assert not pattern.search("see ZZ-9999/qq.")


def test_a_policy_is_tried_on_a_letter_at_once() -> None:
    letter, plan = trial.trial(PRESETS["share_outside"])
    shown = gist.masked(letter, plan)
    assert "Clara" not in shown and "DE89" not in shown
    assert "Danish" in shown
    keeps = PRESETS["names_only"]
    assert "DE89" in gist.masked(letter, trial.trial(keeps)[1])
    labels = type(keeps)("mine", "Mine", {}, TypeRule(Operator.LABEL), deny=("file",))
    assert "[PERSON 1]" in gist.masked(letter, trial.trial(labels)[1])
    assert "[TERM 1]" in gist.masked(letter, trial.trial(labels)[1])


def test_the_audit_is_exported_whole(library: Library, tmp_path: Path) -> None:
    library.note("=HYPERLINK()", "1", note="ü")
    count = audit_export.export_audit(library, tmp_path / "audit.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "audit.csv").read_text("utf-8-sig"))))
    assert len(rows) == count + 1
    assert rows[-1][3] == "'=HYPERLINK()"
    audit_export.export_audit(library, tmp_path / "audit.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "audit.jsonl").read_text().splitlines()]
    assert lines[0]["detail"] == {"note": "ü"}
    assert lines[-1]["action"] == "audit exported"
    assert library.audit_broken_at() is None


@pytest.mark.skipif(not Path("/proc/self/net").exists(), reason="Linux only")
def test_sockets_are_counted_in_this_process_and_its_children() -> None:
    """In processes of their own: this one may refuse to open any socket."""
    inner = "import socket, sys; s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen(); print(1, flush=True); sys.stdin.read()"
    outer = (
        "import socket, subprocess, sys\n"
        "one, two = socket.socket(), socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)\n"
        "one.bind(('127.0.0.1', 0)); one.listen(); two.bind(('::1', 0))\n"
        f"subprocess.run([sys.executable, '-c', {inner!r}])\n"
    )
    before = sockets.count_sockets()
    assert before.known
    with subprocess.Popen(
        [sys.executable, "-c", outer], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None and child.stdin is not None
        child.stdout.readline()
        seen = sockets.count_sockets()
        assert seen.count == before.count + 3
        assert seen.processes >= before.processes + 2
        child.stdin.close()
    assert sockets.count_sockets().count == before.count


def test_a_system_without_proc_is_told_as_unknown(tmp_path: Path) -> None:
    assert not sockets.count_sockets(tmp_path).known


def test_local_sockets_are_not_counted() -> None:
    before = sockets.count_sockets(root=os.getpid())
    with socket.socketpair()[0]:
        assert sockets.count_sockets().count == before.count


def test_entities_of_the_trial_letter_stand_where_they_say() -> None:
    letter, plan = trial.trial(PRESETS["custom"])
    assert all(isinstance(entity, Entity) for entity in trial._entities())
    assert [letter[e.start : e.end] for e in trial._entities()] == [e.text for e in trial._entities()]
    assert plan.removals
