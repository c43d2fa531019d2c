"""Clauses of a contract: what stands around a sentence weighs with its words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.understanding.clause_context import TASK, pairs, weighed
from app.analysis.understanding.contract_title import contract_title
from app.analysis.understanding.extract import extract
from app.analysis.understanding.salience_sentences import Sentence
from app.documents import Block, BlockKind, Category, Document, Source
from app.models.extractor import Clauses, Extractor, bundled_extractor

_EMPTY = np.zeros((0, 2), np.float32)


def two_kinds() -> Clauses:
    none = np.zeros(2, np.float32)
    return Clauses(("insurance", "audit_rights"), (), np.zeros(0, np.float32), _EMPTY, none, none)


def said(count: int) -> list[Sentence]:
    return [Sentence(40 * at, 40 * at + 39, 40 * at) for at in range(count)]


def test_without_the_small_network_the_regressions_decide() -> None:
    scores = np.array([[0.0, -9.0], [2.0, -3.0]], np.float32)
    chances = weighed(Extractor({}, two_kinds()), scores, said(2))
    assert chances == pytest.approx(1 / (1 + np.exp(-scores)))


@given(st.integers(1, 6), st.integers(0, 2**32 - 1))
@settings(max_examples=60, deadline=None)
def test_any_contract_can_be_weighed(count: int, seed: int) -> None:
    head = bundled_extractor()
    assert head is not None and head.clauses is not None and TASK in head.networks
    kinds = len(head.clauses.kinds)
    scores = np.random.default_rng(seed).normal(-4, 4, (count, kinds)).astype(np.float32)
    rows, columns, measured = pairs(scores, said(count))
    assert measured.shape == (len(rows), len(head.networks[TASK].names)) and np.isfinite(measured).all()
    chances = weighed(head, scores, said(count))
    assert chances.shape == scores.shape and ((chances >= 0) & (chances <= 1)).all()
    assert set(zip(*np.nonzero(chances), strict=True)) <= set(
        zip(rows.tolist(), columns.tolist(), strict=True)
    )


def test_no_sentence_no_clause() -> None:
    head = bundled_extractor()
    assert head is not None and head.clauses is not None
    assert weighed(head, np.zeros((0, len(head.clauses.kinds)), np.float32), []).size == 0


def test_a_contract_says_in_words_when_it_begins() -> None:
    text = (
        "DISTRIBUTION AGREEMENT\n\nThis Distribution Agreement is made between Blue Oak, Inc. and Harold T. Whitmore.\n\n"
        "1. Term. This Agreement shall become effective on the date of the last signature below and shall remain in "
        "full force and effect for a period of two (2) years.\n\n2. Governing Law. This Agreement is governed by the laws of Ohio.\n"
    )
    document = Document(
        Source("", "0", 0, "text/plain", "text"), text, (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    )
    found = [
        field.value for field in extract(document, Category("contract", 1.0)) if field.name == "commencement"
    ]
    assert any("date of the last signature" in value for value in found)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Exhibit 10.7 CONSULTING AGREEMENT THIS AGREEMENT made this 30th day of April between A and B", "CONSULTING AGREEMENT"),
        ("EXHIBIT A JOINT FILING AGREEMENT In accordance with Rule 13d-1(k) the undersigned agree", "JOINT FILING AGREEMENT"),
        ("SECOND AMENDMENT TO SERVICES AGREEMENT This is made as of March 1, 2016 between them", "SECOND AMENDMENT TO SERVICES AGREEMENT"),
        ("FOR CERTAIN PROVISIONS OF THIS AGREEMENT confidential treatment was asked, they say here", None),
    ],
)  # fmt: skip
def test_a_title_is_found_where_lines_are_lost(text: str, title: str | None) -> None:
    assert [field.value for field in contract_title(text)] == ([title] if title else [])
