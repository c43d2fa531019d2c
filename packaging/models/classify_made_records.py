"""Makers of generated documents that are records: bills, slips, statements, forms, papers, tables."""

from __future__ import annotations

from classify_records import LINES
from classify_writer import Writer, paragraphs, sums


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


def invoice(w: Writer) -> list[str]:
    fields = w.fields("invoice", 2, 6)
    return [*w.address(), w.title("invoice"), *fields, *w.address(), w.pick(LINES[w.language]["heads"]), *_table(w, 1, 8),
            *sums(w, "sums", 2, 4), *w.lines("payment", 0, 2)]  # fmt: skip


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
    return [*top, *body, *sums(w, "sums", 1, 3), *sums(w, "paid", 1, 3), *w.lines("paid", 0, 2)]


def plain_invoice(w: Writer) -> list[str]:
    """What somebody who works alone writes: work, sum, account, hardly a label."""
    to = {
        "en": "For",
        "de": "An",
        "fr": "À",
        "es": "Para",
        "it": "A",
        "pt": "Para",
        "nl": "Aan",
        "pl": "Dla",
    }[w.language]
    title = w.title("invoice") or "Invoice"
    work = [
        f"{w.pick(LINES[w.language]['item'])}, {w.rng.randint(1, 90)} {w.rng.choice(['h', 'x', '@', 'à'])} {w.amount()}{w.rng.choice([' = ', '   ', ': '])}{w.amount()}"
        for _ in range(w.rng.randint(1, 3))
    ]
    return [w.value("p"), *w.address(), f"{to} {w.value('o')}", f"{title} {w.value('i')}, {w.date()}", *work,
            *sums(w, "sums", 0, 2), *w.lines("payment", 1, 2)]  # fmt: skip


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


def insurance(w: Writer) -> list[str]:
    return [
        w.value("o"),
        w.title("insurance"),
        *w.fields("insurance", 3, 9),
        *w.prose("insurance", 0, 4),
        *sums(w, "sums", 0, 1),
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
        *paragraphs(w, w.prose("insurance", 2, 5)),
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


_COLUMNS = {
    "en": "Region|Product|Q1|Q2|Q3|Q4|Total|Month|Units|Hours|Cost|Margin %|ID|Name|Start|Status|Team|Price|Stock|Email",
    "de": "Region|Artikel|Januar|Februar|März|Summe|Stück|Stunden|Kosten|Nr.|Name|Eintritt|Abteilung|Preis|Bestand|Status",
    "fr": "Région|Article|Janvier|Février|Total|Unités|Heures|Coût|N°|Nom|Début|Service|Prix|Stock|Statut",
    "es": "Región|Artículo|Enero|Febrero|Total|Unidades|Horas|Coste|N.º|Nombre|Inicio|Departamento|Precio|Existencias",
    "it": "Regione|Articolo|Gennaio|Febbraio|Totale|Pezzi|Ore|Costo|N.|Nome|Inizio|Reparto|Prezzo|Giacenza",
    "pt": "Região|Artigo|Janeiro|Fevereiro|Total|Unidades|Horas|Custo|N.º|Nome|Início|Departamento|Preço|Stock",
    "nl": "Regio|Artikel|Januari|Februari|Totaal|Stuks|Uren|Kosten|Nr.|Naam|Begin|Afdeling|Prijs|Voorraad",
    "pl": "Region|Towar|Styczeń|Luty|Razem|Sztuki|Godziny|Koszt|Nr|Nazwa|Początek|Dział|Cena|Stan",
}


def spreadsheet(w: Writer) -> list[str]:
    if w.rng.random() < 0.35:
        return _sheet_of_amounts(w)
    heads = w.some(_COLUMNS[w.language], 3, 8)
    gap = w.rng.choice(["\t", "\t", ";", ",", " | ", "   "])
    kinds = [w.rng.choice(["o", "c", "w", "p"]), *(w.rng.choice("nnnads%w") for _ in heads[1:])]
    rows = [[_cell(w, kind) for kind in kinds] for _ in range(w.rng.randint(3, 25))]
    if w.rng.random() < 0.3:
        rows.append([w.rng.choice(["Total", "Summe", "Sum"]), *(_cell(w, "n") for _ in heads[1:])])
    return [gap.join(row) for row in ([heads] if w.rng.random() < 0.9 else []) + rows]


def _cell(w: Writer, kind: str) -> str:
    if kind == "%":
        return f"{w.rng.randint(0, 100)}%"
    if kind == "n":
        return str(w.rng.randint(0, 10 ** w.rng.randint(1, 5)))
    return w.value(kind)


def _sheet_of_amounts(w: Writer) -> list[str]:
    head = w.pick(LINES[w.language]["columns"])
    gap = next(mark for mark in "\t;," if mark in head)
    rows = [
        gap.join([w.value(w.rng.choice("pocw")), w.amount(), w.date(), w.value("n")][: head.count(gap) + 1])
        for _ in range(w.rng.randint(4, 30))
    ]
    return [w.title("spreadsheet") if w.rng.random() < 0.3 else "", head, *rows]
