"""A CV for blind screening: posts, education, skills and languages; nothing that says who the person is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.documents import BlockKind, Document, Entity, Field, find_terms

HIDDEN = frozenset({
    "PERSON", "TITLE", "STREET_ADDRESS", "PHONE_NUMBER", "EMAIL_ADDRESS", "URL", "IP_ADDRESS", "USERNAME", "AGE",
    "DATE_OF_BIRTH", "NRP", "NATIONAL_ID", "PASSPORT", "DRIVER_LICENSE", "LICENSE_PLATE", "ID", "IBAN_CODE",
    "ACCOUNT_NUMBER", "TAX_ID", "INSURANCE_NUMBER", "US_SSN", "US_ITIN", "US_PASSPORT", "US_DRIVER_LICENSE", "UK_NHS",
    "UK_NINO", "DE_TAX_ID", "DE_ID_CARD", "DE_SOCIAL_SECURITY", "FR_NIR", "ES_NIF", "ES_NIE", "IT_FISCAL_CODE",
    "NL_BSN", "PT_NIF", "PL_PESEL", "PASSWORD", "TERM",
})  # fmt: skip
"""Types that say who somebody is. Employers, schools and places of work stay: they are what is compared."""
_MARK = "▒▒▒"
_UNSEEN = (BlockKind.METADATA, BlockKind.ATTRIBUTE, BlockKind.FILE_NAME, BlockKind.HIDDEN, BlockKind.LINK)
_COMPANY = re.compile(
    r"\b(?:LLP|LLC|Ltd|Limited|Inc|Corp|GmbH|AG|KG|SE|PLC|S\.?A\.?|S\.?L\.?|S\.?r\.?l|B\.?V|AB|Oy|Co|Group|"
    r"& (?:Sons|Co|Partners?)|Partners|Associates|University|College|School|Hospital|Bank)\b\.?",
    re.IGNORECASE,
)
_ABOUT_PERSON = re.compile(
    r"(?im)^(?P<label>(?:(?!\n)[\W_]){0,8}(?:(?:born|geboren|née?|nacid[oa]|nat[oa] (?:a|il)|ur\.)(?![^\W_])|"
    r"(?:date of birth|place of birth|year of birth|birthday|age|gender|sex|marital status|civil status|married|"
    r"children|religion|denomination|nationality|citizenship|ethnicity|pronouns|geburtsdatum|geburtsort|alter|"
    r"geschlecht|familienstand|kinder|konfession|staatsangehörigkeit|nationalität|date de naissance|"
    r"lieu de naissance|âge|sexe|situation (?:familiale|de famille)|état civil|nationalité|enfants|"
    r"fecha de nacimiento|lugar de nacimiento|edad|sexo|estado civil|nacionalidad|hijos|data di nascita|"
    r"luogo di nascita|età|sesso|stato civile|nazionalità|geboortedatum|geboorteplaats|leeftijd|geslacht|"
    r"burgerlijke staat|nationaliteit|data de nascimento|naturalidade|idade|nacionalidade|data urodzenia|"
    r"miejsce urodzenia|wiek|płeć|stan cywilny|narodowość|obywatelstwo)(?=(?:(?!\n)[\W_])*(?:[:|]|$))))"
    r"(?P<rest>[^\n]*(?:\n[^\S\n]*:[^\n]*)?)"
)
_YEAR = r"(?:[^\W\d_]{3,9}\.?\s+|(?:0?[1-9]|1[0-2])[/.])?(?<![^\W_])(?:19|20)\d\d(?![^\W_])"
_YEARS = re.compile(
    rf"(?<![^\W_])(?:{_YEAR}[^\n,;|]{{0,4}}?(?:\s*[-–—]+\s*|\s+(?:to|until|bis|à|a|al|tot|até|do)\s+)(?:{_YEAR}|present|"
    r"now|today|current|heute|jetzt|laufend|aujourd'hui|présent|actualidad|presente|oggi|heden|nu|atual|obecnie|teraz)|"
    rf"(?:since|seit|depuis|desde|dal|sinds|od)\s+{_YEAR})",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"[\s:(,–-]*+(?P<level>[ABC][12]\+?|native(?: speaker)?|mother tongue|fluent|proficient|bilingual|advanced|"
    r"intermediate|basic|beginner|muttersprache|fließend|verhandlungssicher|gut|grundkenntnisse|langue maternelle|"
    r"courant|notions|lengua materna|nativo|fluido|avanzado|básico|madrelingua|fluente|ottimo|buono|scolastico|"
    r"moedertaal|vloeiend|goed|basis|nativo|avançado|ojczysty|biegły|dobry|podstawowy)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:s?he|his|hers?|him|himself|herself|mr|mrs|ms|miss)\b\.?", re.IGNORECASE)
"""Words that tell a gender in English; other languages tell it in every second word."""
_MARKS = re.compile(r"\*\*|__|`|^[^\w▒(]+|^_+")
"""Of Markdown and of tables, but those at the end."""
_DASHES = re.compile(r"(?:[^\S\n]|\|)*+\n[^\S\n]*+\|?(?:[^\S\n]*+:?-{3,}+:?[^\S\n]*+\|)+")
_NEXT_LINE = re.compile(r"[^\S\n]*+\n\s*(?P<line>[^\n]{4,40})(?=\n|$)")
_NAME_PART = re.compile(r"[^\W\d_]{2,}")
_PLACE_WORDS = 4
_SURE_PART = 5
"""A part of a name with so many letters is hidden inside longer words, too: in an address, a user name."""
_LETTER = re.compile(r"[^\W_]")


class Spans:
    """Half-open spans, sorted, none touching another; what lies where is found by halving."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._all = _merged(spans)
        self._starts = [start for start, _ in self._all]
        self._ends = [end for _, end in self._all]

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """Those that share a character with [start, end)."""
        return self._all[bisect_right(self._ends, start) : bisect_left(self._starts, end)]

    def touch(self, start: int, end: int) -> bool:
        """Whether any shares a character with [start, end)."""
        return bool(self.between(start, end))

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(self._all)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language and how well; "" where the CV does not say."""

    language: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is compared, without what says who the person is."""

    posts: tuple[str, ...] = ()
    education: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    languages: tuple[Spoken, ...] = ()
    text: str = ""
    """The visible text of the CV with everything personal taken out."""


def profile(document: Document, entities: Sequence[Entity], fields: Sequence[Field]) -> Profile:
    """Fields of a CV as the extraction found them, blind."""
    hidden = hidden_spans(document.text, entities, fields)
    unseen = _unseen(document)
    seen = [field for field in fields if field.start >= 0 and not unseen.touch(field.start, field.end)]

    def shown(name: str) -> list[tuple[int, int]]:
        return [(field.start, field.end) for field in seen if field.name == name]

    posts = _with_periods(document.text, shown("experience"))
    spoken = _spoken(document.text, [field for field in seen if field.name == "language"])
    skills = _skills(document.text, shown("skill"), hidden)
    return Profile(
        _lines(document.text, posts, hidden),
        _lines(document.text, shown("education"), hidden),
        skills,
        spoken,
        blind_text(document, hidden),
    )


def hidden_spans(text: str, entities: Sequence[Entity], fields: Sequence[Field]) -> Spans:
    """What says who the person is: findings, every part of the person's names wherever it stands, and lines about
    birth, family, religion and nationality."""
    people = _people(entities)
    others = [entity for entity in entities if entity.type in HIDDEN and entity.type != "PERSON"]
    languages = Spans(
        (field.start, field.end) for field in fields if field.name == "language" and field.start >= 0
    )
    spans = [(e.start, e.end) for e in (*people, *others) if not languages.touch(e.start, e.end)]
    spans += [(f.start, f.end) for f in fields if f.name in ("name", "email", "phone") and f.start >= 0]
    own = [name for name in (person_of(entities, fields),) if name]
    spans += [(start, end) for start, end, _ in find_terms(text, sorted({*own, *(e.text for e in people)}))]
    for part in sorted({part for name in own for part in _NAME_PART.findall(name)}):
        core = re.escape(part)
        whole = rf"(?<![^\W\d_]){core}(?![^\W\d_])" if len(part) < _SURE_PART else core
        spans += [match.span() for match in re.finditer(whole, text, re.IGNORECASE)]
    spans += [match.span() for match in _PRONOUN.finditer(text)]
    spans += [match.span("rest") for match in _ABOUT_PERSON.finditer(text) if match["rest"].strip()]
    return Spans(spans)


def _people(entities: Sequence[Entity]) -> list[Entity]:
    """Findings of people that are no companies."""
    return [each for each in entities if each.type == "PERSON" and not _COMPANY.search(each.text)]


def person_of(entities: Sequence[Entity], fields: Sequence[Field]) -> str:
    """Whose CV it is, "" where no name was found."""
    named = [field.value for field in fields if field.name == "name"]
    found = sorted((entity.start, entity.text) for entity in _people(entities))
    return _plain((named or [text for _, text in found] or [""])[0])


def _unseen(document: Document) -> Spans:
    return Spans((block.start, block.end) for block in document.blocks if block.kind in _UNSEEN)


def blind_text(document: Document, hidden: Spans) -> str:
    """The visible text with the hidden spans taken out."""
    parts, at = [], 0
    for start, end in [*_unseen(document), (len(document.text), len(document.text))]:
        parts.append(_blind(document.text, at, start, hidden))
        at = end
    return re.sub(r"\n{3,}", "\n\n", "".join(parts)).strip()


def _blind(text: str, start: int, end: int, hidden: Spans) -> str:
    parts, at = [], start
    for first, last in hidden.between(start, end):
        parts += [text[at : max(at, first)], _MARK]
        at = max(at, last)
    return "".join([*parts, text[min(at, end) : end]])


def _lines(text: str, spans: Sequence[tuple[int, int]], hidden: Spans) -> tuple[str, ...]:
    """Blind lines, each once; a line of which little is left says nothing."""
    found: dict[str, None] = {}
    for start, end in spans:
        line = _plain(_blind(text, start, end, hidden))
        kept = line.replace(_MARK, "")
        if _is_heading(text, end):
            continue
        if sum(map(str.isalpha, kept)) >= 4 and not _ABOUT_PERSON.match(text[start:end]):
            found.setdefault(line)
    return tuple(found)


def _plain(line: str) -> str:
    """Without the signs of Markdown and of tables."""
    cells = [_unmarked(cell) for cell in re.split(r"[|\t\n]+", line)]
    return " · ".join(" ".join(cell.split()) for cell in cells if any(map(str.isalnum, cell)))


def _unmarked(cell: str) -> str:
    kept = _MARKS.sub("", cell)
    end = len(kept)
    while end and (kept[end - 1] in "*_" or kept[end - 1].isspace()):
        end -= 1
    return kept[:end]


def _with_periods(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A line that is only a period of time belongs to the line before it, or to the one behind it."""
    joined: list[tuple[int, int]] = []
    waiting: tuple[int, int] | None = None
    latest = (0, 0)  # the line that was joined last: a period of time crosses one border of lines at most
    dated = False  # what was joined last has its period
    for start, end in spans:
        alone = _is_period(text[start:end])
        if alone and joined and not dated and _near(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end)
            dated = _YEARS.search(text[latest[0] : end]) is not None
            latest = (start, end)
            continue
        if alone:
            waiting = (start, end)
            continue
        if waiting is not None and _near(text, waiting[1], start):
            latest = (waiting[0], end)
        else:
            latest = (start, _with_next_line(text, start, end))
        waiting = None
        joined.append(latest)
        dated = _YEARS.search(text[slice(*latest)]) is not None
    return joined


def _is_period(line: str) -> bool:
    """The line is a period of time, with a place behind it at most."""
    plain = _plain(line)
    period = _YEARS.match(plain) or re.match(r"(?:19|20)\d\d(?!\w)", plain)
    return period is not None and len(plain[period.end() :].split()) <= _PLACE_WORDS


def _is_heading(text: str, end: int) -> bool:
    """The row above the line of dashes in a table of Markdown."""
    return _DASHES.match(text, end) is not None


def _near(text: str, end: int, start: int) -> bool:
    return _LETTER.search(text, end, start) is None


def _with_next_line(text: str, start: int, end: int) -> int:
    """The end of the next line where that is only the period of this one."""
    if _YEARS.search(text, start, end):
        return end
    after = _NEXT_LINE.match(text, end)
    return after.end() if after and _YEARS.search(after["line"]) and _is_period(after["line"]) else end


def _skills(text: str, spans: Sequence[tuple[int, int]], hidden: Spans) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for start, end in spans:
        value = _plain(text[start:end])
        if _LETTER.search(value) and not hidden.touch(start, end):
            found.setdefault(value.casefold(), value)
    return tuple(found.values())


def _spoken(text: str, fields: Sequence[Field]) -> tuple[Spoken, ...]:
    found: dict[str, Spoken] = {}
    for field in fields:
        match = _LEVEL.match(text, field.end)
        code = field.normalized or field.value.casefold()
        found.setdefault(code, Spoken(code, match["level"] if match else ""))
    return tuple(found.values())


def has_skill(blind: Profile, wanted: str) -> bool:
    """Whether the CV names this skill, among its skills or anywhere in its text."""
    words = [re.escape(word) for word in wanted.split()]
    if not words:
        return False
    core = r"[\s\-]+".join(words)
    pattern = re.compile(rf"(?<!\w){core}(?![\w+#])", re.IGNORECASE)
    return any(pattern.search(part) for part in (*blind.skills, blind.text))


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
