"""The head's choice among candidates: one value, several, or none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from app.analysis.understanding.fields_candidates import Candidate
from app.models.extractor import Extractor

_LEAST = {
    "contract.effective_date": 0.3,
    "contract.governing_law": 0.3,
    "contract.term": 0.3,
    "receipt.vendor_address": 0.3,
}
"""Probability of a value from which it is taken; elsewhere it must be likelier than "none"."""
_POSSIBLE, _EXPECTED = 0.02, 0.9
"""Probability from which a value is taken that other facts speak for, and what it then has at least."""
_LEAST_EACH = {"contract.party": 0.5}


def choose_one(
    head: Extractor, task: str, candidates: Sequence[Candidate], expected: str | None = None
) -> tuple[int, float] | None:
    """Index and probability: the likeliest place of the likeliest value. None where "none" is likelier.

    `expected` is a value that other facts speak for: it is taken already where it is possible at all.
    """
    if not candidates or task not in head.networks:
        return None
    shares = head.shares(task, [c.measured for c in candidates], [c.terms for c in candidates])
    by_value: dict[str, float] = {}
    for candidate, share in zip(candidates, shares.tolist(), strict=True):
        by_value[candidate.value] = by_value.get(candidate.value, 0.0) + share
    value, total = max(by_value.items(), key=lambda entry: entry[1])
    if expected is not None and by_value.get(expected, 0.0) >= _POSSIBLE:
        value, total = expected, max(_EXPECTED, by_value[expected])
    if total < _LEAST.get(task, 1.0 - float(shares.sum())):
        return None
    places = [at for at, candidate in enumerate(candidates) if candidate.value == value]
    return max(places, key=lambda at: float(shares[at])), min(1.0, total)


def shares(head: Extractor, task: str, candidates: Sequence[Candidate]) -> list[float]:
    """Probability of each candidate that it is the one answer."""
    if not candidates or task not in head.networks:
        return [0.0] * len(candidates)
    found = head.shares(task, [c.measured for c in candidates], [c.terms for c in candidates])
    return [float(share) for share in found]


def choose_many(head: Extractor, task: str, candidates: Sequence[Candidate]) -> list[int]:
    """Indices of all that are likelier right than not, in their order; of overlapping ones the likeliest."""
    return sorted(at for at, _ in _likely(head, task, candidates))


def chances(
    head: Extractor, task: str, candidates: Sequence[Candidate], floor: float | None = None
) -> dict[int, float]:
    """The same with their probabilities; `floor` is the least that counts."""
    return dict(_likely(head, task, candidates, floor))


def _likely(
    head: Extractor, task: str, candidates: Sequence[Candidate], floor: float | None = None
) -> list[tuple[int, float]]:
    if not candidates or task not in head.networks:
        return []
    each = head.chances(task, [c.measured for c in candidates], [c.terms for c in candidates])
    taken: list[tuple[int, float]] = []
    for at in np.argsort(-each, kind="stable").tolist():
        if each[at] < (_LEAST_EACH.get(task, 0.5) if floor is None else floor):
            break
        one = candidates[at]
        if not any(one.start < candidates[o].end and candidates[o].start < one.end for o, _ in taken):
            taken.append((at, float(each[at])))
    return taken
