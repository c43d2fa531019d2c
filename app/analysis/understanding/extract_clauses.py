"""Clauses of a contract with their places: sentences that trained regressions take for a kind of clause."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from app.analysis.understanding.clause_context import weighed
from app.analysis.understanding.salience import terms
from app.analysis.understanding.salience_sentences import WORD, Sentence, sentences
from app.documents import Document, Field
from app.models.extractor import Extractor

_MOST = 5
"""Sentences of one kind that are shown."""
_HEADING = 80
_FIRST = 5
"""Sentences at the top that are told apart by their number."""


def clauses(head: Extractor | None, document: Document, known: Sequence[Field]) -> list[Field]:
    """The likeliest sentences of each kind; a kind that is a field of its own (the law) only where that is missing."""
    found = sentences(document) if head is not None and head.clauses is not None else []
    if head is None or head.clauses is None or not found:
        return []
    chances = weighed(head, head.clauses.scores(clause_terms(document.text, found)), found)
    taken = {field.name for field in known}
    fields: list[Field] = []
    for column, kind in enumerate(head.clauses.kinds):
        if kind in taken:
            continue
        for row in np.argsort(-chances[:, column], kind="stable")[:_MOST].tolist():
            if chances[row, column] < head.clauses.floors[column]:
                break
            start, end = found[row].body, found[row].end
            fields.append(
                Field(kind, document.text[start:end], None, start, end, float(chances[row, column]))
            )
    return fields


def scored_clauses(head: Extractor, document: Document, least: float) -> list[Field]:
    """Every sentence with each kind that it may be, from a chance of `least` on: for measuring."""
    found = sentences(document) if head.clauses is not None else []
    if head.clauses is None or not found:
        return []
    scores = weighed(head, head.clauses.scores(clause_terms(document.text, found)), found)
    fields = []
    for row, column in np.argwhere(scores >= least).tolist():
        start, end = found[row].body, found[row].end
        kind, score = head.clauses.kinds[column], float(scores[row, column])
        fields.append(Field(kind, document.text[start:end], None, start, end, score))
    return fields


def clause_terms(text: str, found: Sequence[Sentence]) -> list[set[str]]:
    """Words and pairs of words of each sentence, words of the heading before it and of the sentences around it, and
    how far down it stands."""
    own = [terms(text[sentence.body : sentence.end]) for sentence in found]
    single = [{term for term in each if " " not in term} for each in own]
    rows = []
    before = 0
    for at, sentence in enumerate(found):
        heading = text[max(before, sentence.start - _HEADING) : sentence.start]
        row = own[at] | {f"h:{w.lower()}" for w in WORD.findall(heading)}
        row |= {f"p:{w}" for w in single[at - 1]} if at else set()
        row |= {f"n:{w}" for w in single[at + 1]} if at + 1 < len(found) else set()
        row |= {f"at:{10 * at // len(found)}"} | ({f"first:{at}"} if at < _FIRST else set())
        rows.append(row)
        before = sentence.end
    return rows
