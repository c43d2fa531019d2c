"""All documents that mention a person, however the name is spelled there."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from sqlalchemy import text

from app.store.library import Library
from app.store.rows import SearchHit
from app.store.search import with_snippets

_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir herr frau hr fr mme m mlle monsieur madame sr sra srta sig dott ing don".split()  # noqa: SIM905
)
_PARTICLES = frozenset(["von", "van", "de", "der", "den", "di", "da", "del", "la", "le", "zu", "zur", "dos"])
_SOUNDS = (
    ("ae", "a"), ("oe", "o"), ("ue", "u"), ("ß", "ss"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("dt", "t"),
    ("ey", "ei"), ("ay", "ei"), ("ai", "ei"), ("y", "i"), ("tz", "z"), ("kh", "h"), ("sh", "sch"), ("w", "v"),
)  # fmt: skip
_LETTERS = str.maketrans(
    {"ä": "a", "ö": "o", "ü": "u", "ø": "o", "å": "a", "æ": "a", "ł": "l", "đ": "d", "œ": "o"}
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A document that names the person, with the spellings it uses."""

    hit: SearchHit
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    given: tuple[str, ...]
    family: str


def same_person(one: str, other: str) -> bool:
    """Whether two spellings may name one person: the family names sound alike, and the given names that both
    have are equal, alike, or an initial of each other. A family name alone fits everyone who has it."""
    first, second = _name(one), _name(other)
    if first is None or second is None or not _alike(first.family, second.family):
        return False
    return all(_given_alike(a, b) for a, b in zip(first.given, second.given, strict=False))


def _name(spelled: str) -> _Name | None:
    family_first = "," in spelled
    words: list[str] = re.findall(r"[^\W\d_]+", spelled.casefold().replace("’", "").replace("'", ""))
    words = [word for word in words if word not in _TITLES] or words
    if not words:
        return None
    if family_first:
        before = re.findall(r"[^\W\d_]+", spelled.split(",")[0].casefold())
        family = before[-1] if before else words[0]
        given = [word for word in words if word not in before]
    else:
        family, given = words[-1], words[:-1]
    kept = tuple(_sound(word) for word in given if word not in _PARTICLES)
    return _Name(kept, _sound(family))


def _sound(word: str) -> str:
    word = word.translate(_LETTERS)
    word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    for written, spoken in _SOUNDS:
        word = word.replace(written, spoken)
    return re.sub(r"(.)\1+", r"\1", word)


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= 6 and one[0] == other[0] and _one_apart(one, other))


def _given_alike(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return _alike(one, other)


def _one_apart(one: str, other: str) -> bool:
    """One letter more, less or different, or two changed places."""
    if abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) == len(long):
        swapped = short[:at] + short[at + 1 : at + 2] + short[at : at + 1] + short[at + 2 :]
        return short[at + 1 :] == long[at + 1 :] or swapped == long
    return short[at:] == long[at + 1 :]


def find_person(library: Library, name: str, limit: int = 1000) -> list[Mention]:
    """Documents with one of the name's spellings among the things found in them, most spellings first."""
    wanted = _name(name)
    if wanted is None:
        return []
    found: dict[int, tuple[str, ...]] = {}
    initials = _initials(wanted.family[0])
    judged: dict[str, bool] = {}
    with library.session() as session:
        stored = session.execute(text("SELECT rowid, entities FROM search WHERE entities <> ''"))
        for document_id, entities in stored:
            lines = entities.split("\n")
            for line in lines:
                if line not in judged:
                    judged[line] = _may_be(line, initials) and same_person(name, line)
            spelled = {line for line in lines if judged[line]}
            if spelled:
                found[document_id] = tuple(sorted(spelled))
        ranked = sorted(found, key=lambda number: (-len(found[number]), number))[:limit]
        hits = with_snippets(session, "", [(number, float(len(found[number]))) for number in ranked])
    return [Mention(hit, found[hit.document_id]) for hit in hits]


def _initials(sounding: str) -> frozenset[str]:
    """Letters with which a word may begin that sounds as if it began with this one."""
    letters = {letter for letter in map(chr, range(ord("a"), 0x180)) if _sound(letter)[:1] == sounding}
    return frozenset(letters | {"f": {"p"}, "h": {"k"}}.get(sounding, set()))


def _may_be(line: str, initials: frozenset[str]) -> bool:
    """A quick look before the slow one: names are short, and one word begins as the family name may."""
    return len(line) <= 60 and any(
        word[0] in initials for word in re.split(r"[^\w]+", line.casefold()) if word
    )
