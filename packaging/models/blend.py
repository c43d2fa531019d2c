"""The mean of two rounds' weights.

A round gains on what it draws more of and loses on the rest; between the weights of two rounds of which one began
with the other lies a point that keeps most of both (Wortsman et al. 2022, "Model soups").
"""

from __future__ import annotations

from pathlib import Path

import torch
from network import Head, with_new_columns
from torch import Tensor

State = dict[str, Tensor]
SHARE = 0.7
"""Of the later round; chosen among 0.5, 0.7 and 1 on development sets."""
SIXTH_SHARE = 0.5
"""Of the sixth round beside the blend that it began with; chosen among 0.3, 0.5 and 0.7."""


def blend(before: Path, after: Path, into: Path, share: float = SHARE) -> None:
    """Write `into/checkpoint.pt` from those of two rounds. What only the later one knows is taken from it whole."""
    old, new = (torch.load(folder / "checkpoint.pt", weights_only=True) for folder in (before, after))
    head = _with_later_columns(old["head"], new["head"])
    into.mkdir(parents=True, exist_ok=True)
    mixed = {
        "encoder": _mean(old["encoder"], new["encoder"], share),
        "head": _mean(head, new["head"], share),
        "step": 0,
    }
    torch.save(mixed, into / "checkpoint.pt")


def _with_later_columns(old: State, new: State) -> State:
    seen = old["enter.weight"].shape[1]
    state = {**new, **with_new_columns(old, Head())}
    if seen < new["enter.weight"].shape[1]:
        state["enter.weight"] = torch.cat([old["enter.weight"], new["enter.weight"][:, seen:]], dim=1)
    return {
        name: new[name] if name.startswith("embed") and name not in old else values
        for name, values in state.items()
    }


def _mean(old: State, new: State, share: float) -> State:
    # Forbidden steps are minus ten thousand in both.
    return {
        name: (1 - share) * old[name] + share * values if values.dtype.is_floating_point else values
        for name, values in new.items()
    }
