"""What was found in one document and what the reviewer says to it; undo without end.

A plain object: the views listen to its signal and draw it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.documents import find_terms
from app.pipeline.workspace import Reading, SpanDecision


@dataclass(frozen=True, slots=True)
class Finding:
    """One span: found by the program or added by hand; taken out unless kept."""

    start: int
    end: int
    type: str
    text: str
    score: float
    why: str
    kept: bool
    added: bool = False


class Review(QObject):
    """Findings of a document with the decisions made so far."""

    changed = Signal()

    def __init__(self, reading: Reading, below_threshold: Callable[[str, float], bool]) -> None:
        super().__init__()
        self.reading = reading
        self.undo = QUndoStack(self)
        self._decisions: tuple[SpanDecision, ...] = reading.decisions
        self._stays = below_threshold

    @property
    def text(self) -> str:
        return self.reading.document.text

    @property
    def decisions(self) -> tuple[SpanDecision, ...]:
        return self._decisions

    def findings(self) -> list[Finding]:
        """Sorted by place."""
        kept = {(d.start, d.end) for d in self._decisions if d.keep}
        taken = {(d.start, d.end) for d in self._decisions if not d.keep}
        found = []
        for e in self.reading.analysis.entities:
            span = (e.start, e.end)
            stays = span in kept or (self._stays(e.type, e.score) and span not in taken)
            found.append(
                Finding(e.start, e.end, e.type, e.text, e.score, f"{e.recognizer}: {e.explanation}", stays)
            )
        known = {(f.start, f.end) for f in found}
        for d in self._decisions:
            if not d.keep and (d.start, d.end) not in known:
                text = self.text[d.start : d.end]
                found.append(Finding(d.start, d.end, d.type, text, 1.0, "added by hand", False, True))
        return sorted(found, key=lambda f: (f.start, f.end))

    def keep(self, findings: list[Finding]) -> None:
        """Leave these readable."""
        self._decide("keep", [SpanDecision(f.start, f.end, f.type, True) for f in findings])

    def take_out(self, findings: list[Finding]) -> None:
        self._decide("take out", [SpanDecision(f.start, f.end, f.type, False) for f in findings])

    def toggle(self, finding: Finding) -> None:
        self.take_out([finding]) if finding.kept else self.keep([finding])

    def same_as(self, finding: Finding) -> list[Finding]:
        """All findings with the same text and type."""
        return [
            f
            for f in self.findings()
            if f.type == finding.type and f.text.casefold() == finding.text.casefold()
        ]

    def add(self, start: int, end: int, type_: str) -> None:
        """Take out a span that the program did not find."""
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        if start < end:
            self._decide("add", [SpanDecision(start, end, type_, False)])

    def add_everywhere(self, term: str, type_: str = "TERM") -> int:
        """Take out a term wherever it stands; how often it was found."""
        found = find_terms(self.text, [term]) if term.strip() else []
        if found:
            self._decide("take out everywhere", [SpanDecision(s, e, type_, False) for s, e, _ in found])
        return len(found)

    def _decide(self, label: str, decisions: list[SpanDecision]) -> None:
        spans = {(d.start, d.end) for d in decisions}
        after = (*(d for d in self._decisions if (d.start, d.end) not in spans), *decisions)
        self.undo.push(_Change(self, label, self._decisions, after))

    def set_decisions(self, decisions: tuple[SpanDecision, ...]) -> None:
        """Used by undo and redo."""
        self._decisions = decisions
        self.changed.emit()


class _Change(QUndoCommand):
    def __init__(
        self, review: Review, label: str, before: tuple[SpanDecision, ...], after: tuple[SpanDecision, ...]
    ) -> None:
        super().__init__(label)
        self._review, self._before, self._after = review, before, after

    def redo(self) -> None:
        self._review.set_decisions(self._after)

    def undo(self) -> None:
        self._review.set_decisions(self._before)
