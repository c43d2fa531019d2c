"""The library into one encrypted file, and back out of one into a folder of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.desktop import tasks
from app.desktop.page import button_of, label, make_action, named, row_of
from app.desktop.session import Session
from app.desktop.texts import counted, mark, sentence, tr
from app.store.backups import SUFFIX, back_up, restore

_KINDS = "Cloister (*.cloister-backup)"


class _Dialog(QDialog):
    """Fields, a sentence about what came of it, and the button that does it."""

    def __init__(self, session: Session, title: str, hint: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._session = session
        self._working = False
        self.setWindowTitle(title)
        self.resize(640, 460)
        self.form = QFormLayout()
        self.form.setVerticalSpacing(8)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.said = label("", self)
        self.said.hide()
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        named(self.bar, tr("Progress"), tr("This may take a while"))
        self.bar.hide()
        self.leave = make_action(self, tr("Close"), "Esc", tr("Back to the window"), self.reject, "cancel")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(12)
        self.body.addWidget(label(hint, self, "quiet"))
        self.body.addLayout(self.form)

    def finish(self, begin: QAction, *more: QWidget) -> None:
        """What stands below the fields."""
        self.begin_action = begin
        for widget in (self.bar, self.said, *more):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.body.addLayout(
            row_of(1, button_of(self.leave, self, "framed"), button_of(begin, self, "primary"))
        )

    def secret(self, title: str, tip: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        named(field, title, tip)
        self.form.addRow(title, field)
        return field

    def say(self, text: str, *, good: bool = False) -> None:
        """Tell what came of it."""
        self.said.setText(text)
        self.said.setObjectName("good" if good else "bad")
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.said.show()

    def work(self, on: bool) -> None:
        self._working = on
        self.begin_action.setEnabled(not on)
        self.bar.setVisible(on)
        if on:
            self.said.hide()

    def failed(self, text: str) -> None:
        self.work(False)
        self.say(sentence(text))

    def reject(self) -> None:
        if not self._working:  # a file half written would be no backup
            super().reject()


class BackupDialog(_Dialog):
    """Writes the backup off the GUI thread."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        hint = tr(
            "The whole library goes into one encrypted file: texts, decisions, notes, pseudonyms, policies and "
            "the audit trail. Your documents themselves are not in it."
        )
        super().__init__(session, tr("Back up the library"), hint, parent)
        self._own = session.workspace.library.key_kept_in == "passphrase"
        self.file = QLineEdit(str(Path.home() / f"cloister-{date.today().isoformat()}{SUFFIX}"), self)
        named(self.file, tr("File of the backup"), tr("Keep it on another disk than the library"))
        browse = make_action(self, tr("Choose…"), "Ctrl+F", tr("Choose a file"), self._browse, "save")
        self.form.addRow(tr("File of the backup"), row_of(self.file, button_of(browse, self, "framed")))
        self.passphrase = self.again = None
        if self._own:
            promise = tr("The passphrase of the library opens the backup too.")
        else:
            self.passphrase = self.secret(
                tr("Passphrase of the backup"), tr("Opens the backup; several words are best")
            )
            self.again = self.secret(
                tr("Once more"), tr("The same passphrase, so that no slip locks you out")
            )
            promise = tr("The key of this library stays on this machine, so the backup needs a passphrase.")
        warning = tr(
            "A forgotten passphrase cannot be recovered by anybody. Your original files are not affected."
        )
        self.body.addWidget(label(f"{promise} {warning}", self))
        begin = make_action(self, tr("Back up"), "Ctrl+Return", tr("Write the backup"), self.begin, "backup")
        self.finish(begin)

    def begin(self) -> None:
        """Write the backup."""
        given = self.file.text().strip()
        if not given:
            self.say(tr("Choose a file for the backup."))
            return
        target = Path(given).expanduser().absolute()
        if not target.suffix:
            target = target.with_name(target.name + SUFFIX)
        if target.exists():
            self.say(tr("There is a file of this name already. Choose another name."))
            return
        passphrase = None
        if self.passphrase is not None and self.again is not None:
            passphrase = self.passphrase.text()
            if passphrase != self.again.text():
                self.say(tr("The two passphrases differ. Type both again."))
                return
            if not passphrase:
                self.say(tr("An empty passphrase protects nothing. Choose one of several words."))
                return
        self.work(True)
        library = self._session.workspace.library
        tasks.run(
            lambda: back_up(library, target, passphrase),
            lambda _: self._written(target),
            self.failed,
            owner=self,
        )

    def _written(self, target: Path) -> None:
        self.work(False)
        self.say(tr("The backup is written: {name}", name=target.name), good=True)
        for field in (self.passphrase, self.again):
            if field is not None:
                field.clear()

    def _browse(self) -> None:
        how = QFileDialog.Option.DontConfirmOverwrite
        name, _ = QFileDialog.getSaveFileName(
            self, tr("File of the backup"), self.file.text(), _KINDS, options=how
        )
        if name:
            self.file.setText(name)


class RestoreDialog(_Dialog):
    """Puts a backup into another folder; the open library stays as it is."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        hint = tr(
            "A backup is put into a folder of its own. The library that is open now stays as it is; nothing is "
            "written over."
        )
        super().__init__(session, tr("Restore a backup"), hint, parent)
        self.file, self.folder = QLineEdit(self), QLineEdit(self)
        pick = make_action(self, tr("Choose…"), "Ctrl+F", tr("Choose the backup"), self._pick, "open-folder")
        named(self.file, tr("File of the backup"), tr("A file that ends in .cloister-backup"))
        self.form.addRow(tr("File of the backup"), row_of(self.file, button_of(pick, self, "framed")))
        where = make_action(
            self, tr("Choose…"), "Ctrl+D", tr("Choose an empty folder"), self._where, "add-folder"
        )
        named(self.folder, tr("Folder for the library"), tr("An empty folder; it must hold no library yet"))
        self.form.addRow(tr("Folder for the library"), row_of(self.folder, button_of(where, self, "framed")))
        self.passphrase = self.secret(
            tr("Passphrase of the backup"), tr("The one that was given when the backup was written")
        )
        self.command = QLineEdit(self)
        self.command.setReadOnly(True)
        named(self.command, tr("How to open it"), tr("Type this in a terminal"))
        copy = make_action(
            self, tr("Copy the command"), "Ctrl+Shift+C", tr("Put it on the clipboard"), self._copy, "copy"
        )
        self._copy_button = button_of(copy, self, "framed")
        begin = make_action(
            self, tr("Restore"), "Ctrl+Return", tr("Put the library into the folder"), self.begin, "restore"
        )
        self.finish(begin, self.command)
        self.body.insertLayout(self.body.count() - 2, row_of(self._copy_button, 1))
        self.command.hide()
        self._copy_button.hide()

    def begin(self) -> None:
        """Put the library into the folder."""
        if not self.file.text().strip() or not self.folder.text().strip():
            self.say(tr("Choose the backup and a folder for the library."))
            return
        source = Path(self.file.text().strip()).expanduser().absolute()
        folder = Path(self.folder.text().strip()).expanduser().absolute()
        if not source.is_file():
            self.say(tr("The backup is not there. Choose another file."))
            return
        passphrase = self.passphrase.text()
        self.work(True)
        tasks.run(
            lambda: restore(source, folder / "library", passphrase),
            lambda count: self._restored(folder, count),
            self.failed,
            owner=self,
        )

    def _restored(self, folder: Path, count: int) -> None:
        self.work(False)
        self.passphrase.clear()
        held = counted(
            count,
            mark("The restored library holds 1 document."),
            mark("The restored library holds {count} documents."),
        )
        how = tr("Open it with this command; it asks for the passphrase of the backup:")
        self.say(f"{held} {how}", good=True)
        self.command.setText(f'cloister --library "{folder}"')
        self.command.show()
        self._copy_button.show()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.command.text())

    def _pick(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Choose the backup"), self.file.text(), _KINDS)
        if name:
            self.file.setText(name)

    def _where(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Folder for the library"), self.folder.text())
        if name:
            self.folder.setText(name)
