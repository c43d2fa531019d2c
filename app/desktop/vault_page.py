"""The vault of pseudonyms: who is called what, renaming, two spellings of one person, turning text back."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QPlainTextEdit, QWidget

from app.desktop import names
from app.desktop.page import Page, label, named, row_of
from app.desktop.row_table import Column, RowModel, RowTable
from app.desktop.session import Session
from app.desktop.texts import counted, mark, tr
from app.pipeline import pseudonym_book
from app.pipeline.pseudonym_book import Alias


class VaultPage(Page):
    """Everything here is private; it lies in the encrypted library and is shown only on this page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Vault"), parent)
        self._session = session
        self.filter = QLineEdit(self)
        columns = [
            Column[Alias](tr("Type"), lambda e: names.title("type", e.type), width=150),
            Column[Alias](tr("In the documents"), lambda e: e.original, width=280),
            Column[Alias](tr("In the copies"), lambda e: e.alias, width=280),
        ]
        self.model: RowModel[Alias] = RowModel(columns, parent=self)
        self.view = RowTable(self.model, tr("Pseudonyms"), self)
        self.text = QPlainTextEdit(self)
        self._empty = label(
            tr("There are no pseudonyms yet. Export with “Pseudonyms” to make some."), self, "quiet"
        )
        self._build()

    def _build(self) -> None:
        rename = self.action(
            tr("Rename…"),
            "F2",
            tr("Call the chosen one something else in new copies"),
            self._rename,
            "rename",
        )
        merge = self.action(
            tr("Merge"), "Ctrl+M", tr("Say that the chosen spellings are one person"), self._merge, "merge"
        )
        back = self.action(
            tr("Turn back"),
            "Ctrl+Return",
            tr("Put the real words back into the text below"),
            self._turn_back,
            "turn-back",
        )
        copy = self.action(tr("Copy the text"), "Ctrl+Shift+C", tr("Copy the text below"), self._copy, "copy")
        self.make_filter(self.filter)
        self.head(*self.buttons([rename, merge]))
        self.view.offer(rename, merge)
        self.filter.setMaximumWidth(320)
        self.filter.textChanged.connect(self.model.set_filter)
        named(self.text, tr("Text with pseudonyms"), tr("Paste text of a copy here and turn it back"))
        self.text.setPlaceholderText(
            tr("Paste text of a copy here, for instance an answer that came back, and turn it back.")
        )
        self.text.setTabChangesFocus(True)
        self.text.setMaximumHeight(self.fontMetrics().height() * 9)
        self.body.addWidget(
            label(
                tr(
                    "The same person has the same pseudonym in every copy. Only this library can turn it back."
                ),
                self,
                "quiet",
            )
        )
        self.body.addWidget(self.filter)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.view, 1)
        self.body.addLayout(
            row_of(label(tr("Turn a text back"), self, "section", wrap=False), 1, *self.buttons([back, copy]))
        )
        self.body.addWidget(self.text)

    def refresh(self) -> None:
        self._session.run(lambda: pseudonym_book.aliases(self._session.workspace.library), self._show)

    def _show(self, entries: list[Alias]) -> None:
        self.model.set_rows(entries)
        self._empty.setVisible(not entries)

    def _rename(self) -> None:
        chosen = self.view.selected()
        if len(chosen) != 1:
            self._session.tell(tr("Choose one row to rename."))
            return
        name, given = QInputDialog.getText(
            self, tr("Rename"), tr("New name in the copies:"), text=chosen[0].alias
        )
        if given:
            self.rename(chosen[0], name)

    def rename(self, entry: Alias, name: str) -> None:
        """Rename off the GUI thread, then show the list anew."""
        library = self._session.workspace.library
        self._session.run(
            lambda: pseudonym_book.rename(library, entry, name), lambda _: self.refresh(), in_order=True
        )

    def _merge(self) -> None:
        chosen: list[Alias] = self.view.selected()
        library = self._session.workspace.library
        self._session.run(lambda: pseudonym_book.merge(library, chosen), self._merged, in_order=True)

    def _merged(self, alias: str) -> None:
        self._session.tell(tr("All of them are called {alias} from now on.", alias=alias))
        self.refresh()

    def _turn_back(self) -> None:
        text, library = self.text.toPlainText(), self._session.workspace.library
        self._session.run(lambda: pseudonym_book.reidentify(library, text), self._turned)

    def _turned(self, result: tuple[str, int]) -> None:
        self.text.setPlainText(result[0])
        self._session.tell(
            counted(result[1], mark("1 pseudonym turned back."), mark("{count} pseudonyms turned back."))
        )

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())
