"""What every Office Open XML file loses: metadata, macros, caches, authors, revision ids, outside links."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from urllib.parse import unquote

from app.documents import REDACTED_LINK, Redacted, find_terms
from app.documents.office_words import is_standard
from app.formats.ooxml.editing import count
from app.formats.ooxml.package import CONTENT_TYPES, rels_owner, resolve, write_package
from app.formats.ooxml.redacting import Work, clean_pictures, clean_strings, redact_children, unfit_binaries
from app.formats.ooxml.rels import (
    all_rels,
    content_types,
    drop_orphans,
    drop_parts,
    drop_relationships,
    set_type,
)
from app.formats.ooxml.xml import Element, elements, local, local_name, parse, remove, serialise

_UNWANTED = re.compile(
    r"^(customXml/|docProps/(custom\.xml|thumbnail)|docMetadata/|customUI/|userCustomization/|_xmlsignatures/|"
    r".*/(printerSettings|externalLinks|pivotCache|pivotTables|activeX|ctrlProps|webextensions|revisions|"
    r"threadedComments|persons|slicers|slicerCaches|queryTables|changesInfos|tags|customData|ink|model|timelines|"
    r"timelineCaches)/|"
    r".*/(vbaProject\.bin|vbaProjectSignature.*|vbaData\.xml|calcChain\.xml|connections\.xml|people\.xml|"
    r"commentsExtended\.xml|commentsIds\.xml|commentsExtensible\.xml|recipientData\.xml|keyMapCustomizations\.xml|"
    r"attachedToolbars\.bin|revisionInfo\.xml|userNames\.xml|volatileDependencies\.xml|customizations\.xml|"
    r"thumbnail\.\w+))",
    re.IGNORECASE,
)
_OPEN = "application/vnd.openxmlformats-officedocument."
_TYPES = {
    f"application/vnd.ms-{program}+xml": f"{_OPEN}{plain}.main+xml"
    for program, plain in {
        "word.document.macroEnabled.main": "wordprocessingml.document",
        "word.template.macroEnabledTemplate.main": "wordprocessingml.template",
        "excel.sheet.macroEnabled.main": "spreadsheetml.sheet",
        "excel.template.macroEnabled.main": "spreadsheetml.template",
        "powerpoint.presentation.macroEnabled.main": "presentationml.presentation",
        "powerpoint.slideshow.macroEnabled.main": "presentationml.slideshow",
        "powerpoint.template.macroEnabled.main": "presentationml.template",
    }.items()
}
"""Content types of files with macros, and of the same files without."""
_EXTENSIONS = {
    ".docm": ".docx", ".dotm": ".dotx", ".xlsm": ".xlsx", ".xltm": ".xltx",
    ".pptm": ".pptx", ".ppsm": ".ppsx", ".potm": ".potx",
}  # fmt: skip
_AUTHORS = frozenset({"author", "initials", "userId", "providerId", "displayName", "userName"})
_REVISION = re.compile(r"^rsid")
_ALONE = frozenset(
    {"pageSetup", "sheet", "blip", "hlinkClick", "hlinkHover", "hlinkMouseOver", "hyperlink", "imagedata"}
)
"""Elements that stay when what they point at goes; only the pointer is taken off."""
_EMPTY_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)


def clean_structure(work: Work) -> None:
    """Files inside redacted; parts and links that nobody may get taken out, with what points at them."""
    unfit = redact_children(work)
    read = {embedded.part for embedded in work.document.embedded}
    for part in work.package.parts:
        if "/embeddings/" in f"/{part}" and part not in read and not part.endswith(".rels"):
            unfit.add(part)
    _clean_links(work)
    work.flush_rels()
    _drop(work, lambda name: name in unfit or _UNWANTED.match(name) is not None)
    gone = drop_relationships(work.package, lambda kind, _, external: external and kind != "hyperlink")
    count(work.removed, "links to other files", sum(len(ids) for ids in gone.values()))
    _detach(work, gone)
    _plain_types(work)
    _properties(work)
    clean_pictures(work)
    for part in work.xml_parts():
        root = work.root(part) if not part.endswith(".rels") else None
        if root is not None:
            _clean_people(root)


def _drop(work: Work, unwanted: Callable[[str], bool]) -> None:
    dropped, gone = drop_parts(work.package, unwanted)
    count(work.removed, "dropped parts", len(dropped))
    _detach(work, gone)


def finish(
    work: Work, extension: str, settle: Callable[[Work], None], paragraphs: frozenset[str]
) -> Redacted:
    """String pass, `settle` for what it left in need of order, binaries, and the fresh package."""
    _rename_parts(work)
    clean_strings(work, paragraphs)
    settle(work)
    work.flush()
    unfit = unfit_binaries(work)
    if unfit:
        work.warnings.append("Parts that hold private text in a form that cannot be edited were left out.")
        _drop(work, lambda name: name in unfit)
        work.flush()
    drop_orphans(work.package)
    lower = extension.lower()
    return Redacted(
        write_package(work.package),
        _EXTENSIONS.get(lower, extension),
        dict(work.removed),
        warnings=tuple(dict.fromkeys(work.warnings)),
    )


def _clean_links(work: Work) -> None:
    """An address that lost a piece, or that shows a term, leads nowhere: half an address still tells."""
    for part in all_rels(work.package):
        root = work.root(part)
        if root is None:
            continue
        for rel in elements(root):
            if rel.get("TargetMode") != "External":
                continue
            touched = rel in work.changed.get(part, set())
            if touched or find_terms(unquote(rel.get("Target", "")), work.plan.terms):
                rel.set("Target", REDACTED_LINK)
                count(work.removed, "links")


def _detach(work: Work, gone: dict[str, set[str]]) -> None:
    """Take out what points at relationships that are gone."""
    for owner, ids in gone.items():
        root = work.root(owner) if owner else None
        if root is None:
            continue
        for element in list(elements(root)):
            pointers = [
                name
                for name, value in element.attrib.items()
                if value in ids and "officeDocument/2006/relationships" in str(name)
            ]
            if not pointers:
                continue
            if local(element) in _ALONE:
                for name in pointers:
                    del element.attrib[name]
            else:
                _remove_with_frame(element)


def _remove_with_frame(element: Element) -> None:
    """Take the element out, and a frame that would be left without its one child."""
    parent = element.getparent()
    remove(element)
    while parent is not None and local(parent) in _FRAMES and len(parent) == 0:
        holder = parent.getparent()
        remove(parent)
        parent = holder


_FRAMES = frozenset(
    {
        "pivotCaches",
        "externalReferences",
        "custDataLst",
        "controls",
        "tableParts",
        "oleObjects",
        "queryTableParts",
    }
)


def _plain_types(work: Work) -> None:
    for part, content_type in content_types(work.package).items():
        if content_type in _TYPES:
            set_type(work.package, part, _TYPES[content_type])


def _properties(work: Work) -> None:
    """Core properties by whitelist; the program's own properties empty."""
    if "docProps/app.xml" in work.package.parts:
        work.roots.pop("docProps/app.xml", None)
        work.package.parts["docProps/app.xml"] = _EMPTY_PROPERTIES
        count(work.removed, "metadata")
    for part in list(work.package.parts):
        if not re.match(r"docProps/core.*\.xml$", part):
            continue
        root = work.root(part)
        if root is None:
            continue
        for child in list(root):
            if local(child) not in work.plan.keep_metadata:
                root.remove(child)
                count(work.removed, "metadata")


def _clean_people(root: Element) -> None:
    """Authors, their initials and revision ids."""
    for element in elements(root):
        for name in list(element.attrib):
            key = local_name(str(name))
            if key in _AUTHORS:
                element.set(name, "A" if key == "initials" else "Author")
            elif _REVISION.match(key):
                del element.attrib[name]
        if local(element) == "rsids":
            for child in list(element):
                element.remove(child)
        elif local(element) == "author" and element.text:
            element.text = "Author"
    for element in [element for element in elements(root) if local(element) == "rsids"]:
        remove(element)


def _rename_parts(work: Work) -> None:
    """A part whose name shows a term gets another name everywhere."""
    renamed = {}
    for name in list(work.package.parts):
        folder, base = posixpath.split(name)
        if (
            name.endswith(".rels")
            or name == CONTENT_TYPES
            or is_standard(base)
            or not find_terms(base, work.plan.terms)
        ):
            continue
        stem, suffix = posixpath.splitext(base)
        renamed[name] = posixpath.join(folder, work.names.stand_in(stem) + suffix)
    if not renamed:
        return
    work.flush_rels()
    count(work.removed, "part names", len(renamed))
    for part in all_rels(work.package):
        root = parse(work.package.parts[part])
        for rel in elements(root):
            target = resolve(rels_owner(part), rel.get("Target", ""))
            if rel.get("TargetMode") != "External" and target in renamed:
                rel.set("Target", "/" + renamed[target])
        work.package.parts[part] = serialise(root)
    types = parse(work.package.parts[CONTENT_TYPES])
    for entry in types:
        name = entry.get("PartName", "").lstrip("/")
        if name in renamed:
            entry.set("PartName", "/" + renamed[name])
    work.package.parts[CONTENT_TYPES] = serialise(types)
    work.rename(renamed)
