"""Kind, key facts, clauses and key words of a document as lines, each with the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from app.desktop import names
from app.desktop.texts import sentence, tr
from app.documents import Field
from app.pipeline import clauses
from app.pipeline.workspace import Reading

_LONGEST = 400
_MOST_ITEMS = 500


@dataclass(frozen=True, slots=True)
class Fact:
    """One line; `place` is None where it stands nowhere."""

    text: str
    place: tuple[int, int] | None = None
    heading: bool = False


def fact_rows(reading: Reading) -> list[Fact]:
    """What the program read out of the document."""
    analysis = reading.analysis
    kind = names.title("class", analysis.category.label)
    rows = [Fact(tr("Kind: {kind} ({score})", kind=kind, score=f"{analysis.category.score:.0%}"))]
    if analysis.language != "und":
        rows.append(Fact(tr("Language: {language}", language=names.title("language", analysis.language))))
    single = [field for field in analysis.fields if field.row is None]
    facts = [field for field in single if field.name not in clauses.KINDS]
    if facts:
        rows += [Fact(tr("Key facts"), heading=True), *map(_fact, facts)]
    found = clauses.by_kind(analysis)
    if found:
        rows.append(Fact(tr("Clauses"), heading=True))
        rows += [_clause(field) for fields in found.values() for field in fields]
    absent = [names.title("field", kind) for kind in clauses.missing(analysis)]
    if absent:
        rows.append(Fact(tr("Not found: {clauses}. Look for these by eye.", clauses=", ".join(absent))))
    rows += _items([field for field in analysis.fields if field.row is not None])
    if analysis.keywords:
        rows.append(Fact(tr("Key words: {words}", words=", ".join(analysis.keywords))))
    warnings = [*reading.document.warnings, *analysis.warnings]
    return rows + [Fact(tr("Note: {note}", note=sentence(warning))) for warning in warnings]


def _fact(field: Field) -> Fact:
    value = field.normalized or field.value
    return Fact(f"{names.title('field', field.name)}: {_short(value)}", _place(field))


def _clause(field: Field) -> Fact:
    return Fact(f"{names.title('field', field.name)}: “{_short(field.value)}”", _place(field))


def _items(fields: list[Field]) -> list[Fact]:
    """Rows of line items and transactions, each at the place of its first part."""
    rows: dict[int, list[Field]] = {}
    for field in fields:
        rows.setdefault(field.row or 0, []).append(field)
    if not rows:
        return []
    lines = []
    for parts in rows.values():
        places = [place for place in map(_place, parts) if place is not None]
        text = "  ".join(part.normalized or part.value for part in parts)
        lines.append(Fact(text, (min(a for a, _ in places), max(b for _, b in places)) if places else None))
    if len(lines) > _MOST_ITEMS:
        more = tr("{count} more: see the page “Fields”.", count=f"{len(lines) - _MOST_ITEMS:,}")
        lines = [*lines[:_MOST_ITEMS], Fact(more)]
    return [Fact(tr("Items"), heading=True), *lines]


def _place(field: Field) -> tuple[int, int] | None:
    return (field.start, field.end) if field.start >= 0 else None


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"


def facts(reading: Reading) -> str:
    """All lines as text."""
    return "\n".join(fact.text for fact in fact_rows(reading))
