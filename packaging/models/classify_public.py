"""Public documents of known class for the document classifier, read from checkouts beside DATA.

`MORE/public` holds the files of public repositories as they are, each in a folder: github-site-policy (github/site-policy),
basecamp-policies (basecamp/policies), legalmattic (Automattic), mozilla-legal-docs (mozilla/legal-docs), comply (strongdm),
jupiterone (JupiterOne/security-policy-templates), gnome-user-docs (GNOME), audacity-manual (audacity), state-emails
(datahoarder/secretary-clinton-email-dump, its August release), nltk (nltk/nltk_data, masc_tagged.zip unpacked where it lies), gum
(UD_English-GUM, not-to-release), ud-dutch-alpino (its development part), kind (dhfbk/KIND), openjs-cpc
(openjs-foundation/cross-project-council), rust-lang-team (rust-lang/lang-team), 18f-blog (18F/18f.gsa.gov). Each has a licence that allows training for a shipped model. Folders that are
missing are left out; test parts are never read.
"""

from __future__ import annotations

import html
import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.documents.errors import DocumentError
from app.formats import read

LONGEST = 8000
"""Characters of a document that are kept; the classifier looks at its two ends."""
_LEAST = 150
_LANGUAGES = ("de", "fr", "es", "es-ES", "it", "pt-BR", "nl", "pl")
Texts = Callable[[Path, random.Random], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Source:
    """Where documents of one class come from."""

    label: str
    name: str
    licence: str
    texts: Texts
    trains: bool = True


def public_texts(folder: Path, rng: random.Random, sources: Iterable[Source]) -> Iterator[tuple[Source, str]]:
    """Every document that is long enough to tell something, with its source."""
    for source in sources:
        for text in source.texts(folder, rng):
            if len(text.strip()) >= _LEAST:
                yield source, text.strip()[:LONGEST]


def files(pattern: str, read: Callable[[Path], str]) -> Texts:
    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        for path in sorted(folder.glob(pattern)):
            yield read(path)

    return texts


def plain(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")


def markdown(path: Path) -> str:
    """Without the front matter, template marks and comments that no reader sees."""
    text = re.sub(r"\A(?:---\n|name: ).*?\n---\n", "", plain(path), flags=re.DOTALL)
    text = re.sub(r"\{\{[^}\n]*\}\}|\{%[^\n]*?%\}|<!--.*?-->|\{: [^}\n]*\}", "", text, flags=re.DOTALL)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"\]\([^)\s]*\)", "]", text))


def seen(path: Path) -> str:
    """What the program reads in a file; nothing where it cannot."""
    try:
        return read(path, ocr=False).text
    except (DocumentError, ValueError, LookupError):
        return ""


def seen_close(path: Path) -> str:
    """The same, nowhere with more than one empty line."""
    return re.sub(r"\n{3,}", "\n\n", seen(path))


def agreement(path: Path) -> str:
    """Markdown of lawyers: without bold type, escaped brackets and tags."""
    return re.sub(r"\*\*|\\(?=[\[\]_.])|<[^>\n]+>", "", markdown(path))


def without(text: str, marks: Iterable[tuple[str, str]]) -> str:
    """Each pattern of `marks` replaced by what stands beside it."""
    for pattern, instead in marks:
        text = re.sub(pattern, instead, text)
    return text


def _hypertext(path: Path) -> str:
    """What a page shows, a line for each block."""
    text = re.sub(r"(?s)<(script|style|head)\b.*?</\1>|<!--.*?-->", " ", plain(path))
    return unmarked(re.sub(r"(?i)<(?:p|div|li|tr|h\d|br|dt|dd)\b[^>]*>", "\n", text))


def unmarked(text: str) -> str:
    text = html.unescape(re.sub(r"<[^>]+>", "", text))
    lines = (re.sub(r"\s+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _help_page(path: Path) -> str:
    """A Mallard page: title, paragraphs, steps."""
    text = re.sub(r"(?s)<info>.*?</info>|<\?.*?\?>", "", plain(path))
    parts = re.findall(r"(?s)<(?:title|p|code)\b[^>]*>(.*?)</(?:title|p|code)>", text)
    return "\n".join(unmarked(part.replace("\n", " ")) for part in parts)


def _translated_help(folder: Path, rng: random.Random) -> Iterator[str]:
    """The same pages in other languages, put together from the catalogues of translations."""
    for language in ("de", "fr", "es", "it", "pt_BR", "nl", "pl"):
        pages: dict[str, list[str]] = {}
        for path in sorted((folder / "gnome-user-docs").glob(f"*/{language}/{language}.po")):
            for entry in plain(path).split("\n\n"):
                place = re.search(r"#: C/([\w-]+)\.page:\d+", entry)
                said = re.search(r'\nmsgstr ((?:"[^\n]*"\n?)+)', entry)
                if place is None or said is None or "#, fuzzy" in entry or "translator-credits" in entry:
                    continue
                text = "".join(re.findall(r'"([^\n]*)"', said.group(1))).replace('\\"', '"')
                pages.setdefault(f"{path.parent.parent.name}/{place.group(1)}", []).append(unmarked(text))
        kept = sorted(pages)
        rng.shuffle(kept)
        for page in kept[:40]:
            yield "\n".join(line for line in pages[page] if line)


def _mozilla(folder: Path, rng: random.Random) -> Iterator[str]:
    """Notices and terms in eight languages."""
    for language in ("en", *_LANGUAGES):
        for path in sorted((folder / "mozilla-legal-docs" / language).glob("*.md")):
            yield markdown(path)


_TAGGED = re.compile(r"_[^_\s]+(?=\s|$)")


def masc(*categories: str) -> Texts:
    """Texts of the Manually Annotated Sub-Corpus, whose words carry their parts of speech."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        base = folder / "nltk" / "packages" / "corpora" / "masc_tagged"
        listed = base / "categories.txt"
        for line in listed.read_text("utf-8").splitlines() if listed.is_file() else ():
            name, _, category = line.partition(" ")
            if category in categories:
                yield from cut_up(_spaced(_TAGGED.sub("", plain(base / name))), rng)

    return texts


def _letters(folder: Path, rng: random.Random) -> Iterator[str]:
    """Letters of MASC that show it: by whom they greet or how they close."""
    for text in masc("letters")(folder, rng):
        if re.search(r"(?m)^ *Dear |Sincerely|Yours |Cordially|Warmest regards", text):
            yield text


def cut_up(text: str, rng: random.Random) -> Iterator[str]:
    """A long text as at most four stretches of a page or two."""
    lines, taken, given = text.split("\n"), [], 0
    most = rng.randint(900, 5000)
    for line in lines:
        taken.append(line)
        if sum(map(len, taken)) >= most:
            yield "\n".join(taken)
            taken, given, most = [], given + 1, rng.randint(900, 5000)
            if given == 4:
                return
    yield "\n".join(taken)


def _spaced(text: str) -> str:
    """Words that were set apart for a tagger, written as people write."""
    text = re.sub(r" +([,.;:!?%)\]}»”’]|n't\b|'(?:s|re|ve|ll|d|m)\b)", r"\1", text)
    text = re.sub(r"([(\[{«“‘$£€]) +", r"\1", text)
    return re.sub(r"`` ?| ?''", '"', re.sub(r"(\w['’]) (?=\w)", r"\1", text))


def _mail_bodies(folder: Path, rng: random.Random) -> Iterator[str]:
    """Mails of a public authority as scanned, some with their heads; those that only pass on an article are left out."""
    for path in sorted((folder / "state-emails" / "data/docs/text").glob("*/*.txt")):
        lines = [line for line in plain(path).splitlines() if not _STAMP.search(line)]
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip()
        head = re.search(r"(?m)^Subject:[^\n]*\n(?:[^\n]+\n)*", text)
        if head is None or len(text) > 5000:
            continue
        body = re.split(r"(?m)^\s*(?:-* ?Original Message|From:)", text[head.end() :])[0].strip()
        if not 120 < len(body) < 1500 or _ARTICLE.search(body) or not _TALK.search(body):
            continue
        if rng.random() < 0.25:
            yield text
        else:
            yield re.sub(r"(?<=[\w,])\n(?=\w)", " ", body) if rng.random() < 0.5 else body


_ARTICLE = re.compile(
    r"\((?:AP|Reuters|AFP)\)|(?m:^By:? [A-Z])|(?:,[\"”]|\bhe|\bshe) said|told reporters|spokes(?:man|woman)"
)
_TALK = re.compile(r"\b(?:I|I'm|I'll|we|you|your|my|me|pls|thx|tx|fyi|thanks|please)\b", re.IGNORECASE)
_STAMP = re.compile(
    r"UNCLASSIFIED|RELEASE IN|^\s*(?:B\d|1\.4\(\w\)|\(?[bB]\d\)?)\s*$|Classified by|CONFIDENTIAL"
)


def treebank(pattern: str, least: int = 1, most: int = 0) -> Texts:
    """Sentences of CoNLL-U files, paragraph by paragraph; cut into stretches of `least` to `most` sentences."""

    def texts(folder: Path, rng: random.Random) -> Iterator[str]:
        for path in sorted(folder.glob(pattern)):
            if path.stem in _tested(folder / "gum" / "not-to-release" / "file-lists"):
                continue
            found = _sentences(path)
            while found:
                count = rng.randint(least, most) if most else len(found)
                taken, found = found[:count], found[count:]
                yield re.sub(r" \n", "\n", " ".join(taken))

    return texts


def _tested(lists: Path) -> frozenset[str]:
    """Documents of a treebank's development and test parts."""
    return frozenset(name for path in sorted(lists.glob("files.*")) if path.suffix in (".dev", ".test")
                     for name in path.read_text("utf-8").split())  # fmt: skip


def _sentences(path: Path) -> list[str]:
    found: list[str] = []
    for line in plain(path).splitlines():
        if line.startswith(("# newpar", "# newdoc")) and not line.startswith("# newpar_block") and found:
            found[-1] += "\n"
        elif line.startswith("# text = "):
            found.append(line.removeprefix("# text = "))
    return found


def _wikinews(folder: Path, rng: random.Random) -> Iterator[str]:
    """Sentences that follow each other, of Italian Wikinews."""
    path = folder / "kind" / "dataset" / "wikinews_train.tsv"
    if not path.is_file():
        return
    sentences = [
        _spaced(" ".join(line.split("\t")[0] for line in block.split("\n")))
        for block in plain(path).split("\n\n")
    ]
    at = 0
    while at < len(sentences):
        taken = sentences[at : at + rng.randint(5, 20)]
        at += len(taken) + rng.randint(0, 60)
        yield rng.choice("\n ").join(taken)


def _old_newspapers(folder: Path, rng: random.Random) -> Iterator[str]:
    """Stretches of newspapers of 1814 to 1944 as scanned, German, Dutch and French."""
    for path in sorted((folder.parent / "europeana").glob("*.bio")):
        words = [line.split(" ")[0] for line in plain(path).splitlines() if line.strip()]
        for _ in range(50):
            start = rng.randrange(max(1, len(words) - 700))
            yield _spaced(" ".join(words[start : start + rng.randint(80, 700)]))


# MASC's letters ask for donations and lack their heads: trained on, they make letters of mails.
SOURCES = (
    Source("policy", "GitHub site policies", "CC0", files("github-site-policy/Policies/**/*.md", markdown)),
    Source("policy", "Basecamp policies", "CC BY 4.0", files("basecamp-policies/*/**/index.md", markdown)),
    Source("policy", "Automattic policies", "CC BY-SA 4.0", files("legalmattic/*.md", markdown)),
    Source("policy", "Automattic policies", "CC BY-SA 4.0", files("legalmattic/Terms of Service/*.md", markdown)),
    Source("policy", "Mozilla legal documents", "CC BY-SA 3.0", _mozilla),
    Source("policy", "Comply policies", "Apache-2.0", files("comply/example/policies/*.md", markdown)),
    Source("policy", "JupiterOne policies", "CC BY-SA 4.0", files("jupiterone/templates/policies/*.tmpl", markdown)),
    Source("manual", "GNOME help", "CC BY-SA 3.0", files("gnome-user-docs/*/C/*.page", _help_page)),
    Source("manual", "GNOME help, translated", "CC BY-SA 3.0", _translated_help),
    Source("manual", "Audacity manual", "CC BY 3.0", files("audacity-manual/manual/man/*.html", _hypertext)),
    Source("email", "State Department mails", "US government, released to the public", _mail_bodies),
    Source("email", "MASC mails", "open, also commercially", masc("email", "spam")),
    Source("letter", "MASC letters", "open, also commercially", _letters, trains=False),
    Source("news", "MASC newspapers", "open, also commercially", masc("newspaper")),
    Source("news", "GUM news", "CC BY 2.5", treebank("gum/not-to-release/sources/GUM_news_*.conllu")),
    Source("news", "Alpino newspapers", "CC BY-SA 4.0", treebank("ud-dutch-alpino/*-dev.conllu", 5, 20)),
    Source("news", "Italian Wikinews", "CC BY 2.5", _wikinews),
    Source("news", "Europeana newspapers", "CC0", _old_newspapers),
    Source("scientific_paper", "GUM papers", "CC BY", treebank("gum/not-to-release/sources/GUM_academic_*.conllu", 10, 45)),
    Source("meeting_minutes", "OpenJS council", "MIT", files("openjs-cpc/meetings/**/*.md", markdown)),
    Source("meeting_minutes", "Rust language team", "MIT or Apache-2.0", files("rust-lang-team/minutes/*.md", markdown)),
    Source("meeting_minutes", "Rust language team", "MIT or Apache-2.0", files("rust-lang-team/design-meeting-minutes/*.md", markdown)),
    Source("unknown", "18F blog", "CC0", files("18f-blog/content/posts/*.md", markdown)),
    Source("unknown", "MASC stories", "open, also commercially", masc("fiction", "ficlets", "jokes")),
    Source("unknown", "MASC blogs and guides", "open, also commercially", masc("blog", "travel-guides")),
)  # fmt: skip
