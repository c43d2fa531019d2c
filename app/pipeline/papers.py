"""Papers that go with a copy on request: a certificate, a log of what was removed, and a legend of its marks.

None of them holds a word of what was removed. The certificate is JSON, which `cloister verify --certificate`
checks again later, and the same on one page of PDF for people. Its seal is a digest of its content: it shows
damage and careless edits; who must exclude forgery keeps the digest that the audit trail recorded.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app import __version__
from app.documents import Document, Entity, Operator, Plan, Removal
from app.documents.errors import UsageError
from app.formats import write_atomically
from app.models.catalogue import bundled_folder, read_catalogue
from app.pipeline.cells import guarded
from app.pipeline.naming import printable
from app.pipeline.page_of_text import Line, text_pdf
from app.pipeline.steps import Analysed, Checked

KIND = "cloister-certificate"
_MEANING = {
    Operator.BLACKOUT: "A black box, or in plain text a row of five blocks: removed.",
    Operator.LABEL: "[TYPE n]: removed; the same number stands for the same person or thing in this document.",
    Operator.PSEUDONYM: "An invented value of the same kind stands in its place, the same in all documents.",
    Operator.HASH: "[TYPE digest]: a keyed digest stands in its place, the same in all documents.",
    Operator.MASK: "****: removed but for at most four last characters.",
    Operator.REMOVE: "Removed without a mark.",
}


def certificate(
    analysed: Analysed,
    plan: Plan,
    checked: Checked,
    policy: str,
    *,
    pixels_read: bool,
    now: datetime | None = None,
) -> dict[str, Any]:
    """The facts that the certificate states, sealed."""
    verdict = checked.verification
    facts: dict[str, Any] = {
        "schema": 1,
        "kind": KIND,
        "issued": (now or datetime.now(UTC)).isoformat(timespec="seconds"),
        "program": f"Cloister {__version__}",
        "models": {file.name: file.sha256 for file in read_catalogue(bundled_folder())},
        "original": {"sha256": verdict.original_sha256, "type": analysed.document.source.media_type},
        "redacted": {"sha256": verdict.redacted_sha256, "size": len(checked.redacted.data)},
        "policy": policy,
        "operators": sorted({removal.operator.value for removal in plan.removals}),
        "removed_by_type": dict(sorted(Counter(r.type for r in plan.removals).items())),
        "removed_by_channel": dict(sorted(checked.redacted.removed_by_channel.items())),
        "pages_as_pictures": list(checked.redacted.rasterised_pages),
        "check": {
            "clean": verdict.clean,
            "channels": sorted(verdict.channels_checked),
            "terms": verdict.terms_checked,
            "pixels_read": pixels_read,
        },
    }
    return {**facts, "seal": _seal(facts)}


def read_certificate(path: Path) -> dict[str, Any]:
    """A certificate as it was written. Raises UsageError where the file is none."""
    try:
        facts = json.loads(path.read_text("utf-8"))
        if facts["kind"] != KIND or not isinstance(facts["original"]["sha256"], str):
            raise ValueError("kind")
        return dict(facts)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError("That is not a certificate of Cloister. Name the .certificate.json file.") from error


def contradictions(facts: dict[str, Any], original: Path, redacted: Path) -> list[str]:
    """What speaks against a certificate: sentences, none where it holds for these two files."""
    found = []
    if facts.get("seal") != _seal({key: value for key, value in facts.items() if key != "seal"}):
        found.append("The certificate was changed after it was issued.")
    for name, path in (("original", original), ("redacted", redacted)):
        try:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            found.append(f"The {name} file cannot be read.")
            continue
        if digest != facts[name]["sha256"]:
            found.append(f"The {name} file is not the one that the certificate was issued for.")
    if not facts["check"]["clean"]:
        found.append("The certificate states a check that did not pass.")
    return found


def _seal(facts: dict[str, Any]) -> str:
    plain = json.dumps(facts, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode("ascii")).hexdigest()


def write_certificate(target: Path, facts: dict[str, Any]) -> list[Path]:
    """`NAME.certificate.json` and `.pdf` beside the copy `target`. Raises CannotWrite."""
    text = json.dumps(facts, indent=2, sort_keys=True, ensure_ascii=False)
    paths = [target.with_name(f"{target.name}.certificate{suffix}") for suffix in (".json", ".pdf")]
    write_atomically(paths[0], text.encode("utf-8"))
    write_atomically(paths[1], text_pdf(_certificate_lines(facts)))
    return paths


def _certificate_lines(facts: dict[str, Any]) -> list[Line]:
    check = facts["check"]
    rows = [
        ("Issued", facts["issued"]), ("Program", facts["program"]), ("Policy", facts["policy"]),
        ("Original, SHA-256", facts["original"]["sha256"]), ("Copy, SHA-256", facts["redacted"]["sha256"]),
        ("Removed", _counts(facts["removed_by_type"])), ("By channel", _counts(facts["removed_by_channel"])),
        ("Pages as pictures", ", ".join(map(str, facts["pages_as_pictures"])) or "none"),
        ("Check", "passed" if check["clean"] else "NOT PASSED"), ("Terms looked for", str(check["terms"])),
        ("Channels", ", ".join(check["channels"])), ("Pixels read too", "yes" if check["pixels_read"] else "no"),
        *((f"Model {name}", digest) for name, digest in sorted(facts["models"].items())),
        ("Seal", facts["seal"]),
    ]  # fmt: skip
    closing = "Check it again with: cloister verify ORIGINAL COPY --certificate THIS.json"
    return [
        Line("Certificate of redaction", 18),
        *(Line(value, 9, label) for label, value in rows),
        Line(closing, 8),
    ]


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items()) or "nothing"


def removal_log(document: Document, plan: Plan, entities: Sequence[Entity]) -> str:
    """One line of CSV a removal: number, page, type, operator, code, who found it and why; never the text."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(["number", "page", "type", "operator", "code", "found_by", "score", "reason"])
    for number, removal in enumerate(plan.removals, 1):
        page = document.page_at(removal.start)
        entity = _origin(removal, entities)
        by, score, reason = ("person or term list", "", "")
        if entity is not None:
            by, score, reason = entity.recognizer, f"{entity.score:.2f}", entity.explanation
        place = page.number if page else ""
        cells = (number, place, removal.type, removal.operator.value, removal.code, by, score, reason)
        rows.writerow([guarded(printable(str(cell))) for cell in cells])
    for number, area in enumerate(plan.areas, len(plan.removals) + 1):
        cells = (number, area.page, "AREA", "blackout", area.code, "person", "", "marked on the page")
        rows.writerow([guarded(printable(str(cell))) for cell in cells])
    return out.getvalue()


def _origin(removal: Removal, entities: Sequence[Entity]) -> Entity | None:
    """The finding behind a removal: of its own type where there is one, else the longest inside it."""
    inside = [e for e in entities if e.start < removal.end and removal.start < e.end]
    return max(inside, key=lambda e: (e.type == removal.type, e.end - e.start), default=None)


def legend(plan: Plan, policy: str) -> bytes:
    """One page of PDF that says what the marks in the copy mean."""
    operators = sorted({removal.operator for removal in plan.removals})
    codes: dict[str, set[str]] = {}
    for removal in plan.removals:
        if removal.code:
            codes.setdefault(removal.code, set()).add(removal.type.replace("_", " ").lower())
    colours: dict[str, set[str]] = {}
    for removal in plan.removals:
        if removal.colour:
            colours.setdefault(removal.colour, set()).add(removal.type.replace("_", " ").lower())
    counts = Counter(removal.type for removal in plan.removals)
    lines = [Line("What the marks in this document mean", 18), Line(f"Policy: {policy}", 9)]
    lines += [Line(_MEANING[operator], 10) for operator in operators if operator in _MEANING]
    lines += [
        Line(f"{count} × {type_.replace('_', ' ').lower()}", 9, type_)
        for type_, count in sorted(counts.items())
    ]
    lines += [Line(", ".join(sorted(types)), 9, f"Exemption {code}") for code, types in sorted(codes.items())]
    lines += [Line(", ".join(sorted(types)), 9, f"Colour {name}") for name, types in sorted(colours.items())]
    return text_pdf(lines)


def write_log_and_legend(
    target: Path, document: Document, plan: Plan, entities: Sequence[Entity], policy: str
) -> None:
    """`NAME.log.csv` and `NAME.legend.pdf` beside the copy. Raises CannotWrite."""
    log = removal_log(document, plan, entities)
    write_atomically(target.with_name(f"{target.name}.log.csv"), log.encode("utf-8-sig"))
    write_atomically(target.with_name(f"{target.name}.legend.pdf"), legend(plan, policy))
