"""The one place for threads: work on a pool, result or error back on the GUI thread."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

from app.documents.errors import CloisterError

T = TypeVar("T")
_LAST_WAIT_MS = 10_000


class _Signals(QObject):
    done = Signal(object)
    failed = Signal(str)


class _Work(QRunnable):
    def __init__(self, function: Callable[[], object], signals: _Signals) -> None:
        super().__init__()
        self._function = function
        self._signals = signals

    def run(self) -> None:
        try:
            result = self._function()
        except CloisterError as error:
            self._tell(self._signals.failed, str(error))
        except Exception as error:  # told by its kind; its text may hold parts of a document
            self._tell(self._signals.failed, f"Something went wrong ({type(error).__name__}). Try again.")
        else:
            self._tell(self._signals.done, result)

    @staticmethod
    def _tell(signal: object, value: object) -> None:
        try:
            signal.emit(value)  # type: ignore[attr-defined]
        except RuntimeError:
            return  # the window closed meanwhile


_alive: set[_Signals] = set()
_one_by_one = QThreadPool()
_one_by_one.setMaxThreadCount(1)
_pages = QThreadPool()
_pages.setMaxThreadCount(1)  # one worker draws pages; waiting for it must not take threads from the rest


def run(
    function: Callable[[], T],
    done: Callable[[T], None] = lambda result: None,
    failed: Callable[[str], None] = lambda sentence: None,
    *,
    in_order: bool = False,
    pages: bool = False,
    owner: QObject | None = None,
) -> None:
    """Run `function` off the GUI thread; then `done(result)` or `failed(sentence)` on it.

    Calls made `in_order` run one after the other in the order of the calls: what a person decided last
    must be what is kept, and what is exported must be what was decided before. Calls that draw `pages` have a
    thread of their own. When `owner` is gone by then, nobody is told."""
    signals = _Signals()
    _alive.add(signals)

    def finish(call: Callable[[], None]) -> None:
        _alive.discard(signals)
        if owner is None or isValid(owner):
            call()

    signals.done.connect(lambda result: finish(lambda: done(result)))
    signals.failed.connect(lambda sentence: finish(lambda: failed(sentence)))
    pool = _one_by_one if in_order else _pages if pages else QThreadPool.globalInstance()
    pool.start(_Work(function, signals))


def settle() -> None:
    """Wait for what was started; for the moment before the program ends."""
    for pool in (_one_by_one, _pages, QThreadPool.globalInstance()):
        pool.waitForDone(_LAST_WAIT_MS)


class Forward(QObject):
    """Carries events of the pipeline's threads to the GUI thread."""

    arrived = Signal(object)

    def tell(self, value: object) -> None:
        """Hand `value` over from any thread; nobody hears it once the window is gone."""
        with contextlib.suppress(RuntimeError):
            self.arrived.emit(value)
