"""The window: drop zone and list, review, progress, and the truth about the network."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import psutil
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from app.desktop import dialogs, tasks, theme
from app.desktop.export_dialog import ExportDialog
from app.desktop.inbox import InboxModel, InboxView
from app.desktop.review_view import ReviewView
from app.masking import PRESETS, Policy
from app.pipeline.workspace import DocumentRow, Event, SearchHit, Workspace

_HERE = Path(__file__).resolve()
SAMPLES = next(
    (folder for folder in (_HERE.parents[2] / "resources" / "samples",) if folder.is_dir()),
    _HERE.parents[1] / "resources" / "samples",
)
_NETWORK_MS = 4000


class MainWindow(QMainWindow):
    """Everything the user can reach; the workspace does the work."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._policies: list[Policy] = list(PRESETS.values())
        self._forward = tasks.Forward(self)
        self._forward.arrived.connect(self._on_event)
        self.model = InboxModel()
        self.inbox = InboxView(self.model, self)
        self.review = ReviewView(workspace, self._policy(), self)
        self._stack = QStackedWidget(self)
        self._lists = QStackedWidget(self)
        self._filter = QLineEdit(self)
        self._search = QLineEdit(self)
        self._bar = QProgressBar(self)
        self._cancel_all = QPushButton("Cancel", self)
        self._network = QLabel("", self)
        self._build()
        self._connect()
        tasks.run(workspace.rows, self._loaded, self._tell)
        tasks.run(workspace.policies, self._set_policies)
        self._watch_network()

    # --- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setWindowTitle("Cloister")
        self.setAcceptDrops(True)
        self.resize(1280, 820)
        self._lists.addWidget(self._empty_state())
        self._lists.addWidget(self.inbox)
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(self._lists)
        self._stack.addWidget(page)
        self._stack.addWidget(self.review)
        self.setCentralWidget(self._stack)
        self._menus()
        self._bar.setVisible(False)
        self._bar.setMaximumWidth(320)
        self._bar.setAccessibleName("Progress")
        self._bar.setToolTip("How many documents are done, and about how long the rest takes")
        self._cancel_all.setVisible(False)
        self._cancel_all.setToolTip("Stop after the documents at work (Ctrl+.)")
        self._cancel_all.setAccessibleName("Cancel all")
        self._network.setAccessibleName("Network")
        self._network.setToolTip(
            "Counts the internet sockets of this program and its workers, every few seconds"
        )
        status = self.statusBar()
        status.addPermanentWidget(self._bar)
        status.addPermanentWidget(self._cancel_all)
        status.addPermanentWidget(self._network)

    def _empty_state(self) -> QWidget:
        frame = QFrame(self)
        frame.setObjectName("drop")
        frame.setAccessibleName("Drop zone")
        title = QLabel("Drop documents or folders here", frame)
        title.setObjectName("title")
        promise = QLabel(
            "They are read on this machine and never leave it: the program refuses every network call of its own.",
            frame,
        )
        promise.setObjectName("quiet")
        row = QHBoxLayout()
        row.addStretch(1)
        for text, tip, call, name in (
            ("Add files…", "Choose files (Ctrl+O)", self._add_files, "primary"),
            ("Add folder…", "Choose a folder (Ctrl+Shift+O)", self._add_folder, ""),
            ("Try the samples", "Invented letters, invoices and scans to try (Ctrl+T)", self._add_samples, ""),
        ):  # fmt: skip
            button = QPushButton(text, frame)
            button.setToolTip(tip)
            button.setAccessibleName(text)
            button.setObjectName(name)
            button.clicked.connect(call)
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(frame)
        layout.addStretch(2)
        layout.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(8)
        layout.addWidget(promise, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(24)
        layout.addLayout(row)
        layout.addStretch(3)
        return frame

    def _menus(self) -> None:
        bar = QToolBar("Actions", self)
        bar.setMovable(False)
        self.addToolBar(bar)
        files, view, help_ = (self.menuBar().addMenu(name) for name in ("&File", "&View", "&Help"))
        add = self._action
        main = [
            add(files, "Add files…", "Ctrl+O", "Choose files to process", self._add_files),
            add(files, "Add folder…", "Ctrl+Shift+O", "Choose a folder to process", self._add_folder),
        ]
        add(files, "Try the samples", "Ctrl+T", "Process the invented sample documents", self._add_samples)
        review = add(files, "Review", "Return", "Open the chosen document", self._review_selected)
        export = add(
            files, "Export…", "Ctrl+S", "Write redacted copies of the chosen documents", self._export_selected
        )
        add(files, "Retry", "Ctrl+R", "Process the chosen documents again", self._retry)
        add(files, "Remove from list", "Del", "Forget the chosen documents; the files stay", self._remove)
        add(files, "Cancel", "Ctrl+.", "Stop what is at work", self._cancel)
        add(files, "Settings…", "Ctrl+,", "Theme, policy, workers, retention", self._settings)
        add(files, "Audit trail…", "Ctrl+Shift+A", "Who did what when", self._audit)
        add(files, "Quit", "Ctrl+Q", "Close the program", self.close)
        add(view, "Search", "Ctrl+F", "Search the words of all documents", self._search.setFocus)
        add(view, "Filter the list", "Ctrl+L", "Show only rows with these letters", self._filter.setFocus)
        add(view, "Light or dark", "Ctrl+D", "Switch between light and dark", self._switch_theme)
        add(
            help_,
            "Guide",
            "F1",
            "How to use the program",
            lambda: dialogs.show_text(self, "Guide", dialogs.GUIDE),
        )
        add(
            help_,
            "About",
            "Shift+F1",
            "Version and licences",
            lambda: dialogs.show_text(self, "About", dialogs.ABOUT),
        )
        for action in (*main, review, export):
            bar.addAction(action)
            bar.widgetForAction(action).setAccessibleName(action.text())
        spacer = QWidget(self)
        spacer.setSizePolicy(spacer.sizePolicy().Policy.Expanding, spacer.sizePolicy().Policy.Preferred)
        bar.addWidget(spacer)
        for field, hint, tip in (
            (self._filter, "Filter the list", "Show only rows with these letters (Ctrl+L)"),
            (self._search, "Search all documents", "Words, “a phrase” or a pref* (Ctrl+F), then Enter"),
        ):
            field.setPlaceholderText(hint)
            field.setAccessibleName(hint)
            field.setToolTip(tip)
            field.setMaximumWidth(220)
            field.setClearButtonEnabled(True)
            bar.addWidget(field)

    def _action(self, menu: QMenu, text: str, key: str, tip: str, call: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setToolTip(f"{tip} ({key})")
        action.setStatusTip(tip)
        action.triggered.connect(lambda: call())
        menu.addAction(action)
        return action

    def _connect(self) -> None:
        self.inbox.doubleClicked.connect(lambda index: self._review_selected())
        self.inbox.customContextMenuRequested.connect(self._context_menu)
        self._filter.textChanged.connect(self.inbox.proxy.setFilterFixedString)
        self._search.returnPressed.connect(self._find)
        self._cancel_all.clicked.connect(self._cancel)
        self.review.closed.connect(lambda: self._stack.setCurrentIndex(0))
        self.review.told.connect(self._tell)
        self.review.export_wanted.connect(self._export_one)

    # --- documents ----------------------------------------------------------------------------------

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Queue files and folders and start working."""
        self._tell(f"Adding {len(paths)}…")
        tasks.run(lambda: self._workspace.add(paths), self._added, self._tell)

    def _added(self, rows: list[DocumentRow]) -> None:
        for row in rows:
            self.model.put(row)
        self._show_list()
        self._tell(f"{len(rows)} documents added." if rows else "Nothing to add: the folder holds no files.")
        self._workspace.start(self._forward.arrived.emit)

    def _loaded(self, rows: list[DocumentRow]) -> None:
        self.model.replace_all(rows)
        self._show_list()
        if any(row.state == "queued" for row in rows):
            self._workspace.start(self._forward.arrived.emit)

    def _show_list(self) -> None:
        self._lists.setCurrentIndex(1 if self.model.rowCount() else 0)

    def _on_event(self, event: Event) -> None:
        if event.row is not None:
            self.model.put(event.row)
        if event.kind == "overall":
            self._bar.setVisible(True)
            self._cancel_all.setVisible(True)
            self._bar.setRange(0, max(1, event.total))
            self._bar.setValue(event.done)
            left = "" if event.seconds_left is None else f", {_clock(event.seconds_left)} left"
            self._bar.setFormat(f"{event.done} of {event.total}{left}")
        elif event.kind == "pages" and event.document_id is not None:
            self.model.tell_pages(event.document_id, event.done, event.total)
        elif event.kind == "finished":
            self._bar.setVisible(False)
            self._cancel_all.setVisible(False)
            failed = sum(row.state == "failed" for row in self.model.rows())
            self._tell(f"Done. {failed} set aside; see their notes." if failed else "Done.")

    def _add_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Add files")
        if names:
            self.add_paths([Path(name) for name in names])

    def _add_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Add folder")
        if name:
            self.add_paths([Path(name)])

    def _add_samples(self) -> None:
        self.add_paths([SAMPLES])

    def _review_selected(self) -> None:
        rows = self.inbox.selected()
        if not rows:
            return
        if rows[0].state == "failed" and rows[0].reason == "password":
            self._ask_password(rows[0])
        elif rows[0].state in ("ready", "exported"):
            self.review.open(rows[0].id)
            self._stack.setCurrentWidget(self.review)
        else:
            self._tell(rows[0].sentence or "This document is not ready yet.")

    def _ask_password(self, row: DocumentRow) -> None:
        text, given = QInputDialog.getText(
            self,
            "Password",
            "The file is protected. Its password (never stored):",
            QLineEdit.EchoMode.Password,
        )
        if given and text:
            tasks.run(lambda: self._workspace.retry([row.id], text), self._added, self._tell)

    def _export_selected(self) -> None:
        rows = [
            row for row in self.inbox.selected() or self.model.rows() if row.state in ("ready", "exported")
        ]
        self._export(rows)

    def _export_one(self, document_id: int) -> None:
        self._export([row for row in self.model.rows() if row.id == document_id])

    def _export(self, rows: list[DocumentRow]) -> None:
        if not rows:
            self._tell("There is nothing to export yet. Add documents first.")
            return
        dialog = ExportDialog(self._workspace, rows, self._policies, self._workspace.settings.policy, self)
        dialog.exec()
        tasks.run(self._workspace.rows, self.model.replace_all)

    def _retry(self) -> None:
        identifiers = [row.id for row in self.inbox.selected()]
        if identifiers:
            tasks.run(lambda: self._workspace.retry(identifiers), self._added, self._tell)

    def _remove(self) -> None:
        identifiers = [row.id for row in self.inbox.selected()]
        if identifiers:
            tasks.run(
                lambda: self._workspace.remove(identifiers),
                lambda _: tasks.run(self._workspace.rows, self._loaded),
                self._tell,
            )

    def _cancel(self) -> None:
        rows = [row for row in self.inbox.selected() if row.state in ("queued", "working")]
        if rows:
            identifiers = [row.id for row in rows]
            tasks.run(lambda: self._workspace.cancel_many(identifiers), failed=self._tell)
        else:
            self._workspace.cancel()
        self._tell("Stopping…")

    def _context_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        for text, call in (
            ("Review", self._review_selected), ("Export…", self._export_selected), ("Retry", self._retry),
            ("Cancel", self._cancel), ("Remove from list", self._remove),
        ):  # fmt: skip
            menu.addAction(text).triggered.connect(lambda checked=False, call=call: call())
        menu.exec(self.inbox.viewport().mapToGlobal(at))

    # --- search, settings, audit --------------------------------------------------------------------

    def _find(self) -> None:
        query = self._search.text()
        if query.strip():
            tasks.run(lambda: self._workspace.search(query), self._found, self._tell)

    def _found(self, hits: list[SearchHit]) -> None:
        identifiers = {hit.document_id for hit in hits}
        self.inbox.clearSelection()
        self._stack.setCurrentIndex(0)
        selection = self.inbox.selectionModel()
        for position in range(self.inbox.proxy.rowCount()):
            index = self.inbox.proxy.index(position, 0)
            if self.model.document(self.inbox.proxy.mapToSource(index)).id in identifiers:
                selection.select(index, selection.SelectionFlag.Select | selection.SelectionFlag.Rows)
                if len(identifiers) == 1:
                    self.inbox.scrollTo(index)
        self._tell(f"{len(hits)} documents found." if hits else "No document holds these words.")

    def _policy(self) -> Policy:
        name = self._workspace.settings.policy
        return next((p for p in self._policies if p.name == name), PRESETS["share_outside"])

    def _set_policies(self, policies: list[Policy]) -> None:
        self._policies = policies
        self.review.set_policy(self._policy())

    def _settings(self) -> None:
        dialog = dialogs.SettingsDialog(self._workspace.settings, self._policies, self)
        if dialog.exec():
            self._save_settings(dialog)

    def _save_settings(self, dialog: dialogs.SettingsDialog) -> None:
        settings = dialog.settings
        tasks.run(
            lambda: self._workspace.save_settings(settings), lambda _: self._apply_settings(), self._tell
        )

    def _apply_settings(self) -> None:
        settings = self._workspace.settings
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, settings.theme, settings.text_scale)
        self.review.set_policy(self._policy())

    def _switch_theme(self) -> None:
        from dataclasses import replace

        settings = self._workspace.settings
        wanted = "light" if theme.is_dark(settings.theme) else "dark"
        changed = replace(settings, theme=wanted)
        tasks.run(
            lambda: self._workspace.save_settings(changed), lambda _: self._apply_settings(), self._tell
        )

    def _audit(self) -> None:
        tasks.run(self._workspace.audit, lambda entries: dialogs.show_audit(self, entries), self._tell)

    # --- the network, told truthfully ---------------------------------------------------------------

    def _watch_network(self) -> None:
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: tasks.run(internet_sockets, self._show_network))
        self._timer.start(_NETWORK_MS)
        tasks.run(internet_sockets, self._show_network)

    def _show_network(self, count: int) -> None:
        self._network.setObjectName("good" if count == 0 else "bad")
        text = "No network sockets open, 0 bytes sent" if count == 0 else f"{count} network sockets are open!"
        self._network.setText(text)

    # --- the window itself --------------------------------------------------------------------------

    def _tell(self, sentence: str) -> None:
        self.statusBar().showMessage(sentence, 12_000)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.add_paths(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        self._workspace.cancel()
        tasks.settle()
        event.accept()


def internet_sockets() -> int:
    """Open internet sockets of this process and its workers."""
    me = psutil.Process()
    count = 0
    for process in (me, *me.children(recursive=True)):
        try:
            count += len(process.net_connections(kind="inet"))
        except psutil.Error:
            continue
    return count


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}" if minutes else f"{rest} s"


def wait_until_painted(window: QWidget, seconds: float = 20.0) -> None:
    """Process events until the window has been shown and drawn."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        if window.isVisible() and not window.grab().isNull():
            return
