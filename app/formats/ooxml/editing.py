"""Carrying out a plan on the parts: spans first, then every string that still shows a term."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.documents import BLACKOUT_TEXT, BlockKind, Document, Plan, Removal, find_terms, fold_term, may_hold
from app.documents.errors import PlanMismatch
from app.documents.office_words import SCHEMA_ADDRESS, VALUES
from app.formats.editing import apply_edits, replacement_for
from app.formats.ooxml.layout import Draft, Piece
from app.formats.ooxml.xml import Element, elements, local, local_name

Edit = tuple[int, int, str]


@dataclass
class Edits:
    """What changes where: (part, node) → spans of the node's text; cells that go as a whole."""

    spans: dict[str, dict[int, list[Edit]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    whole: dict[str, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    removed: dict[str, int] = field(default_factory=dict)


_CHANNELS = {
    BlockKind.METADATA: "metadata",
    BlockKind.COMMENT: "comments",
    BlockKind.DELETED: "tracked changes",
    BlockKind.HIDDEN: "hidden text",
    BlockKind.LINK: "links",
    BlockKind.ATTRIBUTE: "attributes",
    BlockKind.CODE: "formulas and fields",
    BlockKind.HEADER: "headers and footers",
    BlockKind.FOOTER: "headers and footers",
    BlockKind.FOOTNOTE: "notes",
    BlockKind.NOTE: "notes",
}


def count(removed: dict[str, int], channel: str, number: int = 1) -> None:
    if number:
        removed[channel] = removed.get(channel, 0) + number


def edits_of(document: Document, drafts: Iterable[Draft], plan: Plan) -> Edits:
    """Where the plan's spans lie in the parts. Raises PlanMismatch where drafts and document differ."""
    children = {embedded.part: embedded for embedded in document.embedded}
    edits = Edits()
    removals = plan.removals
    touched: set[int] = set()
    first = 0
    at = 0
    for draft in drafts:
        if draft.child:
            embedded = children.get(draft.child)
            at += embedded.end - embedded.start + 1 if embedded else 0
            continue
        while first < len(removals) and removals[first].end <= at:
            first += 1
        for piece in draft.pieces:
            end = at + len(piece.text)
            if document.text[at:end] != piece.text:
                raise PlanMismatch
            index = first
            while index < len(removals) and removals[index].start < end:
                if removals[index].end > at and piece.part and piece.text:
                    _touch(edits, removals[index], piece, at, index not in touched)
                    if index not in touched:
                        count(edits.removed, _CHANNELS.get(draft.kind, "text"))
                    touched.add(index)
                index += 1
            at = end
        at += len(draft.separator)
    return edits


def _touch(edits: Edits, removal: Removal, piece: Piece, at: int, first: bool) -> None:
    words = replacement_for(removal) if first else ""
    if piece.whole:
        edits.whole[piece.part].setdefault(piece.node, words)
        return
    low = max(removal.start, at) - at + piece.offset
    high = min(removal.end, at + len(piece.text)) - at + piece.offset
    edits.spans[piece.part][piece.node].append((low, high, words))


def apply_spans(root: Element, part: str, edits: Edits) -> set[Element]:
    """Edit the texts and attributes of one part in place; the elements that changed."""
    texts = edits.spans.get(part, {})
    attributes = {
        name.partition("@")[2]: nodes for name, nodes in edits.spans.items() if name.startswith(f"{part}@")
    }
    changed: set[Element] = set()
    if not texts and not attributes:
        return changed
    for index, element in enumerate(elements(root)):
        if index * 2 in texts:
            element.text = clean_xml(apply_edits(element.text or "", texts[index * 2]))
            _keep_blanks(element)
            changed.add(element)
        if index * 2 + 1 in texts:
            element.tail = clean_xml(apply_edits(element.tail or "", texts[index * 2 + 1]))
            parent = element.getparent()
            if parent is not None:
                changed.add(parent)
        for name, nodes in attributes.items():
            if index in nodes:
                element.set(name, clean_xml(apply_edits(element.get(name, ""), nodes[index])))
                changed.add(element)
    return changed


def _keep_blanks(element: Element) -> None:
    if local(element) == "t" and element.text and element.text != element.text.strip():
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean_xml(text: str) -> str:
    """`text` without characters that XML cannot hold."""
    return _FORBIDDEN.sub("", text)


_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
_PROSE = frozenset(
    {"descr", "title", "tooltip", "prompt", "promptTitle", "errorTitle", "error", "alt", "formula"}
)
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class Names:
    """Stand-ins for names that hold a term: the same name gets the same stand-in all over the package."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def stand_in(self, value: str) -> str:
        """Numbers stay numbers and names stay plain words, so that what refers to them still does."""
        number = len(self._known) + 1
        fresh = str(number) if _NUMBER.fullmatch(value) else f"redacted{number}"
        return self._known.setdefault(value, fresh)


_NO_ALNUM = str.maketrans("", "", "".join(chr(code) for code in range(128) if not chr(code).isalnum()))


def _found(text: str, terms: Sequence[str]) -> list[tuple[int, int, int]]:
    """What `find_terms` finds, after a test that plain text fails quickly."""
    if text.isascii() and not may_hold(text.lower().translate(_NO_ALNUM), terms):
        return []
    return find_terms(text, terms)


def string_pass(
    root: Element,
    terms: Sequence[str],
    paragraphs: frozenset[str],
    names: Names,
    placeholder: str = BLACKOUT_TEXT,
) -> set[Element]:
    """Clean every attribute, every text and every paragraph over its runs; the elements that changed."""
    changed: set[Element] = set()
    if not terms:
        return changed
    for element in elements(root):
        for name, value in element.attrib.items():
            text = str(value)
            if text in VALUES or SCHEMA_ADDRESS.match(text):
                continue
            if len(text) > 1 and not str(name).startswith(_RELATIONS) and (spans := _found(text, terms)):
                changed.add(element)
                prose = local_name(str(name)) in _PROSE or any(c.isspace() for c in text)
                element.set(name, _without(text, spans, placeholder) if prose else names.stand_in(text))
        if local(element) in paragraphs:
            _joined(element, terms, placeholder, changed)
        if element.text and (spans := _found(element.text, terms)):
            element.text = _without(element.text, spans, placeholder)
            changed.add(element)
        parent = element.getparent()
        if element.tail and parent is not None and (spans := _found(element.tail, terms)):
            element.tail = _without(element.tail, spans, placeholder)
            changed.add(parent)
    return changed


def _without(text: str, spans: list[tuple[int, int, int]], placeholder: str) -> str:
    return apply_edits(text, [(low, high, placeholder) for low, high, _ in spans])


def _joined(paragraph: Element, terms: Sequence[str], placeholder: str, touched: set[Element]) -> None:
    """Terms that a paragraph shows over several runs."""
    places: list[tuple[Element, bool, int]] = []
    texts: list[str] = []
    at = 0
    for element in elements(paragraph):
        for is_tail, text in ((False, element.text), (True, element.tail)):
            if text and not (is_tail and element is paragraph):
                places.append((element, is_tail, at))
                texts.append(text)
                at += len(text)
    edits: dict[int, list[Edit]] = defaultdict(list)
    for low, high, _ in _found("".join(texts), terms):
        first = True
        for number, (_, _, start) in enumerate(places):
            end = start + len(texts[number])
            if start < high and low < end:
                words = placeholder if first else ""
                edits[number].append((max(low, start) - start, min(high, end) - start, words))
                first = False
    for number, changes in edits.items():
        element, is_tail, _ = places[number]
        touched.add(element)
        changed = apply_edits(texts[number], changes)
        if is_tail:
            element.tail = changed
        else:
            element.text = changed


_OTHER_BYTES = bytes(code for code in range(256) if not (code < 128 and chr(code).isalnum()))
_TELLING = 6
"""Letters and digits: a shorter term must stand in binary data as it is written, or chance would find it."""


def holds_term(data: bytes, terms: Sequence[str]) -> bool:
    """True when bytes that are no XML show a term in UTF-8 or UTF-16, whatever its case and spacing."""
    lower = data.lower()
    letters = lower.translate(None, _OTHER_BYTES)
    for term in terms:
        needle = fold_term(term)
        if needle.isascii() and len(needle) >= _TELLING and needle.encode("ascii") in letters:
            return True
        written = term.strip()
        for form in {written, written.lower(), written.upper()} if written else ():
            for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"):
                sought = form.encode(encoding, "ignore").lower()
                if len(sought) >= len(form) and sought in lower:
                    return True
    return False
