"""Short documents written by hand for this program, of every kind that is mostly prose, in eight languages.

They lie in `specimens`, a file for each language, as blocks under a line with the name of the class. What is generated from sentence
banks says the same few things over and over; these speak of many things, in the tone of one kind each. From each come
several documents: whole, cut, with other numbers, or put together with another of its kind.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

from classify_generate import damage

FOLDER = Path(__file__).resolve().parent / "specimens"
_NUMBER = re.compile(r"\d")
_SENTENCE = re.compile(r"(?<=[.!?…”»]) (?=[A-ZÀ-Ý„«¿¡–\"“])")


def specimens() -> list[tuple[str, str, str]]:
    """(language, label, text), in the order of the files."""
    return [
        (path.stem, *_block(block))
        for path in sorted(FOLDER.glob("*.txt"))
        for block in path.read_text("utf-8").split("== ")[1:]
    ]


def _block(block: str) -> tuple[str, str]:
    label, text = block.split("\n", 1)
    return label.strip(), text.strip()


def from_specimens(copies: int, seed: int) -> list[tuple[str, str]]:
    """(label, text): each specimen as it is, and `copies` documents made of it."""
    rng = random.Random(f"specimens-{seed}")
    known = specimens()
    alike: dict[tuple[str, str], list[str]] = {}
    for language, label, text in known:
        alike.setdefault((language, label), []).append(text)
    made = [(label, text) for _, label, text in known]
    for language, label, text in known:
        for _ in range(copies):
            told = _told_again(rng, text, alike[language, label])
            if label in _DRESSED and rng.random() < 0.25:
                told = _dressed(rng, told)
            made.append((label, damage(rng, told)))
    return made


def _told_again(rng: random.Random, text: str, alike: list[str]) -> str:
    """The same with other numbers, without its first line, without some sentences, or with another text after it."""
    text = _NUMBER.sub(lambda digit: str(rng.randint(1, 9)) if digit.group() != "0" else "0", text)
    if rng.random() < 0.3 and text.count("\n") > 1:
        text = text.split("\n", 1)[1].strip()
    if rng.random() < 0.4:
        text = "\n".join(_thinned(rng, line) for line in text.split("\n"))
    if rng.random() < 0.35 and len(alike) > 1:
        other = rng.choice([one for one in alike if one[:40] != text[:40]])
        text = f"{text}\n\n{other}" if rng.random() < 0.5 else f"{other}\n\n{text}"
    return re.sub(r"\n+", "\n", text) if rng.random() < 0.2 else text


_DRESSED = frozenset(
    {
        "report",
        "policy",
        "manual",
        "meeting_minutes",
        "scientific_paper",
        "unknown",
        "contract",
        "presentation",
    }
)
"""Kinds that are also written with marks: headings, bullets, numbers."""


def _dressed(rng: random.Random, text: str) -> str:
    """The same with a marked heading, and sentences as points of a list."""
    title, _, rest = text.partition("\n")
    mark = rng.choice(["- ", "* ", "• ", "  * ", "{n}. "])
    lines = [f"{rng.choice(['# ', '## ', '**'])}{title}"] if len(title) < 100 and rest else [title]
    for number, paragraph in enumerate(filter(None, rest.split("\n")), 1):
        sentences = _SENTENCE.split(paragraph)
        if len(sentences) > 1 and rng.random() < 0.6:
            lines += ["", *(mark.replace("{n}", str(number)) + sentence for sentence in sentences)]
        else:
            lines += ["", paragraph]
    return "\n".join(lines)


def _thinned(rng: random.Random, line: str) -> str:
    """The line without some of its sentences."""
    sentences = _SENTENCE.split(line)
    kept = [sentence for sentence in sentences if len(sentences) < 3 or rng.random() < 0.7]
    return " ".join(kept or sentences[:1])
