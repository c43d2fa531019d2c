"""How somebody is reached: mail, web, phone, network addresses."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import phonenumbers

from app.analysis.pii.hits import Hit
from app.analysis.pii.left_out import left_out

with left_out("requests", "requests_file"):  # for fetching newer lists, which Cloister never does
    import tldextract

_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[\w](?:[\w-]{0,61}[\w])?\.){1,6}[A-Za-z][\w-]{1,23}(?![\w@])"
)
_URL = re.compile(r"(?<![\w@])(?:(?:https?|ftp)://|www\.)[^\s<>\"'`{}|\\^\[\]]{2,2000}", re.IGNORECASE)
_BARE = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}[a-z]{2,24}(?:/[^\s<>\"']*)?(?![\w@])"
)
_COMMON = frozenset(
    [
        "com",
        "org",
        "net",
        "edu",
        "gov",
        "mil",
        "info",
        "biz",
        "eu",
        "de",
        "fr",
        "es",
        "it",
        "nl",
        "pl",
        "pt",
        "uk",
        "ie",
        "at",
        "ch",
        "be",
        "us",
        "ca",
        "au",
        "io",
        "app",
        "dev",
        "example",
    ]
)
_IP4 = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?:/\d{1,2})?(?![\w.]*\d)")
_IP6 = re.compile(r"(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])", re.IGNORECASE)
_MAC = re.compile(r"(?<![\w:-])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![\w:-])", re.IGNORECASE)
_VERSION = re.compile(r"(?:version|release|\bv)\s*$", re.IGNORECASE)

_PHONE = re.compile(
    r"(?<![\w/#-])(?<!\d[.,])(?:\+|00)?\(?\d(?:[ \t\u00a0]?[\d()./–-]){4,20}\d(?![\w%€$£]|[.,]\d)"
)
_NEXT_PHONE = re.compile(r"[ \t\u00a0]*/[ \t\u00a0]*(?=[0+(])")
_WHOLE_PHONE = 7
"""Digits before a stroke that are more than the code of an area."""
_PHONE_LABEL = re.compile(
    r"(?<!\w)(?:(?:my|our|his|her|whose) number is|phone|tel|telephone|mobile|mob|cell|fax|call|dial|whatsapp|sms|ring|reach (?:me|us) (?:at|on)|telefon|handy|"
    r"mobil|rufnummer|erreichen sie (?:mich|uns) unter|portable|téléphone|teléfono|móvil|llamar|telefono|cellulare|"
    r"telefone|telemóvel|contacto|telefoon|mobiel|tél|komórka)\b\W{0,4}(?:\w+\W{1,3}){0,4}$",
    re.IGNORECASE,
)
_EXTENSION = re.compile(
    r"[ \t]*,?[ \t]*(?:extension|ext|x|durchwahl|dw|poste|interno|int|toestel|wew)\.?[ \t]*#?\d{1,6}(?!\w)",
    re.IGNORECASE,
)
_NOT_PHONE_LABEL = re.compile(
    r"(?:invoice|order|account|reference|ref|rechnung|konto|kunden|kd|bestell|artikel|policy|claim|case|isbn|vat|tax|steuer"
    r"|sort code|iban|no|nr|n°|id|file|number)\.?\s*(?:no|nr|number|nummer)?\.?\s*[:#]?\s*$",
    re.IGNORECASE,
)
_REGIONS = {
    "de": ("DE", "AT", "CH"), "fr": ("FR", "BE", "CH"), "es": ("ES", "MX", "AR"), "it": ("IT", "CH"),
    "pt": ("PT", "BR"), "nl": ("NL", "BE"), "pl": ("PL",),
}  # fmt: skip
_ALL_REGIONS = (
    "US",
    "GB",
    "IE",
    "DE",
    "FR",
    "ES",
    "IT",
    "NL",
    "PT",
    "PL",
    "AT",
    "CH",
    "BE",
    "AU",
    "CA",
    "IN",
)
_DATE_LIKE = re.compile(
    r"^(?:[0-9]\.\d+[ (].*|\d{1,3}(?:\.\d{3}){2,}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{4}\s?[-–/]\s?\d{2,4})$"
)


_CLOCK = re.compile(r":\d\d")
"""What follows the hour after a day: "2024-03-12 18:43"."""


def find_mail_and_web(text: str, language: str) -> Iterator[Hit]:
    """Mail addresses and links. A bare domain counts where its ending is a common one; `v6`, `john.sm` and
    file names do not."""
    for match in _EMAIL.finditer(text):
        yield Hit(match.start(), match.end(), "EMAIL_ADDRESS", 0.98, "a mail address")
    for match in _URL.finditer(text):
        link = match.group().rstrip(".,;:!?)")
        if "." in link:
            yield Hit(match.start(), match.start() + len(link), "URL", 0.9, "a web address")
    for match in _BARE.finditer(text):
        link = match.group().rstrip(".,;:!?)")
        host = link.split("/")[0]
        if _is_domain(host):
            yield Hit(match.start(), match.start() + len(link), "URL", 0.6, "a domain")


def _is_domain(host: str) -> bool:
    ending = host.rsplit(".", 1)[-1]
    if ending not in _COMMON or len(host) < 6:
        return False
    if ending == "example":
        return True
    parts = _suffixes()(host, session=_NO_SESSION)
    return bool(parts.suffix) and len(parts.domain) > 2


_NO_SESSION: Any = object()
"""In place of the HTTP session that tldextract would make although it has nothing to fetch."""


@cache
def _suffixes() -> tldextract.TLDExtract:
    """The public suffix list as packaged: without lists to fetch and without a cache it makes no call."""
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def find_network_addresses(text: str, language: str) -> Iterator[Hit]:
    """IPv4, IPv6 and MAC addresses."""
    for match in _IP4.finditer(text):
        if _VERSION.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        if _is_ip(match.group()):
            yield Hit(match.start(), match.end(), "IP_ADDRESS", 0.85, "an IPv4 address")
    for match in _IP6.finditer(text):
        if len(match.group()) >= 6 and _is_ip(match.group()):
            yield Hit(match.start(), match.end(), "IP_ADDRESS", 0.85, "an IPv6 address")
    for match in _MAC.finditer(text):
        yield Hit(match.start(), match.end(), "MAC_ADDRESS", 0.9, "a hardware address")


def _is_ip(text: str) -> bool:
    try:
        ipaddress.ip_interface(text)
    except ValueError:
        return False
    return True


def find_phones(text: str, language: str) -> Iterator[Hit]:
    """Numbers that the numbering plan of some likely country allows, or that a word like "phone" announces."""
    regions = tuple(dict.fromkeys((*_REGIONS.get(language, ("US", "GB", "IE")), *_ALL_REGIONS)))
    for found, written in _written_phones(text):
        candidate = written.strip(" .-–/")
        start = found + written.index(candidate)
        if candidate.count(")") > candidate.count("("):
            candidate = candidate.rstrip(")")
        digits = sum(c.isdigit() for c in candidate)
        if not 6 <= digits <= 16 or _DATE_LIKE.match(candidate) or _CLOCK.match(text, start + len(candidate)):
            continue
        before = text[max(0, start - 40) : start]
        announced = _PHONE_LABEL.search(before) is not None
        score = _phone_score(candidate, regions, announced, digits)
        if not announced and _NOT_PHONE_LABEL.search(before):
            score = 0.0
        if score:
            why = "a phone number, announced as one" if announced else "a number that a numbering plan allows"
            extension = _EXTENSION.match(text, start + len(candidate))
            end = extension.end() if extension else start + len(candidate)
            yield Hit(start, end, "PHONE_NUMBER", score, why)


def _written_phones(text: str) -> Iterator[tuple[int, str]]:
    """Where each candidate stands; of "030 123456 / 030 123457" both."""
    at = 0
    while match := _PHONE.search(text, at):
        borders = _NEXT_PHONE.finditer(text, match.start(), match.end())
        whole = (b for b in borders if sum(map(str.isdigit, text[match.start() : b.start()])) >= _WHOLE_PHONE)
        border = next(whole, None)
        yield match.start(), text[match.start() : border.start() if border else match.end()]
        at = border.end() if border else match.end()


def _phone_score(candidate: str, regions: tuple[str, ...], announced: bool, digits: int) -> float:
    international = candidate.startswith(("+", "00"))
    grouped = sum(not c.isdigit() for c in candidate) >= 1
    if announced and digits >= 6:
        return 0.9
    if international:
        return 0.9 if _allowed(candidate, ("ZZ", *regions[:1])) else 0.5 if candidate.startswith("+") else 0.0
    if not grouped or digits < 8:
        return 0.0
    home = _allowed(candidate, regions[:3])
    if not home and not _allowed(candidate, regions):
        return 0.0
    telling = (
        candidate.startswith(("0", "(")) or re.fullmatch(r"\d{3}[-. ]\d{3}[-. ]\d{4}", candidate) is not None
    )
    return (0.7 if home else 0.6) if telling else 0.35


def _allowed(candidate: str, regions: tuple[str, ...]) -> bool:
    for region in regions:
        try:
            number = phonenumbers.parse(candidate, None if region == "ZZ" else region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return True
    return False
