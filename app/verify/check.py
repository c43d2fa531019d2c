"""The verdict on a redacted file, made without any code of the redactor."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Sequence

from app.documents import REDACTED_LINK, Leak, Verification
from app.verify.channels import Budget, Piece, pieces
from app.verify.search import TermSearch

_MAX_LEAKS = 500
_OCR_SCALE = 200 / 72
_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def verify(
    original: bytes,
    original_name: str,
    redacted: bytes,
    redacted_name: str,
    terms: Sequence[str],
    *,
    password: str | None = None,
    ocr: bool = False,
    allowed: Sequence[str] = (),
    on_page: Callable[[int, int], None] = lambda done, total: None,
) -> Verification:
    """Is each of `terms` gone from every channel of the redacted file?

    Six-character pieces of terms count too, unless the original holds them outside the terms or `allowed`
    (labels, pseudonyms) contains them. `on_page` is told of each page whose pixels were read. What cannot be unpacked or parsed makes the verdict unclean.
    """
    budget = Budget()
    staying = [piece.text for piece in pieces(_opened(original, password), "", Budget())] if terms else []
    search = TermSearch(terms, [*staying, *allowed, REDACTED_LINK])
    leaks: dict[tuple[str, str, int, bool], Leak] = {}
    channels: dict[str, None] = {}
    found = pieces(redacted, redacted_name, budget)
    for piece in _with_pixels(found, redacted, ocr, on_page):
        channels[piece.channel] = None
        if piece.channel == "revisions":
            leaks[("revisions", "", -1, False)] = Leak(
                "revisions", piece.place, -1, False, "older revisions of the file"
            )
        for match in search.find(piece.text, as_written=piece.as_written, noise=piece.noise):
            if match.fragment and piece.whole_only:
                continue
            if len(leaks) < _MAX_LEAKS:
                key = (piece.channel, piece.place, match.index, match.fragment)
                leaks[key] = Leak(piece.channel, piece.place, match.index, match.fragment)
    return Verification(
        clean=not leaks and not budget.notes,
        leaks=tuple(leaks.values()),
        channels_checked=tuple(channels),
        original_sha256=hashlib.sha256(original).hexdigest(),
        redacted_sha256=hashlib.sha256(redacted).hexdigest(),
        terms_checked=search.count,
        warnings=tuple(dict.fromkeys(budget.notes)),
    )


def _opened(original: bytes, password: str | None) -> bytes:
    """The original without its password, so that what may stay is known; as it is where that fails."""
    unlocked = io.BytesIO()
    try:
        if password and original.startswith(_OLE_SIGNATURE):
            import msoffcrypto

            envelope = msoffcrypto.OfficeFile(io.BytesIO(original))
            envelope.load_key(password=password)
            envelope.decrypt(unlocked)
        elif b"%PDF-" in original[:1024] and b"/Encrypt" in original:  # many open without a password
            import pypdf

            reader = pypdf.PdfReader(io.BytesIO(original), password=password or "")
            pypdf.PdfWriter(clone_from=reader).write(unlocked)
    except Exception:  # nothing is known to stay then, and the check is the stricter for it
        return original
    return unlocked.getvalue() or original


def _with_pixels(
    found: Iterator[Piece], data: bytes, ocr: bool, on_page: Callable[[int, int], None]
) -> Iterator[Piece]:
    yield from found
    if ocr:
        yield from pixel_pieces(data, on_page)


def pixel_pieces(data: bytes, on_page: Callable[[int, int], None]) -> Iterator[Piece]:
    """What OCR reads on each page or frame, as it is shown."""
    from PIL import Image, ImageSequence, UnidentifiedImageError

    from app.verify.pictures import read_pixels

    if b"%PDF-" in data[:1024]:
        import pypdfium2 as pdfium

        document = pdfium.PdfDocument(data)
        try:
            for index in range(len(document)):
                page = document[index]
                scale = min(_OCR_SCALE, 4000 / max(1.0, *page.get_size()))
                yield Piece("pixels", f"page {index + 1}", read_pixels(page.render(scale=scale).to_pil()))
                on_page(index + 1, len(document))
        finally:
            document.close()
        return
    try:
        with Image.open(io.BytesIO(data)) as picture:
            for number, frame in enumerate(ImageSequence.Iterator(picture), 1):
                yield Piece("pixels", f"frame {number}", read_pixels(frame))
                on_page(number, number)
    except (UnidentifiedImageError, OSError, ValueError):
        return
