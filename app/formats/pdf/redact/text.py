"""The text operators of a content stream, without the glyphs that lie in given regions.

The text state follows ISO 32000-1, 9.3 and 9.4. A removed glyph leaves its advance as one number in the TJ array
(runs merge into one), so that text beside it stays in place; where no glyph follows on the line, no number is left.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pikepdf
from pikepdf import Operator

from app.formats.pdf.redact.fonts import CannotFollow, Font, load_font
from app.formats.pdf.redact.regions import IDENTITY, Cover, Matrix, apply, times

_MAX_OPERATORS = 2_000_000
_SLACK = 1.0


@dataclass(slots=True)
class TextState:
    font: Font | None = None
    entry: Any = None
    """The font's dictionary."""
    size: float = 0.0
    character_space: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class Counts:
    """What was removed, by channel."""

    glyphs: int = 0
    images: int = 0
    paths: int = 0
    budget: int = _MAX_OPERATORS


@dataclass(slots=True)
class TextInterpreter:
    """Keeps the text state and writes what is shown; the other operators are `content.Interpreter`'s."""

    pdf: pikepdf.Pdf
    cover: Cover
    counts: Counts
    fonts: dict[Any, Font]
    used: dict[int, set[int]]
    """Codes that stay, by `id` of their font."""
    depth: int = 0
    ctm: Matrix = IDENTITY
    state: TextState = field(default_factory=TextState)
    matrix: Matrix = IDENTITY
    line: Matrix = IDENTITY
    changed: bool = False
    _out: list[Any] = field(default_factory=list)
    _open_array: list[Any] | None = None
    _resources: Any = None
    _in_text: bool = False

    def _emit(self, operands: list[Any], operator: str) -> None:
        self._out.append((operands, Operator(operator)))

    def _resource(self, kind: str, name: Any) -> Any:
        table = self._resources.get(kind) if self._resources is not None else None
        return table.get(str(name)) if table is not None else None

    def _begin_text(self, operands: list[Any]) -> None:
        self.matrix = self.line = IDENTITY
        self._in_text = True
        self._emit([], "BT")

    def _end_text(self, operands: list[Any]) -> None:
        self._trim_array()
        if self._in_text:
            self._in_text = False
            self._emit([], "ET")

    def _set_font(self, operands: list[Any]) -> None:
        entry = self._resource("/Font", operands[0])
        self.state.entry = entry
        self.state.font = self._font(entry) if entry is not None else None
        self.state.size = float(operands[1])
        self._emit(operands, "Tf")

    def _font(self, entry: Any) -> Font:
        key = entry.objgen if entry.is_indirect else id(entry)
        if key not in self.fonts:
            try:
                self.fonts[key] = load_font(entry)
            except CannotFollow:
                raise
            except Exception as error:
                raise CannotFollow("font") from error
        return self.fonts[key]

    def _set_character_space(self, operands: list[Any]) -> None:
        self.state.character_space = float(operands[0])
        self._emit(operands, "Tc")

    def _set_word_space(self, operands: list[Any]) -> None:
        self.state.word_space = float(operands[0])
        self._emit(operands, "Tw")

    def _set_scale(self, operands: list[Any]) -> None:
        self.state.scale = float(operands[0]) / 100.0
        self._emit(operands, "Tz")

    def _set_leading(self, operands: list[Any]) -> None:
        self.state.leading = float(operands[0])
        self._emit(operands, "TL")

    def _set_rise(self, operands: list[Any]) -> None:
        self.state.rise = float(operands[0])
        self._emit(operands, "Ts")

    def _move(self, operands: list[Any]) -> None:
        self._trim_array()
        self._next_line(float(operands[0]), float(operands[1]))
        self._emit(operands, "Td")

    def _move_leading(self, operands: list[Any]) -> None:
        self._trim_array()
        self.state.leading = -float(operands[1])
        self._next_line(float(operands[0]), float(operands[1]))
        self._emit(operands, "TD")

    def _set_matrix(self, operands: list[Any]) -> None:
        self._trim_array()
        self.matrix = self.line = matrix_of(operands)
        self._emit(operands, "Tm")

    def _new_line(self, operands: list[Any]) -> None:
        self._trim_array()
        self._next_line(0.0, -self.state.leading)
        self._emit([], "T*")

    def _next_line(self, x: float, y: float) -> None:
        self.line = times((1.0, 0.0, 0.0, 1.0, x, y), self.line)
        self.matrix = self.line

    def _show(self, operands: list[Any]) -> None:
        self._show_array([operands[0]])

    def _show_on_next_line(self, operands: list[Any]) -> None:
        self._new_line([])
        self._show_array([operands[0]])

    def _show_spaced(self, operands: list[Any]) -> None:
        self._set_word_space([operands[0]])
        self._set_character_space([operands[1]])
        self._new_line([])
        self._show_array([operands[2]])

    def _show_adjusted(self, operands: list[Any]) -> None:
        self._show_array(list(operands[0]))

    def _show_array(self, items: list[Any]) -> None:
        """Emit a TJ without the glyphs that lie in a region."""
        if self.state.font is None:
            raise CannotFollow("text without a font")
        if not self._show_far_away(items):
            self._show_by_glyph(items)

    def _show_far_away(self, items: list[Any]) -> bool:
        """Emit a string as it is when no region is near it, which is the rule. False when one is."""
        state, font = self.state, self.state.font
        assert font is not None
        used = self.used.setdefault(id(font), set())
        x = low = high = 0.0
        texts = []
        for item in items:
            if isinstance(item, pikepdf.String):
                text = bytes(item)
                extra = state.character_space * len(font.numbers(text))
                if state.word_space and not font.two_bytes:
                    extra += state.word_space * text.count(b" ")
                x += (font.span(text) / 1000.0 * state.size + extra) * state.scale
                texts.append(text)
            else:
                x -= float(item) / 1000.0 * state.size * state.scale
            low, high = min(low, x), max(high, x)
        if self.cover:
            full, y = times(self.matrix, self.ctm), self._middle()
            if state.character_space < 0 or state.word_space < 0:
                low, high = low - 2 * abs(state.size * state.scale), high + 2 * abs(state.size * state.scale)
            if self.cover.near(apply(full, low, y), apply(full, high, y), _SLACK):
                return False
        for text in texts:
            used.update(font.numbers(text))
        self._advance(x)
        self._put_array(items, removed=False)
        return True

    def _show_by_glyph(self, items: list[Any]) -> None:
        state, font = self.state, self.state.font
        assert font is not None
        used = self.used.setdefault(id(font), set())
        full, y = times(self.matrix, self.ctm), self._middle()
        unit = state.size / 1000.0 * state.scale
        kept: list[Any] = []
        run = bytearray()
        gap = x = 0.0
        removed = False
        for item in items:
            if not isinstance(item, pikepdf.String):
                amount = float(item)
                x -= amount * unit
                if run:
                    kept.append(pikepdf.String(bytes(run)))
                    run.clear()
                gap += amount
                continue
            for code, piece in font.codes(bytes(item)):
                width = font.width(code)
                extra = state.character_space + (state.word_space if piece == b" " else 0.0)
                if self.cover.has(*apply(full, x + width / 2.0 * unit, y), 0.5):
                    removed = True
                    self.counts.glyphs += 1
                    if run:
                        kept.append(pikepdf.String(bytes(run)))
                        run.clear()
                    if state.size:
                        gap -= width + extra / state.size * 1000.0
                else:
                    if gap:
                        kept.append(_number(gap))
                        gap = 0.0
                    run += piece
                    used.add(code)
                x += width * unit + extra * state.scale
        if run:
            kept.append(pikepdf.String(bytes(run)))
        if gap:
            kept.append(_number(gap))
        self._advance(x)
        self._put_array(kept, removed)

    def _put_array(self, kept: list[Any], removed: bool) -> None:
        self.changed |= removed
        self._out.append(([pikepdf.Array(kept)], Operator("TJ")))
        self._open_array = self._out[-1][0] if removed or self._open_array is not None else None

    def _middle(self) -> float:
        """How high over the baseline a glyph is looked for."""
        return 0.25 * self.state.size + self.state.rise

    def _advance(self, x: float) -> None:
        self.matrix = times((1.0, 0.0, 0.0, 1.0, x, 0.0), self.matrix)

    def _trim_array(self) -> None:
        """A gap at the end of a line would only tell how wide the removed text was."""
        if self._open_array is None:
            return
        for operands, operator in reversed(self._out):
            if str(operator) != "TJ":
                break
            array = operands[0]
            while len(array) and not isinstance(array[-1], pikepdf.String):
                del array[-1]
            if len(array):
                break
        self._open_array = None


def matrix_of(values: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in values)
    return (a, b, c, d, e, f)


def _number(value: float) -> Any:
    return Decimal(f"{value:.3f}")
