"""Bounds on what one document may ask for."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one document; sizes in bytes, times in seconds."""

    file_size: int = 512 * MIB
    pages: int = 5_000
    pixels: int = 100_000_000
    """Of one picture or rendered page."""
    expanded_size: int = 1024 * MIB
    """Of all parts of an archive-like file together, unpacked."""
    expansion_ratio: int = 200
    """Of one part; parts under 10 MiB unpacked are let pass."""
    parts: int = 20_000
    nesting: int = 5
    """Files within files."""
    characters: int = 50_000_000
    seconds: float = 300.0
