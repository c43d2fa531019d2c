"""Bad input gets one clear sentence, costs that one document, and leaves nothing half-written."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pikepdf
import pytest

from app import formats
from app.documents import Limits
from app.documents.errors import LimitExceeded
from tests.cli.conftest import SAMPLES, Cloister


def pdf(pages: int = 1, **save: object) -> bytes:
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page(page_size=(200, 200))
        data = io.BytesIO()
        document.save(data, **save)
    return data.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def nested(depth: int) -> bytes:
    data = b"Anna Smith was here"
    name = "note.txt"
    for level in range(depth):
        data, name = zipped({name: data}), f"level{level}.zip"
    return data


CASES: dict[str, tuple[str, bytes, str]] = {
    "empty": ("empty.pdf", b"", "is empty"),
    "truncated pdf": ("cut.pdf", (SAMPLES / "invoice-harbour-finch.pdf").read_bytes()[:300], "damaged"),
    "truncated docx": ("cut.docx", (SAMPLES / "nda-enzyme-project.docx").read_bytes()[:9000], ""),
    "encrypted": (
        "locked.pdf",
        pdf(encryption=pikepdf.Encryption(owner="o", user="secret")),
        "password",
    ),
    "binary noise": ("noise.docx", bytes(range(256)) * 40, "not supported"),
    "too many pages": ("long.pdf", pdf(5001), "5001"),
    "zip bomb": ("bomb.zip", zipped({"zeros.txt": b"0" * 300_000_000}), "too much"),
    "nested archives": ("nested.zip", nested(9), ""),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_one_document_is_told_by_name_and_reason(
    case: tuple[str, bytes, str], tmp_path: Path, cloister: Cloister
) -> None:
    name, data, sentence = case
    path = tmp_path / name
    path.write_bytes(data)
    terms = tmp_path / "terms.txt"
    terms.write_text("Anna Smith")
    target = tmp_path / "out" / name
    done = cloister("redact", path, "--out", target, "--terms-file", terms, "--no-auto")
    if done.code == 0:  # some readers can save what is whole; then the copy must have passed the check
        assert target.exists()
        assert sentence == ""
        return
    assert done.code == 1
    assert name in done.err
    assert sentence in done.err
    assert "Traceback" not in done.err
    assert not target.exists()
    assert list(tmp_path.glob("out/*")) == []


def test_a_vanished_file_is_told(tmp_path: Path, cloister: Cloister) -> None:
    done = cloister("redact", tmp_path / "gone.txt", "--out", tmp_path / "o.txt")
    assert (done.code, "no longer there" in done.err) == (1, True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_told(tmp_path: Path, cloister: Cloister) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("Anna")
    path.chmod(0)
    done = cloister("analyze", path, "--json")
    assert (done.code, "permission" in done.err) == (1, True)


def test_a_file_over_the_size_limit_is_not_even_loaded(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(1024**3)
    with pytest.raises(LimitExceeded, match="1024 MiB"):
        formats.load(path, Limits())


def test_strange_file_names_are_printed_safely(tmp_path: Path, cloister: Cloister) -> None:
    path = tmp_path / "re\nport\u202egpj.\x1b[31mtxt"
    path.write_text("Dear Mr Bob Ray, call 0171 2345678.")
    out = tmp_path / "out"
    done = cloister("process", path, "--out", out)
    assert done.code == 0, done.err
    for stream in (done.out, done.err):
        assert "\x1b" not in stream
        assert "\u202e" not in stream
    copies = [p for p in out.iterdir() if not p.name.startswith("cloister-report")]
    assert len(copies) == 1
    assert copies[0].name.isprintable()


def test_the_original_is_never_overwritten(tmp_path: Path, cloister: Cloister) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Anna Smith")
    done = cloister("redact", path, "--out", path)
    assert (done.code, "original" in done.err) == (2, True)
    assert path.read_text() == "Anna Smith"


def test_a_full_or_read_only_folder_is_told_and_leaves_nothing(tmp_path: Path, cloister: Cloister) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Anna Smith")
    blocker = tmp_path / "file"
    blocker.write_text("")
    done = cloister("redact", path, "--out", blocker / "b.txt")
    assert (done.code, "could not be written" in done.err) == (1, True)
    if Path("/dev/full").exists():
        assert not list(tmp_path.glob(".cloister-*"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["process"], ["redact", "x"], ["nonsense"], ["redact", "x", "--out", "y", "--mode", "sing"],
        ["redact", "x", "--out", "y", "--types", "NOBODY"], ["redact", "x", "--out", "y", "--no-auto"],
        ["redact", "x", "--out", "y", "--policy", "mine"], ["redact", "x", "--out", "y", "--password-env", "NOT_SET_1"],
        ["analyze"],
    ],
)  # fmt: skip
def test_bad_usage_exits_2_with_a_sentence(arguments: list[str], cloister: Cloister) -> None:
    done = cloister(*arguments)
    assert done.code == 2
    assert done.err.strip()
    assert "Traceback" not in done.err


def test_a_failed_document_never_stops_a_batch(tmp_path: Path, cloister: Cloister) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "bad.pdf").write_bytes(b"%PDF-1.7 broken")
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    (tmp_path / "in" / "good.txt").write_text("Dear Mr Bob Ray, write to bob.ray@example.org.")
    out = tmp_path / "out"
    done = cloister("process", tmp_path / "in", "--out", out)
    assert done.code == 1
    assert "bad.pdf" in done.err
    assert "empty.txt" in done.err
    assert "bob.ray" not in (out / "good.txt").read_text()
    report = json.loads((out / "cloister-report.json").read_text())
    assert {Path(d["path"]).name: d["state"] for d in report["documents"]} == {
        "bad.pdf": "failed", "empty.txt": "failed", "good.txt": "done",
    }  # fmt: skip
    assert not list(out.glob(".cloister-*"))
