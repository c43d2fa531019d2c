"""Documents with summaries that people wrote, for training the salience head and for its benchmark.

SciTLDR (Apache-2.0), QMSum (MIT), MTS-Dialog (CC BY 4.0) and ACI-Bench (CC BY 4.0). Where rows carry no split,
the file holds the official training part followed by the official development part.
"""

from __future__ import annotations

import ast
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.documents import Block, BlockKind, Document, Source

LENGTHS = {"scitldr": 1, "qmsum": 3, "mts_dialog": 3, "aci_bench": 15}
"""Sentences of a summary of each set, for every system alike."""


@dataclass(frozen=True, slots=True)
class Example:
    name: str
    """Of the set."""
    split: str
    text: str
    references: tuple[str, ...]


def examples(folder: Path) -> Iterator[Example]:
    """Every row of the four sets below `folder`/docs/summarization or `folder`."""
    where = folder / "docs" / "summarization" if (folder / "docs").is_dir() else folder
    rows = list(_rows(where / "scitldr.jsonl.gz"))
    dev = next((at for at, row in enumerate(rows) if len(row["summaries"]) > 1), len(rows))
    for at, row in enumerate(rows):
        text = " ".join(part.strip() for part in row["sentences"])
        yield Example("scitldr", "train" if at < dev else "dev", text, tuple(row["summaries"]))
    rows = list(_rows(where / "qmsum.jsonl.gz"))
    names = [row["id"] for row in rows]
    dev = next((at for at in range(1, len(names)) if names[at] < names[at - 1]), len(names))
    for at, row in enumerate(rows):
        turns = _plain(row["turns"])
        for query in _plain(row["queries"]):
            said = [turn for first, last in query["spans"] for turn in turns[int(first) : int(last) + 1]]
            text = "\n".join(f"{turn['speaker']}: {turn['content']}" for turn in said)
            yield Example("qmsum", "train" if at < dev else "dev", text, (query["answer"],))
    for row in _rows(where / "mts_dialog.jsonl.gz"):
        split = "dev" if "-V-" in row["id"] else "train"
        yield Example("mts_dialog", split, row["text"].replace("\r\n", "\n"), (row["summary"],))
    for row in _rows(where / "aci_bench.jsonl.gz"):
        yield Example("aci_bench", row["split"], row["text"], (row["summary"],))


def as_document(text: str) -> Document:
    """Each line a paragraph, as the reader of plain text cuts it."""
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(line.rstrip())))
        at += len(line)
    return Document(Source("", "0", 0, "text/plain", "text"), text, tuple(blocks))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def _plain(value: Any) -> list[dict[str, Any]]:
    return list(ast.literal_eval(value) if isinstance(value, str) else value)
