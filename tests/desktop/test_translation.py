"""Every text of the window can be said in another language, and all are said in German."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.desktop import guide, reasons, texts
from app.desktop.export_dialog import ExportDialog
from app.desktop.main_window import PAGES, MainWindow
from app.desktop.row_table import RowTable
from app.documents import Analysis, Category, Document, Source
from app.pipeline.workspace import DocumentRow, Workspace
from tests.desktop.conftest import open_review, wait

ROOT = Path(__file__).parents[2]
PLACEHOLDER = re.compile(r"\{\w+\}")
NOT_OURS = re.compile(
    r"Cloister|English|Deutsch|letter\.txt|.*redacted|\d[\d.,:%]*|[\d.]+ MB|.*\.(?:gguf|json|npz)|Apache-2\.0|root|en|AB|CSV|"
    r"test|PERSON|1\.00|\d{4}-\d\d \(\d+\)|300|8192 MiB|\W*"
)


@pytest.fixture(scope="module")
def update() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update", ROOT / "packaging" / "translations" / "update.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def german(qapp: QApplication) -> Iterator[str]:
    yield texts.install(qapp, "de")
    texts.install(qapp, "en")


def test_every_text_of_the_window_has_a_german_translation(update: ModuleType) -> None:
    known = update.read(ROOT / "resources" / "translations" / "cloister_de.ts")
    missing = [text for text in update.window_texts() if text not in known]
    assert not missing, "run packaging/translations/update.py and translate these"
    assert len(known) > 500


def test_translations_fill_in_the_same_values(update: ModuleType) -> None:
    for text, translated in update.read(ROOT / "resources" / "translations" / "cloister_de.ts").items():
        assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(translated)), text
        assert text.endswith("…") == translated.endswith("…"), text


def test_the_compiled_file_says_what_the_source_says(update: ModuleType, german: str) -> None:
    assert german == "de"
    for text, translated in update.read(ROOT / "resources" / "translations" / "cloister_de.ts").items():
        assert texts.tr(text) == translated


def test_sentences_from_below_are_translated_with_their_detail(german: str) -> None:
    from app.documents.errors import CannotWrite, FileVanished

    assert texts.sentence(str(FileVanished())).startswith("Die Datei ist nicht mehr da")
    said = texts.sentence(str(CannotWrite("No space left on device")))
    assert said.startswith("Die Kopie konnte nicht geschrieben werden")
    assert said.endswith("(No space left on device)")
    assert texts.sentence("Nobody translated this.") == "Nobody translated this."


def test_sentences_with_values_are_translated_with_what_they_are_filled_with(german: str) -> None:
    from app.documents.errors import LimitExceeded, TimedOut, UnsupportedFormat

    assert "länger als 300 s" in texts.sentence(str(TimedOut(300)))
    sums = texts.sentence("Net and tax come to 240.00, but the total is 260.00. Check this by eye.")
    assert sums == "Netto und Steuer ergeben 240.00, als Gesamtbetrag steht 260.00 da. Sehen Sie selbst nach."
    said = texts.sentence(str(LimitExceeded("very many parts in a mail", "2000 pages")))
    assert "sehr viele Teile in einer E-Mail (Grenze 2000 Seiten)" in said
    assert texts.sentence(str(UnsupportedFormat("no pages to show"))).endswith("(keine Seiten zum Anzeigen)")
    assert texts.sentence("Attachment {0}.pdf cannot be redacted and was left out.").startswith(
        "Der Anhang {0}.pdf"
    )


def test_all_sentences_from_below_are_known_and_translated(update: ModuleType, german: str) -> None:
    known = update.read(ROOT / "resources" / "translations" / "cloister_de.ts")
    assert not [text for text in update.sentences() if text not in known]
    forms = {form for _, form in texts._forms()}
    assert not [
        text
        for text in update.sentences()
        if "{0}" in text and len(update._LETTERS.findall(text)) >= update._FEWEST and text not in forms
    ]


def test_why_something_was_found_is_said_in_german(german: str) -> None:
    assert "IBAN" in reasons.why("numbers", "iban code by its shape and check digits")
    assert "Prüfziffern" in reasons.why("numbers", "iban code by its shape and check digits")
    said = reasons.why("mail and web", "a mail address; near the word “contact”")
    assert said == "Es ist gebaut wie eine E-Mail-Adresse. Daneben steht das Wort „contact“."
    assert "anderer Stelle" in reasons.why("coreference", "the name found at character 47, again")
    assert reasons.why("taught", "something new") == "taught: something new"
    assert reasons.why("taught", "") == "taught"


def test_the_window_can_say_whatever_the_finders_say() -> None:
    said = re.compile(r"\"((?:an?|the|it|part) [a-zA-Z0-9 ,-]+)\"")
    for path in sorted((ROOT / "app" / "analysis" / "pii").glob("*.py")):
        for text in said.findall(path.read_text("utf-8")):
            if text not in ("the", "a"):
                assert text in reasons.WHY, (path.name, text)


def test_an_unknown_language_is_english(qapp: QApplication) -> None:
    assert texts.install(qapp, "eo") == "en"
    assert texts.tr("Inbox") == "Inbox"


class Brackets(QTranslator):
    """Marks every text that goes through the translation."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        if context != texts.CONTEXT:
            return ""
        self.asked.add(source)
        return f"⟦{source}⟧"


def shown_texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    for child in (widget, *widget.findChildren(QWidget)):
        kind = type(child).__name__
        if child.objectName().startswith("qt_"):
            continue
        yield f"{kind} name", child.accessibleName()
        yield f"{kind} tip", child.toolTip()
        if isinstance(child, QLabel | QAbstractButton):
            yield f"{kind} text", child.text()
        if isinstance(child, QLineEdit | QPlainTextEdit):
            yield f"{kind} hint", child.placeholderText()
        if isinstance(child, QGroupBox):
            yield f"{kind} title", child.title()
        if isinstance(child, QComboBox):
            for number in range(child.count()):
                yield f"{kind} item", child.itemText(number)
        if isinstance(child, QTabWidget):
            for number in range(child.count()):
                yield f"{kind} tab", child.tabText(number)
        if isinstance(child, QListWidget):
            for number in range(child.count()):
                yield f"{kind} item", child.item(number).text()
        if isinstance(child, RowTable):
            for column in child.rows_model.columns:
                yield f"{kind} column", column.title
        if isinstance(child, QMenu):
            yield f"{kind} title", child.title()
    for action in widget.findChildren(QAction):
        yield f"action {action.text()}", action.text()
        yield f"action {action.text()}", action.toolTip()


def test_no_text_of_the_window_bypasses_the_translation(
    qapp: QApplication, workspace: Workspace, known: DocumentRow, update: ModuleType, qtbot: QtBot
) -> None:
    from app.desktop.session import Session

    texts.install(qapp, "en")
    marked = Brackets()
    qapp.installTranslator(marked)
    try:
        window = MainWindow(workspace)
        qtbot.addWidget(window)
        window.show()
        wait(qtbot, lambda: bool(window.inbox.model.rows()))
        for name in PAGES:
            window.show_page(name)
        open_review(window, known.id, qtbot)
        window.lock()
        window.unlock()
        assert isinstance(window.session, Session)
        dialog = ExportDialog(window.session, [known], window)
        help_ = guide.TextDialog(texts.tr("Guide"), guide.guide(), window)
        qtbot.wait(300)
        bypassed = {
            (where, text) for where, text in shown_texts(window)
            if "⟦" not in text and not NOT_OURS.fullmatch(text.strip()) and text not in ("⚠",)
        }  # fmt: skip
        for line in help_.browser.toPlainText().splitlines():
            if line.strip():
                assert "⟦" in line, line
        dialog.deleteLater()
    finally:
        qapp.removeTranslator(marked)
    assert bypassed == set()
    missing = marked.asked - set(update.texts()) - {""}
    assert {text for text in missing if not NOT_OURS.fullmatch(text)} == set()


def test_the_window_speaks_german(
    qapp: QApplication, german: str, workspace: Workspace, known: DocumentRow, qtbot: QtBot
) -> None:
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.show()
    wait(qtbot, lambda: bool(window.inbox.model.rows()))
    assert [window.sidebar.list.item(n).text() for n in range(3)] == ["Eingang", "Prüfung", "Bibliothek"]
    assert (
        window.inbox.model.headerData(2, __import__("PySide6.QtCore").QtCore.Qt.Orientation.Horizontal)
        == "Zustand"
    )
    assert window.inbox.model.data(window.inbox.model.index(0, 2)) == "Bereit zur Prüfung"
    assert "Strg+O" in window.menus.add_files.toolTip()


def test_every_class_and_field_has_a_title() -> None:
    from app.analysis.understanding.labels import CLASS_FIELDS
    from app.desktop import names
    from app.documents import ENTITY_TYPES, Operator
    from app.masking import PRESETS

    assert set(ENTITY_TYPES) <= set(names.TYPES)
    assert set(CLASS_FIELDS) <= set(names.CLASSES)
    assert {name for pairs in CLASS_FIELDS.values() for name, _ in pairs} <= set(names.FIELDS)
    assert {operator.value for operator in Operator} == set(names.OPERATORS)
    assert {policy.name: policy.title for policy in PRESETS.values()} == names.POLICIES


def test_documents_without_words_are_no_trouble(workspace: Workspace, tmp_path: Path) -> None:
    from app.desktop.facts import facts

    row = workspace.library.add(tmp_path / "empty.txt", 0)
    document = Document(Source("", "", 0, "text/plain", "text"), "", warnings=("It is empty.",))
    workspace.library.save_result(row.id, document, Analysis(category=Category("unknown", 0.0)), 0.0)
    assert "Note: It is empty." in facts(workspace.review(row.id))
