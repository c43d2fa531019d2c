"""Invented values of the same kind: names that fit gender and language, numbers that cannot be real.

The choice is drawn from an HMAC of the real value under the vault's key, so the same value gets the same
alias in every document, and nobody without the key can go from alias to value by guessing.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Sequence

from app.documents import fold_term
from app.masking.dates import shift_date

_GIVEN_F = {
    "de": ("Katrin", "Sabine", "Birgit", "Heike", "Silke", "Ute", "Petra", "Monika"),
    "fr": ("Claire", "Sylvie", "Nathalie", "Camille", "Isabelle", "Sophie", "Martine", "Élodie"),
    "es": ("Carmen", "Lucía", "Pilar", "Elena", "Rosa", "Marta", "Inés", "Julia"),
    "it": ("Giulia", "Paola", "Chiara", "Elena", "Sara", "Marta", "Silvia", "Laura"),
    "pt": ("Ana", "Inês", "Teresa", "Marta", "Rita", "Sofia", "Helena", "Clara"),
    "nl": ("Anneke", "Femke", "Sanne", "Marieke", "Ilse", "Lotte", "Petra", "Joke"),
    "pl": ("Anna", "Ewa", "Maria", "Zofia", "Barbara", "Hanna", "Irena", "Magda"),
    "en": ("Alice", "Emma", "Helen", "Laura", "Ruth", "Susan", "Kate", "Jane"),
}
_GIVEN_M = {
    "de": ("Jürgen", "Stefan", "Uwe", "Markus", "Dieter", "Rolf", "Holger", "Bernd"),
    "fr": ("Luc", "Pascal", "Thierry", "Alain", "Bruno", "Denis", "Gilles", "Yves"),
    "es": ("Carlos", "Pablo", "Diego", "Luis", "Javier", "Andrés", "Hugo", "Raúl"),
    "it": ("Marco", "Luca", "Paolo", "Andrea", "Fabio", "Carlo", "Dario", "Enzo"),
    "pt": ("João", "Pedro", "Rui", "Nuno", "Tiago", "Luís", "Paulo", "Hugo"),
    "nl": ("Jan", "Pieter", "Kees", "Bram", "Daan", "Joris", "Sjoerd", "Wim"),
    "pl": ("Jan", "Piotr", "Adam", "Marek", "Tomasz", "Karol", "Leszek", "Witold"),
    "en": ("Peter", "Mark", "David", "Simon", "Paul", "James", "Robert", "Alan"),
}
_SURNAMES = {
    "de": ("Bergmann", "Krüger", "Lorenz", "Seidel", "Winkler", "Vogt", "Arnold", "Pohl", "Ernst", "Busch"),
    "fr": (
        "Morel",
        "Garnier",
        "Chevalier",
        "Perrin",
        "Renard",
        "Blanchet",
        "Colin",
        "Marchal",
        "Vidal",
        "Roche",
    ),
    "es": ("Navarro", "Molina", "Ortega", "Serrano", "Vega", "Campos", "Reyes", "Soto", "Prieto", "Lozano"),
    "it": ("Ferri", "Galli", "Marini", "Conti", "Villa", "Rizzi", "Monti", "Serra", "Bassi", "Longo"),
    "pt": ("Nunes", "Moreira", "Tavares", "Lopes", "Pinto", "Cardoso", "Neves", "Rocha", "Matos", "Vaz"),
    "nl": ("Bakker", "Visser", "Meijer", "Bos", "Vos", "Dekker", "Kok", "Prins", "Schouten", "Blom"),
    "pl": ("Nowak", "Mazur", "Krawczyk", "Wilk", "Sikora", "Baran", "Duda", "Szulc", "Pawlak", "Kubiak"),
    "en": ("Turner", "Bennett", "Palmer", "Fletcher", "Marsh", "Holland", "Barker", "Webb", "Lowe", "Frost"),
}
_PLACES = (
    "Ashford",
    "Neustadt",
    "Villeneuve",
    "Villanueva",
    "Castelnuovo",
    "Vila Nova",
    "Nieuwstad",
    "Nowe Miasto",
)
_STREETS = {
    "de": "Musterstraße {n}",
    "fr": "{n} rue de l'Exemple",
    "es": "Calle del Ejemplo {n}",
    "it": "Via Esempio {n}",
    "pt": "Rua do Exemplo {n}",
    "nl": "Voorbeeldstraat {n}",
    "pl": "ul. Przykładowa {n}",
    "en": "{n} Example Street",
}
_FEMALE_TITLES = re.compile(
    r"\b(?:mrs|ms|miss|frau|madame|mme|mlle|señora|sra|signora|sig\.ra|mevrouw|mevr|pani|dona)\b",
    re.IGNORECASE,
)
_LEGAL_FORM = re.compile(r"\b(?:GmbH|AG|KG|Ltd\.?|LLC|Inc\.?|plc|S\.?L\.?|S\.?A\.?|SAS|B\.?V\.?|SARL|LLP)$")


class Draw:
    """Numbers that look random and are the same for the same value and key."""

    def __init__(self, key: bytes, type_: str, value: str, attempt: int = 0) -> None:
        message = f"{type_}\0{value}\0{attempt}".encode("utf-8", "surrogatepass")
        self._bytes = hmac.new(key, message, hashlib.sha512).digest()
        self._at = 0

    def below(self, bound: int) -> int:
        piece = self._bytes[self._at % 56 : self._at % 56 + 8]
        self._at += 5
        return int.from_bytes(piece, "big") % bound

    def choose(self, options: Sequence[str]) -> str:
        return options[self.below(len(options))]


def invent(key: bytes, type_: str, value: str, language: str, female: bool | None, attempt: int) -> str:
    """An alias for `value`; another `attempt` gives another alias."""
    draw = Draw(key, type_, fold_term(value) or value, attempt)
    if type_ == "PERSON":
        return _person(draw, value, language, female)
    if type_ == "ORGANIZATION":
        form = _LEGAL_FORM.search(value)
        return f"{draw.choose(_SURNAMES.get(language, _SURNAMES['en']))} {form.group() if form else 'Group'}"
    if type_ == "LOCATION":
        return draw.choose(_PLACES)
    if type_ == "STREET_ADDRESS":
        return _STREETS.get(language, _STREETS["en"]).format(n=1 + draw.below(98))
    if type_ == "EMAIL_ADDRESS":
        return f"person{draw.below(10**6):06}@example.org"  # reserved by RFC 2606
    if type_ == "URL":
        return f"https://example.org/{draw.below(10**6):06}"
    if type_ == "IP_ADDRESS":
        return f"192.0.2.{draw.below(254) + 1}"  # documentation range, RFC 5737
    if type_ in ("DATE_TIME", "DATE_OF_BIRTH"):
        return _date(key, value, language)
    if type_ == "PHONE_NUMBER":
        return _phone(draw, value) or _same_shape(draw, value, type_)
    return _same_shape(draw, value, type_)


def looks_female(value: str, context: str = "") -> bool | None:
    """True for a female form of address beside the name or a name known as female; None when unclear."""
    if _FEMALE_TITLES.search(f"{context} {value}"):
        return True
    first = value.split()[0] if value.split() else ""
    if any(first in names for names in _GIVEN_F.values()):
        return True
    if any(first in names for names in _GIVEN_M.values()):
        return False
    return True if first.endswith(("a", "ie", "ine", "elle")) else None


def _person(draw: Draw, value: str, language: str, female: bool | None) -> str:
    words = [word for word in value.split() if word[:1].isalpha()]
    female = draw.below(2) == 0 if female is None else female
    given = draw.choose(
        (_GIVEN_F if female else _GIVEN_M).get(language, _GIVEN_F["en"] if female else _GIVEN_M["en"])
    )
    surname = draw.choose(_SURNAMES.get(language, _SURNAMES["en"]))
    alias = surname if len(words) < 2 else f"{given} {surname}"
    return alias.upper() if value.isupper() and len(value) > 3 else alias


def _date(key: bytes, value: str, language: str) -> str:
    """The date moved by the same number of days for everybody, so that intervals stay true."""
    days = int.from_bytes(hmac.new(key, b"date shift", hashlib.sha256).digest()[:4], "big") % 300 + 30
    return shift_date(value, days, language) or "[DATE]"


def _phone(draw: Draw, value: str) -> str | None:
    """A number that its country keeps free for stories; None where none is known for the plan it follows.

    US and Canada: NXX-555-0100 to -0199. UK: 07700 900000 to 900999 (Ofcom). France: 06 39 98 (ARCEP).
    Germany: (0)30 23125 000 to 999 (Bundesnetzagentur).
    """
    digits = re.sub(r"\D", "", value)
    if re.fullmatch(r"(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}", value.strip()):
        filled = f"{digits[:-7]}55501{draw.below(100):02}"
    elif digits.startswith("44"):
        return f"+44 7700 900{draw.below(1000):03}"
    elif digits.startswith("49"):
        return f"+49 30 23125{draw.below(1000):03}"
    elif digits.startswith("33"):
        return f"+33 6 39 98 {draw.below(100):02} {draw.below(100):02}"
    elif re.fullmatch(r"0[1-9](?:[ .]\d\d){4}", value.strip()):
        return f"06 39 98 {draw.below(100):02} {draw.below(100):02}"
    elif re.fullmatch(r"0(?:7\d{3}|20)[ ]?\d{3,4}[ ]?\d{3,4}", value.strip()):
        return f"07700 900{draw.below(1000):03}"
    else:
        return None
    rest = iter(filled)
    return "".join(next(rest) if c.isdigit() else c for c in value)


def _same_shape(draw: Draw, value: str, type_: str) -> str:
    """Digits for digits and letters for letters. Checksummed numbers get zeros where the check stands, so
    that no alias can be somebody's real number."""
    shaped = "".join(
        str(draw.below(10)) if c.isdigit() else _letter(draw, c) if c.isalpha() else c for c in value
    )
    if type_ == "IBAN_CODE":
        return re.sub(r"^[A-Za-z]{2}\d\d", value[:2].upper() + "00", shaped)
    if type_ == "PHONE_NUMBER":
        return re.sub(r"\d(?=(?:\D*\d){3}\D*$)", "0", shaped)
    return shaped


def _letter(draw: Draw, like: str) -> str:
    return chr((ord("A") if like.isupper() else ord("a")) + draw.below(26))
