"""What can be done in a review, each with its key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.desktop.findings import Finding, Review
from app.desktop.page import button_of
from app.desktop.texts import counted, mark, tr
from app.desktop.theme import type_title
from app.documents import ENTITY_TYPES
from app.masking import Policy
from app.pipeline import rules

if TYPE_CHECKING:
    from app.desktop.own_field_dialog import OwnFieldDialog
    from app.desktop.review_view import ReviewView


class Actions:
    """The actions of a review view; they act on its current finding."""

    def __init__(self, view: ReviewView) -> None:
        self._view = view
        act = view.action
        self.back = act(tr("Back"), "Esc", tr("Back to the list"), view.close_review, "back")
        self.before = act(
            tr("Previous document"),
            "Ctrl+PgUp",
            tr("Open the document before in the list"),
            lambda: view.go(-1),
            "previous",
        )
        self.after = act(
            tr("Next document"),
            "Ctrl+PgDown",
            tr("Open the next document of the list"),
            lambda: view.go(1),
            "next",
        )
        self.export = act(tr("Export…"), "Ctrl+S", tr("Write a redacted copy"), self._export, "export")
        self.previous = act(
            tr("Previous finding"),
            "P",
            tr("Go to the finding before"),
            lambda: view.findings.step(-1),
            "previous",
        )
        self.next = act(
            tr("Next finding"), "N", tr("Go to the next finding"), lambda: view.findings.step(1), "next"
        )
        self.take_out = act(
            tr("Take out"), "R", tr("Accept: take this out, and go on"), self._take_out, "take-out"
        )
        self.keep = act(tr("Keep"), "K", tr("Reject: leave this readable, and go on"), self._keep, "keep")
        self.all_like = act(
            tr("All like this"),
            "A",
            tr("Do with every finding of the same text what was done with this one"),
            self._all_like,
            "all-like",
        )
        self.type = act(tr("Change type…"), "T", tr("Say what this is"), self._change_type, "tag")
        self.mark_type = act(
            tr("Mark as…"), "M", tr("Choose the type for words that you mark"), self._choose_mark, "tag"
        )
        self.field = act(
            tr("This is the field…"),
            "F",
            tr("Name a value of this document; it is then found in the other documents"),
            self._teach_field,
            "fields",
        )
        self._field_dialog: OwnFieldDialog | None = None
        self.doubtful = act(
            tr("Doubtful first"),
            "D",
            tr("Put the findings that the program is least sure of at the top"),
            view.findings.toggle_order,
            "doubtful",
        )
        self.undo = act(tr("Undo"), "Ctrl+Z", tr("Undo the last decision"), self._undo, "undo")
        self.redo = act(tr("Redo"), "Ctrl+Shift+Z", tr("Do the undone decision again"), self._redo, "redo")
        self.beside = act(
            tr("Before and after"),
            "V",
            tr("Show the copy beside the document"),
            view.show_after,
            "side-by-side",
            checkable=True,
        )
        self.larger = act(tr("Larger"), "Ctrl++", tr("Zoom in"), lambda: self._zoom(1.2), "zoom-in")
        self.smaller = act(tr("Smaller"), "Ctrl+-", tr("Zoom out"), lambda: self._zoom(1 / 1.2), "zoom-out")
        self.fit = act(
            tr("Fit the width"),
            "Ctrl+0",
            tr("Show pages as wide as the window"),
            lambda: self._zoom(0),
            "fit",
        )
        self.turn = act(
            tr("Rotate"), "Ctrl+Shift+R", tr("Turn the pages to the right"), self._rotate, "rotate"
        )
        self.find = act(tr("Search"), "Ctrl+F", tr("Search in this document"), self._find, "search")
        self.mark_all = act(
            tr("Take out all"),
            "Ctrl+E",
            tr("Take out every place that the search found"),
            view.mark_all,
            "take-out",
        )
        self.never = act(
            tr("Never this term"),
            "Shift+K",
            tr("Keep this text readable in all documents from now on"),
            self._never,
            "rule",
        )
        self.always = act(
            tr("Always this term"),
            "Shift+R",
            tr("Take this text out of all documents from now on"),
            self._always,
            "rule",
        )
        self.shape = act(
            tr("Always this pattern"),
            "Shift+A",
            tr("Take out of all documents whatever is built like this"),
            self._always_shape,
            "rule",
        )

    # --- buttons --------------------------------------------------------------------------------------

    def head_buttons(self) -> list[QWidget]:
        """Beside the heading."""
        view = self._view
        small = [button_of(action, view, "icon") for action in (self.before, self.after)]
        return [button_of(self.back, view, "framed"), *small, button_of(self.export, view, "primary")]

    def tool_buttons(self) -> list[QToolButton]:
        """Above the page, in the order in which they are used."""
        view = self._view
        buttons = [button_of(action, view, "icon") for action in (self.previous, self.next)]
        buttons += [button_of(action, view) for action in (self.take_out, self.keep, self.all_like)]
        icons = (
            self.type,
            self.field,
            self.doubtful,
            self.undo,
            self.redo,
            self.beside,
        )
        buttons += [button_of(action, view, "icon") for action in icons]
        self.look = self._menu_button(
            tr("Size and turn"),
            tr("Larger, smaller, as wide as the window, turned (Ctrl++, Ctrl+-, Ctrl+0, Ctrl+Shift+R)"),
            [self.larger, self.smaller, self.fit, self.turn],
        )
        self.remember = self._menu_button(
            tr("Remember as a rule"),
            tr("Remember a decision for all documents (Shift+K, Shift+R, Shift+A)"),
            [self.never, self.always, self.shape, self.mark_type],
        )
        return [*buttons, self.look, self.remember]

    def _menu_button(self, name: str, tip: str, actions: list[QAction]) -> QToolButton:
        """A button that opens a menu of actions."""
        button = QToolButton(self._view)
        menu = QMenu(self._view)
        menu.addActions(actions)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setIcon(actions[0].icon())
        button.setIconSize(QSize(20, 20))
        button.setText(name)
        button.setAccessibleName(name)
        button.setToolTip(tip)
        return button

    def search_buttons(self) -> list[QToolButton]:
        return [button_of(self.mark_all, self._view, "icon")]

    def context_menu(self) -> QMenu:
        """What a right click on a finding offers."""
        menu = QMenu(self._view)
        menu.addActions([self.take_out, self.keep, self.all_like, self.type])
        menu.addSeparator()
        menu.addActions([self.never, self.always, self.shape])
        return menu

    def show_menu(self, at: QPoint) -> None:
        """Open it at a place of the screen, where there is a finding to act on."""
        if self._view.findings.current() is not None:
            self.context_menu().exec(at)

    def enable(self, on: bool) -> None:
        """Without a document there is nothing to do."""
        for action in self._view.actions_:
            action.setEnabled(on)
        if hasattr(self, "remember"):
            self.remember.setEnabled(on)
            self.look.setEnabled(on)

    # --- on the current finding -----------------------------------------------------------------------

    def _on_current(self, do: Callable[[Review, Finding], object], step: int = 0) -> None:
        finding, review = self._view.findings.current(), self._view.review
        if review is None:
            return
        if finding is None:
            self._view.session.tell(tr("Choose a finding first (N)."))
            return
        do(review, finding)
        if step:
            self._view.findings.step(step)

    def _take_out(self) -> None:
        self._on_current(lambda review, finding: review.take_out([finding]), 1)

    def _keep(self) -> None:
        self._on_current(lambda review, finding: review.keep([finding]), 1)

    def _all_like(self) -> None:
        self._on_current(self._spread)

    def _spread(self, review: Review, finding: Finding) -> None:
        same = review.same_as(finding)
        review.keep(same) if finding.kept else review.take_out(same)
        many = mark("{count} findings kept.") if finding.kept else mark("{count} findings taken out.")
        one = mark("1 finding kept.") if finding.kept else mark("1 finding taken out.")
        self._view.session.tell(counted(len(same), one, many))

    def _change_type(self) -> None:
        self._on_current(
            lambda review, finding: self._type_menu(lambda type_: self.set_type(finding, type_), finding.type)
        )

    def set_type(self, finding: Finding, type_: str) -> None:
        """Say that a finding is of another type."""
        if self._view.review is not None:
            self._view.review.change_type([finding], type_)

    def _choose_mark(self) -> None:
        self._type_menu(self.set_mark, self._view.mark_as)

    def set_mark(self, type_: str) -> None:
        """Words that are marked from now on are of this type."""
        self._view.mark_as = type_
        self._view.session.tell(tr("What you mark is now: {type}.", type=type_title(type_)))

    def _type_menu(self, chosen: Callable[[str], object], current: str) -> None:
        menu = QMenu(self._view)
        menu.setStyleSheet("QMenu { menu-scrollable: 1; }")
        for type_ in sorted(ENTITY_TYPES, key=type_title):
            action = QAction(type_title(type_), menu)
            action.setCheckable(True)
            action.setChecked(type_ == current)
            action.triggered.connect(lambda checked=False, type_=type_: chosen(type_))
            menu.addAction(action)
        menu.exec(self._view.mapToGlobal(self._view.rect().center()))

    # --- own fields -----------------------------------------------------------------------------------

    def _teach_field(self) -> None:
        from app.desktop.own_field_dialog import OwnFieldDialog

        review = self._view.review
        if review is None:
            return
        if self._field_dialog is None:
            self._field_dialog = OwnFieldDialog(self._view.session, self._view)
            self._field_dialog.learned.connect(self._view.reload_facts)
        self._field_dialog.show_review(review)
        finding = self._view.findings.current()
        if finding is not None:
            self._field_dialog.take(finding.start, finding.end)
        self._field_dialog.show()
        self._field_dialog.raise_()

    def marks_field(self, start: int, end: int) -> bool:
        """While the dialog for fields is open, what is marked is the value of a field."""
        dialog = self._field_dialog
        if dialog is None or not dialog.isVisible() or self._view.review is None:
            return False
        dialog.show_review(self._view.review)
        dialog.take(start, end)
        return True

    # --- rules ----------------------------------------------------------------------------------------

    def _never(self) -> None:
        self._on_current(lambda review, finding: self._remember(rules.never, finding.text))

    def _always(self) -> None:
        self._on_current(lambda review, finding: self._remember(rules.always, finding.text))

    def _always_shape(self) -> None:
        self._on_current(lambda review, finding: self._remember(rules.always, rules.shape_of(finding.text)))

    def _remember(self, rule: Callable[..., Policy], entry: str) -> None:
        session = self._view.session
        workspace, policy = session.workspace, session.policy.name

        def done(_: Policy) -> None:
            session.load_policies()
            session.tell(tr("Remembered in the policy. Settings › Policies shows and forgets it."))

        session.run(lambda: rule(workspace, policy, entry), done, in_order=True)

    # --- the rest -------------------------------------------------------------------------------------

    def _undo(self) -> None:
        if self._view.review is not None:
            self._view.review.undo.undo()

    def _redo(self) -> None:
        if self._view.review is not None:
            self._view.review.undo.redo()

    def _zoom(self, factor: float) -> None:
        for view in (self._view.view, self._view.copy_pages):
            view.zoom(factor)

    def _rotate(self) -> None:
        self._view.pages.rotate()
        self._view.copy_pages.rotate()

    def _find(self) -> None:
        self._view.search.setFocus()
        self._view.search.selectAll()

    def _export(self) -> None:
        if self._view.review is not None:
            self._view.session.export_wanted.emit([self._view.review.reading.row])
