"""Model files are used only when they are the ones that were shipped; added models are looked at first."""

from __future__ import annotations

import json
import shutil
import struct
from pathlib import Path

import pytest

from app.documents.errors import ModelError
from app.models import add_model, added_models, bundled_folder, check_bundled, load_bundle, read_catalogue


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    target = tmp_path / "models"
    target.mkdir()
    for file in (*[f.name for f in read_catalogue(bundled_folder())], "catalogue.json"):
        shutil.copyfile(bundled_folder() / file, target / file)
    return target


def test_the_shipped_files_are_whole_and_have_a_licence() -> None:
    files = check_bundled()
    assert {"encoder-q8_0.gguf", "tokenizer.json", "tagger.npz"} <= {file.name for file in files}
    assert all(file.licence for file in files)
    assert max(file.size for file in files) <= 26_000_000


@pytest.mark.parametrize("name", ["encoder-q8_0.gguf", "tokenizer.json", "tagger.npz"])
def test_a_changed_file_is_refused_by_name(copied: Path, name: str) -> None:
    path = copied / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(ModelError, match=rf"{name} is not the one that Cloister was shipped with. Install"):
        load_bundle(folder=copied)


def test_a_missing_file_is_named(copied: Path) -> None:
    (copied / "tagger.npz").unlink()
    with pytest.raises(ModelError, match=r"tagger\.npz is missing\. Install Cloister again\."):
        load_bundle(folder=copied)


def test_a_file_that_is_no_model_is_refused_even_when_the_list_knows_it(copied: Path) -> None:
    import hashlib

    content = b"GGUF" + b"\x00" * 100
    (copied / "encoder-q8_0.gguf").write_bytes(content)
    listing = json.loads((copied / "catalogue.json").read_text())
    for entry in listing["files"]:
        if entry["name"] == "encoder-q8_0.gguf":
            entry.update(size=len(content), sha256=hashlib.sha256(content).hexdigest())
    (copied / "catalogue.json").write_text(json.dumps(listing))
    with pytest.raises(ModelError, match="cannot be read"):
        load_bundle(folder=copied)


def _gguf(architecture: str) -> bytes:
    def string(value: str) -> bytes:
        return struct.pack("<Q", len(value)) + value.encode()

    count = string("general.count") + struct.pack("<II", 4, 7)
    return (
        b"GGUF"
        + struct.pack("<IQQ", 3, 0, 2)
        + count
        + string("general.architecture")
        + struct.pack("<I", 8)
        + string(architecture)
    )


def test_an_added_model_is_listed_with_its_kind(tmp_path: Path) -> None:
    source = tmp_path / "phi-3.5-mini.gguf"
    source.write_bytes(_gguf("phi3"))
    folder = tmp_path / "mine"
    assert added_models(folder) == ()
    added = add_model(source, folder)
    assert (added.name, added.architecture, added.size) == ("phi-3.5-mini", "phi3", source.stat().st_size)
    assert added_models(folder) == (added,)
    with pytest.raises(ModelError, match="there already"):
        add_model(source, folder)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"gguf lower case"])
def test_other_files_are_not_taken_for_models(tmp_path: Path, content: bytes) -> None:
    source = tmp_path / "x.gguf"
    source.write_bytes(content)
    with pytest.raises(ModelError, match="not a GGUF model"):
        add_model(source, tmp_path / "mine")
    assert not (tmp_path / "mine").exists()
