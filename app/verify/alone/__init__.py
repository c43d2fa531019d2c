"""“Is this file really redacted?”: what a file by itself gives away, whoever redacted it."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from app.documents import Leak, Verification
from app.verify.alone.traces import office_traces, pdf_traces, picture_traces
from app.verify.alone.unseen import fill_of, unseen
from app.verify.channels import Budget, pieces

_DARK = 90
_MIN_BOX = 4.0
_CHANNELS = ("text under boxes", "annotations", "revisions", "tracked changes", "comments", "hidden text")
_THOROUGH = ("invisible text", "outside the page", "content under boxes", "metadata", "hidden layers")
_WORTH_A_LOOK = frozenset({"attachments", "scripts", "macros", "form values"})
"""May be there on purpose, redacted themselves: told, no leak."""
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"GIF8", b"RIFF", b"BM")


def inspect(data: bytes, name: str, thorough: bool = False) -> Verification:
    """Text under dark rectangles, leftover annotations, revisions, tracked changes, comments, hidden text.

    `thorough`, for a file of unknown making with no original beside it: pages are drawn as well, to see which text
    they do not show and what lies under boxes; and metadata, layers, attachments and form values are told.
    """
    notes: list[str] = []
    leaks: list[Leak] = []
    try:
        if b"%PDF-" in data[:1024]:
            leaks += _pdf(data, thorough)
            leaks += pdf_traces(data) if thorough else ()
        elif data.startswith(b"PK\x03\x04"):
            leaks += _office(data)
            leaks += office_traces(data) if thorough else ()
        elif thorough and data.startswith(_PICTURES):
            leaks += picture_traces(data)
    except Exception as error:  # whatever a parser trips over: a file that cannot be looked at is not clean
        notes.append(f"The file cannot be opened ({type(error).__name__}).")
    looks = [leak for leak in leaks if leak.channel in _WORTH_A_LOOK]
    leaks = [leak for leak in dict.fromkeys(leaks) if leak.channel not in _WORTH_A_LOOK]
    budget = Budget()
    channels = {piece.channel for piece in pieces(data, name, budget)}
    if "revisions" in channels:
        leaks.append(Leak("revisions", "", -1, False, "the file holds older revisions of itself"))
    digest = hashlib.sha256(data).hexdigest()
    notes += [note for note in budget.notes if "revisions" not in note]
    told = [f"{leak.channel}: {leak.detail}" for leak in looks]
    channels_checked = _CHANNELS + _THOROUGH if thorough else _CHANNELS
    return Verification(
        not leaks and not notes,
        tuple(leaks),
        channels_checked,
        "",
        digest,
        0,
        tuple(dict.fromkeys([*notes, *told])),
    )


def _pdf(data: bytes, thorough: bool) -> Iterator[Leak]:
    document = pdfium.PdfDocument(data)
    try:
        for index in range(len(document)):
            page = document[index]
            place = f"page {index + 1}"
            boxes = list(_dark_boxes(page))
            text = page.get_textpage()
            suspicious = bool(boxes) and _covered_characters(text, boxes) > 0
            for annotation in _annotations(page):
                if annotation in (raw.FPDF_ANNOT_REDACT, raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_POPUP):
                    yield Leak(
                        "annotations", place, -1, False, "a comment or unapplied redaction mark is left"
                    )
            text.close()
            if thorough or suspicious:
                told = unseen(page, place)
                yield from (leak for leak in told if thorough or leak.channel == "text under boxes")
            page.close()
    finally:
        document.close()


def _dark_boxes(page: Any) -> Iterator[tuple[float, float, float, float]]:
    for item in page.get_objects(max_depth=4):
        if item.type != raw.FPDF_PAGEOBJ_PATH or not _filled_dark(item):
            continue
        left, bottom, right, top = item.get_bounds()
        if right - left > _MIN_BOX and top - bottom > _MIN_BOX:
            yield left, bottom, right, top


def _filled_dark(item: Any) -> bool:
    fill = fill_of(item)
    return fill is not None and max(fill) < _DARK


def _covered_characters(text: Any, boxes: list[tuple[float, float, float, float]]) -> int:
    """Characters whose middle lies in a dark box and that are dark themselves (white labels may lie there)."""
    import ctypes

    covered = 0
    for index in range(text.count_chars()):
        if chr(raw.FPDFText_GetUnicode(text.raw, index)).isspace():
            continue
        left, bottom, right, top = text.get_charbox(index)
        x, y = (left + right) / 2, (bottom + top) / 2
        if not any(box[0] < x < box[2] and box[1] < y < box[3] for box in boxes):
            continue
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        raw.FPDFText_GetFillColor(text.raw, index, red, green, blue, alpha)
        if max(red.value, green.value, blue.value) < 160:
            covered += 1
    return covered


def _annotations(page: Any) -> Iterator[int]:
    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if annotation:
            yield raw.FPDFAnnot_GetSubtype(annotation)
            raw.FPDFPage_CloseAnnot(annotation)


_TRACKED = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo) |<text:tracked-changes")
_HIDDEN = re.compile(rb"<w:vanish ?/>|<w:vanish w:val=\"(?:1|true|on)\"|state=\"(?:very)?[hH]idden\"")
_BLACK_ON_BLACK = re.compile(rb"<w:highlight w:val=\"black\"|<w:shd [^>]*w:fill=\"000000\"")


def _office(data: bytes) -> Iterator[Leak]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            if not info.filename.endswith(".xml") or info.file_size > 64 * 1024 * 1024:
                continue
            content = archive.read(info)
            where = info.filename
            if _TRACKED.search(content):
                yield Leak("tracked changes", where, -1, False, "tracked changes are left in the document")
            if _HIDDEN.search(content):
                yield Leak("hidden text", where, -1, False, "hidden text or a hidden sheet is left")
            if "styles" not in where.lower() and _BLACK_ON_BLACK.search(content):
                yield Leak("text under boxes", where, -1, False, "text is only marked black")
            if re.search(r"comments?\d*\.xml$", where) and re.search(rb"<(?:w:t|t|p:text|a:t)[ >]", content):
                yield Leak("comments", where, -1, False, "comments are left in the document")
