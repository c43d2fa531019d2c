"""One page of PDF with lines of text, in the standard fonts that every viewer has."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

_WIDTH, _HEIGHT, _MARGIN = 595, 842, 56
_LABEL_WIDTH = 130
_CHARACTER = 0.52
"""Mean width of a Helvetica character in ems, a little on the safe side for digits and capitals."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of `size` points, with a label in bold on its left where one is given."""

    text: str
    size: float
    label: str = ""


def text_pdf(lines: list[Line]) -> bytes:
    """The page; what does not fit on it is left out with a row of dots."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(_WIDTH, _HEIGHT))
    fonts: dict[str, Any] = {
        key: pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{base}"), Encoding=Name.WinAnsiEncoding
            )
        )
        for key, base in (("F1", "Helvetica"), ("F2", "Helvetica-Bold"))
    }
    page.obj.Resources = Dictionary(Font=Dictionary(**fonts))
    page.obj.Contents = pdf.make_stream(_content(lines))
    pdf.Root.Lang = pikepdf.String("en")
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, fix_metadata_version=False)
    return out.getvalue()


def _content(lines: list[Line]) -> bytes:
    parts: list[bytes] = []
    y = float(_HEIGHT - _MARGIN)
    for line in lines:
        x = _MARGIN + (_LABEL_WIDTH if line.label else 0)
        rows = _wrapped(line.text, int((_WIDTH - _MARGIN - x) / (line.size * _CHARACTER)))
        for number, row in enumerate(rows):
            y -= line.size * 1.4
            if y < _MARGIN:
                return b"".join([*parts, _show("...", _MARGIN, _MARGIN - 12, 9, "F1")])
            if line.label and number == 0:
                parts.append(_show(line.label[:28], _MARGIN, y, line.size, "F2"))
            parts.append(_show(row, x, y, line.size, "F2" if line.size > 14 else "F1"))
        y -= line.size * 0.5
    return b"".join(parts)


def _show(text: str, x: float, y: float, size: float, font: str) -> bytes:
    encoded = text.encode("cp1252", "replace")
    escaped = encoded.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /%s %.1f Tf %.1f %.1f Td (%s) Tj ET\n" % (font.encode(), size, x, y, escaped)


def _wrapped(text: str, width: int) -> list[str]:
    rows: list[str] = []
    for word in text.split():
        while len(word) > width:
            rows.append(word[:width])
            word = word[width:]
        if rows and len(rows[-1]) + len(word) < width:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return rows or [""]
