"""Kill a batch at random moments, again and again: `python tests/fuzz/kill.py --kills 200 --files 300`.

After each kill no copy may be half-written and the library must open; after the last run the copies must be the same,
byte for byte, as those of an undisturbed run. Exit 1 and a line for each thing that is not so.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.store import Library  # noqa: E402

_RUN = "import sys; from app.cli import main; sys.exit(main(sys.argv[1:]))"
_LETTER = "Dear Mr Bob Ray, letter {n}: call +44 20 7946 0958 or write to bob{n}@example.org.\n"
_PASSPHRASE = "correct horse battery"


def start(place: Path, out: Path, home: Path) -> subprocess.Popen[bytes]:
    environment = {
        **os.environ, "CLOISTER_HOME": str(home), "CLOISTER_NO_KEYRING": "1", "PYTHONPATH": str(ROOT),
        "CLOISTER_PASSPHRASE": _PASSPHRASE, "TMPDIR": str(place / "tmp"),
    }  # fmt: skip
    command = [sys.executable, "-c", _RUN, "process", str(place / "in"), "--out", str(out), "--workers", "2"]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def copies(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.glob("*.txt")}


def state(out: Path, home: Path, right: dict[str, bytes]) -> list[str]:
    """What is wrong after a kill: sentences."""
    wrong = [f"{name} differs" for name, data in copies(out).items() if right.get(name) != data]
    try:
        with Library.open(home / "library", _PASSPHRASE) as library:
            rows = [row.path for row in library.rows()]
            if len(rows) != len(set(rows)):
                wrong.append("a document is in the library twice")
            if library.audit_broken_at() is not None:
                wrong.append("the audit trail is broken")
    except Exception as error:
        wrong.append(f"the library does not open: {type(error).__name__}")
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--longest", type=float, default=12.0, help="seconds from start to kill, at most")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    source, wrong, runs = random.Random(arguments.seed), [], 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "in").mkdir()
        (place / "tmp").mkdir()
        for number in range(arguments.files):
            (place / "in" / f"letter{number:04}.txt").write_text(_LETTER.format(n=number) * 3)
        calm = start(place, place / "calm", place / "home-calm")
        begin = time.monotonic()
        calm.wait()
        span = time.monotonic() - begin
        right = copies(place / "calm")
        if len(right) != arguments.files:
            wrong.append("the undisturbed run did not finish")
        killed = 0
        while killed < arguments.kills:
            runs += 1
            out, home = place / f"out{runs}", place / f"home{runs}"
            while True:
                run = start(place, out, home)
                try:
                    run.wait(
                        source.uniform(0.2, min(span / 2, arguments.longest))
                        if killed < arguments.kills
                        else None
                    )
                    break
                except subprocess.TimeoutExpired:
                    os.killpg(run.pid, signal.SIGKILL)
                    run.wait()
                    killed += 1
                    print(f"\r{killed} kills, {len(copies(out))} copies", end="", file=sys.stderr, flush=True)
                    wrong += (
                        [f"after kill {killed}: {what}" for what in state(out, home, right)]
                        if out.exists()
                        else []
                    )
            wrong += [f"after run {runs}: {what}" for what in state(out, home, right)]
            if copies(out) != right:
                wrong.append(f"run {runs} ended with other copies than the undisturbed one")
            left = [path.name for path in out.iterdir() if path.name.startswith(".cloister-")]
            wrong += [f"run {runs} left {name}" for name in left]
        print(
            "\n".join(wrong)
            or f"{killed} kills in {runs} runs of {arguments.files} files: nothing lost, doubled or half-written"
        )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
