"""Checking a redacted file beside its original, with or without a list of what should be gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app import formats
from app.documents import Verification, fold_term
from app.documents.errors import DocumentError
from app.verify import inspect, verify

_SHORTEST_WORD = 4
_KEPT_ON_PURPOSE = frozenset({"hidden text", "comments"})
"""A redacted copy may keep hidden sheets and comments, with their contents redacted: worth a note, no leak."""


def check_files(
    original: tuple[str, bytes],
    redacted: tuple[str, bytes],
    terms: Sequence[str] | None,
    *,
    password: str | None = None,
    ocr: bool = False,
) -> Verification:
    """Is everything gone that should be? Files are given as (name, bytes).

    Without `terms`, the words that the original shows and the redacted file no longer does are taken to
    be what was removed, and looked for in every channel. What `inspect` notices on the redacted file
    alone (text under boxes, old revisions, …) counts too. Raises DocumentError when a file cannot be read.
    """
    if terms is None:
        terms = removed_words(original, redacted, password=password, ocr=ocr)
    (old_name, before), (new_name, after) = original, redacted
    checked = verify(before, old_name, after, new_name, terms, password=password, ocr=ocr)
    alone = inspect(after, new_name)
    grave = tuple(leak for leak in alone.leaks if leak.channel not in _KEPT_ON_PURPOSE)
    notes = [f"{leak.place}: {leak.detail}" for leak in alone.leaks if leak.channel in _KEPT_ON_PURPOSE]
    return replace(
        checked,
        clean=checked.clean and not grave and not alone.warnings,
        leaks=checked.leaks + grave,
        channels_checked=tuple(dict.fromkeys(checked.channels_checked + alone.channels_checked)),
        warnings=tuple(dict.fromkeys([*checked.warnings, *alone.warnings, *notes])),
    )


def removed_words(
    original: tuple[str, bytes], redacted: tuple[str, bytes], *, password: str | None, ocr: bool
) -> list[str]:
    """Words of the original's text that the redacted file's text lacks."""
    name, data = original
    before = _words(formats.read_bytes(data, formats.Context(name, password=password, ocr=ocr)).text)
    name, data = redacted
    try:
        after = _words(formats.read_bytes(data, formats.Context(name, ocr=ocr)).text)
    except DocumentError:
        after = {}
    return [word for folded, word in before.items() if folded not in after and len(folded) >= _SHORTEST_WORD]


def _words(text: str) -> dict[str, str]:
    return {fold_term(word): word.strip(".,;:!?()[]\"'") for word in text.split()}
