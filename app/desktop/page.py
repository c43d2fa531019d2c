"""What all pages of the window share: a heading, a row of actions, and how an action becomes a button."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.desktop import icons
from app.desktop.texts import tr


def make_action(
    owner: QWidget,
    text: str,
    key: str,
    tip: str,
    call: Callable[..., object],
    icon: str = "",
    *,
    scope: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
    checkable: bool = False,
) -> QAction:
    """An action with all that a person needs to reach it: text, key, tip and icon."""
    action = QAction(text, owner)
    action.setShortcut(QKeySequence(key))
    action.setShortcutContext(scope)
    shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{tip} ({shown})")
    action.setStatusTip(tip)
    action.setCheckable(checkable)
    if icon:
        action.setIcon(icons.icon(icon))
        action.setProperty("icon-name", icon)
    if checkable:
        action.toggled.connect(lambda on: call(on))
    else:
        action.triggered.connect(lambda checked=False: call())
    owner.addAction(action)
    return action


def button_of(action: QAction, parent: QWidget, style: str = "") -> QToolButton:
    """A button that does what `action` does; `style` is "" (flat), "framed", "primary" or "icon" (no text)."""
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setIconSize(QSize(20, 20))
    button.setAccessibleName(action.text().replace("…", ""))
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly if style == "icon" else beside)
    if style in ("framed", "primary"):
        button.setProperty(style, True)
    button.setProperty("small", style == "icon")
    if style == "primary" and action.property("icon-name"):
        drawn = icons.icon(str(action.property("icon-name")), "accent")
        button.setIcon(drawn)
        # Whenever the action changes, the button takes the action's own icon again.
        action.changed.connect(partial(button.setIcon, drawn))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def label(text: str, parent: QWidget, name: str = "", *, wrap: bool = True) -> QLabel:
    """Plain text; never HTML, since much of what is shown comes out of documents."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    made.setIndent(0)
    return made


class Steady(QWidget):
    """Holds a label whose text changes with every key: one of so many lines, so that no text moves anything else.
    (A label that grows or shrinks has the whole window laid out and drawn anew.)"""

    def __init__(self, inner: QLabel, lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._inner = inner
        inner.setParent(self)
        inner.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._lines = lines
        self._set_height()

    def _set_height(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + 4)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._set_height()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._inner.setFixedSize(event.size())


def named(widget: QWidget, name: str, tip: str) -> Any:
    """Give a widget its accessible name and its tooltip."""
    widget.setAccessibleName(name)
    widget.setToolTip(tip)
    return widget


def spaced(*boxes: QAbstractSpinBox) -> None:
    """Keep the text of spin boxes off their frame, as far as that of other fields; style sheets do not reach it."""
    for box in boxes:
        for edit in box.findChildren(QLineEdit):
            edit.setTextMargins(6, 0, 0, 0)


def row_of(*items: QWidget | QLayout | int, spacing: int = 6) -> QHBoxLayout:
    """Widgets side by side; a number is a stretch."""
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for item in items:
        if isinstance(item, int):
            row.addStretch(item)
        elif isinstance(item, QLayout):
            row.addLayout(item)
        else:
            row.addWidget(item)
    return row


class Page(QWidget):
    """One page of the window. `refresh` runs whenever it comes into view."""

    steps: Iterator[None] = iter(())
    """What is still to be built of a page that takes longer than a window may stand still."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.actions_: list[QAction] = []
        self.heading = label(title, self, "title", wrap=False)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.setSpacing(10)

    def action(
        self, text: str, key: str, tip: str, call: Callable[..., object], icon: str = "", **how: Any
    ) -> QAction:
        """An action of this page; its key works while the page has the focus."""
        made = make_action(self, text, key, tip, call, icon, **how)
        self.actions_.append(made)
        return made

    def make_filter(self, box: QLineEdit, key: str = "Ctrl+F") -> QAction:
        """Dress `box` as the filter of this page's list; the action goes to it. What it filters is for the page to say."""
        find = self.action(
            tr("Filter the list"), key, tr("Show only rows with these words"), box.setFocus, "filter"
        )
        named(box, tr("Filter the list"), find.toolTip())
        box.setPlaceholderText(tr("Filter the list"))
        box.setClearButtonEnabled(True)
        box.addAction(find, QLineEdit.ActionPosition.LeadingPosition)
        return find

    def head(self, *buttons: QWidget) -> None:
        """The heading with buttons on its far side."""
        self.body.addLayout(row_of(self.heading, 1, *buttons))

    def buttons(self, actions: Sequence[QAction], style: str = "framed") -> list[QToolButton]:
        return [button_of(action, self, style) for action in actions]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def finish(self) -> None:
        """Build what is still missing, now."""
        deque(self.steps, maxlen=0)

    def refresh(self) -> None:
        """Show what is true now. Must not block: use `tasks.run`."""
