"""JSON and JSON Lines: strings, keys and numbers, edited in the source."""

from __future__ import annotations

import json
import re

from app.documents import BLACKOUT_TEXT, BlockKind, Document, Plan, Redacted, Segment, find_terms
from app.formats.base import Context
from app.formats.compose import DocumentBuilder, make_source
from app.formats.decoding import decode, looks_like_text
from app.formats.editing import apply_edits, replacement_for
from app.formats.pieces import Collected

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[{}\[\],:]', re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL
)
NUMBER = "number"
"""Part name of segments inside numbers: they can only be replaced whole, by a string."""


class JsonFormat:
    """Keys stand before their values, so that labels are seen beside what they announce."""

    name = "json"
    extensions = (".json", ".jsonl", ".ndjson", ".geojson")

    def sniff(self, data: bytes, name: str) -> float:
        head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
        if not head.startswith((b"{", b"[")) or not looks_like_text(data):
            return 0.0
        text = decode(data).text if len(data) < 4_000_000 else ""
        try:
            json.loads(text)
            return 0.9
        except (ValueError, RecursionError):
            pass
        first = data[: 1 << 20].split(b"\n", 1)[0]
        try:
            json.loads(first)
            return 0.85
        except (ValueError, RecursionError):
            return 0.6 if name.lower().endswith(self.extensions) else 0.0

    def read(self, data: bytes, context: Context) -> Document:
        builder = DocumentBuilder(
            make_source(data, context.name, "application/json", self.name), context.limits
        )
        source = decode(data).text
        tokens = list(_TOKEN.finditer(source))
        for index, token in enumerate(tokens):
            text = token.group()
            if text in "{}[],:":
                continue
            is_key = index + 1 < len(tokens) and tokens[index + 1].group() == ":" and text.startswith('"')
            if text.startswith('"'):
                collected = _string(text, token.start())
            else:
                collected = Collected(text, [(0, len(text), NUMBER, len(text), token.start())])
            if not collected:
                continue
            kind = BlockKind.ATTRIBUTE if is_key else BlockKind.CELL
            builder.add_block(
                kind, collected.text, pieces=collected.pieces, separator=": " if is_key else "\n"
            )
        return builder.build()

    def redact(self, data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
        decoded = decode(data)
        edits: list[tuple[int, int, str]] = []
        segments = sorted((s for b in document.blocks for s in b.segments), key=lambda s: s.start)
        for removal in plan.removals:
            first = True
            for segment in segments:
                low, high = max(removal.start, segment.start), min(removal.end, segment.end)
                if low < high:
                    edits.append(_edit(segment, low, high, replacement_for(removal) if first else ""))
                    first = False
        text = apply_edits(decoded.text, edits)
        text, hidden = _without_terms(text, plan)
        suffix = next((e for e in self.extensions if context.name.lower().endswith(e)), ".json")
        counts = {"text": len(plan.removals), "hidden places": hidden}
        return Redacted(decoded.encode(text), suffix, {k: v for k, v in counts.items() if v})


def _edit(segment: Segment, low: int, high: int, text: str) -> tuple[int, int, str]:
    inner = json.dumps(text, ensure_ascii=False)[1:-1]
    if segment.part == NUMBER:
        return segment.offset, segment.offset + segment.node, f'"{inner}"'
    at = segment.offset + low - segment.start
    return at, segment.offset + segment.node if segment.node else at + high - low, inner


def _string(token: str, at: int) -> Collected:
    collected = Collected()
    last = 1
    for match in _ESCAPE.finditer(token, 1, len(token) - 1):
        collected.plain(token[last : match.start()], at + last)
        try:
            meant = json.loads(f'"{match.group()}"')
        except ValueError:
            meant = match.group()[1:]
        collected.escaped(meant, at + match.start(), len(match.group()))
        last = match.end()
    collected.plain(token[last : len(token) - 1], at + last)
    return collected


def _without_terms(text: str, plan: Plan) -> tuple[str, int]:
    """Terms that are left in any string, escaped or not."""
    edits: list[tuple[int, int, str]] = []
    for token in _TOKEN.finditer(text):
        if len(token.group()) < 3:
            continue
        if token.group().startswith('"'):
            meant = _string(token.group(), token.start()).text
            found = find_terms(meant, plan.terms)
            if found:
                clean = apply_edits(meant, [(s, e, BLACKOUT_TEXT) for s, e, _ in found])
                edits.append((token.start(), token.end(), json.dumps(clean, ensure_ascii=False)))
        elif find_terms(token.group(), plan.terms):
            edits.append((token.start(), token.end(), json.dumps(BLACKOUT_TEXT, ensure_ascii=False)))
    return apply_edits(text, edits), len(edits)


FORMAT = JsonFormat()
