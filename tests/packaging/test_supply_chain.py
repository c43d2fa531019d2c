"""What is shipped: every package looked at, every licence allowed, the wheel whole and the same each time."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import supply_chain  # noqa: E402


def test_licences_hashes_and_reviews_are_in_order() -> None:
    assert supply_chain.problems() == []


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("MIT", True), ("LGPL-3.0-only OR GPL-2.0-only", True), ("Apache-2.0 AND MIT", True), ("", False),
        ("GPL-3.0-only", False), ("AGPL-3.0", False), ("MIT AND GPL-2.0-only", False), ("Proprietary", False),
    ],
)  # fmt: skip
def test_copyleft_beyond_lgpl_and_mpl_is_refused(licence: str, allowed: bool) -> None:
    assert supply_chain.is_allowed(licence) is allowed


def test_a_new_package_fails_the_check_until_somebody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    known = supply_chain.reviewed()
    known.pop("pypdf")
    monkeypatch.setattr(supply_chain, "reviewed", lambda: {**known, "requests": "no network code"})
    found = supply_chain.problems()
    assert [line.partition(":")[0] for line in found] == ["pypdf", "requests"]


def test_the_bill_of_materials_names_every_package_and_model() -> None:
    bill = supply_chain.sbom()
    json.dumps(bill)
    names = {part["name"] for part in bill["components"]}
    assert {package["name"] for package in supply_chain.locked()} <= names
    for file in json.loads((ROOT / "resources" / "models" / "catalogue.json").read_text())["files"]:
        part = next(part for part in bill["components"] if part["name"] == file["name"])
        assert part["hashes"] == [{"alg": "SHA-256", "content": file["sha256"]}]
    references = {part["bom-ref"] for part in bill["components"]}
    assert set(bill["dependencies"][0]["dependsOn"]) == references


def build(source: Path, out: Path) -> Path:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    code = "import sys, wheel_backend; print(wheel_backend.build_wheel(sys.argv[1]))"
    environment["PYTHONPATH"] = str(source / "packaging")
    out.mkdir()
    subprocess.run(
        [sys.executable, "-c", code, str(out)], cwd=source, env=environment, check=True, capture_output=True
    )
    return next(out.glob("*.whl"))


def test_the_wheel_is_whole_and_the_same_each_time(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((ROOT / name).read_bytes())
    first, second = build(source, tmp_path / "one"), build(source, tmp_path / "two")
    assert hashlib.sha256(first.read_bytes()).digest() == hashlib.sha256(second.read_bytes()).digest()
    names = set(zipfile.ZipFile(first).namelist())
    assert {
        "app/resources/models/encoder-q8_0.gguf",
        "app/resources/models/catalogue.json",
        "app/cli/main.py",
    } <= names
    assert any(name.startswith("app/resources/samples/") for name in names)
    assert not any(name.startswith(("tests/", "packaging/")) for name in names)
    assert not (source / "app" / "resources").exists()
