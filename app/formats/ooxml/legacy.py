"""Office files that cannot be opened here: the old binary kinds."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents import Document, Plan, Redacted
from app.documents.errors import UnsupportedFormat
from app.formats.base import Context
from app.formats.ooxml.unlock import OLE_SIGNATURE

_OLD = {"WordDocument": ".docx", "Workbook": ".xlsx", "Book": ".xlsx", "PowerPoint Document": ".pptx"}
_MESSAGE = "__properties_version1.0".encode("utf-16-le")
_HEAD = 64 * 1024 * 1024


class LegacyOffice:
    """Claims the files, and says what to do with them."""

    name = "office-binary"
    extensions: Sequence[str] = ()

    def sniff(self, data: bytes, name: str) -> float:
        if not data.startswith(OLE_SIGNATURE) or _MESSAGE in data[:_HEAD]:
            return 0.0  # a message with such a file attached holds its streams too
        return 1.0 if _old(data) else 0.0

    def read(self, data: bytes, context: Context) -> Document:
        """Always raises UnsupportedFormat."""
        raise UnsupportedFormat(f"an old binary Office file: save it as {_old(data)}")

    def redact(self, data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
        raise UnsupportedFormat


def _old(data: bytes) -> str:
    for stream, extension in _OLD.items():
        if (stream + "\0").encode("utf-16-le") in data[:_HEAD]:
            return extension
    return ""
