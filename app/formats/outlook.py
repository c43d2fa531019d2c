"""Outlook's MSG, read as the mail it holds and written as EML. Mails attached to it come along in full.

Layout of the properties: [MS-OXMSG]; compressed RTF bodies: [MS-OXRTFCP].
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from email import encoders
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from typing import Any

from app.documents import Document, Plan, Redacted
from app.documents.errors import DamagedFile, LimitExceeded
from app.formats.base import Context
from app.formats.compose import make_source
from app.formats.mail import EML, STRUCTURE
from app.formats.ooxml.unlock import OLE_SIGNATURE

_MARKS = tuple(mark.encode("utf-16-le") for mark in ("__properties_version1.0", "__substg1.0_"))
_RTF_COMPRESSED = 0x1009
_ATTACHED_MAIL = "__substg1.0_3701000D"
_INNER_HEADER = 24
"""Bytes before the properties of a mail within a mail; at the top there are eight more."""
_DEEPEST = 8


class MsgFormat:
    """A message that Outlook saved."""

    name = "msg"
    extensions = (".msg",)

    def sniff(self, data: bytes, name: str) -> float:
        return 0.95 if data.startswith(OLE_SIGNATURE) and any(mark in data for mark in _MARKS) else 0.0

    def read(self, data: bytes, context: Context) -> Document:
        source = make_source(data, context.name, "application/vnd.ms-outlook", self.name)
        return replace(EML.read(_as_eml(data), context), source=source)

    def redact(self, data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
        return EML.redact(_as_eml(data), document, plan, context)


def _windows_codec(name: str) -> codecs.CodecInfo | None:
    """Outlook's names of code pages: "windows-950" is what Python calls cp950."""
    match = re.fullmatch(r"windows[-_](\d{3,4})", name)
    try:
        return codecs.lookup(f"cp{match[1]}") if match else None
    except LookupError:
        return None


codecs.register(_windows_codec)


def _as_eml(data: bytes) -> bytes:
    """The same mail in RFC 5322, the same bytes each time. Raises DamagedFile or LimitExceeded."""
    import oxmsg

    _refuse_impossible_streams(data)
    try:
        return _mail(oxmsg.Message.load(io.BytesIO(data)), 0).as_bytes()
    except LimitExceeded:
        raise
    except Exception as error:  # the library raises many kinds on damaged files
        raise DamagedFile("Outlook message") from error


def _refuse_impossible_streams(data: bytes) -> None:
    """A chain of sectors that bites its tail makes gigabytes out of nothing. Raises DamagedFile."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            sizes = [
                e.size for e in container.direntries if e is not None and e.entry_type == olefile.STGTY_STREAM
            ]
    except Exception as error:  # the library raises many kinds on damaged files
        raise DamagedFile("Outlook message") from error
    if sum(sizes) > 2 * len(data):
        raise DamagedFile("Outlook message")


def _mail(message: Any, depth: int) -> Message:
    if depth > _DEEPEST:
        raise LimitExceeded("mails attached to mails", str(_DEEPEST))
    bodies: list[Message] = list(_bodies(message))
    root = MIMEMultipart("mixed", boundary=f"=_msg_{depth}", _subparts=bodies)
    headers = [(name, value) for name, value in message._message_headers.items() if value]
    known = {name.lower() for name, _ in headers}
    recipients = ", ".join(f"{one.name} <{one.email_address}>" for one in message.recipients)
    sent = message.sent_date
    for name, value in (
        ("From", message.sender),
        ("To", recipients),
        ("Subject", message.subject),
        ("Date", sent.strftime("%a, %d %b %Y %H:%M:%S +0000") if sent is not None else ""),
    ):
        if value and name.lower() not in known:
            headers.append((name, value))
    for name, value in headers:
        if not name.lower().startswith(STRUCTURE):
            root[name] = " ".join(str(value).split())
    for number, storage in enumerate(message._storage.iter_attachment_storages()):
        root.attach(_attachment(storage, number, depth))
    return root


def _bodies(message: Any) -> Iterator[Message]:
    if message.body:
        yield MIMEText(message.body, "plain", "utf-8")
    if message.html_body:
        yield MIMEText(message.html_body, "html", "utf-8")
    if not message.body and not message.html_body:
        packed = message.properties.binary_prop_value(_RTF_COMPRESSED)
        if packed:
            from compressed_rtf import decompress

            yield MIMEText(decompress(packed).rstrip(b"\0").decode("latin-1"), "rtf", "utf-8")


def _attachment(storage: Any, number: int, depth: int) -> Message:
    import oxmsg
    from oxmsg.attachment import Attachment
    from oxmsg.properties import Properties

    inner = next((one for one in storage.storages if one.name == _ATTACHED_MAIL), None)
    if inner is not None and any(stream.name == "__properties_version1.0" for stream in inner.streams):
        message = oxmsg.Message(inner)
        message.__dict__["_properties"] = Properties(inner, properties_header_offset=_INNER_HEADER)
        return MIMEMessage(_mail(message, depth + 1))
    attachment = Attachment(storage)
    part = MIMEBase("application", "octet-stream")
    part.set_payload(attachment.file_bytes or b"")
    encoders.encode_base64(part)
    name = attachment.file_name or f"attachment{number}"
    part.add_header("Content-Disposition", "attachment", filename=name)
    return part


FORMAT = MsgFormat()
