"""RTF: the text with the place of each character, edited in the source; groups that only programs read are dropped.

After the Rich Text Format specification 1.9.1. A character written as \\'hh or \\uN is one character of the text
with the width of its escape (segments with a `node` above 0, as in `editing`).
"""

from __future__ import annotations

import re

from app.documents import BLACKOUT_TEXT, BlockKind, Document, Operator, Plan, Redacted, Removal, find_terms
from app.documents.errors import DamagedFile, LimitExceeded, RedactionRefused
from app.formats.base import Context
from app.formats.compose import DocumentBuilder, make_source
from app.formats.editing import apply_edits, edit_source
from app.formats.pieces import Collected

_TOKEN = re.compile(
    r"\\u(?P<unicode>-?\d{1,6})(?: |(?=[^0-9]))?(?P<fallback>\\'[0-9a-fA-F]{2}|\?)?|\\'(?P<hex>[0-9a-fA-F]{2})"
    r"|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\(?P<symbol>[^a-zA-Z])|(?P<brace>[{}])|(?P<line>[\r\n]+)|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_BREAKS = frozenset({"par", "line", "sect", "page", "row", "nestrow"})
_CELLS = frozenset({"tab", "cell", "nestcell"})
_SPOKEN_WORDS = {
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
}
_SILENT = frozenset({"fonttbl", "colortbl", "stylesheet", "listtable", "listoverridetable", "pict", "objdata", "themedata",
                     "datastore", "latentstyles", "rsidtbl", "xmlnstbl", "generator", "revtbl", "colorschememapping", "mmathPr"})  # fmt: skip
_PROPERTIES = frozenset({"info", "userprops"})
_SIDE = {"header": BlockKind.HEADER, "headerl": BlockKind.HEADER, "headerr": BlockKind.HEADER, "headerf": BlockKind.HEADER,
         "footer": BlockKind.FOOTER, "footerl": BlockKind.FOOTER, "footerr": BlockKind.FOOTER, "footerf": BlockKind.FOOTER,
         "footnote": BlockKind.FOOTNOTE, "annotation": BlockKind.COMMENT, "atnauthor": BlockKind.COMMENT,
         "atnid": BlockKind.COMMENT, "fldinst": BlockKind.LINK}  # fmt: skip
_DROPPED = _PROPERTIES | frozenset({"pict", "object", "themedata", "datastore", "rsidtbl", "xmlnstbl", "generator", "revtbl",
                                    "annotation", "atnauthor", "atnid", "atntime", "atndate", "atnref", "fldinst", "userprops",
                                    "docvar", "template", "private"})  # fmt: skip
_MAX_DEPTH = 400


class RtfFormat:
    """Rich Text Format."""

    name = "rtf"
    extensions = (".rtf",)

    def sniff(self, data: bytes, name: str) -> float:
        return 1.0 if data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf") else 0.0

    def read(self, data: bytes, context: Context) -> Document:
        builder = DocumentBuilder(
            make_source(data, context.name, "application/rtf", self.name), context.limits
        )
        _Reader(builder, _codepage(data)).run(data.decode("latin-1"))
        return builder.build()

    def redact(self, data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
        text, removed = edit_source(data.decode("latin-1"), document, plan, _escape)
        text, dropped = _without_groups(text)
        text, hidden = self._without_terms(text, plan, context, _codepage(data))
        counts = {"text": removed, "hidden groups": dropped, "hidden places": hidden}
        return Redacted(text.encode("latin-1"), ".rtf", {k: v for k, v in counts.items() if v})

    def _without_terms(self, text: str, plan: Plan, context: Context, codepage: str) -> tuple[str, int]:
        count = 0
        for _ in range(4):
            builder = DocumentBuilder(make_source(b"", context.name, "", self.name), context.limits)
            _Reader(builder, codepage).run(text)
            read = builder.build()
            found = find_terms(read.text, plan.terms)
            if not found:
                break
            count += len(found)
            removals, end = [], -1
            for start, stop, _ in found:
                if start >= end:
                    removals.append(Removal(start, stop, "TERM", Operator.BLACKOUT, BLACKOUT_TEXT))
                    end = stop
            text, _ = edit_source(text, read, Plan(tuple(removals), ()), _escape)
        else:
            raise RedactionRefused(
                "A private word is written in a way that cannot be taken out. Save it as DOCX first."
            )
        raw = find_terms(text, plan.terms)
        return apply_edits(text, [(start, end, "redacted") for start, end, _ in raw]), count + len(raw)


def _codepage(data: bytes) -> str:
    found = re.search(rb"\\ansicpg(\d{3,5})", data[:2048])
    name = f"cp{found[1].decode('ascii')}" if found else "cp1252"
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name


class _Reader:
    """Follows groups; each has a kind of block, or none where its text is for programs only."""

    def __init__(self, builder: DocumentBuilder, codepage: str) -> None:
        self._builder = builder
        self._codepage = codepage
        self._now: dict[BlockKind, Collected] = {}
        self._stack: list[BlockKind | None] = [BlockKind.PARAGRAPH]
        self._star = False

    def run(self, source: str) -> None:
        skip_until = 0
        for token in _TOKEN.finditer(source):
            if token.start() < skip_until:
                continue
            if token["word"] == "bin" and token["number"]:
                skip_until = token.end() + max(0, int(token["number"]))
                continue
            self._step(token)
        self._flush()

    def _step(self, token: re.Match[str]) -> None:
        if token["brace"] == "{":
            if len(self._stack) > _MAX_DEPTH:
                raise LimitExceeded("groups nested too deeply", str(_MAX_DEPTH))
            self._stack.append(self._stack[-1])
            self._star = False
        elif token["brace"] == "}":
            if len(self._stack) == 1:
                raise DamagedFile("RTF groups")
            self._end_group()
        elif token["word"] is not None:
            self._word(token["word"], token)
        elif token["symbol"] is not None:
            self._symbol(token)
        elif token["unicode"] is not None:
            self._put(_from_unicode(token["unicode"]), token.start(), len(token.group()))
        elif token["hex"] is not None:
            self._put(bytes.fromhex(token["hex"]).decode(self._codepage, "replace"), token.start(), 4)
        elif token["text"] is not None:
            into = self._target()
            if into is not None:
                into.plain(token["text"], token.start())

    def _end_group(self) -> None:
        kind = self._stack.pop()
        if kind is not None and kind is not BlockKind.PARAGRAPH and self._stack[-1] is not kind:
            self._flush(kind)

    def _word(self, word: str, token: re.Match[str]) -> None:
        if word in _SILENT:
            self._stack[-1] = None
        elif word in _PROPERTIES:
            self._stack[-1] = BlockKind.METADATA
        elif word in _SIDE:
            self._stack[-1] = _SIDE[word]
        elif self._star and word not in ("shppict", "nonshppict"):
            self._stack[-1] = BlockKind.HIDDEN if self._stack[-1] is not None else None
        elif word in _BREAKS:
            self._flush(self._stack[-1])
        elif word in _CELLS:
            into = self._target()
            if into is not None:
                into.gap("\t")
        elif word in _SPOKEN_WORDS:
            self._put(_SPOKEN_WORDS[word], token.start(), len(token.group()))
        self._star = False

    def _symbol(self, token: re.Match[str]) -> None:
        symbol = token["symbol"]
        if symbol == "*":
            self._star = True
        elif symbol in "\\{}":
            self._put(symbol, token.start(), 2)
        elif symbol == "~":
            self._put("\u00a0", token.start(), 2)
        elif symbol in "-_":
            self._put("\u00ad" if symbol == "-" else "-", token.start(), 2)

    def _target(self) -> Collected | None:
        kind = self._stack[-1]
        return None if kind is None else self._now.setdefault(kind, Collected())

    def _put(self, text: str, at: int, width: int) -> None:
        into = self._target()
        if into is not None:
            into.escaped(text, at, width)

    def _flush(self, kind: BlockKind | None = None) -> None:
        for each in [kind] if kind is not None else list(self._now):
            collected = self._now.pop(each, None)
            if collected is not None and collected:
                self._builder.add_block(each, collected.text, pieces=collected.pieces)


def _from_unicode(number: str) -> str:
    code = int(number) % 65536
    return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)


def _escape(text: str) -> str:
    pieces = []
    for character in text:
        if character in "\\{}":
            pieces.append("\\" + character)
        elif ord(character) < 128:
            pieces.append(character)
        else:
            units = character.encode("utf-16-le")
            pieces += [
                f"\\u{int.from_bytes(units[i : i + 2], 'little', signed=True)}?"
                for i in range(0, len(units), 2)
            ]
    return "".join(pieces)


def _without_groups(text: str) -> tuple[str, int]:
    """Groups of properties, pictures, objects, comments and field codes go; also bytes after the end."""
    edits: list[tuple[int, int, str]] = []
    starts: list[tuple[int, bool]] = []
    expecting = dead = False
    end = len(text)
    for token in _TOKEN.finditer(text):
        if token["brace"] == "{":
            starts.append((token.start(), False))
            expecting = True
            continue
        if token["brace"] == "}":
            if starts:
                start, dead = starts.pop()
                if dead:
                    edits.append((start, token.end(), ""))
                if not starts:
                    end = token.end()
                    break
            continue
        if expecting and token["word"] in _DROPPED and starts:
            starts[-1] = (starts[-1][0], True)
        if token["symbol"] != "*":
            expecting = False
    return apply_edits(text[:end], [e for e in edits if e[1] <= end]), len(edits)


FORMAT = RtfFormat()
