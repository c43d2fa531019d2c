from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import formats
from app.documents import Document
from app.documents.errors import DocumentError
from app.formats import Context
from app.formats.rtf import _escape
from app.masking import PRESETS, build_plan
from app.verify import verify

CONTEXT = Context(name="letter.rtf")
LETTER = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\author Zebraquill Ottermann}{\title Secret}}"
    rb"{\header Office of Zebraquill Ottermann\par}"
    rb"\pard Dear {\b Zebra}{\i quill} Ottermann,\par caf\'e9 \u8364? 20 and {\*\generator Zebraquill Ottermann;}"
    rb"na\'efve \{braces\}\par{\*\atnauthor Zebraquill Ottermann}{\footnote Zebraquill Ottermann said so.}"
    rb"{\field{\*\fldinst HYPERLINK mailto:Zebraquill.Ottermann@x.example}{\fldrslt a link}}\par}trailing Zebraquill Ottermann"
)


def read(data: bytes) -> Document:
    return formats.read_bytes(data, CONTEXT)


def test_text_escapes_and_hidden_groups_are_read() -> None:
    text = read(LETTER).text
    assert "Dear Zebraquill Ottermann," in text
    assert "café € 20 and naïve {braces}" in text
    assert text.count("Zebraquill") >= 4
    assert "Arial" not in text


def test_a_planted_name_is_gone_from_every_group_and_the_rest_stays() -> None:
    document = read(LETTER)
    plan = build_plan(document, [], PRESETS["share_outside"], terms=["Zebraquill Ottermann"])
    done = formats.redact_bytes(LETTER, document, plan, CONTEXT)
    checked = verify(LETTER, "letter.rtf", done.data, "copy.rtf", plan.terms, allowed=["█████"])
    assert checked.clean, checked.leaks
    for piece in (b"Zebra", b"quill", b"Otterm"):
        assert piece not in done.data
    after = read(done.data).text
    assert "café € 20 and naïve {braces}" in after
    assert "Dear █████," in after


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=40))
@settings(max_examples=50, deadline=None)
def test_any_text_comes_back_and_each_character_has_its_place(text: str) -> None:
    source = "{\\rtf1\\ansi\\pard X" + _escape(text) + "Y\\par}"
    data = source.encode("ascii")
    document = read(data)
    basic = all(ord(c) < 0x10000 for c in text)
    if basic:
        assert f"X{text}Y" in document.text
    for block in document.blocks:
        for segment in block.segments:
            piece = document.text[segment.start : segment.end]
            if segment.node == 0:
                assert source[segment.offset : segment.offset + len(piece)] == piece
            elif basic:
                assert source[segment.offset : segment.offset + segment.node].strip() == _escape(piece)


@pytest.mark.parametrize(
    "data", [LETTER[:n] for n in (6, 40, 90, 200, 300)] + [b"{\\rtf1 }}}}", b"{\\rtf1" + b"{" * 5000]
)
def test_damage_is_told_or_survived(data: bytes) -> None:
    try:
        document = read(data)
        plan = build_plan(document, [], PRESETS["share_outside"], terms=["Zebraquill Ottermann"])
        formats.redact_bytes(data, document, plan, CONTEXT)
    except DocumentError as error:
        assert str(error)
