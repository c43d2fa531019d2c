"""HTML, XML and SVG, edited in their source: what the plan does not name stays to the byte.

A small tokenizer, not a parser: it knows tags, attributes, comments, CDATA and entities, never expands what
a document type declares, and takes linear time. Broken markup is text like any other.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.documents import BLACKOUT_TEXT, BlockKind, Document, Plan, Redacted, find_terms
from app.documents.errors import LimitExceeded, RedactionRefused
from app.formats.base import Context
from app.formats.compose import DocumentBuilder, make_source
from app.formats.decoding import Decoded, decode, looks_like_text
from app.formats.editing import apply_edits, edit_source, percent_encoded
from app.formats.pieces import Collected

_TOKEN = re.compile(
    r"<!--(?P<comment>.*?)(?:-->|\Z)|<!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)|<\?(?P<pi>.*?)(?:\?>|\Z)|<!(?P<declaration>[^>\[]*(?:\[.*?\])?[^>]*)>"
    r"|<(?P<close>/)?(?P<tag>[A-Za-z_][\w:.-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=/\"'<>]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "tspan",
        "textpath",
    ]
)
_RAW = frozenset({"script", "style"})
_SPOKEN = frozenset(
    [
        "alt",
        "title",
        "content",
        "value",
        "placeholder",
        "summary",
        "label",
        "aria-label",
        "aria-description",
        "author",
        "name",
        "description",
        "datetime",
        "cite",
    ]
)
_LINKS = frozenset(
    ["href", "src", "action", "formaction", "poster", "background", "data", "srcset", "xlink:href", "ping"]
)
_MAX_TOKENS = 5_000_000
_HTML_SIGNS = re.compile(rb"<(?:!doctype html|html|head|body|div|p|table|span|meta|br)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Dialect:
    name: str
    media_type: str
    html: bool


class MarkupFormat:
    """One of the three; they differ in what inline means and in what is dropped when redacting."""

    def __init__(self, name: str, media_type: str, extensions: tuple[str, ...]) -> None:
        self.name = name
        self.extensions = extensions
        self._media_type = media_type
        self._html = name == "html"

    def sniff(self, data: bytes, name: str) -> float:
        head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
        plain = head.replace(b"\0", b"")
        if not plain.startswith(b"<") and not (self._html and len(_HTML_SIGNS.findall(plain)) >= 3):
            return 0.0
        if not looks_like_text(data):
            return 0.0
        svg = b"<svg" in plain
        if self.name == "svg":
            return 0.95 if svg and not _HTML_SIGNS.match(plain) else 0.0
        if self._html:
            return 0.9 if _HTML_SIGNS.search(plain) and not plain.startswith(b"<?xml") else 0.3
        return 0.8 if plain.startswith(b"<?xml") else 0.5 if not _HTML_SIGNS.search(plain) else 0.0

    def read(self, data: bytes, context: Context) -> Document:
        builder = DocumentBuilder(
            make_source(data, context.name, self._media_type, self.name), context.limits
        )
        source = _decode(data).text
        if not self._html and re.search(r"<!ENTITY", source[:65536]):
            builder.warnings.append("The file declares entities of its own; they are not expanded.")
        _Reader(builder, self._html).run(source)
        return builder.build()

    def redact(self, data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
        decoded = _decode(data)
        text, removed = edit_source(decoded.text, document, plan, html.escape)
        counts = {"text": removed}
        if self._html or self.name == "svg":
            text, dropped = _without_active_parts(text)
            counts["scripts and comments"] = dropped
        text, hidden = self._without_terms(text, plan, context)
        counts["hidden places"] = hidden
        suffix = next((e for e in self.extensions if context.name.lower().endswith(e)), self.extensions[0])
        return Redacted(decoded.encode(text), suffix, {k: v for k, v in counts.items() if v})

    def _without_terms(self, text: str, plan: Plan, context: Context) -> tuple[str, int]:
        """Terms in what is shown, then in the source as it stands (attributes, declarations, names)."""
        from app.documents import Operator, Removal

        count = 0
        for _ in range(4):
            builder = DocumentBuilder(make_source(b"", context.name, "", self.name), context.limits)
            _Reader(builder, self._html).run(text)
            read = builder.build()
            found = find_terms(read.text, plan.terms)
            if not found:
                break
            count += len(found)
            removals = tuple(Removal(s, e, "TERM", Operator.BLACKOUT, BLACKOUT_TEXT) for s, e, _ in found)
            text, _ = edit_source(text, read, Plan(removals, ()), html.escape)
        links = [(start, end, "redacted") for start, end in percent_encoded(text, plan)]
        count += len(links)
        text = apply_edits(text, links)
        for shown in (text, html.unescape(text)):
            if find_terms(shown, plan.terms):
                edits = [(s, e, "redacted") for s, e, _ in find_terms(text, plan.terms)]
                count += len(edits)
                text = apply_edits(text, edits)
        if find_terms(html.unescape(text), plan.terms):
            raise RedactionRefused(
                "A private word is written in a way that cannot be taken out. Export it as text."
            )
        return text, count


def _decode(data: bytes) -> Decoded:
    declared = _CHARSET.search(data[:2048])
    return decode(data, declared[1].decode("ascii") if declared else None)


class _Reader:
    """Walks the tokens; inline tags do not end a block."""

    def __init__(self, builder: DocumentBuilder, as_html: bool) -> None:
        self._builder = builder
        self._html = as_html
        self._now = Collected()
        self._aside: list[tuple[BlockKind, Collected, str]] = []
        self._heading = False

    def run(self, source: str) -> None:
        at = count = 0
        raw = ""
        for match in _TOKEN.finditer(source):
            count += 1
            if count > _MAX_TOKENS:
                raise LimitExceeded("very many tags", str(_MAX_TOKENS))
            if raw and not (match["close"] and (match["tag"] or "").lower() == raw):
                continue
            self._text(source[at : match.start()], at, raw)
            at = match.end()
            raw = self._token(match, raw)
        self._text(source[at:], at, raw)
        self._flush()

    def _token(self, match: re.Match[str], raw: str) -> str:
        for group, kind in (
            ("comment", BlockKind.COMMENT),
            ("pi", BlockKind.CODE),
            ("declaration", BlockKind.CODE),
        ):
            if match[group] is not None:
                if match[group].strip():
                    self._aside.append((kind, _literal(match[group], match.start(group)), group))
                return raw
        if match["cdata"] is not None:
            self._now.plain(match["cdata"], match.start("cdata"))
            return raw
        tag = match["tag"].lower()
        if not (self._html and tag in _INLINE) and tag.rpartition(":")[2] not in ("tspan",):
            self._flush()
        elif tag == "wbr":
            pass
        self._attributes(match, tag)
        if tag in ("br",):
            self._now.gap("\n")
        if match["close"] or not self._html:
            return ""
        return tag if tag in _RAW and not match["attributes"].endswith("/") else ""

    def _attributes(self, match: re.Match[str], tag: str) -> None:
        base = match.start("attributes")
        for found in _ATTRIBUTE.finditer(match["attributes"]):
            name = found[1].lower()
            group = 2 if found[2] is not None else 3 if found[3] is not None else 4
            value = found[group]
            plain = name.rpartition(":")[2]
            told = plain in _SPOKEN or name.startswith("data-") or not self._html
            if not value.strip() or not (told or name in _LINKS or plain in _LINKS):
                continue
            kind = BlockKind.LINK if name in _LINKS or plain == "href" else BlockKind.ATTRIBUTE
            self._aside.append((kind, _unescaped(value, base + found.start(group)), f"{tag} {name}"))

    def _text(self, value: str, at: int, raw: str) -> None:
        if not value:
            return
        if raw:
            if value.strip():
                self._aside.append((BlockKind.CODE, _literal(value, at), raw))
            return
        for piece, offset, width in _characters(value, at):
            if width:
                self._now.escaped(piece, offset, width)
            else:
                self._now.plain(piece, offset)

    def _flush(self) -> None:
        if self._now:
            self._builder.add_block(BlockKind.PARAGRAPH, self._now.text, pieces=self._now.pieces)
        self._now = Collected()
        for kind, collected, place in self._aside:
            self._builder.add_block(kind, collected.text, place=place, pieces=collected.pieces)
        self._aside = []


def _literal(value: str, at: int) -> Collected:
    collected = Collected()
    collected.plain(value, at)
    return collected


def _unescaped(value: str, at: int) -> Collected:
    collected = Collected()
    for piece, offset, width in _characters(value, at):
        if width:
            collected.escaped(piece, offset, width)
        else:
            collected.plain(piece, offset)
    return collected


def _characters(value: str, at: int) -> Iterator[tuple[str, int, int]]:
    """(text, offset, width): width 0 for characters that stand for themselves, else that of an entity."""
    last = 0
    for match in _ENTITY.finditer(value):
        if match.start() > last:
            yield value[last : match.start()], at + last, 0
        meant = html.unescape(match.group())
        if meant == match.group():
            yield meant, at + match.start(), 0
        else:
            yield meant, at + match.start(), len(match.group())
        last = match.end()
    if last < len(value):
        yield value[last:], at + last, 0


_SCRIPT = re.compile(
    r"<(script|noscript|template|iframe|object|embed|applet)\b[^>]*>.*?</\1\s*>|<(?:script|iframe|embed)\b[^>]*/?>",
    re.DOTALL | re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HANDLER = re.compile(
    r"(<[A-Za-z][^<>]*?)\s+on[a-z]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+)", re.IGNORECASE
)
_META = re.compile(
    r"<meta\b[^>]*\bname\s*=\s*[\"']?(?:author|generator|keywords|description|creator|owner|copyright)\b[^>]*>",
    re.IGNORECASE,
)
_DATA_URI = re.compile(r"data:[a-z]+/[\w.+-]+(?:;[\w=-]+)*,[^\s\"')>]*", re.IGNORECASE)


def _without_active_parts(text: str) -> tuple[str, int]:
    """Scripts, comments, handlers, authors and inlined files: channels that nobody reads and that may tell."""
    count = 0
    for pattern, put in ((_COMMENT, ""), (_SCRIPT, ""), (_META, ""), (_DATA_URI, "data:,")):
        text, hits = pattern.subn(put, text)
        count += hits
    for _ in range(20):
        text, hits = _HANDLER.subn(r"\1", text)
        count += hits
        if not hits:
            break
    return text, count


FORMATS = (
    MarkupFormat("html", "text/html", (".html", ".htm", ".xhtml")),
    MarkupFormat("svg", "image/svg+xml", (".svg",)),
    MarkupFormat("xml", "application/xml", (".xml", ".rss", ".kml", ".gpx")),
)
