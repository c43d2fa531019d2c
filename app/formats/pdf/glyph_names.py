"""Ligatures that a file names by their letters only: "f_f_i" in a font without a map to Unicode.

pdfium gives no letter for such names, so "Griffin" would be read as "Gr\ufffdn". Names are taken apart as the Adobe Glyph List
Specification says (section 2): what stands behind a point tells the form, underscores part the letters.
"""

from __future__ import annotations

import re
from io import BytesIO
from itertools import islice

import pikepdf
from pypdf._codecs.adobe_glyphs import adobe_glyphs

from app.formats.pdf.redact.fonts import differences
from app.formats.pdf.redact.unicode_maps import unicode_map

_MOST_OBJECTS = 200_000
_BY_NUMBER = re.compile(r"uni([0-9A-F]{4})|u([0-9A-F]{4,6})")


def with_letters(data: bytes, pdf: pikepdf.Pdf | None) -> bytes:
    """The file `data`, open as `pdf`, with a map to Unicode for such ligatures; the same bytes where it has none."""
    if pdf is None:
        return data
    try:
        mended = [_mend(pdf, font) for font in islice(pdf.objects, _MOST_OBJECTS) if _is_font(font)]
        if not any(mended):
            return data
        out = BytesIO()
        pdf.save(out, encryption=False, fix_metadata_version=False)
    except Exception:  # a damaged file is read as it is
        return data
    return out.getvalue()


def letters_of_name(name: str) -> str:
    """The letters of a ligature by its glyph's name, "" for every other name and where a part is not known."""
    parts = name.split(".")[0].split("_")
    letters = [_letter(part) for part in parts]
    return "".join(letters) if len(parts) > 1 and all(letters) else ""


def _letter(name: str) -> str:
    number = _BY_NUMBER.fullmatch(name)
    if number:
        code = int(number[1] or number[2], 16)
        return chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else ""
    return str(adobe_glyphs.get(f"/{name}", ""))


def _is_font(found: pikepdf.Object) -> bool:
    return (
        isinstance(found, pikepdf.Dictionary)
        and found.get("/Type") == pikepdf.Name.Font
        and "/ToUnicode" not in found
        and "/Encoding" in found
    )


def _mend(pdf: pikepdf.Pdf, font: pikepdf.Object) -> bool:
    pairs = {
        code: letters.encode("utf-16-be").hex().encode("ascii")
        for code, name in differences(font).items()
        if 0 <= code < 256 and (letters := letters_of_name(name))
    }
    if pairs:
        font["/ToUnicode"] = pdf.make_stream(unicode_map(pairs, 1))
    return bool(pairs)
