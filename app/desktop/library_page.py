"""The Library: everything stored, by class, month and number of findings; search in the words; twins."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QMenu, QSplitter, QWidget

from app.desktop import names
from app.desktop.inbox import kind_of
from app.desktop.page import Page, button_of, label, named, row_of
from app.desktop.row_table import Column, RowModel, RowTable
from app.desktop.session import Session
from app.desktop.summary_panel import SummaryPanel
from app.desktop.texts import counted, mark, tr
from app.pipeline import searching
from app.pipeline.workspace import DocumentRow, SearchHit
from app.store import facets
from app.store.duplicates import Twins

_FOLDER_WIDTH = 260


class LibraryPage(Page):
    """Facets on top, documents on the left, the summary of the chosen one on the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Library"), parent)
        self._session = session
        self._rows: list[DocumentRow] = []
        self._hits: dict[int, str] | None = None
        self.search = QLineEdit(self)
        self._groups: dict[int, str] | None = None
        self.how = QComboBox(self)
        self.kinds, self.months, self.counts = QComboBox(self), QComboBox(self), QComboBox(self)
        self.languages, self.folders, self.sensitive = QComboBox(self), QComboBox(self), QComboBox(self)
        self.twins = QCheckBox(tr("Only duplicates"), self)
        self.near = QCheckBox(tr("Nearly the same, too"), self)
        self.model: RowModel[DocumentRow] = RowModel(self._columns(), parent=self)
        self.table = RowTable(self.model, tr("Documents of the library"), self)
        self.summary = SummaryPanel(session, self)
        self._count = label("", self, "quiet", wrap=False)
        self._build()
        session.rows_changed.connect(self._refresh_if_seen)

    def _columns(self) -> list[Column[DocumentRow]]:
        return [
            Column(tr("Document"), lambda row: row.name, width=230),
            Column(tr("Kind"), _kind, width=130),
            Column(tr("Added"), lambda row: row.added[:10], width=120),
            Column(tr("Findings"), lambda row: str(row.findings) if row.sha256 else "", lambda row: row.findings, True, 75),
            Column(tr("Found words"), lambda row: (self._groups or self._hits or {}).get(row.id, ""), width=150),
        ]  # fmt: skip

    def _build(self) -> None:
        find = self.action(
            tr("Search"), "Ctrl+F", tr("Search the words of all documents"), self._focus_search, "search"
        )
        review = self.action(
            tr("Review"), "Ctrl+Return", tr("Open the chosen document"), self._review, "review"
        )
        export = self.action(
            tr("Export…"),
            "Ctrl+S",
            tr("Write redacted copies of the chosen documents"),
            self._export,
            "export",
        )
        clear = self.action(
            tr("Show all"), "Ctrl+Backspace", tr("Forget search and choices"), self._clear, "cancel"
        )
        this_is = self.action(
            tr("This is a…"), "Ctrl+Y", tr("Say what the chosen documents are"), self._this_is, "tag"
        )
        self._row_actions = [review, export]
        self.head(
            button_of(this_is, self, "framed"),
            button_of(review, self, "framed"),
            button_of(export, self, "primary"),
        )
        named(
            self.search,
            tr("Search the words of all documents"),
            tr("Words, “a phrase” or a pref*, then Enter") + f" ({find.shortcut().toString()})",
        )
        self.search.setPlaceholderText(tr("Search: words, “a phrase” or a pref*, then Enter"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(find, QLineEdit.ActionPosition.LeadingPosition)
        self.search.returnPressed.connect(self._find)
        for box, name, tip in (
            (self.kinds, tr("Kind"), tr("Show only documents of this kind")),
            (self.months, tr("Month added"), tr("Show only documents added in this month")),
            (self.counts, tr("Number of findings"), tr("Show only documents with so many findings")),
            (self.languages, tr("Language"), tr("Show only documents in this language")),
            (self.folders, tr("Folder"), tr("Show only documents of this folder")),
            (self.sensitive, tr("Sensitive for us"), tr("Show only what is, or is not, sensitive for us")),
        ):
            named(box, name, tip)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(lambda index: self._choose())
        named(self.twins, tr("Only duplicates"), tr("Show documents whose files have the same bytes"))
        self.twins.toggled.connect(lambda on: self._choose())
        named(
            self.near,
            tr("Nearly the same, too"),
            tr("Show groups of documents that are the same or nearly so"),
        )
        self.near.toggled.connect(self._show_near)
        for title, way in (
            (tr("Words"), "words"),
            (tr("Words and meaning"), "meaning"),
            (tr("Person"), "person"),
        ):
            self.how.addItem(title, way)
        named(
            self.how,
            tr("How to search"),
            tr("By words, by what is meant, or a person however the name is spelled"),
        )
        self.how.currentIndexChanged.connect(lambda index: self._find())
        self.folders.setMaximumWidth(_FOLDER_WIDTH)
        self.body.addLayout(row_of(self.search, self.how, button_of(clear, self, "icon")))
        self.body.addLayout(row_of(self.kinds, self.months, self.counts, self.languages, self.folders, 1))
        self.body.addLayout(row_of(self.sensitive, self.twins, self.near, 1, self._count))
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.table)
        splitter.addWidget(self.summary)
        splitter.setSizes([640, 360])
        splitter.setChildrenCollapsible(False)
        self.body.addWidget(splitter, 1)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        self.table.doubleClicked.connect(lambda index: self._review())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(
            lambda at: self.context_menu().exec(self.table.viewport().mapToGlobal(at))
        )

    def refresh(self) -> None:
        workspace = self._session.workspace

        def work() -> tuple[list[DocumentRow], facets.Facets]:
            rows = workspace.rows()
            return rows, facets.facets(rows)

        self._session.run(work, lambda found: self._take_rows(*found))

    def _refresh_if_seen(self, rows: list[DocumentRow]) -> None:
        if self.isVisible():  # it asks anew whenever it comes into view
            self._session.run(lambda: (rows, facets.facets(rows)), lambda found: self._take_rows(*found))

    def _take_rows(self, rows: list[DocumentRow], found: facets.Facets) -> None:
        self._rows = rows
        titles = {name: names.title("class", name) for name in found.categories}
        _fill(self.kinds, tr("All kinds"), [(f"{titles[k]} ({n:,})", k) for k, n in found.categories.items()])
        _fill(self.months, tr("All months"), [(f"{k} ({n:,})", k) for k, n in found.months.items()])
        shown = {
            "0": tr("No findings"),
            "1-9": tr("1 to 9 findings"),
            "10-99": tr("10 to 99 findings"),
            "100+": tr("100 and more"),
        }
        _fill(
            self.counts,
            tr("Any number of findings"),
            [(f"{shown[k]} ({n:,})", k) for k, n in found.counts.items()],
        )
        spoken = [(names.title("language", k), n, k) for k, n in found.languages.items()]
        lying = [(PurePath(k).name or k, n, k) for k, n in found.folders.items()]
        for box, everything, drawers in (
            (self.languages, tr("All languages"), spoken),
            (self.folders, tr("All folders"), lying),
        ):
            entries = [(tr("{name} ({count})", name=name, count=f"{n:,}"), k) for name, n, k in drawers]
            _fill(box, everything, entries)
        answers = {"yes": tr("Sensitive for us"), "no": tr("Not sensitive for us")}
        _fill(
            self.sensitive,
            tr("Sensitive or not"),
            [(f"{answers[k]} ({n:,})", k) for k, n in found.sensitive.items() if k in answers],
        )
        self.sensitive.setVisible(self.sensitive.count() > 1)
        self.twins.setText(tr("Only duplicates ({count})", count=found.duplicates))
        self.twins.setEnabled(bool(found.duplicates) or self.twins.isChecked())
        self._choose()

    def _choose(self) -> None:
        choice = facets.Choice(
            str(self.kinds.currentData() or ""), str(self.months.currentData() or ""), str(self.counts.currentData() or ""),
            self.twins.isChecked(), str(self.languages.currentData() or ""), str(self.folders.currentData() or ""),
            str(self.sensitive.currentData() or ""), None if self._hits is None else frozenset(self._hits),
        )  # fmt: skip
        chosen = facets.choose(self._rows, choice)
        ranked = self._groups if self._groups is not None else self._hits
        if ranked is not None:
            order = {number: place for place, number in enumerate(ranked)}
            chosen = sorted((row for row in chosen if row.id in order), key=lambda row: order[row.id])
        self.model.set_rows(chosen)
        self._count.setText(counted(len(chosen), mark("1 document"), mark("{count} documents")))

    def _find(self) -> None:
        query = self.search.text()
        if not query.strip():
            self._hits = None
            self._choose()
            return
        library, how = self._session.workspace.library, str(self.how.currentData())
        self._session.run(lambda: searching.search(library, query, how), self._found)

    def _show_near(self, on: bool) -> None:
        """Groups of documents that are nearly the same, one below the other."""
        if not on:
            self._groups = None
            self._choose()
            return
        library = self._session.workspace.library

        def done(groups: list[Twins]) -> None:
            if not self.near.isChecked():
                return
            alike = tr("the same file"), mark("{share} alike")
            self._groups = {
                number: alike[0] if group.likeness == 1 else tr(alike[1], share=f"{group.likeness:.0%}")
                for group in groups
                for number in group.documents
            }
            self._choose()

        self._session.run(lambda: searching.near_twins(library), done)

    def _found(self, hits: list[SearchHit]) -> None:
        self._hits = {hit.document_id: hit.snippet for hit in hits}
        self._choose()
        if not hits:
            self._session.tell(tr("No document holds these words."))

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _clear(self) -> None:
        self.search.clear()
        self._hits = None
        for box in (self.kinds, self.months, self.counts, self.languages, self.folders, self.sensitive):
            box.setCurrentIndex(0)
        self.twins.setChecked(False)
        self.near.setChecked(False)
        self._choose()

    def _chosen(self) -> None:
        rows = self.table.selected()
        self.summary.show_document(rows[0] if len(rows) == 1 and rows[0].sha256 else None)

    def _review(self) -> None:
        rows = self.table.selected()
        if rows and rows[0].state in ("ready", "exported"):
            self._session.review_wanted.emit(rows[0].id)

    def context_menu(self) -> QMenu:
        """What can be done with the chosen rows."""
        menu = QMenu(self)
        menu.addActions(self._row_actions)
        menu.addSeparator()
        menu.addMenu(self.kinds_menu())
        return menu

    def kinds_menu(self) -> QMenu:
        """What the chosen documents may be."""
        from app.desktop.teach_menu import teach_menu

        return teach_menu(self._session, self.table.selected(), self)

    def _this_is(self) -> None:
        self.kinds_menu().exec(self.table.viewport().mapToGlobal(self.table.viewport().rect().center()))

    def _export(self) -> None:
        rows = self.table.selected() or self.model.shown()
        self._session.export_wanted.emit([row for row in rows if row.state in ("ready", "exported")])


def _kind(row: DocumentRow) -> str:
    """As in the Inbox; nothing while the document was not read."""
    return kind_of(row) if row.sha256 else ""


def _fill(box: QComboBox, everything: str, entries: list[tuple[str, str]]) -> None:
    """New entries; what was chosen stays chosen where it is still there."""
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, "")
    for text, data in entries:
        box.addItem(text, data)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
