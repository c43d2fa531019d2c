"""Generated documents of every class in eight languages and many layouts, for the document classifier.

The words are ours (`classify_prose`, `classify_records`); the layouts vary in title, order, separators, line
breaks, casing and damage, so that no single one of them can be relied upon.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from classify_prose import PROSE
from classify_prose_europe import EUROPE
from classify_prose_more import MORE
from classify_records import FIELDS, LINES, TITLES

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl")
_WEIGHTS = (6, 3, 3, 3, 2, 2, 2, 2)
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
_WORDS = "roof|general|standard|monthly|open|regular|private|A|unknown|I10.9|single|German|FRA|POL|blue|pneumonia|hypertension"


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
            "w": lambda: rng.choice(_WORDS.split("|")),
            "i": lambda: f"{rng.choice('ABKRX')}{rng.choice('-/ ')}{rng.randint(100, 999999)}",
            "s": lambda: f"{rng.choice(self.lasts)}-Str. {rng.randint(1, 90)}",
            "e": lambda: f"{rng.choice(self.firsts).lower()}@{rng.choice(_ORGS.split('|')).lower()}.example",
            "b": lambda: f"DE{rng.randint(10, 99)} " + " ".join(f"{rng.randint(0, 9999):04}" for _ in range(4)),
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


def _table(w: Writer, low: int, high: int, name: str = "item") -> list[str]:
    gap = w.rng.choice(["  ", "\t", "      ", " ", " | "])
    rows = []
    for _ in range(w.rng.randint(low, high)):
        cells = [w.pick(LINES[w.language][name]), str(w.rng.randint(1, 9)), w.amount(), w.amount()]
        rows.append(
            (gap if w.rng.random() < 0.93 else "\n").join(
                cells if w.rng.random() < 0.7 else [cells[0], cells[2]]
            )
        )
    return rows


def _sums(w: Writer, key: str, low: int, high: int) -> list[str]:
    return [f"{line}{w.rng.choice([' ', ': ', '     '])}{w.amount()}" for line in w.lines(key, low, high)]


def invoice(w: Writer) -> list[str]:
    fields = w.fields("invoice", 2, 6)
    return [*w.address(), w.title("invoice"), *fields, *w.address(), w.pick(LINES[w.language]["heads"]), *_table(w, 1, 8),
            *_sums(w, "sums", 2, 4), *w.lines("payment", 0, 2)]  # fmt: skip


def receipt(w: Writer) -> list[str]:
    top = [
        w.value("o").upper(),
        w.value("s"),
        w.value("c"),
        w.title("receipt"),
        f"{w.date()} {w.value('z')}",
        *w.fields("receipt", 0, 4),
    ]
    rows = [
        f"{w.rng.choice(['', '1 x ', '2 '])}{w.pick(LINES[w.language]['item'])}  {w.amount()}"
        for _ in range(w.rng.randint(1, 12))
    ]
    if w.rng.random() < 0.3:
        top = top[: w.rng.randint(0, 2)]
    body = [line.upper() if w.rng.random() < 0.3 else line for line in rows]
    return [*top, *body, *_sums(w, "sums", 1, 3), *_sums(w, "paid", 1, 3), *w.lines("paid", 0, 2)]


_SHOPS = "MINI MARKET|HARDWARE & TRADING|RESTAURANT|BAKERY CAFE|STATIONERY|PHARMACY|SUPERMARKET|BOOKS & GIFTS|KOPITIAM|SEAFOOD"
_FORMS = "SDN BHD|SDN. BHD. (123456-X)|PTE LTD|LTD|ENTERPRISE|& SONS|INC|PT."
_GOODS = (
    "MILO 1KG|NASI GORENG AYAM|TEH TARIK|WHOLEMEAL BREAD|PVC PIPE 20MM|ICE LEMON TEA|A4 PAPER 80GSM|BATTERY AA 4S|CHICKEN RICE|SUGAR 1KG|"
    'LATTE HOT|ROTI CANAI|PAINT BRUSH 2"|PEN BLUE|DONUT GLAZED|MINERAL WATER|AYAM BAKAR|ES TEH MANIS|BASO SAPI|KOPI SUSU|SHAMPOO 200ML|TOOTHBRUSH'
)
_TILL_ENDS = (
    "THANK YOU PLEASE COME AGAIN|GOODS SOLD ARE NOT RETURNABLE|TERIMA KASIH|THANK YOU FOR SHOPPING WITH US|*** CUSTOMER COPY ***|"
    "PLEASE KEEP THIS RECEIPT FOR YOUR REFERENCE|CLOSED BILL|SEE YOU AGAIN|POWERED BY POS SYSTEM"
)


def till_receipt(w: Writer) -> list[str]:
    """What a shop's or restaurant's till prints, which in some countries is headed as a tax invoice."""
    rng = w.rng
    tax = rng.choice(["GST", "SST", "VAT", "PB1", "SERVICE TAX"])
    top = [
        f"{w.value('l').upper()} {rng.choice(_SHOPS.split('|'))} {rng.choice(_FORMS.split('|'))}",
        f"NO. {rng.randint(1, 90)}, JALAN {w.value('l').upper()} {rng.randint(1, 20)}/{rng.randint(1, 9)}, {rng.randint(10000, 60000)} {w.value('c').upper()}",
        f"TEL: 0{rng.randint(2, 9)}-{rng.randint(10**6, 10**8)}",
        f"{tax} {rng.choice(['ID', 'REG NO', 'NO'])}: {rng.randint(10**11, 10**12)}",
        rng.choice(["TAX INVOICE", "SIMPLIFIED TAX INVOICE", "CASH BILL", "RECEIPT", "INVOICE", "OFFICIAL RECEIPT", ""]),
        f"{rng.choice(['BILL NO', 'INV NO', 'RCPT#', 'DOC NO', 'CHECK NO'])}: {w.value('i')}",
        f"DATE: {w.date()} {w.value('z')}",
        rng.choice([f"CASHIER: {w.value('f').upper()}", f"SALESPERSON: {w.value('f').upper()}", f"TABLE: {rng.randint(1, 40)}  PAX: 2", "MEMBER: WALK-IN"]),
    ]  # fmt: skip
    shown = [line for line in top if line and rng.random() < 0.75]
    body, mark = [], rng.choice(["", "", "RM", "Rp", "$"])
    for _ in range(rng.randint(1, 9)):
        price = rng.uniform(1, 60)
        said = f"{price:,.2f}" if rng.random() < 0.75 else f"{price * 1000:,.0f}"
        goods, count = rng.choice(_GOODS.split("|")), rng.randint(1, 5)
        body += rng.choice([
            [f"{goods}", f"{rng.randint(10**8, 10**12)}  {count} X {said}  {said} {rng.choice(['SR', 'ZRL', 'S', ''])}"],
            [f"{count} {goods} {mark}{said}"],
            [f"{goods} {count} {said} {said}"],
            [goods, said],
        ])  # fmt: skip
    ends = [
        f"{name}{rng.choice([' ', ': ', ': ' + mark])}{w.amount()}"
        for name in w.some(
            f"SUB TOTAL|TOTAL SALES (INCL {tax})|TOTAL|TOTAL AMOUNT|ROUNDING ADJ|{tax} 6%|CASH|CHANGE|TUNAI|KEMBALI|VISA CARD|ITEM COUNT|DISCOUNT|NETT TOTAL|AMOUNT DUE",
            3,
            8,
        )
    ]
    return [*shown, *body, *ends, *rng.sample(_TILL_ENDS.split("|"), rng.randint(0, 3))]


def bank_statement(w: Writer) -> list[str]:
    rows, balance = [], w.rng.random() < 0.6
    for _ in range(w.rng.randint(3, 18)):
        cells = [w.date(), w.pick(LINES[w.language]["booking"]), w.rng.choice(["", "-", "+"]) + w.amount()]
        rows.append(w.rng.choice(["  ", "\t", " "]).join([*cells, w.amount()] if balance else cells))
    return [w.value("o"), w.title("bank_statement"), *w.fields("bank_statement", 2, 6), w.pick(LINES[w.language]["bank"]), *rows,
            *w.fields("bank_statement", 0, 2)]  # fmt: skip


def payslip(w: Writer) -> list[str]:
    return [
        *w.address(),
        w.title("payslip"),
        *w.fields("payslip", 4, 12),
        *([w.title("payslip")] if w.rng.random() < 0.1 else []),
    ]


def tax_form(w: Writer) -> list[str]:
    fields = w.fields("tax_form", 3, 10)
    if w.rng.random() < 0.5:
        fields = [
            f"{number}{w.rng.choice('. )a')} {line}"
            for number, line in enumerate(fields, w.rng.randint(1, 20))
        ]
    return [w.title("tax_form"), *w.address(), *fields]


def _numbered(w: Writer, sentences: list[str], style: int) -> list[str]:
    heads = ("{n}. ", "{n}.1 ", "§ {n}\n", "Article {n}\n", "({n}) ", "")
    return [
        heads[style].replace("{n}", str(number)) + sentence for number, sentence in enumerate(sentences, 1)
    ]


def contract(w: Writer) -> list[str]:
    return [w.title("contract"), *_numbered(w, w.prose("contract", 3, 14), w.rng.randint(0, 5)),
            *([f"{w.value('c')}, {w.date()}", "_" * 20] if w.rng.random() < 0.5 else [])]  # fmt: skip


def cv(w: Writer) -> list[str]:
    lines = [w.title("cv"), w.value("p"), *w.fields("cv", 1, 6)]
    for section in w.lines("sections", 3, 6):
        lines.append(section.upper() if w.rng.random() < 0.3 else section)
        for job in w.lines("jobs", 1, 3):
            year = w.rng.randint(1990, 2023)
            span = w.rng.choice(
                [
                    f"{year} - {year + 2}",
                    f"{w.rng.randint(1, 12):02}/{year} – {w.rng.randint(1, 12):02}/{year + 1}",
                    str(year),
                ]
            )
            lines.append(w.rng.choice([f"{span} {job}", f"{job}\n{span}", f"- {job}", f"{job}, {span}"]))
    return lines


def letter(w: Writer) -> list[str]:
    if w.rng.random() < 0.2:
        return _note(w)
    body = w.aside(w.prose("letter", 2, 6))
    top = [*w.address(), *w.address(), f"{w.value('c')}, {w.date()}", *w.fields("letter", 0, 2, 0)]
    return [*(top if w.rng.random() < 0.8 else []), w.pick(LINES[w.language]["hello"]), "", *_paragraphs(w, body), "",
            w.pick(LINES[w.language]["bye"]), w.value("p")]  # fmt: skip


def _note(w: Writer) -> list[str]:
    """Few formal lines, which may name an address or a number to answer to."""
    ways = w.rng.sample([w.value("e"), f"+{w.rng.randint(1, 49)} {w.rng.randint(10**8, 10**10 - 1)}", ""], 2)
    body = [*w.prose("letter", 1, 3), *(way for way in ways if way)]
    return [
        w.pick(LINES[w.language]["hello"]),
        "",
        " ".join(body),
        "",
        w.pick(LINES[w.language]["bye"]),
        w.value("p"),
    ]


def email(w: Writer) -> list[str]:
    lines: list[str] = []
    marks = {"en": "From|To|Subject", "de": "Von|An|Betreff", "fr": "De|À|Objet", "es": "De|Para|Asunto", "it": "Da|A|Oggetto",
             "pt": "De|Para|Assunto", "nl": "Van|Aan|Onderwerp", "pl": "Od|Do|Temat"}[w.language].split("|")  # fmt: skip
    if w.rng.random() < 0.3:
        lines += [
            f"{marks[0]}: {w.value('e')}",
            f"{marks[1]}: {w.value('e')}",
            f"{marks[2]}: {w.pick(_WORDS)}",
            "",
        ]
    if w.language == "en" and w.rng.random() < 0.45:
        return _running_mail(w)
    lines += [
        w.pick(LINES[w.language]["hi"]),
        *_paragraphs(w, w.aside(w.prose("email", 1, 7), 0, w.rng.choice([0, 0, 1, 3]))),
        w.pick(LINES[w.language]["cheers"]),
    ]
    if w.rng.random() < 0.5:
        lines.append(w.value("f"))
    if w.rng.random() < 0.25:
        quoted = "\n".join(w.prose("email", 1, 3))
        lines += [f"{w.date()} {w.value('p')} wrote:", *(f"> {line}" for line in quoted.split("\n"))]
    return lines


def _running_mail(w: Writer) -> list[str]:
    """A body alone: greeting and name run into the text, or are missing."""
    body = w.aside(w.prose("email", 2, 8), 0, w.rng.choice([0, 1, 2, 3]))
    if w.rng.random() < 0.4:  # business goes on at length before anything is asked
        matter = w.prose(w.rng.choice(["report", "contract", "court", "news", "minutes", "insurance"]), 2, 6)
        body = [*w.prose("email", 1, 2), *matter, *w.prose("email", 1, 2)]
    if w.rng.random() < 0.5:
        body[0] = f"{w.value('f')}{w.rng.choice([',', ' -', ':', ', '])} {body[0]}"
    if w.rng.random() < 0.5:
        body.append(f"{w.pick(LINES['en']['cheers'])} {w.rng.choice(['', w.value('f')])}".strip())
    return body if w.rng.random() < 0.6 else [" ".join(body)]


def meeting_minutes(w: Writer) -> list[str]:
    bullet = w.rng.choice(["- ", "* ", "", "• ", "1. "])
    lines = [w.title("meeting_minutes"), w.date()]
    for section in w.headings(w.lines("meeting", 0, 6)):
        lines.append(section)
        lines += [bullet + w.value("p") for _ in range(w.rng.randint(0, 5))] if w.rng.random() < 0.35 else []
        said = [
            f"{w.value('f')}: {s}" if w.rng.random() < 0.3 else s
            for s in w.aside(w.prose("minutes", 1, 5), 0, 1)
        ]
        lines += [bullet + sentence for sentence in said]
    return lines if len(lines) > 3 else [*lines, *w.prose("minutes", 4, 7)]


def transcript(w: Writer) -> list[str]:
    """A meeting word by word; counts as minutes."""
    speakers = [
        w.rng.choice([w.value("f"), w.value("p"), w.value("l").upper(), f"Speaker {n}"])
        for n in range(w.rng.randint(2, 5))
    ]
    mark = w.rng.choice(["{}: ", "**{}:** ", "[{}] ", "{} (00:12): ", "{}:\n"])
    spoken = ["Yeah, I think so.", "Um, okay, right.", "So, what do we do about {c}?", "Thank you, {f}.", "Mm-hmm.", "Well, you know, it's sort of done.",
              "Can I ask a question?", "Good morning, everyone."] if w.language == "en" else ["Ja, genau.", "OK.", "Oui, voilà.", "Sí, vale.", "Allora, sì.", "Hm."]  # fmt: skip
    lines = []
    for _ in range(w.rng.randint(6, 30)):
        said = (
            w.fill(w.rng.choice(spoken))
            if w.rng.random() < 0.5
            else " ".join(w.prose(w.rng.choice(["email", "minutes", "report", "minutes"]), 1, 3))
        )
        lines.append(mark.format(w.rng.choice(speakers)) + said)
    return lines


def medical_report(w: Writer) -> list[str]:
    lines = [w.title("medical_report"), *w.fields("medical_report", 0, 6)]
    if w.rng.random() < 0.3:
        return [*lines, " ".join(w.prose("medical", 3, 9))]
    for section in w.headings(w.lines("medical", 2, 6)):
        lines += [section + w.rng.choice([":", "", "\n"]), *_paragraphs(w, w.prose("medical", 1, 3))]
    return lines


def court_decision(w: Writer) -> list[str]:
    top = [w.title("court_decision"), *w.fields("court_decision", 0, 3), f"{w.value('p')} v. {w.value('o')}"]
    body = w.prose("court", 3, 10)
    if w.rng.random() < 0.4:
        body = [w.rng.choice(["[{}] ", "{}. ", "{{{}}} "]).format(n) + s for n, s in enumerate(body, 1)]
    return [*(top if w.rng.random() < 0.6 else []), *_paragraphs(w, body)]


def report(w: Writer) -> list[str]:
    lines = [w.title("report")]
    sections = w.lines("report", 2, 6)
    if w.rng.random() < 0.3:
        sections = [f"{number}. {section}" for number, section in enumerate(sections, 1)]
    for section in w.headings(sections):
        lines += [section, *_paragraphs(w, w.aside(w.prose("report", 1, 5), 0, 1))]
    return lines


def scientific_paper(w: Writer) -> list[str]:
    if w.rng.random() < 0.45:
        return [" ".join(w.prose("paper", 3, 9))]
    lines = [w.title("scientific_paper"), ", ".join(w.value("p") for _ in range(3))]
    for section in w.headings(w.lines("paper", 2, 6)):
        cited = [s + w.rng.choice(["", " [3]", " (Lee et al., 2019)", ""]) for s in w.prose("paper", 2, 5)]
        lines += [section, " ".join(cited)]
    return lines


def news(w: Writer) -> list[str]:
    body = w.prose("news", 3, 9)
    if w.rng.random() < 0.4:
        body[0] = (
            f"{w.value('c').upper()} ({w.rng.choice(['AP', 'Reuters', 'dpa', 'AFP'])}) {w.rng.choice('-–—')} {body[0]}"
        )
    return [*([w.title("news")] if w.rng.random() < 0.7 else []), *_paragraphs(w, body)]


def manual(w: Writer) -> list[str]:
    lines = [w.title("manual")]
    mark = w.rng.choice(["{n}. ", "- ", "", "", "Step {n}: "])
    for section in w.headings(w.lines("manual", 1, 6)):
        steps = w.prose("manual", 1, 5)
        if not mark and w.rng.random() < 0.6:
            steps = _paragraphs(w, steps)
        lines += [section, *(mark.replace("{n}", str(n)) + s for n, s in enumerate(steps, 1))]
    return lines


_US = re.compile(
    r"\b[Tt]he (?:Company|Supplier|Licensor|Seller|Service Provider|Provider|Owner|Landlord|Employer|Disclosing Party|Lender)\b"
)
_YOU = re.compile(
    r"\b[Tt]he (?:Customer|Licensee|Client|Tenant|Receiving Party|Executive|Employee|Borrower|Buyer|Contractor|Consultant)\b"
)


def _with_users(w: Writer) -> list[str]:
    """An agreement of a platform with whoever uses it: a contract's sentences said to "you"."""
    name = w.value("o")
    sentences = [_YOU.sub("you", _US.sub("we", text)) for text in w.prose("contract", 2, 6)]
    sentences = [
        text.replace("either party", "either you or we").replace("The parties", "You and we")
        for text in sentences
    ]
    body = [*sentences, *w.prose("policy", 3, 8)]
    w.rng.shuffle(body)
    kind = w.rng.choice(["User Agreement", "Developer Terms", "Seller Agreement", "Terms of Use", "Advertising Terms", "Program Policies",
                         "Privacy Notice", "Data Processing Terms for Customers", "Community Rules", "Service Agreement"])  # fmt: skip
    opening = w.rng.choice([
        f"These terms apply to everybody who uses {name}. By continuing you agree to them.",
        f"This is an agreement between you and {name} (\"we\", \"us\"). Please read it before you sign up.",
        f"{name} (hereinafter \"we\") operates this website and explains here how we handle your information.",
        "PLEASE READ THESE TERMS CAREFULLY. BY PRESSING \"AGREE\" YOU ARE BOUND BY THEM.",
        f"This policy is part of the rules for people who sell, advertise or publish on {name}.",
    ])  # fmt: skip
    stamp = w.rng.choice(["Last updated", "Effective date", "Last modified", "Version of"])
    return [f"{name} {kind}", *([f"{stamp}: {w.date()}"] if w.rng.random() < 0.7 else []), "", opening,
            *_numbered(w, body, w.rng.choice([0, 0, 1, 1, 5, 5]))]  # fmt: skip


def policy(w: Writer) -> list[str]:
    if w.language == "en" and w.rng.random() < 0.45:
        return _with_users(w)
    if w.rng.random() < 0.5:
        return [w.title("policy"), *_numbered(w, w.prose("policy", 3, 14), w.rng.choice([0, 0, 1, 5, 5, 5]))]
    lines = [w.title("policy")]
    for section in w.headings(
        w.some(
            "Cookies|Your rights|Scope|1. Use of the service|Data we collect|Refunds|Contact|Abuse|Purpose",
            2,
            5,
        )
    ):
        body = w.prose("policy", 1, 4) + (w.prose("contract", 1, 2) if w.rng.random() < 0.3 else [])
        lines += [section, *([f"* {s}" for s in body] if w.rng.random() < 0.3 else _paragraphs(w, body))]
    return lines


def insurance(w: Writer) -> list[str]:
    return [
        w.value("o"),
        w.title("insurance"),
        *w.fields("insurance", 3, 9),
        *w.prose("insurance", 0, 4),
        *_sums(w, "sums", 0, 1),
    ]


def insurance_letter(w: Writer) -> list[str]:
    """What an insurer writes about a claim or a change of cover."""
    about = {"en": "Re: claim", "de": "Schadennummer", "fr": "Objet : sinistre n°", "es": "Asunto: siniestro n.º", "it": "Oggetto: sinistro n.",
             "pt": "Assunto: sinistro n.º", "nl": "Betreft: schade nr.", "pl": "Dotyczy: szkoda nr"}[w.language]  # fmt: skip
    return [
        *(w.address() if w.rng.random() < 0.7 else []),
        f"{about} {w.value('i')}" if w.rng.random() < 0.6 else w.title("insurance"),
        *w.fields("insurance", 0, 2),
        w.pick(LINES[w.language]["hello"]),
        "",
        *_paragraphs(w, w.prose("insurance", 2, 5)),
        w.pick(LINES[w.language]["bye"]),
        w.value(w.rng.choice("po")),
    ]


def identity_document(w: Writer) -> list[str]:
    lines = [w.title("identity_document"), *w.fields("identity_document", 4, 10)]
    if w.rng.random() < 0.3:
        last, first = w.value("l").upper().replace(" ", "<"), w.value("f").upper()
        lines += [
            f"P<{w.rng.choice(['GBR', 'D<<', 'FRA'])}{last}<<{first}".ljust(44, "<"),
            f"{w.rng.randint(10**8, 10**9)}GBR8001014M2801019<<<<<<06",
        ]
    return [line.upper() for line in lines] if w.rng.random() < 0.3 else lines


def form(w: Writer) -> list[str]:
    boxes = [w.rng.choice(["[ ] ", "☐ ", "□ ", "( ) "]) + line for line in w.lines("boxes", 0, 4)]
    return [w.title("form"), *w.prose("form", 0, 2), *w.fields("form", 4, 9), *boxes, *w.prose("form", 0, 2)]


def presentation(w: Writer) -> list[str]:
    lines = [w.title("presentation"), w.value("p"), ""]
    for slide in w.lines("slides", 3, 7):
        topics = [" ".join(s.split()[: w.rng.randint(2, 6)]).rstrip(".,") for s in w.prose("report", 2, 4)]
        lines += [slide, *(w.rng.choice(["• ", "- ", ""]) + topic for topic in topics), ""]
    return lines


def spreadsheet(w: Writer) -> list[str]:
    head = w.pick(LINES[w.language]["columns"])
    gap = next(mark for mark in "\t;," if mark in head)
    rows = [
        gap.join([w.value(w.rng.choice("pocw")), w.amount(), w.date(), w.value("n")][: head.count(gap) + 1])
        for _ in range(w.rng.randint(4, 30))
    ]
    return [w.title("spreadsheet") if w.rng.random() < 0.3 else "", head, *rows]


_ROWS = "qwertyuiop|asdfghjkl|zxcvbnm|yxcvbnm|azerty|1234567890"
_LATIN = "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore magna aliqua"


def _mashed(w: Writer) -> list[str]:
    """What fingers make on a keyboard, often the same again and again."""
    rng = w.rng
    made = []
    for _ in range(rng.randint(2, 12)):
        row = rng.choice(_ROWS.split("|"))
        start = rng.randrange(len(row) - 2)
        made.append(row[start : start + rng.randint(2, 6)])
    return [" ".join(made * rng.choice([1, 1, 5, 20]))]


def _noise(w: Writer) -> list[str]:
    """What a scanner reads from stains and rules."""
    rng = w.rng
    signs = (
        "abcdefghij klmnop qrst uvw xyz 0123 .,;:!|~^ "
        if rng.random() < 0.5
        else "l1I|i!;:~ .,_-'`^ rnvmO0  /\\()"
    )
    line = "".join(rng.choice(signs) for _ in range(rng.randint(15, 300)))
    return [line * rng.choice([1, 1, 10])]


def unknown(w: Writer) -> list[str]:
    """No document: noise, blind text, stories, reviews, lists."""
    chance = w.rng.random()
    if chance < 0.12:
        return _noise(w)
    if chance < 0.22:
        return _mashed(w)
    if chance < 0.32:
        words = _LATIN.split()
        return [" ".join(w.rng.choice(words) for _ in range(w.rng.randint(5, 150)))]
    return _paragraphs(w, w.prose("unknown", 1, 5))


def _paragraphs(w: Writer, sentences: list[str]) -> list[str]:
    form = w.rng.randint(0, 2)
    if form == 0:
        return [" ".join(sentences)]
    return sentences if form == 1 else [line for sentence in sentences for line in (sentence, "")]


MAKERS: dict[str, tuple[Callable[[Writer], list[str]], ...]] = {
    "invoice": (invoice,), "receipt": (receipt, till_receipt), "bank_statement": (bank_statement,), "payslip": (payslip,), "tax_form": (tax_form,),
    "contract": (contract,), "cv": (cv,), "letter": (letter,), "email": (email,), "meeting_minutes": (meeting_minutes, transcript),
    "medical_report": (medical_report,), "court_decision": (court_decision,), "report": (report,), "scientific_paper": (scientific_paper,),
    "news": (news,), "manual": (manual,), "policy": (policy,), "insurance": (insurance, insurance, insurance_letter), "identity_document": (identity_document,),
    "form": (form,), "presentation": (presentation,), "spreadsheet": (spreadsheet,), "unknown": (unknown,),
}  # fmt: skip
LABELS = tuple(MAKERS)


def generate(count: int, seed: int) -> list[tuple[str, str]]:
    """`count` documents of every class as (label, text)."""
    made = []
    for label, makers in MAKERS.items():
        for number in range(count):
            rng = random.Random(f"{seed}-{label}-{number}")
            writer = Writer(rng, rng.choices(LANGUAGES, _WEIGHTS)[0])
            lines = makers[number % len(makers)](writer)
            made.append((label, damage(rng, "\n".join(lines))))
    return made


def damage(rng: random.Random, text: str) -> str:
    """What copying, scanning and cutting do to a text; half of the texts stay as they are."""
    if rng.random() < 0.15:
        text = text.split("\n", 1)[-1] if "\n" in text else text
    if rng.random() < 0.1 and len(text) > 1200:
        start = rng.randint(0, len(text) // 2)
        text = text[text.find("\n", start) + 1 :]
    if rng.random() < 0.12:
        text = re.sub(r"\s+", " ", text)
    if rng.random() < 0.08:
        text = text.upper() if rng.random() < 0.5 else text.lower()
    if rng.random() < 0.1:
        text = re.sub(r"([^\n]{60,75}) ", r"\1\n", text)
    if rng.random() < 0.12:
        swaps = {"l": "1", "O": "0", "rn": "m", "e": "c", "i": "l", "S": "5", "ä": "a", "é": "e"}
        for old, new in rng.sample(sorted(swaps.items()), 3):
            text = "".join(
                new if piece == old and rng.random() < 0.2 else piece for piece in re.split(f"({old})", text)
            )
    return text
