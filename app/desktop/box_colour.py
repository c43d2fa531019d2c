"""The colour of a policy's boxes: typed as #rrggbb, chosen, or left to the usual one."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPixmap, QTextCharFormat
from PySide6.QtWidgets import QColorDialog, QLineEdit, QWidget

from app.desktop.page import named
from app.desktop.texts import tr
from app.documents import Operator, Removal

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
COLOURED = (Operator.BLACKOUT, Operator.LABEL)
"""Operators that draw a box on the page; the others put words there."""


class BoxColour(QLineEdit):
    """`chosen` tells a colour that can be used, "" for the usual one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumWidth(150)
        self.setMaxLength(7)
        self.setPlaceholderText(tr("Box colour"))
        named(
            self, tr("Box colour"), tr("As #rrggbb, for instance #004080; empty is the usual black or white")
        )
        self._swatch = QAction(self)
        self._swatch.setVisible(False)
        self.addAction(self._swatch, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._edited)
        self.textChanged.connect(lambda text: self._paint())

    @property
    def usable(self) -> bool:
        """False while what is typed is no colour."""
        text = self.text().strip()
        return not text or _COLOUR.fullmatch(text) is not None

    def _edited(self, text: str) -> None:
        if self.usable:
            self.chosen.emit(text.strip().lower())

    def _paint(self) -> None:
        text = self.text().strip()
        shown = bool(_COLOUR.fullmatch(text))
        if shown:
            self._swatch.setIcon(swatch(text))
        self._swatch.setVisible(shown)

    def pick(self) -> None:
        """Ask for a colour."""
        colour = QColorDialog.getColor(QColor(self.text().strip() or "#000000"), self, tr("Box colour"))
        if colour.isValid():
            self.setText(colour.name())
            self.chosen.emit(colour.name())


def swatch(colour: str) -> QIcon:
    """A small square of a colour."""
    pixmap = QPixmap(16, 16)
    pixmap.fill(QColor(colour))
    return QIcon(pixmap)


def paint(mark: QTextCharFormat, removal: Removal) -> QTextCharFormat | None:
    """Colour `mark` as the box of the removal would be; the format of the code on it. None: no box of a colour."""
    if not removal.colour or removal.operator not in COLOURED:
        return None
    ground = QColor(removal.colour)
    on_it = QTextCharFormat()
    on_it.setBackground(ground)
    on_it.setForeground(QColor("#ffffff" if _dark(ground) else "#000000"))
    mark.setBackground(ground)
    mark.setForeground(ground if removal.operator is Operator.BLACKOUT else on_it.foreground())
    return on_it


def _dark(colour: QColor) -> bool:
    red, green, blue = colour.redF(), colour.greenF(), colour.blueF()
    return 0.299 * red + 0.587 * green + 0.114 * blue < 0.55
