"""Where on a page something goes, in the page's user space."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.documents import BLACKOUT_TEXT, Operator, Removal

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_FEW = 40
"""Up to so many regions a plain loop is faster than arrays."""

Rectangle = tuple[float, float, float, float]
"""left, bottom, right, top"""


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle to clear, and what is drawn there ("" for a plain box, None for nothing)."""

    rectangle: Rectangle
    operator: Operator
    text: str
    code: str = ""
    colour: str = ""
    """As "#rrggbb"; "" for the operator's usual one."""
    span: tuple[int, int] = (0, 0)
    """Of the removal: its lines and pieces share it."""


def region(rectangle: Rectangle, removal: Removal, first: bool) -> Region:
    """The region of one line of a removal; only the first line carries the text."""
    text = removal.replacement if first and removal.replacement != BLACKOUT_TEXT else ""
    code = removal.code if first else ""
    return Region(rectangle, removal.operator, text, code, removal.colour, (removal.start, removal.end))


AREA = -(1 << 40)
"""Numbers from here down stand for the spans of areas, which have no text."""


class Cover:
    """Tests points and rectangles against many regions at once."""

    def __init__(self, regions: list[Region]) -> None:
        self._boxes = np.array([r.rectangle for r in regions], dtype=np.float64).reshape(-1, 4)
        self._all = [r.rectangle for r in regions]
        self.areas = [r.rectangle for r in regions if r.span[0] <= AREA]
        """Rectangles that a person marked: paths are cut at them."""
        self._few = self._all if len(regions) <= _FEW else None

    def __bool__(self) -> bool:
        return len(self._boxes) > 0

    def has(self, x: float, y: float, slack: float = 0.0) -> bool:
        """True when the point lies in a region, or within `slack` of one above or below."""
        if self._few is not None:
            return any(x0 <= x <= x1 and y0 - slack <= y <= y1 + slack for x0, y0, x1, y1 in self._few)
        boxes = self._boxes
        return bool(
            np.any(
                (boxes[:, 0] <= x)
                & (x <= boxes[:, 2])
                & (boxes[:, 1] - slack <= y)
                & (y <= boxes[:, 3] + slack)
            )
        )

    def near(self, one: tuple[float, float], other: tuple[float, float], slack: float) -> bool:
        """True when the upright rectangle around two points may share a point with a region."""
        left, right = sorted((one[0], other[0]))
        bottom, top = sorted((one[1] - slack, other[1] - slack))
        top += 2 * slack
        if self._few is not None:
            return any(
                x0 <= right and left <= x1 and y0 <= top and bottom <= y1 for x0, y0, x1, y1 in self._few
            )
        boxes = self._boxes
        hit = (boxes[:, 0] <= right) & (left <= boxes[:, 2]) & (boxes[:, 1] <= top) & (bottom <= boxes[:, 3])
        return bool(hit.any())

    def which(self, x: float, y: float, slack: float = 0.0) -> int:
        """Index of the first region that `has` would find, -1 for none."""
        for index, (x0, y0, x1, y1) in enumerate(self._all):
            if x0 <= x <= x1 and y0 - slack <= y <= y1 + slack:
                return index
        return -1

    def touching(self, rectangle: Rectangle) -> list[Rectangle]:
        """Regions that share area with a rectangle."""
        boxes = self._boxes
        x0, y0, x1, y1 = rectangle
        hit = (boxes[:, 0] < x1) & (x0 < boxes[:, 2]) & (boxes[:, 1] < y1) & (y0 < boxes[:, 3])
        return [tuple(box) for box in boxes[hit].tolist()]

    def holds(self, rectangle: Rectangle, slack: float) -> bool:
        """True when a rectangle lies wholly in one region."""
        boxes = self._boxes
        x0, y0, x1, y1 = rectangle
        return bool(
            np.any(
                (boxes[:, 0] - slack <= x0)
                & (x1 <= boxes[:, 2] + slack)
                & (boxes[:, 1] - slack <= y0)
                & (y1 <= boxes[:, 3] + slack)
            )
        )


def times(one: Matrix, other: Matrix) -> Matrix:
    """`one` applied first, then `other` (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def bounds(matrix: Matrix, rectangle: Rectangle) -> Rectangle:
    """The upright rectangle around a transformed one."""
    x0, y0, x1, y1 = rectangle
    corners = [apply(matrix, x, y) for x in (x0, x1) for y in (y0, y1)]
    xs, ys = [c[0] for c in corners], [c[1] for c in corners]
    return min(xs), min(ys), max(xs), max(ys)


def inverse(matrix: Matrix) -> Matrix | None:
    a, b, c, d, e, f = matrix
    determinant = a * d - b * c
    if abs(determinant) < 1e-12:
        return None
    return (
        d / determinant, -b / determinant, -c / determinant, a / determinant,
        (c * f - d * e) / determinant, (b * e - a * f) / determinant,
    )  # fmt: skip
