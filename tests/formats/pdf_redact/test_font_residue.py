"""A subset font does not tell which letters were removed: neither its maps nor its outlines know them any more."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pikepdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf
from planted import KEPT, SECRET, leaks, new_pdf, pixels, redact, saved, shown_text
from subsets import coded, composite, first_use, simple, to_unicode

from app.verify import verify

TEXT = f"{SECRET} {KEPT} on"
CODES = first_use(TEXT)
GONE = {CODES[letter] for letter in set(SECRET) - set(f" {KEPT} on")}
KINDS = ["truetype", "type1c", "identity-h", "cid-cff"]


def _made(kind: str, *, unicode: bool = True, text: str = TEXT) -> Pdf:
    codes = first_use(text)
    size = 2 if kind in ("identity-h", "cid-cff") else 1
    compact = kind in ("type1c", "cid-cff")
    pdf = new_pdf()
    page = pdf.pages[0].obj
    page.Resources.Font.F2 = (composite if size == 2 else simple)(
        pdf, codes, compact=compact, unicode=unicode
    )
    content = f"BT /F2 14 Tf 40 200 Td {coded(text, codes, size)} Tj ET"
    page.Contents = pdf.make_stream(content.encode("ascii"))
    return pdf


def _fonts(pdf: Pdf) -> tuple[Any, Any]:
    """The font dictionary and the one that holds its descriptor."""
    font = next(
        font
        for font in pdf.pages[0].obj.Resources.Font.as_dict().values()
        if "/ToUnicode" in font or "/DescendantFonts" in font or "/FontDescriptor" in font
    )
    holder = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    return font, holder


def _outlined(holder: Any) -> set[int]:
    """Numbers of the glyphs that still have a shape."""
    descriptor = holder.FontDescriptor
    if "/FontFile2" in descriptor:
        font = TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()))
        return {at for at, name in enumerate(font.getGlyphOrder()) if font["glyf"][name].numberOfContours}
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(descriptor.FontFile3.read_bytes()), None)
    found = set()
    for at, name in enumerate(fonts[0].charset):
        pen = BoundsPen(None)
        fonts[0].CharStrings[name].draw(pen)
        if pen.bounds:
            found.add(at)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_removed_letters_leave_map_and_outlines(kind: str) -> None:
    data = saved(_made(kind))
    with pikepdf.open(io.BytesIO(data)) as before:
        assert _outlined(_fonts(before)[1]) >= GONE
    done = redact(data)
    assert done.rasterised_pages == ()
    assert leaks(done.data) == []
    copy = pikepdf.open(io.BytesIO(done.data))
    font, holder = _fonts(copy)
    mapped = font.ToUnicode.read_bytes().decode("ascii")
    digits = 4 if "/DescendantFonts" in font else 2
    for code in GONE:
        assert f"<{code:0{digits}X}> <" not in mapped
    assert not _outlined(holder) & GONE
    assert KEPT in shown_text(done.data)


@pytest.mark.parametrize("kind", ["identity-h", "truetype"])
def test_where_a_font_numbers_the_letters_of_a_name_in_their_order_its_page_becomes_a_picture(
    kind: str,
) -> None:
    name = "Ruth Dickson"  # all its letters stay in use
    data = saved(_made(kind, text=f"{name} {KEPT} k u D c R h t o s i n"))
    done = redact(data, name)
    assert done.rasterised_pages == (1,)
    assert KEPT in shown_text(done.data)
    assert verify(data, "a.pdf", done.data, "a.pdf", [name]).clean


@pytest.mark.parametrize("kind", KINDS)
def test_removed_letters_leave_widths_and_names(kind: str) -> None:
    copy = pikepdf.open(io.BytesIO(redact(saved(_made(kind))).data))
    font, holder = _fonts(copy)
    if "/W" in holder:
        listed, at = set(), 0
        while at < len(holder.W):
            listed |= set(range(int(holder.W[at]), int(holder.W[at]) + len(holder.W[at + 1])))
            at += 2
        assert not listed & GONE
    else:
        first = int(font.FirstChar)
        shown = {first + at for at, width in enumerate(font.Widths) if width}
        assert not shown & GONE
    if "/Encoding" in font and isinstance(font.Encoding, Dictionary):
        names = {str(item) for item in font.Encoding.Differences if isinstance(item, Name)}
        assert not names & {f"/g{code}" for code in GONE}


@pytest.mark.parametrize("kind", KINDS)
def test_letters_that_stay_look_as_before(kind: str) -> None:
    data = saved(_made(kind))
    before, after = pixels(data), pixels(redact(data).data)
    kept = slice(310, None)
    assert (before[:, kept] < 128).any()
    assert np.array_equal(before[:, kept], after[:, kept])


def test_two_fonts_that_share_a_program_both_keep_their_letters() -> None:
    pdf = _made("identity-h")
    fonts = pdf.pages[0].obj.Resources.Font
    twin = Dictionary(dict(fonts.F2.items()))
    fonts.F3 = pdf.make_indirect(twin)
    more = f"BT /F3 14 Tf 40 100 Td {coded('Quill', CODES, 2)} Tj ET".encode("ascii")
    pdf.pages[0].contents_add(more)
    data = saved(pdf)
    before, after = pixels(data), pixels(redact(data).data)
    assert np.array_equal(before[360:], after[360:])
    assert np.array_equal(before[:, 310:], after[:, 310:]), "widths are shared too"


def test_letters_that_only_a_pattern_shows_stay_in_the_font() -> None:
    pdf = _made("identity-h")
    resources = pdf.pages[0].obj.Resources
    pattern = pdf.make_stream(f"BT /F2 14 Tf 2 4 Td {coded('Qui', CODES, 2)} Tj ET".encode("ascii"))
    for key, value in {
        "/Type": Name.Pattern, "/PatternType": 1, "/PaintType": 1, "/TilingType": 1, "/XStep": 60, "/YStep": 30,
        "/BBox": Array([0, 0, 60, 30]), "/Resources": Dictionary(Font=resources.Font),
    }.items():  # fmt: skip
        pattern[key] = value
    resources.Pattern = Dictionary(P0=pattern)
    pdf.pages[0].contents_add(b"/Pattern cs /P0 scn 40 50 200 60 re f")
    data = saved(pdf)
    before, after = pixels(data), pixels(redact(data).data)
    assert np.array_equal(before[360:], after[360:])


def test_a_drawn_font_loses_the_drawings_of_removed_letters() -> None:
    pdf = new_pdf()
    fonts = pdf.pages[0].obj.Resources.Font
    procedures = {
        f"/g{code}": pdf.make_stream(f"600 0 d0 0 0 {300 + code} 700 re f".encode("ascii"))
        for code in CODES.values()
    }
    fonts.F2 = pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 600, 700]), FirstChar=1, LastChar=len(CODES),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), Widths=Array([600] * len(CODES)),
            CharProcs=Dictionary(procedures), Resources=Dictionary(),
            Encoding=Dictionary(Differences=Array([1, *(Name(f"/g{code}") for code in CODES.values())])),
        )
    )  # fmt: skip
    fonts.F2.ToUnicode = pdf.make_stream(to_unicode(CODES, 1))
    content = f"BT /F2 14 Tf 40 200 Td {coded(TEXT, CODES, 1)} Tj ET"
    pdf.pages[0].obj.Contents = pdf.make_stream(content.encode("ascii"))
    done = redact(saved(pdf))
    with pikepdf.open(io.BytesIO(done.data)) as copy:
        left = set(copy.pages[0].obj.Resources.Font.F2.CharProcs.keys())
    assert left
    assert not left & {f"/g{code}" for code in GONE}
