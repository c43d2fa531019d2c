"""`cloister screen`: CVs side by side, without names."""

from __future__ import annotations

import argparse
import json
import sys

from app.cli import inputs
from app.documents.errors import UsageError
from app.pipeline.naming import printable
from app.pipeline.screening import Candidate, Screening, screen, skills_of, to_json


def run(options: argparse.Namespace) -> int:
    """Compare CVs; 1 where a file could not be read."""
    missing = [path for path in options.paths if not path.exists()]
    if missing:
        raise UsageError(f"{printable(missing[0].name)} is not there. Check the path.")
    wanted = skills_of(options.skills)
    found = screen(
        inputs.settings_from(options), options.paths, wanted, password=inputs.password_from(options)
    )
    if not found.candidates and not found.others and not found.failed:
        raise UsageError("There is no document in these folders. Name files or other folders.")
    if options.json:
        print(json.dumps(to_json(found, names=options.names), ensure_ascii=False))
    else:
        _print(found, options.names)
    for path, sentence in found.failed.items():
        print(f"cloister: {printable(path)}: {printable(sentence)}", file=sys.stderr)
    return 1 if found.failed else 0


def _print(found: Screening, names: bool) -> None:
    for one in found.candidates:
        _print_one(one, names)
    print(f"{len(found.candidates)} CVs, {len(found.others)} other documents left out")


def _print_one(one: Candidate, names: bool) -> None:
    print(f"Candidate {one.number}" + (f": {printable(one.name)} ({printable(one.path)})" if names else ""))
    for skill, there in one.wanted.items():
        print(f"  {'✓' if there else '–'} {printable(skill)}")
    spoken = [f"{s.language} ({s.level})" if s.level else s.language for s in one.blind.languages]
    for title, lines in (("Posts", one.blind.posts), ("Education", one.blind.education)):
        for line in lines:
            print(f"  {title + ':':<11} {printable(line)}")
    for title, words in (("Skills", one.blind.skills), ("Languages", spoken)):
        if words:
            print(f"  {title + ':':<11} {printable(', '.join(words))}")
    print()
