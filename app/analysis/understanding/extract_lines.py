"""Lines of a document, and the value that stands beside a label or below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from app.analysis.understanding.labels import LABELS
from app.analysis.understanding.values import AMOUNT, DATE, MONTH_YEAR, parse_amount, parse_date, parse_month
from app.documents import Document, Field

SCAN_LIMIT = 200_000
"""Characters of a document that are looked through."""
_NEAR = 120
_IDENTIFIER = re.compile(r"(?=[A-Z0-9/_.-]*\d)[A-Z0-9](?:[A-Z0-9/_.-]{0,30}[A-Z0-9])?", re.IGNORECASE)
_GROUPED = re.compile(
    r"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b|[A-Z]{1,4} \d{3,12}(?:[/.-]\d+)*\b|\d{3,6}(?: \d{3,6}){1,4}(?: [A-Z])?\b|\d{1,3}(?: \d{3}){2,4}\b"
)
"""An IBAN, or a number behind a few capitals."""
_TAX_NUMBER = re.compile(
    r"[\s:#.№°º-]{0,4}(?P<number>[A-Z]{6}\d\d[A-Z]\d\d[A-Z]\d{3}[A-Z]|(?:[A-Z]{1,3}[ -]?)?\d[\dA-Z]*(?:[ ./-]?\d[\dA-Z]*){0,8}(?:[ -]?[A-Z]\b)?)"
)
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
CENTS = re.compile(r"[.,]\d\d$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEAST_DIGITS = 7
_SHORT_SPAN = re.compile(
    r"(?P<first>\d{1,2}\.\d{1,2}\.?)\s*(?:[-–]|bis|to|au|al|t/m|do)\s*(?=\d{1,2}\.\d{1,2}\.(?:19|20)?\d\d)"
)
"""A day that has its year from the day after it."""
_FIRST_DAY = re.compile(r"(?<![\d.])(?P<day>[0-3]?\d)\.?\s*(?:-|–|al|au|a|to|bis|t/m|do)\s*(?:le )?$")
"""A day that has its month and year from the day after it."""
_REST_OF_LABEL = re.compile(r"(?: [^\W\d_()/]{1,15}| ?\([^)]{1,20}\)| ?/ ?[^\W\d_]{1,15}){1,3}\s?:")
"""Words between a label and its colon: "Traitement de sortie :"."""
CELLS = re.compile(r"[^\s](?:[^\t\n]*?[^\s])??(?=\t|\s{2,}|\s*$)")
"""What a tab or two blanks part from its neighbours on a line."""
_SIDE_BY_SIDE = ("number", "date", "due_date", "customer", "total", "period", "vendor")
_BESIDE, _BELOW = 0.9, 0.7
_LAST_WINS = ("total", "closing_balance", "net_pay")


Value = tuple[int, int, str | None]
"""Start, end and normal form."""


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
    found = all_labelled(name, kind, lines, month_first)
    first = next(found, None)
    return [first, *found][-1] if name in _LAST_WINS else first


def all_labelled(name: str, kind: str, lines: Sequence[Line], month_first: bool) -> Iterator[Field]:
    """The values beside all labels, in their order."""
    for index, line in enumerate(lines):
        for label in label_pattern(name).finditer(line.text):
            below = lines[index + 1] if index + 1 < len(lines) else None
            column = _below(line, label, below) if below is not None else None
            if column is not None:
                value, score = value_after(kind, column, 0, month_first, near=60), _BELOW
            else:
                value = value_after(kind, line, label.end(), month_first, label_start=label.start())
                score = _BESIDE
            if (
                kind == "text"
                and value is not None
                and below is not None
                and (_is_label(_slice(lines, *value[:2])) or _next_cell_is_label(line, label))
            ):
                first = CELLS.match(below.text.lstrip())
                shift = len(below.text) - len(below.text.lstrip())
                under = Line(below.start + shift, first.group()) if first else below
                value, score = value_after(kind, under, 0, month_first), _BELOW
            alone = below is not None and _stands_alone(line, label)
            if value is None and below is not None and alone and not (kind == "amount" and _in_words(below)):
                value, score = value_after(kind, below, 0, month_first, near=60), _BELOW
            if value is None and below is not None and kind == "date" and _heads_column(line, label):
                value, score = _date_alone(below, month_first), _BELOW
            if value is not None:
                start, end, normalized = value
                yield Field(name, _slice(lines, start, end), normalized, start, end, score)


def _below(line: Line, label: re.Match[str], below: Line) -> Line | None:
    """The cell under the label's, where both lines are rows of as many cells and this one holds no figure."""
    heads = [match.span() for match in CELLS.finditer(line.text)]
    if len(heads) < 2 or any(c.isdigit() for c in line.text) or ":" in line.text:
        return None
    values = [match.span() for match in CELLS.finditer(below.text)]
    at = next((at for at, (start, end) in enumerate(heads) if start <= label.start() < end), None)
    if at is None or len(values) != len(heads):
        return None
    start, end = values[at]
    return Line(below.start + start, below.text[start:end])


def _is_label(text: str) -> bool:
    """The words announce another field: two labels stand side by side."""
    return any(label_pattern(name).fullmatch(text.strip()) for name in _SIDE_BY_SIDE)


def _next_cell_is_label(line: Line, label: re.Match[str]) -> bool:
    """Another column begins with a label and its value: "BILL TO      INVOICE # 10234"."""
    apart = line.text[: label.end()].endswith(("\t", "   "))
    return apart and any(label_pattern(name).match(line.text, label.end()) for name in _SIDE_BY_SIDE)


def _stands_alone(line: Line, label: re.Match[str]) -> bool:
    """Nothing else stands on the line, or in its cell."""
    before = line.text[: label.start()]
    return not line.text[label.end() :].strip(" :.#") and (
        not before.strip(" \t-•*") or before.endswith(("\t", "  "))
    )


def _in_words(line: Line) -> bool:
    """A row of a table or a sentence, not a sum alone."""
    return len(_LONG_WORD.findall(line.text)) > 1


def _heads_column(line: Line, label: re.Match[str]) -> bool:
    """The label is a cell of a row that holds no figure."""
    return any(
        match.span() == (label.start(), label.start() + len(label.group().rstrip()))
        for match in CELLS.finditer(line.text)
    ) and not any(c.isdigit() for c in line.text)


def _date_alone(line: Line, month_first: bool) -> Value | None:
    """The day, where the line holds nothing else."""
    day = DATE.fullmatch(line.text.strip())
    iso = parse_date(day, month_first=month_first) if day else None
    start = line.start + len(line.text) - len(line.text.lstrip())
    return (start, start + len(line.text.strip()), iso) if iso else None


def _slice(lines: Sequence[Line], start: int, end: int) -> str:
    for line in lines:
        if line.start <= start <= line.end:
            return line.text[start - line.start : end - line.start]
    return ""


def value_after(
    kind: str, line: Line, at: int, month_first: bool, near: int = _NEAR, label_start: int | None = None
) -> Value | None:
    """Span and normal form of the first value of `kind` on the line that begins within `near` characters after `at`."""
    rest = line.text[at:]
    if kind == "date":
        found = _date(rest, near, month_first)
    elif kind == "amount":
        found = _amount(rest, near)
    elif kind == "identifier":
        found = _identifier(rest[:near])
    elif kind == "tax_number":
        found = _tax_number(rest[:near])
    elif kind == "period":
        found = _period(rest, month_first)
    elif kind == "year":
        found = _year(rest)
    else:
        found = _text(line.text, at, label_start)
    return None if found is None else (line.start + at + found[0], line.start + at + found[1], found[2])


def _date(rest: str, near: int, month_first: bool) -> Value | None:
    for match in DATE.finditer(rest):
        iso = parse_date(match, month_first=month_first)
        if match.start() > near:
            break
        if iso:
            return match.start(), match.end(), iso
    return None


def _amount(rest: str, near: int) -> Value | None:
    """Of several sums the last; shares of a hundred and parts of a day are none."""
    days = [match.span() for match in DATE.finditer(rest)]
    found = [
        (match, parsed)
        for match in AMOUNT.finditer(rest)
        if match.start() < near
        and not any(start <= match.start("number") < end for start, end in days)
        and (parsed := parse_amount(match)) is not None
        and not (_YEAR.fullmatch(match["number"]) and not parsed[1])
        and not re.match(r"\s?%|/\d", rest[match.end("number") :])
        and not re.search(r"[\w/]$", rest[: match.start("number")].removesuffix(match["before"] or ""))
    ]
    if not found:
        return None
    # A sum with words behind it ends its column.
    ends = (
        at
        for at, (m, _) in enumerate(found[:-1])
        if _has_words(rest[m.end() : found[at + 1][0].start()]) and CENTS.search(m["number"])
    )
    match, (amount, _) = found[next(ends, -1)]
    return match.start("number"), match.end("number"), f"{amount:.2f}"


def _has_words(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]{3}", text))


def _identifier(rest: str) -> Value | None:
    lead = re.match(r"[\s:#.№°ºª-]*", rest)
    begin = lead.end() if lead else 0
    found = _GROUPED.match(rest, begin) or _IDENTIFIER.match(rest, begin)
    return (found.start(), found.end(), None) if found else None


def _tax_number(rest: str) -> Value | None:
    """A number of seven digits or more, in groups and with letters of a country as it may be."""
    found = _TAX_NUMBER.match(rest)
    if found is None or sum(c.isdigit() for c in found["number"]) < _LEAST_DIGITS:
        return None
    value = found["number"].rstrip(" ./-")
    compact = re.sub(r"[ ./-]", "", value)
    return found.start("number"), found.start("number") + len(value), compact if compact != value else None


def _period(rest: str, month_first: bool) -> Value | None:
    """From one day to another, or a month: "2024-04-01/2024-04-30", "2024-03"."""
    days = [(m, iso) for m in DATE.finditer(rest[:_NEAR]) if (iso := parse_date(m, month_first=month_first))]
    if len(days) > 1:
        return days[0][0].start(), days[1][0].end(), f"{days[0][1]}/{days[1][1]}"
    month = MONTH_YEAR.search(rest[:60])
    if month and not days:
        return month.start(), month.end(), parse_month(month)
    first_day = _FIRST_DAY.search(rest[: days[0][0].start()]) if days else None
    if days and first_day:
        return (
            first_day.start("day"),
            days[0][0].end(),
            f"{days[0][1][:8]}{int(first_day['day']):02}/{days[0][1]}",
        )
    short = _SHORT_SPAN.search(rest[:60])
    if short and days:
        first = DATE.fullmatch(f"{short['first'].rstrip('.')}.{days[0][1][:4]}")
        iso = parse_date(first, month_first=False) if first else None
        return (short.start(), days[0][0].end(), f"{iso}/{days[0][1]}") if iso else None
    return None


def _year(rest: str) -> Value | None:
    found = re.match(r"[\s:.]*(?P<year>(?:19|20)\d\d)(?![\d/.-]\d)", rest)
    return (found.start("year"), found.end("year"), None) if found else None


def _text(line: str, at: int, label_start: int | None) -> Value | None:
    """Words behind a colon or a gap; without either only where the line begins with the label and they with a capital."""
    rest = line[at:]
    announced = label_start is None or line[max(label_start, at - 1) : at].strip(" ")[-1:] in (":", "#")
    more = None if announced else _REST_OF_LABEL.match(rest)
    begin = more.end() if more else 0
    words = re.match(r"\s*[:\-–]?\s*(?P<value>\S.{0,90}?)\s*(?:\t| {3,}|$)", rest[begin:])
    if words is None or sum(c.isalpha() for c in words["value"]) < 2 or words["value"][0] in ",.;)":
        return None
    apart = announced or more or re.match(r"\s*(?:[:–-]|\t|  )", rest) is not None
    leads = not line[:label_start].strip(" \t-•*") or line[: label_start or 0].endswith(("\t", "  "))
    if not apart and not (leads and (words["value"][0].isupper() or words["value"][0].isdigit())):
        return None
    return begin + words.start("value"), begin + words.end("value"), None


@cache
def label_pattern(name: str) -> re.Pattern[str]:
    """The labels that announce the field, with the sign behind them."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(LABELS[name])})(?!\w)\s*[:#.]?", re.IGNORECASE)


def month_first(text: str) -> bool:
    """American dates: some second number is over 12, and no first one is."""
    pairs = [(int(m["a"]), int(m["b"])) for m in DATE.finditer(text) if m["y2"] and m["sep"] == "/"]
    return any(b > 12 for _, b in pairs) and not any(a > 12 for a, _ in pairs)
