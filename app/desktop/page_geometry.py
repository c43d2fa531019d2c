"""Where pages and boxes lie in one long scroll, at any size and any quarter turn."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from PySide6.QtCore import QRectF

from app.documents import Box, Page


class Geometry:
    """Worked out once for a size and a turn; `tops` has one entry a page."""

    def __init__(self, pages: Sequence[Page], width: float, turn: int, gap: int) -> None:
        self._pages = pages
        self._turn = turn
        self._gap = gap
        self.tops: list[float] = []
        self.scales: list[float] = []
        y = float(gap)
        for page in pages:
            wide, high = self._turned(page)
            scale = width / max(1.0, wide)
            self.tops.append(y)
            self.scales.append(scale)
            y += high * scale + gap
        self.height = y

    def _turned(self, page: Page) -> tuple[float, float]:
        return (page.height, page.width) if self._turn % 180 else (page.width, page.height)

    def page_area(self, index: int) -> QRectF:
        """The page in the scroll."""
        wide, high = self._turned(self._pages[index])
        scale = self.scales[index]
        return QRectF(self._gap, self.tops[index], wide * scale, high * scale)

    def area(self, index: int, box: Box) -> QRectF:
        """A box of the page in the scroll."""
        page, scale = self._pages[index], self.scales[index]
        x0, y0, x1, y1 = box.x0, box.y0, box.x1, box.y1
        if self._turn == 90:
            x0, y0, x1, y1 = page.height - y1, x0, page.height - y0, x1
        elif self._turn == 180:
            x0, y0, x1, y1 = page.width - x1, page.height - y1, page.width - x0, page.height - y0
        elif self._turn == 270:
            x0, y0, x1, y1 = y0, page.width - x1, y1, page.width - x0
        left, top = self._gap + x0 * scale, self.tops[index] + y0 * scale
        return QRectF(left, top, (x1 - x0) * scale, (y1 - y0) * scale)

    def box(self, index: int, area: QRectF) -> Box:
        """Reverse of `area`."""
        page, scale = self._pages[index], self.scales[index]
        x0, x1 = ((edge - self._gap) / scale for edge in (area.left(), area.right()))
        y0, y1 = ((edge - self.tops[index]) / scale for edge in (area.top(), area.bottom()))
        if self._turn == 90:
            return Box(y0, page.height - x1, y1, page.height - x0)
        if self._turn == 180:
            return Box(page.width - x1, page.height - y1, page.width - x0, page.height - y0)
        if self._turn == 270:
            return Box(page.width - y1, x0, page.width - y0, x1)
        return Box(x0, y0, x1, y1)

    def share(self, y: float) -> tuple[int, float]:
        """A place in the scroll as a page and how far down it."""
        index = max(0, bisect.bisect_right(self.tops, y) - 1)
        if not self.tops:
            return (0, 0.0)
        return (index, (y - self.tops[index]) / max(1.0, self.page_area(index).height()))

    def at_share(self, place: tuple[int, float]) -> float:
        """Reverse of `share`."""
        if not self.tops:
            return 0.0
        return self.tops[place[0]] + place[1] * self.page_area(place[0]).height()
