"""“Check a file…” says in plain words what a file still gives away."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.desktop import check_dialog, leak_words, texts
from app.desktop.check_dialog import CheckDialog
from app.desktop.main_window import MainWindow
from app.documents import Leak, Verification
from tests.desktop.conftest import READY_MS, wait
from tests.desktop.test_accessibility import check

ROOT = Path(__file__).parents[2]


def test_a_boxed_name_is_found_and_a_plain_letter_is_clean(
    window: MainWindow, tmp_path: Path, letter: Path, qtbot: QtBot
) -> None:
    import zipfile

    path = tmp_path / "marked.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", '<w:p><w:highlight w:val="black"/><w:t>Bob Ray</w:t></w:p>')
        archive.writestr("docProps/core.xml", "<dc:creator>Anna Smith</dc:creator>")
    dialog = CheckDialog(window.session, window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.check(path)
    assert not dialog.other.isEnabled() and dialog.bar.isVisible()
    wait(qtbot, dialog.other.isEnabled, READY_MS)
    assert dialog.verdict.text() == "✗ Not safe to hand out: 2 things were found."
    assert [column.text(dialog.model.shown()[0]) for column in dialog.model.columns] == [
        "Text under boxes", "word/document.xml", "Text is only marked black: it can be copied out.",
    ]  # fmt: skip
    said = [leak_words.detail(leak.detail) for leak in dialog.model.shown()]
    assert "The field “creator” is filled in." in said and not any("Anna" in text for text in said)
    check(dialog, "check a file")
    dialog.check(letter)
    wait(qtbot, dialog.other.isEnabled, READY_MS)
    assert dialog.verdict.text() == "✓ Clean: nothing hidden was found."
    assert not dialog.view.isVisible()


def test_notes_and_failures_are_said(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    notes = ("The PDF is encrypted, so it cannot be checked.", "attachments: files are attached to it")
    answer = Verification(False, (), ("annotations",), "", "", 0, notes)
    monkeypatch.setattr(check_dialog, "check_alone", lambda *given: answer)
    dialog = CheckDialog(window.session, window)
    qtbot.addWidget(dialog)
    dialog.check(tmp_path / "x.pdf")
    wait(qtbot, dialog.other.isEnabled)
    assert dialog.verdict.text().startswith("✗ No leak was found, but")
    assert "Attachments: Files are attached to it." in dialog.notes.text()
    monkeypatch.undo()
    dialog.check(tmp_path / "gone.pdf")
    wait(qtbot, dialog.other.isEnabled, READY_MS)
    assert "✗" in dialog.verdict.text() and not dialog.notes.isVisible()


def test_the_menu_asks_for_a_file(window: MainWindow, monkeypatch: pytest.MonkeyPatch, letter: Path) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *given: (str(letter), ""))
    monkeypatch.setattr(CheckDialog, "check", lambda self, path: asked.append(path))
    monkeypatch.setattr(CheckDialog, "exec", lambda self: 0)
    window.menus.check.trigger()
    assert asked == [letter]


def test_every_sentence_of_the_check_has_plain_words(qapp: object) -> None:
    """Whatever app/verify/alone can say is said in the window's language."""
    texts.install(qapp, "de")  # type: ignore[arg-type]
    try:
        source = "".join(path.read_text() for path in (ROOT / "app" / "verify" / "alone").glob("*.py"))
        found = re.findall(r'(?:Leak|_leak)\(\s*"([^"]+)", [^,]+,(?: -1, False,)?\s*f?"([^"]+)"', source)
        assert len(found) > 15
        for channel, detail in found:
            told = re.sub(r"\{[^}]*\}", "7", detail)
            assert leak_words.channel(channel) != channel, channel
            assert leak_words.detail(told) != told, told
        assert leak_words.note("The file cannot be opened (PdfiumError).").startswith("Die Datei")
        assert leak_words.place("page 3") == "Seite 3"
    finally:
        texts.install(qapp, "en")  # type: ignore[arg-type]
    assert leak_words.detail(Leak("x", "", -1, False, "something new").detail) == "something new"
