"""Pages a second, peak memory, leaks, word recall and changed pixels of PDF redaction: `python tests/bench/redact_pdf.py [PAGES]`.

The file is made here: dense text with a name on every third page. PyMuPDF's search-and-apply runs beside it in
the same process when that library happens to be installed; it is no dependency.
"""

from __future__ import annotations

import importlib
import io
import resource
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from reportlab.pdfgen import canvas

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.documents import Operator, Plan, Removal, find_terms
from app.formats import Context, read_bytes, redact_bytes

SECRET = "Quillfeather"


def made(pages: int) -> bytes:
    out = io.BytesIO()
    paper = canvas.Canvas(out)
    words = [
        "the",
        "brown",
        "river",
        "ran",
        "past",
        "seven",
        "old",
        "mills",
        "and",
        "under",
        "the",
        "bridge",
        "towards",
        "a",
        "quiet",
        "harbour",
    ]
    for number in range(pages):
        text = paper.beginText(50, 790)
        text.setFont("Helvetica", 10)
        for row in range(55):
            shift = (row * 5 + number) % len(words)
            line = words[shift:] + words[:shift]
            if number % 3 == 0 and row % 18 == 4:
                line[3] = SECRET
            text.textLine(" ".join(line))
        paper.drawText(text)
        paper.showPage()
    paper.save()
    return out.getvalue()


def shown(data: bytes) -> str:
    pdf = pypdfium2.PdfDocument(data)
    return " ".join(page.get_textpage().get_text_range() for page in pdf)


def changed_pixels(original: bytes, copy: bytes, pages: int) -> float:
    """Share of pixels of up to `pages` pages that differ, outside the lines' boxes around the name."""
    differing = total = 0
    one, other = pypdfium2.PdfDocument(original), pypdfium2.PdfDocument(copy)
    for number in range(min(pages, len(one))):
        before, after = (pdf[number].render(scale=1).to_numpy().astype(int) for pdf in (one, other))
        same = np.abs(before - after).max(axis=2) <= 32
        text = one[number].get_textpage()
        finder = text.search(SECRET)
        while found := finder.get_next():
            left, bottom, right, top = text.get_rect(text.count_rects(*found) - 1)
            high = before.shape[0]
            same[int(high - top) - 3 : int(high - bottom) + 4, int(left) - 3 : int(right) + 4] = True
        differing += int((~same).sum())
        total += same.size
    return differing / total


def report(name: str, seconds: float, original: bytes, before: list[str], data: bytes) -> None:
    pages = len(pypdfium2.PdfDocument(original))
    text = shown(data)
    have: dict[str, int] = {}
    for word in text.split():
        have[word] = have.get(word, 0) + 1
    kept = 0
    for word in before:
        if have.get(word, 0) > 0:
            have[word] -= 1
            kept += 1
    leaks = len(find_terms(text, [SECRET])) + data.count(SECRET.encode())
    pixels = changed_pixels(original, data, 12)
    print(
        f"{name:24s} {pages / seconds:7.1f} pages/s  leaks {leaks}  recall {kept / len(before):.4f}"
        f"  pixels changed outside {pixels:.4%}"
    )


def peer(data: bytes) -> bytes | None:
    try:
        fitz: Any = importlib.import_module("pymupdf")
    except ImportError:
        return None
    pdf = fitz.open(stream=data)
    for page in pdf:
        for found in page.search_for(SECRET):
            page.add_redact_annot(found, fill=(0, 0, 0))
        page.apply_redactions()
    pdf.scrub()
    return bytes(pdf.tobytes(garbage=4, deflate=True))


def main() -> None:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    data = made(pages)
    context = Context(name="bench.pdf", ocr=False)
    start = time.process_time()
    document = read_bytes(data, context)
    spans = [(s, e) for s, e, _ in find_terms(document.text, [SECRET])]
    reading = time.process_time() - start
    removals = tuple(Removal(s, e, "TERM", Operator.BLACKOUT, "") for s, e in spans)
    plan = Plan(removals, (SECRET,), document.text_sha256)
    start = time.process_time()
    done = redact_bytes(data, document, plan, context)
    redacting = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    before = [word for word in shown(data).split() if word != SECRET]
    report("redact", redacting, data, before, done.data)
    report("read and redact", reading + redacting, data, before, done.data)
    print(f"peak memory {peak:.0f} MB, {len(done.rasterised_pages)} pages made pictures")
    start = time.process_time()
    other = peer(data)
    if other is not None:
        report("PyMuPDF apply and scrub", time.process_time() - start, data, before, other)


if __name__ == "__main__":
    main()
