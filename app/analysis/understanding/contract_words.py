"""Contracts in languages that the trained head has never read: who agrees, whose law, from when and for how long, by
the words that such papers use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.analysis.understanding.values import DATE, DURATION, parse_date, parse_duration
from app.documents import Field

_HEAD = 6000
_WINDOW = 1600
_LEAST_ENGLISH = 0.06
_ENGLISH = re.compile(r"\b(?:the|and|of|to|shall|this|by|in|or|any)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(
    r"(?<!\w)(?:(?:made |entered into )?by and (?:between|among)|entered into (?:by|between)|zwischen|entre(?: les soussignés| las partes| os abaixo assinados)?|tra(?: le parti)?|fra|tussen|(?:de )?ondergetekenden|pomiędzy|między|"
    r"de una parte|reunidos)(?!\w)\s*[:,]?\s*",
    re.IGNORECASE,
)
_JOINER = re.compile(
    r"(?:\n\s*|[,;.)–—-]\s*)(?:and|und|et|[yY](?: de (?:la )?otra(?: parte)?)?|e|en|oraz|a)\b[,:]?\s+(?=[A-ZÀ-ÖØ-ÝĄĆĘŁŃÓŚŹŻ]|la société|el |la |de (?:heer|mevrouw)|d\.|\d[.)])"
)
_BEFORE_NAME = re.compile(
    r"(?:\s|\d+[.)]|[–—-]|the|der|die|dem|das|la société|le|la|l[’']|el|il|lo|de|o|a|firma|herrn?|frau|m\.|mme\.?|monsieur|madame|d\.|dña\.?|don|doña|"
    r"sig\.(?:ra)?|signor[ae]?|spółka|pan(?:em|ią|i)?|heer|mevrouw|empresa|sociedade?|società|(?:por )?una parte,?)(?=[\s\W])\s*",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    r"[,;(\n–—„“\"]| - | (?:mit sitz|con sede|com sede|z siedzibą|gevestigd|wohnhaft|geboren|né|née|nat[oa]|con dni|con nif|vertreten|représenté|"
    r"rappresentat|represent|hierna|nachfolgend|ci-après|en adelante|zwan)",
    re.IGNORECASE,
)
_LAWS = (
    (r"deutsch\w* (?:\w+)?recht|recht der bundesrepublik deutschland", "Germany"), (r"österreichisch\w* (?:\w+)?recht", "Austria"),
    (r"schweizer\w* (?:\w+)?recht|droit suisse", "Switzerland"), (r"(?:droit|loi|législation) (?:française?|de la france)", "France"),
    (r"(?:droit|loi|législation) belge|belgisch recht", "Belgium"), (r"droit luxembourgeois", "Luxembourg"),
    (r"(?:derecho|ley|leyes|legislación) español\w*", "Spain"), (r"(?:legge|diritto|legislazione|ordinamento) italian\w+", "Italy"),
    (r"(?:lei|direito|legislação) portugues\w*|direito português", "Portugal"), (r"(?:lei|direito|legislação) brasileir\w+", "Brazil"),
    (r"nederlands recht", "Netherlands"), (r"praw\w+ polski\w+|polski\w+ praw\w+", "Poland"),
)  # fmt: skip
_LAW = re.compile(
    "|".join(f"(?P<c{number}>{pattern})" for number, (pattern, _) in enumerate(_LAWS)), re.IGNORECASE
)
_FROM = re.compile(
    r"\b(?:beginnt am|beginn(?: des \w+)?:?|ab dem|mit wirkung (?:vom|zum|ab)|tritt am|à compter du|prend effet le|à partir du|a partir del?|con efectos? (?:de|desde)(?: el)?|"
    r"entrará en vigor el|a decorrere dal|con decorrenza dal|com (?:início|efeitos) (?:em|a partir de)|met ingang van|ingaande(?: op)?|z dniem|od dnia)\s*:?\s*(?:dem |den |día )?$",
    re.IGNORECASE,
)
_SIGNED_ON = re.compile(r"(?:\bfait à [^\n,]{2,40}, le|, (?:den|a|le|em|dnia|il)|^[^\n,]{2,30},)\s*$", re.IGNORECASE | re.MULTILINE)  # fmt: skip
_FOR = re.compile(
    r"\b(?:laufzeit|dauer|befristet|für die dauer|durée|duración|plazo de (?:vigencia|duración)|vigencia|durata|duração|prazo de vigência|looptijd|duur|czas (?:oznaczony|trwania)|"
    r"okres (?:obowiązywania)?)\b",
    re.IGNORECASE,
)
_NOT_FOR = re.compile(r"kündig|probe|préavis|essai|preaviso|preavviso|prueba|prova|aviso|opzeg|proef|wypowied|próbn", re.IGNORECASE)  # fmt: skip
_ENDLESS = re.compile(
    r"unbestimmter? (?:zeit|dauer)|durée indéterminée|(?:tiempo|duración|plazo) indefinid[oa]|tempo indeterminato|(?:termo|tempo|prazo) indeterminado|"
    r"onbepaalde (?:tijd|duur)|czas nieokreślony",
    re.IGNORECASE,
)
_LIKELY = 0.7


def is_english(text: str) -> bool:
    """Whether English words hold its sentences together, as in all papers that the head has learned from."""
    words = len(_WORD.findall(text, 0, _HEAD))
    return words == 0 or len(_ENGLISH.findall(text, 0, _HEAD)) / words >= _LEAST_ENGLISH


def word_fields(text: str) -> list[Field]:
    """What the words of the contract themselves announce."""
    return [*parties(text), *_law(text), *_start(text), *_length(text)]


def parties(text: str) -> Iterator[Field]:
    opening = _BETWEEN.search(text, 0, _HEAD)
    if opening is None:
        return
    end = min(len(text), opening.end() + _WINDOW)
    joiner = _JOINER.search(text, opening.end() + 3, end)
    for start in (opening.end(), joiner.end() if joiner else None):
        span = _name(text, start, end) if start is not None else None
        if span is not None:
            yield Field("party", text[slice(*span)], None, *span, _LIKELY)


def _name(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name that begins here, without what people and companies are called before and after it."""
    while (lead := _BEFORE_NAME.match(text, start, end)) and lead.end() > start:
        start = lead.end()
    stop = _AFTER_NAME.search(text, start, end)
    finish = stop.start() if stop else min(end, start + 80)
    name = text[start:finish].rstrip()
    wordy = 2 < len(name) <= 80 and name[0].isupper() and sum(c.isalpha() for c in name) > 2
    return (start, start + len(name)) if wordy else None


def _law(text: str) -> Iterator[Field]:
    match = _LAW.search(text)
    if match:
        country = _LAWS[int(str(match.lastgroup)[1:])][1]
        yield Field("governing_law", match.group(), country, match.start(), match.end(), _LIKELY)


def _start(text: str) -> Iterator[Field]:
    """The day from which it holds, else the day on which it was signed."""
    signed: Field | None = None
    for match in DATE.finditer(text):
        iso = parse_date(match)
        before = text[max(0, match.start() - 60) : match.start()]
        if iso and _FROM.search(before):
            yield Field("effective_date", match.group(), iso, match.start(), match.end(), _LIKELY)
            return
        if iso and _SIGNED_ON.search(before):
            signed = Field("effective_date", match.group(), iso, match.start(), match.end(), 0.5)
    if signed is not None:
        yield signed


def _length(text: str) -> Iterator[Field]:
    for match in DURATION.finditer(text):
        value = parse_duration(match)
        before = text[max(0, match.start() - 90) : match.start()]
        sentence = re.split(r"[.;\n]", before)[-1] + text[match.end() : match.end() + 30].split("\n")[0]
        if value and _FOR.search(before) and not _NOT_FOR.search(sentence):
            yield Field("term", match.group(), value, match.start(), match.end(), _LIKELY)
            return
    endless = _ENDLESS.search(text)
    if endless:
        yield Field("term", endless.group(), "indefinite", endless.start(), endless.end(), _LIKELY)
