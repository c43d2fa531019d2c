"""Colours and spacing of the window: one set of tokens, light and dark, contrast at least 4.5 to 1."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, slots=True)
class Tokens:
    window: str
    panel: str
    text: str
    quiet: str
    line: str
    accent: str
    on_accent: str
    danger: str
    good: str


LIGHT = Tokens(
    "#f4f5f8", "#ffffff", "#1c2230", "#525b6e", "#d3d8e2", "#2456b8", "#ffffff", "#a3201d", "#14663a"
)
DARK = Tokens(
    "#15181f", "#1e222b", "#e8ebf1", "#a9b2c3", "#363d4a", "#7fa8ff", "#10131a", "#ff9a94", "#7fd6a3"
)

TYPE_COLOURS = {
    "PERSON": "#e5484d", "ORGANIZATION": "#8e4ec6", "LOCATION": "#0d9488", "STREET_ADDRESS": "#0d9488",
    "DATE_TIME": "#b7791f", "DATE_OF_BIRTH": "#c2410c", "AGE": "#c2410c", "PHONE_NUMBER": "#2563eb",
    "EMAIL_ADDRESS": "#2563eb", "URL": "#2563eb", "IBAN_CODE": "#be185d", "ACCOUNT_NUMBER": "#be185d",
    "CREDIT_CARD": "#be185d", "TERM": "#475569",
}  # fmt: skip
_OTHER = "#64748b"


def type_colour(type_: str) -> QColor:
    """The colour of a type's highlights."""
    return QColor(TYPE_COLOURS.get(type_, _OTHER))


def type_title(type_: str) -> str:
    """A type's name as people read it."""
    return type_.replace("_", " ").capitalize()


def is_dark(theme: str) -> bool:
    if theme == "system":
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return theme == "dark"


def tokens(theme: str) -> Tokens:
    return DARK if is_dark(theme) else LIGHT


def apply(application: QApplication, theme: str, scale: float = 1.0) -> None:
    """Colours, font size and the style sheet for the whole application."""
    t = tokens(theme)
    application.setStyle("Fusion")
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, t.window), (QPalette.ColorRole.Base, t.panel),
        (QPalette.ColorRole.AlternateBase, t.window), (QPalette.ColorRole.Text, t.text),
        (QPalette.ColorRole.WindowText, t.text), (QPalette.ColorRole.Button, t.panel),
        (QPalette.ColorRole.ButtonText, t.text), (QPalette.ColorRole.Highlight, t.accent),
        (QPalette.ColorRole.HighlightedText, t.on_accent), (QPalette.ColorRole.ToolTipBase, t.panel),
        (QPalette.ColorRole.ToolTipText, t.text), (QPalette.ColorRole.PlaceholderText, t.quiet),
        (QPalette.ColorRole.Link, t.accent), (QPalette.ColorRole.Mid, t.line),
    ):  # fmt: skip
        palette.setColor(role, QColor(colour))
    application.setPalette(palette)
    font = application.font()
    font.setPointSizeF(10.0 * scale)
    application.setFont(font)
    application.setStyleSheet(_sheet(t))


def _sheet(t: Tokens) -> str:
    return f"""
QMainWindow, QDialog {{ background: {t.window}; }}
QToolBar {{ background: {t.panel}; border: 0; border-bottom: 1px solid {t.line}; padding: 6px 8px; spacing: 6px; }}
QToolButton {{ padding: 6px 10px; border-radius: 6px; color: {t.text}; }}
QToolButton:hover, QToolButton:focus {{ background: {t.window}; border: 1px solid {t.line}; }}
QPushButton {{ padding: 7px 14px; border: 1px solid {t.line}; border-radius: 6px; background: {t.panel}; color: {t.text}; }}
QPushButton:hover, QPushButton:focus {{ border-color: {t.accent}; }}
QPushButton:disabled {{ color: {t.quiet}; }}
QPushButton#primary {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; font-weight: 600; }}
QLineEdit, QComboBox, QSpinBox {{ padding: 6px 8px; border: 1px solid {t.line}; border-radius: 6px; background: {t.panel}; }}
QLineEdit:focus, QComboBox:focus {{ border-color: {t.accent}; }}
QTableView, QTreeView, QListWidget, QPlainTextEdit, QTextEdit, QScrollArea {{
  background: {t.panel}; border: 1px solid {t.line}; border-radius: 8px; gridline-color: {t.line}; }}
QHeaderView::section {{ background: {t.window}; color: {t.quiet}; border: 0; border-bottom: 1px solid {t.line}; padding: 6px 8px; }}
QTableView::item, QTreeView::item {{ padding: 4px 6px; }}
QProgressBar {{ border: 1px solid {t.line}; border-radius: 6px; text-align: center; background: {t.panel}; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 5px; }}
QLabel#quiet {{ color: {t.quiet}; }}
QLabel#title {{ font-size: 22px; font-weight: 600; }}
QLabel#bad {{ color: {t.danger}; }}
QLabel#good {{ color: {t.good}; }}
QFrame#drop {{ border: 2px dashed {t.line}; border-radius: 14px; background: {t.panel}; }}
QStatusBar {{ background: {t.panel}; border-top: 1px solid {t.line}; }}
QToolTip {{ background: {t.panel}; color: {t.text}; border: 1px solid {t.line}; padding: 4px; }}
"""
