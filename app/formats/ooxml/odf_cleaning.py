"""What every OpenDocument file loses, and what keeps it valid afterwards."""

from __future__ import annotations

import posixpath
import re

from lxml import etree

from app.documents import REDACTED_LINK, Redacted, find_terms
from app.documents.errors import DamagedFile
from app.documents.office_words import is_standard
from app.formats.ooxml.editing import count
from app.formats.ooxml.package import write_package
from app.formats.ooxml.redacting import Work, clean_pictures, clean_strings, redact_children, unfit_binaries
from app.formats.ooxml.xml import Element, elements, local, local_name, remove

_MANIFEST = "META-INF/manifest.xml"
_UNWANTED = re.compile(
    r"^(Thumbnails|Configurations2|Basic|Scripts|Dialogs|Versions|ObjectReplacements|layout-cache|manifest\.rdf|"
    r"VersionList\.xml|META-INF/(document|macro)signatures\.xml|(.*/)?Object \d+$)"
)
_PARAGRAPHS = frozenset({"p", "h"})
_VALUES = frozenset(
    {"value", "date-value", "time-value", "string-value", "boolean-value", "currency", "formula"}
)
_CHANGES = frozenset(
    {"tracked-changes", "change", "change-start", "change-end", "scripts", "event-listeners"}
)
_SETTINGS = re.compile(r"^(Printer|Rsid|Modify|CurrentDatabase|RedlineProtection|UserDefined)")
_OWN_WORDS = re.compile(r"[^\w .-]")


def finish_odf(work: Work, extension: str) -> Redacted:
    """Everything after the plan's spans: files inside, structure, strings, binaries, the fresh package."""
    unfit = redact_children(work)
    parts = work.package.parts
    dropped = [name for name in parts if _UNWANTED.match(name) or name in unfit]
    for name in dropped:
        del parts[name]
    count(work.removed, "dropped parts", len(dropped))
    clean_pictures(work)
    _rename_parts(work)
    for part in work.xml_parts():
        root = work.root(part)
        if root is not None and part != _MANIFEST:
            _clean(work, part, root)
    clean_strings(work, _PARAGRAPHS)
    for part in work.xml_parts():
        root = work.root(part)
        if root is not None:
            _settle(root, work.changed.get(part, set()))
    work.flush()
    for name in unfit_binaries(work):
        del parts[name]
        work.warnings.append("Parts that hold private text in a form that cannot be edited were left out.")
    _detach(work)
    _manifest(work)
    work.flush()
    return Redacted(
        write_package(work.package),
        extension,
        dict(work.removed),
        warnings=tuple(dict.fromkeys(work.warnings)),
    )


def _clean(work: Work, part: str, root: Element) -> None:
    base = posixpath.basename(part)
    if base == "meta.xml":
        for child in [e for holder in root for e in holder]:
            if local(child) not in work.plan.keep_metadata:
                remove(child)
                count(work.removed, "metadata")
        return
    if base == "settings.xml":
        for item in [e for e in elements(root) if _SETTINGS.match(next(iter(e.attrib.values()), ""))]:
            remove(item)
        return
    changed = work.changed.get(part, set())
    for element in [e for e in elements(root) if local(e) in _CHANGES]:
        if local(element) == "tracked-changes":
            count(work.removed, "tracked changes")
        remove(element)
    for element in elements(root):
        tag = str(element.tag)
        if tag.endswith(("/dc/elements/1.1/}creator", "meta:1.0}creator-initials", "sender-initials")):
            element.text = "Author" if tag.endswith("creator") else "A"
        elif tag.endswith("/dc/elements/1.1/}date"):
            element.text = "1980-01-01T00:00:00"
        for name in list(element.attrib):
            key = local_name(str(name))
            if key.endswith("rsid"):
                del element.attrib[name]
            elif key == "href" and _leads_out(str(element.get(name))):
                touched = element in changed and "redacted" not in str(element.get(name))
                if touched or find_terms(str(element.get(name)), work.plan.terms):
                    element.set(name, REDACTED_LINK)
                    count(work.removed, "links")


def _leads_out(address: str) -> bool:
    return not address.startswith(("Pictures/", "./", "Object", "#"))


def _settle(root: Element, changed: set[Element]) -> None:
    """Cells that lost something become text; results of formulas are left to the reader's program."""
    cells: set[Element] = set()
    for element in changed:
        cells.update(e for e in (element, *element.iterancestors()) if local(e) == "table-cell")
    for cell in cells:
        _forget(cell)
        for name in list(cell.attrib):
            if local_name(str(name)) == "value-type":
                cell.set(name, "string")
    if cells:
        for cell in [e for e in elements(root) if local(e) == "table-cell" and e not in cells]:
            if any(local_name(str(name)) == "formula" for name in cell.attrib):
                _forget(cell, keep=frozenset({"formula"}))
                for child in [child for child in cell if local(child) == "p"]:
                    remove(child)
    for element in changed:
        if local(element) == "table":
            for name, value in list(element.attrib.items()):
                if local_name(str(name)) == "name":
                    element.set(name, _OWN_WORDS.sub("", str(value)).strip() or "Table")


def _forget(cell: Element, keep: frozenset[str] = frozenset()) -> None:
    for name in list(cell.attrib):
        if local_name(str(name)) in _VALUES - keep:
            del cell.attrib[name]


def _rename_parts(work: Work) -> None:
    """A part whose name shows a term gets another name, and so do the links to it."""
    renamed: dict[str, str] = {}
    for name in work.package.parts:
        folder, base = posixpath.split(name)
        if not is_standard(base) and find_terms(base, work.plan.terms):
            stem, ending = posixpath.splitext(base)
            renamed[name] = posixpath.join(folder, work.names.stand_in(stem) + ending)
    if not renamed:
        return
    count(work.removed, "part names", len(renamed))
    work.rename(renamed)
    for part in work.xml_parts():
        root = work.root(part)
        for element in elements(root) if root is not None else ():
            for name, value in element.attrib.items():
                target = str(value).removeprefix("./")
                if target in renamed:
                    element.set(name, renamed[target])


def _detach(work: Work) -> None:
    """Pictures and objects that are no longer there are no longer pointed at."""
    parts = work.package.parts
    for part in work.xml_parts():
        if part == _MANIFEST:
            continue
        try:
            root = work.root(part)
        except DamagedFile:
            continue
        for element in list(elements(root)) if root is not None else []:
            for name, value in list(element.attrib.items()):
                target = posixpath.normpath(posixpath.join(posixpath.dirname(part), str(value)))
                if local_name(str(name)) != "href" or not str(value).startswith(
                    ("Pictures/", "./Object", "Object")
                ):
                    continue
                if target not in parts and not any(other.startswith(target + "/") for other in parts):
                    remove(element)


def _manifest(work: Work) -> None:
    """The list of parts names those that are there."""
    root = work.root(_MANIFEST) if _MANIFEST in work.package.parts else None
    if root is None:
        return
    for entry in [e for e in elements(root) if local(e) == "file-entry"]:
        path = next((str(v) for k, v in entry.attrib.items() if local_name(str(k)) == "full-path"), "")
        there = path == "/" or path in work.package.parts
        if not there and not (path.endswith("/") and any(p.startswith(path) for p in work.package.parts)):
            remove(entry)
    etree.cleanup_namespaces(root)
