"""Secrets in letters that are coded oddly, drawn, or pixels."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pikepdf
import pytest
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image, ImageDraw, ImageFont
from planted import KEPT, LINE, SECRET, form, leaks, new_pdf, pixels, redact, saved, shown_text, text_page
from subsets import VERA, advances, coded, composite, first_use, simple, to_unicode

from app.documents import Operator, Plan, Removal
from app.formats import Context, read_bytes, redact_bytes

KEPT_TEXT = text_page(f"{KEPT} harbour", (40, 100))
Maker = Callable[[], Pdf]
CHANNELS: dict[str, Maker] = {}


def channel(make: Maker) -> Maker:
    CHANNELS[make.__name__.strip("_")] = make
    return make


def _with_font(make: Callable[..., Any], size: int, **options: Any) -> Pdf:
    codes = first_use(f"{SECRET} {KEPT} harbour")
    pdf = new_pdf(f"BT /F2 14 Tf 40 200 Td {coded(LINE, codes, size)} Tj ET\n{KEPT_TEXT}")
    pdf.pages[0].obj.Resources.Font.F2 = make(pdf, codes, **options)
    return pdf


@channel
def _truetype_subset() -> Pdf:
    return _with_font(simple, 1)


@channel
def _compact_subset() -> Pdf:
    return _with_font(simple, 1, compact=True)


@channel
def _identity_h() -> Pdf:
    return _with_font(composite, 2)


@channel
def _identity_h_compact() -> Pdf:
    return _with_font(composite, 2, compact=True)


@channel
def _identity_h_with_a_glyph_map() -> Pdf:
    pdf = _with_font(composite, 2)
    descendant = pdf.pages[0].obj.Resources.Font.F2.DescendantFonts[0]
    count = len(first_use(f"{SECRET} {KEPT} harbour")) + 1
    descendant.CIDToGIDMap = pdf.make_stream(b"".join(n.to_bytes(2, "big") for n in range(count)))
    return pdf


@channel
def _vertical_writing() -> Pdf:
    pdf = _with_font(composite, 2)
    pdf.pages[0].obj.Resources.Font.F2.Encoding = Name("/Identity-V")
    return pdf


def _predefined(name: str, encode: Callable[[str], bytes], ordering: str) -> Pdf:
    """A font that is not embedded, with one of the character maps every reader knows."""
    pdf = new_pdf(f"BT /F2 14 Tf 40 200 Td <{encode(LINE).hex()}> Tj ET\n{KEPT_TEXT}")
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType0, BaseFont=Name("/Song"), DW=1000,
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=ordering.encode(), Supplement=2),
        FontDescriptor=Dictionary(
            Type=Name.FontDescriptor, FontName=Name("/Song"), Flags=4, FontBBox=Array([0, -200, 1000, 900]),
            ItalicAngle=0, Ascent=880, Descent=-120, CapHeight=700, StemV=80,
        ),
    )  # fmt: skip
    pdf.pages[0].obj.Resources.Font.F2 = pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/Song"), Encoding=Name(f"/{name}"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
        )
    )  # fmt: skip
    return pdf


@channel
def _unicode_character_map() -> Pdf:
    return _predefined("UniGB-UCS2-H", lambda text: text.encode("utf-16-be"), "GB1")


@channel
def _unicode_character_map_vertical() -> Pdf:
    return _predefined("UniJIS-UCS2-V", lambda text: text.encode("utf-16-be"), "Japan1")


@channel
def _shift_jis_character_map() -> Pdf:
    return _predefined("90ms-RKSJ-H", lambda text: text.encode("shift_jis"), "Japan1")


@channel
def _signature_field() -> Pdf:
    pdf = new_pdf(KEPT_TEXT)
    signature = pdf.make_indirect(
        Dictionary(
            Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Name=String(SECRET), Reason=String(SECRET),
            Location=String(SECRET), ContactInfo=String(SECRET), Contents=String(b"0\x82" + SECRET.encode()),
            ByteRange=Array([0, 10, 20, 30]), Cert=String(SECRET),
        )
    )  # fmt: skip
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String(SECRET), V=signature, F=4,
            Rect=Array([40, 180, 240, 220]), AP=Dictionary(N=form(pdf, text_page(f"Signed by {SECRET}", (4, 8)))),
            Lock=Dictionary(Type=Name.SigFieldLock, Action=Name.Include, Fields=Array([String(SECRET)])),
        )
    )  # fmt: skip
    pdf.pages[0].obj.Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)
    pdf.Root.Perms = Dictionary(DocMDP=signature)
    pdf.Root.DSS = Dictionary(Certs=Array([pdf.make_stream(SECRET.encode())]))
    return pdf


@channel
def _attachments_in_attachments() -> Pdf:
    inner = new_pdf(text_page())
    inner.attachments["deep.txt"] = pikepdf.AttachedFileSpec(inner, f"{KEPT} {SECRET}".encode())
    middle = new_pdf(text_page(f"{KEPT} middle"))
    middle.attachments["inner.pdf"] = pikepdf.AttachedFileSpec(middle, saved(inner), description=SECRET)
    pdf = new_pdf(KEPT_TEXT)
    pdf.attachments["middle.pdf"] = pikepdf.AttachedFileSpec(pdf, saved(middle))
    return pdf


@pytest.mark.parametrize("name", sorted(CHANNELS))
def test_nothing_of_the_secret_is_left_and_the_rest_stays(name: str) -> None:
    done = redact(saved(CHANNELS[name]()))
    assert _all_leaks(done.data) == []
    assert KEPT in shown_text(done.data)


def _all_leaks(data: bytes) -> list[str]:
    """Those of files attached to it too, at any depth."""
    found = leaks(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for name in pdf.attachments:
            inner = pdf.attachments[name].get_file().read_bytes()
            if inner.startswith(b"%PDF-"):
                found += [f"{name}: {place}" for place in _all_leaks(inner)]
            elif SECRET.encode() in inner:
                found.append(name)
    return found


@pytest.mark.parametrize(("name", "size"), [("truetype_subset", 1), ("compact_subset", 1), ("identity_h", 2)])
def test_the_codes_of_the_secret_are_gone_whatever_the_maps_say(name: str, size: int) -> None:
    letters = {code: letter for letter, code in first_use(f"{SECRET} {KEPT} harbour").items()}
    with pikepdf.open(io.BytesIO(redact(saved(CHANNELS[name]())).data)) as copy:
        shown = ""
        for step in pikepdf.parse_content_stream(copy.pages[0]):
            for operand in step.operands:
                for item in operand if isinstance(operand, Array) else [operand]:
                    data = bytes(item) if isinstance(item, String) else b""
                    codes = [int.from_bytes(data[at : at + size], "big") for at in range(0, len(data), size)]
                    shown += "".join(letters.get(code, "?") for code in codes)
    assert KEPT in shown
    assert not any(SECRET[at : at + 3] in shown for at in range(len(SECRET) - 2))


def test_attached_pdfs_keep_what_is_not_private() -> None:
    done = redact(saved(CHANNELS["attachments_in_attachments"]()))
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        middle = pdf.attachments["middle.pdf"].get_file().read_bytes()
    assert KEPT in shown_text(middle)
    with pikepdf.open(io.BytesIO(middle)) as pdf:
        assert KEPT in shown_text(pdf.attachments["inner.pdf"].get_file().read_bytes())


# --- letters that a reader cannot name --------------------------------------------------------------


@pytest.mark.parametrize("ligature", ["fi", "fl", "ffi"])
def test_a_ligature_at_the_edge_of_a_name_goes_with_it(ligature: str) -> None:
    name = f"Bru{ligature}ngton"
    letters = [*"mead ow", *"Bru", ligature, *"ngton"]
    codes = {letter: number for number, letter in enumerate(dict.fromkeys(letters), 1)}
    single = {letter: code for letter, code in codes.items() if letter != ligature}
    codes_for_font = {**single, chr({"fi": 0xFB01, "fl": 0xFB02, "ffi": 0xFB01}[ligature]): codes[ligature]}
    codes_for_font = dict(sorted(codes_for_font.items(), key=lambda pair: pair[1]))
    pdf = new_pdf()
    font = simple(pdf, codes_for_font)
    more = (
        f"endbfchar\n1 beginbfchar\n<{codes[ligature]:02X}> <{ligature.encode('utf-16-be').hex()}>\nendbfchar"
    )
    font.ToUnicode = pdf.make_stream(to_unicode(single, 1).replace(b"endbfchar", more.encode()))
    pdf.pages[0].obj.Resources.Font.F2 = font
    shown = bytes(codes[letter] for letter in [*"mead", *"ow", " ", *"Bru", ligature, *"ngton"])
    content = f"BT /F2 14 Tf 40 200 Td <{shown.hex()}> Tj ET".encode()
    pdf.pages[0].obj.Contents = pdf.make_stream(content)
    data = saved(pdf)
    assert name in shown_text(data)
    done = redact(data, name)
    assert leaks(done.data, name) == []
    assert KEPT in shown_text(done.data)


@pytest.mark.parametrize(("make", "size"), [(simple, 1), (composite, 2)])
def test_letters_without_unicode_values_go_where_the_plan_says(make: Callable[..., Any], size: int) -> None:
    """What such a page says comes from its pixels; here the plan names the span as the reader would."""
    pdf = _with_font(make, size, unicode=False)
    data = saved(pdf)
    codes = first_use(f"{SECRET} {KEPT} harbour")
    wide = advances(codes)
    context = Context(name="file.pdf", ocr=False)
    document = read_bytes(data, context)
    page = document.pages[0]
    left = 40 + 14 * sum(wide[codes[letter]] for letter in f"{KEPT} ") / 1000
    right = left + 14 * sum(wide[codes[letter]] for letter in SECRET) / 1000
    inside = [
        page.start + at
        for at, (x0, y0, x1, _) in enumerate(page.boxes.tolist())
        if left - 1 <= (x0 + x1) / 2 <= right + 1 and 80 < y0 < 110
    ]
    if not inside:
        pytest.skip("the reader gives such letters no places without OCR")
    removal = Removal(inside[0], inside[-1] + 1, "TERM", Operator.BLACKOUT, "")
    done = redact_bytes(data, document, Plan((removal,), (SECRET,), document.text_sha256), context)
    with pikepdf.open(io.BytesIO(done.data)) as copy:
        content = copy.pages[0].obj.Contents.read_bytes()
    secret = "".join(f"{codes[letter]:0{2 * size}x}" for letter in SECRET)
    assert secret[: 6 * size] not in content.hex()
    assert (pixels(done.data)[184:204, int(2 * left) + 4 : int(2 * right) - 4] < 40).all()


class _Curves(BasePen):  # type: ignore[misc]
    """Writes an outline as drawing operators."""

    def __init__(self, shapes: Any) -> None:
        super().__init__(shapes)
        self.steps: list[str] = []

    def _moveTo(self, at: tuple[float, float]) -> None:
        self.steps.append(f"{at[0]:.0f} {at[1]:.0f} m")

    def _lineTo(self, at: tuple[float, float]) -> None:
        self.steps.append(f"{at[0]:.0f} {at[1]:.0f} l")

    def _curveToOne(self, *points: tuple[float, float]) -> None:
        self.steps.append(" ".join(f"{x:.0f} {y:.0f}" for x, y in points) + " c")

    def _closePath(self) -> None:
        self.steps.append("h")


def _outlined(text: str, x: float, y: float, size: float, *, one_path: bool) -> str:
    font = TTFont(VERA)
    shapes, names = font.getGlyphSet(), font.getBestCmap()
    steps, at = [f"q {size / 2048:.6f} 0 0 {size / 2048:.6f} {x} {y} cm 0 g"], 0
    for letter in text:
        pen = _Curves(shapes)
        shapes[names[ord(letter)]].draw(pen)
        steps += [f"1 0 0 1 {at} 0 cm", *pen.steps, *([] if one_path else ["f"])]
        at = shapes[names[ord(letter)]].width
    return "\n".join([*steps, "f" if one_path else "", "Q\n"])


def test_outlined_letters_go_with_the_invisible_text_that_names_them() -> None:
    """Text turned into curves is found through the text layer that lies over it."""
    drawn = _outlined(SECRET, 40, 200, 14, one_path=False) + _outlined(KEPT, 200, 200, 14, one_path=False)
    invisible = f"BT 3 Tr /F1 14 Tf 40 200 Td ({SECRET}) Tj ET BT 3 Tr /F1 14 Tf 200 200 Td ({KEPT}) Tj ET"
    data = saved(new_pdf(drawn + invisible))
    done = redact(data)
    assert leaks(done.data) == []
    before, after = pixels(data), pixels(done.data)
    assert np.array_equal(before[:, 396:], after[:, 396:])
    with pikepdf.open(io.BytesIO(done.data)) as copy:
        curves = copy.pages[0].obj.Contents.read_bytes().count(b" c\n")
    with pikepdf.open(io.BytesIO(data)) as original:
        whole = original.pages[0].obj.Contents.read_bytes().count(b" c\n")
    assert done.rasterised_pages == (1,) or 0 < curves < 0.6 * whole


# --- pixels -----------------------------------------------------------------------------------------


def _scan() -> Image.Image:
    """The page as a black-and-white picture, twice its size."""
    picture = Image.new("L", (800, 600), 255)
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(VERA), 28)
    draw.text((80, 174), SECRET, fill=0, font=font)
    draw.text((80, 374), KEPT, fill=0, font=font)
    return picture


def _scanned_page(picture: Any, pdf: Pdf, **entries: Any) -> bytes:
    image = pdf.make_stream(picture)
    image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, 800, 600
    for key, value in entries.items():
        image[f"/{key}"] = value
    pdf.pages[0].obj.Resources.XObject = Dictionary(I0=image)
    return saved(pdf)


def _layer() -> Pdf:
    wide = f"BT 3 Tr /F1 14 Tf 105 Tz 40 200 Td ({SECRET}) Tj ET BT 3 Tr /F1 14 Tf 40 100 Td ({KEPT}) Tj ET"
    return new_pdf(f"q 400 0 0 300 0 0 cm /I0 Do Q {wide}")


def _raw() -> bytes:
    return _scanned_page(_scan().tobytes(), _layer(), BitsPerComponent=8, ColorSpace=Name.DeviceGray)


def _jpx() -> bytes:
    out = io.BytesIO()
    _scan().save(out, "JPEG2000")
    return _scanned_page(out.getvalue(), _layer(), Filter=Name.JPXDecode)


def _ccitt() -> bytes:
    out = io.BytesIO()
    _scan().convert("1").save(out, "TIFF", compression="group4")
    with Image.open(out) as tiff:
        start, size = tiff.tag_v2[273][0], sum(tiff.tag_v2[279])
    parameters = Dictionary(K=-1, Columns=800, Rows=600, BlackIs1=False)
    return _scanned_page(
        out.getvalue()[start : start + size], _layer(), Filter=Name.CCITTFaxDecode, DecodeParms=parameters,
        BitsPerComponent=1, ColorSpace=Name.DeviceGray,
    )  # fmt: skip


def _stencil() -> bytes:
    bits = _scan().convert("1").tobytes()
    return _scanned_page(bits, _layer(), ImageMask=True, BitsPerComponent=1)


def _jbig2() -> bytes:
    """A generic region, coded by MMR: ITU-T T.88, 7.4.6."""
    out = io.BytesIO()
    _scan().convert("1").save(out, "TIFF", compression="group4")
    with Image.open(out) as tiff:
        start, size = tiff.tag_v2[273][0], sum(tiff.tag_v2[279])
        fill = tiff.tag_v2.get(262, 0)
    assert fill in (0, 1)
    mmr = out.getvalue()[start : start + size]
    four = lambda value: value.to_bytes(4, "big")  # noqa: E731
    page = four(800) + four(600) + four(0) + four(0) + b"\0" + b"\0\0"
    region = four(800) + four(600) + four(0) + four(0) + b"\0" + b"\1" + mmr
    data = four(0) + b"\x30\0\1" + four(len(page)) + page + four(1) + b"\x26\0\1" + four(len(region)) + region
    return _scanned_page(
        data, _layer(), Filter=Name.JBIG2Decode, BitsPerComponent=1, ColorSpace=Name.DeviceGray
    )


SCANS = {"raw": _raw, "jpx": _jpx, "ccitt": _ccitt, "stencil": _stencil, "jbig2": _jbig2}


@pytest.mark.parametrize("coding", sorted(SCANS))
def test_a_scan_loses_pixels_and_text_layer_of_the_secret_only(coding: str) -> None:
    data = SCANS[coding]()
    before = pixels(data)
    assert (before[170:205, 80:280] < 128).any(), "the scan shows its secret to begin with"
    done = redact(data)
    assert leaks(done.data) == []
    assert KEPT in shown_text(done.data)
    after = _stripped(done.data)
    ink = (after[170:205, 84:270] < 128).mean()
    assert ink > 0.6 or ink < 0.01, "blank, or black, but not letters"
    kept = slice(370, 410)
    same = np.abs(before[kept, 60:300].astype(int) - after[kept, 60:300].astype(int)) < 64
    assert (before[kept, 60:300] < 128).any()
    assert same.mean() > (0.95 if done.rasterised_pages else 0.98)


def _stripped(data: bytes) -> Any:
    """The page without the boxes that were drawn: what the picture itself still holds."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        kept = [
            step
            for step in pikepdf.parse_content_stream(pdf.pages[0])
            if str(step.operator) not in ("f", "re", "f*")
        ]
        pdf.pages[0].obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
        return pixels(saved(pdf))
