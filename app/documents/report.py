"""What a redaction did, and what the independent check found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Redacted:
    """A redacted file in memory, not yet checked."""

    data: bytes
    extension: str
    """Of the output, with its dot; differs from the input's where a format cannot be written (MSG → .eml)."""
    removed_by_channel: dict[str, int]
    """How many removals were made in which channel: "text", "metadata", "annotations", "images", …"""
    rasterised_pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leak:
    """Something that should be gone and is still there."""

    channel: str
    place: str
    term_index: int
    """Index into the list of terms checked (a report must not repeat what it protects); -1: no term."""
    fragment: bool
    """True when only a piece of six or more characters was found."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """Outcome of the check. `clean` is the only state in which a file may be called redacted."""

    clean: bool
    leaks: tuple[Leak, ...]
    channels_checked: tuple[str, ...]
    original_sha256: str
    redacted_sha256: str
    terms_checked: int
    warnings: tuple[str, ...] = ()
