"""Public documents that offices and people send each other: mails, letters, forms, résumés, invoices, statements, minutes, tables.

They lie in `MORE/public` beside those of `classify_public.py`, files as their repositories hold them: ruby-mail (mikel/mail, its
fixtures), stalwart-mail (stalwartlabs/mail-parser), spamscope-mail (SpamScope/mail-parser), mime4j (apache/james-mime4j, its messages
under the ending of mails), crisp-replies (crisp-oss/email-reply-parser), james (apache/james-project), zapier-replies (zapier/email-reply-parser), talon-replies
(mailgun/talon), datenanfragen (datenanfragen/data, its templates), moj-letters (ministryofjustice/correspondence_tool_staff),
thun-briefe (KONDE-AT/thun-data), auden-musulin (Auden-Musulin-Papers/amp-data), lettres-calvin (pippaJeanne/lettres-calvin), va-forms
(department-of-veterans-affairs/vets-api as annaswims/vets-api keeps it), ma-209a (SuffolkLITLab/docassemble-MA209AProtectiveOrder),
cv-templates (deedy/Deedy-Resume, AmruthPillai/Reactive-Resume, salomonelli/best-resume-ever,
jankapunkt/latexcv, PrBart/markdown-cv-builder, elipapa/markdown-cv, rendercv/rendercv, sb2nov/resume, each in a folder), jsonresume (jsonresume/jsonresume.org), zugferd and e-invoices
(ZUGFeRD/corpus), xrechnung (itplr-kosit/xrechnung-testsuite), invoice2data (invoice-x/invoice2data), mt940 (wolph/mt940), ofx (jseutter/ofxparse), portfolio (portfolio-performance/portfolio), cbv-payroll (DSACMS/iv-cbv-payroll), mrz
(cheminfo/mrz), electron-minutes (electron/governance), fronteers (fronteers/website), afpy (AFPy/afpy_gestion), westwoodlabs (Westwoodlabs/wiki), dotgov
(cisagov/dotgov-data), country-codes and sp500 (datasets/country-codes and s-and-p-500-companies), congress
(unitedstates/congress-legislators). Sources whose licence does not clearly allow training only measure. Folders that are missing are
left out; test parts are never read.
"""

from __future__ import annotations

import csv
import io
import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from classify_public import Source, Texts, markdown, plain, seen, unmarked

Json = dict[str, Any]


def _seen(path: Path) -> str:
    """What the program reads in a file, without the name of a style sheet that some begin with."""
    return re.sub(r"\AStylesheet zur Lesbarmachung[^\n]*\n+", "", seen(path))


def _pick(texts: list[str], rng: random.Random, most: int) -> Iterator[str]:
    """At most so many different texts."""
    kept = sorted(set(texts))
    rng.shuffle(kept)
    yield from kept[:most]


# Mails


_TRACE = re.compile(
    r"(?im)^(?:received|return-path|delivered-to|x-[\w-]+|dkim[\w-]*|authentication[\w-]*|message-id|mime-version|content-[\w-]+"
    r"|references|in-reply-to|domainkey[\w-]*|list-[\w-]+|errors-to|precedence|arc-[\w-]+):[^\n]*\n(?:[ \t]+[^\n]*\n)*"
)
_HEAD = re.compile(r"(?:[A-Z][\w-]*:[^\n]*\n(?:[ \t]+[^\n]*\n)*)+")
_NOT_SAID = re.compile(
    r"Mail Delivery|delivery (?:status|failed)|MAILER-DAEMON|Undeliver|cid:|DOCTYPE|multi-?part message|\bpreamble\b|\ufffd"
    r"|^[\w+/=]{50,}$|^--[\w =.+-]{5,}$|^begin \d{3} |goes here|[а-я]{4}|ssh-rsa|^-+=_|^org\.apache",
    re.IGNORECASE | re.MULTILINE,
)


def _mails(*patterns: str) -> Texts:
    """Mails whole, with the head as a mail program shows it, or without any; those that nobody wrote are left out."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        found: dict[tuple[str, ...], str] = {}
        for path in sorted(path for pattern in patterns for path in folder.glob(pattern) if path.is_file()):
            text = re.sub(r"(?s)\bBEGIN:VCALENDAR.*|\n+(?=\n\n)", "", _seen(path)).strip()
            words = re.findall(r"[^\W\d_]{2,}", _HEAD.sub("", text, count=1))
            if len(words) < 25 or len(set(words)) < 18 or _NOT_SAID.search(text):
                continue
            way = rng.random()
            if way < 0.6:
                text = _TRACE.sub("", text)
            elif way < 0.85:
                text = _HEAD.sub("", text, count=1)
            found[tuple(words[-12:])] = text
        yield from _pick(list(found.values()), rng, 150)

    return texts


_FILLING = re.compile(r"dolor sit|dui turpis|&(?:lt|gt|amp|quot);")


def _replies(folder: Path, rng: random.Random) -> Iterator[str]:
    """Answers with what they answer to, as many mail programs write them."""
    paths = sorted(
        [
            *folder.glob("crisp-replies/test/fixtures/**/*.txt"),
            *folder.glob("zapier-replies/test/emails/*.txt"),
        ]
    )
    found = [plain(path) for path in paths] + [
        _TRACE.sub("", _seen(path)) for path in sorted(folder.glob("talon-replies/**/*.eml"))
    ]
    yield from _pick([text for text in found if not _FILLING.search(text)], rng, 150)


# Letters


@dataclass(frozen=True, slots=True)
class _Place:
    """How a letter of a country begins and what its people are called."""

    people: tuple[str, ...]
    streets: tuple[str, ...]
    towns: tuple[str, ...]
    firms: tuple[str, ...]
    date: str
    subject: str
    subjects: dict[str, str]
    fields: tuple[str, str, str]
    told: str


_PLACES = {
    "de": _Place(
        ("Marlene Köhler", "Tobias Wendt", "Aylin Demirci"), ("Lindenstraße 14", "Am Mühlbach 3", "Goethering 88"),
        ("04109 Leipzig", "79098 Freiburg", "24103 Kiel"), ("Nordlicht Versand GmbH", "Auskunftei Reinhold AG", "Stadtwerke Brunnthal"),
        "{d}.{m:02}.{y}", "Betreff",
        {"access": "Auskunftsersuchen nach Art. 15 DSGVO", "erasure": "Löschung meiner Daten", "objection": "Werbewiderspruch",
         "rectification": "Berichtigung meiner Daten", "complaint": "Beschwerde", "admonition": "Mahnung zu meinem Antrag"},
        ("Name", "Geburtsdatum", "Anschrift"), "Trotz zweier Schreiben habe ich bis heute keine Antwort erhalten"),
    "en": _Place(
        ("Harriet Doyle", "Samuel Okoro", "Priya Nair"), ("27 Orchard Lane", "Flat 4, 112 Mill Road", "9 Quay Street"),
        ("Leeds LS2 7EE", "Dublin 2", "Bristol BS1 4TR"), ("Brightwell Retail Ltd", "Castle Mobile plc", "Northgate Credit Services"),
        "{d} {name} {y}", "Subject",
        {"access": "Data access request", "erasure": "Request to erase my data", "objection": "Objection to direct marketing",
         "rectification": "Rectification of my data", "complaint": "Complaint", "admonition": "Reminder of my request"},
        ("Name", "Date of birth", "Address"), "I have written to them twice and have had no answer"),
    "fr": _Place(
        ("Camille Perrin", "Julien Lemoine", "Fatou Diallo"), ("18 rue des Tanneurs", "5 avenue Jean-Jaurès", "42 quai de la Loire"),
        ("59000 Lille", "69007 Lyon", "44000 Nantes"), ("Société Belvédère SAS", "Télécom Azur", "Mutuelle du Littoral"),
        "{d}/{m:02}/{y}", "Objet",
        {"access": "Demande d’accès à mes données", "erasure": "Demande d’effacement", "objection": "Opposition à la prospection",
         "rectification": "Demande de rectification", "complaint": "Réclamation", "admonition": "Relance de ma demande"},
        ("Nom", "Date de naissance", "Adresse"), "Malgré deux courriers, je n’ai reçu aucune réponse"),
    "es": _Place(
        ("Lucía Herrero", "Andrés Molina", "Nuria Campos"), ("Calle del Olivo 7, 2.º B", "Avenida de la Paz 31", "Plaza Mayor 4"),
        ("28012 Madrid", "46003 Valencia", "41001 Sevilla"), ("Comercial Ribera S. L.", "Telefonía Sol S. A.", "Seguros Alameda"),
        "{d}/{m:02}/{y}", "Asunto",
        {"access": "Solicitud de acceso a mis datos", "erasure": "Solicitud de supresión", "objection": "Oposición a la publicidad",
         "rectification": "Solicitud de rectificación", "complaint": "Reclamación", "admonition": "Recordatorio de mi solicitud"},
        ("Nombre", "Fecha de nacimiento", "Dirección"), "He escrito dos veces y no he recibido respuesta"),
    "it": _Place(
        ("Giulia Ferraris", "Marco Bellini", "Sara Conti"), ("Via Garibaldi 21", "Corso Umberto 5", "Viale dei Tigli 66"),
        ("10122 Torino", "40121 Bologna", "70121 Bari"), ("Commerciale Adda S.r.l.", "Rete Mobile S.p.A.", "Assicurazioni Lago"),
        "{d}/{m:02}/{y}", "Oggetto",
        {"access": "Richiesta di accesso ai dati", "erasure": "Richiesta di cancellazione", "objection": "Opposizione al marketing",
         "rectification": "Richiesta di rettifica", "complaint": "Reclamo", "admonition": "Sollecito"},
        ("Nome", "Data di nascita", "Indirizzo"), "Nonostante due lettere non ho avuto alcuna risposta"),
    "nl": _Place(
        ("Sanne de Wit", "Jeroen Bakker", "Noor Visser"), ("Kerkstraat 12", "Havenweg 3a", "Lindelaan 45"),
        ("3511 LX Utrecht", "9711 JB Groningen", "2011 RD Haarlem"), ("Waterkant Handel B.V.", "Polder Telecom N.V.", "Zorgzeker U.A."),
        "{d}-{m:02}-{y}", "Betreft",
        {"access": "Verzoek om inzage", "erasure": "Verzoek tot verwijdering", "objection": "Bezwaar tegen reclame",
         "rectification": "Verzoek om rectificatie", "complaint": "Klacht", "admonition": "Herinnering aan mijn verzoek"},
        ("Naam", "Geboortedatum", "Adres"), "Ik heb tweemaal geschreven en geen antwoord gekregen"),
    "pt": _Place(
        ("Beatriz Tavares", "Rui Carvalho", "Inês Pacheco"), ("Rua das Flores 19", "Avenida da Liberdade 102", "Largo do Carmo 8"),
        ("4050-262 Porto", "1250-142 Lisboa", "3000-150 Coimbra"), ("Comércio Douro, Lda.", "Telemar, S. A.", "Seguros Tejo"),
        "{d}/{m:02}/{y}", "Assunto",
        {"access": "Pedido de acesso aos meus dados", "erasure": "Pedido de apagamento", "objection": "Oposição ao marketing",
         "rectification": "Pedido de retificação", "complaint": "Reclamação", "admonition": "Insistência no meu pedido"},
        ("Nome", "Data de nascimento", "Morada"), "Escrevi duas vezes e não obtive resposta"),
}  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _day(place: _Place, rng: random.Random) -> str:
    month = rng.randint(1, 12)
    return place.date.format(
        d=rng.randint(1, 28), m=month, y=rng.randint(2018, 2025), name=_MONTHS[month - 1]
    )


def _data_requests(folder: Path, rng: random.Random) -> Iterator[str]:
    """Letters by which people ask firms for their data, filled in, with the head of a letter."""
    for language, place in _PLACES.items():
        for path in sorted((folder / "datenanfragen" / "templates" / language).glob("*.txt")):
            who, firm = rng.choice(place.people), rng.choice(place.firms)
            home = f"{rng.choice(place.streets)}\n{rng.choice(place.towns)}"
            office = f"{firm}\n{rng.choice(place.streets)}\n{rng.choice(place.towns)}"
            body = _filled_request(plain(path), place, office, home, who, rng)
            subject = place.subjects.get(path.stem.split("-")[0], "")
            head = f"{who}\n{home}\n\n{office}\n\n{_day(place, rng)}\n\n"
            subject = f"{place.subject}: {subject}\n\n" if rng.random() < 0.5 else f"{subject}\n\n"
            yield f"{head if rng.random() < 0.8 else ''}{subject}{body}\n\n{who}"


def _filled_request(text: str, place: _Place, office: str, home: str, who: str, rng: random.Random) -> str:
    """A template with its choices made and its gaps filled."""
    while re.search(r"\[\w+>[^\[\]]*\]", text):
        text = re.sub(r"\[\w+>([^\[\]]*)\]", lambda hit: hit.group(1) if rng.random() < 0.7 else "", text)
    text = re.sub(r"\[\w+>", "\n", text)
    values = (who, _day(place, rng), home.replace("\n", ", "))
    known = {
        "request_recipient_address": office,
        "request_date": _day(place, rng),
        "request_article": rng.choice(("15", "16", "17", "21 (2)")),
        "id_data": "\n".join(f"{name}: {value}" for name, value in zip(place.fields, values, strict=True)),
        "erasure_data": f"{place.fields[0]}: {who}",
        "rectification_data": f"{place.fields[2]}: {values[2]}",
        "objection_reason": place.told,
        "Artikel": rng.choice(("17", "19")),
        "runs_list": rng.choice(place.firms),
    }
    text = re.sub(r"§ \{[^{}]*\}", "§ 19", text)
    text = re.sub(r"\{(\w+)\}", lambda hit: known.get(hit.group(1), values[2]), _without_tags(text))
    text = re.sub(r"\{[^{}]*\}", place.told, text, count=1)
    text = re.sub(r"\{[^{}]*\}", values[2], text)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" ?\[[^\[\]]*\]", "", text)).strip()


def _without_tags(text: str) -> str:
    """Without tags; empty lines stay."""
    return re.sub(r"</?\w+>", "", text)


_MINISTRY = {
    "requester_name": ("Mr J Hartley", "Ms Dawn Pryce", "Mr Colin Abara"),
    "subject_full_name": ("Colin Abara", "Peter Lyle", "Dawn Pryce"),
    "recipient_name": ("Mr Lyle", "Ms Pryce", "Mr Abara"),
    "name": ("Hartley & Moss Solicitors", "Mr Peter Lyle", "The Governor"),
    "address": ("14 Castle Street\nDerby\nDE1 2PR", "HMP Oakfield\nStation Road\nStafford\nST16 3AW"),
    "third_party_company_name": ("Hartley & Moss Solicitors", "Brook Legal LLP"),
    "number": ("A1234BC", "200115007", "K5521HX"),
    "date": ("4 March 2021", "17 September 2020", "29 November 2022"),
}


def _said_by_ministry(tag: str, rng: random.Random) -> str:
    """What a gap of the ministry's templates might hold."""
    for part in ("requester_name", "subject_full_name", "third_party_company_name", "recipient_name"):
        if part in tag:
            return rng.choice(_MINISTRY[part])
    for part, kind in (("dated", "date"), ("deadline", "date"), ("number", "number"), ("address", "address")):
        if part in tag:
            return rng.choice(_MINISTRY[kind])
    return rng.choice(_MINISTRY["name"]) if "name" in tag else rng.choice(_MINISTRY["date"])


def _ministry_letters(folder: Path, rng: random.Random) -> Iterator[str]:
    """Answers of a ministry to people who asked for their file, most with an address."""
    for path in sorted((folder / "moj-letters").glob("db/seeders/*.rb")):
        for body in re.findall(r"(?s)\n\s+body: <<~BODY,?\n(.*?)\n\s+BODY", plain(path)):
            text = re.sub(r"#\{[^}]*\}|<%(?!=).*?%>", "", body)
            text = re.sub(r"<%=(.*?)%>", lambda hit: _said_by_ministry(hit.group(1), rng), text)
            text = re.sub(r"\[INSERT[^\]]*\]", rng.choice(_MINISTRY["date"]), text)
            text = unmarked(re.sub(r"<br>", "\n", text.replace("\n", " ")))
            text = re.sub(r"Dear (?:(?!Dear)[^\n])*\s(?=Dear )", "", text)
            if "Please check" in text:
                continue
            head = f"{rng.choice(_MINISTRY['name'])}\n{rng.choice(_MINISTRY['address'])}\n\n{rng.choice(_MINISTRY['date'])}\n\n"
            yield (head if rng.random() < 0.6 else "") + text


_ASIDE = re.compile(
    r"(?s)<\?.*?\?>|<!--.*?-->|<index\b.*?</index>|<note\b.*?</note>|<hi rend=.bold.>.*?</hi>|<(del|fw|sic|orig|abbr|label)\b[^>]*>.*?</\1>|<del\b[^>]*/>"
)
_NEW_LINE = re.compile(
    r"(?i)<(?:p|lg|l|ab|head|salute|dateline|closer|signed|addrLine|address|postscript|div|item|lb|opener)\b[^>]*>"
)


def _edited_letters(pattern: str, part: str, *, sign: str = "", but: str = "[ěřů]", most: int = 150) -> Texts:
    """Letters of an edition that carry a sign of being one, without what the editors add; none in languages unknown here."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        paths = sorted(folder.glob(pattern))
        rng.shuffle(paths)
        for path in paths[:most]:
            text = plain(path)
            found = re.search(part, text, re.DOTALL)
            if found is None or not re.search(sign, found.group(1)[:3000]) or re.search(but, found.group(1)):
                continue
            body = re.sub(r'\s*<lb\b[^>]*break="no"[^>]*/>\s*', "", _ASIDE.sub("", found.group(1)))
            body = re.sub(r"<(?:pb|cb|gb|milestone|space)\b[^>]*/>", " ", re.sub(r"\s+", " ", body))
            yield re.sub(
                r"(?m)^\[(?:Envoyée|Maintenant)[^\n]*\n|^[\]. ]+\n", "", unmarked(_NEW_LINE.sub("\n", body))
            )

    return texts


# Forms and résumés


def _pages(pattern: str, but: str) -> Texts:
    """Forms, a page or two at a time."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        for path in sorted(folder.glob(pattern)):
            if re.search(but, str(path)):
                continue
            pages = _parts(_seen(path))
            while pages:
                count = rng.randint(1, 2)
                taken, pages = pages[:count], pages[count:]
                yield "\n".join(taken)

    return texts


def _parts(text: str) -> list[str]:
    """A form in stretches of half a page or more, where the program does not say where a page ends."""
    parts = [""]
    for line in text.replace("\f", "\n").split("\n"):
        if len(parts[-1]) > 2200 and (not line.strip() or len(parts[-1]) > 3200):
            parts.append("")
        parts[-1] += f"{line}\n"
    return [part for part in parts if len(part) > 600 and len(re.findall(r"\w\[\d+\]", part)) < 3]


def _whole(pattern: str, but: str = r"^$") -> Texts:
    """Files as the program reads them, or as their authors write them where they are plain text."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        paths = [path for path in sorted(folder.glob(pattern)) if not re.search(but, str(path))]
        found = [markdown(path) if path.suffix == ".md" else _seen(path) for path in paths]
        yield from _pick(found, rng, 150)

    return texts


_HEADINGS = (
    ("Experience", "Education", "Skills", "Languages"),
    ("Work history", "Academic background", "Competencies", "Languages spoken"),
    ("Employment", "Education and training", "Technical skills", "Languages"),
)


def _json_resumes(folder: Path, rng: random.Random) -> Iterator[str]:
    """Résumés of a data format set as a page, in three ways."""
    paths = sorted((folder / "jsonresume").glob("packages/**/*.json"))
    for path in paths:
        for headings in _HEADINGS:
            yield _resume(json.loads(plain(path)), headings, rng)


def _resume(about: Json, headings: tuple[str, ...], rng: random.Random) -> str:
    basics = about.get("basics", {})
    lines = [basics.get("name", ""), basics.get("label", "")]
    lines.append(
        rng.choice((" | ", "\n", " · ")).join(
            filter(None, (basics.get("email"), basics.get("phone"), basics.get("url")))
        )
    )
    if rng.random() < 0.7:
        lines += ["", basics.get("summary", "")]
    mark = rng.choice(("- ", "• ", ""))
    for heading, key in zip(headings, ("work", "education", "skills", "languages"), strict=True):
        lines += ["", heading.upper() if rng.random() < 0.3 else heading]
        for entry in about.get(key, []):
            lines += _entry(entry, mark)
    return "\n".join(lines)


def _entry(entry: Json, mark: str) -> list[str]:
    """One post, school or skill."""
    time = " – ".join(str(entry[key])[:7] for key in ("startDate", "endDate") if entry.get(key))
    names = ("position", "name", "institution", "area", "studyType", "level", "language", "fluency")
    title = ", ".join(str(entry[key]) for key in names if entry.get(key))
    told = [entry["summary"]] if entry.get("summary") else []
    return [
        f"{title}  {time}".strip(),
        *told,
        *(f"{mark}{point}" for point in [*entry.get("highlights", []), *entry.get("keywords", [])]),
    ]


# Invoices


def _local(tree: ElementTree.Element) -> ElementTree.Element:
    """The tree without its namespaces."""
    for node in tree.iter():
        node.tag = node.tag.rpartition("}")[2]
    return tree


def _at(node: ElementTree.Element, path: str) -> str:
    """The text of the first hit, in one line."""
    return " ".join((node.findtext(path) or "").split())


@dataclass(slots=True)
class _Bill:
    """What an invoice says."""

    seller: list[str]
    buyer: list[str]
    number: str
    date: str
    due: str = ""
    lines: list[tuple[str, str, str]] = field(default_factory=list)
    tax: str = ""
    total: str = ""
    account: str = ""
    notes: list[str] = field(default_factory=list)


_BILL_WORDS = {
    "de": ("Rechnung", "Rechnungsnummer", "Rechnungsdatum", "Fällig am", "Bezeichnung", "Menge", "Betrag", "Umsatzsteuer", "Gesamtbetrag", "IBAN"),
    "en": ("Invoice", "Invoice no.", "Invoice date", "Due date", "Description", "Quantity", "Amount", "VAT", "Total due", "IBAN"),
    "it": ("Fattura", "Numero", "Data", "Scadenza", "Descrizione", "Quantità", "Importo", "IVA", "Totale documento", "IBAN"),
}  # fmt: skip


def _set_out(bill: _Bill, words: tuple[str, ...], rng: random.Random) -> str:
    """An invoice as it is printed."""
    gap = rng.choice(("  ", "\t", "   "))
    rows = [gap.join(words[4:7]), *(gap.join(filter(None, line)) for line in bill.lines)]
    facts = [(words[1], bill.number), (words[2], bill.date), (words[3], bill.due)]
    sums = [(words[7], bill.tax), (words[8], bill.total), (words[9], bill.account)]
    title = rng.choice((words[0], words[0].upper(), f"{words[0]} {bill.number}"))
    parts = [bill.seller, bill.buyer, [title], _facts(facts), bill.notes[:2], rows, _facts(sums)]
    if rng.random() < 0.3:
        parts[0], parts[2] = parts[2], parts[0]
    return "\n\n".join("\n".join(filter(None, part)) for part in parts)


def _facts(pairs: list[tuple[str, str]]) -> list[str]:
    return [f"{name}: {value}" for name, value in pairs if value]


def _ubl_party(party: ElementTree.Element | None) -> list[str]:
    if party is None:
        return []
    name = _at(party, ".//PartyLegalEntity/RegistrationName") or _at(party, ".//PartyName/Name")
    town = f"{_at(party, './/PostalAddress/PostalZone')} {_at(party, './/PostalAddress/CityName')}".strip()
    return [name, _at(party, ".//PostalAddress/StreetName"), town, _at(party, ".//PartyTaxScheme/CompanyID")]


def _ubl(tree: ElementTree.Element) -> _Bill:
    """An invoice of the Universal Business Language."""
    bill = _Bill(
        _ubl_party(tree.find("AccountingSupplierParty")), _ubl_party(tree.find("AccountingCustomerParty")), _at(tree, "ID"), _at(tree, "IssueDate")
    )  # fmt: skip
    bill.due, bill.account = _at(tree, "DueDate"), _at(tree, ".//PayeeFinancialAccount/ID")
    bill.tax, bill.total = _at(tree, "TaxTotal/TaxAmount"), _at(tree, "LegalMonetaryTotal/PayableAmount")
    bill.notes = [
        " ".join(re.sub(r"#[A-Z]{3}#", "", note.text or "").split()) for note in tree.findall("Note")
    ]
    for line in [*tree.findall("InvoiceLine"), *tree.findall("CreditNoteLine")]:
        count = _at(line, "InvoicedQuantity") or _at(line, "CreditedQuantity")
        bill.lines.append(
            (_at(line, "Item/Name") or _at(line, "Item/Description"), count, _at(line, "LineExtensionAmount"))
        )
    return bill


def _fattura_party(party: ElementTree.Element | None) -> list[str]:
    if party is None:
        return []
    name = _at(party, ".//Denominazione") or f"{_at(party, './/Nome')} {_at(party, './/Cognome')}"
    town = f"{_at(party, './/CAP')} {_at(party, './/Comune')} {_at(party, './/Provincia')}".strip()
    return [
        name,
        _at(party, ".//Indirizzo"),
        town,
        _at(party, ".//IdFiscaleIVA/IdCodice") or _at(party, ".//CodiceFiscale"),
    ]


def _fattura(tree: ElementTree.Element) -> _Bill:
    """An Italian invoice."""
    bill = _Bill(
        _fattura_party(tree.find(".//CedentePrestatore")), _fattura_party(tree.find(".//CessionarioCommittente")),
        _at(tree, ".//DatiGeneraliDocumento/Numero"), _at(tree, ".//DatiGeneraliDocumento/Data"),
    )  # fmt: skip
    bill.due, bill.account = _at(tree, ".//DataScadenzaPagamento"), _at(tree, ".//IBAN")
    bill.tax, bill.total = _at(tree, ".//DatiRiepilogo/Imposta"), _at(tree, ".//ImportoPagamento")
    for line in tree.iter("DettaglioLinee"):
        bill.lines.append((_at(line, "Descrizione"), _at(line, "Quantita"), _at(line, "PrezzoTotale")))
    return bill


def _bills(pattern: str, language: str, understand: Callable[[ElementTree.Element], _Bill]) -> Texts:
    """Invoices that are data, set out as their readers get them."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        for path in sorted(folder.glob(pattern)):
            bill = understand(_local(ElementTree.parse(path).getroot()))
            words = _BILL_WORDS["en" if language == "de" and rng.random() < 0.2 else language]
            text = _set_out(bill, words, rng)
            if bill.lines:
                yield re.sub(
                    r"\[(?:Seller|Buyer) [^\]]*\]",
                    lambda hit: _STAND_INS.get(hit.group(0), "Hafenweg 4"),
                    text,
                )

    return texts


_STAND_INS = {
    "[Seller name]": "Hansen Bürobedarf", "[Seller city]": "Lübeck", "[Buyer name]": "Stadtverwaltung Neuheim", "[Buyer city]": "Neuheim",
}  # fmt: skip


# Statements of account


_ACCOUNT_WORDS = (
    ("Kontoauszug", "Konto", "Anfangssaldo", "Endsaldo", ("Datum", "Verwendungszweck", "Betrag")),
    ("Account statement", "Account", "Opening balance", "Closing balance", ("Date", "Details", "Amount")),
    ("Rekeningafschrift", "Rekening", "Beginsaldo", "Eindsaldo", ("Datum", "Omschrijving", "Bedrag")),
    ("Relevé de compte", "Compte", "Ancien solde", "Nouveau solde", ("Date", "Libellé", "Montant")),
    ("Extracto de cuenta", "Cuenta", "Saldo inicial", "Saldo final", ("Fecha", "Concepto", "Importe")),
    ("Estratto conto", "Conto", "Saldo iniziale", "Saldo finale", ("Data", "Descrizione", "Importo")),
    ("Wyciąg z rachunku", "Rachunek", "Saldo początkowe", "Saldo końcowe", ("Data", "Opis operacji", "Kwota")),
)  # fmt: skip
Row = tuple[str, str, str]


def _statement(
    account: str, start: str, rows: list[Row], end: str, words: tuple[Any, ...], rng: random.Random
) -> str:
    """A statement as a bank prints it."""
    gap = rng.choice(("  ", "    ", "\t"))
    title, name, first, last, columns = words
    lines = [rng.choice((title, title.upper())), f"{name}: {account}" if account else "", ""]
    lines += [f"{first}{gap}{start}"] if start else []
    lines += [gap.join(columns), *(gap.join(filter(None, row)) for row in rows)]
    return "\n".join([*lines, f"{last}{gap}{end}" if end else ""])


def _bank_messages(folder: Path, rng: random.Random) -> Iterator[str]:
    """Statements that banks send to programs, printed."""
    yield from _mt940(folder, rng)
    yield from _ofx(folder, rng)


def _mt940(folder: Path, rng: random.Random) -> Iterator[str]:
    """Messages between banks, printed; they are German, Dutch and Polish for the most part."""
    for path in sorted((folder / "mt940").glob("mt940_tests/**/*.sta")):
        for message in re.split(r"(?m)^:20:", plain(path).replace("\r", ""))[1:]:
            rows = [
                _movement(*hit)
                for hit in re.findall(
                    r"(?m)^:61:([^\n]*)\n(?:[^:\n][^\n]*\n)*(?::86:((?:(?!\n:\d\d)[\s\S])*))?", message
                )
            ]
            if len(rows) < 2 or "\ufffd" in message:
                continue
            account, start, end = (_said(message, tag) for tag in ("25", "60[FM]", "62[FM]"))
            at = rng.randrange(max(1, len(rows) - 25))
            words = _ACCOUNT_WORDS[rng.choice((0, 0, 2, 1))]
            yield _statement(
                account, _balance(start), rows[at : at + rng.randint(5, 40)], _balance(end), words, rng
            )


def _said(message: str, tag: str) -> str:
    found = re.search(rf"(?m)^:{tag}:([^\n]*)", message)
    return found.group(1) if found else ""


def _balance(code: str) -> str:
    found = re.match(r"([CD])(\d\d)(\d\d)(\d\d)([A-Z]{3})([\d,]+)", code)
    return (
        f"{found[4]}.{found[3]}.20{found[2]} {found[5]} {'-' if found[1] == 'D' else ''}{re.sub('^0+(?=[0-9])', '', found[6])}"
        if found
        else ""
    )


def _movement(line: str, details: str) -> Row:
    """Day, purpose and amount of a movement."""
    found = re.match(r"\d\d(\d\d)(\d\d)(?:\d{4})?R?([CD])[A-Z]?(\d+,\d*)", line)
    purpose = re.sub(r"\?\d\d|/[A-Z]{4}/|^\d{3}(?=\?)", " ", details.replace("\n", ""))
    if found is None:
        return "", " ".join(purpose.split()), ""
    amount = f"{'-' if found[3] == 'D' else ''}{re.sub('^0+(?=[0-9])', '', found[4])}{'00' if found[4].endswith(',') else ''}"
    return f"{found[2]}.{found[1]}.", " ".join(purpose.split()), amount


def _ofx(folder: Path, rng: random.Random) -> Iterator[str]:
    """What people fetch from their bank for a program, printed."""
    for path in sorted((folder / "ofx").glob("tests/fixtures/*.ofx")):
        text = plain(path)
        rows = []
        for block in re.split(r"<STMTTRN>", text)[1:]:
            day, amount, name, memo = (_tagged(block, tag) for tag in ("DTPOSTED", "TRNAMT", "NAME", "MEMO"))
            amount = (
                f"{float(amount.replace(',', '.')):.2f}" if re.fullmatch(r"[+-]?[\d.,]+", amount) else amount
            )
            rows.append(
                (
                    f"{day[:4]}-{day[4:6]}-{day[6:8]}",
                    " ".join(f"{name} {memo if memo != name else ''}".split()),
                    amount,
                )
            )
        if len(rows) > 1:
            words = _ACCOUNT_WORDS[4 if "<LANGUAGE>SPA" in text else 1]
            yield _statement(_tagged(text, "ACCTID"), "", rows[:40], _tagged(text, "BALAMT"), words, rng)


def _tagged(text: str, tag: str) -> str:
    found = re.search(rf"<{tag}>([^<\n\r]*)", text)
    return found.group(1).strip() if found else ""


def _printed_statements(folder: Path, rng: random.Random) -> Iterator[str]:
    """Statements as their printed files read, with people and numbers made up; a line for each line."""
    found = []
    for path in sorted((folder / "portfolio").glob("**/*.txt")):
        text = re.sub(r"(?s)\A.*?-{20,}\r?\n", "", plain(path), count=1)
        found.append(re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t\r]+\n", "\n", text)))
    yield from _pick(found, rng, 120)


# Pay


def _pay(folder: Path, rng: random.Random) -> Iterator[str]:
    """Pay stubs of two payroll services, set out as an employee gets them."""
    base = folder / "cbv-payroll" / "app/spec/support/fixtures"
    for path in sorted(base.glob("**/*paystubs*.json")):
        told = json.loads(plain(path))
        stubs = told.get("results") or told.get("data") or []
        for stub in stubs if isinstance(stubs, list) else ():
            text = _argyle(stub, rng) if "paystub_date" in stub else _pinwheel(stub, rng)
            if text.count("\n") > 12:
                yield text


def _argyle(stub: Json, rng: random.Random) -> str:
    period = stub.get("paystub_period") or {}
    place = stub.get("employer_address") or {}
    head = [
        stub.get("employer"),
        place.get("line1"),
        ", ".join(filter(None, (place.get("city"), place.get("state"), place.get("postal_code")))),
    ]
    days = [
        str(day)[:10] for day in (period.get("start_date"), period.get("end_date"), stub.get("paystub_date"))
    ]
    earned = [
        (row["name"], row.get("hours"), row.get("rate"), row.get("amount"), row.get("amount_ytd"))
        for row in stub.get("gross_pay_list") or []
    ]
    taken = [
        (row["name"], row.get("amount"), row.get("amount_ytd"))
        for row in [*(stub.get("tax_list") or []), *(stub.get("deduction_list") or [])]
    ]
    sums = [
        ("Gross pay", stub.get("gross_pay"), stub.get("gross_pay_ytd")),
        ("Net pay", stub.get("net_pay"), stub.get("net_pay_ytd")),
    ]
    return _stub(head, days, earned, taken, sums, rng)


def _pinwheel(stub: Json, rng: random.Random) -> str:
    def money(cents: int | None) -> str:
        return f"{(cents or 0) / 100:,.2f}"

    days = [str(stub.get(key)) for key in ("pay_period_start", "pay_period_end", "pay_date")]
    earned = [
        (row["name"], row.get("hours"), money(row.get("rate")), money(row.get("amount")))
        for row in stub.get("earnings") or []
    ]
    taken = [
        (row["name"], money(row.get("amount")))
        for row in [*(stub.get("taxes") or []), *(stub.get("deductions") or [])]
        if not row["name"].startswith(("empty", "Nil"))
    ]
    sums = [("Gross pay", money(stub.get("gross_pay_amount")), money(stub.get("gross_pay_ytd"))),
            ("Net pay", money(stub.get("net_pay_amount")), money(stub.get("net_pay_ytd")))]  # fmt: skip
    return _stub([stub.get("employer_name")], days, earned, taken, sums, rng)


def _stub(
    head: list[Any], days: list[str], earned: list[Any], taken: list[Any], sums: list[Any], rng: random.Random
) -> str:
    gap = rng.choice(("  ", "\t", "   "))
    title = rng.choice(
        ("Earnings Statement", "PAY STUB", "Payslip", "Pay Statement", "Statement of Earnings and Deductions")
    )
    who = rng.choice(("Angela Brooks", "Marcus Lee", "Denise Ortega", "Paul Whitaker"))
    lines = [title, *head, "", f"Employee: {who}"]
    lines += [f"Pay period: {days[0]} to {days[1]}"] if days[0] != "None" else []
    lines += [f"Pay date: {days[2]}", ""] if days[2] != "None" else [""]
    lines.append(gap.join(("Earnings", "Hours", "Rate", "This period", "YTD")))
    lines += [*(_cells(row, gap) for row in earned), ""]
    if taken:
        lines += [
            gap.join(("Taxes and deductions", "This period", "YTD")),
            *(_cells(row, gap) for row in taken),
            "",
        ]
    return "\n".join(str(line) for line in [*lines, *(_cells(row, gap) for row in sums)] if line is not None)


def _cells(row: tuple[Any, ...], gap: str) -> str:
    return gap.join(str(cell) for cell in row if cell is not None)


# Identity


_CARD_WORDS = (
    ("Surname", "Given names", "Nationality", "Date of birth", "Sex", "Date of expiry", "Document No."),
    ("Name / Surname / Nom", "Vornamen / Given names / Prénoms", "Staatsangehörigkeit / Nationality", "Geburtsdatum / Date of birth",
     "Geschlecht / Sex / Sexe", "Gültig bis / Date of expiry", "Nr. / No."),
    ("Nom / Surname", "Prénoms / Given names", "Nationalité / Nationality", "Date de naissance / Date of birth", "Sexe / Sex",
     "Date d’expiration / Date of expiry", "N° du document / Document No."),
    ("Apellidos", "Nombre", "Nacionalidad", "Fecha de nacimiento", "Sexo", "Válido hasta", "Número"),
    ("Cognome / Surname", "Nome / Name", "Cittadinanza / Nationality", "Data di nascita / Date of birth", "Sesso / Sex",
     "Scadenza / Expiry", "N. documento / Document No."),
)  # fmt: skip


def _cards(folder: Path, rng: random.Random) -> Iterator[str]:
    """Passports and cards whose machine-readable lines are test data, with the fields that stand above them."""
    for path in sorted((folder / "mrz").glob("src/parse/__tests__/td*.test.ts")):
        blocks = re.findall(r"\[((?:\s*'[A-Z0-9<]{30,44}',?)+)\s*\]", plain(path))
        for block in sorted(set(blocks)):
            lines = re.findall(r"'([A-Z0-9<]{30,44})'", block)
            if len(lines) in (2, 3) and re.search(r"[A-Z]<<[A-Z]", lines[2] if len(lines) == 3 else lines[0]):
                yield _card(lines, rng)


def _card(lines: list[str], rng: random.Random) -> str:
    if len(lines) == 3:
        number, born, sex, ends, country, names = (
            lines[0][5:14],
            lines[1][:6],
            lines[1][7],
            lines[1][8:14],
            lines[1][15:18],
            lines[2],
        )
        title = rng.choice(
            (
                "IDENTITY CARD",
                "RESIDENCE PERMIT",
                "CARTE NATIONALE D’IDENTITÉ",
                "PERSONALAUSWEIS / IDENTITY CARD",
            )
        )
    else:
        number, country, born, sex, ends, names = (
            lines[1][:9],
            lines[1][10:13],
            lines[1][13:19],
            lines[1][20],
            lines[1][21:27],
            lines[0][5:],
        )
        title = rng.choice(
            ("PASSPORT", "REISEPASS / PASSPORT / PASSEPORT", "PASSEPORT / PASSPORT", "PASAPORTE")
        )
    last, _, first = names.partition("<<")
    values = (last, first, country, _turned(born), sex, _turned(ends), number)
    gap = rng.choice(("\n", ": ", "  "))
    facts = [
        f"{name}{gap}{' '.join(value.replace('<', ' ').split())}"
        for name, value in zip(rng.choice(_CARD_WORDS), values, strict=True)
    ]
    return "\n".join([title, *facts, *(lines if rng.random() < 0.8 else [])])


def _turned(day: str) -> str:
    return f"{day[4:6]}.{day[2:4]}.{day[:2]}"


# Tables


def _tables(*patterns: str) -> Texts:
    """Stretches of tables with some of their columns, as files of values or as copied out of a program."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        for path in [found for pattern in patterns for found in sorted(folder.glob(pattern))]:
            with path.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
                rows = [row for row in csv.reader(lines) if any(row)]
            for _ in range(min(12, 1 + len(rows) // 40)):
                yield _stretch(rows, rng)

    return texts


def _stretch(rows: list[list[str]], rng: random.Random) -> str:
    wide = len(rows[0])
    columns = sorted(rng.sample(range(wide), rng.randint(min(3, wide), min(9, wide))))
    start = rng.randint(1, max(1, len(rows) - 20))
    head = [] if rng.random() < 0.1 else [rows[0]]
    mark = rng.choice((",", ",", ";", "\t"))
    taken = [*head, *rows[start : start + rng.randint(8, 60)]]
    page = io.StringIO()
    csv.writer(page, delimiter=mark, lineterminator="\n").writerows(
        [row[at] for at in columns if at < len(row)] for row in taken
    )
    return page.getvalue()


def _notes(pattern: str) -> Texts:
    """Minutes that say more than who was there, of at most 120 meetings, most with the title that stands apart from the text."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        found = []
        for path in sorted(path for path in folder.glob(pattern) if path.stem not in ("index", "README")):
            title = re.search(r'(?m)\A---\ntitle: *"?([^"\n]+)', plain(path))
            text = markdown(path).strip()
            if len(text) > 450:
                found.append(f"{title.group(1)}\n\n{text}" if title and rng.random() < 0.6 else text)
        yield from _pick(found, rng, 120)

    return texts


OFFICE_SOURCES: tuple[Source, ...] = (
    Source("email", "Ruby mail samples", "MIT", _mails("ruby-mail/**/*.eml")),
    Source("email", "Stalwart mail samples", "Apache-2.0 or MIT", _mails("stalwart-mail/**/*.eml")),
    Source("email", "Mime4j and SpamScope mails", "Apache-2.0", _mails("mime4j/**/*.eml", "spamscope-mail/tests/mails/*")),
    Source("email", "James mail samples", "Apache-2.0", _mails("james/**/*.eml")),
    Source("email", "Mails with answers", "MIT or Apache-2.0", _replies),
    Source("letter", "Data requests", "CC0", _data_requests),
    Source("letter", "Ministry of Justice letters", "MIT", _ministry_letters),
    Source("letter", "Thun letters", "CC BY 4.0", _edited_letters("thun-briefe/editions/*.xml", r'<div type="transcript">(.*)</body>', sign="Exc?ellenz|Freund|Herr |Hochgebor|Lieber|Verehrt|Werth", but="[ěřů]|<term>Vortrag|Einleitung")),
    Source("letter", "Auden letters", "CC BY 4.0", _edited_letters("auden-musulin/data/editions/*.xml", r'<div type="letter">(.*)</body>', sign="Dear |Liebe")),
    Source("letter", "Calvin letters", "MIT", _edited_letters("lettres-calvin/src/lib/xml/*.xml", r"<body>(.*)</body>")),
    Source("form", "Veterans Affairs forms", "CC0", _pages("va-forms/**/*.pdf", r"21-22/[34]\.pdf|21-22A/3\.pdf")),
    Source("form", "Massachusetts court forms", "MIT", _pages("ma-209a/**/*.pdf", r"motion_to_modify")),
    Source("cv", "Templates of CVs", "MIT, Apache-2.0 or CC BY-SA", _whole("cv-templates/*/**/*.[pm]d*", r"LICEN")),
    Source("cv", "JSON résumés", "MIT", _json_resumes),
    Source("invoice", "ZUGFeRD invoices", "Apache-2.0", _whole("zugferd/**/*.pdf", r"MINIMUM/zugferd")),
    Source("invoice", "Invoice reader samples", "MIT", _whole("invoice2data/tests/[cf]*/*.pdf", r"oyo")),
    Source("invoice", "UBL invoices", "Apache-2.0", _bills("e-invoices/XML-Rechnung/UBL/*.xml", "de", _ubl)),
    Source("invoice", "Fattura PA", "Apache-2.0", _bills("e-invoices/fatturaPA/**/*.xml", "it", _fattura)),
    Source("invoice", "XRechnung samples", "Apache-2.0", _bills("xrechnung/**/*.xml", "de", _ubl)),
    Source("bank_statement", "Bank messages", "BSD or MIT", _bank_messages),
    Source("bank_statement", "Portfolio Performance statements", "EPL 1.0", _printed_statements, trains=False),
    Source("payslip", "US pay stubs", "CC0", _pay),
    Source("identity_document", "Machine-readable cards", "MIT", _cards),
    Source("meeting_minutes", "Electron groups", "MIT", _notes("electron-minutes/**/meeting-notes/*.md")),
    Source("meeting_minutes", "Fronteers association", "MIT", _notes("fronteers/src/nl/**/*.md")),
    Source("meeting_minutes", "AFPy board", "not stated", _notes("afpy/**/*.[mr][ds]*"), trains=False),
    Source("meeting_minutes", "Westwoodlabs association", "not stated", _notes("westwoodlabs/wiki/**/*.md"), trains=False),
    Source("spreadsheet", "Federal domains", "CC0", _tables("dotgov/*.csv")),
    Source("spreadsheet", "Datasets of countries and firms", "PDDL", _tables("country-codes/**/*.csv", "sp500/**/*.csv")),
    Source("spreadsheet", "Congress tables", "public domain", _tables("congress/scripts/archive/*.csv")),
)  # fmt: skip
