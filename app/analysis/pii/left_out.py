"""Import a package without packages that it names but that are not used here.

Some of what we stand on imports language models, HTTP clients and downloaders on its way. Without them a worker
starts sooner, is smaller, and holds no code that could speak to a network.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


@contextmanager
def left_out(*names: str) -> Iterator[None]:
    """Stand-ins take the place of these modules meanwhile; afterwards they can be imported as ever."""
    added = [name for name in names if name not in sys.modules]
    sys.modules.update((name, _StandInModule(name)) for name in added)
    try:
        yield
    finally:
        for name in added:
            sys.modules.pop(name, None)


def _decorator(*arguments: object, **options: object) -> Callable[[object], object]:
    return lambda decorated: decorated


class _AnyMember(type):
    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _decorator


class _StandIn(metaclass=_AnyMember):
    """May be derived from, named in annotations, and its members used as decorators: `@Language.factory("…")`."""


class _StandInModule(ModuleType):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__path__: list[str] = []  # so that it passes for a package

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _StandIn
