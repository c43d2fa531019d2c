"""Key words of a document: of what its readers see, without what a file's properties hold for want of something better."""

from __future__ import annotations

from app.analysis.understanding.summarize import keywords
from app.documents import BlockKind, Document

_PROPERTIES = frozenset({BlockKind.METADATA, BlockKind.FILE_NAME, BlockKind.ATTRIBUTE})
_FILLERS = (
    "unspecified|anonymous|untitled|unknown|none|null|default|n/a|unbenannt|unbekannt|anonym|keine angabe|sans titre|"
    "anonyme|inconnu|sin título|anónimo|desconocido|senza titolo|anonimo|sconosciuto|sem título|anônimo|desconhecido|"
    "naamloos|anoniem|onbekend|bez tytułu|anonimowy|nieznany"
)
"""What programs write where nothing was filled in, set off by bars and in small letters."""


def key_words(document: Document, language: str = "und") -> tuple[str, ...]:
    """Up to ten phrases, best first. A phrase that only the file's properties hold is none."""
    fillers = _FILLERS.split("|")
    return tuple(phrase for phrase in keywords(_seen(document), language) if phrase.lower() not in fillers)


def _seen(document: Document) -> str:
    """The text without properties; where there is nothing else, all of it."""
    text, at, kept = document.text, 0, []
    for block in sorted(document.blocks, key=lambda block: block.start):
        if block.kind in _PROPERTIES and block.end > at:
            kept.append(text[at : max(at, block.start)])
            at = block.end
    kept.append(text[at:])
    return "\n".join(kept) if any(part.strip() for part in kept) else text
