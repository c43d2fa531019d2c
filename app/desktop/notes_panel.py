"""Notes on a document, and who reviewed and checked it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.desktop.page import button_of, label, make_action, named, row_of
from app.desktop.session import Session
from app.desktop.texts import tr
from app.store import notes
from app.store.notes import Note


class NotesPanel(QWidget):
    """`signed` tells that a signature was added or taken back."""

    signed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document: int | None = None
        self.list = QListWidget(self)
        self.text, self.initials = QLineEdit(self), QLineEdit(self)
        self.state = label("", self, "quiet")
        self.sign = make_action(
            self,
            tr("Sign"),
            "Ctrl+Shift+G",
            tr("Sign this document; a second person signs the check"),
            self._sign,
            "sign",
        )
        self.add = make_action(
            self, tr("Add the note"), "Ctrl+Shift+J", tr("Keep the note"), self._add, "note"
        )
        self.remove = make_action(
            self,
            tr("Delete the note"),
            "Ctrl+Shift+Del",
            tr("Delete the chosen note"),
            self._remove,
            "remove",
        )
        self._build()

    def _build(self) -> None:
        named(
            self.list,
            tr("Notes and signatures"),
            tr("Notes stay in the encrypted library and never enter a copy"),
        )
        self.list.setWordWrap(True)
        named(self.text, tr("New note"), tr("Type a note and press Enter"))
        self.text.setPlaceholderText(tr("New note"))
        self.text.returnPressed.connect(self._add)
        named(self.initials, tr("Initials"), tr("Who signs; they stand in the audit trail"))
        self.initials.setPlaceholderText(tr("Initials"))
        self.initials.setMaxLength(8)
        self.initials.setMaximumWidth(110)
        self.initials.setText(self._session.settings.initials)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addLayout(
            row_of(self.text, button_of(self.add, self, "icon"), button_of(self.remove, self, "icon"))
        )
        layout.addWidget(label(tr("Four eyes"), self, "section"))
        layout.addWidget(self.state)
        layout.addLayout(row_of(self.initials, button_of(self.sign, self, "framed"), 1))

    def show_document(self, document_id: int | None) -> None:
        self._document = document_id
        self.list.clear()
        self.state.setText("")
        self.reload()

    def reload(self) -> None:
        """Show notes and signatures as they are kept."""
        number = self._document
        if number is not None:
            self._session.run(
                lambda: notes.notes(self._session.workspace.library, number),
                lambda found: self._show(number, found),
            )

    def _show(self, number: int, found: list[Note]) -> None:
        if number != self._document:
            return
        self.list.clear()
        for note in found:
            if note.kind == notes.NOTE:
                item = QListWidgetItem(f"{note.at[:16].replace('T', ' ')}  {note.initials}\n{note.text}")
                item.setData(0x0100, note.id)
                self.list.addItem(item)
        signed = {
            note.kind: f"{note.initials}, {note.at[:16].replace('T', ' ')}"
            for note in found
            if note.kind != notes.NOTE
        }
        lines = [
            tr("Reviewed by {who}", who=signed[notes.REVIEWED]) if notes.REVIEWED in signed else tr("Not signed yet."),
            tr("Checked by {who}", who=signed[notes.CHECKED]) if notes.CHECKED in signed else
            tr("The second check is still to come.") if signed else "",
        ]  # fmt: skip
        self.state.setText("\n".join(line for line in lines if line))

    def _add(self) -> None:
        number, text, initials = self._document, self.text.text(), self.initials.text()
        if number is None or not text.strip():
            return
        library = self._session.workspace.library
        self.text.clear()
        self._session.run(
            lambda: notes.add_note(library, number, initials, text), lambda _: self.reload(), in_order=True
        )

    def _remove(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            identifier, library = int(item.data(0x0100)), self._session.workspace.library
            self._session.run(
                lambda: notes.remove_note(library, identifier), lambda _: self.reload(), in_order=True
            )

    def _sign(self) -> None:
        number, initials = self._document, self.initials.text()
        if number is None:
            return
        library = self._session.workspace.library

        def signed(_: Note) -> None:
            self.reload()
            self.signed.emit()

        self._session.run(lambda: notes.sign(library, number, initials), signed, in_order=True)
