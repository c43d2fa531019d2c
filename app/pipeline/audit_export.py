"""The audit trail as a file to hand over."""

from __future__ import annotations

import json
from pathlib import Path

from app.formats import write_atomically
from app.pipeline.tables import to_csv
from app.store import AuditEntry, Library

COLUMNS = ("id", "at", "actor", "action", "subject", "detail", "digest")


def export_audit(library: Library, target: Path) -> int:
    """Write the whole trail, oldest line first, as CSV or (a name in .jsonl) as JSON lines; how many lines.

    Each line carries its digest, so the file can be compared with the library later. Raises CannotWrite."""
    entries = list(reversed(library.audit()))
    if target.suffix.lower() == ".jsonl":
        data = "".join(json.dumps(_facts(entry), ensure_ascii=False) + "\n" for entry in entries).encode(
            "utf-8", "backslashreplace"
        )
    else:
        rows = ([*_facts(entry).values()] for entry in entries)
        data = to_csv(COLUMNS, ([_flat(cell) for cell in row] for row in rows))
    write_atomically(target, data)
    library.note("audit exported", "", lines=len(entries))
    return len(entries)


def _facts(entry: AuditEntry) -> dict[str, object]:
    return {
        "id": entry.id,
        "at": entry.at,
        "actor": entry.actor,
        "action": entry.action,
        "subject": entry.subject,
        "detail": entry.detail,
        "digest": entry.digest,
    }


def _flat(cell: object) -> object:
    return json.dumps(cell, ensure_ascii=False, sort_keys=True) if isinstance(cell, dict) else cell
