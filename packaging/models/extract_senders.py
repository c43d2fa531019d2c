"""Receipts with a seller from elsewhere in Europe or from America: names, streets and towns as they are written there.

The marked slips come from Malaysia alone; a copy of one has another seller's name and address in the same places.
"""

from __future__ import annotations

import random
import zlib
from dataclasses import replace

from extract_data import Marked, same
from summary_data import as_document

from app.analysis.understanding.extract_lines import read_lines
from app.analysis.understanding.fields_candidates import line_ranges

_NAMES = {
    "en": "Harper & Sons|The Old Mill|Kwik Save|Riverside Café|Boots 1182|Oakley Hardware|Fresh Corner|Marlow Books",
    "us": "Big Al's Burgers|TARGET T-1402|CVS/pharmacy #2231|Sunrise Deli|Home Goods #118|Lone Star Grill|Corner Market",
    "de": "Konditorei Vogel|Netto Filiale 4417|Apotheke am Ring|Gasthaus Zur Linde|Blumen Petersen|Elektro Stark|dm-drogerie|Café Kranz",
    "fr": "Boulangerie Lemaire|MONOPRIX 0412|Le Bistrot Vert|Pharmacie du Parc|La Table d'Émile|Presse Bellevue|Carrefour City",
    "es": "Bar Manolo|MERCADONA|Librería Cervantes|Farmacia Ruiz|Restaurante La Barca|Frutas Herrera|Ferretería Soler",
    "it": "Trattoria Bella Vista|CONAD 231|Farmacia Moretti|Gelateria Fiore|Bar Sport|Panificio Conti|Libreria Verdi",
    "pt": "Padaria Central|PINGO DOCE|Farmácia Lopes|Café Atlântico|Restaurante O Barco|Papelaria Sousa",
    "nl": "Bakkerij Jansen|JUMBO 3087|Café 't Hoekje|Drogist Visser|Boekhandel Smit|HEMA 214|Slagerij de Boer",
    "pl": "Piekarnia Kowalscy|BIEDRONKA 1123|Apteka Zdrowie|Restauracja Pod Lipą|Kwiaciarnia Róża|Sklep Mini",
}
_FORMS = {
    "en": "| Ltd| Limited| PLC", "us": "|, Inc.| LLC", "de": "| GmbH| e.K.| KG| oHG", "fr": "| SARL| SAS| EURL", "es": "| S.L.| S.A.",
    "it": "| S.r.l.| S.p.A.| di Bruni Carla", "pt": "|, Lda.| S.A.| Unipessoal Lda", "nl": "| B.V.| VOF", "pl": "| Sp. z o.o.| S.A.| s.c.",
}  # fmt: skip
_STREETS = {
    "en": "{n} Station Road|{n} Church Street|Unit {n}, Mill Lane|{n}-{m} Queen Street|Victoria Avenue {n}",
    "us": "{n}1 Oak Ave|{n}05 N Main St|{n}22 Lakeview Blvd|{n}0 W 5th Street|{n}18 SUNSET DR STE {m}",
    "de": "Bahnhofstr. {n}|Hauptstraße {n}|Am Markt {n}|Goethestr. {n}a|Schillerplatz {n}|Kölner Weg {n}-{m}",
    "fr": "{n} rue de la Paix|{n}, avenue Jean Jaurès|{n} bis rue des Roses|{n} place du Marché|{n} quai Voltaire",
    "es": "Calle Real, {n}|C/ Alcalá {n}|Avda. del Mar {n}|Plaza España {n}|Pza. Nueva, {n}",
    "it": "Via Mazzini {n}|Corso Italia, {n}|Piazza Dante {n}|Viale Europa {n}/{m}",
    "pt": "Rua das Flores {n}|Av. da Liberdade, {n}|Largo do Carmo {n}|Praça Nova {n}",
    "nl": "Dorpsstraat {n}|Kerkweg {n}|Molenlaan {n}-{m}|Plein {n}",
    "pl": "ul. Polna {n}|ul. Mickiewicza {n}/{m}|al. Jana Pawła II {n}|Rynek {n}",
}
_TOWNS = {
    "en": "York YO1 {d}HH|Oxford OX4 {d}AB|Leeds, LS1 {d}BQ|London SW1A {d}AA|Norwich NR2 {d}TD",
    "us": "Denver, CO 802{d}4|Seattle WA 981{d}1|Boston, MA 021{d}5|MIAMI, FL 331{d}9",
    "de": "8033{d} München|2009{d} Hamburg|D-7017{d} Stuttgart|0106{d} Dresden",
    "fr": "7501{d} PARIS|3100{d} Toulouse|5900{d} LILLE|6700{d} Strasbourg",
    "es": "4600{d} Valencia|0800{d} BARCELONA|48{d}01 Bilbao|2900{d} Málaga",
    "it": "0018{d} Roma (RM)|2012{d} MILANO|5012{d} Firenze FI|1612{d} Genova",
    "pt": "4{d}00-114 PORTO|3000-2{d}5 Coimbra|8000-1{d}0 Faro",
    "nl": "30{d}1 AB Rotterdam|56{d}1 CD EINDHOVEN|97{d}2 GK Groningen",
    "pl": "00-{d}50 Warszawa|50-1{d}3 WROCŁAW|80-83{d} Gdańsk",
}


def elsewhere(document: Marked) -> Marked | None:
    """The slip with another seller; None where its own does not stand there as it is marked."""
    rng = random.Random(zlib.crc32(document.id.encode()) + 1)  # nosec
    spans = {}
    lines = read_lines(as_document(document.text))
    for field in ("vendor", "vendor_address"):
        wanted = document.gold.get(field, ("",))[0]
        spans[field] = next(
            (
                (one.start, one.end)
                for one in line_ranges(field, document.text, lines)
                if same(field, one.value, wanted)
            ),
            None,
        )
    name, place = spans["vendor"], spans["vendor_address"]
    if name is None or place is None or (name[0] < place[1] and place[0] < name[1]):
        return None
    country = rng.choice(sorted(_NAMES))
    seller = rng.choice(_NAMES[country].split("|")) + rng.choice(_FORMS[country].split("|"))
    numbers = {"n": rng.randint(1, 180), "m": rng.randint(2, 60), "d": rng.randint(0, 9)}
    parts = [rng.choice(each[country].split("|")) for each in (_STREETS, _TOWNS)]
    address = rng.choice(("\n", "\n", "\n", ", ", " - ")).join(parts).format(**numbers)
    if rng.random() < 0.5:
        seller, address = seller.upper(), address.upper()
    written = {name: seller, place: address}
    text = document.text
    for (start, end), value in sorted(written.items(), reverse=True):
        text = text[:start] + value + text[end:]
    gold = {**document.gold, "vendor": (seller,), "vendor_address": (" ".join(address.split()),)}
    return replace(document, text=text, gold=gold)
