"""Sums of an invoice that disagree: what a reader should look at before anybody pays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import combinations

from app.analysis.understanding.extract_invoice import ROUNDED
from app.documents import Field

_FEWEST_ROWS = 2
"""A single row may be all that was found of a table."""
_MOST_TAXES = 5
_NOTHING = Decimal(0)


def disagreements(fields: Sequence[Field]) -> list[str]:
    """A sentence for each check of the arithmetic that fails; none where a part of it is missing.

    Rows may come to the net or, with tax inside, to the total, before or after discount and postage.
    """
    net, total = (next(_amounts(fields, name), None) for name in ("net", "total"))
    taxes, changes = list(_amounts(fields, "tax")), _changes(fields)
    found = []
    rows = list(_amounts(fields, "line_item_amount"))
    goals = [goal for goal in (net, total) if goal is not None]
    sum_of_rows = sum(rows, _NOTHING)
    if len(rows) >= _FEWEST_ROWS and goals and not any(_meets(sum_of_rows, g, changes, taxes) for g in goals):
        found.append(
            f"The items come to {sum_of_rows:.2f}, but their sum is given as {goals[0]:.2f}. Check this by eye."
        )
    if net is not None and total is not None and taxes and not _taxed(net, total, changes, taxes):
        taxed = net + sum(taxes, _NOTHING)
        found.append(f"Net and tax come to {taxed:.2f}, but the total is {total:.2f}. Check this by eye.")
    return found


def _meets(amount: Decimal, goal: Decimal, changes: Sequence[Decimal], taxes: Sequence[Decimal]) -> bool:
    """Whether some of what may be added or taken off leads from one sum to the other."""
    steps = [*changes, *taxes[:_MOST_TAXES]]
    return any(
        abs(amount + sum(some, _NOTHING) - goal) <= ROUNDED
        for count in range(len(steps) + 1)
        for some in combinations(steps, count)
    )


def _taxed(net: Decimal, total: Decimal, changes: Sequence[Decimal], taxes: Sequence[Decimal]) -> bool:
    """The same with tax, which is not left out: one rate or all of them."""
    return any(_meets(net + tax, total, changes, ()) for tax in {*taxes, sum(taxes, _NOTHING)})


def _changes(fields: Sequence[Field]) -> list[Decimal]:
    """Discounts, which count as less however they are written, and postage: the first few."""
    less = [-abs(amount) for amount in _amounts(fields, "discount")]
    return [*less[:3], *list(_amounts(fields, "shipping"))[:2]]


def _amounts(fields: Sequence[Field], name: str) -> Iterator[Decimal]:
    for field in fields:
        if field.name == name and field.normalized:
            try:
                yield Decimal(field.normalized)
            except InvalidOperation:
                continue
