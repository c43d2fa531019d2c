"""CVs side by side for blind screening. Nothing of them is kept in the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.analysis.understanding.screening import Profile, has_skill, person_of, profile
from app.pipeline.reading import read_files
from app.settings import Settings

CV = "cv"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One CV. Numbers follow the digests of the files, so that their order says nothing about names."""

    number: int
    blind: Profile
    wanted: dict[str, bool]
    """Skills that were asked for, and whether the CV names them."""
    path: str
    name: str
    """For those who may see it, after the choice is made; "" where none was found."""


@dataclass(frozen=True, slots=True)
class Screening:
    """All CVs of some folders, and what was none or could not be read."""

    candidates: tuple[Candidate, ...]
    others: tuple[str, ...]
    failed: dict[str, str]


def screen(
    settings: Settings,
    paths: Sequence[Path],
    wanted: Sequence[str] = (),
    *,
    password: str | None = None,
    told: Callable[[int, int], None] = lambda done, total: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Screening:
    """Read files and the files in folders and compare those that are CVs."""
    readings = read_files(settings, paths, find=True, password=password, told=told, stopped=stopped)
    cvs, others, digests = [], [], set()
    for path, read in readings.read.items():
        digest = read.document.source.sha256
        if read.analysis.category.label != CV:
            others.append(str(path))
        elif digest not in digests:  # the same CV under another name is one candidate
            digests.add(digest)
            cvs.append((digest, path, read))
    candidates = []
    for number, (_, path, read) in enumerate(sorted(cvs, key=lambda cv: cv[0]), 1):
        blind = profile(read.document, read.analysis.entities, read.analysis.fields)
        asked = {skill: has_skill(blind, skill) for skill in wanted}
        candidates.append(
            Candidate(
                number, blind, asked, str(path), person_of(read.analysis.entities, read.analysis.fields)
            )
        )
    return Screening(
        tuple(candidates), tuple(others), {str(path): why for path, why in readings.failed.items()}
    )


def ask(found: Screening, wanted: Sequence[str]) -> Screening:
    """The same CVs, asked for other skills."""
    candidates = tuple(
        Candidate(
            one.number,
            one.blind,
            {skill: has_skill(one.blind, skill) for skill in wanted},
            one.path,
            one.name,
        )
        for one in found.candidates
    )
    return Screening(candidates, found.others, found.failed)


def skills_of(text: str) -> list[str]:
    """Skills as a person lists them: separated by commas, each once."""
    return list(dict.fromkeys(" ".join(part.split()) for part in text.split(",") if part.strip()))


def to_json(found: Screening, *, names: bool = False) -> dict[str, Any]:
    """As `cloister screen --json` prints it; without `names` no name and no path is in it."""
    candidates = []
    for one in found.candidates:
        facts: dict[str, Any] = {
            "candidate": one.number,
            "posts": list(one.blind.posts),
            "education": list(one.blind.education),
            "skills": list(one.blind.skills),
            "languages": [{"language": s.language, "level": s.level} for s in one.blind.languages],
            "wanted": one.wanted,
        }
        if names:
            facts |= {"name": one.name, "path": one.path}
        candidates.append(facts)
    result: dict[str, Any] = {"schema": 1, "candidates": candidates, "not_cvs": len(found.others)}
    if names:
        result["others"] = list(found.others)
    return result


def rows(
    found: Screening, titles: Sequence[str], language: Callable[[str], str] = lambda code: code
) -> list[list[str]]:
    """The table of the window: a row for each wanted skill, then posts, education, skills and languages; a column
    for each candidate. `titles` are the headings of the last four, `language` says how a language is called."""
    table = []
    wanted = list(found.candidates[0].wanted) if found.candidates else []
    for skill in wanted:
        table.append([skill, *("✓" if one.wanted[skill] else "–" for one in found.candidates)])
    parts: tuple[Callable[[Profile], str], ...] = (
        lambda blind: "\n".join(blind.posts),
        lambda blind: "\n".join(blind.education),
        lambda blind: ", ".join(blind.skills),
        lambda blind: ", ".join(
            f"{language(s.language)} ({s.level})" if s.level else language(s.language)
            for s in blind.languages
        ),
    )
    for title, part in zip(titles, parts, strict=True):
        table.append([title, *(part(one.blind) for one in found.candidates)])
    return table
