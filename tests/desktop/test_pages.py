"""Fields, vault, models, settings, policies and audit as pages of the window."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop import theme
from app.desktop.audit_page import AuditPage
from app.desktop.fields_page import FieldsPage
from app.desktop.main import Program
from app.desktop.main_window import MainWindow
from app.desktop.models_page import ModelsPage
from app.desktop.settings_page import SettingsPage
from app.desktop.vault_page import VaultPage
from app.documents import Operator
from app.pipeline.planning import Planner
from app.pipeline.workspace import DocumentRow, Workspace
from app.settings import load_settings
from tests.desktop.conftest import put_analysed, wait


def test_fields_go_to_a_spreadsheet_without_formulas(
    window: MainWindow, workspace: Workspace, known: DocumentRow, tmp_path: Path, qtbot: QtBot
) -> None:
    put_analysed(workspace, tmp_path / "=cmd.txt", "x", [], "invoice")
    window.show_page("fields")
    page = window.page("fields")
    assert isinstance(page, FieldsPage)
    wait(qtbot, lambda: len(page.model.shown()) == 2)
    assert page.model.headerData(3, __import__("PySide6.QtCore").QtCore.Qt.Orientation.Horizontal) == "Date"
    target = tmp_path / "fields.csv"
    page.write(target)
    wait(qtbot, target.exists)
    rows = list(csv.reader(io.StringIO(target.read_text("utf-8-sig"))))
    assert rows[0] == ["Document", "Kind", "Language", "Date"]
    assert rows[2][:2] == ["'=cmd.txt", "Invoice"]
    page.kinds.setCurrentIndex(page.kinds.findData("letter"))
    assert [row[1][0] for row in page.model.shown()] == ["letter.txt"]


def test_the_vault_renames_merges_and_turns_back(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    planner = Planner(workspace.library)
    for name in ("Anna Smith", "Ann Smith", "Bob Ray"):
        planner.vault.alias("PERSON", name, "en")
    planner.save()
    window.show_page("vault")
    page = window.page("vault")
    assert isinstance(page, VaultPage)
    wait(qtbot, lambda: len(page.model.shown()) == 3)
    bob = next(e for e in page.model.shown() if e.original == "Bob Ray")
    page.rename(bob, "Otto Quint")
    wait(qtbot, lambda: "Otto Quint" in {e.alias for e in page.model.shown()})
    page.view.select_where(lambda e: e.original.endswith("Smith"))
    page._merge()
    wait(qtbot, lambda: len({e.alias for e in page.model.shown()}) == 2)
    vault = Planner(workspace.library).vault
    assert vault.alias("PERSON", "Anna Smith", "en") == vault.alias("PERSON", "Ann Smith", "en")
    page.text.setPlainText("Otto Quint called.")
    page._turn_back()
    wait(qtbot, lambda: page.text.toPlainText() == "Bob Ray called.")
    page._copy()
    assert QApplication.clipboard().text() == "Bob Ray called."


def test_models_are_listed_and_their_checksums_hold(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("models")
    page = window.page("models")
    assert isinstance(page, ModelsPage)
    wait(qtbot, lambda: len(page.model.shown()) >= 3)
    assert "Apache-2.0" in {row.licence for row in page.model.shown()}
    wait(qtbot, lambda: "bundled models" in page.card.toPlainText())
    page.check()
    wait(qtbot, lambda: all(row.verdict for row in page.model.shown()), 30_000)


def test_the_machine_is_measured_from_the_models_page(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("models")
    page = window.page("models")
    assert isinstance(page, ModelsPage)
    assert not page.speed.isVisible()
    page.benchmark.trigger()
    assert page.speed.text().startswith("Measuring") and not page.benchmark.isEnabled()
    wait(qtbot, page.benchmark.isEnabled, 120_000)
    assert re.fullmatch(
        r"[\d,]+ tokens a second; a page of 500 words is read and analysed in [\d,]+ ms "
        r"\((?:1 thread|\d threads) for each document\)\.",
        page.speed.text(),
    )
    page._not_measured("The bundled models carry no tagger. Install Cloister again.")
    assert "Install" in page.speed.text()


def test_a_damaged_model_is_told(
    window: MainWindow, tmp_path: Path, monkeypatch: object, qtbot: QtBot
) -> None:
    import shutil

    import pytest

    from app.desktop import models_page
    from app.models import bundled_folder

    broken = tmp_path / "models"
    broken.mkdir()
    for name in ("catalogue.json", "tokenizer.json"):
        shutil.copyfile(bundled_folder() / name, broken / name)
    (broken / "tokenizer.json").write_text("{}")
    assert isinstance(monkeypatch, pytest.MonkeyPatch)
    monkeypatch.setattr(models_page, "bundled_folder", lambda: broken)
    window.show_page("models")
    page = window.page("models")
    assert isinstance(page, ModelsPage)
    page.check()
    wait(qtbot, lambda: {row.verdict for row in page.model.shown()} == {"not as shipped"})


def test_settings_are_kept_as_they_are_changed(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    window.show_page("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    page.retention.setValue(30)
    page.lock.setValue(5)
    page.ocr.setChecked(False)
    page.initials.setText("AB")
    page.keep()
    wait(qtbot, lambda: workspace.settings.retention_days == 30)
    kept = load_settings()
    assert (kept.retention_days, kept.lock_minutes, kept.ocr, kept.initials) == (30, 5, False, "AB")
    assert not kept.remember_recent
    wait(qtbot, lambda: window._idle._timer.isActive() and window._idle._timer.interval() == 300_000)


def test_the_policy_editor_shows_at_once_what_it_does(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    window.show_page("settings")
    settings = window.page("settings")
    assert isinstance(settings, SettingsPage)
    editor = settings.editor
    settings.tabs.setCurrentIndex(1)
    wait(qtbot, lambda: "█" in editor.letter.toPlainText())
    assert "Clara" not in editor.letter.toPlainText()
    assert "Danish" in editor.letter.toPlainText()
    editor.view.select_where(lambda type_: type_ == "PERSON")
    editor.operator.setCurrentIndex(editor.operator.findData(Operator.LABEL))
    wait(qtbot, lambda: "[PERSON 1]" in editor.letter.toPlainText())
    editor.allow.setPlainText("Harbour Bank")
    wait(qtbot, lambda: "Harbour Bank" in editor.letter.toPlainText())
    editor.deny.setPlainText("/(/")
    wait(qtbot, lambda: "regular expression" in editor._problem.text() and not editor._problem.isHidden())
    editor.deny.setPlainText("Danish")
    wait(qtbot, lambda: "Danish" not in editor.letter.toPlainText())
    editor.save_as("For the press")
    wait(qtbot, lambda: "for_the_press" in {p.name for p in window.session.policies})
    kept = next(p for p in workspace.policies() if p.name == "for_the_press")
    assert (kept.title, kept.rule("PERSON").operator, kept.deny) == (
        "For the press",
        Operator.LABEL,
        ("Danish",),
    )
    assert editor.box.currentText() == "For the press"
    assert settings.policy.findData("for_the_press") >= 0


def test_codes_and_colours_of_boxes_are_edited_and_shown(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("settings")
    settings = window.page("settings")
    assert isinstance(settings, SettingsPage)
    editor = settings.editor
    settings.tabs.setCurrentIndex(1)
    editor.view.select_where(lambda type_: type_ in ("PERSON", "IBAN_CODE"))
    before = {type_: editor.edited.rule(type_).threshold for type_ in ("PERSON", "IBAN_CODE")}
    qtbot.keyClicks(editor.code, "(b)(6)")
    qtbot.keyClicks(editor.colour, "#00408")
    assert not editor.colour.usable and not editor.edited.rule("PERSON").colour
    qtbot.keyClicks(editor.colour, "0")
    for type_, threshold in before.items():
        rule = editor.edited.rule(type_)
        assert (rule.code, rule.colour, rule.threshold) == ("(b)(6)", "#004080", threshold)
    assert not editor.edited.rule("LOCATION").colour
    row = editor.model.shown().index("PERSON")
    assert editor.model.data(editor.model.index(row, 4)) == "#004080"
    wait(qtbot, lambda: "(b)(6)" in editor.letter.toPlainText())
    assert "#004080" in editor.letter.toHtml()
    editor.operator.setCurrentIndex(editor.operator.findData(Operator.LABEL))
    assert {editor.edited.rule(t).code for t in before} == {"(b)(6)"}
    editor.save_as("Coloured")
    wait(qtbot, lambda: any(p.name == "coloured" for p in window.session.policies))
    kept = next(p for p in window.session.policies if p.name == "coloured")
    assert kept.rule("IBAN_CODE").colour == "#004080"
    editor.view.select_where(lambda type_: type_ == "PERSON")
    editor.colour.selectAll()
    qtbot.keyClick(editor.colour, Qt.Key.Key_Delete)
    assert editor.edited.rule("PERSON").colour == ""


def test_the_audit_is_shown_checked_and_written(
    window: MainWindow, workspace: Workspace, known: DocumentRow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.show_page("audit")
    page = window.page("audit")
    assert isinstance(page, AuditPage)
    wait(qtbot, lambda: len(page.model.shown()) == 2)
    page.check()
    wait(qtbot, lambda: "holds" in page._verdict.text())
    page.write(tmp_path / "audit.csv")
    wait(qtbot, lambda: len(page.model.shown()) == 3)
    assert (tmp_path / "audit.csv").read_text("utf-8-sig").count("\n") == 3
    from sqlalchemy import text

    with workspace.library.session() as session, session.begin():
        session.execute(text("UPDATE audit SET actor = 'somebody else' WHERE id = 1"))
    page.check()
    wait(qtbot, lambda: "line 1" in page._verdict.text())
    assert page._verdict.objectName() == "bad"


def test_another_language_and_theme_make_the_window_anew(
    workspace: Workspace, known: DocumentRow, qapp: QApplication, qtbot: QtBot
) -> None:
    from app.desktop import texts

    workspace.settings = replace(workspace.settings, theme="light", language="en")
    program = Program(qapp, workspace, None)
    try:
        program.start()
        first = program.window
        first.open_review(known.id)
        wait(qtbot, lambda: first.document_under_review() == known.id)
        first.show_page("audit")
        first.session.save_settings(replace(workspace.settings, language="de"))
        wait(qtbot, lambda: program.window is not first)
        assert program.window.sidebar.current() == "audit"
        assert program.window.sidebar.list.item(0).text() == "Eingang"
        wait(qtbot, lambda: bool(program.window.inbox.model.rows()))
        second = program.window
        wait(qtbot, lambda: second.document_under_review() == known.id)
        assert "wieder offen" not in second.statusBar().currentMessage()
        assert second.sidebar.current() == "audit"
        second.switch_theme()
        wait(qtbot, lambda: program.window is not second)
        assert theme.colour("panel").name() == theme.DARK.panel
        program.window.scale_text(0.2)
        wait(qtbot, lambda: workspace.settings.text_scale == 1.2)
    finally:
        program.window.retire()
        qtbot.wait(50)
        texts.install(qapp, "en")
        theme.apply(qapp, "light")
