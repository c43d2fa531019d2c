"""The icon set: line drawings in SVG that take the colour of the text they stand beside."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.desktop.resources import folder

_SIZES = (20, 40)
_colours = {"normal": "#1c2230", "quiet": "#525b6e", "accent": "#ffffff"}


def set_colours(normal: str, quiet: str, on_accent: str) -> None:
    """Draw icons in these colours from now on; icons handed out before keep theirs."""
    _colours.update(normal=normal, quiet=quiet, accent=on_accent)
    _icon.cache_clear()


def icon(name: str, colour: str = "normal") -> QIcon:
    """The icon `name` in a colour of the theme: "normal", "quiet" or "accent" (on the accent colour)."""
    return _icon(name, _colours[colour])


def picture(name: str, size: int) -> QPixmap:
    """The icon as a picture of another size than icons have."""
    dots = QGuiApplication.primaryScreen().devicePixelRatio()
    drawn = _pixmap(name, _colours["normal"], round(size * dots))
    drawn.setDevicePixelRatio(dots)
    return drawn


@cache
def _icon(name: str, colour: str) -> QIcon:
    drawn = QIcon()
    for size in _SIZES:
        drawn.addPixmap(_pixmap(name, colour, size))
    return drawn


def _pixmap(name: str, colour: str, size: int) -> QPixmap:
    source = (folder("icons") / f"{name}.svg").read_bytes().replace(b"currentColor", colour.encode("ascii"))
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source)).render(painter)
    painter.end()
    return pixmap
