"""How many key facts are found: exact normalised match on marked receipts and contracts.

`python tests/bench/extraction.py --data FOLDER [--split dev|train|all] [--sets sroie,cord,kleister_nda,cuad] [--misses] [--folds]`

FOLDER holds docs/extraction. The class of the document is given, so only extraction counts. A value is right where
letters and digits agree regardless of case (dates: the same day; amounts: the same number; terms: the same number of
the same unit). "stands" is the share of gold values that stand in the text letter for letter at all (in the OCR lines
of a receipt): no reader that invents nothing finds more of those that are strings. CUAD: clauses (per contract and
kind) of which some marked place overlaps what was found, and how many finds overlap none; below, CUAD's own measure.
"exact" is the share of marked values that are the value found or its normal form to the letter, but for case and
blanks. `--folds` needs no held-back rows: all rows are read, each by networks that were trained without its fifth.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging" / "models"), str(ROOT / "tests" / "bench")]

from clause_curve import Curve, finds_of, summary  # noqa: E402
from extract_clauses_train import KINDS  # noqa: E402
from extract_data import FOLDS, Marked, marked, number, plain  # noqa: E402
from extract_train import TASKS, case, slip_heads, train  # noqa: E402
from summary_data import as_document  # noqa: E402

from app.analysis.understanding.extract import extract  # noqa: E402
from app.analysis.understanding.values import DATE, parse_date  # noqa: E402
from app.documents import Category, Field  # noqa: E402
from app.models.extractor import Extractor, bundled_extractor  # noqa: E402

SCORED = {
    "sroie": ("vendor", "date", "vendor_address", "total"),
    "cord": (
        "total",
        "tax",
        "net",
        "paid",
        "change",
        "line_item_description",
        "line_item_quantity",
        "line_item_unit_price",
        "line_item_amount",
    ),
    "kleister_nda": ("party", "effective_date", "governing_law", "term"),
}
AMOUNTS = (
    "total",
    "tax",
    "net",
    "paid",
    "change",
    "line_item_quantity",
    "line_item_unit_price",
    "line_item_amount",
)
CLAUSES = {
    "Document Name": "title", "Parties": "party", "Agreement Date": "effective_date", "Effective Date": "effective_date",
} | KINDS  # fmt: skip
"""CUAD's kinds of clause and our names of fields."""
ALSO = {"Effective Date": "effective_date"}
"""A day and the sentence that names it are fields of their own."""


def key(name: str, value: str, normalized: str | None = None) -> str:
    """What two values must agree in."""
    if name in ("date", "effective_date"):
        if normalized:
            return normalized
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return value
        if re.fullmatch(r"20\d{6}", value):
            return f"{value[:4]}-{value[4:6]}-{value[6:]}"
        if re.fullmatch(r"\d{4}20\d\d", value):
            return f"{value[4:]}-{value[2:4]}-{value[:2]}"
        match = DATE.search(value)
        return (match and parse_date(match)) or plain(value)
    if name in AMOUNTS:
        amount = number(normalized or value)
        return plain(value) if amount is None else str(amount.normalize())
    if name == "term":
        return plain(re.sub(r"(?<=[a-z])s\b", "", (normalized or value).casefold()))
    return plain(normalized or value)


def compare(document: Marked, fields: list[Field], counts: Counter[str], misses: bool) -> None:
    held = plain(document.text)
    for name in SCORED[document.name]:
        wanted = Counter(key(name, value) for value in document.gold.get(name, ()))
        found = Counter(key(name, f.value, f.normalized) for f in fields if f.name == name)
        if not name.startswith("line_item"):
            wanted, found = Counter(set(wanted)), Counter(set(found))
        counts[f"{name} wanted"] += wanted.total()
        counts[f"{name} found"] += found.total()
        counts[f"{name} right"] += (wanted & found).total()
        counts[f"{name} stands"] += sum(plain(value) in held for value in document.gold.get(name, ()))
        shown = {_flat(v) for f in fields if f.name == name for v in (f.value, f.normalized or "")}
        counts[f"{name} exact"] += sum(_flat(value) in shown for value in document.gold.get(name, ()))
        if misses and wanted != found:
            print(f"  {document.id} {name}: wanted {dict(wanted - found)} found {dict(found - wanted)}")


def _flat(value: str) -> str:
    return " ".join(value.split()).casefold()


def readings(documents: Sequence[Marked], folds: bool) -> Iterator[tuple[Marked, list[Field]]]:
    """The fields of each document; with `folds` by a head that has not seen it."""
    if not folds:
        for document in documents:
            yield document, extract(as_document(document.text), Category(document.label, 1.0))
        return
    program = import_module("app.analysis.understanding.extract")
    shipped, heads = bundled_extractor(), slip_heads(documents)
    assert shipped is not None
    names = {document.name for document in documents}
    tasks = [task for task in TASKS if names & set(task.sets)]
    cases = {
        task.name: [case(task, one, heads) for one in documents if one.name in task.sets] for task in tasks
    }
    for fold in range(FOLDS):
        trained = {
            task.name: train(task, [one for one in cases[task.name] if one.document.fold != fold])
            for task in tasks
        }
        head = Extractor({**shipped.networks, **trained}, shipped.clauses)
        program.bundled_extractor = lambda head=head: head  # type: ignore[attr-defined]
        yield from readings([one for one in documents if one.fold == fold], folds=False)


def clauses(document: Marked, fields: list[Field], counts: Counter[str]) -> None:
    for kind, name in CLAUSES.items():
        places = document.spans.get(kind, ())
        found = [f for f in fields if f.name in (name, ALSO.get(kind)) and f.start >= 0]
        counts[f"{kind} wanted"] += bool(places)
        counts[f"{kind} hit"] += bool(places) and any(
            f.start < b and a < f.end for f in found for a, b in places
        )
        counts[f"{kind} found"] += len(found)
        counts[f"{kind} right"] += sum(any(f.start < b and a < f.end for a, b in places) for f in found)


def part(right: int, of: int) -> str:
    return f"{right / of:9.1%}" if of else "        -"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", default="dev", choices=("dev", "train", "all"))
    parser.add_argument("--sets", default="", help="by comma; all otherwise")
    parser.add_argument("--misses", action="store_true", help="name each value that was missed or wrong")
    parser.add_argument(
        "--folds", action="store_true", help="five-fold cross-validation over all rows of --sets; minutes"
    )
    options = parser.parse_args()
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    curve, head = Curve(), bundled_extractor()
    begun = time.perf_counter()
    documents = [
        document
        for document in marked(options.data, *filter(None, options.sets.split(",")))
        if options.folds or options.split in (document.split, "all")
    ]
    for document, fields in readings(documents, options.folds):
        totals[document.name]["documents"] += 1
        if document.name == "cuad":
            clauses(document, fields, totals["cuad"])
            curve.add(document, finds_of(document, head, KINDS) if head is not None else {})
        else:
            compare(document, fields, totals[document.name], options.misses)
    for name, counts in totals.items():
        print(f"\n{name}: {counts['documents']} documents")
        if name == "cuad":
            print(f"{'clause':36}{'wanted':>7}{'found':>9}{'precision':>10}")
            for kind in CLAUSES:
                print(f"{kind:36}{counts[f'{kind} wanted']:7}{part(counts[f'{kind} hit'], counts[f'{kind} wanted'])}"
                      f" {part(counts[f'{kind} right'], counts[f'{kind} found'])}")  # fmt: skip
            hits, wanted = (sum(counts[f"{k} {w}"] for k in CLAUSES) for w in ("hit", "wanted"))
            right, found = (sum(counts[f"{k} {w}"] for k in CLAUSES) for w in ("right", "found"))
            print(f"{'all':36}{wanted:7}{part(hits, wanted)} {part(right, found)}")
            print(f"As CUAD measures, over its 41 kinds: {summary(curve)}")
            continue
        print(f"{'field':24}{'gold':>6}{'stands':>9}{'recall':>9}{'precision':>10}{'F1':>9}{'exact':>9}")
        for field in (*SCORED[name], "all"):
            names = SCORED[name] if field == "all" else (field,)
            wanted, found, right, stands, exact = (
                sum(counts[f"{n} {what}"] for n in names)
                for what in ("wanted", "found", "right", "stands", "exact")
            )
            print(f"{field:24}{wanted:6}{part(stands, wanted)}{part(right, wanted)} {part(right, found)}"
                  f"{part(2 * right, wanted + found)}{part(exact, wanted)}")  # fmt: skip
    print(f"\n{time.perf_counter() - begun:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
