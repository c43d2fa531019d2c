"""Where icons, translations and samples lie: beside the source tree, or inside the installed package."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def folder(name: str) -> Path:
    """The folder of that name among the resources; it may be missing in a broken installation."""
    here = Path(__file__).resolve()
    beside = here.parents[2] / "resources" / name
    return beside if beside.is_dir() else here.parents[1] / "resources" / name
