"""What becomes of each finding under a policy and the decisions made so far. No Qt here but the language: it is worked
out off the GUI thread when a document is opened, and then only where a decision changed."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.desktop import reasons
from app.desktop.texts import tr
from app.documents import Entity, Operator, Page
from app.documents.errors import CloisterError
from app.masking import Policy, patterns
from app.pipeline.workspace import Reading, SpanDecision

DOUBTFUL_BELOW = 0.6
_FEW = 1000
"""Changes up to which patching is faster than starting anew."""
Span = tuple[int, int]


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
    def span(self) -> Span:
        return (self.start, self.end)

    @property
    def doubtful(self) -> bool:
        return self.score < DOUBTFUL_BELOW and not self.added and not self.decided


class Judged:
    """`findings` are sorted by place. Each change makes a new list."""

    def __init__(self, reading: Reading, policy: Policy, decisions: Iterable[SpanDecision]) -> None:
        self._text = reading.document.text
        self.policy = policy
        self._said_why: dict[tuple[str, str], str] = {}
        self._entities: dict[Span, dict[str, Entity]] = {}
        for entity in reading.analysis.entities:
            self._entities.setdefault((entity.start, entity.end), {})[entity.type] = entity
        self._always = frozenset(self._denied())
        self._decided = _by_span(decisions)
        self.findings: list[Finding] = []
        self._keys: list[Span] = []
        self._longest = 0
        self._pages = reading.document.pages
        self._page_starts = [page.start for page in self._pages]
        self.counts: list[tuple[int, int]] = []
        """For each page: how many findings it has, and how many of them are doubtful."""
        self._work_out()

    def _denied(self) -> list[Span]:
        """Where the policy's own rules find something."""
        try:
            return list(patterns.find(self._text, self.policy.deny)) if self.policy.deny else []
        except CloisterError:
            return []  # a broken rule is told in the policy editor and by the export

    def _work_out(self) -> None:
        spans = sorted(self._entities.keys() | self._always | self._decided.keys())
        self.findings = [finding for span in spans for finding in self._at(span)]
        self._keys = [finding.span for finding in self.findings]
        self._longest = max((end - start for start, end in self._keys), default=0)
        self.counts = [self._count(page) for page in self._pages]

    def _count(self, page: Page) -> tuple[int, int]:
        here = self.between(page.start, page.end)
        return (len(here), sum(finding.doubtful for finding in here))

    def change(self, decisions: Iterable[SpanDecision]) -> None:
        """These are the decisions from now on."""
        before, self._decided = self._decided, _by_span(decisions)
        after = self._decided
        changed = [span for span in before.keys() | after.keys() if before.get(span) != after.get(span)]
        if len(changed) > _FEW:
            self._work_out()
            return
        self.findings, self._keys = list(self.findings), list(self._keys)
        for span in changed:
            first, last = bisect.bisect_left(self._keys, span), bisect.bisect_right(self._keys, span)
            renewed = self._at(span)
            self.findings[first:last] = renewed
            self._keys[first:last] = [span] * len(renewed)
            self._longest = max(self._longest, span[1] - span[0])
        self._count_again(changed)

    def _count_again(self, changed: Sequence[Span]) -> None:
        touched: set[int] = set()
        for start, end in changed:
            first = max(0, bisect.bisect_right(self._page_starts, start) - 1)
            touched.update(range(first, bisect.bisect_left(self._page_starts, end)))
        self.counts = list(self.counts)
        for index in touched:
            self.counts[index] = self._count(self._pages[index])

    def between(self, start: int, end: int) -> list[Finding]:
        """Findings that touch `[start, end)`."""
        first = bisect.bisect_left(self._keys, (start - self._longest,))
        last = bisect.bisect_left(self._keys, (end,))
        return [finding for finding in self.findings[first:last] if finding.end > start]

    def _at(self, span: Span) -> list[Finding]:
        decision = self._decided.get(span)
        entities = self._entities.get(span)
        if entities:
            return [self._of_entity(entity, decision) for entity in entities.values()]
        start, end = span
        text = self._text[start:end]
        if span in self._always:
            why, kept = (
                tr("A rule of the policy says: always take this out."),
                decision is not None and decision.keep,
            )
            return [Finding(start, end, "TERM", text, 1.0, why, kept, False, decision is not None)]
        if decision is not None and not decision.keep:
            return [Finding(start, end, decision.type, text, 1.0, tr("Added by hand."), False, True, True)]
        return []

    def _of_entity(self, entity: Entity, decision: SpanDecision | None) -> Finding:
        kept = self._stays(entity) if decision is None else decision.keep
        type_ = entity.type if decision is None or decision.keep else decision.type
        why = self._why(entity.recognizer, entity.explanation)
        return Finding(
            entity.start, entity.end, type_, entity.text, entity.score, why, kept, False, decision is not None
        )

    def _why(self, recognizer: str, explanation: str) -> str:
        key = (recognizer, explanation)
        said = self._said_why.get(key)
        if said is None:
            said = self._said_why[key] = reasons.why(recognizer, explanation)
        return said

    def _stays(self, entity: Entity) -> bool:
        rule = self.policy.rule(entity.type)
        if rule.operator is Operator.KEEP or entity.score < rule.threshold:
            return True
        return bool(self.policy.allow) and patterns.matches(entity.text, self.policy.allow)


def _by_span(decisions: Iterable[SpanDecision]) -> dict[Span, SpanDecision]:
    return {(decision.start, decision.end): decision for decision in decisions}
