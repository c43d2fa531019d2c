"""The nouns that every room speaks. Frozen data, no input or output, nothing of ours imported."""

from app.documents.analysis import ENTITY_TYPES, SCHEMA_VERSION, Analysis, Category, Entity, Field, Summary
from app.documents.document import Block, BlockKind, Box, CharBoxes, Document, Embedded, Page, Segment, Source
from app.documents.folding import Folded, find_terms, fold, fold_term, may_hold
from app.documents.limits import Limits
from app.documents.plan import BLACKOUT_TEXT, REDACTED_LINK, Area, Operator, Plan, Removal, is_dark, rgb
from app.documents.report import Leak, Redacted, Verification
from app.documents.result import analysis_from_json, analysis_to_json, result_json

__all__ = [
    "BLACKOUT_TEXT",
    "ENTITY_TYPES",
    "REDACTED_LINK",
    "SCHEMA_VERSION",
    "Analysis",
    "Area",
    "Block",
    "BlockKind",
    "Box",
    "Category",
    "CharBoxes",
    "Document",
    "Embedded",
    "Entity",
    "Field",
    "Folded",
    "Leak",
    "Limits",
    "Operator",
    "Page",
    "Plan",
    "Redacted",
    "Removal",
    "Segment",
    "Source",
    "Summary",
    "Verification",
    "analysis_from_json",
    "analysis_to_json",
    "find_terms",
    "fold",
    "fold_term",
    "is_dark",
    "may_hold",
    "result_json",
    "rgb",
]
