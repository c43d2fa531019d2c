"""New places for what stays on a line from which something went, so that the gap tells nothing.

A removed span becomes a box of one width for all, and everything that a typesetter had fitted to the old width is
forgotten: word gaps stretched to justify, letter spacing, kerning, absolute places of later pieces, the start of
centred and right-aligned lines. What is left depends on the letters that stay and on the other lines alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from app.formats.pdf.redact.regions import Matrix, Rectangle, times

BOX_EMS = 5.5
"""Width of every box, in heights of the text it stands in."""
_BLANK = 0.25
_A_GAP = 0.12
"""A gap at least so wide (in heights) is a blank; a narrower one is kerning."""
_COLUMN = 1.6
_WIDE_COLUMN = 4.0
_OVERLAP = 0.3
_ALIGNED = 0.5
_GRID = 18.0
_NARROWEST = 0.3
_DROP, _RISE = 0.22, 0.78


@dataclass(slots=True)
class Glyph:
    """One code of a string; places along the line from where the string starts, in text space."""

    code: bytes
    start: float
    end: float
    natural: float
    """Its advance without any spacing."""
    region: int
    """Index of the region that takes it out, -1 for none."""
    blank: bool


@dataclass(slots=True)
class Run:
    """Codes at a new place (page space), narrowed by a factor."""

    codes: bytes
    at: tuple[float, float]
    factor: float


@dataclass(slots=True)
class Shown:
    """One string as it was shown. `runs` takes its place where its line was laid out anew."""

    matrix: Matrix
    ctm: Matrix
    height: float
    """Font size in page space."""
    forwards: bool
    glyphs: list[Glyph]
    runs: list[Run] | None = None


@dataclass(slots=True)
class _Line:
    """A baseline: the direction it runs in and its distance from the origin."""

    direction: tuple[float, float]
    across: float
    height: float
    tokens: list[_Token] = field(default_factory=list)
    pieces: list[tuple[float, float]] = field(default_factory=list)
    """Start and end of each piece that stands by itself."""
    affected: bool = False


@dataclass(slots=True)
class _Token:
    """Neighbouring glyphs of one string, or what is left of a region (no codes)."""

    shown: Shown
    across: float
    start: float
    end: float
    natural: float
    region: int
    codes: bytes = b""
    blank_first: bool = False
    blank_last: bool = False

    @property
    def height(self) -> float:
        return self.shown.height


@dataclass(slots=True)
class Band:
    """Where an affected piece of line stood: drawing fitted to it tells its width too."""

    direction: tuple[float, float]
    across: float
    height: float
    start: float
    end: float

    def fits(self, points: Sequence[tuple[float, float]]) -> bool:
        """True for a rule, highlight or clip that begins or ends with the text."""
        along = [_dot(self.direction, p) for p in points]
        across = [_dot(_normal(self.direction), p) - self.across for p in points]
        low, high, em = min(along), max(along), self.height
        if min(across) < -0.9 * em or max(across) > 1.6 * em or high < self.start or low > self.end + em:
            return False
        return not (low <= self.start + 0.5 * em and high >= self.end + em)


@dataclass(slots=True)
class Layout:
    """Rectangles to draw, by region, and the bands that were laid out anew."""

    boxes: dict[int, list[Rectangle]]
    bands: list[Band]


def lay_out(shown: Iterable[Shown], page: Rectangle) -> Layout:
    """Set `runs` of every string on an affected line."""
    lines = _lines(shown)
    layout = Layout({}, [])
    for line in lines:
        if line.affected:
            _Setting(line, [other for other in lines if other is not line], page, layout).set()
    return layout


def _lines(shown: Iterable[Shown]) -> list[_Line]:
    tokens: list[tuple[tuple[float, float], _Token]] = []
    for each in shown:
        tokens += _tokens(each)
    tokens.sort(key=lambda pair: (pair[0], pair[1].across))
    lines: list[_Line] = []
    for direction, token in tokens:
        last = lines[-1] if lines else None
        if (
            last is None
            or last.direction != direction
            or token.across - last.across > 0.4 * max(token.height, last.height)
        ):
            lines.append(_Line(direction, token.across, token.height))
        lines[-1].tokens.append(token)
        lines[-1].height = max(lines[-1].height, token.height)
    for line in lines:
        line.tokens.sort(key=lambda token: (round(token.start, 2), token.region))
        line.pieces = _pieces(line)
        line.affected = any(token.region >= 0 for token in line.tokens)
    return lines


def _tokens(shown: Shown) -> list[tuple[tuple[float, float], _Token]]:
    full = times(shown.matrix, shown.ctm)
    scale = (full[0] ** 2 + full[1] ** 2) ** 0.5
    if scale < 1e-9 or shown.height < 1e-6:
        return []
    sign = 1.0 if shown.forwards else -1.0
    direction = (round(sign * full[0] / scale, 3) + 0.0, round(sign * full[1] / scale, 3) + 0.0)
    origin = _dot(direction, (full[4], full[5]))
    across = _dot(_normal(direction), (full[4], full[5]))
    found: list[_Token] = []
    for glyph in shown.glyphs:
        start, end = origin + sign * glyph.start * scale, origin + sign * glyph.end * scale
        natural = sign * glyph.natural * scale
        last = found[-1] if found else None
        if (
            last is None
            or last.region != glyph.region
            or (glyph.region < 0 and abs(start - last.end) >= _A_GAP * shown.height)
        ):
            last = _Token(shown, across, start, end, 0.0, glyph.region, blank_first=glyph.blank)
            found.append(last)
        last.end = end
        last.natural += natural
        last.blank_last = glyph.blank
        if glyph.region < 0:
            last.codes += glyph.code
    return [(direction, token) for token in found]


class _Setting:
    """One line, set anew."""

    def __init__(self, line: _Line, others: list[_Line], page: Rectangle, layout: Layout) -> None:
        self._line = line
        self._layout = layout
        beside = [other for other in others if other.direction == line.direction]
        pieces = [piece for other in beside for piece in other.pieces]
        untouched = [piece for other in beside if not other.affected for piece in other.pieces]
        self._pieces = pieces
        corners = [_dot(line.direction, (x, y)) for x in page[0::2] for y in page[1::2]]
        self._page = min(corners), max(corners)
        first = min((start for start, _ in [*pieces, *line.pieces]), default=self._page[0])
        self._margin = self._page[1] - max(0.0, first - self._page[0])
        self._untouched = untouched
        self._beside = beside
        self._first = min((start for start, _ in pieces), default=None)

    def set(self) -> None:
        touched: set[int] = set()
        untouched: list[_Token] = []
        for layer in _layers(self._line.tokens):
            phrases = self._phrases(layer)
            previous: float | None = None
            for at, phrase in enumerate(phrases):
                if any(token.region >= 0 for token in phrase):
                    following = phrases[at + 1][0].start if at + 1 < len(phrases) else None
                    previous = self._set_phrase(phrase, previous, following)
                    touched |= {id(token.shown) for token in phrase}
                else:
                    previous = phrase[-1].end
                    untouched += phrase
        for token in untouched:
            if id(token.shown) in touched:  # its string is written anew, so it must be too
                self._place(token, token.start, 1.0)

    def _phrases(self, tokens: list[_Token]) -> list[list[_Token]]:
        """Tokens that belong to one text; a column that begins or ends with others is one of its own."""
        phrases = [[tokens[0]]]
        for before, token in pairwise(tokens):
            gap = (token.start - before.end) / max(before.height, token.height)
            column = gap >= _WIDE_COLUMN or (
                (gap >= 0.5 and self._begins(token.start))
                or (gap >= _COLUMN and self._ends(_end_of_piece(tokens, token)))
            )
            if column:
                phrases.append([])
            phrases[-1].append(token)
        return phrases

    def _begins(self, at: float) -> int:
        """How many pieces of other lines begin there."""
        return sum(abs(start - at) <= _ALIGNED for start, _ in self._pieces)

    def _ends(self, at: float) -> int:
        return sum(abs(end - at) <= _ALIGNED for _, end in self._pieces)

    def _set_phrase(self, phrase: list[_Token], previous: float | None, following: float | None) -> float:
        """Place a phrase; where it ends now."""
        em = max(token.height for token in phrase)
        parts = _parts(phrase)
        boxes = sum(part.width for part in parts if part.token is not None and part.token.region >= 0)
        text = sum(part.width for part in parts) - boxes
        right = self._right(phrase, following, em)
        left_most = self._page[0] if previous is None else previous + 0.3 * em
        start = self._start(phrase, boxes + text, left_most, right)
        factor = narrow = 1.0
        if start + boxes + text > right:
            factor = max(_NARROWEST, (right - start - boxes) / text) if text else 1.0
            factor = min(1.0, factor)
            narrow = min(1.0, max(_NARROWEST, (right - start - text * factor) / boxes))
        self._layout.bands.append(
            Band(self._line.direction, phrase[0].across, em, phrase[0].start, phrase[-1].end)
        )
        at = start
        for part in parts:
            if part.token is None:
                at += part.width * factor
            elif part.token.region >= 0:
                self._box(part.token, at, part.width * narrow)
                at += part.width * narrow
            else:
                self._place(part.token, at, factor)
                at += part.width * factor
        for token in phrase:
            if token.shown.runs is None:
                token.shown.runs = []
        return at

    def _right(self, phrase: list[_Token], following: float | None, em: float) -> float:
        """How far a phrase may reach: to what stands right of it, to where the lines of its own column end (if
        two agree), or to a margin as wide as the left one."""
        start, end, across = phrase[0].start, phrase[-1].end, phrase[0].across
        limits = [] if following is None else [following]
        limits += [
            low
            for line in self._beside
            if abs(line.across - across) < 0.9 * em
            for low, _ in line.pieces
            if low >= end
        ]
        ends = sorted(high for low, high in self._untouched if abs(low - start) <= _ALIGNED)
        shared = [high for low, high in pairwise(ends) if high - low <= _ALIGNED]
        margin = shared[-1] if shared else self._margin
        return min([margin, *(limit - 0.3 * em for limit in limits)])

    def _start(self, phrase: list[_Token], width: float, left_most: float, right: float) -> float:
        """As it was where other lines start there too; else as right-aligned, centred, or on a coarse grid."""
        start, end = phrase[0].start, phrase[-1].end
        centre = (start + end) / 2
        centred = abs(centre - sum(self._page) / 2) <= 1.0
        beginning, ending = self._begins(start), self._ends(end)
        if (beginning and beginning >= ending) or self._justified(start, end):
            return start
        if ending and not centred:
            return max(left_most, end - width)
        others = [(low + high) / 2 for low, high in self._pieces]
        if centred or any(abs(middle - centre) <= _ALIGNED for middle in others):
            middle = sum(self._page) / 2 if centred else round(centre)
            return max(left_most, min(middle - width / 2, right - width))
        if self._first is None or start <= self._first:
            return start
        return max(left_most, start // _GRID * _GRID)

    def _justified(self, start: float, end: float) -> bool:
        """Whether lines that end there share a start, further left or there too: then this line is stretched
        between two margins, and its start, indented or not, owes nothing to what it says."""
        lows = sorted(
            low for low, high in self._pieces if abs(high - end) <= _ALIGNED and low <= start + _ALIGNED
        )
        return any(high - low <= _ALIGNED for low, high in pairwise(lows))

    def _place(self, token: _Token, at: float, factor: float) -> None:
        if token.region >= 0:
            return
        if token.shown.runs is None:
            token.shown.runs = []
        token.shown.runs.append(Run(token.codes, self._point(at, token.across), factor))

    def _box(self, token: _Token, at: float, width: float) -> None:
        low, high = token.across - _DROP * token.height, token.across + _RISE * token.height
        corners = [self._point(t, c) for t in (at, at + width) for c in (low, high)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        self._layout.boxes.setdefault(token.region, []).append((min(xs), min(ys), max(xs), max(ys)))

    def _point(self, along: float, across: float) -> tuple[float, float]:
        u, n = self._line.direction, _normal(self._line.direction)
        length = u[0] ** 2 + u[1] ** 2
        return (along * u[0] + across * n[0]) / length, (along * u[1] + across * n[1]) / length


@dataclass(slots=True)
class _Part:
    """A token with its new width, or a blank (no token)."""

    token: _Token | None
    width: float


def _parts(phrase: list[_Token]) -> list[_Part]:
    parts: list[_Part] = []
    last: _Token | None = None
    for token in phrase:
        if last is not None and token.region >= 0 and token.region == last.region:
            last = token
            continue
        if last is not None:
            em = max(last.height, token.height)
            blank = last.blank_last or token.blank_first
            if not blank and token.start - last.end >= _A_GAP * em:
                parts.append(_Part(None, _BLANK * em))
        parts.append(_Part(token, BOX_EMS * token.height if token.region >= 0 else token.natural))
        last = token
    return parts


def _pieces(line: _Line) -> list[tuple[float, float]]:
    """Start and end of each piece of a line that stands by itself."""
    found: list[tuple[float, float]] = []
    for token in line.tokens:
        if found and token.start - found[-1][1] < _COLUMN * line.height:
            found[-1] = (found[-1][0], max(found[-1][1], token.end))
        else:
            found.append((token.start, token.end))
    return found


def _end_of_piece(tokens: list[_Token], first: _Token) -> float:
    at = tokens.index(first)
    end = first.end
    for token in tokens[at + 1 :]:
        if token.start - end >= _COLUMN * token.height:
            break
        end = token.end
    return end


def _layers(tokens: list[_Token]) -> list[list[_Token]]:
    """Text printed twice for weight or shadow lies over itself: each copy is set on its own."""
    layers: list[list[_Token]] = []
    for token in tokens:
        for layer in layers:
            if layer[-1].end <= token.start + _OVERLAP * token.height:
                layer.append(token)
                break
        else:
            layers.append([token])
    return layers


def _dot(one: tuple[float, float], other: tuple[float, float]) -> float:
    return one[0] * other[0] + one[1] * other[1]


def _normal(direction: tuple[float, float]) -> tuple[float, float]:
    return -direction[1], direction[0]
