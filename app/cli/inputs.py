"""Turning options into what the pipeline takes. What needs the store is imported where it is needed: commands
on one document have a worker started by then."""

from __future__ import annotations

import argparse
import getpass
import math
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from charset_normalizer import from_bytes

from app.documents import ENTITY_TYPES, Operator
from app.documents.errors import UsageError
from app.masking import PRESETS, Policy, policy_from_json, with_marks
from app.settings import Settings, data_folder, load_settings

if TYPE_CHECKING:
    from app.pipeline.batch import BatchOptions
    from app.store import Library

PASSPHRASE_VARIABLE = "CLOISTER_PASSPHRASE"  # noqa: S105 - the name of a variable, not a secret


def settings_from(options: argparse.Namespace) -> Settings:
    """The stored settings, overridden by the command line."""
    settings = load_settings()
    if getattr(options, "no_ocr", False):
        settings = replace(settings, ocr=False)
    if getattr(options, "workers", None):
        settings = replace(settings, workers=options.workers)
    return settings


def password_from(options: argparse.Namespace) -> str | None:
    """The file's password; from a variable, so that it never shows in a list of processes."""
    if not options.password_env:
        return None
    if options.password_env not in os.environ:
        raise UsageError(f"The variable {options.password_env} is not set. Put the password in it.")
    return os.environ[options.password_env]


def terms_from(path: Path | None) -> tuple[str, ...]:
    """Terms to take out, one a line. Raises UsageError when the list cannot be read."""
    if path is None:
        return ()
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError("The list of terms cannot be read. Check the path after --terms-file.") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = str(from_bytes(data).best() or data.decode("latin-1"))
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def types_from(text: str | None) -> frozenset[str] | None:
    """The entity types named; None for all. Raises UsageError on an unknown one."""
    if text is None:
        return None
    types = frozenset(part.strip().upper() for part in text.split(",") if part.strip())
    unknown = sorted(types - set(ENTITY_TYPES))
    if unknown:
        raise UsageError(f"Unknown type {', '.join(unknown)}. Known: {', '.join(ENTITY_TYPES)}.")
    return types


def policy_from(options: argparse.Namespace, settings: Settings, library: Library | None) -> Policy:
    """The policy named, or the settings' own. Raises UsageError on an unknown one."""
    import json

    name = options.policy or settings.policy
    own = {} if library is None else library.kept("policy")
    if name not in own and name not in PRESETS:
        raise UsageError(f"Unknown policy {name}. Known: {', '.join([*PRESETS, *own])}.")
    policy = policy_from_json(json.loads(own[name])) if name in own else PRESETS[name]
    try:
        return with_marks(policy, _by_type(options.code, "--code"), _by_type(options.colour, "--colour"))
    except ValueError as error:
        raise UsageError(f"--colour: {error}.") from error


def _by_type(given: list[str], option: str) -> dict[str, str]:
    """TYPE=VALUE pairs. Raises UsageError on an unknown type or a pair without "="."""
    found = {}
    for pair in given:
        type_, equals, value = pair.partition("=")
        type_ = type_.strip().upper()
        if not equals or (type_ != "*" and type_ not in ENTITY_TYPES):
            raise UsageError(
                f"{option} {pair}: write TYPE=VALUE, where TYPE is * or one of {', '.join(ENTITY_TYPES)}."
            )
        found[type_] = value.strip()
    return found


def areas_from(given: Sequence[str]) -> list[tuple[int, tuple[float, float, float, float]]]:
    """PAGE:X0,Y0,X1,Y1 each. Raises UsageError."""
    found = []
    for text in given:
        try:
            page, numbers = text.split(":")
            left, top, right, bottom = (float(number) for number in numbers.split(","))
            if (
                int(page) < 1
                or not (left < right and top < bottom)
                or not math.isfinite(right + bottom - left - top)
            ):
                raise ValueError
        except ValueError as error:
            raise UsageError(
                f"--area {text}: write PAGE:LEFT,TOP,RIGHT,BOTTOM, for instance 1:50,600,250,660."
            ) from error
        found.append((int(page), (left, top, right, bottom)))
    return found


def mode_from(options: argparse.Namespace, settings: Settings) -> Operator | None:
    chosen = options.mode or settings.mode
    return Operator(chosen) if chosen else None


def batch_options(options: argparse.Namespace, settings: Settings, library: Library | None) -> BatchOptions:
    """Everything that decides how copies come out."""
    from app.pipeline.batch import BatchOptions

    if options.no_auto and options.terms_file is None:
        raise UsageError("--no-auto needs --terms-file: otherwise there is nothing to take out.")
    return BatchOptions(
        policy=policy_from(options, settings, library),
        mode=mode_from(options, settings),
        types=types_from(options.types),
        terms=terms_from(options.terms_file),
        auto=not options.no_auto,
        check_ocr=options.check_ocr,
        rename=not getattr(options, "keep_names", False),
        certificate=options.certificate,
        log=options.log,
        strict_width=options.strict_width,
        as_text=options.as_text,
    )


def library_folder(options: argparse.Namespace) -> Path:
    return (options.library or data_folder()) / "library"


def new_passphrase(options: argparse.Namespace) -> str:
    """From the variable of --new-env, or asked for twice. Raises UsageError."""
    if options.new_env:
        return os.environ.get(options.new_env, "")
    if not sys.stdin.isatty():
        raise UsageError("There is nobody to ask. Put the new passphrase in a variable and use --new-env.")
    print("A forgotten passphrase cannot be recovered by anybody. Your original files are not affected.")
    new = getpass.getpass("New passphrase: ")
    if new != getpass.getpass("Once more: "):
        raise UsageError("The two passphrases differ. Nothing was changed.")
    return new


def asked_passphrase(options: argparse.Namespace) -> str:
    """The passphrase of something that has one. Raises UsageError where nobody can be asked."""
    given = os.environ.get(PASSPHRASE_VARIABLE)
    if given is None and sys.stdin.isatty():
        given = getpass.getpass("Passphrase of the backup: ")
    if given is None:
        raise UsageError(f"There is nobody to ask. Put the passphrase in the variable {PASSPHRASE_VARIABLE}.")
    return given


def open_library(options: argparse.Namespace) -> Library:
    """Open the library, asking for its passphrase where there is a person to ask."""
    from app.store import Library, keys

    folder = library_folder(options)
    passphrase = os.environ.get(PASSPHRASE_VARIABLE)
    if passphrase is None and keys.kept_in(folder) == "passphrase" and sys.stdin.isatty():
        passphrase = getpass.getpass("Passphrase of the library: ")
    return Library.open(folder, passphrase)
