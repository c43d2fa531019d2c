"""Collects the window's texts into resources/translations/*.ts and compiles them: run after changing a text.

    .venv/bin/python packaging/translations/update.py

Texts are the literals given to `tr` and `mark` in app/desktop, and the sentences of the rooms below, which the window
shows too; those with values in them are listed in forms.json, by which the window knows them again. Translations that are there stay; what is gone from the program goes from the file; what
is new is marked unfinished until somebody translates it (by hand or with Qt Linguist). Needs PySide6's lrelease.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
CONTEXT = "Cloister"
LANGUAGES = ("de",)
_OWN = {"tr", "mark"}
_ERRORS = {
    node.name
    for node in ast.parse((ROOT / "app" / "documents" / "errors.py").read_text("utf-8")).body
    if isinstance(node, ast.ClassDef)
}
_SENTENCE = re.compile(r"(?:[A-Z]|\{0\})[^<>\\|_]* [^<>\\|_]*[.?!]")
_LETTERS = re.compile(r"[^\W\d]")
_FEWEST = 4
"""A form with fewer letters of its own would be found everywhere."""
_PHRASE = re.compile(r"(?:[a-z]|\{0\})[^<>\\|_]* [^<>\\|_]*[^.<>\\|_]")


def window_texts(folder: Path = ROOT / "app" / "desktop") -> dict[str, str]:
    """Text → file and line of its first use."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in _OWN
                and node.args
            ):
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value:
                    found.setdefault(first.value, f"{path.relative_to(ROOT).as_posix()}:{node.lineno}")
    return found


def sentences(folder: Path = ROOT / "app") -> dict[str, str]:
    """Sentences of the rooms below that the window may show: what errors, warnings and notes say. Values that are
    filled in stand as {0}, {1} and so on."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.py")):
        if {"desktop", "cli", "resources"} & set(path.relative_to(folder).parts):
            continue
        tree = ast.parse(path.read_text("utf-8"))
        for text, line in _said(tree):
            found.setdefault(text, f"{path.relative_to(ROOT).as_posix()}:{line}")
    return found


def _said(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Whole sentences anywhere but in doc strings, and the phrases that errors are made with."""
    skipped = _not_said(tree)
    for node in ast.walk(tree):
        if isinstance(node, (ast.Constant, ast.JoinedStr)) and id(node) not in skipped:
            text = _form(node)
            if text and _SENTENCE.fullmatch(text):
                yield text, node.lineno
        elif isinstance(node, ast.Call) and _is_error(node.func):
            for argument in node.args:
                for part in _parts(argument):
                    if _PHRASE.fullmatch(part):
                        yield part, node.lineno


def _not_said(tree: ast.Module) -> set[int]:
    """Doc strings, and the pieces of strings with values in them, which are said as a whole."""
    skipped = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            skipped.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            skipped.update(id(piece) for piece in ast.walk(node) if piece is not node)
    return skipped


def _is_error(function: ast.expr) -> bool:
    if isinstance(function, ast.Name):
        return function.id in _ERRORS
    return isinstance(function, ast.Attribute) and function.attr == "__init__"


def _form(node: ast.expr) -> str:
    """The text of a string, with {0}, {1} … for its values; "" for what is no string."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if not isinstance(node, ast.JoinedStr):
        return ""
    numbers = count()
    return "".join(
        str(piece.value) if isinstance(piece, ast.Constant) else f"{{{next(numbers)}}}"
        for piece in node.values
    )


def _parts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, (ast.Constant, ast.JoinedStr)):
        yield _form(node)
    elif isinstance(node, ast.BinOp):
        yield from _parts(node.left)
    elif isinstance(node, ast.IfExp):
        yield from _parts(node.body)
        yield from _parts(node.orelse)


def texts() -> dict[str, str]:
    """Everything that the window may show."""
    return {**sentences(), **window_texts()}


def read(path: Path) -> dict[str, str]:
    """Finished translations of a file."""
    if not path.exists():
        return {}
    messages = ElementTree.parse(path).getroot().iter("message")
    done = {}
    for message in messages:
        translation = message.find("translation")
        if translation is not None and translation.get("type") is None and translation.text:
            done[message.findtext("source") or ""] = translation.text
    return done


def write(path: Path, language: str, known: dict[str, str]) -> list[str]:
    """Write the file anew; the texts that have no translation."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    missing = []
    for text, _ in sorted(texts().items()):
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = text
        translation = ElementTree.SubElement(message, "translation")
        if text in known:
            translation.text = known[text]
        else:
            translation.set("type", "unfinished")
            missing.append(text)
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")
    return missing


def main() -> int:
    """Update and compile every language; 1 when texts are missing."""
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    forms = sorted(text for text in sentences() if "{0}" in text and len(_LETTERS.findall(text)) >= _FEWEST)
    (FOLDER / "forms.json").write_text(json.dumps(forms, indent=1, ensure_ascii=False) + "\n", "utf-8")
    code = 0
    for language in LANGUAGES:
        path = FOLDER / f"cloister_{language}.ts"
        missing = write(path, language, read(path))
        subprocess.run([lrelease, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)
        for text in missing:
            print(f"{language}: not translated: {text}")
        code = 1 if missing else code
    return code


if __name__ == "__main__":
    sys.exit(main())
