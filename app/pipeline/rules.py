"""Decisions that a reviewer wants remembered: never this term, always this pattern."""

from __future__ import annotations

from dataclasses import replace

from app.documents.errors import UsageError
from app.masking import PRESETS, Policy, patterns
from app.pipeline.workspace import Workspace


def never(workspace: Workspace, policy: str, term: str) -> Policy:
    """Keep `term` readable in all documents from now on; in the policy of this name."""
    chosen = _policy(workspace, policy)
    term = _clean(term)
    deny = tuple(entry for entry in chosen.deny if entry != term)
    allow = tuple(dict.fromkeys((*chosen.allow, term)))
    return _save(workspace, replace(chosen, allow=allow, deny=deny))


def always(workspace: Workspace, policy: str, pattern: str) -> Policy:
    """Take out what `pattern` names (a term, wild cards, or an expression between slashes) from now on."""
    chosen = _policy(workspace, policy)
    pattern = _clean(pattern)
    list(patterns.find("", [pattern]))  # a broken expression is told now, not in the middle of a batch
    allow = tuple(entry for entry in chosen.allow if entry != pattern)
    deny = tuple(dict.fromkeys((*chosen.deny, pattern)))
    return _save(workspace, replace(chosen, allow=allow, deny=deny))


def forget(workspace: Workspace, policy: str, entry: str) -> Policy:
    """Drop a remembered rule."""
    chosen = _policy(workspace, policy)
    return _save(
        workspace,
        replace(
            chosen,
            allow=tuple(known for known in chosen.allow if known != entry),
            deny=tuple(known for known in chosen.deny if known != entry),
        ),
    )


def shape_of(text: str) -> str:
    """An expression for everything that looks like `text`: digits for digits, letters for letters.

    "AB-1234" gives /\\b[A-Z]{2}-\\d{4}\\b/, so that one decision covers a whole series of numbers."""
    parts: list[tuple[str, int]] = []
    for character in text:
        kind = (
            r"\d" if character.isdigit()
            else "[A-Z]" if character.isupper()
            else "[a-z]" if character.islower()
            else "\\" + character if character in r"\.^$*+?{}[]|()/" else character
        )  # fmt: skip
        if parts and parts[-1][0] == kind:
            parts[-1] = (kind, parts[-1][1] + 1)
        else:
            parts.append((kind, 1))
    body = "".join(kind + (f"{{{count}}}" if count > 1 else "") for kind, count in parts)
    return f"/(?<!\\w){body}(?!\\w)/"


def _clean(entry: str) -> str:
    entry = " ".join(entry.split())
    if len(entry) < 2:
        raise UsageError("A rule needs at least two characters.")
    return entry


def _policy(workspace: Workspace, name: str) -> Policy:
    known = {policy.name: policy for policy in workspace.policies()}
    return known.get(name, PRESETS["share_outside"])


def _save(workspace: Workspace, policy: Policy) -> Policy:
    workspace.save_policy(policy)
    return policy
