"""Collecting the characters of a block with their places in a source text that escapes some of them."""

from __future__ import annotations

from dataclasses import dataclass, field

Piece = tuple[int, int, str, int, int]


@dataclass(slots=True)
class Collected:
    """Text with pieces (start, end, part, node, offset) as `DocumentBuilder.add_block` takes them."""

    text: str = ""
    pieces: list[Piece] = field(default_factory=list)

    def plain(self, value: str, offset: int) -> None:
        """Characters that stand in the source as they are."""
        if value:
            self.pieces.append((len(self.text), len(self.text) + len(value), "", 0, offset))
            self.text += value

    def escaped(self, value: str, offset: int, width: int) -> None:
        """What `width` characters of the source at `offset` mean."""
        for character in value[:1]:
            self.pieces.append((len(self.text), len(self.text) + 1, "", width, offset))
            self.text += character
        self.text += value[1:]  # entities of two characters are rare; the first stands for both

    def gap(self, value: str) -> None:
        """Characters that stand nowhere (a blank for a line break)."""
        self.text += value

    def __bool__(self) -> bool:
        return bool(self.text.strip())
