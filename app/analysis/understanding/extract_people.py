"""Papers about people: CVs, medical reports, letters and e-mails."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import phonenumbers

from app.analysis.understanding.extract_general import is_deadline
from app.analysis.understanding.extract_lines import Line, label_pattern
from app.analysis.understanding.labels import CV_SECTIONS, LANGUAGES
from app.analysis.understanding.values import DATE, parse_date
from app.documents import BlockKind, Document, Field

_EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_PHONE = re.compile(
    r"(?<![\w/.-])(?:\+|00|\(?0)\d[\d ()/.-]{6,18}\d(?![\w/])|\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b"
)
_NAME_LINE = re.compile(r"[^\W\d_][\w.'’-]+(?:\s+(?:[A-Z]\.|de|van|von|der|da|la|el|[^\W\d_][\w.'’-]+)){1,3}")
_NOT_NAME = re.compile(
    r"\b(?:curriculum|vitae|résumé|resume|lebenslauf|cv|address|phone|e-?mail|profile|experience|education|skills|hoja|currículum|objective|"
    r"summary|contact)\b",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[-–—•*▪◦·o]|\d{1,2}[.)])\s+")
_GREETING = re.compile(
    r"^\s*(?:dear|sehr geehrte[rs]?|lieber?|hallo|hi|hello|cher|chère|estimad[oa]|querid[oa]|gentile|egregi[oa]|caro|cara|geachte|beste|"
    r"szanown[yai])\s+(?P<name>[^\n,:!]{2,60})[,:!]?\s*$",
    re.IGNORECASE,
)
_ANYBODY = re.compile(
    r"(?:damen und herren|sirs?(?: or madam| / ?madam|/madam)?|madam(?: or sir)?|sir|madame(?:, monsieur)?|monsieur|messieurs|"
    r"señor(?:es|a)?(?:/es)?|signori?|heer,? mevrouw|heer/mevrouw|panie|pani|senhor(?:es|a)?|signora|all|team|colleagues|kolleg(?:en|innen und kollegen)|customer|"
    r"państwo)",
    re.IGNORECASE,
)
"""Greetings that name nobody."""
_BORN = re.compile(
    r"\s+(?=(?:né|née|born|geb|nat[oa]|nacid[oa]|nascid[oa]|geboren|ur\.)(?!\w))|\s*[,;(]\s*(?=(?:né|née|born|geb|dob|d\.o\.b|nat[oa]|nacid[oa]|nascid[oa]|geboren|ur\.|\*)(?!\w)|\d)",
    re.IGNORECASE,
)
_HEAD_LINES = 25
_LONGEST_TITLE = 80
_DATES_ALONE = re.compile(
    r"\W*(?:(?:[^\W\d_]{3,10}\.? |\d{1,2}[./])?(?:19|20)\d\d)\s*(?:[-–—]|to|bis|à|a|do)\s*(?:(?:[^\W\d_]{3,10}\.? |\d{1,2}[./])?(?:19|20)\d\d|[^\W\d_’' ]{3,12}(?:[’' ][^\W\d_]{2,8})?)\W*"
)
"""From when to when, and nothing else."""
_REGIONS = {"en": "GB", "de": "DE", "fr": "FR", "es": "ES", "it": "IT", "nl": "NL", "pl": "PL", "pt": "PT"}
_POSTAL_LINE = re.compile(
    r"(?:^|\s)(?:[A-Z]{1,2}-)?\d{4,5} ?(?:[A-Z]{2} )?[^\W\d_]{2}|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]{2} \d{5}\b|\b\d{2}-\d{3} |\b\d{4}-\d{3} "
)
_SALUTATION = re.compile(
    r"(?:an|to|herrn?|frau|familie|firma|mr|mrs|ms|monsieur|madame|m\.|mme|señora?|d\.|dña\.|(?:egregio|gentile|spett\.?le)?\s?signora?|exm[oa]s?\.?(?: senhora?)?|"
    r"de heer|mevrouw|sz\.? ?p\.|panią?)\.?",
    re.IGNORECASE,
)
"""A line of an address that names nobody yet."""
_FAREWELL = re.compile(r"\b(?:salutations|considération|sentiments|respects)\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"^\s*(?:yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|(?:kind|best|warm) regards|regards|best wishes|best|thanks|thank you|"
    r"mit freundlichen grüßen|freundliche grüße|hochachtungsvoll|viele grüße|cordialement|(?:veuillez agréer|je vous prie)[^\n]*|"
    r"atentamente|un cordial saludo|saludos|distinti saluti|cordiali saluti|atenciosamente|com os melhores cumprimentos|"
    r"met vriendelijke groet(?:en)?|z poważaniem)\s*[,.!]?\s*$",
    re.IGNORECASE,
)
_INSIDE = r"(?:[^.!?\n]|[.!?](?=[^\s.!?]))"
"""A character of a sentence: a full stop that touches the next word ends none ("write to a.b@example.com")."""
_ACTION = re.compile(
    rf"{_INSIDE}*\b(?:please|kindly|we (?:ask|request|require) (?:that )?you|you (?:must|are (?:asked|requested|required) to)|could you|can you|(?:i|we) would (?:be grateful|appreciate it) if|"
    r"would you|let (?:me|us) know|bitte|wir bitten (?:sie|um)|veuillez|merci de|nous vous prions|por favor|(?:le|les) rogamos|rogamos|solicitamos|agradecemos que|la preghiamo|vi preghiamo|wir fordern sie|fordern wir sie|"
    rf"si prega|gelieve|graag|(?:verzoeken wij|wij verzoeken)|prosimy|proszę|por favor)\b{_INSIDE}*[.!?]?",
    re.IGNORECASE,
)
_HEADER_FIELDS = {
    "from": "sender", "von": "sender", "de": "sender", "to": "recipient", "an": "recipient", "para": "recipient",
    "subject": "subject", "betreff": "subject", "objet": "subject", "asunto": "subject", "oggetto": "subject",
    "date": "date", "sent": "date", "gesendet": "date", "datum": "date", "fecha": "date",
}  # fmt: skip
_DRUG = re.compile(
    r"\b(?P<name>[^\W\d_][\w-]{3,30})\s+(?P<dose>\d+(?:[.,]\d+)?(?:/\d+(?:[.,]\d+)?)?\s?(?:mg|mcg|µg|g|ml|iu|ui|i\.?e\.?|units?|mmol)\b"
    r"(?:\s*/\s*\w+)?(?:\s+\d(?:[.,/]\d)?(?:-\d(?:[.,/]\d)?){2,3}(?!\d))?)",
    re.IGNORECASE,
)
_NOT_DRUG = frozenset(
    [
        "about",
        "approximately",
        "each",
        "every",
        "glucose",
        "take",
        "takes",
        "taking",
        "with",
        "dose",
        "sodium",
        "potassium",
        "creatinine",
        "cholesterol",
        "hemoglobin",
        "hämoglobin",
    ]
)


def cv_fields(lines: Sequence[Line], known: Sequence[Field], language: str = "und") -> list[Field]:
    """Name, ways to reach the person, and the entries below the headings of a CV."""
    fields: list[Field] = []
    if not any(field.name == "name" for field in known):
        for line in lines[:8]:
            words = re.split(r"\t| {3,}|[|•·,]", line.text.strip())[0].strip()
            if _NAME_LINE.fullmatch(words) and not _NOT_NAME.search(words) and words[0].isupper():
                start = line.start + line.text.index(words)
                fields.append(Field("name", words, None, start, start + len(words), 0.7))
                break
    fields += _reach(lines[:40], language)
    for section, line in _below_headings(lines):
        if _DATES_ALONE.fullmatch(line.text) and fields and fields[-1].name == section:
            fields[-1] = _with_dates(fields[-1], line)
        else:
            fields += _entries(section, line)
    return fields


def _with_dates(entry: Field, line: Line) -> Field:
    """A post whose dates stand on the next line."""
    return replace(entry, normalized=f"{entry.value} {line.text.strip()}")


def _reach(lines: Sequence[Line], language: str) -> Iterator[Field]:
    for name, pattern in (("email", _EMAIL), ("phone", _PHONE)):
        for line in lines:
            match = pattern.search(line.text)
            if match and not (name == "phone" and DATE.search(match.group())):
                value = match.group()
                normal = value.lower() if name == "email" else _dialled(value, language)
                start = line.start + match.start()
                yield Field(name, value, normal if normal != value else None, start, start + len(value), 0.9)
                break


def _dialled(written: str, language: str) -> str:
    """E.164 where the number says its country, or is a true one in the country that the language is most spoken in;
    else its digits."""
    digits = re.sub(r"[^\d+]", "", re.sub(r"^00", "+", written.replace("(0)", "")))
    american = language == "en" and not digits.startswith("0")
    try:
        number = phonenumbers.parse(digits, "US" if american else _REGIONS.get(language))
    except phonenumbers.NumberParseException:
        return digits
    if not digits.startswith("+") and not phonenumbers.is_valid_number(number):
        return digits
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _below_headings(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    section = ""
    for line in lines:
        bare = re.sub(r"^[\W_]+|[\W_]+$", "", line.text).lower()
        heading = next(
            (name for name, pattern in CV_SECTIONS.items() if re.fullmatch(pattern, bare, re.IGNORECASE)),
            None,
        )
        if heading is not None:
            section = heading
        elif section and section != "other":
            inline = re.match(r"\s*(?P<label>[^\W\d_]+)\s*:", line.text)
            if (
                inline
                and section in ("skills", "languages")
                and re.fullmatch(CV_SECTIONS["other"], inline["label"], re.IGNORECASE)
            ):
                section = "other"
                continue
            yield section, line


def _entries(section: str, line: Line) -> Iterator[Field]:
    """A post or a school is a line; skills and languages stand several on a line."""
    lead = _BULLET.match(line.text)
    if section in ("education", "experience"):
        text = line.text.strip()
        if (
            lead
            or len(text) > 140
            or sum(c.isalpha() for c in text) < 4
            or not re.search(r"\b(?:19|20)\d\d\b|[-–—|,@]", text)
        ):
            return
        start = line.start + line.text.index(text)
        yield Field(section, text, None, start, start + len(text), 0.6)
        return
    at = lead.end() if lead else 0
    label = re.match(r"\s*[^\W\d_][\w &/-]{1,30}:\s*", line.text[at:])
    at += label.end() if label else 0
    for part in re.finditer(r"[^,;|•·/\t]+(?:/[^,;|•·/\t\s]+)?", line.text[at:]):
        value = part.group().strip(" .-–—")
        if not 2 <= len(value) <= 45 or not any(c.isalpha() for c in value):
            continue
        if section == "languages":
            word = re.match(r"[^\W\d_]+", value)
            if word is None or word.group().lower() not in LANGUAGES:
                continue
            value, normal = word.group(), LANGUAGES[word.group().lower()]
        else:
            normal = None
        start = line.start + at + part.start() + part.group().index(value)
        yield Field(
            "language" if section == "languages" else "skill", value, normal, start, start + len(value), 0.6
        )


def medical_fields(lines: Sequence[Line], known: Sequence[Field]) -> list[Field]:
    """What labels announced, the patient's name alone, every diagnosis of the list below its heading, and every drug
    with its dose."""
    fields = [_name_alone(field) if field.name == "patient" else _without_bullet(field) for field in known]
    # A line of drugs is told drug by drug.
    fields = [f for f in fields if f.name != "medication" or not _DRUG.search(f.value)]
    taken = [(field.start, field.end) for field in fields]
    section, listed = False, False
    for line in lines:
        bare = line.text.strip(" \t:#*_")
        label = label_pattern("diagnosis").match(bare)
        if label and len(bare) - label.end() < 3:
            section, listed = True, False
            continue
        if section:
            entry = _BULLET.sub("", line.text).strip()
            bullet = bool(_BULLET.match(line.text))
            heading = (
                not entry
                or entry.endswith(":")
                or entry.isupper()
                or re.match(r"[^\W\d_][\w ]{2,30}:", entry)
            )
            if heading or (listed and not bullet) or len(entry) > 160 or sum(c.isalpha() for c in entry) < 4:
                section = False
            else:
                start = line.start + line.text.index(entry)
                if not any(a < start + len(entry) and start < b for a, b in taken):
                    fields.append(Field("diagnosis", entry, None, start, start + len(entry), 0.6))
                section = listed = bullet
        for match in _DRUG.finditer(line.text):
            start, end = line.start + match.start(), line.start + match.end()
            again = any(f.name == "medication" and f.value == match.group() for f in fields)
            if (
                match["name"].lower() not in _NOT_DRUG
                and not again
                and not any(a <= start < b for a, b in taken)
            ):
                fields.append(Field("medication", match.group(), None, start, end, 0.7))
    return fields


def _without_bullet(field: Field) -> Field:
    lead = _BULLET.match(field.value)
    return replace(field, value=field.value[lead.end() :], start=field.start + lead.end()) if lead else field


def _name_alone(field: Field) -> Field:
    """ "Jean Lefèvre, né le 4.7.1958" without what follows the name."""
    name = _BORN.split(field.value)[0].rstrip(" ,;(")
    return replace(field, value=name, end=field.start + len(name)) if name else field


def letter_fields(
    document: Document, lines: Sequence[Line], known: Sequence[Field], month_first: bool
) -> list[Field]:
    """Who writes to whom, and what is asked for."""
    fields = [
        f for f in _headers(document, lines, month_first) if not any(f.name == field.name for field in known)
    ]
    names = {field.name for field in (*known, *fields)}
    for index, line in enumerate(lines):
        greeting = _GREETING.match(line.text)
        if greeting and "recipient" not in names and not _ANYBODY.fullmatch(greeting["name"].strip()):
            start, end = line.start + greeting.start("name"), line.start + greeting.end("name")
            fields.append(Field("recipient", greeting["name"], None, start, end, 0.7))
            names.add("recipient")
        if _CLOSING.match(line.text) and index + 1 < len(lines) and "sender" not in names:
            for after in lines[index + 1 : index + 4]:
                value = after.text.strip(" ,")
                if 2 < len(value) < 60 and value[0].isupper() and not any(c.isdigit() for c in value):
                    start = after.start + after.text.index(value)
                    fields.append(Field("sender", value, None, start, start + len(value), 0.7))
                    names.add("sender")
                    break
    if "subject" not in names:
        fields += _title_below_greeting(document, lines)
    if "recipient" not in names:
        senders = {field.value for field in fields if field.name == "sender"}
        fields += addressee(document, lines, lambda line: line.text.strip() in senders)
    if "date" not in names:
        fields += _dateline(lines[:15], month_first)
    for line in lines:
        match = _ACTION.search(line.text)
        if match and len(match.group().split()) >= 4 and not _FAREWELL.search(match.group()):
            value = match.group().strip()
            start = line.start + line.text.index(value)
            fields.append(Field("action", value, None, start, start + len(value), 0.6))
            if sum(field.name == "action" for field in fields) == 3:
                break
    return fields


def _title_below_greeting(document: Document, lines: Sequence[Line]) -> list[Field]:
    """A short line by itself right below the greeting says what the letter is about."""
    for index, line in enumerate(lines[:-2]):
        if not _GREETING.match(line.text):
            continue
        title, after = lines[index + 1], lines[index + 2]
        value = title.text.strip()
        alone = "\n" in document.text[title.end : after.start].replace("\n", "", 1)
        if (
            alone
            and len(value) <= _LONGEST_TITLE
            and value[:1].isupper()
            and value[-1] not in ".!?:;,"
            and len(value.split()) > 1
        ):
            start = title.start + title.text.index(value)
            return [Field("subject", value, None, start, start + len(value), 0.5)]
        return []
    return []


def addressee(document: Document, lines: Sequence[Line], ours: Callable[[Line], bool]) -> list[Field]:
    """The first line of an address near the top that is not the sender's: of two the second."""
    blocks: list[list[Line]] = []
    for line in lines[:_HEAD_LINES]:
        if _GREETING.match(line.text):
            break
        apart = not blocks or "\n" in document.text[blocks[-1][-1].end : line.start].replace("\n", "", 1)
        if apart:
            blocks.append([])
        blocks[-1].append(line)
    addresses = [
        block
        for block in blocks
        if 2 <= len(block) <= 7
        and any(_POSTAL_LINE.search(line.text) for line in block[1:])
        and not ours(block[0])
    ]
    if not addresses:
        return []
    block = addresses[min(1, len(addresses) - 1)]
    line = block[1] if _SALUTATION.fullmatch(block[0].text.strip(" \t,:")) else block[0]
    value = line.text.strip(" \t,")
    start = line.start + line.text.index(value)
    return [Field("recipient", value, None, start, start + len(value), 0.6)]


def _dateline(lines: Sequence[Line], month_first: bool) -> Iterator[Field]:
    for line in lines:
        match = DATE.search(line.text)
        iso = parse_date(match, month_first=month_first) if match else None
        if match and iso and len(line.text) < 60 and not is_deadline(line.text, match.start()):
            start = line.start + match.start()
            yield Field("date", match.group(), iso, start, start + len(match.group()), 0.7)
            return


def _headers(document: Document, lines: Sequence[Line], month_first: bool) -> list[Field]:
    """Headers of a mail file, or lines at the top that look like them."""
    heads = [
        (b.start, document.text[b.start : b.end]) for b in document.blocks if b.kind is BlockKind.MAIL_HEADER
    ]
    heads = heads or [(line.start, line.text) for line in lines[:12]]
    fields: list[Field] = []
    for base, text in heads:
        label, colon, value = text.partition(":")
        name = _HEADER_FIELDS.get(label.strip().lower()) if colon else None
        if name and value.strip() and not any(field.name == name for field in fields):
            start = base + len(label) + 1 + len(value) - len(value.lstrip())
            match = DATE.search(value) if name == "date" else None
            iso = parse_date(match, month_first=month_first) if match else None
            fields.append(Field(name, value.strip(), iso, start, start + len(value.strip()), 0.95))
    return fields
