"""With strict width, nothing on a page tells how wide the removed text was."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from pikepdf import Dictionary
from planted import form, leaks, new_pdf, pixels, redact, saved, shown_text
from reportlab.pdfbase.pdfmetrics import stringWidth

from app import offline
from app.cli import main
from app.documents import Operator

NAMES = ("Lim", "Oyelaran-Whitcombe")
AROUND = (
    "BT /F1 11 Tf 40 250 Td (a line above that nobody touches at all) Tj 0 -100 Td (and one below) Tj ET\n"
)


def _width(text: str, size: float = 11) -> float:
    return float(stringWidth(text, "Helvetica", size))


def _one_string(name: str) -> str:
    return f"BT /F1 11 Tf 40 200 Td (Dear {name}, we have read your letter) Tj ET"


def _moved_on(name: str) -> str:
    """The rest of the line follows by a move as wide as the name, the next line moves back."""
    wide = _width(f"Dear {name}")
    return (
        f"BT /F1 11 Tf 40 200 Td (Dear {name}) Tj {wide:.2f} 0 Td (, thank you) Tj "
        f"{-wide:.2f} -14 Td (for your letter) Tj ET"
    )


def _own_matrix(name: str) -> str:
    after = 40 + _width(f"Dear {name}")
    return (
        f"q BT /F1 11 Tf 1 0 0 1 40 200 Tm (Dear ) Tj ({name}) Tj ET Q "
        f"q 1 0 0 1 {after:.3f} 200 cm 0.2 g BT /F1 11 Tf (, thank you) Tj ET Q"
    )


def _justified(name: str) -> str:
    line = f"as {name} has told us in the letter of May"
    space = (300 - _width(line)) / line.count(" ")
    return f"BT /F1 11 Tf {space:.4f} Tw 40 200 Td ({line}) Tj 0 Tw 0 -14 Td (and later) Tj ET"


def _justified_with_numbers(name: str) -> str:
    words = f"as {name} has told us in the letter of May".split()
    space = (300 - sum(map(_width, words))) / (len(words) - 1)
    inside = f" {-space / 11 * 1000:.3f} ".join(f"({word})" for word in words)
    return f"BT /F1 11 Tf 40 200 Td [{inside}] TJ ET"


def _letter_spaced_to_fit(name: str) -> str:
    line = f"as {name} has told us in the letter of May"
    return f"BT /F1 11 Tf {(300 - _width(line)) / len(line):.4f} Tc 40 200 Td ({line}) Tj ET"


def _right_aligned(name: str) -> str:
    lines = ["Harbour Office", f"to {name} only", "Mill Lane 4"]
    return "".join(
        f"BT /F1 11 Tf {340 - _width(line):.3f} {200 - 14 * row} Td ({line}) Tj ET\n"
        for row, line in enumerate(lines)
    )


def _centred(name: str) -> str:
    line = f"for {name} alone"
    return f"BT /F1 11 Tf {200 - _width(line) / 2:.3f} 200 Td ({line}) Tj ET"


def _underlined(name: str) -> str:
    wide = _width(f"Dear {name}")
    return f"BT /F1 11 Tf 40 200 Td (Dear {name}) Tj ET 40 198 {wide:.2f} 0.6 re f"


def _clipped(name: str) -> str:
    wide = _width(f"Dear {name}")
    return f"q 40 196 {wide:.2f} 14 re W n BT /F1 11 Tf 40 200 Td (Dear {name}) Tj ET Q"


def _single_letters(name: str) -> str:
    at, shown = 40.0, ""
    for letter in f"Dear {name}, thanks":
        shown += f"BT /F1 11 Tf 1 0 0 1 {at:.3f} 200 Tm ({letter}) Tj ET\n"
        at += _width(letter)
    return shown


def _upwards(name: str) -> str:
    return f"BT /F1 11 Tf 0 1 -1 0 200 20 Tm (Dear {name}, we have read it) Tj ET"


def _printed_twice(name: str) -> str:
    line = f"Dear {name}, we have read it"
    return f"BT /F1 11 Tf 40 200 Td ({line}) Tj ET BT /F1 11 Tf 40.3 200 Td ({line}) Tj ET"


LAYOUTS: list[Callable[[str], str]] = [
    _one_string, _moved_on, _own_matrix, _justified, _justified_with_numbers, _letter_spaced_to_fit,
    _right_aligned, _centred, _underlined, _clipped, _single_letters, _upwards, _printed_twice,
]  # fmt: skip


def _content(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return bytes(pdf.pages[0].obj.Contents.read_bytes())


@pytest.mark.parametrize("operator", [Operator.BLACKOUT, Operator.LABEL])
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__.strip("_"))
def test_two_names_of_different_length_leave_the_same_page(
    layout: Callable[[str], str], operator: Operator
) -> None:
    copies = []
    for name in NAMES:
        done = redact(saved(new_pdf(AROUND + layout(name))), name, operator, strict=True)
        assert leaks(done.data, name) == []
        assert done.rasterised_pages == ()
        copies.append(done.data)
    assert _content(copies[0]) == _content(copies[1])
    assert np.array_equal(pixels(copies[0]), pixels(copies[1]))


def test_names_inside_a_form_leave_the_same_page() -> None:
    copies = []
    for name in NAMES:
        pdf = new_pdf(AROUND + "q 1 0 0 1 5 5 cm /X0 Do Q")
        resources = Dictionary(Font=pdf.pages[0].obj.Resources.Font)
        pdf.pages[0].obj.Resources.XObject = Dictionary(X0=form(pdf, _moved_on(name), resources))
        copies.append(redact(saved(pdf), name, strict=True).data)
    assert copies[0] == copies[1]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__.strip("_"))
def test_every_other_word_stays_and_nothing_overlaps(layout: Callable[[str], str]) -> None:
    name = NAMES[0]
    data = saved(new_pdf(AROUND + layout(name)))
    done = redact(data, name, strict=True)
    assert shown_text(done.data).split() == shown_text(data).replace(name, "").replace(" ,", ",").split() or (
        sorted(shown_text(done.data).replace(" ", ""))
        == sorted(shown_text(data).replace(name, "").replace(" ", ""))
    )
    page = pypdfium2.PdfDocument(done.data)[0]
    boxes = [found.get_bounds() for found in page.get_objects(filter=[2])]
    text = page.get_textpage()
    letters = [text.get_charbox(at) for at in range(text.count_chars())]
    for left, bottom, right, top in boxes:
        for x0, y0, x1, y1 in letters:
            wide, high = min(right, x1) - max(left, x0), min(top, y1) - max(bottom, y0)
            assert wide < 1 or high < 1 or layout is _underlined or layout is _clipped


def test_untouched_lines_and_columns_keep_their_places() -> None:
    rows = [("Quillfeather", "12 May"), ("Stone", "13 May"), ("Reed", "14 May")]
    shown = "".join(
        f"BT /F1 11 Tf 40 {200 - 14 * at} Td ({a}) Tj 120 0 Td ({b}) Tj ET\n"
        for at, (a, b) in enumerate(rows)
    )
    data = saved(new_pdf(AROUND + shown))
    before, after = pixels(data), pixels(redact(data, strict=True).data)
    assert np.array_equal(before[:, 300:], after[:, 300:])
    assert np.array_equal(before[:180], after[:180])
    assert np.array_equal(before[212:], after[212:])


def test_a_line_that_grew_stays_within_the_margin_of_the_others() -> None:
    full = "words that fill the line up to its right margin and no further"
    others = "".join(f"({full}) Tj 0 -14 Td " for _ in range(3))
    shown = f"BT /F1 11 Tf 40 200 Td {others} (Lim {full[4:]}) Tj ET"
    page = pypdfium2.PdfDocument(redact(saved(new_pdf(shown)), "Lim", strict=True).data)[0]
    text = page.get_textpage()
    ends = [text.get_charbox(at)[2] for at in range(text.count_chars())]
    assert max(ends) <= 40 + _width(full) + 1


def test_pictures_say_that_their_boxes_hide_the_width_only_roughly() -> None:
    pdf = new_pdf("q 400 0 0 300 0 0 cm /I0 Do Q BT 3 Tr /F1 11 Tf 40 200 Td (Dear Lim, hello) Tj ET")
    image = pdf.make_stream(bytes([255]) * 400 * 300)
    image.Type, image.Subtype, image.Width, image.Height = (
        pikepdf.Name.XObject, pikepdf.Name.Image, 400, 300,
    )  # fmt: skip
    image.BitsPerComponent, image.ColorSpace = 8, pikepdf.Name.DeviceGray
    pdf.pages[0].obj.Resources.XObject = Dictionary(I0=image)
    pdf.pages[0].obj.Resources.Font.F9 = pdf.pages[0].obj.Resources.Font.F1
    shown = pixels(redact(saved(pdf), "Lim", strict=True).data)
    assert (shown[190:194, 140:240] < 50).all()


def test_the_command_line_has_a_switch_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offline, "_install_seccomp", lambda: False)  # it cannot be taken back in this process
    copies = []
    for name in NAMES:
        folder = tmp_path / name
        folder.mkdir()
        (folder / "letter.pdf").write_bytes(saved(new_pdf(AROUND + _one_string(name))))
        (folder / "terms").write_text(name)
        options = ["--terms-file", str(folder / "terms"), "--no-auto", "--strict-width"]
        letter, copy = str(folder / "letter.pdf"), folder / "copy.pdf"
        assert main(["redact", letter, "--out", str(copy), *options]) == 0
        copies.append(copy.read_bytes())
    assert copies[0] == copies[1]
