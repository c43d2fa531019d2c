"""Read what kind of model a GGUF file holds, from its first bytes."""

from __future__ import annotations

import struct

_STRING = 8
_SIZES = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
_HEADER = 24  # magic, version, number of tensors, number of keys
_KEY = b"general.architecture"


def read_architecture(head: bytes) -> str:
    """The value of `general.architecture`, or "unknown" where it is not among the first bytes."""
    if len(head) < _HEADER:
        return "unknown"
    keys = struct.unpack_from("<Q", head, 16)[0]
    place = _HEADER
    try:
        for _ in range(min(keys, 1000)):
            name, place = _string(head, place)
            kind = struct.unpack_from("<I", head, place)[0]
            place += 4
            if kind == _STRING:
                value, place = _string(head, place)
                if name == _KEY:
                    return value.decode("utf-8", "replace")[:40]
            elif kind in _SIZES:
                place += _SIZES[kind]
            else:
                return "unknown"
    except struct.error:
        return "unknown"
    return "unknown"


def _string(head: bytes, place: int) -> tuple[bytes, int]:
    length = struct.unpack_from("<Q", head, place)[0]
    end = place + 8 + length
    if end > len(head):
        raise struct.error("beyond the bytes that were read")
    return head[place + 8 : end], end
