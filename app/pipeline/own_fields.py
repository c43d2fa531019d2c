"""Fields of the user's own: learned from marked values, filled in over a folder, written out as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.analysis.understanding.own_fields import Mark, OwnField, found_again, learn, marks_of
from app.analysis.understanding.taught_state import SENSITIVE
from app.documents import Analysis
from app.documents.errors import UsageError
from app.pipeline import teaching
from app.pipeline.events import Event
from app.pipeline.naming import printable
from app.pipeline.tables import FIXED, FieldTable, table_of
from app.pipeline.workspace import Workspace
from app.settings import Settings
from app.store import DocumentRow, Library

LEAST_DOCUMENTS = 2


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learned, and in how many of the documents the others' marks alone find the value again."""

    field: OwnField
    documents: int
    found_again: int


def teach_field(
    library: Library,
    settings: Settings,
    name: str,
    marked: Sequence[tuple[str, Path]],
    password: str | None = None,
) -> Lesson:
    """Learn a field from (value, file) pairs and keep it. Raises UsageError or DocumentError."""
    teaching.check_name(name, "field")
    if name in (*FIXED, SENSITIVE):
        raise UsageError(f"{name} is a column of every table already. Give the field another name.")
    if len({path.absolute() for _, path in marked}) < LEAST_DOCUMENTS:
        raise UsageError(
            "One document is too few. Mark the value in two or three: --value VALUE FILE --value VALUE FILE"
        )
    places: list[list[Mark]] = []
    texts: list[str] = []
    for value, path in marked:
        text = teaching.read_examples(library, settings, [path], password)[0][1]
        marks = marks_of(text, value)
        if not marks:
            raise UsageError(
                f"The value for {printable(path.name)} does not stand in it. Write it as the document does."
            )
        if text in texts:
            raise UsageError(
                f"{printable(path.name)} is the same document as another one. Mark different ones."
            )
        places.append(marks)
        texts.append(text)
    field = learn(name, places)
    teaching.teach_field(library, field)
    return Lesson(field, len(texts), found_again(places, texts, name))


def fill_in(
    workspace: Workspace,
    paths: Sequence[Path],
    listener: Callable[[Event], None],
    *,
    only_own: bool = False,
    password: str | None = None,
) -> tuple[FieldTable, list[DocumentRow]]:
    """A table of all these files, read first where they are new or changed; and the documents that failed."""
    queued = workspace.add(paths, password)
    if any(row.state == "queued" for row in queued):
        workspace.start(listener)
        workspace.wait()
    library = workspace.library
    own = teaching.load(library)
    rows = [library.row(row.id) for row in queued]
    ready = [row for row in rows if row.state in ("ready", "exported")]
    names = [field.name for field in own.fields]

    def found() -> Iterator[tuple[int, str, Analysis]]:
        for row in ready:
            reading = library.reading(row.id)
            analysis = reading.analysis
            category, fields = own.apply(reading.document, analysis.category, analysis.fields)
            kept = tuple(field for field in fields if not only_own or field.name in names)
            yield row.id, row.name, replace(analysis, category=category, fields=kept)

    return table_of(found(), names), [row for row in rows if row not in ready]
