"""Print the table of figures on the shipped path (llama.cpp and NumPy) and write it into the model card.

`python packaging/models/evaluate.py --data DATA [--models resources/models] [--limit N] [--card]`
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT)]

from corpora import DEVELOPMENT, Sample, Span, development_samples  # noqa: E402
from synthetic import Generator  # noqa: E402

from app.analysis.language import detect_language  # noqa: E402
from app.analysis.pii import PiiEngine  # noqa: E402
from app.documents import Entity  # noqa: E402
from app.models import EncodedText, ModelBundle, load_bundle  # noqa: E402
from app.models.tagger import TaggedSpan  # noqa: E402

NAMES = ("PERSON", "ORGANIZATION", "LOCATION")
UNANNOTATED = frozenset({"DATE_TIME", "NRP", "AGE", "TITLE", "URL"})
"""Types that are not personal data by themselves; they do not count as over-redaction."""
FULLY_ANNOTATED = ("meddocan", "generated")


class Tally:
    """Counts over one set."""

    def __init__(self) -> None:
        self.found = self.gold = self.right = 0
        self.by_type: dict[str, list[int]] = {}
        self.persons = self.covered = self.covered_as_person = 0
        self.quiet = self.flagged = 0

    def add(
        self, sample: Sample, spans: Sequence[TaggedSpan | Entity], types: tuple[str, ...] | None
    ) -> None:
        """Count one text; `types` None counts every type of its gold."""
        gold = {(s.start, s.end, s.label) for s in sample.spans if not s.label.startswith("?")}
        vague = [s for s in sample.spans if s.label.startswith("?")]
        seen = {(s.start, s.end, s.type) for s in spans if not _inside_vague(s, vague)}
        if types is not None:
            gold = {one for one in gold if one[2] in types}
            seen = {one for one in seen if one[2] in types}
        self.gold += len(gold)
        self.found += len(seen)
        self.right += len(gold & seen)
        for one in gold | seen:
            counts = self.by_type.setdefault(one[2], [0, 0, 0])
            counts[0] += one in gold
            counts[1] += one in seen
            counts[2] += one in gold and one in seen
        everything = _cover(spans)
        persons = _cover([s for s in spans if s.type == "PERSON"])
        for span in sample.spans:
            if span.label == "PERSON":
                where = {place for place in range(span.start, span.end) if not sample.text[place].isspace()}
                self.persons += 1
                self.covered += where <= everything
                self.covered_as_person += where <= persons
        if not sample.spans:
            self.quiet += 1
            self.flagged += any(s.type not in UNANNOTATED for s in spans)

    def row(self) -> dict[str, float]:
        """Figures in percent."""
        return {
            "f1": _f1(self.right, self.found, self.gold),
            "precision": _share(self.right, self.found),
            "recall": _share(self.right, self.gold),
            **{f"f1_{kind}": _f1(c[2], c[1], c[0]) for kind, c in sorted(self.by_type.items()) if c[0]},
            "person_covered": _share(self.covered, self.persons),
            "person_covered_as_person": _share(self.covered_as_person, self.persons),
            "persons": self.persons,
            "flagged_without_gold": _share(self.flagged, self.quiet),
            "without_gold": self.quiet,
        }


def _inside_vague(span: TaggedSpan | Entity, vague: list[Span]) -> bool:
    return any(span.start < other.end and span.end > other.start for other in vague)


def _cover(spans: Sequence[TaggedSpan | Entity]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


def _f1(right: int, found: int, gold: int) -> float:
    return round(200 * right / (found + gold), 2) if found + gold else 0.0


def heldout_samples(data: Path, count: int = 400) -> dict[str, list[Sample]]:
    """Generated documents from names and templates that training did not use, and some with nothing private."""
    generator = Generator(data, 99, heldout=True)
    documents = [generator.document() for _ in range(count)]
    plain = []
    for _ in range(count // 2):
        generator.lang = generator.random.choice(sorted(("en", "de", "fr", "es")))
        plain.append(generator.plain())
    return {"generated": documents, "generated_plain": plain}


def all_sets(data: Path, limit: int) -> dict[str, list[Sample]]:
    """Every set that the table shows."""
    share = {"meddocan": 5}  # whole case reports, each as long as twenty sentences
    sets = {name: development_samples(data, name, limit // share.get(name, 1)) for name in DEVELOPMENT}
    sets.update(heldout_samples(data))
    return sets


Find = Callable[[EncodedText], Sequence[TaggedSpan | Entity]]


def by_tagger(bundle: ModelBundle, strictness: float) -> Find:
    """The tagger alone."""
    return lambda encoded: bundle.tag(encoded, strictness, detect_language(encoded.text))


def by_all(bundle: ModelBundle) -> Find:
    """Every recogniser, as the program finds."""
    engine = PiiEngine(bundle)
    return lambda encoded: engine.find_text(encoded.text, detect_language(encoded.text), encoded)


def evaluate(bundle: ModelBundle, sets: dict[str, list[Sample]], find: Find) -> dict[str, dict[str, float]]:
    """The table: set to figures."""
    table = {}
    for name, samples in sets.items():
        tally = Tally()
        started, tokens = time.perf_counter(), 0
        for sample in samples:
            encoded = bundle.encode(sample.text)
            tokens += len(encoded.vectors)
            spans = find(encoded)
            tally.add(sample, spans, None if name.startswith(FULLY_ANNOTATED) else NAMES)
        table[name] = tally.row()
        table[name]["tokens_per_second"] = round(tokens / (time.perf_counter() - started))
    return table


def print_table(table: dict[str, dict[str, float]]) -> str:
    """The figures that matter, one line a set."""
    head = ("f1", "f1_PERSON", "f1_ORGANIZATION", "f1_LOCATION", "person_covered", "flagged_without_gold")
    lines = ["| set | " + " | ".join(head) + " |", "|---" * (len(head) + 1) + "|"]
    for name, row in table.items():
        lines.append(f"| {name} | " + " | ".join(f"{row.get(column, 0):.1f}" for column in head) + " |")
    text = "\n".join(lines)
    print(text, flush=True)
    return text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--models", type=Path, default=ROOT / "resources" / "models")
    parser.add_argument("--limit", type=int, default=600, help="texts of each set, 0 for all")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--strictness", type=float, default=0.5)
    parser.add_argument("--whole", action="store_true", help="every recogniser, not the tagger alone")
    parser.add_argument("--variant", default="q8_0", help="what these weights are called in the card")
    parser.add_argument(
        "--card", action="store_true", help="write the table into figures.json beside the models"
    )
    arguments = parser.parse_args()
    bundle = load_bundle(arguments.threads, arguments.models)
    sets = all_sets(arguments.data, arguments.limit)
    find = by_all(bundle) if arguments.whole else by_tagger(bundle, arguments.strictness)
    table = evaluate(bundle, sets, find)
    print_table(table)
    if arguments.card:
        path = ROOT / "resources" / "models" / "figures.json"
        figures = json.loads(path.read_text("utf-8")) if path.is_file() else {}
        figures["program" if arguments.whole else arguments.variant] = {
            "limit": arguments.limit,
            "strictness": arguments.strictness,
            "sets": table,
        }
        path.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", "utf-8")
        from card import write_card

        write_card(ROOT / "resources" / "models")


if __name__ == "__main__":
    main()
