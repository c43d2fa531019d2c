"""Office files under a password, made with msoffcrypto's own encryption."""

from __future__ import annotations

import io

import docx
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from app.documents import Operator, Plan, Removal
from app.documents.errors import DocumentError, PasswordNeeded
from app.formats import Context, read_bytes, redact_bytes
from app.verify import verify

SECRET = "Quillfeather"


@pytest.fixture(scope="module")
def locked() -> bytes:
    plain, out = io.BytesIO(), io.BytesIO()
    document = docx.Document()
    document.add_paragraph(f"Dear {SECRET}, the quills and feathers have come.")
    document.save(plain)
    OOXMLFile(plain).encrypt("open sesame", out)
    return out.getvalue()


def test_without_the_password_it_is_asked_for(locked: bytes) -> None:
    with pytest.raises(PasswordNeeded, match="Give the password"):
        read_bytes(locked, Context("letter.docx"))


def test_a_wrong_password_is_told(locked: bytes) -> None:
    with pytest.raises(PasswordNeeded, match="does not open"):
        read_bytes(locked, Context("letter.docx", password="open barley"))


def test_with_the_password_it_is_read_redacted_and_checked(locked: bytes) -> None:
    context = Context("letter.docx", password="open sesame")
    document = read_bytes(locked, context)
    assert document.source.format == "docx"
    start = document.text.index(SECRET)
    plan = Plan(
        (Removal(start, start + len(SECRET), "PERSON", Operator.BLACKOUT, ""),),
        (SECRET,),
        document.text_sha256,
    )
    done = redact_bytes(locked, document, plan, context)
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(done.data)).paragraphs)
    assert SECRET not in text
    assert "have come" in text
    checked = verify(locked, "letter.docx", done.data, "letter.docx", [SECRET], password="open sesame")
    assert checked.clean


def test_a_broken_envelope_is_damage_not_a_crash(locked: bytes) -> None:
    for cut in (600, 2000, len(locked) // 2, len(locked) - 700):
        with pytest.raises(DocumentError):
            read_bytes(locked[:cut] + bytes(700), Context("letter.docx", password="open sesame"))
