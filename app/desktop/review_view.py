"""Reviewing one document: the page or text on the left, findings and facts on the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QBrush, QColor, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.desktop import tasks
from app.desktop.findings import Finding, Review
from app.desktop.page_view import PageView
from app.desktop.text_view import TextView
from app.desktop.theme import type_colour, type_title
from app.documents import ENTITY_TYPES, Operator
from app.masking import Policy
from app.pipeline.workspace import Reading, Workspace

_ROLE = Qt.ItemDataRole.UserRole
_SURE = 0.6


class ReviewView(QWidget):
    """Owns the review of the document that is open; saves decisions as they are made."""

    closed = Signal()
    export_wanted = Signal(int)
    told = Signal(str)

    def __init__(self, workspace: Workspace, policy: Policy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._policy = policy
        self._review: Review | None = None
        self._pages = PageView(workspace, self)
        self._text = TextView(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._pages)
        self._stack.addWidget(self._text)
        self._tree = QTreeWidget(self)
        self._why = QLabel(self)
        self._everywhere = QLineEdit(self)
        self._types = QComboBox(self)
        self._facts = QPlainTextEdit(self)
        self._heading = QLabel(self)
        self._doubtful = QPushButton("Doubtful first", self)
        self.actions_: list[QAction] = []
        self._build()
        for view in (self._pages, self._text):
            view.chosen.connect(self._choose)
            view.marked.connect(self._mark)

    # --- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        self._heading.setObjectName("title")
        self._tree.setHeaderLabels(["Finding", "Surety"])
        self._tree.setAccessibleName("Findings by type")
        self._tree.setColumnWidth(0, 250)
        self._tree.itemSelectionChanged.connect(self._selected)
        self._tree.itemChanged.connect(self._ticked)
        self._why.setWordWrap(True)
        self._why.setObjectName("quiet")
        self._why.setAccessibleName("Why this was found")
        self._everywhere.setPlaceholderText("Take out everywhere: type a word, press Enter")
        self._everywhere.setAccessibleName("Take out a word everywhere")
        self._everywhere.setToolTip("Takes out this word wherever it stands, however it is written (Ctrl+E)")
        self._everywhere.returnPressed.connect(self._take_everywhere)
        self._types.setAccessibleName("Type for what you mark")
        self._types.setToolTip("What the words that you mark are")
        for type_ in ("PERSON", *[t for t in ENTITY_TYPES if t != "PERSON"]):
            self._types.addItem(type_title(type_), type_)
        self._doubtful.setCheckable(True)
        self._doubtful.setToolTip("Show the findings that the program is least sure of at the top (D)")
        self._doubtful.setAccessibleName("Doubtful findings first")
        self._doubtful.toggled.connect(lambda on: self._fill())
        self._facts.setReadOnly(True)
        self._facts.setAccessibleName("Kind, key facts and summary")
        side = QTabWidget(self)
        side.setAccessibleName("Findings and facts")
        side.addTab(self._findings_panel(), "Findings")
        side.addTab(self._facts, "Facts and summary")
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self._stack)
        splitter.addWidget(side)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([720, 430])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addLayout(self._buttons())
        layout.addWidget(splitter, 1)

    def _findings_panel(self) -> QWidget:
        panel = QWidget(self)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(8, 8, 8, 8)
        row = QHBoxLayout()
        row.addWidget(self._doubtful)
        row.addStretch(1)
        row.addWidget(QLabel("Mark as", panel))
        row.addWidget(self._types)
        layout.addLayout(row)
        layout.addWidget(self._tree, 1)
        layout.addWidget(self._why)
        layout.addWidget(self._everywhere)
        return panel

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._heading, 1)
        for text, key, tip, call in (
            ("Back", "Esc", "Back to the list", self.close_review),
            ("Previous", "P", "Previous finding", lambda: self._step(-1)),
            ("Next", "N", "Next finding", lambda: self._step(1)),
            ("Keep", "K", "Leave this readable", self._keep),
            ("Take out", "R", "Take this out", self._take_out),
            ("All like this", "A", "Do the same with every finding of the same text", self._all_like_this),
            ("Undo", "Ctrl+Z", "Undo the last decision", self._undo),
            ("Redo", "Ctrl+Shift+Z", "Do it again", self._redo),
            ("Preview", "V", "Show the boxes as the copy will have them", None),
            ("Larger", "Ctrl++", "Zoom in", lambda: self._zoom(1.2)),
            ("Smaller", "Ctrl+-", "Zoom out", lambda: self._zoom(1 / 1.2)),
            ("Export…", "Ctrl+S", "Write a redacted copy", self._export),
        ):  # fmt: skip
            row.addWidget(self._button(text, key, tip, call))
        doubtful = QAction("Doubtful first", self)
        doubtful.setShortcut(QKeySequence("D"))
        doubtful.setToolTip(self._doubtful.toolTip())
        doubtful.triggered.connect(self._doubtful.toggle)
        everywhere = QAction("Take out everywhere", self)
        everywhere.setShortcut(QKeySequence("Ctrl+E"))
        everywhere.setToolTip(self._everywhere.toolTip())
        everywhere.triggered.connect(self._everywhere.setFocus)
        for action in (doubtful, everywhere):
            self.addAction(action)
            self.actions_.append(action)
        return row

    def _button(self, text: str, key: str, tip: str, call: Any) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text)
        button.setToolTip(f"{tip} ({key})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(tip)
        if call is None:
            button.setCheckable(True)
            button.toggled.connect(self._preview)
            action.triggered.connect(button.toggle)
        else:
            button.clicked.connect(lambda: call())
            action.triggered.connect(lambda: call())
        if text == "Export…":
            button.setObjectName("primary")
        self.addAction(action)
        self.actions_.append(action)
        return button

    # --- opening ------------------------------------------------------------------------------------

    def open(self, document_id: int) -> None:
        """Load the document off the GUI thread and show it."""
        self._heading.setText("Opening…")
        tasks.run(lambda: self._workspace.review(document_id), self._opened, self.told.emit, in_order=True)

    def _opened(self, reading: Reading) -> None:
        self._review = Review(reading, self._stays)
        self._review.changed.connect(self._changed)
        self._heading.setText(reading.row.name)
        if reading.document.pages:
            self._pages.show_review(self._review)
            self._stack.setCurrentWidget(self._pages)
        else:
            self._text.show_review(self._review)
            self._stack.setCurrentWidget(self._text)
        self._facts.setPlainText(_facts(reading))
        self._fill()
        (self._pages if reading.document.pages else self._text).setFocus()

    def close_review(self) -> None:
        self._review = None
        self.closed.emit()

    def set_policy(self, policy: Policy) -> None:
        self._policy = policy

    def _stays(self, type_: str, score: float) -> bool:
        rule = self._policy.rule(type_)
        return rule.operator is Operator.KEEP or score < rule.threshold

    # --- the list of findings -------------------------------------------------------------------------

    def _fill(self) -> None:
        if self._review is None:
            return
        current = self._current()
        self._tree.blockSignals(True)
        self._tree.clear()
        groups: dict[str, list[Finding]] = {}
        for finding in self._review.findings():
            doubtful = self._doubtful.isChecked() and finding.score < _SURE and not finding.added
            groups.setdefault("Doubtful" if doubtful else finding.type, []).append(finding)
        order = sorted(groups, key=lambda name: (name != "Doubtful", name))
        for name in order:
            self._add_group(name, groups[name])
        self._tree.blockSignals(False)
        if current is not None:
            self._select(current)

    def _add_group(self, name: str, findings: list[Finding]) -> None:
        out = sum(not f.kept for f in findings)
        title = name if name == "Doubtful" else type_title(name)
        top = QTreeWidgetItem([f"{title}  ({out} of {len(findings)} out)", ""])
        top.setForeground(0, QBrush(type_colour(name)))
        self._tree.addTopLevelItem(top)
        for finding in findings:
            shown = " ".join(finding.text.split())
            item = QTreeWidgetItem([shown, f"{finding.score:.0%}"])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Unchecked if finding.kept else Qt.CheckState.Checked)
            item.setData(0, _ROLE, finding)
            item.setToolTip(0, finding.why)
            if finding.kept:
                item.setForeground(0, QBrush(QColor("#7a8294")))
            top.addChild(item)
        top.setExpanded(True)

    def _items(self) -> list[QTreeWidgetItem]:
        tops = [self._tree.topLevelItem(i) for i in range(self._tree.topLevelItemCount())]
        found = [top.child(i) for top in tops if top is not None for i in range(top.childCount())]
        return [item for item in found if item is not None]

    def _current(self) -> Finding | None:
        items = self._tree.selectedItems()
        found = items[0].data(0, _ROLE) if items else None
        return found if isinstance(found, Finding) else None

    def _selected(self) -> None:
        finding = self._current()
        if finding is None:
            return
        self._why.setText(f"{type_title(finding.type)}, {finding.score:.0%} sure. {finding.why}")
        for view in (self._pages, self._text):
            if view is self._stack.currentWidget():
                view.choose(finding)

    def _ticked(self, item: QTreeWidgetItem, column: int) -> None:
        finding = item.data(0, _ROLE)
        if self._review is not None and isinstance(finding, Finding):
            wanted_out = item.checkState(0) == Qt.CheckState.Checked
            if wanted_out == finding.kept:
                self._review.toggle(finding)

    def _choose(self, finding: Finding) -> None:
        self._select(finding)

    def _select(self, finding: Finding) -> None:
        for item in self._items():
            other = item.data(0, _ROLE)
            if isinstance(other, Finding) and (other.start, other.end) == (finding.start, finding.end):
                self._tree.setCurrentItem(item, 0, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                return

    def _step(self, by: int) -> None:
        items = self._items()
        if not items:
            return
        selected = self._tree.selectedItems()
        at = items.index(selected[0]) if selected and selected[0] in items else (-1 if by > 0 else 0)
        self._tree.setCurrentItem(items[(at + by) % len(items)])

    # --- decisions ----------------------------------------------------------------------------------

    def _keep(self) -> None:
        finding = self._current()
        if self._review is not None and finding is not None:
            self._review.keep([finding])
            self._step(1)

    def _take_out(self) -> None:
        finding = self._current()
        if self._review is not None and finding is not None:
            self._review.take_out([finding])
            self._step(1)

    def _all_like_this(self) -> None:
        finding = self._current()
        if self._review is None or finding is None:
            return
        same = self._review.same_as(finding)
        self._review.keep(same) if finding.kept else self._review.take_out(same)
        self.told.emit(f"{len(same)} findings {'kept' if finding.kept else 'taken out'}.")

    def _mark(self, start: int, end: int) -> None:
        if self._review is not None:
            self._review.add(start, end, str(self._types.currentData()))

    def _take_everywhere(self) -> None:
        if self._review is None:
            return
        count = self._review.add_everywhere(self._everywhere.text(), str(self._types.currentData()))
        self.told.emit(
            f"Found {count} times and taken out." if count else "This word does not stand in the document."
        )
        if count:
            self._everywhere.clear()

    def _changed(self) -> None:
        if self._review is None:
            return
        self._fill()
        self._pages.refresh()
        self._text.refresh()
        review = self._review
        document_id, decisions = review.reading.row.id, review.decisions
        tasks.run(
            lambda: self._workspace.save_decisions(document_id, decisions),
            failed=self.told.emit,
            in_order=True,
        )

    def _undo(self) -> None:
        if self._review is not None:
            self._review.undo.undo()

    def _redo(self) -> None:
        if self._review is not None:
            self._review.undo.redo()

    def _preview(self, on: bool) -> None:
        self._pages.set_preview(on)
        self._text.set_preview(on)

    def _zoom(self, factor: float) -> None:
        for view in (self._pages, self._text):
            if view is self._stack.currentWidget():
                view.zoom(factor)

    def _export(self) -> None:
        if self._review is not None:
            self.export_wanted.emit(self._review.reading.row.id)


def _facts(reading: Reading) -> str:
    analysis = reading.analysis
    category = analysis.category
    lines = [
        f"Kind: {category.label.replace('_', ' ')} ({category.score:.0%})",
        f"Language: {analysis.language}",
        "",
    ]
    lines += [
        f"{f.name.replace('_', ' ')}: {f.normalized or f.value}" for f in analysis.fields if f.row is None
    ]
    rows: dict[int, list[str]] = {}
    for field in analysis.fields:
        if field.row is not None:
            rows.setdefault(field.row, []).append(field.normalized or field.value)
    lines += ["  ".join(row) for row in rows.values()]
    if analysis.summary.text:
        lines += ["", "Summary", analysis.summary.text]
    if analysis.keywords:
        lines += ["", "Key words: " + ", ".join(analysis.keywords)]
    lines += ["", *(f"Note: {warning}" for warning in reading.document.warnings)]
    return "\n".join(lines)
