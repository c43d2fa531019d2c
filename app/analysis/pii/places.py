"""Organisations by their legal form, street addresses and postal codes by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.analysis.pii.hits import Hit
from app.analysis.pii.words import LETTER, UPPER

LEGAL_FORM = (
    r"(?:GmbH(?:[ ]&[ ]Co\.?[ ]KG)?|gGmbH|mbH|AG|KG|OHG|UG|eG|e\.[ ]?V\.|Ltd\.?|Limited|LLP|LLC|L\.L\.C\.|Inc\.?|Incorporated|"
    r"Corp\.?|Corporation|plc|PLC|Trust|SARL|S\.A\.R\.L\.|SAS|S\.A\.S\.|S\.A\.|SA|S\.L\.U?\.?|S\.p\.A\.|S\.r\.l\.|Lda\.?|"
    r"B\.V\.|BV|N\.V\.|NV|AB|ASA|Oy|A/S|ApS|sp\.[ ]z[ ]o\.o\.|Sp\.[ ]z[ ]o\.o\.|S\.K\.A\.)"
)
_ORG_WORD = rf"(?:{UPPER}[\w&'’.-]*|&|and|und|et|y|of|de|für|the|\d{{1,4}})"
_COMPANY = re.compile(rf"(?<!\w){UPPER}[\w&'’-]*(?:[ ]{_ORG_WORD}){{0,5}},?[ ]{LEGAL_FORM}(?!\w)")
_ARTICLE = re.compile(
    r"(?:The|Die|Der|Das|Den|Dem|Bei|An|La|Le|Les|El|Los|Il|Lo|De|Het|O|A|Our|Your)[ ](?=\w+[ ])"
)
_LEAD = re.compile(r"(?:The|A|An|Our|Your|This|At|In|From|By|With|For|La|Le|El|Il|O|De|Het)[ ]")
_INSTITUTION = re.compile(
    rf"(?<!\w)(?:(?:{UPPER}{LETTER}+(?:['’]s)?[ ]){{1,3}}(?:Hospital|University|College|School|Clinic|Bank|Council|Museum|"
    rf"Institute|Foundation|Ministry|Police|Court)|(?:University|Bank|Ministry|Universität|Universidad|Université|Hospital|"
    rf"Clínica|Klinikum|Ospedale|Finanzamt|Amtsgericht|Landgericht|Cabinet|Stadtwerke|Sparkasse|Kreditbank)[ ]"
    rf"(?:(?:of|de|di|du|la|St\.)[ ]){{0,2}}{UPPER}[\w-]+(?:[ ](?:{UPPER}{LETTER}+|I{{1,3}}))?)(?!\w)"
)

_N = r"\d{1,4}[ ]?[a-zA-Z]?(?:[-–/]\d{1,4}[a-zA-Z]?)?"
_W = rf"{UPPER}[\w'’.-]*"
_ANY_CASE_WORD = r"[^\W\d_][\w'’.-]*"
_TOWN_FOLLOWS = r"(?=\s*[,-]?\s*(?:[A-Z]{1,2}-)?\d{4,5}[ ][^\W\d_])"
_STREETS = (
    rf"{_N}[ ](?:{_W}[ ]){{1,4}}(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Ln\.?|Drive|Dr\.?|Boulevard|Blvd\.?|Way|Court|"
    r"Ct\.?|Place|Pl\.?|Square|Sq\.?|Terrace|Crescent|Close|Walk|Row|Hill|Park|Parkway|Pkwy\.?|Highway|Hwy\.?|Quay|Head|View|"
    r"Gardens|Grove|Mews|Circle|Trail)\b\.?(?:,?[ ](?:Apt|Suite|Ste|Unit|Flat|Floor|#)\.?[ ]?#?\w{1,6})?",
    rf"(?:{UPPER}{LETTER}+(?:straße|strasse|str\.|weg|allee|platz|gasse|ring|damm|ufer|straat|laan|kade|plein|gracht|singel|"
    rf"gatan|vägen|gade|vej)|(?:{UPPER}{LETTER}+[- ]){{1,3}}(?:Straße|Strasse|Str\.|Weg|Allee|Platz|Ring|Kade))[ ]{_N}(?!\w)",
    rf"(?<!\w)Kade[ ]{_N}(?!\w)",
    rf"(?:{_N},?[ ])?(?:bis[ ])?(?:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|allée|quai|cours|Rue|Avenue|Boulevard|Place)"
    rf"[ ](?:(?:de[ ]la|de[ ]l['’]|des|du|de|d['’])[ ]?)?(?:{_W}[ ]?){{1,4}}(?<=\w)",
    # Names of French streets are often written small, and all of an address in capitals.
    rf"(?i:\d{{1,4}}[ ]?(?:bis|ter|quater|[a-z](?!\w))?,?[ ](?:(?:rue|avenue|av\.?|boulevard|bd|chemin|impasse|allée|allee|route|ruelle|sentier|faubourg)"
    rf"[ ](?:(?:de[ ]la|de[ ]l['’]|des|du|de|d['’])[ ]?)?{_ANY_CASE_WORD}(?:[ -]{_ANY_CASE_WORD}){{0,4}}?(?=[ ]*(?:[,;\t\r\n|]|$))|"
    rf"(?:place|cours|quai|square|passage|esplanade)[ ]{_ANY_CASE_WORD}(?:[ ]{_ANY_CASE_WORD}){{0,5}}?{_TOWN_FOLLOWS}))",
    r"(?i:[^\W\d_][\w-]{2,40}(?:straße|strasse|str\.|weg|allee|platz|gasse|ring|damm|ufer|straat|laan|kade|plein|gracht)"
    rf"[ ]{_N}{_TOWN_FOLLOWS})",
    rf"(?:[Cc]alle|C/|c/|[Aa]vda\.?|[Aa]venida|[Pp]laza|[Pp]aseo|[Cc]amino|[Rr]onda|[Rr]ua|Av\.|Praça|Travessa|Largo|Via|Viale|Piazza|Corso|Vicolo|ul\.|"
    rf"al\.|pl\.|os\.)[ ]?(?:(?:de[ ]la|de[ ]los|de[ ]las|de|del|do|da|dos|das|della|dei|di)[ ])?(?:{_W}[ ]?){{1,5}},?[ ]?(?:n[.º°]*[ ]?)?{_N}"
    r"(?:[ ]?,[ ]?\d{1,2}[ºª°]?[ ]?[A-Z]?(?!\w))?",
    r"P\.?[ ]?O\.?[ ]Box[ ]\d{1,6}|Postfach[ ]\d{2,6}(?:[ ]\d{2})?|Apartado[ ]\d{1,6}",
    rf"(?:Flat|Apartment|Apt\.?|Unit)[ ]\w{{1,4}},[ ]{_N}[ ](?:{_W}[ ]?){{1,4}}",
)
_STREET = re.compile(rf"(?<!\w)(?:{'|'.join(_STREETS)})")
_TOWN = rf"(?:St\. )?{UPPER}[\w'’-]*"
_CITY = rf"{_TOWN}(?:[ -](?:am|an der|sur|les|la|de|del|di)?[ -]?{_TOWN}){{0,3}}"
_UK_POSTCODE = r"(?:GIR 0AA|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})"
POSTAL = re.compile(
    rf"(?<!\w)(?:(?P<uk>{_UK_POSTCODE})|(?P<eircode>[A-Z]\d[\dW] [A-Z\d]{{4}})|(?P<us>[A-Z]{{2}} \d{{5}}(?:-\d{{4}})?)|"
    rf"(?P<ca>[A-Z]\d[A-Z] \d[A-Z]\d)|(?P<nl>\d{{4}} ?[A-Z]{{2}} {_CITY})|(?P<pl>\d{{2}}-\d{{3}} {_CITY})|"
    rf"(?P<pt>\d{{4}}-\d{{3}} {_CITY})|(?P<se>\d{{3}} \d{{2}} {_CITY})|(?P<five>(?:[DFEIA]-)?\d{{5}} {_CITY}))(?!\w)"
)
_FLOOR = re.compile(
    r"(?:,[ ]?(?:(?:\d{1,2}(?:\.|e|er|ème)?[ ]?(?:og|stock|obergeschoss|étage|etage|floor)|eg|dg|hinterhaus|vorderhaus)(?:[ ](?:links|rechts|mitte|li\.|re\.))?"
    r"|(?:bât(?:iment|\.)|building|suite|apt\.?|unit|floor|appt?\.?|étage|etage)[ ][A-Z]?\d{0,4})(?!\w))+",
    re.IGNORECASE,
)
_AFTER_STREET = re.compile(
    rf",?[ \t]*\r?\n?[ \t]*(?:(?:{_CITY},?[ ])?(?:{_UK_POSTCODE}|[A-Z]\d[\dW] [A-Z\d]{{4}})"
    rf"|(?:[DFEIAL]-)?\d{{5}} {_ANY_CASE_WORD}(?:[ -](?:am|an der|sur|les|la|de|del|di)?[ -]?{_TOWN}){{0,3}})"
)
_MONEY = re.compile(r"(?:[€$£]|EUR|USD|GBP|Euro)\s?$", re.IGNORECASE)


def find_organisations(text: str, language: str) -> Iterator[Hit]:
    """Companies with a legal form, and institutions named after a place or person."""
    for match in _COMPANY.finditer(text):
        article = _ARTICLE.match(text, match.start(), match.end())
        start = article.end() if article else match.start()
        yield Hit(start, match.end(), "ORGANIZATION", 0.75, "a legal form of company")
    for match in _INSTITUTION.finditer(text):
        lead = _LEAD.match(text, match.start(), match.end())
        start = lead.end() if lead else match.start()
        if " " in text[start : match.end()]:  # "The Court" is no name
            yield Hit(start, match.end(), "ORGANIZATION", 0.55, "the name of an institution")


def find_addresses(text: str, language: str) -> Iterator[Hit]:
    """Streets with numbers, and postal codes with their towns."""
    for match in _STREET.finditer(text):
        span = match.group().rstrip(" ,")
        if not any(c.isdigit() for c in span):
            continue
        end = match.start() + len(span)
        floor = _FLOOR.match(text, end)
        end = floor.end() if floor else end
        follow = _AFTER_STREET.match(text, end)
        if follow:
            end = follow.end()
        yield Hit(match.start(), end, "STREET_ADDRESS", 0.8, "a street with a number")
    for match in POSTAL.finditer(text):
        if _MONEY.search(text[max(0, match.start() - 4) : match.start()]):
            continue
        strong = match.lastgroup in ("uk", "nl", "pt", "pl", "eircode", "ca")
        score = 0.7 if strong else 0.5
        yield Hit(match.start(), match.end(), "STREET_ADDRESS", score, "a postal code with its place")
