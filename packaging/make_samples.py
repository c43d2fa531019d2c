"""Writes resources/samples: fictional office post in many formats. Every person and number is invented.

Run with the development environment: .venv/bin/python packaging/make_samples.py [FOLDER]
"""

from __future__ import annotations

import csv
import io
import random
import sys
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl
from odf.opendocument import OpenDocumentText
from odf.style import Style, TextProperties
from odf.text import H, P
from openpyxl.styles import Font as CellFont
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from pptx import Presentation
from pptx.util import Inches
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas
from reportlab.platypus import Frame, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
pdfmetrics.registerFont(TTFont("DejaVu", DEJAVU))
STYLES = getSampleStyleSheet()
STYLES.add(ParagraphStyle("Embedded", parent=STYLES["Normal"], fontName="DejaVu", fontSize=9.5))
STYLES.add(ParagraphStyle("Narrow", parent=STYLES["Normal"], fontSize=8.5))
GRID = TableStyle(
    [
        ("GRID", (0, 0), (-1, -1), 0.4, colors.grey),
        ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke),
        ("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold"),
        ("FONTSIZE", (0, 0), (-1, -1), 9),
        ("ALIGN", (1, 1), (-1, -1), "RIGHT"),
    ]
)
EMBEDDED_GRID = TableStyle([*GRID.getCommands(), ("FONTNAME", (0, 0), (-1, -1), "DejaVu")])


def paragraphs(lines: list[str], style: str = "Normal") -> list[object]:
    return [Paragraph(line, STYLES[style]) for line in lines]


def build_pdf(path: Path, story: list[object], title: str, author: str) -> None:
    SimpleDocTemplate(
        str(path),
        pagesize=A4,
        title=title,
        author=author,
        invariant=1,
        leftMargin=22 * mm,
        rightMargin=22 * mm,
    ).build(story)


def invoice(path: Path) -> None:
    story = [
        *paragraphs(["Harbour &amp; Finch Ltd"], "Heading1"),
        *paragraphs(
            ["12 Quay Street, Bristol BS1 4DJ", "Phone +44 117 496 0123 · accounts@harbourfinch.example"]
        ),
        Spacer(1, 8 * mm),
        *paragraphs(["Invoice"], "Heading2"),
        *paragraphs(
            [
                "Invoice no: HF-2024-0173",
                "Invoice date: 14 March 2024",
                "Due date: 13 April 2024",
                "Bill to: Dr Amara Okonkwo, Olive Branch Clinic, 8 Mill Lane, Bath BA1 2QT",
                "VAT registration: GB 123 4567 82",
            ]
        ),
        Spacer(1, 6 * mm),
        Table(
            [
                ["Description", "Quantity", "Unit price", "Amount"],
                ["Waiting room chairs", "8", "£64.50", "£516.00"],
                ["Height adjustable desk", "2", "£310.00", "£620.00"],
                ["Delivery and assembly", "1", "£85.00", "£85.00"],
            ],
            colWidths=[80 * mm, 25 * mm, 28 * mm, 28 * mm],
            style=GRID,
        ),
        Spacer(1, 4 * mm),
        *paragraphs(["Subtotal: £1,221.00", "VAT 20%: £244.20", "Total due: £1,465.20"]),
        Spacer(1, 4 * mm),
        *paragraphs(
            [
                "Please pay to Harbour &amp; Finch Ltd, IBAN GB33 BUKB 2020 1555 5555 55, sort code 20-20-15.",
                "Questions? Ask Tobias Reinholt, tobias.reinholt@harbourfinch.example.",
            ]
        ),
    ]
    build_pdf(path, story, "Invoice HF-2024-0173", "Tobias Reinholt")


def payslip(path: Path) -> None:
    story = [
        *paragraphs(["Payslip"], "Heading1"),
        *paragraphs(
            [
                "Employer: Northgate Textiles plc, 40 Canal Road, Leeds LS1 9QP",
                "Employee: Priya Raghunathan",
                "Employee ID: NT-48213 · National Insurance number: QQ 12 34 56 C",
                "Date of birth: 2 September 1988",
                "Pay period: May 2024",
            ]
        ),
        Spacer(1, 6 * mm),
        Table(
            [
                ["Item", "Amount", "Year to date"],
                ["Basic salary", "£3,150.00", "£6,300.00"],
                ["Overtime", "£212.40", "£301.90"],
                ["Income tax", "-£451.20", "-£902.40"],
                ["National insurance", "-£263.10", "-£526.20"],
                ["Pension", "-£157.50", "-£315.00"],
            ],
            colWidths=[80 * mm, 35 * mm, 35 * mm],
            style=GRID,
        ),
        Spacer(1, 4 * mm),
        *paragraphs(
            [
                "Gross pay: £3,362.40",
                "Net pay: £2,490.60",
                "Paid to account 31926819, sort code 60-16-13, NatWest, P. Raghunathan",
            ]
        ),
    ]
    build_pdf(path, story, "Payslip May 2024", "Payroll")


def bank_statement(path: Path) -> None:
    rows = [
        ["Date", "Details", "Debit", "Credit", "Balance"],
        ["02.04.2024", "Miete, Elif Yıldırım", "980,00", "", "2.104,37"],
        ["04.04.2024", "Gehalt Sonnenfeld Solar GmbH", "", "2.871,15", "4.975,52"],
        ["09.04.2024", "Lastschrift Stadtwerke, Kd-Nr. 77120934", "112,60", "", "4.862,92"],
        ["15.04.2024", "Überweisung an Dr. med. Jonas Hägele", "64,80", "", "4.798,12"],
        ["29.04.2024", "Kartenzahlung Buchladen am Markt", "23,90", "", "4.774,22"],
    ]
    story = [
        *paragraphs(["Kontoauszug"], "Heading1"),
        *paragraphs(
            [
                "Kreditbank Süd eG, Marktplatz 3, 70173 Stuttgart",
                "Kontoinhaber: Matteo Brandstätter, Lindenweg 17, 70599 Stuttgart",
                "IBAN: DE89 3704 0044 0532 0130 00 · BIC: COBADEFFXXX",
                "Zeitraum: 01.04.2024 bis 30.04.2024",
                "Anfangssaldo: 3.084,37 EUR",
            ],
            "Embedded",
        ),
        Spacer(1, 5 * mm),
        Table(rows, colWidths=[24 * mm, 76 * mm, 22 * mm, 22 * mm, 24 * mm], style=EMBEDDED_GRID),
        Spacer(1, 4 * mm),
        *paragraphs(["Endsaldo: 4.774,22 EUR"], "Embedded"),
    ]
    build_pdf(path, story, "Kontoauszug April 2024", "Kreditbank Süd")


def discharge_letter(path: Path) -> None:
    story = [
        *paragraphs(["St Brendan's Hospital"], "Heading1"),
        *paragraphs(
            ["Department of Respiratory Medicine · 5 Abbey Walk, Galway H91 X2F4 · +353 91 555 0177"]
        ),
        Spacer(1, 4 * mm),
        *paragraphs(["Discharge letter"], "Heading2"),
        *paragraphs(
            [
                "Patient: Saoirse Ní Dhomhnaill",
                "Date of birth: 23/11/1957 · Age: 66 · Medical record number: MRN 40718825",
                "Address: 14 Sea View Terrace, Galway H91 KT52 · Phone: 091 555 0142",
                "Admission date: 03/02/2024 · Discharge date: 09/02/2024",
                "Consultant: Dr Padraig O'Flaherty",
                "Diagnosis: community acquired pneumonia, right lower lobe",
                "Medication: amoxicillin 500 mg three times daily for five days",
            ]
        ),
        Spacer(1, 4 * mm),
        *paragraphs(
            [
                "Dear Dr Kowalczyk,",
                "thank you for referring Ms Ní Dhomhnaill, who was admitted with fever and a productive cough. "
                "Chest X-ray showed consolidation in the right lower lobe. She was treated with intravenous "
                "antibiotics and improved within three days. Blood pressure on discharge was 128/76 mmHg.",
                "Her daughter, Aoife Brennan, will drive her to the follow-up on 23 February 2024. Please repeat the "
                "chest X-ray in six weeks.",
                "Yours sincerely,",
                "Dr P. O'Flaherty, Consultant Physician, licence no. 218834",
            ]
        ),
    ]
    build_pdf(path, story, "Discharge letter Ní Dhomhnaill", "P. O'Flaherty")


def cv(path: Path) -> None:
    page = canvas.Canvas(str(path), pagesize=A4, invariant=1)
    page.setTitle("CV Thandiwe Mokoena")
    page.setAuthor("Thandiwe Mokoena")
    left = [
        *paragraphs(["Contact"], "Heading3"),
        *paragraphs(
            [
                "Flat 6, 210 Albion Road", "London N16 9JS", "+44 20 7946 0958", "t.mokoena@mail.example",
                "linkedin.example/in/thandiwe-mokoena",
            ],
            "Narrow",
        ),
        *paragraphs(["Languages"], "Heading3"),
        *paragraphs(["English, Zulu (native)", "French (B2)", "German (A2)"]),
        *paragraphs(["Skills"], "Heading3"),
        *paragraphs(["Contract law", "Negotiation", "Legal research", "Data protection"]),
        *paragraphs(["References"], "Heading3"),
        *paragraphs(["Helen Castellanos", "h.castellanos@pryor-vane.example"], "Narrow"),
    ]  # fmt: skip
    right = [
        *paragraphs(["Experience"], "Heading3"),
        *paragraphs(
            [
                "<b>Associate, Pryor Vane LLP, London</b>", "2019 - present",
                "Advises technology companies on licensing and data protection; leads a team of three.",
                "<b>Trainee solicitor, Mbeki &amp; Sons, Durban</b>", "2016 - 2019",
                "Drafted leases and employment contracts; appeared in the magistrates' court.",
            ]
        ),
        *paragraphs(["Education"], "Heading3"),
        *paragraphs(
            [
                "LLM, University of Cape Town, 2016", "LLB, University of KwaZulu-Natal, 2014",
                "Born 30 June 1992 in Pietermaritzburg. Nationality: South African.",
            ]
        ),
    ]  # fmt: skip
    page.setFont("Helvetica-Bold", 20)
    page.drawString(22 * mm, 270 * mm, "Thandiwe Mokoena")
    page.setFont("Helvetica", 11)
    page.drawString(22 * mm, 263 * mm, "Curriculum vitae - Solicitor")
    Frame(20 * mm, 40 * mm, 58 * mm, 215 * mm, showBoundary=0).addFromList(left, page)
    Frame(84 * mm, 40 * mm, 108 * mm, 215 * mm, showBoundary=0).addFromList(right, page)
    page.showPage()
    page.save()


def font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return ImageFont.truetype(f"/usr/share/fonts/truetype/dejavu/{name}", size)


def receipt_photo(path: Path) -> None:
    random.seed(7)
    slip = Image.new("RGB", (700, 1060), (250, 249, 244))
    draw = ImageDraw.Draw(slip)
    lines = [
        ("CAFE MIRABELLE", 40, True), ("27 Rue des Tilleuls, 69002 Lyon", 24, False), ("Tel 04 78 55 01 99", 24, False),
        ("", 20, False), ("RECEIPT  No 004417", 28, True), ("Date: 18/05/2024  12:41", 26, False),
        ("Cashier: Baptiste", 26, False), ("", 20, False), ("2 x Cafe creme        7.80", 28, False),
        ("1 x Quiche lorraine   9.50", 28, False), ("1 x Tarte citron      5.20", 28, False), ("", 20, False),
        ("Subtotal             20.45", 28, False), ("TVA 10%               2.05", 28, False),
        ("TOTAL EUR            22.50", 32, True), ("Card **** **** **** 4242", 26, False),
        ("Guest: Noemie Lefebvre", 26, False), ("", 20, False), ("Thank you, come again!", 26, False),
    ]  # fmt: skip
    y = 50
    for text, size, bold in lines:
        draw.text((60, y), text, fill=(35, 33, 30), font=font(size, bold))
        y += size + 22
    table = Image.new("RGB", (1000, 1360), (112, 84, 62))
    turned = slip.rotate(2.2, expand=True, fillcolor=(112, 84, 62), resample=Image.Resampling.BICUBIC)
    table.paste(turned, (120, 110))
    noise = Image.effect_noise(table.size, 14).convert("RGB")
    photo = Image.blend(table, noise, 0.06).filter(ImageFilter.GaussianBlur(0.6))
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x013B] = "Fotonova", "FN-3", "Noemie Lefebvre"
    exif[0x0132] = "2024:05:18 12:45:10"
    exif.get_ifd(0x8825).update({1: "N", 2: (45.0, 45.0, 51.0), 3: "E", 4: (4.0, 49.0, 57.0)})
    photo.save(path, quality=86, exif=exif)


def scanned_letter(path: Path) -> None:
    sheet = Image.new("L", (1240, 1754), 252)
    draw = ImageDraw.Draw(sheet)
    lines = [
        "Rosalind Achterberg", "Kanaalstraat 88", "1054 XK Amsterdam", "", "", "Housing Office", "Town Hall, Room 12",
        "", "Amsterdam, 7 June 2024", "", "Subject: complaint about the lift, file 2024/5512", "",
        "Dear Mr Vandenbroucke,", "",
        "since April the lift in our building has been out of order. My neighbour,",
        "Mrs Ingeborg Castelijns, is 84 years old and cannot leave her flat on the",
        "fifth floor. I called your office on 020 555 0136 three times and was told",
        "that a mechanic would come. Nobody came.", "",
        "Please let me know by 21 June 2024 when the lift will be repaired. You can",
        "reach me at r.achterberg@post.example.", "", "Yours sincerely,", "", "Rosalind Achterberg",
    ]  # fmt: skip
    y = 150
    for line in lines:
        draw.text((150, y), line, fill=30, font=font(26))
        y += 50
    turned = sheet.rotate(1.3, fillcolor=252, resample=Image.Resampling.BICUBIC)
    noise = Image.effect_noise(turned.size, 18)
    scan = Image.blend(turned, noise, 0.05)
    picture = io.BytesIO()
    scan.save(picture, "JPEG", quality=70)
    page = canvas.Canvas(str(path), pagesize=A4, invariant=1)
    picture.seek(0)
    from reportlab.lib.utils import ImageReader

    page.drawImage(ImageReader(picture), 0, 0, *A4)
    page.showPage()
    page.save()


def nda(path: Path) -> None:
    paper = docx.Document()
    paper.core_properties.author = "Lucía Fernández Prado"
    paper.core_properties.last_modified_by = "Oskar Lindqvist"
    paper.sections[0].header.paragraphs[0].text = "Confidential - Quillon Biotech AB / Marisma Labs S.L."
    paper.sections[0].footer.paragraphs[0].text = "Contact: legal@quillon.example, +46 8 555 010 22"
    paper.add_heading("Mutual Non-Disclosure Agreement", 0)
    paper.add_paragraph(
        "This Agreement is made on 11 January 2024 by and between Quillon Biotech AB, Storgatan 14, 114 55 Stockholm, "
        "represented by its managing director Oskar Lindqvist, and Marisma Labs S.L., Calle de la Ribera 9, 41001 "
        "Sevilla, tax number B12345674, represented by Lucía Fernández Prado."
    )
    for title, text in (
        ("1. Confidential information", "Confidential information means everything that one party tells the other "
         "about the enzyme project, in whatever form."),
        ("2. Duties", "Each party shall keep confidential information secret and shall use it for the project only. "
         "Mr Lindqvist and Ms Fernández Prado shall name the persons who may see it."),
        ("3. Term", "This Agreement ends after a term of three years. The duties of section 2 go on for five years."),
        ("4. Governing law", "This Agreement is governed by the laws of Sweden."),
    ):  # fmt: skip
        paper.add_heading(title, 2)
        paper.add_paragraph(text)
    signatures = paper.add_table(rows=2, cols=2)
    signatures.rows[0].cells[0].text = "Quillon Biotech AB"
    signatures.rows[0].cells[1].text = "Marisma Labs S.L."
    signatures.rows[1].cells[0].text = "Oskar Lindqvist"
    signatures.rows[1].cells[1].text = "Lucía Fernández Prado"
    paper.save(str(path))


def employment_contract(path: Path) -> None:
    paper = docx.Document()
    paper.core_properties.author = "HR Department"
    paper.add_heading("Employment contract", 0)
    paper.add_paragraph(
        "between Tidewater Museum Trust, 2 Pier Head, Liverpool L3 4BX (the Employer) and Kwabena Asante-Mensah, born "
        "4 December 1990, 31 Rosebery Street, Liverpool L8 0PS (the Employee)."
    )
    line = paper.add_paragraph("Start date: ")
    line.add_run("1 September 2024").bold = True
    paper.add_paragraph("Salary: £34,200.00 a year, paid monthly to account 70872490, sort code 40-47-84.")
    paper.add_paragraph("Notice period: three months to the end of a month.")
    paper.add_paragraph("Emergency contact: Abena Asante, 07700 900461.")
    split = paper.add_paragraph("The Employee reports to ")
    for piece, bold in (("Mar", True), ("guerite ", False), ("Delacroix-", True), ("Hughes", False)):
        split.add_run(piece).bold = bold
    split.add_run(", Head of Collections.")
    paper.add_paragraph("Governing law: England and Wales.")
    paper.save(str(path))


def hr_spreadsheet(path: Path) -> None:
    book = openpyxl.Workbook()
    book.properties.creator = "Renske Hoekstra"
    sheet = book.active
    sheet.title = "Staff"
    sheet.append(["Name", "Date of birth", "Department", "Salary", "E-mail"])
    rows = [
        ("Renske Hoekstra", "1979-03-14", "Human resources", 52300, "renske.hoekstra@tidewater.example"),
        ("Mohammed El Amrani", "1985-07-02", "Finance", 47800, "m.elamrani@tidewater.example"),
        ("Yuki Tanabe", "1994-12-19", "Collections", 38650, "yuki.tanabe@tidewater.example"),
        ("Siobhan Gallagher", "1990-01-30", "Visitor services", 29900, "s.gallagher@tidewater.example"),
    ]
    for row in rows:
        sheet.append(row)
    sheet.append(["Total", None, None, "=SUM(D2:D5)", None])
    for cell in sheet[1]:
        cell.font = CellFont(bold=True)
    sheet.column_dimensions["A"].width = 24
    sheet.column_dimensions["E"].width = 34
    hidden = book.create_sheet("Sick leave")
    hidden.append(["Name", "From", "To", "Reason"])
    hidden.append(["Yuki Tanabe", "2024-02-05", "2024-02-16", "Surgery, Dr Ferreira"])
    hidden.append(["Mohammed El Amrani", "2024-04-22", "2024-04-24", "Migraine"])
    hidden.sheet_state = "hidden"
    book.save(path)


def slide_deck(path: Path) -> None:
    deck = Presentation()
    deck.core_properties.author = "Giovanni Bellandi"
    first = deck.slides.add_slide(deck.slide_layouts[0])
    first.shapes.title.text = "Reorganisation of the Turin office"
    first.placeholders[1].text = "Giovanni Bellandi, 3 October 2024"
    second = deck.slides.add_slide(deck.slide_layouts[1])
    second.shapes.title.text = "Who moves where"
    body = second.placeholders[1].text_frame
    body.text = "Chiara Montefusco takes over purchasing"
    for line in ("Paweł Zieliński moves to Kraków", "Open post: warehouse lead"):
        body.add_paragraph().text = line
    second.notes_slide.notes_text_frame.text = (
        "Do not mention yet: Fabrizio Orlandini leaves on 30 November. His phone: +39 011 555 0164."
    )
    box = second.shapes.add_textbox(Inches(1), Inches(6), Inches(6), Inches(0.6))
    box.text_frame.text = "Questions: chiara.montefusco@velaria.example"
    deck.save(str(path))


def mail_with_attachment(path: Path, attachment: Path) -> None:
    mail = EmailMessage()
    mail["From"] = "Hanneke van Rossum <hanneke.vanrossum@dijkzicht.example>"
    mail["To"] = "Emeka Nwosu <e.nwosu@claims.example>"
    mail["Cc"] = "Ulrike Sandmann <u.sandmann@dijkzicht.example>"
    mail["Subject"] = "Water damage at Kade 21, claim 88-204417"
    mail["Date"] = "Tue, 16 Apr 2024 09:12:45 +0200"
    mail["Message-ID"] = "<20240416.0712@dijkzicht.example>"
    mail["X-Originating-IP"] = "[203.0.113.57]"
    text = (
        "Dear Mr Nwosu,\n\nas discussed on the phone, I am sending you the list of damaged items. The flat belongs to "
        "Mr Willem Dijkgraaf; his number is 06 1234 5678.\n\nThe plumber, Sjoerd Postma, confirmed that the pipe "
        "burst on 11 April 2024. Please transfer the advance to NL91 ABNA 0417 1643 00.\n\nKind regards,\n"
        "Hanneke van Rossum\n"
    )
    mail.set_content(text)
    mail.add_alternative(
        "<html><body>" + "".join(f"<p>{p}</p>" for p in text.strip().split("\n\n")) + "</body></html>",
        subtype="html",
    )
    mail.add_attachment(
        attachment.read_bytes(), maintype="text", subtype="csv", filename="items-dijkgraaf.csv"
    )
    mail.set_boundary("----=_sample_boundary_1")
    for number, part in enumerate(mail.walk()):
        if part.is_multipart() and part is not mail:
            part.set_boundary(f"----=_sample_boundary_{number + 2}")
    path.write_bytes(mail.as_bytes())


def csv_export(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["customer_id", "name", "phone", "city", "item", "value"])
        writer.writerow(
            ["C-20817", "Willem Dijkgraaf", "06 1234 5678", "Rotterdam", "Oak cupboard", "1250.00"]
        )
        writer.writerow(["C-20818", "Fatoumata Diallo", "06 8765 4321", "Schiedam", "Carpet, hall", "340.50"])
        writer.writerow(["C-20819", "Jean-Luc Peeters", "+32 2 555 01 84", "Antwerpen", "Laptop", "899.00"])


def web_page(path: Path) -> None:
    path.write_text(
        """<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>Équipe - Cabinet Montclair</title>
<meta name="author" content="Delphine Aubertin"></head>
<body>
<h1>Cabinet Montclair, notre équipe</h1>
<!-- note interne: Maxime Roussillon quitte le cabinet en juillet -->
<ul>
<li><b>Delphine Aubertin</b>, avocate, <a href="mailto:d.aubertin@montclair.example">d.aubertin@montclair.example</a></li>
<li><b>Youssef Benkirane</b>, assistant, tél. 01 99 00 12 34</li>
</ul>
<p>Adresse: 18 avenue des Platanes, 75011 Paris. Ouvert du lundi au vendredi.</p>
<img src="equipe.png" alt="Photo de Delphine Aubertin et Youssef Benkirane">
</body></html>
""",
        encoding="utf-8",
    )


def german_letter(path: Path) -> None:
    paper = OpenDocumentText()
    bold = Style(name="Fett", family="text")
    bold.addElement(TextProperties(fontweight="bold"))
    paper.automaticstyles.addElement(bold)
    paper.text.addElement(H(outlinelevel=1, text="Einspruch gegen den Bescheid vom 12. März 2024"))
    for line in (
        "Annegret Wolkenstein, Ahornallee 5, 04105 Leipzig",
        "Finanzamt Leipzig I, Wilhelm-Liebknecht-Platz 3, 04105 Leipzig",
        "Leipzig, den 2. April 2024",
        "Betreff: Steuernummer 231/123/45678, Identifikationsnummer 86 095 742 719",
        "Sehr geehrte Frau Dr. Hohenfels,",
        "gegen den oben genannten Bescheid lege ich Einspruch ein. Die Fahrten zu meinem Vater, Herrn Gottfried "
        "Wolkenstein, geboren am 8. Juli 1941, sind als außergewöhnliche Belastung anzuerkennen.",
        "Sie erreichen mich unter 0341 5550198 oder a.wolkenstein@post.example.",
        "Mit freundlichen Grüßen",
        "Annegret Wolkenstein",
    ):
        paper.text.addElement(P(text=line))
    paper.save(str(path))


def note(path: Path) -> None:
    path.write_text(
        "Minutes of the residents' meeting\n\nDate: 6 May 2024\nPresent: Beatriz Carvalho, Dimitri Papanikolaou, "
        "Grace Umeh\nApologies: Henrik Sørby\n\nAgenda\n1. Garden\n2. Heating\n\nMs Carvalho will ask two firms "
        "for offers. Mr Papanikolaou reads the meters on 15 May. Grace pays the gardener from the house account "
        "(IBAN PT50 0002 0123 1234 5678 9015 4).\n\nNext meeting: 3 June 2024\n",
        encoding="utf-8",
    )


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    invoice(folder / "invoice-harbour-finch.pdf")
    payslip(folder / "payslip-may.pdf")
    bank_statement(folder / "kontoauszug-april.pdf")
    discharge_letter(folder / "discharge-letter.pdf")
    cv(folder / "cv-solicitor.pdf")
    receipt_photo(folder / "receipt-photo.jpg")
    scanned_letter(folder / "scanned-complaint.pdf")
    nda(folder / "nda-enzyme-project.docx")
    employment_contract(folder / "employment-contract.docx")
    hr_spreadsheet(folder / "staff-list.xlsx")
    slide_deck(folder / "reorganisation.pptx")
    csv_export(folder / "damaged-items.csv")
    mail_with_attachment(folder / "water-damage.eml", folder / "damaged-items.csv")
    web_page(folder / "equipe.html")
    german_letter(folder / "einspruch.odt")
    note(folder / "residents-meeting.md")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "resources" / "samples")
