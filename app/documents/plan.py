"""What to take out of a document, and how."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Operator(StrEnum):
    """What stands where something private stood."""

    BLACKOUT = "blackout"
    """Removed; a black box (pages, pictures) or a row of blocks (text) shows that something was here."""
    LABEL = "label"
    """Removed; a label such as [PERSON 1] in its place."""
    PSEUDONYM = "pseudonym"
    """Removed; an invented value of the same kind in its place."""
    HASH = "hash"
    """Removed; a keyed digest in its place."""
    MASK = "mask"
    """Removed but for a few characters: **** 1234."""
    REMOVE = "remove"
    """Removed without a trace in its place."""
    KEEP = "keep"


BLACKOUT_TEXT = "█████"
"""Stands for a blacked-out span in text formats: one length for all, so that the width tells nothing."""
REDACTED_LINK = "https://redacted.invalid/"
"""Stands for a link that tells something; a domain that never exists (RFC 2606)."""


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue from 0 to 255 of a colour "#rrggbb"."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def is_dark(colour: str) -> bool:
    """Whether white text reads better on it than black: relative luminance by WCAG 2.2, where both are equal at 0.179."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (part / 255 for part in rgb(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179


@dataclass(frozen=True, slots=True)
class Removal:
    """One span of the document's text that goes. Spans of a plan are sorted and do not overlap."""

    start: int
    end: int
    type: str
    operator: Operator
    replacement: str
    """Text to put in its place; "" for none. For BLACKOUT on pages and pictures it is not drawn."""
    code: str = ""
    """Exemption code to print on the box, or in text formats after it, for instance "(b)(6)"."""
    colour: str = ""
    """Of the box on pages and pictures, as "#rrggbb"; "" for the operator's usual one."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a page that goes whatever is drawn in it: a face, a signature, a stamp."""

    page: int
    """Counted from 1."""
    box: tuple[float, float, float, float]
    """Left, top, right, bottom in the units of `Document.boxes`."""
    code: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that goes from one document.

    `terms` are the strings themselves: redactors also take them out of channels that the reader does
    not show (dictionary strings, names, scripts, cached values), whatever their case or spacing.
    """

    removals: tuple[Removal, ...]
    terms: tuple[str, ...]
    text_sha256: str = ""
    """`Document.text_sha256` of the reading that the plan was made for; "" skips the comparison."""
    strict_width: bool = False
    """Also hide how wide the removed text was (PDF)."""
    keep_metadata: tuple[str, ...] = ()
    """Names of metadata fields that may stay; everything else goes."""
    areas: tuple[Area, ...] = ()
    """Rectangles of pages to clear, beside the spans; only files with pages have them."""

    def slice(self, start: int, end: int) -> Plan:
        """The plan for an embedded file that lies at `[start, end)`: spans shifted, terms kept."""
        inside = tuple(
            Removal(
                max(r.start, start) - start,
                min(r.end, end) - start,
                r.type,
                r.operator,
                r.replacement,
                r.code,
                r.colour,
            )
            for r in self.removals
            if r.start < end and start < r.end
        )
        return Plan(inside, self.terms, "", self.strict_width, self.keep_metadata)
