"""Feed mutated files to readers, redactors and the check: `python tests/fuzz/run.py --count 50000 --log fuzz.json`.

Files go through in child processes of 250 each, so that a crash or a hang (60 s) of native code is seen and named by
its number; `--one N` runs a single file here. Exit 1 when anything but a clean copy or a clear refusal came out.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import logging
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
from tests.fuzz.mutations import SECRET, SEEDS, mutated

_CHUNK = 250
_SECONDS = 60


def outcome(name: str, data: bytes) -> str:
    """What became of one file: "clean", "refused: …" or the unexpected error's name."""
    context = Context(name=name, ocr=False)
    try:
        document = formats.read_bytes(data, context)
        plan = build_plan(document, [], PRESETS["share_outside"], terms=[SECRET])
        done = formats.redact_bytes(data, document, plan, context)
        checked = verify(data, name, done.data, "copy" + done.extension, plan.terms, allowed=["█████"])
    except DocumentError as error:
        return f"refused: {error.reason}"
    except MemoryError:
        return "refused: memory"
    except Exception as error:
        return f"UNHANDLED {type(error).__name__}: {error}"
    return "clean" if checked.clean else "refused: check"


def seeds() -> list[tuple[str, bytes]]:
    return [(name, make()) for name, make in SEEDS.items()]


def chunk(first: int, count: int) -> dict[str, int]:
    """Outcomes of `count` files from number `first` on, counted by format."""
    made, counts = seeds(), Counter[str]()
    for number in range(first, first + count):
        faulthandler.dump_traceback_later(_SECONDS, exit=True)
        print(number, file=sys.stderr, flush=True)
        name, data = mutated(number, made)
        what = outcome(name, data)
        counts[f"{Path(name).suffix[1:]} {what}"] += 1
        if what.startswith("UNHANDLED"):
            print(json.dumps({"number": number, "what": what}), flush=True)
    faulthandler.cancel_dump_traceback_later()
    return dict(counts)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--log", type=Path)
    parser.add_argument("--one", type=int)
    parser.add_argument("--chunk", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    if arguments.one is not None:
        print(outcome(*mutated(arguments.one, seeds())))
        return 0
    if arguments.chunk is not None:
        print(json.dumps({"counts": chunk(arguments.chunk, arguments.count)}))
        return 0
    started, total, bad = time.monotonic(), Counter[str](), []
    for first in range(arguments.first, arguments.first + arguments.count, _CHUNK):
        size = min(_CHUNK, arguments.first + arguments.count - first)
        command = [sys.executable, __file__, "--chunk", str(first), "--count", str(size)]
        done = subprocess.run(command, capture_output=True, text=True)
        for line in done.stdout.splitlines():
            facts = json.loads(line)
            total.update(facts.get("counts", {}))
            if "what" in facts:
                bad.append(facts)
        if done.returncode:
            last = [line for line in done.stderr.splitlines() if line.isdigit()][-1:]
            bad.append(
                {"number": int(last[0]) if last else first, "what": f"CRASH or hang, exit {done.returncode}"}
            )
        if arguments.log:
            facts = {
                "files": first + size - arguments.first,
                "seconds": round(time.monotonic() - started),
                "bad": bad,
            }
            arguments.log.write_text(json.dumps({**facts, "outcomes": dict(sorted(total.items()))}, indent=1))
    for each in bad:
        print(each["number"], each["what"])
    print(
        f"{arguments.count} files, {len(bad)} bad, {sum(v for k, v in total.items() if 'clean' in k)} clean copies"
    )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
