"""Content rewritten so that it does not tell how wide the removed text was (`Plan.strict_width`).

Every string is held back until the whole page is known, then written with an absolute place and the text state it
needs, so that no move, matrix or spacing of what went is left over; strings on affected lines get the places that
`spacing` gives them. Coordinate changes are written only before something that is drawn in them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import pikepdf
from pikepdf import Name, Operator

from app.formats.pdf.redact.content import Interpreter
from app.formats.pdf.redact.fonts import CannotFollow
from app.formats.pdf.redact.regions import (
    IDENTITY,
    Matrix,
    Rectangle,
    Region,
    apply,
    inverse,
    times,
)
from app.formats.pdf.redact.spacing import BOX_EMS, Band, Glyph, Layout, Run, Shown, lay_out
from app.formats.pdf.redact.text import TextState
from app.formats.pdf.redact.unicode_maps import unicode_pairs

_HELD_BACK = frozenset({"Tf", "Tc", "Tw", "Tz", "TL", "Ts", "Td", "TD", "Tm", "T*", "cm"})
_NEEDS_NO_PLACE = frozenset(
    [
        "q",
        "Q",
        "BT",
        "ET",
        "BMC",
        "BDC",
        "EMC",
        "Tr",
        "g",
        "G",
        "rg",
        "RG",
        "k",
        "K",
        "cs",
        "CS",
        "sc",
        "SC",
        "scn",
        "SCN",
        "ri",
        "i",
        "w",
        "J",
        "j",
        "M",
        "d",
    ]
)
_PAINTS = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ"])


@dataclass(slots=True)
class _Text:
    """A string held back, with the state it is shown in."""

    shown: Shown
    state: TextState
    items: list[Any]


@dataclass(slots=True)
class _Path:
    """A path held back: it goes when it was fitted to a line that was laid out anew."""

    steps: list[Any]
    points: list[tuple[float, float]]


@dataclass(slots=True)
class _Shared:
    """What all the streams of one page have in common."""

    shown: list[Shown] = field(default_factory=list)
    forms: list[StrictInterpreter] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)
    leaders: list[int] = field(default_factory=list)
    hit: set[int] = field(default_factory=set)
    """Regions that text was taken out of."""


@dataclass(slots=True)
class _Written:
    """The text state that the stream written so far leaves."""

    font: tuple[Any, float] | None = None
    spacing: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 0.0)


def rewrite(
    interpreter: StrictInterpreter, regions: list[Region], page: Any, resources: Any, size: Rectangle
) -> tuple[bytes, list[Region]]:
    """The page's content, and the regions where they are drawn now. Raises CannotFollow."""
    interpreter.shared.leaders = leaders(regions)
    interpreter.run(page, resources)
    shared = interpreter.shared
    layout = lay_out(shared.shown, size)
    shared.bands = layout.bands
    for form in shared.forms:
        if form.stream is not None:
            form.stream.write(form.rendered())
    return interpreter.rendered(), placed(regions, layout, shared.hit)


def leaders(regions: list[Region]) -> list[int]:
    """For each region the first one of its removal: all the pieces of a span become one box a line."""
    first: dict[tuple[int, int], int] = {}
    return [first.setdefault(region.span, index) for index, region in enumerate(regions)]


def placed(regions: list[Region], layout: Layout, hit: set[int]) -> list[Region]:
    """The regions where they are drawn; those that hold no text are widened to a coarse measure."""
    found: list[Region] = []
    for index, region in enumerate(regions):
        boxes = sorted(layout.boxes.get(index, []), key=lambda box: (-box[3], box[0]))
        for number, rectangle in enumerate(boxes):
            text, code = (region.text, region.code) if number == 0 else ("", "")
            found.append(Region(rectangle, region.operator, text, code, region.colour))
        if index not in hit:
            found.append(replace(region, rectangle=coarse(region.rectangle)))
    return found


def coarse(rectangle: Rectangle) -> Rectangle:
    """Widened to a multiple of the width that boxes have: for pictures, whose pixels stay where they are."""
    left, bottom, right, top = rectangle
    if top - bottom > right - left:
        step = BOX_EMS * (right - left)
        return left, bottom, right, bottom + step * math.ceil((top - bottom) / step)
    step = BOX_EMS * (top - bottom)
    return left, bottom, left + step * max(1, math.ceil((right - left) / step)), top


@dataclass(slots=True)
class StrictInterpreter(Interpreter):
    """Collects what is shown; `rendered` writes it once the layout is known."""

    shared: _Shared = field(default_factory=_Shared)
    outer: Matrix = IDENTITY
    """Coordinates of the stream as a whole."""
    _ctm_written: list[Matrix] = field(default_factory=list)
    _blanks: dict[int, set[bytes]] = field(default_factory=dict)
    _names: dict[Any, Name] = field(default_factory=dict)

    def run(self, source: Any, resources: Any) -> bytes:
        self.outer = self.ctm
        self._ctm_written = [self.ctm]
        return Interpreter.run(self, source, resources)

    def _written(self) -> bytes:
        return b""

    def _inner(self, ctm: Matrix) -> Interpreter:
        inner = StrictInterpreter(
            self.pdf, self.cover, self.counts, self.fonts, self.used, self.depth + 1, ctm, replace(self.state)
        )
        inner.shared = self.shared
        self.shared.forms.append(inner)
        return inner

    def _trim_array(self) -> None:
        """No gap is ever written."""

    def _emit(self, operands: list[Any], operator: str) -> None:
        if operator in _HELD_BACK:
            return
        if operator not in _NEEDS_NO_PLACE and self._path_at < 0:
            self._write_ctm()
        if operator == "q":
            self._ctm_written.append(self._ctm_written[-1])
        elif operator == "Q" and len(self._ctm_written) > 1:
            self._ctm_written.pop()
        self._out.append((operands, Operator(operator)))

    def _write_ctm(self) -> None:
        """Catch up with coordinate changes that nothing was drawn in so far."""
        if self._ctm_written[-1] == self.ctm:
            return
        back = inverse(self._ctm_written[-1])
        if back is None:
            raise CannotFollow("coordinates without area")
        self._out.append(([_decimal(v, 6) for v in times(self.ctm, back)], Operator("cm")))
        self._ctm_written[-1] = self.ctm

    # --- what is held back --------------------------------------------------------------------------

    def _inline_image(self, instruction: Any) -> None:
        self._write_ctm()
        Interpreter._inline_image(self, instruction)

    def _path_step(self, operator: str, operands: list[Any]) -> None:
        if self._path_at < 0:
            self._write_ctm()
        Interpreter._path_step(self, operator, operands)

    def _end_path(self, operator: str) -> None:
        at, points = self._path_at, list(self._path)
        Interpreter._end_path(self, operator)
        steps = self._out[at:]
        if steps and points:
            del self._out[at:]
            self._out.append(_Path(steps, points))

    def _show_array(self, items: list[Any]) -> None:
        state = self.state
        if state.font is None or state.entry is None:
            raise CannotFollow("text without a font")
        if self._path_at >= 0:
            raise CannotFollow("text inside a path")
        start, x = self.matrix, 0.0
        glyphs: list[Glyph] = []
        blanks = self._blank_codes()
        used = self.used.setdefault(id(state.font), set())
        for item in items:
            if not isinstance(item, pikepdf.String):
                x -= float(item) / 1000.0 * state.size * state.scale
                continue
            for code, piece in state.font.codes(bytes(item)):
                width = state.font.width(code)
                extra = state.character_space + (state.word_space if piece == b" " else 0.0)
                natural = width / 1000.0 * state.size * state.scale
                self.matrix = times((1.0, 0.0, 0.0, 1.0, x, 0.0), start)
                region = self._region(width)
                end = x + natural + extra * state.scale
                glyphs.append(Glyph(piece, x, end, natural, region, piece in blanks))
                if region >= 0:
                    self.counts.glyphs += 1
                    self.changed = True
                else:
                    used.add(code)
                x = end
        self.matrix = times((1.0, 0.0, 0.0, 1.0, x, 0.0), start)
        full = times(start, self.ctm)
        height = abs(state.size) * math.hypot(full[2], full[3])
        shown = Shown(start, self.ctm, height, state.size * state.scale >= 0, glyphs)
        self.shared.shown.append(shown)
        self._out.append(_Text(shown, replace(state), items))

    def _blanked(self, touched: list[Rectangle]) -> list[Rectangle]:
        return [coarse(rectangle) for rectangle in touched]

    def _region(self, width: float) -> int:
        state = self.state
        local = (state.size * state.scale, 0.0, 0.0, state.size, 0.0, state.rise)
        full = times(times(local, self.matrix), self.ctm)
        found = self.cover.which(*apply(full, width / 2000.0, 0.25), 0.5)
        if found < 0:
            return -1
        self.shared.hit.add(found)
        return self.shared.leaders[found]

    def _blank_codes(self) -> set[bytes]:
        font = self.state.font
        assert font is not None
        if id(font) not in self._blanks:
            mapping = self.state.entry.get("/ToUnicode")
            pairs = unicode_pairs(mapping) if isinstance(mapping, pikepdf.Stream) else {}
            size = 2 if font.two_bytes else 1
            found = {code.to_bytes(size, "big") for code, text in pairs.items() if text in (" ", "\u00a0")}
            self._blanks[id(font)] = found or (set() if font.two_bytes else {b" "})
        return self._blanks[id(font)]

    # --- writing ------------------------------------------------------------------------------------

    def rendered(self) -> bytes:
        """The stream with every string in its place. Call after the layout."""
        writer = _Writer(self)
        ctm = [self.outer]
        for item in self._out:
            if isinstance(item, _Text):
                writer.text(item, ctm[-1])
            elif isinstance(item, _Path):
                if not any(band.fits(item.points) for band in self.shared.bands):
                    writer.out += item.steps
            else:
                if isinstance(item, tuple):
                    operator = str(item[1])
                    if operator == "q":
                        ctm.append(ctm[-1])
                    elif operator == "Q" and len(ctm) > 1:
                        ctm.pop()
                    elif operator == "cm":
                        ctm[-1] = times(_floats(item[0]), ctm[-1])
                writer.step(item)
        return pikepdf.unparse_content_stream(writer.out)

    def font_name(self, entry: Any) -> Name:
        """The name of a font in this stream's resources, which gain it where it was inherited."""
        key = entry.objgen if entry.is_indirect else id(entry)
        if key not in self._names:
            fonts = self._resources.get("/Font") if self._resources is not None else None
            same = [
                name
                for name, font in (fonts.items() if fonts is not None else ())
                if (font.objgen == entry.objgen if entry.is_indirect else font == entry)
            ]
            self._names[key] = Name(min(same)) if same else self._add("/Font", entry)
        return self._names[key]


class _Writer:
    """Writes operators, the text state only where it changes, and leaves out what frames nothing."""

    def __init__(self, source: StrictInterpreter) -> None:
        self.out: list[Any] = []
        self._source = source
        self._state = _Written()
        self._stack: list[tuple[_Written, int]] = []
        self._text_at: int | None = None

    def step(self, item: Any) -> None:
        operator = str(item[1]) if isinstance(item, tuple) else ""
        if operator == "q":
            self._stack.append((replace(self._state), len(self.out)))
        elif operator == "Q" and self._stack:
            self._state, at = self._stack.pop()
            if self._frames_nothing(at):
                del self.out[at:]
                return
        elif operator == "BT":
            self._text_at = len(self.out)
        elif operator == "ET" and self._text_at is not None:
            at, self._text_at = self._text_at, None
            if not any(_operator(step) in ("Tj", "TJ") for step in self.out[at:]):
                del self.out[at]
                return
        elif operator == "EMC" and self.out and _operator(self.out[-1]) == "BMC":
            self.out.pop()
            return
        elif operator == "gs":
            self._state.font = None
        self.out.append(item)

    def _frames_nothing(self, at: int) -> bool:
        names = [_operator(step) for step in self.out[at:]]
        marks = sum(n in ("BMC", "BDC") for n in names) - names.count("EMC")
        return not marks and not any(name in _PAINTS or name == "" for name in names)

    def text(self, text: _Text, ctm: Matrix) -> None:
        """`ctm` is what the coordinates are as far as they are written."""
        shown, state = text.shown, text.state
        back = inverse(ctm)
        if back is None:
            raise CannotFollow("coordinates without area")
        matrix = times(times(shown.matrix, shown.ctm), back)
        if shown.runs is None:
            if not any(glyph.region >= 0 for glyph in shown.glyphs):
                spacing = (state.character_space, state.word_space, state.scale, state.rise)
                self._show(state, spacing, matrix, pikepdf.Array(text.items), "TJ")
            return
        for run in shown.runs:
            self._show(
                state,
                (0.0, 0.0, round(state.scale * run.factor, 4), state.rise),
                _moved(matrix, run, back),
                pikepdf.String(run.codes),
                "Tj",
            )

    def _show(
        self,
        state: TextState,
        spacing: tuple[float, float, float, float],
        matrix: Matrix,
        operand: Any,
        operator: str,
    ) -> None:
        name = self._source.font_name(state.entry)
        if self._state.font != (name, state.size):
            self._state.font = (name, state.size)
            self.out.append(([name, _decimal(state.size, 4)], Operator("Tf")))
        for at, setter in enumerate(("Tc", "Tw", "Tz", "Ts")):
            if self._state.spacing[at] != spacing[at]:
                value = spacing[at] * (100.0 if setter == "Tz" else 1.0)
                self.out.append(([_decimal(value, 4)], Operator(setter)))
        self._state.spacing = spacing
        values = [_decimal(v, 5) for v in matrix[:4]] + [_decimal(v + 1e-7, 2) for v in matrix[4:]]
        self.out.append((values, Operator("Tm")))
        self.out.append(([operand], Operator(operator)))


def _moved(matrix: Matrix, run: Run, back: Matrix) -> Matrix:
    x, y = apply(back, *run.at)
    return (*matrix[:4], x, y)


def _operator(step: Any) -> str:
    return str(step[1]) if isinstance(step, tuple) else ""


def _floats(values: list[Any]) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in values)
    return a, b, c, d, e, f


def _decimal(value: float, places: int) -> Decimal:
    return Decimal(f"{value + 0.0:.{places}f}").normalize() + 0
