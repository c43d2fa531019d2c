"""Rewriting a content stream without the glyphs, paths and pixels that lie in given regions.

What is shown as text is `text`'s business. Marked content keeps only layers: tags and their properties may hold the text
once more (ActualText, Alt, private keys). Of a tagged file's marks the number stays, for the structure tree.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf
from pikepdf import ContentStreamInlineImage, Name, Operator

from app.formats.pdf.redact.cutting import cut
from app.formats.pdf.redact.fonts import CannotFollow
from app.formats.pdf.redact.images import blank_image
from app.formats.pdf.redact.operands import well_formed
from app.formats.pdf.redact.regions import IDENTITY, Matrix, Rectangle, apply, bounds, times
from app.formats.pdf.redact.tags import standard
from app.formats.pdf.redact.text import TextInterpreter, TextState, matrix_of

_MAX_DEPTH = 12
_MOST_MARKS = 100_000
_PAINT = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"}
_SLACK = 1.0
COPY_PREFIX = "/Cl"
"""Names of the copies that are put into resources begin so."""


@dataclass(slots=True)
class Interpreter(TextInterpreter):
    """One content stream with its resources; forms are followed with interpreters of their own."""

    marked: set[int] | None = None
    """Of a page of a tagged file: numbers of the marked content that was met."""
    stream: Any = None
    """Of a form: its copy."""
    _stack: list[tuple[Matrix, TextState]] = field(default_factory=list)
    _path: list[tuple[float, float]] = field(default_factory=list)
    _path_at: int = -1
    _fresh_names: int = 0
    _marks: list[bool] = field(default_factory=list)

    def run(self, source: Any, resources: Any) -> bytes:
        """The rewritten stream. `resources` may gain entries (copies of images and forms)."""
        self._resources = resources
        try:
            instructions = pikepdf.parse_content_stream(source)
        except Exception as error:
            raise CannotFollow("content stream") from error
        self.counts.budget -= len(instructions)
        if self.counts.budget < 0:
            raise CannotFollow("too many drawing operators")
        for instruction in instructions:
            if isinstance(instruction, ContentStreamInlineImage):
                self._inline_image(instruction)
                continue
            operator = str(instruction.operator)
            operands = well_formed(operator, list(instruction.operands))
            if operands is not None:
                self._step(operator, operands)
            elif operator in ("BDC", "BMC"):
                self._begin_marked([])  # its EMC is still to come
        self._trim_array()
        self._close_what_is_open()
        return self._written()

    def _written(self) -> bytes:
        return pikepdf.unparse_content_stream(self._out)

    def _close_what_is_open(self) -> None:
        """Boxes are drawn after this stream: a state that it forgot to restore would move them."""
        if self._in_text:
            self._emit([], "ET")
        for _ in self._marks:
            self._emit([], "EMC")
        for _ in self._stack:
            self._emit([], "Q")

    def _step(self, operator: str, operands: list[Any]) -> None:
        handler = getattr(self, _HANDLERS.get(operator, ""), None)
        if handler is not None:
            handler(operands)
        elif operator in _PAINT or operator in ("n", "W", "W*", "m", "l", "c", "v", "y", "re", "h"):
            self._path_step(operator, operands)
        else:
            self._emit(operands, operator)

    # --- graphics state -----------------------------------------------------------------------------

    def _save(self, operands: list[Any]) -> None:
        self._stack.append((self.ctm, replace(self.state)))
        self._emit(operands, "q")

    def _restore(self, operands: list[Any]) -> None:
        if self._stack:
            self.ctm, self.state = self._stack.pop()
            self._emit(operands, "Q")

    def _transform(self, operands: list[Any]) -> None:
        self.ctm = times(matrix_of(operands), self.ctm)
        self._emit(operands, "cm")

    def _graphics_state(self, operands: list[Any]) -> None:
        entry = self._resource("/ExtGState", operands[0])
        if entry is not None and "/Font" in entry:
            self.state.entry = entry["/Font"][0]
            self.state.font = self._font(self.state.entry)
            self.state.size = float(entry["/Font"][1])
        self._emit(operands, "gs")

    # --- marked content -----------------------------------------------------------------------------

    def _begin_marked(self, operands: list[Any]) -> None:
        layer = len(operands) == 2 and operands[0] == Name.OC and isinstance(operands[1], Name)
        self._marks.append(True)
        if layer:
            self._emit(operands, "BDC")
            return
        number = self._mark_number(operands)
        if number is not None and self.marked is not None:
            self.marked.add(number)
            self._emit([standard(operands[0]), pikepdf.Dictionary(MCID=number)], "BDC")
        elif operands and operands[0] == Name.Artifact:
            self._emit([Name.Artifact], "BMC")
        else:
            self._emit([Name.Span], "BMC")

    def _mark_number(self, operands: list[Any]) -> int | None:
        """The number by which the structure tree knows marked content; all else in its properties is private."""
        if len(operands) != 2 or self.marked is None:
            return None
        properties = operands[1]
        if isinstance(properties, Name):
            properties = self._resource("/Properties", properties)
        number = properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None
        return int(number) if isinstance(number, int) and 0 <= number < _MOST_MARKS else None

    def _end_marked(self, operands: list[Any]) -> None:
        if self._marks:
            self._marks.pop()
            self._emit([], "EMC")

    def _drop(self, operands: list[Any]) -> None:
        """Marked points (MP, DP) draw nothing."""

    # --- paths --------------------------------------------------------------------------------------

    def _path_step(self, operator: str, operands: list[Any]) -> None:
        if self._path_at < 0:
            self._path_at = len(self._out)
        self._emit(operands, operator)
        values = [float(v) for v in operands]
        if operator == "re":
            x, y, w, h = values
            values = [x, y, x + w, y, x, y + h, x + w, y + h]
        self._path += [apply(self.ctm, x, y) for x, y in zip(values[0::2], values[1::2], strict=False)]
        if operator in _PAINT or operator == "n":
            self._end_path(operator)

    def _end_path(self, operator: str) -> None:
        clips = any(str(op) in ("W", "W*") for _, op in self._out[self._path_at :])
        if operator != "n" and self._path and self.cover and not clips:
            xs, ys = [p[0] for p in self._path], [p[1] for p in self._path]
            if self.cover.holds((min(xs), min(ys), max(xs), max(ys)), _SLACK):
                del self._out[self._path_at :]
                self.counts.paths += 1
                self.changed = True
                self._path = []
        if self._path and self.cover.areas:
            self._cut_path()
        self._path, self._path_at = [], -1

    def _cut_path(self) -> None:
        """Take out of a path, or of what it clips, the stretches that lie in a marked area."""
        pieces = cut(self._out[self._path_at :], self.cover.areas, self.ctm)
        if pieces is None:
            return
        if not any(str(operator) in ("m", "re") for _, operator in pieces):
            pieces.insert(0, ([0, 0, 0, 0], Operator("re")))
        self._out[self._path_at :] = pieces
        self.counts.paths += 1
        self.changed = True

    # --- images and forms ---------------------------------------------------------------------------

    def _inline_image(self, instruction: Any) -> None:
        if self.cover and self.cover.touching(bounds(self.ctm, (0.0, 0.0, 1.0, 1.0))):
            self.counts.images += 1
            self.changed = True
            return  # small by nature: it goes whole
        self._out.append(instruction)

    def _draw(self, operands: list[Any]) -> None:
        entry = self._resource("/XObject", operands[0])
        if entry is None:
            return
        subtype = entry.get("/Subtype")
        if subtype == Name.Image:
            self._draw_image(entry, operands)
        elif subtype == Name.Form:
            self._draw_form(entry, operands)
        else:
            self.changed = True  # PostScript XObjects and the like draw nothing that a reader shows

    def _draw_image(self, entry: Any, operands: list[Any]) -> None:
        touched = self.cover.touching(bounds(self.ctm, (0.0, 0.0, 1.0, 1.0))) if self.cover else []
        if not touched:
            self._emit(operands, "Do")
            return
        self.counts.images += 1
        self.changed = True
        self._emit(
            [self._add("/XObject", blank_image(self.pdf, entry, self.ctm, self._blanked(touched)))], "Do"
        )

    def _blanked(self, touched: list[Rectangle]) -> list[Rectangle]:
        """The regions of a picture to clear, for those of the page that touch it."""
        return touched

    def _draw_form(self, entry: Any, operands: list[Any]) -> None:
        if self.depth >= _MAX_DEPTH:
            raise CannotFollow("forms nested too deeply")
        matrix = matrix_of(list(entry.get("/Matrix", IDENTITY)))
        resources = entry.get("/Resources")
        inner = self._inner(times(matrix, self.ctm))
        own = copied_resources(self.pdf, resources if resources is not None else self._resources)
        data = inner.run(entry, own)
        copy = self.pdf.make_stream(data)
        for key in ("/Type", "/Subtype", "/BBox", "/Matrix", "/Group", "/OC"):
            if key in entry:
                copy[key] = entry[key]
        copy["/Resources"] = own
        inner.stream = copy
        self.changed |= inner.changed
        self._emit([self._add("/XObject", copy)], "Do")

    def _inner(self, ctm: Matrix) -> Interpreter:
        return Interpreter(
            self.pdf, self.cover, self.counts, self.fonts, self.used, self.depth + 1, ctm, replace(self.state)
        )

    def _add(self, kind: str, value: Any) -> Name:
        """Put an object into the resources under a name of its own."""
        if kind not in self._resources:
            self._resources[kind] = pikepdf.Dictionary()
        while True:
            self._fresh_names += 1
            name = f"{COPY_PREFIX}{self.depth}x{self._fresh_names}"
            if name not in self._resources[kind]:
                self._resources[kind][name] = self.pdf.make_indirect(value)
                return Name(name)


def copied_resources(pdf: pikepdf.Pdf, resources: Any) -> Any:
    """Resources with tables of their own, so that adding to them changes no other page. Fonts become objects
    of their own, which can be told apart later."""
    copy = pikepdf.Dictionary()
    if resources is None:
        return copy
    for key in resources:
        value = resources[key]
        if isinstance(value, pikepdf.Dictionary):
            value = pikepdf.Dictionary(dict(value.items()))
            if key == "/Font":
                for name, font in list(value.items()):
                    if isinstance(font, pikepdf.Dictionary) and not font.is_indirect:
                        value[name] = pdf.make_indirect(font)
        copy[key] = value
    return copy


_HANDLERS = {
    "q": "_save", "Q": "_restore", "cm": "_transform", "gs": "_graphics_state", "BDC": "_begin_marked",
    "BMC": "_begin_marked", "EMC": "_end_marked", "MP": "_drop", "DP": "_drop", "BT": "_begin_text", "ET": "_end_text",
    "Tf": "_set_font", "Tc": "_set_character_space", "Tw": "_set_word_space", "Tz": "_set_scale", "TL": "_set_leading",
    "Ts": "_set_rise", "Td": "_move", "TD": "_move_leading", "Tm": "_set_matrix", "T*": "_new_line", "Tj": "_show",
    "'": "_show_on_next_line", '"': "_show_spaced", "TJ": "_show_adjusted", "Do": "_draw",
}  # fmt: skip
