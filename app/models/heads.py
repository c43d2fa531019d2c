"""Reading the heads: NumPy files beside the encoder, each checked by its checksum."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from app.documents.errors import ModelError
from app.models.catalogue import bundled_folder, read_catalogue, verify

Arrays = Mapping[str, NDArray[Any]]
Head = TypeVar("Head")


def read_head(path: Path, parse: Callable[[Arrays], Head]) -> Head:
    """What `parse` makes of the arrays of an .npz file. Raises ModelError where the file is none.

    `parse` may raise ValueError, KeyError or TypeError on arrays that do not fit.
    """
    try:
        with np.load(path, allow_pickle=False) as held:
            return parse({name: held[name] for name in held.files})
    except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile) as error:
        raise ModelError(f"The model file {path.name} cannot be read. Install Cloister again.") from error


def bundled_head(name: str, load: Callable[[Path], Head], folder: Path | None = None) -> Head | None:
    """The shipped head after its checksum was found right; None where the catalogue lists none.

    Raises ModelError where it is listed and not whole.
    """
    where = folder or bundled_folder()
    for file in read_catalogue(where):
        if file.name == name:
            return load(verify(where, file))
    return None
