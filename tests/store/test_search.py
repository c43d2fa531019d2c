"""The library's search: spellings of names, likeness of texts, vectors that come and go with their documents."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from alembic import command
from alembic.config import Config

from app.documents import Analysis, Document, Source
from app.store import Library, migrations
from app.store.duplicates import sketch, twins
from app.store.search import Filter, find
from app.store.search_people import same_person
from app.store.search_vectors import find_hybrid, find_near, to_bytes


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library")


def add(library: Library, name: str, text: str, vector: int | None = None, label: str = "letter") -> int:
    row = library.add(Path(f"/papers/{name}"), len(text))
    rows = np.zeros((1, 384), dtype=np.float32)
    if vector is not None:
        rows[0] = np.random.default_rng(vector).normal(size=384)
    source = Source(f"/papers/{name}", f"{row.id:064x}", len(text), "text/plain", "text")
    data = b"" if vector is None else to_bytes(rows).tobytes()
    library.save_result(row.id, Document(source, text), Analysis(), 0.1, data)
    return row.id


def direction(seed: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.random.default_rng(seed).normal(size=384).astype(np.float32)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Smith", "SMITH, Anna"),
        ("Anna Smith", "A. Smith"),
        ("Anna Smith", "Mrs Smith"),
        ("Jürgen Müller", "Juergen Mueller"),
        ("Peter Meier", "Peter Mayer"),
        ("Katherine O’Neill", "Katharine O'Neill"),
        ("Ludwig van Beethoven", "Beethoven, Ludwig"),
        ("José Núñez", "Jose Nunez"),
    ],
)
def test_spellings_of_one_person_are_joined(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Smith", "Bob Smith"),
        ("Anna Smith", "Anna Jones"),
        ("Ian Reed", "Ian Read-Cole"),
        ("", "Anna"),
        ("…", "…"),
    ],
)
def test_different_people_stay_apart(one: str, other: str) -> None:
    assert not same_person(one, other)


def test_meaning_follows_the_vectors_and_goes_with_the_document(library: Library) -> None:
    ids = [add(library, f"{n}.txt", f"paper number {n} about things", n) for n in range(600)]
    assert find_near(library, direction(321), 5)[0].document_id == ids[321]
    library.remove([ids[321]])
    assert ids[321] not in [hit.document_id for hit in find_near(library, direction(321), 5)]
    assert find_near(library, direction(40), 1)[0].document_id == ids[40]
    assert find_near(library, direction(40), 1, Filter(category="invoice")) == []
    library.purge_texts(-1)
    assert find_near(library, direction(40), 5) == []


def test_words_and_meaning_together_come_first(library: Library) -> None:
    both = add(library, "both.txt", "the boiler is broken", 1)
    words = add(library, "words.txt", "a boiler for sale", 2)
    meaning = add(library, "meaning.txt", "heating out of order", 1)
    found = [hit.document_id for hit in find_hybrid(library, "boiler", direction(1), 10)]
    assert found[0] == both
    assert set(found) == {both, words, meaning}


def test_filters_narrow_a_search(library: Library) -> None:
    number = add(library, "a.txt", "the boiler is broken")
    with library.session() as session:
        for chosen, wanted in (
            (Filter(category="unknown"), [number]),
            (Filter(category="invoice"), []),
            (Filter(folder="/papers"), [number]),
            (Filter(folder="/paper"), []),
            (Filter(folder="/papers/%"), []),
            (Filter(category="' OR 1=1 --"), []),
        ):
            assert [hit.document_id for hit in find(session, "boiler", 10, chosen)] == wanted


def test_near_duplicates_are_grouped_and_others_are_not(library: Library) -> None:
    text = " ".join(f"word{n}" for n in range(200))
    first, second = add(library, "a.txt", text), add(library, "b.txt", text.replace("word50", "changed"))
    add(library, "c.txt", " ".join(f"other{n}" for n in range(200)))
    add(library, "empty.txt", "")
    add(library, "short.txt", "too short")
    (group,) = twins(library)
    assert group.documents == (first, second)
    assert 0.7 < group.likeness < 1
    library.remove([second])
    assert twins(library) == []


def test_a_text_of_one_word_repeated_has_a_sketch_all_the_same() -> None:
    assert sketch("") is None
    assert sketch("ha " * 50_000) is not None


def test_a_library_of_the_version_before_keeps_its_texts(library: Library) -> None:
    number = add(library, "a.txt", "the boiler is broken and the radiators are cold again today", 1)
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    with library.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0002")
    library.close()
    with Library.open(library.folder) as again:
        assert [hit.document_id for hit in again.search("radiat*")] == [number]
        other = add(again, "b.txt", "the boiler is broken and the radiators are cold again this day", 2)
        assert [group.documents for group in twins(again)] == [(number, other)]
        assert find_near(again, direction(2), 1)[0].document_id == other
