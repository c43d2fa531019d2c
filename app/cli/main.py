"""Entry point of `cloister`: guard the network, parse, run, turn errors into sentences and exit codes."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections.abc import Sequence

from app import offline
from app.documents.errors import CloisterError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 done, 1 some documents failed, 2 bad usage, 3 a leak was found."""
    offline.guard()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    # Worker processes import this module again: what only the terminal needs is imported where it is needed.
    from app.cli.parser import build_parser

    options = build_parser().parse_args(argv)
    module, function = options.run.split(":")
    try:
        return int(getattr(importlib.import_module(f"app.cli.{module}"), function)(options))
    except CloisterError as error:
        from app.pipeline.naming import printable

        print(f"cloister: {printable(str(error))}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("cloister: Stopped. Run the same command again to go on.", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output is gone (for instance `head`); nothing more can be told to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
