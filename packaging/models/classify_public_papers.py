"""Further public papers, court decisions, manuals, policies, contracts, medical reports and presentations, in several languages.

They lie in `MORE/public` beside those of `classify_public.py`, files as their repositories hold them. Papers: plos
(PLOS/allofplos, its starter corpus without the longest articles and those not under CC BY or CC0), scielo (scieloorg/packtools,
articles of its tests; those under CC BY), craft (UCDenver-ccp/CRAFT, training articles of BMC journals), euroscipy
(euroscipy/euroscipy_proceedings, a folder for each of its branches 2013, 2014_proceedings and 2015_proceedings). Court decisions:
saos (CeON/saos, Polish), oldp (openlegaldata/oldp, German), rechtspraak (digitalheir/rechtspraak-js, Dutch), capstone
(harvard-lil/capstone, United States), lener-br (peluz/lener-br, Brazilian, without its test documents). Manuals: django-girls
(DjangoGirls/tutorial), carpentry-es (swcarpentry/shell-novice-es and git-novice-es), coderefinery (coderefinery/git-intro),
digikam (KDE/digikam-doc), px4 (PX4/px4_user_guide). Policies: contributor-covenant (ContributorCovenant/contributor_covenant),
cwa (corona-warn-app/cwa-app-android), clef-handbook (clef/handbook), carpentries-policies (carpentries/docs.carpentries.org),
cds-forms (cds-snc/platform-forms-client). Contracts: accord (accordproject/cicero-template-library), series-seed
(seriesseed/equity), c-uda (microsoft/Computational-Use-of-Data-Agreement), commonaccord (CommonAccord/Cmacc-Org, its French
agreements). Medical reports: grascco (calgo-lab/redakt-grascco, which holds GraSCCo), primock57 (babylonhealth/primock57), c-cda
(HL7/C-CDA-Examples), umcu (UMCU-Digital-Health/discharge-documentation-generator). Presentations: bootlin
(bootlin/training-materials, without its first and last slides and shopping lists), datascience-box
(rstudio-education/datascience-box), container-training (jpetazzo/container.training), sfeir-kubernetes
(sfeir-open-source/sfeir-school-kubernetes), bfh (bfh/opensource), debruine (debruine/talks), heig-vd
(heig-vd-progim-course/heig-vd-progim2-course). Folders that are missing are left out; test parts are never read.
"""

from __future__ import annotations

import html
import json
import random
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from classify_public import Source, Texts, agreement, cut_up, files, markdown, plain, unmarked, without

_WHOLE = 7000
"""Characters up to which a document is taken as it is; a longer one gives some stretches."""


def _long(read: Callable[[Path], str], *patterns: str, most: int = 4) -> Texts:
    """Documents of which there are few: a long one as stretches, at most `most`, of which the first holds its head."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        for path in sorted(path for pattern in patterns for path in folder.glob(pattern)):
            text = read(path)
            yield from [text] if len(text) < _WHOLE else list(cut_up(text, rng))[:most]

    return texts


def _some(pattern: str, read: Callable[[Path], str], most: int) -> Texts:
    """At most `most` documents of a folder that holds more."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        paths = sorted(folder.glob(pattern))
        for path in rng.sample(paths, min(most, len(paths))):
            yield read(path)

    return texts


# Papers

_NEVER_PRINTED = re.compile(
    r"(?s)<(table-wrap|disp-formula|inline-formula|tex-math|mml:math|graphic|permissions|xref ref-type=\"fn\")\b.*?</(?:table-wrap|"
    r"disp-formula|inline-formula|tex-math|mml:math|graphic|permissions|xref)>|<!--.*?-->|<\?.*?\?>"
)


def _article_versions(path: Path) -> Iterator[str]:
    """Title, authors, abstract and text of a JATS article and of each of its translations."""
    for part in re.split(r"<sub-article\b", plain(path)):
        part = _NEVER_PRINTED.sub("", part)
        lines = [
            *re.findall(r"(?s)<title-group>\s*<article-title\b[^>]*>(.*?)</article-title>", part)[:1],
            ", ".join(_names(part)),
            *re.findall(r"(?s)<abstract\b[^>]*>(.*?)</abstract>", part)[:1],
            *re.findall(r"(?s)<body\b[^>]*>(.*?)</body>", part),
        ]
        if len(lines) == 4 and len(lines[3]) > 3000:
            yield "\n".join(_blocks(line) for line in lines)


def _names(article: str) -> list[str]:
    people = re.findall(r"(?s)<contrib\b.*?</contrib>", article)
    found = [
        re.search(r"(?s)<surname>(.*?)</surname>.*?<given-names[^>]*>(.*?)</given-names>", each)
        for each in people
    ]
    return [f"{each.group(2)} {each.group(1)}" for each in found if each][:12]


def _blocks(marked_up: str) -> str:
    """The words of XML, a line for each block."""
    text = re.sub(r"\s+", " ", marked_up)
    return unmarked(
        re.sub(r"</?(?:title|p|sec|list-item|para|parablock|caption|tr|paragraph|item)\b[^>]*>", "\n", text)
    )


def _articles(pattern: str, licence: str = "") -> Texts:
    """Articles with their head, without it, or from their middle."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        seen: set[str] = set()
        for path in sorted(folder.glob(pattern)):
            if licence not in plain(path):
                continue
            for article in _article_versions(path):
                if article[:120] in seen:
                    continue
                seen.add(article[:120])
                choice = rng.random()
                if choice < 0.3:
                    yield from list(cut_up(article, rng))[1:2]
                else:
                    yield article if choice < 0.7 else article.split("\n", 2)[-1]

    return texts


_DROPPED = ("meta", "image", "math", "raw", "contents", "toctree", "latex", "index")


def _typeset(path: Path) -> str:
    """A reStructuredText file as it is printed: no directives, no underlines, no roles."""
    kept: list[str] = []
    left_out: int | None = None
    for line in plain(path).split("\n"):
        depth = len(line) - len(line.lstrip())
        if left_out is not None and (not line.strip() or depth > left_out):
            continue
        left_out = None
        directive = re.match(r"\s*\.\. (?:\|[^|]+\| )?([\w-]+)::|\s*\.\.(?! \[)(?: |$)", line)
        if directive and (directive.group(1) in (None, *_DROPPED) or "|" in line):
            left_out = depth
        elif not directive and not re.match(
            r"\s*([=\-~^\"'`#*+.])\1{2,}\s*$|\s+:[\w-]+:|:(?:email|video):", line
        ):
            kept.append(re.sub(r"^:\w+: |^\.\. (?=\[)", "", line).strip())
    text = re.sub(r":math:`[^`]*`", "", "\n".join(kept))
    text = re.sub(r":[\w:]+:`([^`<]*?)(?: *<[^>`]*>)?`|`([^`<]*?)(?: *<[^>`]*>)?`__?", r"\1\2", text)
    text = re.sub(r"``|(?<!\w)\*{1,2}(?=\w)|(?<=\w)\*{1,2}(?!\w)|(?<=\])_", "", text).replace("|---|", "—")
    return re.sub(r"\n{3,}", "\n\n", text)


# Court decisions


def _polish(folder: Path, rng: random.Random) -> Iterator[str]:
    """Decisions of the constitutional tribunal, the supreme court and the chamber of appeal for public contracts."""
    seen: set[str] = set()
    for path in sorted((folder / "saos").rglob("*Judgments*.json")):
        for found in re.findall(r'"textContent"\s*:\s*("(?:[^"\\]|\\.)*")', plain(path)):
            text = str(json.loads(found, strict=False)).replace("-\n", "")
            if len(text) > 1000 and text[:200] not in seen:
                seen.add(text[:200])
                yield from cut_up(text, rng)
    for path in sorted((folder / "saos").rglob("contentField*.txt")):
        yield from cut_up(unmarked(re.sub(r"<(?:p|div|h\d|br|tr)\b[^>]*>", "\n", plain(path))), rng)


def _german(folder: Path, rng: random.Random) -> Iterator[str]:
    """Decisions of the Federal Court of Justice, some with their head."""
    for path in sorted((folder / "oldp").rglob("from_bgh/bgh-*.json")):
        for case in (entry["fields"] for entry in json.loads(plain(path))):
            text = re.sub(r"(?m)^:?(\d*)\| *", r"\1 ", case["content"].replace("\\.", ".")).replace("## ", "")
            day = ".".join(reversed(case["date"].split("-")))
            head = f"BUNDESGERICHTSHOF\n{case['type'].upper()}\n{case['file_number']}\nvom {day}\n\n"
            yield from cut_up((head if rng.random() < 0.6 else "") + text, rng)


def _dutch(path: Path) -> str:
    text = re.search(r"(?s)<(uitspraak|conclusie)\b.*?</\1>", plain(path))
    return _blocks(text.group()) if text else ""


def _american(path: Path) -> str:
    """A decision as a reporter prints it: parties, number, court and date before the opinion."""
    parts = re.findall(r"(?s)<(?:HeaderHtml|CaseHtml)>(.*?)</(?:HeaderHtml|CaseHtml)>", plain(path))
    text = html.unescape("\n".join(parts)).replace("\xa0", " ")
    return unmarked(re.sub(r"(?i)<(?:p|br|center|h\d|blockquote)\b[^>]*>", "\n", text.replace("\n", " ")))


_NO_DECISION = re.compile(r"^(?:Lei|Loa|Port|Desp|metadados|INSTRUCAO)", re.IGNORECASE)
_TESTED = frozenset(
    ("ACORDAOTCU11602016", "AIRR10006691020135020322", "AIRR285001420095060020", "AIRR3731820145060141",
     "AIRR581406820065030079", "AgAIRR617420125150072", "HC04798525420128130000", "HC10000150589281000",
     "RR-578030-46.1999.5.04.0018", "RR14976020105020085", "20150110436469APC")
)  # fmt: skip
"""Documents of the corpus's test part, and one that it holds twice."""


def _brazilian(folder: Path, rng: random.Random) -> Iterator[str]:
    for path in sorted((folder / "lener-br").rglob("raw_text/*.txt")):
        if _NO_DECISION.match(path.name) or path.stem in _TESTED:
            continue
        text = re.sub(r"\n(?=[^\W\d_]{1,2}\n)|(?<=\n[^\W\d_])\n|\n(?=[.:()/])", "", plain(path))
        stretches = list(cut_up(text, rng))
        yield stretches[0]
        yield from stretches[1:2] if rng.random() < 0.5 else []


# Manuals


def _lesson(path: Path) -> str:
    """A lesson without the marks of its boxes and pictures."""
    text = re.sub(
        r"(?m)^ *(?::{3,}|`{3,}\{|`{4,}).*$|^ *:\w+:.*$|^!\[.*$|^\{:.*$|<[a-zA-Z/!][^>\n]*>|\{ref\}",
        "",
        markdown(path),
    )
    return re.sub(r"\n{3,}", "\n\n", text)


def _catalogues(base: str, languages: Iterable[str], most: int) -> Texts:
    """Pages in other languages, put together from the catalogues of translations, those that are translated in full."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        for language in languages:
            pages = [_translated(path) for path in sorted((folder / base / language).rglob("*.po"))]
            long = [page for page in pages if len(page) > 600]
            yield from rng.sample(long, min(most, len(long)))

    return texts


def _translated(catalogue: Path) -> str:
    """What a catalogue says in its language; nothing where much of it is still open."""
    lines, open_ones = [], 0
    for entry in plain(catalogue).split("\n\n")[1:]:
        said = re.search(r'\nmsgstr ((?:"[^\n]*"\n?)+)', entry + "\n")
        text = (
            "".join(re.findall(r'(?m)"([^\n]*)"$', said.group(1))) if said and "#, fuzzy" not in entry else ""
        )
        if re.match(r"digiKam|http|[\w./-]+$", text) or not text:
            open_ones += not text
            continue
        text = re.sub(r":[\w:]+:`([^`<]*?)(?: *<[^>`]*>)?`|`([^`<]*?)(?: *<[^>`]*>)?`_+", r"\1\2", text)
        lines.append(re.sub(r"\*\*|``", "", text.replace('\\"', '"').replace("\\n", " ")))
    return "\n".join(lines) if open_ones * 5 < len(lines) else ""


# Policies


def _covenant(folder: Path, rng: random.Random) -> Iterator[str]:
    """One code of conduct in its versions and eight languages: of one mould, so not all of them."""
    paths = [
        path
        for path in sorted((folder / "contributor-covenant" / "content" / "version").rglob("code*.md"))
        if re.search(r"conduct(?:\.(?:de|fr|es|es-mx|it|nl|pl|pt|pt-br|pt_br))?\.md$", path.name)
    ]
    for path in rng.sample(paths, min(24, len(paths))):
        yield re.sub(r"(?s)\A\+\+\+.*?\+\+\+\n", "", markdown(path))


def _page(path: Path) -> str:
    """What a page shows, a line for each block."""
    text = re.sub(r"(?s)<(script|style|head)\b.*?</\1>|<!--.*?-->", " ", plain(path)).replace("\n", " ")
    return unmarked(re.sub(r"(?i)<(?:p|div|li|tr|h\d|br|dt|dd)\b[^>]*>", "\n", text))


# Contracts


def _french(*folders: str) -> Texts:
    """Agreements whose clauses are values of a table; what has to be filled in is left blank or named."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        for place in folders:
            blank = rng.choice(("________", "[…]", ""))
            paths = sorted((folder / "commonaccord/Doc/F/FR/00/Agt").glob(f"{place}.md"))
            text = "\n".join(_clauses(path, blank) for path in paths)
            yield from [text] if len(text) < _WHOLE else cut_up(text, rng)

    return texts


def _clauses(path: Path, blank: str) -> str:
    """Headings and clauses with their numbers."""
    found = re.findall(r"(?m)^(?:([\d.]*\d)\.)?(?:\w*\.)*(?:Ti|sec|Note|Alt\d)=(?!\[)(.+)$", plain(path))
    text = "\n".join(f"{number} {clause}".strip() for number, clause in found)
    text = re.sub(r"\{([^{}]*)\}", lambda hit: blank or f"[{hit.group(1).replace('.', ' ')}]", text)
    return re.sub(r"\*\*|<[^>]+>", "", text)


_NO_CONTRACT = re.compile(
    r"penalty-(?:else|optional|pay|capped)|volumediscount.list|deposit-with|note-md|information|hello|empty|payment-upon|docusign|"
    r"signature|apples|interests|certificate|incorporation|minutes"
)
"""Templates that are no contract, and those that differ from another in a line."""


def _templates(folder: Path, rng: random.Random) -> Iterator[str]:
    """Filled-in contracts and single clauses of a library of templates."""
    for path in sorted((folder / "accord").glob("src/*/text/[!g]*.md")):
        text = agreement(path)
        if not _NO_CONTRACT.search(str(path.relative_to(folder))) and len(text) > 350:
            yield from [text] if len(text) < _WHOLE else list(cut_up(text, rng))[:3]


# Medical reports


def _graz(folder: Path, rng: random.Random) -> Iterator[str]:
    """Discharge letters and findings of made-up patients in German."""
    for path in sorted((folder / "grascco").rglob("*_phi.json")):
        for part in json.loads(plain(path))["%FEATURE_STRUCTURES"]:
            if "sofaString" in part:
                yield str(part["sofaString"]).replace("\r", "").strip()


def _consultations(path: Path) -> str:
    """What a doctor notes of a consultation."""
    return str(json.loads(plain(path))["note"])


def _sections(folder: Path, rng: random.Random) -> Iterator[str]:
    """Clinical documents: title and the words of their sections, in stretches."""
    for path in sorted((folder / "c-cda").rglob("*.xml")):
        text = plain(path)
        parts = re.findall(r"(?s)<section\b.*?<title>(.*?)</title>.*?<text\b[^>]*>(.*?)</text>", text)
        shown = [f"{title}\n{_blocks(re.sub('</t[dh]>', ' ', body))}" for title, body in parts]
        head = re.search(r"<title>(.*?)</title>", text)
        yield from cut_up("\n\n".join([unmarked(head.group(1)) if head else "", *shown]), rng)


# Presentations


_LATEX = (
    (r"(?<!\\)%.*", ""),
    (r"\\(?:includegraphics|setbeamer\w+|usebeamer\w+|input|label|[vh]space|setlength)\*?(?:\[[^\]]*\])?(?:<[^>]*>)?(?:\{[^}]*\})*", ""),
    (r"\\begin\{(?:frame|block)\}(?:\[[^\]]*\])?(?:\{\})?", "\n"),
    (r"\\(?:begin|end)\{[\w*]+\}(?:\[[^\]]*\])?(?:\{[^}\n]*\})?", ""),
    (r"\\(?:code|tt|em|bf|it|small|footnotesize|scriptsize|tiny|center\w*|huge|[lL]arge|bfseries)\b *", ""),
    (r"\\href\{[^}]*\}|\\(?:column|pause|only|columns)\b(?:<[^>]*>)?(?:\{[\d.]*\\\w+\})?", ""),
    (r"\\item\b(?:<[^>]*>)?(?:\[[^\]]*\])? *", "• "),
    (r"(?m)^[\s|XlcrpX]*\|[\s|Xlcr]*$| *(?<!\\)& *", " "),
    (r"\\\\|\\[a-zA-Z]+\*?(?:\[[^\]]*\])?", " "),
    (r"\\([_#$&%{}])", r"\1"),
    (r"(?m)^[{} \t]+|[{}]|[ \t]+$", ""),
    (r"\n{3,}", "\n\n"),
)  # fmt: skip
_MARKS = (
    (r"\A\s*---\n(?s:.*?)\n--- *\n", ""),
    (r"(?m)^(?:class|name|background-\w+|template|layout|count|exclude): .*$|^\.[\w.-]+\[ *$|^\] *$", ""),
    (r"(?m)^\.?debug\[.*$|^##[-=]+## *$|^\[[^\]\n]+\]:\s*\S.*$|^:{3,}.*$|^:(?:EN|FR):.*$", ""),
    (r"!\[[^\]]*\](?:\((?:[^()]|\([^()]*\))*\)|\[[\w-]+\])?|`r [^`\n]*`|\]?\{[\w-]+=[^}\n]*\}", ""),
    (r"\.[a-z][\w.-]*\[(?=[^\]\n]*\])|\{\{<.*?>\}\}| *\{[.#][^}\n]*\}", ""),
    (r"(?s)<!--.*?-->|<[a-zA-Z/][^>\n]*>|\{%.*?%\}|\{\{.*?\}\}", ""),
    (r"(?ms)^(?:Notes?:|\?\?\?).*?(?=^---|^##?[ =-]|\Z)", ""),
    (r"```\{(\w+)[^}\n]*\}", r"```\1"),
    (r"(?m)^([^\[\n]*)\] *$", r"\1"),
    (r"(?m)^[\])(\s]+$", ""),
    (r"\[\](?:\([^)\s]*\))?", ""),
    (r"\]\([^)\s]*\)|\]\[[\w-]+\]", "]"),
    (r"\n{3,}", "\n\n"),
)
"""What no one sees of slides in LaTeX and in markdown, and what stands for it, in the order in which it is taken out."""


def _beamer(path: Path) -> str:
    """Slides of LaTeX as they are shown: titles, points, listings."""
    return without(plain(path), _LATEX)


def _slides(path: Path) -> str:
    """Slides of markdown without the marks that place and style them and without code that is not shown."""
    text = plain(path)
    silent = "set(echo = FALSE" in text
    hidden = re.compile(r"opts_chunk|options\(|(?:include|echo) *[=:] *(?i:false)|child *=|=html")
    chunks = re.compile(r"(?ms)^```\{(?:r\b|=html).*?^```$")
    shown = chunks.sub(lambda hit: "" if silent or hidden.search(hit.group()) else hit.group(), text)
    return without(shown, _MARKS)


def _deck(*patterns: str, most: int) -> Texts:
    """Decks, some from the middle; half of them with rules between the slides, as their authors wrote them."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        paths = sorted(path for pattern in patterns for path in folder.glob(pattern))
        for path in rng.sample(paths, min(most, len(paths))):
            text = _slides(path)
            if rng.random() < 0.5:
                text = re.sub(r"\n{3,}", "\n\n", re.sub(r"(?m)^--+ *$|^#+ ", "", text))
            yield from [text] if len(text) < _WHOLE else list(cut_up(text, rng))[:3]

    return texts


PAPER_SOURCES: tuple[Source, ...] = (
    Source("scientific_paper", "PLOS articles", "CC BY 4.0", _articles("plos/allofplos/starter_corpus/*.xml")),
    Source("scientific_paper", "SciELO articles", "CC BY 4.0", _articles("scielo/tests/**/*.xml", "creativecommons.org/licenses/by/4.0")),
    Source("scientific_paper", "CRAFT articles", "CC BY 2.0", _articles("craft/*.nxml")),
    Source("scientific_paper", "EuroSciPy papers", "CC BY 3.0", _long(_typeset, "euroscipy/*/papers/[!0]*/*.rst")),
    Source("court_decision", "Polish courts", "public domain", _polish),
    Source("court_decision", "Federal Court of Justice", "public domain", _german),
    Source("court_decision", "Dutch courts", "public domain", _long(_dutch, "rechtspraak/test/test_docs/*.xml")),
    Source("court_decision", "US reporters", "public domain", _long(_american, "capstone/capstone/test_data/fastcase/**/*.xml", most=3)),
    Source("court_decision", "Brazilian courts", "public domain", _brazilian),
    Source("manual", "Django Girls tutorial", "CC BY-SA 4.0", files("django-girls/*/*/README.md", _lesson)),
    Source("manual", "Software Carpentry, Spanish", "CC BY 4.0", _long(_lesson, "carpentry-es/*/episodes/*.md")),
    Source("manual", "CodeRefinery lesson", "CC BY 4.0", _long(_lesson, "coderefinery/content/*.md")),
    Source("manual", "digiKam handbook", "CC BY-SA 4.0", _some("digikam/[!l]*/*.rst", _typeset, 60)),
    Source("manual", "digiKam handbook, translated", "CC BY-SA 4.0", _catalogues("digikam/locale", ("es", "it", "nl", "pt_BR"), 35)),
    Source("manual", "PX4 user guide", "CC BY 4.0", _some("px4/en/[acfgs]*/*.md", _lesson, 120)),
    Source("policy", "Contributor Covenant", "CC BY 4.0", _covenant),
    Source("policy", "Corona-Warn-App", "Apache-2.0", _long(_page, "cwa/**/[pt]*_[de][en].html")),
    Source("policy", "Clef handbook", "CC0", files("clef-handbook/[EB]*/*.md", markdown)),
    Source("policy", "Carpentries policies", "CC BY 4.0", _long(markdown, "carpentries-policies/source/policies/**/*.md")),
    Source("policy", "Canadian forms service", "MIT", _long(markdown, "cds-forms/public/static/content/*/[!r]*.md")),
    Source("policy", "CommonAccord, French terms", "MIT", _french("Startup/Jurismatic/08*/Sec/*", "Startup/Jurismatic/09*/Form/*")),
    Source("contract", "Accord Project", "Apache-2.0", _templates),
    Source("contract", "Series Seed and C-UDA", "CC0", _long(agreement, "series-seed/* Agreement.md", "series-seed/* Term Sheet.md", "c-uda/C-UDA*.md")),
    Source("contract", "CommonAccord, French", "MIT", _french("Startup/Jurismatic/03*/Form/0", "Startup/Jurismatic/10*/Form/*", "Startup/Jurismatic/11*/Form/*")),
    Source("medical_report", "GraSCCo", "CC BY 4.0", _graz),
    Source("medical_report", "PriMock57", "CC BY 4.0", files("primock57/notes/*.json", _consultations)),
    Source("medical_report", "C-CDA examples", "CC0", _sections),
    Source("medical_report", "UMC Utrecht examples", "MIT", _long(markdown, "umcu/data/examples/*.txt")),
    Source("presentation", "Bootlin slides", "CC BY-SA 3.0", _long(_beamer, "bootlin/slides/*/*.tex", most=2)),
    Source("presentation", "Data Science in a Box", "CC BY-SA 4.0", _deck("datascience-box/course-materials/slides/**/*.Rmd", most=48)),
    Source("presentation", "Container training", "CC BY 4.0", _deck("container-training/slides/k8s/*.md", "container-training/slides/containers/*.md", most=90)),
    Source("presentation", "SFEIR Kubernetes school", "Apache-2.0", _deck("sfeir-kubernetes/docs/markdown/*/*.md", most=40)),
    Source("presentation", "BFH open source", "CC BY 4.0", _deck("bfh/docs/slides/**/*.md", most=40)),
    Source("presentation", "DeBruine talks", "CC BY 4.0", _deck("debruine/*/index.qmd", most=40)),
    Source("presentation", "HEIG-VD course", "CC BY-SA 4.0", _deck("heig-vd/01*/*/PRESENTATION.md", most=20)),
)  # fmt: skip
