"""How long a lesson takes, and sorting a library again after it: `python tests/bench/lessons.py [DOCUMENTS]`."""

from __future__ import annotations

import hashlib
import random
import sys
import tempfile
import time
from pathlib import Path

from app.analysis.understanding.classify import classify
from app.documents import Analysis, Block, BlockKind, Document, Source
from app.pipeline import teaching
from app.pipeline.sorting_again import sort_again
from app.store import Library

WORDS = [
    "invoice",
    "amount",
    "delivery",
    "pallet",
    "driver",
    "garden",
    "court",
    "judge",
    "salary",
    "employer",
    "contract",
    "party",
    "licence",
    "patient",
    "ward",
    "dose",
    "meeting",
    "minutes",
    "agenda",
    "policy",
    "premium",
    "claim",
    "damage",
    "water",
    "roof",
    "kitchen",
    "school",
    "teacher",
    "pupil",
    "report",
    "finding",
    "table",
]


def document(number: int, kind: str) -> Document:
    """A page of 300 words, beginning with the title of its kind."""
    choose = random.Random(number)
    text = f"{kind}\nNo. {number}\n" + " ".join(choose.choice(WORDS) for _ in range(300)) + ".\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source(f"/in/{number}.txt", digest, len(text), "text/plain", "text")
    return Document(source, text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))


def main() -> None:
    """Fill a library, teach, sort again, undo, sort again."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder), keyring=False) as library:
        for number in range(count):
            made = document(number, "DELIVERY NOTE" if number % 10 == 0 else "REPORT")
            row = library.add(Path(f"/in/{number}.txt"), made.source.size)
            library.save_result(row.id, made, Analysis(category=classify(made)), 0.1)
        examples = [
            (d.source.sha256, d.text) for d in (document(n, "DELIVERY NOTE") for n in range(-50, 0, 10))
        ]
        begin = time.perf_counter()
        own = teaching.teach_class(library, "delivery_note", examples)
        print(f"lesson from {len(examples)} examples: {time.perf_counter() - begin:.2f} s", end=", ")
        print(f"expected accuracy {own.classes['delivery_note'].trial.accuracy:.0%}")
        for what in ("first time", "after undo, from stored vectors"):
            begin = time.perf_counter()
            again = sort_again(library)
            seconds = time.perf_counter() - begin
            print(f"{what}: {again.documents} documents in {seconds:.1f} s, {again.changed} changed")
            teaching.undo(library, teaching.CLASSES)


if __name__ == "__main__":
    main()
