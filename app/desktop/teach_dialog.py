"""Teaching: a kind of document from a few examples, or what is sensitive for us; its accuracy; taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.desktop import names, tasks
from app.desktop.page import button_of, label, make_action, named, row_of
from app.desktop.session import Session
from app.desktop.texts import counted, mark, sentence, tr
from app.pipeline import lessons, teaching
from app.pipeline.workspace import DocumentRow

_DATA = Qt.ItemDataRole.UserRole


class ExampleList(QListWidget):
    """Examples; files can be dropped on it, Del takes one out."""

    changed = Signal()

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, tip)
        self.setAcceptDrops(True)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)

    def add_rows(self, rows: Sequence[DocumentRow]) -> None:
        """Documents of the library."""
        for row in rows:
            self._add(row.name, row.sha256)

    def add_files(self, paths: Sequence[Path]) -> None:
        for path in paths:
            self._add(path.name, path)

    def _add(self, name: str, data: str | Path) -> None:
        if all(self.item(at).data(_DATA) != data for at in range(self.count())):
            item = QListWidgetItem(name)
            item.setData(_DATA, data)
            self.addItem(item)
            self.changed.emit()

    def remove_selected(self) -> None:
        for item in self.selectedItems():
            self.takeItem(self.row(item))
        self.changed.emit()

    def chosen(self) -> lessons.Chosen:
        """All examples."""
        data = [self.item(at).data(_DATA) for at in range(self.count())]
        return lessons.Chosen(
            tuple(each for each in data if isinstance(each, str)),
            tuple(each for each in data if isinstance(each, Path)),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()


class TeachDialog(QDialog):
    """Learns off the GUI thread, then has the library sorted again."""

    sorting = Signal(int, int)
    learned = Signal()

    def __init__(
        self, session: Session, rows: Sequence[DocumentRow] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._busy = False
        self.what, self.kind = QComboBox(self), QComboBox(self)
        drop = tr("Drop files here, or add them; Del takes one out")
        self.yes = ExampleList(tr("Examples"), drop, self)
        self.no = ExampleList(tr("Not sensitive for us"), drop, self)
        self.known = QListWidget(self)
        self._yes_title = label("", self, "section")
        self._no_title = label(tr("Not sensitive for us"), self, "section")
        self._said = label("", self)
        self._make_actions()
        self._build()
        self.sorting.connect(self._show_sorting)
        self.yes.add_rows(rows)
        self._arrange()
        self._show_known()

    def _make_actions(self) -> None:
        act = make_action
        self.add = act(
            self, tr("Add files…"), "Ctrl+O", tr("Choose files as examples"), self._add, "add-file"
        )
        self.drop = act(
            self, tr("Take out"), "Del", tr("Leave the chosen examples out"), self._drop, "remove"
        )
        self.learn = act(
            self, tr("Learn"), "Ctrl+Return", tr("Learn from these examples"), self.begin, "models"
        )
        self.undo = act(
            self,
            tr("Undo the last lesson"),
            "Ctrl+Z",
            tr("Take the last lesson back"),
            self.take_back,
            "undo",
        )
        self.close_it = act(self, tr("Close"), "Esc", tr("Close this window"), self.reject, "cancel")

    def _build(self) -> None:
        self.setWindowTitle(tr("Teach"))
        self.resize(640, 660)
        self.what.addItem(tr("A kind of document"), "class")
        self.what.addItem(tr("What is sensitive for us"), "sensitive")
        named(self.what, tr("What is taught"), tr("A kind of document, or what is sensitive for us"))
        self.kind.setEditable(True)
        self.kind.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        titles = sorted(
            (names.title("class", name), name) for name in teaching.known_labels() if name != "unknown"
        )
        for title, name in titles:
            self.kind.addItem(title, name)
        self.kind.setCurrentIndex(-1)
        named(self.kind, tr("Kind"), tr("A new name, or a known kind that was not recognised"))
        edit = self.kind.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(tr("For instance: Delivery note"))
            named(edit, tr("Kind"), tr("A new name, or a known kind that was not recognised"))
        named(self.known, tr("What was taught"), tr("Each with its expected accuracy"))
        self.known.setMaximumHeight(130)
        form = QFormLayout()
        form.addRow(tr("Teach"), self.what)
        form.addRow(tr("Kind"), self.kind)
        self._form = form
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(10)
        help_ = tr("Three to ten examples that are alike are enough. What is learned stays in the library.")
        layout.addWidget(label(help_, self, "quiet"))
        layout.addLayout(form)
        layout.addWidget(self._yes_title)
        layout.addWidget(self.yes, 2)
        layout.addWidget(self._no_title)
        layout.addWidget(self.no, 2)
        layout.addLayout(row_of(button_of(self.add, self, "framed"), button_of(self.drop, self, "framed"), 1))
        layout.addWidget(self._said)
        layout.addWidget(label(tr("What was taught"), self, "section"))
        layout.addWidget(self.known, 1)
        buttons = (button_of(self.close_it, self, "framed"), button_of(self.learn, self, "primary"))
        layout.addLayout(row_of(button_of(self.undo, self, "framed"), 1, *buttons))
        self.what.currentIndexChanged.connect(lambda index: self._arrange())

    @property
    def _sides(self) -> bool:
        return bool(self.what.currentData() == "sensitive")

    def _arrange(self) -> None:
        self._form.setRowVisible(self.kind, not self._sides)
        self._yes_title.setText(tr("Sensitive for us") if self._sides else tr("Examples"))
        self.yes.setAccessibleName(self._yes_title.text())
        for widget in (self._no_title, self.no):
            widget.setVisible(self._sides)

    # --- examples -------------------------------------------------------------------------------------

    def _list(self) -> ExampleList:
        return self.no if self._sides and self.no.hasFocus() else self.yes

    def _add(self) -> None:
        into = self._list()
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("Add files"))
        into.add_files([Path(name) for name in chosen])

    def _drop(self) -> None:
        self._list().remove_selected()

    # --- learning -------------------------------------------------------------------------------------

    def label(self) -> str:
        """The chosen kind as results carry it."""
        title = self.kind.currentText().strip()
        at = self.kind.findText(title, Qt.MatchFlag.MatchFixedString)
        return str(self.kind.itemData(at)) if at >= 0 else teaching.label_of(title)

    def begin(self) -> None:
        """Learn from the examples."""
        if self._busy:
            return
        if not self._sides and not self.label():
            self._said.setText(tr("Give the kind a name first."))
            self.kind.setFocus()
            return
        workspace, sides, kind = self._session.workspace, self._sides, self.label()
        yes, no, told = self.yes.chosen(), self.no.chosen(), self.sorting.emit
        self._set_busy(tr("Learning…"))

        def work() -> lessons.Learned:
            if sides:
                return lessons.learn_sides(workspace, yes, no, told)
            return lessons.learn_class(workspace, kind, yes, told)

        tasks.run(work, self._done, self._failed, in_order=True, owner=self)

    def take_back(self) -> None:
        """Undo the last lesson."""
        if self._busy:
            return
        workspace, told = self._session.workspace, self.sorting.emit
        self._set_busy(tr("Learning…"))

        def done(outcome: object) -> None:
            self._end(
                tr("There is nothing to undo.") if outcome is None else tr("The last lesson is taken back.")
            )

        tasks.run(
            lambda: lessons.take_back(workspace, teaching.CLASSES, told),
            done,
            self._failed,
            in_order=True,
            owner=self,
        )

    def _done(self, outcome: lessons.Learned) -> None:
        self._end(said(outcome))
        self.yes.clear()
        self.no.clear()

    def _failed(self, text: str) -> None:
        self._end(sentence(text))

    def _set_busy(self, text: str) -> None:
        self._busy = True
        self._said.setText(text)
        for action in (self.learn, self.undo):
            action.setEnabled(False)

    def _end(self, text: str) -> None:
        self._busy = False
        self._said.setText(text)
        for action in (self.learn, self.undo):
            action.setEnabled(True)
        self._show_known()
        self._session.reload()
        self.learned.emit()

    def _show_sorting(self, done: int, total: int) -> None:
        if self._busy:
            self._said.setText(tr("Sorting again: {done} of {total}", done=f"{done:,}", total=f"{total:,}"))

    def said(self) -> str:
        """What stands below the examples."""
        return self._said.text()

    def _show_known(self) -> None:
        library = self._session.workspace.library
        tasks.run(lambda: lessons.known(library), self._list_known, owner=self)

    def _list_known(self, found: list[lessons.Known]) -> None:
        self.known.clear()
        for one in found:
            title = names.title("class", one.label) if one.label else tr("Sensitive for us")
            count = counted(one.examples, mark("1 example"), mark("{count} examples"))
            self.known.addItem(f"{title}: {count}, {accuracy(one.accuracy)}")
        if not found:
            self.known.addItem(tr("Nothing yet."))


def accuracy(share: float | None) -> str:
    """The expected accuracy in words."""
    if share is None:
        return tr("expected accuracy not known from one example")
    return tr("expected accuracy {share}", share=f"{share:.0%}")


def said(outcome: lessons.Learned) -> str:
    """What came of a lesson, in a sentence or two."""
    title = names.title("class", outcome.label) if outcome.label else tr("Sensitive for us")
    parts = [f"{title}: {accuracy(outcome.accuracy)}."]
    trial = outcome.trial
    if trial is not None and trial.accuracy is not None:
        parts.append(
            tr(
                "Each example left out once: {found} of {examples} recognised, {taken} of {others} other documents "
                "taken for it.",
                found=trial.found,
                examples=trial.examples,
                taken=trial.taken,
                others=trial.others,
            )
        )
    if outcome.accuracy is not None and outcome.accuracy < lessons.DOUBTFUL:
        parts.append(tr("The examples have little in common; add some that are alike."))
    parts.append(
        counted(
            outcome.again.changed,
            mark("1 document of the library changed."),
            mark("{count} documents of the library changed."),
        )
    )
    return " ".join(parts)
