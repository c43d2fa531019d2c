"""Editing a policy, with an invented letter that shows at once what it does."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QInputDialog,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.desktop import names, theme
from app.desktop.box_colour import BoxColour, paint, swatch
from app.desktop.page import Page, button_of, label, named, row_of, spaced
from app.desktop.row_table import Column, RowModel, RowTable
from app.desktop.session import Session
from app.desktop.texts import sentence, tr
from app.documents import ENTITY_TYPES, Operator, Plan
from app.documents.errors import CloisterError
from app.masking import PRESETS, Policy
from app.pipeline.trial import trial

_TRY_MS = 150


class _Rules(RowModel[str]):
    """Shows a box's colour beside its name."""

    def adorn(self, row: str, column: int, role: int) -> Any:
        if column == len(self.columns) - 1 and role == Qt.ItemDataRole.DecorationRole:
            colour = self.columns[column].text(row)
            return swatch(colour) if colour else None
        return super().adorn(row, column, role)


class PolicyEditor(Page):
    """A table of types; what is chosen in it is edited below it; the letter on the right follows."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(tr("Policies"))
        self._session = session
        self._edited: Policy = session.policy
        self._filling = False
        self.box = QComboBox(self)
        columns = [
            Column[str](tr("Type"), lambda t: names.title("type", t), width=185),
            Column[str](
                tr("What happens"),
                lambda t: names.title("operator", self._edited.rule(t).operator),
                width=165,
            ),
            Column[str](tr("From surety"), self._surety, lambda t: self._edited.rule(t).threshold, True, 105),
            Column[str](tr("Code"), lambda t: self._edited.rule(t).code, width=62),
            Column[str](tr("Box"), lambda t: self._edited.rule(t).colour, width=75),
        ]
        self.model: RowModel[str] = _Rules(columns, parent=self)
        self.view = RowTable(self.model, tr("Rules of the policy by type"), self, icons=(len(columns) - 1,))
        self.operator, self.surety, self.code = QComboBox(self), QDoubleSpinBox(self), QLineEdit(self)
        self.colour = BoxColour(self)
        self.deny, self.allow = QPlainTextEdit(self), QPlainTextEdit(self)
        self.letter = QTextEdit(self)
        self._problem = label("", self, "bad")
        self._later = QTimer(self)
        self._build()
        session.policies_changed.connect(self._fill_box)

    def _surety(self, type_: str) -> str:
        rule = self._edited.rule(type_)
        return "" if rule.operator is Operator.KEEP else f"{rule.threshold:.0%}"

    def _build(self) -> None:
        save = self.action(
            tr("Save the policy"),
            "Ctrl+S",
            tr("Keep the changes; the command line uses them too"),
            self.save,
            "save",
        )
        copy = self.action(
            tr("Save as…"),
            "Ctrl+Shift+S",
            tr("Keep the changes as a policy of another name"),
            self._save_as,
            "copy",
        )
        back = self.action(
            tr("Undo changes"),
            "Ctrl+Z",
            tr("Show the policy as it was kept, or as it was shipped"),
            self._revert,
            "undo",
        )
        self.body.setContentsMargins(0, 8, 0, 0)
        self.heading.hide()
        named(self.box, tr("Policy"), tr("The policy to edit"))
        self.box.setMinimumWidth(240)
        self.box.currentIndexChanged.connect(lambda index: self._take(self.box.currentData()))
        self.body.addLayout(
            row_of(self.box, 1, *self.buttons([back, copy]), button_of(save, self, "primary"))
        )
        left, right = QWidget(self), QWidget(self)
        self._build_left(QVBoxLayout(left))
        self._build_right(QVBoxLayout(right))
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([600, 430])
        self.body.addWidget(splitter, 1)
        self._later.setSingleShot(True)
        self._later.setInterval(_TRY_MS)
        self._later.timeout.connect(self._try)
        self.model.set_rows(ENTITY_TYPES)
        self._fill_box()

    def _build_left(self, layout: QVBoxLayout) -> None:
        layout.setContentsMargins(0, 0, 8, 0)
        layout.addWidget(self.view, 1)
        for operator in Operator:
            self.operator.addItem(names.title("operator", operator.value), operator)
        self.surety.setRange(0.0, 1.0)
        self.surety.setSingleStep(0.05)
        spaced(self.surety)
        self.code.setMaximumWidth(110)
        self.code.setPlaceholderText(tr("Code"))
        named(self.operator, tr("What happens"), tr("What stands in its place in the copy"))
        named(
            self.surety,
            tr("From surety"),
            tr("Findings less sure than this stay, but are shown in the review"),
        )
        named(self.code, tr("Exemption code"), tr("Printed on the box, for instance (b)(6)"))
        self.operator.currentIndexChanged.connect(
            lambda index: self._edit_rules(operator=Operator(self.operator.currentData()))
        )
        self.surety.valueChanged.connect(lambda value: self._edit_rules(threshold=round(value, 2)))
        self.code.textEdited.connect(lambda text: self._edit_rules(code=text.strip()))
        self.colour.chosen.connect(lambda colour: self._edit_rules(colour=colour))
        pick = self.action(
            tr("Choose a colour…"),
            "Ctrl+Shift+C",
            tr("Choose the colour of the boxes of the chosen types"),
            self.colour.pick,
            "theme",
        )
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_rule())
        layout.addLayout(
            row_of(
                label(tr("Chosen types:"), self, "quiet", wrap=False),
                self.operator,
                self.surety,
                1,
            )
        )
        layout.addLayout(
            row_of(
                label(tr("On the box:"), self, "quiet", wrap=False),
                self.code,
                self.colour,
                button_of(pick, self, "icon"),
                1,
            )
        )

    def _build_right(self, layout: QVBoxLayout) -> None:
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label(tr("What it does to a letter"), self, "section"))
        named(
            self.letter,
            tr("What it does to a letter"),
            tr("An invented letter as a copy under this policy would have it"),
        )
        self.letter.setReadOnly(True)
        layout.addWidget(self.letter, 3)
        layout.addWidget(self._problem)
        self._problem.hide()
        hint = tr("One a line; * and ? stand for letters, /…/ is a regular expression")
        for title, field in ((tr("Always take out"), self.deny), (tr("Never take out"), self.allow)):
            layout.addWidget(label(title, self, "section"))
            named(field, title, hint)
            field.setPlaceholderText(hint)
            field.setTabChangesFocus(True)
            field.textChanged.connect(self._edit_lists)
            layout.addWidget(field, 1)

    # --- which policy ---------------------------------------------------------------------------------

    def _fill_box(self) -> None:
        wanted = self._edited.name
        self.box.blockSignals(True)
        self.box.clear()
        for policy in self._session.policies:
            self.box.addItem(names.policy_title(policy.name, policy.title), policy)
        at = next((n for n in range(self.box.count()) if self.box.itemData(n).name == wanted), 0)
        self.box.setCurrentIndex(at)
        self.box.blockSignals(False)
        self._take(self.box.currentData())

    def _take(self, policy: object) -> None:
        if not isinstance(policy, Policy):
            return
        self._edited = policy
        self._filling = True
        self.deny.setPlainText("\n".join(policy.deny))
        self.allow.setPlainText("\n".join(policy.allow))
        self._filling = False
        self._show_rule()
        self._changed()

    def _changed(self) -> None:
        count = self.model.rowCount()
        if count:
            self.model.dataChanged.emit(
                self.model.index(0, 0), self.model.index(count - 1, len(self.model.columns) - 1)
            )
        self._later.start()

    # --- editing --------------------------------------------------------------------------------------

    def _show_rule(self) -> None:
        chosen = self.view.selected()
        for widget in (self.operator, self.surety, self.code, self.colour):
            widget.setEnabled(bool(chosen))
        if not chosen:
            return
        rule = self._edited.rule(chosen[0])
        self._filling = True
        self.operator.setCurrentIndex(self.operator.findData(rule.operator))
        self.surety.setValue(rule.threshold)
        self.code.setText(rule.code)
        self.colour.setText(rule.colour)
        self._filling = False

    def _edit_rules(self, **changed: Any) -> None:
        """Change this much of the rules of all chosen types; what else they say stays."""
        if self._filling:
            return
        rules = dict(self._edited.rules)
        for type_ in self.view.selected():
            rules[type_] = replace(self._edited.rule(type_), **changed)
        self._edited = replace(self._edited, rules=rules)
        self._changed()

    def _edit_lists(self) -> None:
        if not self._filling:
            self._edited = replace(self._edited, deny=_lines(self.deny), allow=_lines(self.allow))
            self._later.start()

    @property
    def edited(self) -> Policy:
        """The policy as the fields have it."""
        return self._edited

    def save(self) -> None:
        """Keep the policy in the library."""
        self._save(self._edited)

    def _save(self, policy: Policy) -> None:
        def saved(_: None) -> None:
            self._edited = policy
            self._session.load_policies()
            self._session.tell(tr("The policy is kept."))

        self._session.run(lambda: self._session.workspace.save_policy(policy), saved, in_order=True)

    def _save_as(self) -> None:
        title, given = QInputDialog.getText(self, tr("Save as"), tr("Name of the policy:"))
        if given and title.strip():
            self.save_as(title.strip())

    def save_as(self, title: str) -> None:
        """Keep the changes under another title; the policy edited so far stays as it was."""
        name = re.sub(r"\W+", "_", title.casefold()).strip("_") or "policy"
        if name in PRESETS:
            name = f"my_{name}"
        self._save(replace(self._edited, name=name, title=title))

    def _revert(self) -> None:
        kept = next((p for p in self._session.policies if p.name == self._edited.name), self._edited)
        shipped = PRESETS.get(kept.name, kept)
        self._take(kept if kept != self._edited else shipped)

    # --- the letter -----------------------------------------------------------------------------------

    def _try(self) -> None:
        try:
            text, plan = trial(self._edited)
        except CloisterError as error:
            self._problem.setText(sentence(str(error)))
            self._problem.show()
            return
        self._problem.hide()
        self.letter.clear()
        _write(self.letter.textCursor(), text, plan)


def _write(cursor: QTextCursor, text: str, plan: Plan) -> None:
    """The letter with what stands in the place of each removal on a coloured ground."""
    plain = QTextCharFormat()
    at = 0
    for removal in plan.removals:
        cursor.insertText(text[at : removal.start], plain)
        mark = QTextCharFormat()
        ground = QColor(theme.type_colour(removal.type))
        ground.setAlpha(70)
        mark.setBackground(ground)
        on_it = paint(mark, removal) or mark
        cursor.insertText(removal.replacement, mark)
        if removal.code:
            cursor.insertText(f" {removal.code}", on_it)
        at = removal.end
    cursor.insertText(text[at:], plain)


def _lines(field: QPlainTextEdit) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.strip() for line in field.toPlainText().splitlines() if line.strip()))
