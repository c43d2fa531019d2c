"""Make `languages.npz` from py3langid's model: `python packaging/models/languages_build.py [--out resources/models]`.

`--check FILE…` compares both on the lines of these text files, and prints the share on which they agree.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
from py3langid import langid

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT)]

from seal import seal  # noqa: E402

from app.analysis.language import LANGUAGES  # noqa: E402
from app.models.languages import LANGUAGES_FILE, LanguageModel, piece_number, save_languages  # noqa: E402

_LEAST_SPREAD = 0.3
"""Pieces whose log probability hardly differs between the languages are left out."""
_MOST_BELOW = 12.0
"""Log probabilities are cut this far below a piece's best language."""


def pieces_of(identifier: langid.LanguageIdentifier) -> list[bytes]:
    """The bytes of each feature: the shortest path to a state that counts it, breadth first."""
    states = np.asarray(identifier.tk_nextmove, dtype=np.int64).reshape(-1, 256)
    rows, counted = np.asarray(identifier.tk_row), identifier.tk_output
    seen: dict[int, bytes] = {0: b""}
    pieces: dict[int, bytes] = {}
    queue = [0]
    for state in queue:
        if counted[state] >= 0:
            pieces.setdefault(counted[state], seen[state])
        targets, first = np.unique(states[rows[state]], return_index=True)
        for target, letter in zip(targets.tolist(), first.tolist(), strict=True):
            if target not in seen:
                seen[target] = seen[state] + bytes([letter])
                queue.append(target)
    return [pieces[number] for number in range(len(pieces))]


def build() -> LanguageModel:
    """The model for LANGUAGES."""
    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    columns = [identifier.nb_classes.index(label) for label in LANGUAGES]
    weights = np.asarray(identifier.nb_ptc, dtype=np.float32)[:, columns]
    weights = np.maximum(weights - weights.max(axis=1, keepdims=True), -_MOST_BELOW)
    pieces = np.array([piece_number(piece) for piece in pieces_of(identifier)], dtype=np.uint64)
    kept = np.flatnonzero(weights.min(axis=1) < -_LEAST_SPREAD)
    kept = kept[np.argsort(pieces[kept])]
    step = _MOST_BELOW / 255
    prior = np.asarray(identifier.nb_pc, dtype=np.float32)[columns]
    steps = np.rint((weights[kept] + _MOST_BELOW) / step).astype(np.uint8)
    return LanguageModel(LANGUAGES, pieces[kept], steps, step, prior)


def check(model: LanguageModel, files: list[Path]) -> None:
    """How often both say the same of a line."""
    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    for file in files:
        lines = [line for line in file.read_text("utf-8", "replace").splitlines() if len(line) >= 20]
        same = sum(model.classify(line) == identifier.classify(line)[0] for line in lines)
        print(f"{file.name}: {len(lines)} lines, {100 * same / max(1, len(lines)):.2f} % alike")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "models")
    parser.add_argument("--check", type=Path, nargs="+", default=[])
    arguments = parser.parse_args()
    model = build()
    save_languages(model, arguments.out / LANGUAGES_FILE)
    seal(arguments.out)
    print(f"{len(model.pieces)} pieces, {(arguments.out / LANGUAGES_FILE).stat().st_size} bytes")
    check(model, arguments.check)


if __name__ == "__main__":
    main()
