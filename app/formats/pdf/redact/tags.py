"""The structure of a tagged PDF, for people who listen to it: read before the redaction, written anew after it.

Nothing is copied that is not known to be harmless: standard types, marked content that is still on its page, a few
attributes of tables and lists, a language, and those texts (Alt, T, ActualText, E) that tell nothing of what went.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

STANDARD = frozenset(
    [
        "Document",
        "DocumentFragment",
        "Part",
        "Art",
        "Sect",
        "Div",
        "Aside",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
        "P",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "Title",
        "FENote",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Sub",
        "Em",
        "Strong",
        "Link",
        "Annot",
        "Ruby",
        "RB",
        "RT",
        "RP",
        "Warichu",
        "WT",
        "WP",
        "Figure",
        "Formula",
        "Form",
        "Artifact",
    ]
)
_TEXTS = ("/Alt", "/T", "/ActualText", "/E")
_ATTRIBUTES = {
    "/Scope": {"Row", "Column", "Both"},
    "/ListNumbering": {"None", "Disc", "Circle", "Square", "Decimal", "UpperRoman", "LowerRoman", "UpperAlpha",
                       "LowerAlpha", "Ordered", "Unordered", "Description"},
    "/Placement": {"Block", "Inline", "Before", "Start", "End"},
    "/WritingMode": {"LrTb", "RlTb", "TbRl"},
    "/TextAlign": {"Start", "Center", "End", "Justify"},
}  # fmt: skip
_COUNTS = frozenset({"/RowSpan", "/ColSpan"})
_OWNERS = frozenset({"/Table", "/List", "/Layout"})
_CELLS = frozenset({"TR", "TH", "TD"})
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,4}){0,3}")
_MOST_ELEMENTS = 200_000
_DEEPEST = 100

Mark = tuple[int, int]
"""Page (from 0) and marked content id."""


@dataclass(slots=True)
class Element:
    """A structure element with what it may keep."""

    type: str
    page: int | None = None
    kids: list[Element | Mark] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    language: str = ""
    attributes: list[dict[str, Any]] = field(default_factory=list)


def standard(name: Any) -> Name:
    """A tag that says nothing but what kind of thing it marks."""
    plain = _plain(name)
    return Name(f"/{plain}") if plain in STANDARD else Name.Span


def read_tags(pdf: pikepdf.Pdf) -> Element | None:
    """The structure tree, or None where there is none that can be read."""
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, Dictionary) or "/K" not in root:
        return None
    try:
        return _Reader(pdf, root).read()
    except Exception:  # damaged structure is a convenience lost, nothing more
        return None


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf, root: Any) -> None:
        self._root = root
        self._roles = root.get("/RoleMap")
        self._pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        self._left = _MOST_ELEMENTS
        self._seen: set[Any] = set()

    def read(self) -> Element:
        top = Element("")
        self._kids(self._root["/K"], top, 0)
        return top

    def _kids(self, kids: Any, parent: Element, depth: int) -> None:
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, int):
                if parent.page is not None:
                    parent.kids.append((parent.page, int(kid)))
            elif isinstance(kid, Dictionary):
                self._kid(kid, parent, depth)

    def _kid(self, kid: Any, parent: Element, depth: int) -> None:
        self._left -= 1
        if self._left < 0 or depth > _DEEPEST or (kid.is_indirect and kid.objgen in self._seen):
            return
        if kid.is_indirect:
            self._seen.add(kid.objgen)
        if kid.get("/Type") == Name.OBJR:
            return  # annotations are drawing now
        page = self._pages.get(kid["/Pg"].objgen) if isinstance(kid.get("/Pg"), Dictionary) else parent.page
        if kid.get("/Type") == Name.MCR:
            if page is not None and "/Stm" not in kid:
                parent.kids.append((page, int(kid["/MCID"])))
            return
        element = Element(self._type(kid.get("/S")), page)
        for key in _TEXTS:
            if isinstance(kid.get(key), pikepdf.String):
                element.texts[key] = str(kid[key])
        element.language = str(kid.get("/Lang", ""))
        element.attributes = _attributes(kid.get("/A"))
        if "/K" in kid:
            self._kids(kid["/K"], element, depth + 1)
        parent.kids.append(element)

    def _type(self, name: Any) -> str:
        plain = _plain(name)
        for _ in range(10):
            if plain in STANDARD or not isinstance(self._roles, Dictionary):
                break
            plain = _plain(self._roles.get(f"/{plain}"))
        return plain if plain in STANDARD else "NonStruct"


def _plain(name: Any) -> str:
    try:
        return str(name).removeprefix("/") if isinstance(name, Name) else ""
    except UnicodeDecodeError:
        return ""


def _attributes(listed: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for entry in listed if isinstance(listed, Array) else [listed]:
        if not isinstance(entry, Dictionary) or f"/{_plain(entry.get('/O'))}" not in _OWNERS:
            continue
        kept: dict[str, Any] = {}
        for key, value in entry.items():
            if (key in _COUNTS and isinstance(value, int)) or (
                key in _ATTRIBUTES and _plain(value) in _ATTRIBUTES[key]
            ):
                kept[key] = value
        if kept:
            found.append({"/O": entry["/O"], **kept})
    return found


def write_tags(
    pdf: pikepdf.Pdf,
    top: Element,
    marked: dict[int, set[int]],
    may_keep: Callable[[str, str, int | None], bool],
) -> None:
    """Put the structure back. `marked` holds the ids that are still on each page; `may_keep` judges each text by
    its key, itself and its page."""
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    parents: dict[Mark, Any] = {}
    kids = [made for kid in top.kids if (made := _written(pdf, kid, root, parents, marked, may_keep))]
    if not kids:
        return
    root["/K"] = Array(kids)
    numbers: list[Any] = []
    for key, page in enumerate(sorted({page for page, _ in parents})):
        last = max(mark for where, mark in parents if where == page)
        numbers += [key, Array([parents.get((page, mark)) for mark in range(last + 1)])]
        pdf.pages[page].obj["/StructParents"] = key
    root["/ParentTree"] = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    root["/ParentTreeNextKey"] = len(numbers) // 2
    pdf.Root["/StructTreeRoot"] = root
    pdf.Root["/MarkInfo"] = Dictionary(Marked=True)


def _written(
    pdf: pikepdf.Pdf,
    element: Element | Mark,
    parent: Any,
    parents: dict[Mark, Any],
    marked: dict[int, set[int]],
    may_keep: Callable[[str, str, int | None], bool],
) -> Any:
    """The element as an object; None where nothing of it is left."""
    if not isinstance(element, Element):
        return None
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.type}"), P=parent))
    kids: list[Any] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            inner = _written(pdf, kid, made, parents, marked, may_keep)
            if inner is not None:
                kids.append(inner)
        elif kid[1] in marked.get(kid[0], ()) and kid not in parents:
            parents[kid] = made
            kids.append(Dictionary(Type=Name.MCR, Pg=pdf.pages[kid[0]].obj, MCID=kid[1]))
    if not kids and element.type not in _CELLS:
        return None
    made["/K"] = Array(kids)
    for key, text in element.texts.items():
        if may_keep(key, text, element.page):
            made[key] = pikepdf.String(text)
    if _LANGUAGE.fullmatch(element.language) and may_keep("/Lang", element.language, element.page):
        made["/Lang"] = pikepdf.String(element.language)
    if element.attributes:
        made["/A"] = Array([Dictionary(attributes) for attributes in element.attributes])
    return made
