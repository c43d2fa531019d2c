"""Who sells and who buys on an invoice, and what its lines come to.

Of invoices there is no marked set: labels, legal forms, the blocks of addresses and arithmetic tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, product

from app.analysis.understanding.extract_heads import FORM_OF_ADDRESS, names_someone, payee, receiver
from app.analysis.understanding.extract_lines import CENTS, Line, all_labelled, label_pattern, labelled
from app.analysis.understanding.extract_people import addressee
from app.analysis.understanding.extract_table import columns_of
from app.analysis.understanding.values import AMOUNT, DATE, parse_amount, parse_date
from app.documents import Document, Field

LEGAL_FORM = re.compile(
    r"\b(?:GmbH(?: & Co\.? KG)?|AG|KG|UG|OHG|GbR|PartG|e\. ?[KV]\.|EURL|SNC|SCI|V\.O\.F\.|Unipessoal|L(?:td|TD)\.?|Limited|LIMITED|LLP|LLC|I(?:nc|NC)\.?|Corp(?:oration|\.)?|plc|PLC|"
    r"S\.?A\.?R?\.?L?\.?|SAS|S\.?L\.?U?\.?|S\.?p\.?A\.?|S\.?r\.?l\.?|Lda\.?|B\.?V\.?|N\.?V\.?|"
    r"sp\. z o\.o\.|SDN\.? ?BHD|Pty|Company|Co\.)(?!\w)"
)
_PRICED = re.compile(r"(?<![\d.,])\d{1,6}[.,]\d\d(?: ?(?:[A-Z]|€|EUR))?\s*$")
_LEADING_FORM = re.compile(r"\s*(?:EURL|SARL|SASU?|SCI|SNC|S\.A\.R\.L\.)\s+[^\W\d_]")
"""French companies often write their form first."""
_TITLE = re.compile(
    r"\b(?:invoice|receipt|rechnung|facture|factura|fattura|tax|date|datum|tel|page|faktura|fatura|factuur|herrn?|frau|mr|mrs|madame|monsieur)\b",
    re.IGNORECASE,
)
_NOT_ADDRESS = re.compile(
    r"\b(?:invoice|receipt|rechnung|facture|factura|fattura|date|datum|tel|phone|fax|e-?mail|www|vat|iban|no\.?:|number|bill to|customer|"
    r"kunde|client|cliente|nif|cif|ust-?id|steuer\w*|siret|p\. ?iva|c\. ?f|nip|klant|nabywca|spett|herrn|destinatario|attn)\b|@|:",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    r"(?<![\w./-])(?:\d{4,5}(?![./,\d])|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{4} ?[A-Z]{2}|\d\d-\d{3})\b"
)
_STREET = re.compile(
    r"\b(?:street|st\.|road|rd\.?|avenue|ave\.?|lane|drive|square|quay|way|straße|strasse|str\.|platz|weg|gasse|rue|boulevard|calle|avenida|"
    r"via|piazza|rua|laan|straat|ulica|ul\.|jalan|jln)\b|straße|strasse|straat",
    re.IGNORECASE,
)


_SENDER_LINE = re.compile(r"\s*(?P<name>[^\W\d_][^·•●|\n]{2,60}?)\s*[·•●|]\s*\S")
"""The sender in small print above the window of a letter: name, street and town on one line."""
_SEAT = re.compile(
    r"(?:siège social|registered office|sitz(?: der gesellschaft)?:|sede legale|domicilio social|statutaire zetel|siedziba)\b",
    re.IGNORECASE,
)
"""What follows a company's name at the foot of its papers."""
_LONGEST_NAME = 6
ROUNDED = Decimal("0.05")
"""Cash is rounded to the smallest coin, and lines of an invoice each for themselves."""
_SURE, _FOLLOWING = 0.99, 0.9
_HIGHEST_RATE = Decimal("0.28")
"""No country asks for more than 27 in 100 (Hungary)."""
_DOUBTED = 0.5
_MOST_SUMS = 12
_TOP = 25


def sums(lines: Sequence[Line], items: Sequence[Field], month_first: bool) -> list[Field]:
    """Net, tax and total: of all sums beside their labels those that add up, else the likeliest of each."""
    rows = {line.start for line in lines for item in items if line.start <= item.start < line.end}
    plain = [line for line in lines if line.start not in rows and not columns_of(line)]
    pools = {
        name: [field for field in all_labelled(name, "amount", plain, month_first) if field.normalized][
            :_MOST_SUMS
        ]
        for name in ("net", "tax", "total")
    }
    changes = [
        sign * Decimal(field.normalized)
        for name, sign in (("discount", -1), ("shipping", 1))
        for field in list(all_labelled(name, "amount", plain, month_first))[:1]
        if field.normalized
    ]
    agreed = _adding_up(
        pools, (Decimal(0), *changes, *([sum(changes, Decimal(0))] if len(changes) > 1 else []))
    )
    agreed = agreed or _side_by_side(lines)
    if agreed:
        return agreed
    # A sum of lines that is the total already holds the tax.
    totals = {field.normalized for field in pools["total"][-1:]}
    pools["net"] = [field for field in pools["net"] if not pools["tax"] or field.normalized not in totals]
    return [max(pool, key=lambda field: (_has_cents(field), field.score, name == "total" and field.start)) if name == "total"
            else max(pool, key=lambda field: (_has_cents(field), field.score, -field.start)) for name, pool in pools.items() if pool]  # fmt: skip


def _has_cents(field: Field) -> bool:
    return bool(CENTS.search(field.value))


def _adding_up(pools: dict[str, list[Field]], changes: Sequence[Decimal]) -> list[Field]:
    """The last sums with net + tax = total, after a discount or postage as it may be; taxes of several rates count
    together."""
    for total in reversed(pools["total"]):
        for net in reversed(pools["net"]):
            for tax in reversed(pools["tax"]):
                if tax.start != net.start and any(_agree(net, [tax], total, by) for by in changes):
                    return [replace(field, score=_SURE) for field in (net, tax, total)]
    for total, net in product(reversed(pools["total"]), reversed(pools["net"])):
        taxes = [tax for tax in pools["tax"] if tax.start not in (net.start, total.start)]
        if len(taxes) > 1 and _agree(net, taxes, total, Decimal(0)):
            return [replace(field, score=_SURE) for field in (net, *taxes, total)]
    return []


def _agree(net: Field, taxes: Sequence[Field], total: Field, change: Decimal) -> bool:
    parts = sum((Decimal(field.normalized or 0) for field in (net, *taxes)), change)
    whole = Decimal(total.normalized or 0)
    return whole != 0 and net.start != total.start and abs(parts - whole) <= ROUNDED


def _side_by_side(lines: Sequence[Line]) -> list[Field]:
    """Three sums that follow each other as net, tax and total do, whatever their labels: the greatest such total.

    A tax is at most `_HIGHEST_RATE` of the net; sums of nothing between them do not count.
    """
    found = [
        (line.start + match.start("number"), match["number"], amount)
        for line in lines
        if not columns_of(line)
        for match in AMOUNT.finditer(line.text)
        if CENTS.search(match["number"])
        and not DATE.match(line.text, match.start("number"))
        and (amount := (parse_amount(match) or (Decimal(0), None))[0])
    ]
    best: list[Field] = []
    most = Decimal(0)
    for net, tax, total in zip(found, found[1:], found[2:], strict=False):
        whole = abs(total[2])
        if net[2] + tax[2] == total[2] and 0 < tax[2] / net[2] <= _HIGHEST_RATE and whole >= most:
            most = whole
            best = [
                Field(name, shown, f"{amount:.2f}", start, start + len(shown), _FOLLOWING)
                for name, (start, shown, amount) in zip(
                    ("net", "tax", "total"), (net, tax, total), strict=True
                )
            ]
    return best


def checked(fields: list[Field]) -> list[Field]:
    """Arithmetic raises or lowers trust: the lines come to net or total, and net + tax to the total."""
    held = {
        name: [Decimal(f.normalized) for f in fields if f.name == name and f.normalized]
        for name in ("net", "tax", "total", "line_item_amount")
    }
    scores: dict[str, float] = {}
    if held["net"] and held["tax"] and held["total"]:
        changes = [Decimal(0)] + [
            -Decimal(f.normalized) for f in fields if f.name == "discount" and f.normalized
        ]
        changes += [Decimal(f.normalized) for f in fields if f.name == "shipping" and f.normalized]
        left = held["total"][0] - sum(held["net"][:1] + held["tax"])
        agree = any(abs(left - change) <= ROUNDED for change in (*changes, sum(changes, Decimal(0))))
        scores |= dict.fromkeys(("net", "tax", "total"), _SURE if agree else -_DOUBTED)
    lines = sum(held["line_item_amount"])
    if lines and any(abs(lines - value) <= ROUNDED for name in ("net", "total") for value in held[name]):
        scores |= {"line_item_amount": _SURE}
    return [replace(f, score=_trust(f.score, scores[f.name])) if f.name in scores else f for f in fields]


def _trust(score: float, limit: float) -> float:
    """At least `limit`, or at most as much as a negative one says."""
    return max(score, limit) if limit > 0 else min(score, -limit)


def customer(document: Document, lines: Sequence[Line], known: Sequence[Field]) -> list[Field]:
    """Whose name stands first in the window of the letter: an address at the top that is not the seller's."""
    if any(field.name == "customer" for field in known):
        return []
    seller = next((field for field in known if field.name == "vendor"), None)
    window = _below_sender(lines)
    if window is not None:
        return [window]
    found = addressee(
        document, lines, lambda line: seller is not None and line.start <= seller.start < line.end
    )
    named = [
        replace(field, name="customer")
        for field in found
        if not _TITLE.search(field.value) and names_someone(field.value)
    ]
    delivered = receiver(lines) if not named else None
    return [delivered] if delivered is not None else named


def _below_sender(lines: Sequence[Line]) -> Field | None:
    """The first line of the window, below the sender in small print."""
    for sender, line in pairwise(lines[:_TOP]):
        if _sender(sender) is not None:
            address = FORM_OF_ADDRESS.match(line.text.strip())
            bare = line.text.strip()[address.end() if address else 0 :]
            bare = re.split(r"\t| {3,}", bare)[0]
            if not names_someone(bare) or _TITLE.search(bare):
                return None
            start = line.start + line.text.index(bare)
            return Field("customer", bare, None, start, start + len(bare), 0.8)
    return None


def first_date(lines: Sequence[Line], known: Sequence[Field], month_first: bool) -> list[Field]:
    """The first day at the top that is no other field, where no label names the date."""
    if any(field.name == "date" for field in known):
        return []
    for line in lines[:_TOP]:
        for match in DATE.finditer(line.text):
            iso = parse_date(match, month_first=month_first)
            start, end = line.start + match.start(), line.start + match.end()
            if iso and not any(field.start < end and start < field.end for field in known):
                return [Field("date", match.group(), iso, start, end, _DOUBTED)]
    return []


def vendor(lines: Sequence[Line], known: Sequence[Field]) -> list[Field]:
    """The first line that names a company, else the first line that is a name rather than a title."""
    if any(field.name == "vendor" for field in known):
        return []
    buyer = next((field for field in known if field.name == "customer"), None)
    top = [
        line
        for before, line in zip([None, *lines], lines[:12], strict=False)
        if not (buyer is not None and (line.start <= buyer.start < line.end or buyer.value in line.text))
        and sum(c.isalpha() for c in line.text) >= 3
        and not _about_customer(before, line)
        and not _PRICED.search(line.text)
    ]
    for line in top[:3]:
        sender = _sender(line)
        if sender is not None:
            start, end = line.start + sender.start("name"), line.start + sender.end("name")
            return [Field("vendor", sender["name"], None, start, end, 0.8)]
    named = labelled("vendor", "text", lines, month_first=False)
    if named is not None and names_someone(named.value):
        return [company_alone(named)]
    for line in top:
        match = LEGAL_FORM.search(line.text)
        if match:
            rest = line.text[match.end() :] if _LEADING_FORM.match(line.text) else ""
            first = re.split(r"\t| {3,}|[·•|]", line.text[: match.end()])[-1].strip()
            first += re.split(r"\t| {3,}|[·•|,]| - ", rest)[0].rstrip()
            start = line.start + line.text.index(first)
            return [Field("vendor", first, None, start, start + len(first), 0.8)]
    for line, below in pairwise(lines):
        if (
            _SEAT.match(below.text.lstrip())
            and names_someone(line.text)
            and len(line.text.split()) <= _LONGEST_NAME
        ):
            bare = line.text.strip()
            start = line.start + line.text.index(bare)
            return [Field("vendor", bare, None, start, start + len(bare), 0.7)]
    paid = payee(lines)
    if paid is not None:
        return [paid]
    for line in top:
        text = re.split(r"\t| {3,}", line.text.strip())[0]
        a_name = (
            names_someone(text) and len(text.split()) <= _LONGEST_NAME and not FORM_OF_ADDRESS.match(text)
        )
        if a_name and not _TITLE.search(text) and not any(c.isdigit() for c in text):
            start = line.start + line.text.index(text)
            return [Field("vendor", text, None, start, start + len(text), 0.5)]
    return []


def _sender(line: Line) -> re.Match[str] | None:
    """The small print above the window of a letter."""
    sender = _SENDER_LINE.match(line.text)
    address = _POSTCODE.search(line.text) and not _NOT_ADDRESS.search(line.text)
    return sender if address else None


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
    own = next((line for line in lines if line.start <= seller.start < line.end), None)
    if own is not None and _SENDER_LINE.match(own.text) and _POSTCODE.search(text, seller.end, own.end):
        rest = text[seller.end : own.end]
        begin, value = seller.end + len(rest) - len(rest.lstrip(" \t·•●|")), rest.strip(" \t·•●|")
        flat = " ".join(re.sub(r"\s*[·•●|]\s*", ", ", value).split())
        return [
            Field("vendor_address", value, flat if flat != value else None, begin, begin + len(value), 0.7)
        ]
    beside = _address_beside(text, seller, own)
    if beside is not None:
        return [beside]
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


def _address_beside(text: str, seller: Field, own: Line | None) -> Field | None:
    """ "Rossi S.r.l., Via Garibaldi 8, 20121 Milano, P.IVA …": what stands behind the name up to the next label."""
    if own is None or seller.end >= own.end or text[seller.end] not in ",;":
        return None
    label = _NOT_ADDRESS.search(text, seller.end, own.end)
    end = label.start() if label else own.end
    begin = seller.end + len(text[seller.end : end]) - len(text[seller.end : end].lstrip(" \t,;"))
    value = text[begin:end].rstrip(" \t,;")
    if not _POSTCODE.search(value) or len(value) > 120:
        return None
    return Field("vendor_address", value, None, begin, begin + len(value), 0.7)


def company_alone(field: Field) -> Field:
    """ "Feinwerk Lohmann GmbH, Am Hang 3, 42899 Remscheid" without what follows the legal form."""
    match = LEGAL_FORM.search(field.value)
    comma = field.value.find(", ")
    end = (
        match.end()
        if match and match.start()
        else comma
        if comma > 0 and re.search(r"\d", field.value[comma:])
        else len(field.value)
    )
    return replace(field, value=field.value[:end], end=field.start + end) if end >= 3 else field
