"""Train the salience head of the summaries: `python packaging/models/summary_train.py --data DATA --out resources/models`.

Run it in the program's own environment; it needs NumPy alone, takes some minutes on a CPU and gives the same file
for the same data on the same machine. Each sentence's share of attention is drawn (softmax over a document, so that
only sentences of one document compete) towards how well it matches the summary by itself, more where the greedy
ceiling chose it, and towards the choices of sentences that match it best together (`summary_reward`).
`tests/bench/summaries.py` measures the outcome.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT)]

from seal import seal  # noqa: E402
from summary_data import LENGTHS, Example, as_document, examples  # noqa: E402
from summary_network import Group, Recipe, compete, fit  # noqa: E402
from summary_reward import reward_of  # noqa: E402
from summary_rouge import best_rouge, greedy, words  # noqa: E402

from app.analysis.understanding.salience import bag, feature_names, likeness, salience_features, terms  # noqa: E402
from app.analysis.understanding.salience_sentences import sentences  # noqa: E402
from app.analysis.understanding.summarize import REDUNDANCY, shown  # noqa: E402
from app.models.summarizer import SUMMARIZER_FILE, save_summarizer  # noqa: E402

TERMS, RAREST, LEAST_DOCUMENTS = 1500, 0.004, 8
SHARPNESS = 0.15
"""Temperature of the shares that the sentences of a document should have."""
CHOSEN = 0.4
"""Added to the value of a sentence that the greedy ceiling chose; the best by itself has value 1."""
RECIPE = Recipe(units=48, networks=4, epochs=10)
LONGEST = 60_000
"""Characters; longer stretches of meetings are left out of training."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "models")
    arguments = parser.parse_args()
    lessons = [
        (example.name, found)
        for example in examples(arguments.data)
        if example.split == "train"
        and len(example.text) <= LONGEST
        and (found := lesson(example)) is not None
    ]
    head = fit([group for _, group in lessons], feature_names(), known_terms(lessons), compete, RECIPE)
    arguments.out.mkdir(parents=True, exist_ok=True)
    save_summarizer(head, arguments.out / SUMMARIZER_FILE)
    seal(arguments.out)
    print(
        f"{len(lessons)} documents, {sum(len(group.share) for _, group in lessons)} sentences, {len(head.terms)} terms"
    )


def lesson(example: Example) -> Group | None:
    """None where there is nothing to choose from."""
    found = sentences(as_document(example.text))
    if len(found) < 2:
        return None
    bodies = [example.text[s.body : s.end] for s in found]
    bags = [bag(body) for body in bodies]
    overlap = likeness(bags)
    measured = salience_features(example.text, found, overlap, bags)
    read = [words(shown(example.text, sentence)) for sentence in found]
    references = [words(reference) for reference in example.references]
    value = np.array([sum(best_rouge(each, references)) for each in read])
    value /= max(float(value.max()), 1e-6)
    length = LENGTHS[example.name]
    if length > 1:
        value[greedy(read, references, length)] += CHOSEN
    share = np.exp((value - value.max()) / SHARPNESS)
    reward = reward_of(read, references, REDUNDANCY * overlap.alike, length)
    share = (share / share.sum()).astype(np.float32)
    return Group(measured, [terms(body) for body in bodies], share, reward)


def known_terms(lessons: list[tuple[str, Group]]) -> tuple[str, ...]:
    """The terms that most documents of some set hold."""
    documents = Counter(name for name, _ in lessons)
    held: dict[str, Counter[str]] = {name: Counter() for name in documents}
    for name, group in lessons:
        held[name].update(set().union(*group.terms))
    share: dict[str, float] = {}
    for name, counts in held.items():
        for term, hits in counts.items():
            if hits >= max(LEAST_DOCUMENTS, RAREST * documents[name]):
                share[term] = max(share.get(term, 0.0), hits / documents[name])
    return tuple(sorted(share, key=lambda term: (-share[term], term))[:TERMS])


if __name__ == "__main__":
    main()
