"""From a checkpoint to the files that the program ships."""

from __future__ import annotations

import json
from pathlib import Path

import base_model
import numpy as np
import torch
from gazetteer import known_words, lexicon_words
from gguf import GGMLQuantizationType as Quant
from gguf_export import write_gguf
from network import TAGS, Head, checkpoint_state, load_encoder
from seal import seal

from app.models.lexicon import Lexicon, make_lexicon

_WHOLE = ("start", "step", "end", "leave.weight", "leave.bias", "enter.bias", "around.bias")


def export(
    data: Path,
    work: Path,
    out: Path,
    quant: Quant = Quant.Q8_0,
    name: str = "encoder-q8_0.gguf",
    more: Path | None = None,
) -> None:
    """Write encoder, tokenizer, tagger and catalogue to `out`."""
    out.mkdir(parents=True, exist_ok=True)
    state = torch.load(work / "checkpoint.pt", weights_only=True)
    weights = base_model.weights()
    encoder = load_encoder(weights)
    encoder.load_state_dict(state["encoder"])
    head = Head()
    head.load_state_dict(state["head"])
    base_model.write_tokenizer(out / "tokenizer.json")
    write_gguf(checkpoint_state(encoder, list(weights)), out / "tokenizer.json", out / name, quant)
    calibration = {"temperature": 1.0, "bias": {}}
    if (work / "calibration.json").is_file():
        calibration = json.loads((work / "calibration.json").read_text("utf-8"))
    lexicon = make_lexicon(lexicon_words(data, more))
    write_tagger(head, known_words(data), lexicon, calibration, out / "tagger.npz")
    seal(out)


def write_tagger(head: Head, known: dict[str, int], lexicon: Lexicon, calibration: dict, path: Path) -> None:
    """The head as an .npz file; matrices in half precision."""
    arrays = {f"embed{number}": table.weight for number, table in enumerate(head.embed)}
    for part in ("enter", "around", "leave"):
        arrays[f"{part}.weight"] = getattr(head, part).weight
        arrays[f"{part}.bias"] = getattr(head, part).bias
    arrays["start"], arrays["step"], arrays["end"] = head.transitions()
    settings = {"tags": list(TAGS), "known": known, **calibration}
    packed = {
        name: values.detach().numpy().astype(np.float32 if name in _WHOLE else np.float16)
        for name, values in arrays.items()
    }
    packed["lexicon.sums"], packed["lexicon.bits"] = lexicon.sums, lexicon.bits
    packed["settings"] = np.frombuffer(
        json.dumps(settings, sort_keys=True, ensure_ascii=False).encode(), dtype=np.uint8
    )
    np.savez_compressed(path, **packed)
