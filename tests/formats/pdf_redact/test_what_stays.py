"""What a redaction leaves: words beside the secret, their places, pixels outside the boxes, chosen labels."""

from __future__ import annotations

import io

import numpy as np
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Dictionary, Name
from PIL import Image
from planted import KEPT, LINE, SECRET, leaks, new_pdf, pixels, redact, saved, shown_text, text_page

from app.documents import Operator
from app.documents.errors import PasswordNeeded


def _paragraphs() -> str:
    words = ["the", "brown", "river", "ran", "past", "seven", "old", "mills", "and", "under", "the", "bridge"]
    rows = []
    for row in range(12):
        line = " ".join([*words[row % 4 :], SECRET if row % 3 == 0 else "stone", *words[: row % 4]])
        rows.append(f"BT /F1 9 Tf 20 {270 - 16 * row} Td ({line}) Tj ET\n")
    return "".join(rows)


def test_words_that_should_stay_are_all_there() -> None:
    data = saved(new_pdf(_paragraphs()))
    wanted = shown_text(data).replace(SECRET, " ").split()
    have = shown_text(redact(data).data).split()
    assert sum(min(wanted.count(w), have.count(w)) for w in set(wanted)) >= 0.98 * len(wanted)


def test_pixels_outside_the_boxes_are_unchanged() -> None:
    data = saved(new_pdf(_paragraphs()))
    before, after = pixels(data), pixels(redact(data).data)
    black = (after < 40).all(axis=2)
    rows = np.convolve(black.mean(axis=1) > 0.05, np.ones(5), "same") > 0
    outside = ~(black | rows[:, None] & np.roll(black, 3, axis=1))
    different = (np.abs(before.astype(int) - after.astype(int)).max(axis=2) > 64) & outside
    covered = np.zeros_like(different)
    pdf = pypdfium2.PdfDocument(data)
    searcher = pdf[0].get_textpage().search(SECRET)
    while found := searcher.get_next():
        text = pdf[0].get_textpage()
        for at in range(text.count_rects(*found)):
            left, bottom, right, top = text.get_rect(at)
            covered[
                int((300 - top) * 2) - 8 : int((300 - bottom) * 2) + 8, int(left * 2) - 8 : int(right * 2) + 8
            ] = True
    assert covered.any()
    assert (different & ~covered).mean() <= 0.003


def test_text_after_a_removed_word_keeps_its_place() -> None:
    data = saved(new_pdf(text_page()))

    def left(pdf_data: bytes) -> float:
        page = pypdfium2.PdfDocument(pdf_data)[0].get_textpage()
        index, count = page.search("harbour").get_next()
        page.count_rects(index, count)
        return float(page.get_rect(0)[0])

    done = redact(data)
    assert done.rasterised_pages == ()
    assert abs(left(data) - left(done.data)) < 0.2


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_label_stands_in_the_place_on_pages_of_every_rotation(rotation: int) -> None:
    pdf = new_pdf(text_page())
    pdf.pages[0].obj.Rotate = rotation
    done = redact(saved(pdf), operator=Operator.LABEL)
    assert "[TERM 1]" in shown_text(done.data)
    assert leaks(done.data) == []


def test_pixels_of_a_picture_under_the_text_are_blanked_and_the_rest_of_it_stays() -> None:
    pdf = new_pdf(f"q 400 0 0 300 0 0 cm /I0 Do Q\n{text_page()}")
    noise = np.random.default_rng(1).integers(60, 250, (150, 200, 3), dtype=np.uint8)
    image = pdf.make_stream(noise.tobytes())
    image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, 200, 150
    image.BitsPerComponent, image.ColorSpace = 8, Name.DeviceRGB
    pdf.pages[0].obj.Resources.XObject = Dictionary(I0=image)
    done = redact(saved(pdf))
    found = next(pypdfium2.PdfDocument(done.data)[0].get_objects(filter=[3]))
    shown = found.get_bitmap().to_numpy()
    assert (shown[44:50, 60:70] < 20).all()
    assert (
        np.abs(shown[80:, :, ::-1].astype(int) - noise[80:]).max() <= 3
        or np.abs(shown[80:].astype(int) - noise[80:]).max() <= 3
    )


def test_a_page_without_the_secret_looks_the_same() -> None:
    data = saved(new_pdf(text_page(f"{KEPT} harbour")))
    assert redact(data).rasterised_pages == ()
    assert np.array_equal(pixels(data), pixels(redact(data).data))


def test_the_same_file_gives_the_same_bytes() -> None:
    data = saved(new_pdf(text_page()))
    assert redact(data).data == redact(data).data


def test_the_identifier_of_the_original_is_not_passed_on() -> None:
    import pikepdf

    data = saved(new_pdf(text_page()))
    with pikepdf.open(io.BytesIO(data)) as before, pikepdf.open(io.BytesIO(redact(data).data)) as after:
        assert bytes(before.trailer.ID[0]) not in [bytes(half) for half in after.trailer.ID]


def test_a_wrong_password_is_told() -> None:
    import pikepdf

    data = saved(new_pdf(text_page()), encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(PasswordNeeded):
        redact(data)


@settings(max_examples=30, deadline=None, derandomize=True)
@given(
    st.floats(4, 30),
    st.floats(-2, 6),
    st.floats(0, 8),
    st.integers(50, 150),
    st.floats(-3.1, 3.1),
    st.integers(0, 3),
)
def test_any_text_state_is_followed(
    size: float, spacing: float, words: float, scale: int, angle: float, quarter: int
) -> None:
    cos, sin = np.cos(angle), np.sin(angle)
    pdf = new_pdf(
        f"BT /F1 {size:.3f} Tf {spacing:.3f} Tc {words:.3f} Tw {scale} Tz "
        f"{cos:.5f} {sin:.5f} {-sin:.5f} {cos:.5f} 200 150 Tm ({LINE}) Tj ET"
    )
    pdf.pages[0].obj.Rotate = 90 * quarter
    assert leaks(redact(saved(pdf)).data) == []


def test_a_jpeg_keeps_its_picture_without_its_comments() -> None:
    from app.formats.pdf.redact.images import strip_jpeg

    out = io.BytesIO()
    Image.new("RGB", (9, 9), "red").save(out, "JPEG", comment=SECRET.encode())
    clean = strip_jpeg(out.getvalue())
    assert SECRET.encode() not in clean
    assert Image.open(io.BytesIO(clean)).convert("RGB").getpixel((4, 4))[0] > 240
