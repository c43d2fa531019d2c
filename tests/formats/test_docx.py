"""Word documents: what a reader could meet is read, and what is taken out is gone from every part."""

from __future__ import annotations

import io
import random
import shutil
import zipfile
from pathlib import Path

import pytest
from docx import Document as NewDocument
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from PIL import Image

from app import formats
from app.documents import BlockKind, Limits, Operator, Plan
from app.documents.errors import DocumentError, LimitExceeded, PasswordNeeded, UnsupportedFormat
from app.formats import Context
from tests.formats.office_tools import (
    SECRET,
    as_pdf_text,
    check_segments,
    leaks,
    patched,
    plan_for,
    redacted,
    visible_strings,
)

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "application/vnd.openxmlformats-officedocument"


def _saved(document: object) -> bytes:
    target = io.BytesIO()
    document.save(target)  # type: ignore[attr-defined]
    return target.getvalue()


def _photo() -> bytes:
    picture = Image.new("RGB", (60, 40), "green")
    exif = Image.Exif()
    exif[0x013B] = SECRET
    target = io.BytesIO()
    picture.save(target, "JPEG", exif=exif, comment=SECRET.encode())
    return target.getvalue()


def _simple() -> bytes:
    document = NewDocument()
    document.add_heading("Report on the matter", 1)
    paragraph = document.add_paragraph("It was ")
    paragraph.add_run("Zebulon Quarr").bold = True
    paragraph.add_run("ington").italic = True
    paragraph.add_run(" who signed the lease.")
    document.add_paragraph("A point", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, text in zip(
        [c for row in table.rows for c in row.cells], ["Name", "City", SECRET, "Leeds"], strict=True
    ):
        cell.text = text
    return _saved(document)


_BODY = f"""
<w:p w:rsidR="00ABCDEF"><w:bookmarkStart w:id="91" w:name="Zebulon_Quarrington"/><w:bookmarkEnd w:id="91"/>
<w:ins w:id="92" w:author="{SECRET}" w:date="2024-01-01T00:00:00Z"><w:r><w:t>added {SECRET} words</w:t></w:r></w:ins>
<w:del w:id="93" w:author="{SECRET}"><w:r><w:delText>struck {SECRET} out</w:delText></w:r></w:del>
<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden {SECRET} text</w:t></w:r>
<w:commentRangeStart w:id="0"/><w:r><w:t>remarked</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>
<w:hyperlink r:id="rIdLink" w:tooltip="to {SECRET}"><w:r><w:t>the site</w:t></w:r></w:hyperlink></w:p>
<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "mailto:zebulon.</w:instrText></w:r>
<w:r><w:instrText>quarrington@example.org" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
<w:r><w:t>write to {SECRET}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps"><w:txbxContent><w:p><w:r><w:t>box {SECRET}</w:t></w:r></w:p></w:txbxContent></mc:Choice>
<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>box {SECRET}</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>
</mc:AlternateContent></w:r></w:p>
"""
_DOCUMENT_RELS = f"""
<Relationship Id="rIdLink" Type="{_R}/hyperlink" Target="https://example.org/?q=Zebulon%20Quarrington" TargetMode="External"/>
<Relationship Id="rIdNotes" Type="{_R}/footnotes" Target="footnotes.xml"/>
<Relationship Id="rIdComments" Type="{_R}/comments" Target="comments.xml"/>
<Relationship Id="rIdPeople" Type="http://schemas.microsoft.com/office/2011/relationships/people" Target="people.xml"/>
<Relationship Id="rIdSheet" Type="{_R}/package" Target="embeddings/sheet.xlsx"/>
<Relationship Id="rIdPhoto" Type="{_R}/image" Target="media/Zebulon-Quarrington.jpg"/>
<Relationship Id="rIdMacro" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>
<Relationship Id="rIdPrinter" Type="{_R}/printerSettings" Target="printerSettings/printerSettings1.bin"/>
<Relationship Id="rIdChart" Type="{_R}/chart" Target="charts/chart1.xml"/>
<Relationship Id="rIdTemplate" Type="{_R}/attachedTemplate" Target="file:///C:/Users/Zebulon%20Quarrington/n.dotm" TargetMode="External"/>
<Relationship Id="rIdCustom" Type="{_R}/customXml" Target="../customXml/item9.xml"/></Relationships>"""
_PACKAGE_RELS = f"""<Relationship Id="rIdOwn" Type="{_R}/custom-properties" Target="docProps/custom.xml"/></Relationships>"""
_TYPES = f"""<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>
<Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="xlsx" ContentType="{_OFFICE}.spreadsheetml.sheet"/>
<Override PartName="/word/footnotes.xml" ContentType="{_OFFICE}.wordprocessingml.footnotes+xml"/>
<Override PartName="/word/comments.xml" ContentType="{_OFFICE}.wordprocessingml.comments+xml"/>
<Override PartName="/word/people.xml" ContentType="{_OFFICE}.wordprocessingml.people+xml"/>
<Override PartName="/word/charts/chart1.xml" ContentType="{_OFFICE}.drawingml.chart+xml"/>
<Override PartName="/docProps/custom.xml" ContentType="{_OFFICE}.custom-properties+xml"/></Types>"""


def _full() -> bytes:
    """A document with the secret in every channel of a Word file."""
    document = NewDocument()
    document.add_paragraph("Kept sentence about the harbour.")
    document.sections[0].header.paragraphs[0].text = f"Header {SECRET}"
    document.sections[0].footer.paragraphs[0].text = f"Footer {SECRET}"
    document.core_properties.author = SECRET
    document.core_properties.title = f"On {SECRET}"
    document.add_picture(io.BytesIO(_photo()))
    sheet = Workbook()
    sheet.active["A1"] = SECRET  # type: ignore[index]
    data = _saved(document)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        comments = {"word/comments.xml"} & set(archive.namelist())
    assert not comments
    w = f'xmlns:w="{_W}"'
    data = patched(
        data,
        {
            "word/document.xml": ("<w:sectPr", _BODY + "<w:sectPr"),
            "word/_rels/document.xml.rels": ("</Relationships>", _DOCUMENT_RELS),
            "_rels/.rels": ("</Relationships>", _PACKAGE_RELS),
            "[Content_Types].xml": ("</Types>", _TYPES),
            "word/settings.xml": ("<w:zoom", '<w:rsids><w:rsidRoot w:val="00ABCDEF"/></w:rsids><w:zoom'),
        },
        {
            "word/footnotes.xml": f'<w:footnotes {w}><w:footnote w:id="1"><w:p><w:r><w:t>Note {SECRET}</w:t></w:r></w:p></w:footnote></w:footnotes>'.encode(),
            "word/comments.xml": f'<w:comments {w}><w:comment w:id="0" w:author="{SECRET}" w:initials="ZQ"><w:p><w:r><w:t>Ask {SECRET}</w:t></w:r></w:p></w:comment></w:comments>'.encode(),
            "word/people.xml": f'<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="{SECRET}"/></w15:people>'.encode(),
            "word/charts/chart1.xml": f'<c:chartSpace xmlns:c="urn:c"><c:strCache><c:pt idx="0"><c:v>{SECRET}</c:v></c:pt></c:strCache></c:chartSpace>'.encode(),
            "word/embeddings/sheet.xlsx": _saved(sheet),
            "word/media/Zebulon-Quarrington.jpg": _photo(),
            "word/vbaProject.bin": SECRET.encode("utf-16-le"),
            "word/printerSettings/printerSettings1.bin": SECRET.encode("utf-16-le"),
            "customXml/item9.xml": f"<data><client>{SECRET}</client></data>".encode(),
            "docProps/custom.xml": f'<Properties xmlns="urn:p"><property name="Client"><v>{SECRET}</v></property></Properties>'.encode(),
        },
    )
    with_alt = {"word/document.xml": ("<wp:docPr ", f'<wp:docPr descr="Portrait of {SECRET}" ')}
    return patched(data, with_alt, {})


def test_a_word_split_over_runs_is_one_paragraph_and_headings_and_rows_are_told() -> None:
    document = formats.read_bytes(_simple(), Context("a.docx"))
    blocks = {document.text[b.start : b.end]: b.kind for b in document.blocks}
    assert blocks["It was Zebulon Quarrington who signed the lease."] is BlockKind.PARAGRAPH
    assert blocks["Report on the matter"] is BlockKind.HEADING
    assert blocks[f"{SECRET}\tLeeds"] is BlockKind.CELL
    assert document.source.format == "docx"


def test_every_channel_is_read_once() -> None:
    document = formats.read_bytes(_full(), Context("a.docx", ocr=False))
    kinds = {b.kind for b in document.blocks if SECRET in document.text[b.start : b.end]}
    assert kinds >= {
        BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE, BlockKind.COMMENT, BlockKind.DELETED, BlockKind.HIDDEN,
        BlockKind.METADATA, BlockKind.ATTRIBUTE, BlockKind.CELL, BlockKind.PARAGRAPH,
    }  # fmt: skip
    assert document.text.count(f"box {SECRET}") == 1
    assert 'HYPERLINK "mailto:zebulon.quarrington@example.org"' in document.text
    assert any(b.kind is BlockKind.LINK for b in document.blocks)


def test_nothing_of_a_secret_is_left_in_any_part() -> None:
    data = _full()
    assert len({where for where, _ in leaks(data, SECRET)}) >= 14
    result = redacted(data, "a.docx", SECRET)
    assert leaks(result.data, SECRET) == []
    names = set(zipfile.ZipFile(io.BytesIO(result.data)).namelist())
    assert not names & {
        "word/vbaProject.bin",
        "word/people.xml",
        "docProps/custom.xml",
        "customXml/item9.xml",
    }
    text = formats.read_bytes(result.data, Context("b.docx", ocr=False)).text
    assert "Kept sentence about the harbour." in text
    assert "added [PERSON 1] words" in text
    assert "struck" not in text


def test_channels_that_no_plan_names_are_cleaned_all_the_same() -> None:
    data = _full()
    document = formats.read_bytes(data, Context("a.docx", ocr=False))
    result = formats.redact_bytes(data, document, Plan((), ()), Context("a.docx", ocr=False))
    everything = "".join(text for _, text in visible_strings(result.data))
    for gone in ("00ABCDEF", f'author="{SECRET}"', "<client>", f"struck {SECRET}", "n.dotm"):
        assert gone not in everything


def test_relationships_and_types_name_only_parts_that_are_there() -> None:
    from app.formats.ooxml.package import Package, read_package
    from app.formats.ooxml.rels import all_rels, content_types, relationships, rels_owner

    package: Package = read_package(redacted(_full(), "a.docm", SECRET).data, Limits())
    for rels in all_rels(package):
        for _, _, target, external in relationships(package, rels_owner(rels)):
            assert external or target in package.parts
    assert set(content_types(package)) <= set(package.parts)
    assert next(iter(package.parts)) == "[Content_Types].xml"


def test_formatting_stays() -> None:
    result = redacted(_simple(), "a.docx", SECRET)
    document = NewDocument(io.BytesIO(result.data))
    assert document.paragraphs[0].style.name == "Heading 1"
    assert [run.bold for run in document.paragraphs[1].runs][1] is True
    assert document.paragraphs[1].text == "It was [PERSON 1] who signed the lease."
    assert document.paragraphs[2].style.name == "List Bullet"
    assert document.tables[0].cell(1, 0).text == "[PERSON 1]"


def test_removal_without_trace_and_equal_output_for_equal_input() -> None:
    data = _simple()
    document = formats.read_bytes(data, Context("a.docx"))
    plan = plan_for(document, SECRET, operator=Operator.REMOVE, words="")
    first = formats.redact_bytes(data, document, plan, Context("a.docx")).data
    assert first == formats.redact_bytes(data, document, plan, Context("a.docx")).data
    assert NewDocument(io.BytesIO(first)).paragraphs[1].text == "It was  who signed the lease."


_TEXT = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FFFF, exclude_categories=("Cs", "Cn", "Cc")), max_size=12
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(_TEXT, min_size=1, max_size=4), min_size=1, max_size=4))
def test_each_character_maps_to_its_place(paragraphs: list[list[str]]) -> None:
    document = NewDocument()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for run in runs:
            paragraph.add_run(run)
    data = _saved(document)
    read = formats.read_bytes(data, Context("a.docx"))
    check_segments(read, data)
    for runs in paragraphs:
        assert not "".join(runs).strip() or "".join(runs) in read.text


def test_a_full_document_maps_to_its_places() -> None:
    data = _full()
    assert check_segments(formats.read_bytes(data, Context("a.docx", ocr=False)), data) > 300


def test_damaged_files_raise_document_errors_only() -> None:
    data = _full()
    rng = random.Random(7)
    for _ in range(25):
        broken = bytearray(data)
        for _ in range(rng.randrange(1, 12)):
            broken[rng.randrange(len(broken))] = rng.randrange(256)
        for sample in (bytes(broken), data[: rng.randrange(1, len(data))]):
            try:
                context = Context("a.docx", ocr=False)
                document = formats.read_bytes(sample, context)
                formats.redact_bytes(sample, document, plan_for(document, SECRET), context)
            except DocumentError:
                continue


def test_bombs_are_stopped() -> None:
    data = _simple()
    entity = patched(
        data,
        {"word/document.xml": ("<w:document", '<!DOCTYPE a [<!ENTITY x "aaaa">]><w:document')},
        {},
    )
    with pytest.raises(DocumentError):
        formats.read_bytes(entity, Context("a.docx"))
    target = io.BytesIO(data)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/big.bin", b"\0" * 30_000_000)
    with pytest.raises(LimitExceeded):
        formats.read_bytes(target.getvalue(), Context("a.docx"))


def test_old_and_encrypted_files_say_what_to_do() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    with pytest.raises(PasswordNeeded):
        formats.read_bytes(ole + "EncryptedPackage".encode("utf-16-le"), Context("a.docx"))
    with pytest.raises(UnsupportedFormat, match=r"\.docx"):
        formats.read_bytes(ole + "WordDocument\0".encode("utf-16-le"), Context("a.doc"))


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_copy_and_shows_no_secret(tmp_path: Path) -> None:
    text = as_pdf_text(redacted(_full(), "a.docx", SECRET).data, ".docx", tmp_path)
    assert "Kept sentence about the harbour." in text
    assert "Quarrington" not in text
