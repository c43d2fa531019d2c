"""One person is one person: a name found once is looked for everywhere, in its shorter forms too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from app.analysis.pii.hits import Hit
from app.analysis.pii.inflection import is_polish_form
from app.analysis.pii.words import NOT_NAMES
from app.documents import Entity

_PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "la",
        "le",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "las",
        "los",
        "do",
        "du",
        "zu",
        "ten",
        "ter",
        "bin",
        "al",
        "el",
        "y",
        "e",
        "o",
        "of",
    ]
)
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "herr",
        "herrn",
        "frau",
        "mme",
        "mlle",
        "monsieur",
        "madame",
        "sr",
        "sra",
        "señor",
        "señora",
        "sig",
        "signor",
        "med",
    ]
)
_COMMON_WORDS = frozenset(
    [
        "will",
        "may",
        "mark",
        "rose",
        "grace",
        "hope",
        "april",
        "june",
        "august",
        "bill",
        "frank",
        "sunny",
        "art",
        "rich",
        "young",
        "long",
        "king",
        "page",
        "law",
        "bank",
        "church",
        "hill",
        "park",
        "field",
        "stone",
        "wood",
        "lane",
        "best",
        "day",
        "love",
        "price",
        "case",
        "sterling",
        "may's",
        "jung",
        "klein",
        "groß",
        "lang",
        "kurz",
        "weiß",
        "schwarz",
        "braun",
        "koch",
        "bauer",
        "müller",
        "petit",
        "blanc",
        "grand",
        "martin",
        "cruz",
        "santos",
        "rey",
        "mai",
        "juan",
    ]
)
_MAX_NAMES = 3000
_SHORTEST_INFLECTED = 4
_SHORTEST_GENITIVE = 3
"""Letters of a name to which an s may be put: "Holroyds Stimme"."""
_MIN_SCORE = 0.5
_DOUBTFUL = 0.45
_LEGAL_FORM = re.compile(
    r"(?:[ ,]+(?:GmbH|mbH|AG|KG|KGaA|OHG|UG|e\.?V\.?|SE|Ltd|Limited|LLC|LLP|Inc|Incorporated|Corp|Corporation|Co|Company|plc|PLC|"
    r"S\.?A\.?S?|SARL|S\.?A\.?R\.?L\.?|S\.?L\.?U?|S\.?p\.?A|S\.?r\.?l|B\.?V|N\.?V|Lda|Sp\. z o\.o|S\.A|Group|Holdings?|& Co)\.?)+$"
)


_WHOLE_WORD = re.compile(r"\w+")


class _Words:
    """Where each word of a text begins, so that looking for a name does not read the whole text again."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._places: dict[str, list[int]] = {}
        self._by_head: dict[str, dict[str, list[int]]] = {}
        for match in _WHOLE_WORD.finditer(text):
            self._places.setdefault(match.group().lower(), []).append(match.start())

    def beginning(self, head: str) -> dict[str, list[int]]:
        """Words that begin with the two letters `head`, as they are written, and where each stands."""
        if not self._by_head:
            for lowered, places in self._places.items():
                for place in places:
                    word = self.text[place : place + len(lowered)]
                    self._by_head.setdefault(word[:2], {}).setdefault(word, []).append(place)
        return self._by_head.get(head, {})

    def at(self, word: str) -> list[int]:
        """Offsets of what `word` begins with, whatever its case."""
        head = _WHOLE_WORD.match(word)
        return self._places.get(head.group().lower(), []) if head else []


def find_again(
    text: str,
    entities: Sequence[Entity],
    is_plain: Callable[[str], bool] = lambda word: False,
    language: str = "und",
) -> Iterator[Hit]:
    """Further mentions of people and organisations among `entities`, in Polish in other cases, too. `is_plain` tells
    words that are hardly a name."""
    words = _Words(text)
    done: set[str] = set()
    for name, first in _names(entities, "PERSON").items():
        yield from _forms(words, name, first, done, is_plain)
        if language == "pl":
            yield from _inflected(words, name, first)
    for name, first in _names(entities, "ORGANIZATION").items():
        if len(name) >= 4:
            yield from _everywhere(words, [name], _wrapped(name), "ORGANIZATION", 0.7, first)
        stem = _LEGAL_FORM.sub("", name).strip(" ,.&")
        if stem != name and len(stem) >= 5 and stem.lower() not in NOT_NAMES:
            yield from _everywhere(words, [stem], _wrapped(stem), "ORGANIZATION", 0.75, first)
    for name, first in _names(entities, "LOCATION").items():
        if " " in name:
            yield from _everywhere(words, [name], _wrapped(name), "LOCATION", 0.6, first)


def _wrapped(name: str) -> str:
    """The name, whatever blanks and breaks of lines stand between its words."""
    return r"\s+".join(map(re.escape, name.split()))


def _names(entities: Iterable[Entity], type_: str) -> dict[str, int]:
    """Each name once, with where it was found first; the surest ones where there are very many."""
    found: dict[str, int] = {}
    for entity in sorted(
        (e for e in entities if e.type == type_ and e.score >= _MIN_SCORE), key=lambda e: -e.score
    ):
        found.setdefault(" ".join(entity.text.split()), entity.start)
        if len(found) == _MAX_NAMES:
            break
    return found


def _forms(
    index: _Words, name: str, first: int, done: set[str], is_plain: Callable[[str], bool]
) -> Iterator[Hit]:
    words = [w for w in re.findall(r"\w[\w'’.-]*", name) if w.strip(".").lower() not in _TITLES]
    solid = [w for w in words if w.lower() not in _PARTICLES and len(w.strip(".")) > 1]
    if not solid:
        return
    whole = r"[\s\u00a0]+".join(re.escape(word) for word in words)
    if len(solid[-1]) > _SHORTEST_GENITIVE and words[-1] == solid[-1]:
        whole = rf"{whole}s?"
    heads = words[:1] if len(words) > 1 else [words[0], f"{words[0]}s"]
    yield from _everywhere(index, heads, whole, "PERSON", 0.9, first, ignore_case=len(solid) > 1)
    if len(solid) < 2:
        return
    given, surname = solid[0], solid[-1]
    turned = rf"{re.escape(surname)},[ \t]*{re.escape(given)}"
    initials = rf"{re.escape(given[0])}\.[ \t]?(?:{re.escape(surname[0])}\.|{re.escape(surname)})"
    yield from _everywhere(index, [surname], turned, "PERSON", 0.9, first, ignore_case=True)
    yield from _everywhere(index, [given[0]], initials, "PERSON", 0.8, first)
    # "asmith", "anna.smith": how the same person logs in
    logins = rf"{re.escape(given)}[._-]{re.escape(surname)}|{re.escape(given[0])}[._-]?{re.escape(surname)}"
    heads = [given, given[0], given[0] + surname, f"{given}_{surname}", f"{given[0]}_{surname}"]
    if len(surname) > 3:
        yield from _everywhere(index, heads, rf"(?:{logins})", "USERNAME", 0.6, first, ignore_case=True)
    for word, score in ((surname, 0.8), (given, 0.7)):
        if len(word) < 3 or word.lower() in NOT_NAMES or word in done:
            continue
        done.add(word)
        if word.lower() in _COMMON_WORDS or is_plain(word):
            if word.islower():
                continue
            score = _DOUBTFUL
        yield from _word(index, word, score, first)
        if len(word) > 3 and word.upper() != word:
            yield from _word(index, word.upper(), score - 0.1, first)


def _inflected(index: _Words, name: str, first: int) -> Iterator[Hit]:
    """The words of a name in other cases: "Kowalskim", "Marka"."""
    for part in _WHOLE_WORD.findall(name):
        if len(part) >= _SHORTEST_INFLECTED and part[0].isupper():
            for word, places in index.beginning(part[:2]).items():
                if is_polish_form(part, word):
                    for start in places:
                        yield Hit(start, start + len(word), "PERSON", 0.6, _again(first))


def _word(index: _Words, word: str, score: float, first: int) -> Iterator[Hit]:
    """One part of a name, alone."""
    text = index.text
    genitive = len(word) > _SHORTEST_GENITIVE and not word.endswith(("s", "S"))
    for form in (word, f"{word}s") if genitive else (word,):
        for start in index.at(form):
            end = start + len(form)
            if start != first and text.startswith(form, start) and not _goes_on(text, end):
                yield Hit(start, end, "PERSON", score, _again(first))


def _goes_on(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isalnum() or text[end] == "_")


def _everywhere(
    index: _Words,
    heads: Iterable[str],
    pattern: str,
    type_: str,
    score: float,
    first: int,
    *,
    ignore_case: bool = False,
) -> Iterator[Hit]:
    """Matches of `pattern` where one of the `heads`, which are all it can begin with, stands."""
    places = {place for head in heads for place in index.at(head)}
    places.discard(first)
    if not places:
        return
    compiled = re.compile(rf"{pattern}(?!\w)", re.IGNORECASE if ignore_case else 0)
    for place in sorted(places):
        match = compiled.match(index.text, place)
        if match:
            yield Hit(place, match.end(), type_, score, _again(first))


def _again(first: int) -> str:
    return f"the name found at character {first}, again"
