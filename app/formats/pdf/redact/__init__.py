"""Taking things out of a PDF for good.

Forms and annotations are flattened first, so that one engine sees everything; then glyphs, pixels and paths
go by geometry; then a whitelist and a scrub by string go over the structure; then the file is written anew and
looked at by pdfium. A page that cannot be followed, or still shows something, becomes a picture of itself with
a text layer of what stays. If even that fails, nothing is handed out.
"""

from __future__ import annotations

import contextlib
import io
from dataclasses import replace
from functools import cached_property
from typing import Any

import pikepdf

from app.documents import Document, Operator, Plan, Redacted, find_terms
from app.documents.errors import DamagedFile, DocumentError, PasswordNeeded, RedactionRefused
from app.formats.base import Context
from app.formats.pdf import pdfium
from app.formats.pdf.redact.content import Interpreter, copied_resources
from app.formats.pdf.redact.drawing import draw_regions
from app.formats.pdf.redact.fonts import CannotFollow, Font
from app.formats.pdf.redact.operands import well_formed_instructions
from app.formats.pdf.redact.places import Places
from app.formats.pdf.redact.programs import scrub_programs
from app.formats.pdf.redact.raster import raster_page
from app.formats.pdf.redact.regions import AREA, Cover, Region
from app.formats.pdf.redact.remains import Remains
from app.formats.pdf.redact.residue import Residue
from app.formats.pdf.redact.strict import StrictInterpreter, coarse, rewrite
from app.formats.pdf.redact.strings import scrub_page, scrub_streams
from app.formats.pdf.redact.structure import add_outline, keep_only_allowed, outline_entries, scrub
from app.formats.pdf.redact.tags import Element, read_tags, write_tags
from app.formats.pdf.redact.text import Counts
from app.formats.pdf.redact.unicode_maps import letters_by_code

__all__ = ["redact_pdf"]


def redact_pdf(data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
    """The file without what the plan takes out. Raises RedactionRefused, PasswordNeeded, DamagedFile."""
    return _Redaction(data, document, plan, context).run()


class _Redaction:
    def __init__(self, data: bytes, document: Document, plan: Plan, context: Context) -> None:
        self._document = document
        self._plan = plan
        self._context = context
        self._pdf = _open(data, context.password)
        self._warnings: list[str] = []
        self._counts = Counts()
        self._removed: dict[str, int] = {}
        self._fonts: dict[Any, Font] = {}
        self._used: dict[int, dict[int, set[int]]] = {}
        self._tags: Element | None = None
        self._marked: dict[int, set[int]] = {}
        self._cleared: set[int] = set()
        self._spans = plan.removals
        self._rastered: set[int] = set()
        self._coarse: set[int] = set()

    def run(self) -> Redacted:
        attachments = self._attachments()
        outline = outline_entries(self._pdf, self._plan)
        self._tags = read_tags(self._pdf)
        self._flatten()
        self._flat = _saved(self._pdf)
        self._shown = self._read_flat()
        self._places = Places(self._document, self._shown, self._flat, self._plan, self._pdf)
        self._structure()
        for index in range(len(self._pdf.pages)):
            self._page(index)
        self._scrub_streams()
        self._prune_fonts()
        self._note("strings and names", scrub(self._pdf, self._plan))
        self._note("fonts and profiles", scrub_programs(self._pdf, self._plan.terms))
        add_outline(self._pdf, outline)
        if self._tags is not None:
            write_tags(self._pdf, self._tags, self._marked, self._tag_text_may_stay)
        for name, inner in attachments:
            self._attach(name, inner)
        out = self._checked()
        self._note("text", len(self._plan.removals))
        self._note("areas", len(self._plan.areas))
        self._note("glyphs", self._counts.glyphs)
        self._note("images", self._counts.images)
        self._note("drawings", self._counts.paths)
        pages = tuple(sorted(index + 1 for index in self._rastered))
        if pages:
            shown = ", ".join(map(str, pages[:12])) + ("…" if len(pages) > 12 else "")
            self._warnings.append(f"Made a picture of itself, with a text layer: page {shown}.")
        if self._plan.strict_width and (rough := sorted(self._coarse | self._rastered)):
            shown = ", ".join(str(index + 1) for index in rough[:12]) + ("…" if len(rough) > 12 else "")
            self._warnings.append(
                f"In pictures the width of what was removed is hidden only roughly: page {shown}."
            )
        return Redacted(out, ".pdf", self._removed, pages, tuple(self._warnings))

    # --- before the pages ---------------------------------------------------------------------------

    def _attachments(self) -> list[tuple[str, bytes]]:
        """Attached files, redacted in their own format; what cannot be redacted is left out and told."""
        from app.formats import redact_bytes

        kept: list[tuple[str, bytes]] = []
        readable = {embedded.part: embedded for embedded in self._document.embedded}
        readable |= {embedded.name: embedded for embedded in self._document.embedded}
        try:
            names = list(self._pdf.attachments.keys())
        except Exception:
            names = []
        for number, name in enumerate(names, 1):
            clean = f"attachment {number}" if find_terms(name, self._plan.terms) else name
            embedded = readable.get(name)
            try:
                if embedded is None:
                    raise DamagedFile("attachment")
                inner = bytes(self._pdf.attachments[name].get_file().read_bytes())
                plan = self._plan.slice(embedded.start, embedded.end)
                done = redact_bytes(inner, embedded.document, plan, self._context.child(name))
                kept.append((clean, done.data))
                self._note("attachments", sum(done.removed_by_channel.values()))
            except (DocumentError, pikepdf.PdfError, KeyError):
                self._warnings.append(f"Attachment {number} cannot be redacted and was left out.")
        return kept

    def _attach(self, name: str, data: bytes) -> None:
        spec = pikepdf.AttachedFileSpec(
            self._pdf, data, filename=name, description="", mime_type="", creation_date="", mod_date=""
        )
        self._pdf.attachments[name] = spec

    def _flatten(self) -> None:
        """Form fields and annotations become drawing; their values, scripts and tooltips go with them."""
        fields = 0
        try:
            if "/AcroForm" in self._pdf.Root:
                fields = len(self._pdf.Root["/AcroForm"].get("/Fields", []))
                self._pdf.generate_appearance_streams()
            self._pdf.flatten_annotations("all")
        except (pikepdf.PdfError, RuntimeError, ValueError, TypeError) as error:
            self._warnings.append(
                f"Form fields could not be drawn ({type(error).__name__}) and were left out."
            )
        annotations = sum(len(page.obj.get("/Annots", [])) for page in self._pdf.pages)
        for page in self._pdf.pages:
            if "/Annots" in page.obj:
                del page.obj["/Annots"]
        self._note("form fields", fields)
        self._note("annotations", annotations)

    def _structure(self) -> None:
        inherited = ("/MediaBox", "/CropBox", "/Rotate", "/Resources")
        for page in self._pdf.pages:
            for key in inherited:
                value = _inherited(page.obj, key)
                if value is not None and key not in page.obj:
                    page.obj[key] = value
            if "/Resources" not in page.obj:
                page.obj["/Resources"] = pikepdf.Dictionary()
        self._note("document structure", keep_only_allowed(self._pdf))

    def _read_flat(self) -> Document:
        """The flattened file as read: form values and annotation texts now stand on the pages."""
        from app.formats.pdf.reader import read_pdf

        try:
            return read_pdf(self._flat, replace(self._context, ocr=False, password=None))
        except DocumentError:
            return self._document

    # --- pages --------------------------------------------------------------------------------------

    def _page(self, index: int) -> None:
        page = self._pdf.pages[index]
        regions = self._places.regions(index)
        resources = copied_resources(self._pdf, page.obj["/Resources"])
        used: dict[int, set[int]] = {}
        content: bytes | None
        kind: type[Interpreter] = Interpreter
        areas: list[Region] = []
        try:
            if regions and self._plan.strict_width:
                kind = StrictInterpreter
                areas, regions = self._areas_first(page, resources, regions, used)
                resources = page.obj["/Resources"]
            interpreter = kind(self._pdf, Cover(regions), self._counts, self._fonts, used)
            if self._tags is not None:
                interpreter.marked = set()
            if isinstance(interpreter, StrictInterpreter):
                content, regions = self._strictly(index, page, resources, regions, interpreter)
            else:
                content = interpreter.run(page, resources)
            self._used[index] = used
            self._marked[index] = interpreter.marked or set()
            if regions:
                self._cleared.add(index)
        except CannotFollow:
            if regions:
                self._raster(index)
                return
            content, resources = self._untouched(index, page)
        if content is None:
            return
        page.obj["/Resources"] = resources
        page.obj["/Contents"] = self._pdf.make_stream(content)
        if regions or areas:
            draw_regions(self._pdf, page, [*regions, *areas], self._places.shape(index).rotation)

    def _areas_first(
        self, page: Any, resources: Any, regions: list[Region], used: dict[int, set[int]]
    ) -> tuple[list[Region], list[Region]]:
        """Clear marked areas before lines are spaced anew: they stay where they are. Areas, and the other regions."""
        areas = [region for region in regions if region.span[0] <= AREA]
        if areas:
            interpreter = Interpreter(self._pdf, Cover(areas), self._counts, self._fonts, used)
            if self._tags is not None:
                interpreter.marked = set()
            page.obj["/Contents"] = self._pdf.make_stream(interpreter.run(page, resources))
            page.obj["/Resources"] = copied_resources(self._pdf, resources)
        else:
            page.obj["/Resources"] = resources
        return areas, [region for region in regions if region.span[0] > AREA]

    def _strictly(
        self,
        index: int,
        page: Any,
        resources: Any,
        regions: list[Region],
        interpreter: StrictInterpreter,
    ) -> tuple[bytes, list[Region]]:
        shape = self._places.shape(index)
        size = (shape.left, shape.bottom, shape.right, shape.top)
        rewritten = rewrite(interpreter, regions, page, resources, size)
        if len(interpreter.shared.hit) < len(regions):
            self._coarse.add(index)
        return rewritten

    def _untouched(self, index: int, page: Any) -> tuple[bytes | None, Any]:
        """A page with nothing to clear that cannot be followed either: kept if it holds no private data in
        its operators, else a picture."""
        try:
            instructions = list(well_formed_instructions(pikepdf.parse_content_stream(page)))
        except Exception:
            self._raster(index)
            return None, None
        if any(str(getattr(i, "operator", "")) in ("BDC", "DP") for i in instructions):
            self._raster(index)
            return None, None
        return pikepdf.unparse_content_stream(instructions), page.obj["/Resources"]

    def _raster(self, index: int) -> None:
        page = next((page for page in self._document.pages if page.number == index + 1), None)
        if page is None:
            raise RedactionRefused(
                f"Page {index + 1} can be neither followed nor drawn, so no copy was made."
            )
        spans = [
            (r.start, r.end, r.operator) for r in self._spans if r.start < page.end and page.start < r.end
        ]
        extra = find_terms(self._document.text[page.start : page.end], self._plan.terms)
        spans += [(page.start + start, page.start + end, Operator.BLACKOUT) for start, end, _ in extra]
        grow = coarse if self._plan.strict_width else None
        areas = [area.box for area in self._plan.areas if area.page == index + 1]
        raster_page(self._pdf, index, self._flat, self._document, page, spans, self._plan.terms, grow, areas)
        self._rastered.add(index)
        self._marked.pop(index, None)

    def _scrub_streams(self) -> None:
        changed = scrub_streams(self._pdf, self._plan.terms)
        for index, page in enumerate(self._pdf.pages):
            try:
                if scrub_page(page, self._plan.terms):
                    changed += 1
                    self._used.pop(index, None)
            except CannotFollow:
                self._raster(index)
        self._note("hidden drawing", changed)

    @cached_property
    def _remains(self) -> Remains:
        texts = [self._document.text, self._shown.text, *(r.replacement for r in self._spans)]
        return Remains(self._plan.terms, texts)

    def _tag_text_may_stay(self, key: str, text: str, page: int | None) -> bool:
        """What stands for letters (ActualText, E) goes from every page that lost some."""
        if key in ("/ActualText", "/E") and (page is None or page in self._cleared):
            return False
        return not self._remains.shown(text)

    def _prune_fonts(self) -> None:
        """Only where something was removed: an untouched file keeps its fonts as they are."""
        if self._removed.get("hidden drawing") or self._counts.glyphs or self._rastered:
            Residue(self._pdf, self._fonts).prune(self._used, self._rastered)

    # --- after the pages ----------------------------------------------------------------------------

    def _checked(self) -> bytes:
        out = _saved(self._pdf)
        self._reopen(out)
        failing = sorted({*self._failing_pages(out), *self._pages_of_telling_fonts()})
        if not failing:
            return out
        for index in failing:
            if index in self._rastered:
                raise RedactionRefused(f"Page {index + 1} still shows something that should be gone.")
            self._raster(index)
        self._prune_fonts()
        out = _saved(self._pdf)
        if self._failing_pages(out) or self._pages_of_telling_fonts():
            raise RedactionRefused("A page still shows something that should be gone, even as a picture.")
        return out

    def _pages_of_telling_fonts(self) -> set[int]:
        """Pages, not yet pictures, in fonts whose codes still spell a term: a subset font numbers its letters in the
        order of their first use, so the name on a title page may be its first letters."""
        if not self._plan.terms:
            return set()
        telling = {
            key: id(font)
            for key, font in self._fonts.items()
            if isinstance(key, tuple) and self._remains.shown(letters_by_code(self._pdf.get_object(key)))
        }
        return {
            index
            for index, page in enumerate(self._pdf.pages)
            if index not in self._rastered and telling and self._shows_in(index, page, telling)
        }

    def _shows_in(self, index: int, page: Any, fonts: dict[Any, int]) -> bool:
        used = self._used.get(index)
        if used is not None:
            return any(used.get(font) for font in fonts.values())
        table = page.obj.get("/Resources", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary())
        return any(entry.objgen in fonts for entry in table.as_dict().values())

    def _reopen(self, out: bytes) -> None:
        """Raises RedactionRefused where damage has come through into the copy."""
        try:
            with pikepdf.open(io.BytesIO(out), suppress_warnings=True) as again:
                whole = len(again.pages) == len(self._pdf.pages)
        except (pikepdf.PdfError, ValueError, RuntimeError):
            whole = False
        if not whole:
            raise RedactionRefused(
                "The copy could not be read back, so none was made. Repair the file first."
            )

    def _failing_pages(self, out: bytes) -> list[int]:
        """Pages whose text, as pdfium reads it, still shows a term or a piece of one."""
        failing = []
        with pdfium.opened(out) as opened:
            if len(opened) != len(self._pdf.pages):
                raise RedactionRefused(
                    "The copy could not be read back, so none was made. Repair the file first."
                )
            for index in range(len(opened) if self._plan.terms else 0):
                with pdfium.opened_page(opened, index) as page:
                    text = page.get_textpage()
                    shown = text.get_text_range()
                    text.close()
                if self._remains.shown(shown.replace("\ufffe", "-")):
                    failing.append(index)
        return failing

    def _note(self, channel: str, count: int) -> None:
        if count:
            self._removed[channel] = self._removed.get(channel, 0) + count


def _open(data: bytes, password: str | None) -> pikepdf.Pdf:
    try:
        return pikepdf.open(io.BytesIO(data), password=password or "", suppress_warnings=True)
    except pikepdf.PasswordError as error:
        raise PasswordNeeded(wrong=bool(password)) from error
    except (pikepdf.PdfError, ValueError, RuntimeError) as error:
        raise DamagedFile("PDF") from error


def _saved(pdf: pikepdf.Pdf) -> bytes:
    """Written anew: reachable objects only, no history, no encryption, the same bytes for the same content."""
    if not isinstance(pdf.trailer.get("/Root"), pikepdf.Dictionary) or not len(pdf.pages):
        raise DamagedFile("PDF without a catalogue or pages")
    out = io.BytesIO()
    if "/ID" in pdf.trailer:  # often a digest of the original: a guess at what went could be checked by it
        del pdf.trailer["/ID"]
    with contextlib.suppress(pikepdf.PdfError, RuntimeError):  # a damaged table keeps what it has
        pdf.remove_unreferenced_resources()
    pdf.save(
        out,
        encryption=False,
        deterministic_id=True,
        compress_streams=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        fix_metadata_version=False,
    )
    return out.getvalue()


def _inherited(page: Any, key: str) -> Any:
    node, depth = page, 0
    while node is not None and depth < 50:
        if key in node:
            return node[key]
        node, depth = node.get("/Parent"), depth + 1
    return None
