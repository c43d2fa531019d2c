"""`cloister fields`: fields of the user's own, and all fields of a folder as a table."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.cli import inputs
from app.documents.errors import UsageError
from app.pipeline import own_fields, own_fields_files, teaching
from app.pipeline.events import Event
from app.pipeline.naming import printable
from app.pipeline.sorting_again import sort_again
from app.pipeline.workspace import Workspace


def teach(options: argparse.Namespace) -> int:
    """Learn a field from values marked in two or three documents."""
    settings = inputs.settings_from(options)
    marked = [(value, Path(file)) for value, file in options.value]
    with inputs.open_library(options) as library:
        password = inputs.password_from(options)
        lesson = own_fields.teach_field(library, settings, options.name, marked, password)
        again = sort_again(library)
    print(
        f"{options.name}: learned from {lesson.documents} documents; each left out once, "
        f"{lesson.found_again} of {lesson.documents} values are found by the others."
    )
    if lesson.found_again < lesson.documents:
        print("note: mark the value in another document or two to make it surer.", file=sys.stderr)
    if again.documents:
        print(f"Filled in: {again.changed} of {again.documents} documents in the library changed.")
    return 0


def show(options: argparse.Namespace) -> int:
    """The fields that were taught."""
    with inputs.open_library(options) as library:
        fields = teaching.load(library).fields
    for field in fields:
        words = sorted({" ".join(mark.before or mark.above) for mark in field.marks} - {""})
        near = f" near {', '.join(map(printable, words))}" if words else ""
        print(f"{field.name}: {len(field.marks)} marked values{near}")
    if not fields:
        print(
            "No fields were taught. Teach one with: cloister fields teach NAME --value VALUE FILE --value …"
        )
    return 0


def undo(options: argparse.Namespace) -> int:
    """Take the last taught field back."""
    with inputs.open_library(options) as library:
        what = teaching.undo(library, teaching.FIELDS)
        sort_again(library)
    if what is None:
        raise UsageError("There is nothing to undo: no field was taught.")
    print(f"Undone: {what}.")
    return 0


def table(options: argparse.Namespace) -> int:
    """Fill the fields in for files and folders and write a table; 1 where a file failed."""
    own_fields_files.check_ending(options.out)
    settings = inputs.settings_from(options)
    missing = [path for path in options.paths if not path.exists()]
    if missing:
        raise UsageError(f"{printable(missing[0].name)} is not there. Check the path.")
    workspace = Workspace(inputs.open_library(options), settings)
    try:
        password = inputs.password_from(options)
        found, failed = own_fields.fill_in(
            workspace, options.paths, _quiet, only_own=options.only_own, password=password
        )
    finally:
        workspace.close()
    if not found.documents and not failed:
        raise UsageError("There is no document in these folders. Name files or other folders.")
    own_fields_files.write_table(options.out, found)
    print(f"{len(set(found.documents))} documents, {len(found.rows)} rows, {len(found.columns)} columns.")
    for row in failed:
        print(f"cloister: {printable(row.name)}: {printable(row.sentence)}", file=sys.stderr)
    return 1 if failed else 0


def _quiet(event: Event) -> None:
    """The run tells nothing on its way; its table says it all."""
