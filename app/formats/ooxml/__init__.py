"""What the Office formats share: packages of XML parts, read within limits and written afresh."""

from app.formats.ooxml.legacy import LegacyOffice

FORMAT = LegacyOffice()
