"""Plain text, tables, JSON and markup: every character has its place, and a removal takes out just itself."""

from __future__ import annotations

import csv
import html
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import formats
from app.documents import Document, Operator, Plan, Removal
from app.documents.errors import DocumentError
from app.formats import Context
from app.masking import PRESETS, build_plan
from app.verify import verify

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cn")), min_size=1, max_size=20
)
SECRET = "Zebraquill Ottermann"


def read(name: str, source: str) -> Document:
    return formats.read_bytes(source.encode("utf-8"), Context(name=name))


def as_html(words: list[str]) -> str:
    body = "".join(f'<p title="{html.escape(w)}">{html.escape(w)}</p>' for w in words)
    return f"<!doctype html><html><head><title>t</title></head><body>{body}</body></html>"


def as_xml(words: list[str]) -> str:
    return '<?xml version="1.0"?><all>' + "".join(f"<w>{html.escape(w)}</w>" for w in words) + "</all>"


def as_csv(words: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([["head", "other"], *[[w, "x"] for w in words]])
    return out.getvalue()


def as_json(words: list[str]) -> str:
    return json.dumps({"words": words, "number": 44718829})


def as_text(words: list[str]) -> str:
    return "note\n" + "\n".join(words) + "\n"


KINDS = {"a.html": as_html, "a.xml": as_xml, "a.csv": as_csv, "a.json": as_json, "a.txt": as_text}


@pytest.mark.parametrize("name", KINDS)
@given(words=st.lists(WORDS, min_size=1, max_size=5))
@settings(max_examples=40, deadline=None)
def test_every_character_has_its_place(name: str, words: list[str]) -> None:
    source = KINDS[name](words)
    document = read(name, source)
    for block in document.blocks:
        for segment in block.segments:
            shown = document.text[segment.start : segment.end]
            if segment.node == 0 or segment.part == "number":
                assert source[segment.offset : segment.offset + len(shown)] == shown
            else:
                assert len(shown) == 1
                assert segment.offset + segment.node <= len(source)
    for word in words:
        if word.strip() and "\t" not in word:
            assert word.strip() in document.text


@pytest.mark.parametrize("name", KINDS)
@given(words=st.lists(WORDS, min_size=1, max_size=4), data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_removal_takes_out_itself_and_nothing_else(
    name: str, words: list[str], data: st.DataObject
) -> None:
    source = KINDS[name](words)
    document = read(name, source)
    start = data.draw(st.integers(0, max(0, len(document.text) - 1)))
    end = data.draw(st.integers(start, len(document.text)))
    removals = (Removal(start, end, "TERM", Operator.LABEL, "[X]"),) if start < end else ()
    done = formats.redact_bytes(source.encode("utf-8"), document, Plan(removals, ()), Context(name=name))
    after = read(name, done.data.decode("utf-8-sig")).text
    if name in ("a.txt", "a.xml"):
        outside = [
            w
            for w in words
            if w.strip() and document.text.count(w) == 1 and _outside(document, w, start, end)
        ]
        for word in outside:
            assert word.strip() in after


def _outside(document: Document, word: str, start: int, end: int) -> bool:
    at = document.text.index(word)
    return at + len(word) <= start or at >= end


PLANTED = {
    "mail.eml": (
        "From: Zebraquill Ottermann <z.ottermann@x.example>\nTo: b@x.example\nBcc: Zebraquill Ottermann <q@x.example>\n"
        "Received: from host by Zebraquill.Ottermann.example\nX-Note: Zebraquill Ottermann\nSubject: =?utf-8?q?Zebraquill_Ottermann?=\n"
        "Message-ID: <zebraquill.ottermann@x>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nDear Zebra=\nquill Otter=6Dann, stay.\n--b\n"
        "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+WmVicmFxdWlsbCA8Yj5PdHRlcm1hbm48L2I+IHN0YXk8L3A+\n--b\n"
        'Content-Type: text/csv\nContent-Disposition: attachment; filename="Zebraquill Ottermann.csv"\n\nname,x\nZebraquill Ottermann,stay\n--b--\n'
    ),
    "page.html": (
        "<html><head><meta name=author content='Zebraquill Ottermann'><script>var a='Zebraquill Ottermann'</script></head><body>"
        "<!-- Zebraquill Ottermann --><p onclick=\"x('Zebraquill Ottermann')\">stay Zebra<b>quill</b> &#79;ttermann</p>"
        "<img alt='Zebraquill Ottermann' src='data:text/plain;base64,WmVicmFxdWlsbA=='><a href='/Zebraquill%20Ottermann'>stay</a></body></html>"
    ),
    "data.json": '{"Zebraquill Ottermann": ["\\u005aebraquill Otterm\\u0061nn", "stay"], "n": 1}',
    "data.xml": "<?xml version='1.0'?><a b='Zebraquill Ottermann'><!-- Zebraquill Ottermann --><c>stay Zebraquill <![CDATA[Ottermann]]></c></a>",
    "draw.svg": "<svg xmlns='http://www.w3.org/2000/svg'><title>Zebraquill Ottermann</title><metadata>Zebraquill Ottermann</metadata><text>Zebra<tspan>quill</tspan> Ottermann</text><text>stay</text></svg>",
    "card.vcf": "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zebraquill Otter\r\n mann\r\nNOTE:stay\r\nEND:VCARD\r\n",
    "day.ics": "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:stay\r\nATTENDEE;CN=Zebraquill Ottermann:mailto:z@x.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "table.csv": 'name,note\n"Zebraquill Ottermann","stay ""x"""\n"ZEBRAQUILL  OTTERMANN",2\n',
    "plain.txt": "stay Zebraquill\nOttermann and Zebra-\nquill Ottermann, Z e b r a q u i l l  O t t e r m a n n, Zebra\u00adquill\u00a0Ottermann\n",
}  # fmt: skip


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_name_leaves_every_channel_and_the_rest_stays(name: str) -> None:
    source = PLANTED[name].encode("utf-8")
    context = Context(name=name)
    document = formats.read_bytes(source, context)
    plan = build_plan(document, [], PRESETS["share_outside"], terms=[SECRET, "z.ottermann@x.example"])
    done = formats.redact_bytes(source, document, plan, context)
    checked = verify(source, name, done.data, "copy" + done.extension, plan.terms, allowed=["█████"])
    assert checked.clean, checked.leaks
    assert "stay" in formats.read_bytes(done.data, Context(name="copy" + done.extension)).text


BOMB = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a 'xx'><!ENTITY b '&a;&a;&a;'>]><a>&b;</a>"


def test_entities_of_a_file_are_never_expanded() -> None:
    document = read("bomb.xml", BOMB)
    assert "xxxx" not in document.text
    assert any("entities" in warning for warning in document.warnings)


@pytest.mark.parametrize("name", PLANTED)
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_mutated_files_are_read_or_refused(name: str, data: st.DataObject) -> None:
    source = bytearray(PLANTED[name].encode("utf-8"))
    for _ in range(data.draw(st.integers(1, 8))):
        source[data.draw(st.integers(0, len(source) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(1, len(source)))
    context = Context(name=name)
    try:
        document = formats.read_bytes(bytes(source[:cut]), context)
        plan = build_plan(document, [], PRESETS["share_outside"], terms=[SECRET])
        formats.redact_bytes(bytes(source[:cut]), document, plan, context)
    except DocumentError as error:
        assert str(error)
