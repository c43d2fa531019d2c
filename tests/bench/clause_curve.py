"""CUAD's own measure: precision at 80 % recall over all kinds of clause and contracts together.

As its paper and evaluation script have it (Hendrycks et al. 2021): a find is right where its words and those of a
marked place have a Jaccard index of 0.5 or more (for parties also where the marked name stands in it); a marked place
that no find matches is missed; thresholds run over the scores of all finds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract_data import Marked
from summary_data import as_document

from app.analysis.understanding.contract_title import contract_title
from app.analysis.understanding.extract_clauses import scored_clauses
from app.analysis.understanding.fields_choice import chances, shares
from app.analysis.understanding.fields_contracts import contract_dates, party_names
from app.models.extractor import Extractor

LEAST = 0.01
_SIMILAR = 0.5
_SIGNS = re.compile(r"[^\w\s]")


class Curve:
    """Finds and marked places of many contracts."""

    def __init__(self) -> None:
        self.wrong: list[float] = []
        """Scores of finds that match no marked place."""
        self.matched: list[float] = []
        """For each marked place the best score of the finds that match it; zero where none does."""

    def add(self, document: Marked, finds: dict[str, list[tuple[str, float]]]) -> None:
        """Finds are words and scores by CUAD's name of the kind."""
        for kind in document.spans.keys() | finds.keys():
            places = [_words(document.text[a:b]) for a, b in document.spans.get(kind, ())]
            best = [0.0] * len(places)
            for text, score in finds.get(kind, ()):
                words = _words(text)
                hits = [at for at, place in enumerate(places) if _same(place, words, kind == "Parties")]
                for at in hits:
                    best[at] = max(best[at], score)
                if not hits:
                    self.wrong.append(score)
            self.matched += best

    def precision_at(self, recall: float) -> float:
        """Of the thresholds that reach this recall the best precision; 0 where none does."""
        found = 0.0
        for threshold in sorted({score for score in self.matched if score}, reverse=True):
            hits = sum(score >= threshold for score in self.matched)
            if hits >= recall * len(self.matched):
                wrong = sum(score >= threshold for score in self.wrong)
                found = max(found, hits / (hits + wrong))
        return found

    def reach(self) -> float:
        """Recall at the lowest threshold."""
        return sum(score > 0 for score in self.matched) / max(1, len(self.matched))


def finds_of(document: Marked, head: Extractor, kinds: dict[str, str]) -> dict[str, list[tuple[str, float]]]:
    """All that may be a clause, with its chance, by CUAD's name; `kinds` are its names and ours."""
    text = document.text
    names = {ours: theirs for theirs, ours in kinds.items()}
    finds: dict[str, list[tuple[str, float]]] = {}
    for field in scored_clauses(head, as_document(text), LEAST):
        finds.setdefault(names[field.name], []).append((field.value, field.score))
    parties = party_names(text)
    for at, score in chances(head, "contract.party", parties).items():
        finds.setdefault("Parties", []).append((text[parties[at].start : parties[at].end], score))
    dates = contract_dates(text, month_first=True)
    for candidate, score in zip(dates, shares(head, "contract.effective_date", dates), strict=True):
        if score >= LEAST:
            for kind in ("Agreement Date", "Effective Date"):
                finds.setdefault(kind, []).append((text[candidate.start : candidate.end], score))
    for field in contract_title(text):
        finds.setdefault("Document Name", []).append((field.value, field.score))
    return finds


def _words(text: str) -> set[str]:
    return set(_SIGNS.sub("", text.lower()).split())


def _same(place: set[str], found: set[str], parties: bool) -> bool:
    both = len(place & found)
    similar = both / max(1, len(place | found)) >= _SIMILAR
    return similar or (parties and bool(place) and both == len(place))


def summary(curve: Curve, recalls: Sequence[float] = (0.5, 0.6, 0.7, 0.8)) -> str:
    """One line."""
    parts = ", ".join(f"{curve.precision_at(recall):.1%} at {recall:.0%}" for recall in recalls)
    return f"precision {parts} recall; all finds together reach {curve.reach():.1%}"
