"""Reading a PDF: pages first, one by one, then everything else that holds text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pypdfium2

from app.documents import Block, BlockKind, CharBoxes, Document, Limits, Page
from app.documents.errors import DamagedFile, LimitExceeded, ModelError
from app.formats.base import Context
from app.formats.compose import DocumentBuilder, make_source, no_boxes
from app.formats.pdf import pdfium, pixels, quality
from app.formats.pdf.glyph_names import with_letters
from app.formats.pdf.layout import PageText, arrange
from app.formats.pdf.structure import add_structure, opened_structure, user_unit, user_units

MEDIA_TYPE = "application/pdf"
_MOST_CHARACTERS_A_PAGE = 2_000_000


def read_pdf(data: bytes, context: Context) -> Document:
    """Text, boxes and hidden channels of a PDF. Raises subclasses of DocumentError."""
    builder = DocumentBuilder(make_source(data, context.name, MEDIA_TYPE, "pdf"), context.limits)
    with (
        opened_structure(data, context.password) as structure,
        pdfium.opened(with_letters(data, structure), context.password) as document,
    ):
        count = _page_count(document, context.limits)
        reader = _PageReader(document, context)
        for index in range(count):
            reader.add(builder, index, user_unit(structure, index))
            context.on_page(index + 1, count)
        add_structure(builder, structure, context)
    builder.attributes["pages"] = str(count)
    if reader.read_by_ocr:
        builder.attributes["has_ocr"] = "yes"
        builder.attributes["ocr_pages"] = str(reader.read_by_ocr)
    if structure is None:
        builder.warnings.append("The file is partly damaged; notes, forms and attachments could not be read.")
    return builder.build()


def page_sizes(data: bytes, password: str | None, limits: Limits) -> list[tuple[float, float]]:
    """Width and height of each page as shown, in points."""
    sizes = []
    with pdfium.opened(data, password) as document, opened_structure(data, password) as structure:
        count = _page_count(document, limits)
        units = user_units(structure, count)
        for index in range(count):
            with pdfium.opened_page(document, index) as page:
                shape = pdfium.geometry(page, units[index])
                sizes.append((shape.width, shape.height))
    return sizes


def _page_count(document: pypdfium2.PdfDocument, limits: Limits) -> int:
    count = len(document)
    if count > limits.pages:
        raise LimitExceeded(f"{count} pages", f"{limits.pages} pages")
    if count == 0:
        raise DamagedFile("no pages")
    return count


@dataclass(frozen=True, slots=True, eq=False)
class _Layer:
    """A page's text layer: its characters as they stand, and in reading order."""

    found: pdfium.Characters
    display: CharBoxes
    text: PageText
    boxes: CharBoxes
    bad: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
    """True for characters that belong to words without meaning."""


class _PageReader:
    """Reads page after page; remembers whether the file's own OCR layer proved good."""

    def __init__(self, document: pypdfium2.PdfDocument, context: Context) -> None:
        self._document = document
        self._context = context
        self._trust_layer: bool | None = None
        self._ocr_failed = False
        self.read_by_ocr = 0

    def add(self, builder: DocumentBuilder, index: int, unit: float) -> None:
        """Append page `index` (from 0). A damaged page leaves a warning and no text."""
        number = index + 1
        try:
            with pdfium.opened_page(self._document, index) as page:
                shape = pdfium.geometry(page, unit)
                layer = _layer(page, shape)
                need, seen, whole = self._look(builder, page, shape, layer, number)
        except DamagedFile:
            builder.warnings.append(f"Page {number} is damaged and could not be read.")
            builder.add_page(Page(number, 0.0, 0.0, builder.position, builder.position, no_boxes(0)))
            return
        start = builder.position
        rows: list[CharBoxes] = []
        if not whole:
            rows.append(_add_layer(builder, layer, number))
            bad = layer.bad[~layer.found.synthetic] if need is quality.Need.CHECK else None
            additions = [] if not seen else pixels.missing_from_layer(seen, *_visible(layer), bad)
            rows.extend(_add_paragraphs(builder, additions, BlockKind.PARAGRAPH, number))
        else:
            rows.extend(_add_seen(builder, seen, number))
            left = pixels.layer_leftovers(layer.text.text, layer.boxes, seen)
            rows.extend(_add_paragraphs(builder, left, BlockKind.HIDDEN, number))
        boxes = np.concatenate(rows) if rows else no_boxes(0)
        self.read_by_ocr += need is not quality.Need.NOTHING
        builder.add_page(Page(number, shape.width, shape.height, start, start + len(boxes), boxes, ocr=whole))
        builder.add_text("\n")

    def _look(
        self,
        builder: DocumentBuilder,
        page: pypdfium2.PdfPage,
        shape: pdfium.Geometry,
        layer: _Layer,
        number: int,
    ) -> tuple[quality.Need, list[pixels.Seen], bool]:
        """Read the pixels where needed: what for, what was seen, does it replace the text layer."""
        drawn = pdfium.drawn(page)
        pictures = pixels.picture_boxes(drawn, shape)
        look = _first_look(layer, shape, pictures, drawn.shapes)
        need = quality.judge(look)
        layered = need is quality.Need.PICTURES and quality.carries_ocr_layer(look)
        if layered and self._trust_layer and number % 10 != 1:
            need = quality.Need.NOTHING
        if need is quality.Need.NOTHING:
            return quality.Need.NOTHING, [], False
        if not self._context.ocr or self._ocr_failed:
            if need is quality.Need.WHOLE:
                builder.warnings.append(f"Page {number} has no usable text and its picture was not read.")
            return quality.Need.NOTHING, [], False
        parts = pictures if need is quality.Need.PICTURES else None
        seen = self._see(builder, page, shape, drawn.largest, parts)
        if seen is None:
            return quality.Need.NOTHING, [], False
        if any(part.reading.hard_to_read for part in seen):
            builder.warnings.append(
                f"Page {number} was hard to read. Check it by eye before you hand it out."
            )
        words = [w.text for part in seen for w in part.reading.words if w.score > 0.8]
        agrees = quality.agreement(words, layer.text.text)
        if layered:
            self._trust_layer = agrees >= 0.9
        if need is quality.Need.CHECK:
            return need, seen, len(words) >= 5 and agrees < 0.5
        return need, seen, need is quality.Need.WHOLE

    def _see(
        self,
        builder: DocumentBuilder,
        page: pypdfium2.PdfPage,
        shape: pdfium.Geometry,
        largest: int,
        parts: np.ndarray[tuple[int, ...], np.dtype[np.float64]] | None,
    ) -> list[pixels.Seen] | None:
        try:
            if parts is None:
                return pixels.see_page(page, shape, self._context.limits, largest)
            return pixels.see_parts(page, shape, self._context.limits, largest, parts)
        except ModelError as error:
            self._ocr_failed = True
            builder.warnings.append(str(error))
            return None


def _layer(page: pypdfium2.PdfPage, shape: pdfium.Geometry) -> _Layer:
    found = pdfium.characters(page, _MOST_CHARACTERS_A_PAGE + 1)
    if len(found.codes) > _MOST_CHARACTERS_A_PAGE:
        raise LimitExceeded("characters on one page", str(_MOST_CHARACTERS_A_PAGE))
    display = shape.to_display(found.boxes)
    turns = (found.turns + (4 - shape.rotation)) % 4
    text = arrange(found.codes, display, found.synthetic, turns, (shape.width, shape.height))
    placed = no_boxes(len(text.text))
    real = text.origin >= 0
    placed[real] = display[text.origin[real]]
    return _Layer(found, display, text, placed, quality.bad_characters(found.codes, found.unmapped))


def _visible(layer: _Layer) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.uint32]], CharBoxes]:
    real = ~layer.found.synthetic
    return layer.found.codes[real], layer.display[real]


def _first_look(
    layer: _Layer,
    shape: pdfium.Geometry,
    pictures: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
    shapes: int,
) -> quality.Look:
    codes, boxes = _visible(layer)
    middle_x, middle_y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    inside = (middle_x > 0) & (middle_x < shape.width) & (middle_y > 0) & (middle_y < shape.height)
    inside &= ~np.isin(codes, (0x20, 0x09, 0x0A, 0x0D, 0xA0))
    covered = np.zeros(len(codes), dtype=np.bool_)
    for x0, y0, x1, y1 in pictures[:200].tolist():
        covered |= (middle_x >= x0) & (middle_x <= x1) & (middle_y >= y0) & (middle_y <= y1)
    return quality.Look(
        letters=int(inside.sum()),
        bad=int(layer.bad.sum()),
        odd_words=quality.odd_words(layer.text.text),
        coverage=pixels.coverage(pictures, shape),
        covered_letters=int((covered & inside).sum()),
        shapes=shapes,
    )


def _add_layer(builder: DocumentBuilder, layer: _Layer, number: int) -> CharBoxes:
    start, _ = builder.add_text(layer.text.text)
    for low, high, hidden in layer.text.paragraphs:
        kind = BlockKind.HIDDEN if hidden else BlockKind.PARAGRAPH
        builder.declare_block(Block(kind, start + low, start + high, f"page {number}", number))
    return layer.boxes


def _add_seen(builder: DocumentBuilder, seen: list[pixels.Seen], number: int) -> list[CharBoxes]:
    rows = []
    for part in seen:
        start, _ = builder.add_text(part.reading.text)
        for low, high in part.reading.paragraphs:
            block = Block(BlockKind.PARAGRAPH, start + low, start + high, f"page {number}", number)
            builder.declare_block(block)
        rows.append(part.boxes)
    return rows


def _add_paragraphs(
    builder: DocumentBuilder, additions: list[pixels.Addition], kind: BlockKind, number: int
) -> list[CharBoxes]:
    rows: list[CharBoxes] = []
    for addition in additions:
        builder.add_block(kind, addition.text, place=f"page {number}", page=number)
        rows.extend((addition.boxes, no_boxes(1)))
    return rows
