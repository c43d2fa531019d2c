"""Key facts by class: a label in the document's own words, and the value beside or below it.

A value is taken only where it reads as what the field asks for (a date as a date, an amount as an
amount); nothing is made up, so a field that is not found is absent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from stdnum import iban as iban_checks

from app.analysis.understanding.labels import CLASS_FIELDS, LABELS
from app.analysis.understanding.values import AMOUNT, DATE, parse_amount, parse_date
from app.documents import BlockKind, Category, Document, Field

_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b")
_VAT = re.compile(r"\b(?:ATU|BE|DE|DK|ES|FI|FR|GB|IE|IT|LU|NL|PL|PT|SE)[ ]?[A-Z0-9]{7,12}\b")
_IDENTIFIER = re.compile(r"(?=[A-Z0-9/_.-]*\d)[A-Z0-9](?:[A-Z0-9/_.-]{0,30}[A-Z0-9])?", re.IGNORECASE)
_LEGAL_FORM = re.compile(
    r"\b(?:GmbH(?: & Co\.? KG)?|AG|KG|UG|e\.V\.|Ltd\.?|Limited|LLP|LLC|Inc\.?|Corp(?:oration|\.)?|plc|PLC|"
    r"S\.?A\.?R?\.?L?\.?|SAS|S\.?L\.?U?\.?|S\.?p\.?A\.?|S\.?r\.?l\.?|Lda\.?|B\.?V\.?|N\.?V\.?|"
    r"sp\. z o\.o\.|SDN\.? ?BHD|Pty|Company|Co\.)(?!\w)"
)
_SCAN_LIMIT = 200_000
_NEAR = 120


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str


def extract(document: Document, category: Category) -> list[Field]:
    """Fields of the document's class, then dates and amounts that any document has."""
    lines = _lines(document)
    fields: list[Field] = []
    month_first = _month_first(document.text[:_SCAN_LIMIT])
    for name, kind in CLASS_FIELDS.get(category.label, ()):
        found = _labelled(name, kind, lines, month_first)
        if found is not None:
            fields.append(found)
    if category.label in ("invoice", "receipt"):
        fields += _vendor(lines, fields)
        fields += _line_items(document, lines)
    if category.label in ("invoice", "receipt", "payslip", "bank_statement"):
        fields += _currency(fields, document.text[:_SCAN_LIMIT])
    if category.label == "contract":
        fields += _parties(document)
    if category.label in ("letter", "email") and document.blocks:
        fields += _mail_headers(document, month_first)
    fields += _numbers(document.text[:_SCAN_LIMIT], fields)
    if category.label not in ("invoice", "receipt"):
        fields += _dates(lines, fields, month_first)
    return _checked(sorted(fields, key=lambda field: (field.row is not None, field.start)))


def _lines(document: Document) -> list[_Line]:
    lines, at = [], 0
    for text in document.text[:_SCAN_LIMIT].splitlines(keepends=True):
        if text.strip():
            lines.append(_Line(at, text.rstrip("\r\n")))
        at += len(text)
    return lines


def _labelled(name: str, kind: str, lines: list[_Line], month_first: bool) -> Field | None:
    """The value beside the first label that has one; on the same line, else on the line below."""
    last_wins = name in ("total", "closing_balance", "net_pay")
    best: Field | None = None
    for index, line in enumerate(lines):
        for label in _label_pattern(name).finditer(line.text):
            value = _value(kind, line, label.end(), month_first)
            score = 0.9
            if value is None and index + 1 < len(lines) and not line.text[label.end() :].strip(" :.#"):
                value = _value(kind, lines[index + 1], 0, month_first, near=60)
                score = 0.7
            if value is not None:
                start, end, normalized = value
                best = Field(name, _slice(lines, start, end), normalized, start, end, score)
                if not last_wins:
                    return best
    return best


def _slice(lines: list[_Line], start: int, end: int) -> str:
    for line in lines:
        if line.start <= start <= line.start + len(line.text):
            return line.text[start - line.start : end - line.start]
    return ""


def _value(
    kind: str, line: _Line, at: int, month_first: bool, near: int = _NEAR
) -> tuple[int, int, str | None] | None:
    """Span and normal form of the first value of `kind` on the line after `at`."""
    rest = line.text[at : at + near]
    if kind == "date":
        for match in DATE.finditer(rest):
            iso = parse_date(match, month_first=month_first)
            if iso:
                return line.start + at + match.start(), line.start + at + match.end(), iso
    elif kind == "amount":
        found = [(m, parsed) for m in AMOUNT.finditer(rest) if (parsed := parse_amount(m)) is not None]
        found = [(m, p) for m, p in found if not re.match(r"\s?%", rest[m.end("number") :])]
        if found:
            match, (amount, _) = found[-1]
            return (
                line.start + at + match.start("number"),
                line.start + at + match.end("number"),
                f"{amount:.2f}",
            )
    elif kind == "identifier":
        lead = re.match(r"[\s:#.№°º-]*", rest)
        found_id = _IDENTIFIER.match(rest, lead.end() if lead else 0)
        if found_id:
            return line.start + at + found_id.start(), line.start + at + found_id.end(), None
    else:
        words = re.match(r"\s*[:\-–]?\s*(?P<value>\S.{0,90}?)\s*(?:\t| {3,}|$)", rest)
        if words and sum(c.isalpha() for c in words["value"]) >= 2 and words["value"][0] not in ",.;":
            return line.start + at + words.start("value"), line.start + at + words.end("value"), None
    return None


def _vendor(lines: list[_Line], known: list[Field]) -> list[Field]:
    """The first line that names a company, else the first line that is a name rather than a title."""
    if any(field.name == "vendor" for field in known):
        return []
    top = [line for line in lines[:12] if sum(c.isalpha() for c in line.text) >= 3]
    title = re.compile(
        r"\b(?:invoice|receipt|rechnung|facture|factura|fattura|tax|date|datum|tel|page)\b", re.IGNORECASE
    )
    for line in top:
        match = _LEGAL_FORM.search(line.text)
        if match:
            first = re.split(r"\t| {3,}|[·•|]", line.text[: match.end()])[-1].strip()
            start = line.start + line.text.index(first)
            return [Field("vendor", first, None, start, start + len(first), 0.8)]
    for line in top:
        text = re.split(r"\t| {3,}", line.text.strip())[0]
        if not title.search(text) and not any(c.isdigit() for c in text):
            start = line.start + line.text.index(text)
            return [Field("vendor", text, None, start, start + len(text), 0.5)]
    return []


_NUMERIC = re.compile(r"[€$£]?[\d.,']*\d[\d.,']*(?:€|%|h|x|pcs|Stk\.?)?|EUR|USD|GBP|RM|€|\$|£", re.IGNORECASE)
_NOT_ITEM = re.compile(
    r"\b(?:total|subtotal|net|vat|tax|sum|summe|mwst|ust|betrag|tva|iva|btw|iban|tel|date|datum|invoice|balance|cash|change)\b",
    re.IGNORECASE,
)


def _line_items(document: Document, lines: list[_Line]) -> list[Field]:
    """Rows that read description, numbers, amount; one group of fields each."""
    fields: list[Field] = []
    row = 0
    for line in lines:
        if len(line.text) > 300 or _NOT_ITEM.search(line.text):
            continue
        tokens = list(re.finditer(r"\S+", line.text))
        cut = len(tokens)
        while cut and _NUMERIC.fullmatch(tokens[cut - 1].group()):
            cut -= 1
        numbers = [token for token in tokens[cut:] if any(c.isdigit() for c in token.group())]
        first = 1 if cut > 1 and re.fullmatch(r"\d{1,3}[.)]?x?", tokens[0].group()) else 0
        description = tokens[first:cut]
        amount = AMOUNT.search(numbers[-1].group()) if len(numbers) >= 2 else None
        parsed = parse_amount(amount) if amount else None
        if not description or amount is None or parsed is None or not _wordy(description):
            continue
        begin, finish = description[0].start(), description[-1].end()
        span = (line.start + begin, line.start + finish)
        fields.append(Field("line_item_description", line.text[begin:finish], None, *span, 0.6, row))
        base = line.start + numbers[-1].start()
        start, end = base + amount.start("number"), base + amount.end("number")
        fields.append(Field("line_item_amount", amount["number"], f"{parsed[0]:.2f}", start, end, 0.6, row))
        row += 1
    return fields


def _wordy(tokens: list[re.Match[str]]) -> bool:
    return any(sum(c.isalpha() for c in token.group()) >= 2 for token in tokens)


def _currency(fields: list[Field], text: str) -> list[Field]:
    counts: dict[str, tuple[int, int, int]] = {}
    for match in AMOUNT.finditer(text):
        parsed = parse_amount(match)
        if parsed is None or not parsed[1]:
            continue
        group = "before" if match["before"] else "after"
        seen = counts.get(parsed[1], (0, match.start(group), match.end(group)))
        counts[parsed[1]] = (seen[0] + 1, seen[1], seen[2])
    if not counts:
        return []
    code, (_, start, end) = max(counts.items(), key=lambda entry: entry[1][0])
    return [Field("currency", text[start:end], code, start, end, 0.8)]


_PARTIES = re.compile(
    r"\b(?:by and between|between|entered into by|zwischen|entre)\b[:\s]+(?P<first>.{3,160}?)[,(].{0,400}?"
    r"\b(?:and|und|et|y|e)\s+(?P<second>[A-ZÄÖÜ].{2,120}?)[,(.;]",
    re.DOTALL,
)


def _parties(document: Document) -> list[Field]:
    match = _PARTIES.search(document.text[:6000])
    if match is None:
        return []
    fields = []
    for group in ("first", "second"):
        value = re.sub(r"\s+", " ", match[group]).strip(" ,;:")
        if 2 < len(value) < 120:
            fields.append(Field("party", value, None, match.start(group), match.end(group), 0.6))
    return fields


_HEADER_FIELDS = {"from": "sender", "to": "recipient", "subject": "subject", "date": "date"}


def _mail_headers(document: Document, month_first: bool) -> list[Field]:
    fields = []
    for block in document.blocks:
        if block.kind is not BlockKind.MAIL_HEADER:
            continue
        label, _, value = document.text[block.start : block.end].partition(":")
        name = _HEADER_FIELDS.get(label.strip().lower())
        if name and value.strip():
            start = block.start + len(label) + 1 + len(value) - len(value.lstrip())
            match = DATE.search(value) if name == "date" else None
            iso = parse_date(match, month_first=month_first) if match else None
            fields.append(Field(name, value.strip(), iso, start, start + len(value.strip()), 0.95))
    return fields


def _numbers(text: str, known: list[Field]) -> list[Field]:
    """IBAN and VAT numbers, which prove themselves."""
    fields = []
    for match in _IBAN.finditer(text):
        compact = match.group().replace(" ", "")
        if iban_checks.is_valid(compact):
            fields.append(Field("iban", match.group(), compact, match.start(), match.end(), 0.99))
            break
    if not any(field.name == "vat_id" for field in known):
        for match in _VAT.finditer(text):
            if sum(c.isdigit() for c in match.group()) >= 7 and not any(
                f.start <= match.start() < f.end for f in fields
            ):
                normal = match.group().replace(" ", "")
                fields.append(Field("vat_id", match.group(), normal, match.start(), match.end(), 0.8))
                break
    return fields


def _dates(lines: list[_Line], known: list[Field], month_first: bool) -> list[Field]:
    """The first few dates that no other field holds."""
    fields: list[Field] = []
    for line in lines:
        for match in DATE.finditer(line.text):
            iso = parse_date(match, month_first=month_first)
            start, end = line.start + match.start(), line.start + match.end()
            if iso and not any(field.start <= start < field.end for field in known):
                fields.append(Field("mentioned_date", match.group(), iso, start, end, 0.6))
                if len(fields) == 5:
                    return fields
    return fields


def _checked(fields: list[Field]) -> list[Field]:
    """Arithmetic raises or lowers trust: net + tax = total."""
    amounts = {
        f.name: Decimal(f.normalized) for f in fields if f.name in ("net", "tax", "total") and f.normalized
    }
    if len(amounts) < 3:
        return fields
    agree = abs(amounts["net"] + amounts["tax"] - amounts["total"]) <= Decimal("0.02")
    return [
        Field(f.name, f.value, f.normalized, f.start, f.end, 0.99 if agree else 0.5, f.row)
        if f.name in amounts
        else f
        for f in fields
    ]


def _month_first(text: str) -> bool:
    """American dates: some second number is over 12, and no first one is."""
    order: Iterator[tuple[int, int]] = (
        (int(m["a"]), int(m["b"])) for m in DATE.finditer(text) if m["y2"] and m["sep"] == "/"
    )
    pairs = list(order)
    return any(b > 12 for _, b in pairs) and not any(a > 12 for a, _ in pairs)


@cache
def _label_pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(LABELS[name])})(?!\w)\s*[:#.]?", re.IGNORECASE)
