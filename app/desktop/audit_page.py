"""Audit: who did what when, whether the chain holds, and out to a file."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.desktop import names
from app.desktop.page import Page, button_of, label, row_of
from app.desktop.row_table import Column, RowModel, RowTable
from app.desktop.session import Session
from app.desktop.texts import counted, mark, tr
from app.pipeline.audit_export import export_audit
from app.pipeline.workspace import AuditEntry


class AuditPage(Page):
    """The trail names documents by number only: it holds no private text."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Audit"), parent)
        self._session = session
        self.filter = QLineEdit(self)
        columns = [
            Column[AuditEntry](tr("No."), lambda e: str(e.id), lambda e: e.id, True, 60),
            Column[AuditEntry](tr("When"), lambda e: e.at[:19].replace("T", " "), lambda e: e.at, width=165),
            Column[AuditEntry](tr("Who"), lambda e: e.actor, width=100),
            Column[AuditEntry](tr("What"), lambda e: names.title("action", e.action), width=190),
            Column[AuditEntry](tr("Document"), lambda e: e.subject, width=90),
            Column[AuditEntry](tr("Particulars"), _detail, width=400),
        ]
        self.model: RowModel[AuditEntry] = RowModel(columns, parent=self)
        self.view = RowTable(self.model, tr("Audit trail"), self)
        self._verdict = label("", self, "quiet", wrap=False)
        self._build()

    def _build(self) -> None:
        check = self.action(
            tr("Check the chain"),
            "Ctrl+K",
            tr("See whether a line was changed, removed or put in"),
            self.check,
            "check",
        )
        export = self.action(
            tr("Export…"), "Ctrl+S", tr("Write the whole trail as CSV or JSON lines"), self._export, "save"
        )
        self.make_filter(self.filter)
        self.head(button_of(check, self, "framed"), button_of(export, self, "primary"))
        self.filter.setMaximumWidth(320)
        self.filter.textChanged.connect(self.model.set_filter)
        self.body.addLayout(row_of(self.filter, 1, self._verdict))
        self.body.addWidget(self.view, 1)

    def refresh(self) -> None:
        self._session.run(self._session.workspace.library.audit, self.model.set_rows)

    def check(self) -> None:
        """Follow the chain of digests from its beginning."""
        self._session.run(self._session.workspace.library.audit_broken_at, self._checked)

    def _checked(self, broken: int | None) -> None:
        good = broken is None
        text = (
            tr("The chain holds: no line was changed.")
            if good
            else tr("The trail was changed at line {line}. Compare it with a backup.", line=broken)
        )
        self._verdict.setText(text)
        self._verdict.setObjectName("good" if good else "bad")
        self._verdict.style().unpolish(self._verdict)
        self._verdict.style().polish(self._verdict)

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Export the audit trail"), "audit.csv", "CSV (*.csv);;JSON lines (*.jsonl)"
        )
        if name:
            self.write(Path(name))

    def write(self, target: Path) -> None:
        library = self._session.workspace.library
        self._session.run(lambda: export_audit(library, target), self._written)

    def _written(self, lines: int) -> None:
        self._session.tell(counted(lines, mark("1 line written."), mark("{count} lines written.")))
        self.refresh()


PARTICULARS = {
    "findings": mark("Findings"), "counts": mark("Taken out"), "initials": mark("Initials"), "policy": mark("Policy"),
    "reason": mark("Reason"), "sha256": mark("Digest"), "output_sha256": mark("Digest of the copy"),
}  # fmt: skip


def _detail(entry: AuditEntry) -> str:
    parts = []
    for key, value in entry.detail.items():
        said = _counted(value) if isinstance(value, dict) else str(value)
        if isinstance(value, list):
            said = json.dumps(value, ensure_ascii=False)
        parts.append(f"{tr(PARTICULARS[key]) if key in PARTICULARS else key}: {said}")
    return "   ".join(parts)


def _counted(value: dict[str, object]) -> str:
    """How often each type: as a person reads it."""
    return ", ".join(f"{names.title('type', str(name))} {number}" for name, number in value.items())
