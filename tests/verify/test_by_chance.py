"""Numbers of a drawing, maps of fonts and tables of pictures hold no secret, though they hold its digits; text does."""

from __future__ import annotations

import io
import random

import pikepdf
import pytest
from PIL import Image

from app.verify import verify

MAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    "{count} beginbfchar\n{pairs}\nendbfchar endcmap end end"
)


def with_stream(content: bytes, **entries: object) -> bytes:
    document = pikepdf.new()
    document.add_blank_page()
    document.Root["/Kept"] = document.make_indirect(pikepdf.Stream(document, content, **entries))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def mapped(*values: str) -> bytes:
    pairs = "\n".join(
        f"<{code:04X}> <{value.encode('utf-16-be').hex()}>" for code, value in enumerate(values, 3)
    )
    return with_stream(MAP.format(count=len(values), pairs=pairs).encode())


def with_names(*names: bytes) -> bytes:
    document = pikepdf.new()
    document.add_blank_page()
    document.Root["/Kept"] = pikepdf.Array([pikepdf.Name(name.decode()) for name in names])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 40)).save(out, "JPEG")
    return out.getvalue()


def noisy() -> bytes:
    """A picture whose compressed pixels are as random as they can be."""
    out = io.BytesIO()
    Image.frombytes("RGB", (600, 600), random.Random(4).randbytes(600 * 600 * 3)).save(
        out, "JPEG", quality=95
    )
    return out.getvalue()


def passes(data: bytes, term: str) -> bool:
    return verify(b"Contact", "a.txt", data, "copy.bin", [term]).clean


@pytest.mark.parametrize(
    ("data", "term"),
    [
        (mapped(*"0123456789:ABCDEFGHIKLM"), "DE123456789"),
        (mapped(*"0123456789"), "(0123) 4567"),
        (mapped(*"0123456789"), "0000"),
        (with_stream(b"1 0 0 1 1000 60 cm BT /F1 9 Tf 0 6000 Td [(a) -1000 (b)] TJ ET"), "1000"),
        (with_stream(b"BT /F1 9 Tf 0.6 0 0 0 Td (x) Tj 0 60.00 Td <0006000> Tj ET"), "06000"),
        (with_stream(b"BT 1 0 0 1 9 9 Tm (Contact ) Tj ET"), "M. CONTACT"),
        (with_stream(b"\0\1\0\0" * 40 + b"".join(bytes([0x39 - n]) + b"\0\2@\1" for n in range(9))), "987 654 321"),
        (picture(), "FR32 123 456 789"),
        (picture(), "CDEFGHIJ"),
        (noisy(), "Shah"),
        (noisy(), "NCUA"),
        (noisy(), "Crowfoot"),
        (noisy(), "1234"),
        (b"26840\n1555037\n", "015550"),
        ("KIRIBATI\n\n\n█████\n\nSTATI".encode(), "Istat"),
        (b"<c><v>8</v></c> <c><v>896.35</v></c>", "8896.35"),
        (b"<a href='https://redacted.invalid/'>", "https://ref.example.org/rules"),
        (with_names(b"/Fonts-Italic", b"/EAAAAA+Fonts"), "Alice"),
        (with_stream(b"BT [(\0N\0Q\0E\0M) -3 (\0U\0K)] TJ ET"), "qemu"),
        (with_stream(b"BT [(m)6(orale)] TJ ET Q q BT 1 0 0 1 195 698 Tm [(su)-5(r)] TJ ET"), "Orales"),
        ("CE,23,█████00,█████".encode(), "2300"),
        (b"An Example\n\n--=_cloister_1\n", "recipient@trample.com"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_secret_stops_no_copy(data: bytes, term: str) -> None:
    assert passes(data, term)


@pytest.mark.parametrize(
    ("data", "term"),
    [
        (with_stream(b"BT /F1 9 Tf (0) Tj (60) Tj [(0) 20 (0)] TJ ET"), "06000"),
        (with_stream(b"BT /F1 9 Tf (call 12345678) Tj ET"), "12345678"),
        (with_stream(b"BT /F1 9 Tf (01 23) Tj ( 45 67) Tj ET"), "01 23 45 67"),
        (with_stream(b"BT /F1 9 Tf (0123) Tj (4567) Tj ET"), "(0123) 4567"),
        (with_stream(b"1 0 0 1 0 0 cm % by Zebraquill 06000\nBT ET"), "06000"),
        (with_stream(b"var phone = 12345678;"), "12345678"),
        (with_stream(b"<x:meta>call 0123 4567 now</x:meta>"), "(0123) 4567"),
        (with_stream(b"\0\1\0\0" * 40 + b"\0Zebraquill\0" + b"\0\1\0\0" * 40), "Zebraquill"),
        (with_stream(b"\0\1\0\0" * 40 + b"\x0012345678\0"), "12345678"),
        (with_stream(b"\0\1\0\0" * 40 + "Zebraquill".encode("utf-16-be")), "Zebraquill"),
        (mapped("a", "b", "0123 4567"), "01234567"),
        (mapped("a", "Otter"), "Otter"),
        (mapped(*"Otersk"), "Otersk"),
        (with_stream(MAP.format(count=0, pairs="/Zebraquill (Ottermann) def").encode()), "Ottermann"),
        (with_stream(MAP.format(count=0, pairs="/Zebraquill (Ottermann) def").encode()), "Zebraquill"),
        (picture() + b"call 12345678", "12345678"),
        (picture() + b"Shah", "Shah"),
        (noisy().replace(b"\xff\xd9", b"Crowfoot"), "Crowfoot"),
        (b"account 1234\n5678 closed", "1234 5678"),
        (b"account 12345-\n678 closed", "12345678"),
        (b"<c><v>8 896.35</v></c>", "8896.35"),
        (with_stream(b"BT [(\0 \0Q\0E) -3 (\0M\0U\0 )] TJ ET"), "qemu"),
        (with_names(b"/Fonts-Italic", b"/Alice+Fonts"), "Alice"),
        (
            with_stream(b"BT [(m)6(orale)] TJ (s) Tj ET Q q BT 1 0 0 1 195 698 Tm [(su)-5(r)] TJ ET"),
            "Morales",
        ),
        (
            with_stream(b"BT [(Ann)6(a)] TJ ET Q q BT 1 0 0 1 195 698 Tm [(Mo)-5(rales)] TJ ET"),
            "Anna Morales",
        ),
        ("CE,23 00,█████".encode(), "2300"),
        (b"for Zebra-\n\nquillson", "Zebraquillson"),
        (b"for Zebra -\nquillson", "Zebra-quillson"),
    ],
)
def test_what_is_written_there_does(data: bytes, term: str) -> None:
    assert not passes(data, term)


def test_what_stays_is_known_of_a_pdf_that_opens_without_its_password() -> None:
    notice = b"(Systems Incorporated) Tj"
    with pikepdf.open(io.BytesIO(with_stream(notice))) as document:
        locked = io.BytesIO()
        document.save(locked, encryption=pikepdf.Encryption(owner="known to few", user=""))
    copy = with_stream(notice)
    assert verify(locked.getvalue(), "a.pdf", copy, "a.pdf", ["corporate.example"]).clean
    assert not verify(locked.getvalue(), "a.pdf", copy, "a.pdf", ["Incorporated"]).clean
