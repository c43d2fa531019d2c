"""Training of the regressions that tell clauses of a contract; see `extract_train.py`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from extract_data import Marked
from summary_data import as_document

from app.analysis.understanding.extract_clauses import clause_terms
from app.analysis.understanding.salience_sentences import sentences
from app.models.extractor import Clauses

SEED = 7
TERMS, NEGATIVES = 3000, 15_000
STEPS, RATE, DECAY = 200, 0.3, 1e-5
KINDS = {
    "Governing Law": "governing_law", "Expiration Date": "expiration", "Renewal Term": "renewal_term",
    "Notice Period To Terminate Renewal": "notice_to_end_renewal", "Cap On Liability": "liability_cap", "Non-Compete": "non_compete",
    "Exclusivity": "exclusivity", "Termination For Convenience": "termination_for_convenience", "Change Of Control": "change_of_control",
    "Anti-Assignment": "anti_assignment", "No-Solicit Of Employees": "no_solicit_employees",
    "No-Solicit Of Customers": "no_solicit_customers", "Audit Rights": "audit_rights", "Insurance": "insurance",
    "License Grant": "licence_grant", "Ip Ownership Assignment": "ip_assignment", "Joint Ip Ownership": "joint_ip",
    "Liquidated Damages": "liquidated_damages", "Non-Disparagement": "non_disparagement", "Minimum Commitment": "minimum_commitment",
    "Revenue/Profit Sharing": "revenue_sharing", "Warranty Duration": "warranty_duration", "Uncapped Liability": "uncapped_liability",
    "Post-Termination Services": "post_termination_services", "Covenant Not To Sue": "covenant_not_to_sue",
    "Non-Transferable License": "non_transferable_licence", "Source Code Escrow": "source_code_escrow",
    "Most Favored Nation": "most_favoured_customer", "Rofr/Rofo/Rofn": "first_refusal", "Price Restrictions": "price_restrictions",
    "Volume Restriction": "volume_restriction", "Irrevocable Or Perpetual License": "perpetual_licence",
    "Affiliate License-Licensee": "affiliate_licence",
}  # fmt: skip
"""CUAD's kinds of clause that are sentences, and the names of our fields."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """What the sentences of some contracts hold and which clauses they are."""

    terms: list[set[str]]
    gold: np.ndarray
    """(sentences, kinds) of 0 and 1"""
    folds: np.ndarray
    """(sentences,)"""


def read(documents: Sequence[Marked]) -> Sentences:
    """A sentence is a clause where more than half of the shorter of the two lies in the other."""
    rows: list[set[str]] = []
    gold: list[list[bool]] = []
    folds: list[int] = []
    for document in documents:
        found = sentences(as_document(document.text))
        rows += clause_terms(document.text, found)
        for s in found:
            gold.append(
                [
                    any(
                        min(b, s.end) - max(a, s.start) > 0.5 * min(b - a, s.end - s.start)
                        for a, b in document.spans.get(kind, ())
                    )
                    for kind in KINDS
                ]
            )
            folds.append(document.fold)
    return Sentences(rows, np.array(gold, dtype=np.float32), np.array(folds))


def train_clauses(documents: Sequence[Marked]) -> Clauses:
    """Floors are those with the best F1 on the first fifth, judged by regressions that have not seen it."""
    held = read(documents)
    first = _fit(held, held.folds != 0)
    there = np.flatnonzero(held.folds == 0)
    chances = first.chances([held.terms[row] for row in there])
    floors = np.array(
        [_best_floor(chances[:, column], held.gold[there, column]) for column in range(len(KINDS))]
    )
    return replace(_fit(held, np.ones(len(held.folds), dtype=bool)), floors=floors.astype(np.float32))


def _best_floor(chances: np.ndarray, gold: np.ndarray) -> float:
    order = np.argsort(-chances, kind="stable")
    hits = np.cumsum(gold[order])
    if not hits[-1]:
        return 0.9
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + hits[-1])
    return float(np.clip(chances[order[int(f1.argmax())]], 0.1, 0.9))


def _fit(held: Sentences, used: np.ndarray) -> Clauses:
    """Adam over all clauses and a sample of the other sentences, which weighs as much as all of them."""
    rng = np.random.default_rng(SEED)
    some = held.gold.sum(1) > 0
    clauses, others = np.flatnonzero(used & some), np.flatnonzero(used & ~some)
    sample = rng.choice(others, min(NEGATIVES, len(others)), replace=False)
    rows = np.concatenate([clauses, sample])
    frequent = Counter(term for row in clauses for term in held.terms[row])
    known = tuple(
        term for term, _ in sorted(frequent.items(), key=lambda entry: (-entry[1], entry[0]))[:TERMS]
    )
    empty = np.zeros(len(KINDS), dtype=np.float32)
    head = Clauses(
        tuple(KINDS.values()), known, np.zeros((len(known), len(KINDS)), dtype=np.float32), empty - 4, empty
    )
    inputs, gold = head.inputs([held.terms[row] for row in rows]), held.gold[rows]
    weight = np.where(gold.sum(1) > 0, 1.0, len(others) / max(1, len(sample))).astype(np.float32)[:, None]
    parts = [head.weights, head.bias]
    first, second = [np.zeros_like(part) for part in parts], [np.zeros_like(part) for part in parts]
    for step in range(1, STEPS + 1):
        slope = (1 / (1 + np.exp(-(inputs @ parts[0] + parts[1]))) - gold) * weight / len(rows)
        for place, change in enumerate((inputs.T @ slope + DECAY * parts[0], slope.sum(0))):
            first[place] = 0.9 * first[place] + 0.1 * change
            second[place] = 0.99 * second[place] + 0.01 * change * change
            move = (first[place] / (1 - 0.9**step)) / (np.sqrt(second[place] / (1 - 0.99**step)) + 1e-8)
            parts[place] -= RATE * (1 - 0.95 * step / STEPS) * move
    return head
