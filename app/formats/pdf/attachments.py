"""Files attached to a PDF: found by name, by annotation and by association, each once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from app.documents import BlockKind, Limits
from app.documents.errors import DocumentError, LimitExceeded
from app.formats.base import Context
from app.formats.compose import DocumentBuilder


@dataclass(frozen=True, slots=True, eq=False)
class Attached:
    """One attached file; `data` is None where its stream cannot be decoded."""

    name: str
    description: str
    part: str
    """"ef:N", counting attachments in the order they are found."""
    data: bytes | None
    page: int | None


def attachments(pdf: pikepdf.Pdf, limits: Limits) -> list[Attached]:
    """All attached files in a fixed order. Raises LimitExceeded where they are too many or too large."""
    found: list[Attached] = []
    seen: set[tuple[int, int]] = set()
    total = 0
    for spec, page in _specifications(pdf, limits):
        stream = _stream(spec)
        if stream is None or (stream.is_indirect and stream.objgen in seen):
            continue
        if stream.is_indirect:
            seen.add(stream.objgen)
        data = _bytes(stream)
        total += len(data or b"")
        if total > limits.expanded_size:
            raise LimitExceeded("attached files", f"{limits.expanded_size // 1048576} MiB")
        if len(found) >= limits.parts:
            raise LimitExceeded("attached files", str(limits.parts))
        found.append(Attached(_name(spec), _text(spec.get("/Desc")), f"ef:{len(found)}", data, page))
    return found


def read_attachment(builder: DocumentBuilder, attached: Attached, context: Context) -> None:
    """Append name, description and content of one attachment."""
    from app import formats

    place = f"page {attached.page}, attachment" if attached.page else "attachment"
    builder.add_block(BlockKind.FILE_NAME, attached.name, place=place, page=attached.page)
    if attached.description:
        builder.add_block(BlockKind.ATTACHMENT, attached.description, place=f"{place}, description")
    if attached.data is None:
        builder.warnings.append("An attached file is damaged and could not be read.")
        return
    try:
        child = formats.read_bytes(attached.data, context.child(attached.name))
    except DocumentError as error:
        builder.warnings.append(f"{attached.name}: {error}")
        return
    builder.add_embedded(attached.name, attached.part, child)


def _specifications(pdf: pikepdf.Pdf, limits: Limits) -> Iterator[tuple[pikepdf.Dictionary, int | None]]:
    from app.formats.pdf.structure import _get, _number_tree

    for _, spec in _number_tree(_get(_get(pdf.Root, "/Names"), "/EmbeddedFiles"), "/Names"):
        if isinstance(spec, pikepdf.Dictionary):
            yield spec, None
    yield from ((spec, None) for spec in _dictionaries(_get(pdf.Root, "/AF")))
    for number, page in enumerate(pdf.pages, 1):
        yield from ((spec, number) for spec in _dictionaries(page.obj.get("/AF")))
        for annotation in _dictionaries(page.obj.get("/Annots")):
            for key in ("/FS", "/AF"):
                yield from ((spec, number) for spec in _dictionaries(annotation.get(key)))


def _dictionaries(value: Any) -> list[pikepdf.Dictionary]:
    entries = list(value) if isinstance(value, pikepdf.Array) else [value]
    return [entry for entry in entries if isinstance(entry, pikepdf.Dictionary)]


def _stream(spec: pikepdf.Dictionary) -> pikepdf.Stream | None:
    files = spec.get("/EF")
    if not isinstance(files, pikepdf.Dictionary):
        return None
    for key in ("/UF", "/F", "/Unix", "/Mac", "/DOS"):
        stream = files.get(key)
        if isinstance(stream, pikepdf.Stream):
            return stream
    return None


def _bytes(stream: pikepdf.Stream) -> bytes | None:
    try:
        return bytes(stream.read_bytes())
    except Exception:  # pikepdf raises several kinds on damaged streams
        return None


def _name(spec: pikepdf.Dictionary) -> str:
    name = _text(spec.get("/UF")) or _text(spec.get("/F")) or "attachment"
    return name.replace("\\", "/").rsplit("/", 1)[-1][:255] or "attachment"


def _text(value: Any) -> str:
    from app.formats.pdf.structure import text_of

    return " ".join(text_of(value).split())
