"""How well summaries match those that people wrote: ROUGE-1/2/L F1 of five systems on four sets.

`python tests/bench/summaries.py --data FOLDER [--split dev] [--sets scitldr,qmsum] [--limit 0]`

FOLDER holds docs/summarization. Every system gives the same number of the same sentences (the table's first
column): the first ones (lead), TextRank (Mihalcea and Tarau 2004), the program without its trained head (LexRank
with place), the program, and the greedy extractive ceiling (ROUGE-1 + ROUGE-2 against the reference). ROUGE is
without stemming; with several references each measure counts the best. "half" is half of the way from lead to
ceiling. The program leaves hesitations and marked sounds out of spoken sentences; all other systems give them as they
stand. QMSum: the stretches that answer a question, against its answer; the question is told to no system.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging" / "models")]

from summary_data import LENGTHS, Example, as_document, examples  # noqa: E402
from summary_rouge import Words, best_rouge, greedy, words  # noqa: E402

from app.analysis.understanding.salience import bag  # noqa: E402
from app.analysis.understanding.salience_sentences import Sentence, sentences  # noqa: E402
from app.analysis.understanding.summarize import summarize, summarize_with  # noqa: E402
from app.models.summarizer import bundled_summarizer  # noqa: E402

SYSTEMS = ("lead", "textrank", "no head", "ours", "ceiling")


def textrank(text: str, found: Sequence[Sentence], length: int) -> list[int]:
    """The sentences with the highest rank in a walk over shared words."""
    bags = [set(bag(text[s.start : s.end])) for s in found]
    logs = [math.log(max(2, len(each))) for each in bags]
    alike = np.array(
        [
            [len(a & b) / (logs[i] + logs[j]) if i != j else 0.0 for j, b in enumerate(bags)]
            for i, a in enumerate(bags)
        ]
    )
    sums = alike.sum(axis=1, keepdims=True)
    moves = np.divide(alike, sums, out=np.full_like(alike, 1.0 / len(bags)), where=sums > 0)
    ranks = np.full(len(bags), 1.0 / len(bags))
    for _ in range(50):
        ranks = 0.15 / len(bags) + 0.85 * (ranks @ moves)
    return sorted(np.argsort(-ranks, kind="stable")[:length].tolist())


def answers(example: Example) -> Iterator[tuple[str, Words]]:
    """Each system's summary, in words."""
    document, length = as_document(example.text), LENGTHS[example.name]
    found = sentences(document)
    read = [words(example.text[s.start : s.end]) for s in found]

    def said(chosen: Sequence[int]) -> Words:
        return [word for at in chosen for word in read[at]]

    yield "lead", said(range(min(length, len(found))))
    yield "textrank", said(textrank(example.text, found, length) if len(found) > 1 else range(len(found)))
    yield "no head", words(summarize_with(None, document, length).text)
    yield "ours", words(summarize(document, length).text)
    yield "ceiling", said(sorted(greedy(read, [words(r) for r in example.references], length)))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--sets", default="", help="by comma; all otherwise")
    parser.add_argument("--limit", type=int, default=0, help="documents of each set; 0 is all")
    options = parser.parse_args()
    if bundled_summarizer() is None:
        print("no trained head is installed: ours is the same as no head")
    wanted = set(filter(None, options.sets.split(","))) or set(LENGTHS)
    scores: dict[str, dict[str, list[tuple[float, float, float]]]] = defaultdict(lambda: defaultdict(list))
    begun = time.perf_counter()
    for example in examples(options.data):
        done = scores[example.name]["lead"]
        if example.split != options.split or example.name not in wanted or len(done) == options.limit > 0:
            continue
        references = [words(reference) for reference in example.references]
        for system, summary in answers(example):
            scores[example.name][system].append(best_rouge(summary, references))
    print(
        f"{'set':12}{'documents':>10}{'sentences':>10}"
        + "".join(f"{name:>18}" for name in (*SYSTEMS, "half"))
    )
    for name in (each for each in LENGTHS if scores[each]["lead"]):
        means = {system: np.mean(scores[name][system], axis=0) * 100 for system in SYSTEMS}
        means["half"] = (means["lead"] + means["ceiling"]) / 2
        columns = "".join(f"{'/'.join(f'{part:.1f}' for part in means[s]):>18}" for s in (*SYSTEMS, "half"))
        print(f"{name:12}{len(scores[name]['lead']):10}{LENGTHS[name]:10}{columns}")
    print(f"{time.perf_counter() - begun:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
