"""Finding documents again: by filters, by meaning, by person, and twins."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Cloister

TEXTS = {
    "one/boiler.txt": "Dear Ms Hale,\n\nthe heating engineer repaired the boiler on Tuesday. The radiators are warm again and the "
    "bill will follow next week. Please call if the water turns cold.\n\nYours sincerely,\nJürgen Meyer\n",
    "one/boiler-copy.txt": "Dear Ms Hale,\n\nthe heating engineer repaired the boiler on Tuesday. The radiators are warm again and the "
    "bill will follow next week. Please call us if the water turns cold.\n\nYours sincerely,\nJuergen Meier\n",
    "two/concert.txt": "Dear Mr Brown,\n\nthe orchestra plays Beethoven in the town hall on Friday. Tickets for the symphony are sold "
    "at the door, and the choir sings after the break.\n\nYours sincerely,\nAnna Smith\n",
    "two/school.txt": "Dear parents,\n\nthe pupils of class four visit the museum on Monday. Please give each child a packed lunch and "
    "a rain coat. The bus leaves at nine.\n\nYours sincerely,\nA. Smith\n",
}


@pytest.fixture
def library(tmp_path: Path, cloister: Cloister) -> Path:
    for name, text in {**TEXTS, "two/school-again.txt": TEXTS["two/school.txt"]}.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    done = cloister("process", tmp_path / "in", "--out", tmp_path / "out")
    assert done.code == 0, done.err
    return tmp_path / "in"


def found(cloister: Cloister, *arguments: object) -> dict[str, Any]:
    done = cloister("search", *arguments, "--json")
    assert done.code == 0, done.err
    answer = json.loads(done.out)
    assert answer["schema"] == 1
    return dict(answer)


def names(answer: dict[str, Any]) -> list[str]:
    return [Path(hit["path"]).name for hit in answer["hits"]]


def test_everything_can_be_found_again(library: Path, cloister: Cloister) -> None:
    assert set(names(found(cloister, "boiler"))) == {"boiler.txt", "boiler-copy.txt"}
    assert names(found(cloister, "tickets", "--folder", library / "two")) == ["concert.txt"]
    assert names(found(cloister, "tickets", "--folder", library / "tw")) == []
    assert names(found(cloister, "yours", "--class", "invoice")) == []
    assert len(names(found(cloister, "yours", "--since", "2020-01-01", "--until", "9999"))) == 5
    assert names(found(cloister, "yours", "--until", "1999-12-31")) == []
    assert names(found(cloister, "yours", "--entity", "Anna Smith")) == ["concert.txt"]

    by_meaning = found(cloister, "music performance by a band", "--meaning")
    assert names(by_meaning)[0] == "concert.txt"
    assert "orchestra" in by_meaning["hits"][0]["snippet"]

    people = found(cloister, "--person", "Jurgen Maier")["hits"]
    assert {Path(hit["path"]).name for hit in people} == {"boiler.txt", "boiler-copy.txt"}
    assert {spelling for hit in people for spelling in hit["spellings"]} >= {"Jürgen Meyer", "Juergen Meier"}
    assert set(names(found(cloister, "--person", "Smith, Anna"))) >= {"concert.txt"}
    assert names(found(cloister, "--person", "Zoe Quill")) == []

    same, near = found(cloister, "--duplicates")["groups"]
    assert {Path(path).name for path in same["paths"]} == {"school.txt", "school-again.txt"}
    assert same["likeness"] == 1
    assert {Path(path).name for path in near["paths"]} == {"boiler.txt", "boiler-copy.txt"}
    assert 0.7 <= near["likeness"] < 1
    assert "the same file" in cloister("search", "--duplicates").out

    for arguments in ((), ("a", "--duplicates"), ("--person", "A", "--class", "cv"), ("a", "--since", "May")):
        done = cloister("search", *arguments)
        assert done.code == 2
        assert done.err.startswith("cloister: ")
