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
TERMS, WEIGHT_OF_CLAUSES = 20_000, 3
"""Terms that are known, and how often a sentence counts that is a clause when they are chosen."""
ROUNDS, BATCH, RATE, DECAY = 14, 512, 0.15, 1e-6
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
    "Affiliate License-Licensee": "affiliate_licence", "Affiliate License-Licensor": "affiliate_licensor",
    "Competitive Restriction Exception": "competition_exception", "Third Party Beneficiary": "third_party_beneficiary",
    "Unlimited/All-You-Can-Eat-License": "unlimited_licence", "Parties": "preamble",
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
    return float(np.clip(chances[order[int(f1.argmax())]], 0.05, 0.9))


def _fit(held: Sentences, used: np.ndarray) -> Clauses:
    """Adam over all sentences in small batches."""
    rng = np.random.default_rng(SEED)
    rows = np.flatnonzero(used)
    some = held.gold.sum(1) > 0
    counts: Counter[str] = Counter()
    for row in rows:
        weight = WEIGHT_OF_CLAUSES if some[row] else 1
        for term in held.terms[row]:
            counts[term] += weight
    known = tuple(term for term, _ in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:TERMS])
    rarity = np.array([np.log((len(rows) + 1) / (counts[term] + 1)) for term in known], dtype=np.float32)
    rarity = np.maximum(rarity, 0) + 1
    empty = np.zeros(len(KINDS), dtype=np.float32)
    head = Clauses(
        tuple(KINDS.values()),
        known,
        rarity,
        np.zeros((len(known), len(KINDS)), dtype=np.float32),
        empty - 4,
        empty,
    )
    inputs = list(head.rows([held.terms[row] for row in rows]))
    gold = held.gold[rows]
    parts = [head.weights, head.bias]
    first, second = [np.zeros_like(part) for part in parts], [np.zeros_like(part) for part in parts]
    steps, step = ROUNDS * -(-len(rows) // BATCH), 0
    for _ in range(ROUNDS):
        order = rng.permutation(len(rows))
        for begin in range(0, len(order), BATCH):
            step += 1
            chosen = order[begin : begin + BATCH]
            batch = np.zeros((len(chosen), len(known)), dtype=np.float32)
            for at, number in enumerate(chosen):
                columns, values = inputs[number]
                batch[at, columns] = values
            slope = (1 / (1 + np.exp(-(batch @ parts[0] + parts[1]))) - gold[chosen]) / len(chosen)
            for place, change in enumerate((batch.T @ slope + DECAY * parts[0], slope.sum(0))):
                first[place] = 0.9 * first[place] + 0.1 * change
                second[place] = 0.99 * second[place] + 0.01 * change * change
                move = (first[place] / (1 - 0.9**step)) / (np.sqrt(second[place] / (1 - 0.99**step)) + 1e-8)
                parts[place] -= RATE * (1 - 0.97 * step / steps) * move
    return head
