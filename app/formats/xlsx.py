"""Excel workbooks. Provenance: see `ooxml.xml`; a cell's text may lie in the shared strings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from app.documents import BlockKind, Document, Plan, Redacted
from app.documents.errors import UnsupportedFormat
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
from app.formats.ooxml.layout import Draft, Piece, Rules, collect, every_text
from app.formats.ooxml.package import Package, read_package
from app.formats.ooxml.reading import child_drafts, fill
from app.formats.ooxml.redacting import begin
from app.formats.ooxml.rels import relationships, targets
from app.formats.ooxml.sheets import Book, date_styles, shared_strings, sheet_drafts
from app.formats.ooxml.workbook import clean_workbook, settle_workbook
from app.formats.ooxml.xml import attribute, elements, local, parse

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_COMMENTS = Rules(paragraphs=frozenset({"comment", "threadedComment"}), text=frozenset({"t", "text"}))
_HEADINGS = frozenset({"oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"})

_MAIN_TYPES = (
    b"spreadsheetml.sheet.main",
    b"ms-excel.sheet.macroEnabled.main",
    b"spreadsheetml.template.main",
    b"ms-excel.template.macroEnabled.main",
    b"ms-excel.sheet.binary.macroEnabled.main",
)


class WorkbookFormat:
    """XLSX, XLSM, XLTX, XLTM."""

    name = "xlsx"
    extensions = (".xlsx", ".xlsm", ".xltx", ".xltm")

    def sniff(self, data: bytes, name: str) -> float:
        return sniff_main(data, _MAIN_TYPES)

    def read(self, data: bytes, context: Context) -> Document:
        package = read_package(data, context.limits)
        if main_part(package).endswith(".bin"):
            raise UnsupportedFormat("a binary workbook: save it as .xlsx")
        builder = DocumentBuilder(make_source(data, context.name, _MEDIA_TYPE, self.name), context.limits)
        fill(builder, _drafts(package, context), package, context)
        builder.attributes["sheets"] = str(sum(1 for _ in _sheets(package, main_part(package))))
        return builder.build()

    def redact(self, data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
        package = read_package(data, context.limits)
        work = begin(package, document, plan, context, list(_drafts(package, context)))
        clean_structure(work)
        clean_workbook(work, main_part(package))
        return finish(work, suffix(context.name, ".xlsx", self.extensions), settle_workbook, PARAGRAPHS)


def _sheets(package: Package, main: str) -> Iterator[tuple[str, str, bool]]:
    """(name, part, is hidden) of each sheet in the workbook's order."""
    parts = targets(package, main)
    for element in elements(parse(package.parts[main])):
        if local(element) == "sheet":
            hidden = element.get("state", "") in ("hidden", "veryHidden")
            yield element.get("name", ""), parts.get(attribute(element, "id"), ""), hidden


def _book(package: Package, main: str) -> Book:
    book = Book()
    for _, kind, target, external in relationships(package, main):
        if external or target not in package.parts:
            continue
        if kind == "sharedStrings":
            book.strings_part = target
            book.strings = shared_strings(package, target)
        elif kind == "styles":
            book.date_styles = date_styles(package, target)
    for element in elements(parse(package.parts[main])):
        if local(element) == "workbookPr":
            book.date1904 = element.get("date1904") in ("1", "true")
    return book


def _drafts(package: Package, context: Context) -> Iterator[Draft]:
    main = main_part(package)
    book = _book(package, main)
    used: set[tuple[str, int]] = set()
    seen: set[str] = set()
    yield from _names(package, main)
    for name, part, hidden in _sheets(package, main):
        if part not in package.parts or part in seen:
            continue
        seen.add(part)
        root = parse(package.parts[part])
        for draft in sheet_drafts(root, part, name, book, hidden=hidden):
            used.update((piece.part, piece.node) for piece in draft.pieces if piece.part == book.strings_part)
            yield draft
        for index, element in enumerate(elements(root)):
            tag = local(element)
            if tag in _HEADINGS and element.text:
                kind = BlockKind.HEADER if tag.endswith("Header") else BlockKind.FOOTER
                yield Draft(kind, [Piece(element.text, part, index * 2)], f"{name} {tag}")
            elif tag == "formula1" and element.text and '"' in element.text:
                yield Draft(
                    BlockKind.ATTRIBUTE, [Piece(element.text, part, index * 2)], f"{name} list of choices"
                )
            elif tag in ("dataValidation", "hyperlink", "protectedRange"):
                for key in (
                    "prompt",
                    "promptTitle",
                    "error",
                    "errorTitle",
                    "tooltip",
                    "display",
                    "location",
                    "name",
                ):
                    value = element.get(key, "")
                    if value.strip():
                        yield Draft(
                            BlockKind.ATTRIBUTE, [Piece(value, f"{part}@{key}", index)], f"{name} {tag}"
                        )
    for pieces in book.strings:
        if pieces and not any((piece.part, piece.node) in used for piece in pieces):
            yield Draft(BlockKind.HIDDEN, pieces, "string no longer used")
    yield from _side_parts(package)
    yield from graphic_drafts(package, "xl/")
    yield from child_drafts(package, context, ("embeddings", "media"))
    yield from link_drafts(package)
    yield from property_drafts(package)
    yield from custom_drafts(package)


def _names(package: Package, main: str) -> Iterator[Draft]:
    for index, element in enumerate(elements(parse(package.parts[main]))):
        tag = local(element)
        name = element.get("name", "")
        if tag == "sheet" and name.strip():
            yield Draft(BlockKind.ATTRIBUTE, [Piece(name, f"{main}@name", index)], "sheet name")
        elif tag == "definedName" and not name.startswith("_xlnm."):
            yield Draft(BlockKind.ATTRIBUTE, [Piece(name, f"{main}@name", index)], "defined name")
            if element.text and '"' in element.text:
                yield Draft(BlockKind.CODE, [Piece(element.text, main, index * 2)], f"defined name {name}")


def _side_parts(package: Package) -> Iterator[Draft]:
    """Comments with their authors, tables' heads, pivot caches, external workbooks' cached values."""
    for part, data in package.parts.items():
        if not part.startswith("xl/") or not part.endswith(".xml"):
            continue
        folder, base = PurePath(part).parent.name, PurePath(part).name
        if base.startswith("comments") or folder in ("comments", "threadedComments"):
            root = parse(data)
            yield from collect(root, part, _COMMENTS, kind=BlockKind.COMMENT, place="comment")
            yield from every_text(root, part, BlockKind.METADATA, "comment", frozenset({"author"}))
        elif folder == "persons":
            yield from _attributes(data, part, "displayName", "person", BlockKind.METADATA)
        elif folder == "tables":
            yield from _attributes(data, part, "name", "table column", BlockKind.ATTRIBUTE)
        elif folder == "pivotCache":
            yield from _attributes(data, part, "v", "pivot cache", BlockKind.HIDDEN)
        elif folder == "externalLinks":
            yield from every_text(parse(data), part, BlockKind.HIDDEN, "external workbook")


def _attributes(data: bytes, part: str, key: str, place: str, kind: BlockKind) -> Iterator[Draft]:
    for index, element in enumerate(elements(parse(data))):
        value = element.get(key, "")
        if value.strip():
            yield Draft(kind, [Piece(value, f"{part}@{key}", index)], place)


FORMAT = WorkbookFormat()
