"""Words that a rule took for a part of a name and that are none: "Médico: Ana Ruiz Servicio de Urología"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from app.analysis.pii.merge import Stretches, moved
from app.documents import Entity
from app.models.features import FORENAME, SURNAME
from app.models.lexicon import LISTED_NAME, is_explained
from app.models.tagger import TaggedSpan, Tagger

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_CHECKED = {"people": "PERSON", "organisations": "ORGANIZATION", "columns": "PERSON"}
"""By recogniser, what it finds by capitals or by place alone."""
_SURE = 0.95
"""Before a mail address in brackets stands a name, whatever the word."""


def without_plain_words(
    text: str, entities: Iterable[Entity], tagged: Sequence[TaggedSpan], tagger: Tagger
) -> Iterator[Entity]:
    """What rules found, without leading and trailing words that are common in some language, stand in no list of names
    and are no name to the tagger. Of a person nothing is left where all words are so, unless the finding is sure; an
    organisation of which the tagger sees nothing stays whole, for many are called by common words."""
    names = {
        type_: Stretches((span.start, span.end) for span in tagged if span.type == type_)
        for type_ in _CHECKED.values()
    }
    for entity in entities:
        type_ = _CHECKED.get(entity.recognizer)
        words = list(_WORD.finditer(text, entity.start, entity.end)) if entity.type == type_ else []
        if type_ is None or not words:
            yield entity
            continue
        common = plain_words([word.group() for word in words], tagger)
        plain = [
            is_plain and not names[type_].touching(word.start(), word.end())
            for word, is_plain in zip(words, common, strict=True)
        ]
        if entity.score >= _SURE:
            plain[0] = False
        lead = sum(1 for _ in itertools.takewhile(bool, plain))
        tail = sum(1 for _ in itertools.takewhile(bool, reversed(plain)))
        unread = type_ == "ORGANIZATION" and not names[type_].touching(entity.start, entity.end)
        whole = entity.recognizer == "columns" and lead < len(words)
        if lead + tail == 0 or unread or whole:
            yield entity
        elif lead < len(words):
            start = words[lead].start() if lead else entity.start
            end = words[-1 - tail].end() if tail else entity.end
            yield moved(text, entity, start, end)


def plain_words(words: Sequence[str], tagger: Tagger) -> list[bool]:
    """Which words are common ones and in no list of forenames or surnames."""
    lowered = [word.lower() for word in words]
    values = tagger.lexicon.values(lowered)
    return [
        bool(common) and not value & LISTED_NAME and not tagger.known.get(word, 0) & (FORENAME | SURNAME)
        for word, value, common in zip(lowered, values.tolist(), is_explained(values).tolist(), strict=True)
    ]
