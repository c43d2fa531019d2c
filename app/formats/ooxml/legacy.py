"""Office files that cannot be opened here: encrypted ones, and the old binary kinds."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents import Document, Plan, Redacted
from app.documents.errors import PasswordNeeded, UnsupportedFormat
from app.formats.base import Context

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD = {"WordDocument": ".docx", "Workbook": ".xlsx", "Book": ".xlsx", "PowerPoint Document": ".pptx"}
_HEAD = 64 * 1024 * 1024


class LegacyOffice:
    """Claims the files, and says what to do with them."""

    name = "office-binary"
    extensions: Sequence[str] = ()

    def sniff(self, data: bytes, name: str) -> float:
        if not data.startswith(_OLE):
            return 0.0
        return 1.0 if _encrypted(data) or _old(data) else 0.0

    def read(self, data: bytes, context: Context) -> Document:
        """Always raises: PasswordNeeded or UnsupportedFormat."""
        if _encrypted(data):
            if context.password:
                raise UnsupportedFormat("an encrypted Office file: save a copy without a password")
            raise PasswordNeeded
        raise UnsupportedFormat(f"an old binary Office file: save it as {_old(data)}")

    def redact(self, data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
        raise UnsupportedFormat


def _encrypted(data: bytes) -> bool:
    return "EncryptedPackage".encode("utf-16-le") in data[:_HEAD]


def _old(data: bytes) -> str:
    for stream, extension in _OLD.items():
        if (stream + "\0").encode("utf-16-le") in data[:_HEAD]:
            return extension
    return ""
