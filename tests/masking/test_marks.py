"""Colours and exemption codes by type: asked for, drawn, written, explained."""

from __future__ import annotations

import io
import json

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfgen import canvas

from app.documents import Entity, Operator, is_dark
from app.formats import Context, read_bytes, redact_bytes
from app.formats.pdf.pdfium import opened, opened_page, render
from app.masking import PRESETS, build_plan, policy_from_json, policy_to_json, with_marks

AMBER = (0xFF, 0xD5, 0x4F)
MARKED = with_marks(PRESETS["share_outside"], {"PERSON": "(b)(6)"}, {"PERSON": "#ffd54f", "*": "#1f4e79"})


def _entities(text: str) -> list[Entity]:
    at = text.index("Ilse Varga")
    return [Entity("PERSON", at, at + 10, "Ilse Varga", 1.0, "test", "")]


def test_a_types_own_mark_goes_before_that_of_all_types() -> None:
    assert MARKED.rule("PERSON").colour == "#ffd54f"
    assert MARKED.rule("PERSON").code == "(b)(6)"
    assert MARKED.rule("IBAN_CODE").colour == "#1f4e79"
    assert MARKED.rule("IBAN_CODE").code == ""
    assert MARKED.rule("DATE_TIME").operator is Operator.KEEP, "a colour does not take out what was to stay"


def test_marks_survive_being_kept_and_a_colour_must_be_one() -> None:
    kept = json.loads(json.dumps(policy_to_json(MARKED)))
    assert policy_from_json(kept) == MARKED
    kept["default"]["colour"] = "red; 1 0 0 rg"
    with pytest.raises(ValueError, match="#rrggbb"):
        policy_from_json(kept)
    with pytest.raises(ValueError, match="#rrggbb"):
        with_marks(MARKED, {}, {"PERSON": "#12345"})


def test_a_pdfs_box_has_the_types_colour_and_its_code() -> None:
    out = io.BytesIO()
    paper = canvas.Canvas(out)
    paper.setFont("Helvetica", 20)
    paper.drawString(72, 700, "Seen by Ilse Varga today")
    paper.save()
    context = Context(name="a.pdf", ocr=False)
    document = read_bytes(out.getvalue(), context)
    done = redact_bytes(
        out.getvalue(), document, build_plan(document, _entities(document.text), MARKED), context
    )
    again = read_bytes(done.data, context).text
    assert "(b)(6)" in again and "Varga" not in again
    with opened(done.data) as pdf, opened_page(pdf, 0) as page:
        pixels = render(page, 1.0)
    assert (np.abs(pixels.astype(int) - AMBER).max(axis=2) < 3).sum() > 500


def test_a_pictures_box_has_the_types_colour() -> None:
    picture = Image.new("RGB", (500, 80), "white")
    font = ImageFont.load_default(30)
    ImageDraw.Draw(picture).text((10, 20), "Seen by Ilse Varga today", fill="black", font=font)
    out = io.BytesIO()
    picture.save(out, "PNG")
    context = Context(name="a.png")
    document = read_bytes(out.getvalue(), context)
    done = redact_bytes(
        out.getvalue(), document, build_plan(document, _entities(document.text), MARKED), context
    )
    pixels = np.asarray(Image.open(io.BytesIO(done.data)).convert("RGB"))
    assert (pixels == AMBER).all(axis=2).sum() > 1000


@pytest.mark.parametrize("mode", [Operator.BLACKOUT, Operator.LABEL])
def test_a_texts_mark_is_followed_by_the_code(mode: Operator) -> None:
    context = Context(name="a.txt")
    data = b"Seen by Ilse Varga today"
    document = read_bytes(data, context)
    plan = build_plan(document, _entities(document.text), MARKED, mode=mode)
    shown = {Operator.BLACKOUT: "█████", Operator.LABEL: "[PERSON 1]"}[mode]
    assert redact_bytes(data, document, plan, context).data.decode() == f"Seen by {shown} (b)(6) today"


def test_text_on_a_box_is_white_on_dark_and_black_on_light() -> None:
    assert is_dark("#000000") and is_dark("#1f4e79")
    assert not is_dark("#ffd54f") and not is_dark("#ffffff")
