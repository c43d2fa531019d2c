"""Every text that can be got out of a file, by channel: a file is unpacked as far as it goes.

Uses parsers other than the redactor's where there are two (pypdf for PDF structure, the standard library for
archives and mail), and looks at raw bytes as well, so that what no parser shows is seen too.
"""

from __future__ import annotations

import base64
import email
import email.policy
import html
import io
import re
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email.message import EmailMessage

from charset_normalizer import from_bytes

from app.documents.office_words import SCHEMA_ADDRESS, VALUES, is_standard

MAX_DEPTH = 6
MAX_BYTES = 2 * 1024**3
MAX_PIECES = 200_000
_INFLATED = 256 * 1024 * 1024
_TAG = re.compile(r"<[^>]*>")
_SOFT_TAG = re.compile(
    r"</?(?:w:r|w:t|w:rPr|w:proofErr|a:r|a:t|a:rPr|text:span|span|b|i|u|em|strong|font|tspan)\b[^>]*>"
)
_BASE64 = re.compile(rb"[A-Za-z0-9+/=\r\n]{40,}")
_PACKED = re.compile(rb"(?:[A-Za-z0-9+/]{60,}={0,2}\r?\n?){4,}[A-Za-z0-9+/=]*|[A-Za-z0-9+/]{400,}={0,2}")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_UNICODE_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_RTF_HEX = re.compile(r"\\'([0-9a-fA-F]{2})")
_RTF_UNICODE = re.compile(r"\\u(-?\d+) ?\??")
_RTF_WORD = re.compile(r"\\[a-z]+-?\d* ?|[{}]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A text found in a file."""

    channel: str
    place: str
    text: str
    whole_only: bool = False
    """Look for whole terms only: in long base64 any six characters come up by chance."""
    as_written: bool = False
    """Digits count only where nothing but the term's own separators stands between them: tables of fonts and maps of
    characters hold 1, 2, 3 in a row, with something in between."""
    noise: bool = False
    """Bytes of pixels, where any four letters come up by chance: six and more count, spelled as in the term."""


@dataclass(slots=True)
class Budget:
    """What unpacking may cost; `spent` past `MAX_BYTES` ends it, and the check does not pass."""

    spent: int = 0
    notes: list[str] = field(default_factory=list)

    def take(self, size: int) -> bool:
        self.spent += size
        if self.spent > MAX_BYTES:
            if "The file unpacks to more than can be checked." not in self.notes:
                self.notes.append("The file unpacks to more than can be checked.")
            return False
        return True


def pieces(data: bytes, name: str, budget: Budget, depth: int = 0, place: str = "") -> Iterator[Piece]:
    """All texts of a file and of the files in it."""
    if depth > MAX_DEPTH:
        budget.notes.append("Files are nested too deeply to be checked.")
        return
    if not budget.take(len(data)):
        return
    if depth == 0:
        yield Piece("file name", "", name)
    head = data[:1024]
    if b"%PDF-" in head:
        from app.verify.pdf import pdf_pieces

        yield from pdf_pieces(data, budget, depth, place)
    elif data.startswith(b"PK\x03\x04"):
        yield from _zip_pieces(data, budget, depth, place)
    elif _is_picture(head):
        from app.verify.pictures import picture_pieces

        yield from picture_pieces(data, place)
    elif _is_mail(head):
        yield from _mail_pieces(data, budget, depth, place)
    else:
        yield from text_pieces(data, place)


def printable_runs(data: bytes, shortest: int) -> Iterator[str]:
    """What can be read in bytes that are no text, as single bytes and as UTF-16."""
    yield b"\n".join(re.findall(rb"[\x20-\x7e\xa0-\xff]{%d,}" % shortest, data)).decode("latin-1")
    yield b"".join(re.findall(rb"(?:[\x20-\x7e]\x00){%d,}" % shortest, data)).decode("utf-16-le", "replace")


def text_pieces(data: bytes, place: str, channel: str = "text") -> Iterator[Piece]:
    """The readings of bytes that may be text: as they are, and with every escape undone."""
    packed = [match.group() for match in _PACKED.finditer(data)]
    plain = _PACKED.sub(b" ", data) if packed else data
    for run in packed:
        yield Piece(channel, place, run.decode("ascii"), whole_only=True)
    for text in decodings(plain):
        yield Piece(channel, place, text)
        if "<" in text:
            loose = html.unescape(text)
            yield Piece(channel, place, _TAG.sub(" ", loose))
            yield Piece(channel, place, _TAG.sub(" ", _SOFT_TAG.sub("", loose)))
            yield Piece("attributes", place, loose)
        elif "&" in text:
            yield Piece(channel, place, html.unescape(text))
        if _PERCENT.search(text):
            yield Piece("links", place, urllib.parse.unquote(text))
        if "\\u" in text or "\\'" in text:
            yield Piece(channel, place, _unescaped(text))
        if text.lstrip().startswith("{\\rtf"):
            shown = _RTF_HEX.sub(lambda m: bytes.fromhex(m[1]).decode("cp1252", "replace"), text)
            shown = _RTF_UNICODE.sub(lambda m: chr(int(m[1]) % 65536), shown)
            yield Piece("text", place, _RTF_WORD.sub("", shown))
    for match in _BASE64.finditer(data):
        decoded = _unbase64(match.group())
        if decoded:
            for text in decodings(decoded):
                yield Piece("encoded data", place, text)


def decodings(data: bytes) -> Iterator[str]:
    """Likely readings of bytes as text."""
    try:
        yield data.decode("utf-8")
    except UnicodeDecodeError:
        yield data.decode("latin-1")
        guess = from_bytes(data[:65536]).best()
        if guess is not None and guess.encoding not in ("utf_8", "latin_1", "ascii"):
            yield data.decode(guess.encoding, "replace")
    if b"\0" in data[:4096]:
        yield data.decode("utf-16-le", "replace")
        yield data.decode("utf-16-be", "replace")


def _unescaped(text: str) -> str:
    text = _UNICODE_ESCAPE.sub(lambda m: chr(int(m[1], 16)), text)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _unbase64(data: bytes) -> bytes:
    compact = re.sub(rb"\s", b"", data)
    try:
        return base64.b64decode(compact[: len(compact) // 4 * 4])
    except ValueError:
        return b""


def _zip_pieces(data: bytes, budget: Budget, depth: int, place: str) -> Iterator[Piece]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.comment:
                yield from text_pieces(archive.comment, place, "archive comment")
            for info in archive.infolist():
                where = f"{place}/{info.filename}" if place else info.filename
                if not all(is_standard(step) for step in info.filename.split("/") if step):
                    yield Piece("part names", place, info.filename)
                if info.comment or info.extra:
                    yield from text_pieces(info.comment + info.extra, where, "archive comment")
                if info.is_dir():
                    continue
                content = _unpack(archive, info, budget)
                if content is None:
                    return
                yield from _part_pieces(content, info.filename, budget, depth, where)
    except (
        zipfile.BadZipFile,
        OSError,
        ValueError,
        RuntimeError,
        NotImplementedError,
        EOFError,
        zlib.error,
    ) as error:
        budget.notes.append(f"An archive cannot be unpacked ({type(error).__name__}).")


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> bytes | None:
    with archive.open(info) as stream:
        content = stream.read(_INFLATED + 1)
    if len(content) > _INFLATED or not budget.take(0):
        budget.notes.append("A part of the file unpacks to more than can be checked.")
        return None
    return content


def _part_pieces(content: bytes, name: str, budget: Budget, depth: int, where: str) -> Iterator[Piece]:
    if content.startswith((b"PK\x03\x04", b"%PDF-")) or _is_picture(content[:1024]):
        yield from pieces(content, name, budget, depth + 1, where)
        return
    channel = _office_channel(name)
    if _OFFICE_PART.match(name):
        if name != "mimetype":
            yield from _office_pieces(content, where, channel)
        return
    for piece in text_pieces(content, where):
        yield replace(piece, channel=channel if piece.channel == "text" else piece.channel)


_OFFICE_PART = re.compile(
    r"(?:word|xl|ppt|docProps)/.*\.(?:xml|rels|vml)$|_rels/\.rels$|\[Content_Types\]\.xml$|mimetype$|"
    r"(?:Object [^/]*/)?(?:content|styles|settings|meta)\.xml$|META-INF/manifest\.xml$"
)
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def _office_pieces(content: bytes, where: str, channel: str) -> Iterator[Piece]:
    """What people can have written in a part of an Office file: its text, and attributes that hold free words."""
    for text in decodings(content):
        written = _TAG.sub(_free_values, text)
        yield Piece(channel, where, written)
        loose = html.unescape(text)
        yield Piece(channel, where, _TAG.sub(" ", loose))
        yield Piece(channel, where, _TAG.sub(" ", _SOFT_TAG.sub("", loose)))
        yield Piece("attributes", where, html.unescape(written))
        if _PERCENT.search(written):
            yield Piece("links", where, urllib.parse.unquote(written))
    for match in _BASE64.finditer(content):
        decoded = _unbase64(match.group())
        if decoded:
            for text in decodings(decoded):
                yield Piece("encoded data", where, text)


def _free_values(tag: re.Match[str]) -> str:
    """The values of a tag's attributes that no schema prescribes; comments and the like in full."""
    if tag.group().startswith(("<!", "<?")):
        return tag.group()
    values = []
    for name, double, single in _ATTRIBUTE.findall(tag.group()):
        value = double or single
        standard = all(is_standard(step) for step in value.split("/") if step not in ("", "..", "."))
        if name.startswith("xmlns") or value in VALUES or SCHEMA_ADDRESS.match(value) or standard:
            continue
        values.append(value)
    return "\n" + "\n".join(values) + "\n"


_OFFICE = (
    ("comments", r"comments|persons?/|commentAuthors|authors"), ("metadata", r"docProps/|meta\.xml|customXml/|\.rdf$"),
    ("headers and footers", r"header\d|footer\d"), ("notes", r"footnotes|endnotes|notesSlide"),
    ("charts", r"charts?/|diagrams/"), ("relationships", r"\.rels$"), ("shared strings", r"sharedStrings"),
    ("caches", r"pivotCache|externalLinks|calcChain"), ("macros", r"vbaProject|activeX"),
)  # fmt: skip


def _office_channel(name: str) -> str:
    return next((channel for channel, pattern in _OFFICE if re.search(pattern, name, re.IGNORECASE)), "text")


def _is_picture(head: bytes) -> bool:
    return (
        head.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"RIFF"))
        and not (head.startswith(b"RIFF") and head[8:12] != b"WEBP")
    ) or head[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif")


def _is_mail(head: bytes) -> bool:
    lines = re.findall(rb"^([A-Za-z][A-Za-z0-9-]*):", head, re.MULTILINE)
    known = {
        b"from",
        b"to",
        b"subject",
        b"date",
        b"mime-version",
        b"content-type",
        b"message-id",
        b"received",
    }
    return len({line.lower() for line in lines} & known) >= 2


def _mail_pieces(data: bytes, budget: Budget, depth: int, place: str) -> Iterator[Piece]:
    yield from text_pieces(_MAIL_SYNTAX.sub(b" ", data), place, "raw mail")
    try:
        mail = email.message_from_bytes(data, policy=email.policy.default)
        for number, part in enumerate(mail.walk()):
            where = f"{place}/part {number}" if place else f"part {number}"
            yield Piece("mail headers", where, "\n".join(_written_headers(part)))
            if part.is_multipart():
                continue
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content:
                if part.get_content_maintype() == "text":
                    yield from text_pieces(content, where, "mail body")
                else:
                    yield from pieces(content, part.get_filename() or "", budget, depth + 1, where)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        budget.notes.append(f"A mail cannot be taken apart ({type(error).__name__}).")


_MAIL_NAMES = "from to cc bcc subject date reply-to mime-version content-type content-transfer-encoding content-disposition"
_MAIL_SYNTAX = re.compile(
    rb"(?im)^(?:" + "|".join(_MAIL_NAMES.split()).encode("ascii") + rb"):|"
    rb"\b(?:multipart/(?:mixed|alternative|related)|text/(?:plain|html|rtf|calendar)|application/octet-stream|message/rfc822|"
    rb"charset=|boundary=|filename=|attachment;|quoted-printable|utf-8|base64$)"
)
"""Names and values of headers that a mail is packed with."""


def _written_headers(part: EmailMessage) -> Iterator[str]:
    """What the headers say, and the names of those that are not usual."""
    for key, value in _headers(part):
        packing = key.lower().startswith(("content-", "mime-"))
        plain = _MAIL_SYNTAX.sub(b" ", value.encode("utf-8", "surrogateescape")).decode("utf-8", "replace")
        yield f"{'' if key.lower() in _MAIL_NAMES.split() else key}: {plain if packing else value}"


def _headers(part: EmailMessage) -> Iterator[tuple[str, str]]:
    for key, value in part.raw_items():
        try:
            yield key, str(email.header.make_header(email.header.decode_header(str(value))))
        except (ValueError, LookupError, UnicodeDecodeError):
            yield key, str(value)
