"""`cloister search`: words in the library's documents."""

from __future__ import annotations

import argparse
import json
import sys

from app.cli import inputs
from app.pipeline.naming import printable


def run(options: argparse.Namespace) -> int:
    """Documents of the library that hold the words."""
    with inputs.open_library(options) as library:
        hits = library.search(options.query)
    if options.json:
        facts = [
            {
                "id": hit.document_id,
                "path": hit.path,
                "category": hit.category,
                "snippet": hit.snippet,
                "score": round(hit.score, 6),
            }
            for hit in hits
        ]
        print(json.dumps({"schema": 1, "query": options.query, "hits": facts}, ensure_ascii=False))
    else:
        for hit in hits:
            print(f"{printable(hit.path)}\n    {printable(hit.snippet)}")
        print(f"{len(hits)} found", file=sys.stderr)
    return 0
