"""Font residue: a subset font lists the characters it was made for, in the order of their first use, removed ones
too. Codes that nothing shows any more leave the maps, the widths, the encoding and the font program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import ContentStreamInlineImage, Name

from app.formats.pdf.redact.content import COPY_PREFIX
from app.formats.pdf.redact.font_programs import PROGRAM_KEYS, prune_program
from app.formats.pdf.redact.fonts import Font, differences, load_font
from app.formats.pdf.redact.unicode_maps import prune_map

_SHOWING = frozenset({"Tj", "TJ", "'", '"'})


class Residue:
    """The fonts of a document and the codes that it still shows in them.

    `pages` holds, for each page that was followed, the codes that stay, by `id` of their font.
    """

    def __init__(self, pdf: pikepdf.Pdf, fonts: dict[Any, Font]) -> None:
        self._pdf = pdf
        self._fonts = fonts
        self._unknown: set[Any] = set()
        """Programs of fonts that cannot be followed: they stay whole."""

    def prune(self, pages: dict[int, dict[int, set[int]]], pictures: set[int]) -> None:
        """Forget every code that no page shows. Pages that became pictures show none."""
        for font in self._fonts.values():
            font.used = set()
        for number, page in enumerate(self._pdf.pages):
            if number in pictures:
                continue
            followed = pages.get(number)
            resources = page.obj.get("/Resources")
            if followed is None:
                self._note(page, resources)
            else:
                for font in self._fonts.values():
                    font.used |= followed.get(id(font), set())
            for stream, its in _beside(resources, {}, followed is not None):
                self._note(stream, its)
        self._share()
        programs: dict[Any, list[tuple[Any, set[int]]]] = {}
        for key, font in self._fonts.items():
            if isinstance(key, tuple):
                entry = self._pdf.get_object(key)
                _prune_entry(self._pdf, entry, font)
                for program in _programs(entry):
                    programs.setdefault(program, []).append((entry, font.used))
        for program, users in programs.items():
            if program not in self._unknown:
                prune_program(self._pdf, users)

    def _share(self) -> None:
        """Composite fonts may share a descendant, and with it widths: each keeps what any of them shows."""
        together: dict[Any, set[int]] = {}
        composites = [
            (font, self._pdf.get_object(key)["/DescendantFonts"][0])
            for key, font in self._fonts.items()
            if isinstance(key, tuple) and font.two_bytes
        ]
        for font, descendant in composites:
            if descendant.is_indirect:
                together.setdefault(descendant.objgen, set()).update(font.used)
        for font, descendant in composites:
            if descendant.is_indirect:
                font.used = together[descendant.objgen]

    def _note(self, stream: Any, resources: Any) -> None:
        """Add what a stream shows that the interpreter did not go through."""
        try:
            instructions = pikepdf.parse_content_stream(stream)
        except Exception:  # an unreadable stream shows nothing
            return
        table = resources.get("/Font") if isinstance(resources, pikepdf.Dictionary) else None
        font: Font | None = None
        for instruction in instructions:
            if isinstance(instruction, ContentStreamInlineImage):
                continue
            operator = str(instruction.operator)
            if operator == "Tf" and table is not None and len(instruction.operands) == 2:
                font = self._font(table.get(str(instruction.operands[0])))
            elif operator in _SHOWING and font is not None:
                for operand in instruction.operands:
                    for item in operand if isinstance(operand, pikepdf.Array) else [operand]:
                        if isinstance(item, pikepdf.String):
                            font.used.update(code for code, _ in font.codes(bytes(item)))

    def _font(self, entry: Any) -> Font | None:
        if not isinstance(entry, pikepdf.Dictionary) or not entry.is_indirect:
            return None
        if entry.objgen not in self._fonts:
            try:
                self._fonts[entry.objgen] = load_font(entry)
            except Exception:
                self._unknown.update(_programs(entry))
                return None
        return self._fonts[entry.objgen]


def _beside(resources: Any, seen: dict[Any, Any], followed: bool) -> Iterator[tuple[Any, Any]]:
    """Streams that draw for a page but are not followed with it, each with its resources.

    `seen` keeps streams by number, and resources by identity together with the object, so that no other gets that
    identity: hundreds of glyph drawings may all draw with the resources of their page.
    """
    if not isinstance(resources, pikepdf.Dictionary) or (id(resources), followed) in seen:
        return
    seen[id(resources), followed] = resources
    for name, entry in _entries(resources, "/XObject"):
        if not isinstance(entry, pikepdf.Stream) or entry.get("/Subtype") != Name.Form:
            continue
        if not followed:
            yield from _drawn(entry, resources, seen)
        elif name.startswith(COPY_PREFIX) and ("copy", entry.objgen) not in seen:
            # the others are what the copies were made of
            seen["copy", entry.objgen] = entry
            yield from _beside(entry.get("/Resources"), seen, True)
    for _, entry in _entries(resources, "/Pattern"):
        if isinstance(entry, pikepdf.Stream):
            yield from _drawn(entry, resources, seen)
    for _, entry in _entries(resources, "/ExtGState"):
        mask = entry.get("/SMask") if isinstance(entry, pikepdf.Dictionary) else None
        if isinstance(mask, pikepdf.Dictionary) and isinstance(mask.get("/G"), pikepdf.Stream):
            yield from _drawn(mask["/G"], resources, seen)
    for _, entry in _entries(resources, "/Font"):
        if isinstance(entry, pikepdf.Dictionary) and isinstance(entry.get("/CharProcs"), pikepdf.Dictionary):
            own = entry.get("/Resources", resources)
            for drawing in entry["/CharProcs"].as_dict().values():
                if isinstance(drawing, pikepdf.Stream):
                    yield from _drawn(drawing, own, seen)


def _entries(resources: Any, kind: str) -> list[tuple[str, Any]]:
    table = resources.get(kind)
    return list(table.items()) if isinstance(table, pikepdf.Dictionary) else []


def _drawn(stream: Any, outer: Any, seen: dict[Any, Any]) -> Iterator[tuple[Any, Any]]:
    if stream.objgen in seen:
        return
    seen[stream.objgen] = stream
    own = stream.get("/Resources", outer)
    yield stream, own
    yield from _beside(own, seen, False)


def _programs(entry: Any) -> list[Any]:
    """Object numbers of the programs that a font embeds."""
    descendants = entry.get("/DescendantFonts")
    holder = descendants[0] if isinstance(descendants, pikepdf.Array) and len(descendants) else entry
    descriptor = holder.get("/FontDescriptor")
    if not isinstance(descriptor, pikepdf.Dictionary):
        return []
    return [descriptor[key].objgen for key in PROGRAM_KEYS if isinstance(descriptor.get(key), pikepdf.Stream)]


def _prune_entry(pdf: pikepdf.Pdf, entry: Any, font: Font) -> None:
    prune_map(pdf, entry, font.used, 2 if font.two_bytes else 1)
    if entry.get("/Subtype") == Name.Type0:
        _prune_ids(entry["/DescendantFonts"][0], font)
    elif entry.get("/Subtype") == Name.Type3:
        _prune_procedures(entry, font.used)
    else:
        _prune_simple(entry, font.used)


def _prune_ids(descendant: Any, font: Font) -> None:
    """Widths of a composite font: only those of codes in use, written anew."""
    if "/W" not in descendant:
        return
    entries: list[Any] = []
    last = -2
    for cid in sorted(font.used & font.widths.keys()):
        if cid == last + 1:
            entries[-1].append(_width(font.widths[cid]))
        else:
            entries += [cid, pikepdf.Array([_width(font.widths[cid])])]
        last = cid
    descendant["/W"] = pikepdf.Array(entries)
    if "/W2" in descendant:  # only for vertical writing, whose pages become pictures
        del descendant["/W2"]


def _width(value: float) -> Any:
    return int(value) if value == int(value) else pikepdf.Object.parse(f"{value:.4f}".encode("ascii"))


def _prune_simple(entry: Any, used: set[int]) -> None:
    widths = entry.get("/Widths")
    if isinstance(widths, pikepdf.Array):
        first = int(entry.get("/FirstChar", 0))
        inside = [code for code in sorted(used) if first <= code < first + len(widths)]
        low, high = (inside[0], inside[-1]) if inside else (0, 0)
        entry["/Widths"] = pikepdf.Array(
            [widths[code - first] if code in used and inside else 0 for code in range(low, high + 1)]
        )
        entry["/FirstChar"], entry["/LastChar"] = low, high
    _prune_differences(entry, used)


def _prune_differences(entry: Any, used: set[int]) -> None:
    encoding = entry.get("/Encoding")
    if not isinstance(encoding, pikepdf.Dictionary) or "/Differences" not in encoding:
        return
    listed: list[Any] = []
    code = 0
    for item in encoding["/Differences"]:
        if isinstance(item, Name):
            if code in used:
                listed += [code, item]
            code += 1
        else:
            code = int(item)
    copy = pikepdf.Dictionary(dict(encoding.items()))
    copy["/Differences"] = pikepdf.Array(listed)
    entry["/Encoding"] = copy


def _prune_procedures(entry: Any, used: set[int]) -> None:
    """Drawings of a Type3 font that no code in use names."""
    procedures = entry.get("/CharProcs")
    names = {name for code, name in differences(entry).items() if code in used}
    if isinstance(procedures, pikepdf.Dictionary):
        kept = {key: value for key, value in procedures.items() if key.removeprefix("/") in names}
        entry["/CharProcs"] = pikepdf.Dictionary(kept)
    _prune_simple(entry, used)
