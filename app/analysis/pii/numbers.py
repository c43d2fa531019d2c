"""Numbers that name a person, an account, a thing somebody owns: shape, check digits, and what announces them.

A check digit that one number in ten passes by chance proves little, so weak shapes need a word beside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from app.analysis.pii.hits import Hit


@dataclass(frozen=True, slots=True)
class Number:
    """One kind of number. `check` names a python-stdnum module; `free` is the score without a context word
    (0: needs one), `bound` that with one."""

    type: str
    pattern: str
    check: str
    context: str
    free: float
    bound: float = 0.9


_NUMBERS = (
    Number("US_SSN", r"(?!000|666|9\d\d)\d{3}[- ](?!00)\d\d[- ](?!0000)\d{4}", "us.ssn", r"ssn|social security", 0.6),
    Number("US_SSN", r"(?!000|666|9\d\d)\d{9}", "us.ssn", r"ssn|social security", 0.0),
    Number("US_ITIN", r"9\d\d[- ]?[5-9]\d[- ]?\d{4}", "us.itin", r"itin|taxpayer", 0.0),
    Number("US_PASSPORT", r"[A-Z]?\d{8,9}", "", r"passport", 0.0, 0.85),
    Number("US_BANK_NUMBER", r"\d{9}", "us.rtn", r"routing|aba|rtn", 0.0),
    Number("UK_NHS", r"\d{3}[ -]?\d{3}[ -]?\d{4}", "gb.nhs", r"nhs", 0.0),
    Number("UK_NINO", r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]", "",
           r"national insurance|\bni\b|nino", 0.7),
    Number("UK_NINO", r"QQ ?\d\d ?\d\d ?\d\d ?[A-D]", "", r"national insurance|\bni\b|nino", 0.6),
    Number("UK_UTR", r"\d{5} ?\d{5}", "gb.utr", r"utr|taxpayer reference", 0.0),
    Number("DE_TAX_ID", r"[1-9]\d ?\d{3} ?\d{3} ?\d{3}", "de.idnr", r"identifikationsnummer|steuer-?id|idnr|tin", 0.55),
    Number("TAX_ID", r"\d{2,3}/\d{3,4}/\d{4,5}", "", r"steuer-?(?:nummer|nr)|st\.?-?nr", 0.4),
    Number("DE_ID_CARD", r"[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{8}\d?", "", r"ausweis|identity card", 0.0),
    Number("DE_SOCIAL_SECURITY", r"\d{2} ?[0-3]\d[01]\d\d{2} ?[A-Z] ?\d{3}", "",
           r"sozialversicherung|rentenversicherung|sv-?n", 0.6),
    Number("FR_NIR", r"[12] ?\d\d ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d\d|2[AB]) ?\d{3} ?\d{3}(?: ?\d\d)?", "fr.nir",
           r"sécurité sociale|nir|n° ss|insee", 0.85),
    Number("FR_SIREN", r"\d{3} ?\d{3} ?\d{3}(?: ?\d{5})?", "fr.siren", r"siren|siret|rcs", 0.0),
    Number("ES_NIF", r"\d{8}[- ]?[A-Z]", "es.dni", r"dni|nif|documento", 0.85),
    Number("ES_NIE", r"[XYZ]-?\d{7}-?[A-Z]", "es.nie", r"nie|extranjero", 0.85),
    Number("TAX_ID", r"[ABCDEFGHJNPQRSUVW]-?\d{7}[0-9A-J]", "es.cif", r"cif|nif|tax|iva", 0.45),
    Number("IT_FISCAL_CODE", r"[A-Z]{6}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z]", "it.codicefiscale", r"fiscale|c\.?f\.?", 0.9),
    Number("IT_VAT_CODE", r"(?:IT ?)?\d{11}", "it.iva", r"partita iva|p\.? ?iva", 0.0),
    Number("NL_BSN", r"\d{9}|\d{4}[. ]\d{2}[. ]\d{3}", "nl.bsn", r"bsn|burgerservice|sofi", 0.0),
    Number("PT_NIF", r"[123568]\d{8}|[123568]\d\d \d{3} \d{3}", "pt.nif", r"nif|contribuinte", 0.0),
    Number("PL_PESEL", r"\d{11}", "pl.pesel", r"pesel", 0.45),
    Number("PL_NIP", r"\d{3}-?\d{3}-?\d{2}-?\d{2}", "pl.nip", r"nip|podatkow", 0.0),
    Number("VAT_ID", r"(?:ATU|BE|CZ|DE|DK|ES|FI|FR|GB|IE|IT|LU|NL|PL|PT|SE)[ ]?[A-Z0-9][A-Z0-9. ]{6,12}[A-Z0-9]", "eu.vat",
           r"vat|ust|tva|iva|btw|mwst|nip", 0.8),
    Number("VAT_ID", r"GB ?\d{3} ?\d{4} ?\d{2}", "", r"vat", 0.4),
    Number("IBAN_CODE", r"[a-z]{2}\d{2}[a-z0-9]{11,30}", "iban", r"iban", 0.9),
    Number("IBAN_CODE", r"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?", "iban", r"iban|account|konto|compte|cuenta", 0.98),
    Number("CREDIT_CARD", r"(?:\d{4}[- ]?){3}\d{1,7}|3[47]\d{2}[- ]?\d{6}[- ]?\d{5}", "luhn", r"card|visa|mastercard|amex|karte|carte|tarjeta|carta", 0.85),
    Number("SWIFT_CODE", r"[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?", "", r"bic|swift", 0.0),
    Number("SORT_CODE", r"\d{2}[- ]\d{2}[- ]\d{2}", "", r"sort code", 0.0),
    Number("VIN", r"(?=[A-HJ-NPR-Z0-9]*\d)[A-HJ-NPR-Z0-9]{17}", "vin", r"vin|chassis|fahrgestell|fin\b|vehicle", 0.6),
    Number("MEDICAL_RECORD_NUMBER", r"MRN[ :#-]*\d{4,12}", "", r"mrn", 0.9),
    Number("ACCOUNT_NUMBER", r"\d{6,12}", "", r"account(?: no| number)?|acct|konto(?:nummer)?|compte|cuenta|conto|rekening|rachun", 0.0, 0.75),
    Number("CRYPTO", r"(?:bc1[a-z0-9]{25,60}|[13][a-km-zA-HJ-NP-Z1-9]{25,34}|0x[a-fA-F0-9]{40})", "crypto",
           r"wallet|bitcoin|btc|ethereum|eth", 0.7),
    Number("LICENSE_PLATE", r"[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2} ?\d{1,4}[EH]?|[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]{2}-\d{3}-[A-Z]{2}|\d{4} [BCDFGHJKLMNPRSTVWXYZ]{3}|[A-Z]{2} ?\d{3} ?[A-Z]{2}|(?=\d*[A-Z])[A-Z0-9]{5,8}", "",
           r"plate|reg|registration(?: no| number)?|kennzeichen|immatriculation|matrícula|targa|kenteken|tablica|rejestrac", 0.0, 0.8),
)  # fmt: skip

_BEFORE, _AFTER = 48, 12
_BETWEEN = re.compile(
    r"[ \t.:#=°º-]{0,3}(?:(?:no|nr|number|nummer|code|n[°º]|id)[ \t.:#=-]{0,3})?", re.IGNORECASE
)
"""What may stand between a label and its number."""
_ANNOUNCED_ANYWHERE = frozenset({"IBAN_CODE", "US_SSN", "ES_NIF", "PL_PESEL", "VAT_ID"})
"""Kinds whose word may stand anywhere near them, check digits or none."""
_STRICT = frozenset({"CREDIT_CARD", "IT_VAT_CODE"})
"""Kinds that are none without their check digits: the word "card" says little, and companies are listed with theirs."""
_SHORTEST_IBAN = 15
"""Norway's; what is shorter and fails the check digits is another kind of number."""
_LABEL_WORDS = {
    "MEDICAL_RECORD_NUMBER": r"medical record(?: no| number)?|mrn|patient(?:en)?[- ]?(?:id|no|number|nummer|nr)|hospital (?:no|number)|nhc|"
    r"n[º°] ?historia(?: clínica)?|fallnummer|aufnahmenummer|case id|numéro de dossier|episodio",
    "INSURANCE_NUMBER": r"insurance (?:no|number|id)|member id|health plan(?: id| no| number)?|versicherten(?:nummer|-?nr)|nass|policy (?:no|number)|"
    r"versicherungs(?:schein)?-?(?:nummer|nr)|n° d[’']assuré|número de póliza|cip|polisnummer|claim(?: no| number)?",
    "PASSPORT": r"passport(?: no| number)?|reisepass(?:nummer|-?nr)?|pass-?nr|passeport(?: n°)?|pasaporte|passaporto|paspoort(?:nummer)?|paszport",
    "DRIVER_LICENSE": r"driv(?:er['’]?s?|ing) licen[cs]e(?: no| number)?|dl(?: no)?|führerschein(?:nummer|-?nr)?|permis de conduire|"
    r"permiso de conducir|patente|rijbewijs(?:nummer)?|carta de condução|prawo jazdy",
    "CREDIT_CARD": r"cvv2?|cvc2?|card (?:security|verification) (?:code|number)|kartenprüfnummer|cryptogramme(?: visuel)?",
    "USERNAME": r"user ?name|user ?id|login|benutzer(?:name|kennung)?|identifiant|usuario|nome utente|gebruikersnaam|handle|nick",
    "PASSWORD": r"password|passwd|pwd|passphrase|pin|passwort|kennwort|mot de passe|contraseña|senha|wachtwoord|hasło",
    "API_KEY": r"api[ _-]?key|access[ _-]?key|secret(?:[ _-]?key)?|token|bearer|client[ _-]secret",
    "ID": r"(?:customer|client|employee|staff|student|member(?:ship)?|user|account|reference|case|file|badge|personnel|subscriber|tenant|"
    r"licen[cs]e|registration|kunden|kd|personal|mitarbeiter|matrikel|mitglieds|vorgangs|akten)[- ]?(?:id|no|nr|number|nummer|zeichen|ref)|"
    r"numéro (?:client|de client|d[’']adhérent|de dossier)|n[º°] (?:de )?(?:cliente|colegiado|expediente|empleado)|nºcol|codice cliente|"
    r"klantnummer|personeelsnummer|nr klienta|numer klienta|id no|id number|dossiernummer",
}  # fmt: skip
_VALUE = r"(?P<value>(?=[^\s,;]*\d)[A-Za-z0-9](?:[A-Za-z0-9/._-]|:(?=\w))*(?:[ ](?=[A-Z0-9/.-]*\d)[A-Z0-9/.-]{1,10}){0,4})"
_SECRET_VALUE = r"(?P<value>[^\s,;\"'<>]{4,120})"  # noqa: S105 - a pattern
_KNOWN_KEYS = re.compile(
    r"(?<!\w)(?:sk-[A-Za-z0-9_-]{16,}|AKIA[0-9A-Z]{16}|ghp_[A-Za-z0-9]{36}|github_pat_\w{22,}|xox[baprs]-[A-Za-z0-9-]{10,}|"
    r"AIza[0-9A-Za-z_-]{35}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}|glpat-[\w-]{20}|SG\.[\w-]{16,}\.[\w-]{16,})"
)
_HANDLE = re.compile(r"(?<![\w@/.])@[A-Za-z_]\w{2,30}(?![\w.@]*@)(?!\.\w)")


def find_numbers(text: str, language: str) -> Iterator[Hit]:
    """Every kind of number in the table, with its check and its context."""
    for number, pattern, context in _compiled():
        for match in pattern.finditer(text):
            around = (
                text[max(0, match.start() - _BEFORE) : match.start()]
                + " "
                + text[match.end() : match.end() + _AFTER]
            )
            score = number.bound if context.search(around) else number.free
            if not score:
                continue
            checked = _passes(number.check, match.group())
            if checked is False:
                near = number.type not in _STRICT and _announced(context, text, match.start())
                if not near and (score < number.bound or number.type not in _ANNOUNCED_ANYWHERE):
                    continue
                if number.type == "IBAN_CODE" and len(match.group().replace(" ", "")) < _SHORTEST_IBAN:
                    continue
                score = 0.6  # announced as one: a misprint names a person too
            why = f"{number.type.replace('_', ' ').lower()} by its shape" + (
                " and check digits" if checked else ""
            )
            yield Hit(match.start(), match.end(), number.type, score, why)


def find_labelled(text: str, language: str) -> Iterator[Hit]:
    """Values that stand behind a label: "Patient ID: …", "Kundennummer …", "Password: …"."""
    for type_, pattern in _labels():
        for match in pattern.finditer(text):
            value = match["value"].rstrip(".,;:")
            if len(value) < 3 or (
                type_ == "PASSWORD" and value.lower() in ("is", "must", "reset", "protected", "policy")
            ):
                continue
            start = match.start("value")
            yield Hit(start, start + len(value), type_, 0.85, "a label announces it")
    for match in _KNOWN_KEYS.finditer(text):
        yield Hit(match.start(), match.end(), "API_KEY", 0.95, "the form of a well-known key")
    for match in _HANDLE.finditer(text):
        yield Hit(match.start(), match.end(), "USERNAME", 0.55, "a handle")


def _announced(context: re.Pattern[str], text: str, start: int) -> bool:
    """Whether the word that announces such a number stands right before it, as in "C.F. FRRGLC78E12D205X"."""
    return any(
        _BETWEEN.fullmatch(text, label.end(), start)
        for label in context.finditer(text, max(0, start - _BEFORE), start)
    )


@cache
def _compiled() -> tuple[tuple[Number, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (
            number,
            re.compile(rf"(?<![\w/.-])(?:{number.pattern})(?![\w/]|[.-]\d)"),
            re.compile(rf"(?<!\w)(?:{number.context})(?!\w)", re.IGNORECASE),
        )
        for number in _NUMBERS
    )


@cache
def _labels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for type_, words in _LABEL_WORDS.items():
        secret = type_ in ("PASSWORD", "API_KEY", "USERNAME")
        glue = (
            r"\s*(?:[:=]|\bis\b|lautet)\s*[\"']?"
            if secret
            else r"\.?\s*(?:no|nr|number|nummer)?\.?\s*[:#=]?\s*"
        )
        value = _SECRET_VALUE if secret else _VALUE
        found.append((type_, re.compile(rf"(?<!\w)(?i:{words}){glue}{value}")))
    return tuple(found)


def _passes(check: str, text: str) -> bool | None:
    """True or False by the check digits; None where the kind has none."""
    if not check:
        return None
    compact = re.sub(r"[\s./-]", "", text)
    if check == "luhn":
        return 13 <= len(compact) <= 19 and len(set(compact)) > 1 and _module("luhn")(compact)
    if check == "vin":
        return _vin(compact)
    if check == "crypto":
        return True if compact.startswith(("bc1", "0x")) else _base58(compact)
    return _module(check)(compact)


@cache
def _module(name: str) -> Callable[[str], bool]:
    valid: Callable[[str], bool] = import_module(f"stdnum.{name}").is_valid
    return valid


_VIN_VALUES = dict(zip("0123456789ABCDEFGHJKLMNPRSTUVWXYZ", [*range(10), *range(1, 9), *range(1, 6), 7, 9, *range(2, 10)], strict=True))  # fmt: skip
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def _vin(text: str) -> bool:
    """ISO 3779 check digit, which North American vehicles carry."""
    rest = sum(_VIN_VALUES[c] * w for c, w in zip(text, _VIN_WEIGHTS, strict=True)) % 11
    return text[8] == ("X" if rest == 10 else str(rest))


_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def _base58(text: str) -> bool:
    """Base58Check, as Bitcoin addresses carry it."""
    import hashlib

    number = 0
    for character in text:
        number = number * 58 + _BASE58.index(character)
    try:
        data = number.to_bytes(25, "big")
    except OverflowError:
        return False
    digest = hashlib.sha256(hashlib.sha256(data[:21]).digest()).digest()
    return digest[:4] == data[21:]
