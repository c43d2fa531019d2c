"""A tagged PDF stays usable for people who listen to it, and its tags tell nothing of what went."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from planted import KEPT, SECRET, leaks, new_pdf, redact, saved, shown_text

CONTENT = f"""
/Artifact <</Type /Pagination /Contents ({SECRET})>> BDC BT /F1 8 Tf 40 280 Td (page one) Tj ET EMC
/Kapitel <</MCID 0 /Private ({SECRET})>> BDC BT /F1 14 Tf 40 240 Td (A quiet {KEPT}) Tj ET EMC
/P /M1 BDC BT /F1 12 Tf 40 200 Td (signed by {SECRET} here) Tj ET EMC
/P <</MCID 2>> BDC BT /F1 12 Tf 40 160 Td (and nobody else) Tj ET EMC
/Figure <</MCID 3>> BDC 40 100 30 30 re f EMC
"""


def _element(pdf: Pdf, kind: str, parent: Any, kids: Any, **entries: Any) -> Any:
    return pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=parent, K=kids, **entries)
    )


def _tagged() -> Pdf:
    pdf = new_pdf(CONTENT)
    page = pdf.pages[0].obj
    page.Resources.Properties = Dictionary(M1=Dictionary(MCID=1, Alt=String(SECRET)))
    page.StructParents = 0
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = _element(
        pdf, "Document", root, Array([]), Lang=String("en-GB"), T=String(f"Letter of {SECRET}")
    )
    heading = _element(
        pdf, "Kapitel", document, 0, Pg=page, ID=String(SECRET), T=String("A heading"), ActualText=String("A heading"),
        A=Dictionary({"/O": Name("/Private"), "/Note": String(SECRET)}),
    )  # fmt: skip
    secret = _element(pdf, "P", document, 1, Pg=page, Alt=String(f"by {SECRET}"), E=String(SECRET))
    second = _element(pdf, "P", document, Array([Dictionary(Type=Name.MCR, Pg=page, MCID=2)]))
    figure = _element(
        pdf, "Figure", document, 3, Pg=page, Alt=String("A small black square"),
        A=Array([Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array([40, 100, 70, 130]))]),
    )  # fmt: skip
    row = _element(pdf, "TR", document, Array([]))
    cell = _element(pdf, "TD", row, Array([]), A=Dictionary(O=Name.Table, ColSpan=2, Summary=String(SECRET)))
    row.K = Array([cell])
    document.K = Array([heading, secret, second, figure, row])
    root.K = document
    root.RoleMap = Dictionary({"/Kapitel": Name.H1, f"/{SECRET}": Name.P})
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([0, Array([heading, secret, second, figure])])))
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True, UserProperties=True)
    pdf.Root.Lang = String("en-GB")
    return pdf


def _copy(pdf: Pdf, **options: Any) -> Pdf:
    done = redact(saved(pdf), **options)
    assert leaks(done.data) == []
    assert KEPT in shown_text(done.data)
    return pikepdf.open(io.BytesIO(done.data))


def _elements(element: Any) -> list[Any]:
    found = [element] if element.get("/Type") == Name.StructElem else []
    kids = element.get("/K", Array([]))
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and kid.get("/Type") != Name.MCR:
            found += _elements(kid)
    return found


@pytest.mark.parametrize("strict", [False, True])
def test_types_order_and_language_stay(strict: bool) -> None:
    copy = _copy(_tagged(), strict=strict)
    types = [str(element.S) for element in _elements(copy.Root.StructTreeRoot)]
    assert types == ["/Document", "/H1", "/P", "/P", "/Figure", "/TR", "/TD"]
    assert bool(copy.Root.MarkInfo.Marked)
    assert str(copy.Root.Lang) == "en-GB"
    assert str(_elements(copy.Root.StructTreeRoot)[0].Lang) == "en-GB"


@pytest.mark.parametrize("strict", [False, True])
def test_every_mark_on_the_page_leads_to_its_element(strict: bool) -> None:
    copy = _copy(_tagged(), strict=strict)
    page = copy.pages[0].obj
    numbers = [
        int(step.operands[1].MCID)
        for step in pikepdf.parse_content_stream(copy.pages[0])
        if str(step.operator) == "BDC"
    ]
    assert numbers == [0, 1, 2, 3]
    tree = copy.Root.StructTreeRoot.ParentTree.Nums
    listed = dict(zip([int(n) for n in tree[0::2]], tree[1::2], strict=True))[int(page.StructParents)]
    assert [str(element.S) for element in listed] == ["/H1", "/P", "/P", "/Figure"]
    for number, element in enumerate(listed):
        assert number in [int(kid.MCID) for kid in element.K]


def test_texts_stay_only_where_they_tell_nothing() -> None:
    copy = _copy(_tagged())
    document, heading, secret, _, figure, _, cell = _elements(copy.Root.StructTreeRoot)
    assert str(figure.Alt) == "A small black square"
    assert str(heading.T) == "A heading"
    assert "/T" not in document
    assert not {"/Alt", "/E", "/ActualText"} & set(secret.keys())
    assert "/ActualText" not in heading, "it may stand for letters of a page that lost some"
    assert "/ID" not in heading
    assert int(cell.A[0].ColSpan) == 2
    assert "/Summary" not in cell.A[0]
    assert "/BBox" not in figure.A[0], "its measures may be those of what went"


def test_a_text_that_stands_for_letters_stays_on_pages_that_lost_none() -> None:
    pdf = _tagged()
    pdf.pages[0].obj.Contents = pdf.make_stream(
        f"/P <</MCID 0>> BDC BT /F1 14 Tf 40 240 Td (A quiet {KEPT}) Tj ET EMC".encode()
    )
    copy = _copy(pdf)
    heading = _elements(copy.Root.StructTreeRoot)[1]
    assert str(heading.ActualText) == "A heading"


def test_a_page_that_became_a_picture_leaves_the_structure() -> None:
    pdf = _tagged()
    pdf.pages[0].obj.Resources.Font.F1.BaseFont = Name("/Unheard")
    done = redact(saved(pdf))
    assert done.rasterised_pages == (1,)
    assert leaks(done.data) == []
    with pikepdf.open(io.BytesIO(done.data)) as copy:
        assert "/StructParents" not in copy.pages[0].obj


def test_loops_in_the_structure_do_not_hang() -> None:
    pdf = _tagged()
    document = pdf.Root.StructTreeRoot.K
    document.K.append(document)
    copy = _copy(pdf)
    assert len(_elements(copy.Root.StructTreeRoot)) == 7
