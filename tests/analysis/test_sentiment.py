"""Praise and blame in eight languages; topics; and silence where there is nothing to judge."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.understanding.sentiment import judged_by_words, sentiment
from app.analysis.understanding.topics import topics
from app.analysis.understanding.valence import valence
from app.analysis.understanding.valence_words import LANGUAGES
from app.documents import Document, Source


def document(text: str) -> Document:
    return Document(Source("", "", 0, "text/plain", "text"), text)


GOOD = {
    "en": "The staff were friendly and the room was very clean.",
    "de": "Das Personal war sehr freundlich und das Zimmer sauber.",
    "fr": "Le personnel était très aimable et la chambre propre.",
    "es": "El personal fue muy amable y la habitación limpia.",
    "it": "Il personale era molto gentile e la camera pulita.",
    "nl": "Het personeel was erg vriendelijk en de kamer schoon.",
    "pt": "O pessoal foi muito simpático e o quarto estava limpo.",
    "pl": "Obsługa była bardzo miła, a pokój czysty.",
}
BAD = {
    "en": "The delivery was late and the box arrived broken.",
    "de": "Die Lieferung war verspätet und das Paket beschädigt.",
    "fr": "La livraison était en retard et le colis abîmé, très déçu.",
    "es": "La entrega llegó con retraso y el paquete roto.",
    "it": "La consegna era in ritardo e il pacco danneggiato.",
    "nl": "De levering was vertraagd en het pakket beschadigd.",
    "pt": "A entrega chegou atrasada e a embalagem danificada.",
    "pl": "Dostawa była opóźniona, a paczka uszkodzona.",
}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_praise_and_blame_are_told_apart_in_each_language(language: str) -> None:
    assert sentiment(document(GOOD[language]), language).label == "positive"
    assert sentiment(document(BAD[language]), language).label == "negative"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The food was not good at all."),
        ("de", "Das Essen schmeckt mir gut nicht, es gefällt mir nicht."),
        ("fr", "Ce n'est pas bon du tout."),
        ("es", "No es nada bueno."),
        ("it", "Il servizio non è stato gentile."),
        ("nl", "De kamer was niet schoon."),
        ("pt", "O hotel não é bom."),
        ("pl", "Pokój nie był czysty."),
    ],
)
def test_a_word_of_negation_turns_a_judgement_round(language: str, text: str) -> None:
    assert judged_by_words(text, language) < 0


def test_strength_and_what_follows_but_weigh_more() -> None:
    assert valence("very good", "en").good > valence("good", "en").good > valence("slightly good", "en").good
    assert judged_by_words("The rooms are nice, but the food is bad.", "en") < 0
    assert judged_by_words("The food is bad, but the rooms are nice.", "en") > 0


def test_two_opinions_in_one_text_are_mixed() -> None:
    text = "The staff were friendly and kind.\n\nThe room was dirty and loud."
    assert sentiment(document(text), "en").label == "mixed"


@pytest.mark.parametrize(
    ("text", "language", "label"),
    [
        ("", "en", "unknown"),
        ("   \n", "en", "unknown"),
        ("12 34 56", "en", "unknown"),
        ("Parcel", "en", "neutral"),
        ("The shop opens at nine on Mondays.", "en", "neutral"),
        ("Paketet kom fram i tid och allt var bra", "sv", "unknown"),
        ("xq zvk wpt hjjk lrr zzt qqp vvb nnm", "en", "unknown"),
    ],
)
def test_where_there_is_nothing_to_judge_nothing_is_said(text: str, language: str, label: str) -> None:
    assert sentiment(document(text), language).label == label


@given(st.text(max_size=300), st.sampled_from([*LANGUAGES, "und", "ja"]))
def test_any_text_has_a_score_within_bounds_and_sentences_within_the_text(text: str, language: str) -> None:
    found = sentiment(document(text), language)
    assert -1 <= found.score <= 1
    assert all(0 <= one.start < one.end <= len(text) and -1 <= one.score <= 1 for one in found.sentences)


def test_topics_are_groups_named_by_their_words() -> None:
    choose = np.random.default_rng(3)
    middles = choose.normal(size=(3, 40))
    texts, rows = [], []
    for number in range(60):
        kind = number % 3
        texts.append(
            ("the parcel delivery took long", "the invoice amount differs", "the garden chairs wobble")[kind]
        )
        rows.append(middles[kind] + 0.2 * choose.normal(size=40))
    vectors = np.array(rows, dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    found = topics(texts, vectors)
    assert [len(topic.members) for topic in found] == [20, 20, 20]
    labels = " ".join(topic.label for topic in found)
    assert all(word in labels for word in ("parcel", "invoice", "garden"))
    assert found == topics(texts, vectors)  # the same pile gives the same topics


@given(st.integers(0, 40))
def test_piles_of_any_size_give_topics_of_their_own_sentences(count: int) -> None:
    vectors = np.random.default_rng(count).normal(size=(count, 8)).astype(np.float32)
    texts = [f"sentence about thing{number % 3} there" for number in range(count)]
    members = [number for topic in topics(texts, vectors) for number in topic.members]
    assert len(members) == len(set(members))
    assert set(members) <= set(range(count))
    assert not topics(texts, np.zeros_like(vectors))


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Zwischen Rosenheim und München gibt es eine Signalstörung.", -1),
        ("Das Geländer ist ein Sicherheitsrisiko.", -1),
        ("Die Störung ist behoben.", 1),
        ("Wir bestellen morgen, was zur Sicherheit besteht.", 0),
    ],
)
def test_german_trouble_shows_at_the_end_of_a_compound(text: str, sign: int) -> None:
    score = judged_by_words(text, "de")
    assert (score > 0) - (score < 0) == sign


@pytest.mark.parametrize("language", ["de", "en"])
def test_one_endless_word_says_nothing(language: str) -> None:
    assert judged_by_words("xq" * 100_000, language) == 0
