"""Feedback: how customers feel and about what, over a folder; a chart, the topics, and each piece."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QWidget

from app.desktop.feedback_chart import SIDES, TITLES, Bars, SideBars
from app.desktop.folder_page import FolderPage
from app.desktop.page import button_of, named, row_of
from app.desktop.row_table import Column, RowModel, RowTable
from app.desktop.session import Session
from app.desktop.texts import counted, mark, tr
from app.pipeline import feedback
from app.pipeline.tables import to_csv

_COLUMN_OF_BARS = 3


class TopicModel(RowModel[feedback.About]):
    """Topics; the last column is drawn as a bar."""

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if int(role) == SIDES:
            about = self.row_at(index)
            return tuple(about.counts[side] for side in ("positive", "neutral", "negative"))
        return super().data(index, role)


class FeedbackPage(FolderPage):
    """Reads a folder in worker processes; nothing of it is kept in the library."""

    judged = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        invitation = tr("Choose a folder with reviews, mails or tables of comments.")
        super().__init__(tr("Feedback"), invitation, session, parent)
        self._found: feedback.Feedback | None = None
        self.bars = Bars(self)
        self.topics_model = TopicModel(self._topic_columns(), parent=self)
        self.topics = RowTable(self.topics_model, tr("Topics"), self)
        self.model: RowModel[feedback.Item] = RowModel(self._columns(), parent=self)
        self.table = RowTable(self.model, tr("Pieces of feedback"), self)
        self.text = QPlainTextEdit(self)
        self._build()

    def _topic_columns(self) -> list[Column[feedback.About]]:
        return [
            Column(tr("Topic"), lambda about: about.label, width=190),
            Column(tr("Pieces"), lambda about: str(about.items), lambda about: about.items, True, 62),
            Column(tr("Mean"), lambda about: f"{about.score:+.2f}", lambda about: about.score, True, 62),
            Column(tr("Praise and blame"), _sides, lambda about: about.score, width=150),
        ]

    def _columns(self) -> list[Column[feedback.Item]]:
        return [
            Column(tr("From"), _name, width=150),
            Column(tr("Sounds"), lambda item: tr(TITLES[item.label]), width=95),
            Column(tr("Score"), lambda item: f"{item.score:+.2f}", lambda item: item.score, True, 62),
            Column(tr("Text"), lambda item: " ".join(item.text[:300].split()), width=320),
            Column(tr("Topics"), lambda item: "; ".join(item.topics), width=160),
        ]

    def _build(self) -> None:
        choose = self.action(
            tr("Choose a folder…"),
            "Ctrl+Shift+F",
            tr("Judge all feedback that lies in a folder"),
            self._choose,
            "add-folder",
        )
        everything = self.action(
            tr("Show all"), "Ctrl+Backspace", tr("Show the pieces of all topics"), self._show_all, "cancel"
        )
        self._make_stop()
        self.export = self.action(
            tr("Export…"),
            "Ctrl+S",
            tr("Write each piece with its judgement as CSV or JSON"),
            self._export,
            "save",
        )
        self.export.setEnabled(False)
        self.head(
            button_of(self.stop, self, "icon"),
            button_of(choose, self, "framed"),
            button_of(self.export, self, "primary"),
        )
        named(self.text, tr("The chosen piece"), tr("The whole text of the chosen piece of feedback"))
        self.text.setReadOnly(True)
        self.topics.setItemDelegateForColumn(_COLUMN_OF_BARS, SideBars(self.topics))
        self.body.addLayout(row_of(self._said, 1, button_of(everything, self, "icon")))
        left, right = QSplitter(Qt.Orientation.Vertical, self), QSplitter(Qt.Orientation.Vertical, self)
        left.addWidget(self.bars)
        left.addWidget(self.topics)
        right.addWidget(self.table)
        right.addWidget(self.text)
        left.setSizes([180, 420])
        right.setSizes([420, 180])
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([470, 560])
        for part in (left, right, splitter):
            part.setChildrenCollapsible(False)
        self.body.addWidget(splitter, 1)
        self.topics.selectionModel().selectionChanged.connect(lambda *_: self._choose_topic())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_text())

    # --- judging --------------------------------------------------------------------------------------

    def read_folder(self, paths: list[Path]) -> None:
        self.judge(paths)

    def told(self) -> None:
        self.judged.emit()

    def judge(self, paths: list[Path]) -> None:
        """Read and judge off the GUI thread."""
        if self.busy:
            return
        self._begin()
        settings, told, stopped = self._session.settings, self.progressed.emit, self._should_stop

        def work() -> feedback.Feedback:
            return feedback.feedback(settings, paths, told=told, stopped=stopped)

        self._run(work, self._show)

    def _show(self, found: feedback.Feedback) -> None:
        self._found = found
        self.bars.show_counts(found.counts)
        self.topics_model.set_rows(list(found.about))
        self.model.set_rows(list(found.items))
        self.text.clear()
        self.export.setEnabled(bool(found.items))
        parts = [counted(len(found.items), mark("1 piece of feedback"), mark("{count} pieces of feedback"))]
        if found.items:
            parts.append(tr("mean {score} (from -1 to +1)", score=f"{found.score:+.2f}"))
        self._said.setText(", ".join([*parts, *self._unread(len(found.failed))]))

    # --- looking --------------------------------------------------------------------------------------

    def _choose_topic(self) -> None:
        chosen = {about.label for about in self.topics.selected()}
        self.model.set_accept((lambda item: not chosen.isdisjoint(item.topics)) if chosen else None)
        self._show_text()

    def _show_all(self) -> None:
        self.topics.clearSelection()

    def _show_text(self) -> None:
        rows = self.table.selected()
        self.text.setPlainText(rows[0].text if rows else "")

    # --- writing --------------------------------------------------------------------------------------

    def _export(self) -> None:
        self._choose_target("feedback.csv")

    def write(self, target: Path) -> None:
        """Write the pieces that are shown as a table, or everything as JSON."""
        found = self._found
        if found is None:
            return
        heads = [column.title for column in self.model.columns]
        rows = [[column.text(item) for column in self.model.columns] for item in self.model.shown()]

        def data() -> bytes:
            if target.suffix.lower() == ".json":
                return json.dumps(feedback.to_json(found), ensure_ascii=False).encode(
                    "utf-8", "backslashreplace"
                )
            return to_csv(heads, rows)

        self._write(target, data)


def _name(item: feedback.Item) -> str:
    name = Path(item.path).name
    return f"{name} {item.place}" if item.place else name


def _sides(about: feedback.About) -> str:
    """The bar in words, for those who hear it."""
    return ", ".join(f"{tr(TITLES[side])}: {count}" for side, count in about.counts.items())
