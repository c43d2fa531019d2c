"""Change texts as life does: other case, line breaks, scanning errors. Gold spans move with the text."""

from __future__ import annotations

import random
from dataclasses import replace

from corpora import Sample, Span

_LOOKALIKES = {
    "l": "1",
    "O": "0",
    "0": "O",
    "I": "l",
    "1": "l",
    "S": "5",
    "B": "8",
    "m": "rn",
    "e": "c",
    "i": "í",
}


def augment(sample: Sample, source: random.Random, strength: float = 1.0) -> Sample:
    """Perhaps one change of the sample."""
    roll = source.random() / strength
    if roll < 0.08:
        return _recase(sample, str.lower)
    if roll < 0.13:
        return _recase(sample, str.upper)
    if roll < 0.16:
        return _recase(sample, lambda text: text.title())
    if roll < 0.20:
        return _break_lines(sample, source)
    if roll < 0.23:
        return _misread(sample, source)
    return sample


def _recase(sample: Sample, change) -> Sample:
    text = change(sample.text)
    # A few letters change their length with their case; offsets would be lost.
    return replace(sample, text=text) if len(text) == len(sample.text) else sample


def _break_lines(sample: Sample, source: random.Random) -> Sample:
    """Some spaces become line ends, as in a narrow column."""
    text = "".join("\n" if sign == " " and source.random() < 0.12 else sign for sign in sample.text)
    return replace(sample, text=text)


def _misread(sample: Sample, source: random.Random) -> Sample:
    """A few signs are read wrong."""
    where = [0] * (len(sample.text) + 1)
    out = ""
    for place, sign in enumerate(sample.text):
        where[place] = len(out)
        roll = source.random()
        if roll < 0.02 and sign in _LOOKALIKES:
            out += _LOOKALIKES[sign]
        elif roll < 0.004 and sign == " ":
            out += ""
        else:
            out += sign
    where[len(sample.text)] = len(out)
    spans = tuple(Span(where[span.start], where[span.end], span.label) for span in sample.spans)
    return replace(sample, text=out, spans=tuple(span for span in spans if span.end > span.start))
