"""Lessons as the window gives them: examples from the library or from files, then the stored documents again."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.analysis.understanding.taught import LEAST_EXAMPLES, Trial
from app.pipeline import teaching
from app.pipeline.sorting_again import Again, sort_again
from app.pipeline.teaching import Example
from app.pipeline.workspace import Workspace
from app.store import Library

_MARKS, _SENSITIVE = "marks", "sensitive"
DOUBTFUL = 0.7
"""An expected accuracy below this says that the examples have little in common."""
Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Learned:
    """What came of a lesson."""

    label: str
    """The class, or "" where it was about what is sensitive."""
    accuracy: float | None
    """Expected, by leaving each example out once; None where there are too few for that."""
    trial: Trial | None
    again: Again


@dataclass(frozen=True, slots=True)
class Waiting:
    """Marks that are kept until there are enough of them on both sides."""

    yes: int
    no: int
    needed: int = LEAST_EXAMPLES


@dataclass(frozen=True, slots=True)
class Known:
    """One thing that was taught: a class, or "" for what is sensitive."""

    label: str
    examples: int
    accuracy: float | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """Examples as a person chose them: digests of documents in the library, and files."""

    digests: tuple[str, ...] = ()
    paths: tuple[Path, ...] = ()


def learn_class(workspace: Workspace, label: str, chosen: Chosen, told: Told = lambda a, b: None) -> Learned:
    """Teach or correct a class and sort the library again. Raises UsageError or DocumentError."""
    teaching.check_name(label, "class")
    own = teaching.teach_class(workspace.library, label, _examples(workspace, chosen))
    trial = own.classes[label].trial
    return Learned(label, trial.accuracy, trial, sort_again(workspace.library, told=told))


def learn_sides(workspace: Workspace, yes: Chosen, no: Chosen, told: Told = lambda a, b: None) -> Learned:
    """Teach what is sensitive for the user and what is not. Raises UsageError or DocumentError."""
    return _learn_sides(workspace.library, _examples(workspace, yes), _examples(workspace, no), told)


def mark_sensitive(workspace: Workspace, digests: Sequence[str], sensitive: bool) -> Learned | Waiting:
    """Say it of documents in the library; it is learned as soon as there are enough marks on both sides."""
    library = workspace.library
    marks = {**_marks(library), **dict.fromkeys(digests, sensitive)}
    yes = teaching.stored_examples(library, [digest for digest, side in marks.items() if side])
    no = teaching.stored_examples(library, [digest for digest, side in marks.items() if not side])
    own = teaching.load(library)
    if own.sides is None and min(len(yes), len(no)) < LEAST_EXAMPLES:
        library.keep(_MARKS, _SENSITIVE, json.dumps(marks).encode("utf-8"))
        return Waiting(len(yes), len(no))
    learned = _learn_sides(library, yes, no)
    library.forget_kept(_MARKS, _SENSITIVE)
    return learned


def take_back(workspace: Workspace, part: str, told: Told = lambda a, b: None) -> tuple[str, Again] | None:
    """Undo the last lesson of a part and sort again; None where there is none."""
    what = teaching.undo(workspace.library, part)
    if part == teaching.CLASSES:
        workspace.library.forget_kept(_MARKS, _SENSITIVE)
    return None if what is None else (what, sort_again(workspace.library, told=told))


def known(library: Library) -> list[Known]:
    """What was taught, classes by name."""
    own = teaching.load(library)
    found = [
        Known(label, taught.trial.examples, taught.trial.accuracy)
        for label, taught in sorted(own.classes.items())
    ]
    if own.sides is not None:
        found.append(Known("", len(own.sides.yes) + len(own.sides.no), own.sides.accuracy()))
    return found


def _learn_sides(
    library: Library, yes: Sequence[Example], no: Sequence[Example], told: Told = lambda a, b: None
) -> Learned:
    sides = teaching.teach_sensitive(library, yes, no).sides
    return Learned("", sides.accuracy() if sides else None, None, sort_again(library, told=told))


def _marks(library: Library) -> dict[str, bool]:
    return dict(json.loads(library.kept(_MARKS).get(_SENSITIVE, b"{}")))


def _examples(workspace: Workspace, chosen: Chosen) -> list[Example]:
    stored = teaching.stored_examples(workspace.library, chosen.digests)
    read = teaching.read_examples(workspace.library, workspace.settings, chosen.paths)
    return list(dict([*stored, *read]).items())
