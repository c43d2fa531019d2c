"""OpenDocument texts, spreadsheets and presentations. Provenance: see `ooxml.xml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.documents import BlockKind, Document, Plan, Redacted
from app.documents.errors import DamagedFile, PasswordNeeded, UnsupportedFormat
from app.formats.base import Context
from app.formats.compose import DocumentBuilder, make_source
from app.formats.ooxml.common import suffix
from app.formats.ooxml.layout import Draft, Piece, Rules, collect, every_text
from app.formats.ooxml.odf_cleaning import finish_odf
from app.formats.ooxml.package import MIMETYPE, SIGNATURE, Package, part_bytes, read_package
from app.formats.ooxml.reading import child_drafts, fill
from app.formats.ooxml.redacting import begin
from app.formats.ooxml.xml import Element, elements, local, local_name, parse

_MEDIA_TYPE = "application/vnd.oasis.opendocument."
_MANIFEST = "META-INF/manifest.xml"
_ASIDE = ("{http://purl.org/dc/elements/1.1/}", "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}")
_DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_INSIDE = (
    "#",
    "Pictures/",
    "./Pictures/",
    "./Object",
    "Object ",
    "./ObjectReplacements",
    "ObjectReplacements",
)


class OpenDocumentFormat:
    """One kind of OpenDocument file."""

    def __init__(self, name: str, kind: str, extensions: Sequence[str]) -> None:
        self.name = name
        self.extensions = extensions
        self._kind = kind

    def sniff(self, data: bytes, name: str) -> float:
        if not data.startswith(SIGNATURE):
            return 0.0
        declared = part_bytes(data, MIMETYPE, 200).decode("ascii", "replace").strip()
        return 1.0 if declared in (_MEDIA_TYPE + self._kind, f"{_MEDIA_TYPE}{self._kind}-template") else 0.0

    def read(self, data: bytes, context: Context) -> Document:
        package = _opened(data, context)
        source = make_source(data, context.name, _MEDIA_TYPE + self._kind, self.name)
        builder = DocumentBuilder(source, context.limits)
        fill(builder, _drafts(package, context), package, context)
        return builder.build()

    def redact(self, data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
        package = _opened(data, context)
        work = begin(package, document, plan, context, list(_drafts(package, context)))
        return finish_odf(work, suffix(context.name, self.extensions[0], tuple(self.extensions)))


def _opened(data: bytes, context: Context) -> Package:
    package = read_package(data, context.limits)
    if b"encryption-data" in package.parts.get(_MANIFEST, b""):
        if context.password:
            raise UnsupportedFormat("an encrypted OpenDocument file: save a copy without a password")
        raise PasswordNeeded
    if "content.xml" not in package.parts:
        raise DamagedFile("its content is missing")
    return package


def _is_aside(element: Element) -> bool:
    """Authors, dates and descriptions stand in the middle of a paragraph but are no part of its words."""
    tag = str(element.tag)
    return (
        tag.startswith(_ASIDE)
        or tag in (f"{_DRAWN}title", f"{_DRAWN}desc")
        or local(element) == "note-citation"
    )


def _rules() -> Rules:
    attribute = BlockKind.ATTRIBUTE
    return Rules(
        paragraphs=frozenset({"p", "h"}),
        text=None,
        rows=frozenset({"table-row"}),
        cells=frozenset({"table-cell", "covered-table-cell"}),
        literals={"s": " ", "tab": "\t", "line-break": "\n"},
        kinds={
            "note-body": BlockKind.FOOTNOTE,
            "annotation": BlockKind.COMMENT,
            "notes": BlockKind.NOTE,
            "tracked-changes": BlockKind.DELETED,
            "header": BlockKind.HEADER,
            "header-left": BlockKind.HEADER,
            "header-first": BlockKind.HEADER,
            "footer": BlockKind.FOOTER,
            "footer-left": BlockKind.FOOTER,
            "footer-first": BlockKind.FOOTER,
        },
        attributes={
            "table@name": ("table", attribute),
            "bookmark@name": ("bookmark", attribute),
            "bookmark-start@name": ("bookmark-start", attribute),
            "named-range@name": ("named-range", attribute),
            "named-expression@name": ("named-expression", attribute),
            "content-validation@condition": ("content-validation", attribute),
            "user-field-decl@string-value": ("user-field-decl", attribute),
            "user-field-decl@name": ("user-field-decl", attribute),
            "variable-set@string-value": ("variable-set", attribute),
            "hidden-text@string-value": ("hidden-text", BlockKind.HIDDEN),
            "hidden-paragraph@string-value": ("hidden-paragraph", BlockKind.HIDDEN),
            "section@name": ("section", attribute),
        },
        skip=frozenset({"binary-data"}),
        skip_if=_is_aside,
        heading=lambda element: local(element) == "h",
    )


def _drafts(package: Package, context: Context) -> Iterator[Draft]:
    rules = _rules()
    for part in package.parts:
        if part.rpartition("/")[2] not in ("content.xml", "styles.xml"):
            continue
        root = parse(package.parts[part])
        yield from collect(root, part, rules)
        yield from _asides(root, part)
        yield from _addresses(root, part)
    for part in package.parts:
        if part.rpartition("/")[2] == "meta.xml":
            root = parse(package.parts[part])
            for draft in every_text(root, part, BlockKind.METADATA, "property"):
                if draft.place.rpartition(" ")[2] not in _FIGURES:
                    yield draft
    yield from child_drafts(package, context, ("Pictures",))


_FIGURES = frozenset(
    {"generator", "creation-date", "date", "editing-cycles", "editing-duration", "print-date"}
)


def _asides(root: Element, part: str) -> Iterator[Draft]:
    for index, element in enumerate(elements(root)):
        text = element.text or ""
        if not text.strip() or not _is_aside(element) or local(element) in ("date", "note-citation"):
            continue
        kind = BlockKind.ATTRIBUTE if str(element.tag).startswith(_DRAWN) else BlockKind.METADATA
        yield Draft(kind, [Piece(text, part, index * 2)], local(element))


def _addresses(root: Element, part: str) -> Iterator[Draft]:
    """Links to elsewhere, and formulas that hold words of their own."""
    for index, element in enumerate(elements(root)):
        for name, value in element.attrib.items():
            text, key = str(value), local_name(str(name))
            if key == "href" and text.strip() and not text.startswith(_INSIDE):
                yield Draft(BlockKind.LINK, [Piece(text, f"{part}@{name}", index)], "link")
            elif key == "formula" and '"' in text:
                yield Draft(BlockKind.CODE, [Piece(text, f"{part}@{name}", index)], "formula")


FORMATS = (
    OpenDocumentFormat("odt", "text", (".odt", ".ott")),
    OpenDocumentFormat("ods", "spreadsheet", (".ods", ".ots")),
    OpenDocumentFormat("odp", "presentation", (".odp", ".otp")),
)
