"""Files with overwritten bytes: redacted or refused, never leaked, and the copy is whole where there is one."""

from __future__ import annotations

import io
import random

import pypdf
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pikepdf import Dictionary
from planted import KEPT, SECRET, form, leaks, new_pdf, redact, saved, shown_text, text_page

from app.documents.errors import DocumentError

WRITTEN = saved(new_pdf(text_page()), compress_streams=False)
CONTENT = WRITTEN.index(b"BT /F1")
NOISE = rb"""()<>[]{}/%0123456789-+.\'"TjJdfBEMqQcmeIDRobn""" + b" \n\r\t\0\x12\xe9"


def _never_leaks(broken: bytes) -> bytes | None:
    """The copy, when one was made that is still a PDF."""
    try:
        done = redact(broken)
    except DocumentError:
        return None
    if not done.data.startswith(b"%PDF-"):  # without its signature it is some other kind of file
        assert SECRET.encode() not in done.data
        return None
    assert leaks(done.data) == []
    return done.data


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(0, len(WRITTEN) - 1), st.binary(min_size=1, max_size=6))
def test_damaged_files_are_redacted_or_refused_never_leaked(at: int, noise: bytes) -> None:
    broken = WRITTEN[:at] + noise + WRITTEN[at + len(noise) :]
    assume(SECRET.encode() in broken)
    _never_leaks(broken)


@pytest.mark.parametrize("seed", range(4))
def test_copies_of_damaged_pages_are_read_by_every_parser(seed: int) -> None:
    dice = random.Random(seed)
    made = 0
    for _ in range(60):
        at = CONTENT + dice.randrange(60)
        noise = bytes(dice.choice(NOISE) for _ in range(dice.randint(1, 6)))
        broken = WRITTEN[:at] + noise + WRITTEN[at + len(noise) :]
        if SECRET.encode() not in broken:
            continue
        copy = _never_leaks(broken)
        if copy is not None:
            made += 1
            for page in pypdf.PdfReader(io.BytesIO(copy)).pages:
                page.extract_text()
    assert made > 5


@pytest.mark.parametrize(
    "junk",
    [f"({SECRET}) Show", f"/{SECRET} 1 2 what", f"[({SECRET})] tj", f"({SECRET}) 0 0 Td", f"% {SECRET}\n"],
)
def test_words_that_are_no_operators_do_not_carry_text_into_the_copy(junk: str) -> None:
    kept = text_page(f"{KEPT} harbour", (40, 100))
    pdf = new_pdf(f"{junk}\n/X0 Do\n{kept}")
    resources = Dictionary(Font=pdf.pages[0].obj.Resources.Font)
    pattern = form(pdf, f"{junk}\n0 0 5 5 re f", resources, PatternType=1)
    pdf.pages[0].obj.Resources.XObject = Dictionary(X0=form(pdf, f"{junk}\n{text_page('inside')}", resources))
    pdf.pages[0].obj.Resources.Pattern = Dictionary(P0=pattern)
    done = redact(saved(pdf))
    assert leaks(done.data) == []
    assert done.rasterised_pages == ()
    assert KEPT in shown_text(done.data)


def test_a_state_that_is_never_restored_does_not_move_the_boxes() -> None:
    open_ended = new_pdf(f"q q 1 0 0 1 0 -90 cm BT /F1 12 Tf 40 200 Td ({SECRET}) Tj")
    closed = new_pdf(f"q q 1 0 0 1 0 -90 cm BT /F1 12 Tf 40 200 Td ({SECRET}) Tj ET Q Q")
    assert redact(saved(open_ended)).data == redact(saved(closed)).data


def test_the_check_reads_strings_with_escapes_that_mean_nothing() -> None:
    from app.verify import verify

    data = saved(new_pdf(text_page(f"{KEPT} \\8\\9\\x harbour")), compress_streams=False)
    assert verify(data, "a.pdf", data, "b.pdf", [SECRET]).clean


def test_the_check_knows_words_that_are_set_apart_by_moves() -> None:
    from app.verify import verify

    apart = saved(new_pdf("BT /F1 12 Tf 40 200 Td [(the program) -350 (should) -333.2 (run)] TJ ET"))
    assert verify(apart, "a.pdf", apart, "b.pdf", ["programs"]).clean
    spaced = saved(new_pdf("BT /F1 12 Tf 40 200 Td [(a) -300 (pr) -350 (og) -350 (rams) -300 (b)] TJ ET"))
    assert not verify(spaced, "a.pdf", spaced, "b.pdf", ["programs"]).clean
    kerned = saved(new_pdf("BT /F1 12 Tf 40 200 Td [(two prog) -80 (ra) 20 (msx)] TJ ET"))
    assert not verify(kerned, "a.pdf", kerned, "b.pdf", ["programs"]).clean
    wide = [f"<{word.encode('utf-16-be').hex()}>" for word in ("one", "two prog", "rams x")]
    coded = saved(new_pdf(f"BT /F1 12 Tf 40 200 Td [{wide[0]} -350 {wide[1]} 10 {wide[2]}] TJ ET"))
    assert not verify(coded, "a.pdf", coded, "b.pdf", ["programs"]).clean
