"""What a PDF, an Office file or a picture tells beside its pages: who wrote it, what hangs on it, what is switched off."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pypdf
from PIL import ExifTags, Image
from pypdf.generic import ArrayObject, DictionaryObject

from app.documents import Leak

_ABOUT_PEOPLE = ("/Author", "/Title", "/Subject", "/Keywords", "/Company", "/Manager")
_XMP = re.compile(
    rb"<(?:dc:(?:creator|title|description|subject)|pdf:Keywords|photoshop:\w+|xmpMM:History|Iptc4xmpCore:\w+)\b[^>]*>"
    rb"[^<]*(?:<rdf:\w+[^>]*>\s*)*[^<\s]"
)
_OFFICE_FACTS = re.compile(
    rb"<(dc:creator|cp:lastModifiedBy|dc:title|dc:subject|dc:description|cp:keywords|Manager|Company|"
    rb"meta:initial-creator|meta:printed-by)\b[^>]*>\s*[^<\s]"
)
_PARTS = {
    "attachments": re.compile(r"embeddings/|/embedded|Object \d+/|\.bin$"),
    "metadata": re.compile(r"docProps/(?:thumbnail|custom)|customXml/item\d*\.xml$|Thumbnails/"),
    "macros": re.compile(r"vbaProject\.bin$|Basic/"),
}
_EXIF_HARMLESS = frozenset({"Orientation", "XResolution", "YResolution", "ResolutionUnit", "ColorSpace", "ExifOffset",
                            "ExifImageWidth", "ExifImageHeight", "YCbCrPositioning", "ExifVersion", "ImageWidth", "ImageLength",
                            "BitsPerSample", "Compression", "PhotometricInterpretation", "SamplesPerPixel", "StripOffsets",
                            "RowsPerStrip", "StripByteCounts", "PlanarConfiguration", "FillOrder", "SampleFormat", "Predictor",
                            "ComponentsConfiguration", "FlashPixVersion", "NewSubfileType", "ColorMap", "ExtraSamples"})  # fmt: skip


def pdf_traces(data: bytes) -> Iterator[Leak]:
    """Metadata about people, attachments, scripts, form values, layers that are off."""
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        return
    about: dict[str, Any] = dict(reader.metadata or {})
    for key in _ABOUT_PEOPLE:
        if str(about.get(key, "")).strip():
            yield _leak("metadata", "document information", f"the field {key[1:]} is filled in")
    root = _resolved(reader.trailer["/Root"])
    xmp = _resolved(root.get("/Metadata"))
    if xmp is not None and _XMP.search(xmp.get_data()):
        yield _leak("metadata", "XMP", "it names an author, a title or an editing history")
    names = _resolved(root.get("/Names")) or {}
    if "/EmbeddedFiles" in names or "/AF" in root:
        yield _leak("attachments", "", "files are attached to it")
    if "/JavaScript" in names:
        yield _leak("scripts", "", "it holds scripts")
    form = _resolved(root.get("/AcroForm"))
    if isinstance(form, DictionaryObject):
        if any(_values(_resolved(field), 0) for field in _resolved(form.get("/Fields")) or ()):
            yield _leak("form values", "", "form fields still hold what was typed into them")
        if "/XFA" in form:
            yield _leak("form values", "XFA", "it holds a second copy of the form")
    layers = _resolved(root.get("/OCProperties"))
    settings = _resolved(layers.get("/D")) if isinstance(layers, DictionaryObject) else None
    if isinstance(settings, DictionaryObject) and _resolved(settings.get("/OFF")):
        yield _leak("hidden layers", "", "a layer is switched off, but still there")


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value


def _values(field: Any, depth: int) -> bool:
    if not isinstance(field, DictionaryObject) or depth > 20:
        return False
    value = _resolved(field.get("/V"))
    if (
        value is not None
        and not isinstance(value, DictionaryObject)
        and str(value).strip() not in ("", "/Off")
    ):
        return True
    kids = _resolved(field.get("/Kids"))
    return isinstance(kids, ArrayObject) and any(_values(_resolved(kid), depth + 1) for kid in kids)


def office_traces(data: bytes) -> Iterator[Leak]:
    """Who wrote and changed it, files inside it, macros."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            for channel, pattern in _PARTS.items():
                if pattern.search(info.filename) and info.file_size:
                    yield _leak(channel, info.filename, "it carries this part along")
            if re.search(r"docProps/|meta\.xml$", info.filename) and info.file_size < 8 * 1024 * 1024:
                for found in sorted(set(_OFFICE_FACTS.findall(archive.read(info)))):
                    name = found.decode("ascii").split(":")[-1]
                    yield _leak("metadata", info.filename, f"the field {name} is filled in")


def picture_traces(data: bytes) -> Iterator[Leak]:
    """Camera, place, author, thumbnails and comments beside the pixels."""
    with Image.open(io.BytesIO(data)) as picture:
        exif = picture.getexif()
        tables = [("EXIF", dict(exif)), *((ifd.name, dict(exif.get_ifd(ifd))) for ifd in ExifTags.IFD)]
        for name, table in tables:
            tags = {ExifTags.TAGS.get(int(tag), str(tag)) for tag in table} - _EXIF_HARMLESS
            if name == "GPSInfo" and table:
                yield _leak("metadata", "EXIF", "it says where the picture was taken")
            elif name == "IFD1" and table:
                yield _leak("metadata", "EXIF", "it holds a small copy of the picture")
            elif name != "Interop" and tags - {"GPSInfo", "Interop"}:
                yield _leak("metadata", name, f"{len(tags)} facts about the picture or its maker")
        for key in ("comment", "xmp", "photoshop", "XML:com.adobe.xmp"):
            if picture.info.get(key):
                yield _leak("metadata", key, "a comment or a description hangs on the picture")
        texts = getattr(picture, "text", None)
        if texts:
            yield _leak("metadata", "text chunks", "texts hang on the picture")


def _leak(channel: str, place: str, detail: str) -> Leak:
    return Leak(channel, place, -1, False, detail)
