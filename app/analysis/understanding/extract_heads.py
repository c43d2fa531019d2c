"""The head of an invoice: number and day in its title, and seller and buyer below the words that name their parts.

Printed views of e-invoices (Factur-X, ZUGFeRD, XRechnung) and many bills say "Invoice 17 of 3 May" once, at the top,
and list each party under "Seller" and "Buyer", often with "Name:" before the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.analysis.understanding.extract_lines import CELLS, Line, all_labelled, label_pattern
from app.analysis.understanding.values import DATE, parse_date
from app.documents import Field

_TITLE = (
    r"(?:[^\W\d_]*(?:rechnung|gutschrift|rechnungs-?korrektur|buchungshilfe)|(?:[^\W\d_]+\s)?invoice|credit\s?(?:note|memo)|facture|avoir|"
    r"factura|fattura|nota di credito|fatura|factuur|creditnota|faktura)"
)
_OTHERS = r"(?!gemäß|laut|für|per|pour|zu[mr]?\b|bestell|auftrag|liefer|order|commande|pedido|ordin)"
"""Words behind which another paper's number stands."""
_SIGN = r"(?:n(?:r|o|[°º]|um(?:ber|mer|éro|ero)?)\.?\s?[°º]?|#)"
_HEADING = re.compile(
    rf"\s*(?:(?:kopie|copy|copie|copia)\s(?:\w+\s)?)?{_TITLE}"
    rf"(?P<between>(?:\s{_OTHERS}[^\W\d_]+){{0,4}}(?:\s?\([^()\n]{{1,40}}\)){{0,2}}\s*{_SIGN}[\s:#]*|[\s:#]+)"
    r"(?P<number>(?=[\w./-]*\d)[A-Z0-9](?:[\w./-]*[\w])?)"
    r"(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
_OF = re.compile(r"[\s,]*(?:vom|von|du|of|dated|del|de|da|van|d\.d\.|z dnia|-|–)?[\s,]*$", re.IGNORECASE)
_FROM_PLACE = re.compile(r"[^\W\d_][^\W\d_. -]{2,30},\s(?:den|le|dnia)?\s*", re.IGNORECASE)
_TOP = 60
_MOST_BELOW = 9
_LEAST_NUMBER = 3
_SURE, _LISTED = 0.9, 0.8

_ROLES = {
    "vendor": re.compile(
        r"(?:(?:angaben|informationen) zum )?verkäufer(?:in)?|rechnungs(?:er|aus)?steller(?:in)?|lieferant(?:in)?|leistungserbringer|absender|"
        r"seller(?: trade name)?|sold by|supplier|vendor|issued by|vendeur|fournisseur|émetteur|proveedor|emisor|vendedor|fornitore|venditore|"
        r"cedente(?:\W{1,3}prestatore)?|leverancier|verkoper|fornecedor|emitente|sprzedawca|wystawca",
        re.IGNORECASE,
    ),
    "customer": re.compile(
        r"(?:(?:angaben|informationen) zum )?käufer(?:in)?(?:\s?/\s?leistungsempfänger)?|(?:rechnungs|leistungs)empfänger(?:in)?|"
        r"rechnungs(?:adresse|anschrift)|rechnung an|kunde|auftraggeber|buyer|(?:bill(?:ed)?|invoiced?|sold)[ -]to(?: address)?|billing address|customer|"
        r"acheteur|client|adresse (?:de facturation|du client)|facturé à|comprador|cliente|destinatario|cessionario(?:\W{1,3}committente)?|"
        r"koper|klant|factuuradres|adquirente|nabywca",
        re.IGNORECASE,
    ),
}
_DELIVERY = re.compile(
    r"(?:abweichender )?(?:waren|liefer)empfänger|liefer(?:adresse|anschrift)|lieferung an|(?:ship|deliver)(?:ed)?[ -]to|(?:shipping|delivery) address|"
    r"adresse de livraison|livré à|dirección de (?:entrega|envío)|enviar a|indirizzo di (?:consegna|spedizione)|destinazione|afleveradres|"
    r"(?:endereço|morada) de entrega|adres dostawy|odbiorca",
    re.IGNORECASE,
)
"""Where the goods go: the buyer's, where no other address is."""
_BUYERS = re.compile(
    r"\b(?:kunden?|ihre|customer|buyer|your|client|cliente|votre|vos|su|klant|uw|nabywcy)\b", re.IGNORECASE
)
_PAYEE = re.compile(
    r"account (?:holder|name)|beneficiary|kontoinhaber(?:in)?|titulaire(?: du compte)?|beneficiario|intestatario del conto|rekeninghouder|titular",
    re.IGNORECASE,
)
_NAME_KEY = re.compile(
    r"(?:firmen)?name|firma|raison sociale|company(?: name)?|nom|nombre|razón social|denominazione|ragione sociale|naam|nazwa|nome",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?P<key>[^:\n\t]{2,40}?)\s*:\s*(?P<value>\S[^\n]{1,80})")
_KEY = re.compile(r"(?P<key>[^\W\d_][^:\n\t]{1,34}?)\s*(?::|\t)\s*(?P<value>.*)")
FORM_OF_ADDRESS = re.compile(
    r"(?:an |to )?(?:herrn?|frau|firma|mr\.?|mrs\.?|ms\.?|messrs\.?|m\.|mme|monsieur|madame|sig\.(?:ra)?|spett\.le|sr\.?|sra\.?|(?:de )?heer|mevrouw|attn\.?:?|à l.attention de|t\.a\.v\.|z\. ?hd\.)(?!\w)\s*",
    re.IGNORECASE,
)
_PRICE = re.compile(r"\d[.,]\d\d\b")
_REGISTER = re.compile(
    r"\b(?:GLN|GTIN|DUNS|SIRET|SIREN|ILN|ID|Nr|No|N°|TVA|VAT|USt|KvK|BTW|NIP|P\.? ?IVA)\b[\s.:-]*[\w-]*\d",
    re.IGNORECASE,
)


def titled(lines: Sequence[Line], month_first: bool) -> list[Field]:
    """Number and, where it stands there, day of the first line that reads "Invoice 17 of 3 May 2024"."""
    for line in lines[:_TOP]:
        for start, end in _cells(line):
            heading = _HEADING.match(line.text, start, end)
            if heading is None or not _is_number(heading):
                continue
            at, behind = heading.span("number")
            fields = [Field("number", heading["number"], None, line.start + at, line.start + behind, _SURE)]
            day = DATE.search(line.text, behind)
            iso = parse_date(day, month_first=month_first) if day else None
            if day and iso and _OF.fullmatch(line.text, behind, day.start()):
                fields.append(
                    Field("date", day.group(), iso, line.start + day.start(), line.start + day.end(), _SURE)
                )
            return fields
    return []


def _is_number(heading: re.Match[str]) -> bool:
    """No date, and where no "No." announces it, nothing but a day stands behind it."""
    number = heading["number"]
    if (
        len(number) < _LEAST_NUMBER
        or DATE.fullmatch(number)
        or DATE.match(heading.string, heading.start("number"))
    ):
        return False
    announced = re.search(r"[^\s:]", heading["between"]) is not None
    if not announced and sum(c.isdigit() for c in number) < _LEAST_NUMBER:
        return False
    rest = heading["rest"].split("\t")[0]
    day = DATE.search(rest)
    return announced or not rest.strip() or bool(day and _OF.fullmatch(rest[: day.start()]))


def stacked(lines: Sequence[Line], month_first: bool) -> list[Field]:
    """Number and day where all labels stand first, one below the other, and then all values in the same order."""
    for index, line in enumerate(lines[:_TOP]):
        if not label_pattern("bill_number").fullmatch(line.text.strip()):
            continue
        heads = 1
        while index + heads < len(lines) and not any(c.isdigit() for c in lines[index + heads].text):
            heads += 1
        days = [
            at for at in range(1, heads) if label_pattern("date").fullmatch(lines[index + at].text.strip())
        ]
        values = lines[index + heads : index + 2 * heads]
        if not days or len(values) <= days[0] or len(values[0].text.split()) != 1:
            continue
        shown = values[days[0]]
        day = DATE.fullmatch(shown.text.strip())
        iso = parse_date(day, month_first=month_first) if day else None
        if day is not None and iso:
            begin = shown.start + shown.text.index(day.group())
            number = values[0]
            bare = number.text.strip()
            at = number.start + number.text.index(bare)
            return [
                Field("number", bare, None, at, at + len(bare), _LISTED),
                Field("date", day.group(), iso, begin, begin + len(day.group()), _LISTED),
            ]
    return []


def parties(lines: Sequence[Line]) -> list[Field]:
    """Seller and buyer below the head of their part: "Seller", "Name: …" or the first line that is a name."""
    firsts = (next(_below_heads(name, role, lines), None) for name, role in _ROLES.items())
    return [party for party in firsts if party is not None]


def receiver(lines: Sequence[Line]) -> Field | None:
    """Who gets the goods."""
    return next(_below_heads("customer", _DELIVERY, lines), None)


def payee(lines: Sequence[Line]) -> Field | None:
    """Whose account is to be paid into."""
    return next(_below_heads("vendor", _PAYEE, lines), None)


def _below_heads(name: str, role: re.Pattern[str], lines: Sequence[Line]) -> Iterator[Field]:
    for index, line in enumerate(lines):
        cells = _cells(line)
        for column, (start, end) in enumerate(cells):
            beside = _BESIDE.fullmatch(line.text, start, end)
            if beside and role.fullmatch(beside["key"]) and names_someone(beside["value"]):
                yield _field(name, line, beside.start("value"), beside["value"])
            if role.fullmatch(line.text[start:end].rstrip(" :.")):
                value = _named_below(name, lines[index + 1 : index + 1 + _MOST_BELOW], column, len(cells))
                if value is not None:
                    yield value


def _named_below(name: str, below: Sequence[Line], column: int, columns: int) -> Field | None:
    """The first name in the column, or beside "Name:"; None at the head of another part."""
    unnamed = False
    for line in below:
        cells = _cells(line)
        key = _KEY.fullmatch(line.text.strip()) if columns == 1 else None
        if any(_is_head(line.text[a:z]) for a, z in cells):
            return None
        is_name = key is not None and _NAME_KEY.fullmatch(key["key"]) is not None
        called = FORM_OF_ADDRESS.match(line.text.lstrip())
        if key is not None and not called and (is_name or ":" in line.text):
            if is_name and names_someone(key["value"]):
                return _field(name, line, line.text.index(key["value"], len(key["key"])), key["value"])
            unnamed = unnamed or is_name
            continue
        if columns > 1 and len(cells) != columns and (column or not cells):
            continue
        start, end = cells[min(column, len(cells) - 1)]
        address = FORM_OF_ADDRESS.match(line.text, start, end)
        start = address.end() if address else start
        value = line.text[start:end]
        if names_someone(value) and not (unnamed and len(value.split()) == 1):
            return _field(name, line, start, value)
    return None


def _field(name: str, line: Line, start: int, value: str) -> Field:
    value = value.rstrip(" ,;")
    return Field(name, value, None, line.start + start, line.start + start + len(value), _LISTED)


def _cells(line: Line) -> list[tuple[int, int]]:
    return [match.span() for match in CELLS.finditer(line.text)]


def _is_head(text: str) -> bool:
    bare = text.strip().rstrip(" :.")
    return any(role.fullmatch(bare) for role in (*_ROLES.values(), _DELIVERY))


def sellers_own(lines: Sequence[Line]) -> Field | None:
    """The first VAT number that no words beside it give to the buyer."""
    found = list(all_labelled("vat_id", "tax_number", lines, False))
    own = (
        field
        for field in found
        if not any(_BUYERS.search(line.text) for line in lines if line.start <= field.start < line.end)
    )
    return next(own, found[0] if found else None)


def names_someone(value: str) -> bool:
    """Words rather than a number, a key, a street or an address on the web."""
    bare = value.strip()
    letters, digits = sum(c.isalpha() for c in bare), sum(c.isdigit() for c in bare)
    if (
        "\t" in bare
        or _PRICE.search(bare)
        or letters < 2
        or digits * 2 > letters
        or "@" in bare
        or bare.endswith(":")
    ):
        return False
    if _REGISTER.search(bare) or (len(bare.split()) == 1 and digits):
        return False
    return not _is_head(bare) and not _COMMON_HEADS.fullmatch(bare)


_COMMON_HEADS = re.compile(
    r"(?:num[eéè]ro|número|nummer|number|id|code|nr|no)\b.*|(?:designation|désignation|beschreibung|bezeichnung|description|address|adresse|anschrift|name|lines?|quantity|menge|"
    r"trade name|invoice|rechnung|facture|fattura|factura|factuur|page|seite|date|datum|währung|currency)s?",
    re.IGNORECASE,
)
