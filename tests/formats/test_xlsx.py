"""Workbooks: cells as a person sees them; values, formulas, names and caches that go for good."""

from __future__ import annotations

import datetime as dt
import io
import random
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from app import formats
from app.documents import BlockKind
from app.documents.errors import DocumentError
from app.formats import Context
from tests.formats.office_tools import SECRET, as_pdf_text, check_segments, leaks, patched, plan_for, redacted

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
BORN, PHONE = "1985-03-12", "447700900123"


def _saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _full() -> bytes:
    """A workbook with the secret in every channel."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = f"Pay {SECRET}"[:31]
    sheet.append(["Name", "Born", "Phone", "Pay"])
    sheet.append([SECRET, dt.date(1985, 3, 12), int(PHONE), 1000.5])
    sheet.append(["Ann Other", dt.date(1990, 1, 1), 331234567890, 2000])
    sheet["A2"].font = Font(bold=True)
    sheet["A5"] = f'="Dear "&"{SECRET}"'
    sheet["D5"] = f"=SUM('Pay {SECRET}'!D2:D3)"
    sheet["A6"] = "=A2"
    sheet["A2"].comment = Comment(f"Call {SECRET}", SECRET)
    sheet["A3"].hyperlink = "mailto:zebulon.quarrington@example.org"
    choices = DataValidation(type="list", formula1=f'"{SECRET},Ann Other"', prompt=f"Not {SECRET}")
    sheet.add_data_validation(choices)
    choices.add("F2")
    sheet.oddHeader.center.text = SECRET
    sheet.column_dimensions["H"].hidden = True
    sheet["H2"] = f"column of {SECRET}"
    sheet.row_dimensions[9].hidden = True
    sheet["A9"] = f"row of {SECRET}"
    book.defined_names["Zebulon_Quarrington"] = DefinedName(
        "Zebulon_Quarrington", attr_text=f"'Pay {SECRET}'!$A$2"
    )
    hidden = book.create_sheet("Back office")
    hidden.sheet_state = "veryHidden"
    hidden["B2"] = f"very hidden {SECRET}"
    chart = BarChart()
    chart.title = f"Pay of {SECRET}"
    chart.add_data(Reference(sheet, min_col=4, min_row=1, max_row=3), titles_from_data=True)
    sheet.add_chart(chart, "J2")
    book.properties.creator = SECRET
    relations = (
        f'<Relationship Id="rIdExt" Type="{_R}/externalLink" Target="externalLinks/externalLink1.xml"/>'
        f'<Relationship Id="rIdPiv" Type="{_R}/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/>'
        f'<Relationship Id="rIdCalc" Type="{_R}/calcChain" Target="calcChain.xml"/></Relationships>'
    )
    types = "".join(
        f'<Override PartName="/xl/{part}" ContentType="{_OFFICE}.{kind}+xml"/>'
        for part, kind in [
            ("externalLinks/externalLink1.xml", "externalLink"), ("calcChain.xml", "calcChain"),
            ("pivotCache/pivotCacheDefinition1.xml", "pivotCacheDefinition"),
        ]
    )  # fmt: skip
    return patched(
        _saved(book),
        {
            "xl/_rels/workbook.xml.rels": ("</Relationships>", relations),
            "[Content_Types].xml": ("</Types>", types + "</Types>"),
            "xl/workbook.xml": (
                "<definedNames>",
                f'<externalReferences><externalReference xmlns:r="{_R}" r:id="rIdExt"/></externalReferences><definedNames>',
            ),
            "xl/worksheets/sheet1.xml": ("<f>A2</f><v></v>", f"<f>A2</f><v>{SECRET}</v>"),
        },
        {
            "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{_MAIN}"><v>{SECRET}</v></externalLink>'.encode(),
            "xl/pivotCache/pivotCacheDefinition1.xml": f'<pivotCacheDefinition xmlns="{_MAIN}"><s v="{SECRET}"/></pivotCacheDefinition>'.encode(),
            "xl/calcChain.xml": f'<calcChain xmlns="{_MAIN}"><c r="A5"/></calcChain>'.encode(),
            "xl/printerSettings/printerSettings1.bin": SECRET.encode("utf-16-le"),
        },
    )


def _shared() -> bytes:
    """A workbook with shared strings, one of them used by no cell."""
    strings = f'<sst xmlns="{_MAIN}"><si><r><t>Zebulon </t></r><r><t>Quarrington</t></r></si><si><t>Kept</t></si><si><t>orphan {SECRET}</t></si></sst>'
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"] = 1
    sheet = (
        f'<worksheet xmlns="{_MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
        f'<c r="C1"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>'
    )
    relation = (
        f'<Relationship Id="rIdS" Type="{_R}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    )
    kind = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_OFFICE}.sharedStrings+xml"/></Types>'
    made = _saved(book)
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sharedStrings.xml"):
                continue
            if name == "xl/worksheets/sheet1.xml":
                content = sheet.encode()
            if name == "xl/_rels/workbook.xml.rels" and b"sharedStrings" not in content:
                content = content.replace(b"</Relationships>", relation.encode())
            if name == "[Content_Types].xml" and b"sharedStrings" not in content:
                content = content.replace(b"</Types>", kind.encode())
            new.writestr(name, content)
        new.writestr("xl/sharedStrings.xml", strings)
    return target.getvalue()


def test_cells_read_as_a_person_sees_them() -> None:
    document = formats.read_bytes(_full(), Context("a.xlsx"))
    places = {b.place: (b.kind, document.text[b.start : b.end]) for b in document.blocks if "!" in b.place}
    name = f"Pay {SECRET}"
    assert places[f"{name}!B2"] == (BlockKind.CELL, BORN)
    assert places[f"{name}!C2"] == (BlockKind.CELL, PHONE)
    assert places[f"{name}!H2"][0] is BlockKind.HIDDEN
    assert places[f"{name}!A9"][0] is BlockKind.HIDDEN
    assert places["Back office!B2"] == (BlockKind.HIDDEN, f"very hidden {SECRET}")
    assert f"{SECRET}\t{BORN}\t{PHONE}\t1000.5" in document.text


def test_nothing_of_a_secret_is_left_in_any_part() -> None:
    data = _full()
    assert len({where for where, _ in leaks(data, SECRET)}) >= 8
    mail = "zebulon.quarrington@example.org"
    result = redacted(data, "a.xlsx", SECRET, BORN, PHONE, mail)
    assert leaks(result.data, SECRET, PHONE) == []
    assert b"31118" not in zipfile.ZipFile(io.BytesIO(result.data)).read("xl/worksheets/sheet1.xml")


def test_formulas_formatting_and_other_cells_stay() -> None:
    result = redacted(_full(), "a.xlsx", SECRET, BORN, PHONE)
    book = openpyxl.load_workbook(io.BytesIO(result.data))
    sheet = book.worksheets[0]
    assert sheet["A2"].value == "[PERSON 1]"
    assert sheet["A2"].font.bold
    assert sheet["B2"].value == "[PERSON 1]"
    assert sheet["D5"].value == f"=SUM('{sheet.title}'!D2:D3)"
    assert sheet["A6"].value == "[PERSON 1]"
    assert sheet["A3"].value == "Ann Other"
    assert sheet["B3"].value == dt.datetime(1990, 1, 1)
    assert sheet["D2"].value == 1000.5
    assert book.worksheets[1].sheet_state == "veryHidden"


def test_shared_strings_are_edited_over_runs_and_orphans_emptied() -> None:
    data = _shared()
    document = formats.read_bytes(data, Context("a.xlsx"))
    assert f"{SECRET}\tKept\t2" in document.text
    assert f"orphan {SECRET}" in document.text
    result = redacted(data, "a.xlsx", SECRET)
    assert leaks(result.data, SECRET) == []
    sheet = openpyxl.load_workbook(io.BytesIO(result.data)).worksheets[0]
    assert (sheet["A1"].value, sheet["B1"].value, sheet["C1"].value) == ("[PERSON 1]", "Kept", "=1+1")
    unplanned = redacted(data, "a.xlsx", "nothing of the kind")
    assert b"orphan" not in zipfile.ZipFile(io.BytesIO(unplanned.data)).read("xl/sharedStrings.xml")


def test_caches_links_and_chains_go_with_what_points_at_them() -> None:
    with zipfile.ZipFile(io.BytesIO(redacted(_full(), "a.xlsx", SECRET).data)) as archive:
        names = archive.namelist()
        assert not [n for n in names if any(w in n for w in ("pivot", "external", "calcChain", "printer"))]
        assert b"externalReference" not in archive.read("xl/workbook.xml")


_CELL = st.one_of(
    st.text(
        st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=("Cs", "Cn", "Cc")),
        max_size=10,
    ),
    st.integers(-(10**12), 10**12),
    st.floats(-1e9, 1e9, allow_nan=False),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(_CELL, max_size=4), min_size=1, max_size=4))
def test_each_character_maps_to_its_place(rows: list[list[str | int | float]]) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append([f" {v}" if isinstance(v, str) and v.startswith("=") else v for v in row])
    data = _saved(book)
    check_segments(formats.read_bytes(data, Context("a.xlsx")), data)


def test_damaged_files_raise_document_errors_only() -> None:
    data = _full()
    rng = random.Random(11)
    for _ in range(25):
        broken = bytearray(data)
        for _ in range(rng.randrange(1, 12)):
            broken[rng.randrange(len(broken))] = rng.randrange(256)
        for sample in (bytes(broken), data[: rng.randrange(1, len(data))]):
            try:
                document = formats.read_bytes(sample, Context("a.xlsx"))
                formats.redact_bytes(sample, document, plan_for(document, SECRET), Context("a.xlsx"))
            except DocumentError:
                continue


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_copy_and_shows_no_secret(tmp_path: Path) -> None:
    text = as_pdf_text(redacted(_full(), "a.xlsx", SECRET, PHONE).data, ".xlsx", tmp_path)
    assert "Ann Other" in text
    assert "Quarrington" not in text


@pytest.mark.parametrize(
    "written",
    [
        f'<p xmlns="$ListId:Papers;"><owner>{SECRET}</owner></p>',
        f"<p><![if gte mso 9]><owner>{SECRET}</owner><![endif]></p>",
    ],
)
def test_markup_that_only_office_writes_stops_no_reading(written: str) -> None:
    data = patched(_full(), {}, {"customXml/item1.xml": written.encode()})
    assert "Ann Other" in formats.read_bytes(data, Context(name="x.xlsx")).text
    assert not leaks(redacted(data, "x.xlsx", SECRET).data, SECRET)


def test_a_part_that_is_really_broken_is_told() -> None:
    data = patched(_full(), {}, {"customXml/item1.xml": b'<p xmlns="$ListId:Papers;"><owner></p>'})
    with pytest.raises(DocumentError, match="damaged"):
        formats.read_bytes(data, Context(name="x.xlsx"))
