"""The head that names people, places, organisations, dates and numbers, in NumPy."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.models.crf import Transitions, best_paths, marginals
from app.models.encoded import EncodedText
from app.models.features import COLUMNS, Words, find_words
from app.models.heads import Arrays, read_head
from app.models.lexicon import EMPTY, Lexicon, is_explained

Floats = NDArray[np.float32]

SEGMENT_WORDS = 96
"""Words over which the best tag sequence is sought at once. Shorter stretches are sought side by side: 96 take half the
time of 256 and find the same on whole case reports; 64 lose a third of a point."""
_SEGMENTS_AT_ONCE = 256
_WORDS_AT_ONCE = 8192
_KNOB = 6.0
"""How much, in log odds, the way from careful to strict adds to "nothing private here"."""
_SHORTEST_NAME = 3
_NEW_LINE = 2
_SENTENCE_END = frozenset(".!?;")


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """Something that the tagger found at `[start, end)` of the text."""

    type: str
    start: int
    end: int
    score: float
    """Calibrated probability, 0 to 1."""


class Tagger:
    """Weights of the head. Pure: the same text gives the same spans."""

    def __init__(
        self,
        arrays: Mapping[str, NDArray[np.float32]],
        settings: Mapping[str, object],
        lexicon: Lexicon = EMPTY,
    ) -> None:
        self._arrays = {name: np.asarray(values, dtype=np.float32) for name, values in arrays.items()}
        tags = settings["tags"]
        known = settings["known"]
        bias = settings["bias"]
        if not isinstance(tags, list) or not isinstance(known, dict) or not isinstance(bias, dict):
            raise TypeError("settings of a wrong kind")
        self._tags: list[str] = tags
        self.known: dict[str, int] = known
        self.lexicon = lexicon
        self._tables = [
            self._arrays[f"embed{number}"]
            for number in range(len(COLUMNS))
            if f"embed{number}" in self._arrays
        ]
        # Float32 overflows in exp() beyond 88; forbidden steps need no more than this.
        self._transitions = Transitions(
            np.maximum(self._arrays["start"], -60.0),
            np.maximum(self._arrays["step"], -60.0),
            np.maximum(self._arrays["end"], -60.0),
        )
        self.temperature = float(str(settings["temperature"]))
        self.bias: dict[str, float] = {name: float(value) for name, value in bias.items()}
        by_language = settings.get("person_bias", {})
        if not isinstance(by_language, dict):
            raise TypeError("settings of a wrong kind")
        self.person_bias: dict[str, tuple[float, float]] = {
            language: (float(usual), float(strange)) for language, (usual, strange) in by_language.items()
        }
        """By language, in place of that of all: the bias of PERSON, and that for words that no common word explains."""

    @property
    def types(self) -> tuple[str, ...]:
        """The types that it knows."""
        return tuple(tag[2:] for tag in self._tags if tag.startswith("B-"))

    def tag(self, encoded: EncodedText, strictness: float = 0.5, language: str = "und") -> list[TaggedSpan]:
        """Spans in order, none overlapping. `strictness` 0 finds more, 1 only what is sure."""
        words = find_words(encoded.text, encoded.offsets, encoded.words, self.known, self.lexicon)
        if len(words.first) == 0:
            return []
        scores = self.scores(encoded, words)
        return self.decode(encoded.text, words, scores, strictness, language)

    def scores(self, encoded: EncodedText, words: Words) -> Floats:
        """Score of every tag for every word, shape (w, tags), before the field over them."""
        counts = np.diff(np.r_[words.first, len(encoded.vectors)])[:, None]
        means = (np.add.reduceat(encoded.vectors, words.first, axis=0) / counts).astype(np.float32)
        return np.concatenate(
            [
                self._scores_of(means, words.features, begin, min(begin + _WORDS_AT_ONCE, len(means)))
                for begin in range(0, len(means), _WORDS_AT_ONCE)
            ]
        )

    def _scores_of(self, means: Floats, features: NDArray[np.int16], begin: int, end: int) -> Floats:
        """Scores of words `[begin, end)`, which see two words on each side of them."""
        arrays = self._arrays
        half = arrays["around.weight"].shape[1] // arrays["around.weight"].shape[0] // 2
        low, high = max(0, begin - half), min(len(means), end + half)
        columns = [table[features[low:high, number]] for number, table in enumerate(self._tables)]
        seen = np.concatenate([means[low:high], *columns], axis=1)
        inner = _gelu(seen @ arrays["enter.weight"].T + arrays["enter.bias"])
        padded: Floats = np.pad(inner, ((half - (begin - low), half - (high - end)), (0, 0)))
        size = end - begin
        near = np.concatenate([padded[shift : shift + size] for shift in range(2 * half + 1)], axis=1)
        mixed = padded[half : half + size] + _gelu(near @ arrays["around.weight"].T + arrays["around.bias"])
        return (mixed @ arrays["leave.weight"].T + arrays["leave.bias"]).astype(np.float32)

    def decode(
        self, text: str, words: Words, scores: Floats, strictness: float = 0.5, language: str = "und"
    ) -> list[TaggedSpan]:
        """The best sequence of tags under the field, as spans with calibrated scores."""
        shifted = scores + self._shift(strictness)
        if language in self.person_bias:
            shifted = shifted + self._person_shift(text, words, *self.person_bias[language])
        spans: list[TaggedSpan] = []
        segments = cut_segments(text, words)
        for begin in range(0, len(segments), _SEGMENTS_AT_ONCE):
            group = segments[begin : begin + _SEGMENTS_AT_ONCE]
            lengths = np.array([last - first for first, last in group], dtype=np.int64)
            block = np.zeros((len(group), int(lengths.max()), len(self._tags)), dtype=np.float32)
            plain = block.copy()
            for row, (first, last) in enumerate(group):
                block[row, : last - first] = shifted[first:last]
                plain[row, : last - first] = scores[first:last]
            paths = best_paths(block, lengths, self._transitions)
            cooled = Transitions(*(part / self.temperature for part in self._transitions))
            chances = marginals(plain / self.temperature, lengths, cooled)
            for row, (first, last) in enumerate(group):
                spans.extend(self._spans(words, first, paths[row, : last - first], chances[row]))
        return join_handles(text, spans)

    def _shift(self, strictness: float) -> Floats:
        """What is added to each tag's score: the types' own bias and the knob."""
        knob = _KNOB * (0.5 - min(1.0, max(0.0, strictness)))
        shifts = [0.0 if tag == "O" else self.bias.get(tag[2:], 0.0) + knob for tag in self._tags]
        return np.array(shifts, dtype=np.float32)

    def _person_shift(self, text: str, words: Words, usual: float, strange: float) -> Floats:
        """What a language's own bias of PERSON adds to that of all, shape (w, tags)."""
        explained = is_explained(words.features[:, -1])
        large = np.array(
            [end - start >= _SHORTEST_NAME and text[start].isupper() for start, end in words.spans.tolist()]
        )
        shift = np.zeros((len(words.spans), len(self._tags)), dtype=np.float32)
        person = [number for number, tag in enumerate(self._tags) if tag[2:] == "PERSON"]
        bias = np.where(large & ~explained, strange, usual) - self.bias.get("PERSON", 0.0)
        shift[:, person] = bias[:, None]
        return shift

    def _spans(self, words: Words, first: int, path: NDArray[np.int64], chances: Floats) -> list[TaggedSpan]:
        found: list[TaggedSpan] = []
        place = 0
        while place < len(path):
            tag = int(path[place])
            begin = place
            place += 1
            if self._tags[tag] == "O":
                continue
            while place < len(path) and int(path[place]) == tag + 1:
                place += 1
            score = float(chances[begin:place, tag : tag + 2].sum(axis=1).mean())
            span = words.spans[first + begin, 0], words.spans[first + place - 1, 1]
            found.append(TaggedSpan(self._tags[tag][2:], int(span[0]), int(span[1]), min(1.0, score)))
        return found


def join_handles(text: str, spans: list[TaggedSpan]) -> list[TaggedSpan]:
    """A name right behind an @ is a user name, sign and all: "@anna_k". So is an address that has nothing before it."""
    joined: list[TaggedSpan] = []
    for span in spans:
        before = joined[-1] if joined else None
        if before and before.end == span.start and not text[before.start : before.end].strip("@"):
            joined[-1] = TaggedSpan("USERNAME", before.start, span.end, span.score)
        elif span.type == "EMAIL_ADDRESS" and text[span.start] == "@":
            joined.append(TaggedSpan("USERNAME", span.start, span.end, span.score))
        elif (
            span.type == "PERSON"
            and span.start > (before.end if before else 0)
            and text[span.start - 1] == "@"
        ):
            joined.append(TaggedSpan("USERNAME", span.start - 1, span.end, span.score))
        else:
            joined.append(span)
    return joined


def cut_segments(text: str, words: Words) -> list[tuple[int, int]]:
    """Stretches of at most SEGMENT_WORDS words, cut at a line's or sentence's end where there is one."""
    count = len(words.first)
    if count <= SEGMENT_WORDS:
        return [(0, count)]
    gaps = words.features[:, 6] // 4
    segments: list[tuple[int, int]] = []
    start = 0
    while count - start > SEGMENT_WORDS:
        low, high = start + SEGMENT_WORDS // 2, start + SEGMENT_WORDS
        lines = np.flatnonzero(gaps[low + 1 : high + 1] == _NEW_LINE)
        cut = low + 1 + int(lines[-1]) if len(lines) else _after_sentence(text, words, low, high)
        segments.append((start, cut))
        start = cut
    segments.append((start, count))
    return segments


def _after_sentence(text: str, words: Words, low: int, high: int) -> int:
    for word in range(high - 1, low, -1):
        begin, end = words.spans[word]
        if end - begin == 1 and text[begin] in _SENTENCE_END:
            return word + 1
    return high


def _gelu(x: Floats) -> Floats:
    """x times the normal distribution function, with erf after Abramowitz and Stegun 7.1.26."""
    z = np.abs(x) * np.float32(0.70710678)
    t = 1.0 / (1.0 + np.float32(0.3275911) * z)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1.0 - poly * np.exp(-z * z))
    out: Floats = (0.5 * x * (1.0 + erf)).astype(np.float32)
    return out


def load_tagger(path: Path) -> Tagger:
    """Read the head's file. Raises ModelError."""
    return read_head(path, _parsed)


def _parsed(held: Arrays) -> Tagger:
    weights = {name: values for name, values in held.items() if name != "settings" and "lexicon" not in name}
    lexicon = Lexicon(held["lexicon.sums"], held["lexicon.bits"]) if "lexicon.sums" in held else EMPTY
    return Tagger(weights, json.loads(held["settings"].tobytes()), lexicon)
