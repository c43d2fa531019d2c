"""Rectangles marked on a page: whatever is drawn there is gone, and nothing beside it."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from app.documents import Area, Plan
from app.documents.errors import RedactionRefused
from app.formats import Context, read_bytes, redact_bytes
from app.formats.pdf.pdfium import opened, opened_page, render
from app.verify import inspect

BOX = (100.0, 200.0, 300.0, 260.0)
"""Left, top, right, bottom on an A4 page, from its top left corner."""


def paper(rotation: int = 0) -> bytes:
    """A photograph and a signature drawn with a pen in the box, words in it and around it."""
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=(600, 800))
    noise = np.random.default_rng(1).integers(0, 255, (60, 100, 3), dtype=np.uint8)
    page.drawImage(ImageReader(Image.fromarray(noise)), 100, 540, 100, 60)
    page.setStrokeColorRGB(0, 0, 0.6)
    page.bezier(210, 550, 230, 620, 250, 520, 290, 590)
    page.drawString(210, 560, "Zebraquill")
    page.drawString(50, 620, "Words above the box")
    page.drawString(320, 570, "and beside it stay")
    page.save()
    if not rotation:
        return out.getvalue()
    with pikepdf.open(io.BytesIO(out.getvalue())) as pdf:
        pdf.pages[0].rotate(rotation, relative=False)
        done = io.BytesIO()
        pdf.save(done)
    return done.getvalue()


def cleared(data: bytes, area: Area, name: str = "a.pdf", strict: bool = False) -> bytes:
    context = Context(name=name, ocr=False)
    document = read_bytes(data, context)
    return redact_bytes(data, document, Plan((), (), strict_width=strict, areas=(area,)), context).data


def pixels(data: bytes) -> Any:
    with opened(data) as pdf, opened_page(pdf, 0) as page:
        return render(page, 1.0).astype(int)


@pytest.mark.parametrize("strict", [False, True])
def test_letters_pixels_and_pen_strokes_of_the_area_are_gone(strict: bool) -> None:
    before, after = paper(), cleared(paper(), Area(1, BOX), strict=strict)
    text = read_bytes(after, Context(name="a.pdf", ocr=False)).text
    assert "Zebraquill" not in text
    assert "Words above the box" in text and "and beside it stay" in text
    shown = pixels(after)
    assert (shown[205:255, 105:295] == 0).all()
    different = np.abs(shown - pixels(before)).max(axis=2) > 30
    different[190:270, 90:440] = False
    assert not different.any()
    assert inspect(after, "a.pdf", thorough=True).clean, "nothing lies under the box"


def test_the_pictures_own_pixels_are_cleared() -> None:
    with pikepdf.open(io.BytesIO(cleared(paper(), Area(1, BOX)))) as pdf:
        image = next(iter(pdf.pages[0].images.values()))
        assert not np.asarray(pikepdf.PdfImage(image).as_pil_image().convert("L"))[2:-2, 2:-2].any()


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_an_area_is_where_it_was_seen_on_a_turned_page(rotation: int) -> None:
    left, top, right, bottom = BOX
    seen = {
        90: (800 - bottom, left, 800 - top, right),
        180: (600 - right, 800 - bottom, 600 - left, 800 - top),
        270: (top, 600 - right, bottom, 600 - left),
    }[rotation]
    after = cleared(paper(rotation), Area(1, seen))
    assert "Zebraquill" not in read_bytes(after, Context(name="a.pdf", ocr=False)).text
    x0, y0, x1, y1 = (int(value) for value in seen)
    assert (pixels(after)[y0 + 4 : y1 - 4, x0 + 4 : x1 - 4] == 0).all()


def test_an_area_of_a_picture_has_its_colour_and_its_code() -> None:
    out = io.BytesIO()
    noise = np.random.default_rng(1).integers(0, 255, (100, 200, 3), dtype=np.uint8)
    Image.fromarray(noise).save(out, "PNG")
    after = np.asarray(
        Image.open(io.BytesIO(cleared(out.getvalue(), Area(1, (20, 30, 120, 60), "", "#ffd54f"), "a.png")))
    )
    assert (after[30:60, 20:120] == (0xFF, 0xD5, 0x4F)).all()
    assert (after[:30] == noise[:30]).all() and (after[60:] == noise[60:]).all()


@pytest.mark.parametrize(("name", "data"), [("a.txt", b"Hello"), ("a.pdf", paper())])
def test_an_area_where_there_is_no_such_page_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(RedactionRefused, match="does not have"):
        cleared(data, Area(2, BOX), name)


def test_a_name_that_the_recogniser_misread_is_covered_too() -> None:
    """Of a scan read as "lsabel Olsen": the letters are found where they look like the term's."""
    picture = Image.new("L", (900, 200), 255)
    ImageDraw.Draw(picture).text(
        (30, 60), "Seen by Isabel Olsen today", fill=0, font=ImageFont.load_default(48)
    )
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=(900, 200))
    page.drawImage(ImageReader(picture), 0, 0, 900, 200)
    page.save()
    context = Context(name="a.pdf", ocr=True)
    document = read_bytes(out.getvalue(), context)
    assert "Olsen" in document.text
    misread = replace(document, text=document.text.replace("Isabel Olsen", "lsabel 0lsen"))
    done = redact_bytes(out.getvalue(), misread, Plan((), ("Isabel Olsen",)), context)
    text = read_bytes(done.data, context).text
    assert "Seen by" in text and "today" in text
    assert "sabel" not in text and "lsen" not in text
