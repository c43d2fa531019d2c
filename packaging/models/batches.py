"""Samples to tensors: tokens, words, features and the tags that the annotation allows."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import torch
from corpora import NUMERIC, Sample
from network import TAGS
from numpy.typing import NDArray
from torch import Tensor

from app.models.features import find_words
from app.models.lexicon import Lexicon

CLS, SEP = 101, 102
LONGEST = 190
"""Tokens of a training text; longer ones are cut."""
_INDEX = {tag: number for number, tag in enumerate(TAGS)}


class Item(NamedTuple):
    """One text, ready for a batch."""

    ids: NDArray[np.int32]
    word_of: NDArray[np.int32]
    features: NDArray[np.int16]
    allowed: NDArray[np.bool_]


class Batch(NamedTuple):
    ids: Tensor
    alive: Tensor
    word_of: Tensor
    features: Tensor
    allowed: Tensor
    lengths: Tensor


def make_item(sample: Sample, tokenizer: Any, known: Mapping[str, int], lexicon: Lexicon) -> Item | None:
    """A sample as arrays, or None where it holds no word."""
    encoding = tokenizer.encode(sample.text, add_special_tokens=False)
    if not encoding.ids:
        return None
    offsets = np.asarray(encoding.offsets, dtype=np.int32)
    numbers = np.asarray(encoding.word_ids, dtype=np.int32)
    words = find_words(sample.text, offsets, numbers, known, lexicon)
    allowed = allowed_tags(sample, words.spans, words.features[:, 0])
    word_of = np.cumsum(np.r_[False, numbers[1:] != numbers[:-1]]).astype(np.int32)
    cut = len(word_of)
    if cut > LONGEST:
        cut = int(np.searchsorted(word_of, word_of[LONGEST]))
        if cut == 0:
            return None
    kept = int(word_of[cut - 1]) + 1
    return Item(
        np.asarray(encoding.ids[:cut], dtype=np.int32), word_of[:cut], words.features[:kept], allowed[:kept]
    )


def allowed_tags(sample: Sample, spans: NDArray[np.int32], shapes: NDArray[np.int16]) -> NDArray[np.bool_]:
    """Which tags the annotation of the sample allows for each word."""
    allowed = np.zeros((len(spans), len(TAGS)), dtype=bool)
    allowed[:, 0] = True
    quiet = sample.open_types - NUMERIC
    for kind in quiet:
        allowed[:, [_INDEX[f"B-{kind}"], _INDEX[f"I-{kind}"]]] = True
    for kind in sample.open_types & NUMERIC:
        allowed[np.ix_(_near_number(shapes), [_INDEX[f"B-{kind}"], _INDEX[f"I-{kind}"]])] = True
    for span in sample.spans:
        first = int(np.searchsorted(spans[:, 1], span.start, side="right"))
        last = int(np.searchsorted(spans[:, 0], span.end, side="left"))
        if last <= first:
            continue
        if span.label.startswith("?"):
            for kind in span.label[1:].split("|"):
                allowed[first:last, [_INDEX[f"B-{kind}"], _INDEX[f"I-{kind}"]]] = True
            continue
        allowed[first:last] = False
        allowed[first, _INDEX[f"B-{span.label}"]] = True
        allowed[first + 1 : last, _INDEX[f"I-{span.label}"]] = True
    return allowed


def _near_number(shapes: NDArray[np.int16]) -> NDArray[np.int64]:
    """Words that hold a digit or an @, and three on each side of them."""
    hot = ((shapes >= 8) & (shapes < 25)) | (shapes == 44)
    near = hot.copy()
    for shift in (1, 2, 3):
        near[shift:] |= hot[:-shift]
        near[:-shift] |= hot[shift:]
    return np.flatnonzero(near)


def make_batches(items: list[Item], tokens: int, seed: int) -> list[list[int]]:
    """Numbers of items of like length, at most `tokens` padded tokens together, in random order."""
    source = random.Random(seed)
    order = list(range(len(items)))
    source.shuffle(order)
    order.sort(key=lambda number: len(items[number].ids) // 6)
    batches: list[list[int]] = [[]]
    for number in order:
        longest = max((len(items[other].ids) for other in (*batches[-1][-1:], number)), default=0) + 2
        if batches[-1] and longest * (len(batches[-1]) + 1) > tokens:
            batches.append([])
        batches[-1].append(number)
    source.shuffle(batches)
    return batches


def collate(items: list[Item]) -> Batch:
    """A batch of tensors; padding has word number -1."""
    size, longest = len(items), max(len(item.ids) for item in items) + 2
    most = max(len(item.features) for item in items)
    ids = np.zeros((size, longest), dtype=np.int64)
    alive = np.zeros((size, longest), dtype=bool)
    word_of = np.full((size, longest), most, dtype=np.int64)
    features = np.zeros((size, most, items[0].features.shape[1]), dtype=np.int64)
    allowed = np.zeros((size, most, len(TAGS)), dtype=bool)
    allowed[:, :, 0] = True
    lengths = np.zeros(size, dtype=np.int64)
    for row, item in enumerate(items):
        count, words = len(item.ids), len(item.features)
        ids[row, : count + 2] = [CLS, *item.ids, SEP]
        alive[row, : count + 2] = True
        word_of[row, 1 : count + 1] = item.word_of
        features[row, :words] = item.features
        allowed[row, :words] = item.allowed
        lengths[row] = words
    return Batch(*(torch.from_numpy(part) for part in (ids, alive, word_of, features, allowed, lengths)))


def word_means(vectors: Tensor, batch: Batch) -> Tensor:
    """Mean of each word's token vectors, shape (b, w, width)."""
    size, _, width = vectors.shape
    most = batch.features.shape[1]
    sums = torch.zeros(size, most + 1, width, dtype=vectors.dtype, device=vectors.device)
    sums = sums.scatter_add(1, batch.word_of[..., None].expand(-1, -1, width), vectors)
    counts = torch.zeros(size, most + 1, dtype=vectors.dtype, device=vectors.device)
    counts = counts.scatter_add(1, batch.word_of, torch.ones_like(batch.word_of, dtype=vectors.dtype))
    return (sums / counts.clamp_min(1)[..., None])[:, :most]
