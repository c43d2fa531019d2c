"""`cloister feedback`: sentiment and topics over a folder of feedback."""

from __future__ import annotations

import argparse
import json
import sys

from app.cli import inputs
from app.documents.errors import UsageError
from app.pipeline.feedback import Feedback, feedback, to_json
from app.pipeline.naming import printable

_BAR = 30
_SIGNS = {"positive": "█", "mixed": "▓", "neutral": "░", "negative": "▒", "unknown": "·"}


def run(options: argparse.Namespace) -> int:
    """Judge the feedback; 1 where a file could not be read."""
    missing = [path for path in options.paths if not path.exists()]
    if missing:
        raise UsageError(f"{printable(missing[0].name)} is not there. Check the path.")
    found = feedback(inputs.settings_from(options), options.paths, password=inputs.password_from(options))
    if not found.items and not found.failed:
        raise UsageError("There is no feedback in there. Name files or folders with text.")
    if options.json:
        print(json.dumps(to_json(found), ensure_ascii=False))
    else:
        _print(found)
    for path, sentence in found.failed.items():
        print(f"cloister: {printable(path)}: {printable(sentence)}", file=sys.stderr)
    return 1 if found.failed else 0


def _print(found: Feedback) -> None:
    total = len(found.items)
    print(f"{total} pieces of feedback, mean {found.score:+.2f} (from -1 to +1)")
    for label, count in found.counts.items():
        if count:
            bar = _SIGNS[label] * max(1, round(_BAR * count / total))
            print(f"  {label:<9} {count:>5}  {bar}")
    for about in found.about:
        counts = ", ".join(f"{count} {side}" for side, count in about.counts.items() if count)
        print(f"\n{printable(about.label)}: {about.items} pieces, mean {about.score:+.2f} ({counts})")
        for quote in about.quotes[:2]:
            print(f"  “{printable(quote)}”")
