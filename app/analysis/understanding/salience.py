"""What a sentence shows of its weight in a document: numbers for a trained head, and centrality by itself.

Shapes: n sentences of a document. Nothing here depends on the document's language but the words of the head.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from app.analysis.understanding.salience_sentences import WORD, Sentence
from app.analysis.understanding.stopwords import STOPWORDS

Floats = NDArray[np.float32]

_COLUMNS = 2048
"""Words of a document that are told apart; a longer one shares columns."""

CUES: dict[str, str] = {
    "we do": r"\bwe (?:\w+ )?(?:propose|present|introduce|show|develop|describe|study|investigate|demonstrate|find|provide|prove|"
             r"design|analy[sz]e|explore|address|extend|apply|use|consider|derive|train|learn)\b|"
             r"\bwir (?:zeigen|schlagen|stellen|untersuchen)|\bnous (?:proposons|montrons|présentons)|\b(?:proponemos|presentamos)",
    "this work": r"\b(?:this|our|the present) (?:paper|work|study|article|report|letter|approach|method|model|framework|results?)\b|"
                 r"\b(?:diese[rs]? (?:arbeit|bericht|schreiben)|cet article|este (?:artículo|trabajo))\b",
    "contrast": r"^\W*(?:however|but|although|despite|unfortunately|yet|while|nevertheless|aber|jedoch|mais|cependant|pero)\b",
    "result": r"\b(?:results?|outperform\w*|achiev\w+|improv\w+|significant\w*|state[- ]of[- ]the[- ]art|experiments?|evaluat\w+|ergebnis\w*|"
              r"résultats?|resultados?)\b",
    "conclusion": r"\b(?:in (?:conclusion|summary|short)|to sum up|overall|therefore|thus|hence|finally|consequently|conclu\w+|"
                  r"insgesamt|zusammenfassend|folglich|en conclusion|donc|en resumen|por tanto)\b",
    "decision": r"\b(?:decid\w+|agree[ds]?|agreement|decision|approved?|resolved|we(?:'ll| will| should| need| have to|'re going)|action|"
                r"by (?:monday|friday|next week)|beschlossen|vereinbart|décid\w+|acord\w+)\b",
    "opinion": r"\b(?:i think|i (?:would|'d)|in my opinion|i believe|i feel|i guess|maybe|perhaps|problem|issue|important|suggest\w*|recommend\w*)\b",
    "duty": r"\b(?:shall|must|required|obliged|agrees? to|may not|entitled|terminat\w+|payable|liab\w+|muss|verpflichtet|doit|debe)\b",
    "illness": r"\b(?:pain\w*|history|diagnos\w+|symptom\w*|medication\w*|mg|milligrams?|surgery|blood|pressure|allerg\w+|disease|doctor|"
               r"treatment|exam\w*|cancer|diabet\w*|x-?ray|fever|cough|swelling|smok\w+|drink\w*|years? old|year-old)\b",
    "measure": r"\b(?:order|refer\w*|prescrib\w+|follow(?:ing)?[- ]up|increase|continue|start(?:ing)? you|go ahead and|schedule|recheck|"
               r"gonna|going to|wanna)\b",
    "finding": r"\b(?:tender\w*|normal|clear|regular|murmur|range of motion|edema|bilateral\w*|appreciate|looks? (?:good|at)|lungs?|heart|"
               r"reviewed|show(?:s|ed)|vital\w*)\b",
    "chatter": r"\b(?:thank(?:s| you)|hello|hi|bye|good (?:morning|afternoon|evening)|nice to|yeah|okay|ok|mm-?hmm?|uh|um|right|alright|sure|"
               r"sorry|hey|great|wow|danke|merci|gracias)\b",
    "noise": r"\{\w+\}|[A-Za-z]_",
    "I": r"\b(?:i|i'm|i've|my|me|ich|je|yo)\b",
    "you": r"\b(?:you|your|you're|sie|vous|usted)\b",
    "we": r"\b(?:we|our|us|wir|nous|nosotros)\b",
    "they": r"\b(?:he|she|they|his|her|their|it|er|il|elle)\b",
    "points back": r"^\W*(?:this|that|these|those|it|they|he|she|such|so|and|also|then|dies\w*|das|cela|esto)\b",
    "example": r"\b(?:for example|for instance|e\.g|such as|zum beispiel|par exemple|por ejemplo)\b",
    "no": r"\b(?:no|not|n't|none|never|nor|denies|without|kein\w*|nicht|pas|ningun\w*)\b",
}  # fmt: skip
"""Words that tell what a sentence does, counted for each sentence."""

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_CAPITAL = re.compile(r"(?<=[\w,;] )[A-Z][\w-]+")
_QUESTION = re.compile(r"\?[\"”»)\]\s]*$")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How the words of a document's sentences overlap."""

    alike: Floats
    """(n, n) cosines of TF-IDF vectors, zero on the diagonal."""
    centrality: Floats
    """(n,) stationary distribution of a walk between like sentences; sums to one."""
    to_all: Floats
    """(n,) cosine to the document's mean."""
    weight: Floats
    """(n,) mean rarity of a sentence's words within the document."""


def bag(sentence: str) -> Counter[str]:
    """The words that say something, in lower case."""
    return Counter(
        w for w in (m.lower() for m in WORD.findall(sentence)) if len(w) > 2 and w not in STOPWORDS
    )


def likeness(bags: Sequence[Counter[str]]) -> Likeness:
    """Overlap of sentences by words that are rare in the document (LexRank, Erkan and Radev 2004)."""
    count = len(bags)
    seen = Counter(word for each in bags for word in each)
    weight = {word: math.log((1 + count) / (1 + hits)) + 1.0 for word, hits in seen.items()}
    index = {word: column % _COLUMNS for column, word in enumerate(seen)}
    vectors = np.zeros((count, max(1, min(len(seen), _COLUMNS))), dtype=np.float32)
    for row, each in enumerate(bags):
        for word, hits in each.items():
            vectors[row, index[word]] += hits * weight[word]
    rarity = np.array(
        [sum(weight[w] * h for w, h in each.items()) / max(1, each.total()) for each in bags],
        dtype=np.float32,
    )
    vectors = _unit(vectors)
    mean = vectors.mean(axis=0)
    alike = np.asarray(vectors @ vectors.T, dtype=np.float32)
    np.fill_diagonal(alike, 0.0)
    sums = alike.sum(axis=1, keepdims=True)
    moves = np.divide(alike, sums, out=np.full_like(alike, 1.0 / count), where=sums > 0)
    ranks = np.full(count, 1.0 / count, dtype=np.float32)
    for _ in range(30):
        ranks = 0.15 / count + 0.85 * (ranks @ moves)
    return Likeness(alike, ranks, vectors @ mean / max(1e-6, float(np.linalg.norm(mean))), rarity)


def salience_features(
    text: str, found: Sequence[Sentence], overlap: Likeness, bags: Sequence[Counter[str]]
) -> Floats:
    """(n, features), in the order of `feature_names()`; sentences as they follow each other in the document."""
    count = len(found)
    bodies = [text[s.body : s.end] for s in found]
    sizes = np.array([len(WORD.findall(body)) for body in bodies], dtype=np.float32)
    speakers = [s.speaker for s in found]
    said = Counter(speakers)
    order = {name: rank for rank, name in enumerate(dict.fromkeys(speakers))}
    dialogue = sum(1 for name in speakers if name) / count
    title = bag(text[found[0].start : found[0].end])
    for sentence in found:
        if sentence.heading:
            title |= bag(text[sentence.start : sentence.end])
    asks = [bool(_QUESTION.search(body)) for body in bodies]
    before = np.tril(overlap.alike).max(axis=1)
    rows = []
    for at, (sentence, body) in enumerate(zip(found, bodies, strict=True)):
        words = [w.lower() for w in WORD.findall(body)]
        size = max(1, len(words))
        back = count - 1 - at
        spoken = bool(sentence.speaker)
        turn_begins = spoken and (at == 0 or sentence.start == _turn_start(found, at))
        rows.append(
            [
                at == 0, at == 1, at == 2, back == 0, back == 1, back == 2,
                1.0 / (1 + at), math.log1p(at), 1.0 / (1 + back), at / max(1, count - 1), (at / max(1, count - 1)) ** 2,
                abs(0.5 - at / max(1, count - 1)),
                math.log(size), size / 20.0, min(1.0, size / 8.0), max(0.0, size - 35.0) / 20.0,
                size / max(1.0, float(sizes.mean())),
                overlap.centrality[at] * count, overlap.to_all[at], overlap.weight[at], before[at],
                float(overlap.alike[at].max(initial=0.0)), overlap.alike[at, at - 1] if at else 0.0,
                overlap.alike[at, at + 1] if back else 0.0, overlap.alike[at, 0],
                sum((bags[at] & title).values()) / max(1, bags[at].total()) if at else 1.0,
                bags[at].total() / size, len(set(words)) / size, sum(len(w) for w in words) / size / 6.0,
                len(_DIGITS.findall(body)) / 2.0, len(_CAPITAL.findall(body)) / 3.0, body.count("(") + body.count("["),
                body.count(","), ":" in body, "%" in body, '"' in body or "“" in body, body.rstrip()[-1:] in ".!",
                sentence.heading, asks[at], at > 0 and asks[at - 1], back > 0 and asks[at + 1],
                spoken, turn_begins, order[sentence.speaker] if order[sentence.speaker] < 3 else 3,
                said[sentence.speaker] / count if spoken else 0.0, spoken and at > 0 and speakers[at - 1] != sentence.speaker,
                dialogue, math.log(count), float(sizes.mean()) / 20.0, len(order) / 4.0,
                *(min(3, sum(1 for _ in pattern.finditer(body))) for pattern in _patterns().values()),
            ]
        )  # fmt: skip
    return np.array(rows, dtype=np.float32)


def _turn_start(found: Sequence[Sentence], at: int) -> int:
    """Where the turn that sentence `at` belongs to begins: only its first sentence carries the speaker's name."""
    return found[at].start if found[at].body > found[at].start else -1


@cache
def feature_names() -> tuple[str, ...]:
    """A name for each column of `salience_features`."""
    return (
        "first", "second", "third", "last", "last but one", "last but two", "1/(1+place)", "log place", "1/(1+places to the end)",
        "place/all", "(place/all)²", "distance to the middle", "log words", "words", "few words", "many words", "words/mean",
        "centrality", "likeness to all", "rarity", "likeness before", "likeness anywhere", "likeness to the previous",
        "likeness to the next", "likeness to the first", "words of the title", "telling words", "different words", "long words",
        "numbers", "capitals", "brackets", "commas", "colon", "percent", "quotation", "stop", "heading", "question",
        "follows a question", "before a question", "spoken", "turn begins", "speaker's rank", "speaker's share", "speaker changes",
        "dialogue", "log sentences", "mean words", "speakers", *(f"cue: {name}" for name in CUES),
    )  # fmt: skip


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in CUES.items()}


def terms(body: str) -> set[str]:
    """Words and pairs of neighbouring words, in lower case, that a head may know by name."""
    words = [w.lower() for w in WORD.findall(body)]
    return {*words, *(f"{one} {two}" for one, two in pairwise(words))}


def _unit(rows: Floats) -> Floats:
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(np.divide(rows, norms, out=np.zeros_like(rows), where=norms > 0), dtype=np.float32)
