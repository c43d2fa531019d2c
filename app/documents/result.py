"""The JSON result of one document (schema 1) and the stored form of an analysis."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from app.documents.analysis import SCHEMA_VERSION, Analysis, Category, Entity, Field, Summary
from app.documents.document import Document


def result_json(
    identifier: str, document: Document, analysis: Analysis, *, with_text: bool = False
) -> dict[str, Any]:
    """The result as the command line prints it; offsets count code points of the document's text."""
    result: dict[str, Any] = {
        "schema": SCHEMA_VERSION,
        "id": identifier,
        "document": {
            "path": document.source.path,
            "sha256": document.source.sha256,
            "type": document.source.media_type,
            "pages": len(document.pages),
            "language": analysis.language,
            "characters": len(document.text),
        },
        "entities": [_entity(document, entity) for entity in analysis.entities],
        "category": {
            "label": analysis.category.label,
            "score": round(analysis.category.score, 4),
            "alternatives": [
                {"label": label, "score": round(score, 4)} for label, score in analysis.category.alternatives
            ],
        },
        "fields": [_field(document, field) for field in analysis.fields],
        "summary": {
            "text": analysis.summary.text,
            "sentences": [{"start": start, "end": end} for start, end in analysis.summary.sentences],
        },
        "keywords": list(analysis.keywords),
        "timings_ms": {stage: round(spent, 2) for stage, spent in analysis.timings_ms.items()},
        "warnings": [*document.warnings, *analysis.warnings],
    }
    if with_text:
        result["text"] = document.text
    return result


def _entity(document: Document, entity: Entity) -> dict[str, Any]:
    return {
        "type": entity.type,
        "start": entity.start,
        "end": entity.end,
        "text": entity.text,
        "score": round(entity.score, 4),
        "recognizer": entity.recognizer,
        "explanation": entity.explanation,
        **_place(document, entity.start, entity.end),
    }


def _field(document: Document, field: Field) -> dict[str, Any]:
    found = {
        "name": field.name,
        "value": field.value,
        "normalized": field.normalized,
        "start": field.start,
        "end": field.end,
        "score": round(field.score, 4),
        **_place(document, field.start, field.end),
    }
    if field.row is not None:
        found["row"] = field.row
    return found


def _place(document: Document, start: int, end: int) -> dict[str, Any]:
    boxes = document.boxes(start, end) if start >= 0 else []
    return {
        "page": boxes[0][0] if boxes else None,
        "boxes": [
            [round(edge, 2) for edge in (box.x0, box.y0, box.x1, box.y1)]
            for page, box in boxes
            if page == boxes[0][0]
        ],
    }


def analysis_to_json(analysis: Analysis) -> dict[str, Any]:
    """Everything in `analysis` as JSON data; `analysis_from_json` reverses it."""
    return asdict(analysis)


def analysis_from_json(data: dict[str, Any]) -> Analysis:
    """Rebuild an analysis; raises ValueError when it was written by a newer schema."""
    if data["schema"] > SCHEMA_VERSION:
        raise ValueError(f"analysis schema {data['schema']} is newer than this program")
    category = data["category"]
    return Analysis(
        entities=tuple(Entity(**entity) for entity in data["entities"]),
        language=data["language"],
        category=Category(
            category["label"],
            category["score"],
            tuple((label, score) for label, score in category["alternatives"]),
        ),
        fields=tuple(Field(**field) for field in data["fields"]),
        summary=Summary(data["summary"]["text"], tuple((s, e) for s, e in data["summary"]["sentences"])),
        keywords=tuple(data["keywords"]),
        timings_ms=dict(data["timings_ms"]),
        warnings=tuple(data["warnings"]),
        schema=data["schema"],
    )
