"""Train encoder and tagging head. Deterministic by seed; goes on from the last checkpoint."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import base_model
import torch
from augment import augment
from batches import Batch, Item, collate, make_batches, make_item, word_means
from corpora import (
    Corpus,
    Sample,
    fifth_corpora,
    fourth_corpora,
    join_neighbours,
    parted_samples,
    quiet_german,
    sixth_corpora,
    split_lines,
    third_corpora,
    training_samples,
)
from gazetteer import known_words, lexicon_words
from guesser import guess_with
from more_sets import biofid_samples, more_samples
from network import Encoder, Head, load_encoder, rate_at, with_new_columns
from swap import swap_names
from synthetic import Generator
from tokenizers import Tokenizer
from torch import nn
from treebanks import Guess, treebank_samples

from app.models.features import FORENAME, PLACE, SURNAME
from app.models.lexicon import EMPTY, Lexicon, make_lexicon

GENERATED = 18_000
BATCH_TOKENS = 1800
ENCODER_RATE = 2.5e-4
LAYER_DECAY = 0.9
HEAD_RATE = 1.5e-3
DISTIL_EVERY = 4
DISTIL_WEIGHT = 1.0
LISTED_COLUMNS = [7, 8]
"""Features that come from lists of words."""
SWAPPED = 0.35
"""Share of the annotated texts of the fourth round whose names are swapped."""
MORE_KEEP = {"smartdata": 1.0, "europeana": 0.25, "ler": 0.15}
FIFTH_MORE_KEEP = {"smartdata": 1.0, "europeana": 0.15, "ler": 0.1}
SIXTH_MORE_KEEP = {"smartdata": 0.7, "europeana": 0.08, "ler": 0.1}
BIOFID_KEEP = 0.5


def _prepared(
    samples: list[Sample],
    source: random.Random,
    known: dict[str, int],
    tokenizer_path: Path,
    log,
    name: str,
    lexicon: Lexicon = EMPTY,
) -> list[Item]:
    """The samples, augmented, as arrays. The lexicon came with the fifth round."""
    tokenizer = Tokenizer.from_file(str(tokenizer_path))
    items = [make_item(augment(sample, source), tokenizer, known, lexicon) for sample in samples]
    kept = [item for item in items if item is not None]
    log(f"{name}: {len(kept)} texts, {sum(len(item.ids) for item in kept)} tokens")
    return kept


def load_items(data: Path, tokenizer_path: Path, seed: int, log) -> list[Item]:
    """The training texts of one epoch, augmented, as arrays."""
    source = random.Random(f"augment-{seed}")
    generator = Generator(data, seed)
    samples: list[Sample] = training_samples(data, seed)
    samples += [generator.document() for _ in range(GENERATED)]
    return _prepared(samples, source, known_words(data), tokenizer_path, log, "first round")


def second_items(data: Path, tokenizer_path: Path, seed: int, log) -> list[Item]:
    """A shorter second round: what the first one left weak (German nouns, plain office text), and some of all."""
    source = random.Random(f"second-{seed}")
    known = known_words(data)
    people_and_places = {word for word, bits in known.items() if bits & (FORENAME | SURNAME | PLACE)}
    generator = Generator(data, seed + 1)
    every = training_samples(data, seed + 1)
    german = [one for one in every if one.source == "wikiann" and any(sign in one.text for sign in "äöüß")]
    samples = source.sample(every, len(every) // 7) + german[:700]
    samples += quiet_german(data, seed, 2200, people_and_places)
    samples += [generator.document() for _ in range(4200)]
    samples += [generator.any_plain() for _ in range(900)]
    return _prepared(samples, source, known, tokenizer_path, log, "second round")


def third_items(data: Path, tokenizer_path: Path, seed: int, log) -> list[Item]:
    """The third round: gold sets above all, parts of the development sets that have no training part."""
    source = random.Random(f"third-{seed}")
    known = known_words(data)
    people_and_places = {word for word, bits in known.items() if bits & (FORENAME | SURNAME | PLACE)}
    generator = Generator(data, seed + 2)
    samples = training_samples(data, seed + 2, third_corpora()) + parted_samples(data, seed + 2)
    samples += quiet_german(data, seed + 2, 1200, people_and_places)
    samples += [generator.document() for _ in range(5000)]
    samples += [generator.any_plain() for _ in range(1500)]
    return _prepared(samples, source, known, tokenizer_path, log, "third round")


@dataclass(frozen=True, slots=True)
class LateRound:
    """What a round draws that swaps names: sets that people annotated, those of `more`, and some of all others."""

    name: str
    ahead: int
    """Added to the seed, so that each round draws anew."""
    corpora: tuple[Corpus, ...]
    more_keep: dict[str, float]
    quiet: int
    documents: int
    plain: int
    lexicon: bool = False
    treebanks: bool = False


FOURTH = LateRound("fourth", 3, fourth_corpora(), MORE_KEEP, 900, 3500, 1200)
FIFTH = LateRound("fifth", 4, fifth_corpora(), FIFTH_MORE_KEEP, 700, 2500, 900, lexicon=True)
SIXTH = LateRound("sixth", 5, sixth_corpora(), SIXTH_MORE_KEEP, 600, 2000, 900, lexicon=True, treebanks=True)
LATE = ("fourth", "fifth", "sixth")


def late_items(
    turn: LateRound,
    data: Path,
    tokenizer_path: Path,
    seed: int,
    log,
    more: Path | None = None,
    guess: Guess | None = None,
) -> list[Item]:
    """The texts of a late round: names in a third of the annotated ones swapped for others.

    `guess` says what the proper nouns of treebanks name; without it a round takes none.
    """
    source = random.Random(f"{turn.name}-{seed}")
    known = known_words(data)
    people_and_places = {word for word, bits in known.items() if bits & (FORENAME | SURNAME | PLACE)}
    generator = Generator(data, seed + turn.ahead)
    gold = training_samples(data, seed + turn.ahead, turn.corpora) + parted_samples(data, seed + turn.ahead)
    for name, found in (more_samples(more) if more else {}).items():
        pieces = join_neighbours([piece for one in found for piece in split_lines(one)], source)
        gold += source.sample(pieces, int(len(pieces) * turn.more_keep[name]))
    guessed: list[Sample] = []
    if turn.treebanks and more and guess:
        banks = treebank_samples(more, guess)
        guessed = banks.pop("ewt") + banks.pop("gsd")
        annotated = join_neighbours(biofid_samples(more), source)
        gold += banks["gum"] + source.sample(annotated, int(len(annotated) * BIOFID_KEEP))
    samples = [swap_names(one, generator, source) if source.random() < SWAPPED else one for one in gold]
    samples += guessed
    samples += quiet_german(data, seed + turn.ahead, turn.quiet, people_and_places)
    samples += [generator.document() for _ in range(turn.documents)]
    samples += [generator.any_plain() for _ in range(turn.plain)]
    lexicon = make_lexicon(lexicon_words(data, more)) if turn.lexicon else EMPTY
    return _prepared(samples, source, known, tokenizer_path, log, f"{turn.name} round", lexicon)


ROUNDS = {
    "first": (load_items, 1.0),
    "second": (second_items, 0.4),
    "third": (third_items, 0.6),
    "fourth": (partial(late_items, FOURTH), 0.5),
    "fifth": (partial(late_items, FIFTH), 0.5),
    "sixth": (partial(late_items, SIXTH), 0.5),
}
"""What each round trains on, and its share of the learning rates; each begins with the weights of the one before."""


BEFORE = {"second": "first", "third": "second", "fourth": "third", "fifth": "fourth", "sixth": "blend"}
GUESSER = "guesser"
"""Folder below the work folder: the files of the rounds before the sixth."""


def parameter_groups(encoder: Encoder, head: Head) -> list[dict]:
    """Lower layers learn more slowly; vectors and norms do not decay."""
    groups = []
    parts = [(encoder.words, 0), (encoder.positions, 0), (encoder.kinds, 0), (encoder.norm, 0)]
    parts += [(layer, number + 1) for number, layer in enumerate(encoder.layers)]
    for module, height in parts:
        rate = ENCODER_RATE * LAYER_DECAY ** (len(encoder.layers) - height)
        groups.append(
            {
                "params": list(module.parameters()),
                "lr": rate,
                "peak": rate,
                "rate": rate,
                "weight_decay": 0.01,
            }
        )
    groups.append(
        {
            "params": list(head.parameters()),
            "lr": HEAD_RATE,
            "peak": HEAD_RATE,
            "rate": HEAD_RATE,
            "weight_decay": 0.01,
        }
    )
    return groups


def batch_loss(
    encoder: Encoder, head: Head, teacher: Encoder | None, batch: Batch
) -> tuple[torch.Tensor, float, float]:
    """Tagging loss per word, and with a teacher the distance of the mean vectors from its own."""
    vectors = encoder(batch.ids, batch.alive)
    words = word_means(vectors, batch)
    features = batch.features.clone()
    hidden = torch.rand(len(features)) < 0.25
    for column in LISTED_COLUMNS:
        features[hidden, :, column] = 0
    lengths = batch.lengths
    alive = torch.arange(features.shape[1])[None, :] < lengths[:, None]
    scores = head(words, features, alive.float())
    tagging = head.loss(scores, batch.allowed, lengths) / lengths.sum()
    if teacher is None:
        return tagging, tagging.item(), 0.0
    with torch.no_grad():
        target = teacher(batch.ids, batch.alive)
        weight = batch.alive[..., None].float()
        target = (target * weight).sum(1) / weight.sum(1)
    inner = (batch.word_of < features.shape[1])[..., None].float()
    mean = (vectors * inner).sum(1) / inner.sum(1)
    distance = 1 - nn.functional.cosine_similarity(mean, target).mean()
    return tagging + DISTIL_WEIGHT * distance, tagging.item(), distance.item()


def train(
    data: Path,
    work: Path,
    tokenizer_path: Path,
    seed: int,
    steps: int = 0,
    turn: str = "first",
    more: Path | None = None,
) -> tuple[Encoder, Head]:
    """Train for one epoch of the round `turn`, or for `steps` batches; writes `work/turn/checkpoint.pt` and a log.

    A round without a checkpoint of its own begins with the weights of the round before it.
    """
    make, share = ROUNDS[turn]
    before = BEFORE.get(turn, "")
    folder, work = work, work / turn
    work.mkdir(parents=True, exist_ok=True)

    def log(line: str) -> None:
        with (work / "train.log").open("a") as stream:
            stream.write(f"{time.strftime('%H:%M:%S')} {line}\n")

    torch.manual_seed(seed)
    torch.set_flush_denormal(True)
    guess = None
    if turn == "sixth":
        weights = folder / BEFORE[turn] / "checkpoint.pt"
        guess = guess_with(weights, folder / GUESSER / "tagger.npz", tokenizer_path)
    items = (
        make(data, tokenizer_path, seed, log, more, guess)
        if turn in LATE
        else make(data, tokenizer_path, seed, log)
    )
    batches = make_batches(items, BATCH_TOKENS, seed)
    steps = min(steps, len(batches)) if steps else len(batches)
    encoder, head = load_encoder(base_model.weights()), Head()
    teacher = load_encoder(base_model.weights()).eval().requires_grad_(False)
    optimizer = torch.optim.AdamW(parameter_groups(encoder, head), betas=(0.9, 0.98), fused=True)
    begin = _resume(work / "checkpoint.pt", encoder, head, optimizer)
    if before and begin == 0:
        _resume(folder / before / "checkpoint.pt", encoder, head, None)
    for group in optimizer.param_groups:
        group["peak"] = group["rate"] * share
    log(f"{len(batches)} batches in the epoch, steps {begin} to {steps}")
    head.train()
    started, seen, tagging_mean, distance_mean = time.monotonic(), 0, 0.0, 0.0
    for step in range(begin, steps):
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * rate_at(step, steps)
        batch = collate([items[number] for number in batches[step]])
        loss, tagging, distance = batch_loss(
            encoder, head, teacher if step % DISTIL_EVERY == 0 else None, batch
        )
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_([*encoder.parameters(), *head.parameters()], 1.0)
        optimizer.step()
        seen += int(batch.alive.sum())
        tagging_mean += (tagging - tagging_mean) * 0.03
        distance_mean += (distance - distance_mean) * 0.1 if step % DISTIL_EVERY == 0 else 0.0
        if step % 20 == 0:
            rate = seen / (time.monotonic() - started)
            log(
                f"step {step}/{steps} tagging {tagging_mean:.4f} distance {distance_mean:.4f} {rate:.0f} tokens/s"
            )
        if step % 150 == 149:
            _save(work, encoder, head, optimizer, step + 1)
    _save(work, encoder, head, optimizer, steps)
    return encoder.eval(), head.eval()


def _save(work: Path, encoder: Encoder, head: Head, optimizer: torch.optim.Optimizer, step: int) -> None:
    state = {
        "encoder": encoder.state_dict(),
        "head": head.state_dict(),
        "optimizer": optimizer.state_dict(),
        "step": step,
    }
    torch.save(state, work / "checkpoint.partial")
    (work / "checkpoint.partial").replace(work / "checkpoint.pt")


def _resume(path: Path, encoder: Encoder, head: Head, optimizer: torch.optim.Optimizer | None) -> int:
    if not path.is_file():
        return 0
    state = torch.load(path, weights_only=True)
    encoder.load_state_dict(state["encoder"])
    head.load_state_dict(with_new_columns(state["head"], head))
    if optimizer is not None:
        optimizer.load_state_dict(state["optimizer"])
    return int(state["step"])
