"""What the tagger promises: exact spans, names found in every case and layout, quiet on plain text."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.models import ModelBundle
from app.models.crf import Transitions, best_paths, marginals
from app.models.tagger import TaggedSpan, join_handles

LETTERS = {
    "en": (
        "Dear Ms. Kowalczyk,\n\nJohn McAllister was seen on 12/03/2019.",
        ["Kowalczyk", "John McAllister"],
    ),
    "de": (
        "Sehr geehrte Frau Schneider,\n\nHerr Thomas Berger wohnt in Kassel.",
        ["Schneider", "Thomas Berger"],
    ),
    "fr": ("Madame Lefèvre a rencontré Jean Moreau à Lyon.", ["Lefèvre", "Jean Moreau"]),
    "es": ("La paciente Carmen Ruiz Gómez ingresó ayer en Sevilla.", ["Carmen Ruiz Gómez"]),
    "it": ("Il signor Marco Bianchi abita a Torino.", ["Marco Bianchi"]),
    "pl": ("Pan Krzysztof Wójcik mieszka w Krakowie.", ["Krzysztof Wójcik"]),
    "form": ("Name: Emily Watson\nDOB: 01/02/1980\nPhone: 555-0100", ["Emily Watson"]),
    "capitals": ("PATIENT: MARY JOHNSON\nADMITTED TODAY", ["MARY JOHNSON"]),
    "small": ("i spoke to sarah miller about it yesterday", ["sarah miller"]),
}


@pytest.mark.parametrize("name", sorted(LETTERS))
def test_names_are_wholly_covered(bundle: ModelBundle, name: str) -> None:
    text, people = LETTERS[name]
    spans = [s for s in bundle.tag(bundle.encode(text)) if s.type == "PERSON"]
    for person in people:
        at = text.index(person)
        assert any(s.start <= at and at + len(person) <= s.end for s in spans), (person, spans)


def test_numbers_and_addresses_get_their_types(bundle: ModelBundle) -> None:
    text = (
        "Patient: Ann Lee\nAddress: 12 Oak Street, Leeds LS1 4DY\nEmail: ann.lee@example.org\nMRN: 4471823\n"
    )
    found = {s.type: text[s.start : s.end] for s in bundle.tag(bundle.encode(text))}
    assert found["PERSON"] == "Ann Lee"
    assert found["STREET_ADDRESS"].startswith("12 Oak Street")
    assert found["EMAIL_ADDRESS"] == "ann.lee@example.org"
    assert found["ID"] == "4471823"


def test_plain_business_text_is_left_alone(bundle: ModelBundle) -> None:
    for text in (
        "Please find the report attached. The total amount is payable within 30 days.",
        "The patient denies chest pain. Parkinson's disease was ruled out.",
        "Each party may terminate this agreement with written notice.",
        "def main(args):\n    return args.count",
    ):
        assert not [
            s for s in bundle.tag(bundle.encode(text)) if s.type in {"PERSON", "LOCATION", "STREET_ADDRESS"}
        ]


def test_the_knob_goes_from_careful_to_strict(bundle: ModelBundle) -> None:
    text = "Page and Rich met May at Summit. Will called Hunter about Chase, and Grace saw Paris in Jordan."
    encoded = bundle.encode(text)

    def covered(strictness: float) -> int:
        return sum(s.end - s.start for s in bundle.tag(encoded, strictness))

    assert covered(0.0) >= covered(0.5) >= covered(1.0)
    assert covered(0.0) > covered(1.0)


def test_in_german_a_word_that_no_common_word_explains_may_be_a_surname(bundle: ModelBundle) -> None:
    text = "Gestern traf sich Bährens mit dem Vorstand der Genossenschaft, um über die Kündigung zu sprechen."
    encoded = bundle.encode(text)
    found = [text[s.start : s.end] for s in bundle.tag(encoded, language="de") if s.type == "PERSON"]
    assert found == ["Bährens"]
    assert bundle.tagger is not None
    assert bundle.tagger.person_bias["de"][1] > bundle.tagger.person_bias["de"][0]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.lists(
        st.one_of(
            st.text(max_size=8),
            st.sampled_from(["John Smith", " ", "\n", "\u0301", "\u200b", "a@b.de", "2019"]),
        ),
        max_size=30,
    ).map("".join)
)
def test_spans_are_in_order_inside_the_text_and_never_overlap(bundle: ModelBundle, text: str) -> None:
    last = 0
    for span in bundle.tag(bundle.encode(text)):
        assert last <= span.start < span.end <= len(text)
        assert 0 <= span.score <= 1
        last = span.end


def test_a_name_keeps_the_marks_that_belong_to_it(bundle: ModelBundle) -> None:
    text = "Dear Mr. Andre\u0301,\nyour letter arrived."
    spans = [s for s in bundle.tag(bundle.encode(text)) if s.type == "PERSON"]
    assert [text[s.start : s.end] for s in spans] == ["Andre\u0301"]


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10_000), length=st.integers(1, 4))
def test_paths_and_chances_agree_with_trying_every_sequence(seed: int, length: int) -> None:
    source = np.random.default_rng(seed)
    kinds = 3
    field = Transitions(*(source.normal(size=shape).astype(np.float32) for shape in ((3,), (3, 3), (3,))))
    scores = source.normal(size=(2, 4, kinds)).astype(np.float32)
    lengths = np.array([length, 4])
    sequences = np.stack(np.meshgrid(*[range(kinds)] * length, indexing="ij"), -1).reshape(-1, length)
    weights = np.array([_weight(scores[0], field, sequence) for sequence in sequences])
    assert np.array_equal(best_paths(scores, lengths, field)[0, :length], sequences[weights.argmax()])
    chances = np.exp(weights) / np.exp(weights).sum()
    expected = np.zeros((length, kinds))
    for sequence, chance in zip(sequences, chances, strict=True):
        expected[np.arange(length), sequence] += chance
    seen = marginals(scores, lengths, field)[0]
    assert np.allclose(seen[:length], expected, atol=1e-4)
    assert not seen[length:].any()


def _weight(scores: np.ndarray, field: Transitions, sequence: np.ndarray) -> float:
    total = (
        field.start[sequence[0]] + field.end[sequence[-1]] + scores[np.arange(len(sequence)), sequence].sum()
    )
    return float(total + field.step[sequence[:-1], sequence[1:]].sum())


def test_a_handle_is_one_user_name_with_its_sign() -> None:
    text = "thanks @anna_k and @bob, see a@ Ann"
    spans = [
        TaggedSpan("PERSON", 7, 8, 0.9),
        TaggedSpan("PERSON", 8, 14, 0.8),
        TaggedSpan("PERSON", 20, 23, 0.7),
        TaggedSpan("PERSON", 32, 35, 0.6),
    ]
    found = [(s.type, text[s.start : s.end]) for s in join_handles(text, spans)]
    assert found == [("USERNAME", "@anna_k"), ("USERNAME", "@bob"), ("PERSON", "Ann")]


def test_an_address_with_nothing_before_its_sign_is_a_user_name() -> None:
    spans = [TaggedSpan("EMAIL_ADDRESS", 4, 11, 0.9), TaggedSpan("EMAIL_ADDRESS", 16, 23, 0.9)]
    assert [s.type for s in join_handles("Ask @anna_k and a@b.org", spans)] == ["USERNAME", "EMAIL_ADDRESS"]
