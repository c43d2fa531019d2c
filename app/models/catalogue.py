"""Which model files belong to the program, and whether they are whole."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from app.documents.errors import ModelError

CATALOGUE = "catalogue.json"
_GGUF_MAGIC = b"GGUF"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a bundled model."""

    name: str
    sha256: str
    size: int
    """Bytes."""
    licence: str
    purpose: str


@dataclass(frozen=True, slots=True)
class AddedModel:
    """A GGUF file that the user put in the models folder."""

    name: str
    path: Path
    size: int
    """Bytes."""
    architecture: str
    """As the file names it: "llama", "phi3", "gemma2", …"""


def bundled_folder() -> Path:
    """Where the program's own models lie: beside the source tree, or inside the installed package."""
    here = Path(__file__).resolve()
    for candidate in (here.parents[2] / "resources" / "models", here.parents[1] / "resources" / "models"):
        if (candidate / CATALOGUE).is_file():
            return candidate
    raise ModelError("The bundled models are missing. Install Cloister again.")


def read_catalogue(folder: Path) -> tuple[ModelFile, ...]:
    """The files that belong to `folder`. Raises ModelError."""
    try:
        content = json.loads((folder / CATALOGUE).read_text("utf-8"))
        return tuple(ModelFile(**entry) for entry in content["files"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError("The list of bundled models cannot be read. Install Cloister again.") from error


def sha256_of(path: Path) -> str:
    """Digest of a file, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def verify(folder: Path, file: ModelFile) -> Path:
    """The path of `file` after its size and checksum were found right. Raises ModelError."""
    path = folder / file.name
    try:
        if path.stat().st_size == file.size and sha256_of(path) == file.sha256:
            return path
    except OSError as error:
        raise ModelError(f"The model file {file.name} is missing. Install Cloister again.") from error
    raise ModelError(
        f"The model file {file.name} is not the one that Cloister was shipped with. Install Cloister again."
    )


def check_bundled(folder: Path | None = None) -> tuple[ModelFile, ...]:
    """All bundled files, each verified. Raises ModelError at the first that is not right."""
    where = folder or bundled_folder()
    files = read_catalogue(where)
    for file in files:
        verify(where, file)
    return files


def added_models(folder: Path) -> tuple[AddedModel, ...]:
    """The readable GGUF files of the user's models folder, by name."""
    if not folder.is_dir():
        return ()
    found: list[AddedModel] = []
    for path in sorted(folder.glob("*.gguf")):
        try:
            found.append(check_added(path))
        except ModelError:
            continue
    return tuple(found)


def check_added(path: Path) -> AddedModel:
    """Look at the head of a GGUF file. Raises ModelError where it is none."""
    from app.models.gguf_header import read_architecture

    try:
        with path.open("rb") as stream:
            head = stream.read(1 << 16)
        size = path.stat().st_size
    except OSError as error:
        raise ModelError("The model file cannot be read. Check that it is there and may be read.") from error
    if not head.startswith(_GGUF_MAGIC):
        raise ModelError("The file is not a GGUF model. Choose a file that ends in .gguf.")
    return AddedModel(path.stem, path, size, read_architecture(head))


def add_model(source: Path, folder: Path) -> AddedModel:
    """Copy a GGUF file into the models folder. Raises ModelError."""
    check_added(source)
    target = folder / source.name
    if target.exists():
        raise ModelError("A model of that name is there already. Rename the file, then add it again.")
    partial = target.with_suffix(".partial")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, partial)
        partial.replace(target)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise ModelError("The model could not be copied. Make room on the disk, then try again.") from error
    return check_added(target)
