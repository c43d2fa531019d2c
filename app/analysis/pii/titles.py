"""Forms of address before the names that were found: they tell gender, marriage or profession."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from app.documents import Entity

_WORD = (
    r"(?:[Mm]rs?|[Mm]s|Miss|Mx|Messrs|[Dd]r|Drs|[Pp]rof|Professor|Sir|Dame|Lord|Lady|Rev|Reverend|Fr|Hon|Judge|Justice|Capt|Captain|"
    r"Sgt|Lt|Col|Gen|Maj|Herrn?|Frau|Fräulein|Hr|Dipl\.-(?:Ing|Kfm|Psych)|Mag|M|MM|Mme|Mlle|Monsieur|Madame|Mademoiselle|Maître|"
    r"Sra?|Srta|Señor(?:a|ita)?|Don|Doña|Sig(?:\.ra|\.na)?|Signora?|Signorina|Dott(?:\.ssa)?|Dra|Avv|Ing|Arch|Rag|"
    r"Senhora?|Exm[oa]|Dhr|Mevr|Mw|Meneer|Mevrouw|Ir|Pan|Pani|Panu|Panem|Panią)"
)
_BEFORE = re.compile(
    rf"(?<!\w){_WORD}\b\.?(?:[ \t\u00a0]+(?:{_WORD}\b\.?|med\.|rer\. ?nat\.|iur\.|phil\.))*[ \t\u00a0]*\Z"
)
_REACH = 48


def find_titles(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """A TITLE for each PERSON that one stands before; `entities` are sorted and do not overlap."""
    starts = [entity.start for entity in entities]
    found = []
    for entity in entities:
        if entity.type != "PERSON":
            continue
        index = bisect_left(starts, entity.start)
        floor = max(entity.start - _REACH, entities[index - 1].end if index else 0)
        match = _BEFORE.search(text, floor, entity.start)
        if match and match.group().strip():
            end = match.start() + len(match.group().rstrip())
            why = "a form of address before a name"
            found.append(
                Entity("TITLE", match.start(), end, text[match.start() : end], entity.score, "titles", why)
            )
    return found
