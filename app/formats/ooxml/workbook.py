"""Keeping a workbook valid after values, names and strings have gone."""

from __future__ import annotations

import re

from lxml import etree

from app.formats.ooxml.charts import settle_charts
from app.formats.ooxml.editing import count
from app.formats.ooxml.redacting import Work
from app.formats.ooxml.xml import Element, elements, local, remove

_SHEET = re.compile(r"(^|/)(worksheets|chartsheets|macrosheets|dialogsheets)/[^/]+\.xml$")
_BAD_NAME = re.compile(r"[\[\]:*?/\\]")
_NAME_LENGTH = 31
_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*")


def clean_workbook(work: Work, main: str) -> None:
    """Cells that go as a whole, sheet names, shared strings that nobody uses."""
    original = _names_before(work, main)
    for part in list(work.package.parts):
        root = work.root(part) if _SHEET.search(part) else None
        if root is not None:
            _whole_cells(work, root, part)
    _rename_sheets(work, main, original)
    _drop_unused_strings(work)
    root = work.root(main)
    if root is None:
        return
    for element in [
        e for e in elements(root) if local(e) in ("fileSharing", "fileRecoveryPr", "webPublishing")
    ]:
        remove(element)
    for element in [e for e in elements(root) if local(e) == "absPath"]:
        remove(element)


def _whole_cells(work: Work, root: Element, part: str) -> None:
    whole = work.edits.whole.get(part, {})
    if not whole:
        return
    for index, element in enumerate(elements(root)):
        if index * 2 in whole:
            element.text = whole[index * 2]
            work.mark(part, [element])


def _names_before(work: Work, main: str) -> list[str]:
    from app.formats.ooxml.xml import parse

    return [e.get("name", "") for e in elements(parse(work.package.parts[main])) if local(e) == "sheet"]


def _rename_sheets(work: Work, main: str, original: list[str]) -> None:
    """Sheet names that changed: made valid and unique, and followed in formulas, names and links."""
    from app.documents import find_terms

    root = work.root(main)
    if root is None:
        return
    taken: set[str] = set()
    renamed: dict[str, str] = {}
    for number, (sheet, before) in enumerate(
        zip([e for e in elements(root) if local(e) == "sheet"], original, strict=True), 1
    ):
        name = sheet.get("name", "")
        if name == before and find_terms(name, work.plan.terms):
            name = f"Sheet {number}"
        if name != before:
            name = _BAD_NAME.sub("", name).strip("' ")[:_NAME_LENGTH].strip() or f"Sheet {number}"
            while name.casefold() in taken:
                name = f"Sheet {number} ({len(taken)})"
            sheet.set("name", name)
            renamed[before] = name
        taken.add(name.casefold())
    if renamed:
        count(work.removed, "sheet names", len(renamed))
        for part in work.xml_parts():
            if part.startswith("xl/"):
                _follow(work.root(part), renamed)


def _follow(root: Element | None, renamed: dict[str, str]) -> None:
    if root is None:
        return
    for element in elements(root):
        if (
            local(element) in ("f", "definedName", "formula", "formula1", "formula2", "sqref")
            and element.text
        ):
            element.text = _with_names(element.text, renamed)
        for key in ("location", "ref", "sheet"):
            value = element.get(key)
            if value:
                element.set(key, renamed.get(value, _with_names(value, renamed)))


def _with_names(formula: str, renamed: dict[str, str]) -> str:
    for before, after in renamed.items():
        quoted = "'" + after.replace("'", "''") + "'!"
        formula = formula.replace("'" + before.replace("'", "''") + "'!", quoted)
        if _PLAIN_NAME.fullmatch(before):
            formula = re.sub(rf"(?<![\w'.]){re.escape(before)}!", quoted.replace("\\", ""), formula)
    return formula


def _drop_unused_strings(work: Work) -> None:
    """Empty the shared strings that no cell shows; their places stay, and so do the others' numbers."""
    strings = next((part for part in work.package.parts if part.endswith("sharedStrings.xml")), "")
    root = work.root(strings) if strings else None
    if root is None:
        return
    used: set[int] = set()
    for part in work.package.parts:
        sheet = work.root(part) if _SHEET.search(part) else None
        if sheet is None:
            continue
        for cell in elements(sheet):
            if local(cell) == "c" and cell.get("t") == "s":
                value = next((child.text or "" for child in cell if local(child) == "v"), "").strip()
                if value.isdecimal():
                    used.add(int(value))
    for number, item in enumerate([e for e in root if local(e) == "si"]):
        phonetic = [e for e in item if local(e) in ("rPh", "phoneticPr")]
        for element in phonetic:
            remove(element)
        if number in used or not "".join(str(text) for text in item.itertext()).strip():
            continue
        for child in list(item):
            item.remove(child)
        child = etree.SubElement(item, etree.QName(item, "t"))
        child.text = ""
        count(work.removed, "strings no longer used")


def settle_workbook(work: Work) -> None:
    """Cells, formulas, names and table heads that lost something are made valid again."""
    settle_charts(work)
    text_gone = number_gone = False
    for part in list(work.package.parts):
        changed = work.changed.get(part, set())
        if part.endswith("sharedStrings.xml"):
            text_gone = text_gone or bool(changed)
        root = work.root(part) if _SHEET.search(part) and changed else None
        if root is not None:
            _settle_cells(root, changed)
            text_gone = number_gone = True
    if text_gone:
        _forget_results(work, numbers=number_gone)
    _settle_names(work)


def _settle_cells(root: Element, changed: set[Element]) -> None:
    groups: set[str] = set()
    for cell in [e for e in elements(root) if local(e) == "c"]:
        parts = {local(child): child for child in cell}
        formula, value = parts.get("f"), parts.get("v")
        touched = value is not None and value in changed
        if formula is not None and (formula in changed or touched):
            if formula.get("t") == "shared":
                groups.add(formula.get("si", ""))
            remove(formula)
        if value is None or not touched:
            continue
        text = value.text or ""
        if not text:
            remove(value)
            cell.attrib.pop("t", None)
        elif cell.get("t", "n") not in ("str", "s"):
            cell.set("t", "str")
    for formula in [e for e in elements(root) if local(e) == "f" and e.get("si") in groups]:
        remove(formula)


def _forget_results(work: Work, *, numbers: bool) -> None:
    """Results of formulas may repeat what went: the reader's program works them out again."""
    for part in list(work.package.parts):
        root = work.root(part) if _SHEET.search(part) else None
        if root is None:
            continue
        for cell in elements(root):
            if local(cell) != "c":
                continue
            parts = {local(child): child for child in cell}
            if "f" not in parts or "v" not in parts or not (numbers or cell.get("t") == "str"):
                continue
            remove(parts["v"])
            cell.attrib.pop("t", None)


def _settle_names(work: Work) -> None:
    for part in list(work.package.parts):
        changed = work.changed.get(part)
        root = work.root(part) if changed else None
        if root is None or changed is None:
            continue
        if part.endswith("workbook.xml"):
            for element in [e for e in elements(root) if local(e) == "definedName" and e in changed]:
                holder = element.getparent()
                remove(element)
                if holder is not None and len(holder) == 0:
                    remove(holder)
        elif "/tables/" in part:
            _settle_table(root, changed)


def _settle_table(root: Element, changed: set[Element]) -> None:
    taken: set[str] = set()
    for number, element in enumerate([e for e in elements(root) if local(e) == "tableColumn"], 1):
        name = element.get("name", "")
        if name.casefold() in taken:
            element.set("name", f"{name} {number}")
        taken.add(element.get("name", "").casefold())
    if root in changed:
        for key in ("name", "displayName"):
            if root.get(key):
                root.set(key, f"Table{root.get('id', '1')}")
