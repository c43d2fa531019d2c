"""What was found in one document and what the reviewer says to it; undo without end.

A plain object: the views listen to its signal and draw it.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.desktop import reasons
from app.desktop.texts import tr
from app.documents import Box, Entity, Operator, Page, find_terms
from app.documents.errors import CloisterError
from app.masking import Policy, patterns
from app.pipeline.workspace import Marked, Reading, SpanDecision

DOUBTFUL_BELOW = 0.6
_State = tuple[tuple[SpanDecision, ...], tuple[Marked, ...]]
"""Decisions and marked areas: what undo goes back to."""


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
    decided: bool = False
    """True when the reviewer said something to it."""

    @property
    def span(self) -> tuple[int, int]:
        return (self.start, self.end)

    @property
    def doubtful(self) -> bool:
        return self.score < DOUBTFUL_BELOW and not self.added and not self.decided


class Review(QObject):
    """Findings of a document with the decisions made so far."""

    changed = Signal()

    def __init__(self, reading: Reading, policy: Policy) -> None:
        super().__init__()
        self.reading = reading
        self.undo = QUndoStack(self)
        self._policy = policy
        self._decisions: tuple[SpanDecision, ...] = reading.decisions
        self._areas: tuple[Marked, ...] = reading.areas
        self._findings: list[Finding] | None = None
        self._starts: list[int] = []
        self._longest = 0

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

    def set_policy(self, policy: Policy) -> None:
        """Judge the findings by another policy."""
        self._policy = policy
        self._forget()

    # --- findings -------------------------------------------------------------------------------------

    def findings(self) -> list[Finding]:
        """Sorted by place; worked out once for each decision."""
        if self._findings is None:
            self._findings = sorted(self._worked_out(), key=lambda f: (f.start, f.end))
            self._starts = [finding.start for finding in self._findings]
            self._longest = max((f.end - f.start for f in self._findings), default=0)
        return self._findings

    def _worked_out(self) -> list[Finding]:
        said = {(d.start, d.end): d for d in self._decisions}
        found: dict[tuple[int, int, str], Finding] = {}
        for entity in self.reading.analysis.entities:
            decision = said.get((entity.start, entity.end))
            found[entity.start, entity.end, entity.type] = self._finding(entity, decision)
        spans = {(start, end) for start, end, _ in found}
        for start, end in self._always():
            if (start, end) not in spans:
                decision = said.get((start, end))
                kept = decision is not None and decision.keep
                why, text = tr("A rule of the policy says: always take this out."), self.text[start:end]
                found[start, end, "TERM"] = Finding(
                    start, end, "TERM", text, 1.0, why, kept, False, decision is not None
                )
                spans.add((start, end))
        for (start, end), d in said.items():
            if (start, end) not in spans and not d.keep:
                found[start, end, d.type] = Finding(
                    start, end, d.type, self.text[start:end], 1.0, tr("Added by hand."), False, True, True
                )
        return list(found.values())

    def _finding(self, entity: Entity, decision: SpanDecision | None) -> Finding:
        type_, why = entity.type, reasons.why(entity.recognizer, entity.explanation)
        if decision is None:
            kept = self._stays(entity)
        else:
            kept = decision.keep
            type_ = type_ if decision.keep else decision.type
        return Finding(
            entity.start, entity.end, type_, entity.text, entity.score, why, kept, False, decision is not None
        )

    def _stays(self, entity: Entity) -> bool:
        rule = self._policy.rule(entity.type)
        if rule.operator is Operator.KEEP or entity.score < rule.threshold:
            return True
        return bool(self._policy.allow) and patterns.matches(entity.text, self._policy.allow)

    def _always(self) -> list[tuple[int, int]]:
        try:
            return list(patterns.find(self.text, self._policy.deny)) if self._policy.deny else []
        except CloisterError:
            return []  # a broken rule is told in the policy editor and by the export

    def between(self, start: int, end: int) -> list[Finding]:
        """Findings that touch `[start, end)`."""
        findings = self.findings()
        first = bisect.bisect_left(self._starts, start - self._longest)
        last = bisect.bisect_left(self._starts, end)
        return [finding for finding in findings[first:last] if finding.end > start]

    def boxes(self, page: Page, start: int, end: int) -> list[Box]:
        """Where a span stands on a page."""
        alone = replace(self.reading.document, pages=(page,))
        return [box for _, box in alone.boxes(start, end)]

    def page_of(self, offset: int) -> int | None:
        """Index of the page that shows the character at `offset`."""
        pages = self.reading.document.pages
        at = bisect.bisect_right([page.start for page in pages], offset) - 1
        return at if at >= 0 and offset < pages[at].end else None

    def counts_by_page(self) -> list[tuple[int, int]]:
        """For each page: how many findings it has, and how many of them are doubtful."""
        counts = []
        for page in self.reading.document.pages:
            here = self.between(page.start, page.end)
            counts.append((len(here), sum(finding.doubtful for finding in here)))
        return counts

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
        self._forget()

    def _forget(self) -> None:
        self._findings = None
        self.changed.emit()


class _Change(QUndoCommand):
    def __init__(self, review: Review, label: str, before: _State, after: _State) -> None:
        super().__init__(label)
        self._review, self._before, self._after = review, before, after

    def redo(self) -> None:
        self._review.set_state(self._after)

    def undo(self) -> None:
        self._review.set_state(self._before)
