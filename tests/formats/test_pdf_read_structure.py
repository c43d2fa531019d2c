"""What a PDF says beside its pages comes out as blocks of its own, each with a place."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen import canvas

from app import formats
from app.documents import BlockKind, Document, Limits, Operator, Plan, Removal
from app.formats.base import Context
from app.verify import verify


def page(text: str = "Visible words on the page") -> pikepdf.Pdf:
    out = BytesIO()
    sheet = canvas.Canvas(out)
    sheet.drawString(60, 700, text)
    sheet.save()
    return pikepdf.open(BytesIO(out.getvalue()))


def saved(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def read(pdf: pikepdf.Pdf, **options: object) -> Document:
    return formats.read_bytes(saved(pdf), Context(name="x.pdf", ocr=False, **options))  # type: ignore[arg-type]


def found(document: Document, text: str) -> tuple[BlockKind, str]:
    block = document.block_at(document.text.index(text))
    assert block is not None
    return block.kind, block.place


def test_notes_with_author_subject_and_links() -> None:
    pdf = page()
    pdf.pages[0].Annots = Array(
        [
            pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot, Subtype=Name.Text, Rect=[10, 10, 30, 30],
                    Contents=String("Call Mrs Ekaterina"), T=String("R. Viewer"), Subj=String("Follow up"),
                )
            ),
            Dictionary(
                Type=Name.Annot, Subtype=Name.Link, Rect=[10, 50, 30, 70],
                A=Dictionary(S=Name.URI, URI=String("https://example.org/u/ekaterina")),
            ),
        ]
    )  # fmt: skip
    document = read(pdf)
    assert found(document, "Call Mrs Ekaterina") == (BlockKind.ANNOTATION, "page 1, note")
    assert found(document, "R. Viewer") == (BlockKind.ANNOTATION, "page 1, author")
    assert found(document, "Follow up") == (BlockKind.ANNOTATION, "page 1, subject")
    assert found(document, "https://example.org/u/ekaterina") == (BlockKind.LINK, "page 1, link")


def test_form_values_even_of_hidden_fields_and_nested_names() -> None:
    pdf = page()
    inner = pdf.make_indirect(Dictionary(T=String("surname"), V=String("Featherstone"), FT=Name.Tx, F=2))
    choice = pdf.make_indirect(
        Dictionary(T=String("doctor"), FT=Name.Ch, Opt=Array([String("Dr Lovelace"), String("Dr Boole")]))
    )
    outer = pdf.make_indirect(Dictionary(T=String("patient"), Kids=Array([inner, choice])))
    pdf.Root.AcroForm = Dictionary(Fields=Array([outer]))
    document = read(pdf)
    assert found(document, "Featherstone") == (BlockKind.FORM_FIELD, "form field patient.surname, value")
    assert found(document, "Dr Boole")[0] is BlockKind.FORM_FIELD
    assert document.attributes["has_forms"] == "yes"


def test_outline_properties_xmp_labels_and_named_places() -> None:
    pdf = page()
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Chapter on Zebulon", 0))
    with pdf.open_metadata(set_pikepdf_as_editor=False) as meta:
        meta["dc:description"] = "Statement of Barnabas"
    pdf.docinfo["/Author"] = "Petronella Quist"
    pdf.docinfo["/CaseNumber"] = "HX-77120"
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String("Draft for Ulrike "))]))
    pdf.Root.Names = Dictionary(
        Dests=Dictionary(Names=Array([String("witness-Cornelius"), Array([pdf.pages[0].obj, Name.Fit])]))
    )
    document = read(pdf)
    assert found(document, "Chapter on Zebulon") == (BlockKind.OUTLINE, "outline")
    assert found(document, "Petronella Quist") == (BlockKind.METADATA, "property Author")
    assert found(document, "HX-77120") == (BlockKind.METADATA, "property CaseNumber")
    assert "Statement of Barnabas" in document.text
    assert "Draft for Ulrike" in document.text
    assert "witness-Cornelius" in document.text


def attach(outer: pikepdf.Pdf, name: str, data: bytes) -> None:
    outer.attachments[name] = pikepdf.AttachedFileSpec(outer, data, filename=name)


def test_attachments_are_read_like_files_of_their_own() -> None:
    inner = page("Innermost Theodora")
    middle = page("Middle page")
    attach(middle, "inner.pdf", saved(inner))
    outer = page("Outer page")
    attach(outer, "middle of Ambrose.pdf", saved(middle))
    document = read(outer)
    assert "Outer page" in document.text and "Middle page" in document.text
    assert "Innermost Theodora" in document.text
    assert found(document, "middle of Ambrose.pdf")[0] is BlockKind.FILE_NAME
    child = document.embedded[0]
    assert document.text[child.start : child.end] == child.document.text
    assert child.document.embedded[0].name == "inner.pdf"


def test_an_attachment_that_cannot_be_read_leaves_a_warning_only() -> None:
    outer = page()
    attach(outer, "riddle.bin", b"\x00\x01\x02\x03" * 50)
    document = read(outer)
    assert "Visible words" in document.text
    assert any(warning.startswith("riddle.bin:") for warning in document.warnings)


def test_attachments_nested_too_deep_leave_a_warning() -> None:
    pdf = page("level 0")
    for level in range(1, 5):
        outer = page(f"level {level}")
        attach(outer, f"level{level - 1}.pdf", saved(pdf))
        pdf = outer
    document = read(pdf, limits=Limits(nesting=2))
    assert "level 4" in document.text and "level 2" in document.text
    assert "level 1" not in document.text.replace("level1.pdf", "")
    assert any("nested" in warning for warning in document.warnings)


def test_an_outline_that_runs_in_circles_ends() -> None:
    pdf = page()
    first = pdf.make_indirect(Dictionary(Title=String("Round and round")))
    first.Next = first
    first.First = first
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=first))
    assert read(pdf).text.count("Round and round") == 1


def form(lines: int) -> Document:
    out = BytesIO()
    sheet = canvas.Canvas(out)
    for line in range(lines):
        sheet.drawString(
            60, 800 - 12 * line, f"Line {line} of the form asks for a name and for an amount in full"
        )
    sheet.save()
    pdf = pikepdf.open(BytesIO(out.getvalue()))
    template = (
        b"<template xmlns='http://www.xfa.org/schema/xfa-template/3.0/'><field><caption>Surname of the heir</caption>"
        b"<script>xfa.host.messageBox('Programming')</script></field></template>"
    )
    data = b"<xfa:data xmlns:xfa='http://www.xfa.org/schema/xfa-data/1.0/'><heir>Ekaterina Zebraquill</heir></xfa:data>"
    packets = [("template", template), ("localeSet", b"<l>Januar</l>"), ("datasets", data)]
    parts = [part for name, content in packets for part in (String(name), pdf.make_stream(content))]
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array(), XFA=Array(parts)))
    return read(pdf)


def test_of_a_form_that_its_pages_show_only_what_was_filled_in_is_read() -> None:
    shown = form(lines=20)
    assert found(shown, "Ekaterina Zebraquill") == (BlockKind.FORM_FIELD, "form data (XFA)")
    assert "Surname of the heir" not in shown.text


def test_of_a_form_that_no_page_shows_the_captions_are_read_too() -> None:
    hidden = form(lines=1)
    assert "Ekaterina Zebraquill" in hidden.text
    assert "Surname of the heir" in hidden.text
    assert "Programming" not in hidden.text
    assert "Januar" not in hidden.text


def with_ligature(name: str) -> pikepdf.Pdf:
    """ "Ada Gr" and "n" in a font whose only glyph between them has this name."""
    pdf = page("Ada Gr!n")
    (font,) = pdf.pages[0].Resources.Font.values()
    font.Encoding = Dictionary(Type=Name.Encoding, Differences=Array([ord("!"), Name(f"/{name}")]))
    return pdf


@pytest.mark.parametrize(
    ("name", "text"),
    [("f_f_i", "Ada Grffin"), ("f_i.alt", "Ada Grfin"), ("uni0066_i", "Ada Grfin"), ("f_nonsense", "Ada Gr")],
)
def test_a_ligature_is_read_by_the_letters_in_its_name(name: str, text: str) -> None:
    assert read(with_ligature(name)).text.startswith(text)


def test_a_name_written_with_such_a_ligature_goes() -> None:
    data = saved(with_ligature("f_f_i"))
    document = formats.read_bytes(data, Context(name="x.pdf", ocr=False))
    start = document.text.index("Grffin")
    plan = Plan((Removal(start, start + 6, "PERSON", Operator.BLACKOUT, ""),), ("Grffin",))
    copy = formats.redact_bytes(data, document, plan, Context(name="x.pdf", ocr=False)).data
    assert verify(data, "x.pdf", copy, "x.pdf", ["Grffin"]).clean
    assert formats.read_bytes(copy, Context(name="x.pdf", ocr=False)).text.strip() == "Ada"
