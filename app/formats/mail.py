"""Mail: EML. Headers are blocks of their own; every body and attachment is a file inside the mail,
read and redacted in its own format. A redacted mail is built anew with the headers that a reader needs.

Provenance of a header: part "header", node its position, offset in its decoded value.
"""

from __future__ import annotations

import email
import email.generator
import email.policy
import io
import re
from email import encoders
from email.header import Header, decode_header, make_header
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import parsedate_tz
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
        return 0.9 if looks_like_mail(data[:8192], name.lower().endswith(self.extensions)) else 0.0

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


_WRITTEN = frozenset({"from", "to", "subject", "date"})
"""Headers that memos and plain letters have, too."""
_CARRIED = frozenset(
    {"mime-version", "content-type", "message-id", "received", "return-path", "delivered-to"}
)
"""Headers that a mail gets on its way."""


def looks_like_mail(head: bytes, named: bool = True) -> bool:
    """Two or more well-known headers before anything else.

    A file that is not `named` as a mail must show that it was sent: by a header from its way, or by an address of the
    sender and a date as mail programs write it. A memo begins with "From:", "To:" and "Subject:" as well.
    """
    seen = _top_headers(head)
    if len(seen.keys() & (_WRITTEN | _CARRIED)) < 2:
        return False
    return named or bool(seen.keys() & _CARRIED) or _was_sent(seen)


def _was_sent(seen: dict[str, bytes]) -> bool:
    day = parsedate_tz(seen.get("date", b"").decode("ascii", "replace"))
    return b"@" in seen.get("from", b"") and day is not None and day[9] is not None


def _top_headers(head: bytes) -> dict[str, bytes]:
    """Names in small letters with the first line of their values."""
    seen: dict[str, bytes] = {}
    for line in head.splitlines()[:60]:
        if line[:1] in (b" ", b"\t"):
            continue
        name, colon, value = line.partition(b":")
        if not colon or not name or b" " in name:
            if line.startswith(b"From ") and not seen:
                continue
            break
        seen.setdefault(name.decode("ascii", "replace").lower(), value.strip())
    return seen


class _PlainHeaders(email.policy.Compat32):
    """Headers whose bytes were sent as they are: UTF-8 (RFC 6532), else Windows-1252, as older programs write."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        raw = value.encode("utf-8", "surrogateescape")
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return raw.decode("cp1252", "replace")


_POLICY = _PlainHeaders()
_ENCODED_WORDS = re.compile(r"=\?[^?\s]+\?[bBqQ]\?[^?]*\?=(?:\s+=\?[^?\s]+\?[bBqQ]\?[^?]*\?=)*")


def _parse(data: bytes) -> Message:
    try:
        return email.message_from_bytes(data, policy=_POLICY)
    except (ValueError, LookupError, RecursionError) as error:
        raise DamagedFile("mail") from error


def _decoded(value: Any) -> str:
    """Encoded words (RFC 2047) as text, on one line."""
    text = str(value)
    try:
        if text.isascii():
            text = str(make_header(decode_header(text)))
        else:  # the library takes encoded words and other signs together for damage
            text = _ENCODED_WORDS.sub(lambda words: str(make_header(decode_header(words.group()))), text)
    except (ValueError, LookupError, UnicodeError):
        pass
    return " ".join(text.split())


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
