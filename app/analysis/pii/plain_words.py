"""Words that a rule took for a part of a name and that are none: "Médico: Ana Ruiz Servicio de Urología".

Some surnames are common words ("Mas", "Grand"), so a word goes only where the sentence goes on behind it in small letters.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from app.analysis.pii.merge import Stretches, moved
from app.documents import Entity
from app.models.features import FORENAME, SURNAME
from app.models.lexicon import COMMON, COMPOUND, LISTED_NAME
from app.models.tagger import TaggedSpan, Tagger

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_GOES_ON = re.compile(r"[ \t]+[^\W\d_]")
_GOES_ON_LATER = re.compile(r",?[ \t]+[^\W\d_]")
_CHECKED = {"people": "PERSON", "organisations": "ORGANIZATION"}
"""By recogniser, what it finds by capitals alone."""
_SURE = 0.9
"""Behind "Mr", after "Name:" and before a mail address stands a name, whatever the word; in German, whose lists of
surnames are long, no longer where it is a common one: "Herr Bürgermeister"."""
_SURE_IN_GERMAN = 0.95
_LONG_COMPOUND = 11
"""Letters from which on a word that ends in a common one is hardly a name: "Nolwenn" ends in "wenn"."""


def without_plain_words(
    text: str, entities: Iterable[Entity], tagged: Sequence[TaggedSpan], tagger: Tagger, language: str = "und"
) -> Iterator[Entity]:
    """What rules found, without words at its ends that are common in some language, stand in no list of names and are
    no name to the tagger: behind a person whom the tagger sees, too, or before an organisation. A person of such words
    alone goes, unless the finding is sure."""
    names = {
        type_: Stretches((span.start, span.end) for span in tagged if span.type == type_)
        for type_ in _CHECKED.values()
    }
    sure = _SURE_IN_GERMAN if language == "de" else _SURE
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
        seen = names[type_].touching(entity.start, entity.end) > 0
        if type_ == "ORGANIZATION":
            lead = sum(1 for _ in itertools.takewhile(bool, plain)) if seen else 0
            yield moved(text, entity, words[lead].start(), entity.end) if lead else entity
        elif all(plain):
            if entity.score >= sure or not _small_letter(_GOES_ON_LATER, text, entity.end):
                yield entity
        else:
            tail = sum(1 for _ in itertools.takewhile(bool, reversed(plain)))
            cut = tail and seen and _small_letter(_GOES_ON, text, entity.end)
            yield moved(text, entity, entity.start, words[-1 - tail].end()) if cut else entity


def _small_letter(pattern: re.Pattern[str], text: str, end: int) -> bool:
    behind = pattern.match(text, end)
    return behind is not None and behind.group()[-1].islower()


def plain_words(words: Sequence[str], tagger: Tagger) -> list[bool]:
    """Which words are common ones, or long compounds of them, and in no list of forenames or surnames."""
    lowered = [word.lower() for word in words]
    return [
        bool(value & COMMON or (value & COMPOUND and len(word) >= _LONG_COMPOUND))
        and not value & LISTED_NAME
        and not tagger.known.get(word, 0) & (FORENAME | SURNAME)
        for word, value in zip(lowered, tagger.lexicon.values(lowered).tolist(), strict=True)
    ]
