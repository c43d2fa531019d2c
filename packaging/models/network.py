"""The encoder and the tagging head in PyTorch, for training."""

from __future__ import annotations

import math

import numpy as np
import torch
import torch.nn.functional as fn
from corpora import TYPES
from gguf_export import FEED_FORWARD, HEADS, LAYERS, POSITIONS, WIDTH
from numpy.typing import NDArray
from torch import Tensor, nn

from app.models.features import COLUMNS

TAGS = ("O", *(f"{prefix}-{kind}" for kind in TYPES for prefix in ("B", "I")))
HIDDEN = 256
REACH = 5
"""Words that the head sees at once: the word and two on each side."""
EMBEDDED = {"shape": 16, "length": 4, "prefix": 16, "suffix": 16, "place_in_line": 4, "line": 4, "gaps": 4, "known": 16, "lexicon": 12}  # fmt: skip
VOCABULARY = 30522


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, WIDTH)
        self.out_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, FEED_FORWARD)
        self.down = nn.Linear(FEED_FORWARD, WIDTH)
        self.down_norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = (
            m(x).view(batch, length, HEADS, -1).transpose(1, 2) for m in (self.query, self.key, self.value)
        )
        mixed = fn.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.out_norm(x + self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH)))
        return self.down_norm(x + self.down(fn.gelu(self.up(x))))


class Encoder(nn.Module):
    """BERT as in all-MiniLM-L6-v2."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor, alive: Tensor) -> Tensor:
        """Vectors of shape (b, t, WIDTH) for `ids` and the mask `alive` of shape (b, t)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.positions(places) + self.kinds.weight[0])
        mask = alive[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x


_NAMES = {
    "embeddings.word_embeddings": "words", "embeddings.position_embeddings": "positions",
    "embeddings.token_type_embeddings": "kinds", "embeddings.LayerNorm": "norm",
}  # fmt: skip
_LAYER_NAMES = {
    "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
    "attention.output.dense": "out", "attention.output.LayerNorm": "out_norm", "intermediate.dense": "up",
    "output.dense": "down", "output.LayerNorm": "down_norm",
}  # fmt: skip


def _own_name(name: str) -> str | None:
    module, kind = name.rsplit(".", 1)
    if module in _NAMES:
        return f"{_NAMES[module]}.{kind}"
    if module.startswith("encoder.layer."):
        number, rest = module.removeprefix("encoder.layer.").split(".", 1)
        return f"layers.{number}.{_LAYER_NAMES[rest]}.{kind}"
    return None


def load_encoder(state: dict[str, NDArray[np.float32]]) -> Encoder:
    """An encoder with the weights of a checkpoint."""
    encoder = Encoder()
    own = {_own_name(name): torch.from_numpy(values.copy()) for name, values in state.items()}
    own.pop(None, None)
    encoder.load_state_dict(own)
    return encoder


def checkpoint_state(encoder: Encoder, names: list[str]) -> dict[str, NDArray[np.float32]]:
    """The encoder's weights under the checkpoint's names."""
    state = encoder.state_dict()
    own = {name: _own_name(name) for name in names}
    return {name: state[mine].float().cpu().numpy() for name, mine in own.items() if mine in state}


class Head(nn.Module):
    """Scores of every tag for every word, and the field over them."""

    def __init__(self) -> None:
        super().__init__()
        self.embed = nn.ModuleList(nn.Embedding(size, EMBEDDED[name]) for name, size in COLUMNS)
        for table in self.embed:
            nn.init.normal_(table.weight, std=0.3)
        self.enter = nn.Linear(WIDTH + sum(EMBEDDED.values()), HIDDEN)
        self.around = nn.Linear(HIDDEN * REACH, HIDDEN)
        self.leave = nn.Linear(HIDDEN, len(TAGS))
        self.drop = nn.Dropout(0.1)
        self.start = nn.Parameter(torch.zeros(len(TAGS)))
        self.step = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.end = nn.Parameter(torch.zeros(len(TAGS)))
        forbidden = torch.zeros(len(TAGS), len(TAGS))
        for row, before in enumerate(TAGS):
            for column, tag in enumerate(TAGS):
                if tag.startswith("I-") and before[2:] != tag[2:]:
                    forbidden[row, column] = -1e4
        self.register_buffer("forbidden", forbidden)
        self.register_buffer(
            "forbidden_start", torch.tensor([-1e4 if t.startswith("I-") else 0.0 for t in TAGS])
        )

    def forward(self, words: Tensor, features: Tensor, alive: Tensor) -> Tensor:
        """`words` (b, w, WIDTH), `features` (b, w, columns), `alive` (b, w) to scores (b, w, tags)."""
        seen = [words, *(table(features[..., number]) for number, table in enumerate(self.embed))]
        x = fn.gelu(self.enter(self.drop(torch.cat(seen, dim=-1)))) * alive[..., None]
        half = REACH // 2
        padded = fn.pad(x, (0, 0, half, half))
        near = torch.cat([padded[:, shift : shift + x.shape[1]] for shift in range(REACH)], dim=-1)
        return self.leave(self.drop(x + fn.gelu(self.around(self.drop(near)))))

    def transitions(self) -> tuple[Tensor, Tensor, Tensor]:
        return self.start + self.forbidden_start, self.step + self.forbidden, self.end

    def loss(self, scores: Tensor, allowed: Tensor, lengths: Tensor) -> Tensor:
        """Negative log of the probability of all tag sequences that the annotation allows, summed."""
        both = torch.stack([scores, scores.masked_fill(~allowed, -1e4)])
        total = self._log_sum(both, lengths)
        return (total[0] - total[1]).sum()

    def _log_sum(self, scores: Tensor, lengths: Tensor) -> Tensor:
        """Log of the summed weight of all paths; `scores` (2, b, w, tags) to (2, b)."""
        start, step, end = self.transitions()
        factor = step.exp()
        state = start + scores[:, :, 0]
        for place in range(1, scores.shape[2]):
            top = state.detach().amax(dim=-1, keepdim=True)
            fresh = ((state - top).exp() @ factor).clamp_min(1e-30).log() + top + scores[:, :, place]
            state = torch.where((place < lengths)[None, :, None], fresh, state)
        return torch.logsumexp(state + end, dim=-1)


def with_new_columns(state: dict[str, Tensor], head: Head) -> dict[str, Tensor]:
    """The state of a head that was made before the last feature columns, with small fresh weights for them."""
    fresh = head.state_dict()
    out = {name: state.get(name, values) for name, values in fresh.items()}
    seen = state["enter.weight"].shape[1]
    if seen < fresh["enter.weight"].shape[1]:
        out["enter.weight"] = torch.cat([state["enter.weight"], 0.1 * fresh["enter.weight"][:, seen:]], dim=1)
    return out


def rate_at(step: int, steps: int, warm: float = 0.06) -> float:
    """Share of the peak learning rate: linear up, cosine down to nothing."""
    if step < warm * steps:
        return (step + 1) / (warm * steps)
    done = (step - warm * steps) / max(1.0, (1 - warm) * steps)
    return 0.5 * (1 + math.cos(math.pi * min(1.0, done)))
