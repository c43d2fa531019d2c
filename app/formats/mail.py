"""Mail: EML. Headers are blocks of their own; every body and attachment is a file inside the mail,
read and redacted in its own format. A redacted mail is built anew with the headers that a reader needs.

Provenance of a header: part "header", node its position, offset in its decoded value.
"""

from __future__ import annotations

import email
import email.generator
import email.policy
import io
from email import encoders
from email.header import Header, decode_header, make_header
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from typing import Any

from app.documents import BLACKOUT_TEXT, BlockKind, Document, Embedded, Plan, Redacted, find_terms
from app.documents.errors import DamagedFile, DocumentError, LimitExceeded
from app.formats.base import Context
from app.formats.compose import DocumentBuilder, make_source
from app.formats.editing import apply_edits, replacement_for

_KEPT = ("From", "To", "Cc", "Reply-To", "Subject", "Date")
STRUCTURE = ("content-", "mime-")
"""Beginnings of headers that say how a mail is packed."""
_HEADER_PART = "header"
_MAX_PARTS = 2_000
_SUFFIX = {
    "text/plain": ".txt",
    "text/html": ".html",
    "message/rfc822": ".eml",
    "text/calendar": ".ics",
    "text/rtf": ".rtf",
}


class EmlFormat:
    """RFC 5322 mail."""

    name = "eml"
    extensions = (".eml", ".mht", ".mhtml")

    def sniff(self, data: bytes, name: str) -> float:
        return 0.9 if looks_like_mail(data[:8192]) else 0.0

    def read(self, data: bytes, context: Context) -> Document:
        builder = DocumentBuilder(
            make_source(data, context.name, "message/rfc822", self.name), context.limits
        )
        mail = _parse(data)
        for node, (name, value) in enumerate(mail.items()):
            if name.lower().startswith(STRUCTURE):
                continue  # how the mail is packed; a copy is packed anew
            shown = _decoded(value)
            prefix = f"{name}: "
            builder.add_block(
                BlockKind.MAIL_HEADER,
                prefix + shown,
                place=name,
                pieces=[(len(prefix), len(prefix) + len(shown), _HEADER_PART, node, 0)],
            )
        for number, part in enumerate(_leaves(mail)):
            _read_part(builder, number, part, context)
        return builder.build()

    def redact(self, data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
        return _Rebuild(_parse(data), document, plan, context).run()


def looks_like_mail(head: bytes) -> bool:
    """Two or more well-known headers before anything else."""
    known = {
        "from",
        "to",
        "subject",
        "date",
        "mime-version",
        "content-type",
        "message-id",
        "received",
        "return-path",
        "delivered-to",
    }
    seen: set[str] = set()
    for line in head.splitlines()[:60]:
        if line[:1] in (b" ", b"\t"):
            continue
        name, colon, _ = line.partition(b":")
        if not colon or not name or b" " in name:
            if line.startswith(b"From ") and not seen:
                continue
            break
        seen.add(name.decode("ascii", "replace").lower())
    return len(seen & known) >= 2


def _parse(data: bytes) -> Message:
    try:
        return email.message_from_bytes(data, policy=email.policy.compat32)
    except (ValueError, LookupError, RecursionError) as error:
        raise DamagedFile("mail") from error


def _decoded(value: Any) -> str:
    try:
        return " ".join(str(make_header(decode_header(str(value)))).split())
    except (ValueError, LookupError, UnicodeError):
        return " ".join(str(value).split())


def _leaves(mail: Message) -> list[Message]:
    """Bodies and attachments in order; a mail inside the mail is one of them."""
    found: list[Message] = []
    pending: list[tuple[Message, int]] = [(mail, 0)]
    while pending:
        part, depth = pending.pop(0)
        if len(found) > _MAX_PARTS or depth > 60:
            raise LimitExceeded("very many parts in a mail", str(_MAX_PARTS))
        payload = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(payload, list):
            pending = [(child, depth + 1) for child in payload if isinstance(child, Message)] + pending
        else:
            found.append(part)
    return found


def _content(part: Message) -> bytes:
    """The part's bytes; text in UTF-8 whatever its charset was."""
    if part.get_content_type() == "message/rfc822":
        payload = part.get_payload()
        inner = payload[0] if isinstance(payload, list) and payload else None
        return inner.as_bytes() if isinstance(inner, Message) else b""
    data = part.get_payload(decode=True)
    raw = data if isinstance(data, bytes) else b""
    if part.get_content_maintype() == "text" and not part.get_filename():
        try:
            return raw.decode(part.get_content_charset() or "utf-8").encode("utf-8")
        except (LookupError, UnicodeDecodeError):
            return raw
    return raw


def _part_name(number: int, part: Message) -> str:
    name = part.get_filename()
    return _decoded(name) if name else f"part{number}{_SUFFIX.get(part.get_content_type(), '.bin')}"


def _read_part(builder: DocumentBuilder, number: int, part: Message, context: Context) -> None:
    from app.formats import read_bytes

    name = _part_name(number, part)
    content = _content(part)
    if part.get_filename():
        builder.add_block(BlockKind.ATTACHMENT, name, place="attachment")
    if not content.strip():
        return
    try:
        child = read_bytes(content, context.child(name))
    except LimitExceeded:
        raise
    except DocumentError as error:
        builder.warnings.append(f"{name}: {error}")
        return
    builder.add_embedded(name, str(number), child)


class _Rebuild:
    """Builds the redacted mail."""

    def __init__(self, mail: Message, document: Document, plan: Plan, context: Context) -> None:
        self._mail = mail
        self._plan = plan
        self._document = document
        self._context = context
        self._removed: dict[str, int] = {}
        self._warnings: list[str] = []

    def run(self) -> Redacted:
        known = {embedded.part: embedded for embedded in self._document.embedded}
        bodies: list[MIMEBase] = []
        files: list[MIMEBase] = []
        for number, part in enumerate(_leaves(self._mail)):
            made = self._part(number, part, known.get(str(number)))
            if made is not None:
                (files if part.get_filename() or part.get_content_maintype() != "text" else bodies).append(
                    made
                )
        root = self._assemble(bodies, files)
        for name, value in self._headers():
            root[name] = value if value.isascii() else Header(value, "utf-8").encode()
        out = io.BytesIO()
        email.generator.BytesGenerator(out, mangle_from_=False).flatten(root)
        return Redacted(out.getvalue(), ".eml", self._removed, warnings=tuple(self._warnings))

    def _assemble(self, bodies: list[MIMEBase], files: list[MIMEBase]) -> MIMEBase:
        if len(bodies) == 1 and not files:
            return bodies[0]
        inner: MIMEBase | None = bodies[0] if len(bodies) == 1 else None
        if len(bodies) > 1:
            inner = MIMEMultipart("alternative", boundary="=_cloister_1", _subparts=bodies)
        if not files and inner is not None:
            return inner
        return MIMEMultipart(
            "mixed", boundary="=_cloister_0", _subparts=[*([inner] if inner else []), *files]
        )

    def _part(self, number: int, part: Message, embedded: Embedded | None) -> MIMEBase | None:
        from app.formats import redact_bytes

        name = _part_name(number, part)
        content = _content(part)
        if embedded is None:
            if content.strip():
                self._warnings.append(f"Attachment {number} cannot be redacted and was left out.")
                self._note("attachments", 1)
            return None
        try:
            done = redact_bytes(
                content,
                embedded.document,
                self._plan.slice(embedded.start, embedded.end),
                self._context.child(name),
            )
        except DocumentError as error:
            self._warnings.append(f"Attachment {number} was left out: {error}")
            self._note("attachments", 1)
            return None
        for channel, count in done.removed_by_channel.items():
            self._note(channel, count)
        subtype = part.get_content_subtype()
        if part.get_content_maintype() == "text" and not part.get_filename():
            return MIMEText(done.data.decode("utf-8", "replace"), subtype, "utf-8")
        made = MIMEBase("application", "octet-stream")
        made.set_payload(done.data)
        encoders.encode_base64(made)
        made.add_header("Content-Disposition", "attachment", filename=self._clean_name(name, done.extension))
        return made

    def _clean_name(self, name: str, extension: str) -> str:
        stem = name.rpartition(".")[0] or name
        found = find_terms(stem, self._plan.terms)
        if found:
            self._note("file names", len(found))
        return apply_edits(stem, [(s, e, "redacted") for s, e, _ in found]) + extension

    def _headers(self) -> list[tuple[str, str]]:
        """Wanted headers without what goes; all others are dropped."""
        edits: dict[int, list[tuple[int, int, str]]] = {}
        for block in self._document.blocks:
            for segment in block.segments:
                if segment.part != _HEADER_PART:
                    continue
                for removal in self._plan.removals:
                    low, high = max(removal.start, segment.start), min(removal.end, segment.end)
                    if low < high:
                        at = segment.offset + low - segment.start
                        edits.setdefault(segment.node, []).append(
                            (at, at + high - low, replacement_for(removal))
                        )
        kept = []
        for node, (name, value) in enumerate(self._mail.items()):
            if name.title() not in _KEPT:
                self._note("mail headers", 0 if name.lower().startswith(STRUCTURE) else 1)
                continue
            text = apply_edits(_decoded(value), edits.get(node, []))
            found = find_terms(text, self._plan.terms)
            text = apply_edits(text, [(s, e, BLACKOUT_TEXT) for s, e, _ in found])
            self._note("text", len(edits.get(node, [])) + len(found))
            kept.append((name, text))
        return kept

    def _note(self, channel: str, count: int) -> None:
        if count:
            self._removed[channel] = self._removed.get(channel, 0) + count


EML = EmlFormat()
FORMAT = EML
