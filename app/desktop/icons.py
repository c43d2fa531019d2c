"""The icon set: line drawings in SVG that take the colour of the text they stand beside."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.desktop.resources import folder

_SIZES = (20, 40, 60)
_colours = {"normal": "#1c2230", "quiet": "#525b6e", "accent": "#ffffff"}


def set_colours(normal: str, quiet: str, on_accent: str) -> None:
    """Draw icons in these colours from now on; icons handed out before keep theirs."""
    _colours.update(normal=normal, quiet=quiet, accent=on_accent)
    _icon.cache_clear()


def icon(name: str, colour: str = "normal") -> QIcon:
    """The icon `name` in a colour of the theme: "normal", "quiet" or "accent" (on the accent colour)."""
    return _icon(name, _colours[colour], _colours["quiet"])


@cache
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    drawn = QIcon()
    for size in _SIZES:
        drawn.addPixmap(_pixmap(name, colour, size), QIcon.Mode.Normal)
        drawn.addPixmap(_pixmap(name, disabled, size, 0.45), QIcon.Mode.Disabled)
    return drawn


def _pixmap(name: str, colour: str, size: int, opacity: float = 1.0) -> QPixmap:
    source = (folder("icons") / f"{name}.svg").read_bytes().replace(b"currentColor", colour.encode("ascii"))
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)
    QSvgRenderer(QByteArray(source)).render(painter)
    painter.end()
    return pixmap
