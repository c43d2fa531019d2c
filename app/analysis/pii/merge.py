"""From many recognisers' hits to findings: whole words, no overlaps, the surer one wins."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from app.documents import Entity

NEURAL = "neural"
"""How the bundled tagger is called among the recognisers."""
_EDGE = ' \t\r\n\u00a0.,;:!?"“”„«»()[]{}<>|*_•·'
_OPENS_KEEP = {"PHONE_NUMBER": "(+"}
_TITLES = re.compile(
    r"(?:(?:[Mm]rs?|[Mm]s|Miss|Mx|[Dd]ra?|[Pp]rofa?|Professor|Sir|Rev|Hon|Herrn?|Frau|Hr|Fr|Mme|Mlle|Monsieur|Madame|Sra?|Señora?|Sig|"
    r"Dott|med|Dhr|Mevr|Mw|Pani?)(?:\.[ \t]*|[ \t]+|$))+"
)
_LABELS = (
    r"(?:NINO|MRN|BSN|PESEL|NIP|DNI|NIE|NIF|IBAN|BIC|VIN|SSN|DOB|VAT|NHS|NPI|IP|CPF|CNPJ|TIN|ITIN|EIN|URL|"
    r"Fax|Tel|Tlf|Phone|Email|E-[Mm]ail|Mail)[ \t.:]*"
)
_LAST_LABEL = re.compile(rf"(?<=\S)[ \t]+{_LABELS}$")
"""The label of what stands next: "DOE, JANE Q. DOB" ends before its DOB."""
_LABELLED = frozenset({"PERSON", "ID", "ACCOUNT_NUMBER", "STREET_ADDRESS", "LOCATION", "ORGANIZATION"})
_NAMES = frozenset({"PERSON", "ORGANIZATION", "LOCATION", "STREET_ADDRESS"})
_NUMBERED = re.compile(r"\d{1,3}[.)][ \t]+(?=[^\W\d])")
"""The number of an item on a list."""
_POSSESSIVES = ("'s", "’s", "'", "’")
_ELIDED = re.compile(r"\s+(?:[cdjlmnst]|qu)$", re.IGNORECASE)
"""Begins the word behind an apostrophe: "Intervention d'urgence"."""
_LOOSE = frozenset({"NRP", "ORGANIZATION", "LOCATION", "DATE_TIME", "AGE"})
"""Types that are ordinary words and numbers: people, secrets and ids in an address of the web are found apart."""
_COUNTED = frozenset({"AGE", "DATE_TIME", "DATE_OF_BIRTH"})
_SURE_PERSON = 0.8
_SECRETS = frozenset({"PASSWORD", "API_KEY"})
"""Punctuation at their ends belongs to them."""
_SPECIFIC = 0.15
"""Head start of a kind of number over the general kinds (ID, ACCOUNT_NUMBER, PHONE_NUMBER, DATE_TIME)."""
_GENERAL = frozenset(
    {"ID", "ACCOUNT_NUMBER", "PHONE_NUMBER", "DATE_TIME", "URL", "LOCATION", "ORGANIZATION", "TAX_ID"}
)


def tidy(text: str, entities: Iterable[Entity]) -> list[Entity]:
    """Each span on word borders, without punctuation, blanks or a possessive 's at its ends."""
    tidied = []
    for entity in entities:
        start, end = _trim(text, entity)
        if start < end:
            tidied.append(moved(text, entity, start, end))
    return tidied


def resolve(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """No two findings overlap. Overlapping names of one type become their union; otherwise the surer and
    longer one stands, and what it does not cover of the other is kept as its own finding where that still
    says something: nothing that any recogniser held to be private gets lost."""
    kept = _Kept(text)
    apart = _without_addressees(text, _without_namesakes(_without_words_of_links(entities)))
    for entity in sorted(_union_names(text, apart), key=_rank):
        rest = [entity]
        for other in kept.overlapping(entity.start, entity.end):
            rest = [piece for part in rest for piece in _minus(text, part, other)]
        for piece in rest:
            kept.add(piece)
    return kept.entities


def _without_addressees(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """A person who stands before an address is no part of it: policies may treat names and addresses differently.

    "Dr Amélie Gaudin, 12 rue des Lilas" → the address begins with the 12. On a line of its own, below the small print
    of the sender, a name parts two addresses.
    """
    people = sorted((e for e in entities if e.type == "PERSON" and e.score >= _SURE_PERSON), key=_start)
    freed = []
    for entity in entities:
        if entity.type == "STREET_ADDRESS":
            first = bisect_left(people, entity.start, key=_start)
            for person in people[first : bisect_left(people, entity.end, lo=first, key=_start)]:
                lead = text[entity.start : person.start]
                inside = entity.start <= person.start and person.end < entity.end
                if not inside or text[person.end] not in ",\n;":
                    continue
                rest = moved(text, entity, person.end + 1, entity.end)
                if any(c.isdigit() for c in lead):
                    if not (lead.endswith("\n") and text[person.end] == "\n"):
                        continue
                    before = moved(text, entity, entity.start, person.start)
                    freed.append(moved(text, entity, *_trim(text, before)))
                entity = moved(text, entity, *_trim(text, rest))
        freed.append(entity)
    return freed


def _without_words_of_links(entities: Sequence[Entity]) -> Sequence[Entity]:
    """The model reads places and groups into addresses of the web; those go as a whole."""
    links = Stretches((e.start, e.end) for e in entities if e.type == "URL" and e.recognizer != NEURAL)
    return [
        e
        for e in entities
        if e.recognizer != NEURAL or e.type not in _LOOSE or not links.enclosing(e.start, e.end)
    ]


def _without_namesakes(entities: Sequence[Entity]) -> list[Entity]:
    """Whom a street is named after, "C/ Dr. Esquerdo, 46", is no person of the text; nor is the town of "Finanzamt
    Leipzig I" a place of its own."""
    offices = {(e.start, e.end) for e in entities if e.recognizer == "organisations"}
    within = Stretches(offices)
    entities = [
        e
        for e in entities
        if e.type != "LOCATION" or (e.start, e.end) in offices or not within.enclosing(e.start, e.end)
    ]
    streets = Stretches((e.start, e.end) for e in entities if e.recognizer == "addresses")
    return [
        e
        for e in entities
        if e.recognizer != "people"
        or not (streets.touching(e.start - 1, e.start) and streets.touching(e.start, e.start + 1))
    ]


def _union_names(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """Overlapping names of one type become one: "Tobias" in "Tobias Reinholt" is no finding of its own."""
    unions: list[Entity] = []
    open_: dict[str, int] = {}
    for entity in sorted(entities, key=lambda e: (e.start, -e.end)):
        index = open_.get(entity.type)
        if entity.type in _NAMES and index is not None and entity.start < unions[index].end:
            other = unions[index]
            surer = max(other, entity, key=lambda e: (e.score, e.end - e.start))
            unions[index] = moved(text, surer, other.start, max(other.end, entity.end))
            continue
        open_[entity.type] = len(unions)
        unions.append(entity)
    return unions


def _rank(entity: Entity) -> tuple[float, int, int]:
    bonus = 0.0 if entity.type in _GENERAL else _SPECIFIC
    if entity.type in ("ID", "ACCOUNT_NUMBER") and entity.recognizer == NEURAL:
        bonus = -_SPECIFIC  # what a label or a numbering plan calls by its kind is that kind
    length = min(entity.end - entity.start, 60)
    return -(entity.score + bonus + 0.004 * length), -length, entity.start


class Stretches:
    """Sorted spans without overlaps; which of them touch another is found without looking at all."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def touching(self, start: int, end: int) -> int:
        """How many share a character with `[start, end)`."""
        return max(0, bisect_left(self._starts, end) - bisect_right(self._ends, start))

    def enclosing(self, start: int, end: int) -> bool:
        """Whether one of them holds all of `[start, end)`."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and end <= self._ends[index]


class _Kept:
    """Findings without overlaps, by their place: neighbours are found without looking at all of them."""

    def __init__(self, text: str) -> None:
        self.entities: list[Entity] = []
        self._text = text

    def overlapping(self, start: int, end: int) -> list[Entity]:
        low = bisect_right(self.entities, start, key=_end)
        high = bisect_left(self.entities, end, lo=low, key=_start)
        return self.entities[low:high]

    def add(self, piece: Entity) -> None:
        """Put it in, joined with touching names of the same type ("Anna" + "Smith")."""
        index = bisect_left(self.entities, piece.start, key=_start)
        if index < len(self.entities) and self._belong(piece, self.entities[index]):
            piece = self._joined(piece, self.entities.pop(index))
        if index > 0 and self._belong(self.entities[index - 1], piece):
            index -= 1
            piece = self._joined(self.entities.pop(index), piece)
        self.entities.insert(index, piece)

    def _belong(self, left: Entity, right: Entity) -> bool:
        gap = self._text[left.end : right.start]
        same = left.type == right.type and left.type in _NAMES and "@" not in (left.text, right.text)
        found_again = "coreference" in (left.recognizer, right.recognizer)
        # The tagger reads words in their order: where it ends one name and begins the next, there are two.
        told_apart = left.recognizer == right.recognizer == NEURAL
        return same and not found_again and not told_apart and len(gap) <= 1 and not gap.strip(" \u00a0-")

    def _joined(self, left: Entity, right: Entity) -> Entity:
        surer = max(left, right, key=lambda e: e.score)
        return moved(self._text, surer, left.start, right.end)


def _start(entity: Entity) -> int:
    return entity.start


def _end(entity: Entity) -> int:
    return entity.end


def _minus(text: str, entity: Entity, other: Entity) -> list[Entity]:
    """What of `entity` lies outside `other`."""
    if entity.end <= other.start or other.end <= entity.start:
        return [entity]
    pieces = []
    for start, end in ((entity.start, other.start), (other.end, entity.end)):
        if start < end:
            # Whole words, but not into what is taken already.
            wide = _trim(text, moved(text, entity, start, end))
            start, end = max(start, wide[0]), min(end, wide[1])
            if start < end and _says_something(text[start:end], entity.type):
                pieces.append(moved(text, entity, start, end))
    return pieces


def _says_something(rest: str, type_: str) -> bool:
    """False for what is left of "43 years old" without its number, or of "23 Rue X, E-mail: a@b.c"."""
    if type_ in _COUNTED and not any(c.isdigit() for c in rest):
        return False
    if type_ in _LABELLED and re.fullmatch(_LABELS, rest):
        return False
    return sum(c.isalnum() for c in rest) >= 2


def _trim(text: str, entity: Entity) -> tuple[int, int]:
    start, end = entity.start, entity.end
    if entity.type in _SECRETS:
        return start, end
    keep = _OPENS_KEEP.get(entity.type, "")
    while start < end and text[start] in _EDGE and text[start] not in keep:
        start += 1
    if entity.type == "NRP" and ")" not in text[start:end] and (bracket := text.find("(", start, end)) > 0:
        end = bracket  # "English, Zulu (native": a name is never cut so, for "(née Okonjo" is one
    numbered = _NUMBERED.match(text, start, end) if entity.type in _NAMES else None
    start = numbered.end() if numbered else start
    while start < end and text[end - 1] in _EDGE and not _closes(text, start, end):
        end -= 1
    while entity.type in _LABELLED and (label := _LAST_LABEL.search(text, start, end)):
        end = label.start()
    if entity.type == "PERSON":
        title = _TITLES.match(text, start, end)
        start = title.end() if title else start
    if entity.type in _NAMES and start < end:
        while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
            end += 1
        for possessive in _POSSESSIVES:
            if text[start:end].endswith(possessive) and end - start > len(possessive) + 1:
                end -= len(possessive)
                break
    if text[end : end + 1] in ("'", "’") and (elided := _ELIDED.search(text, start, end)):
        end = elided.start()
    return start, end


def _closes(text: str, start: int, end: int) -> bool:
    """A full stop that belongs to an abbreviation ("Inc.", "B.V.") or a bracket that was opened inside."""
    last = text[end - 1]
    if last == ")":
        return "(" in text[start : end - 1]
    if last == ".":
        word = text[start : end - 1].rsplit(" ", 1)[-1]
        return (
            len(word) == 1
            or "." in word
            or word in ("Inc", "INC", "Ltd", "Corp", "Co", "Lda", "Ltda", "Str", "St", "Jr", "Sr", "o")
        )
    return False


def moved(text: str, entity: Entity, start: int, end: int) -> Entity:
    """The same finding at another place."""
    return Entity(
        entity.type, start, end, text[start:end], entity.score, entity.recognizer, entity.explanation
    )
