"""Dates moved by a number of days and written as they were: "3 May 1957" stays words, "03.05.1957" figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

_NAMES = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
}
_SHORT = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez",
    "fr": "janv févr mars avr mai juin juil août sept oct nov déc",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
}
_TABLES = [words.split() for kind in (_NAMES, _SHORT) for words in kind.values()]
_MONTH = "|".join(sorted({re.escape(word) for table in _TABLES for word in table}, key=len, reverse=True))
_FIGURES = re.compile(
    r"(?P<y>\d{4})(?P<s1>[-/.])(?P<m>\d{1,2})(?P=s1)(?P<d>\d{1,2})|"
    r"(?P<a>\d{1,2})(?P<s2>[-/.])(?P<b>\d{1,2})(?P=s2)(?P<y2>\d{4}|\d{2})"
)
_DAY_FIRST = re.compile(
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?(?P<gap>[\s-]+(?:de\s+|of\s+)?)(?P<m>{_MONTH})\b(?P<gap2>\.?,?[\s-]+(?:de\s+|del\s+)?)(?P<y>\d{{4}})",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?P<m>{_MONTH})(?P<gap>\.?\s+)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?P<gap2>,?\s+)(?P<y>\d{{4}})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def shift_date(value: str, days: int, language: str) -> str | None:
    """`value` with its date so many days earlier, and nothing else in it; None where it holds no whole date."""
    for pattern, write in ((_FIGURES, _figures), (_DAY_FIRST, _day_first), (_MONTH_FIRST, _month_first)):
        match = pattern.search(value)
        if match:
            try:
                return write(match, timedelta(days), language)
            except (ValueError, OverflowError):
                return None
    return None


def year_spans(value: str) -> list[tuple[int, int]]:
    """Where years of four figures stand in `value`."""
    return [match.span() for match in _YEAR.finditer(value)]


def _figures(match: re.Match[str], move: timedelta, language: str) -> str:
    sign = match["s1"] or match["s2"]
    if match["y"]:
        moved = date(int(match["y"]), int(match["m"]), int(match["d"])) - move
        return moved.strftime(f"%Y{sign}%m{sign}%d")
    first, second, year = int(match["a"]), int(match["b"]), int(match["y2"])
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    american = second > 12 or (language == "en" and sign == "/" and first <= 12 and second > 12)
    day, month = (second, first) if american else (first, second)
    moved = date(year, month, day) - move
    numbers = (moved.month, moved.day) if american else (moved.day, moved.month)
    shown = f"{moved.year:04}" if len(match["y2"]) == 4 else f"{moved.year % 100:02}"
    return f"{numbers[0]:02}{sign}{numbers[1]:02}{sign}{shown}"


def _day_first(match: re.Match[str], move: timedelta, language: str) -> str:
    moved, name = _moved(match, move, language)
    dot = "." if match.group()[len(match["d"]) :].startswith(".") else ""
    return f"{moved.day}{dot}{match['gap']}{name}{match['gap2']}{moved.year}"


def _month_first(match: re.Match[str], move: timedelta, language: str) -> str:
    moved, name = _moved(match, move, language)
    return f"{name}{match['gap']}{moved.day}{match['gap2']}{moved.year}"


def _moved(match: re.Match[str], move: timedelta, language: str) -> tuple[date, str]:
    """The new day, and the name of its month in the language and case of the old one."""
    word = match["m"]
    table = _table(word, language)
    number = [name.lower() for name in table].index(word.lower()) + 1
    moved = date(int(match["y"]), number, int(match["d"])) - move
    return moved, _case_of(word)(table[moved.month - 1])


def _table(word: str, language: str) -> list[str]:
    own = [kind[language].split() for kind in (_NAMES, _SHORT) if language in kind]
    return next(table for table in [*own, *_TABLES] if word.lower() in (name.lower() for name in table))


def _case_of(word: str) -> Callable[[str], str]:
    if word.isupper():
        return str.upper
    return str.lower if word.islower() else str.capitalize
