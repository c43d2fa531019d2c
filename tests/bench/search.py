"""How long a search takes in a library of 100,000 short documents: words, prefixes, phrases, filters, meaning.

    python tests/bench/search.py [--documents 100000] [--repeat 9] [--folder DIR]

The library is made of sentences from a fixed seed, so that every run searches the same texts. Vectors are random
directions around two hundred themes; how good they are is not measured here, only how long ranking them takes.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from sqlalchemy import text

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.store import Library
from app.store.duplicates import twins
from app.store.search import Filter, find
from app.store.search_people import find_person
from app.store.search_vectors import find_hybrid, find_near, save_many

_SYLLABLES = (
    "ba",
    "ke",
    "lo",
    "mi",
    "nu",
    "ra",
    "se",
    "ti",
    "vo",
    "zu",
    "dan",
    "fer",
    "gol",
    "hin",
    "jor",
    "kul",
    "mer",
)
_CLASSES = ("invoice", "letter", "contract", "receipt", "report")


def words(count: int, seed: np.random.Generator) -> list[str]:
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(seed.choice(_SYLLABLES, int(seed.integers(2, 5))))] = None
    return list(made)


def fill(library: Library, documents: int) -> None:
    """Texts of sixty words, whose words are as unequally common as in a language (Zipf)."""
    seed = np.random.default_rng(7)
    vocabulary = np.array(words(30_000, seed))
    shares = 1.0 / np.arange(1, len(vocabulary) + 1)
    shares /= shares.sum()
    people = [f"{a.title()} {b.title()}" for a, b in zip(words(500, seed), words(500, seed), strict=True)]
    with library.session() as session, session.begin():
        for first in range(0, documents, 5000):
            size = min(5000, documents - first)
            drawn = vocabulary[seed.choice(len(vocabulary), (size, 60), p=shares)]
            rows, indexed = [], []
            for at in range(size):
                number = first + at + 1
                person = people[number % len(people)]
                rows.append(
                    {
                        "id": number,
                        "path": f"/folder{number % 40}/paper{number}.txt",
                        "name": f"paper{number}.txt",
                        "category": _CLASSES[number % 5],
                        "at": f"20{10 + number % 15}-0{number % 9 + 1}-11T08:00:00.000+00:00",
                        "sha256": f"{number:064x}",
                    }
                )
                body = f"{' '.join(drawn[at][:40])} {person} {' '.join(drawn[at][40:])}"
                indexed.append({"id": number, "name": f"paper{number}.txt", "body": body, "entities": person})
            session.execute(
                text(
                    "INSERT INTO documents (id, path, name, sha256, size, media_type, state, reason, sentence, category,"
                    " language, pages, findings, needs_review, counts, seconds, added, processed) VALUES (:id, :path,"
                    " :name, :sha256, 400, 'text/plain', 'ready', '', '', :category, 'en', 1, 1, 0, '{}', 0.1, :at, :at)"
                ),
                rows,
            )
            session.execute(
                text(
                    "INSERT INTO search (rowid, name, body, entities, keywords) VALUES (:id, :name, :body, :entities, '')"
                ),
                indexed,
            )
    themes = seed.normal(size=(200, 384)).astype(np.float32)
    for first in range(0, documents, 5000):
        size = min(5000, documents - first)
        rows = themes[seed.integers(0, 200, size)] + seed.normal(size=(size, 384)).astype(np.float32)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        save_many(library, [(first + at + 1, rows[at : at + 1]) for at in range(size)])


def measure(name: str, call: Callable[[], object], repeat: int) -> float:
    call()
    spent = []
    for _ in range(repeat):
        started = time.perf_counter()
        found = call()
        spent.append((time.perf_counter() - started) * 1000)
    count = len(found) if isinstance(found, list) else 0
    median = statistics.median(spent)
    print(f"{name:34} {median:8.1f} ms median {max(spent):8.1f} ms worst {count:5} hits", flush=True)
    return median


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--repeat", type=int, default=9)
    parser.add_argument("--folder", type=Path, help="keep the library here, and use it again")
    options = parser.parse_args()
    os.environ["CLOISTER_NO_KEYRING"] = "1"
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch) / "library"
        with Library.open(folder) as library:
            if not library.count("ready"):
                started = time.perf_counter()
                fill(library, options.documents)
                print(f"made in {time.perf_counter() - started:.0f} s")
            run(library, options.repeat)


def run(library: Library, repeat: int) -> None:
    seed = np.random.default_rng(7)
    vocabulary = words(30_000, seed)
    common, usual, middle, rare = (vocabulary[at] for at in (0, 30, 300, 9000))
    with library.session() as session:
        body = str(session.execute(text("SELECT body FROM search WHERE rowid = 777")).scalar())
        size = session.execute(text("SELECT count(*) FROM documents")).scalar()
    parts = body.split()
    print(f"{size} documents")
    with library.session() as session:
        stored = session.execute(text("SELECT vector FROM passages WHERE id = 777")).scalar()
    vector = np.frombuffer(stored or b"", dtype=np.int8).astype(np.float32)

    def plain(query: str, chosen: Filter | None = None) -> Callable[[], object]:
        def call() -> object:
            with library.session() as session:
                return find(session, query, 50, chosen)

        return call

    cases: list[tuple[str, Callable[[], object]]] = [
        ("word, rare", plain(rare)),
        ("word, in 1 of 100", plain(middle)),
        ("word, in 1 of 6", plain(usual)),
        ("word, in nearly every document", plain(common)),
        ("two words", plain(f"{usual} {middle}")),
        ("two common words", plain(f"{common} {usual}")),
        ("prefix of two letters", plain(f"{middle[:2]}*")),
        ("prefix of four letters", plain(f"{middle[:4]}*")),
        ("phrase", plain(f'"{parts[3]} {parts[4]} {parts[5]}"')),
        ("phrase of common words", plain(f'"{common} {usual}"')),
        ("word, one class", plain(usual, Filter(category="invoice"))),
        (
            "word, class, folder, dates",
            plain(usual, Filter("invoice", "/folder5", "2015-01-01", "2020-12-31")),
        ),
        ("word, who is named", plain(usual, Filter(entity=" ".join(parts[40:42])))),
        ("meaning", lambda: find_near(library, vector, 50)),
        ("words and meaning", lambda: find_hybrid(library, f"{usual} {middle}", vector, 50)),
        ("common word and meaning", lambda: find_hybrid(library, common, vector, 50)),
    ]
    person = " ".join(parts[40:42])
    slow = [name for name, call in cases if measure(name, call, repeat) > 50]
    measure("a person, however spelled", lambda: find_person(library, person), 3)
    started = time.perf_counter()
    twins(library)
    print(f"{'twins, sketches made first':34} {(time.perf_counter() - started):8.1f} s")
    measure("twins", lambda: twins(library), 1)
    print("all but people and twins under 50 ms" if not slow else f"over 50 ms: {', '.join(slow)}")


if __name__ == "__main__":
    main()
