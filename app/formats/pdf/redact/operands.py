"""What each content operator takes (ISO 32000-1, annex A), so that only well-formed operators are written.

A damaged stream may hold words that are no operators, with a name or an address as their operand: readers skip
them, text search does not see them, and they would be copied as they are. Numbers that are missing or of another
kind count as 0 and surplus operands are passed over, as pdfium does it, so that what is shown stays the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

import pikepdf
from pikepdf import ContentStreamInlineImage, Name

from app.formats.pdf.redact.fonts import CannotFollow

_NUMBERS = {
    "w": 1, "J": 1, "j": 1, "M": 1, "i": 1, "m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "re": 4, "cm": 6,
    "Tc": 1, "Tw": 1, "Tz": 1, "TL": 1, "Tr": 1, "Ts": 1, "Td": 2, "TD": 2, "Tm": 6, "d0": 2, "d1": 6,
    "G": 1, "g": 1, "RG": 3, "rg": 3, "K": 4, "k": 4,
}  # fmt: skip
_NOTHING = frozenset(
    ["q", "Q", "h", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n", "W", "W*", "BT", "ET", "T*", "EMC"]
)
_NAME = frozenset({"gs", "ri", "CS", "cs", "sh", "Do", "BMC", "MP"})
_COLOURS = frozenset({"sc", "SC", "scn", "SCN"})
DRAWING = frozenset(
    name.encode("ascii")
    for name in (*_NUMBERS, *_NOTHING, *_NAME, *_COLOURS, "d")
    if name not in ("BT", "ET", "BMC", "MP", "d0", "d1")
)
"""Operators that show no text and carry none."""
_MOST_COLOURS = 32
_NUMBER_LIKE = re.compile(r"[0-9+.-]+")
_NUMBER = (int, Decimal, float)


def well_formed(operator: str, operands: Sequence[Any]) -> list[Any] | None:
    """The operands as they should have been written; None for what draws nothing and goes.

    Raises CannotFollow where readers would disagree about where or what text is shown.
    """
    count = _NUMBERS.get(operator)
    if count is not None:
        return _numbers(operands, count)
    if operator in ("Tj", "'", '"', "TJ", "Tf"):
        return _text(operator, operands)
    if operator in _NOTHING:
        return []
    if operator in _NAME:
        return [operands[-1]] if operands and isinstance(operands[-1], Name) else None
    if operator in ("BDC", "DP"):
        return _marked(operands)
    if operator in _COLOURS:
        return _colour(operands)
    if operator == "d":
        return _dashes(operands)
    if _NUMBER_LIKE.fullmatch(operator):
        raise CannotFollow("a number that readers take differently")
    return None


def well_formed_instructions(instructions: Iterable[Any]) -> Iterator[Any]:
    """The same for a whole stream: inline images as they are, the rest as (operands, operator)."""
    for instruction in instructions:
        if isinstance(instruction, ContentStreamInlineImage):
            yield instruction
            continue
        operands = well_formed(str(instruction.operator), instruction.operands)
        if operands is not None:
            yield pikepdf.ContentStreamInstruction(operands, instruction.operator)


def _is_number(value: Any) -> bool:
    return isinstance(value, _NUMBER) and not isinstance(value, bool)


def _numbers(operands: Sequence[Any], count: int) -> list[Any]:
    values = list(operands)
    if len(values) != count:
        values = [0] * (count - len(values)) + values[max(0, len(values) - count) :]
    return [value if type(value) in _NUMBER else 0 for value in values]


def _text(operator: str, operands: Sequence[Any]) -> list[Any]:
    values = list(operands)
    if operator == "Tf":
        if len(values) >= 2 and isinstance(values[-2], Name) and _is_number(values[-1]):
            return values[-2:]
    elif operator == "TJ":
        if values and isinstance(values[-1], pikepdf.Array):
            items = [item for item in values[-1] if _is_number(item) or isinstance(item, pikepdf.String)]
            return [pikepdf.Array(items)] if len(items) != len(values[-1]) else [values[-1]]
    elif values and isinstance(values[-1], pikepdf.String):
        return [*_numbers(values[:-1], 2), values[-1]] if operator == '"' else [values[-1]]
    raise CannotFollow(f"operands of {operator}")


def _marked(operands: Sequence[Any]) -> list[Any] | None:
    if len(operands) < 2 or not isinstance(operands[-2], Name):
        return None
    if not isinstance(operands[-1], (Name, pikepdf.Dictionary)):
        return None
    return list(operands[-2:])


def _colour(operands: Sequence[Any]) -> list[Any] | None:
    values = list(operands)
    pattern = [values.pop()] if values and isinstance(values[-1], Name) else []
    numbers = [value for value in values if _is_number(value)][-_MOST_COLOURS:]
    return [*numbers, *pattern] or None


def _dashes(operands: Sequence[Any]) -> list[Any] | None:
    if len(operands) < 2 or not isinstance(operands[-2], pikepdf.Array) or not _is_number(operands[-1]):
        return None
    return [pikepdf.Array([value for value in operands[-2] if _is_number(value)]), operands[-1]]
