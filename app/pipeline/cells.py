"""Cells of tables that a spreadsheet shows and never computes."""

from __future__ import annotations

import re

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet compute a cell instead of showing it (OWASP, CSV injection)."""


def guarded(cell: object) -> str:
    """The cell as text, with an apostrophe before what a spreadsheet would compute. Plain numbers stay."""
    text = str(cell)
    if not text.lstrip(" ").startswith(_FORMULA) or _is_number(text):
        return text
    return f"'{text}"


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[+-]?\d+(?:[.,]\d+)*", text, re.ASCII) is not None
