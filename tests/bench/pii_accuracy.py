"""How much of what is private is found, on annotated sets of JSON lines (gzip or not).

`python tests/bench/pii_accuracy.py --data FOLDER [--sets presidio_synth,btc] [--limit 400] [--no-model]`

Each line holds {"text", "entities": [{"start", "end", "label"}], "lang"}; FOLDER/label_map.json gives the kind of
each label (null: not private) per set. Printed per kind, of at most `--limit` lines of each set evenly spread:

- covered: part of the annotated spans of which every letter and digit lies in findings of any type (what counts
  for removing them);
- recall, precision: by overlap with a finding of the same kind. A set that leaves a kind unannotated says nothing
  about precision there, so kinds that it never names are left out;
- flagged: part of the lines without any annotation in which something was found (of the kinds the set annotates).
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.analysis.pii import PiiEngine
from app.models import load_bundle

_KINDS = {
    "PERSON": "PERSON", "ORGANIZATION": "ORG", "LOCATION": "LOC", "STREET_ADDRESS": "ADDRESS", "DATE_TIME": "DATE",
    "DATE_OF_BIRTH": "DATE", "PHONE_NUMBER": "PHONE", "EMAIL_ADDRESS": "EMAIL", "URL": "URL", "IP_ADDRESS": "IP",
    "CREDIT_CARD": "CREDIT_CARD", "IBAN_CODE": "IBAN", "AGE": "AGE", "NRP": "NRP", "USERNAME": "USERNAME",
}  # fmt: skip
"""Kind of each entity type; all numbers that are not listed are "ID"."""


def lines(path: Path, limit: int) -> list[dict[str, Any]]:
    """At most `limit` rows, evenly spread over the file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    step = max(1, len(rows) // limit)
    return rows[::step][:limit]


def gold(row: dict[str, Any], labels: dict[str, str | None]) -> Iterator[tuple[str, int, int]]:
    for entity in row["entities"]:
        kind = labels.get(entity["label"])
        if kind is not None:
            yield kind, entity["start"], entity["end"]


def measure(engine: PiiEngine, rows: list[dict[str, Any]], labels: dict[str, str | None]) -> Counter[str]:
    """Counts, keyed "KIND what"."""
    counts: Counter[str] = Counter()
    kinds = {kind for row in rows for kind, _, _ in gold(row, labels)}
    for row in rows:
        text, wanted = row["text"], list(gold(row, labels))
        found = [
            (_KINDS.get(e.type, "ID"), e.start, e.end) for e in engine.find_text(text, row.get("lang", "und"))
        ]
        gone = {i for _, start, end in found for i in range(start, end)}
        for kind, start, end in wanted:
            counts[f"{kind} gold"] += 1
            counts[f"{kind} covered"] += all(i in gone for i in range(start, end) if text[i].isalnum())
            counts[f"{kind} hit"] += any(k == kind and s < end and start < e for k, s, e in found)
        named = [span for span in found if span[0] in kinds]
        for kind, start, end in named:
            counts[f"{kind} found"] += 1
            counts[f"{kind} right"] += any(k == kind and s < end and start < e for k, s, e in wanted)
        counts["clean"] += not wanted
        counts["flagged"] += bool(named) and not wanted
    return counts


def report(name: str, counts: Counter[str]) -> None:
    def part(kind: str, of: str, what: str) -> str:
        return (
            f"{counts[f'{kind} {what}'] / counts[f'{kind} {of}']:9.3f}"
            if counts[f"{kind} {of}"]
            else "        -"
        )

    print(f"\n{name}: {counts['flagged']} of {counts['clean']} lines without annotation flagged")
    print(f"{'kind':14}{'gold':>7}{'covered':>9}{'recall':>9}{'precision':>10}")
    for kind in sorted(key.split()[0] for key in counts if key.endswith(" gold")):
        columns = (
            part(kind, "gold", "covered") + part(kind, "gold", "hit") + " " + part(kind, "found", "right")
        )
        print(f"{kind:14}{counts[f'{kind} gold']:7}{columns}")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, required=True, help="folder with label_map.json and the sets below it"
    )
    parser.add_argument("--sets", default="", help="names of sets, by comma; all below --data/dev otherwise")
    parser.add_argument("--limit", type=int, default=400, help="lines of each set")
    parser.add_argument("--no-model", action="store_true", help="patterns and context alone")
    options = parser.parse_args()
    maps = json.loads((options.data / "label_map.json").read_text(encoding="utf-8"))
    engine = PiiEngine(None if options.no_model else load_bundle())
    wanted = set(filter(None, options.sets.split(",")))
    folders = ("train", "dev") if wanted else ("dev",)
    for path in sorted(p for folder in folders for p in (options.data / folder).glob("*.jsonl*")):
        name = path.name.split(".")[0]
        if (wanted and name not in wanted) or name not in maps:
            continue
        rows = lines(path, options.limit)
        begun = time.perf_counter()
        counts = measure(engine, rows, maps[name])
        seconds = time.perf_counter() - begun
        report(f"{path.parent.name}/{name}", counts)
        print(f"{sum(len(row['text']) for row in rows) / seconds / 1000:.1f} thousand characters per second")
    return 0


if __name__ == "__main__":
    sys.exit(main())
