"""Where on each page the plan's spans lie, as they were read and as the flattened file shows them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pikepdf
from numpy.typing import NDArray

from app.documents import Document, Operator, Page, Plan, Removal, find_terms, may_hold
from app.formats.lookalikes import find_seen_terms
from app.formats.pdf import pdfium
from app.formats.pdf.redact.regions import AREA, Region, region
from app.formats.pdf.redact.remains import letters_of

_INSET = 0.08
"""Share of a character box's height that its neighbours' boxes overlap it by, above and below."""


class Places:
    """Regions by page. `shown` is the reading of the flattened file `flat`."""

    def __init__(
        self, document: Document, shown: Document, flat: bytes, plan: Plan, pdf: pikepdf.Pdf
    ) -> None:
        self._plan = plan
        self._document = document
        self._read = _by_number(document)
        self._shown = shown
        self._now = _by_number(shown)
        self._shapes: list[pdfium.Geometry] = []
        with pdfium.opened(flat) as opened:
            for number in range(len(opened)):
                unit = float(pdf.pages[number].obj.get("/UserUnit", 1.0))
                with pdfium.opened_page(opened, number) as page:
                    self._shapes.append(pdfium.geometry(page, unit))

    def shape(self, index: int) -> pdfium.Geometry:
        return self._shapes[index]

    def regions(self, index: int) -> list[Region]:
        """Everything to clear on a page: the plan's spans as first read, and terms as now shown."""
        regions: list[Region] = []
        page = self._read.get(index + 1)
        if page is not None:
            for removal in self._plan.removals:
                if removal.start < page.end and page.start < removal.end:
                    regions += self._lines(index, page, removal, removal.start, removal.end)
            regions += self._misread(index, page, regions)
        regions += self._areas(index)
        page = self._now.get(index + 1)
        if page is None:
            return regions
        text = self._shown.text[page.start : page.end]
        if may_hold(letters_of(text), self._plan.terms):
            for start, end, _ in find_terms(text, self._plan.terms):
                start, end = page.start + start, page.start + end
                removal = Removal(-end, -start, "TERM", Operator.BLACKOUT, "")
                found = self._lines(index, page, removal, start, end)
                regions += [each for each in found if not _inside(each, regions)]
        return regions

    def _misread(self, index: int, page: Page, regions: Sequence[Region]) -> list[Region]:
        """Terms that the recogniser read with look-alike letters, in files that went through it."""
        if self._document.attributes.get("has_ocr") != "yes":
            return []
        found: list[Region] = []
        text = self._document.text[page.start : page.end]
        for start, end, _ in find_seen_terms(text, self._plan.terms):
            start, end = page.start + start, page.start + end
            removal = Removal(-end, -start, "TERM", Operator.BLACKOUT, "")
            lines = self._lines(index, page, removal, start, end)
            found += [each for each in lines if not _inside(each, [*regions, *found])]
        return found

    def _areas(self, index: int) -> list[Region]:
        """The rectangles that were marked on a page, whatever they hold."""
        areas = [area for area in self._plan.areas if area.page == index + 1]
        if not areas:
            return []
        boxes = (
            self.shape(index).from_display(np.array([area.box for area in areas], dtype=np.float64)).tolist()
        )
        return [
            Region((x0, y0, x1, y1), Operator.BLACKOUT, "", area.code, area.colour, (AREA - at, AREA - at))
            for at, (area, (x0, y0, x1, y1)) in enumerate(zip(areas, boxes, strict=True))
        ]

    def _lines(self, index: int, page: Page, removal: Removal, start: int, end: int) -> list[Region]:
        """One region for each line of a span."""
        low, high = max(start, page.start), min(end, page.end)
        rows = page.boxes[low - page.start : high - page.start].astype(np.float64)
        lines = _lines(rows[~np.isnan(rows).any(axis=1)])
        if not lines:
            return []
        boxes = [tuple(box) for box in self.shape(index).from_display(np.array(lines)).tolist()]
        first = 0
        if not self._plan.strict_width:  # which line is the widest would tell
            first = max(range(len(boxes)), key=lambda at: boxes[at][2] - boxes[at][0])
        return [region(box, removal, at == first) for at, box in enumerate(boxes)]


def _by_number(document: Document) -> dict[int, Page]:
    return {page.number: page for page in document.pages}


def _lines(rows: NDArray[np.float64]) -> list[tuple[float, float, float, float]]:
    """Character boxes (display) joined into one box a line, a little lower than the line is high."""
    lines: list[list[float]] = []
    for x0, y0, x1, y1 in rows.tolist():
        if lines and _same_line(lines[-1], x0, y0, y1):
            last = lines[-1]
            last[0], last[1], last[2], last[3] = (
                min(last[0], x0),
                min(last[1], y0),
                max(last[2], x1),
                max(last[3], y1),
            )
        else:
            lines.append([x0, y0, x1, y1])
    return [(x0, y0 + _INSET * (y1 - y0), x1, y1 - _INSET * (y1 - y0)) for x0, y0, x1, y1 in lines]


def _same_line(line: Sequence[float], x0: float, y0: float, y1: float) -> bool:
    shared = min(line[3], y1) - max(line[1], y0)
    height = min(line[3] - line[1], y1 - y0)
    return shared > 0.5 * height and -height < x0 - line[2] < 2.5 * (y1 - y0 + 1)


def _inside(one: Region, regions: Sequence[Region]) -> bool:
    x0, y0, x1, y1 = one.rectangle
    return any(
        r.rectangle[0] - 0.5 <= x0
        and x1 <= r.rectangle[2] + 0.5
        and r.rectangle[1] - 0.5 <= y0
        and y1 <= r.rectangle[3] + 0.5
        for r in regions
    )
