"""The export dialog: a dry run first, then copies in the folders of their originals."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.desktop.export_dialog import ExportDialog
from app.desktop.main_window import MainWindow
from app.pipeline.workspace import Workspace
from tests.desktop.conftest import READY_MS, put_analysed, wait


def test_a_dry_run_and_then_the_export(
    window: MainWindow, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = []
    for name in ("a.txt", "sub/b.txt", "sub/gone.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Bob Ray called.\n")
        found = [("Bob Ray", "PERSON", 0.95)]
        rows.append(put_analysed(workspace, path, "Bob Ray called.\n", found))
    (tmp_path / "in" / "sub" / "gone.txt").unlink()
    out = tmp_path / "out"
    dialog = ExportDialog(window.session, rows, window)
    dialog.folder.setText(str(out))
    dialog.folders.setChecked(True)
    dialog.report.setChecked(False)
    dialog.try_out.trigger()
    assert not dialog.start.isEnabled()
    wait(qtbot, lambda: not dialog._running, READY_MS)
    said = [dialog.results.item(number).text() for number in range(dialog.results.count())]
    assert said[0] == (
        "Nothing was written. 2 copies would be written, 1 document refused, 2 places taken out."
    )
    assert "✓ a.txt: would be written, 1 place taken out" in said
    assert any(text.startswith("✗ gone.txt: would be refused.") for text in said)
    assert not out.exists() and not dialog.show_folder.isEnabled()
    told: list[str] = []
    window.session.notified.connect(told.append)
    dialog.start.trigger()
    wait(qtbot, lambda: not dialog._running, READY_MS)
    assert {path.relative_to(out).as_posix() for path in out.rglob("*.txt")} == {"a.txt", "sub/b.txt"}
    assert dialog.show_folder.isEnabled()
    assert told == ["The export is done: 2 copies."], "told to who looks elsewhere, without names"
    dialog.close()
