"""Training of `app.models.summarizer.TermNetwork`: Adam with decay and dropout over groups of rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from softmax import softmax
from summary_reward import Reward

from app.models.summarizer import TermNetwork

LEAST_SPREAD = 0.05


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a network is trained."""

    units: int = 64
    networks: int = 3
    epochs: int = 6
    batch: int = 32
    """Groups."""
    rate: float = 0.002
    decay: float = 0.1
    dropped: float = 0.3
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that compete: sentences of a document, candidates for a field."""

    measured: np.ndarray
    """(rows, names)"""
    terms: Sequence[AbstractSet[str]]
    share: np.ndarray
    """(rows,) what the scores should become."""
    reward: Reward | None = None
    """What choices of several rows are worth, where that counts besides."""


Slope = Callable[[np.ndarray, np.ndarray], np.ndarray]
"""Gradient of the loss by the scores, of scores and shares (rows,) of one group."""


def compete(scores: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Softmax over the rows of a group."""
    return softmax(scores) - share


def compete_with_none(scores: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Softmax over the rows and the answer "none of them", whose score is zero."""
    top = max(0.0, float(scores.max()))
    grown = np.exp(scores - top)
    return grown / (grown.sum() + np.exp(-top)) - share


def each_by_itself(scores: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Logistic: each row is right or wrong on its own."""
    return (1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30))) - share) / 3.0


def vocabulary(groups: Sequence[Group], most: int, least: int) -> tuple[str, ...]:
    """The terms that most groups hold, at least `least` of them."""
    held: Counter[str] = Counter()
    for group in groups:
        held.update(set().union(*group.terms))
    return tuple(
        term for term, hits in sorted(held.items(), key=lambda e: (-e[1], e[0]))[:most] if hits >= least
    )


def fit(
    groups: Sequence[Group], names: tuple[str, ...], known: tuple[str, ...], slope: Slope, recipe: Recipe
) -> TermNetwork:
    """Networks that differ in their first weights and in the order of the groups."""
    measured = np.concatenate([group.measured for group in groups])
    mean = measured.mean(0).astype(np.float32)
    spread = np.maximum(measured.std(0), LEAST_SPREAD).astype(np.float32)
    none = np.zeros((0, 0, 0), dtype=np.float32)
    head = TermNetwork(names, known, mean, spread, none, none, none)
    inputs = [np.concatenate([head.scaled(g.measured), head.known(g.terms)], axis=1) for g in groups]
    trained = [
        _network(groups, inputs, slope, recipe, recipe.seed + number) for number in range(recipe.networks)
    ]
    hidden, bias, weights = (np.stack(parts) for parts in zip(*trained, strict=True))
    return TermNetwork(names, known, mean, spread, hidden, bias, weights)


def _network(
    groups: Sequence[Group], inputs: list[np.ndarray], slope_of: Slope, recipe: Recipe, seed: int
) -> list[np.ndarray]:
    """Weights (width, units), (units,), (units,)."""
    rng = np.random.default_rng(seed)
    width = inputs[0].shape[1]
    parts = [
        rng.normal(0, 1 / np.sqrt(width), (width, recipe.units)).astype(np.float32),
        np.zeros(recipe.units, dtype=np.float32),
        rng.normal(0, 0.5 / np.sqrt(recipe.units), recipe.units).astype(np.float32),
    ]
    first, second = [np.zeros_like(part) for part in parts], [np.zeros_like(part) for part in parts]
    steps, step = recipe.epochs * -(-len(inputs) // recipe.batch), 0
    for _ in range(recipe.epochs):
        order = rng.permutation(len(inputs))
        for begin in range(0, len(order), recipe.batch):
            step += 1
            chosen = order[begin : begin + recipe.batch]
            rows = np.concatenate([inputs[at] for at in chosen])
            units = np.maximum(rows @ parts[0] + parts[1], 0.0)
            kept = (rng.random(units.shape) > recipe.dropped).astype(np.float32) / (1 - recipe.dropped)
            scores = (units * kept) @ parts[2]
            slope = np.zeros_like(scores)
            at = 0
            for number in chosen:
                group = groups[number]
                here = slice(at, at + len(group.share))
                slope[here] = slope_of(scores[here], group.share) / len(chosen)
                if group.reward is not None:
                    slope[here] += group.reward.slope(scores[here], rng) / len(chosen)
                at = here.stop
            back = slope[:, None] * parts[2] * kept * (units > 0)
            slopes = [rows.T @ back, back.sum(0), (units * kept).T @ slope]
            rate = recipe.rate * (1 - 0.95 * step / steps)
            for place, (part, change) in enumerate(zip(parts, slopes, strict=True)):
                first[place] = 0.9 * first[place] + 0.1 * change
                second[place] = 0.99 * second[place] + 0.01 * change * change
                move = (first[place] / (1 - 0.9**step)) / (np.sqrt(second[place] / (1 - 0.99**step)) + 1e-8)
                part -= rate * (move + (recipe.decay * part if place != 1 else 0.0))
    return parts
