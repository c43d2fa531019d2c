"""What a reader of somebody's papers relies on: what is private is found whole, and the rest stays."""

from __future__ import annotations

import itertools
import socket
from dataclasses import replace
from typing import NoReturn, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.pii import PiiEngine
from app.analysis.pii.columns import find_in_columns
from app.analysis.pii.coreference import find_again
from app.analysis.pii.merge import resolve, tidy
from app.analysis.pii.neural import NeuralFinder, behind_roles
from app.documents import ENTITY_TYPES, Block, BlockKind, Document, Entity, Source
from app.models import ModelBundle
from app.models.lexicon import COMMON, EMPTY, make_lexicon
from app.models.tagger import TaggedSpan

ENGINE = PiiEngine()


def found(text: str, language: str = "und") -> set[tuple[str, str]]:
    return {(entity.type, entity.text) for entity in ENGINE.find_text(text, language)}


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("Dear Mr Tom Baker,\nthank you.", "PERSON", "Tom Baker"),
        ("Sehr geehrte Frau Müller-Lüdenscheidt, danke.", "PERSON", "Müller-Lüdenscheidt"),
        ("Sincerely,\nAnna Kowalska\n", "PERSON", "Anna Kowalska"),
        ("From: Ines Duarte <ines@example.org>", "PERSON", "Ines Duarte"),
        ("Acme Widgets Ltd delivered it.", "ORGANIZATION", "Acme Widgets Ltd"),
        ("Die Nordwind Logistik GmbH haftet.", "ORGANIZATION", "Nordwind Logistik GmbH"),
        (
            "She lives at 12 High Street, London SW1A 1AA.",
            "STREET_ADDRESS",
            "12 High Street, London SW1A 1AA",
        ),
        ("Er wohnt Musterstraße 12 in Bonn.", "STREET_ADDRESS", "Musterstraße 12"),
        ("signed on 12 March 2024 in Ghent", "DATE_TIME", "12 March 2024"),
        ("geboren am 03.05.1980 in Ulm", "DATE_OF_BIRTH", "03.05.1980"),
        ("Date of birth: 1980-05-03", "DATE_OF_BIRTH", "1980-05-03"),
        ("a 43 years old patient", "AGE", "43 years old"),
        ("Call 212-555-0199 today", "PHONE_NUMBER", "212-555-0199"),
        ("Mobil: +49 151 23456789", "PHONE_NUMBER", "+49 151 23456789"),
        ("write to ines.duarte@example.org.", "EMAIL_ADDRESS", "ines.duarte@example.org"),
        ("from 192.168.1.20 at noon", "IP_ADDRESS", "192.168.1.20"),
        ("card 00:1A:2B:3C:4D:5E went off", "MAC_ADDRESS", "00:1A:2B:3C:4D:5E"),
        ("pay to DE89 3704 0044 0532 0130 00 now", "IBAN_CODE", "DE89 3704 0044 0532 0130 00"),
        ("my card 4111 1111 1111 1111 was charged", "CREDIT_CARD", "4111 1111 1111 1111"),
        ("NHS number 943 476 5919", "UK_NHS", "943 476 5919"),
        ("SSN: 536-22-1234", "US_SSN", "536-22-1234"),
        ("DNI 12345678Z", "ES_NIF", "12345678Z"),
        ("PESEL 44051401359", "PL_PESEL", "44051401359"),
        ("codice fiscale RSSMRA85T10A562S", "IT_FISCAL_CODE", "RSSMRA85T10A562S"),
        ("BSN 111222333", "NL_BSN", "111222333"),
        ("VIN 1HGCM82633A004352", "VIN", "1HGCM82633A004352"),
        ("Passport No: 123456789", "PASSPORT", "123456789"),
        ("User name: tbaker99", "USERNAME", "tbaker99"),
        ("Password: hunter2!", "PASSWORD", "hunter2!"),
        ("Kundennummer: 4711-0815", "ID", "4711-0815"),
        ("to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "CRYPTO", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
    ],
)
def test_what_is_private_is_found_whole(text: str, type_: str, value: str) -> None:
    assert (type_, value) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Section 4.2.1 applies to release v6 of the tool.",
        "In 2021 sales rose by 12 % to 1,234,567.89 EUR.",
        "Ask john.sm for report.pdf and main.py.",
        "Invoice total 1.234,56 after 3 items of 12.50 each.",
        "Chapter 3 has 24 pages, 7 tables and 112 notes.",
        "Version 1.2.3.4 replaces version 1.2.3.",
        "The card 4111 1111 1111 1112 has a wrong check digit.",
    ],
)
def test_ordinary_numbers_and_names_of_files_stay(text: str) -> None:
    assert found(text) == set()


def test_a_phone_number_is_no_health_number() -> None:
    assert {type_ for type_, _ in found("My number is 212-555-0199.")} == {"PHONE_NUMBER"}


def test_one_person_is_one_person() -> None:
    text = "Dear Mr Tom Baker,\nBaker's car and T. Baker. BAKER, TOM signed. Tom came.\n"
    names = {text_ for type_, text_ in found(text) if type_ == "PERSON"}
    assert names == {"Tom Baker", "Baker", "T. Baker", "BAKER, TOM", "Tom"}


def test_a_name_found_again_tells_by_place_where_it_was_found_first() -> None:
    text = "Dear Mr Tom Baker,\nlater Baker wrote."
    again = [e for e in ENGINE.find_text(text) if e.recognizer == "coreference"]
    assert [e.text for e in again] == ["Baker"]
    assert "character 8" in again[0].explanation
    assert "Baker" not in again[0].explanation


def test_cells_below_a_telling_head_are_private() -> None:
    text = "Name\tCity\tPoints\nOyelaran Ade\tGhent\t12\nMei Lin\tBruges\t9\n"
    assert {("PERSON", "Oyelaran Ade"), ("PERSON", "Mei Lin"), ("LOCATION", "Ghent")} <= found(text)


def test_the_author_in_a_files_properties_is_a_person() -> None:
    text = "Ada Morrow"
    block = Block(BlockKind.METADATA, 0, len(text), "author")
    document = Document(Source("", "", 0, "", ""), text, (block,))
    assert [(e.type, e.text) for e in ENGINE.find(document)] == [("PERSON", "Ada Morrow")]


def test_every_finding_says_why() -> None:
    for entity in ENGINE.find_text("Dear Mr Tom Baker, call 212-555-0199. Baker pays 4111 1111 1111 1111."):
        assert entity.explanation
        assert entity.recognizer


def test_nothing_asks_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert ("URL", "private-site.co.uk") in {
        (e.type, e.text) for e in PiiEngine().find_text("see private-site.co.uk or a.b@c.example")
    }


_PIECES = st.sampled_from(
    ["Dear Mr Tom Baker,\n", "Baker ", "T. Baker's ", "12 March 2024", " \t", "\u200b", "é", "4111 1111 1111 1111",
     "a@b.example", "x", "\n\n", "Name\tIBAN\n", "+44 20 7946 0958", "(", "😀", "GmbH ", "Password: ", "..", "1.1.1.1"]
)  # fmt: skip


@given(st.lists(st.one_of(_PIECES, st.text(max_size=6)), max_size=30).map("".join))
@settings(max_examples=50, deadline=None)
def test_findings_lie_in_the_text_sorted_and_apart(text: str) -> None:
    entities = ENGINE.find_text(text)
    for entity in entities:
        _is_sound(text, entity)
    assert all(a.end <= b.start for a, b in itertools.pairwise(entities))


def _is_sound(text: str, entity: Entity) -> None:
    assert 0 <= entity.start < entity.end <= len(text)
    assert text[entity.start : entity.end] == entity.text
    assert entity.text == entity.text.strip()
    assert entity.type in ENTITY_TYPES
    assert 0 < entity.score <= 1


@pytest.mark.parametrize(
    "text", ["a" * 60_000, " " * 60_000, "1.1." * 15_000, "x@" * 30_000, "Aa " * 20_000, "-" * 60_000]
)
def test_monotonous_texts_hold_nothing_private(text: str) -> None:
    assert ENGINE.find_text(text) == []


def test_a_name_before_an_address_is_a_finding_of_its_own() -> None:
    text = "Médecin : Dr Amélie Gaudin, 12 rue des Lilas, 69003 Lyon"
    whole, person = text.index("Dr"), text.index("Amélie")
    found = [
        Entity("STREET_ADDRESS", whole, len(text), text[whole:], 0.9, "neural"),
        Entity("PERSON", person, person + 13, "Amélie Gaudin", 0.9, "people"),
    ]
    assert [(e.type, e.text) for e in resolve(text, found)] == [
        ("PERSON", "Amélie Gaudin"),
        ("STREET_ADDRESS", "12 rue des Lilas, 69003 Lyon"),
    ]


def test_the_sign_before_a_user_name_joins_no_two_of_them() -> None:
    text = "thanks @ ann_b @ bob_c"
    found = [
        Entity("PERSON", start, end, text[start:end], 0.9, "neural")
        for start, end in ((7, 8), (9, 14), (15, 16), (17, 22))
    ]
    assert {"ann_b", "bob_c"} <= {entity.text for entity in resolve(text, found)}


def test_a_taxpayers_number_is_not_taken_for_an_iban() -> None:
    assert [e.type for e in PiiEngine().find_text("P.IVA IT03456780371")] == ["VAT_ID"]


@pytest.mark.parametrize(
    ("text", "type_", "words"),
    [
        ("Gianluca Ferraris, C.F. FRRGLC78E12D205X, Torino", "IT_FISCAL_CODE", "FRRGLC78E12D205X"),
        ("Burger: BSN 123456789, dossier volgt", "NL_BSN", "123456789"),
        ("Filed under case no. 4:21-cv-00342 last week", "ID", "4:21-cv-00342"),
        ("Card ending 1111, CVV 123", "CREDIT_CARD", "123"),
        ("my name is xiomara and i work nights", "PERSON", "xiomara"),
        ("Mein Name ist Gönültas, guten Tag", "PERSON", "Gönültas"),
    ],
)
def test_what_is_announced_is_found_even_misprinted_or_written_small(
    text: str, type_: str, words: str
) -> None:
    assert (type_, words) in [(e.type, e.text) for e in PiiEngine().find_text(text)]


def test_the_label_of_the_next_value_is_no_part_of_a_name() -> None:
    text = "Patient: DOE, JANE Q. DOB 4/2/57"
    found = [Entity("PERSON", 9, 25, text[9:25], 0.9, "neural")]
    assert [e.text for e in tidy(text, found)] == ["DOE, JANE Q."]


@pytest.mark.parametrize(
    "text", ["My name is not important here.", "My name is on the list.", "Ich heiße das gut."]
)
def test_an_introduction_without_a_name_is_none(text: str) -> None:
    assert "PERSON" not in [e.type for e in PiiEngine().find_text(text)]


def test_the_head_of_a_table_repeated_on_the_next_page_names_nobody() -> None:
    head = "Name\tDate of birth\tAddress"
    text = f"{head}\nAnn Lee\t1 May 1980\tLeeds\n{head}"
    again = text.rindex(head)
    assert not [e for e in PiiEngine().find_text(text) if e.start >= again]


def test_a_german_role_announces_a_strange_word_and_no_common_one() -> None:
    lexicon = make_lexicon({"schadensersatz": COMMON})
    text = "Laut Zeugin Rummenigge wurde dem Kläger Schadensersatz versprochen."
    assert [text[hit.start : hit.end] for hit in behind_roles(text, lexicon)] == ["Rummenigge"]
    assert list(behind_roles(text, EMPTY)) == []


class _OneSpan:
    """A bundle whose tagger sees the whole text as one address, as models do with rows of a table."""

    tagger = object()

    def tag(self, encoded: object, language: str = "und") -> list[TaggedSpan]:
        return [TaggedSpan("STREET_ADDRESS", 0, len(self.text), 0.9)]

    def __init__(self, text: str) -> None:
        self.text = text

    def encode(self, text: str) -> object:
        return text


def test_a_row_of_a_table_is_not_one_long_address() -> None:
    text = "C-20817\t06 1234 5678\tRotterdam\tOak cupboard\t1250.00\nC-20818\tSchiedam"
    finder = NeuralFinder(cast("ModelBundle", _OneSpan(text)))
    hits = list(finder.find(text, finder.tag(text, None)))
    assert [text[h.start : h.end] for h in hits] == ["C-20817", "Rotterdam", "C-20818", "Schiedam"]
    assert all(h.score < 0.6 for h in hits)


def test_a_table_of_keys_and_values_is_read_by_row() -> None:
    text = "Cidade\tPorto\nConta\t1940-7607\nEmpresa\tNova Lda\nNome\tRita Sousa\nIdade\t41\n"
    columns = {(e.type, e.text) for e in ENGINE.find_text(text) if e.recognizer == "columns"}
    assert columns == {("LOCATION", "Porto"), ("PERSON", "Rita Sousa")}


_DUTIES = ("Standard rate", "Zero rated goods", "Exempt from tax", "Reverse charge", "Free export item",
           "Services outside scope", "Higher rate", "Lower rate", "Margin scheme")  # fmt: skip
_STAFF = ("anna kowalski", "tom", "Rita Sousa", "J. Achterberg", "miguel torres", "Ngozi", "Bjarne Holm",
          "Wren Adeyemi", "Lena Voss")  # fmt: skip


@pytest.mark.parametrize(
    ("names", "found"),
    [(_DUTIES, 0), (_STAFF, 9), (tuple(f"{name} (12)" for name in _STAFF), 9), (_DUTIES[:3], 3)],
)
def test_a_column_of_names_may_list_something_else_than_people(names: tuple[str, ...], found: int) -> None:
    text = "Code\tName\n" + "".join(f"{number}\t{name}\n" for number, name in enumerate(names))
    plain = {word.lower() for name in _DUTIES for word in name.split()}
    document = Document(Source("", "", 0, "text/plain", "text"), text)
    hits = list(find_in_columns(document, lambda word: word.lower() in plain))
    assert len(hits) == found


def test_a_sheet_of_keys_and_values_is_read_by_row() -> None:
    cells = [
        ("A1", "Name"),
        ("B1", "Rita Sousa"),
        ("A2", "Street"),
        ("B2", "Oak Lane"),
        ("A3", "Kind"),
        ("B3", "new"),
    ]
    text, blocks = "", []
    for place, value in cells:
        blocks.append(Block(BlockKind.CELL, len(text), len(text) + len(value), place=place))
        text += value + "\n"
    document = Document(Source("", "", 0, "text/plain", "xlsx"), text, blocks=tuple(blocks))
    columns = {(e.type, e.text) for e in ENGINE.find(document) if e.recognizer == "columns"}
    assert columns == {("PERSON", "Rita Sousa"), ("STREET_ADDRESS", "Oak Lane")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Médico: Manuela Perayre Fuentes NºCol: 08 08 90142.", "Manuela Perayre Fuentes"),
        ("MAIDEN NAME: Barnes   Town: Jaboticabal", "Barnes"),
        ("Remitido por: Dra. Ana Ruiz Gil Avda. del Mar, 3", "Ana Ruiz Gil"),
        ("La Dra. Ana Plaza vino ayer", "Ana Plaza"),
    ],
)
def test_a_name_ends_before_the_next_label_column_or_street(text: str, name: str) -> None:
    assert name in [e.text for e in ENGINE.find_text(text) if e.type == "PERSON"]


def test_a_titled_name_that_speaks_is_a_name() -> None:
    assert {("PERSON", "Singh"), ("PERSON", "Zwiebelfisch")} <= found(
        "Mr Singh: I was there. Dr. Zwiebelfisch: Und?"
    )


def test_a_name_in_brackets_that_close_later_is_not_cut_off() -> None:
    text = "Margaret Smith (née Okonjo) signed."
    whole = Entity("PERSON", 0, 26, text[:26], 0.9, "neural")
    assert [e.text for e in tidy(text, [whole])] == ["Margaret Smith (née Okonjo"]


def test_whom_a_street_is_named_after_is_no_person() -> None:
    found = ENGINE.find_text("C/ Dr. Esquerdo, 46 28008 Madrid E-mail: avcyo@mixmail.com")
    assert "PERSON" not in [e.type for e in found]
    assert "E-mail" not in " ".join(e.text for e in found)


def test_two_numbers_on_one_line_are_two() -> None:
    phones = [
        e.text for e in ENGINE.find_text("TEL: 03-2163 2766 / 03-2181 6766") if e.type == "PHONE_NUMBER"
    ]
    assert phones == ["03-2163 2766", "03-2181 6766"]
    assert found("Tel. 0711 / 4321 567") == {("PHONE_NUMBER", "0711 / 4321 567")}


def test_a_number_before_the_word_plate_is_no_plate() -> None:
    text = "Il cellulare è 333 5550199. Targa del veicolo: EF 123 GH."
    assert {("PHONE_NUMBER", "333 5550199"), ("LICENSE_PLATE", "EF 123 GH")} <= found(text, "it")


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Haar echtgenoot Cees overleed vorig jaar.", "nl", "Cees"),
        ("La figlia Carmela può testimoniare.", "it", "Carmela"),
        ("Mevrouw 't Hooft klaagt over pijn.", "nl", "'t Hooft"),
        ("gez. Löwenstein", "de", "Löwenstein"),
        ("Mon mari Jean-Yves est parti.", "fr", "Jean-Yves"),
    ],
)
def test_relatives_and_signatures_are_people(text: str, language: str, name: str) -> None:
    assert ("PERSON", name) in found(text, language)


def test_a_name_found_once_is_found_with_a_genitive_s() -> None:
    again = [e.text for e in ENGINE.find_text("Herr Holroyd sang. Denn Holroyds Stimme ist alt.", "de")]
    assert "Holroyds" in again


def test_two_people_told_apart_by_the_tagger_stay_two() -> None:
    text = "Basuki Caroline"
    both = [Entity("PERSON", s, e, text[s:e], 0.9, "neural") for s, e in ((0, 6), (7, 15))]
    assert len(resolve(text, both)) == 2
    assert len(resolve(text, [both[0], replace(both[1], recognizer="people")])) == 1


def test_what_is_left_of_a_finding_does_not_reach_back_into_the_other() -> None:
    found = ENGINE.find_text("Name\tIBAN\n1.1.1.1Name\tIBAN\n")
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "Papier Nord GmbH, Hafenstr. 12, 24103 Kiel\nDörte Claasen\nDeichweg 9\n25813 Husum\n",
        "Bei Spiel GmbH ● Ecke 12 ● 12345 Stadthausen\nDörte Claasen\nBahnstr. 42\n88802 Spielkreis\n\nRechnung\n",
        "Nord Ltd · 4 Mill Lane · M1 1AA Manchester\nDörte Claasen\n10 Park Avenue\n69001 Lyon\n",
    ],
)
def test_a_name_between_the_senders_and_its_own_address_is_in_neither(text: str) -> None:
    """A policy that takes out names and leaves addresses would leave the name of the one written to."""
    entities = ENGINE.find_text(text, "de")
    assert ("PERSON", "Dörte Claasen") in {(entity.type, entity.text) for entity in entities}
    addresses = [entity.text for entity in entities if entity.type == "STREET_ADDRESS"]
    assert not any("Claasen" in address for address in addresses)
    assert len(addresses) >= 2


def test_what_xmp_declares_is_nobodys_name() -> None:
    text = "Version 2 of the plan\nname: Version\nvalueType: Text\ncategory: external\nname: Ann Miller\n"
    start = text.index("name: V")
    document = Document(
        Source("", "0", 0, "application/pdf", "pdf"),
        text,
        (Block(BlockKind.PARAGRAPH, 0, start), Block(BlockKind.METADATA, start, len(text), "metadata (XMP)")),
    )
    people = {entity.text for entity in ENGINE.find(document, "en") if entity.type == "PERSON"}
    assert people == {"Ann Miller"}


def test_an_address_that_swallowed_a_name_is_parted_by_it() -> None:
    text = "Hafenstr. 12, 24103 Kiel\nDörte Claasen\nDeichweg 9\n25813 Husum"
    person = text.index("Dörte")
    found = [
        Entity("STREET_ADDRESS", 0, len(text), text, 0.9, "neural"),
        Entity("PERSON", person, person + 13, "Dörte Claasen", 0.8, "people"),
    ]
    assert [(e.type, e.text) for e in resolve(text, found)] == [
        ("STREET_ADDRESS", "Hafenstr. 12, 24103 Kiel"),
        ("PERSON", "Dörte Claasen"),
        ("STREET_ADDRESS", "Deichweg 9\n25813 Husum"),
    ]


def test_words_of_a_web_address_are_no_places_of_their_own() -> None:
    text = "https://openstate.example/nl/agendas-van-leden"
    part = text.index("openstate")
    found = [
        Entity("URL", 0, len(text), text, 0.9, "mail and web"),
        Entity("NRP", part, len(text), text[part:], 0.99, "neural"),
    ]
    assert [(e.type, e.text) for e in resolve(text, found)] == [("URL", text)]


def test_a_name_ends_before_an_elided_article() -> None:
    text = "la société Mercure d’Or et Fils"
    start = text.index("Mercure")
    assert [
        e.text
        for e in tidy(
            text, [Entity("ORGANIZATION", start, start + 9, text[start : start + 9], 0.9, "neural")]
        )
    ] == ["Mercure"]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("LE CLIENT\n1242 chemin de l'olive\n06000 Nice", "1242 chemin de l'olive\n06000 Nice"),
        ("Mme Durand\n12 RUE DES LILAS\n75011 PARIS\n", "12 RUE DES LILAS\n75011 PARIS"),
        ("5, allée des peupliers\n69003 LYON", "5, allée des peupliers\n69003 LYON"),
        ("3 place du marché\n67000 Strasbourg", "3 place du marché\n67000 Strasbourg"),
        ("J'habite 8 bis, rue du bac, 40150 hossegor", "8 bis, rue du bac, 40150 hossegor"),
        ("musterweg 12, 50667 köln", "musterweg 12, 50667 köln"),
        ("Musterweg 3, 5.OG rechts\n12345 Berlin", "Musterweg 3, 5.OG rechts\n12345 Berlin"),
        ("14 Mill Lane, Building A, Suite 100\nBoston, MA 02110", "14 Mill Lane, Building A, Suite 100"),
    ],
)
def test_an_address_in_any_case_is_found_whole(text: str, address: str) -> None:
    found = [text[e.start : e.end] for e in ENGINE.find_text(text) if e.type == "STREET_ADDRESS"]
    assert any(address in span for span in found), found


def test_a_place_and_a_course_are_no_address() -> None:
    text = "Liste des cours :\n5 cours de maths\n3 rue\n2 place\nIl reste 3 place dans le bus, merci."
    assert not [e for e in ENGINE.find_text(text, "fr") if e.type == "STREET_ADDRESS"]


@pytest.mark.parametrize(
    ("type_", "name"), [("ORGANIZATION", "Nordwind Kontor GmbH"), ("LOCATION", "Bad Zwischenahn")]
)
def test_firms_and_places_are_found_again_across_lines(type_: str, name: str) -> None:
    text = f"{name} is meant.\nLetters to {name.replace(' ', chr(10) + '  ')} came back."
    first = Entity(type_, 0, len(name), name, 0.9, "neural")
    again = [" ".join(text[hit.start : hit.end].split()) for hit in find_again(text, [first])]
    assert name in again
