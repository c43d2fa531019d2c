"""The rows of a bank statement: day, words, what came in or went out, and what was left.

Whether money came or went says a sign, a letter, the balance behind the sum, or the column it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.analysis.understanding.extract_lines import Line
from app.analysis.understanding.values import DATE, MONTHS, parse_date, parse_number
from app.documents import Field

_MONTH_NAME = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_ROW_DATE = re.compile(
    rf"\s*(?:\d{{1,2}}[./-]\d{{1,2}}(?:[./-](?:\d{{4}}|\d\d))?\.?|\d{{4}}-\d\d-\d\d|\d{{1,2}}\.?[ -](?:{_MONTH_NAME})\.?(?:[ -]\d{{2,4}}(?![.,]\d))?)(?=\s)",
    re.IGNORECASE,
)
_SHORT_DATE = re.compile(
    rf"(?P<day>\d{{1,2}})[./ -]+(?:(?P<month>\d{{1,2}})|(?P<name>{_MONTH_NAME}))\.?", re.IGNORECASE
)
_ROW_AMOUNT = re.compile(
    r"(?P<before>[-+−]\s?)?[€$£]?(?<![\d.,])(?P<number>\d{1,3}(?:[.,' \u00a0\u202f]?\d{3})*[.,]\d{2})(?!\d)(?:\s?(?:€|EUR|zł|PLN))?(?P<after>\s?[-+−](?=\s|$)|\s(?:S|H|D|C|DR|CR|Wn|Ma)(?=\s|$))?"
)
_OUT = re.compile(
    r"paid out|money out|withdrawals?|debits?|soll|belastung|ausgang|débits?|cargos?|adeudos?|debe|addebiti|dare|uscite|débitos?|af\b|bij-af|obciążenia|wypłaty|payments", re.IGNORECASE
)  # fmt: skip
_IN = re.compile(
    r"paid in|money in|deposits?|credits?|haben|gutschrift|eingang|crédits?|abonos?|haber|accrediti|avere|entrate|créditos?|\bbij\b|uznania|wpłaty|receipts", re.IGNORECASE
)  # fmt: skip
_GONE = frozenset(("-", "−", "s", "d", "dr", "wn"))
_LONGEST = 300
_LIKELY, _PROVEN = 0.7, 0.95


@dataclass(slots=True)
class _Row:
    line: Line
    date: tuple[int, int]
    words: tuple[int, int]
    amount: re.Match[str]
    balance: re.Match[str] | None
    sign: int | None
    """None where nothing says whether money came or went."""


def transactions(lines: Sequence[Line], known: Sequence[Field], month_first: bool) -> list[Field]:
    """One group of fields a row; they are trusted where opening balance and rows come to the closing balance."""
    rows = [row for line in lines if (row := _row(line)) is not None]
    columns = _columns(lines)
    left = _balance(known, "opening_balance")
    total = left
    fields: list[Field] = []
    year = _year(lines, known)
    for number, row in enumerate(rows):
        value = parse_number(row.amount["number"]) or Decimal(0)
        after = parse_number(row.balance["number"]) if row.balance else None
        sign = row.sign or _by_balance(value, left, after) or _by_column(row, columns)
        left = after if after is not None else left
        total = total + (sign or 1) * value if total is not None else None
        fields += _fields(row, number, (sign or 1) * value, year, month_first)
    closing = _balance(known, "closing_balance")
    proven = bool(rows) and closing is not None and total == closing
    return [replace(field, score=_PROVEN) if proven else field for field in fields]


def _row(line: Line) -> _Row | None:
    lead = _ROW_DATE.match(line.text)
    sums = list(_ROW_AMOUNT.finditer(line.text, lead.end())) if lead else []
    if lead is None or not sums or len(line.text) > _LONGEST:
        return None
    second = _ROW_DATE.match(line.text, lead.end())
    begin = second.end() if second else lead.end()
    words = line.text[begin : sums[0].start()].strip(" \t|;")
    if sum(c.isalpha() for c in words) < 3:
        return None
    day = lead.group().strip()
    at, said = line.text.index(day), line.text.index(words, begin)
    mark = (sums[0]["before"] or sums[0]["after"] or "").strip().lower()
    sign = None if not mark else -1 if mark in _GONE else 1
    return _Row(
        line,
        (at, at + len(day)),
        (said, said + len(words)),
        sums[0],
        sums[-1] if len(sums) > 1 else None,
        sign,
    )


def _by_balance(value: Decimal, left: Decimal | None, after: Decimal | None) -> int | None:
    if left is None or after is None:
        return None
    return 1 if left + value == after else -1 if left - value == after else None


def _columns(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Where the heads of the columns for money out and money in end."""
    for line in lines:
        out, into = _OUT.search(line.text), _IN.search(line.text)
        if out and into and out.end() != into.end() and not re.search(r"\d[.,]\d\d", line.text):
            return out.end(), into.end()
    return None


def _by_column(row: _Row, columns: tuple[int, int] | None) -> int | None:
    """The column whose head ends nearer; without a head nothing can be said."""
    if columns is None or "\t" in row.line.text.strip():
        return None
    out, into = (abs(row.amount.end() - column) for column in columns)
    return None if out == into else -1 if out < into else 1


def _balance(known: Sequence[Field], name: str) -> Decimal | None:
    return next((Decimal(f.normalized) for f in known if f.name == name and f.normalized), None)


def _year(lines: Sequence[Line], known: Sequence[Field]) -> int | None:
    """Of the period, or of the first day that is written with its year."""
    period = next((f.normalized for f in known if f.name == "period" and f.normalized), None)
    if period:
        return int(period[:4])
    for line in lines:
        for match in DATE.finditer(line.text):
            iso = parse_date(match)
            if iso:
                return int(iso[:4])
    return None


def _day(written: str, year: int | None, month_first: bool) -> str | None:
    full = DATE.fullmatch(written)
    if full:
        return parse_date(full, month_first=month_first)
    short = _SHORT_DATE.fullmatch(written)
    if short is None or year is None:
        return None
    day, month = int(short["day"]), MONTHS[short["name"].lower()] if short["name"] else int(short["month"])
    if month_first and not short["name"]:
        day, month = month, day
    match = DATE.fullmatch(f"{year}-{month:02}-{day:02}")
    return parse_date(match) if match else None


def _fields(row: _Row, number: int, amount: Decimal, year: int | None, month_first: bool) -> list[Field]:
    text, base = row.line.text, row.line.start

    def field(name: str, start: int, end: int, normal: str | None) -> Field:
        return Field(
            f"transaction_{name}", text[start:end], normal, base + start, base + end, _LIKELY, number
        )

    found = [
        field("date", *row.date, _day(text[slice(*row.date)], year, month_first)),
        field("description", *row.words, None),
        field("amount", *_trimmed(row.amount), f"{amount:.2f}"),
    ]
    if row.balance is not None:
        value = parse_number(row.balance["number"])
        minus = (row.balance["before"] or row.balance["after"] or "").strip().lower() in _GONE
        found.append(field("balance", *_trimmed(row.balance), f"{'-' if minus else ''}{value:.2f}"))
    return found


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """Span of sign and number without blanks and letters around them."""
    start = match.start("before") if match["before"] else match.start("number")
    end = match.end("after") if match["after"] and match["after"].strip() in "-−+" else match.end("number")
    return start, end
