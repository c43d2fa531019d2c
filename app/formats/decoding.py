"""Text from bytes and back: byte order marks, UTF-8, UTF-16, and a guess for the rest."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024
_WESTERN = frozenset("äöüßÄÖÜéèêëàâçîïôùûœÉÈÀÇñáíóúÑÁÍÓÚìòãõêÃÕåæøÅÆØ€§°–—‘’“”„«»…¿¡\u00a0")
_CONTROL = frozenset(range(32)) - {9, 10, 12, 13, 27}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the way back to its bytes."""

    text: str
    encoding: str
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """`text` in the same encoding; in UTF-8 with a mark where that lacks a character."""
        try:
            return self.mark + text.encode(self.encoding, "surrogateescape")
        except UnicodeEncodeError:
            return codecs.BOM_UTF8 + text.encode("utf-8", "backslashreplace")


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`; never fails: bytes that mean nothing are kept as they are for the way back."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding), encoding, mark)
            except UnicodeDecodeError:
                continue
    for encoding in filter(None, ("utf-8", _wide(data), declared)):
        try:
            return Decoded(data.decode(encoding), encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    if _reads_western(data):
        return Decoded(data.decode("cp1252"), "cp1252")
    guess = from_bytes(data[:_SAMPLE]).best()
    for encoding in (guess.encoding if guess else "", "cp1252", "latin-1"):
        try:
            return Decoded(data.decode(encoding), encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return Decoded(data.decode("utf-8", "surrogateescape"), "utf-8")


def looks_like_text(data: bytes) -> bool:
    """True when a sample of `data` holds no bytes that text has no use for."""
    if data.startswith(tuple(mark for mark, _ in _MARKS)) or _wide(data):
        return True
    sample = data[:_SAMPLE]
    return sum(byte in _CONTROL for byte in sample) * 200 <= len(sample) and b"\0" not in sample


def _reads_western(data: bytes) -> bool:
    """True when the bytes beyond ASCII are letters and quotes of Western Europe, as Windows writes them.

    Statistics need more text than a short letter has; this needs a few characters.
    """
    try:
        beyond = [c for c in data[:_SAMPLE].decode("cp1252") if ord(c) > 127]
    except UnicodeDecodeError:
        return False
    return sum(c in _WESTERN for c in beyond) >= 0.95 * len(beyond)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    sample = data[:2048]
    if len(sample) < 8 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None
