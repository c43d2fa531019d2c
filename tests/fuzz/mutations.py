"""Mutated files: small seeds of every format, changed at random but the same for the same number."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

import docx
import openpyxl
import pikepdf
import pptx
from PIL import Image, ImageDraw
from reportlab.pdfgen import canvas

from tests.formats.ole_writer import attached, compound_file, message

SECRET = "Zebraquill Ottermann"
LINE = f"Dear {SECRET}, the meadow is green."


def _pdf() -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out, invariant=1, pageCompression=0)
    page.setTitle(SECRET)
    for y in range(3):
        page.drawString(72, 700 - 20 * y, LINE)
    page.linkURL("https://example.org/zebraquill", (72, 600, 200, 620))
    page.acroForm.textfield(name="who", value=SECRET, x=72, y=500, width=200, height=20)
    page.save()
    return out.getvalue()


def _packed_pdf() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(_pdf())) as pdf:
        pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    return out.getvalue()


def _saved(make: Callable[[io.BytesIO], object]) -> bytes:
    out = io.BytesIO()
    make(out)
    return out.getvalue()


def _docx() -> bytes:
    document = docx.Document()
    document.add_heading("Letter")
    document.add_paragraph(LINE)
    document.add_table(1, 2).cell(0, 0).text = SECRET
    document.sections[0].header.paragraphs[0].text = SECRET
    return _saved(document.save)


def _xlsx() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["name", SECRET, "=1+1"])
    return _saved(book.save)


def _pptx() -> bytes:
    slides = pptx.Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[5])
    slide.shapes.title.text = LINE
    slide.notes_slide.notes_text_frame.text = SECRET
    return _saved(slides.save)


def _picture(kind: str) -> bytes:
    picture = Image.new("RGB", (120, 40), "white")
    ImageDraw.Draw(picture).text((4, 4), SECRET, fill="black")
    return _saved(lambda out: picture.save(out, kind))


def _mail() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "z@example.org", "b@example.org", SECRET
    mail.set_content(LINE)
    mail.add_alternative(f"<p>{LINE}</p>", subtype="html")
    mail.add_attachment(LINE.encode(), maintype="text", subtype="csv", filename="a.csv")
    return mail.as_bytes()


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", LINE)
        archive.writestr("b/c.csv", f"name\n{SECRET}\n")
    return out.getvalue()


SEEDS: dict[str, Callable[[], bytes]] = {
    "a.pdf": _pdf, "b.pdf": _packed_pdf, "a.docx": _docx, "a.xlsx": _xlsx, "a.pptx": _pptx, "a.eml": _mail,
    "a.msg": lambda: compound_file(message({0x37: SECRET, 0x1000: LINE}, [("B", "b@example.org")], [attached("x.txt", LINE.encode())])),
    "a.png": lambda: _picture("PNG"), "a.jpg": lambda: _picture("JPEG"), "a.tiff": lambda: _picture("TIFF"), "a.gif": lambda: _picture("GIF"),
    "a.html": lambda: f"<html><body title='{SECRET}'><p>{LINE}</p><!-- {SECRET} --></body></html>".encode(),
    "a.xml": lambda: f"<?xml version='1.0'?><a b='{SECRET}'><c>{LINE}</c></a>".encode(),
    "a.svg": lambda: f"<svg xmlns='http://www.w3.org/2000/svg'><text>{LINE}</text></svg>".encode(),
    "a.json": lambda: json.dumps({"name": SECRET, "list": [1, LINE, None]}).encode(),
    "a.csv": lambda: f'name,note\n"{SECRET}","{LINE}"\n'.encode(), "a.txt": lambda: (LINE + "\n").encode() * 4,
    "a.rtf": lambda: (rb"{\rtf1\ansi {\b Dear} " + SECRET.encode() + rb" \u228?\par}"),
    "a.ics": lambda: f"BEGIN:VCALENDAR\r\nSUMMARY:{LINE}\r\nEND:VCALENDAR\r\n".encode(),
    "a.vcf": lambda: f"BEGIN:VCARD\r\nFN:{SECRET}\r\nEND:VCARD\r\n".encode(), "a.zip": _zip,
}  # fmt: skip


def mutated(number: int, seeds: list[tuple[str, bytes]]) -> tuple[str, bytes]:
    """File `number`: a seed with up to eight random changes. The same number gives the same file."""
    source = random.Random(f"fuzz-{number}")
    name, seed = seeds[number % len(seeds)]
    if seed.startswith(b"PK") and source.random() < 0.8:
        return name, _with_a_changed_part(seed, source, seeds)
    return name, _changed(seed, source, seeds)


def _with_a_changed_part(seed: bytes, source: random.Random, seeds: list[tuple[str, bytes]]) -> bytes:
    """A package whose zip is whole and one of whose parts is not."""
    with zipfile.ZipFile(io.BytesIO(seed)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    chosen = source.choice(sorted(parts))
    parts[chosen] = _changed(parts[chosen], source, seeds)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(zipfile.ZipInfo(part), content)
    return out.getvalue()


def _changed(seed: bytes, source: random.Random, seeds: list[tuple[str, bytes]]) -> bytes:
    data = bytearray(seed)
    for _ in range(source.choice((1, 1, 2, 4, 8))):
        if not data:
            break
        at = source.randrange(len(data))
        size = min(len(data) - at, source.choice((1, 1, 2, 4, 16, 200)))
        kind = source.randrange(7)
        if kind == 0:
            data[at] ^= 1 << source.randrange(8)
        elif kind == 1:
            data[at : at + size] = source.randbytes(size)
        elif kind == 2:
            del data[at : at + size]
        elif kind == 3:
            data[at:at] = data[at : at + size] * source.choice((1, 2, 50))
        elif kind == 4:
            data[at : at + size] = source.choice(
                (b"\xff" * size, bytes(size), b"9" * size, b"-1", b"4294967296")
            )
        elif kind == 5:
            other = source.choice(seeds)[1]
            begin = source.randrange(max(1, len(other) - 64))
            data[at : at + size] = other[begin : begin + source.choice((8, 64))]
        else:
            del data[source.randrange(len(data)) :]
    return bytes(data)
