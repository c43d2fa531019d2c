"""What a PDF says beside its pages: notes, links, forms, outlines, metadata, labels, attached files.

pikepdf reads the structure; each of these becomes a block of its own after the pages' text.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pikepdf
from lxml import etree

from app.documents import BlockKind
from app.documents.errors import DocumentError
from app.formats.base import Context
from app.formats.compose import DocumentBuilder

_quiet = logging.getLogger("pikepdf")  # its warnings may quote the document
_quiet.addHandler(logging.NullHandler())
_quiet.propagate = False

_MOST_NODES = 100_000
_MOST_TEXT = 2_000_000
_DEEPEST = 60


@contextmanager
def opened_structure(data: bytes, password: str | None) -> Iterator[pikepdf.Pdf | None]:
    """The file's structure, or None where pikepdf cannot make sense of it (pages may still be read)."""
    try:
        pdf = pikepdf.open(BytesIO(data), password=password or "", suppress_warnings=True)
    except Exception:  # pikepdf raises many kinds on damaged files; the pages are read without it
        pdf = None
    try:
        yield pdf
    finally:
        if pdf is not None:
            pdf.close()


def user_units(pdf: pikepdf.Pdf | None, count: int) -> list[float]:
    """UserUnit of each page, 1.0 where none is given."""
    return [user_unit(pdf, index) for index in range(count)]


def user_unit(pdf: pikepdf.Pdf | None, index: int) -> float:
    """UserUnit of page `index` (from 0), 1.0 where none or nonsense is given."""
    try:
        value = None if pdf is None else pdf.pages[index].obj.get("/UserUnit")
        unit = 1.0 if value is None else float(value)
    except Exception:  # a damaged page tree: pages keep the usual unit
        return 1.0
    return unit if 0 < unit <= 1000 else 1.0


def add_structure(builder: DocumentBuilder, pdf: pikepdf.Pdf | None, context: Context) -> None:
    """Append everything that is not page text. A part that is damaged is left out with a warning."""
    if pdf is None:
        return
    steps = (
        ("notes", _add_annotations),
        ("forms", _add_fields),
        ("outline", _add_outline),
        ("properties", _add_metadata),
        ("labels", _add_names),
    )
    for title, step in steps:
        try:
            step(builder, pdf)
        except DocumentError:
            raise
        except Exception:  # damaged structure of any kind costs this part only
            builder.warnings.append(f"The file's {title} are damaged and could not be read in full.")
    _add_attachments(builder, pdf, context)


def text_of(value: Any) -> str:
    """A PDF string or text stream as text; "" for anything else."""
    try:
        if isinstance(value, pikepdf.String):
            return _clean(str(value))
        if isinstance(value, pikepdf.Stream):
            return _clean(_decoded(value.read_bytes()[:_MOST_TEXT]))
        if isinstance(value, str):
            return _clean(value)
    except Exception:  # undecodable: nothing to show
        return ""
    return ""


def _decoded(data: bytes) -> str:
    if data[:2] == b"\xfe\xff":
        return data[2:].decode("utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _clean(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    text = re.sub("\x1b[^\x1b]{0,8}\x1b", "", text)  # language marks of PDF text strings
    return text.encode("utf-8", "replace").decode("utf-8").strip()


def _get(thing: Any, key: str) -> Any:
    """`thing[key]` of a dictionary or stream, None where there is none."""
    if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        return thing.get(key)
    return None


def _add(builder: DocumentBuilder, kind: BlockKind, text: str, place: str, page: int | None = None) -> None:
    if text:
        builder.add_block(kind, text, place=place, page=page)


_NOTE_KEYS = (("/T", "author"), ("/Subj", "subject"), ("/Contents", "note"), ("/RC", "rich text"))


def _add_annotations(builder: DocumentBuilder, pdf: pikepdf.Pdf) -> None:
    seen = 0
    for number, page in enumerate(pdf.pages, 1):
        annotations = page.obj.get("/Annots")
        if not isinstance(annotations, pikepdf.Array):
            continue
        for annotation in annotations:
            seen += 1
            if seen > _MOST_NODES:
                return
            if isinstance(annotation, pikepdf.Dictionary):
                _add_annotation(builder, annotation, number)


def _add_annotation(builder: DocumentBuilder, annotation: pikepdf.Dictionary, number: int) -> None:
    for key, word in _NOTE_KEYS:
        if word == "author" and annotation.get("/Subtype") == pikepdf.Name.Widget:
            continue  # a form field's name: read with the forms
        text = text_of(annotation.get(key))
        if word == "rich text":
            text = _plain(text)
            if text == text_of(annotation.get("/Contents")):
                continue
        _add(builder, BlockKind.ANNOTATION, text, f"page {number}, {word}", number)
    for action in _actions(annotation):
        for key in ("/URI", "/F"):
            target = _get(action, key)
            text = text_of(target) or text_of(_get(target, "/UF")) or text_of(_get(target, "/F"))
            _add(builder, BlockKind.LINK, text, f"page {number}, link", number)


def _actions(annotation: pikepdf.Dictionary) -> Iterator[Any]:
    """The annotation's action and those chained behind it."""
    pending = [annotation.get("/A"), annotation.get("/PA")]
    for _ in range(100):
        if not pending:
            return
        action = pending.pop(0)
        if isinstance(action, pikepdf.Array):
            pending.extend(list(action)[:100])
        elif isinstance(action, pikepdf.Dictionary):
            yield action
            pending.append(action.get("/Next"))


_NOT_SAID = frozenset({"script", "image", "picture", "bind", "event", "calculate", "validate", "speak"})
"""Elements of a form that nobody reads."""


def _plain(markup: str) -> str:
    """The text of XHTML-like markup."""
    if "<" not in markup:
        return markup
    root = _parsed(markup)
    if root is None:
        return re.sub(r"<[^>]{0,2000}>", " ", markup).strip()
    for part in [part for part in root.iter(tag=etree.Element) if etree.QName(part).localname in _NOT_SAID]:
        part.text = None
        del part[:]
    return _clean(" ".join(piece.strip() for piece in root.itertext() if piece.strip()))


def _parsed(markup: str) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        return etree.fromstring(markup.encode(), parser)
    except etree.XMLSyntaxError:
        return None


def _add_fields(builder: DocumentBuilder, pdf: pikepdf.Pdf) -> None:
    form = _get(pdf.Root, "/AcroForm")
    fields = _get(form, "/Fields")
    if isinstance(fields, pikepdf.Array) and len(fields):
        builder.attributes["has_forms"] = "yes"
        left = [_MOST_NODES]
        for field in fields:
            _add_field(builder, field, "", 0, left)
    pages_say_it = builder.position >= _LEAST_SHOWN
    for name, markup in _packets(_get(form, "/XFA")):
        if name not in _FORM_ITSELF or (name == "template" and not pages_say_it):
            _add(builder, BlockKind.FORM_FIELD, _plain(markup), "form data (XFA)")


_FORM_ITSELF = frozenset({
    "preamble", "config", "template", "localeSet", "connectionSet", "sourceSet", "stylesheet", "xslt", "postamble",
})  # fmt: skip
"""Packets that describe a form and hold nothing that was filled in (XFA 3.3, chapter 1); its pages show their words."""
_LEAST_SHOWN = 600
"""A form that only some readers can draw has a page that says so, and its words in the template alone."""


def _packets(xfa: Any) -> Iterator[tuple[str, str]]:
    """Name and markup of each part of an XFA form, which is an array of both or one stream."""
    if isinstance(xfa, pikepdf.Array):
        parts = list(xfa)
        yield from (
            (text_of(name), text_of(part)) for name, part in zip(parts[::2], parts[1::2], strict=False)
        )
    elif isinstance(xfa, pikepdf.Stream):
        markup = text_of(xfa)
        root = _parsed(markup)
        for part in () if root is None else root.iterchildren(tag=etree.Element):
            yield etree.QName(part).localname, etree.tostring(part, encoding="unicode")
        if root is None or not len(root):
            yield "", markup


def _add_field(builder: DocumentBuilder, field: Any, prefix: str, depth: int, left: list[int]) -> None:
    if not isinstance(field, pikepdf.Dictionary) or depth > _DEEPEST or left[0] <= 0:
        return
    left[0] -= 1
    own = text_of(field.get("/T"))
    name = f"{prefix}.{own}" if prefix and own else prefix or own
    place = f"form field {name}" if name else "form field"
    if own:
        _add(builder, BlockKind.FORM_FIELD, own, f"{place}, name")
    for key, word in (("/TU", "hint"), ("/V", "value"), ("/DV", "default value"), ("/RV", "rich value")):
        text = _plain(_value_text(field.get(key))) if key == "/RV" else _value_text(field.get(key))
        _add(builder, BlockKind.FORM_FIELD, text, f"{place}, {word}")
    _add(builder, BlockKind.FORM_FIELD, _value_text(field.get("/Opt")), f"{place}, choices")
    children = field.get("/Kids")
    if isinstance(children, pikepdf.Array):
        for child in children:
            _add_field(builder, child, name, depth + 1, left)


def _value_text(value: Any) -> str:
    """A field's value: text, the name of a state, several choices, or a signature's words."""
    if isinstance(value, pikepdf.Array):
        flat: list[str] = []
        for entry in list(value)[:10_000]:
            inner = list(entry) if isinstance(entry, pikepdf.Array) else [entry]
            flat.extend(filter(None, (text_of(i) for i in inner[:2])))
        return "\n".join(flat)
    if isinstance(value, pikepdf.Name):
        state = str(value)[1:]
        return "" if state in ("Off", "Yes", "On") else _clean(state)
    if isinstance(value, pikepdf.Dictionary):
        words = (text_of(value.get(key)) for key in ("/Name", "/Location", "/Reason", "/ContactInfo"))
        return "\n".join(filter(None, words))
    return text_of(value)


def _add_outline(builder: DocumentBuilder, pdf: pikepdf.Pdf) -> None:
    """Titles, in order; a list that loops ends at the first entry met twice."""
    pending: list[Any] = [_get(_get(pdf.Root, "/Outlines"), "/First")]
    seen: set[tuple[int, int]] = set()
    while pending and len(seen) < _MOST_NODES:
        entry = pending.pop()
        if not isinstance(entry, pikepdf.Dictionary) or (entry.is_indirect and entry.objgen in seen):
            continue
        if entry.is_indirect:
            seen.add(entry.objgen)
        _add(builder, BlockKind.OUTLINE, text_of(entry.get("/Title")), "outline")
        _add(builder, BlockKind.LINK, text_of(_get(entry.get("/A"), "/URI")), "outline, link")
        pending.append(entry.get("/Next"))
        pending.append(entry.get("/First"))


def _add_metadata(builder: DocumentBuilder, pdf: pikepdf.Pdf) -> None:
    info = pdf.trailer.get("/Info")
    if isinstance(info, pikepdf.Dictionary):
        for key in sorted(info.keys()):
            _add(builder, BlockKind.METADATA, text_of(info.get(key)), f"property {_clean(key[1:])}")
    _add_xmp(builder, _get(pdf.Root, "/Metadata"), "metadata (XMP)", None)
    for number, page in enumerate(pdf.pages, 1):
        _add_xmp(builder, page.obj.get("/Metadata"), f"page {number}, metadata (XMP)", number)


def _add_xmp(builder: DocumentBuilder, stream: Any, place: str, page: int | None) -> None:
    if isinstance(stream, pikepdf.Stream):
        _add(builder, BlockKind.METADATA, xmp_text(stream.read_bytes()[:_MOST_TEXT]), place, page)


def xmp_text(packet: bytes) -> str:
    """Texts and attribute values of an XMP packet, one a line; dates and ids included."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(packet.strip(b"\x00 \r\n\t"), parser)
    except etree.XMLSyntaxError:
        return ""
    if root is None:
        return ""
    found: list[str] = []
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        found.extend(f"{etree.QName(k).localname}: {v}" for k, v in element.attrib.items() if v.strip())
        if element.text and element.text.strip():
            found.append(f"{name}: {element.text.strip()}")
    return _clean("\n".join(str(line) for line in found))


def _add_names(builder: DocumentBuilder, pdf: pikepdf.Pdf) -> None:
    """Page labels' prefixes, names of destinations, layers, and scripts of the file."""
    for key, value in _number_tree(_get(pdf.Root, "/PageLabels"), "/Nums"):
        del key
        _add(builder, BlockKind.METADATA, text_of(_get(value, "/P")), "page label")
    for name, _ in _number_tree(_get(_get(pdf.Root, "/Names"), "/Dests"), "/Names"):
        _add(builder, BlockKind.METADATA, text_of(name), "named place")
    dests = _get(pdf.Root, "/Dests")
    if isinstance(dests, pikepdf.Dictionary):
        for key in sorted(dests.keys()):
            _add(builder, BlockKind.METADATA, _clean(key[1:]), "named place")
    for layer in list(_get(_get(pdf.Root, "/OCProperties"), "/OCGs") or [])[:10_000]:
        _add(builder, BlockKind.METADATA, text_of(_get(layer, "/Name")), "layer")
    for _, action in _number_tree(_get(_get(pdf.Root, "/Names"), "/JavaScript"), "/Names"):
        _add(builder, BlockKind.CODE, text_of(_get(action, "/JS")), "script")
    _add(builder, BlockKind.CODE, text_of(_get(_get(pdf.Root, "/OpenAction"), "/JS")), "script")


def _number_tree(root: Any, leaf: str) -> Iterator[tuple[Any, Any]]:
    """Key and value pairs of a name or number tree, in order, however it is nested."""
    pending = [(root, 0)]
    for _ in range(_MOST_NODES):
        if not pending:
            return
        node, depth = pending.pop()
        entries = _get(node, leaf)
        if isinstance(entries, pikepdf.Array):
            flat = list(entries)
            yield from zip(flat[::2], flat[1::2], strict=False)
        children = _get(node, "/Kids")
        if isinstance(children, pikepdf.Array) and depth < _DEEPEST:
            pending.extend((child, depth + 1) for child in reversed(list(children)))


def _add_attachments(builder: DocumentBuilder, pdf: pikepdf.Pdf, context: Context) -> None:
    """Attached files, read like any file; one that cannot be read leaves a warning."""
    from app.formats.pdf.attachments import attachments, read_attachment

    try:
        found = attachments(pdf, context.limits)
    except DocumentError:
        raise
    except Exception:  # a damaged list of attachments
        builder.warnings.append("The file's attachments are damaged and could not be read.")
        return
    for attached in found:
        read_attachment(builder, attached, context)
