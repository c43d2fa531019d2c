"""Colours and spacing of the window: one set of tokens, light and dark, contrast at least 4.5 to 1."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.desktop import icons, names
from app.desktop.resources import folder


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
"""Fills of highlights; never the colour of text."""
_OTHER = "#64748b"
_current = {"tokens": LIGHT}


def type_colour(type_: str) -> QColor:
    """The colour of a type's highlights."""
    return _colour(TYPE_COLOURS.get(type_, _OTHER))


def type_title(type_: str) -> str:
    """A type's name as people read it."""
    return names.title("type", type_)


def colour(token: str) -> QColor:
    """A token of the theme in force, for what paints itself."""
    return _colour(getattr(_current["tokens"], token))


@cache
def _colour(name: str) -> QColor:
    return QColor(name)  # asked for with every cell that is drawn


def is_dark(theme: str) -> bool:
    if theme == "system":
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return theme == "dark"


def tokens(theme: str) -> Tokens:
    return DARK if is_dark(theme) else LIGHT


def apply(application: QApplication, theme: str, scale: float = 1.0) -> None:
    """Colours, font size and the style sheet for the whole application."""
    t = tokens(theme)
    _current["tokens"] = t
    icons.set_colours(t.text, t.quiet, t.on_accent)
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


def _arrow(t: Tokens, way: str = "") -> str:
    """An arrow or a check mark; style sheets take pictures from files only."""
    name = f"arrow{way}-{'dark' if t is DARK else 'light'}"
    return (folder("icons") / f"{name}.svg").as_posix()


def _sheet(t: Tokens) -> str:
    return f"""
QMainWindow, QDialog {{ background: {t.window}; }}
QToolButton {{ padding: 6px 8px; border: 1px solid transparent; border-radius: 6px; color: {t.text}; }}
QToolButton[small="true"] {{ padding: 5px; }}
QToolButton:hover {{ background: {t.window}; border-color: {t.line}; }}
QToolButton:focus {{ border-color: {t.accent}; }}
QToolButton:checked {{ background: {t.window}; border-color: {t.accent}; }}
QToolButton:disabled {{ color: {t.quiet}; }}
QToolButton[primary="true"] {{ background: {t.accent}; color: {t.on_accent}; font-weight: 600; padding: 6px 14px; }}
QToolButton[primary="true"]:hover {{ border-color: {t.text}; }}
QToolButton[primary="true"]:focus {{ border-color: {t.text}; }}
QToolButton[primary="true"]:disabled {{ background: {t.line}; color: {t.quiet}; }}
QToolButton[framed="true"] {{ border-color: {t.line}; background: {t.panel}; padding: 6px 12px; }}
QToolButton[framed="true"]:focus, QToolButton[framed="true"]:hover {{ border-color: {t.accent}; }}
QPushButton {{ padding: 7px 14px; border: 1px solid {t.line}; border-radius: 6px; background: {t.panel}; color: {t.text}; }}
QPushButton:hover, QPushButton:focus {{ border-color: {t.accent}; }}
QPushButton:disabled {{ color: {t.quiet}; }}
QPushButton#primary {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; font-weight: 600; }}
QPushButton#primary:disabled {{ background: {t.line}; color: {t.quiet}; border-color: {t.line}; }}
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox {{ padding: 6px 8px; border: 1px solid {t.line}; border-radius: 6px;
  background: {t.panel}; color: {t.text}; selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus {{ border-color: {t.accent}; }}
QComboBox::drop-down {{ border: 0; width: 24px; }}
QComboBox::down-arrow {{ image: url({_arrow(t)}); width: 14px; height: 14px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: 0; width: 22px; background: transparent; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; margin-top: 3px; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; margin-bottom: 3px; }}
QAbstractSpinBox::up-arrow {{ image: url({_arrow(t, "-up")}); width: 12px; height: 12px; }}
QAbstractSpinBox::down-arrow {{ image: url({_arrow(t)}); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {t.panel}; color: {t.text}; border: 1px solid {t.line}; }}
QTableView, QTreeView, QListView, QPlainTextEdit, QTextEdit, QScrollArea {{
  background: {t.panel}; border: 1px solid {t.line}; border-radius: 8px; gridline-color: {t.line}; }}
QTableView:focus, QTreeView:focus, QListView:focus, QPlainTextEdit:focus, QTextEdit:focus {{ border-color: {t.accent}; }}
QPlainTextEdit, QTextEdit {{ padding: 4px; }}
QListWidget::item {{ padding: 3px 6px; }}
QScrollArea#bare {{ background: transparent; border: 0; }}
QWidget#body {{ background: {t.window}; }}
QHeaderView {{ background: {t.panel}; border: 0; border-top-left-radius: 8px; border-top-right-radius: 8px; }}
QHeaderView::section {{ background: {t.panel}; color: {t.quiet}; border: 0; border-bottom: 1px solid {t.line}; padding: 7px 8px; }}
QTableCornerButton::section {{ background: {t.panel}; border: 0; }}
QTableView::item, QTreeView::item {{ padding: 2px 6px; }}
QTableView::item:selected, QListView::item:selected {{ background: {t.accent}; color: {t.on_accent}; }}
QListView#pages {{ background: {t.panel}; border: 0; border-radius: 0; padding: 10px 8px; outline: 0; }}
QListView#pages::item {{ padding: 8px 10px; border-radius: 8px; border: 1px solid transparent; margin: 1px 0; color: {t.text}; }}
QListView#pages::item:hover {{ background: {t.window}; }}
QListView#pages::item:selected {{ background: {t.window}; color: {t.text}; border-color: {t.accent}; font-weight: 600; }}
QFrame#side {{ background: {t.panel}; border: 0; border-right: 1px solid {t.line}; }}
QTabWidget::pane {{ border: 0; }}
QTabBar::tab {{ padding: 7px 12px; color: {t.quiet}; border: 0; border-bottom: 2px solid transparent; background: transparent; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom-color: {t.accent}; }}
QTabBar::tab:focus {{ color: {t.accent}; }}
QProgressBar {{ border: 1px solid {t.line}; border-radius: 6px; text-align: center; background: {t.panel}; color: {t.text}; }}
QProgressBar::chunk {{ background: {t.line}; border-radius: 5px; }}
QLabel {{ color: {t.text}; background: transparent; }}
QLabel#quiet {{ color: {t.quiet}; }}
QLabel#title {{ font-size: 18pt; font-weight: 600; }}
QLabel#section {{ font-weight: 600; padding-top: 10px; }}
QListWidget#facts::item {{ padding-left: 0px; padding-right: 0px; margin: 0px 4px; }}
QLabel#badge {{
    color: {t.accent}; border: 1px solid {t.accent}; border-radius: 9px; padding: 1px 8px;
}}
QLabel#bad {{ color: {t.danger}; }}
QLabel#good {{ color: {t.good}; }}
QCheckBox {{ color: {t.text}; spacing: 8px; }}
QCheckBox:focus {{ color: {t.accent}; }}
QCheckBox::indicator, QTableView::indicator {{ width: 15px; height: 15px; border: 1px solid {t.quiet}; border-radius: 4px;
  background: {t.panel}; }}
QCheckBox::indicator:focus {{ border-color: {t.accent}; }}
QCheckBox::indicator:checked, QTableView::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
  image: url({_arrow(t, "-check")}); }}
QTableView::indicator:checked:selected {{ border-color: {t.on_accent}; }}
QCheckBox::indicator:disabled {{ border-color: {t.line}; }}
QFrame#drop {{ border: 2px dashed {t.quiet}; border-radius: 14px; background: {t.panel}; }}
QFrame#card {{ border: 1px solid {t.line}; border-radius: 10px; background: {t.panel}; }}
QStatusBar {{ background: {t.panel}; border-top: 1px solid {t.line}; color: {t.text}; }}
QStatusBar::item {{ border: 0; }}
QStatusBar QLabel {{ padding: 0 12px; }}
QMenuBar {{ background: {t.panel}; color: {t.text}; }}
QMenuBar::item:selected {{ background: {t.window}; }}
QMenu {{ background: {t.panel}; color: {t.text}; border: 1px solid {t.line}; padding: 4px; }}
QMenu::item {{ padding: 6px 22px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.accent}; color: {t.on_accent}; }}
QMenu::item:disabled {{ color: {t.quiet}; }}
QSplitter::handle {{ background: transparent; }}
QScrollBar {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {t.quiet}; border: 3px solid {t.panel}; border-radius: 6px; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::handle:hover {{ background: {t.accent}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QToolTip {{ background: {t.panel}; color: {t.text}; border: 1px solid {t.line}; padding: 4px; }}
"""
