"""Sentences of a document as spans, and who says them.

A line break ends a sentence unless the line is wrapped: then the next line goes on in the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.documents import BlockKind, Document

WORD = re.compile(r"[^\W\d_][\w'’-]*")
MAX_SENTENCES = 2000
LEAST_WORDS = 5

_SKIPPED = (BlockKind.METADATA, BlockKind.ATTRIBUTE, BlockKind.LINK, BlockKind.CODE, BlockKind.MAIL_HEADER)
_END = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s|$)")
_SHORTENED = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|vs|no|nr|fig|eq|sec|art|cf|al|e\.g|i\.e|approx|inc|ltd|co|corp|jr|sr|bzw|z\.b|d\.h|ca|"
    r"abs|ziff|str|m|mme|sig|sr|sra|etc)|(?<!\w)[A-Z])\.$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?<!\w)(?:der|die|das|den|dem|des|im|am|vom|zum|zur|beim|seit|ab|eine[rs]?|einem|dnia|w|z|od|do) \d{1,2}\.$",
    re.IGNORECASE,
)
"""German and Polish write a full stop behind "the 12th"."""
_SPEAKER = re.compile(
    r"[ \t]*(?:\[(?P<bracket>[^\]\n]{1,40})\]:?|(?P<colon>[A-Z][\w .'’-]{0,40}?) ?:)(?=[ \t]+\S)"
)
_BULLET = re.compile(r"\s*(?:[-–—•*▪◦]|\(?\d{1,3}[.)]|\(?[a-z]\))\s")
_VISIBLE = re.compile(r"\S")
_LONGEST_SHORTENED = 12
"""Characters before a full stop that may be an abbreviation."""
_WRAPPED_LINE = 45
"""A line with fewer characters is not a full line of running text."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A half-open span of the document's text."""

    start: int
    end: int
    body: int
    """Where the words begin: behind the speaker's name, if one stands there."""
    speaker: str = ""
    """Who says it, in a transcript; "" elsewhere."""
    heading: bool = False
    """The block is a heading."""


def sentences(document: Document, least_words: int = LEAST_WORDS) -> list[Sentence]:
    """What reads as a sentence (`least_words` words or more), in order; at most `MAX_SENTENCES`."""
    found: list[Sentence] = []
    for start, end, kind in _stretches(document):
        for first, last in _paragraphs(document.text, start, end):
            said = _SPEAKER.match(document.text, first, last)
            body = said.end() if said else first
            speaker = (said["bracket"] or said["colon"]).strip().lower() if said else ""
            for begin, finish in _cut(document.text, first, body, last):
                inside = max(begin, min(body, finish))
                if sum(1 for _ in WORD.finditer(document.text, inside, finish)) >= least_words:
                    found.append(Sentence(begin, finish, inside, speaker, kind is BlockKind.HEADING))
                    if len(found) == MAX_SENTENCES:
                        return found
    return found


def _stretches(document: Document) -> list[tuple[int, int, BlockKind]]:
    """Running text: blocks of one kind with no more than a line break between them are one stretch."""
    joined: list[tuple[int, int, BlockKind]] = []
    for block in document.blocks:
        if block.kind in _SKIPPED:
            continue
        if (
            joined
            and joined[-1][2] is block.kind
            and document.text[joined[-1][1] : block.start].strip(" \r") == "\n"
        ):
            joined[-1] = (joined[-1][0], block.end, block.kind)
        else:
            joined.append((block.start, block.end, block.kind))
    return joined or [(0, len(document.text), BlockKind.PARAGRAPH)]


def _paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches of lines that a sentence may run through."""
    parts: list[tuple[int, int]] = []
    at, before = start, ""
    for line in text[start:end].splitlines(keepends=True):
        bare = line.strip()
        if bare:
            first, last = at, at + len(line.rstrip())
            if parts and _goes_on(before, text[parts[-1][1] : first], line):
                parts[-1] = (parts[-1][0], last)
            else:
                parts.append((first, last))
            before = bare
        at += len(line)
    return parts


def _goes_on(before: str, between: str, line: str) -> bool:
    """The line is the wrapped rest of the line before it."""
    return (
        between.count("\n") == 1
        and len(before) >= _WRAPPED_LINE
        and before[-1] not in ".!?…:;|\t"
        and not _BULLET.match(line)
        and not _SPEAKER.match(line)
        and "\t" not in line.strip()
    )


def _cut(text: str, start: int, body: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _END.finditer(text, body, end):
        after = _VISIBLE.search(text, match.end(), end)
        if after is not None and match.group().startswith("."):
            tail = text[max(at, match.end() - _LONGEST_SHORTENED) : match.end()]
            if after.group().islower() or _SHORTENED.search(tail) or _ORDINAL.search(tail):
                continue
        yield at, match.end()
        at = after.start() if after is not None else end
    if at < end:
        yield at, end
