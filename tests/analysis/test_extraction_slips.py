"""What slips print in odd ways: dates that touch words, sums that only arithmetic tells apart, signs before figures."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.understanding.extract import extract
from app.analysis.understanding.extract_lines import Line, read_lines
from app.analysis.understanding.fields_candidates import amounts, dates, line_ranges
from app.documents import Block, BlockKind, Category, Document, Field, Source


def slip(text: str) -> Document:
    block = Block(BlockKind.PARAGRAPH, 0, len(text))
    return Document(Source("", "0", 0, "text/plain", "text"), text, (block,))


def read(text: str) -> dict[str, Field]:
    return {field.name: field for field in extract(slip(text), Category("receipt", 1.0))}


HEAD = """\
KEDAI MAJU JAYA SDN BHD
(812345-K)
NO 14, JALAN MERANTI 3,
81100 JOHOR BAHRU, JOHOR.
TEL : 07-3551234
TAX INVOICE
"""


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("DATE: 21/05/2018TIME: 11:12:56AM", "2018-05-21"),
        ("DATE/TIME : 20180428/191204", "2018-04-28"),
        ("0044 25032018 13:11:54", "2018-03-25"),
        ("4 DECEMBER, 2017", "2017-12-04"),
    ],
)
def test_days_are_read_as_printers_set_them(line: str, iso: str) -> None:
    assert iso in [candidate.value for candidate in dates([Line(0, line)], month_first=False)]


@pytest.mark.parametrize("line", ["GST ID 20181340", "TEL 31022018", "NO 120180428", "20180428.50"])
def test_eight_digits_that_name_no_day_are_no_date(line: str) -> None:
    assert not dates([Line(0, line)], month_first=False)


@given(st.text(alphabet="0123456789/.-: ATIMEé\t", max_size=60))
@settings(max_examples=200, deadline=None)
def test_days_stand_where_they_say(text: str) -> None:
    for line in read_lines(slip(text)):
        for candidate in dates([line], month_first=False):
            assert 0 <= candidate.start < candidate.end <= len(text)
            assert text[candidate.start].isalnum()


def test_a_sum_keeps_the_sign_that_touches_it_and_has_its_number_beside() -> None:
    fields = read(
        HEAD
        + "17/03/2018 14:22\nKOPI O  RM3.60\nROTI CANAI  RM1.50\nTOTAL  RM5.10\nCASH  RM10.00\nCHANGE  RM4.90\n"
    )
    assert (fields["total"].value, fields["total"].normalized) == ("RM5.10", "5.10")
    spaced = read(
        HEAD + "17/03/2018 14:22\nKOPI O  3.60\nROTI CANAI  1.50\nTOTAL RM  5.10\nCASH  10.00\nCHANGE  4.90\n"
    )
    assert (spaced["total"].value, spaced["total"].normalized) == ("5.10", "5.10")


def test_what_was_paid_less_the_change_tells_the_total_from_the_sum_before_a_discount() -> None:
    fields = read(
        HEAD
        + "DATE : 28/04/18\n1  PIZZA  15.60\n1  PIZZA  15.60\n1  WINGS  14.50\nSUB-TOTAL  :  45.70\nCOUPON DISCOUNT  :  14.80\n"
        + "GRAND TOTAL  :  30.90\nPAYMENT  :  101.00\nCHANGE DUE  :  70.10\n*6% GST INCLUDED  :  1.75\n"
    )
    assert fields["total"].normalized == "30.90"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("OWN BY: CHEF LEE SDN BHD", "CHEF LEE SDN BHD"),
        ("DIMILIKI: BANH MI CAFE SDN BHD 1110644-W", "BANH MI CAFE SDN BHD"),
        ("KING'S BAKERY S/B 273500-U (KSB)", "KING'S BAKERY S/B"),
        ("#000002 BAIFU (M) SDN BHD", "BAIFU (M) SDN BHD"),
    ],
)
def test_what_stands_around_a_name_is_no_part_of_it(line: str, name: str) -> None:
    proposed = [candidate.value for candidate in line_ranges("vendor", line, [Line(0, line)])]
    assert name in proposed


@given(st.lists(st.decimals(min_value=0, max_value=999, places=2), max_size=12))
@settings(max_examples=60, deadline=None)
def test_every_sum_is_measured_alike(values: list[object]) -> None:
    text = "\n".join(f"ITEM {value}" for value in values)
    widths = {len(candidate.measured) for candidate in amounts(read_lines(slip(text)))}
    assert len(widths) <= 1


ELSEWHERE = {
    "it": """\
PIZZERIA DA GINO S.r.l.
Via Roma 8
40121 Bologna
P.IVA 01234567890
DOCUMENTO COMMERCIALE
MARGHERITA  7,00
ACQUA NATURALE  2,50
COPERTO  2,00
TOTALE COMPLESSIVO  11,50
di cui IVA  1,05
PAGAMENTO CONTANTE  15,00
RESTO  3,50
21-09-2024 20:47
""",
    "pl": """\
SKLEP SPOŻYWCZY ZIELONY SP. Z O.O.
ul. Długa 17
31-147 Kraków
NIP 676-123-45-67
PARAGON FISKALNY
CHLEB ZWYKŁY  1 szt. x4,50  4,50
MLEKO 2%  2 szt. x3,60  7,20
SUMA PLN  11,70
PTU B 8%  0,87
GOTÓWKA  20,00
RESZTA  8,30
2024-10-05 17:55
""",
    "us": """\
JOE'S DINER
418 Main Street
Springfield, IL 62701
(217) 555-0142
Check #2231  03/22/2024 12:15 PM
BURGER  $9.99
FRIES  $3.49
COLA  $2.29
SUBTOTAL  $15.77
TAX 8.25%  $1.30
TOTAL  $17.07
CASH  $20.00
CHANGE  $2.93
""",
    "nl": """\
Kaashandel De Waag B.V.
Markt 3
2801 JJ Gouda
Tel. 0182-512345
Bon 77812
09-08-2024 14:20
GOUDA OUD 500G  8,75
CRACKERS  2,15
SUBTOTAAL  10,90
BTW 9%  0,90
TE BETALEN  10,90
PIN  10,90
""",
}


@pytest.mark.parametrize(
    ("country", "name", "address", "total"),
    [
        ("it", "PIZZERIA DA GINO S.r.l.", "Via Roma 8 40121 Bologna", "11.50"),
        ("pl", "SKLEP SPOŻYWCZY ZIELONY SP. Z O.O.", "ul. Długa 17 31-147 Kraków", "11.70"),
        ("us", "JOE'S DINER", "418 Main Street Springfield, IL 62701", "17.07"),
        ("nl", "Kaashandel De Waag B.V.", "Markt 3 2801 JJ Gouda", "10.90"),
    ],
)
def test_a_seller_from_elsewhere_has_name_and_address_apart(
    country: str, name: str, address: str, total: str
) -> None:
    fields = read(ELSEWHERE[country])
    assert fields["vendor"].value == name
    assert fields["vendor_address"].normalized == address
    assert fields["total"].normalized == total


def test_a_charge_for_service_is_no_tax() -> None:
    fields = read(
        "THE COPPER KETTLE LTD\n22 High Street\nBath BA1 5AB\nVAT No. 123 4567 89\n1 Soup of the day  £5.50\n1 Fish & chips  £13.95\n"
        "2 Tea  £5.00\nSubtotal  £24.45\nService 10%  £2.45\nTotal  £26.90\nVISA  £26.90\nVAT @20% included  £4.48\n12/07/2024 13:41\n"
    )
    assert fields["tax"].normalized == "4.48"
    assert fields["total"].value == "£26.90"
