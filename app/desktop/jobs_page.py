"""Jobs: folders that are worked through while the program runs, when, and what came of the last run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.desktop import names, theme
from app.desktop.job_dialog import JobDialog
from app.desktop.page import Page, button_of, label, row_of
from app.desktop.row_table import Column, RowModel, RowTable
from app.desktop.session import Session
from app.desktop.texts import counted, mark, sentence, tr
from app.store.schedules import AT, EVERY, Schedule, remove, schedules, set_active

_SOURCE, _TARGET, _RESULT = 1, 2, 6
_PROBLEMS = (
    mark("The folder to watch is not there."), mark("The policy of this job is not there any more."),
    mark("Stopped before the end."),
)  # fmt: skip


class JobsPage(Page):
    """The jobs are kept in the library; `session.jobs` works through them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Jobs"), parent)
        self._session = session
        columns = [
            Column[Schedule](tr("On"), lambda j: tr("on") if j.active else tr("off"), width=55),
            Column[Schedule](tr("Folder"), lambda j: Path(j.source).name, width=140),
            Column[Schedule](tr("Copies"), lambda j: Path(j.target).name, width=140),
            Column[Schedule](tr("Policy"), self._policy, width=205),
            Column[Schedule](tr("When"), _when, width=170),
            Column[Schedule](tr("Last run"), lambda j: j.last[:16].replace("T", " "), width=155),
            Column[Schedule](tr("Result"), self._result, width=260),
        ]
        self.model: RowModel[Schedule] = _Jobs(columns, parent=self)
        self.view = RowTable(self.model, tr("Jobs"), self)
        self._hint = label("", self, "quiet")
        self._build()
        session.jobs_changed.connect(self.refresh)

    def _build(self) -> None:
        add = self.action(
            tr("Add a job…"),
            "Ctrl+N",
            tr("Let a folder be worked through by itself"),
            self._add,
            "add-folder",
        )
        self.change = self.action(
            tr("Change…"), "Return", tr("Change the chosen job"), self._change, "rename"
        )
        self.switch = self.action(
            tr("On or off"), "Ctrl+E", tr("Switch the chosen jobs on or off"), self._switch, "lock"
        )
        self.now = self.action(
            tr("Run now"), "Ctrl+R", tr("Run the chosen jobs whether they are due or not"), self._run, "retry"
        )
        self.stop = self.action(
            tr("Stop"),
            "Ctrl+.",
            tr("Stop the job at work; what is written stays"),
            self._session.jobs.stop,
            "cancel",
        )
        self.forget = self.action(
            tr("Remove"),
            "Ctrl+Backspace",
            tr("Forget the chosen jobs; folders and copies stay"),
            self._remove,
            "remove",
        )
        self.head(button_of(add, self, "primary"))
        note = tr(
            "A job redacts what lies in a folder without a review, while the program runs. Copies are written only "
            "when the check finds nothing left; what fails is set aside in the inbox."
        )
        self.body.addWidget(label(note, self, "quiet"))
        chosen = [self.change, self.switch, self.now, self.stop, self.forget]
        self.body.addLayout(row_of(*self.buttons(chosen), 1))
        self.view.offer(*chosen)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._hint)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.view.doubleClicked.connect(lambda index: self._change())
        self._enable()

    def _policy(self, job: Schedule) -> str:
        known = next((p for p in self._session.policies if p.name == job.policy), None)
        return names.policy_title(known.name, known.title) if known else job.policy

    def _result(self, job: Schedule) -> str:
        if self._session.jobs.running == job.id:
            return tr("At work…")
        if job.problem:
            return sentence(job.problem)
        if not job.last:
            return tr("Has not run yet")
        parts = [counted(job.done, mark("1 written"), mark("{count} written"))]
        if job.unchanged:
            parts.append(counted(job.unchanged, mark("1 as before"), mark("{count} as before")))
        if job.failed:
            parts.append(counted(job.failed, mark("1 set aside"), mark("{count} set aside")))
        return ", ".join(parts)

    def refresh(self) -> None:
        self._session.run(lambda: schedules(self._session.workspace.library), self._show)

    def _show(self, jobs: list[Schedule]) -> None:
        chosen = {job.id for job in self.view.selected()}
        self.model.set_rows(jobs)
        if chosen:
            self.view.select_where(lambda job: job.id in chosen)
        self._hint.setText("" if jobs else tr("There are no jobs yet. Add one with Ctrl+N."))
        self._enable()

    def _enable(self) -> None:
        some = bool(self.view.selected())
        for action in (self.change, self.switch, self.now, self.forget):
            action.setEnabled(some)
        self.stop.setEnabled(bool(self._session.jobs.running))

    def _add(self) -> None:
        self._open(None)

    def _change(self) -> None:
        chosen = self.view.selected()
        if chosen:
            self._open(chosen[0])

    def _open(self, job: Schedule | None) -> None:
        dialog = JobDialog(self._session, job, self)
        if dialog.exec():
            self._changed()
        dialog.deleteLater()

    def _switch(self) -> None:
        chosen, library = self.view.selected(), self._session.workspace.library

        def work() -> None:
            for job in chosen:
                set_active(library, job.id, not job.active)

        self._session.run(work, lambda _: self._changed(), in_order=True)

    def _run(self) -> None:
        for job in self.view.selected():
            self._session.jobs.run_now(job.id)

    def _remove(self) -> None:
        numbers, library = [job.id for job in self.view.selected()], self._session.workspace.library
        self._session.run(lambda: remove(library, numbers), lambda _: self._changed(), in_order=True)

    def _changed(self) -> None:
        self._session.jobs.wake()
        self.refresh()


class _Jobs(RowModel[Schedule]):
    """A run that had trouble stands out; a tip tells the whole path of a folder."""

    def adorn(self, row: Schedule, column: int, role: int) -> Any:
        if column == _RESULT and role == Qt.ItemDataRole.ForegroundRole and (row.problem or row.failed):
            return theme.colour("danger")
        if role == Qt.ItemDataRole.ToolTipRole and column in (_SOURCE, _TARGET):
            return row.source if column == _SOURCE else row.target
        return super().adorn(row, column, role)


def _when(job: Schedule) -> str:
    if job.when == EVERY:
        return counted(job.minutes, mark("every minute"), mark("every {count} minutes"))
    if job.when == AT:
        return tr("daily at {time}", time=job.at)
    return tr("when files appear")
