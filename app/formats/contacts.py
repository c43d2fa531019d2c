"""Calendars (ICS) and address cards (VCF): lines of text, edited in place like any other.

Folded lines need no unfolding: terms and findings are matched across line breaks.
"""

from __future__ import annotations

import re
from dataclasses import replace

from app.documents import Document, Plan, Redacted
from app.formats.base import Context
from app.formats.plain import PlainText


class CardFormat(PlainText):
    """Plain text with a signature of its own."""

    def __init__(self, name: str, extensions: tuple[str, ...], media_type: str, mark: bytes) -> None:
        self.name = name
        self.extensions = extensions
        self._media_type = media_type
        self._mark = re.compile(rb"\s*" + mark, re.IGNORECASE)

    def sniff(self, data: bytes, name: str) -> float:
        return 0.95 if self._mark.match(data[:256].lstrip(b"\xef\xbb\xbf")) else 0.0

    def read(self, data: bytes, context: Context) -> Document:
        document = super().read(data, context)
        return replace(document, source=replace(document.source, media_type=self._media_type))

    def redact(self, data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
        return replace(super().redact(data, document, plan, context), extension=self.extensions[0])


FORMATS = (
    CardFormat("vcard", (".vcf",), "text/vcard", b"BEGIN:VCARD"),
    CardFormat("ical", (".ics",), "text/calendar", b"BEGIN:VCALENDAR"),
)
