"""“This is a …”: saying what documents are, from the lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.desktop import names
from app.desktop.session import Session
from app.desktop.teach_dialog import TeachDialog, said
from app.desktop.texts import mark, tr
from app.pipeline import lessons, teaching
from app.pipeline.workspace import DocumentRow

KEY = "Ctrl+Y"
TITLE = mark("This is a…")
TIP = mark("Say what the chosen documents are, or whether they are sensitive for us")


def teach_menu(session: Session, rows: Sequence[DocumentRow], parent: QWidget) -> QMenu:
    """Kinds to choose from; what is chosen is learned at once and can be undone in the dialog “Teach”."""
    menu = QMenu(tr(TITLE), parent)
    menu.setStyleSheet("QMenu { menu-scrollable: 1; }")
    ready = [row for row in rows if row.state in ("ready", "exported") and row.sha256]
    menu.setEnabled(bool(ready))

    def add(text: str, call: Callable[[], object]) -> None:
        action = QAction(text, menu)
        action.triggered.connect(lambda checked=False: call())
        menu.addAction(action)

    add(tr("New kind…"), lambda: open_dialog(session, ready, parent))
    menu.addSeparator()
    kinds = {name for name in teaching.known_labels() if name != "unknown"} | {row.category for row in ready}
    for name in sorted(kinds - {"", "unknown"}, key=lambda name: names.title("class", name).casefold()):
        add(names.title("class", name), lambda name=name: correct(session, ready, name))  # type: ignore[misc]
    menu.addSeparator()
    add(tr("Sensitive for us"), lambda: mark_sensitive(session, ready, True))
    add(tr("Not sensitive for us"), lambda: mark_sensitive(session, ready, False))
    return menu


def open_dialog(session: Session, rows: Sequence[DocumentRow], parent: QWidget) -> None:
    """The dialog with these documents as examples."""
    dialog = TeachDialog(session, rows, parent)
    dialog.exec()
    dialog.deleteLater()


def correct(session: Session, rows: Sequence[DocumentRow], kind: str) -> None:
    """These documents are of this kind; learned off the GUI thread."""
    workspace = session.workspace
    chosen = lessons.Chosen(tuple(row.sha256 for row in rows))
    session.tell(tr("Learning…"))

    def done(outcome: lessons.Learned) -> None:
        session.reload()
        session.tell(said(outcome))

    session.run(lambda: lessons.learn_class(workspace, kind, chosen), done, in_order=True)


def mark_sensitive(session: Session, rows: Sequence[DocumentRow], sensitive: bool) -> None:
    """These documents are, or are not, sensitive for us."""
    workspace, digests = session.workspace, [row.sha256 for row in rows]
    session.tell(tr("Learning…"))

    def done(outcome: lessons.Learned | lessons.Waiting) -> None:
        session.reload()
        if isinstance(outcome, lessons.Learned):
            session.tell(said(outcome))
            return
        session.tell(
            tr(
                "Kept: {yes} sensitive, {no} not sensitive. It is learned from {needed} of each on.",
                yes=outcome.yes,
                no=outcome.no,
                needed=outcome.needed,
            )
        )

    session.run(lambda: lessons.mark_sensitive(workspace, digests, sensitive), done, in_order=True)
