"""Certificate, log and legend: written on request, without a word of what was removed, and checked again."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pypdf

from tests.cli.conftest import SAMPLES, Cloister

PRIVATE = ("Finch", "Harbour", "Marlow")


def test_a_certificate_holds_for_its_two_files_and_for_no_others(tmp_path: Path, cloister: Cloister) -> None:
    source = tmp_path / "letter.txt"
    source.write_text("Dear Mr Bob Ray, call 0171 2345678 about the meadow.")
    copy, other = tmp_path / "copy.txt", tmp_path / "other.txt"
    done = cloister("redact", source, "--out", copy, "--certificate", "--log")
    assert done.code == 0, done.err
    paper = tmp_path / "copy.txt.certificate.json"
    facts = json.loads(paper.read_text())
    assert facts["check"]["clean"] is True
    assert facts["removed_by_type"]["PERSON"] == 1
    assert facts["models"]
    done = cloister("verify", source, copy, "--certificate", paper)
    assert (done.code, "certificate holds" in done.out) == (0, True)

    other.write_text(copy.read_text() + " more")
    done = cloister("verify", source, other, "--certificate", paper, "--json")
    assert done.code == 3
    assert json.loads(done.out)["certificate"]["problems"] == [
        "The redacted file is not the one that the certificate was issued for."
    ]
    paper.write_text(paper.read_text().replace('"PERSON": 1', '"PERSON": 2'))
    done = cloister("verify", source, copy, "--certificate", paper)
    assert (done.code, "changed after" in done.err) == (3, True)
    done = cloister("verify", source, copy, "--certificate", source)
    assert (done.code, "not a certificate" in done.err) == (2, True)


def test_the_papers_tell_place_and_reason_but_never_the_text(tmp_path: Path, cloister: Cloister) -> None:
    done = cloister(
        "redact", SAMPLES / "invoice-harbour-finch.pdf", "--out", tmp_path / "copy.pdf",
        "--certificate", "--log", "--policy", "foi_release",
    )  # fmt: skip
    assert done.code == 0, done.err
    rows = list(csv.DictReader(io.StringIO((tmp_path / "copy.pdf.log.csv").read_text("utf-8-sig"))))
    assert rows
    assert all(row["type"] and row["found_by"] for row in rows)
    assert any(row["page"] == "1" and row["code"] == "(b)(6)" for row in rows)
    certificate = pypdf.PdfReader(tmp_path / "copy.pdf.certificate.pdf")
    assert len(certificate.pages) == 1
    shown = certificate.pages[0].extract_text()
    assert "Certificate of redaction" in shown
    assert "passed" in shown
    legend = pypdf.PdfReader(tmp_path / "copy.pdf.legend.pdf").pages[0].extract_text()
    assert "(b)(6)" in legend
    for path in tmp_path.glob("copy.pdf.*"):
        for word in PRIVATE:
            assert word.encode() not in path.read_bytes(), (path.name, word)
    assert not any(word in shown + legend for word in PRIVATE)


def test_a_folder_gets_papers_for_each_copy(tmp_path: Path, cloister: Cloister) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for name in ("a.txt", "b.csv"):
        (source / name).write_text("name,phone\nBob Ray,0171 2345678\n")
    done = cloister("process", source, "--out", tmp_path / "out", "--certificate", "--log")
    assert done.code == 0, done.err
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"a.txt.certificate.json", "a.txt.certificate.pdf", "b.csv.log.csv", "b.csv.legend.pdf"} <= names
