"""What a PDF may keep beside its pages: a whitelist for catalogue and pages, a scrub for everything reachable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Name

from app.documents import Plan, find_terms
from app.formats.pdf.redact.images import strip_jpeg
from app.formats.pdf.redact.programs import is_syntax

_ROOT = frozenset(
    {"/Type", "/Pages", "/Lang", "/ViewerPreferences", "/PageLayout", "/OCProperties", "/Version"}
)
_PAGE = frozenset(
    {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Contents", "/Resources", "/Group"}
)
_NEVER = (
    "/Metadata", "/PieceInfo", "/LastModified", "/StructParents", "/StructParent", "/AF", "/Thumb", "/Alternates", "/OPI",
    "/AA", "/A", "/PZ", "/Trans", "/B", "/ID", "/SeparationInfo", "/Measure", "/PtData", "/Private", "/Info", "/DPart",
)  # fmt: skip
_HASH = re.compile(r"#([0-9A-Fa-f]{2})")
_MAX_OBJECTS = 2_000_000


def outline_entries(pdf: pikepdf.Pdf, plan: Plan) -> list[tuple[str, int, int]]:
    """(title, page from 0, depth) of bookmarks that hold no term."""
    found: list[tuple[str, int, int]] = []
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}

    def walk(items: Any, depth: int) -> None:
        for item in items:
            target = _page_of(item, pages)
            if target is not None and len(found) < 5000 and not find_terms(item.title, plan.terms):
                found.append((item.title, target, depth))
            if depth < 10:
                walk(item.children, depth + 1)

    try:
        with pdf.open_outline() as outline:
            walk(outline.root, 0)
    except Exception:
        return []  # a broken outline is a convenience lost, nothing more
    return found


def _page_of(item: Any, pages: dict[Any, int]) -> int | None:
    destination = item.destination
    if destination is None and item.action is not None:
        destination = item.action.get("/D")
    if isinstance(destination, pikepdf.Array) and len(destination):
        return pages.get(destination[0].objgen) if destination[0].is_indirect else None
    return None


def add_outline(pdf: pikepdf.Pdf, entries: list[tuple[str, int, int]]) -> None:
    if not entries:
        return
    with pdf.open_outline() as outline:
        parents: list[Any] = [outline.root]
        for title, page, depth in entries:
            item = pikepdf.OutlineItem(title, page)
            depth = min(depth, len(parents) - 1)
            parents[depth].append(item)
            parents = [*parents[: depth + 1], item.children]


def keep_only_allowed(pdf: pikepdf.Pdf) -> int:
    """Drop what catalogue, pages and trailer need not have. How many entries went."""
    dropped = 0
    for key in list(pdf.Root.keys()):
        if key not in _ROOT:
            del pdf.Root[key]
            dropped += 1
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
        dropped += 1
    preferences = pdf.Root.get("/ViewerPreferences")
    if isinstance(preferences, pikepdf.Dictionary):
        for key in list(preferences.keys()):
            if not isinstance(preferences[key], bool):
                del preferences[key]
    _anonymous_layers(pdf)
    for page in pdf.pages:
        for key in list(page.obj.keys()):
            if key not in _PAGE:
                del page.obj[key]
                dropped += 1
    return dropped


def _anonymous_layers(pdf: pikepdf.Pdf) -> None:
    """Layers keep working (what was hidden stays hidden), but lose their names and usage records."""
    properties = pdf.Root.get("/OCProperties")
    if not isinstance(properties, pikepdf.Dictionary):
        if properties is not None:
            del pdf.Root["/OCProperties"]
        return
    for number, group in enumerate(properties.get("/OCGs", []), 1):
        if not isinstance(group, pikepdf.Dictionary):
            continue
        for key in list(group.keys()):
            if key not in ("/Type", "/Name"):
                del group[key]
        group["/Name"] = pikepdf.String(f"Layer {number}")
    config = properties.get("/D", pikepdf.Dictionary())
    clean = pikepdf.Dictionary()
    for key in ("/BaseState", "/ON", "/OFF"):
        if key in config:
            clean[key] = config[key]
    for key in list(properties.keys()):
        if key not in ("/OCGs", "/D"):
            del properties[key]
    properties["/D"] = clean


def scrub(pdf: pikepdf.Pdf, plan: Plan) -> int:
    """Over every object: private keys go, strings and names with a term go, picture metadata goes."""
    hits = 0
    for found in containers(pdf):
        if isinstance(found, (pikepdf.Dictionary, pikepdf.Stream)):
            hits += _scrub_dictionary(found, plan)
        elif isinstance(found, pikepdf.Array):
            hits += _scrub_array(found, plan)
        if isinstance(found, pikepdf.Stream):
            _clean_jpeg(found)
    return hits


def containers(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every container reachable from an indirect object, direct ones inside them included."""
    seen = 0
    for top in pdf.objects:
        pending = [top]
        while pending:
            found = pending.pop()
            seen += 1
            if seen > _MAX_OBJECTS:
                return
            if isinstance(found, (pikepdf.Dictionary, pikepdf.Stream)):
                yield found
                pending += [v for _, v in found.items() if _is_direct_container(v)]
            elif isinstance(found, pikepdf.Array):
                yield found
                pending += [v for v in found if _is_direct_container(v)]


def _is_direct_container(value: Any) -> bool:
    return isinstance(value, (pikepdf.Dictionary, pikepdf.Array)) and not value.is_indirect


def _scrub_dictionary(found: Any, plan: Plan) -> int:
    hits = 0
    is_group = found.get("/Type") == Name.OCG
    for key in list(found.keys()):
        if key in _NEVER and not (key == "/A" and "/N" in found):
            del found[key]
            continue
        value = found[key]
        if _tells(Name(key), plan) or (
            isinstance(value, (pikepdf.String, pikepdf.Name)) and _tells(value, plan)
        ):
            hits += 1
            if isinstance(value, pikepdf.Name) and key in ("/BaseFont", "/FontName"):
                found[key] = Name("/Font")
            elif not is_group:
                del found[key]
        elif key == "/Name" and not is_group and found.get("/Type") in (Name.XObject, Name.Font):
            del found[key]
    return hits


def _scrub_array(found: Any, plan: Plan) -> int:
    hits = 0
    for index, value in enumerate(list(found)):
        if isinstance(value, pikepdf.String) and _tells(value, plan):
            found[index] = pikepdf.String("")
            hits += 1
        elif isinstance(value, pikepdf.Name) and _tells(value, plan):
            found[index] = Name(f"/Removed{index}")
            hits += 1
    return hits


def _tells(value: Any, plan: Plan) -> bool:
    try:
        text = str(value)
    except (UnicodeDecodeError, ValueError):
        text = _in_bytes(value)
    if isinstance(value, pikepdf.Name) and is_syntax(text):
        return False
    return len(text) > 2 and bool(find_terms(text, plan.terms))


def _in_bytes(value: Any) -> str:
    """A string or name whose bytes are no UTF-8, byte for byte."""
    if isinstance(value, pikepdf.String):
        return bytes(value).decode("latin-1")
    written = value.unparse().decode("latin-1")
    return _HASH.sub(lambda match: chr(int(match[1], 16)), written)


def _clean_jpeg(stream: Any) -> None:
    filters = stream.get("/Filter")
    if filters == Name.DCTDecode or (
        isinstance(filters, pikepdf.Array) and list(filters) == [Name.DCTDecode]
    ):
        data = stream.read_raw_bytes()
        clean = strip_jpeg(data)
        if clean != data:
            stream.write(clean, filter=Name.DCTDecode, decode_parms=stream.get("/DecodeParms"))
