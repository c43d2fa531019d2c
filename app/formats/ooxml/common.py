"""Telling Office files apart, and the drafts that all three kinds share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from app.documents import BlockKind
from app.documents.errors import DamagedFile
from app.formats.ooxml.layout import Draft, Piece, Rules, collect, every_text
from app.formats.ooxml.package import CONTENT_TYPES, SIGNATURE, Package, part_bytes
from app.formats.ooxml.rels import all_rels, relationships
from app.formats.ooxml.xml import Element, elements, local, looks_like_xml, parse

DRAWING = Rules(paragraphs=frozenset({"p"}), text=frozenset({"t"}), literals={"br": "\n", "tab": "\t"})
_FIGURES = frozenset(
    [
        "revision",
        "created",
        "modified",
        "lastPrinted",
        "TotalTime",
        "Pages",
        "Words",
        "Characters",
        "Application",
        "DocSecurity",
        "Lines",
        "Paragraphs",
        "ScaleCrop",
        "i4",
        "LinksUpToDate",
        "CharactersWithSpaces",
        "SharedDoc",
        "HyperlinksChanged",
        "AppVersion",
        "Slides",
        "Notes",
        "HiddenSlides",
        "MMClips",
        "PresentationFormat",
        "Template",
        "lpstr",
    ]
)
"""Properties that count and date, and name nobody; they go from every copy all the same."""
PARAGRAPHS = frozenset({"p", "h", "si", "is", "text", "rich", "comment", "f"})


def sniff_main(data: bytes, words: tuple[bytes, ...]) -> float:
    """1.0 when the declared main part is of one of these kinds."""
    if not data.startswith(SIGNATURE):
        return 0.0
    types = part_bytes(data, CONTENT_TYPES)
    return 1.0 if any(word in types for word in words) else 0.0


def main_part(package: Package) -> str:
    """The part that the package is about. Raises DamagedFile."""
    for _, kind, target, external in relationships(package, ""):
        if kind == "officeDocument" and not external and target in package.parts:
            return target
    raise DamagedFile("its main part is missing")


def suffix(name: str, fallback: str, allowed: tuple[str, ...]) -> str:
    found = PurePath(name).suffix
    return found if found.lower() in allowed else fallback


def link_drafts(package: Package) -> Iterator[Draft]:
    """Addresses outside the file, as its relationships name them."""
    for name in all_rels(package):
        for index, rel in enumerate(elements(parse(package.parts[name]))):
            target = rel.get("Target", "")
            if rel.get("TargetMode") == "External" and target.strip():
                yield Draft(BlockKind.LINK, [Piece(target, f"{name}@Target", index)], "link")


def property_drafts(package: Package) -> Iterator[Draft]:
    """Document properties: core, of the program, custom."""
    for part in package.parts:
        if part.startswith("docProps/") and part.endswith(".xml"):
            for draft in every_text(parse(package.parts[part]), part, BlockKind.METADATA, "property"):
                if draft.place.rpartition(" ")[2] not in _FIGURES:
                    yield draft


def custom_drafts(package: Package) -> Iterator[Draft]:
    """Custom XML data."""
    for part in package.parts:
        if part.startswith("customXml/") and part.endswith(".xml"):
            yield from every_text(parse(package.parts[part]), part, BlockKind.METADATA, "custom XML")


def graphic_drafts(package: Package, prefix: str) -> Iterator[Draft]:
    """Charts with their cached values, and diagrams."""
    for part in package.parts:
        if not part.startswith(prefix) or not part.endswith(".xml"):
            continue
        if "/charts/" in part or "/chartsEx/" in part or "/drawings/" in part or "/diagrams/" in part:
            if any(word in part for word in ("/style", "/colors", "/quickStyle", "/layout", "/_rels/")):
                continue
            root = parse(package.parts[part])
            yield from collect(root, part, DRAWING, place="drawing" if "/drawings/" in part else "chart")
            yield from every_text(root, part, BlockKind.PARAGRAPH, "chart", frozenset({"v"}))
            yield from alt_text(root, part)


def alt_text(root: Element, part: str) -> Iterator[Draft]:
    """Names and descriptions of pictures and shapes for those who do not see them."""
    for index, element in enumerate(elements(root)):
        if local(element) not in ("docPr", "cNvPr"):
            continue
        for name in ("descr", "title"):
            value = element.get(name, "")
            if value.strip():
                yield Draft(BlockKind.ATTRIBUTE, [Piece(value, f"{part}@{name}", index)], "alternative text")


def xml_of(package: Package, part: str) -> bool:
    return part in package.parts and looks_like_xml(part, package.parts[part])
