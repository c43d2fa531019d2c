"""Learning from the user's examples: read them, train, keep the outcome with the library, take it back."""

from __future__ import annotations

import base64
import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.analysis.understanding.classify import LABELS, UNKNOWN
from app.analysis.understanding.own_fields import OwnField
from app.analysis.understanding.taught import LEAST_EXAMPLES
from app.analysis.understanding.taught_state import Own, own_from_bytes, own_to_bytes, teach, teach_sides
from app.documents.errors import DocumentError, UsageError
from app.models.classifier import bundled_classifier
from app.pipeline import steps
from app.pipeline.naming import file_sha256, printable
from app.pipeline.pool import Task, WorkerPool, worker_pool
from app.settings import Settings
from app.store import Library
from app.store.taught import LESSONS, stored_text, stored_texts

CLASSES, FIELDS = "classes", "fields"
"""Parts of what is taught; a step back concerns one of them."""
_KIND, _NAME, _PAST = LESSONS, "everything", "taught before"
_NAMES = "names of all fields"
_STEPS_KEPT = 20
_BACKGROUND = 200
_LEAST_LETTERS = 20
_SNAKE = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")

Example = tuple[str, str]
"""Digest of a file, and its text."""


def own_bytes(library: Library) -> bytes:
    """What was taught, in the form that workers take; empty where nothing was."""
    return library.kept(_KIND).get(_NAME, b"")


def load(library: Library) -> Own:
    return own_from_bytes(own_bytes(library))


def names_ever(library: Library) -> frozenset[str]:
    """Names of all fields that were ever taught, also of those taken back."""
    return frozenset(json.loads(library.kept(_KIND).get(_NAMES, b"[]")))


def label_of(title: str) -> str:
    """A name as results carry it, made of what a person typed: "Delivery note" becomes delivery_note."""
    plain = unicodedata.normalize("NFKD", title.replace("ß", "ss").replace("ẞ", "ss"))
    return "_".join(
        re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)).lower())
    )


def stored_examples(library: Library, digests: Sequence[str]) -> list[Example]:
    """Documents of the library as examples, by the digests of their files. Raises UsageError."""
    examples: dict[str, str] = {}
    for digest in digests:
        text = stored_text(library, digest)
        if text is None or sum(map(str.isalnum, text)) < _LEAST_LETTERS:
            raise UsageError(
                "A chosen document holds hardly any text, so nothing can be learned from it. Leave it out."
            )
        examples[digest] = text
    return list(examples.items())


def read_examples(
    library: Library, settings: Settings, paths: Sequence[Path], password: str | None = None
) -> list[Example]:
    """Digest and text of each file, in order, each content once. Raises DocumentError or UsageError by name."""
    examples: dict[str, str] = {}
    pool: WorkerPool | None = None
    try:
        for path in paths:
            known = None
            if path.is_file():
                known = stored_text(library, file_sha256(path))
            if known is None:
                pool = pool or worker_pool(settings)
                task = steps.analyse_task(0, path.absolute(), settings, password=password, find=False)
                digest, text = _read(pool, task)
            else:
                digest, text = file_sha256(path), known
            if sum(map(str.isalnum, text)) < _LEAST_LETTERS:
                raise UsageError(
                    f"{printable(path.name)} holds hardly any text, so nothing can be learned from it. "
                    "Leave it out and name another example."
                )
            examples[digest] = text
    finally:
        if pool is not None:
            pool.close()
    return list(examples.items())


def _read(pool: WorkerPool, task: Task) -> Example:
    result = pool.call(task)
    if not result.ok:
        raise DocumentError(f"{Path(task.header['path']).name}: {result.sentence}")
    document = steps.analysed(result).document
    return document.source.sha256, document.text


def check_name(name: str, what: str) -> str:
    """A name as results carry it. Raises UsageError."""
    if not _SNAKE.fullmatch(name) or len(name) > 60:
        raise UsageError(
            f"{printable(name)!r} cannot be the name of a {what}. Use small letters, digits and _, "
            "beginning with a letter, for instance delivery_note."
        )
    return name


def teach_class(library: Library, label: str, examples: Sequence[Example]) -> Own:
    """Learn a new class from three examples or more, or correct a known one. Raises UsageError."""
    check_name(label, "class")
    own = load(library)
    if label == UNKNOWN:
        raise UsageError('"unknown" means no class at all. Give the class a name of its own.')
    if label not in own.classes and label not in known_labels() and len(examples) < LEAST_EXAMPLES:
        raise UsageError(
            f"{len(examples)} different documents are too few for the new class {label}. "
            f"Name {LEAST_EXAMPLES} to 10 examples."
        )
    taught = teach(own, label, examples, stored_texts(library, _BACKGROUND))
    _keep(library, own, taught, CLASSES, f"{label}: {len(examples)} examples")
    return taught


def teach_sensitive(library: Library, yes: Sequence[Example], no: Sequence[Example]) -> Own:
    """Learn what is sensitive for this user and what is not. Raises UsageError."""
    own = load(library)
    both = {digest for digest, _ in yes} & {digest for digest, _ in no}
    if both:
        raise UsageError("The same document stands on both sides. Name it once.")
    taught = teach_sides(own, yes, no)
    sides = taught.sides
    if sides is None or min(len(sides.yes), len(sides.no)) < LEAST_EXAMPLES:
        raise UsageError(
            f"Too few examples: name at least {LEAST_EXAMPLES} different documents after --sensitive and "
            f"{LEAST_EXAMPLES} after --not-sensitive."
        )
    _keep(library, own, taught, CLASSES, f"sensitive: {len(yes)} and {len(no)} examples")
    return taught


def teach_field(library: Library, field: OwnField) -> Own:
    """Keep a field; one of the same name is replaced."""
    own = load(library)
    fields = (*(one for one in own.fields if one.name != field.name), field)
    taught = replace(own, fields=fields)
    ever = sorted(names_ever(library) | {one.name for one in fields})
    library.keep(_KIND, _NAMES, json.dumps(ever).encode("utf-8"))
    _keep(library, own, taught, FIELDS, f"{field.name}: {len(field.marks)} marked values")
    return taught


def known_labels() -> tuple[str, ...]:
    """The classes that the program brings."""
    head = bundled_classifier()
    return LABELS if head is None else head.labels


def undo(library: Library, part: str) -> str | None:
    """Take the last lesson of one part back; what it was, or None where there is none (any more)."""
    for name, data in sorted(library.kept(_PAST).items(), reverse=True):
        past = json.loads(data)
        if past["part"] != part:
            continue
        before, own = own_from_bytes(base64.b64decode(past["before"])), load(library)
        if part == FIELDS:
            restored = replace(own, fields=before.fields)
        else:
            restored = replace(own, classes=before.classes, sides=before.sides)
        library.keep(_KIND, _NAME, own_to_bytes(restored))
        library.forget_kept(_PAST, name)
        return str(past["what"])
    return None


def _keep(library: Library, before: Own, after: Own, part: str, what: str) -> None:
    steps_back = sorted(library.kept(_PAST))
    number = int(steps_back[-1]) + 1 if steps_back else 1
    data = base64.b64encode(own_to_bytes(before)).decode("ascii")
    past = json.dumps({"part": part, "what": what, "before": data}).encode("utf-8")
    library.keep(_PAST, f"{number:08d}", past)
    library.keep(_KIND, _NAME, own_to_bytes(after))
    for old in steps_back[: max(0, len(steps_back) + 1 - _STEPS_KEPT)]:
        library.forget_kept(_PAST, old)
