"""“This is the field …”: a value of the open document gets a name; two documents are enough to fill in the rest."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.desktop import names, tasks
from app.desktop.findings import Review
from app.desktop.page import button_of, label, make_action, named, row_of
from app.desktop.session import Session
from app.desktop.texts import counted, mark, sentence, tr
from app.pipeline import field_marks, teaching


class OwnFieldDialog(QDialog):
    """Stays open beside the document: what is dragged over while it is open is the value."""

    learned = Signal()
    """Fields of the documents may have changed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._review: Review | None = None
        self._span: tuple[int, int] | None = None
        self.busy = False
        self.name, self.value = QComboBox(self), QLineEdit(self)
        self._said = label("", self)
        act = make_action
        self.keep = act(
            self,
            tr("This is the field"),
            "Ctrl+Return",
            tr("Keep the value as an example"),
            self.begin,
            "fields",
        )
        self.undo = act(
            self,
            tr("Undo the last field"),
            "Ctrl+Z",
            tr("Take the last taught field back"),
            self.take_back,
            "undo",
        )
        self.close_it = act(self, tr("Close"), "Esc", tr("Close this window"), self.reject, "cancel")
        self._build()

    def _build(self) -> None:
        self.setWindowTitle(tr("A field of your own"))
        self.setModal(False)
        self.resize(520, 260)
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        tip = tr("For instance: Claim number")
        named(self.name, tr("Name of the field"), tip)
        edit = self.name.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(tip)
            named(edit, tr("Name of the field"), tip)
        named(
            self.value, tr("Value"), tr("Drag over the value in the document, or type it as it stands there")
        )
        self.value.setPlaceholderText(self.value.toolTip())
        self.value.textEdited.connect(lambda text: self._typed())
        form = QFormLayout()
        form.addRow(tr("Value"), self.value)
        form.addRow(tr("Name"), self.name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        help_ = tr(
            "Mark the value in two or three documents. It is then found in all others: see the page “Fields”."
        )
        layout.addWidget(label(help_, self, "quiet"))
        layout.addLayout(form)
        layout.addWidget(self._said, 1)
        buttons = (button_of(self.close_it, self, "framed"), button_of(self.keep, self, "primary"))
        layout.addLayout(row_of(button_of(self.undo, self, "framed"), 1, *buttons))

    def show_review(self, review: Review) -> None:
        """The document that values are marked in."""
        if review is not self._review:
            self._review, self._span = review, None
            self.value.clear()
            self._said.clear()
        workspace = self._session.workspace
        tasks.run(lambda: field_marks.names(workspace), self._offer, owner=self)

    def take(self, start: int, end: int) -> None:
        """This stretch of the document is the value."""
        if self._review is None:
            return
        self._span = (start, end)
        self.value.setText(" ".join(self._review.text[start:end].split()))
        self._said.clear()
        self.name.setFocus()

    def _typed(self) -> None:
        self._span = None

    def _offer(self, known: list[str]) -> None:
        typed = self.name.currentText()
        self.name.clear()
        for name in known:
            self.name.addItem(names.title("field", name), name)
        self.name.setCurrentIndex(-1)
        self.name.setEditText(typed)

    def field(self) -> str:
        """The name as results carry it."""
        at = self.name.findText(self.name.currentText().strip())
        return str(self.name.itemData(at)) if at >= 0 else teaching.label_of(self.name.currentText())

    def said(self) -> str:
        """What stands below the value."""
        return self._said.text()

    def begin(self) -> None:
        """Keep the mark; from the second document on the field is learned and filled in."""
        review, name, value = self._review, self.field(), self.value.text().strip()
        if self.busy or review is None:
            return
        if not name or not value:
            self._said.setText(tr("Mark a value and give it a name first."))
            return
        start, end = self._span or (-1, -1)
        workspace, number = self._session.workspace, review.reading.row.id
        self.busy = True
        self._said.setText(tr("Learning…"))
        tasks.run(
            lambda: field_marks.mark_value(workspace, name, number, start, end, value),
            self._done,
            self._failed,
            in_order=True,
            owner=self,
        )

    def _done(self, outcome: field_marks.Filled) -> None:
        self.busy = False
        if outcome.again is None:
            self._said.setText(
                tr(
                    "Kept. Mark the value in another document, too: the next one is opened with Ctrl+Page Down."
                )
            )
            return
        again = tr(
            "Learned from {documents} documents; each left out once, {found} of them are found by the others.",
            documents=outcome.documents,
            found=outcome.found_again,
        )
        many = counted(
            outcome.again.changed,
            mark("1 document of the library was filled in anew."),
            mark("{count} documents of the library were filled in anew."),
        )
        self._said.setText(f"{again} {many}")
        self._session.reload()
        self.learned.emit()

    def _failed(self, text: str) -> None:
        self.busy = False
        self._said.setText(sentence(text))

    def take_back(self) -> None:
        """Undo the last taught field."""
        workspace = self._session.workspace
        self.busy = True

        def done(name: str | None) -> None:
            self.busy = False
            if name is None:
                self._said.setText(tr("There is nothing to undo."))
                return
            self._said.setText(tr("The field “{name}” is taken back.", name=names.title("field", name)))
            self._session.reload()
            self.learned.emit()

        tasks.run(
            lambda: field_marks.take_field_back(workspace), done, self._failed, in_order=True, owner=self
        )
