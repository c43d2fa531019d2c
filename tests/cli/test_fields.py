"""A value marked in two documents is found in the others, and the table can be opened without danger."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pytest

from app.pipeline.own_fields_files import write_table
from app.pipeline.tables import FieldTable
from tests.cli.conftest import Cloister

PLACES = ("Leeds", "Bath", "Derby", "York", "Truro")


def claim(number: int) -> str:
    return (
        f"Northern Mutual\nClaim summary\n\nPolicy ref: NM-{4410 + number * 31}-{'ABCDE'[number]}\n"
        f"Claim reference: CL-{100 + number}-X\nLoss adjuster: {('Ada Brook', 'Tom Reed', 'Una Marsh', 'Ole Hart', 'Ivy Dell')[number]}\n"
        f"Date of loss: {number + 3}/02/2025   Excess: GBP {250 + number}.00\n\nRisk address\n{number + 7} Mill Lane, {PLACES[number]}\n\n"
        "The insured reported an escape of water in the kitchen. Repairs were agreed with the contractor.\n"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inbox = tmp_path / "claims"
    inbox.mkdir()
    for number in range(5):
        (inbox / f"claim{number}.txt").write_text(claim(number))
    (inbox / "garden.txt").write_text(
        "The garden is green and the birds sing in the old apple tree all day.\n"
    )
    return inbox


def taught(cloister: Cloister, folder: Path, name: str, *values: str) -> None:
    pairs = [part for n, value in enumerate(values) for part in ("--value", value, folder / f"claim{n}.txt")]
    done = cloister("fields", "teach", name, *pairs)
    assert done.code == 0, done.err
    assert f"{len(values)} of {len(values)} values are found" in done.out


def test_the_rest_of_the_folder_is_filled_in(folder: Path, tmp_path: Path, cloister: Cloister) -> None:
    taught(cloister, folder, "policy_ref", "NM-4410-A", "NM-4441-B")
    taught(cloister, folder, "adjuster", "Ada Brook", "Tom Reed")
    taught(cloister, folder, "day_of_loss", "3/02/2025", "4/02/2025")
    taught(cloister, folder, "excess", "250.00", "251.00")
    taught(cloister, folder, "risk_address", "7 Mill Lane, Leeds", "8 Mill Lane, Bath")
    out = tmp_path / "table.json"
    done = cloister("fields", "table", folder, "--out", out, "--only-own")
    assert done.code == 0, done.err
    rows = {row["document"]: row for row in json.loads(out.read_text())["rows"]}
    for number in range(5):
        row = rows[f"claim{number}.txt"]
        assert row["policy_ref"] == f"NM-{4410 + number * 31}-{'ABCDE'[number]}"
        assert row["adjuster"] == ("Ada Brook", "Tom Reed", "Una Marsh", "Ole Hart", "Ivy Dell")[number]
        assert row["day_of_loss"] == f"2025-02-0{number + 3}"
        assert row["excess"] == f"{250 + number}.00"
        assert row["risk_address"] == f"{number + 7} Mill Lane, {PLACES[number]}"
    garden = rows["garden.txt"]
    assert {garden[name] for name in ("policy_ref", "adjuster", "day_of_loss", "excess")} == {""}


def test_a_field_of_ones_own_stands_in_the_result_with_its_place(folder: Path, cloister: Cloister) -> None:
    taught(cloister, folder, "policy_ref", "NM-4410-A", "NM-4441-B")
    result = json.loads(cloister("analyze", folder / "claim3.txt", "--json", "--with-text").out)
    (field,) = [field for field in result["fields"] if field["name"] == "policy_ref"]
    assert result["text"][field["start"] : field["end"]] == field["value"] == "NM-4503-D"
    assert "policy_ref" in cloister("fields", "list").out
    assert cloister("fields", "undo").code == 0
    result = json.loads(cloister("analyze", folder / "claim3.txt", "--json").out)
    assert "policy_ref" not in [field["name"] for field in result["fields"]]
    assert cloister("fields", "undo").code == 2


def test_tables_hold_text_that_would_be_a_formula_as_text(tmp_path: Path, cloister: Cloister) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    values = ("=cmd()", "@home", "plain")
    for number, value in enumerate(values):
        (folder / f"claim{number}.txt").write_text(
            f"Remark: {value}\nThe rest of the paper says nothing more.\n"
        )
    taught(cloister, folder, "remark", "=cmd()", "@home")
    for ending in ("csv", "xlsx"):
        done = cloister("fields", "table", folder, "--out", tmp_path / f"t.{ending}", "--only-own")
        assert done.code == 0, done.err
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["remark"] for row in csv.DictReader(stream)] == ["'=cmd()", "'@home", "plain"]
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx").active
    assert [row[3].value for row in sheet.iter_rows(min_row=2)] == list(values)
    assert {row[3].data_type for row in sheet.iter_rows(min_row=2)} == {"s"}


def test_bad_marks_are_refused_in_a_sentence(folder: Path, tmp_path: Path, cloister: Cloister) -> None:
    first, second = folder / "claim0.txt", folder / "claim1.txt"
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    for arguments, words in (
        (["teach", "ref", "--value", "NM-4410-A", first], "too few"),
        (
            ["teach", "ref", "--value", "NM-4410-A", first, "--value", "nowhere", second],
            "does not stand in it",
        ),
        (["teach", "ref", "--value", "NM-4410-A", first, "--value", " ", second], "does not stand in it"),
        (["teach", "My Ref", "--value", "NM-4410-A", first, "--value", "NM-4441-B", second], "small letters"),
        (["teach", "ref", "--value", "NM-4410-A", first, "--value", "x", empty], "The file is empty"),
        (["teach", "class", "--value", "NM-4410-A", first, "--value", "NM-4441-B", second], "another name"),
        (["table", folder, "--out", tmp_path / "t.doc"], ".csv, .xlsx or .json"),
        (["table", tmp_path / "gone", "--out", tmp_path / "t.csv"], "gone is not there"),
    ):
        done = cloister("fields", *arguments)
        assert done.code in (1, 2), arguments
        assert words in done.err
        assert "Traceback" not in done.err
    assert "No fields were taught" in cloister("fields").out


def test_columns_of_the_same_name_keep_both_values_in_json(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    write_table(path, FieldTable(("document", "language", "language"), (("cv.txt", "en", "French"),), (1,)))
    assert json.loads(path.read_text())["rows"] == [
        {"document": "cv.txt", "language": "en", "language_2": "French"}
    ]
