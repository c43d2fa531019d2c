"""What a pile of sentences is about: groups of those that mean alike, each named by the words that set it apart."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from app.analysis.understanding.stopwords import STOPWORDS
from app.analysis.understanding.valence import says_valence

Floats = NDArray[np.float32]

_LEAST, _MOST_TOPICS = 3, 14
"""Sentences of a topic; topics of a pile."""
_PER_TOPIC = 5
"""Sentences that there must be for each topic that is tried."""
_SAMPLE = 3000
"""Sentences that the groups are made from; the others join the nearest."""
_ROUNDS, _STARTS = 25, 3
_SPREAD = 60
"""Where sentences lie in no clear groups, one topic for so many of them, up to `_FEW`, says more than two in all."""
_FEW = 6
_FAR = 0.12
"""A sentence with a smaller cosine to the middle of its group belongs to none."""
_WORD = re.compile(r"[^\W\d_]{3,}(?:['’-][^\W\d_]+)*")
_PALE = frozenset(
    """
    back place places thing things got get gets going went come came coming here again ever even much many way lot
    really don't i'm i've it's we're didn't won't wasn't say said tell told ask asked give gave given want wanted
    think thought look looked seem seemed try tried need needed day days year years month months week weeks first
    last next another every everything something anything someone people person guy left right around since until
    because while where still always never put take took made make makes use used using let keep kept went
    mal immer schon wieder alles etwas sache dinge jahr jahre tag tage woche mich mir uns euch gibt geht ging macht
    gemacht kam kommt sagt gesagt hatte hatten wäre würde heute gestern
    fait faire dit tout tous toute chose choses jour jours année semaine fois être avoir était avait
    cosa cosas día días año años semana vez veces hacer hace hecho dijo estaba tenía tiene
    cose giorno giorni anno anni settimana volta volte fare fatto detto stato stata aveva
    ding dingen dag dagen jaar weken keer gedaan zei gezegd gaat ging
    coisa coisas dia dias ano anos semana vez vezes fazer feito disse estava tinha
    rzecz rzeczy dzień dni rok lat tydzień raz razy zrobić powiedział mnie nas był
    """.split()  # noqa: SIM905 - two hundred literals would be harder to read
)
"""Words that are in every pile and name no topic."""
_SEED = 11


@dataclass(frozen=True, slots=True)
class Topic:
    """Sentences that mean alike, by their numbers, those nearest to the middle first."""

    label: str
    members: tuple[int, ...]


def topics(texts: Sequence[str], vectors: Floats) -> list[Topic]:
    """Groups of sentences, the largest first. Sentences in none are about something that nobody else says."""
    usable = np.flatnonzero(np.linalg.norm(vectors, axis=1) > 0) if len(vectors) else np.zeros(0, dtype=int)
    if len(usable) < 2 * _LEAST:
        return []
    rows = _centred(vectors[usable])
    middles = _middles(rows)
    if middles is None:
        return []
    near = rows @ middles.T
    group, cosine = near.argmax(axis=1), near.max(axis=1)
    found = []
    for number in range(len(middles)):
        inside = [
            at for at in np.argsort(-cosine, kind="stable") if group[at] == number and cosine[at] >= _FAR
        ]
        if len(inside) >= _LEAST:
            found.append([int(usable[at]) for at in inside])
    labels = _labels(texts, found)
    named = [Topic(label, tuple(members)) for label, members in zip(labels, found, strict=True) if label]
    return sorted(named, key=lambda topic: (-len(topic.members), topic.label))


def _centred(vectors: Floats) -> Floats:
    """Without what all sentences share, of length one."""
    rows = vectors - vectors.mean(axis=0)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-9), dtype=np.float32)


def _middles(rows: Floats) -> Floats | None:
    """Middles of the groups, as many as set the sentences apart best."""
    choose = np.random.default_rng(_SEED)
    sample = rows if len(rows) <= _SAMPLE else rows[np.sort(choose.permutation(len(rows))[:_SAMPLE])]
    best: tuple[float, Floats] | None = None
    fewest = min(_FEW, max(2, len(sample) // _SPREAD))
    for count in range(fewest, min(_MOST_TOPICS, len(sample) // _PER_TOPIC) + 1):
        middles = _means(sample, count, choose)
        apart = _apart(sample, middles)
        if best is None or apart > best[0] * 1.02:
            best = (apart, middles)
    return best[1] if best is not None else None


def _means(rows: Floats, count: int, choose: np.random.Generator) -> Floats:
    """Spherical k-means from several starts; the one whose sentences lie nearest to their middles."""
    best: tuple[float, Floats] | None = None
    for _ in range(_STARTS):
        middles = _start(rows, count, choose)
        for _ in range(_ROUNDS):
            group = (rows @ middles.T).argmax(axis=1)
            sums = np.stack([rows[group == number].sum(axis=0) for number in range(count)])
            after = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
            if np.allclose(after, middles, atol=1e-4):
                break
            middles = after
        fit = float((rows @ middles.T).max(axis=1).sum())
        if best is None or fit > best[0]:
            best = (fit, middles.astype(np.float32))
    assert best is not None  # there is at least one start
    return best[1]


def _start(rows: Floats, count: int, choose: np.random.Generator) -> Floats:
    """First middles: sentences far from each other (k-means++)."""
    chosen = [int(choose.integers(len(rows)))]
    far = np.maximum(1.0 - rows @ rows[chosen[0]], 0.0).astype(np.float64)
    while len(chosen) < count:
        weight = far**2
        total = weight.sum()
        pick = (
            int(choose.integers(len(rows))) if total <= 0 else int(choose.choice(len(rows), p=weight / total))
        )
        chosen.append(pick)
        far = np.minimum(far, np.maximum(1.0 - rows @ rows[pick], 0.0))
    return rows[chosen].copy()


def _apart(rows: Floats, middles: Floats) -> float:
    """Mean silhouette by middles: how much nearer a sentence is to its own middle than to the next one."""
    near = np.sort(rows @ middles.T, axis=1)
    own, other = 1.0 - near[:, -1], 1.0 - near[:, -2]
    return float(((other - own) / np.maximum(other, 1e-9)).mean())


# --- names ------------------------------------------------------------------------------------------------


def _labels(texts: Sequence[str], groups: Sequence[Sequence[int]]) -> list[str]:
    """For each group the words that are said in it and not in the others."""
    terms = {number: _terms(texts[number]) for members in groups for number in members}
    everywhere = Counter(term for said in terms.values() for term in said)
    labels = []
    for members in groups:
        inside = Counter(term for number in members for term in terms[number])
        labels.append(_label(inside, everywhere, len(members), len(terms)))
    return labels


def _label(inside: Counter[str], everywhere: Counter[str], size: int, total: int) -> str:
    """Up to two phrases, neither a part of the other; "" where no word is said twice."""

    def weight(term: str) -> float:
        share = inside[term] / size
        others = (everywhere[term] - inside[term] + 0.5) / (total - size + 1.0)
        return share * math.log(1.0 + share / others) * (1.25 if " " in term else 1.0)

    ranked = sorted((term for term in inside if inside[term] >= 2), key=lambda term: (-weight(term), term))
    chosen: list[str] = []
    for term in ranked:
        words = set(term.split())
        if any(words & set(known.split()) for known in chosen):
            continue
        chosen.append(term)
        if len(chosen) == 2:
            break
    return ", ".join(chosen)


def _terms(text: str) -> set[str]:
    """Words and pairs of neighbours that name a thing; words of praise and blame name none."""
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(text)]
    kept = [None if word in STOPWORDS or word in _PALE or says_valence(word) else word for word in words]
    pairs = {f"{one} {two}" for one, two in pairwise(kept) if one and two}
    return {word for word in kept if word is not None} | pairs
