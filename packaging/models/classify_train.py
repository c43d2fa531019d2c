"""Train the document classifier: `python packaging/models/classify_train.py --data DATA --more MORE`.

Run it in the program's own environment; it needs NumPy and tokenizers, takes minutes on a CPU and gives the same file
for the same data and encoder. The temperature is fitted, and with `--measure` figures are printed, on sources that
were left out of training whole, and on those that may not train.

A text is two things here: the features of `classify_features`, and the mean of the encoder's own vectors of its word
pieces, which lets words that never occurred in training count like their neighbours. What the head learned of the
latter is written as a table of word pieces, so that the program needs no encoder to sort, and a new encoder spoils
nothing.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT)]

from classify_data import Labelled, documents  # noqa: E402
from classify_generate import LABELS, damage, generate  # noqa: E402
from piece_vectors import piece_vectors  # noqa: E402
from seal import seal  # noqa: E402
from tokenizers import Tokenizer  # noqa: E402

from app.analysis.understanding.classify_features import feature_names, features  # noqa: E402
from app.models.bundle import ENCODER_FILE, TOKENIZER_FILE  # noqa: E402
from app.models.classifier import CLASSIFIER_FILE, Classifier, save_classifier  # noqa: E402
from app.models.pieces import piece_weights, pieces  # noqa: E402

SEED = 7
GENERATED = "generated"
STEPS, RATE, DECAY, DECAY_OF_WORDS = 200, 0.05, 0.002, 0.002
LEAST_SPREAD, LEAST_SPREAD_OF_WORDS = 0.05, 1e-4
BOUND = 4.0
"""As in the head: standard deviations beyond which a feature says no more."""
UNKNOWN_WEIGHT = 0.4
"""Of the class "unknown" beside every other: what is unlike all training is found by its low probability."""
FLOOR = 0.33
"""On sources left out, answers between this and 0.4 were right about as often as not."""
REAL = 1.0
"""Most that the real sources of a class weigh together, beside its generated documents."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A softmax over features and, behind them, the mean vector of the word pieces."""

    mean: np.ndarray
    spread: np.ndarray
    weights: np.ndarray
    bias: np.ndarray

    def scores(self, matrix: np.ndarray) -> np.ndarray:
        """(texts, labels) logits."""
        return np.asarray(_scaled(matrix, self.mean, self.spread) @ self.weights + self.bias)


def _scaled(matrix: np.ndarray, mean: np.ndarray, spread: np.ndarray) -> np.ndarray:
    scaled = (matrix - mean) / spread
    plain = len(feature_names())
    scaled[:, :plain] = np.clip(scaled[:, :plain], -BOUND, BOUND)
    return np.asarray(scaled, dtype=np.float32)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument(
        "--out", type=Path, default=ROOT / "resources" / "models", help="holds the encoder, too"
    )
    parser.add_argument("--generated", type=int, default=300, help="documents of each class")
    parser.add_argument("--more", type=Path, help="public sets beside DATA, see classify_data.py")
    parser.add_argument("--measure", action="store_true", help="print figures on sources left out")
    arguments = parser.parse_args()
    entries = gather(arguments.data, arguments.generated, arguments.more)
    table = piece_vectors(arguments.out / ENCODER_FILE)
    tokenizer = Tokenizer.from_file(str(arguments.out / TOKENIZER_FILE))
    texts = [entry.text for entry in entries]
    matrix = np.concatenate([vectors(texts), meanings(texts, tokenizer, table)], axis=1)
    trains = np.array([entry.trains for entry in entries])
    fitted = fit(entries, matrix, trains)
    left_out = left_out_scores(entries, matrix, trains)
    head = shipped(fitted, table, fit_temperature(left_out))
    if arguments.measure:
        left_out += excluded_scores(entries, matrix, trains, fitted)
        report(left_out, head)
    save_classifier(head, arguments.out / CLASSIFIER_FILE)
    seal(arguments.out)


def gather(data: Path, generated: int, more: Path | None = None) -> list[Labelled]:
    """Real documents, a cut and damaged copy of each that trains, and generated ones."""
    rng = random.Random(SEED)
    entries: list[Labelled] = []
    for entry in documents(data, SEED, more):
        entries.append(entry)
        if entry.trains:
            entries.append(
                replace(entry, source=entry.source + _COPY, text=damage(rng, _cut(rng, entry.text)))
            )
    return entries + [Labelled(label, GENERATED, text, True) for label, text in generate(generated, SEED)]


_COPY = " (copy)"


def _cut(rng: random.Random, text: str) -> str:
    size = rng.randint(500, 4000)
    if len(text) <= size or rng.random() < 0.3:
        return text
    start = rng.choice((0, rng.randint(0, len(text) - size)))
    return text[start : start + size]


def vectors(texts: list[str]) -> np.ndarray:
    """(texts, features)"""
    with ProcessPoolExecutor(2) as pool:
        return np.array(list(pool.map(features, texts, chunksize=50)))


def meanings(texts: list[str], tokenizer: Tokenizer, table: np.ndarray) -> np.ndarray:
    """(texts, width): the mean vector of the word pieces of each text."""
    found = np.zeros((len(texts), table.shape[1]), dtype=np.float32)
    for at, text in enumerate(texts):
        distinct, weights = piece_weights(pieces(tokenizer, text))
        found[at] = weights @ table[distinct]
    return found


def weigh(entries: list[Labelled], used: np.ndarray) -> np.ndarray:
    """(entries,): each class one share from generated documents and up to one from real sources, evenly."""
    groups: Counter[tuple[str, str]] = Counter()
    for entry, use in zip(entries, used, strict=True):
        if use:
            groups[entry.label, entry.source.removesuffix(_COPY)] += 1
    sources = Counter(label for label, source in groups if source != GENERATED)
    weights = np.zeros(len(entries), dtype=np.float32)
    for at, (entry, use) in enumerate(zip(entries, used, strict=True)):
        if not use:
            continue
        source = entry.source.removesuffix(_COPY)
        known = sources[entry.label]
        share = 1.0 if source == GENERATED else min(REAL, known * 0.5) / known
        weights[at] = share / groups[entry.label, source]
        if entry.label == "unknown":
            weights[at] *= UNKNOWN_WEIGHT
    return weights


def fit(entries: list[Labelled], matrix: np.ndarray, used: np.ndarray) -> Fitted:
    """Softmax regression with weight decay, Adam over all rows at once."""
    weights = weigh(entries, used)[used]
    rows = matrix[used]
    gold = np.array([LABELS.index(entry.label) for entry, use in zip(entries, used, strict=True) if use])
    mean, spread = rows.mean(0), rows.std(0)
    plain = len(feature_names())
    spread[:plain] = np.maximum(spread[:plain], LEAST_SPREAD)
    spread[plain:] = np.maximum(spread[plain:], LEAST_SPREAD_OF_WORDS)
    scaled = _scaled(rows, mean, spread)
    decay = np.where(np.arange(rows.shape[1]) < plain, DECAY, DECAY_OF_WORDS).astype(np.float32)[:, None]
    target = np.eye(len(LABELS), dtype=np.float32)[gold]
    share = (weights / weights.sum())[:, None]
    layer = np.zeros((rows.shape[1] + 1, len(LABELS)), dtype=np.float32)
    inputs = np.concatenate([scaled, np.ones((len(scaled), 1), np.float32)], axis=1)
    first, second = np.zeros_like(layer), np.zeros_like(layer)
    for step in range(1, STEPS + 1):
        scores = inputs @ layer
        grown = np.exp(scores - scores.max(1, keepdims=True))
        slope = inputs.T @ ((grown / grown.sum(1, keepdims=True) - target) * share)
        slope[:-1] += decay * layer[:-1]
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope * slope
        rate = RATE * (1 - 0.9 * step / STEPS)
        layer -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return Fitted(mean, spread, layer[:-1], layer[-1])


def shipped(fitted: Fitted, table: np.ndarray, temperature: float) -> Classifier:
    """The head as the program reads it: what was learned of vectors is written down for each word piece."""
    plain = len(feature_names())
    by_vector = fitted.weights[plain:] / fitted.spread[plain:, None]
    spoken = table @ by_vector
    grain = np.abs(spoken).max(0) / 127
    return Classifier(
        LABELS,
        feature_names(),
        fitted.mean[:plain],
        fitted.spread[:plain],
        fitted.weights[:plain],
        fitted.bias - fitted.mean[plain:] @ by_vector,
        np.round(spoken / grain).astype(np.int8),
        grain.astype(np.float32),
        temperature,
        FLOOR,
    )


Scored = tuple[str, str, np.ndarray, np.ndarray]
"""Source, how it was held out, gold labels as numbers (n,), scores (n, labels)."""


def left_out_scores(entries: list[Labelled], matrix: np.ndarray, trains: np.ndarray) -> list[Scored]:
    """Each real source scored by a head trained without it, and without the others of its group."""
    found: list[Scored] = []
    names = np.array([entry.source.removesuffix(_COPY) for entry in entries])
    copies = np.array([entry.source.endswith(_COPY) for entry in entries])
    for group in _groups(entries):
        here = np.isin(names, group) & trains
        head = fit(entries, matrix, trains & ~here)
        for source in group:
            rows = np.flatnonzero((names == source) & trains & ~copies)
            found.append((source, "left out", _gold(entries, rows), head.scores(matrix[rows])))
    return sorted(found, key=lambda scored: scored[0])


GROUPS = 8
"""Sources of different classes are left out together, which saves time and flatters nobody."""


def _groups(entries: list[Labelled]) -> list[list[str]]:
    sources = {
        (entry.label, entry.source.removesuffix(_COPY))
        for entry in entries
        if entry.trains and entry.source != GENERATED
    }
    ranked = [source for _, source in sorted(sources)]
    return [ranked[at::GROUPS] for at in range(GROUPS)]


def excluded_scores(
    entries: list[Labelled], matrix: np.ndarray, trains: np.ndarray, head: Fitted
) -> list[Scored]:
    """Sources that never train, scored by the shipped head."""
    names = np.array([entry.source for entry in entries])
    found: list[Scored] = []
    for source in sorted(set(names[~trains])):
        rows = np.flatnonzero((names == source) & ~trains)
        found.append((source, "never trained", _gold(entries, rows), head.scores(matrix[rows])))
    return found


def _gold(entries: list[Labelled], rows: np.ndarray) -> np.ndarray:
    return np.array([LABELS.index(entries[row].label) for row in rows])


def fit_temperature(scored: list[Scored]) -> float:
    """The temperature with the least log loss, every source weighing the same."""

    def loss(temperature: float) -> float:
        total = 0.0
        for _, _, gold, scores in scored:
            cooled = scores / temperature
            top = cooled.max(1)
            total += float(
                np.mean(
                    top + np.log(np.exp(cooled - top[:, None]).sum(1)) - cooled[np.arange(len(gold)), gold]
                )
            )
        return total

    return min((round(0.5 + 0.1 * step, 1) for step in range(36)), key=loss)


def report(scored: list[Scored], head: Classifier) -> None:
    """Print accuracy, share of "unknown" and the commonest mistakes by source and by class."""
    nothing = LABELS.index("unknown")
    right_by_class: dict[str, list[bool]] = {}
    print(f"temperature {head.temperature}, floor {head.floor}")
    for source, how, gold, scores in scored:
        shares = head.probabilities(scores)
        answer = np.where(shares.max(1) < head.floor, nothing, shares.argmax(1))
        wrong = Counter(LABELS[a] for a, g in zip(answer, gold, strict=True) if a not in (g, nothing))
        label = LABELS[gold[0]]
        right_by_class.setdefault(label, []).extend(answer == gold)
        print(f"{source:28} {how:14} {label:17} {len(gold):4} right {np.mean(answer == gold):6.1%} "
              f"first guess {np.mean(shares.argmax(1) == gold):6.1%} unknown {np.mean(answer == nothing):6.1%} {wrong.most_common(3)}")  # fmt: skip
    for label, right in sorted(right_by_class.items()):
        print(f"{label:17} {len(right):5} right {np.mean(right):6.1%}")
    known = [value for label, values in right_by_class.items() if label != "unknown" for value in values]
    print(f"all documents of a known class {len(known)} right {np.mean(known):6.1%}")


if __name__ == "__main__":
    main()
