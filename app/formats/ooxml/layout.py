"""What a package says, piece by piece: drafts of blocks whose characters know their place in the parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from app.documents import BlockKind
from app.formats.ooxml.xml import Element, attribute, events, local, local_name

TAIL = 1
_MOST_GAPS = 60


class Piece(NamedTuple):
    """Characters of a block. `part` is "" for separators; `whole` marks a shown form of a value that only
    goes as a whole (a date in a cell)."""

    text: str
    part: str = ""
    node: int = 0
    offset: int = 0
    whole: bool = False


@dataclass
class Draft:
    """A block to be, or a file inside this one (`child` is its part)."""

    kind: BlockKind
    pieces: list[Piece]
    place: str = ""
    page: int | None = None
    separator: str = "\n"
    child: str = ""


@dataclass(frozen=True)
class Rules:
    """How a family of parts writes text: local tag names."""

    paragraphs: frozenset[str]
    text: frozenset[str] | None
    """Elements whose own text counts; None: all text within a paragraph, tails too."""
    rows: frozenset[str] = frozenset()
    cells: frozenset[str] = frozenset()
    literals: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, BlockKind] = field(default_factory=dict)
    """Kind of everything below an element."""
    channels: Mapping[str, BlockKind] = field(default_factory=dict)
    """Parts of a paragraph that become a block of their own."""
    attributes: Mapping[str, tuple[str, BlockKind]] = field(default_factory=dict)
    """Attribute's local name → local tag it must stand on ("" any) and kind, read after the text."""
    skip: frozenset[str] = frozenset({"Fallback"})
    skip_if: Callable[[Element], bool] | None = None
    heading: Callable[[Element], bool] = lambda element: False
    hidden: Callable[[Element], bool] = lambda element: False


@dataclass
class _Paragraph:
    heading: bool
    channels: dict[BlockKind | None, list[Piece]] = field(default_factory=dict)


@dataclass
class _Row:
    cells: list[list[Piece]] = field(default_factory=list)


def collect(
    root: Element,
    part: str,
    rules: Rules,
    *,
    kind: BlockKind = BlockKind.PARAGRAPH,
    place: str = "",
    page: int | None = None,
) -> Iterator[Draft]:
    """Drafts of one part in reading order: paragraphs and rows, then the attributes that say something."""
    containers: list[_Paragraph | _Row] = []
    kinds: list[BlockKind] = [kind]
    channels: list[BlockKind | None] = [None]
    skipped = 0
    number = 0
    attributes: list[Draft] = []

    def paragraph() -> _Paragraph | None:
        last = containers[-1] if containers else None
        return last if isinstance(last, _Paragraph) else None

    def emit(pieces: list[Piece], block_kind: BlockKind) -> Iterator[Draft]:
        nonlocal number
        if any(piece.text.strip() for piece in pieces if piece.part):
            number += 1
            yield Draft(block_kind, pieces, f"{place or 'paragraph'} {number}".strip(), page)

    for start, element, index in events(root):
        tag = local(element)
        if tag in rules.skip or (rules.skip_if is not None and rules.skip_if(element)):
            skipped += 1 if start else -1
            if skipped or start:
                continue
        if skipped:
            continue
        if start:
            attributes.extend(_attributes(element, index, part, rules, place, page))
            if tag in rules.kinds:
                kinds.append(rules.kinds[tag])
            if tag in rules.channels:
                channels.append(rules.channels[tag])
            elif rules.hidden(element):
                channels.append(BlockKind.HIDDEN)
            if tag in rules.rows:
                containers.append(_Row())
            elif tag in rules.cells:
                row = containers[-1] if containers else None
                if isinstance(row, _Row):
                    row.cells.extend([] for _ in range(_repeated(element)))
            elif tag in rules.paragraphs:
                containers.append(_Paragraph(rules.heading(element)))
            current = paragraph()
            if current is not None:
                pieces = current.channels.setdefault(channels[-1], [])
                if tag in rules.literals:
                    pieces.append(Piece(_literal(element, rules.literals[tag])))
                if element.text and (rules.text is None or tag in rules.text):
                    pieces.append(Piece(element.text, part, index * 2))
            continue
        if tag in rules.paragraphs and containers:
            done = containers.pop()
            if isinstance(done, _Paragraph):
                row = containers[-1] if containers else None
                for channel, pieces in done.channels.items():
                    if channel is not None:
                        yield from emit(pieces, channel)
                    elif isinstance(row, _Row) and kinds[-1] is kind:
                        cell = row.cells[-1] if row.cells else []
                        if not row.cells:
                            row.cells.append(cell)
                        if cell:
                            cell.append(Piece("\n"))
                        cell.extend(pieces)
                    else:
                        block_kind = kinds[-1]
                        if done.heading and block_kind is BlockKind.PARAGRAPH:
                            block_kind = BlockKind.HEADING
                        yield from emit(pieces, block_kind)
        elif tag in rules.rows and containers:
            done = containers.pop()
            if isinstance(done, _Row):
                while done.cells and not done.cells[-1]:
                    done.cells.pop()
                joined: list[Piece] = []
                for at, cell in enumerate(done.cells):
                    joined.extend(([Piece("\t")] if at else []) + cell)
                yield from emit(joined, BlockKind.CELL if kinds[-1] is BlockKind.PARAGRAPH else kinds[-1])
        if tag in rules.kinds:
            kinds.pop()
        if tag in rules.channels or rules.hidden(element):
            channels.pop()
        if rules.text is None and element.tail:
            current = paragraph()
            if current is not None:
                current.channels.setdefault(channels[-1], []).append(
                    Piece(element.tail, part, index * 2 + TAIL)
                )
    yield from attributes


def _repeated(element: Element) -> int:
    """How many empty cells one element stands for; a cell with words stands for itself."""
    times = attribute(element, "number-columns-repeated")
    if len(element) or not times.isdecimal() or len(times) > 5:
        return 1
    return max(1, min(int(times), _MOST_GAPS))


def _literal(element: Element, literal: str) -> str:
    if local(element) != "s":
        return literal
    count = attribute(element, "c")
    return literal * (min(int(count), 200) if count.isdecimal() and len(count) < 6 else 1)


def _attributes(
    element: Element, index: int, part: str, rules: Rules, place: str, page: int | None
) -> Iterator[Draft]:
    tag = local(element)
    for name, value in element.attrib.items():
        key = str(name)
        rule = rules.attributes.get(f"{tag}@{local_name(key)}") or rules.attributes.get(local_name(key))
        if rule is None or (rule[0] and rule[0] != tag) or not str(value).strip():
            continue
        yield Draft(rule[1], [Piece(str(value), f"{part}@{key}", index)], f"{place} {tag}".strip(), page)


def every_text(
    root: Element, part: str, kind: BlockKind, place: str, tags: frozenset[str] | None = None
) -> Iterator[Draft]:
    """One draft for each element that holds text of its own (properties, custom XML, chart caches)."""
    for start, element, index in events(root):
        if start and element.text and element.text.strip() and (tags is None or local(element) in tags):
            yield Draft(kind, [Piece(element.text, part, index * 2)], f"{place} {local(element)}".strip())
