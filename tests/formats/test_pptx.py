"""Presentations: slides, notes, comments, masters and charts."""

from __future__ import annotations

import copy
import io
import random
import shutil
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from app import formats
from app.documents import BlockKind
from app.documents.errors import DocumentError
from app.formats import Context
from tests.formats.office_tools import SECRET, as_pdf_text, check_segments, leaks, patched, plan_for, redacted

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_OFFICE = "application/vnd.openxmlformats-officedocument.presentationml"


def _full() -> bytes:
    """A presentation with the secret in every channel."""
    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[1])
    slide.shapes.title.text = "Results of the year"
    body = slide.placeholders[1].text_frame
    body.text = "Thanks to Zebulon "
    run = body.paragraphs[0].add_run()
    run.text = "Quarrington"
    run.font.bold = True
    run.hyperlink.address = "https://example.org/zebulon-quarrington"
    slide.notes_slide.notes_text_frame.text = f"Mention {SECRET}"
    data = CategoryChartData()
    data.categories = [SECRET, "Others"]
    data.add_series("Sales", (3, 4))
    slide.shapes.add_chart(XL_CHART_TYPE.PIE, Inches(1), Inches(4), Inches(4), Inches(3), data)
    table = slide.shapes.add_table(1, 2, Inches(5), Inches(4), Inches(4), Inches(1)).table
    table.cell(0, 0).text, table.cell(0, 1).text = SECRET, "Leeds"
    box = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(2), Inches(1))
    box._element.nvSpPr.cNvPr.set("descr", f"Box of {SECRET}")
    box.text_frame.text = f"Master {SECRET}"
    show.slide_masters[0].shapes._spTree.append(copy.deepcopy(box._element))
    box.text_frame.text = "Box"
    show.core_properties.author = SECRET
    target = io.BytesIO()
    show.save(target)
    return patched(
        target.getvalue(),
        {
            "ppt/_rels/presentation.xml.rels": (
                "</Relationships>",
                f'<Relationship Id="rIdA" Type="{_R}/commentAuthors" Target="commentAuthors.xml"/></Relationships>',
            ),
            "ppt/slides/_rels/slide1.xml.rels": (
                "</Relationships>",
                f'<Relationship Id="rIdC" Type="{_R}/comments" Target="../comments/comment1.xml"/></Relationships>',
            ),
            "[Content_Types].xml": (
                "</Types>",
                f'<Override PartName="/ppt/commentAuthors.xml" ContentType="{_OFFICE}.commentAuthors+xml"/>'
                f'<Override PartName="/ppt/comments/comment1.xml" ContentType="{_OFFICE}.comments+xml"/></Types>',
            ),
        },
        {
            "ppt/commentAuthors.xml": f'<p:cmAuthorLst xmlns:p="{_P}"><p:cmAuthor id="0" name="{SECRET}" initials="ZQ" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>'.encode(),
            "ppt/comments/comment1.xml": f'<p:cmLst xmlns:p="{_P}"><p:cm authorId="0" dt="2024-01-01T00:00:00" idx="1"><p:pos x="1" y="1"/><p:text>Ask {SECRET}</p:text></p:cm></p:cmLst>'.encode(),
        },
    )


def test_slides_notes_comments_and_masters_are_read() -> None:
    document = formats.read_bytes(_full(), Context("a.pptx"))
    told = {(b.kind, document.text[b.start : b.end]): b for b in document.blocks}
    assert told[BlockKind.HEADING, "Results of the year"].page == 1
    assert (BlockKind.PARAGRAPH, f"Thanks to {SECRET}") in told
    assert (BlockKind.NOTE, f"Mention {SECRET}") in told
    assert (BlockKind.COMMENT, f"Ask {SECRET}") in told
    assert (BlockKind.CELL, f"{SECRET}\tLeeds") in told
    assert (BlockKind.HEADER, f"Master {SECRET}") in told
    assert (BlockKind.ATTRIBUTE, f"Box of {SECRET}") in told
    assert document.attributes["slides"] == "1"


def test_nothing_of_a_secret_is_left_in_any_part() -> None:
    data = _full()
    assert len({where for where, _ in leaks(data, SECRET)}) >= 8
    result = redacted(data, "a.pptx", SECRET)
    assert leaks(result.data, SECRET) == []
    assert not [text for text in result.warnings if "left out" in text]


def test_formatting_and_chart_stay() -> None:
    slide = Presentation(io.BytesIO(redacted(_full(), "a.pptx", SECRET).data)).slides[0]
    assert slide.shapes.title.text == "Results of the year"
    assert slide.placeholders[1].text_frame.text == "Thanks to [PERSON 1]"
    assert slide.placeholders[1].text_frame.paragraphs[0].runs[1].font.bold
    chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
    assert list(chart.plots[0].categories) == ["[PERSON 1]", "Others"]
    assert list(chart.plots[0].series[0].values) == [3, 4]


def test_each_character_maps_to_its_place() -> None:
    data = _full()
    assert check_segments(formats.read_bytes(data, Context("a.pptx")), data) > 150


def test_damaged_files_raise_document_errors_only() -> None:
    data = _full()
    rng = random.Random(13)
    for _ in range(10):
        broken = bytearray(data)
        for _ in range(rng.randrange(1, 12)):
            broken[rng.randrange(len(broken))] = rng.randrange(256)
        for sample in (bytes(broken), data[: rng.randrange(1, len(data))]):
            try:
                document = formats.read_bytes(sample, Context("a.pptx"))
                formats.redact_bytes(sample, document, plan_for(document, SECRET), Context("a.pptx"))
            except DocumentError:
                continue


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_copy_and_shows_no_secret(tmp_path: Path) -> None:
    text = as_pdf_text(redacted(_full(), "a.pptx", SECRET).data, ".pptx", tmp_path)
    assert "Results of the year" in text
    assert "Quarrington" not in text
