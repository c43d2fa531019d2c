"""People by what stands around their names: titles, salutations, signatures, labels, mail headers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.analysis.pii.hits import Hit
from app.analysis.pii.places import LEGAL_FORM, POSTAL
from app.analysis.pii.words import FULL_NAME, LETTER, NAME, NOT_NAMES, PARTICLE

_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dra?|Profa?|Professor|Sir|Dame|Lord|Lady|Rev|Fr|Judge|Justice|Capt|Sgt|Herrn?|Frau|Fräulein|Hr|"
    r"Dipl\.-Ing|Mag|M|Mme|Mlle|Monsieur|Madame|Mademoiselle|Me|Maître|Sr|Sra|Srta|Señor|Señora|Don|Doña|D|Dª|Sig|Sig\.ra|"
    r"Signor|Signora|Dott|Dott\.ssa|Avv|Ing|Senhor|Senhora|Exmo|Dhr|Mevr|Mw|Meneer|Mevrouw|Pan|Pani|Panu|Panem|Panią)"
)
_TITLED = re.compile(
    rf"(?<!\w)(?:{_TITLE}\.?[ \t\u00a0]+)+(?:med\.[ \t]*)?(?P<name>(?:{PARTICLE}[ \t]+)*{NAME})"
)
_AMBIGUOUS_TITLES = re.compile(r"^(?:M|D|Me|Don|Fr|Ing|Pan|Sir|Lord|Lady|Judge|Justice|Miss|Professor)$")
_SALUTATION = re.compile(
    r"(?:^|\n)[ \t]*(?:Dear|Hello|Hi|Hey|Liebe[rs]?|Hallo|Cher|Chère|Bonjour|Estimad[oa]|Querid[oa]|Hola|Gentile|Car[oa]|"
    rf"Ciao|Prezad[oa]|Olá|Beste|Hoi|Drog[ia]|Cześć)[ \t]+(?P<name>{NAME})(?=[ \t]*[,:!\n]|[ \t]*$)"
)
_CLOSING = re.compile(
    r"(?:^|\n)[ \t]*(?:Yours(?: sincerely| faithfully| truly)?|(?:Kind|Best|Warm) (?:regards|wishes)|Regards|Sincerely|Best|"
    r"Cheers|Thanks|Mit freundlichen Grüßen|Freundliche Grüße|(?:Viele|Liebe|Beste) Grüße|Hochachtungsvoll|Cordialement|"
    r"Bien à vous|Salutations distinguées|Atentamente|(?:Un cordial )?[Ss]aludos?|Cordiali saluti|Distinti saluti|"
    r"Atenciosamente|Cumprimentos|Met vriendelijke groet(?:en)?|Groeten|Z poważaniem|Pozdrawiam)[ \t]*,?[ \t]*"
    rf"(?:\r?\n[ \t]*){{1,4}}(?P<name>{NAME})(?=[ \t]*(?:[,\n\r]|$))"
)
_LABEL = re.compile(
    r"(?<!\w)(?:(?:full |first |last |sur|family |given |patient(?:['’]s)? |customer |client |employee |tenant |account |card)?"
    r"name|surname|signed(?: by)?|contact(?: person)?|attn|attention|patient|consultant|employee|employer contact|"
    r"applicant|claimant|insured|beneficiary|account holder|cashier|guest|author|prepared by|sender|recipient|"
    r"present|apologies|attendees|tenant|landlord|witness|emergency contact|bill to|"
    r"vorname|nachname|familienname|kontoinhaber(?:in)?|patient(?:in)?|ansprechpartner(?:in)?|unterzeichner(?:in)?|"
    r"mitarbeiter(?:in)?|versicherungsnehmer(?:in)?|bearbeiter(?:in)?|z\. ?hd\.|"
    r"nom|prénom|titulaire|nombre|apellidos?|titular|paciente|médico|nome|cognome|intestatario|paziente|"
    r"naam|voornaam|achternaam|patiënt|imię(?: i nazwisko)?|nazwisko|pacjent)[ \t]*[:：][ \t]*"
    rf"(?P<name>{NAME}(?:[ \t]*,[ \t]*{FULL_NAME})*)",
    re.IGNORECASE,
)
_LABEL_NAME = re.compile(NAME)
_CALLS_IT_NAME = re.compile(
    r"[^:：]*(?:name|nom|nombre|apellido|naam|imię|nazwisko|signed|unterzeichner|titular|titulaire|intestatario|inhaber)",
    re.IGNORECASE,
)
_BORDER = re.compile(r"[ \u00a0]{3,}|[ \u00a0]*\t|[ \u00a0]+(?:C(?=/)|(?:Avda|Av|Ctra|Pza)\b)")
"""The next column, or a street by its abbreviation: Plaza and Calle are surnames, too."""
_COLON = re.compile(r"[ \t]*[:：]")
_BORN = re.compile(
    rf"(?P<name>{FULL_NAME}),?[ \t]+(?:born|geboren|geb\.|né(?:e)?|nacid[oa]|nat[oa]|nascid[oa]|geboren)\b"
)
_ADDRESS = re.compile(rf"[\"']?(?P<name>{FULL_NAME})[\"']?[ \t]*<[^<>@\s]+@[^<>\s]+>")
_OCCUPATION = re.compile(
    rf"(?P<name>{FULL_NAME}),[ \t]+(?:(?:managing |senior |head |chief |acting )?(?:director|manager|solicitor|attorney|"
    r"partner|consultant|physician|nurse|engineer|accountant|secretary|officer|professor)|M\.?D\.?|Ph\.?D\.?|Esq\.?|"
    r"Rechtsanw[aä]lt(?:in)?|Geschäftsführer(?:in)?|avocate?|directeur|directrice|abogad[oa]|director[a]?|avvocato|"
    r"advocaat|adwokat)\b"
)
_ROLE = re.compile(
    r"(?<!\w)(?:[Mm]y (?:wife|husband|son|daughter|brother|sister|mother|father|neighbour|neighbor|friend|colleague)|"
    r"(?:[Hh]is|[Hh]er|[Tt]heir) (?:wife|husband|son|daughter|brother|sister|mother|father|partner)|"
    r"[Rr]epresented by|[Rr]eports to|[Tt]he plumber|[Aa]sk(?: for)?|vertreten durch|représentée? par|representad[oa] por|"
    rf"rappresentat[oa] da)[,:]?[ \t]+(?:(?:its|the) [a-z ]{{3,30}} )?(?P<name>{NAME})"
)

_SIGNED = re.compile(
    r"(?:(?<!\w)gez\.|(?<!\w)F\.to|(?<!\w)Fdo\.?:?|(?<!\w)Assinado(?: por)?:?|/s/|(?<!\w)podp\.)[ \t]*"
    rf"(?P<name>{NAME})(?=[ \t]*(?:[\r\n,(]|$)|[ \t]{{3}})"
)
_RELATIVE = re.compile(
    r"(?<!\w)(?i:mon (?:mari|époux|fils|frère|père|compagnon)|ma (?:femme|fille|sœur|mère|compagne)|mon épouse|"
    r"s(?:on|a) (?:mari|époux|épouse|femme|fils|fille|frère|sœur|père|mère|compagnon|compagne)|"
    r"(?:mi|su) (?:marido|esposo|esposa|mujer|hijo|hija|hermano|hermana|padre|madre|pareja)|"
    r"(?:il |la |l['’]|mi[oa] |su[oa] )(?:marito|moglie|figli[oa]|fratello|sorella|padre|madre|genero|nuora|compagn[oa])|"
    r"(?:o |a |(?:m|s)eu |(?:minh|su)a )(?:marido|esposa|mulher|filh[oa]|irmã[o]?|pai|mãe|cunhad[oa])|"
    r"(?:mijn|zijn|haar|de|hun) (?:echtgenoot|echtgenote|zoon|dochter|broer|zus|vader|moeder|partner|buurman|buurvrouw)|"
    r"(?:mój|moja|mojej|moją|jego|jej|ich) (?:mąż|żona|żony|syn|córka|córki|brat|siostra|ojciec|matka|sąsiad|sąsiadka))"
    rf"[ \t]+(?P<name>{NAME})"
)
_INTRODUCED = re.compile(
    r"(?<!\w)(?i:my name(?:['’]s| is)|i am called|(?:you can |please )call me|mein name ist|ich hei(?:ß|ss)e|je m['’]appelle|"
    r"mon nom est|me llamo|mi nombre es|mi chiamo|il mio nome è|(?:o )?meu nome é|chamo-me|ik heet|mijn naam is|"
    rf"nazywam się|mam na imię)[ \t]+(?P<name>{NAME}|{LETTER}{{2,20}}(?=[ \t]*(?:[,.;!\n]|$|\w)))"
)
_NO_INTRODUCTION = frozenset(
    [
        "not",
        "on",
        "in",
        "at",
        "a",
        "an",
        "the",
        "mud",
        "unimportant",
        "known",
        "spelled",
        "written",
        "nobody",
        "nicht",
        "auf",
        "im",
        "der",
        "die",
        "das",
        "pas",
        "dans",
        "sur",
        "un",
        "une",
        "le",
        "la",
        "no",
        "en",
        "el",
        "una",
        "non",
        "su",
        "uno",
        "não",
        "em",
        "na",
        "um",
        "uma",
        "niet",
        "op",
        "de",
        "het",
        "een",
        "nie",
        "w",
        "when",
        "if",
        "once",
        "back",
        "tomorrow",
        "today",
        "later",
        "and",
    ]
)
_INSTITUTION = re.compile(
    r"\b(?:Clinic|Hospital|Bank|Ltd|GmbH|Inc|LLP|LLC|University|Council|Office|Department|Trust|School|Company|AG)\b"
)


_ADDRESSEE = re.compile(
    rf"(?:^|\n)[ \t]*(?P<name>{FULL_NAME})[ \t]*\r?\n(?:[ \t]*[^\d\n@:]{{2,50}}\d{{1,4}} ?[a-zA-Z]?|[ \t]*\d{{1,4}}[a-zA-Z]?,? [^\d\n@:]{{3,50}})"
    r"[ \t]*\r?\n[ \t]*(?:[A-Z]{1,2}[ -])?(?=\S*\d)"
)
"""A name, a street with its number and the line of a postal code, one below the other."""
_FORM_OF_COMPANY = re.compile(rf"(?<!\w){LEGAL_FORM}(?!\w)")


def _addressees(text: str) -> Iterator[Hit]:
    for match in _ADDRESSEE.finditer(text):
        name = match["name"]
        company = _INSTITUTION.search(name) or _FORM_OF_COMPANY.search(name)
        if POSTAL.match(text, match.end()) and _plausible(name) and not company:
            yield Hit(*match.span("name"), "PERSON", 0.8, "an address follows it")


def find_people(text: str, language: str) -> Iterator[Hit]:
    """Names that their surroundings give away; those that nothing announces are the model's work."""
    for match in _TITLED.finditer(text):
        title = match.group()[: match.start("name") - match.start()].strip().rstrip(".")
        weak = _AMBIGUOUS_TITLES.match(title) is not None
        yield from _hit(match, 0.6 if weak else 0.9, "a form of address stands before it")
    for pattern, score, why in (
        (_SALUTATION, 0.85, "it is greeted"),
        (_CLOSING, 0.85, "it stands under a closing formula"),
        (_BORN, 0.85, "a birth follows"),
        (_ADDRESS, 0.95, "a mail address follows"),
        (_OCCUPATION, 0.7, "an occupation follows"),
        (_SIGNED, 0.75, "it stands under a closing formula"),
        (_ROLE, 0.75, "a role is named before it"),
        (_RELATIVE, 0.75, "a role is named before it"),
    ):
        for match in pattern.finditer(text):
            yield from _hit(match, score, why)
    yield from _addressees(text)
    for match in _INTRODUCED.finditer(text):
        if match["name"].lower() not in _NO_INTRODUCTION:
            yield from _hit(match, 0.8, "somebody says the name")
    for match in _LABEL.finditer(text):
        for name in _LABEL_NAME.finditer(text, match.start("name"), match.end("name")):
            end = _before_label(text, name.start(), name.end())
            if _plausible(text[name.start() : end]) and not _INSTITUTION.search(text, name.start(), end):
                score = 0.95 if _CALLS_IT_NAME.match(match.group()) else 0.85
                yield Hit(name.start(), end, "PERSON", score, "a label announces a name")


def _name_end(text: str, start: int, end: int) -> int:
    """Where a name ends that the next column or a street follows: "Ann Lee   Status", "Ann Lee Avda. del Mar"."""
    border = _BORDER.search(text, start, end)
    return border.start() if border else end


def _before_label(text: str, start: int, end: int) -> int:
    """The same behind a label, where the next label may follow, too: "Ann Lee Fax: none"."""
    last = _name_end(text, start, end)
    if last == end and _COLON.match(text, end):
        return max(start, text.rfind(" ", start, end))
    return last


def _hit(match: re.Match[str], score: float, why: str) -> Iterator[Hit]:
    start, end = match.span("name")
    end = _name_end(match.string, start, end)
    if _plausible(match.string[start:end]):
        yield Hit(start, end, "PERSON", score, why)


def _plausible(name: str) -> bool:
    words = [word.strip(".").lower() for word in name.split()]
    return not any(word in NOT_NAMES for word in words) and sum(c.isalpha() for c in name) >= 2
