"""The documents that were written by hand to train the classifier: known classes, every language, the same each time."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging" / "models"))

from classify_generate import LABELS, LANGUAGES
from classify_specimens import from_specimens, specimens


def test_every_language_has_every_kind_and_no_two_are_the_same() -> None:
    known = specimens()
    kinds = {language: {label for spoken, label, _ in known if spoken == language} for language in LANGUAGES}
    assert all(labels == kinds["en"] for labels in kinds.values())
    assert kinds["en"] <= set(LABELS)
    assert max(Counter(text for _, _, text in known).values()) == 1


def test_what_is_made_of_them_is_the_same_each_time_and_never_empty() -> None:
    made = from_specimens(1, 7)
    assert made == from_specimens(1, 7)
    assert len(made) == 2 * len(specimens())
    assert all(text.strip() for _, text in made)
