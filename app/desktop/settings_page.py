"""Settings: kept as soon as they are changed; the policy editor is a page of its own beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.desktop import backup_dialog, names
from app.desktop.page import Page, label, named, spaced
from app.desktop.policy_editor import PolicyEditor
from app.desktop.session import Session
from app.desktop.texts import LANGUAGES, tr
from app.pipeline.workspace import Settings

_KEEP_MS = 500


class SettingsPage(Page):
    """General settings, and the policies."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, in_steps: bool = False) -> None:
        super().__init__(tr("Settings"), parent)
        self._session = session
        self._filling = False
        self.steps = self._construct()
        if not in_steps:
            self.finish()

    def _construct(self) -> Iterator[None]:
        session = self._session
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_KEEP_MS)
        self._later.timeout.connect(self.keep)
        self.theme, self.language, self.policy = QComboBox(self), QComboBox(self), QComboBox(self)
        self.scale = QDoubleSpinBox(self)
        self.workers, self.retention, self.lock = QSpinBox(self), QSpinBox(self), QSpinBox(self)
        self.seconds, self.memory = QSpinBox(self), QSpinBox(self)
        self.ocr = QCheckBox(tr("Read scans and pictures"), self)
        self.recent = QCheckBox(tr("Remember recent files (encrypted)"), self)
        self.tray = QCheckBox(tr("Closing the window leaves the program in the tray"), self)
        self.initials = QLineEdit(self)
        self.tabs = QTabWidget(self)
        yield
        general, policies = self._build_head()
        self._build_fields()
        yield
        scroll = self._build_form()
        yield
        self.editor = PolicyEditor(session, self)
        yield
        named(self.tabs.tabBar(), tr("Settings"), tr("General settings or policies (Alt+1, Alt+2)"))
        self.tabs.addTab(scroll, general.icon(), tr("General"))
        self.tabs.addTab(self.editor, policies.icon(), tr("Policies"))
        self.body.addWidget(self.tabs, 1)
        yield
        self._connect()
        self.show_settings(session.settings)
        session.policies_changed.connect(self._fill_policies)
        session.settings_changed.connect(lambda before, after: self.show_settings(after))

    def _build_head(self) -> tuple[QAction, QAction]:
        general = self.action(
            tr("General"),
            "Alt+1",
            tr("Show the general settings"),
            lambda: self.tabs.setCurrentIndex(0),
            "settings",
        )
        policies = self.action(
            tr("Policies"),
            "Alt+2",
            tr("Show the policy editor"),
            lambda: self.tabs.setCurrentIndex(1),
            "rule",
        )
        backup = self.action(
            tr("Back up the library…"),
            "Ctrl+B",
            tr("Write the library into one encrypted file"),
            lambda: self._open(backup_dialog.BackupDialog(self._session, self)),
            "backup",
        )
        restore = self.action(
            tr("Restore a backup…"),
            "Ctrl+Shift+B",
            tr("Put a backup into a folder of its own"),
            lambda: self._open(backup_dialog.RestoreDialog(self._session, self)),
            "restore",
        )
        self.head(*self.buttons([restore, backup]))
        return general, policies

    def _build_fields(self) -> None:
        for title, value in ((tr("As the system"), "system"), (tr("Light"), "light"), (tr("Dark"), "dark")):
            self.theme.addItem(title, value)
        for value, title in LANGUAGES.items():
            self.language.addItem(tr("As the system") if not value else title, value)
        self.scale.setRange(0.8, 2.5)
        self.scale.setSingleStep(0.1)
        _numbers(self.workers, 0, 64, tr("as many as fit"), "")
        _numbers(self.retention, 0, 3650, tr("never"), tr(" days"))
        _numbers(self.lock, 0, 240, tr("never"), tr(" minutes"))
        _numbers(self.seconds, 10, 7200, "", tr(" seconds"))
        _numbers(self.memory, 512, 131072, "", " MiB")
        self.memory.setSingleStep(512)
        spaced(self.scale, self.workers, self.retention, self.lock, self.seconds, self.memory)
        self.initials.setMaxLength(8)
        self.initials.setMaximumWidth(120)

    def _build_form(self) -> QScrollArea:
        body = QWidget(self)
        body.setObjectName("body")
        outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 8, 8, 8)
        width = self.fontMetrics().averageCharWidth() * 34
        for heading, rows in self._groups():
            outer.addWidget(label(heading, body, "section"))
            form = QFormLayout()
            form.setVerticalSpacing(8)
            form.setHorizontalSpacing(16)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
            for name, widget, tip in rows:
                named(widget, name or getattr(widget, "text", str)(), tip)
                caption = label(name, body, wrap=False)
                caption.setMinimumWidth(width)
                caption.setBuddy(widget)
                form.addRow(caption, widget)
            outer.addLayout(form)
        outer.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setObjectName("bare")
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        named(scroll, tr("General"), tr("General settings; each is kept as soon as it is changed"))
        return scroll

    def _groups(self) -> list[tuple[str, list[tuple[str, QWidget, str]]]]:
        return [
            (tr("Appearance"), [
                (tr("Theme"), self.theme, tr("Light or dark")),
                (tr("Language"), self.language, tr("Language of this window; documents may be in any")),
                (tr("Text size"), self.scale, tr("Larger or smaller text in the whole window")),
            ]),
            (tr("Documents"), [
                (tr("Policy"), self.policy, tr("What goes and what stays, unless you choose otherwise at the export")),
                (tr("Scans"), self.ocr, tr("Read the pixels where a page has no text")),
                (tr("Documents at the same time"), self.workers, tr("Each needs about 1 GiB of memory")),
                (tr("Time for one document"), self.seconds, tr("A document that tells nothing for so long is set aside")),
                (tr("Memory for one document"), self.memory, tr("A document that needs more is set aside")),
            ]),
            (tr("Privacy"), [
                (tr("Delete extracted text after"), self.retention, tr("The list stays; a text must be read again to see it")),
                (tr("Lock the window after"), self.lock, tr("Hides everything after so long without a key or mouse")),
                ("", self.recent, tr("File names can tell a lot, so they are not remembered unless you say so")),
            ]),
            (tr("You"), [
                (tr("Initials"), self.initials, tr("Stand in the audit trail when you sign a review or a second check")),
                ("", self.tray, tr("It goes on working and takes files that are handed to it")),
            ]),
        ]  # fmt: skip

    def _open(self, dialog: QDialog) -> None:
        dialog.exec()
        dialog.deleteLater()

    def _connect(self) -> None:
        for box in (self.theme, self.language, self.policy):
            box.currentIndexChanged.connect(lambda index: self._changed())
        for spin in (self.scale, self.workers, self.retention, self.lock, self.seconds, self.memory):
            spin.valueChanged.connect(lambda value: self._changed())
        for check in (self.ocr, self.recent, self.tray):
            check.toggled.connect(lambda on: self._changed())
        self.initials.textEdited.connect(lambda text: self._changed())

    def _changed(self) -> None:
        if not self._filling:
            self._later.start()

    def keep(self) -> None:
        """Keep what the fields say now."""
        self._later.stop()
        wanted = self.settings()
        if wanted != self._session.settings:
            self._session.save_settings(wanted)

    def settings(self) -> Settings:
        """What the fields say."""
        return replace(
            self._session.settings,
            theme=str(self.theme.currentData()),
            language=str(self.language.currentData()),
            text_scale=round(self.scale.value(), 2),
            policy=str(self.policy.currentData() or self._session.settings.policy),
            workers=self.workers.value(),
            document_seconds=float(self.seconds.value()),
            worker_memory_mib=self.memory.value(),
            ocr=self.ocr.isChecked(),
            retention_days=self.retention.value(),
            lock_minutes=self.lock.value(),
            remember_recent=self.recent.isChecked(),
            keep_in_tray=self.tray.isChecked(),
            initials=self.initials.text().strip(),
        )

    def show_settings(self, settings: Settings) -> None:
        """Fill the fields."""
        self._filling = True
        for box, value in ((self.theme, settings.theme), (self.language, settings.language)):
            box.setCurrentIndex(max(0, box.findData(value)))
        pairs: tuple[tuple[Any, Any], ...] = (
            (self.scale, settings.text_scale), (self.workers, settings.workers), (self.retention, settings.retention_days),
            (self.lock, settings.lock_minutes), (self.seconds, int(settings.document_seconds)),
            (self.memory, settings.worker_memory_mib),
        )  # fmt: skip
        for spin, number in pairs:
            spin.setValue(number)
        self.ocr.setChecked(settings.ocr)
        self.recent.setChecked(settings.remember_recent)
        self.tray.setChecked(settings.keep_in_tray)
        if self.initials.text().strip() != settings.initials:
            self.initials.setText(settings.initials)
        self._filling = False
        self._fill_policies()

    def _fill_policies(self) -> None:
        self._filling = True
        self.policy.clear()
        for policy in self._session.policies:
            self.policy.addItem(names.policy_title(policy.name, policy.title), policy.name)
        self.policy.setCurrentIndex(max(0, self.policy.findData(self._session.settings.policy)))
        self._filling = False


def _numbers(box: QSpinBox, least: int, most: int, special: str, suffix: str) -> None:
    box.setRange(least, most)
    box.setSpecialValueText(special)
    box.setSuffix(suffix)
