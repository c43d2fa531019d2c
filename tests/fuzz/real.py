"""Redact every file of a folder of real ones, and changed copies: `python tests/fuzz/real.py FOLDER --log real.json`.

Three words of each file's own text are its terms. Each file goes through in a child process of its own with a time
limit; `--changed N` adds N copies of each with random bytes changed. Prints how many came out clean, refused (by
reason) or otherwise; exit 1 when anything but a clean copy or a clear refusal came out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import random
import re
import subprocess
import sys
import time
import warnings
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app import formats
from app.documents.errors import DocumentError
from app.formats import Context
from app.masking import PRESETS, build_plan
from app.verify import verify

_WORD = re.compile(r"[^\W\d_]{5,}")
_MOST_CHANGES = 12


def terms_of(text: str, seed: str) -> list[str]:
    """Three words of the text, the same for the same seed; fewer where it has fewer."""
    words = sorted(
        set(_WORD.findall(text[:200_000])), key=lambda word: hashlib.sha256((seed + word).encode()).digest()
    )
    return words[:3]


def changed(data: bytes, number: int) -> bytes:
    """The file with up to twelve bytes set at random, or cut short; number 0 is the file itself."""
    if number == 0:
        return data
    source, out = random.Random(f"{hashlib.sha256(data).hexdigest()}-{number}"), bytearray(data)
    if source.random() < 0.1:
        return bytes(out[: source.randrange(len(out))])
    for _ in range(source.randint(1, _MOST_CHANGES)):
        out[source.randrange(len(out))] = source.randrange(256)
    return bytes(out)


def outcome(path: Path, number: int, ocr: bool) -> str:
    """ "clean", "no words", "refused: …" or the unexpected error's name."""
    data = changed(path.read_bytes(), number)
    context = Context(name=path.name, ocr=ocr)
    try:
        document = formats.read_bytes(data, context)
        terms = terms_of(document.text, path.name)
        if not terms:
            return "no words"
        plan = build_plan(document, [], PRESETS["share_outside"], terms=terms)
        done = formats.redact_bytes(data, document, plan, context)
        checked = verify(data, path.name, done.data, "x" + done.extension, plan.terms, allowed=["█████"])
    except DocumentError as error:
        return f"refused: {error.reason}"
    except MemoryError:
        return "refused: memory"
    except Exception as error:
        return f"UNHANDLED {type(error).__name__}: {error}"
    if checked.clean:
        return "clean with pictures" if done.rasterised_pages else "clean"
    return "refused: check found " + ", ".join(sorted({leak.channel for leak in checked.leaks}))


def tried(path: Path, number: int, ocr: bool, seconds: int) -> tuple[str, float]:
    """The outcome in a child process, and how long it took in seconds."""
    command = [sys.executable, __file__, str(path), "--one", str(number), *(["--ocr"] if ocr else [])]
    begun = time.monotonic()
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, errors="replace")
    except subprocess.TimeoutExpired:
        return f"refused: over {seconds} s", time.monotonic() - begun
    lines = [line for line in done.stdout.splitlines() if line.startswith("outcome ")]
    what = lines[-1].removeprefix("outcome ") if lines else f"CRASH exit {done.returncode}"
    return what, time.monotonic() - begun


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--changed", type=int, default=0)
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--ocr", action="store_true")
    parser.add_argument("--log", type=Path)
    parser.add_argument("--one", type=int)
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    if arguments.one is not None:
        print("outcome", outcome(arguments.folder, arguments.one, arguments.ocr))
        return 0
    rows: list[dict[str, object]] = []
    counts: Counter[str] = Counter()
    bad = 0
    for number in range(arguments.changed + 1):
        for path in sorted(arguments.folder.iterdir()):
            what, seconds = tried(path, number, arguments.ocr, arguments.seconds)
            counts[what] += 1
            bad += what.startswith(("UNHANDLED", "CRASH"))
            rows.append({"file": path.name, "copy": number, "what": what, "seconds": round(seconds, 1)})
            if arguments.log:
                arguments.log.write_text(
                    json.dumps({"counts": counts.most_common(), "files": rows}, indent=0)
                )
    for what, count in counts.most_common():
        print(f"{count:6} {what}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
