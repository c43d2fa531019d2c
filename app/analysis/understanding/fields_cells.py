"""The figures on a slip, each of which may be a quantity, a price of one, a price of all, or what was paid: input of
the extraction head.

Unlike the sums of money in `fields_candidates`, single digits count: one of something that costs nothing is a row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.analysis.understanding.extract_lines import Line
from app.analysis.understanding.fields_candidates import Candidate, beside, place_in
from app.analysis.understanding.values import parse_number

_CELL = re.compile(
    r"(?<![\w.,:/%-])(?P<lead>(?:[xX*@]|[rR][pP]\.?|[rR][mM]|[€$£])\s?)?"
    r"(?P<number>\d{1,3}(?:[.,]\s?\d{3})+(?:[.,]\d{1,2})?|\d{1,7}\s?[.,]\s?\d{1,3}|\d{1,8})"
    r"(?P<tail>\s?[xX](?!\w)|[xX*](?=[\s\d@])|\s?(?:pcs?|ea)\b\.?)?(?![\w%]|[.,:/-]\d)",
    re.IGNORECASE,
)
_SUMMING = re.compile(
    r"\b(?:sub ?-?total|total|ttl|tl|subttl|grand|net|cash|tunai|change|kembali|tax|ppn|pb1|amount|due|service|visa|debit|card)\b",
    re.IGNORECASE,
)
_NEIGHBOURS = 3
"""Figures before and after that a product may be made of."""
_MOST_CELLS = 400
_MOST_WORDS = 1500
_MOST_OF_ONE = 100


@dataclass(frozen=True, slots=True)
class _Figure:
    line: int
    match: re.Match[str]
    value: Decimal


def cells(lines: Sequence[Line]) -> list[Candidate]:
    """Every figure that stands by itself; its span is that of the number alone."""
    found = list(_figures(lines))[:_MOST_CELLS]
    if not found:
        return []
    largest = max(figure.value for figure in found)
    repeats = Counter(figure.value for figure in found)
    per_line = Counter(figure.line for figure in found)
    summing = next((i for i, line in enumerate(lines) if _SUMMING.search(line.text)), len(lines))
    candidates = []
    before = Counter[int]()
    for at, figure in enumerate(found):
        line, match = lines[figure.line], figure.match
        number = match["number"]
        start, end = match.span("number")
        left, right = line.text[: match.start()], line.text[match.end() :]
        order = before[figure.line]
        before[figure.line] += 1
        measured = (
            *place_in(figure.line, len(lines)), min(max(figure.line - summing, -10), 10) / 5, figure.line >= summing,
            repeats[figure.value], float(figure.value / largest) if largest else 0.0, figure.value == 0,
            number.isdigit(), number.isdigit() and figure.value <= 20, bool(re.search(r"[.,]\s?\d{3}$", number)),
            bool(re.search(r"[.,]\s?\d\d$", number)), len(number), order, per_line[figure.line] - order - 1,
            not left.strip(), not right.strip(" -)*]"), _letters(left), _letters(right),
            *_around(lines, per_line, figure.line - 1), *_around(lines, per_line, figure.line + 1),
            (match["lead"] or "").strip().lower() == "x" or "x" in (match["tail"] or "").lower(), "@" in left[-2:] or "@" in (match["lead"] or ""),
            bool(re.search(r"[rR]|[€$£]", match["lead"] or "")), right[:2].strip() == "-" or "-" in left[-2:] or "(" in left[-1:],
            *_products(found, at),
        )  # fmt: skip
        candidates.append(
            Candidate(
                line.start + start,
                line.start + end,
                str(figure.value),
                tuple(map(float, measured)),
                beside(lines, figure.line, start, end),
            )
        )
    return candidates


def _figures(lines: Sequence[Line]) -> list[_Figure]:
    found = []
    for index, line in enumerate(lines):
        for match in _CELL.finditer(line.text):
            value = parse_number(re.sub(r"\s", "", match["number"]))
            if value is not None:
                found.append(_Figure(index, match, value))
    return found


def slip_words(lines: Sequence[Line]) -> list[Candidate]:
    """Every word with a letter or digit, as it stands between spaces: which of them name what was bought?"""
    summing = next((i for i, line in enumerate(lines) if _SUMMING.search(line.text)), len(lines))
    per_line = Counter(figure.line for figure in _figures(lines))
    candidates: list[Candidate] = []
    for index, line in enumerate(lines):
        tokens = list(re.finditer(r"\S+", line.text))
        sizes = [_figureless(token.group()) for token in tokens]
        for at, token in enumerate(tokens):
            word = token.group()
            if not any(c.isalnum() for c in word):
                continue
            measured = (
                *place_in(index, len(lines)), min(max(index - summing, -10), 10) / 5, index >= summing,
                at, len(tokens) - at - 1, at == 0, at == len(tokens) - 1, sum(sizes[:at]), sum(sizes[at + 1 :]),
                *_word_shape(word), per_line[index], *_around(lines, per_line, index - 1), *_around(lines, per_line, index + 1),
                *_word_shape(tokens[at - 1].group() if at else ""), *_word_shape(tokens[at + 1].group() if at + 1 < len(tokens) else ""),
            )  # fmt: skip
            terms = beside(lines, index, token.start(), token.end()) | {f"={word.lower()}"}
            start = line.start + token.start()
            candidates.append(Candidate(start, start + len(word), word, tuple(map(float, measured)), terms))
            if len(candidates) == _MOST_WORDS:
                return candidates
    return candidates


def _figureless(word: str) -> bool:
    return sum(c.isalpha() for c in word) > 1


def _word_shape(word: str) -> tuple[float, ...]:
    letters, digits = sum(c.isalpha() for c in word), sum(c.isdigit() for c in word)
    return (
        min(len(word), 20) / 10, letters / max(1, len(word)), digits / max(1, len(word)), float(word.isupper()),
        float(word[:1] in "(+-*@"), float(word[-1:] in ")):-.*"), float(bool(re.fullmatch(r"\d+", word))), min(digits, 9) / 5,
        float(bool(re.fullmatch(r"[xX@*]?\d{1,3}[xX]?", word))), float(bool(re.search(r"\d[.,]\d", word))),
    )  # fmt: skip


def _letters(text: str) -> float:
    return min(sum(c.isalpha() for c in text), 20) / 10


def _around(lines: Sequence[Line], per_line: Counter[int], index: int) -> tuple[float, ...]:
    if not 0 <= index < len(lines):
        return (0.0, -1.0, 0.0)
    text = lines[index].text
    return (_letters(text), per_line[index], bool(_SUMMING.search(text)))


def _products(found: Sequence[_Figure], at: int) -> tuple[float, ...]:
    """Whether it counts, is counted or is the product, of three figures on neighbouring lines; and whether the
    same figure stands there."""
    here = found[at]
    near = [
        other
        for other in found[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]
        if other is not here and abs(other.line - here.line) <= 1
    ]
    values = {other.value for other in near}
    counts = here.value <= _MOST_OF_ONE and any(
        v * here.value in values - {v} or (here.value == 1 and v > _MOST_OF_ONE) for v in values
    )
    counted = any(v * here.value in values and 1 < v <= _MOST_OF_ONE for v in values)
    product = here.value > 0 and any(
        1 < v <= _MOST_OF_ONE and here.value / v in values and here.value / v != v for v in values
    )
    same = [other for other in near if other.value == here.value]
    return (
        counts, counted, product, any(o.line == here.line for o in same),
        any(o.line < here.line for o in same), any(o.line > here.line for o in same),
    )  # fmt: skip
