"""What a user teaches counts from then on, and is gone when it is taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cloister

GOODS = ("pallets of oak boards", "steel brackets", "copper pipe", "roof tiles", "paint tins", "cable drums")
TOWNS = ("Harlow", "Leeds", "Bath", "Truro", "Derby", "York")


def delivery_note(number: int) -> str:
    goods, town = GOODS[number % 6], TOWNS[(number * 5) % 6]
    return (
        f"DELIVERY NOTE\nConsignment no. DN-{4100 + number * 7}\nShip to: Builders Yard, {town}\n"
        f"Carrier: North Haulage, vehicle {number + 11}\n\nItem        Ordered   Delivered\n"
        f"{goods}     {number + 4}    {number + 4}\n\nGoods received in good condition.\n"
        f"Driver signature ______   Consignee signature ______\nUnloading bay {number % 3 + 1}, gross weight {number * 13 + 240} kg\n"
    )


def invoice(number: int) -> str:
    return (
        f"INVOICE\nHarbour & Finch Ltd\nInvoice number: INV-{900 + number}\nInvoice date: 0{number % 8 + 1}/03/2025\n"
        f"Bill to: Mill Lane School\n\nDescription   Qty   Unit price   Amount\nTuition   {number + 1}   40.00   {40 * (number + 1)}.00\n"
        f"Subtotal {40 * (number + 1)}.00\nVAT 20% {8 * (number + 1)}.00\nTotal due {48 * (number + 1)}.00 GBP\n"
        f"Payment due within 30 days to IBAN GB82 WEST 1234 5698 7654 32\n"
    )


def letter(number: int) -> str:
    return (
        f"Dear Mrs Hale,\n\nthank you for your letter of {number + 2} May. We were glad to hear that the garden has\n"
        f"recovered and that the children enjoy it. Our aunt in {TOWNS[number % 6]} sends her love and hopes to\n"
        "visit in the autumn.\n\nYours sincerely,\nTheo Wren\n"
    )


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text)
    return path


@pytest.fixture
def notes(tmp_path: Path) -> list[Path]:
    return [written(tmp_path, f"note{n}.txt", delivery_note(n)) for n in range(5)]


def label_of(cloister: Cloister, path: Path) -> str:
    done = cloister("analyze", path, "--json")
    assert done.code == 0, done.err
    result = json.loads(done.out)
    assert result["schema"] == 1
    return str(result["category"]["label"])


def test_a_class_taught_with_a_few_examples_is_used_and_can_be_undone(
    notes: list[Path], tmp_path: Path, cloister: Cloister
) -> None:
    new = written(tmp_path, "new.txt", delivery_note(17))
    bill = written(tmp_path, "bill.txt", invoice(3))
    before = label_of(cloister, new)
    done = cloister("teach", "delivery_note", *notes)
    assert done.code == 0, done.err
    assert "5 examples" in done.out
    assert "expected accuracy 100%" in done.out
    assert label_of(cloister, new) == "delivery_note"
    assert label_of(cloister, bill) == "invoice"
    assert "delivery_note: 5 examples" in cloister("teach", "--list").out
    assert "delivery_note" in cloister("teach", "--undo").out
    assert label_of(cloister, new) == before
    assert cloister("teach", "--undo").code == 2


def test_a_second_class_is_told_from_the_first(notes: list[Path], tmp_path: Path, cloister: Cloister) -> None:
    family = [written(tmp_path, f"family{n}.txt", letter(n)) for n in range(4)]
    assert cloister("teach", "delivery_note", *notes).code == 0
    assert cloister("teach", "family_letter", *family).code == 0
    assert label_of(cloister, written(tmp_path, "a.txt", letter(9))) == "family_letter"
    assert label_of(cloister, written(tmp_path, "b.txt", delivery_note(31))) == "delivery_note"


def test_a_known_class_is_corrected_by_one_document(tmp_path: Path, cloister: Cloister) -> None:
    odd = written(tmp_path, "odd.txt", delivery_note(1))
    assert cloister("teach", "receipt", odd).code == 0
    assert label_of(cloister, written(tmp_path, "next.txt", delivery_note(2))) == "receipt"


def test_the_library_learns_from_batches_too(notes: list[Path], tmp_path: Path, cloister: Cloister) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    written(inbox, "new.txt", delivery_note(23))
    written(inbox, "bill.txt", invoice(2))
    assert cloister("teach", "delivery_note", *notes).code == 0
    assert cloister("process", inbox, "--out", tmp_path / "out").code == 0
    hits = json.loads(cloister("search", "condition OR", "--json").out)["hits"]
    assert hits == []
    hits = json.loads(cloister("search", "unloading", "--json").out)["hits"]
    assert [hit["category"] for hit in hits] == ["delivery_note"]


def test_sensitive_for_us_is_a_field_of_the_result(tmp_path: Path, cloister: Cloister) -> None:
    yes = [written(tmp_path, f"yes{n}.txt", letter(n)) for n in range(3)]
    no = [written(tmp_path, f"no{n}.txt", invoice(n)) for n in range(3)]
    done = cloister("teach", "--sensitive", *yes, "--not-sensitive", *no)
    assert done.code == 0, done.err
    assert "expected accuracy 100%" in done.out
    for text, wanted in ((letter(8), "yes"), (invoice(8), "no")):
        result = json.loads(cloister("analyze", written(tmp_path, "one.txt", text), "--json").out)
        assert [f["value"] for f in result["fields"] if f["name"] == "sensitive"] == [wanted]
    assert cloister("teach", "--undo").code == 0
    result = json.loads(cloister("analyze", tmp_path / "one.txt", "--json").out)
    assert "sensitive" not in [f["name"] for f in result["fields"]]


def test_bad_lessons_are_refused_in_a_sentence(notes: list[Path], tmp_path: Path, cloister: Cloister) -> None:
    empty = written(tmp_path, "empty.txt", "")
    thin = written(tmp_path, "thin.txt", "ok")
    twin = written(tmp_path, "twin.txt", delivery_note(0))
    for arguments, words in (
        (["delivery_note", *notes[:2]], "too few"),
        (["delivery_note", notes[0], notes[1], twin], "too few"),
        (["Delivery Note", *notes], "small letters"),
        (["unknown", *notes], "no class at all"),
        (["delivery_note"], "Name the files"),
        (["delivery_note", *notes[:3], thin], "hardly any text"),
        (["delivery_note", *notes[:3], empty], "empty.txt: The file is empty"),
        (["delivery_note", *notes[:3], tmp_path / "gone.txt"], "gone.txt"),
        (["delivery_note", "--undo"], "Say one thing"),
        ([], "Say one thing"),
        (["--sensitive", *notes[:3]], "Too few"),
        (["--sensitive", *notes[:3], "--not-sensitive", *notes[2:]], "both sides"),
    ):
        done = cloister("teach", *arguments)
        assert done.code in (1, 2), arguments
        assert words in done.err
        assert "Traceback" not in done.err
    assert "Nothing was taught" in cloister("teach", "--list").out


def test_nothing_taught_lies_readable_on_disk(notes: list[Path], own_home: Path, cloister: Cloister) -> None:
    assert cloister("teach", "delivery_note", *notes).code == 0
    for path in own_home.rglob("*"):
        assert not path.is_file() or b"delivery_note" not in path.read_bytes()
