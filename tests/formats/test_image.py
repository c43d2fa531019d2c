"""Pictures: what they say in pixels and metadata is read, and none of what goes is left in any form."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import reportlab
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin

from app import formats
from app.documents import BlockKind, Document, Limits, Operator, Plan, Redacted, Removal
from app.documents.errors import DocumentError, LimitExceeded
from app.formats.base import Context
from app.formats.lookalikes import find_seen_terms
from app.formats.render import page_count_and_sizes, render_page

_VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
NAME = "Helena Bergstrom"
LINES = ("Receipt no. 55120", f"Customer: {NAME}", "Total 84.20 EUR", "Thank you for your visit")


@cache
def picture(mode: str = "RGB") -> Image.Image:
    sheet = Image.new("RGB", (760, 400), "white")
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(str(_VERA), 28)
    for row, line in enumerate(LINES):
        draw.text((50, 50 + 80 * row), line, fill="black", font=font)
    return sheet.convert(mode)


def encode(image: Image.Image, kind: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


@cache
def read(data: bytes, name: str = "x", **options: object) -> Document:
    return formats.read_bytes(data, Context(name=name, **options))  # type: ignore[arg-type]


def redact(data: bytes, name: str, operator: Operator = Operator.BLACKOUT, words: str = "") -> Redacted:
    document = read(data, name)
    removals = []
    at = document.text.find(NAME)
    while at >= 0:
        removals.append(Removal(at, at + len(NAME), "PERSON", operator, words))
        at = document.text.find(NAME, at + 1)
    assert removals
    plan = Plan(tuple(removals), (NAME,), document.text_sha256)
    return formats.redact_bytes(data, document, plan, Context(name=name))


def metadata(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.METADATA]


def exif() -> Image.Exif:
    facts = Image.Exif()
    facts[0x010E] = "Portrait of Helena"
    facts[0x013B] = "Jonas Falk"
    place = facts.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (59.0, 19.0, 30.0), "W", (18.0, 4.0, 3.0)
    return facts


KINDS = [
    ("a.png", "RGB", "PNG", {}),
    ("a.jpg", "RGB", "JPEG", {"quality": 80}),
    ("a.webp", "RGB", "WEBP", {"quality": 85}),
    ("a.bmp", "RGB", "BMP", {}),
    ("a.gif", "P", "GIF", {}),
    ("a.tif", "1", "TIFF", {"compression": "group4"}),
]


@pytest.mark.parametrize(("name", "mode", "kind", "options"), KINDS, ids=[k[0] for k in KINDS])
def test_every_kind_comes_back_as_itself_without_the_name(
    name: str, mode: str, kind: str, options: dict[str, object]
) -> None:
    data = encode(picture(mode), kind, **options)
    result = redact(data, name)
    assert result.extension == Path(name).suffix
    after = read(result.data, name)
    assert "Helena" not in after.text and "Bergstrom" not in after.text
    for word in ("Receipt", "55120", "Total", "84.20", "visit"):
        assert word in after.text
    with Image.open(BytesIO(result.data)) as opened:
        assert opened.format == kind and opened.size == (760, 400)


def test_pixels_outside_the_box_stay_and_inside_are_one_colour() -> None:
    data = encode(picture(), "PNG")
    document = read(data, "a.png")
    at = document.text.index(NAME)
    ((_, box),) = document.boxes(at, at + len(NAME))
    before = np.asarray(picture(), dtype=np.int16)
    with Image.open(BytesIO(redact(data, "a.png").data)) as opened:
        after = np.asarray(opened.convert("RGB"), dtype=np.int16)
    inside = np.zeros(before.shape[:2], dtype=bool)
    inside[int(box.y0) - 8 : int(box.y1) + 9, int(box.x0) - 8 : int(box.x1) + 9] = True
    assert np.array_equal(before[~inside], after[~inside])
    core = after[int(box.y0) : int(box.y1), int(box.x0) : int(box.x1)]
    assert (core == 0).all()
    ink = (before.mean(axis=2) < 200) & inside
    ink[:, : int(box.x0) - 4] = False  # the label before the name ends there
    assert (after[ink] == 0).all()


def test_labels_are_written_in_the_box() -> None:
    data = encode(picture(), "PNG")
    after = read(redact(data, "a.png", Operator.LABEL, "[PERSON 1]").data, "a.png")
    assert "PERSON 1" in after.text and "Bergstrom" not in after.text


def test_plain_removal_leaves_paper() -> None:
    data = encode(picture(), "PNG")
    with Image.open(BytesIO(redact(data, "a.png", Operator.REMOVE).data)) as opened:
        after = np.asarray(opened.convert("L"))
    assert (after[120:175, 210:] > 250).all()


def test_terms_are_covered_wherever_the_picture_shows_them() -> None:
    data = encode(picture(), "PNG")
    document = read(data, "a.png")
    plan = Plan((), ("helena bergstrom", "84.20"))
    after = read(formats.redact_bytes(data, document, plan, Context(name="a.png")).data, "a.png")
    assert "Bergstrom" not in after.text and "84.20" not in after.text and "Receipt" in after.text


def test_terms_are_found_where_letters_and_digits_were_mistaken() -> None:
    text = "Post code 7501l, Mr 0livier BergstrOm, total 1O"
    spans = [text[a:b] for a, b, _ in find_seen_terms(text, ["75011", "Olivier Bergstrom", "10"])]
    assert spans == ["7501l", "0livier BergstrOm"]
    assert find_seen_terms("bill of sale", ["will"]) == []


def test_metadata_is_read_and_gone_from_the_copy() -> None:
    data = encode(picture(), "JPEG", exif=exif(), comment=b"shot by Konrad") + b"appended Leopoldine"
    document = read(data, "a.jpg")
    said = "\n".join(metadata(document))
    for expected in ("Portrait of Helena", "Jonas Falk", "59.325000, -18.067500", "shot by Konrad"):
        assert expected in said
    result = redact(data, "a.jpg")
    for secret in (b"Helena", b"Jonas", b"Konrad", b"Leopoldine", b"Exif"):
        assert secret not in result.data
    assert metadata(read(result.data, "a.jpg")) == []
    assert result.removed_by_channel["metadata"] >= 4


def test_png_text_chunks_are_read_and_gone() -> None:
    chunks = PngImagePlugin.PngInfo()
    chunks.add_text("Author", "Jonas Falk")
    chunks.add_itxt("Comment", "för Ottilie", zip=True)
    chunks.add_text("XML:com.adobe.xmp", "")
    data = encode(picture(), "PNG", pnginfo=chunks)
    assert {"Jonas Falk", "för Ottilie"} <= set(metadata(read(data, "a.png")))
    result = redact(data, "a.png")
    assert b"tEXt" not in result.data and b"iTXt" not in result.data and b"zTXt" not in result.data


def test_orientation_is_honoured_and_baked_in() -> None:
    facts = exif()
    facts[0x0112] = 6
    data = encode(picture().rotate(90, expand=True), "JPEG", exif=facts, quality=90)
    document = read(data, "a.jpg")
    assert NAME in document.text
    assert (document.pages[0].width, document.pages[0].height) == (760, 400)
    assert page_count_and_sizes(data, "a.jpg") == (1, ((760.0, 400.0),))
    with Image.open(BytesIO(redact(data, "a.jpg").data)) as opened:
        assert opened.size == (760, 400) and 0x0112 not in opened.getexif()


def test_every_frame_is_treated() -> None:
    other = Image.new("RGB", (760, 400), "white")
    other.paste(picture().crop((0, 100, 760, 400)), (0, 0))
    data = encode(picture(), "TIFF", save_all=True, append_images=[other], compression="tiff_lzw")
    document = read(data, "a.tif")
    assert len(document.pages) == 2 and document.text.count(NAME) == 2
    after = read(redact(data, "a.tif").data, "a.tif")
    assert len(after.pages) == 2 and "Bergstrom" not in after.text and after.text.count("84.20") == 2


def test_what_full_transparency_hides_is_not_kept() -> None:
    sheet = picture("RGBA").copy()
    pixels = np.array(sheet)
    pixels[300:, :, :3] = 77
    pixels[300:, :, 3] = 0
    data = encode(Image.fromarray(pixels), "PNG")
    with Image.open(BytesIO(redact(data, "a.png").data)) as opened:
        assert (np.asarray(opened)[310:] == 0).all()


def test_unusual_pixel_formats() -> None:
    deep = Image.fromarray(np.asarray(picture("L")).astype(np.uint16) * 257)
    for name, data in (("a.png", encode(deep, "PNG")), ("a.jpg", encode(picture("CMYK"), "JPEG"))):
        assert "Bergstrom" not in read(redact(data, name).data, name).text


def test_too_many_pixels_or_frames_are_refused() -> None:
    data = encode(Image.new("1", (3000, 3000)), "PNG")
    with pytest.raises(LimitExceeded):
        read(data, limits=Limits(pixels=1_000_000))
    several = encode(
        Image.new("1", (20, 20)), "TIFF", save_all=True, append_images=[Image.new("1", (20, 20))] * 5
    )
    with pytest.raises(LimitExceeded):
        read(several, limits=Limits(pages=3))


def test_content_decides_not_the_name() -> None:
    for _, mode, kind, options in KINDS:
        assert formats.sniff(encode(picture(mode), kind, **options), "letter.docx").name == "image"


def test_pages_are_rendered_for_the_window() -> None:
    data = encode(picture(), "PNG")
    shown = render_page(data, "a.png", 1, 0.5, None)
    assert (shown.width, shown.height) == (380, 200) and len(shown.rgb) == 380 * 200 * 3


_SMALL = {
    kind: encode(Image.effect_noise((40, 30), 90).convert("RGB"), kind)
    for kind in ("PNG", "JPEG", "WEBP", "GIF", "TIFF", "BMP")
}


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(sorted(_SMALL)), st.data())
def test_damaged_pictures_are_read_or_refused(kind: str, data: st.DataObject) -> None:
    original = _SMALL[kind]
    mutated = bytearray(original[: data.draw(st.integers(12, len(original)))])
    for at, value in data.draw(
        st.lists(st.tuples(st.integers(0, len(mutated) - 1), st.integers(0, 255)), max_size=8)
    ):
        mutated[at] = value
    try:
        document = read(bytes(mutated), ocr=False)
    except DocumentError as error:
        assert str(error)
    else:
        assert document.text is not None
