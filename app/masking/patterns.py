"""Allow and deny lists: plain terms, wild cards, regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import regex

from app.documents import find_terms, fold_term
from app.documents.errors import UsageError

_SECONDS = 2.0
"""A user's expression may run this long on one document; then it is told to be too slow."""


def matches(text: str, entries: Sequence[str]) -> bool:
    """True when the whole of `text` is what one of the entries says."""
    return any(_whole(text.strip(), entry) for entry in entries)


def find(text: str, entries: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Spans of `text` that one of the entries names. Raises UsageError on a broken or slow expression."""
    plain = [entry for entry in entries if not _is_pattern(entry)]
    yield from ((start, end) for start, end, _ in find_terms(text, plain))
    for entry in entries:
        if _is_pattern(entry):
            try:
                for match in _compiled(entry, whole=False).finditer(text, timeout=_SECONDS):
                    if match.end() > match.start():
                        yield match.span()
            except TimeoutError as error:
                raise UsageError(f"The pattern {entry} takes too long. Make it simpler.") from error


def _is_pattern(entry: str) -> bool:
    return _is_expression(entry) or "*" in entry or "?" in entry


def _is_expression(entry: str) -> bool:
    return len(entry) > 2 and entry.startswith("/") and entry.endswith("/")


def _whole(text: str, entry: str) -> bool:
    if not _is_pattern(entry):
        return bool(text) and fold_term(text) == fold_term(entry)
    try:
        return _compiled(entry, whole=True).fullmatch(text, timeout=_SECONDS) is not None
    except TimeoutError:
        return False


def _compiled(entry: str, *, whole: bool) -> regex.Pattern[str]:
    if _is_expression(entry):
        source = entry[1:-1]
    else:
        source = "".join(
            (r"\w*" if not whole else ".*") if c == "*" else r"\w" if c == "?" else re.escape(c)
            for c in entry
        )
        if not whole:
            source = rf"(?<!\w){source}(?!\w)"
    try:
        return regex.compile(source, regex.IGNORECASE)
    except regex.error as error:
        raise UsageError(
            f"The pattern {entry} is not a regular expression. Mend it in the policy."
        ) from error
