"""From shipped files back to a checkpoint, so that training can go on where only they are at hand.

Q8_0 rounds each weight to one of 255 steps of its block; the model card gives the loss (a tenth of a point).
"""

from __future__ import annotations

import json
from pathlib import Path

import base_model
import gguf
import numpy as np
import torch
from gguf_export import gguf_name
from network import Head, load_encoder, with_new_columns


def unpack(models: Path, work: Path) -> None:
    """Write `work/checkpoint.pt` from `encoder-*.gguf` and `tagger.npz` in `models`."""
    work.mkdir(parents=True, exist_ok=True)
    reader = gguf.GGUFReader(str(next(models.glob("encoder-*.gguf"))))
    tensors = {tensor.name: tensor for tensor in reader.tensors}
    weights = base_model.weights()
    for name, values in weights.items():
        target = gguf_name(name)
        if target is not None:
            tensor = tensors[target]
            weights[name] = gguf.quants.dequantize(tensor.data, tensor.tensor_type).reshape(values.shape)
    head = _head(dict(np.load(models / "tagger.npz")))
    state = {"encoder": load_encoder(weights).state_dict(), "head": head.state_dict(), "step": 0}
    torch.save(state, work / "checkpoint.pt")


def _head(arrays: dict[str, np.ndarray]) -> Head:
    head = Head()
    state = dict(head.state_dict())
    for number in range(len(head.embed)):
        if f"embed{number}" not in arrays:
            del state[f"embed.{number}.weight"]
            continue
        state[f"embed.{number}.weight"] = torch.from_numpy(arrays[f"embed{number}"].astype(np.float32))
    for part in ("enter", "around", "leave"):
        for kind in ("weight", "bias"):
            state[f"{part}.{kind}"] = torch.from_numpy(arrays[f"{part}.{kind}"].astype(np.float32))
    state["start"] = torch.from_numpy(arrays["start"]) - state["forbidden_start"]
    state["step"] = torch.from_numpy(arrays["step"]) - state["forbidden"]
    state["end"] = torch.from_numpy(arrays["end"])
    tags = json.loads(arrays["settings"].tobytes())["tags"]
    if len(tags) != len(state["end"]):
        raise SystemExit("the shipped tagger knows other types than this recipe")
    head.load_state_dict(with_new_columns(state, head))
    return head
