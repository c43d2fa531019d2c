"""Invoices and receipts: who sells, what was bought, what it comes to.

Receipts are read by the trained head, which has learned from printed slips; invoices, of which there is no marked
set, by labels and by the legal form in the seller's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from app.analysis.understanding.extract_lines import Line, label_pattern, labelled
from app.analysis.understanding.fields_candidates import Candidate, amounts, dates, line_ranges
from app.analysis.understanding.fields_choice import chances, choose_one
from app.analysis.understanding.values import AMOUNT, DATE, parse_amount
from app.documents import Field
from app.models.extractor import Extractor

LEGAL_FORM = re.compile(
    r"\b(?:GmbH(?: & Co\.? KG)?|AG|KG|UG|e\.V\.|Ltd\.?|Limited|LLP|LLC|Inc\.?|Corp(?:oration|\.)?|plc|PLC|"
    r"S\.?A\.?R?\.?L?\.?|SAS|S\.?L\.?U?\.?|S\.?p\.?A\.?|S\.?r\.?l\.?|Lda\.?|B\.?V\.?|N\.?V\.?|"
    r"sp\. z o\.o\.|SDN\.? ?BHD|Pty|Company|Co\.)(?!\w)"
)
_TITLE = re.compile(
    r"\b(?:invoice|receipt|rechnung|facture|factura|fattura|tax|date|datum|tel|page)\b", re.IGNORECASE
)
_NUMERIC = re.compile(r"[€$£]?[\d.,']*\d[\d.,']*(?:€|%|h|x|pcs|Stk\.?)?|EUR|USD|GBP|RM|€|\$|£", re.IGNORECASE)
_NOT_ITEM = re.compile(
    r"\b(?:total|subtotal|net|vat|tax|sum|summe|mwst|ust|betrag|tva|iva|btw|iban|tel|date|datum|invoice|balance|cash|change)\b",
    re.IGNORECASE,
)
_NOT_ADDRESS = re.compile(
    r"\b(?:invoice|receipt|rechnung|facture|factura|fattura|date|datum|tel|phone|fax|e-?mail|www|vat|iban|no\.?:|number|bill to|customer|"
    r"kunde|client|cliente|nif|cif|ust-?id|steuer\w*|siret|p\. ?iva|nip|klant|nabywca)\b|@|:",
    re.IGNORECASE,
)
_DOUBTFUL, _PROVEN = 0.1, 0.95
"""Probability of a price that is taken only where the sum then agrees, and the score of prices whose sum does."""
_ROUNDED = Decimal("0.05")
"""Cash is rounded to the smallest coin."""
_SUM = re.compile(r"\d[.,]\s?\d{2,3}\b|\b\d{3,}\b")
_TRUE_WORD = re.compile(r"[^\W\d_]{3,}")
_POSTCODE = re.compile(
    r"(?<![\w./-])(?:\d{4,5}(?![./,\d])|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{4} ?[A-Z]{2}|\d\d-\d{3})\b"
)
_STREET = re.compile(
    r"\b(?:street|st\.|road|rd\.?|avenue|ave\.?|lane|drive|square|quay|way|straße|strasse|str\.|platz|weg|gasse|rue|boulevard|calle|avenida|"
    r"via|piazza|rua|laan|straat|ulica|ul\.|jalan|jln)\b|straße|strasse|straat",
    re.IGNORECASE,
)


def is_bill(text: str) -> bool:
    """Holds a sum of money and some words; a slip without is none, whatever else it holds."""
    return bool(_SUM.search(text)) and len(_TRUE_WORD.findall(text[:5000])) >= 2


def receipt_fields(head: Extractor, text: str, lines: Sequence[Line], month_first: bool) -> list[Field]:
    """Seller, address, date, net, tax, total and what was bought, as the head finds them."""
    fields: list[Field] = []
    figures = amounts(lines)
    pools: dict[str, list[Candidate]] = {
        "vendor": list(line_ranges("vendor", text, lines)),
        "vendor_address": list(line_ranges("vendor_address", text, lines)),
        "date": dates(lines, month_first),
        "net": figures,
        "tax": figures,
        "total": figures,
    }
    for name, pool in pools.items():
        best = choose_one(head, f"receipt.{name}", pool)
        if best is not None:
            fields.append(
                _field(name, text, pool[best[0]], best[1], normal=name not in ("vendor", "vendor_address"))
            )
    fields += _by_label(fields, lines, month_first)
    sums = {
        Decimal(field.normalized) for field in fields if field.name in ("net", "total") and field.normalized
    }
    return fields + _bought(head, text, lines, figures, sums)


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
    return [found] if abs(sums["net"] + sums["tax"] - sums["total"]) <= _ROUNDED else []


def _field(name: str, text: str, at: Candidate, score: float, *, normal: bool) -> Field:
    value = text[at.start : at.end]
    return Field(name, value, at.value if normal or at.value != value else None, at.start, at.end, score)


def _bought(
    head: Extractor, text: str, lines: Sequence[Line], figures: Sequence[Candidate], sums: set[Decimal]
) -> list[Field]:
    """Prices of goods, each with the words before it on its line, or else on the line above.

    Where the likely prices do not add up to the net or the total, and do with the less likely ones, all are taken.
    """
    likely = chances(head, "receipt.line_item", figures)
    if _total(figures, likely) not in sums:
        more = chances(head, "receipt.line_item", figures, _DOUBTFUL)
        likely = more if _total(figures, more) in sums else likely
    proven = _total(figures, likely) in sums
    fields: list[Field] = []
    row = 0
    for at, score in sorted(likely.items()):
        price = figures[at]
        index = next((i for i, line in enumerate(lines) if line.start <= price.start < line.end), 0)
        words = _description(lines[index], price.start)
        if words is None and index:
            words = _description(lines[index - 1], lines[index - 1].end)
        if words is None:
            continue
        start, end = words
        score = max(score, _PROVEN) if proven else score
        fields.append(Field("line_item_description", text[start:end], None, start, end, score, row))
        fields.append(_item_amount(text, price, score, row))
        row += 1
    return fields


def _total(figures: Sequence[Candidate], chosen: Iterable[int]) -> Decimal:
    return sum((Decimal(figures[at].value) for at in chosen), Decimal(0))


def _item_amount(text: str, price: Candidate, score: float, row: int) -> Field:
    return Field(
        "line_item_amount", text[price.start : price.end], price.value, price.start, price.end, score, row
    )


def _description(line: Line, before: int) -> tuple[int, int] | None:
    """Span of the words before a place on the line, without quantity and figures around them."""
    tokens = [t for t in re.finditer(r"\S+", line.text) if line.start + t.end() <= before]
    while tokens and re.fullmatch(
        r"@?(?:rp\.?|rm|idr|\$|€|£)?[\d.,x*@/()%-]*(?:x|pcs|pc|ea)?\.?|@", tokens[-1].group(), re.IGNORECASE
    ):
        tokens.pop()
    while tokens and re.fullmatch(r"[xX*#@-]?\d{1,3}[xX.)*]?|[xX*#@-]|\d{8,14}", tokens[0].group()):
        tokens.pop(0)
    if not tokens or sum(c.isalpha() for t in tokens for c in t.group()) < 2:
        return None
    return line.start + tokens[0].start(), line.start + tokens[-1].end()


def vendor(lines: Sequence[Line], known: Sequence[Field]) -> list[Field]:
    """The first line that names a company, else the first line that is a name rather than a title."""
    if any(field.name == "vendor" for field in known):
        return []
    top = [
        line
        for before, line in zip([None, *lines], lines[:12], strict=False)
        if sum(c.isalpha() for c in line.text) >= 3 and not _about_customer(before, line)
    ]
    for line in top:
        match = LEGAL_FORM.search(line.text)
        if match:
            first = re.split(r"\t| {3,}|[·•|]", line.text[: match.end()])[-1].strip()
            start = line.start + line.text.index(first)
            return [Field("vendor", first, None, start, start + len(first), 0.8)]
    for line in top:
        text = re.split(r"\t| {3,}", line.text.strip())[0]
        if not _TITLE.search(text) and not any(c.isdigit() for c in text):
            start = line.start + line.text.index(text)
            return [Field("vendor", text, None, start, start + len(text), 0.5)]
    return []


def _about_customer(before: Line | None, line: Line) -> bool:
    """The line, or a line above it with nothing else, says that the buyer follows."""
    label = label_pattern("customer")
    above = label.search(before.text) if before is not None else None
    alone = (
        above is not None
        and before is not None
        and len(before.text.strip(" :")) <= above.end() - above.start()
    )
    return alone or label.match(line.text.lstrip()) is not None


def vendor_address(text: str, lines: Sequence[Line], known: Sequence[Field]) -> list[Field]:
    """The lines below the seller's name that read as street and town, to the one with the postcode."""
    seller = next((field for field in known if field.name == "vendor"), None)
    if seller is None or any(field.name == "vendor_address" for field in known):
        return []
    below = [line for line in lines if line.start > seller.end][:4]
    for count, line in enumerate(below, 1):
        if _NOT_ADDRESS.search(line.text) or DATE.search(line.text) or len(line.text) > 120:
            break
        if _POSTCODE.search(line.text):
            shown = text[below[0].start : line.end]
            if any(
                _STREET.search(each.text) or re.search(r"\b\d{1,4}[a-z]?\b", each.text)
                for each in below[:count]
            ):
                begin = below[0].start + len(below[0].text) - len(below[0].text.lstrip())
                value = text[begin : line.end].rstrip()
                flat = " ".join(shown.split())
                return [
                    Field(
                        "vendor_address",
                        value,
                        flat if flat != value else None,
                        begin,
                        begin + len(value),
                        0.7,
                    )
                ]
            break
    return []


def line_items(lines: Sequence[Line]) -> list[Field]:
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


def _wordy(tokens: Sequence[re.Match[str]]) -> bool:
    return sum(c.isalpha() for token in tokens for c in token.group()) >= 3


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


def checked(fields: list[Field]) -> list[Field]:
    """Arithmetic raises or lowers trust: net + tax = total."""
    sums = {
        f.name: Decimal(f.normalized) for f in fields if f.name in ("net", "tax", "total") and f.normalized
    }
    if len(sums) < 3:
        return fields
    agree = abs(sums["net"] + sums["tax"] - sums["total"]) <= _ROUNDED
    return [
        Field(f.name, f.value, f.normalized, f.start, f.end, 0.99 if agree else min(f.score, 0.5), f.row)
        if f.name in sums
        else f
        for f in fields
    ]
