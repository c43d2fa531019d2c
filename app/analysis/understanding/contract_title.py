"""What a contract calls itself: the line at its top that names an agreement."""

from __future__ import annotations

import re

from app.documents import Field

_TOP = 6000
_MOST_WORDS = 16
_PAPER = re.compile(
    r"\b(?:agreement|contract|lease|addendum|amendment|deed|undertaking|memorandum|license|licence|plan|terms and conditions|\w*vertrag|\w*vereinbarung|"
    r"contrat|convention|avenant|bail|contrato|acuerdo|convenio|contratto|accordo|acordo|\w*overeenkomst|umowa)\b",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(r"^(?:this|the parties|exhibit \S+$|page|execution|between|whereas|dated|confidential)\b|\.{4}|\bhereby\b|^\W*\d+(?:\.\d+)+", re.IGNORECASE)  # fmt: skip
_SEGMENT = re.compile(r"[^\s](?:[^\n]*?[^\s])??(?=\s*\n| {3,}|\t|\s*$)")
_BEFORE = re.compile(r"(?:exhibit|annex|schedule|appendix) [\w.-]+:?\s+", re.IGNORECASE)
_AFTER = re.compile(
    r"\s+(?:by and (?:between|among)|between|among|dated?|contract no|effective|execution copy|this)\b|\s*\(",
    re.IGNORECASE,
)
_WHAT_IT_IS = re.compile(
    r"\b(?:this|This|THIS)\s+(?P<title>[A-Z][\w&,/-]*\s+(?:[A-Z][\w&,/-]*\s+|(?:and|of|for|to|the|on)\s+){0,12}(?:Agreement|AGREEMENT|Contract|CONTRACT|Lease|LEASE|"
    r"Addendum|ADDENDUM|Amendment|AMENDMENT))\b"
)
_RUN = r"(?:(?!(?:THIS|HAS|HAVE|BEEN|BETWEEN)\b)(?:[A-Z][A-Z&,'’-]*|&|-)\s+){1,9}?"
_CAPITALS = re.compile(
    rf"(?<![\w'’])(?!(?:THE|EXHIBIT)\b){_RUN}(?:AGREEMENT|CONTRACT|LEASE|DEED|POWER OF ATTORNEY|"
    rf"(?:ADDENDUM|AMENDMENT)(?:(?:\s+(?:NO\.?|#)\s*\d+)?\s+TO\s+{_RUN}(?:AGREEMENT|CONTRACT|LEASE))?)(?![\w-])"
)
_LEAD = re.compile(r"(?:[A-Z]\s+)?(?:FORM OF\s+)?")
"""The letter of an exhibit and what calls it a form, before the title itself."""
_TOP_OF_PAGE = 1500
_SCORE, _SAID = 0.8, 0.6


def contract_title(text: str) -> list[Field]:
    """The first line that reads as a title, with the lines that belong to it, or capitals at the top that do where
    lines are lost; else what "this … Agreement" says."""
    lines = list(_SEGMENT.finditer(text[:_TOP]))
    capitals = _in_capitals(text)
    for at, line in enumerate(lines):
        if not _is_title(line.group()) or not _PAPER.search(line.group()):
            continue
        start, end = _bare(text, line.start(), line.end())
        if capitals and capitals.end < start:
            return [capitals]
        if (
            at
            and re.search(r"\b(?:and|of|for|to)\s*$|,\s*$", lines[at - 1].group(), re.IGNORECASE)
            and _is_title(lines[at - 1].group())
        ):
            start = _bare(text, lines[at - 1].start(), lines[at - 1].end())[0]
        return [_field(text, start, end, _SCORE)]
    if capitals:
        return [capitals]
    said = _WHAT_IT_IS.search(text[:_TOP])
    return [_field(text, said.start("title"), said.end("title"), _SAID)] if said else []


def _in_capitals(text: str) -> Field | None:
    """ "Exhibit 10.7 CONSULTING AGREEMENT THIS AGREEMENT made …", all on one line."""
    match = _CAPITALS.search(text, 0, _TOP_OF_PAGE)
    if match is None:
        return None
    lead = _LEAD.match(text, match.start(), match.end())
    start = lead.end() if lead else match.start()
    return _field(text, start, match.end(), _SCORE)


def _is_title(line: str) -> bool:
    words = re.findall(r"[^\W\d_][\w’'-]*", line)
    long = [word for word in words if len(word) > 3]
    return bool(
        1 < len(words) <= _MOST_WORDS
        and long
        and sum(word[0].isupper() for word in long) >= 0.8 * len(long)
        and not _NO_TITLE.search(line.strip())
        and not line.rstrip().endswith((".", ";"))
    )


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Without blanks, numbers and signs around it."""
    while start < end and not (text[start].isalpha()):
        start += 1
    lead = _BEFORE.match(text, start, end)
    start = lead.end() if lead else start
    tail = _AFTER.search(text, start + 1, end)
    end = tail.start() if tail else end
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == ")"):
        end -= 1
    return start, end


def _field(text: str, start: int, end: int, score: float) -> Field:
    value = text[start:end]
    flat = " ".join(value.split())
    return Field("title", value, flat if flat != value else None, start, end, score)
