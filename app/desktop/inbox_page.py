"""The Inbox: what was added, how far it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QComboBox, QInputDialog, QLineEdit, QMenu, QStackedWidget, QWidget

from app.desktop import names
from app.desktop.inbox import InboxModel, InboxView
from app.desktop.page import Page, button_of, label, named, row_of
from app.desktop.session import Session
from app.desktop.texts import counted, mark, sentence, tr
from app.desktop.welcome import Welcome

if TYPE_CHECKING:
    from app.pipeline.workspace import DocumentRow

_FILTER_MS = 120
_OPENING = 2


class InboxPage(Page):
    """A filter, a list and the actions on its rows; the welcome screen while there is nothing."""

    def __init__(self, session: Session, adding: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(tr("Inbox"), parent)
        self._session = session
        self.model = InboxModel(self)
        self.view = InboxView(self.model, self._copies, self)
        self.filter = QLineEdit(self)
        self.states = QComboBox(self)
        self._count = label("", self, "quiet", wrap=False)
        self._waiting = QTimer(self)
        self._stack = QStackedWidget(self)
        self._build(adding)
        session.rows_changed.connect(self._show_rows)
        session.row_changed.connect(self._show_row)
        session.pages_read.connect(self.model.tell_pages)

    def _build(self, adding: Sequence[QAction]) -> None:
        act = self.action
        self.review = act(
            tr("Review"), "Ctrl+Return", tr("Open the chosen document"), self.review_selected, "review"
        )
        self.export = act(
            tr("Export…"),
            "Ctrl+S",
            tr("Write redacted copies of the chosen documents, or of all"),
            self.export_selected,
            "export",
        )
        self.retry = act(
            tr("Process again"),
            "Ctrl+R",
            tr("Read and analyse the chosen documents again"),
            self._retry,
            "retry",
        )
        self.cancel = act(
            tr("Cancel"), "Ctrl+.", tr("Stop the chosen documents, or everything"), self._cancel, "cancel"
        )
        self.remove = act(
            tr("Remove from the list"),
            "Del",
            tr("Forget the chosen documents; the files stay"),
            self._remove,
            "remove",
        )
        self.show_copy = act(
            tr("Show the copy"),
            "Ctrl+Shift+E",
            tr("Open the folder with the redacted copy"),
            self._show_copy,
            "open-folder",
        )
        self.this_is = act(
            tr("This is a…"), "Ctrl+Y", tr("Say what the chosen documents are"), self._this_is, "tag"
        )
        self.filter_action = self.make_filter(self.filter, "Ctrl+L")
        self.doubtful = act(
            tr("Most doubtful first"),
            "Ctrl+Shift+D",
            tr("Put documents with findings to review at the top"),
            self._doubtful_first,
            "doubtful",
        )
        self.head(
            *(button_of(action, self, "framed") for action in adding[:2]),
            button_of(self.review, self, "framed"),
            button_of(self.export, self, "primary"),
        )
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_FILTER_MS)
        self._waiting.timeout.connect(lambda: self.set_filter(self.filter.text()))
        self.filter.textChanged.connect(lambda text: self._waiting.start())
        named(self.states, tr("State"), tr("Show only documents in this state"))
        self.states.addItem(tr("All states"), "")
        for state in names.STATES:
            self.states.addItem(names.title("state", state), state)
        self.states.addItem(tr("Needs review"), "doubtful")
        self.states.currentIndexChanged.connect(lambda index: self._set_state(str(self.states.currentData())))
        page = QWidget(self)
        tools = row_of(self.filter, self.states, button_of(self.doubtful, self, "icon"), button_of(self.retry, self, "icon"),
                       button_of(self.remove, self, "icon"), 1, self._count)  # fmt: skip
        self.filter.setMinimumWidth(240)
        layout = Page("", page)
        layout.body.setContentsMargins(0, 0, 0, 0)
        layout.heading.hide()
        layout.body.addLayout(tools)
        layout.body.addWidget(self.view, 1)
        self._stack.addWidget(Welcome(adding[0], adding[1], adding[2], self))
        self._stack.addWidget(layout)
        opening = label(tr("Opening the library…"), self, "quiet")
        opening.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(opening)
        self._stack.setCurrentIndex(_OPENING)
        page.hide()
        self.body.addWidget(self._stack, 1)
        self.view.doubleClicked.connect(lambda index: self.review_selected())
        self.view.customContextMenuRequested.connect(self._context_menu)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._tell_count())
        self.model.modelReset.connect(self._tell_count)
        for action in self.actions_:
            action.setEnabled(False)

    # --- rows -----------------------------------------------------------------------------------------

    def _show_rows(self, rows: list[DocumentRow]) -> None:
        chosen = {row.id for row in self.view.selected()}
        self.model.set_rows(rows)
        if chosen:
            self.view.select_where(lambda row: row.id in chosen)
        self._show_list()

    def _show_row(self, row: DocumentRow) -> None:
        self.model.put(row)
        self._show_list()
        self._tell_count()

    def _show_list(self) -> None:
        filled = bool(self.model.rows())
        first = filled and self._stack.currentIndex() != 1
        self._stack.setCurrentIndex(1 if filled else 0)
        if first and self.isVisible():
            self.view.setFocus()  # so that the keys work at once
            self.view.selectRow(0)
        for action in self.actions_:
            action.setEnabled(bool(self.model.rows()))

    def _tell_count(self) -> None:
        chosen = len(self.view.chosen_rows())
        shown = counted(len(self.model.shown()), mark("1 document"), mark("{count} documents"))
        self._count.setText(
            tr("{count} of {shown} chosen", count=chosen, shown=shown) if chosen > 1 else shown
        )

    def set_filter(self, text: str) -> None:
        """Show only rows with these words, at once."""
        self._waiting.stop()
        self.model.set_filter(text)

    def _set_state(self, state: str) -> None:
        if state == "doubtful":
            self.model.set_accept(lambda row: bool(row.needs_review) and row.state in ("ready", "exported"))
        else:
            self.model.set_accept((lambda row: row.state == state) if state else None)

    def _doubtful_first(self) -> None:
        self.view.sortByColumn(4, Qt.SortOrder.DescendingOrder)

    def select_documents(self, identifiers: set[int]) -> int:
        """Choose these documents in the list; how many are in it."""
        return self.view.select_where(lambda row: row.id in identifiers)

    # --- actions --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.view.hasFocus():
            self.review_selected()
            return
        super().keyPressEvent(event)

    def review_selected(self) -> None:
        """Open the first of the chosen documents, or ask for its password."""
        rows = self.view.selected() or self.model.shown()[:1]
        if not rows:
            return
        if rows[0].state == "failed" and rows[0].reason == "password":
            self._ask_password(rows[0])
        elif rows[0].state in ("ready", "exported"):
            self._session.review_wanted.emit(rows[0].id)
        else:
            self._session.tell(
                sentence(rows[0].sentence) if rows[0].sentence else tr("This document is not ready yet.")
            )

    def _ask_password(self, row: DocumentRow) -> None:
        text, given = QInputDialog.getText(
            self,
            tr("Password"),
            tr("The file is protected. Its password (never stored):"),
            QLineEdit.EchoMode.Password,
        )
        if given and text:
            self._session.retry([row.id], text)

    def export_selected(self) -> None:
        rows = self.view.selected() or self.model.shown()
        self._session.export_wanted.emit([row for row in rows if row.state in ("ready", "exported")])

    def _retry(self) -> None:
        identifiers = [row.id for row in self.view.selected()]
        if identifiers:
            self._session.retry(identifiers)

    def _remove(self) -> None:
        identifiers = [row.id for row in self.view.selected()]
        if identifiers:
            self._session.remove(identifiers)

    def _cancel(self) -> None:
        self._session.cancel([row.id for row in self.view.selected() if row.state in ("queued", "working")])

    def _copies(self, identifiers: Sequence[int]) -> list[Path]:
        return [self._session.copies[number] for number in identifiers if number in self._session.copies]

    def _show_copy(self) -> None:
        copies = self._copies([row.id for row in self.view.selected()])
        if copies:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(copies[0].parent)))
        else:
            self._session.tell(tr("There is no copy yet. Export the document first."))

    def _context_menu(self, at: QPoint) -> None:
        self.context_menu().exec(self.view.viewport().mapToGlobal(at))

    def context_menu(self) -> QMenu:
        """What can be done with the chosen rows."""
        menu = QMenu(self)
        menu.addActions([self.review, self.export, self.show_copy])
        menu.addSeparator()
        menu.addActions([self.retry, self.cancel, self.remove])
        menu.addSeparator()
        menu.addMenu(self.kinds_menu())
        return menu

    def kinds_menu(self) -> QMenu:
        """What the chosen documents may be."""
        from app.desktop.teach_menu import teach_menu

        return teach_menu(self._session, self.view.selected(), self)

    def _this_is(self) -> None:
        self.kinds_menu().exec(self.view.viewport().mapToGlobal(self.view.viewport().rect().center()))
