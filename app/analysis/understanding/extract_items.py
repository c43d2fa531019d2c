"""What was bought, row by row, on a slip: words, quantity, price of one and price of all, as the trained head sees them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from app.analysis.understanding.extract_lines import Line
from app.analysis.understanding.fields_candidates import Candidate
from app.analysis.understanding.fields_cells import slip_words
from app.analysis.understanding.fields_choice import chances
from app.documents import Field
from app.models.extractor import Extractor

_DOUBTFUL, _LIKELY, PROVEN = 0.1, 0.5, 0.95
"""Probability of a price that is taken only where the sum then agrees, of any other, and the score of what arithmetic
confirms."""
_CENTS = re.compile(r"[.,]\s?\d\d$")
_CENT = Decimal("0.01")
_WORDY = re.compile(r"[^\W\d_]{3}")
_NEAR = 5
_SMALL = re.compile(r"[1-9]\d?")
_NUMBERED = 3
"""Rows from which figures one higher each are their numbers."""
_NO_ITEMS = ("paid", "change", "date")
_PARTS = ("quantity", "unit_price")
_UNLIKELY, _SURE = 0.05, 0.8
"""Probability that a word names a thing bought: from which it is kept where it stands among words, and where it looks
like a figure or stands on a line of its own."""
_REACH = 2
"""Lines between the price of a row and its other figures."""
_FIGURE = re.compile(
    r"@?(?:rp\.?|rm|idr|\$|€|£)?[x*@/()\[\]%.,:=-]*(?:x|pcs?|ea)?\.?|"
    r"@?(?:rp\.?|rm|\$|€|£)?(?:\d{1,3}(?:[.,]\d{3})+(?:[.,]\d\d)?|\d+[.,]\d\d)",
    re.IGNORECASE,
)
_POSITION = re.compile(r"[xX*#@-]|#?\d{1,3}[.)]|\d{8,14}|[xX*]?\d{1,3}[xX*]|\*+")


@dataclass(slots=True)
class _Row:
    """A price and the figures that belong to it, by index of the candidate."""

    price: int
    line: int
    parts: dict[str, int] = field(default_factory=dict)


def slip_items(
    head: Extractor, text: str, lines: Sequence[Line], figures: Sequence[Candidate], known: Sequence[Field]
) -> list[Field]:
    """Rows of a slip. Where the likely prices do not add up to the net or the total, and do with the less likely
    ones or with the last price on each line above the total, those are taken."""
    sums = {
        Decimal(field.normalized) for field in known if field.name in ("net", "total") and field.normalized
    }
    cents = any(field.name == "total" and _CENTS.search(field.value) for field in known)
    taken = [(field.start, field.end) for field in known if field.name in _NO_ITEMS]
    line_of = [_line_at(lines, figure.start) for figure in figures]
    possible = {
        at
        for at, figure in enumerate(figures)
        if (_CENTS.search(text[figure.start : figure.end]) or not cents)
        and not any(a < figure.end and figure.start < b for a, b in taken)
    }
    more = {
        at: p for at, p in chances(head, "receipt.line_item", figures, _DOUBTFUL).items() if at in possible
    }
    prices = {at: p for at, p in more.items() if p >= _LIKELY}
    if _total(figures, prices) not in sums:
        last = _last_on_lines(possible, line_of, known, lines) if cents else {}
        prices = next((other for other in (more, last) if _total(figures, other) in sums), prices)
    proven = _total(figures, prices) in sums
    others = {
        part: {
            at: p
            for at, p in chances(head, f"receipt.{part}", figures).items()
            if at not in prices and not _within(figures[at], taken)
        }
        for part in _PARTS
    }
    rows = [_Row(at, line_of[at]) for at in sorted(prices)]
    priced = {row.line for row in rows}
    for row in rows:
        _multiply(row, priced, line_of, figures, text)
    held = {at for row in rows for at in row.parts.values()}
    for part in _PARTS:
        for at, score in others[part].items():
            if at not in held and score >= max(other.get(at, 0.0) for other in others.values()):
                _assign(rows, part, at, line_of, figures)
    _lead_with_counts(rows, lines, line_of, figures)
    names = slip_words(lines)
    likely = {
        names[at].start: score for at, score in chances(head, "receipt.bought_word", names, 0.01).items()
    }
    priced |= {at for at, line in enumerate(lines) if any(a < line.end and line.start < b for a, b in taken)}
    fields: list[Field] = []
    number = 0
    for row in rows:
        words = _words(row, text, lines, figures, likely, priced)
        if words is not None:
            score = max(prices[row.price], PROVEN) if proven else prices[row.price]
            fields += _row_fields(row, words, text, figures, others, score, number)
            number += 1
    return fields


def _within(figure: Candidate, spans: Sequence[tuple[int, int]]) -> bool:
    return any(a < figure.end and figure.start < b for a, b in spans)


def _last_on_lines(
    possible: Collection[int], line_of: Sequence[int], known: Sequence[Field], lines: Sequence[Line]
) -> dict[int, float]:
    """The last price on each line above net and total that says what it is for."""
    first = min(
        (_line_at(lines, field.start) for field in known if field.name in ("net", "total")), default=0
    )
    last = {
        line_of[at]: at
        for at in sorted(possible)
        if line_of[at] < first and _WORDY.search(lines[line_of[at]].text)
    }
    return dict.fromkeys(last.values(), _DOUBTFUL)


def _multiply(
    row: _Row, priced: Set[int], line_of: Sequence[int], figures: Sequence[Candidate], text: str
) -> None:
    """Two figures before the price, or alone on the line above or below, whose product it is are quantity and price
    of one."""
    amount = Decimal(figures[row.price].value)
    near = range(max(0, row.price - _NEAR), min(len(figures), row.price + _NEAR))
    own = [at for at in near if line_of[at] == row.line and at < row.price]
    beside = [
        [at for at in near if line_of[at] == line]
        for line in (row.line - 1, row.line + 1)
        if line not in priced
    ]
    for first, second in (pair for group in (own, *beside) for pair in pairwise(group)):
        one, other = Decimal(figures[first].value), Decimal(figures[second].value)
        if amount and not row.parts and abs(one * other - amount) <= _CENT:
            cents = [bool(_CENTS.search(text[figures[at].start : figures[at].end])) for at in (first, second)]
            swapped = cents[0] and not cents[1] if cents[0] != cents[1] else one > other
            count, unit = (second, first) if swapped else (first, second)
            row.parts = {"quantity": count, "unit_price": unit}


def _total(figures: Sequence[Candidate], chosen: Iterable[int]) -> Decimal:
    return sum((Decimal(figures[at].value) for at in chosen), Decimal(0))


def _line_at(lines: Sequence[Line], start: int) -> int:
    return next((i for i, line in enumerate(lines) if line.start <= start < line.end), 0)


def _assign(
    rows: Sequence[_Row], part: str, at: int, line_of: Sequence[int], figures: Sequence[Candidate]
) -> None:
    """To the price on the same line; else to the next one above or below: the one whose arithmetic agrees, or on the
    side on which the slip's first lone figure lies."""
    here = line_of[at]
    same = [one for one in rows if one.line == here]
    if same:
        after = next((one for one in same if one.price > at), same[-1])
        after.parts.setdefault(part, at)
        return
    near = [row for row in rows if abs(row.line - here) <= _REACH and part not in row.parts]
    above = next((row for row in reversed(near) if row.line < here), None)
    below = next((row for row in near if row.line > here), None)
    if above is not None and below is not None:
        agree = [one for one in (above, below) if _divides(figures[one.price].value, figures[at].value)]
        chosen: _Row | None = (
            agree[0] if len(agree) == 1 else below if rows[0].line > here - _REACH else above
        )
    else:
        chosen = above or below
    if chosen is not None:
        chosen.parts[part] = at


def _lead_with_counts(
    rows: Sequence[_Row], lines: Sequence[Line], line_of: Sequence[int], figures: Sequence[Candidate]
) -> None:
    """Small figures before the words of every row count what was bought, unless they number the rows."""
    leads: list[int] = []
    for row in rows:
        line = lines[row.line]
        lead = next((at for at in range(row.price) if line_of[at] == row.line), None)
        if lead is None or figures[lead].start - line.start > 2 or not _SMALL.fullmatch(figures[lead].value):
            return
        leads.append(lead)
    if len(rows) < _NUMBERED or [int(figures[at].value) for at in leads] != [*range(1, len(rows) + 1)]:
        for row, lead in zip(rows, leads, strict=True):
            row.parts.setdefault("quantity", lead)


def _divides(price: str, part: str) -> bool:
    whole, piece = Decimal(price), Decimal(part)
    return piece > 1 and whole % piece == 0


def _row_fields(
    row: _Row, words: tuple[int, int, str | None], text: str, figures: Sequence[Candidate], others: Mapping[str, Mapping[int, float]],
    score: float, number: int,
) -> list[Field]:  # fmt: skip
    start, end, joined = words
    amount = Decimal(figures[row.price].value)
    values = {part: Decimal(figures[at].value) for part, at in row.parts.items()}
    if "quantity" in values:
        written = text[figures[row.parts["quantity"]].start : figures[row.parts["quantity"]].end]
        values["quantity"] = _count(written, values["quantity"], values.get("unit_price"), amount)
    agree = len(values) == 2 and abs(values["quantity"] * values["unit_price"] - amount) <= 1
    fields = [Field("line_item_description", text[start:end], joined, start, end, score, number)]
    for part, at in row.parts.items():
        shown = f"{values[part]:.2f}" if part == "unit_price" else _plain(values[part])
        seen = others[part].get(at, _LIKELY)
        sure = max(seen, PROVEN) if agree else seen
        span = (figures[at].start, figures[at].end)
        fields.append(Field(f"line_item_{part}", text[slice(*span)], shown, *span, sure, number))
    price = figures[row.price]
    fields.append(
        Field("line_item_amount", text[price.start : price.end], f"{amount:.2f}", price.start, price.end,
              max(score, PROVEN) if agree else score, number)
    )  # fmt: skip
    return fields


def _count(written: str, value: Decimal, unit: Decimal | None, amount: Decimal) -> Decimal:
    """ "1.000" of something weighed is one, unless a thousand times the price of one is what it costs."""
    if re.fullmatch(r"\d{1,2}[.,]\d{3}", written) and value >= _THOUSAND and value * (unit or 0) != amount:
        return value / _THOUSAND
    return value


_THOUSAND = Decimal(1000)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _words(
    row: _Row, text: str, lines: Sequence[Line], figures: Sequence[Candidate], likely: Mapping[int, float], priced: set[int]
) -> tuple[int, int, str | None] | None:  # fmt: skip
    """Span and normal form of the row's words: before its price, else on the line above or below."""
    taken = [(figures[at].start, figures[at].end) for at in (row.price, *row.parts.values())]
    here = lines[row.line]
    words = _on_line(here, figures[row.price].start, taken, likely)
    at = row.line
    if words is None or words[2] < _UNLIKELY:
        for other in (row.line - 1, row.line + 1):
            found = (
                _on_line(lines[other], lines[other].end, taken, likely)
                if 0 <= other < len(lines) and other not in priced
                else None
            )
            if found and found[2] > (_LIKELY if words else _UNLIKELY):
                words, at = found, other
                priced.add(other)
                break
    if words is None:
        return None
    start, end, _ = words
    parts = [text[start:end]]
    for other, above in ((at - 1, True), (at + 1, False)):
        tokens = _named_alone(lines, other, likely) if other not in priced else []
        if tokens:
            part = text[tokens[0][0] : tokens[-1][1]]
            parts = [part, *parts] if above else [*parts, part]
            start, end = min(start, tokens[0][0]), max(end, tokens[-1][1])
            priced.add(other)
    return start, end, " ".join(parts) if len(parts) > 1 else None


def _named_alone(lines: Sequence[Line], at: int, likely: Mapping[int, float]) -> list[tuple[int, int, str]]:
    """The words of a line that names a thing bought and holds nothing else."""
    tokens = _tokens(lines[at]) if 0 <= at < len(lines) else []
    chances = [likely.get(token[0], 0.0) for token in tokens]
    return tokens if tokens and min(chances) > 0.3 and sum(chances) / len(chances) > 0.6 else []


def _tokens(line: Line) -> list[tuple[int, int, str]]:
    return [(line.start + t.start(), line.start + t.end(), t.group()) for t in re.finditer(r"\S+", line.text)]


def _on_line(
    line: Line, before: int, taken: Sequence[tuple[int, int]], likely: Mapping[int, float]
) -> tuple[int, int, float] | None:
    """Span of the words before a place on the line, without the row's figures, and how likely they name a thing."""

    def of_figure(token: tuple[int, int, str]) -> bool:
        return any(a < token[1] and token[0] < b for a, b in taken) or bool(_FIGURE.fullmatch(token[2]))

    tokens = [token for token in _tokens(line) if token[1] <= before]
    first = next((at for at, token in enumerate(tokens) if not (of_figure(token) or _POSITION.fullmatch(token[2]))), len(tokens))  # fmt: skip
    last = next((at for at, token in reversed([*enumerate(tokens)]) if not of_figure(token)), -1)
    kept = [
        token
        for at, token in enumerate(tokens)
        if likely.get(token[0], 0.0) > (_UNLIKELY if first <= at <= last else _SURE)
        and any(c.isdigit() or first <= at <= last for c in token[2])
        and not any(a < token[1] and token[0] < b for a, b in taken)
    ] or tokens[first : last + 1]
    if not kept or sum(c.isalpha() for *_, word in kept for c in word) < 2:
        return None
    mean = sum(likely.get(token[0], 0.0) for token in kept) / len(kept)
    return kept[0][0], kept[-1][1], mean
