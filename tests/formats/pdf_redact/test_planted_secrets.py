"""A secret planted in each channel of a PDF is gone from every string, stream and text of the copy."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image
from planted import KEPT, LINE, SECRET, form, leaks, new_pdf, redact, saved, shown_text, text_page

from app.verify import verify

KEPT_TEXT = text_page(f"{KEPT} harbour", (40, 100))
Maker = Callable[[], Pdf]
CHANNELS: dict[str, Maker] = {}


def channel(make: Maker) -> Maker:
    CHANNELS[make.__name__.strip("_")] = make
    return make


def _hex(text: str) -> str:
    return "<" + text.encode("latin-1").hex() + ">"


@channel
def _plain() -> Pdf:
    return new_pdf(text_page())


@channel
def _under_a_box() -> Pdf:
    return new_pdf(text_page() + "0 g 70 190 100 20 re f\n")


@channel
def _kerned() -> Pdf:
    inside = " -30 ".join(f"({c})" for c in LINE)
    return new_pdf(f"BT /F1 12 Tf 40 200 Td [{inside}] TJ ET")


@channel
def _shuffled_glyphs() -> Pdf:
    places = [(40 + 9 * i, c) for i, c in enumerate(SECRET)]
    order = sorted(range(len(places)), key=lambda i: (i * 7) % len(places))
    shown = "".join(f"BT /F1 12 Tf 1 0 0 1 {places[i][0]} 200 Tm ({places[i][1]}) Tj ET\n" for i in order)
    return new_pdf(shown + KEPT_TEXT)


@channel
def _hex_string() -> Pdf:
    return new_pdf(f"BT /F1 12 Tf 40 200 Td {_hex(LINE)} Tj ET")


@channel
def _octal_string() -> Pdf:
    octal = "".join(f"\\{ord(c):03o}" for c in SECRET)
    return new_pdf(f"BT /F1 12 Tf 40 200 Td ({KEPT} {octal}) Tj ET")


@channel
def _quote_operators() -> Pdf:
    return new_pdf(f"BT /F1 12 Tf 14 TL 40 200 Td ({KEPT}) Tj ({SECRET}) ' 1 0 (x {SECRET} y) \" ET")


@channel
def _nested_forms() -> Pdf:
    pdf = new_pdf("q /X0 Do Q\n" + KEPT_TEXT)
    resources = pdf.pages[0].obj.Resources
    inner = form(pdf, text_page(), Dictionary(Font=resources.Font))
    outer = form(pdf, "/X1 Do", Dictionary(XObject=Dictionary(X1=inner)))
    resources.XObject = Dictionary(X0=outer)
    return pdf


@channel
def _shared_form() -> Pdf:
    pdf = new_pdf("q 1 0 0 1 0 40 cm /X0 Do Q q 1 0 0 1 0 -60 cm /X0 Do Q\n" + KEPT_TEXT)
    pdf.pages[0].obj.Resources.XObject = Dictionary(X0=form(pdf, text_page()))
    return pdf


@channel
def _rotated_page_with_crop_and_unit() -> Pdf:
    pdf = new_pdf(text_page() + KEPT_TEXT)
    page = pdf.pages[0].obj
    page.Rotate, page.CropBox, page.UserUnit = 90, Array([20, 20, 380, 280]), 2
    return pdf


@channel
def _rotated_text() -> Pdf:
    return new_pdf(f"BT /F1 12 Tf 0.7 0.7 -0.7 0.7 100 60 Tm ({SECRET}) Tj ET\n" + KEPT_TEXT)


@channel
def _hyphenated() -> Pdf:
    return new_pdf(f"BT /F1 12 Tf 14 TL 40 200 Td ({KEPT} Quillf-) Tj T* (eather harbour) Tj ET")


@channel
def _letter_spaced() -> Pdf:
    spaced = " ".join(SECRET)
    return new_pdf(text_page(spaced) + KEPT_TEXT)


@channel
def _spacing_operators() -> Pdf:
    return new_pdf(f"BT /F1 12 Tf 3 Tc 5 Tw 80 Tz 4 Ts 40 200 Td ({LINE}) Tj ET")


@channel
def _split_contents() -> Pdf:
    pdf = new_pdf()
    pdf.pages[0].obj.Contents = Array(
        [
            pdf.make_stream(b"BT /F1 12 Tf 40 200 Td"),
            pdf.make_stream(f"({KEPT} Quill) Tj".encode()),
            pdf.make_stream(b"(feather) Tj ET"),
        ]
    )
    return pdf


@channel
def _shared_contents() -> Pdf:
    pdf = new_pdf(text_page())
    first = pdf.pages[0].obj
    pdf.add_blank_page(page_size=(400, 300))
    pdf.pages[1].obj.Contents, pdf.pages[1].obj.Resources = first.Contents, first.Resources
    return pdf


@channel
def _invisible() -> Pdf:
    return new_pdf(KEPT_TEXT + f"BT 3 Tr /F1 12 Tf 40 200 Td ({SECRET}) Tj ET")


@channel
def _white() -> Pdf:
    return new_pdf(KEPT_TEXT + "1 g " + text_page(SECRET))


@channel
def _tiny() -> Pdf:
    return new_pdf(KEPT_TEXT + f"BT /F1 0.3 Tf 40 200 Td ({SECRET}) Tj ET")


@channel
def _off_page() -> Pdf:
    return new_pdf(KEPT_TEXT + text_page(SECRET, (900, 900)))


@channel
def _clipped_away() -> Pdf:
    return new_pdf(KEPT_TEXT + "q 0 0 5 5 re W n " + text_page(SECRET) + "Q")


@channel
def _doubled_for_bold() -> Pdf:
    return new_pdf(
        text_page() + "".join(f"BT /F1 12 Tf {40 + d / 10} 200 Td ({LINE}) Tj ET\n" for d in (2, 4))
    )


@channel
def _comment_in_stream() -> Pdf:
    return new_pdf(f"% {SECRET}\n" + KEPT_TEXT)


@channel
def _marked_content_properties() -> Pdf:
    pdf = new_pdf(
        f"/Span << /ActualText ({SECRET}) /Alt ({SECRET}) >> BDC {text_page('other')} EMC /P /M0 BDC EMC\n{KEPT_TEXT}"
    )
    pdf.pages[0].obj.Resources.Properties = Dictionary(M0=Dictionary(Private=String(SECRET)))
    return pdf


@channel
def _structure_tree() -> Pdf:
    pdf = new_pdf(KEPT_TEXT)
    element = Dictionary(
        Type=Name.StructElem, S=Name.P, T=String(SECRET), E=String(SECRET), Alt=String(SECRET)
    )
    element.ActualText = String(SECRET)
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([element])))
    return pdf


@channel
def _tiling_pattern() -> Pdf:
    pdf = new_pdf("/Pattern cs /P0 scn 40 150 200 60 re f\n" + KEPT_TEXT)
    pattern = pdf.make_stream(text_page(SECRET, (2, 10)).encode())
    for key, value in {
        "/Type": Name.Pattern, "/PatternType": 1, "/PaintType": 1, "/TilingType": 1, "/XStep": 100, "/YStep": 30,
        "/BBox": Array([0, 0, 100, 30]), "/Resources": Dictionary(Font=pdf.pages[0].obj.Resources.Font),
    }.items():  # fmt: skip
        pattern[key] = value
    pdf.pages[0].obj.Resources.Pattern = Dictionary(P0=pattern)
    return pdf


@channel
def _soft_mask() -> Pdf:
    pdf = new_pdf("q /G0 gs 0 g 40 150 200 60 re f Q\n" + KEPT_TEXT)
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    resources = Dictionary(Font=pdf.pages[0].obj.Resources.Font)
    mask = form(pdf, "1 g " + text_page(SECRET), resources, Group=group)
    pdf.pages[0].obj.Resources.ExtGState = Dictionary(
        G0=Dictionary(SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=mask))
    )
    return pdf


@channel
def _type3_procedure_and_glyph_names() -> Pdf:
    pdf = new_pdf("BT /T3 12 Tf 40 200 Td (ab) Tj ET\n" + KEPT_TEXT)
    base = pdf.pages[0].obj.Resources.Font
    drawing = pdf.make_stream(f"1000 0 d0 BT /F1 800 Tf ({SECRET}) Tj ET".encode())
    base.T3 = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 5000, 1000]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), FirstChar=97, LastChar=98, Widths=Array([1000, 1000]),
        CharProcs=Dictionary(a=drawing, **{SECRET: drawing}), Resources=Dictionary(Font=Dictionary(F1=base.F1)),
        Encoding=Dictionary(Differences=Array([97, Name.a, Name("/" + SECRET)])),
    )  # fmt: skip
    return pdf


@channel
def _inline_image_bytes() -> Pdf:
    return new_pdf(
        b"q 10 0 0 10 40 200 cm BI /W 12 /H 1 /CS /G /BPC 8 ID "
        + SECRET.encode()
        + b" EI Q\n"
        + KEPT_TEXT.encode()
    )


@channel
def _jpeg_metadata() -> Pdf:
    pdf = new_pdf("q 50 0 0 50 40 180 cm /I0 Do Q\n" + KEPT_TEXT)
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = SECRET
    Image.new("RGB", (16, 16), "red").save(out, "JPEG", exif=exif, comment=SECRET.encode())
    image = pdf.make_stream(out.getvalue())
    for key, value in {
        "/Type": Name.XObject, "/Subtype": Name.Image, "/Width": 16, "/Height": 16, "/BitsPerComponent": 8,
        "/ColorSpace": Name.DeviceRGB, "/Filter": Name.DCTDecode, "/PieceInfo": Dictionary(X=String(SECRET)),
        "/Metadata": pdf.make_stream(SECRET.encode()),
    }.items():  # fmt: skip
        image[key] = value
    pdf.pages[0].obj.Resources.XObject = Dictionary(I0=image)
    return pdf


@channel
def _annotations() -> Pdf:
    pdf = new_pdf(KEPT_TEXT)
    entries = []
    for at, kind in enumerate(
        ("Text", "FreeText", "Highlight", "Stamp", "Square", "Ink", "Popup", "Redact", "Line")
    ):
        entries.append(
            Dictionary(
                Type=Name.Annot, Subtype=Name("/" + kind), Rect=Array([40, 120 + at * 15, 240, 134 + at * 15]),
                Contents=String(SECRET), RC=String(f"<p>{SECRET}</p>"), T=String(SECRET), Subj=String(SECRET),
                NM=String(SECRET), DA=String("/F1 10 Tf 0 g"), F=4,
                AP=Dictionary(N=form(pdf, text_page(SECRET, (2, 4)), BBox=Array([0, 0, 200, 14]))),
            )
        )  # fmt: skip
    pdf.pages[0].obj.Annots = Array(entries)
    return pdf


@channel
def _links() -> Pdf:
    pdf = new_pdf(KEPT_TEXT)
    actions = [
        Dictionary(S=Name.URI, URI=String(f"https://example.org/{SECRET}")),
        Dictionary(S=Name.Launch, F=String(f"{SECRET}.exe")),
        Dictionary(S=Name.GoToR, F=String(f"{SECRET}.pdf"), D=String(SECRET)),
        Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{SECRET}')")),
    ]
    pdf.pages[0].obj.Annots = Array(
        [Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([40, 40, 90, 60]), A=a) for a in actions]
    )
    return pdf


@channel
def _form_fields() -> Pdf:
    pdf = new_pdf(KEPT_TEXT)
    common = {
        "Type": Name.Annot,
        "Subtype": Name.Widget,
        "T": String(SECRET),
        "TU": String(SECRET),
        "TM": String(SECRET),
    }
    state = form(pdf, "0 0 10 10 re f", BBox=Array([0, 0, 10, 10]))
    fields = [
        Dictionary(
            **common,
            FT=Name.Tx,
            Rect=Array([40, 200, 240, 220]),
            V=String(SECRET),
            DV=String(SECRET),
            DA=String("/F1 10 Tf 0 g"),
        ),
        Dictionary(
            **common,
            FT=Name.Ch,
            Rect=Array([40, 170, 240, 190]),
            Opt=Array([String(SECRET)]),
            V=String(SECRET),
            DA=String("/F1 10 Tf 0 g"),
        ),
        Dictionary(
            **common,
            FT=Name.Btn,
            Rect=Array([40, 150, 50, 160]),
            V=Name("/" + SECRET),
            AS=Name("/" + SECRET),
            AP=Dictionary(N=Dictionary({"/" + SECRET: state})),
        ),
        Dictionary(**common, FT=Name.Tx, Rect=Array([0, 0, 0, 0]), F=2, V=pdf.make_stream(SECRET.encode())),
    ]
    made = [pdf.make_indirect(f) for f in fields]
    pdf.pages[0].obj.Annots = Array(made)
    font = pdf.pages[0].obj.Resources.Font
    pdf.Root.AcroForm = Dictionary(
        Fields=Array(made), DR=Dictionary(Font=font), NeedAppearances=True,
        XFA=Array([String("datasets"), pdf.make_stream(f"<x>{SECRET}</x>".encode())]),
    )  # fmt: skip
    return pdf


@channel
def _outline_and_destinations() -> Pdf:
    pdf = new_pdf(KEPT_TEXT)
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(SECRET, 0))
        outline.root.append(pikepdf.OutlineItem(KEPT, 0))
    target = Array([pdf.pages[0].obj, Name.Fit])
    pdf.Root.Dests = Dictionary({"/" + SECRET: target})
    pdf.Root.Names = Dictionary(
        Dests=Dictionary(Names=Array([String(SECRET), target])),
        JavaScript=Dictionary(
            Names=Array([String(SECRET), Dictionary(S=Name.JavaScript, JS=String(SECRET))])
        ),
    )
    return pdf


@channel
def _information_and_metadata() -> Pdf:
    pdf = new_pdf(KEPT_TEXT)
    pdf.docinfo["/Title"] = SECRET
    pdf.docinfo["/Whatever"] = SECRET
    pdf.Root.Metadata = pdf.make_stream(f"<x>{SECRET}</x>".encode())
    pdf.pages[0].obj.Metadata = pdf.make_stream(SECRET.encode())
    return pdf


@channel
def _catalog_oddities() -> Pdf:
    pdf = new_pdf(KEPT_TEXT)
    root = pdf.Root
    root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(SECRET))
    root.AA = Dictionary(WC=Dictionary(S=Name.JavaScript, JS=String(SECRET)))
    root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(SECRET))]))
    root.Threads = Array([Dictionary(I=Dictionary(Title=String(SECRET)))])
    root.PieceInfo = Dictionary(App=Dictionary(Private=String(SECRET)))
    root.URI = Dictionary(Base=String(SECRET))
    root["/" + SECRET] = String(SECRET)
    root.Lang = String(SECRET)
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(SECRET)))
    root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(Order=Array([layer]), Name=String(SECRET))
    )
    page = pdf.pages[0].obj
    page.Resources.Properties = Dictionary({"/L0": layer})
    page.Thumb = pdf.make_stream(
        SECRET.encode(), Width=12, Height=1, BitsPerComponent=8, ColorSpace=Name.DeviceGray
    )
    page.PieceInfo = Dictionary(App=Dictionary(Private=String(SECRET)))
    page["/" + SECRET] = String(SECRET)
    return pdf


@channel
def _colourant_and_resource_names() -> Pdf:
    pdf = new_pdf(f"/{SECRET} cs 1 scn 40 200 50 20 re f\n" + KEPT_TEXT)
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0, 0, 0]), C1=Array([1, 0, 0]))
    space = Array([Name.Separation, Name("/" + SECRET), Name.DeviceRGB, function])
    pdf.pages[0].obj.Resources.ColorSpace = Dictionary({"/" + SECRET: space})
    return pdf


@channel
def _attachment() -> Pdf:
    pdf = new_pdf(KEPT_TEXT)
    inner = saved(new_pdf(text_page()))
    pdf.attachments["inner.pdf"] = pikepdf.AttachedFileSpec(
        pdf, inner, filename=f"{SECRET}.pdf", description=SECRET
    )
    pdf.attachments[f"{SECRET}.txt"] = pikepdf.AttachedFileSpec(pdf, f"{KEPT} {SECRET}".encode())
    return pdf


@channel
def _standard_font_without_widths_and_encoding() -> Pdf:
    pdf = new_pdf(f"BT /F2 12 Tf 40 200 Td ({LINE}) Tj ET")
    pdf.pages[0].obj.Resources.Font.F2 = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Times-Roman")
    )
    return pdf


@pytest.mark.parametrize("name", sorted(CHANNELS))
def test_nothing_of_the_secret_is_left_and_the_rest_stays(name: str) -> None:
    done = redact(saved(CHANNELS[name]()))
    assert leaks(done.data) == []
    assert KEPT in shown_text(done.data)


def test_old_revisions_orphans_and_bytes_after_the_end_are_gone() -> None:
    first = saved(new_pdf(text_page()))
    trailing = first + f"\n% {SECRET}\n7 0 obj ({SECRET}) endobj\n".encode()
    done = redact(trailing)
    assert leaks(done.data) == []
    assert KEPT in shown_text(done.data)


def test_an_encrypted_file_comes_out_redacted_and_without_encryption() -> None:
    data = saved(new_pdf(text_page()), encryption=pikepdf.Encryption(owner="o", user=""))
    done = redact(data)
    assert not pikepdf.open(io.BytesIO(done.data)).is_encrypted
    assert leaks(done.data) == []


@pytest.mark.parametrize(
    "name",
    [
        "Page",
        "Root",
        "Parent",
        "Length",
        "Kids",
        "Type",
        "Roman",
        "Stream",
        "Title",
        "Head",
        "Post",
        "Alpha",
        "Width",
    ],
)
def test_a_surname_that_is_a_word_of_the_format_goes_and_the_file_stays_whole(name: str) -> None:
    data = saved(new_pdf(text_page(f"meadow {name} harbour") + text_page("second line", (40, 100))))
    done = redact(data, name)
    shown = shown_text(done.data)
    assert name not in shown
    assert "meadow" in shown
    assert "second line" in shown
    assert verify(data, "a.pdf", done.data, "copy.pdf", [name], allowed=["█████"]).clean


def font_program(maker: str) -> bytes:
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "a"])
    builder.setupCharacterMap({97: "a"})
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 500))
    pen.lineTo((500, 0))
    pen.closePath()
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "a": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "a": (500, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable(
        {"familyName": "Plain", "designer": maker, "copyright": f"(c) {maker}, all rights"}
    )
    builder.setupOS2()
    builder.setupPost()
    out = io.BytesIO()
    builder.font.save(out)
    return out.getvalue()


def test_the_maker_named_in_a_font_program_goes_and_the_font_still_opens() -> None:
    pdf = new_pdf(text_page())
    program = pdf.make_stream(font_program(SECRET))
    descriptor = pdf.make_indirect(
        Dictionary(Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Plain"), Flags=32, FontFile2=program)
    )
    pdf.pages[0].obj.Resources.Font.F2 = pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/ABCDEF+Plain"), FirstChar=97, LastChar=97,
            Widths=Array([500]), FontDescriptor=descriptor, Encoding=Name.WinAnsiEncoding,
        )
    )  # fmt: skip
    pdf.pages[0].obj.Contents = pdf.make_stream((text_page() + "BT /F2 12 Tf 40 60 Td (aa) Tj ET").encode())
    data = saved(pdf)
    done = redact(data)
    assert leaks(done.data) == []
    assert verify(data, "a.pdf", done.data, "copy.pdf", [SECRET], allowed=["█████"]).clean
    with pikepdf.open(io.BytesIO(done.data)) as again:
        programs = [o for o in again.objects if isinstance(o, pikepdf.Stream) and o.get("/Length1")]
        programs += [
            o["/FontFile2"] for o in again.objects if isinstance(o, Dictionary) and "/FontFile2" in o
        ]
        assert programs
        assert TTFont(io.BytesIO(programs[0].read_bytes())).getGlyphOrder() == [".notdef", "a"]


@pytest.mark.parametrize("data", [b"\\8 \\9 (a\\8b) Tj", b"<4> Tj (\\", b"(\\777\\08) Tj"])
def test_the_check_reads_odd_escapes(data: bytes) -> None:
    pdf = new_pdf(data)
    checked = verify(b"", "a.pdf", saved(pdf), "copy.pdf", [SECRET])
    assert checked.clean, checked.warnings
