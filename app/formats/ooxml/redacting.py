"""The common course of a redaction: files inside, spans, structure, strings, unreadable parts."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from app.documents import Document, Plan, find_terms
from app.documents.errors import DamagedFile, DocumentError
from app.formats.base import Context
from app.formats.ooxml.editing import Edits, Names, apply_spans, count, edits_of, holds_term, string_pass
from app.formats.ooxml.layout import Draft
from app.formats.ooxml.package import CONTENT_TYPES, MIMETYPE, Package, rels_name
from app.formats.ooxml.pictures import blank, without_metadata
from app.formats.ooxml.reading import is_picture
from app.formats.ooxml.xml import Element, looks_like_xml, parse, serialise

_DRAWN = (".wmf", ".emf", ".wdp")
_CLEANED = (b"\x89PNG", b"\xff\xd8\xff")
"""Pictures that hold nothing but pixels after `clean_pictures`; their compressed bytes spell words by chance."""


@dataclass
class Work:
    """A package while it is being redacted."""

    package: Package
    document: Document
    plan: Plan
    context: Context
    edits: Edits
    roots: dict[str, Element] = field(default_factory=dict)
    changed: dict[str, set[Element]] = field(default_factory=dict)
    """Elements by part whose text or attributes lost something."""
    warnings: list[str] = field(default_factory=list)
    names: Names = field(default_factory=Names)

    @property
    def removed(self) -> dict[str, int]:
        return self.edits.removed

    def root(self, part: str) -> Element | None:
        """The parsed part, None where there is no such XML part."""
        if part in self.roots:
            return self.roots[part]
        data = self.package.parts.get(part)
        if data is None or not looks_like_xml(part, data):
            return None
        self.roots[part] = parse(data)
        return self.roots[part]

    def xml_parts(self) -> list[str]:
        """Names of the XML parts that are still there."""
        return [name for name, data in self.package.parts.items() if looks_like_xml(name, data)]

    def flush(self) -> None:
        """Write the parsed parts back into the package."""
        for part, root in self.roots.items():
            if part in self.package.parts:
                self.package.parts[part] = serialise(root)
        self.roots.clear()

    def flush_rels(self) -> None:
        """Write back relationships and content types, which others edit in the package itself."""
        for part in [name for name in self.roots if name.endswith(".rels") or name == CONTENT_TYPES]:
            root = self.roots.pop(part)
            if part in self.package.parts:
                self.package.parts[part] = serialise(root)

    def rename(self, renamed: dict[str, str]) -> None:
        """Parts under new names, with their relationships."""
        moves = {**renamed, **{rels_name(old): rels_name(new) for old, new in renamed.items()}}
        self.package.parts = {moves.get(name, name): data for name, data in self.package.parts.items()}
        self.roots = {moves.get(name, name): root for name, root in self.roots.items()}
        self.changed = {moves.get(name, name): found for name, found in self.changed.items()}

    def mark(self, part: str, elements: Iterable[Element]) -> None:
        self.changed.setdefault(part, set()).update(elements)


def begin(package: Package, document: Document, plan: Plan, context: Context, drafts: list[Draft]) -> Work:
    """Files inside redacted, the plan's spans taken out of the parts. Raises PlanMismatch, DamagedFile."""
    work = Work(package, document, plan, context, edits_of(document, drafts, plan))
    parts = {name.partition("@")[0] for name in (*work.edits.spans, *work.edits.whole)}
    for part in parts:
        root = work.root(part)
        if root is not None:
            work.mark(part, apply_spans(root, part, work.edits))
    return work


def redact_children(work: Work) -> set[str]:
    """Redact the files inside; names of the parts that must go because nobody can vouch for them."""
    from app.formats import redact_bytes

    unfit: set[str] = set()
    read = {embedded.part: embedded for embedded in work.document.embedded}
    for part, embedded in read.items():
        content = work.package.parts.get(part)
        if content is None:
            continue
        child = replace(embedded.document)
        name = posixpath.basename(part)
        inner_plan = work.plan.slice(embedded.start, embedded.end)
        needless = (
            is_picture(part) and not inner_plan.removals and not find_terms(child.text, inner_plan.terms)
        )
        if needless:
            continue
        try:
            inner = redact_bytes(content, child, inner_plan, work.context.child(name))
        except DocumentError:
            if is_picture(part):
                work.package.parts[part] = blank(content)
                work.warnings.append(f"{name}: the picture could not be redacted and is blank in the copy.")
            else:
                unfit.add(part)
                work.warnings.append(f"{name}: could not be redacted and was left out of the copy.")
            continue
        work.package.parts[part] = inner.data
        for channel, number in inner.removed_by_channel.items():
            count(work.removed, f"embedded: {channel}", number)
        work.warnings.extend(f"{name}: {warning}" for warning in inner.warnings)
    return unfit


def clean_pictures(work: Work) -> None:
    """Metadata out of every picture; one that cannot be cleaned becomes blank."""
    for part, content in list(work.package.parts.items()):
        if not is_picture(part) or not content:
            continue
        try:
            clean = without_metadata(content)
        except Exception:
            work.warnings.append(
                f"{posixpath.basename(part)}: the picture is damaged and is blank in the copy."
            )
            clean = blank(content)
        if clean != content:
            count(work.removed, "picture metadata")
            work.package.parts[part] = clean


def clean_strings(work: Work, paragraphs: frozenset[str]) -> None:
    """The string pass over every XML part."""
    for part in work.xml_parts():
        if part == CONTENT_TYPES:
            continue
        try:
            root = work.root(part)
        except DamagedFile:
            work.package.parts[part] = b"<redacted/>"
            work.warnings.append(f"{posixpath.basename(part)}: a damaged part was emptied.")
            continue
        if root is not None:
            touched = string_pass(root, work.plan.terms, paragraphs, work.names)
            if touched:
                count(work.removed, "strings", len(touched))
                work.mark(part, touched)


def unfit_binaries(work: Work) -> set[str]:
    """Parts that are no XML and show a term; pictures among them are blanked at once."""
    unfit: set[str] = set()
    for part, content in list(work.package.parts.items()):
        if part == MIMETYPE or looks_like_xml(part, content) or content.startswith((b"PK\x03\x04", b"%PDF")):
            continue
        if content.startswith(_CLEANED) or not holds_term(content, work.plan.terms):
            continue
        count(work.removed, "binary parts")
        if part.lower().endswith(_DRAWN) or is_picture(part):
            work.package.parts[part] = blank(content)
        else:
            unfit.add(part)
    return unfit
