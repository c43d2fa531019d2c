"""Trains the head that tells praise from blame, and measures it on sources that it was not trained on.

    .venv/bin/python packaging/models/sentiment_train.py --data FOLDER

FOLDER holds amazon_cells_labelled.txt, imdb_labelled.txt and yelp_labelled.txt of "Sentiment Labelled Sentences"
(Kotzias et al. 2015, UCI Machine Learning Repository, CC BY 4.0): 1,000 sentences each, half of them praise. With
--xed FOLDER the words alone are measured on the eight languages of XED (CC BY 4.0), which nothing is trained on.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(Path(__file__).parent))

from seal import seal  # noqa: E402

from app.analysis.understanding.sentiment import MEASURED, judged_by_head, judged_by_words, measured  # noqa: E402
from app.models import load_bundle  # noqa: E402
from app.models.sentiment import SENTIMENT_FILE, Floats, SentimentHead, save_sentiment  # noqa: E402

SOURCES = ("amazon_cells", "imdb", "yelp")
RIDGE = 1.0
STEPS = 12
NEGATIVE, POSITIVE = {1, 3, 6}, {5, 8}
"""XED's anger, disgust and sadness against joy and trust."""
Rows = list[tuple[str, int]]


def read_source(folder: Path, name: str) -> Rows:
    """(sentence, 1 for praise or 0 for blame)."""
    rows = []
    for line in (folder / f"{name}_labelled.txt").read_text("utf-8", "replace").split("\n"):
        text, _, label = line.rstrip().rpartition("\t")
        if label in ("0", "1"):
            rows.append((text.strip(), int(label)))
    return rows


def vectors_of(rows: Rows) -> Floats:
    """Each sentence encoded by itself."""
    bundle = load_bundle(1)
    try:
        found = [bundle.encode(text).pooled([(0, len(text))])[0] for text, _ in rows]
    finally:
        bundle.close()
    return np.array(found, dtype=np.float32)


def fit(vectors: Floats, rows: Rows) -> SentimentHead:
    """Ridge-penalised logistic regression by Newton's method."""
    words = np.array([measured(text, "en") for text, _ in rows], dtype=np.float64)
    inputs = np.concatenate([vectors, words, np.ones((len(rows), 1))], axis=1).astype(np.float64)
    labels = np.array([label for _, label in rows], dtype=np.float64)
    ridge = np.full(inputs.shape[1], RIDGE)
    ridge[-1] = 1e-6
    weights = np.zeros(inputs.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (chance - labels) + ridge * weights
        bend = (inputs.T * (chance * (1 - chance) + 1e-9)) @ inputs + np.diag(ridge)
        weights -= np.linalg.solve(bend, slope)
    return SentimentHead(weights[:-1].astype(np.float32), float(weights[-1]))


def accuracy(head: SentimentHead, vectors: Floats, rows: Rows) -> tuple[float, float, float]:
    """Share right when forced to say one of two; and when it may stay silent: share right of what is said, and
    share said."""
    words = np.array([measured(text, "en") for text, _ in rows], dtype=np.float32)
    labels = np.array([label for _, label in rows])
    forced = float(((head.scores(vectors, words) > 0) == labels).mean())
    said = np.array(judged_by_head([text for text, _ in rows], vectors, head))
    spoke = said != 0
    return forced, float(((said > 0) == labels)[spoke].mean()), float(spoke.mean())


def by_words(rows: Rows, language: str) -> tuple[float, float]:
    """Mean of both sides' shares right among those with a word that is known, and the share of those."""
    said = np.array([judged_by_words(text, language) for text, _ in rows])
    labels = np.array([label for _, label in rows])
    sides = [((said > 0) == labels)[(said != 0) & (labels == side)].mean() for side in (0, 1)]
    return float(np.mean(sides)), float((said != 0).mean())


def xed(folder: Path, language: str) -> Rows:
    """Sentences with emotions of one side only."""
    name = "AnnotatedData/en-annotated.tsv" if language == "en" else f"Projections/{language}-projections.tsv"
    rows = []
    for line in (folder / name).read_text("utf-8").split("\n"):
        text, _, marks = line.rpartition("\t")
        emotions = {int(mark) for mark in marks.replace(" ", "").split(",") if mark.isdigit()}
        if emotions & POSITIVE and not emotions & (NEGATIVE | {4}):
            rows.append((text, 1))
        elif emotions & NEGATIVE and not emotions & POSITIVE:
            rows.append((text, 0))
    return rows


def main() -> None:
    """Measure on each source left out whole, then train on all and write the head."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--xed", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "models")
    options = parser.parse_args()
    rows = {name: read_source(options.data, name) for name in SOURCES}
    vectors = {name: vectors_of(rows[name]) for name in SOURCES}
    for left_out in SOURCES:
        others = [name for name in SOURCES if name != left_out]
        head = fit(
            np.vstack([vectors[name] for name in others]), [row for name in others for row in rows[name]]
        )
        forced, right, said = accuracy(head, vectors[left_out], rows[left_out])
        words, covered = by_words(rows[left_out], "en")
        print(
            f"{left_out} left out: {forced:.1%} right; may be silent: {right:.1%} of {said:.1%} said; "
            f"words alone {words:.1%} of {covered:.1%} said"
        )
    for language in ("en", "de", "fr", "es", "it", "nl", "pt", "pl") if options.xed else ():
        given = xed(options.xed, language)
        words, covered = by_words(given, language)
        print(f"XED {language}: {len(given)} sentences, words alone {words:.1%} of {covered:.1%} said")
    head = fit(
        np.vstack([vectors[name] for name in SOURCES]), [row for name in SOURCES for row in rows[name]]
    )
    if head.measured != MEASURED:
        raise ValueError("The head does not fit the features.")
    save_sentiment(head, options.out / SENTIMENT_FILE)
    seal(options.out)


if __name__ == "__main__":
    main()
