"""Treebanks as teachers of names: they tell proper nouns from common ones, and one of them what they name.

`--more FOLDER` of `build.py` may hold `gum/*.conllu` (GUM without its development and test documents and without the
genres under non-commercial licences, see GUM_GENRES), `ewt-train/*.conllu` (the training documents of the English Web
Treebank, CC BY-SA 4.0), `gsd/*.conllu` (the development part of UD German GSD, CC BY-SA 4.0) and `biofid/dev.conll`
(BIOfid, its development part, CC BY 4.0). No test part of any of them is read.

GUM marks every mention of a person, a place or an organisation, "her mother" too: of a mention stay the proper nouns
of its head. EWT and GSD mark no entities. There a model that is trained already (the rounds before) says what a proper
noun names, and the treebank says where it is wrong: what is no proper noun is no name, and a proper noun that it
passed over is left open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from corpora import ALL_BUT_NAMES, Sample, Span, joined

GUM_GENRES = ("news", "interview", "bio", "voyage", "textbook", "vlog", "speech", "conversation", "academic")
"""Wikinews, Wikivoyage, OpenStax, YouTube, Santa Barbara Corpus and papers under CC BY, Wikipedia under CC BY-SA,
speeches in the public domain."""
_KINDS = {"person": "PERSON", "place": "LOCATION", "organization": "ORGANIZATION"}
_ANY_NAME = "?PERSON|ORGANIZATION|LOCATION"
_TITLE = re.compile(
    r"(mrs?|ms|miss|mister|madam|dr|prof|professor|president|senator|sen|rep|congress(wo)?man|king|queen|prince|princess|"
    r"sir|lord|lady|captain|capt|colonel|col|general|gen|judge|justice|governor|gov|mayor|minister|chancellor|secretary|"
    r"pope|father|sister|brother|uncle|aunt|mom|dad|mum|coach|chief|officer|sheriff|reverend|rev|sergeant|sgt|"
    r"lieutenant|lt|major|ambassador|commissioner|chair(wo)?man|director|prime|home|foreign|first|vice|tsar|emp(eror|ress)|"
    r"duke|duchess|god|herr|frau|doktor)$"
)
_CALENDAR = re.compile(
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\.?$|"
    r".*day$|january|february|march|april|june|july|august|september|october|november|december|"
    r"januar|februar|märz|mai|juni|juli|oktober|dezember|.*tag$|mittwoch|christmas|easter|weihnachten|ostern",
    re.IGNORECASE,
)
_BRIDGE = re.compile(r"(of|the|and|&|for|'s?|-|/|,|de|la|du|des|von|der|den|zu|am|und)$")
_FOLLOWER = re.compile(r"\w{3,}(ists?|ians?|ites?|ish)$")
"""Scientologist, Canadian: a proper noun of GUM that names no single person."""
_STREET = re.compile(r"\d|.*\b(St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Lane|Highway|Hwy)\.?$")
_MENTION = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")


class Token(NamedTuple):
    """A word of a sentence at `[start, end)` of its text."""

    start: int
    end: int
    proper: bool
    plural: bool
    mentions: str


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    tokens: tuple[Token, ...]
    opens: bool
    """Whether a paragraph begins with it."""


@dataclass(slots=True)
class _Mention:
    kind: str
    first: int
    head: tuple[int, ...]
    """Tokens of the shortest stretch that names it, counted from its first, which is 1."""
    last: int = -1


Guess = Callable[[str, str], Sequence[tuple[int, int, str]]]
"""What a trained model finds in a text of a language: start, end and type."""


def treebank_samples(folder: Path, guess: Guess) -> dict[str, list[Sample]]:
    """Samples by treebank, sentences of a paragraph together; empty where a folder is not there."""
    gum = sorted(path for path in (folder / "gum").glob("*.conllu") if path.stem.split("_")[1] in GUM_GENRES)
    return {
        "gum": [sample for path in gum for sample in _paragraphs(path, _as_marked, "gum")],
        "ewt": [
            sample
            for path in sorted((folder / "ewt-train").glob("*.conllu"))
            for sample in _paragraphs(path, _as_guessed(guess, "en"), "ewt")
        ],
        "gsd": [
            sample
            for path in sorted((folder / "gsd").glob("*.conllu"))
            for sample in _paragraphs(path, _as_guessed(guess, "de"), "gsd")
        ],
    }


def read_sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file with the places of their words."""
    for block in path.read_text("utf-8").split("\n\n"):
        text, opens, tokens, place, inside, whole = "", False, [], 0, 0, (0, 0)
        for line in block.splitlines():
            if line.startswith("#"):
                text = line.removeprefix("# text = ") if line.startswith("# text = ") else text
                opens = opens or line.startswith(("# newpar", "# newdoc"))
                continue
            number, form, _, upos, xpos, _, _, _, _, misc = line.split("\t")
            if "." in number:
                continue
            if "-" in number:
                first, last = map(int, number.split("-"))
                inside = last - first + 1
                begin = text.index(form, place)
                whole = (begin, begin + len(form))
                continue
            surface = _place(text, form, place, whole if inside else None)
            place = surface[1] if inside != 1 else whole[1]
            inside = max(0, inside - 1)
            named = dict(part.split("=", 1) for part in misc.split("|") if "=" in part)
            proper = (
                xpos.startswith("NNP") or upos == "PROPN" or xpos == "NE" or named.get("NamedEntity") == "Yes"
            )
            tokens.append(Token(*surface, proper, xpos == "NNPS", named.get("Entity", "")))
        if text and tokens:
            yield Sentence(text, tuple(tokens), opens)


def _place(text: str, form: str, place: int, whole: tuple[int, int] | None) -> tuple[int, int]:
    """Where a word stands; one that is written together with its neighbour ("don't") in other letters takes both."""
    start = text.find(form, place, whole[1] if whole else len(text))
    if start < 0 and whole:
        return whole
    if start < 0:
        raise ValueError(f"{form!r} is not in its sentence")
    return start, start + len(form)


Mark = Callable[[Sentence], Sample]


def _paragraphs(path: Path, mark: Mark, source: str, limit: int = 420) -> Iterator[Sample]:
    """Sentences of one paragraph as one text, at most about `limit` characters."""
    waiting: list[Sample] = []
    for sentence in read_sentences(path):
        sample = mark(sentence)
        sample = Sample(sample.text, sample.spans, ALL_BUT_NAMES, source)
        if waiting and (sentence.opens or sum(len(one.text) for one in waiting) + len(sample.text) > limit):
            yield joined(waiting, " ")
            waiting = []
        waiting.append(sample)
    if waiting:
        yield joined(waiting, " ")


def _as_marked(sentence: Sentence) -> Sample:
    """GUM: the proper nouns of each mention's head, the outer of two names that overlap."""
    tokens = sentence.tokens
    spans: list[Span] = []
    told: set[int] = set()
    for mention in sorted(_mentions(tokens), key=lambda one: (one.kind not in _KINDS, one.first - one.last)):
        if not (where := _name(sentence, mention)) or told & set(range(where[0], where[1] + 1)):
            continue
        told.update(range(where[0], where[1] + 1))
        if label := _label(sentence, mention.kind, *where):
            spans.append(Span(tokens[where[0]].start, tokens[where[1]].end, label))
    for number, token in enumerate(tokens):
        if token.proper and number not in told and not _is_calendar(sentence, number):
            spans.append(Span(token.start, token.end, _ANY_NAME))
    return Sample(sentence.text, tuple(sorted(_without_titles(sentence, spans), key=lambda one: one.start)))


def _label(sentence: Sentence, kind: str, first: int, last: int) -> str:
    """What a name of a mention teaches; "" for nothing."""
    words = [_word(sentence, number) for number in range(first, last + 1)]
    text = sentence.text[sentence.tokens[first].start : sentence.tokens[last].end]
    if kind == "person":
        vague = (
            sentence.tokens[last].plural
            or not all(sentence.tokens[number].proper for number in range(first, last + 1))
            or all(_TITLE.match(word) for word in words)
            or (len(words) == 1 and _FOLLOWER.match(words[0]))
        )
        return "?NRP|PERSON" if vague else "PERSON"
    if kind == "place":
        return "?STREET_ADDRESS|LOCATION" if _STREET.match(text) else "LOCATION"
    if kind in _KINDS:
        return _KINDS[kind]
    return "?ORGANIZATION" if kind in ("abstract", "object", "event") else ""


def _word(sentence: Sentence, number: int) -> str:
    token = sentence.tokens[number]
    return sentence.text[token.start : token.end].lower().rstrip(".")


def _is_calendar(sentence: Sentence, number: int) -> bool:
    return _CALENDAR.match(_word(sentence, number)) is not None


def _mentions(tokens: Sequence[Token]) -> list[_Mention]:
    """Those that begin and end within a sentence."""
    opened: dict[str, list[_Mention]] = {}
    found: list[_Mention] = []
    for number, token in enumerate(tokens):
        for opening, closed, closing in _MENTION.findall(token.mentions):
            if opening:
                group, kind, _, _, _, head, *_ = opening.split("-", 6)
                mention = _Mention(kind, number, tuple(int(one) for one in head.split(",") if one.isdigit()))
                opened.setdefault(group, []).append(mention)
                closing = group if closed else ""
            if closing and opened.get(closing):
                mention = opened[closing].pop()
                mention.last = number
                found.append(mention)
    return found


def _name(sentence: Sentence, mention: _Mention) -> tuple[int, int] | None:
    """First and last token of the name in a mention, or None where it has none: "her mother"."""
    tokens = sentence.tokens
    proper = [
        number
        for number in (mention.first + place - 1 for place in mention.head)
        if mention.first <= number <= mention.last and tokens[number].proper
    ]
    if not proper:
        return None
    first = last = proper[-1]
    while first > mention.first and tokens[first - 1].proper:
        first -= 1
    while last < mention.last and tokens[last + 1].proper:
        last += 1
    if _is_one_name(sentence, proper[0], last):
        first = min(first, proper[0])
    return first, last


def _is_one_name(sentence: Sentence, first: int, last: int) -> bool:
    """ "Corps of Canada": proper nouns, and what joins them."""
    return all(
        sentence.tokens[number].proper or _BRIDGE.match(_word(sentence, number)) is not None
        for number in range(first, last + 1)
    )


def _without_titles(sentence: Sentence, spans: Sequence[Span]) -> Iterator[Span]:
    """ "President Obama" is a person named Obama."""
    for span in spans:
        words = [token for token in sentence.tokens if span.start <= token.start and token.end <= span.end]
        start = span.start
        for token in words[:-1]:
            if span.label != "PERSON" or not _TITLE.match(
                sentence.text[token.start : token.end].lower().rstrip(".")
            ):
                break
            start = next(
                (other.start for other in words if other.start >= token.end and other.end > token.end), start
            )
            if sentence.text[start : start + 1] == ".":
                start = next((other.start for other in words if other.start > start), start)
        yield Span(start, span.end, span.label)


def _as_guessed(guess: Guess, language: str) -> Mark:
    """A guess stays as far as its words are proper nouns."""

    def mark(sentence: Sentence) -> Sample:
        spans: list[Span] = []
        told: set[int] = set()
        for start, end, label in guess(sentence.text, language):
            if label not in _KINDS.values():
                continue
            inside = [n for n, token in enumerate(sentence.tokens) if token.start < end and token.end > start]
            proper = [n for n in inside if sentence.tokens[n].proper]
            if not proper:
                continue
            first, last = proper[0], proper[-1]
            if not _is_one_name(sentence, first, last):
                # Half of it is a common noun: a name is there, how far it reaches is not told.
                spans.extend(
                    Span(sentence.tokens[n].start, sentence.tokens[n].end, _ANY_NAME) for n in inside
                )
            else:
                first, last = _whole_run(sentence, first, last, told)
                spans.append(Span(sentence.tokens[first].start, sentence.tokens[last].end, label))
            told.update(inside, range(first, last + 1))
        for number, token in enumerate(sentence.tokens):
            if token.proper and number not in told and not _is_calendar(sentence, number):
                spans.append(Span(token.start, token.end, _ANY_NAME))
        return Sample(sentence.text, tuple(sorted(set(spans), key=lambda one: one.start)))

    return mark


def _whole_run(sentence: Sentence, first: int, last: int, told: set[int]) -> tuple[int, int]:
    """With a last word that the guess left off: "Steven J" of "Steven J. Kean"."""
    tokens = sentence.tokens
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].proper
        and last + 1 not in told
        and tokens[last + 1].start - tokens[last].end <= 1
        and not _is_calendar(sentence, last + 1)
    ):
        last += 1
    return first, last
