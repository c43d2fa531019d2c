"""Font residue: a subset font lists the characters it was made for, removed ones too. Codes that no page uses
any more leave the ToUnicode map and the widths."""

from __future__ import annotations

import re
from typing import Any

import pikepdf

from app.formats.pdf.redact.fonts import Font

_CHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]+)>")
_RANGE = re.compile(
    rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[((?:\s*<[0-9A-Fa-f\s]+>)+)\s*\])"
)
_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf(?:char|range)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]+)>")


def prune(pdf: pikepdf.Pdf, entry: Any, font: Font) -> None:
    """Forget codes that `font.used` lacks."""
    mapping = entry.get("/ToUnicode")
    if isinstance(mapping, pikepdf.Stream):
        try:
            pairs = _pairs(mapping.read_bytes())
        except Exception:
            pairs = {}
        kept = {code: value for code, value in pairs.items() if code in font.used}
        entry["/ToUnicode"] = pdf.make_stream(_map(kept, 2 if font.two_bytes else 1))
    widths = entry.get("/Widths")
    if widths is not None and entry.get("/Subtype") != pikepdf.Name.Type3:
        first = int(entry.get("/FirstChar", 0))
        entry["/Widths"] = pikepdf.Array(
            [width if first + index in font.used else 0 for index, width in enumerate(widths)]
        )


def unicode_pairs(mapping: Any) -> dict[int, str]:
    """Code to text of a ToUnicode stream; empty where it cannot be read."""
    try:
        return {
            code: bytes.fromhex(value.decode("ascii")).decode("utf-16-be", "replace")
            for code, value in _pairs(mapping.read_bytes()).items()
        }
    except (pikepdf.PdfError, ValueError):
        return {}


def _pairs(data: bytes) -> dict[int, bytes]:
    pairs: dict[int, bytes] = {}
    for kind, body in _BLOCK.findall(data):
        if kind == b"char":
            pairs.update({int(code, 16): re.sub(rb"\s", b"", value) for code, value in _CHAR.findall(body)})
            continue
        for low, high, start, listed in _RANGE.findall(body):
            first, last = int(low, 16), int(high, 16)
            if last - first > 65535:
                continue
            if listed:
                values = [re.sub(rb"\s", b"", value) for value in _HEX.findall(listed)]
                pairs.update(dict(zip(range(first, last + 1), values, strict=False)))
            else:
                width = len(start)
                for offset in range(last - first + 1):
                    pairs[first + offset] = b"%0*X" % (width, int(start, 16) + offset)
    return pairs


def _map(pairs: dict[int, bytes], size: int) -> bytes:
    digits = size * 2
    lines = [
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        b"/CMapName /Cloister def /CMapType 2 def",
        b"1 begincodespacerange <" + b"0" * digits + b"> <" + b"F" * digits + b"> endcodespacerange",
    ]
    entries = sorted(pairs.items())
    for at in range(0, len(entries), 100):
        chunk = entries[at : at + 100]
        lines.append(b"%d beginbfchar" % len(chunk))
        lines += [b"<%0*X> <%b>" % (digits, code, value) for code, value in chunk]
        lines.append(b"endbfchar")
    lines.append(b"endcmap CMapName currentdict /CMap defineresource pop end end")
    return b"\n".join(lines)
