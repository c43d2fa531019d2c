"""Every sentence of the window passes through here, so that it can be said in another language."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from app.desktop.resources import folder

CONTEXT = "Cloister"
LANGUAGES = {"": "As the system", "en": "English", "de": "Deutsch"}
_DETAIL = re.compile(r"^(?P<sentence>.*\.) \((?P<detail>.*)\)$", re.DOTALL)
_installed: list[QTranslator] = []
_VALUE = re.compile(r"\{\d+\}")
_MOST = 5000
_sentences: dict[str, str] = {}
_said: dict[str, str] = {}
"""What was translated before; tables of thousands of rows say the same again and again."""


def tr(text: str, **values: object) -> str:
    """`text` in the window's language, with `{name}`s filled in.

    The text must be a literal, or one that `mark` was told of: packaging/translations/update.py collects those."""
    shown = _said.get(text)
    if shown is None:
        shown = _said[text] = QCoreApplication.translate(CONTEXT, text)
    return shown.format(**values) if values else shown


def mark(text: str) -> str:
    """Says that a text of a table is shown by `tr` later; gives it back as it is."""
    return text


def counted(count: int, one: str, many: str) -> str:
    """ "1 document" or "{count} documents"; both texts are literals wrapped in `mark`."""
    return tr(one) if count == 1 else tr(many, count=f"{count:,}")


def progress(done: int, total: int, seconds_left: float | None) -> str:
    """ "3 of 16, 2:05 left"; without the time while nobody knows it."""
    if seconds_left is None:
        return tr("{done} of {total}", done=done, total=total)
    minutes, rest = divmod(round(seconds_left), 60)
    left = f"{minutes}:{rest:02}" if minutes else f"{rest} s"
    return tr("{done} of {total}, {time} left", done=done, total=total, time=left)


def sentence(text: str) -> str:
    """A sentence from the rooms below in the window's language; as it came where there is no translation."""
    if not _installed:
        return text
    said = _sentences.get(text)
    if said is None:
        if len(_sentences) > _MOST:
            _sentences.clear()
        said = _sentences[text] = _translated(text)
    return said


def _translated(text: str) -> str:
    known = QCoreApplication.translate(CONTEXT, text)
    if known != text:
        return known
    match = _DETAIL.match(text)
    if match:
        return f"{sentence(match['sentence'])} ({sentence(match['detail'])})"
    for pattern, form in _forms():
        match = pattern.fullmatch(text)
        if match:
            said = QCoreApplication.translate(CONTEXT, form)
            return said.format(*(sentence(value) for value in match.groups())) if said != form else text
    return text


@cache
def _forms() -> list[tuple[re.Pattern[str], str]]:
    """Sentences with values in them, those with most words of their own first."""
    path = folder("translations") / "forms.json"
    listed = json.loads(path.read_text("utf-8")) if path.is_file() else []
    forms = []
    for form in sorted(listed, key=lambda form: -len(_VALUE.sub("", form))):
        pattern = "(.+)".join(re.escape(part) for part in _VALUE.split(form))
        forms.append((re.compile(pattern, re.DOTALL), form))
    return forms


def install(application: QApplication, language: str) -> str:
    """Speak `language` ("" follows the system) from now on; the language that was found."""
    for old in _installed:
        application.removeTranslator(old)
    _installed.clear()
    _said.clear()
    _sentences.clear()
    locale = QLocale(language) if language else QLocale.system()
    chosen = locale.name().partition("_")[0]
    own = folder("translations") / f"cloister_{chosen}.qm"
    if chosen == "en" or not own.is_file():
        chosen = "en"
    else:
        # Qt's own texts too: the buttons of its dialogs, the names of keys.
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{chosen}.qm"
        for path in (qt, own):
            translator = QTranslator(application)
            if translator.load(str(path)):
                application.installTranslator(translator)
                _installed.append(translator)
    # From left to right is not asked for: so the start can turn it round with -reverse.
    to_left = locale.textDirection() == Qt.LayoutDirection.RightToLeft and bool(language)
    direction = Qt.LayoutDirection.RightToLeft if to_left else Qt.LayoutDirection.LayoutDirectionAuto
    application.setLayoutDirection(direction)
    return chosen
