"""Mail, calendars and address cards: every character has its place, and a removal takes out just itself."""

from __future__ import annotations

import base64
import email
import email.policy
import random
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import formats
from app.documents import Block, Document, Operator, Plan, Removal
from app.formats import Context
from app.verify import verify

PRINTABLE = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Zs", "Cn", "Co"))
WORDS = st.lists(st.text(PRINTABLE, min_size=1, max_size=14), min_size=1, max_size=5)


def as_mail(words: list[str], encoding: str = "quoted-printable") -> bytes:
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["From"] = "a@x.example"
    mail["To"] = "b@x.example"
    mail["Subject"] = "note " + " ".join(words)
    mail.set_content("note\n" + "\n".join(words) + "\n", charset="utf-8", cte=encoding)
    mail.add_attachment(
        ("head\n" + "\n".join(words)).encode(), maintype="text", subtype="plain", filename="list.txt"
    )
    return mail.as_bytes()


def as_calendar(words: list[str]) -> bytes:
    lines = [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        *(f"SUMMARY:{word}" for word in words),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "\r\n".join(lines).encode() + b"\r\n"


def as_card(words: list[str]) -> bytes:
    lines = ["BEGIN:VCARD", "VERSION:3.0", *(f"NOTE:{word}" for word in words), "END:VCARD"]
    return "\r\n".join(lines).encode() + b"\r\n"


def read(data: bytes, name: str) -> Document:
    return formats.read_bytes(data, Context(name=name))


def shown(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]


@given(words=WORDS, encoding=st.sampled_from(["quoted-printable", "base64"]))
@settings(max_examples=60, deadline=None)
def test_each_header_character_of_a_mail_stands_at_its_offset(words: list[str], encoding: str) -> None:
    data = as_mail(words, encoding)
    document = read(data, "mail.eml")
    headers = list(email.message_from_bytes(data, policy=email.policy.default).items())
    seen = set()
    for block in document.blocks:
        for segment in block.segments:
            if segment.part != "header":
                continue
            name, value = headers[segment.node]
            text = " ".join(str(value).split())
            here = document.text[segment.start : segment.end]
            assert text[segment.offset : segment.offset + len(here)] == here
            seen.add(name)
    assert {"From", "To", "Subject"} <= seen


@given(words=WORDS, encoding=st.sampled_from(["quoted-printable", "base64"]))
@settings(max_examples=60, deadline=None)
def test_bodies_and_attachments_are_whole_documents_at_their_place(words: list[str], encoding: str) -> None:
    document = read(as_mail(words, encoding), "mail.eml")
    assert [inner.name for inner in document.embedded] == ["part0.txt", "list.txt"]
    for inner in document.embedded:
        assert document.text[inner.start : inner.end] == inner.document.text
        for word in words:
            assert word in inner.document.text


@given(words=WORDS, data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_removal_in_a_mail_takes_out_itself_and_nothing_else(words: list[str], data: st.DataObject) -> None:
    source = as_mail(words)
    document = read(source, "mail.eml")
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    plan = Plan((Removal(start, end, "TERM", Operator.BLACKOUT, ""),), (), document.text_sha256)
    done = formats.redact_bytes(source, document, plan, Context(name="mail.eml"))
    after = read(done.data, "mail.eml")
    bodies = {inner.name: inner for inner in document.embedded}
    for inner in after.embedded:
        was = bodies[inner.name]
        if end <= was.start or start >= was.end:
            assert inner.document.text.strip() == was.document.text.strip()


@pytest.mark.parametrize(("name", "make"), [("day.ics", as_calendar), ("card.vcf", as_card)])
@given(words=WORDS, data=st.data())
@settings(max_examples=60, deadline=None)
def test_calendars_and_cards_map_and_lose_only_what_goes(
    name: str, make: object, words: list[str], data: st.DataObject
) -> None:
    source = make(words)  # type: ignore[operator]
    text = source.decode()
    document = read(source, name)
    for block in document.blocks:
        for segment in block.segments:
            here = document.text[segment.start : segment.end]
            assert text[segment.offset : segment.offset + len(here)] == here
    number = data.draw(st.integers(0, len(words) - 1))
    at = -1
    for _ in range(number + 1):
        at = document.text.index(":" + words[_], at + 1)
    start, end = at + 1, at + 1 + len(words[number])
    plan = Plan((Removal(start, end, "TERM", Operator.LABEL, "[X]"),), (), document.text_sha256)
    done = formats.redact_bytes(source, document, plan, Context(name=name))
    key = "SUMMARY:" if name == "day.ics" else "NOTE:"
    kept = [line.removeprefix(key) for line in done.data.decode().split("\r\n") if line.startswith(key)]
    assert kept == [*words[:number], "[X]", *words[number + 1 :]]


def test_a_large_attachment_does_not_look_like_a_leak() -> None:
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["From"], mail["To"], mail["Subject"] = "a@x.example", "b@x.example", "Quillfeather"
    noise = random.Random(5).randbytes(300_000)
    mail.set_content("see the file")
    mail.add_attachment(noise, maintype="application", subtype="octet-stream", filename="x.bin")
    data = mail.as_bytes()
    packed = base64.b64encode(noise).decode()
    chance = [
        packed[at : at + 6].lower() + "zzzzzz"
        for at in range(0, 60_000, 997)
        if packed[at : at + 6].isalnum()
    ]
    gone = verify(b"", "mail.eml", data.replace(b"Quillfeather", b"x"), "mail.eml", ["Quillfeather", *chance])
    assert gone.clean, gone.leaks
    assert not verify(b"", "mail.eml", data, "mail.eml", ["Quillfeather", *chance]).clean


def test_a_word_in_the_packed_form_itself_is_still_seen() -> None:
    hidden = b"QuillfeatherHarbour" + base64.b64encode(random.Random(6).randbytes(600))
    assert not verify(b"", "a.txt", b"note " + hidden, "a.txt", ["QuillfeatherHarbour"]).clean
