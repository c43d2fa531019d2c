"""Train the extraction head: `python packaging/models/extract_train.py --data DATA --out resources/models`.

Run it in the program's own environment; it needs NumPy alone, takes some minutes on a CPU and gives the same file
for the same data on the same machine. For each field the program lists the places where it may stand
(`app/analysis/understanding/fields_*.py`); those whose value is the marked one are right, and a small network learns
to choose among them or to say that there is none. `--measure` trains five times more, each time without a fifth of
the documents of every split, and prints how well the choice does on that fifth. The rows of the development split
never train the shipped file.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT)]

from extract_clauses_train import train_clauses  # noqa: E402
from extract_data import FOLDS, Marked, marked, same  # noqa: E402
from extract_foreign import foreign, head_of  # noqa: E402
from extract_senders import elsewhere  # noqa: E402
from seal import seal  # noqa: E402
from summary_data import as_document  # noqa: E402
from summary_network import Group, Recipe, Slope, compete_with_none, each_by_itself, fit, vocabulary  # noqa: E402

from app.analysis.understanding import fields_candidates as receipts  # noqa: E402
from app.analysis.understanding import fields_contracts as contracts  # noqa: E402
from app.analysis.understanding.clause_context import TASK as CLAUSES_TASK  # noqa: E402
from app.analysis.understanding.extract_lines import Line, month_first, read_lines  # noqa: E402
from app.analysis.understanding.fields_candidates import Candidate  # noqa: E402
from app.analysis.understanding.fields_cells import cells, slip_words  # noqa: E402
from app.models.extractor import EXTRACTOR_FILE, Extractor, save_extractor  # noqa: E402
from app.models.summarizer import TermNetwork  # noqa: E402

Proposer = Callable[[str, Sequence[Line]], list[Candidate]]


@dataclass(frozen=True, slots=True)
class Task:
    """One field of one class of documents."""

    name: str
    field: str
    sets: tuple[str, ...]
    propose: Proposer
    recipe: Recipe
    slope: Slope = compete_with_none
    terms: int = 1500
    rarest: int = 5
    marks: tuple[str, ...] = ()
    """Labels of the places that are right, where a set marks places rather than values."""
    first: bool = False
    """Only the first label that a document has counts, and of its places only the first candidate is right."""


_DEEDS = ("kleister_nda", "cuad")
_RECEIPT = Recipe(units=48, networks=3, epochs=16)
_CONTRACT = Recipe(units=32, networks=3, epochs=15, batch=8)
_NAMES = Recipe(units=32, networks=4, epochs=30, batch=8, decay=0.3, dropped=0.5)

TASKS = (
    Task("receipt.vendor", "vendor", ("sroie",), lambda text, lines: list(receipts.line_ranges("vendor", text, lines)), _RECEIPT),
    Task("receipt.vendor_address", "vendor_address", ("sroie",),
         lambda text, lines: list(receipts.line_ranges("vendor_address", text, lines)), _RECEIPT, terms=2200),
    Task("receipt.date", "date", ("sroie",), lambda text, lines: receipts.dates(lines, month_first(text)), _RECEIPT),
    Task("receipt.total", "total", ("sroie", "cord"), lambda text, lines: receipts.amounts(lines), _RECEIPT),
    Task("receipt.tax", "tax", ("cord",), lambda text, lines: receipts.amounts(lines), _RECEIPT),
    Task("receipt.net", "net", ("cord",), lambda text, lines: receipts.amounts(lines), _RECEIPT),
    *(Task(f"receipt.{name}", name, ("cord",), lambda text, lines: cells(lines), _RECEIPT, each_by_itself, marks=marks) for name, marks in (
        ("line_item", ("menu.price",)), ("quantity", ("menu.cnt",)), ("unit_price", ("menu.unitprice",)),
        ("paid", ("total.cashprice", "total.creditcardprice", "total.emoneyprice")), ("change", ("total.changeprice",)))),
    Task("receipt.bought_word", "line_item_description", ("cord",), lambda text, lines: slip_words(lines), _RECEIPT, each_by_itself,
         marks=("menu.nm",)),
    Task("contract.effective_date", "effective_date", _DEEDS, lambda text, lines: contracts.contract_dates(text, True),
         _CONTRACT, rarest=3, marks=("Effective Date", "Agreement Date"), first=True),
    Task("contract.governing_law", "governing_law", _DEEDS, lambda text, lines: contracts.contract_places(text),
         _CONTRACT, rarest=3, marks=("Governing Law",), first=True),
    Task("contract.term", "term", ("kleister_nda",), lambda text, lines: contracts.contract_durations(text), _CONTRACT, rarest=3),
    Task("contract.party", "party", ("kleister_nda",), lambda text, lines: contracts.party_names(text), _NAMES,
         each_by_itself, 2500, 3),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One document of a task: its candidates and which of them are right."""

    document: Marked
    candidates: list[Candidate]
    group: Group
    copies: tuple[Group, ...] = ()
    """The same document in another language, for training alone."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "models")
    parser.add_argument("--tasks", default="", help="by comma, with --measure; all otherwise")
    parser.add_argument(
        "--measure", action="store_true", help="print figures of five-fold cross-validation, write nothing"
    )
    arguments = parser.parse_args()
    documents = list(marked(arguments.data))
    heads = slip_heads(documents)
    networks = {}
    chosen_tasks = set(filter(None, arguments.tasks.split(","))) if arguments.measure else set()
    for task in (each for each in TASKS if not chosen_tasks or each.name in chosen_tasks):
        cases = [case(task, document, heads) for document in documents if document.name in task.sets]
        if arguments.measure:
            measure(task, cases)
        else:
            used = [each for each in cases if each.document.split == "train"]
            networks[task.name] = train(task, used)
            print(f"{task.name}: {sum(bool(each.candidates) for each in used)} documents", flush=True)
    if networks:
        arguments.out.mkdir(parents=True, exist_ok=True)
        contracts_read = [each for each in documents if each.name == "cuad" and each.split == "train"]
        clauses, weighing = train_clauses(contracts_read)
        networks[CLAUSES_TASK] = weighing
        save_extractor(Extractor(networks, clauses), arguments.out / EXTRACTOR_FILE)
        seal(arguments.out)


def slip_heads(documents: Sequence[Marked]) -> list[str]:
    """First lines of the slips that have kept theirs."""
    rng = random.Random(7)  # nosec
    return [
        head_of(document, rng)
        for document in documents
        if document.name == "sroie" and document.split == "train"
    ]


def case(task: Task, document: Marked, heads: Sequence[str] = ()) -> Case:
    """The candidates of a document; slips also in another language."""
    candidates, group = candidates_of(task, document)
    if not heads or not {"sroie", "cord"} & set(task.sets):
        return Case(document, candidates, group)
    copy: Marked | None = foreign(document, heads)
    if task.field == "vendor_address":
        copy = elsewhere(replace(copy, spans={})) if copy is not None else None
    elif "cord" not in task.sets:
        copy = None
    others, group_of_copy = candidates_of(task, copy) if copy is not None else ([], group)
    return Case(document, candidates, group, (group_of_copy,) if others else ())


def candidates_of(task: Task, document: Marked) -> tuple[list[Candidate], Group]:
    """Right are the candidates with a marked value; where several compete, they share."""
    candidates = task.propose(document.text, read_lines(as_document(document.text)))
    if by_place(task, document):
        marked_places = [document.spans[mark] for mark in task.marks if mark in document.spans]
        spans = [span for places in marked_places[: 1 if task.first else None] for span in places]
        right = np.array(
            [any(c.start < b and a < c.end for a, b in spans) for c in candidates], dtype=np.float32
        )
        if task.first and right.any():
            right[int(right.argmax()) + 1 :] = 0.0
    else:
        gold = document.gold.get(task.field, ())
        right = np.array(
            [any(same(task.field, c.value, value) for value in gold) for c in candidates], dtype=np.float32
        )
    share = right if task.slope is each_by_itself else right / max(1.0, float(right.sum()))
    measured = np.array([c.measured for c in candidates], dtype=np.float32)
    return candidates, Group(measured, [c.terms for c in candidates], share)


def by_place(task: Task, document: Marked) -> bool:
    """The document marks places of this field, not values."""
    return bool(task.marks) and document.name != "kleister_nda"


def train(task: Task, cases: Sequence[Case]) -> TermNetwork:
    groups = [group for each in cases for group in (each.group, *each.copies) if len(group.measured)]
    names = tuple(str(number) for number in range(groups[0].measured.shape[1]))
    return fit(groups, names, vocabulary(groups, task.terms, task.rarest), task.slope, task.recipe)


def measure(task: Task, cases: Sequence[Case]) -> None:
    """Values found, right and marked, each document judged by a network that has not seen it."""
    counts = {name: np.zeros(4, dtype=int) for name in task.sets}
    for fold in range(FOLDS):
        head = Extractor({task.name: train(task, [each for each in cases if each.document.fold != fold])})
        for each in cases:
            if each.document.fold != fold:
                continue
            gold = set(each.document.gold.get(task.field, ()))
            found = chosen(task, head, each) if each.candidates else []
            if by_place(task, each.document):
                hits, wanted = sum(each.group.share[at] > 0 for at in found), int(each.group.share.sum())
                counts[each.document.name] += (len(found), hits, wanted, wanted)
                continue
            values = {each.candidates[at].value for at in found}
            hits = sum(any(same(task.field, value, other) for other in gold) for value in values)
            reach = sum(any(same(task.field, c.value, other) for c in each.candidates) for other in gold)
            counts[each.document.name] += (len(values), hits, len(gold), reach)
    for name, (found, right, wanted, reach) in counts.items():
        print(f"{task.name:26} {name:14} marked {wanted:4} among the candidates {reach / wanted:6.1%} "
              f"precision {right / max(1, found):6.1%} recall {right / wanted:6.1%} F1 {2 * right / (found + wanted):6.1%}", flush=True)  # fmt: skip


def chosen(task: Task, head: Extractor, each: Case) -> list[int]:
    """As the program chooses."""
    from app.analysis.understanding.fields_choice import choose_many, choose_one

    if task.slope is each_by_itself:
        return choose_many(head, task.name, each.candidates)
    best = choose_one(head, task.name, each.candidates)
    return [] if best is None else [best[0]]


if __name__ == "__main__":
    main()
