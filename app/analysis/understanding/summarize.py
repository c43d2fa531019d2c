"""Extractive summaries and key phrases.

A trained head weighs the sentences (`salience` says by what); for text in languages that it has not learned, and
where no head is installed, they count by how central they are (LexRank, Erkan and Radev 2004) and by where they
stand. A sentence that says again what was chosen is marked down (maximal marginal relevance, Carbonell and Goldstein
1998). Nothing is written anew, so nothing can be wrong: of sentences of an English transcript the hesitations and
marked sounds are left out (`salience_spoken`), everything else stands as it was said.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from app.analysis.understanding.salience import (
    Likeness,
    bag,
    feature_names,
    likeness,
    salience_features,
    terms,
)
from app.analysis.understanding.salience_sentences import WORD, Sentence, sentences
from app.analysis.understanding.salience_spoken import spoken
from app.analysis.understanding.stopwords import STOPWORDS
from app.documents import Document, Summary
from app.documents.errors import ModelError
from app.models.summarizer import TermNetwork, bundled_summarizer

REDUNDANCY = 1.0
"""What a sentence loses for each unit of cosine to one already chosen; the head is trained to be used with it."""
_SPREAD = 0.5
"""Standard deviation of scores that no head gave, beside `REDUNDANCY`."""
_SAME = 0.9
"""Two sentences more alike than this say the same."""
_LEARNED = 0.3
"""Share of a text's words that the head must know by name to be asked."""
_CLOSED = (".", "!", "?", "…")
_ALL_NAMES = 0.7
_GIST, _SHORT = 9, 60
"""Sentences of a text that one sentence, or three, sum up."""


def summarize(document: Document, length: int | None = None) -> Summary:
    """At most `length` sentences in the order in which they stand; None: as many as suit the text.

    Raises ModelError where the shipped head is damaged.
    """
    return summarize_with(bundled_summarizer(), document, length)


def summarize_with(head: TermNetwork | None, document: Document, length: int | None = None) -> Summary:
    """The same with a head of the caller's choice, or by centrality alone."""
    found = sentences(document)
    bodies = [document.text[sentence.body : sentence.end] for sentence in found]
    if head is not None and head.names != feature_names():
        raise ModelError("The summariser belongs to another version. Install Cloister again.")
    learned = head if head is not None and _known_share(bodies, head) >= _LEARNED else None
    telling = np.array([not _is_fragment(body) for body in bodies], dtype=bool)
    if len(found) > 1:
        scores, overlap = _weigh(document.text, found, bodies, learned)
        scores = np.where(telling, scores, -np.inf).astype(np.float32)
        chosen = _choose(scores, overlap, _suitable(found) if length is None else length)
    else:
        chosen = np.flatnonzero(telling).tolist()
    found = [found[at] for at in sorted(chosen)]
    show = shown if learned is not None else _as_it_stands
    text = in_one_line(show(document.text, sentence) for sentence in found)
    return Summary(text, tuple((sentence.start, sentence.end) for sentence in found))


def in_one_line(parts: Iterable[str]) -> str:
    """The parts with a blank between them and in place of every line break."""
    return " ".join(" ".join(part.split()) for part in parts)


def shown(text: str, sentence: Sentence) -> str:
    """What a summary shows of a sentence in a language that the head has learned."""
    if not sentence.speaker:
        return _as_it_stands(text, sentence)
    words = text[sentence.body : sentence.end]
    return f"{text[sentence.start : sentence.body]} {spoken(words).strip() or words}"


def _as_it_stands(text: str, sentence: Sentence) -> str:
    return text[sentence.start : sentence.end]


def _is_fragment(body: str) -> bool:
    """The line of a letterhead, a table or a block of signatures, which tells nothing: all names, no small words."""
    words = WORD.findall(body)
    small = sum(1 for word in words if word.lower() in STOPWORDS)
    large = sum(1 for word in words if word[0].isupper())
    if body.rstrip('"”’»)] ').endswith(_CLOSED):
        return small == 0 and 2 * large > len(words)
    return small == 0 or large > _ALL_NAMES * len(words)


def _suitable(found: Sequence[Sentence]) -> int:
    """One sentence for a few lines of prose, three for a page or a talk, five for more."""
    if len(found) > _SHORT:
        return 5
    return 1 if len(found) <= _GIST and not any(sentence.speaker for sentence in found) else 3


def _weigh(
    text: str, found: Sequence[Sentence], bodies: Sequence[str], head: TermNetwork | None
) -> tuple[NDArray[np.float32], Likeness]:
    """(n,) scores beside which `REDUNDANCY` counts, and how alike the sentences are."""
    bags = [bag(body) for body in bodies]
    overlap = likeness(bags)
    if head is not None:
        measured = salience_features(text, found, overlap, bags)
        return head.scores(measured, [terms(body) for body in bodies]), overlap
    place = 1.0 + 0.6 / (1.0 + np.arange(len(found), dtype=np.float32))
    scores = overlap.centrality * place
    return np.asarray(scores * (_SPREAD / max(1e-9, float(scores.std()))), dtype=np.float32), overlap


def _known_share(bodies: Sequence[str], head: TermNetwork) -> float:
    """How many of the first thousand words the head knows by name."""
    words = [word.lower() for body in bodies[:100] for word in WORD.findall(body)][:1000]
    known = set(head.terms)
    return sum(1 for word in words if word in known) / max(1, len(words))


def _choose(scores: NDArray[np.float32], overlap: Likeness, length: int) -> list[int]:
    left = scores.astype(np.float64)
    chosen: list[int] = []
    while len(chosen) < min(length, len(scores)):
        best = int(np.argmax(left))
        if not np.isfinite(left[best]):
            break
        chosen.append(best)
        left -= REDUNDANCY * overlap.alike[best]
        left[overlap.alike[best] > _SAME] = -np.inf
        left[best] = -np.inf
    return chosen


_FEW_KEY_WORDS = 4
"""Fewer phrases than this come twice in a short paper, which then is told by those of several words."""


def keywords(text: str, language: str = "und", count: int = 10) -> list[str]:
    """Phrases of up to three words between stop words, by frequency and length (RAKE's idea)."""
    phrases: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for clause in re.split(r"[^\w\s'’-]+|\n", text[:100_000]):
        run: list[str] = []
        for word in [*clause.split(), ""]:
            plain = word.strip("'’-")
            if (
                plain
                and len(plain) > 2
                and plain.lower() not in STOPWORDS
                and not any(c.isdigit() for c in plain)
            ):
                run.append(plain)
                continue
            if 0 < len(run) <= 3:
                phrase = " ".join(run)
                phrases[phrase.lower()] += 1
                shown.setdefault(phrase.lower(), phrase)
            run = []
    ranked = sorted(
        phrases.items(), key=lambda entry: (-entry[1] * math.sqrt(len(entry[0].split())), entry[0])
    )
    repeated = [shown[phrase] for phrase, hits in ranked[:count] if hits > 1 or len(ranked) <= count]
    if len(repeated) >= _FEW_KEY_WORDS:
        return repeated
    once = [shown[phrase] for phrase in phrases if " " in phrase and not _is_name(shown[phrase])]
    return list(dict.fromkeys([*once[: count - len(repeated)], *repeated]))


def _is_name(phrase: str) -> bool:
    """Every word begins with a capital: a name, or a heading."""
    return all(word[:1].isupper() for word in phrase.split())
