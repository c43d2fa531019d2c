"""Receipts as they would look elsewhere in Europe: the marked slips come from Malaysia and Indonesia alone.

A copy of a slip says what slips say in the words of one of eight languages, writes its sums with cents, and, where the
set cut its head off, has one. What is marked moves along.
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace

from extract_data import Marked

_LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl"]
_WORDS = {
    r"(?:grand )?total(?: ?\(rm\))?|ttl|tl": "Total Summe Total|NET_A_PAYER|TOTAL_TTC TOTAL TOTALE|TOTALE_COMPLESSIVO TOTAL TOTAAL|TE_BETALEN SUMA_PLN|RAZEM",
    r"sub ?-?total\.?|subttl": "Subtotal Zwischensumme|Netto SOUS-TOTAL|Total_HT Subtotal|Base SUBTOTALE Subtotal Subtotaal Suma_netto",
    r"cash(?: tendered)?|tunai": "CASH BAR|Gegeben|Gegeben_BAR ESPECES|Règlement EFECTIVO|ENTREGADO CONTANTI|PAGAMENTO_CONTANTE DINHEIRO|Entregue CONTANT GOTÓWKA",
    r"change(?: due)?|kembali(?:an)?|chg|cg": "CHANGE Rückgeld|Zurück RENDU|Rendu_monnaie CAMBIO RESTO TROCO WISSELGELD|Terug RESZTA",
    r"(?:pajak|p\.?|pb1?|ppn|tax|gst|restaurant tax)(?: ?10)?": "VAT MwSt|USt.|MwSt_19% TVA|TVA_10% IVA|I.V.A._10% IVA|di_cui_IVA IVA BTW PTU|VAT",
    r"service(?: charge)?": "Service Bedienung Service Servicio Servizio Serviço Bediening Serwis",
    r"qty|items?": "Items Artikel|Posten Articles|Qté Artículos|Uds. Articoli|Pezzi Artigos|Qtd. Artikelen Pozycje",
    r"(?:debit|credit|visa|bca)(?: card)?": "VISA|Card Girocard|Karte CB|Carte_bancaire Tarjeta Carta|Bancomat Multibanco Pin|PIN_betaling Karta",
    r"discount|disc": "Discount Rabatt Remise Descuento Sconto Desconto Korting Rabat",
    r"sdn\.? ?bhd\.?|berhad|enterprise": "Ltd GmbH|KG|e.K. SARL|SAS S.L.|S.A. S.r.l. Lda. B.V. Sp._z_o.o.",
    r"jalan|jln\.?|lorong": "Street|Road Straße|Gasse rue|avenue Calle|Avenida Via|Corso Rua|Avenida Straat|Laan ul.|Aleja",
    r"taman|bandar|kampung": "Park Hof place Plaza Piazza Praça Plein Plac",
    r"tel": "Tel Tel. Tél. Tfno. Tel. Telef. Tel. Tel.",
    r"date": "Date Datum Date Fecha Data Data Datum Data",
    r"invoice(?: no)?|receipt(?: no)?|inv no": "Receipt_no Bon-Nr.|Beleg Ticket_n° Ticket|Factura_simplificada Documento_n. Fatura_simplificada Bon Paragon_nr",
    r"thank you|terima kasih": "Thank_you Vielen_Dank Merci Gracias Grazie Obrigado Bedankt Dziękujemy",
}  # fmt: skip
"""What slips say, and the same in each language: blanks divide languages, bars words that mean the same."""
_SEPARATED = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,]\d{3})+(?![\w.,]\d)")
_CENTS = re.compile(r"(?<![\w.,/:-])(\d+)\.(\d\d)(?![\w/:-]|[.,]\d)")
_HEAD = 7


def foreign(document: Marked, heads: Sequence[str]) -> Marked:
    """A copy in another language; `heads` are first lines of other slips, for those that have lost theirs."""
    rng = random.Random(zlib.crc32(document.id.encode()))  # nosec
    swaps = _swaps(rng, document.name == "cord")
    text, moved = _swapped(document.text, swaps)
    before = ""
    if document.name == "cord" and heads:
        before, _ = _swapped(rng.choice(heads) + "\n", swaps)
    spans = {
        label: tuple((moved(a) + len(before), moved(b) + len(before)) for a, b in places)
        for label, places in document.spans.items()
    }
    gold = {
        name: tuple(_swapped(value, swaps)[0] for value in values) for name, values in document.gold.items()
    }
    after = f"\n{rng.randint(1, 28):02}.{rng.randint(1, 12):02}.20{rng.randint(15, 24)} {rng.randint(8, 21)}:{rng.randint(10, 59)}\n"
    return replace(document, text=before + text + (after if before else ""), spans=spans, gold=gold)


def head_of(document: Marked, rng: random.Random) -> str:
    """The first lines of a slip, without figures that look like prices."""
    lines = [line for line in document.text.splitlines()[:_HEAD] if not re.search(r"\d[.,]\d\d\b", line)]
    return "\n".join(lines[: rng.randint(1, _HEAD)])


Swap = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]


def _swaps(rng: random.Random, thousands: bool) -> list[Swap]:
    """Words of one language, and how it writes sums."""
    language = rng.randrange(len(_LANGUAGES))
    swaps: list[Swap] = []
    for pattern, words in _WORDS.items():
        one = rng.choice(words.split()[language].split("|")).replace("_", " ")
        swaps.append((re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), _as_written(one)))
    comma = language > 0 and rng.random() < 0.9
    if thousands:
        swaps.append((_SEPARATED, lambda match: _in_cents(match.group(), "," if comma else ".")))
    elif comma:
        swaps.append((_CENTS, lambda match: f"{match[1]},{match[2]}"))
    swaps.append((re.compile(r"(?<!\w)(?:rp|rm)\.?(?=\s?\d)\s?", re.IGNORECASE), lambda match: ""))
    return swaps


def _as_written(word: str) -> Callable[[re.Match[str]], str]:
    return lambda match: word.upper() if match.group().isupper() else word


def _in_cents(number: str, sign: str) -> str:
    """ "22,000" as "220,00": sums still add up."""
    digits = re.sub(r"\D", "", number)
    return f"{digits[:-2]}{sign}{digits[-2:]}"


def _swapped(text: str, swaps: Sequence[Swap]) -> tuple[str, Callable[[int], int]]:
    """The text with all that is swapped, and where a place of the old text lies in the new one."""
    found: list[tuple[int, int, str]] = []
    for pattern, write in swaps:
        for match in pattern.finditer(text):
            if not any(match.start() < b and a < match.end() for a, b, _ in found):
                found.append((*match.span(), write(match)))
    found.sort()
    parts, at = [], 0
    for start, end, written in found:
        parts += [text[at:start], written]
        at = end
    parts.append(text[at:])

    def moved(place: int) -> int:
        shift = 0
        for start, end, written in found:
            if place <= start:
                break
            if place < end:
                return start + shift + min(place - start, len(written))
            shift += len(written) - (end - start)
        return place + shift

    return "".join(parts), moved
