"""What the content interpreter must know of a font: how codes are cut from a string and how wide they are.

Widths follow ISO 32000-1, 9.2.4, 9.6.2 and 9.7.4.3; fonts without widths are the standard fourteen, whose
metrics pypdf carries. A font that cannot be followed raises `CannotFollow`, and its page becomes a picture.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pypdf._codecs import core_font_metrics
from pypdf._codecs.adobe_glyphs import adobe_glyphs


class CannotFollow(Exception):
    """The content cannot be interpreted safely; the page is made a picture."""


@dataclass(slots=True)
class Font:
    """`widths` in thousandths of text space; codes are one or two bytes."""

    two_bytes: bool
    widths: dict[int, float]
    default: float
    used: set[int] = field(default_factory=set)

    def numbers(self, text: bytes) -> Sequence[int]:
        """The codes alone."""
        return struct.unpack(f">{len(text) // 2}H", text[: len(text) & ~1]) if self.two_bytes else text

    def span(self, text: bytes) -> float:
        """The widths of all codes of a string together."""
        width, default = self.widths.get, self.default
        return sum(width(code, default) for code in self.numbers(text))

    def codes(self, text: bytes) -> Iterator[tuple[int, bytes]]:
        """Each code with its bytes."""
        step = 2 if self.two_bytes else 1
        for at in range(0, len(text) - step + 1, step):
            piece = text[at : at + step]
            yield int.from_bytes(piece, "big"), piece

    def width(self, code: int) -> float:
        return self.widths.get(code, self.default)


def load_font(font: Any) -> Font:
    """Raises CannotFollow."""
    subtype = str(font.get("/Subtype", ""))
    if subtype == "/Type0":
        return _composite(font)
    if subtype == "/Type3":
        matrix = [float(v) for v in font.get("/FontMatrix", [0.001, 0, 0, 0.001, 0, 0])]
        widths = {code: width * matrix[0] * 1000 for code, width in _simple_widths(font).items()}
        return Font(False, widths, 0.0)
    if "/Widths" in font:
        descriptor = font.get("/FontDescriptor")
        missing = float(descriptor.get("/MissingWidth", 0)) if descriptor is not None else 0.0
        return Font(False, _simple_widths(font), missing)
    return _standard(font)


def _simple_widths(font: Any) -> dict[int, float]:
    first = int(font.get("/FirstChar", 0))
    return {first + index: float(width) for index, width in enumerate(font.get("/Widths", []))}


def _composite(font: Any) -> Font:
    encoding = font.get("/Encoding")
    name = str(encoding) if isinstance(encoding, pikepdf.Name) else ""
    embedded = isinstance(encoding, pikepdf.Stream) and _is_identity(encoding)
    if name != "/Identity-H" and not embedded:
        raise CannotFollow(f"character map {name or 'embedded'}")
    descendant = font["/DescendantFonts"][0]
    widths: dict[int, float] = {}
    entries = list(descendant.get("/W", []))
    at = 0
    while at + 1 < len(entries):
        first = int(entries[at])
        if isinstance(entries[at + 1], pikepdf.Array):
            for offset, width in enumerate(entries[at + 1]):
                widths[first + offset] = float(width)
            at += 2
        else:
            last, width = int(entries[at + 1]), float(entries[at + 2])
            if last - first > 65535:
                raise CannotFollow("width table")
            widths.update(dict.fromkeys(range(first, last + 1), width))
            at += 3
    return Font(True, widths, float(descendant.get("/DW", 1000)))


def _is_identity(stream: Any) -> bool:
    data = stream.read_bytes()
    return (
        b"<0000> <ffff> 0" in data.lower().replace(b"<0000><ffff>", b"<0000> <ffff>")
        and b"WMode 1" not in data
    )


_FAMILIES = {
    "arial": "Helvetica", "helvetica": "Helvetica", "couriernew": "Courier", "courier": "Courier",
    "timesnewroman": "Times-Roman", "times": "Times-Roman", "symbol": "Symbol", "zapfdingbats": "ZapfDingbats",
}  # fmt: skip


def _standard(font: Any) -> Font:
    """One of the standard fourteen, by name."""
    name = str(font.get("/BaseFont", "/")).lstrip("/")
    plain = name.split("+")[-1].replace(" ", "")
    base = plain.split("-")[0].split(",")[0].lower().removesuffix("mt").removesuffix("ps")
    family = _FAMILIES.get(base)
    metrics = core_font_metrics.CORE_FONT_METRICS.get(_styled(family, plain) if family else plain)
    if metrics is None:
        raise CannotFollow(f"no widths for font {name[:20]}")
    by_character = metrics.character_widths
    names = differences(font)
    default = float(by_character.get("default", by_character.get(" ", 500)))
    widths = {}
    for code in range(256):
        character = adobe_glyphs.get(f"/{names.get(code, '')}") or bytes([code]).decode("cp1252", "replace")
        widths[code] = float(by_character.get(character, default))
    return Font(False, widths, default)


def _styled(family: str, name: str) -> str:
    low = name.lower()
    bold, slanted = "bold" in low, "italic" in low or "oblique" in low
    if family == "Times-Roman":
        return {
            (0, 0): "Times-Roman",
            (1, 0): "Times-Bold",
            (0, 1): "Times-Italic",
            (1, 1): "Times-BoldItalic",
        }[(int(bold), int(slanted))]
    if family in ("Symbol", "ZapfDingbats"):
        return family
    style = ("Bold" if bold else "") + ("Oblique" if slanted else "")
    return f"{family}-{style}" if style else family


def differences(font: Any) -> dict[int, str]:
    """Glyph names that the font's encoding gives to codes of its own."""
    encoding = font.get("/Encoding")
    found: dict[int, str] = {}
    if isinstance(encoding, pikepdf.Dictionary):
        code = 0
        for entry in encoding.get("/Differences", []):
            if isinstance(entry, pikepdf.Name):
                found[code] = glyph_name(entry)
                code += 1
            else:
                code = int(entry)
    return found


def glyph_name(name: Any) -> str:
    try:
        return str(name).removeprefix("/")
    except UnicodeDecodeError:
        return ""
