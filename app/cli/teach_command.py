"""`cloister teach`: classes of the user's own, corrections, and what is sensitive for the user."""

from __future__ import annotations

import argparse
import os
import sys

from app.analysis.understanding.taught_state import Own, Taught
from app.cli import inputs
from app.documents.errors import CloisterError, UsageError
from app.pipeline import teaching
from app.pipeline.lessons import DOUBTFUL
from app.pipeline.naming import printable
from app.pipeline.sorting_again import sort_again
from app.store import Library, keys


def run(options: argparse.Namespace) -> int:
    """Teach, list or undo; the exit code."""
    sides = bool(options.sensitive or options.not_sensitive)
    if sum((options.undo, options.list, sides, options.label is not None)) != 1:
        raise UsageError(
            "Say one thing: cloister teach LABEL FILE…, --sensitive FILE… --not-sensitive FILE…, --list or --undo."
        )
    settings = inputs.settings_from(options)
    with inputs.open_library(options) as library:
        if options.list:
            _list(teaching.load(library))
            return 0
        if options.undo:
            what = teaching.undo(library, teaching.CLASSES)
            if what is None:
                raise UsageError("There is nothing to undo: nothing was taught.")
            print(f"Undone: {what}.")
            sort_stored(library)
            return 0
        password = inputs.password_from(options)
        if sides:
            yes = teaching.read_examples(library, settings, options.sensitive or (), password)
            no = teaching.read_examples(library, settings, options.not_sensitive or (), password)
            _print_sides(teaching.teach_sensitive(library, yes, no))
            sort_stored(library)
            return 0
        teaching.check_name(options.label, "class")
        if not options.files:
            raise UsageError("Name the files that are examples of the class.")
        examples = teaching.read_examples(library, settings, options.files, password)
        own = teaching.teach_class(library, options.label, examples)
        _print_class(options.label, own.classes[options.label])
        accuracy = own.classes[options.label].trial.accuracy
        if accuracy is not None and accuracy < DOUBTFUL:
            print("note: the examples have little in common; add some that are alike.", file=sys.stderr)
        if len(own.classes[options.label].digests) > 10:
            print("note: ten examples are enough; more make it slower, not better.", file=sys.stderr)
        sort_stored(library)
    return 0


def sort_stored(library: Library) -> None:
    """What was learned holds for the documents of the library too; says how many changed."""
    again = sort_again(library)
    if again.documents:
        print(f"Sorted again: {again.changed} of {again.documents} documents in the library changed.")


def _list(own: Own) -> None:
    for label, taught in sorted(own.classes.items()):
        _print_class(label, taught)
    if own.sides is not None:
        _print_sides(own)
    if not own.classes and own.sides is None:
        print("Nothing was taught. Teach a class with: cloister teach LABEL FILE FILE FILE")


def _print_class(label: str, taught: Taught) -> None:
    trial = taught.trial
    print(f"{printable(label)}: {trial.examples} examples")
    if trial.accuracy is None:
        print("  expected accuracy: not known from one example")
        return
    print(
        f"  expected accuracy {trial.accuracy:.0%} (each left out once: {trial.found} of {trial.examples} "
        f"examples recognised, {trial.taken} of {trial.others} other documents taken for it)"
    )


def _print_sides(own: Own) -> None:
    if own.sides is not None:
        print(f"sensitive: {len(own.sides.yes)} examples, not sensitive: {len(own.sides.no)} examples")
        print(f"  expected accuracy {own.sides.accuracy():.0%} (each left out once)")


def taught(options: argparse.Namespace) -> bytes:
    """What was taught, for `analyze`: nothing where there is no library or it cannot be opened now.

    Nobody is asked for a passphrase: saying what a document is must not depend on it.
    """
    folder = inputs.library_folder(options)
    if not keys.exists(folder):
        return b""
    locked = keys.kept_in(folder) == "passphrase" and inputs.PASSPHRASE_VARIABLE not in os.environ
    try:
        if not locked:
            with Library.open(folder, os.environ.get(inputs.PASSPHRASE_VARIABLE)) as library:
                return teaching.own_bytes(library)
    except CloisterError:
        locked = True
    print("note: the library is locked, so what you taught is not used here.", file=sys.stderr)
    return b""
