"""After a lesson: documents that are stored already are sorted again, from vectors that the library keeps."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from app.analysis.understanding.classify import classify
from app.analysis.understanding.extract import extract
from app.analysis.understanding.taught_state import SENSITIVE, Own, vector_of
from app.documents import Analysis, Category, Document, Field
from app.models.catalogue import bundled_folder, read_catalogue
from app.models.classifier import CLASSIFIER_FILE
from app.pipeline import teaching
from app.store import Library
from app.store.sorting import Sorted, Stored, count_stale, document, save_sorted, stale
from app.store.taught import ever_taught

_SLICE = 100


@dataclass(frozen=True, slots=True)
class Again:
    """How many documents were looked at again, and how many have another class or other fields now."""

    documents: int
    changed: int


def sort_again(
    library: Library,
    *,
    told: Callable[[int, int], None] = lambda done, total: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Again:
    """Sort all documents that were sorted under other lessons. Stopped, it goes on where it was the next time."""
    if not ever_taught(library):
        return Again(0, 0)
    data = teaching.own_bytes(library)
    sorter = _Sorter(library, teaching.load(library), teaching.names_ever(library))
    head, lessons = _head(), hashlib.sha256(data).hexdigest()
    total = count_stale(library, head, lessons)
    done = changed = last = 0
    while not stopped():
        waiting = stale(library, head, lessons, last, _SLICE)
        if not waiting:
            break
        outcomes = [sorter.sort(one) for one in waiting]
        changed += save_sorted(library, [one for one in outcomes if one is not None], head, lessons)
        done, last = done + len(waiting), waiting[-1].document_id
        told(done, total)
    if changed:
        library.note("documents sorted again", "", documents=done, changed=changed)
    return Again(done, changed)


def _head() -> str:
    """Digest of the bundled head: vectors made with another one cannot be compared."""
    files = read_catalogue(bundled_folder())
    return next((file.sha256 for file in files if file.name == CLASSIFIER_FILE), "none")


class _Sorter:
    def __init__(self, library: Library, own: Own, ever: frozenset[str]) -> None:
        self._library = library
        self._own = own
        self._ever = ever | {field.name for field in own.fields}

    def sort(self, stored: Stored) -> Sorted | None:
        """None where the document is gone meanwhile."""
        category, packed, read = stored.category, stored.vector, None
        if category is None or self._ever:
            read = document(self._library, stored.document_id)
            if read is None:
                return None
        if category is None and read is not None:
            category = classify(read)
            vector = vector_of(read.text)
            packed = b"" if vector is None else vector.astype("<f2").tobytes()
        assert category is not None  # either kept, or made of what was read
        vector = np.frombuffer(packed, dtype="<f2").astype(np.float32) if packed else None
        label, sensitive = self._own.sort(vector, category)
        fields = self._fields(stored.analysis, read, category, sensitive)
        after = replace(stored.analysis, category=label, fields=fields)
        same = _outcome(after) == _outcome(stored.analysis)
        return Sorted(stored.document_id, stored.processed, category, packed, None if same else after)

    def _fields(
        self, before: Analysis, read: Document | None, category: Category, sensitive: Field | None
    ) -> tuple[Field, ...]:
        kept = [field for field in before.fields if field.name != SENSITIVE]
        if read is None:
            return (*kept, *((sensitive,) if sensitive is not None else ()))
        if any(field.name in self._ever for field in kept):
            kept = list(extract(read, category))  # an own field may have stood in the place of a bundled one
        return self._own.joined(read.text, kept, sensitive)


def _outcome(analysis: Analysis) -> str:
    """What a person sees of it."""
    fields = [(f.name, f.value, f.start, f.end, f.row) for f in analysis.fields]
    return json.dumps([analysis.category.label, fields])
