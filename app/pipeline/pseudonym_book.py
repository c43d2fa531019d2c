"""The pseudonym vault as people use it: look up, rename, say that two spellings are one person, turn back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.errors import UsageError
from app.masking import MemoryVault
from app.pipeline.planning import Planner
from app.store import Library


@dataclass(frozen=True, slots=True)
class Alias:
    """`original` is called `alias` in the copies."""

    type: str
    original: str
    alias: str


def aliases(library: Library) -> list[Alias]:
    """Everybody who has a pseudonym, with the one in force; earlier ones still turn back."""
    vault = Planner(library).vault
    known = dict.fromkeys((type_, original) for type_, original, _ in vault.entries())
    return [Alias(type_, original, vault.alias(type_, original, "")) for type_, original in known]


def rename(library: Library, entry: Alias, alias: str) -> None:
    """Call `entry` something else in copies made from now on. Raises UsageError when the name is taken."""
    alias = " ".join(alias.split())
    if not alias:
        raise UsageError("The new name is empty. Give one.")
    planner = Planner(library)
    taken = {
        known for type_, original, known in planner.vault.entries()
        if type_ == entry.type and original != entry.original
    }  # fmt: skip
    if alias in taken:
        raise UsageError("Somebody else has this name already. Merge the two, or choose another.")
    planner.vault.rename(entry.type, entry.original, alias)
    planner.save()
    library.note("pseudonym renamed", entry.type)


def merge(library: Library, entries: Sequence[Alias]) -> str:
    """Say that several spellings are one person: all get the first one's alias, which comes back."""
    if len({entry.original for entry in entries}) < 2:
        raise UsageError("Choose two or more spellings of the same person.")
    if len({entry.type for entry in entries}) > 1:
        raise UsageError("Only spellings of the same type can be merged.")
    planner = Planner(library)
    alias = entries[0].alias
    for entry in entries[1:]:
        planner.vault.rename(entry.type, entry.original, alias)
    planner.save()
    library.note("pseudonyms merged", entries[0].type, spellings=len(entries))
    return alias


def reidentify(library: Library, text: str) -> tuple[str, int]:
    """`text` with pseudonyms turned back into what they stand for, and how many were; told in the audit."""
    found, count = turn_back(Planner(library).vault, text)
    library.note("pseudonyms turned back", "", count=count)
    return found, count


def turn_back(vault: MemoryVault, text: str) -> tuple[str, int]:
    """Whole words only, the longest alias first. An alias of several spellings becomes the first of them."""
    originals: dict[str, str] = {}
    for _, original, alias in vault.entries():
        originals.setdefault(alias, original)
    if not originals:
        return text, 0
    longest = sorted(originals, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)")
    return pattern.subn(lambda match: originals[match.group()], text)
