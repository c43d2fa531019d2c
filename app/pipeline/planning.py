"""From findings to a plan, with the profile's pseudonym vault kept in step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.documents import Document, Entity, Operator, Plan
from app.masking import Decision, MemoryVault, Policy, build_plan

if TYPE_CHECKING:
    from app.store import Library, SpanDecision

_KIND, _NAME = "vault", "default"


class Planner:
    """Builds plans; one per run. Call `save` before anything with pseudonyms is handed out."""

    def __init__(self, library: Library | None) -> None:
        self._library = library
        stored = library.kept(_KIND).get(_NAME) if library else None
        self._saved = stored
        self._vault = MemoryVault.from_bytes(stored) if stored else MemoryVault()

    @property
    def vault(self) -> MemoryVault:
        return self._vault

    def plan(
        self,
        document: Document,
        entities: Sequence[Entity],
        policy: Policy,
        *,
        decisions: Sequence[SpanDecision] = (),
        terms: Sequence[str] = (),
        mode: Operator | None = None,
        types: frozenset[str] | None = None,
        strict_width: bool = False,
        language: str = "en",
        areas: Sequence[tuple[int, tuple[float, float, float, float]]] = (),
    ) -> Plan:
        """What goes from `document`, and how. The vault is saved when it learnt something new."""
        plan = build_plan(
            replace(document, attributes={**document.attributes, "language": language}),
            entities,
            policy,
            decisions=[Decision(d.start, d.end, d.type, d.keep, d.everywhere) for d in decisions],
            terms=terms,
            mode=mode,
            vault=self._vault,
            types=types,
            strict_width=strict_width,
            areas=areas,
        )
        if any(removal.operator is Operator.PSEUDONYM for removal in plan.removals):
            self.save()
        return plan

    def save(self) -> None:
        """Keep the vault in the encrypted library, if it changed."""
        if self._library is None:
            return
        data = self._vault.to_bytes()
        if data != self._saved:
            self._library.keep(_KIND, _NAME, data)
            self._saved = data
