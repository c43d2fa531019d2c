"""Train the salience head of the summaries: `python packaging/models/summary_train.py --data DATA --out resources/models`.

Run it in the program's own environment; it needs NumPy alone, takes some minutes on a CPU and gives the same file
for the same data on the same machine. Each sentence's share of attention is drawn (softmax over a document, so that
only sentences of one document compete) towards how well it matches the summary by itself, more where the greedy
ceiling chose it. `tests/bench/summaries.py` measures the outcome.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT)]

from seal import seal  # noqa: E402
from summary_data import LENGTHS, Example, as_document, examples  # noqa: E402
from summary_rouge import best_rouge, greedy, words  # noqa: E402

from app.analysis.understanding.salience import bag, feature_names, likeness, salience_features, terms  # noqa: E402
from app.analysis.understanding.salience_sentences import sentences  # noqa: E402
from app.models.summarizer import SUMMARIZER_FILE, Summarizer, save_summarizer  # noqa: E402

SEED = 7
NETWORKS, UNITS = 3, 64
TERMS, RAREST, LEAST_DOCUMENTS = 1500, 0.004, 8
EPOCHS, BATCH, RATE, DECAY, DROPPED = 6, 32, 0.002, 0.1, 0.3
SHARPNESS = 0.15
"""Temperature of the shares that the sentences of a document should have."""
CHOSEN = 0.4
"""Added to the value of a sentence that the greedy ceiling chose; the best by itself has value 1."""
LEAST_SPREAD = 0.05
LONGEST = 60_000
"""Characters; longer stretches of meetings are left out of training."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One document: what its sentences show, and the share of attention that each should have."""

    name: str
    measured: np.ndarray
    terms: list[set[str]]
    share: np.ndarray


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "models")
    arguments = parser.parse_args()
    lessons = [
        found
        for example in examples(arguments.data)
        if example.split == "train" and len(example.text) <= LONGEST and (found := lesson(example)) is not None
    ]
    head = fit(lessons)
    arguments.out.mkdir(parents=True, exist_ok=True)
    save_summarizer(head, arguments.out / SUMMARIZER_FILE)
    seal(arguments.out)
    print(f"{len(lessons)} documents, {sum(len(each.share) for each in lessons)} sentences, {len(head.terms)} terms")


def lesson(example: Example) -> Lesson | None:
    """None where there is nothing to choose from."""
    found = sentences(as_document(example.text))
    if len(found) < 2:
        return None
    bodies = [example.text[s.body : s.end] for s in found]
    bags = [bag(body) for body in bodies]
    measured = salience_features(example.text, found, likeness(bags), bags)
    read = [words(example.text[s.start : s.end]) for s in found]
    references = [words(reference) for reference in example.references]
    value = np.array([sum(best_rouge(each, references)) for each in read])
    value /= max(float(value.max()), 1e-6)
    length = LENGTHS[example.name]
    if length > 1:
        value[greedy(read, references, length)] += CHOSEN
    share = np.exp((value - value.max()) / SHARPNESS)
    return Lesson(example.name, measured, [terms(body) for body in bodies], (share / share.sum()).astype(np.float32))


def vocabulary(lessons: list[Lesson]) -> tuple[str, ...]:
    """The terms that most documents of some set hold."""
    documents = Counter(each.name for each in lessons)
    held: dict[str, Counter[str]] = {name: Counter() for name in documents}
    for each in lessons:
        held[each.name].update(set().union(*each.terms))
    share: dict[str, float] = {}
    for name, counts in held.items():
        for term, hits in counts.items():
            if hits >= max(LEAST_DOCUMENTS, RAREST * documents[name]):
                share[term] = max(share.get(term, 0.0), hits / documents[name])
    return tuple(sorted(share, key=lambda term: (-share[term], term))[:TERMS])


def fit(lessons: list[Lesson]) -> Summarizer:
    """Networks that differ in their first weights and in the order of the documents."""
    measured = np.concatenate([each.measured for each in lessons])
    mean, spread = measured.mean(0), np.maximum(measured.std(0), LEAST_SPREAD)
    known, width = vocabulary(lessons), len(feature_names())
    none = np.zeros((0, 0, 0), dtype=np.float32)
    head = Summarizer(feature_names(), known, mean, spread, none, none, none)
    inputs = [np.concatenate([head.scaled(each.measured), head.known(each.terms)], axis=1) for each in lessons]
    trained = [_network(inputs, [each.share for each in lessons], width + len(known), SEED + n) for n in range(NETWORKS)]
    hidden, bias, weights = (np.stack(parts) for parts in zip(*trained, strict=True))
    return Summarizer(feature_names(), known, mean, spread, hidden, bias, weights)


def _network(inputs: list[np.ndarray], shares: list[np.ndarray], width: int, seed: int) -> list[np.ndarray]:
    """Weights (width, units), (units,), (units,) after Adam with decay and dropout on the hidden units."""
    rng = np.random.default_rng(seed)
    parts = [
        rng.normal(0, 1 / np.sqrt(width), (width, UNITS)).astype(np.float32),
        np.zeros(UNITS, dtype=np.float32),
        rng.normal(0, 0.5 / np.sqrt(UNITS), UNITS).astype(np.float32),
    ]
    first, second = [np.zeros_like(part) for part in parts], [np.zeros_like(part) for part in parts]
    steps, step = EPOCHS * -(-len(inputs) // BATCH), 0
    for _ in range(EPOCHS):
        order = rng.permutation(len(inputs))
        for begin in range(0, len(order), BATCH):
            step += 1
            chosen = order[begin : begin + BATCH]
            rows = np.concatenate([inputs[at] for at in chosen])
            units = np.maximum(rows @ parts[0] + parts[1], 0.0)
            kept = (rng.random(units.shape) > DROPPED).astype(np.float32) / (1 - DROPPED)
            scores = (units * kept) @ parts[2]
            slope = np.zeros_like(scores)
            at = 0
            for number in chosen:
                share = shares[number]
                here = slice(at, at + len(share))
                grown = np.exp(scores[here] - scores[here].max())
                slope[here] = (grown / grown.sum() - share) / len(chosen)
                at += len(share)
            back = slope[:, None] * parts[2] * kept * (units > 0)
            slopes = [rows.T @ back, back.sum(0), (units * kept).T @ slope]
            rate = RATE * (1 - 0.95 * step / steps)
            for place, (part, change) in enumerate(zip(parts, slopes, strict=True)):
                first[place] = 0.9 * first[place] + 0.1 * change
                second[place] = 0.99 * second[place] + 0.01 * change * change
                move = (first[place] / (1 - 0.9**step)) / (np.sqrt(second[place] / (1 - 0.99**step)) + 1e-8)
                part -= rate * (move + (DECAY * part if place != 1 else 0.0))
    return parts


if __name__ == "__main__":
    main()
