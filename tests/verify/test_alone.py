"""“Is this file really redacted?”, asked of files that other programs redacted badly, with no original beside them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from app.documents import Operator, Plan, Removal, find_terms
from app.formats import Context, read_bytes, redact_bytes
from app.verify import inspect

NAME = "Ottermann, Zebraquill"
Page = Any


def drawn(draw: Callable[[Page], None], title: str = "") -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out, invariant=1)
    page.setTitle(title)
    page.setAuthor("")
    page.setFont("Helvetica", 12)
    page.drawString(72, 760, "Minutes of the committee, page one")
    draw(page)
    page.save()
    with pikepdf.open(io.BytesIO(out.getvalue())) as pdf:
        if not title:
            del pdf.trailer["/Info"]
        done = io.BytesIO()
        pdf.save(done, fix_metadata_version=False)
    return done.getvalue()


def changed(data: bytes, change: Callable[[pikepdf.Pdf], object]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out, fix_metadata_version=False)
    return out.getvalue()


def channels(data: bytes, name: str = "a.pdf") -> set[str]:
    found = inspect(data, name, thorough=True)
    assert found.clean == (not found.leaks) or found.warnings
    return {leak.channel for leak in found.leaks}


def black_box(page: Page) -> None:
    page.drawString(72, 700, NAME)
    page.rect(70, 696, 200, 16, fill=1)


def white_box(page: Page) -> None:
    page.drawString(72, 700, NAME)
    page.setFillColorRGB(1, 1, 1)
    page.rect(70, 696, 200, 16, fill=1, stroke=0)


def white_ink(page: Page) -> None:
    page.setFillColorRGB(1, 1, 1)
    page.drawString(72, 700, NAME)


def no_ink(page: Page) -> None:
    text = page.beginText(72, 700)
    text.setTextRenderMode(3)
    text.textLine(NAME)
    page.drawText(text)


def beside(page: Page) -> None:
    page.drawString(900, 700, NAME)


def picture_under_box(page: Page) -> None:
    picture = Image.new("RGB", (400, 40), "white")
    ImageDraw.Draw(picture).text((4, 4), NAME, fill="black", font=ImageFont.load_default(28))
    page.drawImage(ImageReader(picture), 72, 690, 200, 20)
    page.rect(70, 688, 204, 24, fill=1)


def lines_under_box(page: Page) -> None:
    for step in range(20):
        page.line(75 + step * 9, 692, 78 + step * 9, 708)
    page.rect(70, 688, 204, 24, fill=1)


def scanned(page: Page) -> None:
    """A scan whose pixels are black, with the recogniser's text still over it."""
    picture = Image.new("L", (595, 842), 255)
    ImageDraw.Draw(picture).rectangle((70, 130, 270, 150), fill=0)
    page.drawImage(ImageReader(picture), 0, 0, 595, 842)
    text = page.beginText(72, 842 - 146)
    text.setTextRenderMode(3)
    text.textLine(NAME)
    page.drawText(text)


@pytest.mark.parametrize(
    ("draw", "channel"),
    [
        (black_box, "text under boxes"), (white_box, "invisible text"), (white_ink, "invisible text"), (no_ink, "invisible text"),
        (beside, "outside the page"), (picture_under_box, "content under boxes"), (lines_under_box, "content under boxes"),
        (scanned, "text under boxes"),
    ],
)  # fmt: skip
def test_what_is_covered_and_not_removed_is_told(draw: Callable[[Page], None], channel: str) -> None:
    assert channel in channels(drawn(draw))


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_turned_pages_hide_no_better(rotation: int) -> None:
    data = changed(drawn(black_box), lambda pdf: pdf.pages[0].rotate(rotation, relative=False))
    assert "text under boxes" in channels(data)


def test_a_box_that_is_only_an_annotation_is_told() -> None:
    def annotate(pdf: pikepdf.Pdf) -> None:
        appearance = pdf.make_stream(b"0 g 0 0 200 16 re f", BBox=[0, 0, 200, 16], Subtype=pikepdf.Name.Form)
        pdf.pages[0].Annots = pdf.make_indirect(
            [
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, Rect=[70, 696, 270, 712], F=4, AP={"/N": appearance}
                )
            ]
        )  # fmt: skip

    data = changed(drawn(lambda page: page.drawString(72, 700, NAME)), annotate)
    assert {"text under boxes", "content under boxes"} & channels(data)


def test_cropped_text_is_told() -> None:
    def crop(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].CropBox = [0, 730, 595, 842]

    assert "outside the page" in channels(changed(drawn(lambda page: page.drawString(72, 700, NAME)), crop))


def test_who_wrote_it_is_told_and_attachments_are_worth_a_look() -> None:
    assert "metadata" in channels(drawn(lambda page: None, title=NAME))

    def attach(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["a.txt"] = NAME.encode()

    found = inspect(changed(drawn(lambda page: None), attach), "a.pdf", thorough=True)
    assert found.clean
    assert any("attachments" in warning for warning in found.warnings)


def ordinary(page: Page) -> None:
    """A table with a dark head, a shaded row, a rule, a photograph and small print."""
    page.setFillColorRGB(0.1, 0.1, 0.3)
    page.rect(70, 640, 300, 20, fill=1)
    page.setFillColorRGB(1, 1, 1)
    page.drawString(75, 645, "Item, quantity and price")
    page.setFillColorRGB(0.9, 0.9, 0.9)
    page.rect(70, 620, 300, 20, fill=1, stroke=0)
    page.setFillColorRGB(0, 0, 0)
    page.drawString(75, 625, "Seven chairs, 70.00")
    page.rect(70, 600, 300, 1, fill=1)
    noise = np.random.default_rng(1).integers(0, 255, (60, 80, 3), dtype=np.uint8)
    page.drawImage(ImageReader(Image.fromarray(noise)), 72, 500, 80, 60)
    page.setFont("Helvetica", 5)
    page.drawString(72, 480, "Illustration and small print; il1 .,-")


def test_an_ordinary_page_hides_nothing() -> None:
    assert channels(drawn(ordinary)) == set()


@pytest.mark.parametrize("operator", [Operator.BLACKOUT, Operator.LABEL, Operator.REMOVE, Operator.PSEUDONYM])
@pytest.mark.parametrize("draw", [black_box, picture_under_box, ordinary, white_ink])
def test_a_copy_of_ours_hides_nothing(draw: Callable[[Page], None], operator: Operator) -> None:
    def named(page: Page) -> None:
        page.drawString(72, 560, f"Signed by {NAME} yesterday")
        draw(page)

    data, context = drawn(named, title=NAME), Context(name="a.pdf", ocr=False)
    document = read_bytes(data, context)
    spans = find_terms(document.text, [NAME])
    plan = Plan(tuple(Removal(s, e, "PERSON", operator, "[PERSON 1]") for s, e, _ in spans), (NAME,))
    left = channels(redact_bytes(data, document, plan, context).data)
    assert left <= ({"content under boxes"} if draw is picture_under_box else set())


def test_office_files_and_pictures_tell_who_made_them() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w:document><w:t>Hello</w:t></w:document>")
        archive.writestr(
            "docProps/core.xml", f"<cp:coreProperties><dc:creator>{NAME}</dc:creator></cp:coreProperties>"
        )
    assert channels(out.getvalue(), "a.docx") == {"metadata"}
    photo, plain = io.BytesIO(), io.BytesIO()
    exif = Image.Exif()
    exif[0x013B] = NAME
    picture = Image.new("RGB", (30, 30), "red")
    picture.save(photo, "JPEG", exif=exif)
    picture.save(plain, "JPEG")
    assert channels(photo.getvalue(), "a.jpg") == {"metadata"}
    assert channels(plain.getvalue(), "a.jpg") == set()


def test_pages_that_cannot_be_drawn_do_not_stop_the_check() -> None:
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(0.5, 0.5)
    out = io.BytesIO()
    pdf.save(out)
    assert inspect(out.getvalue(), "a.pdf", thorough=True).leaks == ()
