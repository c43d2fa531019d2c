"""What goes through the pipe between the program and its workers: JSON and blobs, never pickles.

A worker handles bytes from strangers, so what it sends back is treated as data only: bounded in size and
rebuilt field by field.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict
from typing import Any

from app.documents import Area, Leak, Operator, Plan, Redacted, Removal, Verification

MAX_MESSAGE = 3 * 1024**3


def pack(header: dict[str, Any], blobs: tuple[bytes, ...] = ()) -> bytes:
    """One message: length-prefixed JSON header, then the blobs."""
    head = json.dumps({"header": header, "blobs": [len(b) for b in blobs]}).encode("ascii")
    return struct.pack("<I", len(head)) + head + b"".join(blobs)


def unpack(message: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """Reverse of `pack`. Raises ValueError on anything else."""
    try:
        (length,) = struct.unpack_from("<I", message)
        envelope = json.loads(message[4 : 4 + length])
        blobs, at = [], 4 + length
        for size in envelope["blobs"]:
            blobs.append(message[at : at + size])
            if len(blobs[-1]) != size:
                raise ValueError("message is cut short")
            at += size
        return dict(envelope["header"]), blobs
    except (struct.error, KeyError, TypeError) as error:
        raise ValueError("not a message") from error


def plan_to_json(plan: Plan) -> dict[str, Any]:
    return asdict(plan)


def plan_from_json(data: dict[str, Any]) -> Plan:
    removals = tuple(
        Removal(**{**removal, "operator": Operator(removal["operator"])}) for removal in data["removals"]
    )
    return Plan(
        removals,
        tuple(data["terms"]),
        data["text_sha256"],
        data["strict_width"],
        tuple(data["keep_metadata"]),
        tuple(Area(a["page"], tuple(a["box"]), a["code"], a["colour"]) for a in data["areas"]),
    )


def redacted_to_json(redacted: Redacted) -> dict[str, Any]:
    """Everything but the data, which travels as a blob."""
    return {
        "extension": redacted.extension,
        "removed_by_channel": redacted.removed_by_channel,
        "rasterised_pages": list(redacted.rasterised_pages),
        "warnings": list(redacted.warnings),
    }


def redacted_from_json(data: dict[str, Any], blob: bytes) -> Redacted:
    return Redacted(
        blob,
        str(data["extension"]),
        {str(channel): int(count) for channel, count in data["removed_by_channel"].items()},
        tuple(int(page) for page in data["rasterised_pages"]),
        tuple(str(warning) for warning in data["warnings"]),
    )


def verification_to_json(verification: Verification) -> dict[str, Any]:
    return asdict(verification)


def verification_from_json(data: dict[str, Any]) -> Verification:
    return Verification(
        bool(data["clean"]),
        tuple(Leak(**leak) for leak in data["leaks"]),
        tuple(data["channels_checked"]),
        str(data["original_sha256"]),
        str(data["redacted_sha256"]),
        int(data["terms_checked"]),
        tuple(data["warnings"]),
    )
