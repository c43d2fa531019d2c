"""A folder of feedback: how it sounds, about what, and nothing of it is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cloister

PRAISE = ("The driver was friendly and the parcel came early.", "Great service, thank you so much!", "I love the new chairs, they are very comfortable.")  # fmt: skip
BLAME = ("The parcel arrived broken and nobody answered my mail.", "Terrible service, I want my money back.", "The chairs are flimsy and the colour is wrong.")  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inbox = tmp_path / "feedback"
    inbox.mkdir()
    for number, text in enumerate((*PRAISE, *BLAME)):
        (inbox / f"{number}.txt").write_text(text)
    (inbox / "survey.csv").write_text(
        "id,comment\n1,The parcel was delivered quickly and in good condition\n2,The worst delivery that I ever had\n3,ok\n"
    )
    return inbox


def test_each_piece_and_the_whole_are_judged(folder: Path, own_home: Path, cloister: Cloister) -> None:
    done = cloister("feedback", folder, "--json")
    assert done.code == 0, done.err
    result = json.loads(done.out)
    assert result["schema"] == 1
    by_name = {(Path(item["path"]).name, item["place"]): item["sentiment"] for item in result["items"]}
    assert [by_name[f"{n}.txt", ""] for n in range(6)] == ["positive"] * 3 + ["negative"] * 3
    assert by_name["survey.csv", "B2"] == "positive"
    assert by_name["survey.csv", "B3"] == "negative"
    assert len(result["items"]) == 8  # a number and a single word in a table are no feedback
    assert result["counts"] == {"positive": 4, "mixed": 0, "neutral": 0, "negative": 4, "unknown": 0}
    assert not list(own_home.rglob("library.json"))  # nothing is kept


def test_the_terminal_shows_bars_and_topics(folder: Path, cloister: Cloister) -> None:
    for number in range(12):
        (folder / f"more{number}.txt").write_text(
            f"The invoice amount for order {number} is wrong again." if number % 2 else f"The delivery driver number {number} was friendly."
        )  # fmt: skip
    done = cloister("feedback", folder)
    assert done.code == 0, done.err
    assert "20 pieces of feedback" in done.out
    assert "negative" in done.out
    assert "█" in done.out
    assert "invoice" in done.out


def test_bad_input_invents_nothing(tmp_path: Path, cloister: Cloister) -> None:
    assert cloister("feedback", tmp_path / "gone").code == 2
    assert cloister("feedback", tmp_path).code == 2
    (tmp_path / "word.txt").write_text("Parcel")
    (tmp_path / "noise.txt").write_text("xq zvk wpt hjjk lrr zzt qqp vvb nnm " * 20)
    (tmp_path / "empty.txt").write_text("")
    done = cloister("feedback", tmp_path, "--json")
    assert done.code == 1
    result = json.loads(done.out)
    assert {item["sentiment"] for item in result["items"]} <= {"unknown", "neutral"}
    assert result["topics"] == []
    assert [Path(failed["path"]).name for failed in result["failed"]] == ["empty.txt"]


def test_one_long_text_that_repeats_itself_has_no_topics_and_takes_no_time(
    tmp_path: Path, cloister: Cloister
) -> None:
    (tmp_path / "long.txt").write_text("The service was good and the parcel arrived on time. " * 2000)
    (tmp_path / "other.txt").write_text("The parcel was lost.")
    result = json.loads(cloister("feedback", tmp_path, "--json").out)
    assert [item["sentiment"] for item in result["items"]] == ["positive", "negative"]
    assert result["topics"] == []
