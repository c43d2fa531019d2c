"""Public documents of working life: slides, reports, minutes, manuals and policies, in eight languages.

They lie in `MORE/public` beside those of `classify_public.py`, files as their repositories hold them. Presentations: particule
(particuleio/formations), eyssette (eyssette/marp-slides), tidymodels-workshops (tidymodels/workshops), uo-ec607 (uo-ec607/lectures),
scpo-slides (ScPoEcon/ScPoEconometrics-Slides), econometrics-slides (NickCH-K/EconometricsSlides), curso-r (curso-r/main-r4ds-1 and
main-web-scraping), cicd-lectures (cicd-lectures/slides), slds-lmu (slds-lmu/lecture_sl), gem5-bootcamp (gem5bootcamp/2024), nhs-r
(nhs-r-community/intro_r), hogent (HoGentTIN/elnx-syllabus), coders-school (coders-school/object-oriented-programming), josedom
(josedom24/presentaciones), insee-git (InseeFrLab/formation-bonnes-pratiques-git-R), campusminden
(Programmiermethoden-CampusMinden/Prog2-Lecture), iblech (iblech/mathezirkel-kurs), poi-slides (apache/poi, its slides from the web),
trailofbits-talks (trailofbits/publications, every second of its smaller presentations), digitalgov-slides (GSA/digitalgov.gov), de-rse
(DE-RSE/www, its conference of 2019), library-carpentry (LibraryCarpentry/governance), state-webinars
(betagouv/doc.demarches-simplifiees.fr and betagouv/doc.incubateur.net-communaute), vng-slides (VNG-Realisatie/gemma-zaken).
Reports: carpentries-reports (carpentries/carpentries.org) and carpentries-surveys (carpentries/assessment), jahresbericht-ts
(technologiestiftung/jahresbericht-2021, citylab-jahresbericht-2023 and jahresbericht-2024, a folder for each year), wmde-jahresbericht
(wmde/jahresbericht2018), posthog-postmortems (PostHog/post-mortems), digital-canada (cds-snc/digital-canada-ca, also its policies),
rust-blog (rust-lang/blog.rust-lang.org, only what reports; its other posts are in `classify_public_press.py`), drought-updates (cagov/drought.ca.gov, every second week), haiku-reports (haiku/website), cncf-annual
(cncf/toc), carpentries-governance (carpentries/governance), beta-bilan (betagouv/doc.incubateur.net-communaute), mysociety-annual
(openstate/jaarverslag, which also holds older ones of mySociety), mixbytes (mixbytes/audits_public), sigp (sigp/public-audits, every sixth),
agas (SwissOS/agas22), crm-uam (CRM-UAM/CRM-UAM.github.io). Minutes: code-poznan (CodeForPoznan/Community), fomc (in
gtfintechlab/fomc-hawkish-dovish, texts of the Federal Reserve), logius (Logius-standaarden/Overleg) and kp-apis (Geonovum/KP-APIs),
both also with slides, fsinf (kevinkunkel98/fsinf-website), makerspace-gt (makerspace-gt/protokolle), osmbe
(osmbe/working-group-bylaws), eternafga (UnBArqDsw2025-1-Turma02/2025.1_T02_G2_EternaFGA_Entrega02), foopgp
(foopgp/foopgp-hugowebsite), agas, crm-uam. Manuals: fau-fablab (fau-fablab, a folder for each of its …-einweisung), odk-docs
(getodk/docs), anpr-procedures (italia/anpr), design-italia (italia/design-linee-guida-docs), etalab-guides (etalab/guides.etalab.gouv.fr),
utilitr (InseeFrLab/utilitR), rocky (rocky-linux/documentation), 18f-methods (18F/methods), jitsi-handbook (jitsi/handbook),
service-manual (alphagov/government-service-design-manual), kobo-docs (kobotoolbox/docs), yunohost
(YunoHost/doc), demarches (betagouv/doc.demarches-simplifiees.fr, also its policies), scambi (scambifestival/manuale), dhis2
(dhis2/dhis2-docs). Policies: datica (catalyzeio/policies), noders (9punto5/condiciones), cos (CenterForOpenScience/cos.io), pocos
(DISIC/politique-de-contribution-open-source), adt-pl (adt-pl/teksty), moj-it-policy (ministryofjustice/itpolicycontent), psf-policies
(psf/policies), element-policies (vector-im/policies), npm-policies (npm/policies), coronamelder
(minvws/nl-covid19-notification-app-website), stopp-corona (austrianredcross/stopp-corona-android), swisscovid
(SwissCovid/swisscovid-app-android), coworking-metz (coworking-metz/Documents), gew (GEW-Bund/datenschutz), madetech
(madetech/handbook). Sources whose licence does not clearly allow training only measure. Folders that are missing are left out; test
parts are never read.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from classify_public import Source, Texts, cut_up, markdown, plain, seen_close, unmarked, without

Reader = Callable[[Path], str]
Marks = tuple[tuple[str, str], ...]
_LEAST = 300
_WHOLE = 7000


def _found(folder: Path, patterns: Iterable[str], but: str) -> list[Path]:
    """The files of some patterns, those left out whose path says what `but` says."""
    paths = {path for pattern in patterns for path in folder.glob(pattern) if path.is_file()}
    return sorted(path for path in paths if not but or not re.search(but, str(path.relative_to(folder))))


def _some(
    reader: Reader, *patterns: str, most: int = 100, parts: int = 2, but: str = "", least: int = _LEAST
) -> Texts:
    """At most `most` documents, a long one as its first stretches, of which there are at most `parts`."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        paths = _found(folder, patterns, but)
        given: set[str] = set()
        for path in rng.sample(paths, len(paths)):
            text = reader(path).strip()
            if len(text) < least or text[:400] in given:
                continue
            given.add(text[:400])
            yield from [text] if len(text) < _WHOLE else list(cut_up(text, rng))[:parts]
            if len(given) >= most:
                return

    return texts


def _both(*sources: Texts) -> Texts:
    """Documents of one kind that lie in files of several."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        for source in sources:
            yield from source(folder, rng)

    return texts


# Readers


_SITE: Marks = (
    (r"\A\ufeff?\s*(?:---\n(?s:.*?)(?<=\n)---|\+\+\+\n(?s:.*?)(?<=\n)\+\+\+)[ \t]*\n", ""),
    (r"&nbsp;|&#x20;|\xa0", " "),
    (r"(?s)<!--.*?-->|<(script|style|iframe|svg|figure|video)\b.*?</\1>|\{\{.*?\}\}|\{%.*?%\}", ""),
    (r"(?m)^import \w.*;$|^ *(?:`{3,}|:{3,}) *\{.*$|^ *:{3,}.*$|^ *\(\w[\w-]*\)=$|^\[[^\]\n]+\]: *\S.*$", ""),
    (r"!\[[^\]]*\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])?(?:\{[^}\n]*\})?", ""),
    (r"\[([^\[\]]*)\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])", r"\1"),
    (r"(?i)<br ?/?>|</(?:p|li|h\d|tr|div|td)>", "\n"),
    (r"<[a-zA-Z/][^>]*>|\{[:.#][^}\n]*\}|\*{4}|\[\^\w+\]:?|(?m:^ *=== \".*$|^[ >]*!!! .*$|^TOC$)", ""),
    (r"&lt;", "<"),
    (r"&gt;", ">"),
    (r"&amp;", "&"),
    (r"(?m)[ \t]+$", ""),
    (r"\n{3,}", "\n\n"),
)  # fmt: skip


def _page(path: Path) -> str:
    """A page of a site, of which neither head nor marks of style, pictures and addresses are seen."""
    return without(plain(path).replace("\r", ""), _SITE)


def _titled(path: Path) -> str:
    """A page with the title that stands apart from its text."""
    text = _page(path).strip()
    title = re.search(r"""(?m)^(?:title|Title) *[:=] *["']?([^"'\n]+)""", plain(path)[:1500])
    head = without(title.group(1), _SITE).strip() if title else ""
    return f"{head}\n\n{text}" if head and not text.startswith("# ") else text


def _hypertext(path: Path) -> str:
    """What a page of tags shows, a line for each block."""
    text = re.sub(
        r"(?s)\A---\n.*?\n---\n|<(script|style|head|nav|footer|figure)\b.*?</\1>|<!--.*?-->|<\?.*?\?>|\{%.*?%\}|\{\{.*?\}\}",
        " ",
        plain(path),
    )
    text = re.sub(r"\s*\n\s*", " ", text)
    return unmarked(re.sub(r"(?i)<(?:p|div|li|tr|h\d|br|dt|dd|section|ul)\b[^>]*>", "\n", text))


_DIRECTIVES = "image|figure|raw|contents|toctree|index|math|meta|only|csv-table|seealso|sectionauthor|include|container|tabs|tab"
_ROLES: Marks = (
    (r":[\w:-]+:`([^`<]*?)(?: *<[^>`]*>)?`|`([^`<]*?)(?: *<[^>`]*>)?`_+", r"\1\2"),
    (r"\|[\w -]+\|_?|\*\*|``|(?m:^ *\|$)", ""),
    (r"(?m)^ *\.\. ([\w-]+):: *", ""),
    (r"(?m)[ \t]+$", ""),
    (r"\n{3,}", "\n\n"),
)


def _printed(path: Path) -> str:
    """A reStructuredText file as it is printed: no directives, no underlines, no roles."""
    kept: list[str] = []
    left_out: int | None = None
    for line in plain(path).expandtabs(4).split("\n"):
        depth = len(line) - len(line.lstrip())
        if left_out is not None and (not line.strip() or depth > left_out):
            continue
        left_out = None
        if re.match(
            rf"\s*\.\. (?:\|[^|]+\| )?(?:{_DIRECTIVES})::|\s*\.\. [_|\[]|\s*\.\.(?: \w[^:]*)?$", line
        ):
            left_out = depth
        elif not re.match(r"\s*([=\-~^\"'`#*+.])\1{2,}[\s=]*$|\s+:[\w-]+:|:[\w ]+: ?", line):
            kept.append(line)
    return without("\n".join(kept), _ROLES)


_LATEX: Marks = (
    (r"(?<!\\)%.*", ""),
    (r"(?s)\A.*?\\begin\{document\}", ""),
    (r"\\(?:framebreak|pagebreak|newpage|clearpage|maketitle|pause|medskip|bigskip|smallskip|vfill|hfill|centering|noindent)\b", "\n"),
    (r"\\(?:includegraphics|input|label|ref|cite\w*|[vh]space|setlength|setcounter|setbeamer\w+|tikz\w*|usebeamer\w+|image|lz|footnotesize|"
     r"lstset|column|resizebox|scalebox|vspace|foreach|draw|node|fill|path|color|graphicspath)\*?(?:\[[^\]]*\])?(?:<[^>]*>)?(?:\{[^{}]*\})*;?", ""),
    (r"(?s)\\begin\{(tikzpicture|algorithm\w*|figure|tabular)\}.*?\\end\{\1\}", ""),
    (r"\\begin\{\w*frame\*?\}(?:\[[^\]]*\])?", "\n"),
    (r"\\(?:begin|end)\{[\w*]+\}(?:\[[^\]]*\])?(?:\{[^}\n]*\})?", ""),
    (r"\\href\{[^}]*\}", ""),
    (r"\\(?:sub)*section\*?\{([^}]*)\}|\\frametitle\{([^}]*)\}", r"\n\n\1\2\n"),
    (r"\\item\b(?:<[^>]*>)?(?:\[[^\]]*\])? *", "- "),
    (r"\\enquote\{([^}]*)\}", r"„\1“"),
    (r"\\(?:pfeil|rightarrow|Rightarrow)\b(?:\{\})?", "→"),
    (r"\\\\|\\[a-zA-Z]+\*?(?:<[^>]*>)?(?:\[[^\]]*\])?", " "),
    (r"\\([_#$&%{}~\- ,;])", r"\1"),
    (r"(?m)^[{} \t&]+|[{}]|[ \t]+$", ""),
    (r"\"[`']", '"'),
    (r"[ \t]{2,}", " "),
    (r"\n{3,}", "\n\n"),
)  # fmt: skip


def _typeset(path: Path) -> str:
    """A LaTeX file as it is printed, with its title."""
    text = plain(path)
    title = re.search(r"\\title(?:\[[^\]]*\])?\{((?:[^{}]|\{[^{}]*\})*)\}", text)
    meta = re.search(r"\\titlemeta\{(?:%.*\n)?\s*([^{}]*?)\s*\}\s*\{(?:%.*\n)?\s*([^{}]*?)\s*\}", text)
    head = " – ".join(meta.groups()) if meta else title.group(1) if title else ""
    text = re.sub(r"(?s)\\titlemeta\{.*?(?=\\begin\{\w*frame|%)", "\n", text, count=1)
    return f"{without(head, _LATEX).strip()}\n\n{without(text, _LATEX).strip()}".strip()


def _catalogues(*patterns: str, most: int) -> Texts:
    """Pages in other languages, put together from catalogues of translations, of each pattern at most `most`."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        for pattern in patterns:
            pages = [_translated(path) for path in sorted(folder.glob(pattern))]
            long = [page for page in pages if len(page) > 600]
            for page in rng.sample(long, min(most, len(long))):
                yield page if len(page) < _WHOLE else rng.choice(list(cut_up(page, rng))[:3])

    return texts


def _translated(catalogue: Path) -> str:
    """What a catalogue says in its language; nothing where much of it is still open."""
    lines, open_ones = [], 0
    for entry in plain(catalogue).split("\n\n")[1:]:
        asked = re.search(r'\nmsgid ((?:"[^\n]*"\n?)+)', entry + "\n")
        said = re.search(r'\nmsgstr ((?:"[^\n]*"\n?)+)', entry + "\n")
        if asked is None or said is None or "#, fuzzy" in entry or entry.startswith("#~"):
            continue
        text = "".join(re.findall(r'(?m)"([^\n]*)"$', said.group(1)))
        if not text or text == "".join(re.findall(r'(?m)"([^\n]*)"$', asked.group(1))):
            open_ones += 1
        elif not re.match(r"http|[\w./-]+$|\{|<|:::|import |!\[", text):
            text = text.replace('\\"', '"').replace("\\n", "\n").strip()
            lines.append(without(without(text, _ROLES), _SITE))
    return "\n".join(lines) if open_ones * 2 < len(lines) else ""


# Presentations


_DECK: Marks = (
    (r"\A\s*---\n(?s:.*?)\n(?:---|\.\.\.) *\n", ""),
    (r"(?s)<!--.*?-->|<(style|script|svg|iframe|table)\b.*?</\1>|\{\{[<%].*?[%>]\}\}", ""),
    (r"(?ms)^:{3,} *\{?\.?(?:notes|tldr|youtube|challenges|readings|outcomes|attention|forum|bib)\b.*?^:{3,} *$", ""),
    (r"(?m)^(?:\?\?\?|Notes? ?:)[\s\S]*?(?=^-{2,} *$|^_{3,} *$|^#{1,2} |\Z)", ""),
    (r"(?m)^(?:class|name|background-[\w-]+|template|layout|count|exclude) ?: .*$|^:{2,}.*$|^\.[\w.-]+\[ *$|^\] *$", ""),
    (r"(?m)^\[\.?(?:source|NOTE|\{|%|cols|column|small|background|state|plantuml|link|subs|role|quote)[^\]\n]*\] *$|^={4,} *$|^\|={3,} *$|^-{4,} *$", ""),
    (r"(?m)^(?:image|include|video|plantuml|ifdef|ifndef|endif)::.*$|^:[\w-]+:.*$|image:\S+\[[^\]]*\]", ""),
    (r"!\[[^\]]*\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])?(?:\{[^}\n]*\})?|`r [^`\n]*`", ""),
    (r"\]\((?:[^()\n]|\([^()\n]*\))*\)|\]\[[\w-]*\]|\]\{[^}\n]*\}", "]"),
    (r"\[([^\[\]\n]*)\]", r"\1"),
    (r"(?i)<br ?/?>", "\n"),
    (r"<[a-zA-Z/][^>\n]*>|\.[a-z][\w.-]*\[|(?m:^ *\.footnote)|\.(?:blue|green|red|center|small|large|pull-left|pull-right)(?=[*(\w])|\{[.#:][^{}]{0,300}\}|\{(?:background|width|height|data|auto)[^}\n]*\}", ""),
    (r"(?m)^\\[a-zA-Z]+(?:\{[^}\n]*\})*(?:\[[^\]\n]*\])?(?: *%.*)?$|^\s*\] *$|^```\{=\w+\}.*$|^#\| .*$", ""),
    (r"```\{(\w+)[^}\n]*\}", r"```\1"),
    (r"(?m)^=+ +(?=\S)", "# "),
    (r"\]\]?(?=[\s.,;:!?]|$)|\\(?:pause|newline|bigskip|smallskip)\b|\\(?:color|tiny|small|footnotesize|scriptsize|large|normalsize)\b(?:\{\w+\})?", ""),
    (r"&nbsp;|&emsp;", " "),
    (r"\\(?=[*_#&=<>\[\]\-])|(?m:^\[(?=[^\]\n]*$))", ""),
    (r"(?m)[ \t]+$", ""),
    (r"\n{3,}", "\n\n"),
)  # fmt: skip
"""What no one sees of slides as their authors write them, and what stands for it, in the order in which it is taken out."""
_HIDDEN = re.compile(r"(?i)opts_chunk|options\(|(?:include|echo) *[=:] *F|include *: *false|echo *: *false|library\(xar|include_graphics|=html|knitr::|kable")  # fmt: skip


def _slides(path: Path) -> str:
    """Slides without the marks that place and style them, without notes for the speaker and code that is not shown."""
    text = plain(path).replace("\r", "")
    head = re.match(r"\s*---\n(.*?)\n---", text, re.DOTALL)
    chunks = re.compile(r"(?ms)^```\{\w.*?^``` *$")
    text = chunks.sub(lambda hit: "" if _HIDDEN.search(hit.group()) else hit.group(), text)
    named = re.findall(r'(?m)^(?:title|subtitle): *["\']?([^"\'\n|<>]+)', head.group(1)) if head else []
    return "\n\n".join((*named, without(text, _DECK).strip()))


def _as_shown(text: str, rng: random.Random) -> str:
    """A deck as its author wrote it, as a slide program gives its words, or as printed pages with bullets and numbers."""
    way = rng.random()
    if way < 0.3:
        return text
    bullet = "" if way < 0.65 else rng.choice(("• ", "• ", "– ", "▪ ", "- "))
    numbered = way > 0.8
    pages: list[str] = []
    for part in re.split(r"(?m)^-{2,}$|^_{3,}$|^\*{3,}$|(?=^#{1,3} )", text):
        lines = [re.sub(r"^(\s*)(?:[-*+•]|\*{2,}) +", rf"\1{bullet}", line) for line in part.split("\n")]
        lines = [
            re.sub(r"^#+ *|\*{2,3}|__|^\s*``` ?\w*$|^\s*\.{3}$|(?<!\w)\*(?=\w)|(?<=\w)\*(?!\w)", "", line)
            for line in lines
        ]
        page = "\n".join(line.rstrip() if bullet else line.strip() for line in lines if line.strip())
        if page:
            pages.append(f"{page}\n{len(pages) + 1}" if numbered else page)
    return ("\n" if way < 0.5 else "\n\n").join(pages)


def _deck(
    *patterns: str,
    reader: Reader = _slides,
    most: int = 60,
    parts: int = 2,
    but: str = "",
    least: int = _LEAST,
) -> Texts:
    """Decks in the ways in which people have them."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        for text in _some(reader, *patterns, most=most, parts=parts, but=but, least=least)(folder, rng):
            yield _as_shown(text, rng)

    return texts


# Reports


def _chapters(*patterns: str) -> Texts:
    """What is said in the files of a site that is one report, German, and English where a file holds both."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        for path in _found(folder, patterns, ""):
            for language in ("de", "en"):
                said = _said(plain(path), language)
                for start in range(0, len(said), 4000):
                    stretch = said[start : start + 4000]
                    yield stretch if start == 0 else stretch.partition("\n")[2]

    return texts


def _said(script: str, language: str) -> str:
    """The strings of a script that people read, in one language."""
    both = re.search(r"(?m)^\s*(?:de|en):", script)
    key = language if both else r"(?:title|text|content|vorwort|position|headline|name)"
    if not both and language == "en":
        return ""
    found = re.findall(rf'(?m)^\s*{key}:\s*(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`)', script)
    lines = [unmarked(re.sub(r"<br ?/?>|</p>|</li>", "\n", a or b).replace('\\"', '"')) for a, b in found]
    return "\n\n".join(line for line in lines if line)


# Minutes


def _paragraphs(path: Path) -> str:
    """Minutes that have lost their paragraphs: three steps of what is told make one."""
    text = re.sub(
        r"\s*\t\s*|(?<=[a-z][.:])\s+(?=(?:The|In|With|Members|Participants|Meeting|At|By|On|Most|Staff) )",
        "\n\n",
        plain(path),
    )
    lines = iter(re.sub(r"[ \xa0]{2,}", " ", text).split("\n\n"))
    return "\n\n".join(" ".join((line, *islice(lines, 2))) for line in lines)


# Policies


def _notices(*patterns: str, but: str = "README") -> Texts:
    """Notices and terms, whichever way they are written."""

    def either(path: Path) -> str:
        return _hypertext(path) if path.suffix == ".html" else _titled(path)

    return _some(either, *patterns, most=150, parts=3, but=but)


_NO_MINUTES = r"(?i)agenda[^+/]*\.md|README|intro|template|tijdplan|roadmap|planning|index"
_GUIDES = r"(?i)README|index|SUMMARY|changelog|release|glossar|template|_static"

WORK_SOURCES: tuple[Source, ...] = (
    Source("presentation", "Particule trainings", "CC BY-SA 4.0", _deck("particule/cours/**/*.md", most=80)),
    Source("presentation", "Philosophy lessons", "not stated", _deck("eyssette/slides/**/*.md", most=80, least=600), trains=False),
    Source("presentation", "Tidymodels workshops", "CC BY-SA 4.0", _deck("tidymodels-workshops/slides/*.qmd", "tidymodels-workshops/archive/202[24]*/**/*.qmd", most=45, but="annotations|classwork|ejercicios|index", least=900)),
    Source("presentation", "Data science for economists", "MIT", _deck("uo-ec607/[0-9]*/*.Rmd", parts=3)),
    Source("presentation", "ScPo econometrics", "CC BY-SA 4.0", _deck("scpo-slides/chapter*/*.Rmd", parts=4)),
    Source("presentation", "Econometrics slides", "MIT", _deck("econometrics-slides/**/*.Rmd", parts=3)),
    Source("presentation", "Curso-R slides", "MIT", _deck("curso-r/slides/*.Rmd", parts=3)),
    Source("presentation", "CI and CD lectures", "CC BY 4.0", _deck("cicd-lectures/content/**/*.adoc", parts=3)),
    Source("presentation", "Supervised learning lectures", "CC BY 4.0", _some(seen_close, "slds-lmu/slides-pdf/*.pdf", most=50, parts=1)),
    Source("presentation", "Gem5 bootcamp", "CC BY 4.0", _deck("gem5-bootcamp/slides/**/*.md", but="README")),
    Source("presentation", "NHS-R introduction", "CC0", _deck("nhs-r/[0-9]*.Rmd", parts=3)),
    Source("presentation", "HOGENT Linux course", "CC BY-SA 4.0", _deck("hogent/slides/**/*.md", parts=3, but="README")),
    Source("presentation", "Coders School", "GPL 3", _deck("coders-school/module*/*.md", but="README"), trains=False),
    Source("presentation", "Gonzalo Nazareno slides", "GPL 2", _both(_deck("josedom/**/*.rmd", most=30), _some(seen_close, "josedom/**/*.pdf", most=20, parts=1)), trains=False),
    Source("presentation", "Insee trainings", "MIT", _deck("insee-git/slides/**/*.qmd", but="legacy|applications", parts=3)),
    Source("presentation", "Programming methods lectures", "CC BY-SA 4.0", _deck("campusminden/lecture/**/*.md", most=70, but="readme", least=500)),
    Source("presentation", "Maths circle slides", "not stated", _some(seen_close, "iblech/**/slides*.pdf", most=30), trains=False),
    Source("presentation", "Slide shows from the web", "Apache-2.0 as test files; authors' rights unclear", _some(seen_close, "poi-slides/**/*.pptx", parts=3, but="stress021|bug6[45]|keyframes|layouts|themes|prProps|pptx2svg|table|tika|with_japanese|present1|sample|Sample|4554[15]_[HC]", least=2000), trains=False),
    Source("presentation", "Trail of Bits talks", "CC BY-SA 4.0", _some(seen_close, "trailofbits-talks/presentations/**/*.pdf", most=49)),
    Source("presentation", "Federal webinars", "public domain", _some(seen_close, "digitalgov-slides/**/*.pptx", parts=4)),
    Source("presentation", "Research software conference", "not stated", _some(seen_close, "de-rse/*/conf2019/talk/*/slides.pdf", most=40), trains=False),
    Source("presentation", "Library Carpentry calls", "not stated", _some(seen_close, "library-carpentry/community-calls/*.pdf", parts=3), trains=False),
    Source("presentation", "French state webinars", "not stated", _some(seen_close, "state-webinars/**/*.pdf", parts=4, but="charte"), trains=False),
    Source("presentation", "Dutch standards slides", "not stated", _some(seen_close, "logius/**/*.pptx", "kp-apis/**/*.pptx", "vng-slides/**/*.p[dp]*", parts=3), trains=False),
    Source("report", "Carpentries annual reports", "CC BY 4.0", _both(
        _some(seen_close, "carpentries-reports/static/reports/**/*.pdf", parts=4, but="2025|Appendix"),
        _some(seen_close, "carpentries-surveys/learner-assessment/reports/*.pdf", "carpentries-surveys/learner-assessment/archives/2017/reports/*.pdf", parts=4))),
    Source("report", "Technologiestiftung annual reports", "CC BY 3.0 or MIT", _chapters("jahresbericht-ts/*/src/content.js")),
    Source("report", "Wikimedia Deutschland annual report", "CC BY-SA 4.0", _some(_hypertext, "wmde-jahresbericht/app/webroot/views/pages/*/report_*.php", parts=2)),
    Source("report", "PostHog post-mortems", "MIT", _some(_titled, "posthog-postmortems/**/*.md", but="README")),
    Source("report", "Canadian Digital Service engagement", "MIT", _some(_hypertext, "digital-canada/content/*/engagement-report/*.html", parts=4)),
    Source("report", "Rust project reports", "MIT or Apache-2.0", _some(_titled, "rust-blog/content/**/*-update*.md", "rust-blog/content/**/*report*.md", "rust-blog/content/**/*postmortem*.md", but="2024-edition|rustup-1\\.24|launch")),
    Source("report", "California drought updates", "MIT", _some(seen_close, "drought-updates/src/wordpress-media/**/*.pdf", most=40, parts=1)),
    Source("report", "Haiku activity reports", "not stated", _some(_titled, "haiku-reports/content/blog/**/*report*.md", most=120, parts=1), trains=False),
    Source("report", "CNCF annual reviews", "not stated", _some(_titled, "cncf-annual/projects/**/*annual*.md", most=90, parts=1), trains=False),
    Source("report", "Carpentries council reviews", "not stated", _some(_page, "carpentries-governance/*/*.md", but="README|template"), trains=False),
    Source("report", "beta.gouv.fr balances", "not stated", _some(seen_close, "beta-bilan/.gitbook/assets/*.pdf", parts=4), trains=False),
    Source("report", "mySociety and Open State annual reports", "not stated", _some(_hypertext, "mysociety-annual/20*/*.html", parts=3, but="credits|_layouts|_includes"), trains=False),
    Source("report", "MixBytes audits", "not stated", _some(_page, "mixbytes/**/README.md", most=60, parts=1, but="mixbytes/README"), trains=False),
    Source("report", "Sigma Prime audits", "not stated", _some(seen_close, "sigp/**/*.pdf", most=24, parts=2), trains=False),
    Source("report", "Club reports", "not stated", _both(
        _some(_titled, "agas/_posts/*.md", parts=3),
        _some(seen_close, "crm-uam/administrativo/Memorias/201[24]/Mem*.pdf", "crm-uam/administrativo/Memorias/2023/*.pdf", parts=3)), trains=False),
    Source("meeting_minutes", "Code for Poznań", "CC BY-SA 4.0", _some(markdown, "code-poznan/walne-*/**/*.md", "code-poznan/zarz*/posiedzenia/**/*.md", but="uchwa|sprawozdania")),
    Source("meeting_minutes", "Federal Open Market Committee", "public domain", _some(_paragraphs, "fomc/data/raw_data/meeting_minutes/*.txt", most=70, parts=2)),
    Source("meeting_minutes", "Dutch standards groups", "not stated", _some(_page, "logius/**/*erslag*.md", "kp-apis/overleggen/**/*erslag*.md", most=110, parts=1, but=_NO_MINUTES, least=600), trains=False),
    Source("meeting_minutes", "Leipzig student council", "not stated", _some(_page, "fsinf/src/content/protocols/*.md", most=90, parts=1, least=600), trains=False),
    Source("meeting_minutes", "Makerspace Gütersloh", "not stated", _some(_page, "makerspace-gt/20*/**/*.md", parts=1, but="README|Einladung"), trains=False),
    Source("meeting_minutes", "OpenStreetMap Belgium", "not stated", _some(_page, "osmbe/minutes/*", parts=1), trains=False),
    Source("meeting_minutes", "Brasília students", "not stated", _some(_page, "eternafga/docs/Atas/*.md", parts=1), trains=False),
    Source("meeting_minutes", "Clubs in French and Spanish", "not stated", _both(
        _some(_titled, "foopgp/content/french/assembly/*.md"),
        _some(seen_close, "agas/assets/pdf/pvag*.pdf", parts=3), _some(seen_close, "crm-uam/administrativo/Actas/acta*.pdf")), trains=False),
    Source("manual", "FabLab instructions", "CC BY-SA 3.0", _some(_typeset, "fau-fablab/*/*.tex", parts=4, but="iste")),
    Source("manual", "ODK guides", "CC BY 4.0", _some(_printed, "odk-docs/docs/*.rst", most=90, parts=1, but="docs-|api|spec|index|contribut")),
    Source("manual", "Italian registry procedures", "CC BY 4.0", _some(_printed, "anpr-procedures/src/subentro/*.rst", "anpr-procedures/src/guida/**/*.rst", "anpr-procedures/src/attivita-subentro/**/*.rst", "anpr-procedures/src/web-app/**/*.rst", "anpr-procedures/src/smart-card-prefetch*/**/*.rst", parts=2)),
    Source("manual", "Italian design guidelines", "CC BY 4.0", _some(_printed, "design-italia/doc/*/*.rst", parts=4)),
    Source("manual", "Etalab guides", "Licence Ouverte 2.0", _some(_page, "etalab-guides/*/*.md", parts=3, but=_GUIDES)),
    Source("manual", "UtilitR", "Licence Ouverte 2.0", _some(_slides, "utilitr/0[1-3]*/*.qmd", parts=2, but="presentation")),
    Source("manual", "Rocky Linux guides", "CC BY-SA 4.0", _both(
        _some(_titled, "rocky/docs/guides/**/*.[fi][rt].md", "rocky/docs/books/**/*.[fi][rt].md", most=50, parts=1, but=_GUIDES),
        _some(_titled, "rocky/docs/**/*.de.md", "rocky/docs/**/*.es.md", "rocky/docs/**/*.p[lt]*.md", most=40, parts=1, but=_GUIDES),
        _some(_titled, "rocky/docs/guides/**/*.md", most=30, parts=1, but=_GUIDES + r"|\.\w\w(?:-\w\w)?\.md"))),
    Source("manual", "18F methods", "CC0", _some(_titled, "18f-methods/_methods/**/*.md", but="_template")),
    Source("manual", "Jitsi handbook", "Apache-2.0", _some(_titled, "jitsi-handbook/docs/[du]*/*.md", parts=1, but="release|browser|faq|events|ljm-api|iframe-[ef]")),
    Source("manual", "Government service manual", "Open Government Licence 2.0", _some(_titled, "service-manual/service-manual/**/*.md", most=80, parts=1, but=_GUIDES)),
    Source("manual", "KoboToolbox help", "not stated", _both(
        _some(_titled, "kobo-docs/source/*.md", most=40, parts=1), _some(_titled, "kobo-docs/locales/es/*.md", most=40, parts=1),
        _some(_titled, "kobo-docs/locales/fr/*.md", most=40, parts=1)), trains=False),
    Source("manual", "YunoHost help, translated", "not stated", _catalogues(*(f"yunohost/i18n/docs/**/{language}.po" for language in ("de", "es", "fr", "it", "nl", "pl")), most=25), trains=False),
    Source("manual", "Démarches simplifiées help", "not stated", _some(_page, "demarches/tutoriels/*.md", "demarches/pour-aller-plus-loin/*.md", "demarches/demarrage.md", parts=2, but="README"), trains=False),
    Source("manual", "Scambi festival handbook", "not stated", _some(_titled, "scambi/manuale/**/*.md", most=70, parts=2, but=r"statuto|/en/|assemblea"), trains=False),
    Source("manual", "DHIS2 user guide", "not stated", _some(_titled, "dhis2/src/user/*.md", parts=2, but="glossary|acronyms|bibliography|index"), trains=False),
    Source("policy", "Datica policies", "CC BY-SA 4.0", _some(_page, "datica/source/sections/*.md", parts=3, but="definitions|mappings|introduction")),
    Source("policy", "Canadian Digital Service notices", "MIT", _some(_hypertext, "digital-canada/content/*/legal/*.html", "digital-canada/content/*/*privacy-policy.html", parts=3)),
    Source("policy", "Notices of clubs and offices", "MIT, Apache-2.0, CC BY 4.0 or Licence Ouverte 2.0", _both(
        _some(_page, "noders/*/README.md", parts=2), _some(_page, "cos/[PT]*.md", parts=4),
        _some(_page, "pocos/*.md", parts=3, but="LICEN|CONTRIB|gouvernance|README|faq|CHANGE|pratique|introduction"), _some(_page, "adt-pl/polityka*.md", parts=4))),
    Source("policy", "Ministry of Justice IT policies", "not stated", _some(_titled, "moj-it-policy/content/**/*.md", most=60, parts=1, but="index|guide|incident-management-plan"), trains=False),
    Source("policy", "Python Software Foundation", "not stated", _notices("psf-policies/docs/**/*.md", but="index|Contributing|Best-Pr"), trains=False),
    Source("policy", "Element and Matrix", "not stated", _notices("element-policies/docs/**/*.md"), trains=False),
    Source("policy", "npm policies", "not stated", _notices("npm-policies/archived/*.md", but="README|DEVELOPING|plan|receiving|signature|npm-license"), trains=False),
    Source("policy", "Corona apps", "EUPL, AGPL or MPL", _notices(*(f"coronamelder/{language}/*.md" for language in ("de", "en", "es", "fr", "nl", "pl")), "stopp-corona/app/src/main/assets/*.html", "swisscovid/**/*statement.html", "swisscovid/**/terms*.html", but="imprint|licen"), trains=False),
    Source("policy", "Notices of French and German bodies", "GPL or not stated", _notices("coworking-metz/*.md", "gew/*.md", "demarches/*cgu*.md", "demarches/cond*.md", "demarches/politique*.md", but="README|faq"), trains=False),
    Source("policy", "Made Tech policies", "not stated", _notices("madetech/guides/policy/*.md", "madetech/guides/security/*.md", "madetech/guides/**/*policy*.md", but="README|last_day|leavers|device_prof|abroad"), trains=False),
)  # fmt: skip
