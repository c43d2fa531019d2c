"""Document in, analysis out: the finders in their order, each timed."""

from __future__ import annotations

import concurrent.futures
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath

from app.analysis.language import detect_language
from app.analysis.pii import PiiEngine
from app.analysis.understanding import Own, understand
from app.analysis.understanding.passages import passage_vectors
from app.documents import Analysis, Document, Entity
from app.documents.errors import ModelError
from app.models import EncodedText, ModelBundle, load_bundle

_TABLES = frozenset({"csv", "xlsx", "ods"})


class Analyser:
    """Holds what is slow to load: the model bundle and the recognisers. One per process."""

    def __init__(self, threads: int = 1) -> None:
        self._warnings: tuple[str, ...] = ()
        self._bundle = self._load(threads)
        self._pii = PiiEngine(self._bundle)
        self._beside = concurrent.futures.ThreadPoolExecutor(1, "encode")

    def _load(self, threads: int) -> ModelBundle | None:
        try:
            return load_bundle(threads)
        except ModelError as error:
            # Patterns still work without the model; every result says that it was missing.
            self._warnings = (str(error),)
            return None

    def analyse(self, document: Document, own: Own | None = None) -> Analysis:
        """Everything that can be found out about `document`; `own` is what the user taught."""
        return self.examine(document, own)[0]

    def examine(
        self, document: Document, own: Own | None = None, threads: int | None = None
    ) -> tuple[Analysis, bytes]:
        """The same, and the vectors of its passages for search by meaning (none without the model). `threads` bounds
        those of the encoder."""
        timings: dict[str, float] = {}
        # llama.cpp computes while Python does all that needs no vectors.
        encoding = self._beside.submit(self._encode, document.text, threads, timings)
        try:
            with _timed(timings, "language"):
                language = detect_language(document.text, document.source.format in _TABLES)
            with _timed(timings, "understand"):
                understood = understand(document, language, own)
            with _timed(timings, "patterns"):
                patterns = self._pii.patterns(document.text, language)
        finally:
            concurrent.futures.wait([encoding])
        encoded = encoding.result()
        with _timed(timings, "pii"):
            entities = self._pii.find(document, language, encoded, patterns)
        analysis = Analysis(
            entities=tuple(entities),
            language=language,
            category=understood.category,
            fields=understood.fields,
            summary=understood.summary,
            keywords=understood.keywords,
            timings_ms=timings,
            warnings=(*self._warnings, *understood.warnings),
        )
        return analysis, passage_vectors(encoded) if encoded else b""

    def _encode(self, text: str, threads: int | None, timings: dict[str, float]) -> EncodedText | None:
        with _timed(timings, "encode"):
            return self._bundle.encode(text, threads) if self._bundle else None

    def name_entities(self, name: str) -> list[Entity]:
        """What is private in a file name; spans count characters of the name."""
        words = "".join(c if c.isalnum() or c in "@.-'’" else " " for c in PurePath(name).stem)
        return self._pii.find_text(words)


@contextmanager
def _timed(timings: dict[str, float], stage: str) -> Iterator[None]:
    started = time.perf_counter()
    yield
    timings[stage] = (time.perf_counter() - started) * 1000.0
