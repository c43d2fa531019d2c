"""Write a BERT encoder as GGUF, the file that llama.cpp loads."""

from __future__ import annotations

import json
from pathlib import Path

import gguf
import numpy as np
from gguf import GGMLQuantizationType as Quant
from numpy.typing import NDArray

LAYERS = 6
WIDTH = 384
HEADS = 12
FEED_FORWARD = 1536
POSITIONS = 512

_TOP = {
    "embeddings.word_embeddings.weight": "token_embd.weight",
    "embeddings.position_embeddings.weight": "position_embd.weight",
    "embeddings.token_type_embeddings.weight": "token_types.weight",
    "embeddings.LayerNorm.weight": "token_embd_norm.weight",
    "embeddings.LayerNorm.bias": "token_embd_norm.bias",
}
_LAYER = {
    "attention.self.query": "attn_q",
    "attention.self.key": "attn_k",
    "attention.self.value": "attn_v",
    "attention.output.dense": "attn_output",
    "attention.output.LayerNorm": "attn_output_norm",
    "intermediate.dense": "ffn_up",
    "output.dense": "ffn_down",
    "output.LayerNorm": "layer_output_norm",
}
_KEEP_FLOAT = ("position_embd", "token_types", "norm", ".bias")


def gguf_name(name: str) -> str | None:
    """The GGUF name of a tensor of the PyTorch checkpoint, or None for one that is not needed."""
    if name in _TOP:
        return _TOP[name]
    if not name.startswith("encoder.layer."):
        return None
    number, rest = name.removeprefix("encoder.layer.").split(".", 1)
    module, kind = rest.rsplit(".", 1)
    return f"blk.{number}.{_LAYER[module]}.{kind}"


def write_gguf(
    state: dict[str, NDArray[np.float32]], tokenizer_json: Path, out: Path, quant: Quant = Quant.Q8_0
) -> None:
    """Write the encoder to `out`; matrices are quantised to `quant`, vectors stay in float32."""
    writer = gguf.GGUFWriter(str(out), "bert")
    writer.add_name("Cloister encoder (all-MiniLM-L6-v2, further trained)")
    writer.add_license("apache-2.0")
    writer.add_context_length(POSITIONS)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(FEED_FORWARD)
    writer.add_head_count(HEADS)
    writer.add_layer_norm_eps(1e-12)
    writer.add_causal_attention(False)
    writer.add_pooling_type(gguf.PoolingType.NONE)
    _add_vocabulary(writer, tokenizer_json)
    for name, values in state.items():
        target = gguf_name(name)
        if target is None:
            continue
        data = np.ascontiguousarray(values, dtype=np.float32)
        if quant is Quant.F32 or data.ndim < 2 or any(part in target for part in _KEEP_FLOAT):
            writer.add_tensor(target, data)
        else:
            writer.add_tensor(target, gguf.quants.quantize(data, quant), raw_dtype=quant)
    writer.add_file_type(
        {
            Quant.F32: gguf.LlamaFileType.ALL_F32,
            Quant.F16: gguf.LlamaFileType.MOSTLY_F16,
            Quant.Q8_0: gguf.LlamaFileType.MOSTLY_Q8_0,
            Quant.Q5_0: gguf.LlamaFileType.MOSTLY_Q5_0,
            Quant.Q4_0: gguf.LlamaFileType.MOSTLY_Q4_0,
        }[quant]
    )
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _add_vocabulary(writer: gguf.GGUFWriter, tokenizer_json: Path) -> None:
    vocabulary: dict[str, int] = json.loads(tokenizer_json.read_text("utf-8"))["model"]["vocab"]
    tokens = [""] * len(vocabulary)
    for token, number in vocabulary.items():
        tokens[number] = token
    special = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"}
    kinds = [gguf.TokenType.CONTROL if token in special else gguf.TokenType.NORMAL for token in tokens]
    writer.add_tokenizer_model("bert")
    writer.add_tokenizer_pre("default")
    writer.add_token_list([_spelled(token, token in special) for token in tokens])
    writer.add_token_types(kinds)
    writer.add_token_type_count(2)
    writer.add_pad_token_id(vocabulary["[PAD]"])
    writer.add_unk_token_id(vocabulary["[UNK]"])
    writer.add_bos_token_id(vocabulary["[CLS]"])
    writer.add_sep_token_id(vocabulary["[SEP]"])
    writer.add_mask_token_id(vocabulary["[MASK]"])


def _spelled(token: str, special: bool) -> str:
    """llama.cpp marks the beginning of a word where WordPiece marks its continuation."""
    if special:
        return token
    return token[2:] if token.startswith("##") else "\u2581" + token
