"""Boxes, labels and replacement text where something was."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Name
from pypdf._codecs.core_font_metrics import CORE_FONT_METRICS

from app.documents import Operator, is_dark, rgb
from app.formats.pdf.redact.regions import Region

_FONT = "/ClLabel"
_WIDTHS = CORE_FONT_METRICS["Helvetica"].character_widths
_SMALLEST, _LARGEST = 3.0, 14.0


def draw_regions(pdf: pikepdf.Pdf, page: Any, regions: list[Region], rotation: int) -> None:
    """Append the boxes to the page's content, outside whatever state that leaves behind."""
    visible = [region for region in regions if region.operator is not Operator.REMOVE]
    steps = [b"q"]
    for region in visible:
        steps += _steps(region, rotation)
    steps.append(b"Q")
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ\n" + b"\n".join(steps), prepend=False)
    if any(region.text or region.code for region in visible):
        fonts = page.obj["/Resources"].get("/Font")
        if fonts is None:
            page.obj["/Resources"]["/Font"] = fonts = pikepdf.Dictionary()
        fonts[_FONT] = pikepdf.Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
        )


def _steps(region: Region, rotation: int) -> list[bytes]:
    left, bottom, right, top = region.rectangle
    shade, dark = _shade(region)
    steps = [shade, f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re f".encode("ascii")]
    text = " ".join(filter(None, (region.text, region.code)))
    if text:
        steps += _text_steps(text, region.rectangle, rotation, b"1 g" if dark else b"0 g")
    return steps


def _shade(region: Region) -> tuple[bytes, bool]:
    """The operator that sets the box's colour, and whether text on it must be white."""
    if region.operator in (Operator.BLACKOUT, Operator.LABEL) and region.colour:
        red, green, blue = rgb(region.colour)
        return f"{red / 255:.3f} {green / 255:.3f} {blue / 255:.3f} rg".encode("ascii"), is_dark(
            region.colour
        )
    if region.operator is Operator.BLACKOUT:
        return b"0 g", True
    return (b"0.93 g" if region.operator is Operator.LABEL else b"1 g"), False


def _text_steps(
    text: str, box: tuple[float, float, float, float], rotation: int, colour: bytes
) -> list[bytes]:
    """The text fitted into the box, upright as the page is shown."""
    left, bottom, right, top = box
    along, across = (right - left, top - bottom) if rotation % 2 == 0 else (top - bottom, right - left)
    width = sum(_WIDTHS.get(c, 556) for c in text) / 1000.0
    size = min(_LARGEST, across * 0.8, along * 0.96 / max(width, 0.01))
    if size < _SMALLEST:
        size = min(_SMALLEST, across)
    start = (along - width * size) / 2 if width * size < along else 0.0
    base = (across - 0.72 * size) / 2
    x, y, matrix = {
        0: (left + start, bottom + base, (1, 0, 0, 1)),
        1: (right - base, bottom + start, (0, 1, -1, 0)),
        2: (right - start, top - base, (-1, 0, 0, -1)),
        3: (left + base, top - start, (0, -1, 1, 0)),
    }[rotation % 4]
    a, b, c, d = matrix
    data = (
        text.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    )
    return [
        colour,
        f"BT {_FONT} {size:.2f} Tf {a} {b} {c} {d} {x:.2f} {y:.2f} Tm".encode("ascii"),
        b"(" + data + b") Tj ET",
    ]
