"""Lines of a document, and the value that stands beside a label or below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from app.analysis.understanding.labels import LABELS
from app.analysis.understanding.values import AMOUNT, DATE, parse_amount, parse_date
from app.documents import Document, Field

SCAN_LIMIT = 200_000
"""Characters of a document that are looked through."""
_NEAR = 120
_IDENTIFIER = re.compile(r"(?=[A-Z0-9/_.-]*\d)[A-Z0-9](?:[A-Z0-9/_.-]{0,30}[A-Z0-9])?", re.IGNORECASE)
_GROUPED = re.compile(r"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b|[A-Z]{1,3} \d{4,12}\b")
"""An IBAN, or a number behind a few capitals."""
_LAST_WINS = ("total", "closing_balance", "net_pay")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty; `start` is its place in the document's text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def read_lines(document: Document) -> list[Line]:
    """The lines of the first `SCAN_LIMIT` characters."""
    lines, at = [], 0
    for text in document.text[:SCAN_LIMIT].splitlines(keepends=True):
        if text.strip():
            lines.append(Line(at, text.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")))
        at += len(text)
    return lines


def labelled(name: str, kind: str, lines: Sequence[Line], month_first: bool) -> Field | None:
    """The value beside the first label that has one; on the same line, else on the line below."""
    best: Field | None = None
    for index, line in enumerate(lines):
        for label in label_pattern(name).finditer(line.text):
            value = value_after(kind, line, label.end(), month_first)
            score = 0.9
            if value is None and index + 1 < len(lines) and not line.text[label.end() :].strip(" :.#"):
                value = value_after(kind, lines[index + 1], 0, month_first, near=60)
                score = 0.7
            if value is not None:
                start, end, normalized = value
                best = Field(name, _slice(lines, start, end), normalized, start, end, score)
                if name not in _LAST_WINS:
                    return best
    return best


def _slice(lines: Sequence[Line], start: int, end: int) -> str:
    for line in lines:
        if line.start <= start <= line.end:
            return line.text[start - line.start : end - line.start]
    return ""


def value_after(
    kind: str, line: Line, at: int, month_first: bool, near: int = _NEAR
) -> tuple[int, int, str | None] | None:
    """Span and normal form of the first value of `kind` on the line after `at`."""
    rest = line.text[at : at + near]
    base = line.start + at
    if kind == "date":
        for match in DATE.finditer(rest):
            iso = parse_date(match, month_first=month_first)
            if iso:
                return base + match.start(), base + match.end(), iso
    elif kind == "amount":
        found = [(m, parsed) for m in AMOUNT.finditer(rest) if (parsed := parse_amount(m)) is not None]
        found = [(m, p) for m, p in found if not re.match(r"\s?%", rest[m.end("number") :])]
        if found:
            match, (amount, _) = found[-1]
            return base + match.start("number"), base + match.end("number"), f"{amount:.2f}"
    elif kind == "identifier":
        lead = re.match(r"[\s:#.№°º-]*", rest)
        begin = lead.end() if lead else 0
        found_id = _GROUPED.match(rest, begin) or _IDENTIFIER.match(rest, begin)
        if found_id:
            return base + found_id.start(), base + found_id.end(), None
    else:
        words = re.match(r"\s*[:\-–]?\s*(?P<value>\S.{0,90}?)\s*(?:\t| {3,}|$)", rest)
        if words and sum(c.isalpha() for c in words["value"]) >= 2 and words["value"][0] not in ",.;":
            return base + words.start("value"), base + words.end("value"), None
    return None


@cache
def label_pattern(name: str) -> re.Pattern[str]:
    """The labels that announce the field, with the sign behind them."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(LABELS[name])})(?!\w)\s*[:#.]?", re.IGNORECASE)


def month_first(text: str) -> bool:
    """American dates: some second number is over 12, and no first one is."""
    pairs = [(int(m["a"]), int(m["b"])) for m in DATE.finditer(text) if m["y2"] and m["sep"] == "/"]
    return any(b > 12 for _, b in pairs) and not any(a > 12 for a, _ in pairs)
