from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.understanding.salience import feature_names
from app.analysis.understanding.salience_sentences import sentences
from app.analysis.understanding.salience_spoken import spoken
from app.analysis.understanding.summarize import summarize, summarize_with
from app.documents import Block, BlockKind, Document, Source
from app.documents.errors import ModelError
from app.models.summarizer import TermNetwork, bundled_summarizer, load_summarizer, save_summarizer


def document(text: str) -> Document:
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(line.rstrip("\n"))))
        at += len(line)
    return Document(Source("", "0", 0, "text/plain", "text"), text, tuple(blocks))


ABSTRACT = (
    "Bridges age faster than cities can inspect them. Inspectors climb each bridge by hand, which is slow and costly. "
    "However, cameras alone miss cracks that are wet or painted over. In this paper, we propose a method that listens "
    "to passing trains and finds cracks in steel bridges from the sound. The microphones are cheap. Earlier work needs "
    "sensors on every beam. We thank the railway for its patience."
)
VISIT = """\
Doctor: Good morning, it is so nice to see you again today.
Patient: Good morning, doctor, thank you for seeing me.
Doctor: What brings you to the clinic this morning?
Patient: I have had sharp pain in my left knee for three weeks and it swells after walking.
Doctor: Do you take any medication for the pain at the moment?
Patient: I take ibuprofen twice a day, and I have a history of gout and high blood pressure.
Doctor: Okay, have a seat over there for me please.
"""


def test_the_gist_of_an_abstract_is_what_the_paper_does() -> None:
    assert "we propose a method" in summarize(document(ABSTRACT)).text


def test_small_talk_stays_out_of_the_summary_of_a_visit() -> None:
    text = summarize(document(VISIT)).text
    assert "pain in my left knee" in text
    assert "history of gout" in text
    assert "Good morning" not in text


@pytest.mark.parametrize("length", [1, 2, 4, 50])
def test_the_length_is_the_readers_choice(length: int) -> None:
    found = summarize(document(VISIT), length)
    assert len(found.sentences) == min(length, 7)
    assert list(found.sentences) == sorted(found.sentences)


def test_a_shorter_summary_is_part_of_a_longer_one() -> None:
    read = document(VISIT)
    kept: set[tuple[int, int]] = set()
    for length in range(1, 6):
        chosen = set(summarize(read, length).sentences)
        assert kept <= chosen
        kept = chosen


def test_what_was_said_is_not_said_again() -> None:
    line = "The board agreed to close the northern warehouse in March because the rent has doubled."
    text = f"{line}\n{line}\nThe staff will move to the harbour office after the holidays.\n{line}\n"
    assert summarize(document(text), 3).text.count("northern warehouse") == 1


def test_a_wrapped_line_does_not_break_a_sentence() -> None:
    text = (
        "The tenant shall give the landlord at least three months' notice in writing before\n"
        "leaving the flat, and the deposit is paid back within thirty days of that date.\n"
    )
    assert [(s.start, s.end) for s in sentences(document(text))] == [(0, len(text) - 1)]


def test_abbreviations_do_not_end_a_sentence() -> None:
    text = "We compare it with Smith et al. (2019) and with Dr. Okafor's earlier work on bees. The bees did not mind it at all."
    assert len(sentences(document(text))) == 2


def test_a_text_in_a_language_that_the_head_has_not_learned_is_summed_up_by_centrality() -> None:
    text = (
        "Der Ausschuss beriet am Dienstag über die neue Hafenmauer der Stadt. Die Hafenmauer wird vier Millionen Euro kosten. "
        "Der Tee war nach Meinung aller Gäste zu kalt gewesen. Die Hafenmauer baut eine Firma aus der Stadt in zwei Jahren."
    )
    assert summarize(document(text)) == summarize_with(None, document(text))
    assert "Hafenmauer" in summarize(document(text)).text


@pytest.mark.parametrize("text", ["", "hello", "42", "\n\n\n", "a b c", "� " * 300, "x" * 5000])
def test_what_holds_no_sentence_has_no_summary(text: str) -> None:
    assert len(summarize(document(text)).sentences) <= 1


def test_a_very_long_text_is_summed_up_too() -> None:
    text = "\n".join(
        f"In year {n} the mill by the river ground {n * 7} sacks of corn for the town." for n in range(5000)
    )
    assert 1 <= len(summarize(document(text)).sentences) <= 5


@given(st.text(max_size=300), st.integers(1, 5))
@settings(max_examples=50, deadline=None)
def test_every_sentence_stands_in_the_text(text: str, length: int) -> None:
    found = summarize(document(text), length)
    assert len(found.sentences) <= length
    assert found.text == " ".join(" ".join(text[start:end].split()) for start, end in found.sentences)


@given(st.text(alphabet="uUmMhHeErR ,.-{}a'", max_size=60))
def test_what_is_shown_of_speech_was_said_in_that_order(words: str) -> None:
    left = iter(words)
    assert all(letter in left for letter in spoken(words) if not letter.isspace())


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Um, so I {vocalsound} think, uh , that we {disfmarker} we go .", "so I think, that we we go ."),
        ("The ER took an x-ray, hmm, of 3 mm", "The ER took an x-ray, of 3 mm"),
        ("UM has a gap of {gap} there [inaudible]", "UM has a gap of {gap} there [inaudible]"),
        ("Uh-huh, that is true, mm-hmm. uh - huh", "Uh-huh, that is true, mm-hmm. uh - huh"),
        ("The umbrella of the human thumb", "The umbrella of the human thumb"),
    ],
)
def test_hesitations_and_marked_sounds_are_left_out(said: str, kept: str) -> None:
    assert " ".join(spoken(said).split()) == kept


def test_only_speech_in_a_language_that_the_head_has_learned_loses_hesitations() -> None:
    english = "Ann: So, um, the board has decided to close the northern warehouse in March .\n"
    german = "Anna: Wir treffen uns um drei Uhr vor der neuen Hafenmauer der Stadt.\n"
    written = "The board, um, decided to close the northern warehouse in March because of the rent.\n"
    assert summarize(document(english)).text.startswith("Ann: So, the board")
    assert summarize(document(german)).text == german.strip()
    assert summarize(document(written)).text == written.strip()


@pytest.mark.parametrize("run", ["um ", "um,", ", ", " ", "uh - ", "{pause}", "[", "hm"])
def test_long_runs_of_sounds_are_read_once(run: str) -> None:
    text = f"Ann: The board has decided um {run * 60_000} to close the northern warehouse in March .\n"
    assert summarize(document(text)).text.startswith("Ann: The board has decided")


def small_head() -> TermNetwork:
    width = len(feature_names())
    ones = np.ones(width, dtype=np.float32)
    return TermNetwork(
        feature_names(), ("hello",), ones, ones,
        np.ones((1, width + 1, 2), dtype=np.float32), np.ones((1, 2), dtype=np.float32), np.ones((1, 2), dtype=np.float32),
    )  # fmt: skip


def test_a_head_is_read_as_it_was_written(tmp_path: Path) -> None:
    save_summarizer(small_head(), tmp_path / "summarizer.npz")
    read = load_summarizer(tmp_path / "summarizer.npz")
    assert (read.names, read.terms) == (feature_names(), ("hello",))
    assert np.array_equal(read.hidden, small_head().hidden)


def test_a_damaged_head_is_named(tmp_path: Path) -> None:
    (tmp_path / "summarizer.npz").write_bytes(b"not a head")
    with pytest.raises(ModelError, match=r"summarizer\.npz"):
        load_summarizer(tmp_path / "summarizer.npz")


def test_the_shipped_head_fits_the_program() -> None:
    head = bundled_summarizer()
    assert head is not None
    assert head.names == feature_names()


def test_a_german_ordinal_ends_no_sentence() -> None:
    text = "In dem Rechtsstreit hat die 12. Zivilkammer am 3. Mai entschieden. Die Klage wird in allen Punkten abgewiesen."
    found = [text[one.start : one.end] for one in sentences(document(text))]
    assert [each[:2] for each in found] == ["In", "Di"]


def test_letterheads_heads_of_tables_and_signatures_are_no_gist() -> None:
    text = (
        "Department of Respiratory Medicine, 5 Abbey Walk, Galway H91 X2F4\n\n"
        "Description Quantity Unit price Amount Discount\n\n"
        "The committee has decided to close the northern warehouse at the end of May.\n\n"
        "Oskar Lindqvist Lucía Fernández Prado Confidential - Quillon Biotech AB / Marisma Labs S.L.\n"
    )
    assert summarize(document(text), 4).text.startswith("The committee has decided")
    assert summarize(document(text), 4).text.endswith("of May.")
    assert summarize(document("Kreditbank Süd eG, Marktplatz 3, 70173 Stuttgart, Germany\n")).text == ""
