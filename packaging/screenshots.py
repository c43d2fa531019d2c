"""Takes the pictures of the window in resources/screenshots, with the sample documents.

    xvfb-run -s "-screen 0 1600x1200x24" .venv/bin/python packaging/screenshots.py

`--out DIR` puts them elsewhere; `--all` takes every screen and dialog in both themes, `--language de` in German,
`--scale 1.5` at another size of the screen's dots, `--text 1.3` with larger text, `--reverse` from right to left, for
looking at them; `--only inbox,export` takes some scenes alone.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
SIX = (
    ("inbox-light", "light", "inbox"), ("review-light", "light", "review"), ("review-dark", "dark", "review"),
    ("side-by-side-light", "light", "beside"), ("policies-dark", "dark", "policies"), ("library-dark", "dark", "library"),
)  # fmt: skip
EVERY = (
    "welcome", "inbox", "review", "beside", "text", "facts", "summary", "notes", "library", "teach", "fields",
    "feedback", "screening", "vault", "jobs", "job", "models", "settings", "policies", "audit", "export",
    "export_done", "check", "backup", "restore", "guide", "about", "lock",
)  # fmt: skip
"""The scenes, each a method `show_…` or the name of a page."""


def until(true: Callable[[], bool], seconds: float = 240.0) -> None:
    """Let the window work until `true`."""
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents()
        time.sleep(0.01)


def rest(seconds: float) -> None:
    """Let the window settle."""
    end = time.monotonic() + seconds
    until(lambda: time.monotonic() > end)


class Camera:
    """Brings the window into the state that a picture shows."""

    def __init__(self, out: Path, home: Path, language: str, text: float, reverse: bool) -> None:
        from app import offline
        from app.desktop.main import Program, _application
        from app.pipeline.workspace import Workspace
        from app.settings import Settings

        offline.guard()
        self.out, self.home = out, home
        self.application = _application(["cloister", *(["-reverse"] if reverse else [])])
        settings = Settings(theme="light", language=language, text_scale=text, initials="AB")
        self.workspace = Workspace.open(None, None, settings)
        self.program = Program(self.application, self.workspace, None)
        self.program.start()
        until(self.window.isVisible)
        rest(1)

    @property
    def window(self):  # type: ignore[no-untyped-def]
        return self.program.window

    def process_samples(self) -> None:
        """Add the sample documents and export two of them, so that there is something to see."""
        from app.masking import PRESETS
        from app.pipeline.workspace import ExportOptions

        inbox = self.home / "Inbox"
        shutil.copytree(ROOT / "resources" / "samples", inbox)
        self.window.session.add([inbox])
        rows = self.window.inbox.model.rows
        until(lambda: len(rows()) >= 16 and all(row.state in ("ready", "failed") for row in rows()))
        chosen = [row.id for row in rows() if row.name in ("payslip-may.pdf", "employment-contract.docx")]
        options = ExportOptions(PRESETS["gdpr_pseudonymisation"])
        self.workspace.export(chosen, self.home / "Copies", options)
        self.window.session.reload()
        rest(1)

    def set_theme(self, theme: str) -> None:
        from dataclasses import replace

        if self.workspace.settings.theme != theme:
            before = self.window
            self.window.session.save_settings(replace(self.workspace.settings, theme=theme))
            until(lambda: self.window is not before)
            until(lambda: bool(self.window.inbox.model.rows()) or not self.workspace.rows())
            rest(0.5)

    def open(self, name: str) -> None:
        number = next(row.id for row in self.window.inbox.model.rows() if row.name == name)
        self.window.open_review(number)
        view = self.window.review
        until(lambda: view.review is not None and view.review.reading.row.id == number)
        view.side.setCurrentIndex(0)
        if view.do.beside.isChecked():
            view.do.beside.trigger()
        for _ in range(5):
            view.do.next.trigger()
        rest(2)

    def take(self, name: str, scene: str) -> None:
        """One picture."""
        shown = getattr(self, f"show_{scene}", lambda: self.window.show_page(scene))()
        rest(1.5)
        target = shown or self.window
        target.grab().save(str(self.out / f"{name}.png"))
        if shown is not None:
            shown.close()
        if scene == "lock":
            self.window.unlock()

    def show_welcome(self) -> None:
        self.window.show_page("inbox")

    def show_review(self) -> None:
        self.open("discharge-letter.pdf")

    def show_beside(self) -> None:
        self.open("invoice-harbour-finch.pdf")
        self.window.review.do.beside.trigger()
        rest(2)

    def show_text(self) -> None:
        self.open("water-damage.eml")

    def show_notes(self) -> None:
        self.open("scanned-complaint.pdf")
        panel = self.window.review.notes
        panel.text.setText("The signature on the second page is a stamp.")
        panel.add.trigger()
        panel.initials.setText("AB")
        panel.sign.trigger()
        self.window.review.side.setCurrentIndex(3)

    def show_library(self) -> None:
        self.window.show_page("library")
        page = self.window.page("library")
        rest(1)
        page.search.setText("water")
        page._find()
        rest(1)
        page.table.selectRow(0)

    def show_policies(self) -> None:
        from app.documents import Operator

        self.window.show_page("settings")
        page = self.window.page("settings")
        page.tabs.setCurrentIndex(1)
        editor = page.editor
        editor.view.select_where(lambda type_: type_ == "PERSON")
        editor.operator.setCurrentIndex(editor.operator.findData(Operator.PSEUDONYM))
        editor.deny.setPlainText("MRN-*")

    def show_settings(self) -> None:
        self.window.show_page("settings")
        self.window.page("settings").tabs.setCurrentIndex(0)

    def show_facts(self) -> None:
        self.open("payslip-may.pdf")
        self.window.review.side.setCurrentIndex(1)

    def show_summary(self) -> None:
        self.open("nda-enzyme-project.docx")
        self.window.review.side.setCurrentIndex(2)

    def show_teach(self):  # type: ignore[no-untyped-def]
        from app.desktop.teach_dialog import TeachDialog

        self.window.show_page("library")
        dialog = TeachDialog(self.window.session, self.window.inbox.model.shown()[:3], self.window)
        dialog.show()
        return dialog

    def show_job(self):  # type: ignore[no-untyped-def]
        from app.desktop.job_dialog import JobDialog

        self.window.show_page("jobs")
        dialog = JobDialog(self.window.session, None, self.window)
        dialog.show()
        return dialog

    def show_check(self):  # type: ignore[no-untyped-def]
        from app.desktop.check_dialog import CheckDialog

        self.window.show_page("inbox")
        dialog = CheckDialog(self.window.session, self.window)
        dialog.show()
        dialog.check(self.home / "Inbox" / "nda-enzyme-project.docx")
        rest(3)
        return dialog

    def show_backup(self):  # type: ignore[no-untyped-def]
        from app.desktop.backup_dialog import BackupDialog

        self.window.show_page("settings")
        dialog = BackupDialog(self.window.session, self.window)
        dialog.show()
        return dialog

    def show_restore(self):  # type: ignore[no-untyped-def]
        from app.desktop.backup_dialog import RestoreDialog

        dialog = RestoreDialog(self.window.session, self.window)
        dialog.show()
        return dialog

    def show_about(self):  # type: ignore[no-untyped-def]
        from app.desktop import guide
        from app.desktop.texts import tr

        dialog = guide.TextDialog(tr("About Cloister"), guide.about(), self.window)
        dialog.show()
        return dialog

    def show_export(self):  # type: ignore[no-untyped-def]
        from app.desktop.export_dialog import ExportDialog

        self.window.show_page("inbox")
        dialog = ExportDialog(self.window.session, self.window.inbox.model.shown()[:4], self.window)
        dialog.folder.setText("Copies")
        dialog.show()
        return dialog

    def show_export_done(self):  # type: ignore[no-untyped-def]
        from app.desktop.export_dialog import ExportDialog

        self.window.show_page("inbox")
        rows = [
            row
            for row in self.window.inbox.model.rows()
            if row.name in ("residents-meeting.md", "equipe.html")
        ]
        dialog = ExportDialog(self.window.session, rows, self.window)
        dialog.folder.setText(str(self.home / "Copies"))
        dialog.show()
        dialog.begin()
        until(lambda: dialog.results.count() == 2)
        return dialog

    def show_guide(self):  # type: ignore[no-untyped-def]
        from app.desktop import guide
        from app.desktop.texts import tr

        dialog = guide.TextDialog(tr("Guide"), guide.guide(), self.window)
        dialog.show()
        return dialog

    def show_lock(self) -> None:
        self.window.lock()


def main() -> None:
    """Take the pictures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "screenshots")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--language", default="en")
    parser.add_argument("--scale", default="1")
    parser.add_argument("--text", type=float, default=1.0)
    parser.add_argument("--reverse", action="store_true")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="cloister-pictures-") as home:
        os.environ.update(CLOISTER_HOME=home, CLOISTER_NO_KEYRING="1", QT_SCALE_FACTOR=options.scale)
        camera = Camera(options.out.resolve(), Path(home), options.language, options.text, options.reverse)
        if options.all:
            camera.take("welcome-light", "welcome")
        camera.process_samples()
        scenes = SIX
        if options.all:
            scenes = tuple(
                (f"{scene}-{theme}", theme, scene) for theme in ("light", "dark") for scene in EVERY[1:]
            )
        if options.only:
            wanted = options.only.split(",")
            scenes = tuple(one for one in scenes if one[2] in wanted)
        for name, theme, scene in sorted(scenes, key=lambda one: one[1], reverse=True):
            camera.set_theme(theme)
            camera.take(name, scene)
        camera.window.quit()
        camera.workspace.close()


if __name__ == "__main__":
    main()
