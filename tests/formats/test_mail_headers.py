"""Heads of mails: what is a mail and what only begins like one, and umlauts that were sent as they are."""

from __future__ import annotations

import pytest

from app import formats
from app.documents import Operator, Plan, Removal
from app.formats import Context

MEMO = b"From: Anna Keller\nTo: all staff\nSubject: Coffee machine\n\nPlease clean it after use.\n"
MAIL = (
    "From: Jörg Müller <j@x.example>\nTo: b@x.example\nSubject: Grüße aus Köln\nMIME-Version: 1.0\n\nHallo\n"
)


def test_a_memo_is_read_as_the_text_that_it_is() -> None:
    assert formats.sniff(MEMO, "memo.txt").name == "text"
    assert formats.sniff(MEMO.replace(b"Anna Keller", b"anna@x.example"), "memo.txt").name == "text"
    assert formats.read_bytes(MEMO, Context(name="memo.txt")).text.startswith(
        "From: Anna Keller\nTo: all staff"
    )


def test_one_line_that_says_from_makes_no_mail() -> None:
    assert formats.sniff(b"From: the sea\nwe came and saw the hills.\n", "poem.txt").name == "text"


@pytest.mark.parametrize(
    "way",
    [b"Message-ID: <1@x.example>\n", b"Received: from a by b\n", b"Date: Mon, 4 Mar 2024 10:00:00 +0100\n"],
)
def test_a_saved_mail_is_one_under_any_name(way: bytes) -> None:
    mail = way + MEMO.replace(b"Anna Keller", b"anna@x.example")
    assert formats.sniff(mail, "saved.txt").name == "eml"


def test_a_file_named_as_mail_needs_no_more_than_two_headers() -> None:
    assert formats.sniff(MEMO, "note.eml").name == "eml"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_headers_sent_without_encoding_keep_their_letters(encoding: str) -> None:
    text = formats.read_bytes(MAIL.encode(encoding), Context(name="a.eml")).text
    assert "From: Jörg Müller <j@x.example>" in text
    assert "Subject: Grüße aus Köln" in text


def test_encoded_words_beside_plain_umlauts_are_read_too() -> None:
    mail = MAIL.replace("aus Köln", "aus =?utf-8?q?K=C3=B6ln?= =?utf-8?q?_am_Rhein?=")
    text = formats.read_bytes(mail.encode(), Context(name="a.eml")).text
    assert "Subject: Grüße aus Köln am Rhein" in text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_name_in_such_a_header_is_taken_out_and_the_rest_stays(encoding: str) -> None:
    data = MAIL.encode(encoding)
    document = formats.read_bytes(data, Context(name="a.eml"))
    at = document.text.index("Müller")
    removal = Removal(at, at + 6, "PERSON", Operator.BLACKOUT, "")
    done = formats.redact_bytes(data, document, Plan((removal,), ("Müller",)), Context(name="a.eml"))
    after = formats.read_bytes(done.data, Context(name="a.eml")).text
    assert "Müller" not in after
    assert "Jörg" in after and "Grüße aus Köln" in after


def test_an_attachment_keeps_a_name_that_was_sent_as_it_is() -> None:
    mail = (
        "Content-Type: multipart/mixed; boundary=q\nFrom: a@x.example\nSubject: x\n\n--q\nContent-Type: text/plain\n\nhi\n"
        '--q\nContent-Type: text/plain\nContent-Disposition: attachment; filename="Übersicht.txt"\n\nabc\n--q--\n'
    )
    assert "Übersicht.txt" in formats.read_bytes(mail.encode(), Context(name="a.eml")).text
