"""Reading dates, amounts and numbers as people write them, and their normal form."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari styczeń stycznia",
            "february feb februar février févr febrero febbraio fevereiro fev februari luty lutego",
            "march mar märz mrz mars marzo março maart mrt marzec marca",
            "april apr avril avr abril abr aprile kwiecień kwietnia",
            "may mai mayo maggio mag maio mei maj maja",
            "june jun juni juin junio giugno giu junho czerwiec czerwca",
            "july jul juli juillet juil julio luglio lug julho lipiec lipca",
            "august aug août agosto ago augustus sierpień sierpnia",
            "september sep sept septembre septiembre settembre set setembro wrzesień września",
            "october oct oktober okt octobre octubre ottobre ott outubro out październik października",
            "november nov novembre noviembre novembro listopad listopada",
            "december dec dezember dez décembre déc diciembre dic dicembre dezembro grudzień grudnia",
        ),
        1,
    )
    for name in names.split()
}

_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
DATE = re.compile(
    rf"""\b(?:
        (?P<y1>(?:19|20)\d\d)[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})
      | (?P<a>\d{{1,2}})(?P<sep>[-/.])\s?(?P<b>\d{{1,2}})(?P=sep)\s?(?P<y2>(?:19|20)?\d\d)
      | (?P<d3>\d{{1,2}})\s?(?:st|nd|rd|th|\.|º|er)?[\s/-]*(?:day\s+of\s+|of\s+|de\s+)?(?P<mn3>{_MONTH})\.?,?
        (?:[\s/-]*(?:de\s+|del\s+)?(?P<y3>(?:19|20)\d\d)|[\s/'’-]+(?P<y3s>\d\d)(?![\d:.,]\d|\s?[ap]\.?m|\s?%))
      | (?P<mn4>{_MONTH})\.?\s*(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?\s?,?\s*(?P<y4>(?:19|20)\d\d)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
MONTH_YEAR = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\.?\s+(?P<year>(?:19|20)\d\d)|(?P<number>0?[1-9]|1[0-2])/(?P<year2>(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
CURRENCIES = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "$": "USD", "us$": "USD", "usd": "USD", "£": "GBP", "gbp": "GBP",
    "chf": "CHF", "zł": "PLN", "pln": "PLN", "rm": "MYR", "myr": "MYR", "rp": "IDR", "idr": "IDR", "¥": "JPY",
    "jpy": "JPY", "r$": "BRL", "kr": "SEK", "sek": "SEK", "cad": "CAD", "aud": "AUD", "inr": "INR", "₹": "INR",
}  # fmt: skip
SYMBOL = r"(?:US\$|R\$|[€$£¥₹]|\b(?:EUR|USD|GBP|CHF|PLN|MYR|IDR|JPY|SEK|CAD|AUD|INR|RM|Rp|zł|kr)\b)"
_NUMBER = r"(?:\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)"
AMOUNT = re.compile(
    rf"(?P<before>{SYMBOL})?\s?(?P<sign>[-−+])?(?P<number>(?<![\d.,]){_NUMBER}(?![\d%]))\s?(?P<after>{SYMBOL})?",
    re.IGNORECASE,
)


def parse_date(match: re.Match[str], *, month_first: bool = False) -> str | None:
    """ISO form of a `DATE` match, or None when it names no real day. "03/04/2024" is day first unless told."""
    part = match.groupdict()
    try:
        if part["y1"]:
            year, month, day = int(part["y1"]), int(part["m1"]), int(part["d1"])
        elif part["y2"]:
            first, second = int(part["a"]), int(part["b"])
            us_order = (month_first or second > 12) and first <= 12
            day, month = (second, first) if us_order else (first, second)
            year = int(part["y2"])
            year += 0 if year > 99 else 2000 if year < 70 else 1900
        elif part["d3"]:
            year = int(part["y3"] or "20" + part["y3s"])
            month, day = MONTHS[part["mn3"].lower()], int(part["d3"])
        else:
            year, month, day = int(part["y4"]), MONTHS[part["mn4"].lower()], int(part["d4"])
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def parse_month(match: re.Match[str]) -> str:
    """ "2024-03" of a `MONTH_YEAR` match."""
    number = MONTHS[match["month"].lower()] if match["month"] else int(match["number"])
    return f"{match['year'] or match['year2']}-{number:02}"


def parse_number(text: str) -> Decimal | None:
    """A decimal from "1.234,56", "1,234.56", "1 234,56", "1'234.50" or "75,000"; "0.354" is less than one."""
    compact = re.sub(r"[\s'\u00a0\u202f]", "", text)
    last = max(compact.rfind("."), compact.rfind(","))
    if last >= 0:
        decimals = len(compact) - last - 1
        separators = {c for c in compact if c in ".,"}
        thousands = decimals == 3 and len(separators) == 1 and not re.fullmatch(r"0[.,]\d{3}", compact)
        whole = re.sub(r"[.,]", "", compact if thousands else compact[:last])
        compact = whole if thousands else f"{whole}.{compact[last + 1 :]}"
    try:
        return Decimal(compact)
    except InvalidOperation:
        return None


_MOST_DIGITS = 9
"""In a row in a sum of money; longer ones are numbers of accounts and taxpayers."""


def parse_amount(match: re.Match[str]) -> tuple[Decimal, str] | None:
    """Value and ISO currency ("" when none is written) of an `AMOUNT` match; None for digits that count something."""
    value = parse_number(match["number"])
    if value is None or (match["number"].isdigit() and len(match["number"]) > _MOST_DIGITS):
        return None
    if match["sign"] and match["sign"] != "+":
        value = -value
    symbol = (match["before"] or match["after"] or "").lower()
    return value, CURRENCIES.get(symbol, "")


_NUMERALS = {
    word: number
    for number, words in enumerate(
        (
            "one ein eine einen einem einer un une uno una een um uma jeden jednego jedna", "two zwei deux dos due twee dois duas dwa dwóch dwie",
            "three drei trois tres tre drie três trzy trzech", "four vier quatre cuatro quattro quatro cztery czterech", "five fünf cinq cinco cinque vijf pięć pięciu",
            "six sechs seis sei zes sześć sześciu", "seven sieben sept siete sette zeven sete siedem siedmiu", "eight acht huit ocho otto oito osiem ośmiu",
            "nine neun neuf nueve nove negen dziewięć", "ten zehn dix diez dieci tien dez dziesięć dziesięciu", "eleven elf onze once undici",
            "twelve zwölf douze doce dodici twaalf doze dwanaście dwunastu", "thirteen", "fourteen vierzehn quatorze catorce quattordici veertien czternaście czternastu",
            "fifteen fünfzehn quinze quince quindici vijftien", "sixteen", "seventeen", "eighteen achtzehn dix-huit dieciocho diciotto achttien dezoito", "nineteen",
            "twenty zwanzig vingt veinte venti twintig vinte",
        ),
        1,
    )
    for word in words.split()
} | {
    "twenty-four": 24, "vierundzwanzig": 24, "thirty": 30, "dreißig": 30, "trente": 30, "treinta": 30, "trenta": 30, "trinta": 30, "dertig": 30, "trzydzieści": 30,
    "trzydziestu": 30, "thirty-six": 36, "forty-five": 45, "sixty": 60, "sechzig": 60, "soixante": 60, "sesenta": 60, "sessanta": 60, "sessenta": 60, "zestig": 60,
    "ninety": 90, "neunzig": 90,
}  # fmt: skip
_UNITS = {
    word: unit
    for unit, words in {
        "day": "day days tag tage tagen jour jours día días giorno giorni dia dias dag dagen dzień dni",
        "week": "week weeks woche wochen semaine semaines semana semanas settimana settimane weken tydzień tygodnie tygodni",
        "month": "month months monat monate monaten mois mes meses mese mesi mês maand maanden miesiąc miesiące miesięcy",
        "year": "year years jahr jahre jahren an ans année années año años anno anni ano anos jaar jaren rok roku lata lat",
    }.items()
    for word in words.split()
}
DURATION = re.compile(
    rf"""\b(?:(?P<word>{"|".join(sorted(_NUMERALS, key=len, reverse=True))})[\s-]*)?(?:\(\s*(?P<figure>\d+(?:\.\d+)?)\s*\)|(?P<plain>(?<![\d.,])\d{{1,3}}(?:\.\d)?))?
    (?:[\s-]+(?:full|calendar|consecutive|business|additional|successive))*[\s-]*(?P<unit>{"|".join(sorted(_UNITS, key=len, reverse=True))})\b""",
    re.IGNORECASE | re.VERBOSE,
)


def parse_duration(match: re.Match[str]) -> str | None:
    """ "2 years", "1 month", "55.5 months" for a `DURATION` match; None where no number stands before the unit."""
    figure = match["figure"] or match["plain"] or str(_NUMERALS.get((match["word"] or "").lower(), ""))
    if not figure or float(figure) == 0:
        return None
    unit = _UNITS[match["unit"].lower()]
    return f"{figure} {unit}" if float(figure) == 1 else f"{figure} {unit}s"
