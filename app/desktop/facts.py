"""Kind, key facts and key words of a document as lines of text."""

from __future__ import annotations

from app.desktop import names
from app.desktop.texts import sentence, tr
from app.pipeline.workspace import Reading


def facts(reading: Reading) -> str:
    """What the program read out of the document."""
    analysis = reading.analysis
    kind = names.title("class", analysis.category.label)
    lines = [tr("Kind: {kind} ({score})", kind=kind, score=f"{analysis.category.score:.0%}")]
    if analysis.language != "und":
        lines.append(tr("Language: {language}", language=analysis.language))
    lines.append("")
    items: dict[int, list[str]] = {}
    for field in analysis.fields:
        value = field.normalized or field.value
        if field.row is None:
            lines.append(f"{names.title('field', field.name)}: {value}")
        else:
            items.setdefault(field.row, []).append(value)
    lines += ["  ".join(row) for row in items.values()]
    if analysis.keywords:
        lines += ["", tr("Key words: {words}", words=", ".join(analysis.keywords))]
    warnings = [*reading.document.warnings, *analysis.warnings]
    if warnings:
        lines += ["", *(tr("Note: {note}", note=sentence(warning)) for warning in warnings)]
    return "\n".join(lines).strip()
