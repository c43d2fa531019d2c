"""What every file format offers: find out, read, redact. A new format is one new module here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from app.documents import Document, Limits, Plan, Redacted
from app.documents.errors import LimitExceeded

OnPage = Callable[[int, int], None]


def _no_news(done: int, total: int) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader or redactor is told beside the bytes."""

    name: str
    """File name (of the file itself or the attachment); its suffix is a hint only."""
    limits: Limits = field(default_factory=Limits)
    password: str | None = None
    depth: int = 0
    """How many files this one lies within."""
    ocr: bool = True
    """Read pixels where the text layer is missing or broken."""
    keep_open: tuple[str, ...] = ()
    """Names of embedded parts that the plan keeps as they are."""
    on_page: OnPage = field(default=_no_news, compare=False)
    """Told after each page or picture: how many are done, and of how many."""

    def child(self, name: str) -> Context:
        """The context for a file inside this one; raises LimitExceeded when nested too deep."""
        if self.depth + 1 > self.limits.nesting:
            raise LimitExceeded("files nested within files", str(self.limits.nesting))
        return replace(self, name=name, depth=self.depth + 1, password=None)


class Format(Protocol):
    """One family of files. Both verbs are pure: bytes in, data out, nothing written."""

    name: str
    """Short and stable: "pdf", "docx", …"""
    extensions: Sequence[str]
    """Usual file name endings, with the dot, first one preferred."""

    def sniff(self, data: bytes, name: str) -> float:
        """How surely these bytes are of this format, 0 to 1, by content; the name may break ties only.

        1.0 is an unmistakable signature with structure, 0.5 plausible text, 0 no.
        """

    def read(self, data: bytes, context: Context) -> Document:
        """The document, deterministically: the same bytes and context give the same text.

        Raises subclasses of DocumentError only.
        """

    def redact(self, data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
        """The file without what the plan takes out, in this format.

        `document` is what `read` returned for the same bytes. Raises subclasses of DocumentError only.
        """
