"""Cutting a path at the areas that a person marked: no corner and no bend that lies inside one stays in the file.

A stretch inside an area becomes a straight line from where the path enters to where it leaves it: the box hides that
line, and the outside looks as before. Straight edges that only pass through say no more than that and stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pikepdf import Operator

from app.formats.pdf.redact.regions import Matrix, Rectangle, apply

_DEPTH = 6
"""Halvings of a curve: pieces of a sixty-fourth are inside or not."""

Point = tuple[float, float]
Step = tuple[list[Any], Any]


def cut(steps: Sequence[Step], areas: Sequence[Rectangle], ctm: Matrix) -> list[Step] | None:
    """The path's construction operators without what lies in an area; None where nothing does.

    `areas` are in the space that `ctm` leads to. Operators that paint or clip are handed through.
    """
    cutter = _Cutter(areas, ctm)
    for operands, operator in steps:
        cutter.step(
            [float(value) for value in operands] if str(operator) in _BUILDING else operands, str(operator)
        )
    return cutter.out if cutter.changed else None


_BUILDING = frozenset({"m", "l", "c", "v", "y", "re", "h"})


@dataclass(slots=True)
class _Cutter:
    areas: Sequence[Rectangle]
    ctm: Matrix
    out: list[Step] = field(default_factory=list)
    changed: bool = False
    _at: Point = (0.0, 0.0)
    _start: Point = (0.0, 0.0)
    _drawn: bool = False
    """Whether the subpath has a point in `out`."""
    _inside: bool = False
    """Whether the path has come to a place that is not in `out`."""

    def step(self, values: list[Any], operator: str) -> None:
        if operator == "m":
            self._move((values[0], values[1]))
        elif operator == "l":
            self._along([self._at, (values[0], values[1])])
        elif operator in ("c", "v", "y"):
            points = list(zip(values[0::2], values[1::2], strict=True))
            if operator == "v":
                points.insert(0, self._at)
            elif operator == "y":
                points.append(points[-1])
            self._along([self._at, *points])
        elif operator == "re":
            self._rectangle(*values)
        elif operator == "h":
            if self._at != self._start:
                self._along([self._at, self._start])
            if self._drawn:
                self._emit([], "h")
        else:
            self._emit(values, operator)

    def _move(self, to: Point) -> None:
        self._at = self._start = to
        self._inside = self._holds(to)
        self._drawn = not self._inside
        self.changed |= self._inside
        if self._drawn:
            self._emit(list(to), "m")

    def _rectangle(self, x: float, y: float, width: float, height: float) -> None:
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        if not any(self._holds(corner) for corner in corners):
            self._emit([x, y, width, height], "re")
            self._at = self._start = (x, y)
            return
        self._move(corners[0])
        for corner in corners[1:]:
            self._along([self._at, corner])
        self.step([], "h")

    def _along(self, points: list[Point]) -> None:
        """A line (two points) or a Bézier curve (four)."""
        for piece, inside in self._pieces(points, 0):
            if inside:
                self._inside = self.changed = True
                continue
            if self._inside or not self._drawn:
                self._emit(list(piece[0]), "l" if self._drawn else "m")
                self._inside, self._drawn = False, True
            self._emit([value for point in piece[1:] for value in point], "l" if len(piece) == 2 else "c")
        self._at = points[-1]

    def _pieces(self, points: list[Point], depth: int) -> Iterator[tuple[list[Point], bool]]:
        if (len(points) == 2 and not (self._holds(points[0]) or self._holds(points[1]))) or not self._touches(
            points
        ):
            yield points, False
        elif depth == _DEPTH or all(self._holds(point) for point in points):
            yield points, True
        else:
            first, second = _halves(points)
            yield from self._pieces(first, depth + 1)
            yield from self._pieces(second, depth + 1)

    def _holds(self, point: Point) -> bool:
        x, y = apply(self.ctm, *point)
        return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in self.areas)

    def _touches(self, points: list[Point]) -> bool:
        shown = [apply(self.ctm, *point) for point in points]
        left, right = min(p[0] for p in shown), max(p[0] for p in shown)
        bottom, top = min(p[1] for p in shown), max(p[1] for p in shown)
        return any(x0 <= right and left <= x1 and y0 <= top and bottom <= y1 for x0, y0, x1, y1 in self.areas)

    def _emit(self, operands: list[Any], operator: str) -> None:
        values = [round(value, 4) if isinstance(value, float) else value for value in operands]
        self.out.append((values, Operator(operator)))


def _halves(points: list[Point]) -> tuple[list[Point], list[Point]]:
    """De Casteljau's construction at one half, for a line or a curve."""
    first, second, row = [points[0]], [points[-1]], points
    while len(row) > 1:
        row = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(row)]
        first.append(row[0])
        second.append(row[-1])
    return first, second[::-1]
