"""Public papers of a desk: résumés, letters, forms, tax forms, insurance, identity, pay, statements, receipts, invoices.

They lie in `MORE/public` beside those of `classify_public.py`, files as their repositories hold them. Résumés: free-cvs and stated-cvs
(a folder for each repository, its owner and name joined by a plus; the first have a free licence, the second none or LPPL or GPL),
kaggle-resumes (monamete/Resume-Screening-App, which holds a set of the Kaggle site). Letters: hackney-letters
(LBHackney-IT/lbh-income-api), court-letters (SuffolkLITLab, a folder for each package docassemble-*), fradmin (glpda/typst-fradmin),
leavex (everton137/leavex.eu), defund12 (defund12/defund12.org), rms-letters (rms-open-letter and rms-support-letter, their sites).
Forms: mhclg-forms (communitiesuk/digital-form-builder), fhir-forms (HL7/sdc, aehrc/smart-forms, uwcirg/fhir-questionnaires), court-forms
(SuffolkLITLab again), open-brain-consent (con/open-brain-consent), pdfcpu (pdfcpu/pdfcpu), azure-forms
(Azure-Samples/cognitive-services-REST-api-samples), petit-roque (petitroquesva/sva), club-forms (a folder for each
repository, the printed words of its TeX form), pdfjs (mozilla/pdf.js, test files that others made; also tax forms and insurance).
Tax forms: direct-file (IRS-Public/direct-file), ct600 (cybermaggedon/ct600-fill), canada-t1 (blamario/canadian-income-tax), pdf-lib (Hopding/pdf-lib). Insurance: azure-documents
(Azure-Samples/azure-ai-document-processing-samples, also invoices), aws-documents (aws-samples/aws-ai-intelligent-document-processing,
also forms), insurance-claims (deepakchoudhary-dc/auto-insurance-claim-processor, ritwikraj16/ai-mcp, run-llama/llamacloud-demo), gdv
(felixn95/quarkus-rag), allianz-fr (Allianz-Marseille/saas-27102025), mila (Nicolas3269/location-backend). Identity: id-parser
(c0shea/IdParser), mrz-parsers (GioviQ/MRZ, appintheair/MRZParser, snifter/MRZCode.NET). Pay: hr-payslips (Jay4Codes/RAG-Lexical-Search).
Statements: reckon (cantino/reckon), bank2ynab (bank2ynab/bank2ynab), rechnungspilot (nicolettas-muggelbude/RechnungsPilot). Receipts:
rewe-ebon (e-kotov/rewe-ebon-parser), op-receipts (EricCheung3/op-backend). Of several kinds: live-verify (paul-hammant/live-verify, pictures
of papers drawn in its pages). Sources whose licence does not clearly allow training only measure. Folders that are missing are left out;
test parts are never read.
"""

from __future__ import annotations

import csv
import io
import json
import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from classify_public import Source, Texts, cut_up, markdown, plain, seen, unmarked

Json = dict[str, Any]
_STUB = 300
"""Characters below which a paper tells too little."""


def _pick(found: Iterable[str], rng: random.Random, most: int = 120, least: int = _STUB) -> Iterator[str]:
    """At most so many different texts that are no stubs."""
    kept = sorted({text.strip() for text in found if len(text.strip()) >= least})
    rng.shuffle(kept)
    yield from kept[:most]


def _gathered(
    find: Callable[[Path, random.Random], Iterable[str]], most: int = 120, least: int = _STUB
) -> Texts:
    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        yield from _pick(list(find(folder, rng)), rng, most, least)

    return texts


_PRODUCED = re.compile(
    r"(?m)^(?:D:\d{14}.*|xmptk: .*|(?:Producer|ModifyDate|CreateDate|MetadataDate|CreatorTool|format|DocumentID|InstanceID|lang|li): .*"
    r"|.*(?:pdfcpu|testdata/json).*|[\w.]*(?:\[\d+\])[\w.\[\]]*|\w+_\w+(?:__\d+)?)\n?"
)


def _page_text(path: Path) -> str:
    """A file without the names of its fields and of the program that made it."""
    return _PRODUCED.sub("", seen(path))


def _stretches(text: str, rng: random.Random) -> Iterator[str]:
    """A long form a page or two at a time, a short one whole."""
    for part in cut_up(text, rng) if len(text) > 6000 else [text]:
        if len(part) > 500 and len(re.findall(r"[^\W\d_]{2,}", part)) > 60:
            yield part


def _forms(*patterns: str, but: str = r"^$") -> Texts:
    def find(folder: Path, rng: random.Random) -> Iterator[str]:
        for path in [found for pattern in patterns for found in sorted(folder.glob(pattern))]:
            if not re.search(but, str(path.relative_to(folder))):
                yield from _stretches(_page_text(path), rng)

    return _gathered(find)


# Résumés


def _hidden(text: str, rng: random.Random) -> str:
    """A résumé without the ways to reach its owner."""
    text = re.sub(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "name@example.org", text)
    return re.sub(
        r"(?:\+|\(0|\b0)[\d ()./-]{8,}\d",
        lambda hit: re.sub(r"\d", lambda _: str(rng.randint(0, 9)), hit.group()),
        text,
    )


_ACCENTS = {"`": "\u0300", "'": "\u0301", "^": "\u0302", '"': "\u0308", "~": "\u0303", "c": "\u0327", "v": "\u030c", "k": "\u0328", ".": "\u0307", "r": "\u030a", "H": "\u030b"}  # fmt: skip
_SIGNS = {
    r"\ss": "ß", r"\l": "ł", r"\L": "Ł", r"\o": "ø", r"\ae": "æ", r"\oe": "œ", r"\aa": "å", r"\euro": "€", r"\LaTeX": "LaTeX", r"\TeX": "TeX",
    r"\textbullet": "•", r"\ldots": "…", r"\dots": "…", r"\textendash": "–", r"\today": "12.03.2021", r"\i": "i",
}  # fmt: skip


def _letters_of_tex(text: str) -> str:
    """Letters that TeX writes as commands."""

    def composed(hit: re.Match[str]) -> str:
        return unicodedata.normalize("NFC", hit.group(2).replace("\\i", "i") + _ACCENTS[hit.group(1)])

    text = re.sub(r"""\\([`'^"~.])\s*\{?(\\i|[A-Za-z])\}?""", composed, text)
    text = re.sub(r"\\([cvkrH])\{([A-Za-z])\}", composed, text)
    text = re.sub(
        r"(\\[A-Za-z]+)(?![A-Za-z])(?:\{\}|\s)?", lambda hit: _SIGNS.get(hit.group(1), hit.group()), text
    )
    return re.sub(r"\\([&%$#_{}])", r"\1", text.replace("~", " ").replace("---", "—").replace("--", "–"))


_SILENT = (
    r"\\(?:vspace|hspace|vskip|setlength|addtolength|color|textcolor|definecolor|colorlet|includegraphics|usepackage|documentclass|pagestyle|thispagestyle"
    r"|fontsize|selectfont|bibliography\w*|nocite|cite\w*|label|ref|geometry|hypersetup|renewcommand|newcommand|providecommand|def|columnratio|rule"
    r"|photo|cvtheme|moderncv\w*|nopagenumbers|ecv\w*height|setmainfont|setsansfont|fontdir|colorbox|resizebox|scalebox|raisebox|parbox|input|include|today"
    r"|begin|end|par|noindent|bigskip|medskip|smallskip|newpage|pagebreak|clearpage|linebreak|hfill|vfill|centering|small\w*|large|Large|LARGE|huge|Huge|tiny"
    r"|footnotesize|normalsize|bfseries|itshape|scshape|rmfamily|sffamily|raggedright|fa[A-Z]\w*|makecvtitle|maketitle|makecvheader|makecvfooter|hrulefill|hline)"
    r"\*?(?:\[[^\]]*\])*"
)


def _of_tex(path: Path, depth: int = 0) -> str:
    """What a TeX document prints, roughly, with the files it takes in."""
    text = re.sub(r"(?<!\\)%[^\n]*", "", plain(path))
    if depth < 3:
        text = re.sub(
            r"\\(?:input|include|import\{[^}]*\})\{([^}\n]+)\}",
            lambda hit: _part_of_tex(path, hit.group(1), depth),
            text,
        )
    head, _, body = text.partition(r"\begin{document}")
    if not body:
        return text
    named = re.findall(
        r"\\(?:name|firstname|familyname|lastname|title|position|address|phone|mobile|email|homepage|ecvname|ecvaddress|ecvtelephone|ecvemail)"
        r"(?:\[[^\]]*\])?((?:\{[^{}]*\}){1,3})", head)  # fmt: skip
    return "\n".join(named) + "\n" + body.split(r"\end{document}")[0]


def _part_of_tex(path: Path, name: str, depth: int) -> str:
    for base in (path.parent, path.parent.parent):
        for part in (base / name, base / f"{name}.tex"):
            if part.is_file() and part.suffix == ".tex" and part != path:
                return _of_tex(part, depth + 1)
    return ""


def _printed_tex(path: Path) -> str:
    """A TeX document as lines of text."""
    text = _letters_of_tex(_of_tex(path))
    text = re.sub(r"\\(?:begin|end)\{[^}]*\}(?:\[[^\]]*\])*(?:\{[^{}\n]*\})*", "\n", text)
    text = re.sub(
        r"\\href\{[^}]*\}|\\url|\\(?:color|textcolor|fontsize|vspace|hspace|setlength|definecolor)\*?(?:\{[^}]*\}){1,2}",
        "",
        text,
    )
    text = re.sub(r"\\(?:cv)?(?:section|subsection|subsubsection|sectiontitle|rubric)\*?\{", r"\n\n{", text)
    text = re.sub(r"\\item\b", "\n- ", re.sub(r"\\\\(?:\[[^\]]*\])?|\\newline\b", "\n", text))
    text = re.sub(_SILENT, " ", text)
    text = re.sub(r"\\[A-Za-z@]+\*?(?:\[[^\]]*\])?", "", re.sub(r"\}\s*\{", "\n", text))
    text = re.sub(r"[{}$]|\\[,;:! /]|\\$", "", text).replace("&", " ")
    lines = (re.sub(r"\s+", " ", line).strip(" ,;|") for line in text.split("\n"))
    return re.sub(
        r"\n{3,}",
        "\n\n",
        "\n".join(
            line for line in lines if not re.fullmatch(r"[-–\d.]*(?:cm|mm|pt|em|ex)?", line) or not line
        ),
    )


def _typeset(path: Path) -> str:
    """What a Typst document says in brackets, strings, headings and lists."""
    said = []
    for line in plain(path).split("\n"):
        line = line.strip()
        if re.match(
            r"(?://|#(?:import|let|show|set|include|pagebreak|v\()|\]|\)|\}|metadata|logo:|paper|font|color|accent|lang\w*:|profile-picture|.*image\()",
            line,
        ):
            continue
        if line.startswith("="):
            said.append(f"\n{line.lstrip('= ')}")
        elif re.match(r"[-+] |[A-ZÀ-Ý]", line) and "#" not in line:
            said.append(line)
        else:
            said += [first or second for first, second in re.findall(r'\[([^\[\]]+)\]|"([^"]+)"', line)]
    text = re.sub(
        r"#\w+(?:\([^)]*\))?|[*_\\]", "", "\n".join(part for part in said if "@preview" not in part)
    )
    return re.sub(r"\n{3,}", "\n\n", text)


_NOT_A_CV = re.compile(
    r"(?i)cover|letter|cl_en|card|transcript|portfolio|flag|logo|header|contact|userguide|style|preamble|config|settings|symbol|pubs|template-zh|cv_ua"
    r"|bulgarian|greek|maltese|zhsample|resources/|icon|cv_common|textos|europecv\.tex|fontawesome|publications|-zh|unstyled|swissen|blockish|mini_cv|/legacy|copy"
)
_OF_A_CV = re.compile(
    r"(?i)experience|education|employ|career|skills|formation|expérience|compétenc|ausbildung|berufs|kenntnisse|experiencia|formación|esperienz|istruzione"
    r"|doświadczenie|wykształcenie|experiência|formação|educação|opleiding|ervaring|werk"
)


def _cv_files(base: Path) -> Iterator[str]:
    """Every résumé of a repository: what its printed file says, or its source where nothing is printed."""
    paths = [
        path
        for path in sorted(base.rglob("*"))
        if path.is_file() and not _NOT_A_CV.search(str(path.relative_to(base)))
    ]
    printed = {path.stem for path in paths if path.suffix == ".pdf"}
    for path in paths:
        if path.suffix == ".pdf":
            yield _page_text(path)
        elif path.suffix == ".tex" and path.stem not in printed and "\\begin{document}" in plain(path):
            yield _printed_tex(path)
        elif path.suffix in (".md", ".txt") and path.name not in ("README.md", "LICENSE.md", "LICENSE.txt"):
            yield markdown(path)


def _cvs(where: str, *, sure: str = "") -> Texts:
    """Résumés of people who keep theirs in a repository."""

    def find(folder: Path, rng: random.Random) -> Iterator[str]:
        for base in sorted((folder / where).glob("*")):
            if re.search(sure, base.name):
                for text in _cv_files(base):
                    if (
                        len(set(_OF_A_CV.findall(text.lower()))) > 1
                        and text.lower().count("lorem") < 3
                        and "blah blah" not in text
                    ):
                        yield _hidden(text, rng)

    return _gathered(find)


def _typst_cvs(folder: Path, rng: random.Random) -> Iterator[str]:
    """Résumés that come with templates of Typst, those in parts put together."""
    base = folder / "free-cvs"
    for language in ("en", "fr"):
        parts = [
            base / "mintyfrankie+brilliant-CV" / "template" / f"modules_{language}" / f"{part}.typ"
            for part in ("professional", "education", "projects", "skills", "certificates")
        ]
        yield "\n\n".join(_typeset(part) for part in parts if part.is_file())
    content = base / "AsiSkarp+grotesk-cv" / "src/template/content"
    yield "\n\n".join(
        _typeset(content / f"{part}.typ")
        for part in ("personal", "profile", "experience", "education", "skills", "languages")
        if (content / f"{part}.typ").is_file()
    )
    for name in (
        "DeveloperPaul123+modern-cv/template/resume.typ",
        "peterpf+modern-typst-resume/template/main.typ",
        "dialvarezs+neat-cv/template/cv.typ",
    ):
        if (base / name).is_file():
            yield _typeset(base / name)


def _screened(folder: Path, rng: random.Random) -> Iterator[str]:
    """Résumés that people sent to employers in India, as a set for screening holds them."""
    path = folder / "kaggle-resumes/updated/UpdatedResumeDataSet.csv"
    if not path.is_file():
        return
    csv.field_size_limit(10_000_000)
    for row in csv.DictReader(io.StringIO(plain(path))):
        yield _hidden(row["Resume"].encode("cp1252", "ignore").decode("utf-8", "ignore"), rng)


# Letters


_PEOPLE = (
    "Rosa Delgado",
    "Martin Oyelaran",
    "Helen Strand",
    "Daniel Kowalczyk",
    "Ifeoma Clarke",
    "Grace Lindqvist",
)
_HOMES = ("31 Alder Court, Flat 6", "8 Wharf Road", "212 Maple Street, Apt. 3B", "17 Fenwick Gardens")
_TOWNS = ("London E8 3PQ", "London N16 7TR", "Lowell, MA 01852", "Duluth, MN 55805")
_FIRMS = (
    "Harborview Properties LLC",
    "Meridian Recovery Services",
    "Castellan Motors, Inc.",
    "Northfield Housing Trust",
)


def _day(rng: random.Random) -> str:
    months = ("January", "March", "April", "June", "August", "October", "November")
    return f"{rng.randint(1, 28)} {rng.choice(months)} {rng.randint(2016, 2024)}"


def _told_by_council(tag: str, rng: random.Random) -> str:
    """What a gap of a council's letter might hold."""
    if re.search(r"balance|amount|charge|payable|shortfall", tag):
        return f"{rng.randint(80, 2400)}.{rng.randint(0, 99):02}"
    if "date" in tag:
        return _day(rng)
    known = {"title": "Ms", "surname": "Delgado", "forename": "Rosa", "postcode": rng.choice(_TOWNS[:2]), "frequency": "weekly", "time": "10:30",
             "outcome": "suspended possession on terms", "username": "J. Abernethy"}  # fmt: skip
    for part, value in known.items():
        if part in tag:
            return value
    if re.search(r"address1|property|tenant_address", tag):
        return rng.choice(_HOMES[:2])
    if "name" in tag:
        return rng.choice(_PEOPLE)
    return str(rng.randint(10**8, 10**9)) if "ref" in tag else ""


def _council_letters(folder: Path, rng: random.Random) -> Iterator[str]:
    """Letters of a London borough to tenants and leaseholders who owe it money, filled in twice."""
    base = folder / "hackney-letters" / "lib/hackney/pdf/templates"
    for path in sorted([*base.glob("income/*.erb"), *base.glob("leasehold/*.erb")]):
        for _ in range(2):
            text = re.sub(r"<%=\s*@(\w+)\s*%>", lambda hit: _council_part(base, hit.group(1)), plain(path))
            text = re.sub(r"<%=(.*?)%>", lambda hit: _told_by_council(hit.group(1), rng), text)
            text = re.sub(r"(?is)<style.*?</style>|<img[^>]*>|<%.*?%>", "", text)
            text = unmarked(
                re.sub(r"(?i)</?(?:p|div|h\d|li|tr|td|th|br|ul)\b[^>]*>", "\n", re.sub(r"\s+", " ", text))
            )
            yield text if rng.random() < 0.6 else text[text.find("Dear") :]


def _council_part(base: Path, name: str) -> str:
    """The parts that several letters share; their forms for an answer are left away."""
    parts = {
        "hackney_address": "income/partials/hackney_address.html.erb",
        "sender_address": "layouts/sender_address.erb",
    }
    if name in (
        "logo",
        "payment_options",
        "reply_form",
        "reply_form_lba",
        "payment_tables_lba",
        "financial_statement_lba",
        "signature_base64",
    ):
        return ""
    path = base / parts.get(name, "-")
    if path.is_file():
        return plain(path)
    return f"<%= {name} %>"


_TROUBLES = ("the heating has not worked since the first frost", "water comes through the kitchen ceiling whenever it rains", "the gearbox slips between second and third gear",
             "I cannot stand for longer than half an hour because of a spinal injury")  # fmt: skip


def _told_by_tenant(tag: str, firm: str, rng: random.Random) -> str:
    """What a gap of a form letter might hold."""
    ours = "users" in tag
    if '"I" if' in tag or "I am" in tag:
        return "I am" if "I am" in tag else "I"
    if parts := re.search(r"(month|day|year)_of", tag):
        return {"month": "March", "day": str(rng.randint(1, 28)), "year": "2021"}[parts.group(1)]
    if re.search(r"date|today|move_out|date_return|repair_notice", tag):
        return _day(rng)
    if "address" in tag:
        street, town = (_HOMES[2], _TOWNS[2]) if ours else (_HOMES[1], _TOWNS[3])
        if "line_one" in tag:
            return street
        return (
            town if "line_two" in tag else f"{street}, {town}" if "one_line" in tag else f"{street}\n{town}"
        )
    if re.search(r"issue|description|request|disabilit|experience|reason|need", tag):
        return rng.choice(_TROUBLES)
    if re.search(r"value|demand|days|account|number|VIN|year", tag):
        return str(rng.randint(12, 4800))
    return _PEOPLE[0] if ours else firm


def _form_letters(folder: Path, rng: random.Random) -> Iterator[str]:
    """Letters that legal aid lets people send to landlords, dealers and collectors, filled in twice."""
    for path in sorted((folder / "court-letters").glob("**/*.docx")):
        if "next_steps" in path.name:
            continue
        for firm in rng.sample(_FIRMS, 2):
            text = re.sub(r"(?m)^.*\{%.*%\}.*\n?", "", seen(path))
            text = re.sub(
                r"\{\{(.*?)\}\}", lambda hit, firm=firm: _told_by_tenant(hit.group(1), firm, rng), text
            )
            closing = re.search(r"(?m)^(?:Sincerely|Respectfully|Very truly|Thank you)[^\n]*", text)
            yield f"{text[: closing.end()]}\n{_PEOPLE[0]}" if closing else text


def _resignations(folder: Path, rng: random.Random) -> Iterator[str]:
    """A French letter of resignation with the choices its template leaves."""
    path = folder / "fradmin/demissalar/lib.typ"
    if not path.is_file():
        return
    told = [
        line.strip()
        for line in re.findall(r"(?m)^ {2,4}((?:Cependant|Je vous remercie|Lors)[^\n#]*)", plain(path))
    ]
    excuse, thanks, last = (
        [line for line in told if line.startswith(start)][:1] for start in ("Cependant", "Je vous", "Lors")
    )
    people = (
        ("Élodie Marchand", "d'assistante de gestion", "Lyon"),
        ("Karim Benali", "de technicien de maintenance", "Nantes"),
        ("Sophie Guérin", "de comptable", "Lille"),
    )
    for name, job, town in people:
        head = f"{name}\n{rng.randint(2, 90)} rue des Lilas\n{town}\n\nTravail et Cie\nService Ressources Humaines\n30 rue du Pont\n75013 Paris"
        told = [
            "Objet : Démission", "Madame, Monsieur,",
            f"Je vous informe par cette lettre de ma décision de démissionner de mes fonctions {job} exercées depuis le {rng.randint(2, 28)} mars 2017 au sein de l'entreprise.",
            f"J'ai bien noté que les termes de mon contrat de travail prévoient un préavis de {rng.choice(('deux', 'trois'))} mois.",
            *([*excuse, *thanks] if rng.random() < 0.5 else []), *last,
            "Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.",
            f"{town}, le {rng.randint(2, 28)} juin 2023", name,
        ]  # fmt: skip
        yield "\n\n".join([head, *told])


_WORLD = r"\.(?:ar|fa|ja|ko|ru|zh\w*|tr|uk|da|ga|cs|fi|hu|ro|sv)\.md$|_(?:af|ar|el|fa|fi|gl|hu|hy|ja|jp|ko|lmo|lv|nb\w*|ro|rs|sr|ru|se|sv|sq|al|tl|tr|ua|uk|vi|zh\w*|gr|cs|eo|he|id|bg|ca|eu)\.md$"


def _open_letters(*patterns: str) -> Texts:
    """The same letter to the public in several languages, without the notes around it and the names under it."""

    def find(folder: Path, rng: random.Random) -> Iterator[str]:
        for path in [found for pattern in patterns for found in sorted(folder.glob(pattern))]:
            if re.search(_WORLD, path.name.replace("-", "_")):
                continue
            text = re.sub(
                r"(?s)\{\{<\s*(\w+).*?>\}\}.*?\{\{<\s*/\1\s*>\}\}|\{\{.*?\}\}|<[^>\n]*>", "", markdown(path)
            )
            text = re.sub(
                r"(?m)^_Update.*\n",
                "",
                text[max(0, re.search(r"(?m)^\*\*(?!To sign)|^[*_]?20\d\d|\Z", text).start()) :]
                if "leavex" in str(path)
                else text,
            )
            yield re.split(
                r"(?m)^#+ *(?:Sign|Unterz|Firm|Signat|Ondert|Podpis|Assin).*$|^\*\*(?:To sign|Um zu).*$", text
            )[0]

    return _gathered(find)


def _letters_to_officials(folder: Path, rng: random.Random) -> Iterator[str]:
    """What people of American cities write to those they elected; neither greeting nor leave-taking."""
    for path in sorted((folder / "defund12/_letters").glob("**/*.md")):
        found = re.search(r"(?ms)^body: *(.*?)(?=^\w+:|^---|\Z)", plain(path))
        if found is None:
            continue
        text = re.sub(
            r"(?m)^ {2}", "", re.sub(r"^[|>]-?\s*\n|[\"']$", "", found.group(1).strip().lstrip("\"'"))
        )
        if not found.group(1).startswith("|"):
            text = re.sub(r"(?<=\S)\n(?=\S)", " ", text).replace("\\n", "\n").replace("\\", "")
        text = re.sub(r"\[YOUR (?:NAME|FULL NAME)\]|\[Your Name\]", rng.choice(_PEOPLE), text)
        text = re.sub(
            r"\[YOUR DISTRICT NUMBER\]",
            "third",
            re.sub(r"\[Where [^\]]*\]", "parks, libraries and mental health", text),
        )
        yield re.sub(r"\[[A-Z][^\]\n]*\]", "the third district", text)


# Forms


def _funding_forms(folder: Path, rng: random.Random) -> Iterator[str]:
    """Applications to a British ministry for money, as the questions stand on paper."""
    for path in sorted((folder / "mhclg-forms").glob("fsd_config/form_jsons/**/*.json")):
        if "/cy" in str(path):
            continue
        form = json.loads(plain(path))
        choices = {
            item["name"]: [str(one["text"]) for one in item.get("items", [])]
            for item in form.get("lists", [])
        }
        lines = [str(form.get("name") or form["pages"][0]["title"])]
        for number, page in enumerate(form["pages"]):
            if page.get("path") == "/summary":
                continue
            lines += ["", f"{number + 1}. {page['title']}" if rng.random() < 0.8 else page["title"]]
            for part in page.get("components", []):
                lines += _question(part, choices)
        yield "\n".join(lines)


def _question(part: Json, choices: dict[str, list[str]]) -> list[str]:
    """One question with its hint and the place for its answer."""
    told = [
        unmarked(re.sub(r"<(?:li|p|br|h\d)\b[^>]*>", "\n", str(part.get(key, ""))))
        for key in ("title", "hint", "content")
    ]
    kind = part.get("type", "")
    if kind == "YesNoField":
        told.append("☐ Yes   ☐ No")
    elif part.get("list") in choices:
        told += [f"☐ {choice}" for choice in choices[part["list"]]]
    elif kind.endswith("Field"):
        told.append("_" * 40)
    return [line for line in told if line]


def _questionnaires(*patterns: str) -> Texts:
    """Questionnaires of clinics and studies, as the questions stand on paper."""

    def find(folder: Path, rng: random.Random) -> Iterator[str]:
        for path in [found for pattern in patterns for found in sorted(folder.glob(pattern))]:
            form = json.loads(plain(path))
            if form.get("resourceType") != "Questionnaire":
                continue
            box = rng.choice(("☐", "[ ]", "○", "( )"))
            lines = [str(form.get("title", "")), "", *_items(form.get("item", []), box)]
            yield from _stretches(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)), rng)

    return _gathered(find, most=60)


def _items(items: list[Json], box: str) -> Iterator[str]:
    for item in items:
        if text := unmarked(str(item.get("text", ""))):
            yield ("\n" if item.get("type") == "group" else "") + f"{item.get('prefix', '')} {text}".strip()
        options = [
            one.get("valueCoding", {}).get("display") or one.get("valueString")
            for one in item.get("answerOption", [])
        ]
        if any(options):
            yield "   ".join(f"{box} {option}" for option in options if option)
        elif item.get("type") == "boolean":
            yield f"{box} Yes   {box} No"
        elif item.get("type") in ("string", "text", "date", "integer", "decimal", "quantity"):
            yield "_" * 30
        yield from _items(item.get("item", []), box)


def _demo_forms(folder: Path, rng: random.Random) -> Iterator[str]:
    """One small form in eight languages, without the names of its fields."""
    for path in sorted((folder / "pdfcpu").glob("**/demo/*.pdf")):
        yield re.split(r"(?m)^(?:cb|city|lastName|firstName|note|dob|gender)\d+$", _page_text(path))[0]


def _office_forms(folder: Path, rng: random.Random) -> Iterator[str]:
    """What German clubs print for those who would join, and forms of offices among the test files of a PDF reader."""
    for path in sorted((folder / "club-forms").glob("*/*.txt")):
        yield plain(path)
    for name in ("bug1669099", "bug1815476", "issue6127", "issue9972-1"):
        text = _page_text(folder / "pdfjs/test/pdfs" / f"{name}.pdf")
        text = re.sub(
            r"\.{12,}", "............", re.split(r"(?m)^(?:PC3$|Adobe LiveCycle|if \(|\{$)", text)[0]
        )
        yield from _stretches(text, rng)


_SIGNED_HERE = {
    "de": "Name: ____________   Datum: ____________   Unterschrift: ____________",
    "es": "Nombre: ____________   Fecha: ____________   Firma: ____________",
    "fr": "Nom : ____________   Date : ____________   Signature : ____________",
    "it": "Nome: ____________   Data: ____________   Firma: ____________",
    "pl": "Imię i nazwisko: ____________   Data: ____________   Podpis: ____________",
    "pt": "Nome: ____________   Data: ____________   Assinatura: ____________",
    "nl": "Naam: ____________   Datum: ____________   Handtekening: ____________",
    "": "Name: ____________   Date: ____________   Signature: ____________",
}


def _consents(folder: Path, rng: random.Random) -> Iterator[str]:
    """Forms by which people agree to a study of their brain, with the line to sign where the text lacks it."""
    base = folder / "open-brain-consent/docs/source"
    for path in sorted([*base.glob("**/ultimate.*rst"), *base.glob("**/ultimate_gdpr.*rst")]):
        language = path.name.split(".")[1].replace("rst", "")
        if language not in _SIGNED_HERE:
            continue
        text = plain(path)
        heads = [
            head
            for head in re.finditer(r"(?m)^([^\n]{4,})\n~{8,}$", text)
            if not head.group(1).startswith("Instru")
        ]
        if "gdpr" in path.name and heads:
            text = text[heads[0].start() :]
        text = text.split("\nTranslations\n")[0]
        text = re.sub(
            r"(?m)^\.\. .*\n(?:[ ]{3}.*\n)*|^[=~\-^*#\"]{4,}$|^\(translation.*\n|^\*\*Version:.*\n|^(?:Single|Two|Dual|Multiple) access .*\n",
            "",
            text,
        )
        for part in re.split(r"(?m)^(?=(?:Single|Two|Dual|Multiple|Distinct) .*(?:version|access).*$)", text):
            part = re.sub(
                r"\A\s*(?:Ultimate[\s\S]*?\n)?(?:English|French|German|Italian|Polish|Portuguese|Spanish|Dutch)\s*\n",
                "",
                part,
            )
            part = re.sub(r"\A\s*\*[^*\n]+\*\s*\n", "", part)
            body = re.sub(r"[*`]{2}|\|", "", re.sub(r"\n{3,}", "\n\n", part)).strip()
            if len(body) > 900:
                yield body if re.search(r"(?m)^- \w.*:\s*$", body) else f"{body}\n\n{_SIGNED_HERE[language]}"


# Insurance


def _policies(*patterns: str, but: str = r"^$", most: int = 40) -> Texts:
    """Wordings and schedules of insurers, stretches of long ones."""

    def find(folder: Path, rng: random.Random) -> Iterator[str]:
        for path in [found for pattern in patterns for found in sorted(folder.glob(pattern))]:
            if re.search(but, path.name):
                continue
            text = re.sub(r"</?[a-z]+>", "", markdown(path)) if path.suffix == ".md" else _page_text(path)
            lines = text.split("\n")
            starts = [0, *(rng.randrange(len(lines)) for _ in range(min(8, len(text) // 12_000)))]
            for start in starts:
                yield "\n".join(lines[start : start + rng.randint(30, 120)])

    return _gathered(find, most)


# Identity


_LICENCE_WORDS = (
    ("DAQ", "DL", "4d DLN", "License No."), ("DCS", "LN", "1", "Last name"), ("DAC", "FN", "2", "First name"), ("DCT", "FN", "2", "Given names"), ("DAA", "Name", "1", "Name"),
    ("DAG", "", "8", "Address"), ("DAI", "", "", "City"), ("DAJ", "", "", "State"), ("DAK", "", "", "ZIP"), ("DBB", "DOB", "3 DOB", "Date of birth"),
    ("DBD", "ISS", "4a ISS", "Issued"), ("DBA", "EXP", "4b EXP", "Expires"), ("DBC", "SEX", "15 SEX", "Sex"), ("DAU", "HGT", "16 HGT", "Height"), ("DAW", "WGT", "17 WGT", "Weight"),
    ("DAY", "EYES", "18 EYES", "Eyes"), ("DAZ", "HAIR", "19 HAIR", "Hair"), ("DCA", "CLASS", "9 CLASS", "Class"), ("DCB", "RSTR", "12 REST", "Restrictions"),
    ("DCD", "END", "9a END", "Endorsements"), ("DCF", "DD", "5 DD", "Document discriminator"),
)  # fmt: skip
_STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado", "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland",
    "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire",
    "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York State", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania",
    "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington",
    "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming", "DC": "District of Columbia", "PR": "Puerto Rico", "ON": "Ontario", "AB": "Alberta", "NB": "New Brunswick", "PE": "Prince Edward Island",
}  # fmt: skip


def _driving_licences(folder: Path, rng: random.Random) -> Iterator[str]:
    """American and Canadian licences: the fields of their bar codes as they are printed on the front."""
    for path in sorted((folder / "id-parser/IdParser.Test").glob("*/*.txt")):
        fields = dict(re.findall(r"(?:(?<=DL)|(?<=ID)|(?<=[\r\n]))(D[A-D][A-Z])([^\r\n]*)", plain(path)))
        state = _STATES.get(fields.get("DAJ", "").strip(), "")
        if state and len(fields) > 9:
            yield _licence(fields, state, "Ids" in path.parts, rng)


def _licence(fields: dict[str, str], state: str, card: bool, rng: random.Random) -> str:
    way, gap = rng.randint(1, 3), rng.choice((" ", ": ", "\n", "  "))
    title = (
        "IDENTIFICATION CARD"
        if card
        else rng.choice(("DRIVER LICENSE", "DRIVER'S LICENSE", "Driver License"))
    )
    lines = [state.upper() if rng.random() < 0.7 else state, title, "USA" if rng.random() < 0.5 else ""]
    for key, *names in _LICENCE_WORDS:
        value = re.sub(r"\s+", " ", fields.get(key, "").replace(",", " ")).strip()
        if not value or (value in ("NONE", "UNK") and rng.random() < 0.5):
            continue
        if key in ("DBA", "DBB", "DBD") and re.fullmatch(r"\d{8}", value):
            value = (
                f"{value[:2]}/{value[2:4]}/{value[4:]}"
                if value[:2] not in ("19", "20")
                else f"{value[4:6]}/{value[6:]}/{value[:4]}"
            )
        if key == "DBC":
            value = {"1": "M", "2": "F"}.get(value, value)
        if key == "DAU" and (inches := re.match(r"0*(\d+) *in", value, re.IGNORECASE)):
            value = f"{int(inches.group(1)) // 12}'-{int(inches.group(1)) % 12:02}\""
        name = names[way - 1]
        lines.append(f"{name}{gap}{value}" if name else value)
    return "\n".join(line for line in [*lines, "ORGAN DONOR" if rng.random() < 0.3 else ""] if line)


_CARD_WORDS = (
    ("Surname", "Given names", "Nationality", "Date of birth", "Sex", "Date of expiry", "Document No."),
    ("Name", "Vornamen", "Staatsangehörigkeit", "Geburtsdatum", "Geschlecht", "Gültig bis", "Ausweisnummer"),
    ("Nom", "Prénoms", "Nationalité", "Date de naissance", "Sexe", "Date d’expiration", "N° du document"),
    ("Apellidos", "Nombre", "Nacionalidad", "Fecha de nacimiento", "Sexo", "Válido hasta", "Núm. soporte"),
    ("Cognome", "Nome", "Cittadinanza", "Data di nascita", "Sesso", "Scadenza", "Numero"),
    ("Naam", "Voornamen", "Nationaliteit", "Geboortedatum", "Geslacht", "Geldig tot", "Documentnummer"),
    ("Nazwisko", "Imiona", "Obywatelstwo", "Data urodzenia", "Płeć", "Termin ważności", "Numer dokumentu"),
    ("Apelido", "Nome próprio", "Nacionalidade", "Data de nascimento", "Sexo", "Data de validade", "N.º do documento"),
)  # fmt: skip
_CARD_TITLES = (
    ("PASSPORT", "IDENTITY CARD"), ("REISEPASS", "PERSONALAUSWEIS"), ("PASSEPORT", "CARTE NATIONALE D’IDENTITÉ"), ("PASAPORTE", "DOCUMENTO NACIONAL DE IDENTIDAD"),
    ("PASSAPORTO", "CARTA D’IDENTITÀ"), ("PASPOORT", "IDENTITEITSKAART"), ("PASZPORT", "DOWÓD OSOBISTY"), ("PASSAPORTE", "CARTÃO DE CIDADÃO"),
)  # fmt: skip


def _zones(folder: Path, rng: random.Random) -> Iterator[str]:
    """Passports and cards by their machine-readable lines, with the fields that stand above them, in eight languages."""
    found: set[str] = set()
    for path in sorted(
        [*(folder / "mrz-parsers").glob("**/*.swift"), *(folder / "mrz-parsers").glob("**/*.cs")]
    ):
        found |= set(
            re.findall(
                r"(?m)^[ \t]*(?:.*@?\")?((?:[A-Z0-9<]{30}\s+){2}[A-Z0-9<]{30}|[A-Z0-9<]{44}\s+[A-Z0-9<]{44})\b",
                plain(path),
            )
        )
    for zone in sorted(found):
        lines = zone.split()
        if re.search(r"[A-Z]<<[A-Z]", zone) and re.search(r"\d{7}[MF<]\d{7}", zone):
            for number in range(len(_CARD_WORDS)):
                yield _card(lines, number, rng)


def _card(lines: list[str], number: int, rng: random.Random) -> str:
    if len(lines) == 3:
        document, names, line = lines[0][5:14], lines[2], lines[1]
        born, sex, ends, country = line[:6], line[7], line[8:14], line[15:18]
    else:
        document, names, line = lines[1][:9], lines[0][5:], lines[1]
        country, born, sex, ends = line[10:13], line[13:19], line[20], line[21:27]
    last, _, first = names.partition("<<")
    values = (last, first, country, _turned(born), sex, _turned(ends), document)
    words, other = _CARD_WORDS[number], _CARD_WORDS[0]
    both = rng.random() < 0.5 and number
    gap = rng.choice(("\n", ": ", "  "))
    title = _CARD_TITLES[number][0 if len(lines) == 2 else 1]
    facts = [
        f"{word} / {english}{gap}{' '.join(value.replace('<', ' ').split())}"
        if both
        else f"{word}{gap}{' '.join(value.replace('<', ' ').split())}"
        for word, english, value in zip(words, other, values, strict=True)
    ]
    if rng.random() < 0.4:
        facts.reverse()
    return "\n".join(
        [
            f"{title} / {_CARD_TITLES[0][0 if len(lines) == 2 else 1]}" if both else title,
            *facts,
            *(lines if rng.random() < 0.7 else []),
        ]
    )


def _turned(day: str) -> str:
    return f"{day[4:6]}.{day[2:4]}.{'19' if day[:2] > '35' else '20'}{day[:2]}"


# Pay, statements, receipts


def _staff_payslips(folder: Path, rng: random.Random) -> Iterator[str]:
    """Payslips of a made-up staff, all of one form."""
    for path in sorted((folder / "hr-payslips").glob("**/employee_payslips/*.md")):
        text = re.sub(r"(?m)^```.*$", "", markdown(path))
        yield re.sub(r"\*\*|^#+ ", "", text, flags=re.MULTILINE) if rng.random() < 0.6 else text


def _exports(*patterns: str, but: str = r"^$") -> Texts:
    """Movements of accounts as banks let people fetch them; long ones from a point within, below their heads."""

    def find(folder: Path, rng: random.Random) -> Iterator[str]:
        for path in [found for pattern in patterns for found in sorted(folder.glob(pattern))]:
            if path.is_file() and not re.search(but, path.name):
                data = path.read_bytes()
                text = (
                    data.decode("utf-8-sig") if _is_utf8(data) else data.decode("cp1252", "replace")
                ).replace("\r\n", "\n")
                lines = text.split("\n")
                head, rows = lines[:1], lines[1:]
                at = rng.randrange(max(1, len(rows) - 30))
                yield "\n".join([*head, *rows[at : at + rng.randint(15, 60)]])

    return _gathered(find, 60, 250)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _scanned_receipts(folder: Path, rng: random.Random) -> Iterator[str]:
    """Receipts of Canadian shops as recognised from photographs, those that are readable."""
    for path in sorted((folder / "op-receipts").glob("**/test[fF]iles/**/*.txt")):
        text = re.sub(r"\n{3,}", "\n\n", plain(path).replace("\ufffd", ""))
        if (
            re.search(r"(?i)total", text)
            and len(re.findall(r"\d+\.\d\d\b", text)) > 3
            and "catalog" not in path.name
        ):
            yield text


def _e_receipts(folder: Path, rng: random.Random) -> Iterator[str]:
    """Receipts of a German supermarket, some without the address at their head."""
    base = folder / "rewe-ebon/examples"
    for path in sorted(base.glob("eBons_txt_anonymized/*.txt")):
        text = re.sub(r"\[\w+(?: \w+)? REDACTED\]\n?", "", plain(path))
        if "Quoted Item" not in text:
            yield text
    yield from (_page_text(path) for path in sorted(base.glob("eBons/*.pdf")))


# Papers drawn in web pages


_DRAWN = {
    "insurance": r"insurance|umbrella-liab|general-liability|liability-eo|officers-liability|liability-pollution|proof-of-loss|protection-indemnity|workers-comp|title-insurance|health-insurance-(?:eobs|policies)|cyber-ins",
    "identity_document": r"drivers-licenses|national-state-province|passports-visa|permanent-residence|refugee-asylee|employment-authorization-ead|immigration-status",
    "receipt": r"ride-sharing|guided-tour-r|shore-excursion|toll-road|trade-services-r|gift-card|donation-receipts|visa-fee|refund-conf|p2p-payment|mobile-money|border-payment|baggage-claim",
}  # fmt: skip
_NOT_DRAWN = r"rate-filings|reserv|adjuster|verification|claims-processing|loss-reserve|title-insurance-x|life-insurance-claims"


def _drawn(label: str) -> Texts:
    """Papers that a site draws in its pages to show how they might be verified; without the line that does it."""

    def find(folder: Path, rng: random.Random) -> Iterator[str]:
        for path in sorted((folder / "live-verify/public/use-cases/data").glob("*.md")):
            if not re.search(_DRAWN[label], path.stem) or re.search(_NOT_DRAWN, path.stem):
                continue
            for block in re.findall(r"(?ms)^<div.*?^</div>\n(?=\n|\Z)", plain(path)):
                yield _undrawn(block)
        if label == "receipt":
            for path in sorted(
                (folder / "live-verify/public/training-pages").glob("*[hs][ohtu][tpor]*.html")
            ):
                if re.search(r"receipt|-shop|-store|improvement", path.name):
                    yield _undrawn(re.sub(r"(?s)<(head|script|style)\b.*?</\1>", "", plain(path)))

    return _gathered(find, 100, 180)


def _undrawn(block: str) -> str:
    text = unmarked(re.sub(r"(?i)</?(?:p|div|li|tr|h\d|br|dt|dd|table)\b[^>]*>", "\n", block))
    text = re.sub(
        r"(?m)^(?:v(?:eri)?fy:|Scan to verify|\[PHOTO\]|[\[\]]$).*\n?|^(?:AUTHORITATIVE|DMV/PASSPORT|PHOTO)\n|[🔴🟢⭐✓🦅]|[\U0001f1e6-\U0001f1ff]|(?<=\d)\]$",
        "",
        text,
    )
    return (
        re.sub(r"(?m)^\[ ?| ?\]$|^Verification (?:confirms|by).*\n?", "", text)
        .replace("═", "=")
        .replace("─", "-")
    )


DESK_SOURCES: tuple[Source, ...] = (
    Source("cv", "LaTeX résumés under free licences", "MIT, BSD or public domain", _cvs("free-cvs")),
    Source("cv", "Typst résumés", "MIT, Apache-2.0 or public domain", _gathered(_typst_cvs)),
    Source("cv", "LaTeX résumés of eight languages", "not stated, LPPL or GPL", _cvs("stated-cvs", sure=r"^(?!.*(?:europecv|moderncv$|AltaCV|Awesome|yaac))"), trains=False),
    Source("cv", "Europass and moderncv samples", "LPPL", _cvs("stated-cvs", sure=r"europecv|moderncv$|AltaCV|Awesome|yaac"), trains=False),
    Source("cv", "Résumés for screening", "not stated", _gathered(_screened, 100), trains=False),
    Source("letter", "Hackney letters", "MIT", _gathered(_council_letters)),
    Source("letter", "Legal aid letters", "MIT", _gathered(_form_letters)),
    Source("letter", "French resignations", "MIT", _resignations),
    Source("letter", "Leave X letter", "MIT", _open_letters("leavex/content/letter/*.md")),
    Source("letter", "Letters to city officials", "MIT", _gathered(_letters_to_officials)),
    Source("letter", "Letters about a board", "GPL or not stated", _open_letters("rms-letters/open/index*.md", "rms-letters/support/**/index*.md"), trains=False),
    Source("form", "Funding applications", "MIT", _gathered(_funding_forms)),
    Source("form", "Clinical questionnaires", "CC0 or Apache-2.0", _questionnaires("fhir-forms/sdc/**/*.json", "fhir-forms/smart-forms/**/*.json")),
    Source("form", "Clinic study questionnaires", "not stated", _questionnaires("fhir-forms/uwcirg/*.json"), trains=False),
    Source("form", "Court and care forms", "MIT", _forms("court-forms/**/*.pdf", but=r"petition_to_change_name_of_adult\.pdf|small_pdf")),
    Source("form", "Brain study consents", "CC BY-SA 3.0", _gathered(_consents)),
    Source("form", "Form demo of eight languages", "Apache-2.0", _gathered(_demo_forms)),
    Source("form", "Cloud sample forms", "MIT or MIT-0", _forms("azure-forms/**/*onsent*.pdf", "aws-documents/**/Benefit_Application*.pdf", "aws-documents/**/URLA*.pdf", "aws-documents/**/employee_enrollment.pdf")),
    Source("form", "French club forms", "not stated", _forms("petit-roque/**/Fiche-*.docx", "petit-roque/**/2-*.pdf", "petit-roque/**/Modele_*.docx"), trains=False),
    Source("form", "Club and office forms", "CC BY, Apache-2.0 or not stated", _gathered(_office_forms), trains=False),
    Source("tax_form", "US tax forms in Spanish", "public domain", _forms("direct-file/**/es/*.pdf", but=r"DF1099R|DEPENDENTS_STATEMENT")),
    Source("tax_form", "UK company tax return", "Open Government Licence 3.0", _forms("ct600/*.pdf")),
    Source("tax_form", "Canadian tax return", "Crown copyright", _forms("canada-t1/**/*.pdf"), trains=False),
    Source("tax_form", "State and French tax forms", "not stated", _forms("pdf-lib/assets/pdfs/normal.pdf", "pdf-lib/assets/pdfs/with_comments.pdf", "pdf-lib/assets/pdfs/with_combed_fields.pdf", "allianz-fr/**/2035*.pdf", "pdfjs/**/160F-2019.pdf", "pdfjs/**/prefilled_f1040.pdf"), trains=False),
    Source("insurance", "Vehicle policies", "MIT", _policies("azure-documents/**/policy_*.pdf", most=30)),
    Source("insurance", "Insurance demo papers", "MIT or MIT-0", _policies("aws-documents/**/health_plan.pdf", "insurance-claims/claim-processor/data/*.md", "insurance-claims/ai-mcp/**/*.md", but="LICEN")),
    Source("insurance", "German liability wording", "not stated", _policies("gdv/**/*.md"), trains=False),
    Source("insurance", "French insurance wordings", "not stated", _policies("allianz-fr/**/DG-*.pdf", "mila/**/c[gp]*.docx", "mila/**/Devis*.docx", "pdfjs/**/issue7454.pdf", most=24), trains=False),
    Source("insurance", "Insurance mock-ups", "AGPL", _drawn("insurance"), trains=False),
    Source("identity_document", "American licences", "MIT", _gathered(_driving_licences, least=150)),
    Source("identity_document", "Cards of eight languages", "MIT", _gathered(_zones, 80, 150)),
    Source("identity_document", "Identity mock-ups", "AGPL", _drawn("identity_document"), trains=False),
    Source("payslip", "Staff payslips", "not stated", _gathered(_staff_payslips), trains=False),
    Source("bank_statement", "Bank exports", "MIT", _exports("reckon/spec/data_fixtures/*.csv", "bank2ynab/test/test-data/*", but=r"test_|invalid|simple|some_other|\.(?:xls|conf)$|multi-line|Movements|strana|intuit|broker|extratofake")),
    Source("bank_statement", "German bank exports", "AGPL", _exports("rechnungspilot/**/*.csv"), trains=False),
    Source("receipt", "German supermarket receipts", "MIT", _gathered(_e_receipts)),
    Source("receipt", "Canadian shop receipts", "not stated", _gathered(_scanned_receipts), trains=False),
    Source("receipt", "Receipt mock-ups", "AGPL", _drawn("receipt"), trains=False),
    Source("invoice", "Cloud sample invoices", "MIT", _forms("azure-documents/**/invoice_[12].pdf", "azure-forms/**/*nvoice*.pdf")),
)  # fmt: skip
