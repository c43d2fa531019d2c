"""How well topics of customers' questions follow the intents that people gave them: `python tests/bench/topics.py test.csv`.

The file is `banking_data/test.csv` of PolyAI's task-specific datasets (Banking77, CC BY 4.0): nothing is trained on it.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from math import comb
from pathlib import Path

import numpy as np

from app.analysis.understanding.topics import topics
from app.models import load_bundle

TIMES = 4


def agreement(one: list[int], other: list[int]) -> float:
    """The adjusted Rand index of two ways to group the same things."""
    both = sum(comb(n, 2) for n in Counter(zip(one, other, strict=True)).values())
    first, second = (sum(comb(n, 2) for n in Counter(side).values()) for side in (one, other))
    chance = first * second / comb(len(one), 2)
    return (both - chance) / ((first + second) / 2 - chance)


def main() -> None:
    """Agreement and purity for piles of several intents, drawn by chance."""
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    bundle = load_bundle(1)
    vectors = np.array([bundle.encode(row["text"]).pooled([(0, len(row["text"]))])[0] for row in rows])
    names = sorted({row["category"] for row in rows})
    intents = np.array([names.index(row["category"]) for row in rows])
    choose = np.random.default_rng(0)
    for count in (4, 8, 12):
        found = []
        for _ in range(TIMES):
            inside = np.flatnonzero(np.isin(intents, choose.choice(len(names), count, replace=False)))
            pile = topics([rows[at]["text"] for at in inside], vectors[inside])
            group = np.full(len(inside), -1)
            for number, topic in enumerate(pile):
                group[list(topic.members)] = number
            gold = intents[inside]
            pure = sum(np.bincount(gold[group == number]).max() for number in range(len(pile))) / len(inside)
            found.append((len(pile), agreement(group.tolist(), gold.tolist()), pure))
        many, index, pure = np.mean(found, axis=0)
        print(f"{count} intents: {many:.1f} topics, adjusted Rand index {index:.2f}, purity {pure:.1%}")


if __name__ == "__main__":
    main()
