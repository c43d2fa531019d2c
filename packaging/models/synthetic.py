"""Generated office documents with gold spans: letters, forms, tables, notes, statements, mails."""

from __future__ import annotations

import csv
import random
import re
import string
from pathlib import Path

import phrases
from corpora import Sample, Span, joined

SLOT_TYPES = {
    "person": "PERSON", "upper_person": "PERSON", "first": "PERSON", "last": "PERSON", "org": "ORGANIZATION",
    "city": "LOCATION", "country": "LOCATION", "address": "STREET_ADDRESS", "street": "STREET_ADDRESS",
    "date": "DATE_TIME", "dob": "DATE_TIME", "weekday": "?DATE_TIME", "month": "?DATE_TIME", "year": "?DATE_TIME",
    "age": "AGE", "age_year": "AGE", "nrp": "NRP", "phone": "PHONE_NUMBER", "email": "EMAIL_ADDRESS", "id": "ID",
    "account": "ACCOUNT_NUMBER", "user": "USERNAME",
}  # fmt: skip
_SLOT = re.compile(r"\{(\w+)\}")
_PARTICLES = {"de": ["von", "von der", "zu"], "nl": ["van", "van der", "de", "van den"], "fr": ["de", "du", "Le"], "es": ["de la", "del"], "it": ["De", "Di", "Della"], "pt": ["da", "dos", "de"], "en": ["Mc", "O'", "St."]}  # fmt: skip
_HOME = {"en": ("GB", "US", "CA", "AU", "NZ", "IE", "IN", "ZA"), "de": ("DE", "AT", "CH"), "fr": ("FR", "BE", "CH", "CA"), "es": ("ES", "MX", "AR", "CO", "PE"), "it": ("IT",), "pt": ("PT", "BR"), "nl": ("NL", "BE"), "pl": ("PL",)}  # fmt: skip


def _split(words: str) -> list[str]:
    """Names in a list: those with spaces are set off by bars."""
    head, *rest = words.split("|")
    return (
        ([head, *rest] if rest and " " in head and not head.count(" ") > 3 else [*head.split(), *rest])
        if rest
        else head.split()
    )


class Names:
    """Forenames and surnames of the CC0 lists by country; a tenth is kept for held-out documents."""

    def __init__(self, data: Path, heldout: bool) -> None:
        folder = data / "ner" / "resources" / "names_by_country_cc0"
        self.first = self._read(folder / "common-forenames-by-country.csv", heldout)
        self.last = self._read(folder / "common-surnames-by-country.csv", heldout)
        self.extra_last = self._extra(data, "Surname", heldout)
        self.extra_first = self._extra(data, "GivenName", heldout)
        self.jobs = sorted({row["Occupation"] for row in self._rows(data)})
        self.cities = sorted({row["City"].title() for row in self._rows(data) if row["City"].isascii()})
        self.companies = self._companies(data, heldout)

    @staticmethod
    def _rows(data: Path) -> list[dict[str, str]]:
        path = data / "ner" / "resources" / "presidio" / "FakeNameGenerator.com_3000.csv"
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))

    def _extra(self, data: Path, column: str, heldout: bool) -> list[str]:
        return sorted({row[column] for row in self._rows(data) if _is_heldout(row[column]) is heldout})

    @staticmethod
    def _companies(data: Path, heldout: bool) -> list[str]:
        path = data / "ner" / "resources" / "presidio" / "companies_and_organizations.csv"
        lines = path.read_text("utf-8").splitlines()[1:]
        names = [line.strip('" ') for line in lines if 2 < len(line) < 60]
        return [name for name in names if _is_heldout(name) is heldout]

    @staticmethod
    def _read(path: Path, heldout: bool) -> dict[str, list[str]]:
        out: dict[str, list[str]] = {}
        with path.open(encoding="utf-8-sig", newline="") as stream:
            for row in csv.DictReader(stream):
                for column in ("Romanized Name", "Localized Name"):
                    name = row[column].strip()
                    latin = name and ord(max(name)) < 0x250
                    if latin and _is_heldout(name) is heldout:
                        out.setdefault(row["Country"], []).append(name)
        return out


def _is_heldout(name: str) -> bool:
    return sum(map(ord, name)) % 10 == 3


class Generator:
    """Draws documents; the same seed gives the same documents."""

    def __init__(self, data: Path, seed: int, heldout: bool = False) -> None:
        self.random = random.Random(f"generator-{seed}-{heldout}")
        self.names = Names(data, heldout)
        self.heldout = heldout
        self.lang = "en"

    # --- names ---------------------------------------------------------------------------------

    def _country(self) -> str:
        return self.random.choice(_HOME[self.lang]) if self.random.random() < 0.55 else ""

    def _pick(self, by_country: dict[str, list[str]], extra: list[str], country: str) -> str:
        if country in by_country:
            return self.random.choice(by_country[country])
        if self.random.random() < 0.5:
            return self.random.choice(extra)
        return self.random.choice(by_country[self.random.choice(sorted(by_country))])

    def first(self) -> str:
        name = self._pick(self.names.first, self.names.extra_first, self._country())
        roll = self.random.random()
        if roll < 0.04:
            return f"{name}-{self._pick(self.names.first, self.names.extra_first, '')}"
        return self._invent() if roll < 0.10 else name

    def last(self) -> str:
        name = self._pick(self.names.last, self.names.extra_last, self._country())
        roll = self.random.random()
        if roll < 0.05:
            return f"{name}-{self._pick(self.names.last, self.names.extra_last, '')}"
        if roll < 0.09 and self.lang in _PARTICLES:
            particle = self.random.choice(_PARTICLES[self.lang])
            return f"{particle}{name}" if particle in ("Mc", "O'") else f"{particle} {name}"
        return self._invent() if roll < 0.19 else name

    def _invent(self) -> str:
        """A name that stands in no list."""
        syllables = [
            "ka",
            "lo",
            "mi",
            "ren",
            "tor",
            "va",
            "sha",
            "bel",
            "dri",
            "nov",
            "har",
            "gu",
            "zen",
            "wil",
            "chu",
            "pe",
            "ost",
            "mar",
            "ish",
            "ya",
            "kov",
            "ler",
            "son",
            "dal",
            "tre",
        ]
        return "".join(self.random.choice(syllables) for _ in range(self.random.randint(2, 4))).capitalize()

    def person(self) -> str:
        first, last = self.first(), self.last()
        initial = self.random.choice(string.ascii_uppercase)
        forms = (
            (f"{first} {last}", 60), (f"{first} {initial}. {last}", 7), (f"{initial}. {last}", 6), (f"{last}, {first}", 7),
            (f"{first} {self.first()} {last}", 6), (f"{last} {first}", 3), (f"{first} {last}".upper(), 4), (f"{last.upper()} {first}", 3),
            (f"{first} {last} {self.last()}", 8 if self.lang in ("es", "pt") else 2), (f"{initial}.{self.random.choice('ABDJM')}. {last}", 2),
            (f"{first} {last} Jr.", 1), (f"{last}, {first} {initial}.", 2),
        )  # fmt: skip
        return self.random.choices([form for form, _ in forms], [weight for _, weight in forms])[0]

    def upper_person(self) -> str:
        return self.person().upper()

    def org(self) -> str:
        roll = self.random.random()
        if roll < 0.4:
            return self.random.choice(self.names.companies)
        form = self.random.choice(phrases.COMPANY_FORMS[self.lang])
        stem = (
            self.last()
            if roll < 0.65
            else " ".join(self.random.sample(phrases.COMPANY_WORDS, self.random.randint(1, 2)))
        )
        if roll > 0.9:
            return f"{self.city()} {self.random.choice(['University', 'Hospital', 'City Council', 'General Hospital', 'Bank', 'United'])}"
        return f"{stem} {form}" if roll < 0.8 else f"{stem} & {self.last()} {form}"

    # --- places, dates, numbers ------------------------------------------------------------------

    def city(self) -> str:
        if self.random.random() < 0.45:
            return self.random.choice(self.names.cities)
        return self.random.choice(_split(phrases.CITIES[self.lang]))

    def country(self) -> str:
        return self.random.choice(_split(phrases.COUNTRIES[self.lang]))

    def street(self) -> str:
        words = phrases.STREET_WORDS[self.lang]
        word = self.random.choice(words.split("|") if "|" in words else words.split())
        if self.random.random() < 0.4:
            word = self.last() if self.random.random() < 0.7 else f"{self.first()} {self.last()}"
        form = self.random.choice(phrases.STREETS[self.lang])
        return form.format(n=self.random.randint(1, 400), m=self.random.randint(1, 60), w=word)

    def address(self) -> str:
        shape = self.random.choice(("#####", "#####", "## ###", "#### @@", "@@# #@@", "####", "####-###"))
        code, city = self.pattern(shape), self.city()
        separator = self.random.choice((", ", ", ", "\n", "\n", " "))
        town = self.random.choice(
            (
                f"{code} {city}",
                f"{code} {city}",
                f"{city} {code}",
                f"{city}, {self.random.choice(['CA', 'TX', 'NY', 'IL'])} {code}",
            )
        )
        tail = separator + self.country() if self.random.random() < 0.2 else ""
        return f"{self.street()}{separator}{town}{tail}"

    def pattern(self, shape: str) -> str:
        """# a digit, @ a capital letter."""
        digits, capitals = string.digits, string.ascii_uppercase
        return "".join(
            self.random.choice(digits if c == "#" else capitals) if c in "#@" else c for c in shape
        )

    def date(self) -> str:
        r, lang = self.random, self.lang
        day, month, year = r.randint(1, 28), r.randint(1, 12), r.randint(1935, 2026)
        name = phrases.MONTHS[lang].split()[month - 1]
        forms = [
            f"{day:02}.{month:02}.{year}",
            f"{day:02}/{month:02}/{year}",
            f"{year}-{month:02}-{day:02}",
            f"{day}/{month}/{year % 100:02}",
            f"{day} {name} {year}",
            f"{day:02}-{month:02}-{year}",
        ]
        forms += {
            "en": [
                f"{name} {day}, {year}",
                f"{name} {day}",
                f"{day}th of {name} {year}",
                f"{name[:3]} {day}, {year}",
                f"{name} {year}",
                f"{day}-{name[:3]}-{year}",
            ],
            "de": [f"{day}. {name} {year}", f"{name} {year}"],
            "es": [f"{day} de {name} de {year}"],
            "pt": [f"{day} de {name} de {year}"],
            "fr": [f"{day} {name} {year}", f"1er {name} {year}"],
        }.get(lang, [])
        return r.choice(forms)

    dob = date

    def weekday(self) -> str:
        return self.random.choice(phrases.WEEKDAYS[self.lang].split())

    def month(self) -> str:
        return self.random.choice(phrases.MONTHS[self.lang].split())

    def year(self) -> str:
        return str(self.random.randint(1950, 2026))

    def age(self) -> str:
        return str(self.random.randint(1, 98))

    def age_year(self) -> str:
        return self.random.choice(phrases.AGES[self.lang]).format(a=self.age())

    def nrp(self) -> str:
        return self.random.choice(phrases.NATIONS[self.lang].split())

    def phone(self) -> str:
        return self.pattern(
            self.random.choice(
                (
                    "+## ### #######",
                    "(###) ###-####",
                    "###-###-####",
                    "0#### ######",
                    "+1 ### ### ####",
                    "0### #######",
                    "## ## ## ## ##",
                    "+## (0) ## ########",
                    "0## - ### ## ##",
                    "### ### ###",
                    "0######-###",
                    "+##-##-####-####",
                    "###.###.####",
                    "##########",
                )
            )
        )

    def email(self) -> str:
        r = self.random
        first, last = (re.sub(r"[^a-z]", "", name.lower()) or "info" for name in (self.first(), self.last()))
        host = r.choice(
            [
                "gmail.com",
                "example.org",
                "outlook.com",
                "web.de",
                "orange.fr",
                "yahoo.es",
                "libero.it",
                "wp.pl",
                "mail.com",
                f"{last}.com",
                f"{r.choice(phrases.COMPANY_WORDS).lower()}.co.uk",
                f"{r.choice(phrases.COMPANY_WORDS).lower()}.nl",
            ]
        )
        return r.choice(
            [
                f"{first}.{last}@{host}",
                f"{first[0]}{last}@{host}",
                f"{first}{r.randint(1, 99)}@{host}",
                f"{last}@{host}",
                f"{first}_{last}@{host}",
                f"{first.title()}.{last.title()}@{host}",
            ]
        )

    def id(self) -> str:
        return self.pattern(
            self.random.choice(
                (
                    "########",
                    "#######",
                    "###-##-####",
                    "@########",
                    "@@######@",
                    "@@ ## ## ## @",
                    "### ### ####",
                    "## ### ### ###",
                    "########@",
                    "@#######",
                    "MRN-######",
                    "P-#####",
                    "EMP####",
                    "# ## ## ## ### ### ##",
                    "@@@@@@##@##@###@",
                    "###########",
                    "###.###.###-##",
                    "@@@######",
                    "## ######@###",
                    "K-######",
                    "######/####",
                    "## ## #####",
                )
            )
        )

    def account(self) -> str:
        return self.pattern(
            self.random.choice(
                (
                    "DE## #### #### #### #### ##",
                    "GB##@@@@##############",
                    "FR## #### #### #### #### #### ###",
                    "ES## #### #### #### #### ####",
                    "NL##INGB##########",
                    "PL## #### #### #### #### #### ####",
                    "########",
                    "##-##-## ########",
                    "#### #### #### ####",
                    "################",
                    "##########",
                    "####-####-####-####",
                    "IT##@##########@@@@@@@@@@@@",
                    "XXXX-XXXX-XXXX-####",
                    "PT## #### #### #### #### #### #",
                )
            )
        )

    def user(self) -> str:
        first, last = (re.sub(r"[^a-z]", "", name.lower()) or "user" for name in (self.first(), self.last()))
        return self.random.choice(
            [
                f"{first}{self.random.randint(1, 999)}",
                f"{first[0]}{last}",
                f"{first}_{last}",
                f"{first}.{last}",
                f"x{last}x",
                f"{last}{self.random.randint(70, 99)}",
                f"{first}{last}",
                f"The{first.title()}{last.title()}",
            ]
        )

    # --- without gold ----------------------------------------------------------------------------

    def money(self) -> str:
        amount = f"{self.random.randint(1, 99999):,}.{self.random.randint(0, 99):02}"
        return self.random.choice(
            (f"${amount}", f"€ {amount}", f"{amount} EUR", f"£{amount}", f"{amount} zł", amount)
        )

    def number(self) -> str:
        return self.pattern(
            self.random.choice(
                ("#", "##", "###", "####", "2024-###", "INV-#####", "RE#####", "PO-####", "##/##")
            )
        )

    def version(self) -> str:
        return self.pattern("#.##.#")

    def word(self) -> str:
        return self.random.choice(phrases.WORDS)

    def product(self) -> str:
        return self.random.choice(phrases.PRODUCTS)

    def role(self) -> str:
        return self.random.choice(self.names.jobs if self.random.random() < 0.6 else phrases.ROLES)

    def title(self) -> str:
        return self.random.choice(phrases.TITLES[self.lang])

    def man(self) -> str:
        return self.random.choice(phrases.MEN)

    # --- documents -------------------------------------------------------------------------------

    def fill(self, template: str) -> Sample:
        """A template with its slots filled."""
        text, spans, place = "", [], 0
        for match in _SLOT.finditer(template):
            text += template[place : match.start()]
            value = getattr(self, match[1])()
            label = SLOT_TYPES.get(match[1])
            if label and value:
                spans.append(Span(len(text), len(text) + len(value), label))
            text += value
            place = match.end()
        return Sample(text + template[place:], tuple(spans), frozenset(), "generated")

    def _mine(self, templates: list[str]) -> list[str]:
        """Every seventh template is kept for held-out documents (short lists are shared)."""
        if len(templates) < 14:
            return templates
        return [one for number, one in enumerate(templates) if (number % 7 == 3) is self.heldout]

    def form(self) -> Sample:
        """Keys and values in one of many layouts."""
        r = self.random
        labels = phrases.LABELS[self.lang]
        kinds = r.choices(
            sorted(labels),
            [3 if k in ("person", "id", "address", "account") else 1 for k in sorted(labels)],
            k=r.randint(2, 8),
        )
        layout = r.choice(
            (
                ": {}",
                ": {}",
                ": {}",
                ":  {}",
                "\t{}",
                " {}",
                ":\n{}",
                "\n{}",
                " : {}",
                " - {}",
                ":{}",
                " | {}",
                ".......... {}",
            )
        )
        after = r.choice(("\n", "\n", "\n", "\n\n", "   ", "; "))
        lines = []
        for kind in kinds:
            label = r.choice(labels[kind])
            if r.random() < 0.1:
                label = label.upper()
            lines.append(self.fill(label + layout.format("{" + kind + "}")))
        return joined(lines, after)

    def table(self) -> Sample:
        """A header and rows."""
        r = self.random
        labels = phrases.LABELS[self.lang]
        kinds = [
            "person",
            *r.sample([k for k in sorted(labels) if k not in ("person", "address")], r.randint(1, 4)),
        ]
        r.shuffle(kinds)
        separator = r.choice(("\t", " | ", ",", ";", "  ", "\n"))
        rows = [self.fill(separator.join(r.choice(labels[k]) for k in kinds))] if r.random() < 0.7 else []
        rows += [self.fill(separator.join("{" + k + "}" for k in kinds)) for _ in range(r.randint(1, 4))]
        return joined(rows, "\n")

    def prose(self) -> Sample:
        """Sentences with and without something private."""
        r = self.random
        private = self._mine(phrases.SENTENCES[self.lang])
        plain = self._mine(phrases.NOTHING_PRIVATE[self.lang])
        parts = [
            self.fill(r.choice(private if r.random() < 0.7 else plain))
            for _ in range(r.choice((1, 1, 2, 3, 4)))
        ]
        return joined(parts, r.choice((" ", " ", "\n", "\n\n")))

    def plain(self) -> Sample:
        """Nothing private at all."""
        plain = self._mine(phrases.NOTHING_PRIVATE[self.lang])
        return joined(
            [self.fill(self.random.choice(plain)) for _ in range(self.random.choice((1, 1, 2, 3)))],
            self.random.choice((" ", "\n")),
        )

    def any_plain(self) -> Sample:
        """Nothing private, in a random language."""
        self.lang = self.random.choice(sorted(phrases.LABELS))
        return self.plain()

    def names_list(self) -> Sample:
        """Names one below the other or in a row: attendance, cast, signatories."""
        separator = self.random.choice(("\n", ", ", "; ", "\n- ", " / "))
        kind = self.random.choice(
            (
                "{person}",
                "{person}",
                "{first}",
                "{last}",
                "{person}, {role}",
                "{person} ({org})",
                "{title} {last}",
            )
        )
        return joined([self.fill(kind) for _ in range(self.random.randint(1, 5))], separator)

    def document(self) -> Sample:
        """One document of a random kind and language."""
        r = self.random
        self.lang = r.choices(
            sorted(phrases.LABELS),
            [5 if one == "en" else 3 if one == "de" else 2 for one in sorted(phrases.LABELS)],
        )[0]
        make = r.choices((self.form, self.table, self.prose, self.plain, self.names_list), (5, 2, 9, 3, 1.5))[
            0
        ]
        sample = make()
        if r.random() < 0.15 and len(sample.text) < 250:
            sample = joined([sample, self.prose()], "\n")
        return sample
