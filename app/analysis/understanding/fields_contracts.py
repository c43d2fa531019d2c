"""Places in a contract where its parties, dates, law and term may stand: input of the extraction head."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from app.analysis.understanding.fields_candidates import Candidate
from app.analysis.understanding.labels import COUNTRIES, STATES
from app.analysis.understanding.values import DATE, DURATION, parse_date, parse_duration

HEAD, TAIL = 5000, 4000
"""Characters at both ends in which parties name themselves."""
_SCAN = 150_000
_CONTEXT = re.compile(r"[^\W\d_]+|\d+|[(),.:;“”\"/_]")
_TOKEN = re.compile(r"[^\s,;:()\[\]“”\"*_|]+|[,;:()\[\]“”\"*_|]|\n")
_JOINERS = frozenset(
    ["and", "of", "&", "de", "van", "von", "the", "for", "d/b/a", "la", "del", "der", "du", "y", "et"]
)
_SPLITTERS = frozenset(
    [
        "and",
        "AND",
        "BETWEEN",
        "between",
        "BY",
        "by",
        "AMONG",
        "among",
        "&",
        "THE",
        "the",
        "d/b/a",
        "D/B/A",
        "OF",
    ]
)
_LEGAL = re.compile(
    r"(?:inc|incorporated|llc|l\.l\.c|ltd|limited|lp|l\.p|llp|l\.l\.p|corp|corporation|company|co|plc|gmbh|ag|n\.v|b\.v|s\.a|sa|asa|"
    r"n\.a|bank|trust|group|holdings?|partners|jr|sr|ii|iii|kg|ug|sas|sarl|s\.r\.l|s\.p\.a|pty)\.?",
    re.IGNORECASE,
)
_LEADING = frozenset(
    [
        "this",
        "the",
        "by",
        "between",
        "and",
        "among",
        "mr.",
        "ms.",
        "mrs.",
        "dr.",
        "dear",
        "re",
        "name",
        "title",
        "date",
        "its",
        "agreement",
        "to:",
        "from:",
        "to",
        "whereas",
        "i",
        "if",
        "attention",
        "attn",
        "company",
        "employee",
        "executive",
        "exhibit",
        "signature",
        "print",
        "very",
        "accepted",
        "agreed",
        "in",
        "witness",
        "of",
        "as",
        "inc.",
        "d/b/a",
    ]
)
_TRAILING = frozenset(
    [
        "m.d.",
        "m.d",
        "ph.d.",
        "ph.d",
        "esq.",
        "esq",
        "title",
        "president",
        "date",
        "by",
        "name",
        "agreement",
        "the",
        "and",
        "of",
        "&",
    ]
)
_FORMS = (
    (re.compile(r",?\s+incorporated\b\.?", re.IGNORECASE), " Inc."),
    (re.compile(r",?\s+limited\b\.?$", re.IGNORECASE), " Ltd."),
    (re.compile(r",?\s+l\.? ?l\.? ?c\b\.?", re.IGNORECASE), " LLC"),
    (re.compile(r",?\s+l\.? ?p\b\.?", re.IGNORECASE), " LP"),
    (re.compile(r",(?=\s+(?:inc|ltd|corp|co)\b)", re.IGNORECASE), ""),
)


_ORDERS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ANNIVERSARY = re.compile(
    rf"\b(?P<order>{'|'.join(_ORDERS)})\s+(?:\(\s*\d+\s*(?:st|nd|rd|th)\s*\)\s+)?(?:year\s+)?anniversary", re.IGNORECASE
)  # fmt: skip
_SENTENCE_END = re.compile(r"(?<=[a-z)”\"])[.;]\s+(?=[A-Z(\d])|\n\s*\n")
_AGREEMENT_LASTS = re.compile(
    r"\b(?:agreement|nda|undertaking|letter)\b[^.;]{0,160}?\b(?:terminat\w*|expir\w*|remain|continu\w*|cease\w*|last\w*|effect\w*|in force|term|period)\b",
    re.IGNORECASE | re.DOTALL,
)
_LASTS = re.compile(
    r"\b(?:terminat\w*|expir\w*|remain in|continue|cease|in effect|in force)\b", re.IGNORECASE
)
_TERM_WORD = re.compile(r"\bterm\b", re.IGNORECASE)
_TERM_HEADING = re.compile(
    r"\bterm(?:\s+and\s+termination|\s+of\s+agreement|ination)?\s*[.:–—-]?\s*$|\b(?:TERM|Term|Duration|TERMINATION)\b\s*[.:]"
)
_DUTY = re.compile(r"\b(?:obligation\w*|confidential\w*|secre\w+|surviv\w+|restriction\w*)\b", re.IGNORECASE)
_FORBIDS = re.compile(
    r"\b(?:solicit\w*|standstill|compete|non-?competition|employ|hire|acquire|shall not|will not|without the prior)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:earlie[rs]\w*|later|latest) (?:of|to occur)\b", re.IGNORECASE)
_FROM_START = re.compile(
    r"^\W*(?:from|after|following|of|beginning|commencing)?\s*(?:on )?(?:the )?(?:date (?:hereof|of this|first|set)|effective date|execution|signing|date\b)",
    re.IGNORECASE,
)
_FROM_END = re.compile(
    r"^\W*(?:from|after|following|beyond)\s+(?:the |any |such |its )?(?:date of )?(?:terminat|expir|disclos|end|receipt|cessation)",
    re.IGNORECASE,
)
_NOTICE_AFTER = re.compile(r"^\W*(?:prior|advance|written|notice)", re.IGNORECASE)
_RENEWS = re.compile(r"\b(?:renew\w*|successive|extend\w*)\b", re.IGNORECASE)


def contract_dates(text: str, month_first: bool) -> list[Candidate]:
    """Every real date, with the words around it."""
    found = []
    for match in DATE.finditer(text, 0, _SCAN):
        iso = parse_date(match, month_first=month_first)
        if iso:
            found.append((match.start(), match.end(), iso))
    return [
        _candidate(text, start, end, iso, (order, len(found), sum(iso == other for _, _, other in found), iso == max(i for _, _, i in found)))
        for order, (start, end, iso) in enumerate(found[:60])
    ]  # fmt: skip


def contract_places(text: str) -> list[Candidate]:
    """Every state or country whose law may govern."""
    found = [
        (m.start(), m.end(), PLACES[" ".join(m.group().lower().split())])
        for m in _PLACE.finditer(text, 0, _SCAN)
    ]
    return [
        _candidate(text, start, end, name, (order, len(found), sum(name == other for _, _, other in found), name in STATES))
        for order, (start, end, name) in enumerate(found[:200])
    ]  # fmt: skip


def contract_durations(text: str) -> list[Candidate]:
    """Every stretch of time: "two (2) years", "eighteen months", "the second anniversary"."""
    found = [
        (m.start(), m.end(), parsed)
        for m in DURATION.finditer(text, 0, _SCAN)
        if (parsed := parse_duration(m))
    ]
    found += [(m.start(), m.end(), _years(m["order"])) for m in _ANNIVERSARY.finditer(text, 0, _SCAN)]
    found.sort()
    return [
        _candidate(
            text, start, end, value,
            (order, len(found), sum(value == other for _, _, other in found), "year" in value, "day" in value, *_about_term(text, start, end)),
            14,
        )
        for order, (start, end, value) in enumerate(found[:120])
    ]  # fmt: skip


def _years(order: str) -> str:
    number = _ORDERS.index(order.lower()) + 1
    return "1 year" if number == 1 else f"{number} years"


def _about_term(text: str, start: int, end: int) -> tuple[bool, ...]:
    """What the sentence around it says: the agreement itself ends or lasts, only a duty does, or something is forbidden."""
    before = text[max(0, start - 320) : start]
    cut = max((m.end() for m in _SENTENCE_END.finditer(before)), default=0)
    said, heading = before[cut:], before[max(0, cut - 60) :]
    after = text[end : end + 90]
    return tuple(bool(pattern.search(part)) for pattern, part in (
        (_AGREEMENT_LASTS, said), (_LASTS, said), (_TERM_WORD, said), (_TERM_HEADING, heading), (_DUTY, said), (_FORBIDS, said), (_EARLIER, said),
        (_FROM_START, after), (_FROM_END, after), (_NOTICE_AFTER, after), (_RENEWS, said + after), (_FORBIDS, after),
    ))  # fmt: skip


def _candidate(
    text: str, start: int, end: int, value: str, more: tuple[float, ...], reach: int = 10
) -> Candidate:
    before = [w.lower() for w in _CONTEXT.findall(text, max(0, start - 160), start)][-reach:]
    after = [w.lower() for w in _CONTEXT.findall(text, end, min(len(text), end + 160))][:reach]
    terms = {f"<{w}" for w in before} | {f">{w}" for w in after}
    terms |= {f"<{at}{w}" for at, w in enumerate(reversed(before[-3:]))} | {
        f">{at}{w}" for at, w in enumerate(after[:3])
    }
    terms |= {
        f"<<{w}"
        for w in (v.lower() for v in _CONTEXT.findall(text, max(0, start - 400), max(0, start - 160)))
    }
    terms |= {f"={w.lower()}" for w in _CONTEXT.findall(value)}
    share = start / max(1, len(text))
    near_end = (len(text) - end) / 1000
    measured = (
        share,
        share * share,
        min(start / 1000, 10),
        min(near_end, 10),
        start < 1500,
        near_end < 2.5,
        *more,
    )
    return Candidate(start, end, value, tuple(map(float, measured)), frozenset(terms))


def party_names(text: str) -> list[Candidate]:
    """Names at both ends of a contract; one candidate for all mentions of a name, at the place of the first."""
    mentions: dict[str, list[tuple[int, int]]] = defaultdict(list)
    zones = [(0, len(text))] if len(text) <= HEAD + TAIL else [(0, HEAD), (len(text) - TAIL, len(text))]
    for first, last in zones:
        for start, end in _names(text, first, last):
            key = re.sub(r"[\W_]+", "", party_name(text[start:end]).casefold())
            if len(key) > 3 and (start, end) not in mentions[key]:
                mentions[key].append((start, end))
    shown = {key: [text[a:b] for a, b in places] for key, places in mentions.items() if places}
    body = re.sub(r"[\W_]+", "", text[:_SCAN].casefold())
    return [
        _party(text, sorted(mentions[key]), names, body.count(key), key)
        for key, names in sorted(shown.items())
    ]


def _party(text: str, places: list[tuple[int, int]], names: list[str], count: int, key: str) -> Candidate:
    terms: set[str] = {f"={w.lower()}" for w in _CONTEXT.findall(names[0])}
    alone = signed = quoted = intro = 0
    for start, end in places[:8]:
        before = [w.lower() for w in _CONTEXT.findall(text, max(0, start - 80), start)]
        after = [w.lower() for w in _CONTEXT.findall(text, end, min(len(text), end + 100))]
        terms |= {f"<{w}" for w in before[-5:]} | {f">{w}" for w in after[:6]}
        terms |= {f"<{at}{w}" for at, w in enumerate(reversed(before[-2:]))} | {
            f">{at}{w}" for at, w in enumerate(after[:2])
        }
        line_start, line_end = text.rfind("\n", 0, start) + 1, (text.find("\n", end) + 1 or len(text) + 1) - 1
        alone += not text[line_start:start].strip(" :") and not text[end:line_end].strip(" :.,")
        signed += (
            bool(re.match(r"\W*\n?\W*(?:By|BY|Per)\b", text[end : end + 12]))
            or "/s/" in text[max(0, start - 60) : start]
        )
        quoted += bool(
            re.match(r"[\s,]*(?:[^()\n]{0,80})\((?:the|each|hereinafter|\W)", text[end : end + 110])
        )
        intro += bool(
            re.search(
                r"\b(?:between|among|by|and|with)\s*[:(]?\s*\w{0,2}\)?\s*$",
                text[max(0, start - 24) : start],
                re.IGNORECASE,
            )
        )
    name = names[0]
    words = name.split()
    first, last = places[0][0], places[-1][0]
    measured = (
        min(first / 500, 10), first < 1500, (len(text) - last) / 500 if len(text) - last < 5000 else 10, len(text) - last < TAIL,
        first < HEAD and len(text) - last < TAIL, min(count, 20), len(places), min(alone, 3), min(signed, 3), min(quoted, 3),
        min(intro, 3), bool(_LEGAL.fullmatch(words[-1].strip(","))), len(words), len(key) / 20, any(n.isupper() for n in names),
        name.isupper(), sum(w[:1].isupper() for w in words) / len(words), any(c.isdigit() for c in name), "," in name,
        any("\n" in n for n in names), bool(re.search(r"\b[A-Z]\.", name)), " and " in name.lower() or "&" in name,
    )  # fmt: skip
    start, end = places[0]
    return Candidate(start, end, party_name(text[start:end]), tuple(map(float, measured)), frozenset(terms))


def _names(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, and what is left of them without words that only surround a name."""
    run: list[tuple[int, int]] = []
    for match in [*_TOKEN.finditer(text, first, last), None]:
        token = match.group() if match else ";"
        capital = token[:1].isupper() or (token[:1].isdigit() and len(token) < 8)
        if match and (capital or (run and token in _JOINERS)):
            run.append(match.span())
            continue
        if match and run and token in ",\n" and (token == "\n" or _LEGAL.match(text, match.end() + 1)):  # noqa: S105
            if token == "\n" and match.start() - text.rfind("\n", 0, match.start()) < 60:  # noqa: S105
                yield from _variants(text, run)
                run = []
            continue
        yield from _variants(text, run)
        run = []


def _variants(text: str, run: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if not run or len(run) > 24:
        return
    parts = [run]
    cuts = [at for at, (a, b) in enumerate(run) if text[a:b] in _SPLITTERS]
    if cuts:
        edges = [-1, *cuts, len(run)]
        parts += [run[a + 1 : b] for a, b in pairwise(edges)]
        parts += [run[a + 1 :] for a in cuts[:2]] + [run[:b] for b in cuts[-2:]]
    breaks = [at for at in range(1, len(run)) if "\n" in text[run[at - 1][1] : run[at][0]]]
    if breaks:
        edges = [0, *breaks, len(run)]
        parts += [run[a:b] for a, b in pairwise(edges)]
    seen: set[tuple[int, int]] = set()
    for part in parts:
        words = list(part)
        while words:
            if (
                1 <= len(words) <= 9
                and (span := (words[0][0], words[-1][1])) not in seen
                and span[1] - span[0] > 3
            ):
                seen.add(span)
                yield span
            if text[slice(*words[0])].lower() in _LEADING:
                words = words[1:]
            elif text[slice(*words[-1])].lower() in _TRAILING:
                words = words[:-1]
            else:
                break


def party_name(written: str) -> str:
    """The name with one space between words and one spelling of each legal form."""
    name = " ".join(written.split()).strip(" ,;:")
    for pattern, form in _FORMS:
        name = pattern.sub(form, name)
    return name


PLACES = {**{name.lower(): name for name in STATES}, **{name.lower(): name for name in COUNTRIES}}
_PLACE = re.compile(
    r"\b(?:"
    + "|".join(r"\s+".join(map(re.escape, name.split())) for name in sorted(PLACES, key=len, reverse=True))
    + r")\b",
    re.IGNORECASE,
)
