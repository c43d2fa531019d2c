"""The encoder's own vectors of word pieces, read from its GGUF file with NumPy alone."""

from __future__ import annotations

import math
import struct
from pathlib import Path
from typing import BinaryIO

import numpy as np

_TENSOR = b"token_embd.weight"
_SIZES = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
_TEXT, _LIST = 8, 9
_F32, _F16, _Q8_0 = 0, 1, 8
_BLOCK = 32


def piece_vectors(path: Path) -> np.ndarray:
    """(vocabulary, width), rows of length one. Raises ValueError where the file keeps them in another form."""
    with path.open("rb") as stream:
        shape, kind, place = _find(stream)
        stream.seek(place)
        rows = _values(stream, kind, math.prod(shape)).reshape(shape[::-1])
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6), dtype=np.float32)


def _find(stream: BinaryIO) -> tuple[list[int], int, int]:
    """Shape, kind of number and place in the file of the table."""
    stream.seek(8)
    tensors, keys = _read(stream, "<QQ")
    alignment = 32
    for _ in range(keys):
        name = _text(stream)
        kind = _read(stream, "<I")[0]
        if name == b"general.alignment":
            alignment = _read(stream, "<I")[0]
        else:
            _skip(stream, kind)
    found: tuple[list[int], int, int] | None = None
    for _ in range(tensors):
        name = _text(stream)
        shape = list(_read(stream, f"<{_read(stream, '<I')[0]}Q"))
        kind, offset = _read(stream, "<IQ")
        if name == _TENSOR:
            found = shape, kind, offset
    if found is None:
        raise ValueError("the encoder holds no vectors of word pieces")
    begin = -(-stream.tell() // alignment) * alignment
    return found[0], found[1], begin + found[2]


def _values(stream: BinaryIO, kind: int, count: int) -> np.ndarray:
    if kind == _Q8_0:
        blocks = np.frombuffer(
            stream.read(count // _BLOCK * (_BLOCK + 2)), dtype=[("scale", "<f2"), ("steps", "i1", (_BLOCK,))]
        )
        return np.asarray(blocks["steps"] * blocks["scale"][:, None].astype(np.float32), dtype=np.float32)
    if kind in (_F32, _F16):
        width = "<f4" if kind == _F32 else "<f2"
        return np.frombuffer(stream.read(count * np.dtype(width).itemsize), dtype=width).astype(np.float32)
    raise ValueError(f"numbers of kind {kind} cannot be read")


def _read(stream: BinaryIO, form: str) -> tuple[int, ...]:
    return struct.unpack(form, stream.read(struct.calcsize(form)))


def _text(stream: BinaryIO) -> bytes:
    return stream.read(_read(stream, "<Q")[0])


def _skip(stream: BinaryIO, kind: int) -> None:
    if kind == _TEXT:
        _text(stream)
    elif kind == _LIST:
        inner, count = _read(stream, "<IQ")
        if inner in _SIZES:
            stream.seek(count * _SIZES[inner], 1)
        else:
            for _ in range(count):
                _skip(stream, inner)
    else:
        stream.seek(_SIZES[kind], 1)
