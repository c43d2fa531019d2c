"""A linear-chain conditional random field over many short sequences at once, in NumPy."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Transitions(NamedTuple):
    """Scores of neighbouring tags; forbidden ones are very negative."""

    start: Floats
    """Shape (k,)."""
    step: Floats
    """Shape (k, k): from row to column."""
    end: Floats
    """Shape (k,)."""


def best_paths(scores: Floats, lengths: NDArray[np.int64], transitions: Transitions) -> NDArray[np.int64]:
    """The best tag sequence of each row of `scores`, shape (b, t, k); padding gets tag 0. Shape (b, t)."""
    batch, steps, kinds = scores.shape
    back = np.zeros((batch, steps, kinds), dtype=np.int16)
    best = transitions.start + scores[:, 0]
    rows = np.arange(batch)
    for step in range(1, steps):
        candidates = best[:, :, None] + transitions.step
        came_from = candidates.argmax(axis=1)
        fresh = np.take_along_axis(candidates, came_from[:, None, :], axis=1)[:, 0] + scores[:, step]
        alive = (step < lengths)[:, None]
        back[:, step] = np.where(alive, came_from, np.arange(kinds))
        best = np.where(alive, fresh, best)
    path = np.zeros((batch, steps), dtype=np.int64)
    tag = (best + transitions.end).argmax(axis=1)
    for step in range(steps - 1, -1, -1):
        path[:, step] = np.where(step < lengths, tag, 0)
        tag = back[rows, step, tag].astype(np.int64)
    return path


def marginals(scores: Floats, lengths: NDArray[np.int64], transitions: Transitions) -> Floats:
    """Probability of each tag at each step, shape as `scores`; padding holds zeros."""
    batch, steps, kinds = scores.shape
    step_matrix = np.exp(transitions.step)
    forward = np.zeros((batch, steps, kinds), dtype=np.float32)
    backward = np.zeros((batch, steps, kinds), dtype=np.float32)
    emitted = np.exp(scores - scores.max(axis=2, keepdims=True))
    forward[:, 0] = _scaled(emitted[:, 0] * np.exp(transitions.start))
    for step in range(1, steps):
        forward[:, step] = _scaled((forward[:, step - 1] @ step_matrix) * emitted[:, step])
    end = np.exp(transitions.end)
    message = np.broadcast_to(end, (batch, kinds))
    for step in range(steps - 1, -1, -1):
        message = np.where(np.equal(lengths, step + 1)[:, None], end, message)
        backward[:, step] = message
        message = _scaled((emitted[:, step] * message) @ step_matrix.T)
    joint = forward * backward
    joint /= np.maximum(joint.sum(axis=2, keepdims=True), 1e-30)
    alive = np.arange(steps)[None, :] < lengths[:, None]
    return np.where(alive[:, :, None], joint, 0.0).astype(np.float32)


def _scaled(rows: Floats) -> Floats:
    scaled: Floats = (rows / np.maximum(rows.sum(axis=1, keepdims=True), 1e-30)).astype(np.float32)
    return scaled
