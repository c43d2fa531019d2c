from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from reportlab.pdfgen import canvas

from app.formats import Context, read_bytes
from tests.cli.conftest import SAMPLES, Cloister

LETTER = (
    "12 Quay Street\nBristol\n\n4 March 2024\n\n"
    "Dear Mr Bob Ray,\n\nplease write to bob.ray@example.org or call +44 20 7946 0958.\n\nYours,\nAnna Smith\n"
)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER)
    return path


def test_analyze_prints_the_agreed_json(letter: Path, cloister: Cloister) -> None:
    done = cloister("analyze", letter, "--json", "--with-text")
    result = json.loads(done.out)
    assert done.code == 0
    assert result["schema"] == 1
    for entity in result["entities"]:
        assert result["text"][entity["start"] : entity["end"]] == entity["text"]
    types = {entity["type"] for entity in result["entities"]}
    assert {"EMAIL_ADDRESS", "PHONE_NUMBER", "PERSON"} <= types
    assert result["category"]["label"] == "letter"


def test_analyze_answers_line_by_line_in_order(cloister: Cloister, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [json.dumps({"id": f"n{i}", "text": f"Mail {i}: bob{i}@example.org 😀"}) for i in range(5)]
    lines.insert(2, "not json")
    stdin = io.TextIOWrapper(io.BytesIO("\n".join(lines).encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    done = cloister("analyze", "--jsonl")
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == 1
    assert [a["id"] for a in answers] == ["n0", "n1", 3, "n2", "n3", "n4"]
    assert answers[2]["error"]["reason"] == "line"
    assert answers[5]["entities"][0]["text"] == "bob4@example.org"
    assert answers[5]["document"]["characters"] == len("Mail 4: bob4@example.org 😀")


def test_redact_takes_out_terms_only_when_told_so(letter: Path, tmp_path: Path, cloister: Cloister) -> None:
    terms = tmp_path / "terms.txt"
    terms.write_text("anna smith\n\n+44 20 7946 0958\n")
    out = tmp_path / "safe.txt"
    report = tmp_path / "report.json"
    done = cloister("redact", letter, "--out", out, "--terms-file", terms, "--no-auto", "--report", report)
    assert done.code == 0, done.err
    text = out.read_text()
    assert "Anna" not in text
    assert "7946" not in text
    assert "Bob Ray" in text
    facts = json.loads(report.read_text())
    assert facts["check"]["clean"] is True
    assert facts["removed_by_type"] == {"TERM": 2}
    assert "Anna" not in report.read_text()
    assert report.with_suffix(".html").exists()
    assert letter.read_text() == LETTER


@pytest.mark.parametrize(
    ("mode", "shown"),
    [("label", "[PERSON 1]"), ("blackout", "█████"), ("hash", "[PERSON "), ("mask", "****")],
)
def test_redact_modes(mode: str, shown: str, letter: Path, tmp_path: Path, cloister: Cloister) -> None:
    done = cloister("redact", letter, "--out", tmp_path / "safe.txt", "--mode", mode)
    assert done.code == 0, done.err
    text = (tmp_path / "safe.txt").read_text()
    assert shown in text
    assert "bob.ray" not in text
    assert "Bob Ray" not in text


def test_pseudonyms_stay_the_same_over_documents(tmp_path: Path, cloister: Cloister) -> None:
    texts = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"Document {name}. Dear Mrs Anna Smith, thank you.\n")
        done = cloister(
            "redact", path, "--out", tmp_path / f"{name}.safe.txt", "--mode", "pseudonym", "--types", "PERSON"
        )
        assert done.code == 0, done.err
        texts.append((tmp_path / f"{name}.safe.txt").read_text().replace(name, ""))
    assert texts[0] == texts[1]
    assert "Smith" not in texts[0]


def test_verify_tells_a_clean_copy_from_a_leaking_one(
    letter: Path, tmp_path: Path, cloister: Cloister
) -> None:
    terms = tmp_path / "terms.txt"
    terms.write_text("Anna Smith")
    clean, leaking = tmp_path / "clean.txt", tmp_path / "leaking.txt"
    clean.write_text(LETTER.replace("Anna Smith", "█████"))
    leaking.write_text(LETTER.replace("Anna Smith", "An-\nna Smith"))
    assert cloister("verify", letter, clean, "--terms-file", terms).code == 0
    done = cloister("verify", letter, leaking, "--terms-file", terms, "--json")
    assert done.code == 3
    verdict = json.loads(done.out)
    assert verdict["clean"] is False
    assert verdict["leaks"][0]["term"] == 0
    assert "Anna" not in done.out


def test_process_resumes_and_skips_what_is_unchanged(tmp_path: Path, cloister: Cloister) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    (source / "deep").mkdir(parents=True)
    (source / "a.txt").write_text(LETTER)
    (source / "deep" / "b.txt").write_text(LETTER.replace("Bob", "Rob"))
    first = cloister("process", source, "--out", out)
    assert first.code == 0, first.err
    before = {p: p.read_bytes() for p in out.rglob("*.txt")}
    assert {str(p.relative_to(out)) for p in before} == {"a.txt", "deep/b.txt"}
    second = cloister("process", source, "--out", out)
    assert "2 of them unchanged" in second.out
    (source / "a.txt").write_text(LETTER + "P.S. Call +44 20 7946 0999.\n")
    (out / "deep" / "b.txt").unlink()
    third = cloister("process", source, "--out", out)
    assert third.code == 0, third.err
    assert "unchanged" not in third.out
    assert (out / "deep" / "b.txt").read_bytes() == before[out / "deep" / "b.txt"]
    assert "P.S." in (out / "a.txt").read_text()
    assert len(list(out.rglob("*.txt"))) == 2


def test_copies_can_be_plain_text_whatever_the_originals_are(tmp_path: Path, cloister: Cloister) -> None:
    done = cloister("process", SAMPLES / "employment-contract.docx", "--out", tmp_path / "out", "--as-text")
    assert done.code == 0, done.err
    (copy,) = (tmp_path / "out").glob("*.txt")
    text = copy.read_text("utf-8")
    assert "Employment contract" in text
    assert "python-docx" not in text, "properties stay behind"
    found = cloister("verify", SAMPLES / "employment-contract.docx", copy)
    assert found.code == 0, found.out


def test_a_dry_run_says_what_would_go_and_leaves_no_trace(tmp_path: Path, cloister: Cloister) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    (source / "a.txt").write_text(LETTER)
    (source / "broken.pdf").write_bytes(b"%PDF-1.7 no")
    tried = cloister("process", source, "--out", out, "--dry-run")
    assert tried.code == 1
    assert "PHONE_NUMBER 1" in tried.out
    assert "1 would be written, 1 refused" in tried.out
    assert not out.exists()
    assert cloister("search", "write").out == "", "the library knows nothing of it"
    real = cloister("process", source / "a.txt", "--out", out)
    assert "1 done, 0 failed" in real.out
    again = cloister("process", source / "a.txt", "--out", out, "--dry-run", "--fresh")
    assert str(out / "a.txt") in again.out, "the same name as the real run"


def test_names_are_taken_out_of_file_names(tmp_path: Path, cloister: Cloister) -> None:
    path = tmp_path / "Anna_Smith letter.txt"
    path.write_text("Yours sincerely,\nMrs Anna Smith\n")
    out = tmp_path / "out"
    done = cloister("process", path, "--out", out)
    assert done.code == 0, done.err
    names = [p.name for p in out.glob("*.txt")]
    assert len(names) == 1
    assert "Smith" not in names[0]
    assert "Anna" not in names[0]


def test_what_was_processed_is_found_again(letter: Path, tmp_path: Path, cloister: Cloister) -> None:
    assert cloister("process", letter, "--out", tmp_path / "out").code == 0
    done = cloister("search", "write ray", "--json")
    hits = json.loads(done.out)["hits"]
    assert [Path(hit["path"]).name for hit in hits] == ["letter.txt"]
    assert cloister("audit", "verify").code == 0
    assert "document exported" in cloister("audit").out


def test_watch_once_processes_what_is_there(letter: Path, tmp_path: Path, cloister: Cloister) -> None:
    folder = tmp_path / "watched"
    folder.mkdir()
    (folder / "letter.txt").write_text(LETTER)
    done = cloister("watch", folder, "--out", tmp_path / "out", "--once")
    assert done.code == 0, done.err
    assert (tmp_path / "out" / "letter.txt").exists()


def test_a_passphrase_locks_the_library(
    letter: Path, tmp_path: Path, cloister: Cloister, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cloister("process", letter, "--out", tmp_path / "out").code == 0
    monkeypatch.setenv("NEW_ONE", "correct horse battery")
    assert cloister("passphrase", "--new-env", "NEW_ONE").code == 0
    locked = cloister("search", "ray")
    assert (locked.code, "passphrase" in locked.err) == (1, True)
    monkeypatch.setenv("CLOISTER_PASSPHRASE", "correct horse battery")
    assert cloister("search", "ray").code == 0


def test_doctor_and_models_speak_plainly(cloister: Cloister) -> None:
    done = cloister("doctor", "--json")
    verdicts = {finding["check"]: finding["verdict"] for finding in json.loads(done.out)}
    assert verdicts["network"] in ("ok", "note")  # the kernel filter is left out in this process
    assert verdicts["encryption"] == "ok"
    assert verdicts["models"] in ("ok", "note")
    assert cloister("models", "check").code == 0
    listed = json.loads(cloister("models", "list", "--json").out)
    assert any(model["name"].endswith(".gguf") for model in listed)
    wrong = cloister("models", "add", SAMPLES / "equipe.html")
    assert (wrong.code, "GGUF" in wrong.err) == (1, True)


@pytest.mark.slow
def test_all_samples_come_out_redacted(tmp_path: Path, cloister: Cloister) -> None:
    out = tmp_path / "out"
    done = cloister("process", SAMPLES, "--out", out, "--keep-names")
    assert done.code == 0, done.err
    copies = {p.name for p in out.iterdir() if not p.name.startswith("cloister-report")}
    assert copies == {p.name for p in SAMPLES.iterdir()}


def test_the_word_document_can_be_a_term(tmp_path: Path, cloister: Cloister) -> None:
    (tmp_path / "a.txt").write_text("This document is a harmless document.")
    (tmp_path / "terms.txt").write_text("document")
    done = cloister(
        "process", tmp_path / "a.txt", "--out", tmp_path / "out", "--terms-file", tmp_path / "terms.txt"
    )
    assert done.code == 0, done.err
    assert "document" not in (tmp_path / "out" / "a.txt").read_text()


def test_verify_with_one_file_says_what_it_gives_away_by_itself(tmp_path: Path, cloister: Cloister) -> None:
    page = canvas.Canvas(str(tmp_path / "by-others.pdf"))
    page.drawString(72, 700, "Zebraquill Ottermann")
    page.rect(70, 696, 200, 16, fill=1)
    page.save()
    found = cloister("verify", tmp_path / "by-others.pdf", "--json")
    assert found.code == 3
    assert "text under boxes" in {leak["channel"] for leak in json.loads(found.out)["leaks"]}
    (tmp_path / "plain.txt").write_text("nothing to see")
    assert cloister("verify", tmp_path / "plain.txt").code == 0
    assert cloister("verify", tmp_path / "plain.txt", "--terms-file", tmp_path / "plain.txt").code == 2


def test_areas_go_from_the_terminal_to_the_copy(tmp_path: Path, cloister: Cloister) -> None:
    page = canvas.Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800))
    page.drawString(210, 560, "Zebraquill")
    page.drawString(50, 620, "Words above stay")
    page.save()
    out = tmp_path / "b.pdf"
    arguments = ("redact", tmp_path / "a.pdf", "--out", out, "--no-ocr", "--log", "--area")
    assert cloister(*arguments, "1:100,200,300,260").code == 0
    text = read_bytes(out.read_bytes(), Context(name="b.pdf", ocr=False)).text
    assert "Zebraquill" not in text and "Words above stay" in text
    assert "AREA" in (tmp_path / "b.pdf.log.csv").read_text("utf-8-sig")
    assert cloister(*arguments, "1:9,9").code == 2
