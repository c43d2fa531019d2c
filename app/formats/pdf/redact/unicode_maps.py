"""ToUnicode maps: reading them, and writing them without some of their codes."""

from __future__ import annotations

import re
from typing import Any

import pikepdf

_CHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]+)>")
_RANGE = re.compile(
    rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[((?:\s*<[0-9A-Fa-f\s]+>)+)\s*\])"
)
_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf(?:char|range)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]+)>")


def prune_map(pdf: pikepdf.Pdf, entry: Any, used: set[int], size: int) -> None:
    """Forget codes (of `size` bytes) that are not in use."""
    mapping = entry.get("/ToUnicode")
    if isinstance(mapping, pikepdf.Stream):
        try:
            pairs = _pairs(mapping.read_bytes())
        except Exception:
            pairs = {}
        kept = {code: value for code, value in pairs.items() if code in used}
        entry["/ToUnicode"] = pdf.make_stream(unicode_map(kept, size))


def unicode_pairs(mapping: Any) -> dict[int, str]:
    """Code to text of a ToUnicode stream; empty where it cannot be read."""
    try:
        return {
            code: bytes.fromhex(value.decode("ascii")).decode("utf-16-be", "replace")
            for code, value in _pairs(mapping.read_bytes()).items()
        }
    except (pikepdf.PdfError, ValueError):
        return {}


def letters_by_code(font: Any) -> str:
    """The letters that a font's ToUnicode map names, in the order of their codes."""
    pairs = unicode_pairs(font["/ToUnicode"]) if "/ToUnicode" in font else {}
    return "".join(c for _, text in sorted(pairs.items()) for c in text if c.isalpha())


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


def unicode_map(pairs: dict[int, bytes], size: int) -> bytes:
    """A ToUnicode stream for codes of `size` bytes; the values are hexadecimal UTF-16."""
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
