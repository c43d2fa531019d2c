"""Reading pixels: the right words, in order, with boxes around the ink, whichever way the page lies."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
import pikepdf
import pytest
import reportlab
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from app import formats
from app.documents import Document, Limits
from app.documents.errors import LimitExceeded
from app.formats import ocr_models
from app.formats.base import Context
from app.formats.ocr import Reading, recognise

_VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
LINES = (
    "Dear Ms Eleanor Whitcombe,",
    "your appointment is on 14 March 2024 at 9.30 in",
    "room 12 of the Northgate Clinic. Please bring the",
    "letter of Dr Amir Haddad with you.",
)


@cache
def letter() -> NDArray[np.uint8]:
    picture = Image.new("RGB", (1000, 560), "white")
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(_VERA), 28)
    for row, line in enumerate(LINES):
        draw.text((70, 90 + 70 * row), line, fill="black", font=font)
    return np.asarray(picture, dtype=np.uint8)


@cache
def upright() -> Reading:
    return recognise(letter())


def words_of(text: str) -> list[str]:
    return text.split()


def test_words_and_the_blanks_between_them_are_right() -> None:
    assert words_of(upright().text) == words_of(" ".join(LINES))


def test_word_boxes_hold_the_words_ink_and_no_other() -> None:
    ink = letter().mean(axis=2) < 128
    reading = upright()
    assert len(reading.words) == len(words_of(" ".join(LINES)))
    covered = np.zeros_like(ink)
    for word in reading.words:
        x0, y0, x1, y1 = (round(v) for v in (word.box.x0, word.box.y0, word.box.x1, word.box.y1))
        assert ink[y0:y1, x0:x1].any(), word.text
        covered[max(y0 - 2, 0) : y1 + 2, max(x0 - 2, 0) : x1 + 2] = True
    assert (ink & ~covered).sum() < 0.01 * ink.sum()
    boxes = [word.box for word in reading.words]
    for index, a in enumerate(boxes):
        for b in boxes[index + 1 :]:
            wide, high = min(a.x1, b.x1) - max(a.x0, b.x0), min(a.y1, b.y1) - max(a.y0, b.y0)
            assert wide <= 3 or high <= 3


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_a_picture_on_its_side_or_head_reads_the_same(turn: int) -> None:
    turned = np.ascontiguousarray(np.rot90(letter(), turn))
    reading = recognise(turned)
    assert words_of(reading.text) == words_of(" ".join(LINES))
    assert (reading.turn + turn) % 4 == 0
    dark = turned.mean(axis=2) < 128
    for word in reading.words:
        box = word.box
        assert dark[round(box.y0) : round(box.y1), round(box.x0) : round(box.x1)].any()


@pytest.mark.parametrize("degrees", [-3.0, 1.5])
def test_a_crooked_scan_keeps_its_reading_order_and_boxes(degrees: float) -> None:
    high, wide = letter().shape[:2]
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, 1)
    crooked = np.asarray(cv2.warpAffine(letter(), turn, (wide, high), borderValue=(255, 255, 255)), np.uint8)
    reading = recognise(crooked)
    assert words_of(reading.text) == words_of(" ".join(LINES))
    assert reading.skew == pytest.approx(-degrees, abs=0.4)
    before = next(w.box for w in upright().words if w.text == "Haddad")
    middle = turn @ np.array([(before.x0 + before.x1) / 2, (before.y0 + before.y1) / 2, 1])
    after = next(w.box for w in reading.words if w.text == "Haddad")
    assert after.x0 < middle[0] < after.x1 and after.y0 < middle[1] < after.y1


def test_a_large_picture_is_read_with_boxes_in_its_own_pixels() -> None:
    large = np.asarray(cv2.resize(letter(), None, fx=4, fy=4, interpolation=cv2.INTER_CUBIC), np.uint8)
    reading = recognise(large)
    assert words_of(reading.text) == words_of(" ".join(LINES))
    small = next(w.box for w in upright().words if w.text == "Northgate")
    big = next(w.box for w in reading.words if w.text == "Northgate")
    assert big.x0 / 4 == pytest.approx(small.x0, abs=5) and big.y1 / 4 == pytest.approx(small.y1, abs=5)


def test_an_empty_or_tiny_picture_says_nothing() -> None:
    assert recognise(np.full((300, 400, 3), 255, np.uint8)).text == ""
    assert recognise(np.zeros((1, 1, 3), np.uint8)).text == ""


def test_what_could_not_be_read_is_told() -> None:
    assert not upright().hard_to_read
    scribble = np.full((400, 900, 3), 255, np.uint8)
    rng = np.random.default_rng(3)
    for row in range(4):
        for x in range(60, 820, 9):
            points = rng.integers(-14, 14, (4, 2)) + np.array([x, 60 + 80 * row])
            cv2.polylines(scribble, [points.astype(np.int32)], False, (20, 20, 20), 2)
    assert recognise(scribble).hard_to_read


def test_models_come_from_the_installed_package_and_its_code_is_never_imported() -> None:
    import subprocess
    import sys

    code = (
        "import sys\n"
        "def watch(event, arguments):\n"
        "    if event.startswith('socket.') and event != 'socket.gethostname':\n"
        "        raise SystemExit('network: ' + event)\n"
        "sys.addaudithook(watch)\n"
        "import numpy as np\n"
        "from app.formats.ocr import recognise\n"
        "recognise(np.full((60, 200, 3), 255, np.uint8))\n"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in ('rapidocr', 'requests', 'urllib3')))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
    assert ocr_models.detect(np.full((64, 64, 3), 255, np.uint8), 640).shape == (0, 4, 2)


def test_what_a_qr_code_says_is_text_with_the_codes_box() -> None:
    code = cv2.QRCodeEncoder.create().encode("MRN 00482913 Whitcombe")
    sheet = letter().copy()
    large = cv2.resize(code, None, fx=6, fy=6, interpolation=cv2.INTER_NEAREST)
    sheet[360 : 360 + large.shape[0], 700 : 700 + large.shape[1]] = large[:, :, np.newaxis]
    reading = recognise(sheet)
    at = reading.text.index("MRN 00482913 Whitcombe")
    size = large.shape[0]
    assert reading.boxes[at].tolist() == pytest.approx([700, 360, 700 + size, 360 + size], abs=30)


def pdf(draw_page: object) -> bytes:
    out = BytesIO()
    sheet = canvas.Canvas(out, pagesize=(500, 360))
    draw_page(sheet)  # type: ignore[operator]
    sheet.save()
    return out.getvalue()


def read(data: bytes, **options: object) -> Document:
    return formats.read_bytes(data, Context(name="x.pdf", **options))  # type: ignore[arg-type]


def scan(sheet: canvas.Canvas) -> None:
    sheet.drawImage(ImageReader(Image.fromarray(letter())), 0, 40, 500, 280)


def test_a_scanned_page_is_read_with_boxes_in_points() -> None:
    document = read(pdf(scan))
    page = document.pages[0]
    assert page.ocr and document.attributes["has_ocr"] == "yes"
    assert words_of(document.text[page.start : page.end]) == words_of(" ".join(LINES))
    at = document.text.index("Haddad")
    (number, box), *_ = document.boxes(at, at + 6)
    expected = next(w.box for w in upright().words if w.text == "Haddad")
    assert number == 1
    assert box.x0 == pytest.approx(expected.x0 / 2, abs=4)
    assert box.y0 == pytest.approx(expected.y0 / 2 + 40, abs=4)


def test_a_scan_without_ocr_is_told_and_empty() -> None:
    document = read(pdf(scan), ocr=False)
    assert "Whitcombe" not in document.text
    assert any("was not read" in warning for warning in document.warnings)


def test_a_picture_beside_text_adds_its_words_once() -> None:
    def both(sheet: canvas.Canvas) -> None:
        sheet.drawImage(ImageReader(Image.fromarray(letter())), 30, 20, 440, 246)
        sheet.drawString(40, 320, "Covering note by Mr Peter Svensson")

    document = read(pdf(both))
    assert document.text.count("Svensson") == 1
    assert document.text.count("Whitcombe") == 1
    page = document.pages[0]
    assert page.boxes.shape == (page.end - page.start, 4)


def test_a_scan_with_its_own_text_layer_is_not_doubled() -> None:
    def layered(sheet: canvas.Canvas) -> None:
        scan(sheet)
        text = sheet.beginText()
        text.setFont("Helvetica", 13)
        text.setTextRenderMode(3)
        for row, line in enumerate(LINES):
            text.setTextOrigin(35, 320 - (112 + 70 * row) / 2)
            text.textOut(line)
        sheet.drawText(text)

    document = read(pdf(layered))
    assert document.text.count("Whitcombe") == 1


def broken(mapping: bytes | None) -> bytes:
    """A page whose font has no Unicode mapping, or a wrong one."""
    pdfmetrics.registerFont(TTFont("Vera", str(_VERA)))

    def page(sheet: canvas.Canvas) -> None:
        sheet.setFont("Vera", 14)
        for row, line in enumerate(LINES):
            sheet.drawString(30, 300 - 30 * row, line)

    out = BytesIO()
    with pikepdf.open(BytesIO(pdf(page))) as file:
        for font in file.pages[0].Resources.Font.values():
            if "/ToUnicode" in font:
                del font["/ToUnicode"]
                if mapping is not None:
                    font.ToUnicode = file.make_stream(mapping)
        file.save(out)
    return out.getvalue()


_PRIVATE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfrange <00> <FF> <E100> endbfrange endcmap end end"""


def test_a_broken_text_layer_is_noticed_and_the_pixels_are_read() -> None:
    document = read(broken(_PRIVATE))
    assert document.pages[0].ocr
    assert "Eleanor Whitcombe" in document.text and "Amir Haddad" in document.text


def test_a_text_layer_that_says_something_else_is_noticed() -> None:
    shifted = _PRIVATE.replace(b"<E100>", b"<0008>")
    document = read(broken(shifted))
    assert "Eleanor Whitcombe" in document.text and "Amir Haddad" in document.text


def test_a_picture_with_too_many_pixels_is_refused() -> None:
    with pytest.raises(LimitExceeded):
        read(pdf(scan), limits=Limits(pixels=200_000))
