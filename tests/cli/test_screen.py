"""CVs side by side in the terminal: what is compared, and no names unless asked for."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import SAMPLES, Cloister

LEBENSLAUF = """Lebenslauf

Jonas Bergmann
Lindenstraße 14, 04109 Leipzig
Telefon: +49 341 5550188
jonas.bergmann@post.example
Geburtsdatum: 12.04.1988
Familienstand: ledig

Berufserfahrung
Buchhalter, Nordwind Logistik GmbH, Hamburg
2014 - 2021
Sachbearbeiter, Elbhafen AG, Hamburg
2010 - 2014

Ausbildung
Kaufmann für Büromanagement, Handelskammer Leipzig, 2010

Kenntnisse
SAP, Excel, Negotiation

Sprachen
Deutsch (Muttersprache), Englisch (B2)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inbox = tmp_path / "cvs"
    inbox.mkdir()
    shutil.copy(SAMPLES / "cv-solicitor.pdf", inbox / "mokoena.pdf")
    shutil.copy(SAMPLES / "cv-solicitor.pdf", inbox / "mokoena again.pdf")
    shutil.copy(SAMPLES / "invoice-harbour-finch.pdf", inbox)
    (inbox / "bergmann.txt").write_text(LEBENSLAUF)
    return inbox


def test_candidates_are_compared_blind(folder: Path, own_home: Path, cloister: Cloister) -> None:
    done = cloister("screen", folder, "--json", "--skills", "SAP, negotiation")
    assert done.code == 0, done.err
    result = json.loads(done.out)
    assert len(result["candidates"]) == 2  # the same file twice is one candidate
    assert result["not_cvs"] == 1
    german = next(one for one in result["candidates"] if one["wanted"]["SAP"])
    assert german["posts"][0] == "Buchhalter, Nordwind Logistik GmbH, Hamburg · 2014 - 2021"
    assert german["education"] == ["Kaufmann für Büromanagement, Handelskammer Leipzig, 2010"]
    assert {"language": "en", "level": "B2"} in german["languages"]
    assert all(one["wanted"]["negotiation"] for one in result["candidates"])
    for word in ("Mokoena", "Thandiwe", "Bergmann", "Jonas", "mokoena", "bergmann", "1988", "Lindenstraße"):
        assert word not in done.out, word
    assert not list(own_home.rglob("library.json"))  # nothing is kept


def test_names_are_shown_when_asked_for(folder: Path, cloister: Cloister) -> None:
    done = cloister("screen", folder, "--names")
    assert done.code == 0, done.err
    assert "Thandiwe Mokoena" in done.out
    assert "Jonas Bergmann" in done.out
    assert "2 CVs, 1 other documents left out" in done.out


def test_bad_input_is_no_candidate(tmp_path: Path, cloister: Cloister) -> None:
    assert cloister("screen", tmp_path / "gone").code == 2
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "word.txt").write_text("Hello")
    done = cloister("screen", tmp_path, "--json")
    assert done.code == 1
    assert json.loads(done.out)["candidates"] == []
    assert "empty.txt" in done.err
