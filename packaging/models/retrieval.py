"""How well mean vectors serve search: one-sentence summaries must find their own abstract among all others.

`python packaging/models/retrieval.py --data DATA --models FOLDER`
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT)]

import numpy as np  # noqa: E402
from corpora import read_rows  # noqa: E402

from app.models import load_bundle  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=300)
    arguments = parser.parse_args()
    bundle = load_bundle(folder=arguments.models)

    def vector(text: str) -> np.ndarray:
        return bundle.encode(text).pooled([(0, len(text))])[0]

    path = arguments.data / "docs" / "summarization" / "scitldr.jsonl.gz"
    rows = [(summary, abstract) for summary, abstract in map(_pair, read_rows(path)) if summary and abstract]
    rows = rows[: arguments.limit]
    queries = np.stack([vector(query) for query, _ in rows])
    texts = np.stack([vector(text) for _, text in rows])
    likeness = queries @ texts.T
    rank = (likeness > np.diag(likeness)[:, None]).sum(axis=1) + 1
    print(
        f"{len(rows)} pairs: first {100 * np.mean(rank == 1):.1f} %, mean reciprocal rank {np.mean(1 / rank):.3f}"
    )


def _pair(row: dict) -> tuple[str, str]:
    source = row.get("source", row.get("text", ""))
    target = row.get("target", row.get("summaries", row.get("summary", "")))
    text = " ".join(source) if isinstance(source, list) else source
    return (target[0] if isinstance(target, list) and target else target), text


if __name__ == "__main__":
    main()
