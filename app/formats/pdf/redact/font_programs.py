"""Embedded font programs without the glyphs that no page shows any more.

Glyph numbers stay as they are, so no content needs to change. A program that fontTools cannot take apart is left
as it is: its maps and widths are pruned all the same, and the check reads what is left.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.misc.psCharStrings import T2CharString
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from pikepdf import Name
from pypdf._codecs.adobe_glyphs import adobe_glyphs

from app.formats.pdf.redact.fonts import differences, glyph_name

_MAX_PROGRAM = 8 * 1024 * 1024
_MAX_WHOLE_PROGRAM = 1024 * 1024
"""A font without a subset tag is whole, as a rule, and says nothing: large ones are left alone."""
_NAME_OF = {value: key.lstrip("/") for key, value in adobe_glyphs.items()}
_NO_OUTLINE = "endchar"
PROGRAM_KEYS = ("/FontFile2", "/FontFile3")
_SFNT = (b"OTTO", b"true", b"\0\1\0\0")
logging.getLogger("fontTools").setLevel(logging.CRITICAL)  # its messages may name the font


@dataclass(slots=True)
class _User:
    """A font that shows glyphs of a program."""

    holder: Any
    """The font or its descendant."""
    composite: bool
    used: set[int]


def prune_program(pdf: pikepdf.Pdf, users: Sequence[tuple[Any, set[int]]]) -> None:
    """Blank what the codes in use, of all the fonts that share one program, do not show. Never raises."""
    found = _one_by_one([_user(entry, used) for entry, used in users])
    descriptors = [user.holder["/FontDescriptor"] for user in found]
    for descriptor in descriptors:
        for key in ("/CIDSet", "/CharSet"):  # lists of what the subset holds; both are optional
            if key in descriptor:
                del descriptor[key]
    key = next(key for key in PROGRAM_KEYS if key in descriptors[0])
    program = descriptors[0][key]
    tagged = any("+" in glyph_name(entry.get("/BaseFont", "")) for entry, _ in users)
    try:
        data = program.read_bytes()
        if len(data) > (_MAX_PROGRAM if tagged else _MAX_WHOLE_PROGRAM):
            return
        kept = _outlines(data, found) if data[:4] in _SFNT else _compact(data, found)
    except Exception:  # fontTools raises many kinds on the fonts that are found in files
        return
    copy = pdf.make_stream(kept)
    if "/Subtype" in program:
        copy["/Subtype"] = program["/Subtype"]
    copy["/Length1"] = len(kept)
    for descriptor in descriptors:
        descriptor[key] = copy


def _user(entry: Any, used: set[int]) -> _User:
    composite = entry.get("/Subtype") == Name.Type0
    return _User(entry["/DescendantFonts"][0] if composite else entry, composite, used)


def _one_by_one(users: list[_User]) -> list[_User]:
    """Fonts that share a descendant show what any of them shows."""
    found: dict[Any, _User] = {}
    for number, user in enumerate(users):
        key = user.holder.objgen if user.holder.is_indirect else number
        if key in found:
            found[key].used = found[key].used | user.used
        else:
            found[key] = user
    return list(found.values())


def _outlines(data: bytes, users: list[_User]) -> bytes:
    """TrueType and OpenType."""
    font = TTFont(io.BytesIO(data), lazy=False, recalcTimestamp=False)
    order = font.getGlyphOrder()
    numbers: set[int] = set()
    for user in users:
        if user.composite and "CFF " in font and hasattr(font["CFF "].cff[0], "ROS"):
            names = {f"cid{cid:05d}" for cid in user.used}
            numbers |= {at for at, name in enumerate(order) if name in names}
        elif user.composite:
            numbers |= _numbers_of_ids(user.holder, user.used)
        else:
            numbers |= _numbers_of_codes(font, user.holder, user.used)
    options = Options(
        retain_gids=True, notdef_outline=True, recommended_glyphs=False, layout_features=[], name_IDs=[],
        legacy_cmap=True, symbol_cmap=True, glyph_names=False, hinting=True, legacy_kern=False,
        passthrough_tables=True, ignore_missing_glyphs=True, recalc_bounds=False, notdef_glyph=True,
        prune_unicode_ranges=False, prune_codepage_ranges=False,
    )  # fmt: skip
    options.drop_tables = [
        *options.drop_tables,
        "GSUB",
        "GPOS",
        "GDEF",
        "kern",
        "DSIG",
        "post",
        "name",
        "hdmx",
    ]
    if "post" in font and any(_shown_by_name(user.holder) for user in users):
        options.drop_tables.remove("post")
        options.glyph_names = True
    subsetter = Subsetter(options)
    subsetter.populate(gids=[number for number in numbers if number < len(order)])
    subsetter.subset(font)
    out = io.BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue()


def _numbers_of_ids(holder: Any, used: set[int]) -> set[int]:
    mapping = holder.get("/CIDToGIDMap")
    if not isinstance(mapping, pikepdf.Stream):
        return set(used)
    data = bytearray(mapping.read_bytes())
    for cid in range(len(data) // 2):
        if cid not in used:
            data[2 * cid : 2 * cid + 2] = b"\0\0"
    mapping.write(bytes(data))
    return {int.from_bytes(data[2 * cid : 2 * cid + 2], "big") for cid in used}


def _shown_by_name(holder: Any) -> bool:
    """Whether codes may find their glyphs by the names in the font."""
    return isinstance(holder.get("/Encoding"), pikepdf.Dictionary)


def _numbers_of_codes(font: Any, holder: Any, used: set[int]) -> set[int]:
    """Every glyph that a reader may show for the codes (ISO 32000-1, 9.6.6.4, read generously)."""
    names = glyph_names(holder, used)
    unicode = {ord(text) for name in names if len(text := adobe_glyphs.get(f"/{name}", "")) == 1}
    wanted = {value for code in used for value in (code, 0xF000 + code, 0xF100 + code)}
    found = {name for name in names if name in font.getReverseGlyphMap()}
    if "cmap" in font:
        for table in font["cmap"].tables:
            direct = table.platformID == 1 or table.platEncID == 0
            for value, name in table.cmap.items():
                if value in (wanted if direct else unicode):
                    found.add(name)
    return {font.getGlyphID(name) for name in found}


def glyph_names(holder: Any, used: Iterable[int]) -> set[str]:
    """Names that the codes of a simple font may have, by its Differences and by the usual encodings."""
    listed = differences(holder)
    names: set[str] = set()
    for code in used:
        if code in listed:
            names.add(listed[code])
            continue
        names.add(StandardEncoding[code] if code < 256 else ".notdef")
        for encoding in ("cp1252", "mac_roman"):
            character = bytes([code & 255]).decode(encoding, "replace")
            names.add(_NAME_OF.get(character, ".notdef"))
    return names


def _compact(data: bytes, users: list[_User]) -> bytes:
    """A bare CFF program."""
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    top = fonts[0]
    strings = top.CharStrings
    order = list(top.charset)
    by_id = hasattr(top, "ROS")
    keep: set[str] = set()
    for user in users:
        if user.composite:
            keep |= {
                f"cid{cid:05d}" if by_id else order[cid] for cid in user.used if by_id or cid < len(order)
            }
            continue
        keep |= glyph_names(user.holder, user.used)
        built_in = getattr(top, "Encoding", None)
        if isinstance(built_in, list):
            keep |= {built_in[code] for code in user.used if code < len(built_in)}
    if isinstance(getattr(top, "Encoding", None), list):
        top.Encoding = [name if name in keep else ".notdef" for name in top.Encoding]
    keep |= {order[0], ".notdef"}
    for name in order:
        if name in strings and name not in keep:
            blank = T2CharString(program=[_NO_OUTLINE])
            blank.private = strings[name].private
            blank.globalSubrs = strings[name].globalSubrs
            index = strings.charStrings[name]
            if strings.charStringsAreIndexed:
                strings.charStringsIndex[index] = blank
            else:
                strings.charStrings[name] = blank
    fonts.remove_unused_subroutines()
    if not by_id:
        _rename(top, [name if name in keep else f"gone{at}" for at, name in enumerate(order)])
    out = io.BytesIO()
    fonts.compile(out, TTFont(recalcBBoxes=False), isCFF2=False)
    return out.getvalue()


def _rename(top: Any, names: list[str]) -> None:
    strings = top.CharStrings
    strings.charStrings = {
        new: strings.charStrings[old] for old, new in zip(top.charset, names, strict=True) if old in strings
    }
    top.charset = names
