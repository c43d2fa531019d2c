"""PDF: text with a box for each character, and everything else in the file that holds text."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents import Document, Plan, Redacted
from app.formats.base import Context

_HEAD = 1024


class PdfFormat:
    """Portable Document Format, any version."""

    name = "pdf"
    extensions: Sequence[str] = (".pdf",)

    def sniff(self, data: bytes, name: str) -> float:
        """1.0 where the signature stands within the first 1024 bytes, as readers accept it."""
        at = data.find(b"%PDF-", 0, _HEAD)
        if at < 0:
            return 0.0
        return 1.0 if at < 8 else 0.9

    def read(self, data: bytes, context: Context) -> Document:
        """Raises PasswordNeeded, LimitExceeded, DamagedFile."""
        from app.formats.pdf.reader import read_pdf

        return read_pdf(data, context)

    def redact(self, data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
        """Raises RedactionRefused and what `read` raises."""
        from app.formats.pdf.redact import redact_pdf

        return redact_pdf(data, document, plan, context)


FORMAT = PdfFormat()
