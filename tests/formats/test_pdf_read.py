"""Reading PDFs: every character's box lies where its glyph is, whatever way the page is shown."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import numpy as np
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen import canvas

from app import formats
from app.documents import BlockKind, Document, Limits
from app.documents.errors import DocumentError, LimitExceeded, PasswordNeeded, UsageError
from app.formats.base import Context
from app.formats.pdf import pdfium
from app.formats.render import page_count_and_sizes, render_page

WIDTH, HEIGHT = 420.0, 560.0
_WORDS = st.text(alphabet="abcdefghkmnopqrstuvwxyzABCDEFGHKMNOPRSTUVW0123456789.,@", min_size=3, max_size=18)


def read(data: bytes, **options: object) -> Document:
    return formats.read_bytes(data, Context(name="x.pdf", **options))  # type: ignore[arg-type]


def draw(lines: list[tuple[float, float, str]], size: float = 11, font: str = "Helvetica") -> bytes:
    out = BytesIO()
    page = canvas.Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
    page.setFont(font, size)
    for x, y, text in lines:
        page.drawString(x, y, text)
    page.save()
    return out.getvalue()


def with_page(data: bytes, **entries: object) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        for key, value in entries.items():
            pdf.pages[0].obj[f"/{key}"] = value
        pdf.save(out)
    return out.getvalue()


@st.composite
def pages(draw_value: st.DrawFn) -> list[tuple[float, float, str]]:
    rows = draw_value(st.lists(st.integers(1, 24), min_size=1, max_size=8, unique=True))
    return [
        (draw_value(st.floats(30, 200)), HEIGHT - 20 - 21.0 * row, draw_value(_WORDS)) for row in sorted(rows)
    ]


@settings(max_examples=40, deadline=None)
@given(
    pages(),
    st.sampled_from(["Helvetica", "Times-Italic", "Courier-Bold"]),
    st.sampled_from([0, 90, 180, 270]),
    st.sampled_from([1.0, 2.5]),
    st.booleans(),
)
def test_boxes_lie_where_the_glyphs_are(
    lines: list[tuple[float, float, str]], font: str, turn: int, unit: float, cropped: bool
) -> None:
    size = 11.0
    data = draw(lines, size, font)
    left, bottom = (25.0, 15.0) if cropped else (0.0, 0.0)
    entries: dict[str, object] = {"Rotate": turn, "UserUnit": unit}
    if cropped:
        entries["CropBox"] = pikepdf.Array([left, bottom, WIDTH, HEIGHT])
    document = read(with_page(data, **entries), ocr=False)
    page = document.pages[0]
    shown = (WIDTH - left, HEIGHT - bottom) if turn in (0, 180) else (HEIGHT - bottom, WIDTH - left)
    assert (page.width, page.height) == pytest.approx((shown[0] * unit, shown[1] * unit), abs=0.1)
    for x, y, text in lines:
        at = document.text.find(text)
        assert at >= 0, (text, document.text)
        candidates = [i for i in range(len(document.text)) if document.text.startswith(text, i)]
        errors = []
        for start in candidates:
            if start + len(text) > page.end:
                continue
            worst = 0.0
            for index in range(len(text)):
                advance = stringWidth(text[:index], font, size)
                own = stringWidth(text[index], font, size)
                middle = _displayed(x + advance + own / 2 - left, y + 3 - bottom, turn, shown, unit)
                x0, y0, x1, y1 = page.boxes[start + index - page.start].tolist()
                worst = max(worst, x0 - middle[0], middle[0] - x1, y0 - middle[1], middle[1] - y1)
                assert (x1 - x0) * (y1 - y0) <= 4 * size * size * unit * unit
            errors.append(worst)
        assert min(errors) <= 0.6 * unit


def _displayed(x: float, y: float, turn: int, shown: tuple[float, float], unit: float) -> tuple[float, float]:
    """A point of the unrotated page (origin bottom left) as shown (origin top left)."""
    wide, high = shown
    points = {0: (x, high - y), 90: (y, x), 180: (wide - x, y), 270: (wide - y, high - x)}
    return points[turn][0] * unit, points[turn][1] * unit


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("unit", [1.0, 2.0])
def test_boxes_lie_on_the_ink_of_the_rendered_page(turn: int, unit: float) -> None:
    words = [(60, 480, "HWMXB"), (150, 300, "KZQRD"), (240, 120, "EFGNM")]
    box = pikepdf.Array([20, 30, WIDTH - 10, HEIGHT - 5])
    data = with_page(draw(words, 14), Rotate=turn, UserUnit=unit, CropBox=box)
    page = read(data, ocr=False).pages[0]
    shown = render_page(data, "x.pdf", 1, 2.0)
    assert (shown.width, shown.height) == pytest.approx((page.width * 2, page.height * 2), abs=2)
    assert page_count_and_sizes(data, "x.pdf")[1] == ((page.width, page.height),)
    pixels = np.frombuffer(shown.rgb, np.uint8).reshape(shown.height, shown.width, 3)
    ink = pixels.min(axis=2) < 128
    total = int(ink.sum())
    covered = 0
    for x0, y0, x1, y1 in (page.boxes[~np.isnan(page.boxes).any(axis=1)] * 2).tolist():
        part = ink[max(0, round(y0)) : round(y1) + 1, max(0, round(x0)) : round(x1) + 1]
        assert part.any()
        covered += int(part.sum())
    assert total > 0 and covered >= 0.97 * total


def test_a_page_that_is_not_there_is_refused() -> None:
    data = draw([(50, 500, "Only page")])
    for number in (0, 2):
        with pytest.raises(UsageError):
            render_page(data, "x.pdf", number, 1.0)


def test_boxes_are_aligned_with_the_text_and_blanks_between_lines_have_none() -> None:
    document = read(draw([(50, 500, "First line"), (50, 480, "Second line")]))
    page = document.pages[0]
    text = document.text[page.start : page.end]
    assert page.boxes.shape == (len(text), 4)
    assert np.isnan(page.boxes[text.index("\n")]).all()
    assert not np.isnan(page.boxes[text.index("S")]).any()


def test_reading_twice_gives_the_same_text_and_boxes() -> None:
    data = draw([(50, 500, "Anna Berg"), (200, 500, "12.00"), (50, 480, "Otto Lind"), (200, 480, "7.50")])
    first, second = read(data), read(data)
    assert first.text == second.text
    assert np.array_equal(first.pages[0].boxes, second.pages[0].boxes, equal_nan=True)


def test_several_threads_may_read_at_once() -> None:
    files = [draw([(50, 500 - 15 * k, f"Thread {n} line {k}") for k in range(20)]) for n in range(6)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda data: read(data).text, files * 3))
    assert together == [read(data).text for data in files] * 3


def test_table_rows_stay_on_a_line_with_tabs_between_cells() -> None:
    rows = [
        ("Item", "Qty", "Price"),
        ("Lamp", "2", "40.00"),
        ("Chair", "1", "199.00"),
        ("Pens", "12", "1.10"),
    ]
    lines = [
        (x, 500 - 16.0 * k, cell)
        for k, row in enumerate(rows)
        for x, cell in zip((50, 200, 300), row, strict=True)
    ]
    text = read(draw(lines)).text
    for row in rows:
        assert "\t".join(row) in text


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [(40, 500 - 15.0 * k, f"left entry {k}") for k in range(9)]
    right = [(220, 497 - 14.0 * k, f"right column line {k}") for k in range(10)]
    text = read(draw([*left, *right])).text
    assert text.index("left entry 8") < text.index("right column line 0")


def test_hyphen_at_the_end_of_a_line_stays_and_the_line_breaks() -> None:
    document = read(draw([(50, 500, "confi-"), (50, 486, "dential")]))
    assert "confi-\ndential" in document.text


def test_text_that_runs_up_the_page_reads_in_its_own_direction() -> None:
    out = BytesIO()
    page = canvas.Canvas(out, pagesize=(WIDTH, HEIGHT))
    page.drawString(60, 500, "Upright words here")
    for turn, text in ((90, "climbing words"), (180, "inverted words"), (270, "falling words")):
        page.saveState()
        page.translate(200 + turn / 2, 300)
        page.rotate(turn)
        page.drawString(0, 0, text)
        page.restoreState()
    page.save()
    text = read(out.getvalue()).text
    for expected in ("Upright words here", "climbing words", "inverted words", "falling words"):
        assert expected in text


def test_invisible_and_off_page_text_is_text_too() -> None:
    out = BytesIO()
    page = canvas.Canvas(out, pagesize=(WIDTH, HEIGHT))
    invisible = page.beginText(50, 300)
    invisible.setTextRenderMode(3)
    invisible.textOut("unseen Walburga")
    page.drawText(invisible)
    page.drawString(900, 300, "beyond Kunigunde")
    page.save()
    document = read(out.getvalue())
    assert "unseen Walburga" in document.text
    at = document.text.index("beyond Kunigunde")
    block = document.block_at(at)
    assert block is not None and block.kind is BlockKind.HIDDEN


def test_blocks_are_in_order_and_cover_the_words() -> None:
    document = read(draw([(50, 500, "Alpha beta"), (50, 300, "Gamma delta")]))
    ends = 0
    for block in document.blocks:
        assert ends <= block.start <= block.end <= len(document.text)
        ends = block.end
    for word in ("Alpha", "Gamma", "delta"):
        block = document.block_at(document.text.index(word))
        assert block is not None and block.place == "page 1" and block.page == 1


def encrypted(owner: str, user: str) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(draw([(50, 500, "Sealed letter")]))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner=owner, user=user))
    return out.getvalue()


def test_a_locked_file_asks_for_its_password() -> None:
    data = encrypted("master", "opensesame")
    with pytest.raises(PasswordNeeded) as asked:
        read(data)
    assert "Give the password" in str(asked.value)
    with pytest.raises(PasswordNeeded) as refused:
        read(data, password="wrong")
    assert "does not open" in str(refused.value)
    assert "Sealed letter" in read(data, password="opensesame").text


def test_a_file_locked_for_its_owner_only_opens() -> None:
    assert "Sealed letter" in read(encrypted("master", "")).text


def test_too_many_pages_are_refused() -> None:
    out = BytesIO()
    page = canvas.Canvas(out)
    for number in range(4):
        page.drawString(50, 500, f"page {number}")
        page.showPage()
    page.save()
    with pytest.raises(LimitExceeded):
        read(out.getvalue(), limits=Limits(pages=3))


def test_signature_may_stand_behind_some_bytes_but_not_anywhere() -> None:
    data = draw([(50, 500, "late start")])
    assert formats.sniff(b"\n\n  " + data, "noname").name == "pdf"
    from app.formats.pdf import FORMAT

    assert FORMAT.sniff(b" " * 2000 + data, "x.pdf") == 0.0


_SAMPLE = draw([(50, 500 - 20.0 * k, f"Line {k} of a letter to Ms Ottoline Brandt") for k in range(12)])


@settings(max_examples=50, deadline=None)
@given(st.integers(0, len(_SAMPLE) - 1))
def test_a_truncated_file_is_read_or_refused(length: int) -> None:
    if length:
        _read_or_refuse(_SAMPLE[:length])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(_SAMPLE) - 1), st.integers(0, 255)), min_size=1, max_size=30))
def test_a_mutated_file_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(_SAMPLE)
    for at, value in changes:
        data[at] = value
    _read_or_refuse(bytes(data))


def _read_or_refuse(data: bytes) -> None:
    try:
        document = read(data, ocr=False)
    except DocumentError as error:
        assert str(error).endswith((".", ")"))
    else:
        for page in document.pages:
            assert page.boxes.shape == (page.end - page.start, 4)


def test_the_fonts_of_this_machine_draw_pages_and_have_no_say_in_reading() -> None:
    system_fonts = []
    for to_draw in (False, True, False):
        with pdfium.opened(_SAMPLE, to_draw=to_draw) as document:
            system_fonts.append(pdfium._FONTS["system"])
            assert len(document) == 1
    assert system_fonts == [False, True, False]
    render_page(_SAMPLE, "x.pdf", 1, 0.2)
    assert "Ottoline Brandt" in read(_SAMPLE).text
    assert not pdfium._FONTS["system"]
