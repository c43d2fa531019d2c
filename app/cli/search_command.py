"""`cloister search`: words and meaning in the library's documents, people, twins."""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import asdict
from typing import Any

from app.cli import inputs
from app.documents.errors import UsageError
from app.pipeline.naming import printable
from app.pipeline.searching import vector_of
from app.store import Library, SearchHit
from app.store.duplicates import twins
from app.store.search import Filter, find, match_expression
from app.store.search_people import find_person
from app.store.search_vectors import find_hybrid

_LIMIT = 50


def run(options: argparse.Namespace) -> int:
    """Search in one of its ways; the exit code."""
    if sum((options.query is not None, options.person is not None, options.duplicates)) != 1:
        raise UsageError("Say what to search for: cloister search QUERY, --person NAME or --duplicates.")
    chosen = _filter(options)
    if options.query is None and (chosen != Filter() or options.meaning):
        raise UsageError("Filters and --meaning go with words to search for. Write: cloister search QUERY …")
    with inputs.open_library(options) as library:
        if options.person is not None:
            return _person(library, options)
        if options.duplicates:
            return _duplicates(library, options)
        if options.meaning and match_expression(options.query):
            hits = find_hybrid(library, options.query, vector_of(options.query), _LIMIT, chosen)
        else:
            with library.session() as session:
                hits = find(session, options.query, _LIMIT, chosen)
    if options.json:
        facts = [_facts(hit) for hit in hits]
        print(json.dumps({"schema": 1, "query": options.query, "hits": facts}, ensure_ascii=False))
    else:
        for hit in hits:
            print(f"{printable(hit.path)}\n    {printable(hit.snippet)}")
        print(f"{len(hits)} found", file=sys.stderr)
    return 0


def _filter(options: argparse.Namespace) -> Filter:
    for day, name in ((options.since, "--since"), (options.until, "--until")):
        if day and not re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", day):
            raise UsageError(f"{name} {printable(day)}: write a day as 2026-03-31, or a month or a year.")
    return Filter(
        options.category, options.folder, options.since, options.until, options.entity, options.sensitive
    )


def _facts(hit: SearchHit) -> dict[str, Any]:
    return {
        "id": hit.document_id,
        "path": hit.path,
        "category": hit.category,
        "snippet": hit.snippet,
        "score": round(hit.score, 6),
    }


def _person(library: Library, options: argparse.Namespace) -> int:
    mentions = find_person(library, options.person)
    if options.json:
        facts = [{**_facts(mention.hit), "spellings": mention.spellings} for mention in mentions]
        print(json.dumps({"schema": 1, "person": options.person, "hits": facts}, ensure_ascii=False))
        return 0
    for mention in mentions:
        print(f"{printable(mention.hit.path)}\n    {', '.join(map(printable, mention.spellings))}")
    print(f"{len(mentions)} found", file=sys.stderr)
    return 0


def _duplicates(library: Library, options: argparse.Namespace) -> int:
    groups, paths = twins(library), {row.id: row.path for row in library.rows()}
    if options.json:
        facts = [
            {**asdict(group), "paths": [paths[number] for number in group.documents]} for group in groups
        ]
        print(json.dumps({"schema": 1, "groups": facts}, ensure_ascii=False))
        return 0
    for group in groups:
        print("the same file" if group.likeness == 1 else f"{group.likeness:.0%} alike")
        for number in group.documents:
            print(f"    {printable(paths[number])}")
    print(f"{len(groups)} groups", file=sys.stderr)
    return 0
