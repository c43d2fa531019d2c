"""The bundled tagger as one recogniser among the others."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from app.analysis.pii.hits import Hit
from app.analysis.pii.places import LEGAL_FORM
from app.analysis.pii.plain_words import plain_words
from app.analysis.pii.words import LETTER, NAME_WORD
from app.models import EncodedText, ModelBundle
from app.models.features import PLACE
from app.models.lexicon import Lexicon
from app.models.tagger import TaggedSpan, Tagger

_LABELS = re.compile(
    r"fdo|fto|gez|nino|mrn|bsn|pesel|nip|regon|dni|nie|nif|iban|bic|vin|ssn|dob|vat|nhs|siret|siren|insee|svnr|bsnr|cpf|cnpj|c\.?f|tin|itin|ein|"
    r"p\.? ?iva|partita iva|q\.?t[àay]|spett\.?le|ust-?id(?:-?nr)?|st\.?-?nr|tva|siren|rcs|cif|krs|kvk|btw|p\.s|ps|p\.p\.s|pps|n\.b|nb|p\.p|encl|cc|bcc|fyi|rsvp|r\.s\.v\.p|tba|tbc|n/a",
    re.IGNORECASE,
)
"""Names of numbers and abbreviations of letters, which look like names of people or places to the model."""
_PAPERS = re.compile(
    r"pay ?slip|invoice|receipt|statement|contract|agreement|letter|memo|minutes|report|résumé|resume|curriculum vitae|"
    r"judge?ment|discharge (?:letter|summary)|rechnung|quittung|kontoauszug|lohnabrechnung|(?:arbeits)?vertrag|protokoll|"
    r"bericht|lebenslauf|arztbrief|urteil|facture|reçu|relevé|bulletin de paie|contrat|procès-verbal|rapport|factura|recibo|"
    r"nómina|contrato|informe|fattura|ricevuta|busta paga|contratto|verbale|fatura|relatório|factuur|loonstrook|overeenkomst|"
    r"notulen|verslag|faktura|umowa|protokół|raport",
    re.IGNORECASE,
)
"""What papers call themselves at their head, which looks like a name. No word that is a surname, too."""
_COUNTED = re.compile(
    r"(?:page|seite|página|pagina|strona) \d+(?: (?:of|von|de|sur|di|van|z) \d+)?|"
    r"(?:room|raum|zimmer|saal|salle|sala|aula|kamer|zaal|pokój) \d{1,4}[a-z]?",
    re.IGNORECASE,
)
"""Pages and rooms by their number: they look like a place and an address, and say nothing of anybody."""
_NUMBERED = frozenset({"ID", "ACCOUNT_NUMBER", "PHONE_NUMBER", "USERNAME"})
_NAMED = frozenset({"PERSON", "ORGANIZATION", "LOCATION"})
_SURE = 0.5
_CHOSEN = 0.3
"""A person whom the tagger chose, weighing a name missed against a false alarm, is at least this sure: what careful
policies take out."""
_OVER_CELLS = 0.6
"""What is left of the score of an address that reaches over cells: what the heads of the columns say goes first."""
_PARTICLE = 3
_FRACTION = re.compile(r"\d[.,]$")
_WORD = re.compile(rf"{LETTER}+")
_BARE_YEAR = re.compile(r"\W*(?:1[5-9]|20)\d\d\W*")


_GERMAN_ROLE = re.compile(
    r"(?<!\w)(?:Zeug(?:e|en|in)|Kläger(?:in|s)?|Beklagten?|Angeklagten?|Beschuldigten?|Geschädigten?|Mandant(?:in|en)?|"
    r"Patient(?:in|en)?|Kolleg(?:e|en|in)|Nachbar(?:in|n|s)?|Vorgänger(?:in|s)?|Nachfolger(?:in|s)?|Schüler(?:in|s)?|"
    r"(?:Ober|Chef|Haus)?[Aa]rzt(?:es)?|(?:Ober|Chef|Haus)?[Ää]rztin|(?:Rechts|Staats)anw(?:alt|alts|ältin)|Notar(?:in|s)?|"
    r"RA(?:in)?|StA(?:in)?|Ri(?:in)?|[PK](?:HM|OK|HK|OM|M|K)(?:in)?|Richter(?:in|s)?|Pfarrer(?:in|s)?|Lehrer(?:in|s)?|Minister(?:in|s)?|(?:Bundes)?[Kk]anzler(?:in|s)?|Präsident(?:in|en)?|"
    r"Bürgermeister(?:in|s)?|Geschäftsführer(?:in|s)?|Vorsitzenden?|Abgeordneten?|Sprecher(?:in|s)?|Direktor(?:in|s)?|"
    r"Trainer(?:in|s)?|Bruder|Bruders|Schwester|Sohn|Sohnes|Tochter|Mutter|Vater|Vaters|Ehefrau|Ehemann|Witwe|Witwer|"
    r"Tante|Onkel|Schwager|Schwägerin|Mieter(?:in|s)?|Vermieter(?:in|s)?|Erbe|Erbin|Betreuer(?:in|s)?)[ \t]+"
    rf"(?P<name>{NAME_WORD}(?:[ \t]+{NAME_WORD})?)"
)
_ANNOUNCED = 0.6
_HARDLY = 0.3
_LONGEST_ACRONYM = 5
_MAIL = re.compile(r"(?<=\s)[^\s@]+@[\w-]+\.\w")
_LONGEST_MAIL = 200
_LABEL_ENDS = re.compile(r"(?:\([a-z]{1,3}\))?[ \t]*[:：]")
_FORM_BEFORE = re.compile(rf"{LEGAL_FORM},[ \t]+")
_FORM_BEHIND = re.compile(rf"[ ,]{LEGAL_FORM}$")


class NeuralFinder:
    """Hands out the tagger's spans for the text that was encoded last (once per document, not per piece)."""

    def __init__(self, bundle: ModelBundle) -> None:
        self._bundle = bundle

    @property
    def tagger(self) -> Tagger | None:
        """None where the bundle carries none."""
        return self._bundle.tagger

    def tag(self, text: str, encoded: EncodedText | None, language: str = "und") -> list[TaggedSpan]:
        """What the tagger reads; nothing without one."""
        if self._bundle.tagger is None:
            return []
        encoded = encoded if encoded is not None else self._bundle.encode(text)
        return self._bundle.tag(encoded, language=language)

    def find(self, text: str, tagged: Sequence[TaggedSpan], language: str = "und") -> Iterator[Hit]:
        """What `tag` found in the whole text, as hits, without what only looks private."""
        if self._bundle.tagger is None:
            return
        for span in tagged:
            cells = list(_cells(text, span.start, _name_end(text, span)))
            for start, end in cells:
                score = float(span.score)
                if self._is_chance(text[start:end], span, len(cells)):
                    continue
                if span.type == "STREET_ADDRESS":
                    start += _legal_form_before(text[start:end])
                if span.type == "STREET_ADDRESS" and len(cells) > 1:
                    if not _may_be_address(text[start:end]):
                        continue
                    score *= _OVER_CELLS
                if span.type == "DATE_TIME" and _BARE_YEAR.fullmatch(text, start, end):
                    continue  # a year alone names nobody
                if span.type == "AGE" and _FRACTION.search(text, max(0, start - 2), start):
                    continue  # "738,32"
                bare = text[start:end].strip(" .:")
                if _LABELS.fullmatch(bare) or _PAPERS.fullmatch(bare) or _COUNTED.fullmatch(bare):
                    continue
                if span.type == "NRP" and score < _SURE:
                    continue  # lists of skills and languages look like it, and it names nobody
                if span.type in _NUMBERED and not any(c.isalnum() for c in text[start:end]):
                    continue  # a ruled line
                doubtful = span.type in _NAMED and score < _SURE
                if doubtful and _is_figure(text[start:end]):
                    continue  # a sum of money in a table; a postal code is surer
                if span.type == "PERSON":
                    score = max(score, _CHOSEN)
                type_ = "ORGANIZATION" if _is_company(text[start:end], span) else span.type
                yield Hit(start, end, type_, score, "the bundled model reads it so")
        if language == "de":
            yield from behind_roles(text, self._bundle.tagger.lexicon)

    def _is_chance(self, words: str, span: TaggedSpan, cells: int) -> bool:
        """Common words only, and the tagger is far from sure, or they were torn from a name in the next cell."""
        tagger = self._bundle.tagger
        if tagger is None or span.type not in _NAMED or (span.score >= _HARDLY and cells == 1):
            return False
        found = [match.group() for match in _WORD.finditer(words)]
        places = [tagger.known.get(word.lower(), 0) & PLACE for word in found]
        shouted = all(word.isupper() and len(word) <= _LONGEST_ACRONYM for word in found)
        return bool(found) and not any(places) and not shouted and all(plain_words(found, tagger))


def _name_end(text: str, span: TaggedSpan) -> int:
    """Where a name ends that runs into a mail address or into the label of the next line: "Ann Lee, a.lee@firm"."""
    if span.type != "PERSON":
        return span.end
    if "@" in text[span.start : span.end]:
        address = _MAIL.search(text, span.start, span.end + _LONGEST_MAIL)
        return min(address.start(), span.end) if address else span.end
    line = text.rfind("\n", span.start, span.end)
    return line if line > span.start and _LABEL_ENDS.match(text, span.end) else span.end


def _legal_form_before(address: str) -> int:
    """Characters of a legal form that the address of a company begins with: "eG, Marktplatz 3"."""
    form = _FORM_BEFORE.match(address)
    return form.end() if form else 0


def _is_company(words: str, span: TaggedSpan) -> bool:
    return span.type == "PERSON" and _FORM_BEHIND.search(words) is not None


def behind_roles(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    """ "Zeugin Rummenigge", and not "dem Kläger Schadensersatz": the word behind the role is no common one."""
    for match in _GERMAN_ROLE.finditer(text):
        words = list(_WORD.finditer(text, match.start("name"), match.end("name")))
        explained = lexicon.explained([word.group().lower() for word in words]).tolist()
        strange = list(itertools.takewhile(lambda pair: not pair[1], zip(words, explained, strict=True)))
        if strange and len(lexicon.sums):
            yield Hit(
                words[0].start(), strange[-1][0].end(), "PERSON", _ANNOUNCED, "a role is named before it"
            )


def _is_figure(words: str) -> bool:
    return any(c.isdigit() for c in words) and not any(c.isalpha() for c in words)


def _may_be_address(cell: str) -> bool:
    """Of a row that the model took for one long address: a cell with letters, and without figures only names."""
    if any(c.isdigit() for c in cell):
        return any(c.isalpha() for c in cell)
    return all(word[0].isupper() or len(word) <= _PARTICLE for word in cell.split())


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A name does not reach over a tab (the next cell of a table) or three blanks (the next column), what spans cells
    not over a line (the next row), and nothing over an empty line."""
    at = start
    border = r"[\t\n]" if "\t" in text[start:end] else r"\n\s*\n|[ \u00a0]{3,}"
    for gap in re.finditer(border, text[start:end]):
        yield at, start + gap.start()
        at = start + gap.end()
    if at < end:
        yield at, end
