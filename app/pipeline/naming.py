"""Finding input files and naming output files."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.documents import find_terms
from app.documents.errors import CannotWrite, UnsupportedFormat
from app.formats import open_document

NAME_PLACEHOLDER = "redacted"
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Found:
    """A file to process and its place below the root it was found under."""

    path: Path
    relative: Path


def discover(paths: Sequence[Path], skip: Path | None = None) -> Iterator[Found]:
    """Files named or lying in the folders named, in a stable order, each once.

    Hidden files and folders, links to folders and everything below `skip` are passed over.
    """
    folders = [path for path in paths if path.is_dir()]
    seen: set[Path] = set()
    for path in paths:
        if path.is_dir():
            prefix = Path(path.resolve().name) if len(folders) > 1 else Path()
            found: Iterator[Found] = (
                Found(file, prefix / file.relative_to(path)) for file in _walk(path, skip)
            )
        else:
            found = iter([Found(path, Path(path.name))])
        for each in found:
            absolute = each.path.absolute()
            if absolute not in seen:
                seen.add(absolute)
                yield Found(absolute, each.relative)


def _walk(folder: Path, skip: Path | None) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        here = Path(root)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and not (skip and (here / name).resolve() == skip.resolve())
        )
        yield from (here / name for name in sorted(files) if not name.startswith((".", "~$")))


def file_sha256(path: Path) -> str:
    """Digest of a regular file, read in pieces. Raises FileVanished, FileUnreadable, UnsupportedFormat, OSError."""
    digest = hashlib.sha256()
    with os.fdopen(open_document(path), "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise UnsupportedFormat("not a regular file")
        while piece := stream.read(_CHUNK):
            digest.update(piece)
    return digest.hexdigest()


def clean_name(name: str, terms: Sequence[str]) -> str:
    """`name` without the terms in it."""
    pieces, at = [], 0
    for start, end, _ in find_terms(name, terms):
        if end <= at:
            continue
        if start >= at:
            pieces += [name[at:start], NAME_PLACEHOLDER]
        at = end
    return "".join(pieces) + name[at:]


def safe_name(name: str) -> str:
    """`name` without control, direction and path characters, so that it can be written and printed."""
    kept = "".join(c if c.isprintable() and c not in '/\\:*?"<>|' else "_" for c in name).strip(" .")
    return kept or "document"


def output_path(
    out: Path,
    relative: Path,
    extension: str,
    terms: Sequence[str],
    taken: set[str],
    source: Path,
    own: Sequence[Path] = (),
) -> Path:
    """Where the redacted copy goes: same place below `out`, terms taken out of the names.

    Never a name in `taken`, never the source, never an existing file but those in `own`.
    """
    folders = [safe_name(clean_name(part, terms)) for part in relative.parent.parts]
    suffix = "".join(c if c.isprintable() else "_" for c in extension or relative.suffix)
    base = relative.name[: -len(relative.suffix)] if relative.suffix else relative.name
    stem = safe_name(clean_name(base, terms))
    for number in range(1, 100_000):
        name = stem + ("" if number == 1 else f" ({number})") + suffix
        candidate = out.joinpath(*folders, name)
        if str(candidate).casefold() in taken or candidate == source:
            continue
        if candidate.exists() and candidate not in own:
            continue
        return candidate
    raise FileExistsError(str(out))


def printable(text: str) -> str:
    """Text from outside made safe for a terminal: control and direction characters shown as escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def must_be_writable(target: Path) -> None:
    """Raises CannotWrite where the export could not put a file there."""
    folder = next(parent for parent in target.parents if parent.exists())
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        raise CannotWrite("")
