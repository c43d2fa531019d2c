"""The stages as tasks for workers, and what comes back of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.documents import Analysis, Document, Plan, Redacted, Verification, analysis_from_json
from app.documents.serial import document_from_bytes, document_to_bytes
from app.pipeline import messages
from app.pipeline.pool import Result, Task
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class Analysed:
    """A document with what was found in it; `name_terms` are (type, text) found in the file's name;
    `vectors` say what its passages mean."""

    document: Document
    analysis: Analysis
    seconds: float
    name_terms: tuple[tuple[str, str], ...] = ()
    vectors: bytes = b""


@dataclass(frozen=True, slots=True)
class Checked:
    """A redacted file and the verdict on it; the data is empty where the verdict is not clean."""

    redacted: Redacted
    verification: Verification


def analyse_task(
    document_id: int,
    path: Path,
    settings: Settings,
    *,
    password: str | None = None,
    find: bool = True,
    own: bytes = b"",
) -> Task:
    """Read the file and, with `find`, analyse it. `own` is what the user taught (`teaching.own_bytes`)."""
    header = {"path": str(path), "password": password, "ocr": settings.ocr, "find": find}
    return Task(document_id, "analyse", header, (own,) if own else (), seconds=settings.document_seconds)


def analysed(result: Result) -> Analysed:
    """What an analyse task brought. Raises ValueError on malformed facts."""
    return Analysed(
        document_from_bytes(result.blobs[0]),
        analysis_from_json(result.facts["analysis"]),
        float(result.facts["seconds"]),
        tuple((str(kind), str(text)) for kind, text in result.facts["name_terms"]),
        result.blobs[1] if len(result.blobs) > 1 else b"",
    )


def redact_task(
    document_id: int,
    path: Path,
    document: Document,
    plan: Plan,
    settings: Settings,
    *,
    password: str | None = None,
    output_name: str = "",
    check_ocr: bool = False,
    as_text: bool = False,
) -> Task:
    """Carry out `plan` on the file and check the outcome. `output_name` (no suffix) is checked too."""
    header = {
        "path": str(path),
        "password": password,
        "ocr": settings.ocr,
        "plan": messages.plan_to_json(plan),
        "output_name": output_name,
        "check_ocr": check_ocr,
        "as_text": as_text,
    }
    return Task(
        document_id, "redact", header, (document_to_bytes(document),), seconds=2 * settings.document_seconds
    )


def checked(result: Result) -> Checked:
    """What a redact task brought."""
    return Checked(
        messages.redacted_from_json(result.facts["redacted"], result.blobs[0]),
        messages.verification_from_json(result.facts["verification"]),
    )


LEAK_SENTENCE = (
    "The check found something that should be gone, so no copy was written. "
    "Export it as label or black-out, or remove the part by hand first."
)


def leak_sentence(verification: Verification) -> str:
    """Why a copy was refused, by channel, without repeating what leaked."""
    channels = sorted({leak.channel for leak in verification.leaks})
    reasons = ", ".join(channels) or "; ".join(verification.warnings) or "the copy could not be opened"
    return f"{LEAK_SENTENCE} ({reasons})"
