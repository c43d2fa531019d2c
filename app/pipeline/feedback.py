"""A folder of feedback: how customers feel, and about what. Nothing of it is kept in the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from app.analysis.language import UNKNOWN, detect_language
from app.analysis.understanding.sentiment import LABELS, Sentiment, sentiment
from app.analysis.understanding.topics import Floats, topics
from app.documents import BlockKind, Document
from app.models import ModelBundle, load_bundle
from app.models.sentiment import SentimentHead, bundled_sentiment
from app.pipeline.reading import read_files
from app.settings import Settings

_LONGEST = 20_000
"""Characters of one piece of feedback that are judged."""
_OWN_LANGUAGE = 60
"""Characters from which a cell says by itself which language it is in."""
_LEAST_WORDS = 3
_TABLES = ("csv", "xlsx", "ods", "xls")
_LEAST_PIECES = 2
_QUOTES = 3
_QUOTE = 220


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of feedback: a file, or a cell of a table."""

    path: str
    place: str
    """The cell; "" where the whole file is one piece."""
    text: str
    language: str
    label: str
    """positive, mixed, neutral, negative; or unknown, where it cannot be judged."""
    score: float
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """A topic: how many pieces touch it, and how its sentences sound."""

    label: str
    items: int
    counts: dict[str, int]
    score: float
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a folder of feedback says."""

    items: tuple[Item, ...]
    about: tuple[About, ...]
    failed: dict[str, str]
    """Sentences by path, for files that could not be read."""

    @property
    def counts(self) -> dict[str, int]:
        """Pieces by label, all labels in their order."""
        counted = Counter(item.label for item in self.items)
        return {label: counted[label] for label in (*LABELS, "unknown")}

    @property
    def score(self) -> float:
        """The mean over the pieces that could be judged, between -1 and 1."""
        known = [item.score for item in self.items if item.label != "unknown"]
        return round(sum(known) / len(known), 4) if known else 0.0


@dataclass(frozen=True, slots=True)
class _Piece:
    path: Path
    place: str
    document: Document


@dataclass(frozen=True, slots=True)
class _Said:
    """One sentence of a piece."""

    piece: int
    text: str
    score: float
    vector: Floats


def feedback(
    settings: Settings,
    paths: Sequence[Path],
    *,
    password: str | None = None,
    told: Callable[[int, int], None] = lambda done, total: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Feedback:
    """Read and judge files and the files in folders."""
    readings = read_files(settings, paths, find=False, password=password, told=told, stopped=stopped)
    pieces = [p for path, read in readings.read.items() for p in _pieces(path, read.document)]
    bundle = load_bundle(1) if pieces else None
    try:
        items, said = _judge(pieces, bundle, bundled_sentiment(), told, stopped)
    finally:
        if bundle is not None:
            bundle.close()
    about, by_piece = _about(said)
    named = tuple(replace(item, topics=tuple(by_piece.get(n, ()))) for n, item in enumerate(items))
    return Feedback(named, about, {str(path): why for path, why in readings.failed.items()})


def _pieces(path: Path, document: Document) -> Iterator[_Piece]:
    """The cells of a table that hold running text; of another file the whole."""
    if document.source.format not in _TABLES:
        yield _Piece(path, "", replace(document, text=document.text[:_LONGEST]))
        return
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if block.kind is BlockKind.CELL and len(text.split()) >= _LEAST_WORDS and any(map(str.isalpha, text)):
            cell = replace(document, text=text[:_LONGEST], blocks=(), pages=())
            yield _Piece(path, block.place, cell)


def _judge(
    pieces: Sequence[_Piece],
    bundle: ModelBundle | None,
    head: SentimentHead | None,
    told: Callable[[int, int], None],
    stopped: Callable[[], bool],
) -> tuple[list[Item], list[_Said]]:
    languages = _languages(pieces)
    items: list[Item] = []
    said: list[_Said] = []
    for number, (piece, language) in enumerate(zip(pieces, languages, strict=True)):
        if stopped() or bundle is None:
            break
        encoded = bundle.encode(piece.document.text)
        found: Sentiment = sentiment(piece.document, language, encoded, head)
        items.append(
            Item(str(piece.path), piece.place, piece.document.text, language, found.label, found.score)
        )
        vectors = encoded.pooled([(one.start, one.end) for one in found.sentences])
        for one, vector in zip(found.sentences, vectors, strict=True):
            text = piece.document.text[one.start : one.end]
            if len(text.split()) >= _LEAST_WORDS:
                said.append(_Said(number, text, one.score, vector))
        told(number + 1, len(pieces))
    return items, said


def _languages(pieces: Sequence[_Piece]) -> list[str]:
    """The language of each piece; a piece too short to tell is in the language of most."""
    found = [
        detect_language(piece.document.text) if len(piece.document.text) >= _OWN_LANGUAGE else UNKNOWN
        for piece in pieces
    ]
    most = Counter(language for language in found if language != UNKNOWN).most_common(1)
    usual = most[0][0] if most else detect_language("\n".join(piece.document.text for piece in pieces[:200]))
    return [usual if language == UNKNOWN else language for language in found]


def _about(said: Sequence[_Said]) -> tuple[tuple[About, ...], dict[int, list[str]]]:
    """Topics, the most spoken of first, and the topics of each piece. What one piece alone says is no topic."""
    once: dict[str, list[_Said]] = {}
    for one in said:  # the same sentence again says nothing new about what belongs together
        once.setdefault(" ".join(one.text.casefold().split()), []).append(one)
    groups = list(once.values())
    vectors = np.array([same[0].vector for same in groups], dtype=np.float32)
    members: dict[str, list[_Said]] = {}
    for topic in topics([same[0].text for same in groups], vectors):
        members.setdefault(topic.label, []).extend(one for at in topic.members for one in groups[at])
    by_piece: dict[int, list[str]] = {}
    about = []
    for label, sentences in members.items():
        pieces = {one.piece for one in sentences}
        if len(pieces) < _LEAST_PIECES:
            continue
        for piece in sorted(pieces):
            by_piece.setdefault(piece, []).append(label)
        about.append(_topic(label, sentences, len(pieces)))
    return tuple(sorted(about, key=lambda one: (-one.items, one.label))), by_piece


def _topic(label: str, sentences: Sequence[_Said], pieces: int) -> About:
    counts = Counter(_side(one.score) for one in sentences)
    quotes = list(dict.fromkeys(_short(one.text) for one in sentences))
    return About(
        label,
        pieces,
        {side: counts[side] for side in ("positive", "neutral", "negative")},
        round(sum(one.score for one in sentences) / len(sentences), 4),
        tuple(quotes[:_QUOTES]),
    )


def _side(score: float) -> str:
    return "positive" if score > 0.1 else "negative" if score < -0.1 else "neutral"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _QUOTE else f"{line[:_QUOTE].rstrip()}…"


def to_json(found: Feedback) -> dict[str, Any]:
    """As `cloister feedback --json` prints it."""
    return {
        "schema": 1,
        "items": [
            {
                "path": item.path,
                "place": item.place,
                "language": item.language,
                "sentiment": item.label,
                "score": item.score,
                "topics": list(item.topics),
            }
            for item in found.items
        ],
        "counts": found.counts,
        "score": found.score,
        "topics": [
            {
                "label": one.label,
                "items": one.items,
                "counts": one.counts,
                "score": one.score,
                "quotes": list(one.quotes),
            }
            for one in found.about
        ],
        "failed": [{"path": path, "sentence": sentence} for path, sentence in found.failed.items()],
    }
