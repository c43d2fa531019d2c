"""What the pipeline tells its front ends while it works."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from app.store import DocumentRow


@dataclass(frozen=True, slots=True)
class Event:
    """`kind`: "state" (a document changed), "overall" (progress of the run), "finished" (the run ended),
    "pages" (`done` of `total` pages of a document are read)."""

    kind: str
    document_id: int | None = None
    row: DocumentRow | None = None
    stage: str = ""
    done: int = 0
    total: int = 0
    seconds_left: float | None = None
    message: str = ""


Listener = Callable[[Event], None]


class Progress:
    """Counts what is done and estimates what is left from the pace so far."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self.done = 0
        self.total = 0

    def event(self, message: str = "") -> Event:
        """The present state as an "overall" event."""
        return Event(
            "overall", done=self.done, total=self.total, seconds_left=self.seconds_left(), message=message
        )

    def seconds_left(self) -> float | None:
        """None until something is done."""
        if not self.done:
            return None
        pace = (time.monotonic() - self._started) / self.done
        return pace * max(0, self.total - self.done)
