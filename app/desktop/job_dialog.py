"""Making and changing a job: which folder, where the copies go, under which policy, and when."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from app.desktop import names, tasks
from app.desktop.page import button_of, label, make_action, named, row_of, spaced
from app.desktop.session import Session
from app.desktop.texts import sentence, tr
from app.store.schedules import AT, EVERY, WATCH, Schedule, save


class JobDialog(QDialog):
    """Keeps the job when it can work; says what is wrong with it otherwise."""

    def __init__(self, session: Session, job: Schedule | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job = job or Schedule("", "", session.settings.policy)
        self.setWindowTitle(tr("Change the job") if job else tr("Add a job"))
        self.resize(640, 440)
        self.source, self.target = QLineEdit(self._job.source, self), QLineEdit(self._job.target, self)
        self.policy, self.when = QComboBox(self), QComboBox(self)
        self.minutes, self.at = QSpinBox(self), QTimeEdit(QTime.fromString(self._job.at, "HH:mm"), self)
        self.active = QCheckBox(tr("Switched on"), self)
        self._said = label("", self, "bad")
        self.keep = make_action(
            self, tr("Keep the job"), "Ctrl+Return", tr("Keep it and start working"), self._keep, "save"
        )
        self.leave = make_action(self, tr("Cancel"), "Esc", tr("Change nothing"), self.reject, "cancel")
        self._build()

    def _build(self) -> None:
        for policy in self._session.policies:
            self.policy.addItem(names.policy_title(policy.name, policy.title), policy.name)
        self.policy.setCurrentIndex(max(0, self.policy.findData(self._job.policy)))
        for title, value in (
            (tr("When files appear in it"), WATCH), (tr("Every so many minutes"), EVERY),
            (tr("At a time of day"), AT),
        ):  # fmt: skip
            self.when.addItem(title, value)
        self.when.setCurrentIndex(max(0, self.when.findData(self._job.when)))
        self.when.currentIndexChanged.connect(lambda index: self._show_when())
        self.minutes.setRange(1, 10_080)
        self.minutes.setValue(self._job.minutes)
        self.minutes.setSuffix(tr(" minutes"))
        self.at.setDisplayFormat("HH:mm")
        spaced(self.minutes, self.at)
        self.active.setChecked(self._job.active)
        first = make_action(
            self, tr("Choose…"), "Ctrl+F", tr("Choose the folder"), self._choose_source, "open-folder"
        )
        second = make_action(
            self,
            tr("Choose…"),
            "Ctrl+D",
            tr("Choose where the copies go"),
            self._choose_target,
            "add-folder",
        )
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(tr("Folder"), row_of(self.source, button_of(first, self, "framed")))
        form.addRow(tr("Folder for the copies"), row_of(self.target, button_of(second, self, "framed")))
        form.addRow(tr("Policy"), self.policy)
        form.addRow(tr("When"), row_of(self.when, self.minutes, self.at, 1))
        form.addRow("", self.active)
        for widget, name, tip in (
            (
                self.source,
                tr("Folder"),
                tr("Its files and those in its folders; originals are never changed"),
            ),
            (self.target, tr("Folder for the copies"), tr("Only copies that passed the check go there")),
            (self.policy, tr("Policy"), tr("What goes and what may stay")),
            (self.when, tr("When"), tr("Jobs run while the program runs; what was missed is made up for")),
            (self.minutes, tr("Every so many minutes"), tr("Counted from the end of the last run")),
            (self.at, tr("At a time of day"), tr("Hours and minutes of this machine's clock")),
            (self.active, self.active.text(), tr("A job that is off runs only when you say so")),
        ):
            named(widget, name, tip)
        hint = tr(
            "Copies are made without a review. A file whose copy does not pass the check gets none and is set aside."
        )
        self._said.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(hint, self, "quiet"))
        layout.addLayout(form)
        layout.addWidget(self._said)
        layout.addStretch(1)
        layout.addLayout(
            row_of(1, button_of(self.leave, self, "framed"), button_of(self.keep, self, "primary"))
        )
        self._show_when()

    def _show_when(self) -> None:
        self.minutes.setVisible(self.when.currentData() == EVERY)
        self.at.setVisible(self.when.currentData() == AT)

    def _keep(self) -> None:
        wanted = replace(
            self._job,
            source=_absolute(self.source.text()),
            target=_absolute(self.target.text()),
            policy=str(self.policy.currentData()),
            when=str(self.when.currentData()),
            minutes=self.minutes.value(),
            at=self.at.time().toString("HH:mm"),
            active=self.active.isChecked(),
            problem="",
        )
        library = self._session.workspace.library
        self.keep.setEnabled(False)
        tasks.run(lambda: save(library, wanted), lambda _: self.accept(), self._failed, owner=self)

    def _failed(self, text: str) -> None:
        self.keep.setEnabled(True)
        self._said.setText(sentence(text))
        self._said.show()

    def _choose_source(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Folder"), self.source.text())
        if name:
            self.source.setText(name)
            if not self.target.text():
                self.target.setText(str(Path(name).with_name(f"{Path(name).name}-redacted")))

    def _choose_target(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Folder for the copies"), self.target.text())
        if name:
            self.target.setText(name)


def _absolute(text: str) -> str:
    return str(Path(text.strip()).expanduser().absolute()) if text.strip() else ""
