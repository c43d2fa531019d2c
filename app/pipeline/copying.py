"""How redacted copies come out, whether of one document or of a folder."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents import Operator
from app.masking import Policy


@dataclass(frozen=True, slots=True)
class CopyOptions:
    """What a user decides about the copies."""

    policy: Policy
    mode: Operator | None = None
    """In place of the policy's operators; None keeps them."""
    strict_width: bool = False
    check_ocr: bool = False
    """Also read the copy's pixels in the check."""
    rename: bool = True
    """Take private words out of file names."""
    certificate: bool = False
    """Write a certificate that `cloister verify` can check again."""
    log: bool = False
    """Write what was removed where and why, and a legend of the marks."""
    as_text: bool = False
    """Copies are plain text, whatever the originals are."""
