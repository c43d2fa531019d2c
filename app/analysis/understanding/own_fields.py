"""Fields that a user names by marking a value in two or three documents.

What is learned of each marked value: the words before it on its line, the line above it where it begins its line,
the pattern of its characters and how far down it stands. In another document a value of a fitting pattern after the
same words is taken; where no words stand near it, only a pattern that is rare enough to need none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from app.analysis.understanding.values import AMOUNT, DATE, parse_amount, parse_date
from app.documents import Field

LEAST_SCORE = 0.5
_RUN = re.compile(r"\d+|[A-ZÀ-Ý]+(?![a-zà-ÿ])|[^\W\d_]+|\s+|.", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
_CELL = re.compile(r" {3,}|\t+|\|")
_BARE = re.compile(r"[\d.,' \u00a0\u202f]+")
"""An amount that was marked without its currency."""
_LABEL_WORDS = 4
_MOST_MATCHES = 400


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked value: its text and what stands around it."""

    value: str
    before: tuple[str, ...]
    """Up to four words before it on its line, nearest last."""
    above: tuple[str, ...]
    """Words of the line above, where nothing stands before the value on its own."""
    depth: float
    """0 at the top of the text, 1 at its end."""


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field that a user taught."""

    name: str
    marks: tuple[Mark, ...]


def marks_of(text: str, value: str) -> list[Mark]:
    """Every place where the value stands in the text; spaces in it may be any white space there."""
    if not value.split():
        return []
    found = _pattern_of(value).finditer(text)
    return [_mark(text, match.start(), match.end()) for match, _ in zip(found, range(50), strict=False)]


def _pattern_of(value: str) -> re.Pattern[str]:
    core = r"\s+".join(re.escape(word) for word in value.split())
    return re.compile(rf"(?<!\w){core}(?!\w)" if value.strip()[-1].isalnum() else core)


def mark_at(text: str, start: int, end: int) -> Mark:
    """The value at `[start, end)` with what stands around it."""
    return _mark(text, start, end)


def place_of(text: str, value: str) -> tuple[int, int] | None:
    """Where the value first stands in the text; spaces in it may be any white space there."""
    match = _pattern_of(value).search(text) if value.split() else None
    return match.span() if match else None


def _mark(text: str, start: int, end: int) -> Mark:
    before, above = _around(text, start)
    return Mark(" ".join(text[start:end].split()), before, above, start / max(1, len(text)))


def _around(text: str, start: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    line = text.rfind("\n", 0, start) + 1
    before = tuple(_words(text[line:start])[-_LABEL_WORDS:])
    if before or line == 0:
        return before, ()
    for previous in reversed(text[max(0, line - 400) : line].split("\n")):
        if previous.strip():
            return (), tuple(_words(previous)[:_LABEL_WORDS])
    return (), ()


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def learn(name: str, places: Sequence[Sequence[Mark]]) -> OwnField:
    """A field from the places of its value in each document; of several places in one, those are meant that
    agree best with the other documents, and of equals the first."""
    chosen = []
    for number, candidates in enumerate(places):
        others = [mark for at, marks in enumerate(places) if at != number for mark in marks]
        chosen.append(
            max(candidates, key=lambda mark: max((_alike(mark, other) for other in others), default=0.0))
        )
    return OwnField(name, tuple(chosen))


def _alike(one: Mark, other: Mark) -> float:
    """Between 0 and 1: the same words around it weigh most."""
    label = max(_same_end(one.before, other.before), 0.9 * _same_start(one.above, other.above))
    return 0.8 * label + 0.2 * (1.0 - abs(one.depth - other.depth))


def _same_end(one: Sequence[str], other: Sequence[str]) -> float:
    """How much of the nearest words agrees: all of a one-word label, or one of two."""
    if not one or not other:
        return 0.0
    length = 0
    for first, second in zip(reversed(one), reversed(other), strict=False):
        if first != second:
            break
        length += 1
    return length / min(len(one), len(other), 2) if length < 2 else 1.0


def _same_start(one: Sequence[str], other: Sequence[str]) -> float:
    return _same_end(tuple(reversed(one)), tuple(reversed(other)))


def fill(fields: Sequence[OwnField], text: str) -> list[Field]:
    """The fields that this text has, each with its place; a field whose value is not surely there is missing."""
    found = []
    for own in fields:
        best = _best(own, text)
        if best is not None:
            start, end, score = best
            value = text[start:end]
            found.append(Field(own.name, value, _normal(value), start, end, round(score, 4)))
    return found


def _best(own: OwnField, text: str) -> tuple[int, int, float] | None:
    best: tuple[float, int, int] | None = None
    for start, end in _candidates(own, text):
        mark = _mark(text, start, end)
        labelled = any(other.before or other.above for other in own.marks)
        score = max(_alike(mark, other) for other in own.marks)
        if not labelled:
            score = 0.75 * score + 0.55
        if best is None or score > best[0]:
            best = (score, start, end)
    if best is None or best[0] < LEAST_SCORE:
        return None
    return best[1], best[2], min(0.99, best[0])


def _candidates(own: OwnField, text: str) -> list[tuple[int, int]]:
    """Spans of a fitting pattern; for values of words, what follows the label to the end of its cell."""
    pattern = _pattern([mark.value for mark in own.marks])
    if pattern is not None:
        found = pattern.finditer(text)
        bare = pattern is AMOUNT and all(_BARE.fullmatch(mark.value) for mark in own.marks)
        group = "number" if bare else 0
        spans = [match.span(group) for match, _ in zip(found, range(_MOST_MATCHES), strict=False)]
        unlabelled = not any(mark.before or mark.above for mark in own.marks)
        return [] if unlabelled and len({text[a:b] for a, b in spans}) > 1 else spans
    spans = []
    labels = {mark.before[-2:] for mark in own.marks if mark.before}
    for words in labels:
        core = r"[\W_]+".join(map(re.escape, words))
        label = re.compile(rf"(?<!\w){core}(?!\w)[ \t]*[:=#.\-–]*[ \t|]*", re.IGNORECASE)
        for match, _ in zip(label.finditer(text), range(_MOST_MATCHES), strict=False):
            spans.append(_cell(text, match.end()))
    for words in {mark.above[:2] for mark in own.marks if mark.above}:
        core = r"[\W_]+".join(map(re.escape, words))
        label = re.compile(rf"^[^\w\n]*{core}(?!\w)[^\n]*\n\s*", re.IGNORECASE | re.MULTILINE)
        for match, _ in zip(label.finditer(text), range(_MOST_MATCHES), strict=False):
            spans.append(_cell(text, match.end()))
    longest = max(len(mark.value.split()) for mark in own.marks)
    return [(a, b) for a, b in spans if b > a and len(text[a:b].split()) <= 2 * longest + 1]


def _cell(text: str, start: int) -> tuple[int, int]:
    """From `start` to the end of the line or of the column."""
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    gap = _CELL.search(text, start, end)
    end = gap.start() if gap else end
    return start, start + len(text[start:end].rstrip(" \t\r.,;"))


def _pattern(values: Sequence[str]) -> re.Pattern[str] | None:
    """One pattern for all values: a date, an amount, or runs of digits, letters and signs; None for words."""
    for known in (DATE, AMOUNT):
        if all(known.fullmatch(value) for value in values) and (
            known is DATE or all(re.search(r"[.,]\d{2}\b|[^\d.,' ]", value) for value in values)
        ):
            return known
    if not all(any(c.isdigit() for c in value) for value in values):
        return None
    runs = [_RUN.findall(value) for value in values]
    if any(sum(_kind(run) == "a" for run in row) > 1 for row in runs):
        return None  # an address or a sentence, not a code
    shapes = {tuple(_kind(run) for run in row) for row in runs}
    if len(shapes) > 1:
        return re.compile(r"(?<!\w)(?=\S*\d)\S*\w") if all(" " not in value for value in values) else None
    parts = []
    for column in zip(*runs, strict=True):
        kind, lengths = _kind(column[0]), [len(run) for run in column]
        if kind in "9Aa":
            constant = kind != "9" and len(set(column)) == 1 and len(column) > 1
            unit = {"9": r"\d", "A": "[A-ZÀ-Ý]", "a": r"[^\W\d_]"}[kind]
            least, most = max(1, min(lengths) - 1), max(lengths) + 1
            fixed = len(set(lengths)) == 1 and len(column) > 1
            size = f"{{{lengths[0]}}}" if fixed else f"{{{least},{most}}}"
            parts.append(re.escape(column[0]) if constant else unit + size)
        else:
            parts.append(r"\s+" if kind == " " else re.escape(kind))
    return re.compile(rf"(?<![\w]){''.join(parts)}(?![\w])(?![.,]\d)")


def _kind(run: str) -> str:
    if run.isdigit():
        return "9"
    if run.isalpha():
        return "A" if run.isupper() else "a"
    return " " if run.isspace() else run


def _normal(value: str) -> str | None:
    """ISO date or plain amount where the value is one."""
    date = DATE.fullmatch(value)
    if date is not None:
        return parse_date(date)
    amount = AMOUNT.fullmatch(value)
    if amount is not None and re.search(r"[.,]\d{2}$|[^\d.,' ]", value):
        parsed = parse_amount(amount)
        return f"{parsed[0]} {parsed[1]}".strip() if parsed else None
    return None


def found_again(places: Sequence[Sequence[Mark]], texts: Sequence[str], name: str) -> int:
    """Leave-one-out: in how many of the documents the others' marks find the marked value."""
    right = 0
    for number, text in enumerate(texts):
        rest = [marks for at, marks in enumerate(places) if at != number]
        filled = fill([learn(name, rest)], text) if rest else []
        wanted = {mark.value for mark in places[number]}
        right += any(" ".join(one.value.split()) in wanted for one in filled)
    return right


def own_field_to_json(own: OwnField) -> dict[str, Any]:
    return asdict(own)


def own_field_from_json(data: dict[str, Any]) -> OwnField:
    marks = (
        Mark(mark["value"], tuple(mark["before"]), tuple(mark["above"]), float(mark["depth"]))
        for mark in data["marks"]
    )
    return OwnField(data["name"], tuple(marks))
