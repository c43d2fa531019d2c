"""The hand that writes generated documents: a language, names, numbers, and a way to set headings and labels."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from classify_prose import PROSE
from classify_prose_europe import EUROPE
from classify_prose_more import MORE
from classify_records import FIELDS, LINES, TITLES
from classify_situations import RANKS

NAMES: dict[str, tuple[str, str, str, str]] = {
    "en": ("James|Mary|Priya|Tom|Aisha|Grace|Will|Kate|Omar|Nora", "Smith|Okafor|Patel|Jones|Murphy|Lee|Walker|Brown", "Leeds|Boston|Bristol|Austin|Perth|Cork", "January|March|April|June|August|October"),
    "de": ("Anna|Jonas|Petra|Karl|Fatma|Lena|Uwe", "Müller|Schmidt|Yilmaz|Weber|Huber|Vogel", "Köln|Kassel|Wien|Bremen|Zürich", "Januar|März|Mai|Juli|Oktober"),
    "fr": ("Luc|Camille|Hélène|Karim|Sophie|Yves", "Dupont|Martin|Benali|Lefèvre|Roux", "Lyon|Nantes|Lille|Genève|Metz", "janvier|mars|avril|juin|octobre"),
    "es": ("Ana|Javier|Lucía|Pablo|Carmen", "García|López|Romero|Díaz|Navarro", "Sevilla|Bilbao|Lima|Bogotá|Vigo", "enero|marzo|mayo|julio|octubre"),
    "it": ("Marco|Giulia|Paolo|Chiara", "Rossi|Bianchi|Ferrari|Greco", "Torino|Bari|Verona|Pisa", "gennaio|marzo|maggio|luglio"),
    "pt": ("João|Maria|Rui|Inês", "Silva|Costa|Pereira|Sousa", "Porto|Braga|Coimbra|Recife", "janeiro|março|maio|julho"),
    "nl": ("Jan|Sanne|Piet|Femke", "de Vries|Jansen|Bakker|Visser", "Utrecht|Gent|Breda|Delft", "januari|maart|mei|juli"),
    "pl": ("Piotr|Ewa|Tomasz|Zofia", "Nowak|Kowalska|Wójcik|Mazur", "Kraków|Gdynia|Łódź|Opole", "stycznia|marca|maja|lipca"),
}  # fmt: skip
_ENDINGS = {"en": "Ltd|Inc.|LLC|plc", "de": "GmbH|AG|e.V.", "fr": "SARL|SAS", "es": "S.L.|S.A.", "it": "S.r.l.|S.p.A.", "pt": "Lda.", "nl": "B.V.", "pl": "sp. z o.o."}  # fmt: skip
_ORGS = "Nordlicht|Harbour|Atlas|Bluebird|Solana|Kestrel|Rivera|Montan|Lumen|Vega|Orchid|Delta"
WORDS = "roof|general|standard|monthly|open|regular|private|A|unknown|I10.9|single|German|FRA|POL|blue|pneumonia|hypertension"


class Writer:
    """One document's language, hand and names."""

    def __init__(self, rng: random.Random, language: str) -> None:
        self.rng, self.language = rng, language
        self.firsts, self.lasts, self.towns, self.months = (v.split("|") for v in NAMES[language])
        self.dots = language != "en" or rng.random() < 0.15
        self.currency = rng.choice(
            ("", "€", " EUR", "$", "£", " zł") if language != "en" else ("$", "£", "", " USD", "RM ")
        )

    def pick(self, bank: str) -> str:
        """One entry of a list set off by bars, slots filled."""
        return self.fill(self.rng.choice(bank.split("|")))

    def some(self, bank: str, low: int, high: int) -> list[str]:
        """Several different entries, slots filled."""
        entries = [entry for entry in bank.split("|") if entry]
        return [
            self.fill(e) for e in self.rng.sample(entries, min(len(entries), self.rng.randint(low, high)))
        ]

    def fill(self, text: str) -> str:
        return re.sub(r"\{(\w)\}", lambda match: self.value(match.group(1)), text)

    def value(self, kind: str) -> str:
        rng = self.rng
        makers: dict[str, Callable[[], str]] = {
            "p": lambda: f"{rng.choice(self.firsts)} {rng.choice(self.lasts)}",
            "f": lambda: rng.choice(self.firsts),
            "l": lambda: rng.choice(self.lasts),
            "o": lambda: f"{rng.choice(_ORGS.split('|'))} {rng.choice(_ENDINGS[self.language].split('|'))}",
            "c": lambda: rng.choice(self.towns),
            "t": lambda: rng.choice(self.towns),
            "m": lambda: rng.choice(self.months),
            "n": lambda: str(rng.randint(2, 99)) if rng.random() < 0.6 else str(rng.randint(100, 99999999)),
            "a": self.amount,
            "d": self.date,
            "w": lambda: rng.choice(WORDS.split("|")),
            "i": lambda: f"{rng.choice('ABKRX')}{rng.choice('-/ ')}{rng.randint(100, 999999)}",
            "s": lambda: f"{rng.choice(self.lasts)}-Str. {rng.randint(1, 90)}",
            "e": lambda: f"{rng.choice(self.firsts).lower()}@{rng.choice(_ORGS.split('|')).lower()}.example",
            "b": lambda: f"DE{rng.randint(10, 99)} " + " ".join(f"{rng.randint(0, 9999):04}" for _ in range(4)),
            "y": lambda: str(rng.randint(1820, 2024)),
            "h": lambda: str(rng.randint(2, 12)),
            "r": lambda: rng.choice(RANKS[self.language].split("|")),
            "x": lambda: rng.choice("MFXK"),
            "z": lambda: f"{rng.randint(7, 22)}:{rng.randint(0, 59):02}",
            "_": lambda: "_" * rng.randint(6, 30) if rng.random() < 0.6 else rng.choice(["", "....................", self.value("p")]),
        }  # fmt: skip
        return makers[kind]()

    def amount(self) -> str:
        number = f"{self.rng.uniform(1, 10 ** self.rng.uniform(0.3, 4)):,.2f}"
        if self.dots:
            number = number.translate(str.maketrans(",.", ".,"))
        mark = self.currency
        return f"{mark}{number}" if mark.strip() in ("$", "£", "RM") else f"{number}{mark}"

    def date(self) -> str:
        day, month, year = self.rng.randint(1, 28), self.rng.randint(1, 12), self.rng.randint(1998, 2025)
        forms = (f"{day:02}.{month:02}.{year}", f"{day:02}/{month:02}/{year}", f"{year}-{month:02}-{day:02}",
                 f"{day} {self.rng.choice(self.months)} {year}", f"{month}/{day}/{year % 100:02}")  # fmt: skip
        return self.rng.choice(forms)

    def title(self, label: str) -> str:
        text = self.pick(TITLES[self.language].get(label, ""))
        mark = self.rng.random()
        if not text or mark > 0.2:
            return text
        return (
            f"# {text}"
            if mark < 0.12
            else f"---\ntitle: {text}\n---"
            if mark < 0.16
            else f"{text}\n{'=' * len(text)}"
        )

    def lines(self, key: str, low: int, high: int) -> list[str]:
        return self.some(LINES[self.language][key], low, high)

    def prose(self, label: str, low: int, high: int) -> list[str]:
        """Sentences of the class, from both banks of the language."""
        more = MORE if self.language == "en" else EUROPE[self.language]
        return self.some(
            "|".join(bank for bank in (PROSE[self.language][label], more.get(label)) if bank), low, high
        )

    def aside(self, sentences: list[str], low: int = 0, high: int = 2) -> list[str]:
        """The same with sentences about something else among them: the kind of paper is not its subject."""
        other = self.rng.choice(
            ["report", "medical", "contract", "news", "paper", "court", "manual", "insurance", "report"]
        )
        mixed = [*sentences, *self.prose(other, low, high)]
        self.rng.shuffle(mixed)
        return mixed

    def headings(self, lines: list[str]) -> list[str]:
        """Headings in one of the ways in which text keeps them."""
        mark = self.rng.choice(
            ["{}", "{}", "{}", "# {}", "## {}", "**{}**", "{}:", "{}\n------", "{u}", "{}\n"]
        )
        return [mark.replace("{u}", line.upper()).replace("{}", line) if line else line for line in lines]

    def fields(self, label: str, low: int, high: int, form: int | None = None) -> list[str]:
        """Labels with values in one of five forms: same line, line below, columns, dots, label alone."""
        form = self.rng.randint(0, 4) if form is None else form
        lines = []
        for entry in self.rng.sample(
            bank := FIELDS[self.language][label].split("|"), min(len(bank), self.rng.randint(low, high))
        ):
            name, kind = entry.rsplit(":", 1)
            value = self.value(kind)
            lines.append(
                (
                    f"{name}: {value}",
                    f"{name}\n{value}",
                    f"{name}    {value}",
                    f"{name} {'.' * 12} {value}",
                    f"{name} {value}",
                )[form]
            )
        return lines

    def address(self) -> list[str]:
        lines = [self.value("p") if self.rng.random() < 0.5 else self.value("o"), self.value("s")]
        return [*lines, f"{self.rng.randint(10000, 99999)} {self.value('c')}"][: self.rng.randint(1, 3)]


def paragraphs(w: Writer, sentences: list[str]) -> list[str]:
    form = w.rng.randint(0, 2)
    if form == 0:
        return [" ".join(sentences)]
    return sentences if form == 1 else [line for sentence in sentences for line in (sentence, "")]


def numbered(w: Writer, sentences: list[str], style: int) -> list[str]:
    heads = ("{n}. ", "{n}.1 ", "§ {n}\n", "Article {n}\n", "({n}) ", "")
    return [
        heads[style].replace("{n}", str(number)) + sentence for number, sentence in enumerate(sentences, 1)
    ]


def sums(w: Writer, key: str, low: int, high: int) -> list[str]:
    return [f"{line}{w.rng.choice([' ', ': ', '     '])}{w.amount()}" for line in w.lines(key, low, high)]
