"""What was found in one document and what the reviewer says to it; undo without end.

A plain object: the views listen to its signal and draw it.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.desktop.judging import Finding, Judged
from app.desktop.texts import tr
from app.documents import Box, Page, find_terms
from app.masking import Policy
from app.pipeline.workspace import Marked, Reading, SpanDecision

__all__ = ["Finding", "Review"]

_State = tuple[tuple[SpanDecision, ...], tuple[Marked, ...]]
"""Decisions and marked areas: what undo goes back to."""


class Review(QObject):
    """Findings of a document with the decisions made so far."""

    changed = Signal()

    def __init__(self, reading: Reading, policy: Policy, judged: Judged | None = None) -> None:
        """`judged` is what was worked out already, off the GUI thread."""
        super().__init__()
        self.reading = reading
        self.undo = QUndoStack(self)
        self._decisions: tuple[SpanDecision, ...] = reading.decisions
        self._areas: tuple[Marked, ...] = reading.areas
        self._judged = judged or Judged(reading, policy, self._decisions)
        self._page_starts = [page.start for page in reading.document.pages]

    @property
    def text(self) -> str:
        return self.reading.document.text

    @property
    def decisions(self) -> tuple[SpanDecision, ...]:
        return self._decisions

    @property
    def areas(self) -> tuple[Marked, ...]:
        """Rectangles of pages that go whole."""
        return self._areas

    @property
    def policy(self) -> Policy:
        """The policy by which the findings are judged."""
        return self._judged.policy

    def set_policy(self, policy: Policy) -> None:
        """Judge the findings by another policy."""
        self.adopt(Judged(self.reading, policy, self._decisions))
        self.changed.emit()

    def adopt(self, judged: Judged) -> None:
        """Take what was worked out off the GUI thread, perhaps before the last decision."""
        self._judged = judged
        judged.change(self._decisions)

    # --- findings -------------------------------------------------------------------------------------

    def findings(self) -> list[Finding]:
        """Sorted by place."""
        return self._judged.findings

    def between(self, start: int, end: int) -> list[Finding]:
        """Findings that touch `[start, end)`."""
        return self._judged.between(start, end)

    def boxes(self, page: Page, start: int, end: int) -> list[Box]:
        """Where a span stands on a page."""
        alone = replace(self.reading.document, pages=(page,))
        return [box for _, box in alone.boxes(start, end)]

    def page_of(self, offset: int) -> int | None:
        """Index of the page that shows the character at `offset`."""
        at = bisect.bisect_right(self._page_starts, offset) - 1
        return at if at >= 0 and offset < self.reading.document.pages[at].end else None

    def counts_by_page(self) -> list[tuple[int, int]]:
        """For each page: how many findings it has, and how many of them are doubtful."""
        return self._judged.counts

    def same_as(self, finding: Finding) -> list[Finding]:
        """All findings with the same text and type."""
        text = finding.text.casefold()
        return [f for f in self.findings() if f.type == finding.type and f.text.casefold() == text]

    def search(self, words: str) -> list[tuple[int, int]]:
        """Where these words stand, however they are written."""
        return [(start, end) for start, end, _ in find_terms(self.text, [words])] if words.strip() else []

    # --- decisions ------------------------------------------------------------------------------------

    def keep(self, findings: Sequence[Finding]) -> None:
        """Leave these readable."""
        self._decide(tr("keep"), [SpanDecision(f.start, f.end, f.type, True) for f in findings])

    def take_out(self, findings: Sequence[Finding]) -> None:
        """Take these out."""
        self._decide(tr("take out"), [SpanDecision(f.start, f.end, f.type, False) for f in findings])

    def toggle(self, finding: Finding) -> None:
        self.take_out([finding]) if finding.kept else self.keep([finding])

    def change_type(self, findings: Sequence[Finding], type_: str) -> None:
        """Say that these are something else; they go."""
        self._decide(tr("change the type"), [SpanDecision(f.start, f.end, type_, False) for f in findings])

    def add(self, start: int, end: int, type_: str) -> None:
        """Take out a span that the program did not find."""
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        if start < end:
            self._decide(tr("add"), [SpanDecision(start, end, type_, False)])

    def add_everywhere(self, term: str, type_: str = "TERM") -> int:
        """Take out a term wherever it stands; how often it was found."""
        found = self.search(term)
        if found:
            self._decide(tr("take out everywhere"), [SpanDecision(s, e, type_, False) for s, e in found])
        return len(found)

    def _decide(self, label: str, decisions: list[SpanDecision]) -> None:
        spans = {(d.start, d.end) for d in decisions}
        after = (*(d for d in self._decisions if (d.start, d.end) not in spans), *decisions)
        self.undo.push(_Change(self, label, (self._decisions, self._areas), (after, self._areas)))

    def add_area(self, area: Marked) -> None:
        """Take out a rectangle of a page, whatever it shows."""
        self._set_areas(tr("mark an area"), (*self._areas, area))

    def remove_area(self, area: Marked) -> None:
        """Leave a rectangle as it is after all."""
        self._set_areas(tr("put an area back"), tuple(known for known in self._areas if known != area))

    def _set_areas(self, label: str, after: tuple[Marked, ...]) -> None:
        self.undo.push(_Change(self, label, (self._decisions, self._areas), (self._decisions, after)))

    def set_state(self, state: _State) -> None:
        """Used by undo and redo."""
        self._decisions, self._areas = state
        self._judged.change(self._decisions)
        self.changed.emit()


class _Change(QUndoCommand):
    def __init__(self, review: Review, label: str, before: _State, after: _State) -> None:
        super().__init__(label)
        self._review, self._before, self._after = review, before, after

    def redo(self) -> None:
        self._review.set_state(self._after)

    def undo(self) -> None:
        self._review.set_state(self._before)
