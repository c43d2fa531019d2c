"""PowerPoint presentations. Provenance: see `ooxml.xml`; a block's page is the slide's number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.documents import BlockKind, Document, Plan, Redacted
from app.formats.base import Context
from app.formats.compose import DocumentBuilder, make_source
from app.formats.ooxml.charts import settle_charts
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
from app.formats.ooxml.layout import Draft, Piece, Rules, collect
from app.formats.ooxml.package import Package, read_package
from app.formats.ooxml.reading import child_drafts, fill
from app.formats.ooxml.redacting import begin
from app.formats.ooxml.rels import relationships, targets
from app.formats.ooxml.xml import Element, attribute, elements, local, parse, remove

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_TITLES = frozenset({"title", "ctrTitle"})

_MAIN_TYPES = (
    b"presentationml.presentation.main",
    b"presentationml.slideshow.main",
    b"presentationml.template.main",
    b"ms-powerpoint.presentation.macroEnabled.main",
    b"ms-powerpoint.slideshow.macroEnabled.main",
    b"ms-powerpoint.template.macroEnabled.main",
)


class PresentationFormat:
    """PPTX, PPTM, PPSX, POTX and their kin."""

    name = "pptx"
    extensions = (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm")

    def sniff(self, data: bytes, name: str) -> float:
        return sniff_main(data, _MAIN_TYPES)

    def read(self, data: bytes, context: Context) -> Document:
        package = read_package(data, context.limits)
        builder = DocumentBuilder(make_source(data, context.name, _MEDIA_TYPE, self.name), context.limits)
        fill(builder, _drafts(package, context), package, context)
        builder.attributes["slides"] = str(len(_slides(package, main_part(package))))
        return builder.build()

    def redact(self, data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
        package = read_package(data, context.limits)
        work = begin(package, document, plan, context, list(_drafts(package, context)))
        clean_structure(work)
        for part in work.xml_parts():
            root = work.root(part) if part.startswith("ppt/") and not part.endswith(".rels") else None
            if root is not None:
                _clean(root)
        return finish(work, suffix(context.name, ".pptx", self.extensions), settle_charts, PARAGRAPHS)


def _slides(package: Package, main: str) -> list[str]:
    """Parts of the slides in the order of the show."""
    parts = targets(package, main)
    listed = [
        parts.get(_relation(e), "") for e in elements(parse(package.parts[main])) if local(e) == "sldId"
    ]
    return [part for part in dict.fromkeys(listed) if part in package.parts]


def _relation(element: Element) -> str:
    return next((str(v) for k, v in element.attrib.items() if str(k).endswith("/relationships}id")), "")


def _rules() -> Rules:
    return Rules(
        paragraphs=frozenset({"p"}),
        text=frozenset({"t"}),
        rows=frozenset({"tr"}),
        cells=frozenset({"tc"}),
        literals={"br": "\n", "tab": "\t"},
        attributes={
            "cNvPr@descr": ("cNvPr", BlockKind.ATTRIBUTE),
            "cNvPr@title": ("cNvPr", BlockKind.ATTRIBUTE),
            "hlinkClick@tooltip": ("hlinkClick", BlockKind.ATTRIBUTE),
        },
        heading=_is_title,
    )


def _is_prompt(element: Element) -> bool:
    """True for a master's placeholder: its words ("Click to edit") are shown on no slide."""
    if local(element) != "sp" or not len(element):
        return False
    return any(local(e) == "ph" and e.get("type") not in ("ftr", "hdr") for e in element[0].iter())


def _is_title(paragraph: Element) -> bool:
    body = paragraph.getparent()
    shape = body.getparent() if body is not None else None
    if shape is None or local(shape) != "sp":
        return False
    return any(local(e) == "ph" and e.get("type") in _TITLES for e in shape[0].iter())


def _drafts(package: Package, context: Context) -> Iterator[Draft]:
    main = main_part(package)
    rules = _rules()
    read: set[str] = {main}
    for number, slide in enumerate(_slides(package, main), 1):
        read.add(slide)
        root = parse(package.parts[slide])
        hidden = root.get("show") in ("0", "false")
        kind = BlockKind.HIDDEN if hidden else BlockKind.PARAGRAPH
        yield from collect(root, slide, rules, kind=kind, place=f"slide {number} text", page=number)
        for _, relation, target, external in relationships(package, slide):
            if external or target not in package.parts or target in read:
                continue
            if relation == "notesSlide":
                read.add(target)
                yield from collect(
                    parse(package.parts[target]), target, rules,
                    kind=BlockKind.NOTE, place=f"slide {number} note", page=number,
                )  # fmt: skip
            elif relation == "comments":
                read.add(target)
                yield from _comments(package, target, rules, f"slide {number} comment", number)
    yield from _authors(package)
    for part in package.parts:
        if part in read or not part.startswith("ppt/") or not part.endswith(".xml"):
            continue
        if "/slideMasters/" in part or "/slideLayouts/" in part or "Masters/" in part:
            kind = BlockKind.HEADER
        elif "/slides/" in part or "/notesSlides/" in part:
            kind = BlockKind.HIDDEN
        elif "/comments/" in part:
            yield from _comments(package, part, rules, "comment", None)
            continue
        else:
            continue
        own = replace(rules, skip_if=_is_prompt) if kind is BlockKind.HEADER else rules
        yield from collect(parse(package.parts[part]), part, own, kind=kind, place="master")
    yield from _sections(package, main)
    yield from graphic_drafts(package, "ppt/")
    yield from child_drafts(package, context, ("embeddings", "media"))
    yield from link_drafts(package)
    yield from property_drafts(package)
    yield from custom_drafts(package)


def _comments(package: Package, part: str, rules: Rules, place: str, page: int | None) -> Iterator[Draft]:
    """Comments of both kinds: the old ones hold plain text, the new ones paragraphs."""
    root = parse(package.parts[part])
    yield from collect(root, part, rules, kind=BlockKind.COMMENT, place=place, page=page)
    for index, element in enumerate(elements(root)):
        if local(element) == "text" and element.text and element.text.strip():
            yield Draft(BlockKind.COMMENT, [Piece(element.text, part, index * 2)], place, page)


def _authors(package: Package) -> Iterator[Draft]:
    for part, data in package.parts.items():
        if part not in ("ppt/commentAuthors.xml", "ppt/authors.xml"):
            continue
        for index, element in enumerate(elements(parse(data))):
            for key in ("name", "initials", "userId"):
                value = element.get(key, "")
                if value.strip():
                    yield Draft(
                        BlockKind.METADATA, [Piece(value, f"{part}@{key}", index)], "author of comments"
                    )


def _sections(package: Package, main: str) -> Iterator[Draft]:
    for index, element in enumerate(elements(parse(package.parts[main]))):
        if local(element) in ("section", "custShow") and attribute(element, "name").strip():
            yield Draft(
                BlockKind.ATTRIBUTE, [Piece(element.get("name", ""), f"{main}@name", index)], "section"
            )


def _clean(root: Element) -> None:
    """Authors of comments, times of comments, the old branch of alternatives."""
    for element in elements(root):
        tag = local(element)
        if tag in ("cmAuthor", "author"):
            for name, plain in (
                ("name", "Author"),
                ("initials", "A"),
                ("userId", "Author"),
                ("providerId", "None"),
            ):
                if element.get(name) is not None:
                    element.set(name, plain)
        elif tag == "cm":
            element.attrib.pop("dt", None)
    for element in [e for e in elements(root) if local(e) == "Fallback"]:
        parent = element.getparent()
        if parent is not None and any(local(child) == "Choice" for child in parent):
            remove(element)


FORMAT = PresentationFormat()
