"""The check finds what was planted in each channel, passes clean files, and notices what others covered only."""

from __future__ import annotations

import base64
import io
import zipfile

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen import canvas

from app.verify import inspect, verify
from app.verify.search import TermSearch

SECRET = "Zebraquill Ottermann"


def check(data: bytes, name: str = "copy.bin", terms: tuple[str, ...] = (SECRET,)) -> bool:
    return verify(b"nothing here", "original.txt", data, name, terms).clean


def pdf(text: str = "harmless words") -> pikepdf.Pdf:
    data = io.BytesIO()
    page = canvas.Canvas(data, invariant=1)
    page.drawString(72, 720, text)
    page.save()
    return pikepdf.open(io.BytesIO(data.getvalue()))


def saved(document: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def changed(change: object) -> bytes:
    document = pdf()
    change(document)
    return saved(document)


def set_key(key: str, value: object) -> object:
    return lambda document: document.Root.__setitem__(key, value)


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def jpeg_with_exif() -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x013B] = SECRET
    Image.new("RGB", (20, 20)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def png_after_end() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (20, 20)).save(out, "PNG")
    return out.getvalue() + SECRET.encode()


LEAKING = {
    "page text": saved(pdf(f"here is {SECRET}")),
    "info": changed(lambda d: d.docinfo.__setitem__("/Author", SECRET)),
    "string in catalogue": changed(set_key("/Secret", pikepdf.String(SECRET))),
    "utf-16 string": changed(set_key("/Secret", pikepdf.String("Zebraquill Öttermann Ottermann " + SECRET))),
    "name": changed(set_key("/Secret", pikepdf.Name("/Zebraquill#20Ottermann"))),
    "attachment": changed(
        lambda d: d.attachments.__setitem__("a.txt", pikepdf.AttachedFileSpec(d, f"by {SECRET}".encode()))
    ),
    "after the end": saved(pdf()) + f"\n{SECRET}".encode(),
    "zip part": packed({"a/b.txt": SECRET.encode()}),
    "zip part name": packed({f"{SECRET}.txt": b"x"}),
    "zip in zip": packed({"inner.zip": packed({"c.xml": f"<a>{SECRET}</a>".encode()})}),
    "split runs": packed({"word/document.xml": b"<w:p><w:r><w:t>Zebra</w:t></w:r><w:r><w:t>quill Ottermann</w:t></w:r></w:p>"}),
    "utf-16 part": packed({"x.bin": SECRET.encode("utf-16-le")}),
    "quoted printable": b"From: a@b.c\nSubject: x\nContent-Transfer-Encoding: quoted-printable\n\nZebra=71uill Otter=\nmann",
    "base64 body": b"From: a@b.c\nSubject: x\nContent-Transfer-Encoding: base64\n\n" + base64.b64encode(f"so says {SECRET} today".encode()),
    "encoded header": b"From: a@b.c\nSubject: =?utf-8?b?" + base64.b64encode(SECRET.encode()) + b"?=\n\nx",
    "html entities": b"<p>&#90;ebraquill Otterman&#110;</p>",
    "html attribute": f"<img alt='{SECRET}'>".encode(),
    "percent": b"<a href='/Zebraquill%20Ottermann'>x</a>",
    "json escapes": b'{"a": "\\u005aebraquill Ottermann"}',
    "rtf hex": b"{\\rtf1 \\'5aebraquill Ottermann}",
    "exif": jpeg_with_exif(),
    "bytes after a picture": png_after_end(),
    "hyphenated": b"Zebra-\nquill Otter\xc2\xadmann",
    "letter-spaced": b"Z e b r a q u i l l  O t t e r m a n n",
    "a piece only": b"xx braquil xx",
}  # fmt: skip


@pytest.mark.parametrize("channel", LEAKING)
def test_a_planted_name_is_found_in_its_channel(channel: str) -> None:
    assert not check(LEAKING[channel])


def test_the_file_name_is_a_channel() -> None:
    assert not check(b"harmless", f"{SECRET}.txt")
    assert check(b"harmless", "copy.txt")


CLEAN = {
    "pdf": saved(pdf()),
    "zip": packed({"a.xml": b"<a>harmless</a>"}),
    "mail": b"From: a@b.c\nSubject: x\n\nharmless",
    "words that only join by chance": b"the zebra quilled otters, man nearby",
    "label": b"Dear [PERSON 1], harmless",
}


@pytest.mark.parametrize("kind", CLEAN)
def test_a_clean_file_passes(kind: str) -> None:
    assert check(CLEAN[kind])


def test_what_the_original_says_elsewhere_is_no_leak() -> None:
    original = b"Ottermann Street is long. Anna Ottermann lives there."
    copy = b"Ottermann Street is long. [PERSON 1] lives there."
    assert verify(original, "a.txt", copy, "b.txt", ["Anna Ottermann"]).clean


def test_a_verdict_never_repeats_the_secret() -> None:
    verdict = verify(b"x", "a.txt", f"by {SECRET}".encode(), "b.txt", [SECRET])
    assert verdict.leaks
    assert all("ebraq" not in f"{leak.channel}{leak.place}{leak.detail}" for leak in verdict.leaks)


@pytest.mark.parametrize("data", [b"%PDF-1.7 broken", b"PK\x03\x04 broken", saved(pdf())[:400]])
def test_what_cannot_be_opened_is_not_clean(data: bytes) -> None:
    assert not check(data)


def test_an_encrypted_copy_is_not_clean() -> None:
    out = io.BytesIO()
    pdf().save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert not check(out.getvalue())


def test_text_under_a_black_box_is_noticed_without_any_list() -> None:
    data = io.BytesIO()
    page = canvas.Canvas(data)
    page.drawString(72, 720, SECRET)
    page.rect(70, 715, 200, 16, fill=1)
    page.save()
    assert "text under boxes" in {leak.channel for leak in inspect(data.getvalue(), "x.pdf").leaks}
    assert inspect(saved(pdf()), "x.pdf").clean


def test_tracked_changes_are_noticed() -> None:
    data = packed(
        {
            "word/document.xml": b'<w:document><w:del w:author="a"><w:delText>x</w:delText></w:del></w:document>'
        }
    )
    assert {leak.channel for leak in inspect(data, "x.docx").leaks} == {"tracked changes"}


@given(st.text(max_size=30), st.text(max_size=30), st.from_regex(r"[a-z]{6,14}", fullmatch=True))
@settings(max_examples=50, deadline=None)
def test_a_planted_word_is_found_whatever_stands_around_it(before: str, after: str, word: str) -> None:
    assert list(TermSearch([word], []).find(f"{before} {word} {after}"))
