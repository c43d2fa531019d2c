"""How many names fit a gap, before and with strict width: `python tests/bench/width_channel.py NAMES.csv [TRIES]`.

NAMES.csv has a column "Romanized Name" (or is a plain list, one name a line). For TRIES of the names, spread over
the list, a page is made in each of three layouts (one string, absolute places, justified), redacted both ways, and
measured as someone would who wants the name back: from the end of the word before to the start of the word after.
A name fits when its width in that font explains the gap within half a point. With strict width a name fits when it
leaves the very same file as the one removed. 1.00 means: the copy says nothing about which name it was.
"""

from __future__ import annotations

import csv
import io
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
from pypdf._codecs.core_font_metrics import CORE_FONT_METRICS
from reportlab.pdfgen import canvas

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.documents import Operator, Plan, Removal, find_terms
from app.formats import Context, read_bytes, redact_bytes

SIZE = 11
TOLERANCE = 0.5
_WIDTHS = CORE_FONT_METRICS["Helvetica"].character_widths


def width(text: str) -> float:
    return sum(_WIDTHS.get(c, 556) for c in text) * SIZE / 1000


def names_of(path: Path) -> list[str]:
    text = path.read_text("utf-8-sig")
    rows: list[dict[str, Any]] = list(csv.DictReader(io.StringIO(text)))
    found = (
        [row.get("Romanized Name") or "" for row in rows] if rows and len(rows[0]) > 1 else text.splitlines()
    )
    plain = {name.strip() for name in found}
    return sorted(name for name in plain if len(name) > 2 and name.isascii() and name.isalpha())


def _one_string(paper: Any, name: str) -> None:
    paper.drawString(50, 700, f"signed by {name} today in the old harbour")


def _absolute(paper: Any, name: str) -> None:
    paper.drawString(50, 700, f"signed by {name}")
    paper.drawString(50 + width(f"signed by {name} "), 700, "today in the old harbour")


def _justified(paper: Any, name: str) -> None:
    line = f"signed by {name} today in the old harbour of the town"
    text = paper.beginText(50, 700)
    text.setWordSpace((400 - width(line)) / line.count(" "))
    text.textLine(line)
    text.setWordSpace(0)
    paper.drawText(text)


LAYOUTS: dict[str, Callable[[Any, str], None]] = {
    "one string": _one_string,
    "absolute places": _absolute,
    "justified": _justified,
}


def made(draw: Callable[[Any, str], None], name: str) -> bytes:
    out = io.BytesIO()
    paper = canvas.Canvas(out, invariant=1)
    paper.setFont("Helvetica", SIZE)
    draw(paper, name)
    for row in range(8):
        paper.drawString(50, 680 - 14 * row, "another line of the letter that names nobody at all")
    paper.save()
    return out.getvalue()


def redacted(data: bytes, name: str, strict: bool) -> bytes:
    context = Context(name="bench.pdf", ocr=False)
    document = read_bytes(data, context)
    spans = [(start, end) for start, end, _ in find_terms(document.text, [name])]
    removals = tuple(Removal(start, end, "TERM", Operator.BLACKOUT, "") for start, end in spans)
    plan = Plan(removals, (name,), document.text_sha256, strict)
    return redact_bytes(data, document, plan, context).data


def fitting(data: bytes, names: list[str]) -> int:
    """How many names explain the gap."""
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    edges = []
    for word in ("by", "today", "signed"):
        index, count = page.search(word).get_next()
        edges.append([page.get_charbox(at, loose=True) for at in range(index, index + count)])
    before, after = edges[0][-1][2], edges[1][0][0]
    blank = edges[0][0][0] - edges[2][-1][2]
    gap = after - before - 2 * blank
    return sum(abs(width(name) - gap) <= TOLERANCE for name in names)


def main() -> None:
    names = names_of(Path(sys.argv[1]))
    tries = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    secrets = names[:: max(1, len(names) // tries)][:tries]
    print(f"{len(names)} names, {len(secrets)} of them removed in turn, Helvetica {SIZE}, ±{TOLERANCE} pt")
    for title, draw in LAYOUTS.items():
        before, copies = [], []
        for name in secrets:
            data = made(draw, name)
            before.append(fitting(redacted(data, name, False), names) / len(names))
            copies.append(redacted(data, name, True))
        after = [copies.count(copy) / len(copies) for copy in copies]
        print(
            f"{title:16s} names that fit: {statistics.median(before):.3f} (fewest {min(before):.4f})"
            f"   strict: {statistics.median(after):.3f} (fewest {min(after):.3f})"
        )


if __name__ == "__main__":
    main()
