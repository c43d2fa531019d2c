"""Tokens a second: llama.cpp as shipped, PyTorch float32 and onnxruntime int8 with the same weights, in one run.

`python packaging/models/speed.py [--models resources/models] [--threads 2]`; needs `requirements.txt` beside this
file, and llama-cpp-python, onnx and onnxruntime. Each takes its turn in every round, so that a busy machine is busy
for all; the ratios say more than the figures.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT)]

import base_model  # noqa: E402
import numpy as np  # noqa: E402
import torch  # noqa: E402
from network import Encoder, load_encoder  # noqa: E402
from unpack import unpack  # noqa: E402

from app.models import llama  # noqa: E402
from app.models.bundle import ENCODER_FILE  # noqa: E402

TOKENS, SEQUENCES = 160, 6
"""A page of 500 to 700 words: six windows."""
ROUNDS = 15

Run = Callable[[], object]


def shipped_encoder(models: Path) -> Encoder:
    """The shipped weights in PyTorch."""
    with tempfile.TemporaryDirectory() as folder:
        unpack(models, Path(folder))
        state = torch.load(Path(folder) / "checkpoint.pt", weights_only=True)
    encoder = load_encoder(base_model.weights())
    encoder.load_state_dict(state["encoder"])
    return encoder.eval()


def pytorch_run(encoder: Encoder, ids: np.ndarray) -> Run:
    tokens, alive = torch.from_numpy(ids), torch.ones(ids.shape, dtype=torch.bool)

    def run() -> object:
        with torch.inference_mode():
            return encoder(tokens, alive)

    return run


def onnx_run(encoder: Encoder, ids: np.ndarray, threads: int, folder: Path) -> Run:
    """Weights in int8, activations quantised as they come (onnxruntime's dynamic quantisation)."""
    import onnxruntime
    from onnxruntime.quantization import QuantType, quantize_dynamic

    example = (torch.from_numpy(ids), torch.ones(ids.shape, dtype=torch.bool))
    names = {"input_names": ["ids", "alive"], "output_names": ["vectors"]}
    torch.onnx.export(encoder, example, str(folder / "float.onnx"), dynamo=True, external_data=False, **names)
    quantize_dynamic(str(folder / "float.onnx"), str(folder / "int8.onnx"), weight_type=QuantType.QInt8)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    session = onnxruntime.InferenceSession(str(folder / "int8.onnx"), options)
    feed = {"ids": ids, "alive": np.ones(ids.shape, dtype=bool)}
    return lambda: session.run(None, feed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", type=Path, default=ROOT / "resources" / "models")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    source = random.Random(7)
    sequences = [[source.randrange(1000, 20000) for _ in range(TOKENS)] for _ in range(SEQUENCES)]
    ids = np.array(sequences, dtype=np.int64)
    encoder = shipped_encoder(arguments.models)
    shipped = llama.Encoder(arguments.models / ENCODER_FILE, arguments.threads)
    with tempfile.TemporaryDirectory() as folder:
        runs: dict[str, Run] = {
            "llama.cpp, Q8_0": lambda: shipped.encode(sequences),
            "PyTorch, float32": pytorch_run(encoder, ids),
            "onnxruntime, int8": onnx_run(encoder, ids, arguments.threads, Path(folder)),
        }
        times: dict[str, list[float]] = {name: [] for name in runs}
        for turn in range(ROUNDS + 2):
            for name, run in runs.items():
                started = time.perf_counter()
                run()
                if turn >= 2:
                    times[name].append(time.perf_counter() - started)
    rates = {name: TOKENS * SEQUENCES / float(np.median(seconds)) for name, seconds in times.items()}
    first = next(iter(rates.values()))
    for name, rate in rates.items():
        print(f"{name:18} {rate:7.0f} tokens/s, llama.cpp is {first / rate:.2f} times as fast", flush=True)
    print(json.dumps({name: round(rate) for name, rate in rates.items()}))


if __name__ == "__main__":
    main()
