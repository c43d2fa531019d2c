"""Spoken sentences as a reader wants them: without the sounds between the words.

Verbatim transcripts write down every hesitation, and what the transcriber heard besides words. Both are left out of
a summary; every word that is left stands in the sentence, in the same order.
"""

from __future__ import annotations

import re

_SOUNDS = (
    "disfmarker|vocalsound|nonvocalsound|pause|comment|laugh(?:s|ter|ing)?|chuckles?|cough(?:s|ing)?|"
    "sighs?|sneezes?|noise"
)
_HEARD = re.compile(
    rf"\{{(?:{_SOUNDS})\}}|\[(?:{_SOUNDS})\]|\((?:{_SOUNDS})\)|<(?:{_SOUNDS})>", re.IGNORECASE
)
"""Marks of the AMI and ICSI meetings, and how other transcripts write them. Marks of words that nobody understood
("inaudible") stay."""
_HESITATION = re.compile(
    r"(?<![\w'’-])(?:[Uu]h+m*|[Uu]m+|[Ee]rm+|[Hh]mm+)(?![\w'’-])(?!\s*+-?+\s*+huh)(?:\s?,)?"
)
"""English alone: "um" is a word of German and of Portuguese. "Mm-hmm" and "uh-huh" mean yes and stay; so do "mm",
which may be millimetres, and capitals, which may be an abbreviation."""
_DOUBLED = re.compile(r",(?:\s*,)+")
_BEGUN = re.compile(r"^[\s,;]+")


def spoken(words: str) -> str:
    """The words of an English speaker without hesitations and marks of sounds; nothing is added or moved."""
    kept = _HESITATION.sub(" ", _HEARD.sub(" ", words))
    return _BEGUN.sub("", _DOUBLED.sub(",", kept)) if kept != words else words
