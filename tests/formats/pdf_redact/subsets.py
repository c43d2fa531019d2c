"""Subset fonts as typesetters make them: glyphs numbered in the order of their first use, from a font that comes
with ReportLab."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import reportlab
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf

VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
_EM = 2048


def first_use(text: str) -> dict[str, int]:
    """Code of each character, from 1."""
    return {letter: number for number, letter in enumerate(dict.fromkeys(text), 1)}


def program(codes: dict[str, int], *, compact: bool = False, mapped: bool = False) -> bytes:
    """A font file with glyph `n` for the character of code n; `compact` gives bare CFF."""
    source = TTFont(VERA)
    shapes, names = source.getGlyphSet(), source.getBestCmap()
    order = [".notdef", *(f"g{code}" for code in codes.values())]
    glyphs: dict[str, Any] = {}
    widths: dict[str, tuple[int, int]] = {}
    for name, letter in zip(order, ["", *codes], strict=True):
        shape = shapes[names[ord(letter)]] if letter else shapes[".notdef"]
        pen: Any = T2CharStringPen(shape.width, shapes) if compact else TTGlyphPen(None)
        shape.draw(pen) if compact else _decomposed(shape, pen, shapes)
        glyphs[name] = pen.getCharString() if compact else pen.glyph()
        widths[name] = (shape.width, 0)
    made = FontBuilder(_EM, isTTF=not compact)
    made.setupGlyphOrder(order)
    made.setupCharacterMap({0xF000 + code: f"g{code}" for code in codes.values()} if mapped else {})
    if compact:
        made.setupCFF("Vera", {}, glyphs, {})
    else:
        made.setupGlyf(glyphs)
    made.setupHorizontalMetrics(widths)
    made.setupHorizontalHeader(ascent=1901, descent=-483)
    made.setupPost(keepGlyphNames=False)
    out = io.BytesIO()
    made.font.save(out)
    if mapped:
        made.font["cmap"].tables = [t for t in made.font["cmap"].tables if t.platformID == 3]
        for table in made.font["cmap"].tables:
            table.platEncID = 0
        out = io.BytesIO()
        made.font.save(out)
    return made.font.getTableData("CFF ") if compact else out.getvalue()


def _decomposed(shape: Any, pen: Any, shapes: Any) -> None:
    from fontTools.pens.recordingPen import DecomposingRecordingPen

    recorded = DecomposingRecordingPen(shapes)
    shape.draw(recorded)
    recorded.replay(pen)


def advances(codes: dict[str, int]) -> dict[int, int]:
    source = TTFont(VERA)
    names, metrics = source.getBestCmap(), source["hmtx"]
    return {code: round(metrics[names[ord(letter)]][0] * 1000 / _EM) for letter, code in codes.items()}


def to_unicode(codes: dict[str, int], size: int) -> bytes:
    lines = "\n".join(f"<{code:0{2 * size}X}> <{ord(letter):04X}>" for letter, code in codes.items())
    return (
        f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n1 begincodespacerange "
        f"<{'0' * 2 * size}> <{'F' * 2 * size}> endcodespacerange\n{len(codes)} beginbfchar\n{lines}\nendbfchar\n"
        "endcmap end end"
    ).encode("ascii")


def composite(pdf: Pdf, codes: dict[str, int], *, compact: bool = False, unicode: bool = True) -> Any:
    """A Type0 font, Identity-H."""
    data = program(codes, compact=compact)
    embedded = pdf.make_stream(data)
    if compact:
        embedded.Subtype = Name.CIDFontType0C
    wide = advances(codes)
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType0 if compact else Name.CIDFontType2, BaseFont=Name("/ABCDEF+Vera"),
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0), DW=600,
        W=Array([1, Array([wide[code] for code in sorted(wide)])]),
        FontDescriptor=pdf.make_indirect(_descriptor(embedded, compact)),
    )  # fmt: skip
    if not compact:
        descendant.CIDToGIDMap = Name.Identity
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/ABCDEF+Vera"), Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]),
    )  # fmt: skip
    if unicode:
        font.ToUnicode = pdf.make_stream(to_unicode(codes, 2))
    return pdf.make_indirect(font)


def simple(pdf: Pdf, codes: dict[str, int], *, compact: bool = False, unicode: bool = True) -> Any:
    """A symbolic TrueType font, or Type1C with Differences."""
    embedded = pdf.make_stream(program(codes, compact=compact, mapped=not compact))
    if compact:
        embedded.Subtype = Name.Type1C
    wide = advances(codes)
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1 if compact else Name.TrueType, BaseFont=Name("/ABCDEF+Vera"),
        FirstChar=1, LastChar=len(codes), Widths=Array([wide[code] for code in sorted(wide)]),
        FontDescriptor=pdf.make_indirect(_descriptor(embedded, compact)),
    )  # fmt: skip
    if compact:
        names = [Name(f"/g{code}") for code in codes.values()]
        font.Encoding = Dictionary(Type=Name.Encoding, Differences=Array([1, *names]))
    if unicode:
        font.ToUnicode = pdf.make_stream(to_unicode(codes, 1))
    return pdf.make_indirect(font)


def _descriptor(embedded: Any, compact: bool) -> Any:
    found = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Vera"), Flags=4, FontBBox=Array([-183, -236, 1287, 928]),
        ItalicAngle=0, Ascent=928, Descent=-236, CapHeight=729, StemV=80,
    )  # fmt: skip
    found["/FontFile3" if compact else "/FontFile2"] = embedded
    return found


def coded(text: str, codes: dict[str, int], size: int) -> str:
    return "<" + b"".join(codes[letter].to_bytes(size, "big") for letter in text).hex() + ">"
