"""A page as a picture with a text layer of what stays: the way out where glyphs cannot be followed safely."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

import pikepdf
from pikepdf import Name
from PIL import Image, ImageDraw

from app.documents import Document, Operator, Page, find_terms
from app.formats.pdf import pdfium
from app.formats.pdf.redact.regions import Rectangle

_DPI = 170
_MAX_SIDE = 6000
_PAD = 1.5


def raster_page(
    pdf: pikepdf.Pdf,
    index: int,
    shown: bytes,
    document: Document,
    page: Page,
    spans: Sequence[tuple[int, int, Operator]],
    terms: Sequence[str],
    grow: Callable[[Rectangle], Rectangle] | None = None,
    areas: Sequence[Rectangle] = (),
) -> None:
    """Replace page `index` of `pdf` by a picture of that page of `shown` with boxes in its pixels.

    `grow` widens each box, so that its width tells less; words that then lie under it leave the text layer, as do
    those in `areas`, rectangles in display units that are covered whatever they hold.
    """
    with pdfium.opened(shown, to_draw=True) as opened, pdfium.opened_page(opened, index) as drawn:
        scale = min(_DPI / 72.0, _MAX_SIDE / max(page.width, page.height, 1.0))
        pixels = pdfium.render(drawn, scale * _unit(drawn, page))
    picture = Image.fromarray(pixels)
    scale_x, scale_y = picture.width / page.width, picture.height / page.height
    draw = ImageDraw.Draw(picture)
    gone = [(start, end) for start, end, _ in spans]
    covered: list[Rectangle] = []
    for start, end in gone:
        for number, box in document.boxes(start, end):
            if number == page.number:
                rectangle = (box.x0 - _PAD, box.y0 - _PAD, box.x1 + _PAD, box.y1 + _PAD)
                covered.append(grow(rectangle) if grow else rectangle)
    for x0, y0, x1, y1 in (*covered, *areas):
        draw.rectangle((x0 * scale_x, y0 * scale_y, x1 * scale_x, y1 * scale_y), fill=(0, 0, 0))
    target = pdf.pages[index].obj
    for key in list(target.keys()):
        if key not in ("/Type", "/Parent"):
            del target[key]
    target["/MediaBox"] = pikepdf.Array([0, 0, round(page.width, 2), round(page.height, 2)])
    target["/Resources"] = pikepdf.Dictionary(
        XObject=pikepdf.Dictionary({"/Im": _image(pdf, picture)}),
        Font=pikepdf.Dictionary(
            {
                "/F": pikepdf.Dictionary(
                    Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
                )
            }
        ),
    )
    layer = _text_layer(document, page, gone, [*(covered if grow else []), *areas], terms)
    content = f"q {page.width:.2f} 0 0 {page.height:.2f} 0 0 cm /Im Do Q\n".encode("ascii") + layer
    target["/Contents"] = pdf.make_stream(content)


def _unit(drawn: Any, page: Page) -> float:
    """Points per unit of the page's user space (UserUnit)."""
    width, height = drawn.get_size()
    return max(page.width, page.height) / max(float(width), float(height), 0.01)


def _image(pdf: pikepdf.Pdf, picture: Image.Image) -> Any:
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=82)
    stream = pdf.make_stream(data.getvalue())
    stream["/Type"], stream["/Subtype"], stream["/Filter"] = Name.XObject, Name.Image, Name.DCTDecode
    stream["/Width"], stream["/Height"] = picture.width, picture.height
    stream["/ColorSpace"], stream["/BitsPerComponent"] = Name.DeviceRGB, 8
    return stream


def _text_layer(
    document: Document,
    page: Page,
    gone: list[tuple[int, int]],
    covered: list[Rectangle],
    terms: Sequence[str],
) -> bytes:
    """Invisible words (render mode 3) at their places, without what goes or is covered."""
    text = document.text[page.start : page.end]
    hidden = [(s - page.start, e - page.start) for s, e in gone]
    hidden += [(start, end) for start, end, _ in find_terms(text, terms)]
    steps = [b"BT 3 Tr"]
    at = 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        if any(low < at and start < high for low, high in hidden):
            continue
        boxes = document.boxes(page.start + start, page.start + at)
        if not boxes:
            continue
        box = boxes[0][1]
        x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
        if any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in covered):
            continue
        size = max(1.0, (box.y1 - box.y0) * 0.8)
        data = (
            word.encode("cp1252", "ignore")
            .replace(b"\\", b"\\\\")
            .replace(b"(", b"\\(")
            .replace(b")", b"\\)")
        )
        if data:
            y = page.height - box.y1 + 0.2 * size
            steps.append(
                f"/F {size:.1f} Tf 1 0 0 1 {box.x0:.2f} {y:.2f} Tm".encode("ascii") + b" (" + data + b" ) Tj"
            )
    steps.append(b"ET")
    return b"\n".join(steps)
