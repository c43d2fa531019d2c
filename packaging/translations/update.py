"""Collects the window's texts into resources/translations/*.ts and compiles them: run after changing a text.

    .venv/bin/python packaging/translations/update.py

Texts are the literals given to `tr` and `mark` in app/desktop, and the sentences of the errors of the rooms below,
which the window shows too. Translations that are there stay; what is gone from the program goes from the file; what
is new is marked unfinished until somebody translates it (by hand or with Qt Linguist). Needs PySide6's lrelease.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
CONTEXT = "Cloister"
LANGUAGES = ("de",)
_OWN = {"tr", "mark"}


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


def error_texts(folder: Path = ROOT / "app") -> dict[str, str]:
    """Whole sentences of errors; those with parts filled in are shown as they come."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.py")):
        if {"desktop", "cli", "resources"} & set(path.relative_to(folder).parts):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _is_error(node.func):
                for argument in node.args:
                    for text in _constants(argument):
                        if text.endswith(".") and " " in text:
                            found.setdefault(text, f"{path.relative_to(ROOT).as_posix()}:{node.lineno}")
    return found


def _is_error(function: ast.expr) -> bool:
    if isinstance(function, ast.Name):
        return function.id.endswith("Error") or function.id in ("RedactionRefused", "WrongPassphrase")
    return isinstance(function, ast.Attribute) and function.attr == "__init__"


def _constants(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.BinOp):
        yield from _constants(node.left)
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)


def texts() -> dict[str, str]:
    """Everything that the window may show."""
    return {**error_texts(), **window_texts()}


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
