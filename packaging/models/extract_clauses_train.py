"""Training of what tells clauses of a contract; see `extract_train.py`.

Regressions on the words of a sentence come first. A small network then weighs their scores together with those of the
neighbours and of the contract's likeliest sentence; it learns from scores by regressions that have not seen the contract.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from extract_data import FOLDS, Marked
from summary_data import as_document
from summary_network import Group, Recipe, each_by_itself, fit

from app.analysis.understanding.clause_context import TASK, pairs, weighed
from app.analysis.understanding.extract_clauses import clause_terms
from app.analysis.understanding.salience_sentences import Sentence, sentences
from app.models.extractor import Clauses, Extractor
from app.models.summarizer import TermNetwork

SEED = 7
TERMS, WEIGHT_OF_CLAUSES = 20_000, 3
"""Terms that are known, and how often a sentence counts that is a clause when they are chosen."""
ROUNDS, BATCH, RATE, DECAY = 14, 512, 0.15, 1e-6
_WEIGHING = Recipe(units=32, networks=3, epochs=60, batch=8)
_SIMILAR = 0.5
_SIGNS = re.compile(r"[^\w\s]")
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
    "Effective Date": "commencement",
}  # fmt: skip
"""CUAD's kinds of clause that are sentences, and the names of our fields."""


@dataclass(frozen=True, slots=True)
class Contract:
    """One contract: its sentences, what they hold, and which clauses they are."""

    found: list[Sentence]
    terms: list[set[str]]
    gold: np.ndarray
    """(sentences, kinds) of 0 and 1: more than half of the shorter of sentence and marked place lies in the other."""
    alike: np.ndarray
    """(sentences, kinds) of 0 and 1: the words of both are the same by half, which is what counts in the end."""
    fold: int


def read(document: Marked) -> Contract:
    text = document.text
    found = sentences(as_document(text))
    gold = np.zeros((len(found), len(KINDS)), dtype=np.float32)
    alike = np.zeros_like(gold)
    words = [_words(text[s.body : s.end]) for s in found]
    for column, kind in enumerate(KINDS):
        for a, b in document.spans.get(kind, ()):
            marked = _words(text[a:b])
            for row, s in enumerate(found):
                inside = min(b, s.end) - max(a, s.start) > 0.5 * min(b - a, s.end - s.start)
                gold[row, column] = max(gold[row, column], inside)
                both = len(words[row] & marked)
                if 2 * both >= min(len(words[row]), len(marked)) and kind != "Parties":
                    same = both >= _SIMILAR * len(words[row] | marked)
                    alike[row, column] = max(alike[row, column], same)
        if kind == "Parties":  # the places are names, the sentence is the one that introduces them
            alike[:, column] = gold[:, column]
    return Contract(found, clause_terms(text, found), gold, alike, document.fold)


def _words(text: str) -> set[str]:
    return set(_SIGNS.sub("", text.lower()).split())


def train_clauses(documents: Sequence[Marked]) -> tuple[Clauses, TermNetwork]:
    """The regressions, and the network that weighs their scores. Floors are those with the best F1 on what the
    regressions had not seen."""
    contracts = [contract for contract in map(read, documents) if contract.found]
    known, rarity = _vocabulary(contracts)
    unseen: dict[int, np.ndarray] = {}
    for fold in range(FOLDS):
        part = _fit([each for each in contracts if each.fold != fold], known, rarity)
        for at, contract in enumerate(contracts):
            if contract.fold == fold:
                unseen[at] = part.scores(contract.terms)
    network = _weighing(contracts, [unseen[at] for at in range(len(contracts))])
    whole = _fit(contracts, known, rarity)
    head = Extractor({TASK: network}, whole)
    chances = np.concatenate([weighed(head, unseen[at], each.found) for at, each in enumerate(contracts)])
    right = np.concatenate([each.alike for each in contracts])
    floors = np.array([_best_floor(chances[:, at], right[:, at]) for at in range(len(KINDS))])
    return replace(whole, floors=floors.astype(np.float32)), network


def _weighing(contracts: Sequence[Contract], scores: Sequence[np.ndarray]) -> TermNetwork:
    groups = []
    names = tuple(KINDS.values())
    for contract, each in zip(contracts, scores, strict=True):
        rows, columns, measured = pairs(each, contract.found)
        if len(rows):
            terms = [{names[column]} for column in columns.tolist()]
            groups.append(Group(measured, terms, contract.alike[rows, columns]))
    measures = tuple(str(number) for number in range(groups[0].measured.shape[1]))
    return fit(groups, measures, tuple(sorted(names)), each_by_itself, _WEIGHING)


def _best_floor(chances: np.ndarray, gold: np.ndarray) -> float:
    order = np.argsort(-chances, kind="stable")
    hits = np.cumsum(gold[order])
    if not hits[-1]:
        return 0.9
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + hits[-1])
    return float(np.clip(chances[order[int(f1.argmax())]], 0.05, 0.9))


def _vocabulary(contracts: Sequence[Contract]) -> tuple[tuple[str, ...], np.ndarray]:
    """The terms that are known, and how much each counts."""
    counts: Counter[str] = Counter()
    for contract in contracts:
        for terms, clause in zip(contract.terms, contract.gold.any(axis=1).tolist(), strict=True):
            weight = WEIGHT_OF_CLAUSES if clause else 1
            for term in terms:
                counts[term] += weight
    sentences_read = sum(len(contract.found) for contract in contracts)
    known = tuple(term for term, _ in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:TERMS])
    rarity = np.array([np.log((sentences_read + 1) / (counts[term] + 1)) for term in known], dtype=np.float32)
    return known, np.maximum(rarity, 0) + 1


def _fit(contracts: Sequence[Contract], known: tuple[str, ...], rarity: np.ndarray) -> Clauses:
    """Adam over all sentences in small batches; of each, only the terms that it holds are multiplied."""
    rng = np.random.default_rng(SEED)
    empty = np.zeros(len(KINDS), dtype=np.float32)
    weights = np.zeros((len(known), len(KINDS)), dtype=np.float32)
    head = Clauses(tuple(KINDS.values()), known, rarity, weights, empty - 4, empty)
    inputs = list(head.rows([terms for contract in contracts for terms in contract.terms]))
    gold = np.concatenate([contract.gold for contract in contracts])
    parts = [head.weights, head.bias]
    first, second = [np.zeros_like(part) for part in parts], [np.zeros_like(part) for part in parts]
    steps, step = ROUNDS * -(-len(inputs) // BATCH), 0
    for _ in range(ROUNDS):
        order = rng.permutation(len(inputs))
        for begin in range(0, len(order), BATCH):
            step += 1
            chosen = order[begin : begin + BATCH]
            held, place = np.unique(np.concatenate([inputs[at][0] for at in chosen]), return_inverse=True)
            batch = np.zeros((len(chosen), len(held)), dtype=np.float32)
            rows = np.repeat(np.arange(len(chosen)), [len(inputs[at][0]) for at in chosen])
            batch[rows, place] = np.concatenate([inputs[at][1] for at in chosen])
            slope = (1 / (1 + np.exp(-(batch @ parts[0][held] + parts[1]))) - gold[chosen]) / len(chosen)
            change = DECAY * parts[0]
            change[held] += batch.T @ slope
            for at, moved in enumerate((change, slope.sum(0))):
                first[at] = 0.9 * first[at] + 0.1 * moved
                second[at] = 0.99 * second[at] + 0.01 * moved * moved
                move = (first[at] / (1 - 0.9**step)) / (np.sqrt(second[at] / (1 - 0.99**step)) + 1e-8)
                parts[at] -= RATE * (1 - 0.97 * step / steps) * move
    return head
