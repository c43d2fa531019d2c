"""Keeps Python's garbage collector from stopping the window.

A full collection looks at every object there is. With all libraries loaded those are more than a hundred thousand,
and the window would answer nothing for a tenth of a second. What was there at the start stays to the end, so the
collector need not look at it again."""

from __future__ import annotations

import gc

_YOUNG, _MIDDLE, _OLD = 10_000, 20, 50


def hold() -> None:
    """Collect nothing while the program starts: nearly all that is made now stays."""
    gc.disable()


def release() -> None:
    """Leave out what the start made, and collect from now on."""
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
    gc.enable()
