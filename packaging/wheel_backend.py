"""PEP 517 backend: setuptools, with models, samples, icons and translations laid inside the package while a wheel is built.

In the source tree they lie in `resources`, beside the package; an installed program looks in `app/resources`.
The same tree and SOURCE_DATE_EPOCH give the same bytes.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from setuptools import build_meta
from setuptools.build_meta import (
    build_editable,
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    get_requires_for_build_wheel,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]
_SHIPPED = ("models", "samples", "icons", "translations")


def build_wheel(
    wheel_directory: str, config_settings: object = None, metadata_directory: str | None = None
) -> str:
    """A wheel with everything that the program needs at run time."""
    with _laid_inside():
        return str(build_meta.build_wheel(wheel_directory, config_settings, metadata_directory))


def build_sdist(sdist_directory: str, config_settings: object = None) -> str:
    """The source archive."""
    return str(build_meta.build_sdist(sdist_directory, config_settings))


@contextlib.contextmanager
def _laid_inside() -> Iterator[None]:
    inside = Path("app") / "resources"
    shutil.rmtree("build", ignore_errors=True)  # what an earlier build left would come along
    shutil.rmtree(inside, ignore_errors=True)
    try:
        for name in _SHIPPED:
            shutil.copytree(Path("resources") / name, inside / name)
        yield
    finally:
        shutil.rmtree(inside, ignore_errors=True)
