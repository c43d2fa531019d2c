"""Outlook messages: bodies, recipients, attached files and attached mails are read, and go where they should."""

from __future__ import annotations

import email
import email.policy

import pytest
from compressed_rtf import compress
from hypothesis import given, settings
from hypothesis import strategies as st

from app import formats
from app.documents.errors import DocumentError
from app.formats import Context
from app.masking import PRESETS, build_plan
from app.verify import verify
from tests.formats.ole_writer import attached, compound_file, message

SECRET = "Zebraquill Ottermann"
SUBJECT, BODY, HTML, RTF, SENDER, ADDRESS = 0x37, 0x1000, 0x1013, 0x1009, 0x0C1A, 0x0C1F


def made() -> bytes:
    inner = message(
        {
            SUBJECT: "forwarded",
            BODY: f"inner words, {SECRET} and more",
            SENDER: "Inner Sender",
            ADDRESS: "in@x.example",
        },
        [("Recipient Within", "within@x.example")],
        [attached("deep.csv", f"name,x\n{SECRET},keep".encode())],
        top=False,
    )
    return compound_file(
        message(
            {SUBJECT: "About the quills", BODY: f"Dear {SECRET},\nplease keep this. " + "filler words " * 500,
             HTML: b"<p>Dear <b>Zebraquill</b> Ottermann, please keep this.</p>",
             SENDER: SECRET, ADDRESS: "zo@x.example"},
            [("Some One", "some.one@x.example")],
            [attached("list.txt", f"keep {SECRET} keep".encode()), attached("mail.msg", inner)],
        )
    )  # fmt: skip


def test_everything_in_a_message_is_read() -> None:
    document = formats.read_bytes(made(), Context("mail.msg"))
    assert document.source.format == "msg"
    for text in ("About the quills", "please keep this", "some.one@x.example", "zo@x.example", "list.txt",
                 "inner words", "within@x.example", "deep.csv"):  # fmt: skip
        assert text in document.text, text
    assert document.text.count(SECRET) >= 6
    for inner in document.embedded:
        assert document.text[inner.start : inner.end] == inner.document.text


def test_a_name_leaves_every_part_and_the_rest_stays() -> None:
    data = made()
    document = formats.read_bytes(data, Context("mail.msg"))
    plan = build_plan(document, [], PRESETS["share_outside"], terms=[SECRET])
    done = formats.redact_bytes(data, document, plan, Context("mail.msg"))
    assert done.extension == ".eml"
    assert verify(data, "mail.msg", done.data, "mail.eml", plan.terms, allowed=["█████"]).clean
    mail = email.message_from_bytes(done.data, policy=email.policy.default)
    names = [part.get_filename() for part in mail.walk() if part.get_filename()]
    assert names[0] == "list.txt"
    again = formats.read_bytes(done.data, Context("mail.eml")).text
    for text in ("please keep this", "keep", "inner words", "within@x.example", "deep.csv"):
        assert text in again, text


def test_a_message_with_a_packed_rtf_body_alone_is_read() -> None:
    rtf = rb"{\rtf1\ansi\deff0 {\fonttbl{\f0 Arial;}} Dear Zebraquill {\b Ottermann}, please keep this.\par}"
    data = compound_file(message({SUBJECT: "packed", RTF: compress(rtf)}, [], []))
    document = formats.read_bytes(data, Context("mail.msg"))
    assert f"Dear {SECRET}, please keep this." in document.text
    plan = build_plan(document, [], PRESETS["share_outside"], terms=[SECRET])
    done = formats.redact_bytes(data, document, plan, Context("mail.msg"))
    assert "please keep this" in formats.read_bytes(done.data, Context("mail.eml")).text
    assert verify(data, "mail.msg", done.data, "mail.eml", plan.terms, allowed=["█████"]).clean


def test_the_same_message_gives_the_same_text_and_copy() -> None:
    data = made()
    first, second = (formats.read_bytes(data, Context("mail.msg")) for _ in range(2))
    assert first.text_sha256 == second.text_sha256


@given(at=st.integers(0, 40_000), noise=st.binary(min_size=1, max_size=8), cut=st.integers(600, 60_000))
@settings(max_examples=40, deadline=None)
def test_damaged_messages_are_read_or_refused(at: int, noise: bytes, cut: int) -> None:
    data = bytearray(made())
    at %= len(data)
    data[at : at + len(noise)] = noise
    try:
        formats.read_bytes(bytes(data[:cut]), Context("mail.msg"))
    except DocumentError as error:
        assert str(error)


def test_mails_within_mails_end_somewhere() -> None:
    tree = message({BODY: "the innermost"}, [], [], top=False)
    for _ in range(20):
        tree = message({BODY: "around it"}, [], [attached("m.msg", tree)], top=False)
    with pytest.raises(DocumentError):
        formats.read_bytes(
            compound_file(message({BODY: "outermost"}, [], [attached("m.msg", tree)])), Context("a.msg")
        )


def test_a_message_with_an_old_word_file_is_a_message() -> None:
    inner = compound_file({"WordDocument": b"x" * 5000})
    data = compound_file(message({BODY: f"Dear {SECRET}"}, [], [attached("old.doc", inner)]))
    document = formats.read_bytes(data, Context("mail.msg"))
    assert SECRET in document.text
    assert any("old.doc" in warning for warning in document.warnings)


def test_a_chain_of_sectors_that_bites_its_tail_is_refused() -> None:
    data = bytearray(compound_file(message({BODY: "words"}, [], [])))
    at = data.index("__properties_version1.0".encode("utf-16-le"))
    data[at + 120 : at + 124] = (500_000_000).to_bytes(4, "little")
    with pytest.raises(DocumentError):
        formats.read_bytes(bytes(data), Context("mail.msg"))
