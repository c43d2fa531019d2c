"""Reviewing one document: thumbnails, the page or text (before and after), findings, facts and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.desktop import names, review_actions
from app.desktop.facts_panel import FactsPanel
from app.desktop.findings import Finding, Review
from app.desktop.findings_panel import FindingsPanel
from app.desktop.judging import Judged
from app.desktop.notes_panel import NotesPanel
from app.desktop.page import Page, label, named, row_of
from app.desktop.page_view import PageView
from app.desktop.session import Session
from app.desktop.summary_panel import SummaryPanel
from app.desktop.text_view import TextView
from app.desktop.texts import counted, mark, tr
from app.desktop.thumbnails import Thumbnails
from app.documents import Plan
from app.pipeline import gist
from app.pipeline.workspace import DocumentRow, Marked, Reading
from app.store import desk, notes

_PLAN_MS = 250
_SEARCH_MS = 200


class ReviewView(Page):
    """Owns the review of the document that is open; saves decisions as they are made."""

    closed = Signal()
    opened = Signal()

    def __init__(
        self,
        session: Session,
        order: Callable[[], list[DocumentRow]],
        parent: QWidget | None = None,
        *,
        in_steps: bool = False,
    ) -> None:
        super().__init__(tr("Review"), parent)
        self.session = session
        self._order = order
        self.review: Review | None = None
        self.mark_as = "TERM"
        self.hits: list[tuple[int, int]] = []
        self._hit = -1
        self._wanted: tuple[int, int] | None = None
        self.steps = self._construct()
        if not in_steps:
            self.finish()

    # --- building -------------------------------------------------------------------------------------

    def _construct(self) -> Iterator[None]:
        workspace, session = self.session.workspace, self.session
        self.pages = PageView(workspace, tr("Pages"), self)
        self.copy_pages = PageView(workspace, tr("Pages of the copy"), self)
        self.text, self.copy_text = TextView(tr("Text of the document"), self), QPlainTextEdit(self)
        yield
        self.thumbnails = Thumbnails(workspace, self)
        self.findings = FindingsPanel(self)
        yield
        self.notes = NotesPanel(session, self)
        self.facts, self.summary = FactsPanel(self), SummaryPanel(session, self)
        yield
        self.search = QLineEdit(self)
        self._said = label("", self, "quiet", wrap=False)
        self._place = label("", self, "quiet", wrap=False)
        self.badges = [label("", self, "badge", wrap=False) for _ in range(2)]
        for badge in self.badges:
            badge.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._views, self._after, self._whole = (
            QStackedWidget(self),
            QStackedWidget(self),
            QStackedWidget(self),
        )
        self._plan_later, self._search_later = QTimer(self), QTimer(self)
        yield
        self.do = review_actions.Actions(self)
        yield
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(6)
        self.body.addLayout(row_of(self.heading, *self.badges, self._place, 1, *self.do.head_buttons()))
        tools = self._build_tools()
        yield
        self._build_views()
        side = self._build_side()
        yield
        self._put_together(tools, side)
        self._connect()

    def _build_tools(self) -> QHBoxLayout:
        tools = QHBoxLayout()
        tools.setSpacing(2)
        for button in self.do.tool_buttons():
            tools.addWidget(button)
        tools.addSpacing(8)
        tools.addWidget(self.search, 1)
        tools.addWidget(self._said)
        for button in self.do.search_buttons():
            tools.addWidget(button)
        named(
            self.search,
            tr("Search in this document"),
            tr("Type words to see where they stand; Enter goes to the next (Ctrl+F)"),
        )
        self.search.setPlaceholderText(tr("Search in this document"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(150)
        return tools

    def _build_views(self) -> None:
        for before, after in ((self.pages, self.copy_pages), (self.text, self.copy_text)):
            self._views.addWidget(before)
            self._after.addWidget(after)
        self.copy_pages.show_as_copy(True)
        named(self.copy_text, tr("Text of the copy"), tr("The text as the copy will have it"))
        self.copy_text.setReadOnly(True)
        self._after.hide()

    def _build_side(self) -> QTabWidget:
        side = QTabWidget(self)
        self.side = side
        named(
            side.tabBar(),
            tr("Findings, facts, summary, notes"),
            tr("Left and right arrow keys change the tab"),
        )
        for panel, title in (
            (self.findings, tr("Findings")), (self.facts, tr("Facts")), (self.summary, tr("Summary")), (self.notes, tr("Notes")),
        ):  # fmt: skip
            side.addTab(panel, title)
        return side

    def _put_together(self, tools: QHBoxLayout, side: QTabWidget) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        for widget, share in ((self._views, 3), (self._after, 3), (side, 2)):
            splitter.addWidget(widget)
            splitter.setStretchFactor(splitter.count() - 1, share)
        splitter.setSizes([620, 620, 420])
        content = QWidget(self)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(tools)
        row = QHBoxLayout()
        row.addWidget(self.thumbnails)
        row.addWidget(splitter, 1)
        layout.addLayout(row, 1)
        nothing = label(
            tr("Choose a document in the Inbox or the Library and press Ctrl+Return to review it."),
            self,
            "quiet",
        )
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._whole.addWidget(nothing)
        self._whole.addWidget(content)
        self.body.addWidget(self._whole, 1)
        self.do.enable(False)

    def _connect(self) -> None:
        for view in (self.pages, self.text):
            view.chosen.connect(self.findings.select)
            view.chosen.connect(self.choose)
            view.marked.connect(self.mark)
            view.menu_wanted.connect(self.do.show_menu)
        self.pages.boxed.connect(self.mark_area)
        self.pages.box_clicked.connect(self.put_area_back)
        self.findings.chosen.connect(self.choose)
        self.facts.place_wanted.connect(self.show_place)
        self.findings.toggled.connect(self._toggle)
        self.findings.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.findings.view.customContextMenuRequested.connect(
            lambda at: self.do.show_menu(self.findings.view.viewport().mapToGlobal(at))
        )
        self.thumbnails.picked.connect(self.pages.show_page)
        scroll = self.pages.verticalScrollBar()
        scroll.valueChanged.connect(lambda value: self.thumbnails.follow(self.pages.page_in_view()))
        for one, other in (
            (self.pages, self.copy_pages),
            (self.copy_pages, self.pages),
            (self.text, self.copy_text),
            (self.copy_text, self.text),
        ):
            _follow(one, other)
        for timer, wait, call in (
            (self._plan_later, _PLAN_MS, self._ask_plan),
            (self._search_later, _SEARCH_MS, self._find),
        ):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(call)
        self.search.textChanged.connect(lambda text: self._search_later.start())
        self.search.returnPressed.connect(self.next_hit)
        self.session.policies_changed.connect(self._policy_changed)
        self.session.settings_changed.connect(lambda before, after: self._policy_changed())

    # --- opening --------------------------------------------------------------------------------------

    def open_at(self, document_id: int, start: int, end: int) -> None:
        """Show the document with this stretch of it in view."""
        if self.review is not None and self.review.reading.row.id == document_id:
            self.show_place(start, end)
            return
        self.open(document_id)
        self._wanted = (start, end)

    def reload_facts(self) -> None:
        """Read the facts of the open document again: a lesson may have changed them."""
        review = self.review
        if review is not None:
            number, workspace = review.reading.row.id, self.session.workspace

            def done(reading: Reading) -> None:
                if review is self.review:
                    self.facts.show_reading(reading)
                    self._show_badges(reading)

            self.session.run(lambda: workspace.review(number), done, in_order=True)

    def show_place(self, start: int, end: int) -> None:
        """Bring a stretch of the document into view and mark it."""
        self.view.set_hits([(start, end)])
        self.view.show_span(start, end)

    def open(self, document_id: int) -> None:
        """Load the document off the GUI thread and show it."""
        self._wanted = None
        self.heading.setText(tr("Opening…"))
        workspace, policy = self.session.workspace, self.session.policy

        def work() -> tuple[Reading, Judged]:
            desk.set_open(workspace.library, document_id)
            reading = workspace.review(document_id)
            return reading, Judged(reading, policy, reading.decisions)

        self.session.run(work, lambda found: self._opened(*found), in_order=True)

    def _opened(self, reading: Reading, judged: Judged) -> None:
        self.review = Review(reading, judged.policy, judged)
        self.review.changed.connect(self._changed)
        self.heading.setText(_short(reading.row.name))
        self.heading.setToolTip(reading.row.name)
        paged = bool(reading.document.pages)
        for view in (self.pages, self.copy_pages, self.thumbnails):
            view.show_review(self.review if paged else None)
        self.text.show_review(None if paged else self.review)
        self.copy_text.clear()
        self._views.setCurrentIndex(0 if paged else 1)
        self._after.setCurrentIndex(0 if paged else 1)
        self.thumbnails.setVisible(paged and self._after.isHidden())
        self.findings.show_review(self.review)
        self.notes.show_document(reading.row.id)
        self.summary.show_document(reading.row)
        self.facts.show_reading(reading)
        self._whole.setCurrentIndex(1)
        self.search.clear()
        self._show_place()
        self._show_badges(reading)
        self.do.enable(True)
        self._plan_later.start()
        self._policy_changed()  # in case it did while the document was read
        self.view.setFocus()
        if self._wanted is not None:
            self.show_place(*self._wanted)
        self._wanted = None
        self.opened.emit()

    def close_review(self) -> None:
        """Back to the list."""
        self.review = None
        for view in (self.pages, self.copy_pages, self.text):
            view.show_review(None)
        self.thumbnails.show_review(None)
        self.findings.show_review(None)
        self.copy_text.clear()
        self.notes.show_document(None)
        self.summary.show_document(None)
        self.facts.show_reading(None)
        self.heading.setText(tr("Review"))
        self.heading.setToolTip("")
        self._place.setText("")
        self._show_badges(None)
        self._whole.setCurrentIndex(0)
        self.do.enable(False)
        self.session.run(lambda: desk.set_open(self.session.workspace.library, None), in_order=True)
        self.closed.emit()

    def _show_badges(self, reading: Reading | None) -> None:
        """What the document is, and whether it is sensitive for the user."""
        kind = sensitive = ""
        if reading is not None and reading.row.sha256:
            category = reading.analysis.category
            kind = names.title("class", category.label)
            self.badges[0].setToolTip(tr("Kind: {kind} ({score})", kind=kind, score=f"{category.score:.0%}"))
            sensitive = tr("sensitive") if reading.row.sensitive == "yes" else ""
            self.badges[1].setToolTip(tr("Sensitive for us"))
        for badge, text in zip(self.badges, (kind, sensitive), strict=True):
            badge.setText(text)
            badge.setVisible(bool(text))

    def _show_place(self) -> None:
        at, rows = self._at()
        self._place.setText(
            tr("Document {number} of {count}", number=at + 1, count=len(rows)) if at >= 0 else ""
        )

    def _at(self) -> tuple[int, list[DocumentRow]]:
        rows = [row for row in self._order() if row.state in ("ready", "exported")]
        number = self.review.reading.row.id if self.review else None
        return next((i for i, row in enumerate(rows) if row.id == number), -1), rows

    def go(self, by: int) -> None:
        """The next document of the list, or the one before."""
        at, rows = self._at()
        if 0 <= at + by < len(rows):
            self.open(rows[at + by].id)
        else:
            self.session.tell(tr("There is no further document in the list."))

    def _policy_changed(self) -> None:
        review, policy = self.review, self.session.policy
        if review is None or policy == review.policy:
            return
        decisions = review.decisions

        def done(judged: Judged) -> None:
            if review is self.review:
                review.adopt(judged)
                self._show_changes()

        self.session.run(lambda: Judged(review.reading, policy, decisions), done)

    # --- decisions ------------------------------------------------------------------------------------

    @property
    def view(self) -> PageView | TextView:
        """The view that shows the document."""
        return self.pages if self._views.currentIndex() == 0 else self.text

    def choose(self, finding: Finding) -> None:
        """Show this finding."""
        self.view.choose(finding)

    def mark(self, start: int, end: int) -> None:
        """Take out a stretch that a person marked, or take it as the value of a field that is being taught."""
        if self.do.marks_field(start, end):
            return
        if self.review is not None:
            self.review.add(start, end, self.mark_as)

    def mark_area(self, area: Marked) -> None:
        """Take out a rectangle of a page, whatever it shows."""
        if self.review is not None:
            self.review.add_area(area)
            self.session.tell(tr("This area goes whole, whatever it shows. Click on it to put it back."))

    def put_area_back(self, area: Marked) -> None:
        """Leave a marked rectangle as it is."""
        if self.review is not None:
            self.review.remove_area(area)
            self.session.tell(tr("The area stays as it is."))

    def _toggle(self, finding: Finding) -> None:
        if self.review is not None:
            self.review.toggle(finding)

    def _changed(self) -> None:
        if self.review is None:
            return
        self._show_changes()
        document_id, decisions, areas = self.review.reading.row.id, self.review.decisions, self.review.areas
        workspace = self.session.workspace

        def save() -> None:
            workspace.save_decisions(document_id, decisions)
            workspace.save_areas(document_id, areas)
            notes.withdraw(workspace.library, document_id)  # what was signed is not what is decided now

        self.session.run(save, lambda _: self.notes.reload(), in_order=True)

    def _show_changes(self) -> None:
        if self.review is not None:
            self.findings.fill()
            self.view.refresh()
            self.thumbnails.set_counts(self.review.counts_by_page())
            self._plan_later.start()

    # --- before and after -----------------------------------------------------------------------------

    def show_after(self, on: bool) -> None:
        """The copy beside the document."""
        self._after.setVisible(on)
        self.thumbnails.setVisible(not on and self._views.currentIndex() == 0 and self.review is not None)
        if on:
            self._plan_later.start()

    def _ask_plan(self) -> None:
        review = self.review
        if review is None or self._after.isHidden():
            return
        workspace, policy, number = self.session.workspace, self.session.policy, review.reading.row.id
        paged = bool(review.reading.document.pages)

        def work() -> tuple[Plan, str]:
            plan = workspace.plan(number, policy)
            return plan, "" if paged else gist.masked(review.text, plan)

        def done(result: tuple[Plan, str]) -> None:
            if review is self.review:
                self.copy_pages.set_plan(result[0])
                if not paged:
                    scroll = self.text.verticalScrollBar().value()
                    self.copy_text.setPlainText(result[1])
                    self.copy_text.verticalScrollBar().setValue(scroll)

        self.session.run(work, done, in_order=True)

    # --- searching ------------------------------------------------------------------------------------

    def _find(self) -> None:
        review, words = self.review, self.search.text()
        if review is not None:
            self.session.run(lambda: review.search(words), lambda hits: self._found(review, words, hits))

    def _found(self, review: Review, words: str, hits: list[tuple[int, int]]) -> None:
        if review is not self.review or words != self.search.text():
            return
        self.hits, self._hit = hits, -1
        self.view.set_hits(hits)
        self._said.setText(
            counted(len(hits), mark("1 place"), mark("{count} places")) if words.strip() else ""
        )

    def next_hit(self) -> None:
        """Go to the next place that the search found."""
        if self.hits:
            self._hit = (self._hit + 1) % len(self.hits)
            self.view.show_span(*self.hits[self._hit])
            self._said.setText(tr("{number} of {count}", number=self._hit + 1, count=len(self.hits)))

    def mark_all(self) -> None:
        """Take out everything that the search found."""
        if self.review is None:
            return
        count = self.review.add_everywhere(self.search.text(), self.mark_as)
        if count:
            self.session.tell(
                counted(count, mark("Found once and taken out."), mark("Found {count} times and taken out."))
            )
            self.search.clear()
        else:
            self.session.tell(tr("These words do not stand in the document."))


def _short(name: str) -> str:
    """A long name with its middle left out, so that the buttons stay in the window."""
    return name if len(name) <= 36 else f"{name[:22]}…{name[-12:]}"


def _follow(one: PageView | TextView | QPlainTextEdit, other: PageView | TextView | QPlainTextEdit) -> None:
    """Scrolling one scrolls the other to the same share of its length."""
    mine, its = one.verticalScrollBar(), other.verticalScrollBar()

    def moved(value: int) -> None:
        if mine.maximum() and its.maximum():
            its.blockSignals(True)
            its.setValue(round(value / mine.maximum() * its.maximum()))
            its.blockSignals(False)
            other.viewport().update()

    mine.valueChanged.connect(moved)
