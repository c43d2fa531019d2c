"""Files made to hurt: each costs itself alone, within limits, and is told in one sentence."""

from __future__ import annotations

import csv
import email.policy
import hashlib
import io
import json
import os
import struct
import zipfile
import zlib
from email.message import EmailMessage
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from app import formats
from app.documents.errors import DocumentError
from app.formats import Context
from app.masking import PRESETS, build_plan
from app.pipeline.pool import Result, Task, WorkerPool
from app.pipeline.worker import WorkerOptions
from tests.cli.conftest import Cloister
from tests.cli.conftest import cloister as cloister

SECRET = "Zebraquill Ottermann"


def pdf_with(content: bytes, *, filters: object = None) -> bytes:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(300, 300))
    page.obj.Contents = pikepdf.Stream(pdf, content)
    if filters is not None:
        page.obj.Contents.write(content, filter=filters)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def flate_bomb() -> bytes:
    packer = zlib.compressobj(9)
    block = b"0 0 m " * 200_000
    packed = b"".join(packer.compress(block) for _ in range(400)) + packer.flush()
    return pdf_with(packed, filters=pikepdf.Name.FlateDecode)


def nested_dictionaries() -> bytes:
    deep = b"<<" + b"/A <<" * 50_000 + b">>" * 50_000 + b">>"
    return b"%PDF-1.7\n1 0 obj\n" + deep + b"\nendobj\ntrailer <</Root 1 0 R>>\n%%EOF"


def looping_pages() -> bytes:
    return (
        b"%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>> endobj\n"
        b"trailer <</Root 1 0 R/Size 3>>\n%%EOF"
    )


def wide_picture() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 50_000_000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def many_frames() -> bytes:
    out = io.BytesIO()
    frame = Image.new("L", (8, 8))
    frame.save(out, "TIFF", save_all=True, append_images=[frame] * 5001)
    return out.getvalue()


def nested_mail(depth: int) -> bytes:
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["From"], mail["To"], mail["Subject"] = "a@x.example", "b@x.example", "innermost"
    mail.set_content("the end")
    for _ in range(depth):
        outer = EmailMessage(policy=email.policy.SMTP)
        outer["From"], outer["To"], outer["Subject"] = "a@x.example", "b@x.example", "around"
        outer.set_content("see inside")
        outer.add_attachment(mail)
        mail = outer
    return mail.as_bytes()


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">{entities}]><a>&l11;</a>'.encode()


def office_with(part: str, content: bytes) -> bytes:
    out = io.BytesIO()
    kinds = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", kinds)
        archive.writestr(part, content)
    return out.getvalue()


BOMBS = {
    "a.pdf": flate_bomb, "b.pdf": nested_dictionaries, "c.pdf": looping_pages, "d.png": wide_picture, "e.tiff": many_frames,
    "f.eml": lambda: nested_mail(60), "g.xml": laughs, "h.svg": lambda: laughs().replace(b"<a>", b"<svg>").replace(b"</a>", b"</svg>"),
    "i.docx": lambda: office_with("word/document.xml", laughs()),
    "j.docx": lambda: office_with("word/document.xml", b"<a>" * 200_000),
    "k.html": lambda: b"<html>" + b"<div>" * 300_000, "l.json": lambda: b"[" * 500_000,
    "m.csv": lambda: b'"' * 300_000, "n.rtf": lambda: b"{\\rtf1" + b"{" * 500_000,
    "o.txt": lambda: b"a@" * 400_000 + b" " * 400_000,
}  # fmt: skip


def analyse(path: Path) -> Result:
    header = {"path": str(path), "password": None, "ocr": False, "find": False}
    pool = WorkerPool(1, WorkerOptions(memory_mib=3072))
    try:
        return pool.call(Task(1, "analyse", header, seconds=60.0))
    finally:
        pool.close()


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_costs_itself_alone(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(BOMBS[name]())
    result = analyse(path)
    if not result.ok:
        assert result.sentence.endswith((".", ")"))
        assert "Traceback" not in result.sentence
        assert result.reason in ("damaged", "limit", "unsupported", "timeout", "crash", "memory")


@pytest.mark.parametrize(
    "name", ["../../up.txt", "/etc/evil.txt", "..\\..\\up.txt", "C:\\up.txt", "a/../../up.txt"]
)
def test_an_archive_cannot_write_outside_its_copy(name: str, tmp_path: Path, cloister: Cloister) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(name, f"Dear {SECRET}")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.zip").write_bytes(data.getvalue())
    (tmp_path / "terms").write_text(SECRET)
    before = set(tmp_path.rglob("*"))
    cloister("process", tmp_path / "in", "--out", tmp_path / "out", "--terms-file", tmp_path / "terms")
    new = set(tmp_path.rglob("*")) - before
    assert all(path == tmp_path / "out" or tmp_path / "out" in path.parents for path in new)
    for copy in (tmp_path / "out").glob("*.zip"):
        for inner in zipfile.ZipFile(copy).namelist():
            assert not inner.startswith(("/", "\\"))
            assert ".." not in inner.replace("\\", "/").split("/")
            assert ":" not in inner


def test_cells_of_a_copy_and_of_a_log_do_not_start_formulas(tmp_path: Path) -> None:
    from app.documents import Entity, Operator, Plan, Removal
    from app.pipeline.papers import removal_log

    text = "name"
    document = formats.read_bytes(text.encode(), Context("a.txt"))
    evil = Entity("PERSON", 0, 4, "name", 0.9, "=cmd|' /C calc'!A0", "+SUM(1)")
    plan = Plan((Removal(0, 4, "@PERSON", Operator.BLACKOUT, "", "-1+2"),), ())
    for row in list(csv.reader(io.StringIO(removal_log(document, plan, [evil]))))[1:]:
        assert not any(cell.startswith(("=", "+", "@", "-", "\t")) for cell in row), row


def test_a_name_cannot_put_markup_into_the_report(tmp_path: Path, cloister: Cloister) -> None:
    (tmp_path / "in").mkdir()
    evil = "<img src=x onerror=alert(1)>.txt"
    (tmp_path / "in" / evil).write_text("nothing private")
    done = cloister("process", tmp_path / "in", "--out", tmp_path / "out", "--keep-names")
    assert done.code == 0, done.err
    page = (tmp_path / "out" / "cloister-report.html").read_text()
    assert "<img" not in page
    assert "&lt;img" in page
    json.loads((tmp_path / "out" / "cloister-report.json").read_text())


def test_a_link_in_the_output_folder_is_not_followed(tmp_path: Path, cloister: Cloister) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "in" / "a.txt").write_text("nothing private here")
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / "out" / "a.txt").symlink_to(victim)
    cloister("process", tmp_path / "in", "--out", tmp_path / "out")
    assert victim.read_text() == "mine"


def test_a_planted_temporary_file_is_not_written_through(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    target = tmp_path / "copy.txt"
    digest = hashlib.sha256(os.fsencode(target.name)).hexdigest()[:12]
    (tmp_path / f".cloister-{os.getpid()}-{digest}.part").symlink_to(victim)
    formats.write_atomically(target, b"the copy")
    assert victim.read_text() == "mine"
    assert target.read_bytes() == b"the copy"
    assert not target.is_symlink()


def test_links_to_folders_and_pipes_are_not_followed(tmp_path: Path, cloister: Cloister) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "secret.txt").write_text(SECRET)
    (tmp_path / "in" / "link").symlink_to(tmp_path / "private")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    (tmp_path / "in" / "a.txt").write_text("nothing private")
    done = cloister("process", tmp_path / "in", "--out", tmp_path / "out")
    assert "pipe.txt" in done.err
    assert {path.name for path in (tmp_path / "out").iterdir() if path.suffix == ".txt"} == {"a.txt"}


def test_a_file_replaced_after_it_was_read_is_not_redacted_by_the_old_plan(tmp_path: Path) -> None:
    first = formats.read_bytes(b"Dear Zebraquill Ottermann, hello", Context("a.txt"))
    plan = build_plan(first, [], PRESETS["share_outside"], terms=[SECRET])
    with pytest.raises(DocumentError, match="changed"):
        formats.redact_bytes(b"Hello, dear Zebraquill Ottermann", first, plan, Context("a.txt"))
