"""Small dialogs: settings, audit trail, guide, about, passphrase."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QInputDialog,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from app.masking import Policy
from app.pipeline.workspace import AuditEntry, Settings

GUIDE = """
<h2>In ten minutes</h2>
<ol>
<li><b>Drop</b> files or folders on the window, or press <b>Ctrl+O</b>. Each is read and analysed on this machine.</li>
<li><b>Open</b> a document from the list (Enter). Everything private is highlighted by type.</li>
<li><b>Decide</b>: N and P go from finding to finding, K keeps one readable, R takes it out, A does the same with all of
the same text. Drag over words to add what was missed; Ctrl+E takes a word out everywhere. Ctrl+Z undoes.</li>
<li><b>Export</b> (Ctrl+S). A copy is written only when an independent check finds nothing left. Originals never change.</li>
</ol>
<h2>What the states mean</h2>
<p><b>Ready to review</b>: read and analysed. <b>Exported</b>: a checked copy was written. <b>Set aside</b>: the document
could not be processed; the note says why and what to do.</p>
<h2>Private</h2>
<p>Cloister refuses every network call of its own. The library is encrypted. <i>cloister doctor</i> in a terminal says
what is in force on this machine.</p>
"""

ABOUT = f"""
<h2>Cloister {__version__}</h2>
<p>Finds what is private in your documents and writes copies that are safe to hand out.</p>
<p>Apache License 2.0. Built on PySide6 (LGPL-3.0), llama.cpp (MIT), presidio-analyzer (MIT), pikepdf (MPL-2.0),
pypdfium2 (BSD-3/Apache-2.0), pypdf (BSD-3), RapidOCR (Apache-2.0), SQLCipher (BSD-3) and others listed in README.</p>
"""


def show_text(parent: QWidget, title: str, html: str) -> None:
    """A page of text."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.resize(620, 480)
    browser = QTextBrowser(dialog)
    browser.setAccessibleName(title)
    browser.setOpenLinks(False)
    browser.setHtml(html)
    layout = QVBoxLayout(dialog)
    layout.addWidget(browser)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    dialog.exec()


def show_audit(parent: QWidget, entries: list[AuditEntry]) -> None:
    """The newest lines of the audit trail."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("Audit trail")
    dialog.resize(760, 480)
    text = QPlainTextEdit(dialog)
    text.setReadOnly(True)
    text.setAccessibleName("Audit trail")
    text.setPlainText("\n".join(f"{e.at}  {e.actor}  {e.action}  {e.subject}" for e in entries))
    layout = QVBoxLayout(dialog)
    layout.addWidget(text)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    dialog.exec()


class SettingsDialog(QDialog):
    """Edits a copy of the settings; `settings` is what the user chose."""

    def __init__(self, settings: Settings, policies: list[Policy], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self._settings = settings
        self.theme = QComboBox(self)
        for title, value in (("As the system", "system"), ("Light", "light"), ("Dark", "dark")):
            self.theme.addItem(title, value)
        self.theme.setCurrentIndex(max(0, self.theme.findData(settings.theme)))
        self.scale = QDoubleSpinBox(self)
        self.scale.setRange(0.8, 2.5)
        self.scale.setSingleStep(0.1)
        self.scale.setValue(settings.text_scale)
        self.policy = QComboBox(self)
        for policy in policies:
            self.policy.addItem(policy.title, policy.name)
        self.policy.setCurrentIndex(max(0, self.policy.findData(settings.policy)))
        self.workers = QSpinBox(self)
        self.workers.setRange(0, 64)
        self.workers.setSpecialValueText("as many as fit")
        self.workers.setValue(settings.workers)
        self.ocr = QCheckBox("Read scans and pictures", self)
        self.ocr.setChecked(settings.ocr)
        self.retention = QSpinBox(self)
        self.retention.setRange(0, 3650)
        self.retention.setSpecialValueText("never")
        self.retention.setSuffix(" days")
        self.retention.setValue(settings.retention_days)
        form = QFormLayout()
        for label, widget, tip in (
            ("Theme", self.theme, "Light or dark"),
            ("Text size", self.scale, "Larger or smaller text in the whole window"),
            ("Policy", self.policy, "What goes by default"),
            ("Workers", self.workers, "How many documents are read at the same time"),
            ("Scans", self.ocr, "Read pixels where a page has no text"),
            ("Delete extracted text after", self.retention, "The list stays; the text has to be read again"),
        ):  # fmt: skip
            widget.setAccessibleName(label)
            widget.setToolTip(tip)
            form.addRow(label, widget)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addLayout(form)
        layout.addWidget(buttons)

    @property
    def settings(self) -> Settings:
        return replace(
            self._settings,
            theme=str(self.theme.currentData()),
            text_scale=self.scale.value(),
            policy=str(self.policy.currentData()),
            workers=self.workers.value(),
            ocr=self.ocr.isChecked(),
            retention_days=self.retention.value(),
        )


def ask_passphrase(sentence: str) -> str | None:
    """The library's passphrase, or None when the user gives up."""
    text, given = QInputDialog.getText(None, "Cloister", sentence, QLineEdit.EchoMode.Password)
    return text if given else None
