"""Plain text: TXT, Markdown, logs, source code. Provenance: part "", node 0, offset in the decoded file."""

from __future__ import annotations

from pathlib import PurePath

from app.documents import BLACKOUT_TEXT, BlockKind, Document, Plan, Redacted
from app.formats.base import Context
from app.formats.compose import DocumentBuilder, make_source
from app.formats.decoding import decode, looks_like_text
from app.formats.editing import edit_source, without_terms

_MEDIA_TYPES = {".md": "text/markdown", ".markdown": "text/markdown"}


class PlainText:
    """One block per line that is not empty."""

    name = "text"
    extensions: tuple[str, ...] = (
        ".txt",
        ".md",
        ".markdown",
        ".log",
        ".text",
        ".rst",
        ".ini",
        ".cfg",
        ".yaml",
        ".yml",
        ".toml",
    )

    def sniff(self, data: bytes, name: str) -> float:
        if not looks_like_text(data):
            return 0.0
        return 0.35 if PurePath(name).suffix.lower() in self.extensions else 0.2

    def read(self, data: bytes, context: Context) -> Document:
        media_type = _MEDIA_TYPES.get(PurePath(context.name).suffix.lower(), "text/plain")
        builder = DocumentBuilder(make_source(data, context.name, media_type, self.name), context.limits)
        at = 0
        for number, line in enumerate(decode(data).text.splitlines(keepends=True), 1):
            body = line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
            if body.strip():
                builder.add_block(
                    BlockKind.PARAGRAPH,
                    body,
                    place=f"line {number}",
                    pieces=[(0, len(body), "", 0, at)],
                    separator=line[len(body) :],
                )
            else:
                builder.add_text(line)
            at += len(line)
        return builder.build()

    def redact(self, data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
        decoded = decode(data)
        text, removed = edit_source(decoded.text, document, plan)
        text, more = without_terms(text, plan, BLACKOUT_TEXT)
        suffix = PurePath(context.name).suffix or ".txt"
        return Redacted(decoded.encode(text), suffix, {"text": removed + more})


FORMAT = PlainText()
