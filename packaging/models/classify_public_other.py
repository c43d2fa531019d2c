"""Public texts that are none of the kinds, and tables, from many more sources of each.

They lie in `MORE/public` beside those of `classify_public.py`, files as their repositories hold them, a sample where there are many
and the longest laws and tables cut. Encyclopaedias and glossaries: poquad (ipipan/poquad), faquad (liafacom/faquad, its training part), glosario
(carpentries/glosario), cncf-glossary (cncf/glossary). Laws: dc-law (DCCouncil/law-xml), legalize-fr, -ar, -uy and -ie (legalize-dev, a
folder for each). Speeches and talk: bundestag-plpr (bundestag/plpr-scraper), ud-parlamint-it (UD_Italian-ParlaMint, training part),
ud-rhapsodie (UD_French-Rhapsodie, training part), ipp-sermons (eusoubrasileiro/ipp-sermons), usesthis (waferbaby/usesthis), irc-ubuntu
(jkkummerfeld/irc-disentanglement, training days). Stories, plays, verse, diaries: eltec-eng (COST-ELTeC/ELTeC-eng), grimm
(GITenberg/Grimms-Fairy-Tales_2591), standardebooks (of standardebooks, two books), dutchdracor, poldracor, caldracor and fredracor
(dracor-org), dlk (tnhaider/DLK), schnitzler-tagebuch (arthur-schnitzler/schnitzler-tagebuch-data). Of nltk/nltk_data, unpacked in
nltk-more: webtext, product_reviews_1 and _2, genesis, udhr2. Blogs and notes: ropensci (ropensci/roweb3), haiku (haiku/website),
carpentries-blog (carpentries/carpentries.org), de-rse (DE-RSE/www), til (jbranchaud/til), til-simon (simonw/til), nikita-knowledge
(nikitavoloboev/knowledge). Tweets: told-br (JAugusto97/ToLD-Br), germeval-tweets (uds-lsv/GermEval-2018-Data, training part). Recipes:
public-domain-recipes (ronaldl29), ricette-pippe (sarah-ricetteperpippe/blog), graniluk (GraniLuk/CookBook), schulz-rezepte
(tobiasschulz/rezepte). School and quizzes: exercism (exercism/problem-specifications), gsm8k (openai/grade-school-math, training
part), campus-minden (Compiler-CampusMinden/CB-Vorlesung-Bachelor), enem (yunger7/enem-api), open-trivia (uberspot/OpenTriviaQA), jokes (15Dkatz/official_joke_api). Lists:
darius-corpora (dariusk/corpora), bip39 (bitcoin/bips). Code, settings, logs, calendars:
thealgorithms (Java, JavaScript, C-Plus-Plus, C, Rust, PHP, Haskell and R of TheAlgorithms), exercism-csharp and exercism-perl
(exercism/csharp and perl5), awesome-compose (docker/awesome-compose), kubernetes-examples (kubernetes/examples), starter-workflows
(actions/starter-workflows), h5bp-nginx (h5bp/server-configs-nginx), ansible-examples (ansible/ansible-examples), gitignore
(github/gitignore), dotfiles (mathiasbynens/dotfiles), lnav (tstack/lnav), loghub (logpai/loghub), icalendar (collective/icalendar);
many-readmes, many-changelogs, many-todos, many-settings, many-code and many-tables hold a file or two of each of many repositories under MIT,
Apache, BSD, ISC or CC0, in folders named owner+name (their licences in many-licences). Tables: protezione-civile (pcm-dpc/COVID-19),
ondata (ondata/covid19italia), vaccini (italia/covid19-opendata-vaccini), anpr (italia/anpr), rki (five of robert-koch-institut),
municipios (kelvins/municipios-brasileiros), br-states (datasets-br/state-codes), turicas (turicas/covid19-br), codeforspain
(codeforspain/ds-organizacion-administrativa), covoiturage (etalab/transport-base-nationale-covoiturage), pudding (the-pudding/data), owid
(owid/owid-datasets), plotly (plotly/datasets), vega-datasets (vega), seaborn (mwaskom/seaborn-data), baseball
(chadwickbureau/baseballdatabank), footballcsv (footballcsv/england), big-mac (TheEconomist/big-mac-data), datapackages (of datasets:
co2-ppm, population, football-datasets, finance-vix, imf-weo, gdp, nasdaq-listings, world-cities), northwind
(neo4j-graph-examples/northwind), adventure-works (microsoft/sql-server-samples), nics (BuzzFeedNews/nics-firearm-background-checks),
gtfs-google (google/transit), frictionless (frictionlessdata/frictionless-py), carpentries-assessment (carpentries/assessment), sheetjs
(SheetJS/test_files), poi (apache/poi). Sources whose licence does not clearly allow training only measure. Folders that are missing are
left out; test parts are never read.
"""

from __future__ import annotations

import csv
import html
import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from classify_public import Source, Texts, markdown, plain, treebank, unmarked

from app.documents.errors import DocumentError
from app.formats import read

_MOST = 60
"""Documents of a source at most: many sources tell more than many documents of one."""
_LEAST = 300
_TERMS = re.compile(r"(?i)licen[sc]e|lizenz|copying|unlicense")
"""Files that only say how the others may be used."""
_LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pl", "pt")


def _few(texts: Texts, most: int = _MOST) -> Texts:
    """At most so many different texts of a source, none of them a stub."""

    def some(folder: Path, rng: random.Random) -> Iterator[str]:
        found = sorted({text.strip() for text in texts(folder, rng) if len(text.strip()) >= _LEAST})
        yield from rng.sample(found, min(most, len(found)))

    return some


def _decoded(path: Path) -> str:
    """A file in UTF-8 or, failing that, in the code page of Western Windows."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _entities(path: Path) -> str:
    return html.unescape(_decoded(path))


def _stretch(text: str, rng: random.Random, most: int = 5000) -> str:
    """A short text whole; of a long one some lines in a row, from anywhere."""
    if len(text) <= most:
        return text
    start = text.find("\n", rng.randrange(len(text) - most)) + 1
    taken = text[start : start + rng.randint(700, most)]
    return taken.rpartition("\n")[0] or taken


def _stretches(pattern: str, text_of: Callable[[Path], str], count: int = 1, most: int = 5000) -> Texts:
    """So many stretches of each file."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        for path in sorted(folder.glob(pattern)):
            if path.is_file() and not _TERMS.match(path.name):
                text = text_of(path)
                for _ in range(count):
                    yield _stretch(text, rng, most)

    return texts


def _whole(pattern: str, text_of: Callable[[Path], str], most: int = _MOST) -> Texts:
    """Files as they are, at most so many."""
    return _few(_stretches(pattern, text_of, 1, 1_000_000), most)


def _groups(items: list[str], rng: random.Random, least: int, most: int) -> Iterator[list[str]]:
    """Things in the order they have, a few at a time."""
    while items:
        count = rng.randint(least, most)
        yield items[:count]
        items = items[count:]


# Encyclopaedias, glossaries


def _polish_encyclopaedia(folder: Path, rng: random.Random) -> Iterator[str]:
    for entry in _parsed(folder / "poquad" / "data.json").get("data", []):
        paragraphs = [part["context"].strip() for part in entry["paragraphs"]]
        yield "\n\n".join([entry["title"], entry["summary"].strip(), *paragraphs])


_RULES = re.compile(r"(?i)acadêmic[oa] |discente|siscad|colegiado|regulamento|pró-reitoria")


def _university_articles(folder: Path, rng: random.Random) -> Iterator[str]:
    """Paragraphs about universities, without those that are rules of one."""
    for entry in _parsed(folder / "faquad" / "data" / "train.json").get("data", []):
        found = [part["context"].strip() for part in entry["paragraphs"]]
        paragraphs = [text for text in found if not _RULES.search(text)]
        for group in _groups(paragraphs, rng, 2, 5):
            yield "\n\n".join(group if rng.random() < 0.5 else [entry["title"], *group])


def _parsed(path: Path) -> dict[str, Any]:
    return dict(json.loads(plain(path))) if path.is_file() else {}


_ENTRY = re.compile(
    r"\n  (?P<language>\w\w):\n    term: *(?P<term>[^\n]+)\n(?:    acronym:[^\n]*\n)?"
    r"    def: *[>|]?-?(?P<said>[^\n]*\n(?:      [^\n]*\n|\n)*)"
)


def _glossary(folder: Path, rng: random.Random) -> Iterator[str]:
    """Words of data science and what they mean, in eight languages, a page or two each."""
    path = folder / "glosario" / "glossary.yml"
    entries: dict[str, list[str]] = {}
    for found in _ENTRY.finditer(plain(path) if path.is_file() else ""):
        said = re.sub(r"\]\([^)]*\)", "", " ".join(found["said"].split())).replace("[", "").strip("\"' ")
        entries.setdefault(found["language"], []).append(found["term"].strip("\"' ") + "\t" + said)
    for language in _LANGUAGES:
        mark = rng.choice((": ", " – ", "\n"))
        for group in list(_groups(entries.get(language, []), rng, 5, 25))[:8]:
            yield rng.choice(("\n", "\n\n")).join(entry.replace("\t", mark) for entry in group)


_FRONT = re.compile(r"\A\s*(---|\+\+\+) *\n.*?\n\1 *(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"(?m)^\s*title *[:=] *([^\n]+)")


def _titled(path: Path) -> str:
    """A page under the title that its front matter holds."""
    text = _decoded(path)
    front = _FRONT.match(text)
    title = _TITLE.search(front.group()) if front else None
    while _FRONT.match(text):
        text = _FRONT.sub("", text)
    text = re.sub(
        r"\{\{.*?\}\}|\{%.*?%\}|<!--.*?-->|\{:[^}\n]*\}|!\[[^\]]*\]\([^)]*\)", "", text, flags=re.DOTALL
    )
    text = html.unescape(re.sub(r"</?[a-zA-Z][^<>\n]*>", "", re.sub(r"\]\([^)\n]*\)", "]", text)))
    text = re.sub(r"\n{3,}", "\n\n", re.sub(r"(?m)^(?:\[\] *)+$", "", text)).strip()
    if title is None:
        return text
    return title.group(1).replace('\\"', '"').strip("\"' ") + "\n\n" + text


def _post(path: Path) -> str:
    """A post that is not the report or the minutes of something."""
    text = _titled(path)
    return "" if re.search(r"(?i)report|minutes|bericht|protokoll", text[:400]) else text


# Laws, speeches, talk


def _code_of_law(folder: Path, rng: random.Random) -> Iterator[str]:
    """Sections of the code of Washington, one to three at a time."""
    sections = [_section(plain(path)) for path in sorted((folder / "dc-law").glob("**/sections/*.xml"))]
    for group in _groups(sections, rng, 1, 3):
        yield "\n\n".join(group)


def _section(text: str) -> str:
    body = re.sub(r"(?s)<annotations>.*?</annotations>|<meta>.*?</meta>|<\?.*?\?>", "", text)
    body = re.sub(r"\s+", " ", body)
    return unmarked(
        re.sub(r"</num>", " ", re.sub(r"<(?:num|text|after)\b[^>]*>(?<!<text>)|</heading>", "\n", body))
    )


def _laws(name: str) -> Texts:
    """Laws and decrees from their beginning; long ones also from within."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        for path in sorted((folder / f"legalize-{name}" / name).glob("*.md")):
            text = re.sub(r"(?m)^#+ |\*\*", "", markdown(path)).strip()
            yield _stretch(text, rng) if rng.random() < 0.5 else text

    return texts


def _plenary(folder: Path, rng: random.Random) -> Iterator[str]:
    """Speeches in the German parliament, without the order of the day before them."""
    for path in sorted((folder / "bundestag-plpr" / "data" / "txt").glob("*.txt")):
        _, _, text = _decoded(path).partition("Beginn:")
        for _ in range(2):
            yield _stretch(text, rng)


def _chamber(folder: Path, rng: random.Random) -> Iterator[str]:
    for text in treebank("ud-parlamint-it/*-train.conllu", 4, 12)(folder, rng):
        yield re.sub(r"([(«]) ", r"\1", re.sub(r" ([,.;:!?)»])", r"\1", text))


def _chats(folder: Path, rng: random.Random) -> Iterator[str]:
    """What people wrote in a room for help, mostly with the hour, some without."""
    for path in sorted((folder / "irc-ubuntu" / "data" / "train").glob("*.raw.txt")):
        text = _stretch(plain(path), rng)
        yield text if rng.random() < 0.7 else re.sub(r"(?m)^(?:\[\d\d:\d\d\] |=== [^\n]*\n)", "", text)


# Stories, plays, verse, diaries

_ENOUGH = 400_000
"""Characters of a book that stretches are taken from."""
_BLOCK = re.compile(r"<(?:l|p|sp|lg|head|stage|speaker|div|lb)\b[^>]*>")


def _body(path: Path) -> str:
    """The words of a TEI file, a line for each line of it."""
    body = re.sub(r"\s+", " ", plain(path).partition("<body")[2].partition(">")[2][:_ENOUGH])
    return unmarked(_BLOCK.sub("\n", re.sub(r"<(note|fw)\b[^>]*>.*?</\1>|<!--.*?-->", "", body)))


def _poems(folder: Path, rng: random.Random) -> Iterator[str]:
    """One to three German poems; those that are short need company."""
    found = [_body(path) for path in sorted((folder / "dlk").glob("**/*.xml"))]
    rng.shuffle(found)
    for group in _groups(found, rng, 1, 3):
        yield "\n\n".join(group)


def _diary(folder: Path, rng: random.Random) -> Iterator[str]:
    """One to three days of a diary."""
    days = [_body(path) for path in sorted((folder / "schnitzler-tagebuch" / "editions").glob("*.xml"))]
    for group in _groups(days, rng, 1, 3):
        yield "\n\n".join(group)


def _book_page(path: Path) -> str:
    body = re.sub(r"\s+", " ", plain(path).partition("<body")[2].partition(">")[2])
    return unmarked(re.sub(r"<(?:p|h\d|br|hgroup|blockquote)\b[^>]*>", "\n", body))


def _tales(path: Path) -> str:
    """A book of Project Gutenberg without what the project writes around it."""
    text = re.split(r"\*\*\* ?(?:START|END) OF TH[^\n]*", _decoded(path))
    return text[1] if len(text) > 2 else ""


# Reviews and tweets


def _reviewed(path: Path) -> str:
    """Reviews of goods without the marks of those who counted opinions."""
    text = re.sub(r"(?m)^\*[^\n]*\n|^\[t\]", "\n", _decoded(path))
    text = re.sub(r"(?m)^[^\n]*?##", "", text)
    return re.sub(r" ([,.;:!?)]|'(?:s|m|re|ve|ll|d|t)\b)", r"\1", text)


def _tweets(rows: list[str], rng: random.Random) -> Iterator[str]:
    """Some tweets below each other."""
    rng.shuffle(rows)
    for group in list(_groups(rows, rng, 4, 25))[:_MOST]:
        yield rng.choice(("\n", "\n\n")).join(group)


def _brazilian_tweets(folder: Path, rng: random.Random) -> Iterator[str]:
    """Those in which nobody found an insult."""
    path = folder / "told-br" / "ToLD-BR.csv"
    rows = list(csv.DictReader(plain(path).splitlines())) if path.is_file() else []
    kind = [row["text"].strip() for row in rows if not {"1.0", "2.0", "3.0"} & {*row.values()}]
    yield from _tweets([text for text in kind if not re.search("[\u3000-\uabff]", text)], rng)


def _german_tweets(folder: Path, rng: random.Random) -> Iterator[str]:
    """Those that are not marked as offensive."""
    path = folder / "germeval-tweets" / "germeval2018.training.txt"
    lines = plain(path).splitlines() if path.is_file() else []
    yield from _tweets(
        [line.split("\t")[0].replace("|LBR|", " ") for line in lines if line.endswith("\tOTHER\tOTHER")], rng
    )


# School, quizzes, lists


def _sums(folder: Path, rng: random.Random) -> Iterator[str]:
    """Sheets of sums, some with the answers at the end."""
    path = folder / "gsm8k" / "grade_school_math" / "data" / "train.jsonl"
    asked = [json.loads(line) for line in plain(path).splitlines()] if path.is_file() else []
    rng.shuffle(asked)
    for at in range(0, min(len(asked), 500), 8):
        group = asked[at : at + rng.randint(3, 8)]
        mark = rng.choice(("{}. ", "{}) ", "Exercise {}\n"))
        sheet = "\n\n".join(mark.format(n) + task["question"] for n, task in enumerate(group, 1))
        answers = "\n".join(
            f"{n}. {task['answer'].rpartition('#### ')[2]}" for n, task in enumerate(group, 1)
        )
        yield f"{sheet}\n\nAnswers\n{answers}" if rng.random() < 0.3 else sheet


def _entrance_exam(folder: Path, rng: random.Random) -> Iterator[str]:
    """Questions of the Brazilian entrance exam with what there is to choose from."""
    questions = []
    for path in sorted((folder / "enem").glob("**/details.json")):
        task = _parsed(path)
        told = re.sub(
            r"!\[[^\]]*\]\([^)]*\)",
            "",
            f"{task['context'] or ''}\n\n{task['alternativesIntroduction'] or ''}",
        )
        choices = [
            f"{choice['letter']}) {choice['text']}" for choice in task["alternatives"] if choice["text"]
        ]
        if len(choices) == 5:
            questions.append("\n".join((f"QUESTÃO {task['index']}", told.strip(), *choices)))
    for group in _groups(questions, rng, 1, 4):
        yield "\n\n".join(group)


def _quiz(folder: Path, rng: random.Random) -> Iterator[str]:
    """Ten or twenty questions of a field, with or without their choices and answers."""
    for path in sorted((folder / "open-trivia" / "categories").glob("*")):
        asked = re.findall(
            r"#Q ([^\n]+(?:\n(?!\^)[^\n]+)*)\n\^ ([^\n]+)\n((?:[A-D] [^\n]+\n)+)", _decoded(path)
        )
        for _ in range(3):
            answers = rng.random() < 0.4
            group = rng.sample(asked, min(len(asked), rng.randint(4, 20)))
            shown = []
            for n, (question, answer, choices) in enumerate(group, 1):
                lettered = re.sub(r"(?m)^([A-D]) ", r"\1) ", choices).strip()
                shown.append(f"{n}. {question}\n{lettered}" + f"\nAnswer: {answer}" * answers)
            yield "\n\n".join(shown)


def _jokes(folder: Path, rng: random.Random) -> Iterator[str]:
    """Jokes with their point, a few on a page."""
    path = folder / "jokes" / "jokes" / "index.json"
    jokes = (
        [f"{joke['setup']}\n{joke['punchline']}" for joke in json.loads(plain(path))]
        if path.is_file()
        else []
    )
    rng.shuffle(jokes)
    for group in _groups(jokes, rng, 5, 15):
        yield "\n\n".join(group)


def _names(folder: Path, rng: random.Random) -> Iterator[str]:
    """Lists of things of one sort."""
    for path in sorted((folder / "darius-corpora" / "data").glob("**/*.json")):
        for items in _word_lists(json.loads(plain(path))):
            start = rng.randrange(max(1, len(items) - 100))
            yield rng.choice(("\n", "\n", ", ", "\n- ")).join(items[start : start + rng.randint(30, 300)])


def _word_lists(value: Any) -> Iterator[list[str]]:
    if isinstance(value, dict):
        for part in value.values():
            yield from _word_lists(part)
    elif isinstance(value, list) and len(value) >= 25 and all(isinstance(item, str) for item in value):
        yield value


def _words(folder: Path, rng: random.Random) -> Iterator[str]:
    """Stretches of lists of words, in five languages."""
    for name in ("english", "french", "italian", "portuguese", "spanish"):
        for path in sorted((folder / "bip39" / "bip-0039").glob(f"{name}.txt")):
            for _ in range(4):
                yield _stretch(plain(path), rng, 3000)


# Code, settings


_HEAD = re.compile(
    r"\A(#!.*\n)?\s*(?:/\*.*?\*/|<!--.*?-->|\"\"\".*?\"\"\"|(?:(?:#|//|--|;|%)[^\n]*\n)+)\s*", re.DOTALL
)


def _source_code(path: Path) -> str:
    """A file of a program without the terms at its head."""
    text = _decoded(path)
    head = _HEAD.match(text)
    return text[head.end() :] if head and re.search(r"(?i)licen[sc]e|copyright", head.group()) else text


def _calendar(path: Path) -> str:
    """A calendar that says what is on."""
    text = _decoded(path)
    return text if "SUMMARY" in text else ""


# Tables


def _tables(*patterns: str, count: int = 1) -> Texts:
    """Tables as people save them: most from their head, some from within, with commas, semicolons or tabs."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        for path in sorted(path for pattern in patterns for path in folder.glob(pattern)):
            for _ in range(count):
                yield _table(path, rng)

    return texts


def _table(path: Path, rng: random.Random) -> str:
    if path.suffix.lower() not in (".csv", ".tsv", ".txt"):
        return _sheet(path)
    lines = [line for line in _decoded(path).split("\n") if line.strip()]
    start = rng.randrange(max(1, len(lines) - 10)) if rng.random() < 0.2 else 0
    taken = lines[start : start + rng.randint(8, 80)]
    if not _is_table(taken):
        return ""
    if '"' in "".join(taken) or rng.random() < 0.6:
        return "\n".join(taken)
    return "\n".join(taken).replace(",", rng.choice("\t;"))


def _is_table(lines: list[str]) -> bool:
    """Whether most lines have cells and differ from each other; tests of programs often hold what nobody would save."""
    cells = [line for line in lines if len(re.split(r"[,;\t|]", line)) > 1]
    return len(cells) >= 4 and "\0" not in "".join(lines) and len(set(cells)) > 0.6 * len(lines)


def _sheet(path: Path) -> str:
    """A workbook as the program reads it, where it holds rows of cells and words in them."""
    try:
        text = read(path, ocr=False).text
    except (DocumentError, ValueError, LookupError, OSError):
        return ""
    rows = [line for line in text.split("\n") if "\t" in line]
    words = set(re.findall(r"[^\W\d_]{3,}", text))
    return text if len(set(rows)) >= 6 and len(words) >= 15 else ""


def _rows(pattern: str, count: int = 1) -> Texts:
    return _few(_tables(pattern, count=count))


OTHER_SOURCES: tuple[Source, ...] = (
    Source("unknown", "Polish encyclopaedia", "GPL, articles CC BY-SA", _few(_polish_encyclopaedia), trains=False),
    Source("unknown", "Brazilian university articles", "CC BY 4.0", _few(_university_articles)),
    Source("unknown", "Data science glossary", "CC BY 4.0", _few(_glossary)),
    Source("unknown", "Cloud glossary", "CC BY 4.0", _whole("cncf-glossary/content/*/*.md", _titled)),
    Source("unknown", "Washington code", "public domain", _few(_code_of_law)),
    Source("unknown", "French codes", "public domain", _few(_laws("fr"))),
    Source("unknown", "Argentine laws", "CC BY 4.0", _few(_laws("ar"))),
    Source("unknown", "Uruguayan laws", "official works, open with attribution", _few(_laws("uy"))),
    Source("unknown", "Irish acts", "CC BY 4.0", _few(_laws("ie"))),
    Source("unknown", "Declaration of Human Rights", "public domain", _few(_stretches("nltk-more/udhr2/*.txt", _decoded, 3))),
    Source("unknown", "Bundestag speeches", "official works", _few(_plenary)),
    Source("unknown", "Italian senate speeches", "CC BY-SA 4.0", _few(_chamber)),
    Source("unknown", "Spoken French", "CC BY-SA 4.0", _few(treebank("ud-rhapsodie/*-train.conllu", 10, 40))),
    Source("unknown", "Presbyterian sermons", "no licence named", _few(_stretches("ipp-sermons/data/transcripts/*.txt", _decoded)), trains=False),
    Source("unknown", "Uses This interviews", "MIT", _whole("usesthis/posts/*.markdown", _titled)),
    Source("unknown", "Ubuntu chats", "CC BY 4.0", _few(_chats)),
    Source("unknown", "English ELTeC novels", "public domain, CC BY 4.0", _few(_stretches("eltec-eng/level1/*.xml", _body))),
    Source("unknown", "Grimms' tales", "public domain", _few(_stretches("grimm/*.txt", _tales, 20))),
    Source("unknown", "Standard Ebooks", "CC0", _few(_stretches("standardebooks/*/src/epub/text/*.xhtml", _book_page))),
    Source("unknown", "Dutch plays", "CC0", _few(_stretches("dutchdracor/tei/*.xml", _body))),
    Source("unknown", "Polish plays", "CC0", _few(_stretches("poldracor/tei/*.xml", _body))),
    Source("unknown", "Calderón's plays", "CC0", _few(_stretches("caldracor/tei/*.xml", _body))),
    Source("unknown", "French plays", "CC BY-NC-SA 4.0", _few(_stretches("fredracor/tei/*.xml", _body)), trains=False),
    Source("unknown", "German poems", "public domain", _few(_poems)),
    Source("unknown", "Schnitzler's diary", "CC BY-SA 4.0", _few(_diary)),
    Source("unknown", "Genesis", "public domain", _few(_stretches("nltk-more/genesis/[efgp][!i]*.txt", _entities, 6))),
    Source("unknown", "GUM textbooks", "CC BY 4.0", _few(treebank("gum/not-to-release/sources/GUM_textbook_*.conllu"))),
    Source("unknown", "GUM speeches", "public domain", _few(treebank("gum/not-to-release/sources/GUM_speech_*.conllu"))),
    Source("unknown", "GUM video diaries", "CC BY 3.0", _few(treebank("gum/not-to-release/sources/GUM_vlog_*.conllu"))),
    Source("unknown", "To-do lists", "MIT, Apache-2.0, BSD, CC0", _whole("many-todos/*/**/*", _titled)),
    Source("unknown", "Web talk", "no licence named", _few(_stretches("nltk-more/webtext/*.txt", _decoded, 15)), trains=False),
    Source("unknown", "Reviews of goods", "no licence named", _few(_stretches("nltk-more/product_reviews_[12]/[!R]*.txt", _reviewed, 4)), trains=False),
    Source("unknown", "Brazilian tweets", "CC BY-SA 4.0", _few(_brazilian_tweets)),
    Source("unknown", "German tweets", "CC BY 4.0", _few(_german_tweets)),
    Source("unknown", "rOpenSci blog", "CC BY 4.0", _whole("ropensci/content/blog/*.md", _post)),
    Source("unknown", "Haiku blog", "MIT", _whole("haiku/content/blog/**/*.[mh]*", _post)),
    Source("unknown", "Carpentries blog", "CC BY 4.0", _whole("carpentries-blog/content/posts/**/*.md", _post)),
    Source("unknown", "Research software blog", "partly CC BY 4.0", _whole("de-rse/_posts/*.md", _post), trains=False),
    Source("unknown", "Things learned", "MIT", _whole("til/*/*.md", _titled)),
    Source("unknown", "Things another learned", "Apache-2.0", _whole("til-simon/*/*.md", _titled)),
    Source("unknown", "Notes of one man", "no licence named", _whole("nikita-knowledge/docs/**/*.md", _titled), trains=False),
    Source("unknown", "Public domain recipes", "public domain", _whole("public-domain-recipes/content/*.md", _titled)),
    Source("unknown", "Italian recipes", "no licence named", _whole("ricette-pippe/src/content/blog/*/*.md", _titled), trains=False),
    Source("unknown", "Polish recipes", "no licence named", _whole("graniluk/content/published/*/*.md", _titled), trains=False),
    Source("unknown", "German recipes", "GPL", _few(_stretches("schulz-rezepte/**/*.md", _titled, 12, 2500)), trains=False),
    Source("unknown", "Programming exercises", "MIT", _whole("exercism/exercises/*/*.md", _titled)),
    Source("unknown", "Sums", "MIT", _few(_sums)),
    Source("unknown", "Compiler exercises", "CC BY-SA 4.0", _few(_stretches("campus-minden/*/*.md", _titled, 2))),
    Source("unknown", "Brazilian entrance exam", "GPL, official exam", _few(_entrance_exam), trains=False),
    Source("unknown", "Quizzes", "CC BY-SA 4.0", _few(_quiz)),
    Source("unknown", "Jokes", "MIT", _few(_jokes)),
    Source("unknown", "Lists of things", "CC0", _few(_names)),
    Source("unknown", "Word lists", "MIT", _few(_words)),
    Source("unknown", "Algorithms in eight languages", "MIT", _whole("thealgorithms/*/**/*.*", _source_code)),
    Source("unknown", "Exercism C# and Perl", "MIT", _whole("exercism-[cp]*/exercises/**/*.*", _source_code)),
    Source("unknown", "Code of many repositories", "MIT, Apache-2.0, BSD, CC0", _few(_stretches("many-code/*/**/*.*", _source_code), 120)),
    Source("unknown", "Settings of many repositories", "MIT, Apache-2.0, BSD, CC0", _whole("many-settings/*/**/*", _source_code, 120)),
    Source("unknown", "Readmes of many repositories", "MIT, Apache-2.0, BSD, CC0", _whole("many-readmes/*/*", _titled, 120)),
    Source("unknown", "Changelogs of many repositories", "MIT, Apache-2.0, BSD, CC0", _few(_stretches("many-changelogs/*/*", _titled))),
    Source("unknown", "Compose settings", "CC0", _whole("awesome-compose/**/*.*", _source_code)),
    Source("unknown", "Kubernetes settings", "Apache-2.0", _whole("kubernetes-examples/**/*.[yj]*", _source_code)),
    Source("unknown", "Workflows", "MIT", _whole("starter-workflows/*/*.yml", _source_code)),
    Source("unknown", "Web server settings", "MIT", _whole("h5bp-nginx/**/*.conf", _source_code)),
    Source("unknown", "Ansible settings", "no licence named", _whole("ansible-examples/**/*.*", _source_code), trains=False),
    Source("unknown", "Ignore lists", "CC0", _whole("gitignore/**/*.gitignore", plain)),
    Source("unknown", "Shell settings", "MIT", _whole("dotfiles/[.b]*", plain)),
    Source("unknown", "Log files", "BSD", _few(_stretches("lnav/test/**/*log*.*", _decoded, 1, 4000))),
    Source("unknown", "Logs of many systems", "research only", _few(_stretches("loghub/*/*.log", _decoded, 4, 4000)), trains=False),
    Source("unknown", "Calendar files", "BSD", _whole("icalendar/src/**/*.ics", _calendar)),
    Source("spreadsheet", "Italian civil protection tables", "CC BY 4.0", _rows("protezione-civile/**/*.csv")),
    Source("spreadsheet", "onData tables", "CC BY 4.0", _rows("ondata/**/*.csv")),
    Source("spreadsheet", "Italian vaccination tables", "CC BY 4.0", _rows("vaccini/**/*.csv", 2)),
    Source("spreadsheet", "Italian register tables", "CC BY 4.0", _rows("anpr/**/*.*")),
    Source("spreadsheet", "Robert Koch tables", "CC BY 4.0", _few(_tables("rki/*/**/*.csv", "rki/*/**/*.tsv", count=2))),
    Source("spreadsheet", "Brazilian towns", "MIT", _rows("municipios/**/*.csv", 5)),
    Source("spreadsheet", "Brazilian states", "public domain (PDDL)", _rows("br-states/**/*.csv", 3)),
    Source("spreadsheet", "Brazilian health tables", "LGPL, data CC BY-SA", _rows("turicas/**/*.csv", 2), trains=False),
    Source("spreadsheet", "Spanish towns", "public domain (PDDL)", _rows("codeforspain/**/*.csv", 4)),
    Source("spreadsheet", "French car sharing places", "ODbL", _rows("covoiturage/*.csv", 8), trains=False),
    Source("spreadsheet", "The Pudding tables", "MIT", _rows("pudding/**/*.[ct]sv")),
    Source("spreadsheet", "Our World in Data tables", "no licence named", _rows("owid/**/*.csv"), trains=False),
    Source("spreadsheet", "Plotly tables", "MIT", _rows("plotly/**/*.csv")),
    Source("spreadsheet", "Vega tables", "each its own", _rows("vega-datasets/**/*.csv", 2), trains=False),
    Source("spreadsheet", "Seaborn tables", "no licence named", _rows("seaborn/**/*.csv"), trains=False),
    Source("spreadsheet", "Baseball tables", "CC BY-SA 3.0", _rows("baseball/**/*.csv", 2)),
    Source("spreadsheet", "English football tables", "CC0", _rows("footballcsv/**/*.csv")),
    Source("spreadsheet", "Big Mac tables", "MIT", _rows("big-mac/**/*.csv", 3)),
    Source("spreadsheet", "Data packages", "public domain (PDDL)", _rows("datapackages/**/*.csv", 3)),
    Source("spreadsheet", "Northwind tables", "no licence named", _rows("northwind/**/*.csv", 3), trains=False),
    Source("spreadsheet", "Adventure Works tables", "MIT", _few(_tables("adventure-works/**/*.csv", "adventure-works/**/*.xlsx"))),
    Source("spreadsheet", "Firearm checks", "MIT", _rows("nics/**/*.csv", 6)),
    Source("spreadsheet", "Timetables", "Apache-2.0", _rows("gtfs-google/**/*.txt", 2)),
    Source("spreadsheet", "Frictionless tables", "MIT", _few(_tables("frictionless/data/**/*.*"))),
    Source("spreadsheet", "Carpentries surveys", "CC BY 4.0", _few(_tables("carpentries-assessment/**/*.csv", "carpentries-assessment/**/*.xlsx"))),
    Source("spreadsheet", "Saved worksheets", "partly Apache-2.0", _rows("sheetjs/**/*.csv"), trains=False),
    Source("spreadsheet", "Workbooks of POI", "Apache-2.0", _rows("poi/**/*.xlsx")),
    Source("spreadsheet", "Tables of many repositories", "MIT, Apache-2.0, BSD, CC0", _few(_tables("many-tables/*/**/*.[ctxo][sld]*"))),
)  # fmt: skip
