"""Fit on development sets: the bias of PERSON, that of German and English words, and the temperature of the scores.

`python packaging/models/calibrate.py --data DATA --models FOLDER --work WORK` prints what each bias gives; with
`--bias` it takes that one and those of BY_LANGUAGE and fits the temperature. `build.py --export-only` then writes
them into the tagger.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT)]

from corpora import Sample  # noqa: E402
from evaluate import NAMES, Tally, all_sets  # noqa: E402

from app.models import load_bundle  # noqa: E402
from app.models.features import find_words  # noqa: E402

BIASES = (0.0, 0.5, 1.0, 1.5, 2.0)
TEMPERATURES = (0.7, 0.85, 1.0, 1.2, 1.5, 1.8, 2.2)
PAIRS = ((0.25, 1.0), (0.25, 1.75), (0.25, 2.25), (0.5, 0.5), (0.5, 1.0), (0.5, 1.5), (0.75, 0.75))
"""Bias of usual words, and of large ones that no common word explains."""
TRIED_ON = {"de": ("germeval14",), "en": ("uner_en_ewt", "wnut17", "btc")}
BY_LANGUAGE = {"de": (0.25, 2.25), "en": (0.5, 1.0), "und": (0.5, 1.0)}
"""What the shipped files have: lines too short to tell their language count as English."""
KEPT = ("f1", "f1_PERSON", "person_covered", "flagged_without_gold")
SKIPPED = ("meddocan", "wikiann", "crossner", "echr_fr_es")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=300)
    parser.add_argument("--bias", type=float, help="take this bias and fit the temperature alone")
    arguments = parser.parse_args()
    bundle = load_bundle(folder=arguments.models)
    tagger = bundle.tagger
    assert tagger is not None
    seen = []
    for name, samples in all_sets(arguments.data, arguments.limit).items():
        if name not in SKIPPED:
            for sample in samples[: arguments.limit]:
                encoded = bundle.encode(sample.text)
                words = find_words(sample.text, encoded.offsets, encoded.words, tagger.known, tagger.lexicon)
                if len(words.first):
                    seen.append((name, sample, words, tagger.scores(encoded, words)))
    for bias in BIASES if arguments.bias is None else ():
        tagger.bias = {"PERSON": bias}
        tallies: dict[str, Tally] = {}
        for name, sample, words, scores in seen:
            spans = tagger.decode(sample.text, words, scores)
            types = None if name.startswith("generated") else NAMES
            tallies.setdefault(name, Tally()).add(sample, spans, types)
        for name, tally in tallies.items():
            row = tally.row()
            print(bias, name, {key: row.get(key) for key in KEPT}, flush=True)
    for language, names in TRIED_ON.items() if arguments.bias is None else ():
        for pair in PAIRS:
            tagger.person_bias = {language: pair}
            tallies = {}
            for name, sample, words, scores in seen:
                if name in names:
                    spans = tagger.decode(sample.text, words, scores, language=language)
                    tallies.setdefault(name, Tally()).add(sample, spans, NAMES)
            for name, tally in tallies.items():
                print(language, pair, name, {key: tally.row().get(key) for key in KEPT}, flush=True)
    tagger.bias, tagger.person_bias = {"PERSON": arguments.bias or 0.0}, dict(BY_LANGUAGE)
    best = min(TEMPERATURES, key=lambda t: _brier(tagger, seen, t))
    print("temperature", best)
    settings = {"bias": tagger.bias, "person_bias": BY_LANGUAGE, "temperature": best}
    (arguments.work / "calibration.json").write_text(json.dumps(settings) + "\n", "utf-8")


def _brier(tagger, seen: list, temperature: float) -> float:
    """Mean squared distance of a span's score from whether it is right."""
    tagger.temperature = temperature
    total, count = 0.0, 0
    for name, sample, words, scores in seen:
        if name.startswith("generated"):
            continue
        for span in tagger.decode(sample.text, words, scores):
            if span.type in NAMES:
                total += (span.score - _is_right(sample, span)) ** 2
                count += 1
    print("brier", temperature, total / max(1, count), flush=True)
    return total / max(1, count)


def _is_right(sample: Sample, span) -> bool:
    return any((s.start, s.end, s.label) == (span.start, span.end, span.type) for s in sample.spans)


if __name__ == "__main__":
    main()
