"""Word documents. Provenance: see `ooxml.xml`; parts are those of the package."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents import BlockKind, Document, Plan, Redacted
from app.formats.base import Context
from app.formats.compose import DocumentBuilder, make_source
from app.formats.ooxml.cleaning import clean_structure, finish
from app.formats.ooxml.common import (
    PARAGRAPHS,
    custom_drafts,
    graphic_drafts,
    link_drafts,
    main_part,
    property_drafts,
    sniff_main,
    suffix,
)
from app.formats.ooxml.layout import Draft, Rules, collect
from app.formats.ooxml.package import Package, read_package
from app.formats.ooxml.reading import child_drafts, fill
from app.formats.ooxml.redacting import Work, begin
from app.formats.ooxml.rels import relationships
from app.formats.ooxml.xml import Element, attribute, elements, local, parse, remove, unwrap

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_KINDS = {
    "header": BlockKind.HEADER,
    "footer": BlockKind.FOOTER,
    "footnotes": BlockKind.FOOTNOTE,
    "endnotes": BlockKind.FOOTNOTE,
    "comments": BlockKind.COMMENT,
    "glossaryDocument": BlockKind.HIDDEN,
}
_INSERTED = frozenset({"ins", "moveTo"})
_DELETED = frozenset({"del", "moveFrom"})
_CHANGES = frozenset(
    {"rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange",
     "tblPrExChange", "numberingChange", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
     "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart",
     "customXmlDelRangeEnd", "cellIns", "cellMerge", "proofErr"}
)  # fmt: skip

_MAIN_TYPES = (
    b"wordprocessingml.document.main",
    b"ms-word.document.macroEnabled.main",
    b"wordprocessingml.template.main",
    b"ms-word.template.macroEnabledTemplate.main",
)


class WordFormat:
    """DOCX, DOCM, DOTX, DOTM."""

    name = "docx"
    extensions = (".docx", ".docm", ".dotx", ".dotm")

    def sniff(self, data: bytes, name: str) -> float:
        return sniff_main(data, _MAIN_TYPES)

    def read(self, data: bytes, context: Context) -> Document:
        package = read_package(data, context.limits)
        builder = DocumentBuilder(make_source(data, context.name, _MEDIA_TYPE, self.name), context.limits)
        fill(builder, _drafts(package, context), package, context)
        return builder.build()

    def redact(self, data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
        package = read_package(data, context.limits)
        work = begin(package, document, plan, context, list(_drafts(package, context)))
        clean_structure(work)
        for part in work.xml_parts():
            root = work.root(part) if part.startswith("word/") and not part.endswith(".rels") else None
            if root is not None:
                _resolve_changes(root)
                _simplify(root)
        return finish(work, suffix(context.name, ".docx", self.extensions), _settle, PARAGRAPHS)


def _drafts(package: Package, context: Context) -> Iterator[Draft]:
    main = main_part(package)
    headings = _heading_styles(package, main)
    rules = Rules(
        paragraphs=frozenset({"p"}),
        text=frozenset({"t", "delText", "instrText", "delInstrText"}),
        rows=frozenset({"tr"}),
        cells=frozenset({"tc"}),
        literals={"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"},
        channels={
            "del": BlockKind.DELETED,
            "moveFrom": BlockKind.DELETED,
            "instrText": BlockKind.CODE,
            "delInstrText": BlockKind.CODE,
        },
        attributes={
            "bookmarkStart@name": ("bookmarkStart", BlockKind.ATTRIBUTE),
            "comment@author": ("comment", BlockKind.METADATA),
            "comment@initials": ("comment", BlockKind.METADATA),
            "ins@author": ("ins", BlockKind.METADATA),
            "del@author": ("del", BlockKind.METADATA),
            "docPr@descr": ("docPr", BlockKind.ATTRIBUTE),
            "docPr@title": ("docPr", BlockKind.ATTRIBUTE),
            "cNvPr@descr": ("cNvPr", BlockKind.ATTRIBUTE),
            "hyperlink@tooltip": ("hyperlink", BlockKind.ATTRIBUTE),
            "alias@val": ("alias", BlockKind.ATTRIBUTE),
            "listItem@displayText": ("listItem", BlockKind.ATTRIBUTE),
            "fldSimple@instr": ("fldSimple", BlockKind.CODE),
            "textpath@string": ("textpath", BlockKind.ATTRIBUTE),
        },
        heading=lambda element: _style_of(element) in headings,
        hidden=_is_hidden,
    )
    yield from collect(parse(package.parts[main]), main, rules)
    numbers: dict[str, int] = {}
    for part in _text_parts(package, main):
        kind = _KINDS[_word(part, package)]
        numbers[kind] = numbers.get(kind, 0) + 1
        place = f"{kind.value} {numbers[kind]}"
        yield from collect(parse(package.parts[part]), part, rules, kind=kind, place=place)
    yield from graphic_drafts(package, "word/")
    yield from child_drafts(package, context, ("embeddings", "media"))
    yield from link_drafts(package)
    yield from property_drafts(package)
    yield from custom_drafts(package)


def _text_parts(package: Package, main: str) -> list[str]:
    """Headers, footers, notes, comments and the glossary, in the order of the package."""
    known = {
        target
        for _, kind, target, external in relationships(package, main)
        if not external
        and kind in {"header", "footer", "footnotes", "endnotes", "comments", "glossaryDocument"}
    }
    return [part for part in package.parts if part in known]


def _word(part: str, package: Package) -> str:
    tag = local(parse(package.parts[part]))
    return {"hdr": "header", "ftr": "footer"}.get(tag, tag if tag in _KINDS else "header")


def _heading_styles(package: Package, main: str) -> frozenset[str]:
    """Ids of paragraph styles that are headings by their built-in name."""
    styles = next((t for _, kind, t, external in relationships(package, main) if kind == "styles"), "")
    if styles not in package.parts:
        return frozenset()
    found = set()
    for style in elements(parse(package.parts[styles])):
        if local(style) != "style":
            continue
        name = next((attribute(child, "val") for child in style if local(child) == "name"), "").lower()
        if name.startswith(("heading ", "title")):
            found.add(attribute(style, "styleId"))
    return frozenset(found)


def _style_of(paragraph: Element) -> str:
    for child in paragraph:
        if local(child) == "pPr":
            return next((attribute(c, "val") for c in child if local(c) == "pStyle"), "")
    return ""


def _is_hidden(element: Element) -> bool:
    """True for a run whose own properties hide it."""
    if local(element) != "r" or not len(element) or local(element[0]) != "rPr":
        return False
    return any(
        local(child) in ("vanish", "webHidden") and attribute(child, "val") not in ("0", "false", "off")
        for child in element[0]
        if local(child) == "vanish"
    )


def _resolve_changes(root: Element) -> None:
    """Insertions stay as plain text, deletions and the record of changes go."""
    for element in [element for element in elements(root) if local(element) in (_DELETED | _CHANGES)]:
        parent = element.getparent()
        if local(element) in _DELETED and parent is not None and local(parent) == "trPr":
            row = parent.getparent()
            if row is not None and row.getparent() is not None:
                remove(row)
            continue
        if local(element) in _DELETED and parent is not None and local(parent) == "rPr":
            remove(element)
            continue
        if parent is not None:
            remove(element)
    for element in [element for element in elements(root) if local(element) in _INSERTED]:
        unwrap(element)
    for element in [element for element in elements(root) if local(element) == "cellDel"]:
        cell = element.getparent()
        if cell is not None and (holder := cell.getparent()) is not None and local(holder) == "tc":
            remove(holder)


def _simplify(root: Element) -> None:
    """One branch of every alternative is enough; dates of comments and data bindings go."""
    for element in [element for element in elements(root) if local(element) == "Fallback"]:
        parent = element.getparent()
        if parent is not None and any(local(child) == "Choice" for child in parent):
            remove(element)
    for element in [
        e for e in elements(root) if local(e) in ("dataBinding", "documentProtection", "mailMerge")
    ]:
        remove(element)
    for element in elements(root):
        if local(element) == "comment":
            for name in [name for name in element.attrib if str(name).endswith("}date")]:
                del element.attrib[name]


def _settle(work: Work) -> None:
    from app.formats.ooxml.charts import settle_charts

    settle_charts(work)


FORMAT = WordFormat()
