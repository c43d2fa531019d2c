"""Bad input gets one clear sentence, costs that one document, and leaves nothing half-written."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from app import formats
from app.documents import Limits
from app.documents.errors import FileUnreadable, FileVanished, LimitExceeded
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


def test_an_unreadable_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("Anna")
    path.chmod(0)
    root = os.geteuid() == 0
    if root:  # root may read everything
        os.seteuid(65534)
    try:
        with pytest.raises((FileUnreadable, FileVanished), match=r"permission|no longer"):
            formats.load(path)
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 KiB with no room left."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("a small file system cannot be mounted here")
    with contextlib.suppress(OSError), (folder / "filler").open("wb", buffering=0) as stream:
        while stream.write(b"x" * 4096):
            pass
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_told_and_leaves_nothing_half_written(full_disk: Path, cloister: Cloister) -> None:
    path = full_disk.parent / "a.txt"
    path.write_text("Anna Smith lives here. " * 40)
    done = cloister("redact", path, "--out", full_disk / "b.txt")
    assert (done.code, "could not be written" in done.err) == (1, True)
    assert "space" in done.err
    assert [p.name for p in full_disk.iterdir()] == ["filler"]
    done = cloister("process", path, "--out", full_disk / "out")
    assert done.code == 1
    assert "a.txt" in done.err
    assert "Traceback" not in done.err
    assert not [p for p in full_disk.rglob("*") if p.is_file() and p.name != "filler"]


def test_a_library_on_a_full_disk_is_told(full_disk: Path, cloister: Cloister) -> None:
    path = full_disk.parent / "a.txt"
    path.write_text("Anna Smith lives here.")
    done = cloister("--library", full_disk / "library", "process", path, "--out", full_disk.parent / "out")
    assert done.code == 1
    assert "Traceback" not in done.err
    assert done.err.strip()


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


def test_a_folder_that_is_a_file_is_told_and_leaves_nothing(tmp_path: Path, cloister: Cloister) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Anna Smith")
    blocker = tmp_path / "file"
    blocker.write_text("")
    done = cloister("redact", path, "--out", blocker / "b.txt")
    assert (done.code, "could not be written" in done.err) == (1, True)
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
