"""Making PDFs with a known secret in one channel, and looking for what is left of it."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Pdf, String
from pypdf.errors import PyPdfError

from app.documents import Operator, Plan, Redacted, Removal, find_terms, fold
from app.formats import Context, read_bytes, redact_bytes

SECRET = "Quillfeather"
KEPT = "meadow"
LINE = f"{KEPT} {SECRET} harbour"


def new_pdf(content: bytes | str = b"", **resources: Any) -> Pdf:
    """One page of 400 by 300 points with Helvetica as /F1."""
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(400, 300))
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    page.obj.Resources = Dictionary(Font=Dictionary(F1=font), **resources)
    body = content.encode("latin-1") if isinstance(content, str) else content
    page.obj.Contents = pdf.make_stream(body)
    return pdf


def text_page(text: str = LINE, at: tuple[int, int] = (40, 200)) -> str:
    return f"BT /F1 12 Tf {at[0]} {at[1]} Td ({text}) Tj ET\n"


def saved(pdf: Pdf, **options: Any) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **options)
    return out.getvalue()


def form(pdf: Pdf, content: str, resources: Any = None, **entries: Any) -> Any:
    stream = pdf.make_stream(content.encode("latin-1"))
    stream.Type, stream.Subtype = Name.XObject, Name.Form
    stream.BBox = Array([0, 0, 400, 300])
    stream.Resources = resources if resources is not None else pdf.pages[0].obj.Resources
    for key, value in entries.items():
        stream[f"/{key}"] = value
    return stream


def redact(
    data: bytes, term: str = SECRET, operator: Operator = Operator.BLACKOUT, strict: bool = False
) -> Redacted:
    context = Context(name="file.pdf", ocr=False)
    document = read_bytes(data, context)
    spans = []
    for start, end, _ in find_terms(document.text, [term]):
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    words = "[TERM 1]" if operator is Operator.LABEL else ""
    removals = tuple(Removal(start, end, "TERM", operator, words) for start, end in spans)
    plan = Plan(removals, (term,), document.text_sha256, strict)
    return redact_bytes(data, document, plan, context)


def fragments(term: str = SECRET) -> list[str]:
    folded = fold(term).text
    return [folded[at : at + 6] for at in range(len(folded) - 5)]


def leaks(data: bytes, term: str = SECRET) -> list[str]:
    """Where a six-character piece of the term still stands."""
    found = []
    for place, text in [*_objects(data), *_texts(data), ("raw bytes", data.decode("latin-1"))]:
        folded = fold(text).text
        if any(piece in folded for piece in fragments(term)):
            found.append(place)
    return found


def shown_text(data: bytes) -> str:
    pdf = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)
    finally:
        pdf.close()


def pixels(data: bytes, scale: float = 2.0) -> Any:
    pdf = pypdfium2.PdfDocument(data)
    try:
        return pdf[0].render(scale=scale, may_draw_forms=True).to_numpy().copy()
    finally:
        pdf.close()


def _texts(data: bytes) -> Iterator[tuple[str, str]]:
    yield "pdfium text", shown_text(data)
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        # A page that pypdf cannot follow shows no text in it; `_objects` searches its raw stream all the same.
        with contextlib.suppress(PyPdfError):
            yield "pypdf text", page.extract_text()


def _objects(data: bytes) -> Iterator[tuple[str, str]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, item in enumerate(pdf.objects):
            yield from _values(item, f"object {number}", 0)
        for page in pdf.pages:
            yield from _operands(page, "page content")
        yield from _values(pdf.trailer, "trailer", 0)


def _values(item: Any, place: str, depth: int) -> Iterator[tuple[str, str]]:
    if depth and getattr(item, "is_indirect", False):
        return
    if isinstance(item, pikepdf.Stream):
        body = _body(item)
        yield place, body.decode("latin-1")
        yield place, body.decode("utf-16-be", "replace")
        if item.get("/Subtype") == Name.Form or item.get("/PatternType") == 1:
            yield from _operands(item, place)
    if isinstance(item, pikepdf.String):
        yield place, str(item)
        yield place, bytes(item).decode("latin-1")
    elif isinstance(item, Name):
        yield place, item.unparse().decode("latin-1")
    elif isinstance(item, Array):
        for each in item:
            yield from _values(each, place, depth + 1)
    elif isinstance(item, (Dictionary, pikepdf.Stream)):
        for key, value in item.items():
            yield f"{place}{key if key in ('/Info', '/Contents') else ''}", key
            yield from _values(value, place, depth + 1)


def _body(item: pikepdf.Stream) -> bytes:
    try:
        return item.read_bytes()
    except pikepdf.PdfError:
        return item.read_raw_bytes()


def _operands(source: Any, place: str) -> Iterator[tuple[str, str]]:
    """The strings that a stream shows, run together as a reader would see them."""
    letters = []
    for instruction in pikepdf.parse_content_stream(source):
        for operand in instruction.operands:
            pieces = list(operand) if isinstance(operand, Array) else [operand]
            letters += [bytes(p).decode("latin-1") for p in pieces if isinstance(p, String)]
    yield place, "".join(letters)
