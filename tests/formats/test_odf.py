"""OpenDocument files: texts, spreadsheets, presentations."""

from __future__ import annotations

import io
import random
import shutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import formats
from app.documents import BlockKind
from app.documents.errors import DocumentError, PasswordNeeded
from app.formats import Context
from tests.formats.office_tools import SECRET, as_pdf_text, check_segments, leaks, plan_for, redacted

_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
        ("meta", "meta"), ("svg", "svg-compatible"), ("presentation", "presentation"), ("config", "config"),
    ]
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip


def _package(kind: str, body: str, automatic: str = "") -> bytes:
    media = f"application/vnd.oasis.opendocument.{kind}"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    styles = f"<style:master-page style:name='Standard' style:page-layout-name='pm'><style:header><text:p>Header {SECRET}</text:p></style:header></style:master-page>"
    parts = {
        "mimetype": media,
        "content.xml": f"<office:document-content {_NAMES} office:version='1.3'>{automatic}<office:body>{body}</office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {_NAMES} office:version='1.3'><office:automatic-styles><style:page-layout style:name='pm'/></office:automatic-styles><office:master-styles>{styles}</office:master-styles></office:document-styles>",
        "meta.xml": f"<office:document-meta {_NAMES}><office:meta><meta:initial-creator>{SECRET}</meta:initial-creator><meta:user-defined meta:name='Client'>{SECRET}</meta:user-defined></office:meta></office:document-meta>",
        "settings.xml": f"<office:document-settings {_NAMES}><office:settings><config:config-item config:name='PrinterName' config:type='string'>Printer of {SECRET}</config:config-item></office:settings></office:document-settings>",
        "Thumbnails/thumbnail.png": "no picture",
        "Basic/Standard/Module1.xml": f"<m>{SECRET}</m>",
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{manifest}"><manifest:file-entry manifest:full-path="/" manifest:media-type="{media}"/>'
        + "".join(
            f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
            for name in ("content.xml", "styles.xml", "meta.xml", "settings.xml", "Thumbnails/thumbnail.png")
        )
        + "</manifest:manifest>",
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def _text() -> bytes:
    return _package(
        "text",
        f"""<office:text><text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>{SECRET}</dc:creator></office:change-info><text:p>struck {SECRET}</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">Heading kept</text:h>
<text:p>Dear <text:span>Zebulon<text:s/>Quarr</text:span>ington, welcome<office:annotation><dc:creator>{SECRET}</dc:creator><text:p>Ask {SECRET}</text:p></office:annotation> here<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Note {SECRET}</text:p></text:note-body></text:note>.</text:p>
<text:p><text:bookmark text:name="{SECRET}"/><text:a xlink:href="mailto:zebulon.quarrington@example.org">write</text:a>
<draw:frame><draw:text-box><text:p>box {SECRET}</text:p></draw:text-box><svg:desc>Box of {SECRET}</svg:desc></draw:frame></text:p>
<table:table table:name="T"><table:table-row><table:table-cell><text:p>{SECRET}</text:p></table:table-cell><table:table-cell><text:p>Leeds</text:p></table:table-cell></table:table-row></table:table></office:text>""",
    )


def _sheet() -> bytes:
    return _package(
        "spreadsheet",
        f"""<office:spreadsheet><table:table table:name="Pay {SECRET}"><table:table-row><table:table-cell office:value-type="string" office:string-value="{SECRET}"><text:p>{SECRET}</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="date" office:date-value="1985-03-12"><text:p>12 March 1985</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="447700900123"><text:p>447700900123</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string" table:formula='of:="Dear {SECRET}"'><text:p>Dear {SECRET}</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="2" table:formula="of:=1+1"><text:p>2</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>Kept cell</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>""",
    )


def _show() -> bytes:
    return _package(
        "presentation",
        f"""<office:presentation><draw:page draw:name="One" draw:master-page-name="Standard"><draw:frame svg:width="10cm" svg:height="5cm" svg:x="1cm" svg:y="1cm"><draw:text-box><text:p>Kept slide of {SECRET}</text:p></draw:text-box><svg:title>{SECRET}</svg:title></draw:frame>
<presentation:notes><draw:frame><draw:text-box><text:p>Mention {SECRET}</text:p></draw:text-box></draw:frame></presentation:notes></draw:page></office:presentation>""",
    )


_ALL = [("odt", _text), ("ods", _sheet), ("odp", _show)]


def test_a_text_is_read_channel_by_channel() -> None:
    document = formats.read_bytes(_text(), Context("a.odt"))
    told = {(b.kind, document.text[b.start : b.end]) for b in document.blocks}
    assert (BlockKind.PARAGRAPH, f"Dear {SECRET}, welcome here.") in told
    assert (BlockKind.HEADING, "Heading kept") in told
    assert (BlockKind.DELETED, f"struck {SECRET}") in told
    assert (BlockKind.COMMENT, f"Ask {SECRET}") in told
    assert (BlockKind.FOOTNOTE, f"Note {SECRET}") in told
    assert (BlockKind.HEADER, f"Header {SECRET}") in told
    assert (BlockKind.CELL, f"{SECRET}\tLeeds") in told
    assert (BlockKind.LINK, "mailto:zebulon.quarrington@example.org") in told
    assert document.source.format == "odt"


def test_columns_of_a_sheet_stand_below_each_other() -> None:
    document = formats.read_bytes(_sheet(), Context("a.ods"))
    assert f"{SECRET}\t\t\t12 March 1985\t447700900123" in document.text
    notes = formats.read_bytes(_show(), Context("a.odp"))
    assert BlockKind.NOTE in {b.kind for b in notes.blocks}


@pytest.mark.parametrize(("kind", "make"), _ALL)
def test_nothing_of_a_secret_is_left_in_any_part(kind: str, make: object) -> None:
    data = make()  # type: ignore[operator]
    mail = "zebulon.quarrington@example.org"
    assert len({where for where, _ in leaks(data, SECRET)}) >= 5
    result = redacted(data, f"a.{kind}", SECRET, mail, "12 March 1985", "447700900123")
    assert leaks(result.data, SECRET, "1985-03-12", "447700900123") == []
    with zipfile.ZipFile(io.BytesIO(result.data)) as archive:
        assert archive.infolist()[0].filename == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        assert not [n for n in archive.namelist() if n.startswith(("Basic", "Thumbnails"))]
        assert b"thumbnail" not in archive.read("META-INF/manifest.xml")
    text = formats.read_bytes(result.data, Context(f"b.{kind}")).text
    assert "[PERSON 1]" in text
    assert "struck" not in text


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.text(
            st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=("Cs", "Cn", "Cc")),
            min_size=1,
        ),
        min_size=1,
        max_size=5,
    )
)
def test_each_character_maps_to_its_place(words: list[str]) -> None:
    from xml.sax.saxutils import escape

    body = "".join(f"<text:span>{escape(w)}</text:span>{escape(w)}<text:tab/>" for w in words)
    data = _package("text", f"<office:text><text:p>{body}</text:p></office:text>")
    document = formats.read_bytes(data, Context("a.odt"))
    check_segments(document, data)
    shown = "".join(f"{w}{w}\t" for w in words)
    assert not shown.strip() or shown in document.text


@pytest.mark.parametrize(("kind", "make"), _ALL)
def test_damaged_files_raise_document_errors_only(kind: str, make: object) -> None:
    data = make()  # type: ignore[operator]
    check_segments(formats.read_bytes(data, Context(f"a.{kind}")), data)
    rng = random.Random(17)
    for _ in range(20):
        broken = bytearray(data)
        for _ in range(rng.randrange(1, 8)):
            broken[rng.randrange(len(broken))] = rng.randrange(256)
        for sample in (bytes(broken), data[: rng.randrange(1, len(data))]):
            try:
                document = formats.read_bytes(sample, Context(f"a.{kind}"))
                formats.redact_bytes(sample, document, plan_for(document, SECRET), Context(f"a.{kind}"))
            except DocumentError:
                continue


def test_an_encrypted_file_asks_for_its_password() -> None:
    data = _text().replace(b"</manifest:manifest>", b"<encryption-data/></manifest:manifest>")
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_text())) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("manifest.xml"):
                content = content.replace(
                    b"</manifest:manifest>", b"<manifest:encryption-data/></manifest:manifest>"
                )
            new.writestr(name, content)
    assert data
    with pytest.raises(PasswordNeeded):
        formats.read_bytes(target.getvalue(), Context("a.odt"))


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_copies_and_shows_no_secret(tmp_path: Path) -> None:
    for kind, make, kept in (("odt", _text, "Heading kept"), ("ods", _sheet, "Kept cell")):
        text = as_pdf_text(redacted(make(), f"a.{kind}", SECRET).data, f".{kind}", tmp_path)
        assert kept in text
        assert "Quarrington" not in text
