"""Invoices and receipts: who sells, what was bought, what it comes to.

Receipts are read by the trained head, which has learned from printed slips; invoices, of which there is no marked
set, by labels and by the legal form in the seller's name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from app.analysis.understanding.extract_invoice import ROUNDED
from app.analysis.understanding.extract_items import PROVEN, slip_items
from app.analysis.understanding.extract_lines import Line, labelled
from app.analysis.understanding.fields_candidates import (
    Candidate,
    amounts,
    dates,
    is_other,
    line_ranges,
)
from app.analysis.understanding.fields_cells import cells
from app.analysis.understanding.fields_choice import chances, choose_one
from app.analysis.understanding.values import AMOUNT, parse_amount
from app.documents import Field
from app.models.extractor import Extractor

_LIKELY = 0.5
_LONGEST_LINE, _MOST_LINES = 400, 600
"""Characters of a line and lines beyond which nothing is a slip."""
_SUM = re.compile(r"\d[.,]\s?\d{2,3}\b|\b\d{3,}\b")
_SIGN_BEFORE = re.compile(r"(?<!\w)(?:RM|Rp\.?|EUR|USD|GBP|CHF|PLN|(?:US|R)?\$|[€£¥₹])$", re.IGNORECASE)
_LONGEST_SIGN = 4
_SUMS = ("net", "tax", "total")
_SERVICE = re.compile(
    r"\b(?:service|servis|serv|svc|svr|tips?|gratuity|bedienung|trinkgeld|pourboire|servicio|propina|servizio|coperto|mancia|serviço|gorjeta|bediening|fooi|serwis|napiwek)\b",
    re.IGNORECASE,
)
_TAX = re.compile(
    r"\b(?:tax\w*|vat|gst|sst|mwst|ust|tva|iva|i\.v\.a|btw|ptu|pajak|p[bp][1n]?|ppn|taxe|impuesto|imposta|imposto)\b",
    re.IGNORECASE,
)
_TRUE_WORD = re.compile(r"[^\W\d_]{3,}")


def is_bill(text: str) -> bool:
    """Holds a sum of money and some words; a slip without is none, whatever else it holds."""
    return bool(_SUM.search(text)) and len(_TRUE_WORD.findall(text[:5000])) >= 2


def receipt_fields(head: Extractor, text: str, lines: Sequence[Line], month_first: bool) -> list[Field]:
    """Seller, address, date, net, tax, total and what was bought, as the head finds them."""
    lines = [line for line in lines if len(line.text) <= _LONGEST_LINE][:_MOST_LINES]
    fields: list[Field] = []
    figures = amounts(lines)
    slip = cells(lines)
    handed = {name: chances(head, f"receipt.{name}", slip) for name in ("paid", "change")}
    pools: dict[str, list[Candidate]] = {
        "vendor_address": list(line_ranges("vendor_address", text, lines, learning=False)),
        "vendor": list(line_ranges("vendor", text, lines, learning=False)),
        "date": dates(lines, month_first),
        "net": figures,
        "tax": [figure for figure in figures if not _is_service(text, figure)],
        "total": figures,
    }
    for name, pool in pools.items():
        expected = _owed(slip, handed["paid"], handed["change"]) if name == "total" else None
        if name == "vendor":
            pool = _beside_address(pool, fields)
        best = choose_one(head, f"receipt.{name}", pool, expected)
        if best is not None:
            at, score = pool[best[0]], best[1]
            fields.append(_sum(name, text, at, score) if name in _SUMS else _field(name, text, at, score))
    fields += _above_address(lines, fields) + _by_label(fields, lines, month_first)
    for name, found in handed.items():
        fields += [_sum(name, text, slip[at], score) for at, score in sorted(found.items())]
    rows = slip_items(head, text, lines, slip, fields)
    # What is bought in rows that add up is no tax.
    proven = {row.end for row in rows if row.name == "line_item_amount" and row.score >= PROVEN}
    return [field for field in fields if field.name != "tax" or field.end not in proven] + rows


def _beside_address(pool: Sequence[Candidate], known: Sequence[Field]) -> list[Candidate]:
    """Of an address that is likely no line is the seller's name."""
    places = [(f.start, f.end) for f in known if f.name == "vendor_address" and f.score >= _LIKELY]
    return [one for one in pool if not any(one.start < end and start < one.end for start, end in places)]


def _above_address(lines: Sequence[Line], known: Sequence[Field]) -> list[Field]:
    """Where no name was told and an address was, the first line above it with words."""
    address = next((f for f in known if f.name == "vendor_address"), None)
    if address is None or any(f.name == "vendor" for f in known):
        return []
    for line in lines:
        if line.end > address.start:
            break
        text = line.text.strip()
        if _TRUE_WORD.search(text) and not is_other(text):
            start = line.start + line.text.index(text)
            return [Field("vendor", text, None, start, start + len(text), _LIKELY)]
    return []


def _is_service(text: str, figure: Candidate) -> bool:
    """A charge for service or a tip, whatever share of the bill it is: no tax."""
    before = text[text.rfind("\n", 0, figure.start) + 1 : figure.start]
    return bool(_SERVICE.search(before)) and not _TAX.search(before)


def _owed(slip: Sequence[Candidate], paid: Mapping[int, float], change: Mapping[int, float]) -> str | None:
    """What was handed over less what came back is what it cost."""
    if len(paid) != 1 or len(change) != 1:
        return None
    owed = Decimal(slip[next(iter(paid))].value) - Decimal(slip[next(iter(change))].value)
    return f"{owed:.2f}" if owed > 0 else None


def _by_label(known: Sequence[Field], lines: Sequence[Line], month_first: bool) -> list[Field]:
    """Net or tax that the head did not see, beside its label: only where both then add up to the total."""
    sums = {
        f.name: Decimal(f.normalized) for f in known if f.name in ("net", "tax", "total") and f.normalized
    }
    missing = {"net", "tax"} - sums.keys()
    if "total" not in sums or len(missing) != 1:
        return []
    found = labelled(missing.pop(), "amount", lines, month_first)
    if found is None or found.normalized is None:
        return []
    sums[found.name] = Decimal(found.normalized)
    return [found] if abs(sums["net"] + sums["tax"] - sums["total"]) <= ROUNDED else []


def _sum(name: str, text: str, at: Candidate, score: float) -> Field:
    """As it is written, with the sign of the currency where that touches the figure: "RM7.70"."""
    sign = _SIGN_BEFORE.search(text, max(0, at.start - _LONGEST_SIGN), at.start)
    start = sign.start() if sign else at.start
    return Field(name, text[start : at.end], f"{Decimal(at.value):.2f}", start, at.end, score)


def _field(name: str, text: str, at: Candidate, score: float) -> Field:
    value = text[at.start : at.end]
    normal = at.value if name == "date" or at.value != value else None
    return Field(name, value, normal, at.start, at.end, score)


def currency(text: str) -> list[Field]:
    """The currency that is written most often beside amounts."""
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
