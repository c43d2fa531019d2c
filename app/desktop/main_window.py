"""The window: a side bar of pages, what goes on below them, and the truth about the network."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QProgressBar,
    QStackedWidget,
    QWidget,
)

from app.desktop import drops, guide, icons, tasks, theme
from app.desktop.inbox_page import InboxPage
from app.desktop.lock import IdleWatch, LockScreen
from app.desktop.menus import Menus
from app.desktop.network import NetworkLabel
from app.desktop.page import Page, button_of, named
from app.desktop.resources import folder
from app.desktop.session import Session
from app.desktop.sidebar import SideBar
from app.desktop.texts import counted, mark, progress, tr
from app.desktop.tray import Tray
from app.settings import Settings, data_folder, load_settings

if TYPE_CHECKING:
    from app.desktop.review_view import ReviewView
    from app.pipeline.workspace import DocumentRow, Event, Workspace

PAGES = (
    "inbox", "review", "library", "fields", "vault", "jobs", "models", "settings", "audit", "feedback", "screening",
)  # fmt: skip
"""In the order of their keys: Ctrl+1 to Ctrl+9, then those of `_KEYS`."""
_KEYS = {"feedback": "F7", "screening": "F8"}
_SHOWN = (*PAGES[:4], *PAGES[9:], *PAGES[4:9])
"""In the order of the side bar."""
_SAID_MS = 12_000
_PREPARE_MS = 700
_STEP_MS = 40
_MODULES = {
    "library": ("app.desktop.library_page", "LibraryPage"), "fields": ("app.desktop.fields_page", "FieldsPage"),
    "vault": ("app.desktop.vault_page", "VaultPage"), "jobs": ("app.desktop.jobs_page", "JobsPage"),
    "models": ("app.desktop.models_page", "ModelsPage"),
    "feedback": ("app.desktop.feedback_page", "FeedbackPage"),
    "screening": ("app.desktop.screening_page", "ScreeningPage"),
    "settings": ("app.desktop.settings_page", "SettingsPage"), "audit": ("app.desktop.audit_page", "AuditPage"),
}  # fmt: skip
_PREPARED = ("review", "settings", "library")
_IN_STEPS = ("settings",)
_DONE = object()


class MainWindow(QMainWindow):
    """Puts the pages together; the workspace does the work. Pages but the first are built when first opened."""

    remake_wanted = Signal()
    """The language changed: this window is to be replaced by a new one."""

    prepared = Signal()
    """The pages that take a moment are built and everything is loaded."""

    painted = Signal()
    """The window shows its first picture."""

    def __init__(
        self, workspace: Workspace | None, settings: Settings | None = None, *, recover: bool = True
    ) -> None:
        """Without a workspace the window waits for `attach`; files may be added meanwhile."""
        super().__init__()
        known = workspace.settings if workspace is not None else settings or load_settings()
        self.session = Session(known, self)
        self._leaving = False
        self._was_painted = False
        self._stack, self._whole = QStackedWidget(self), QStackedWidget(self)
        self._pages: dict[str, Page] = {}
        self._prepared: set[str] = set()
        self._bar = QProgressBar(self)
        self._network = NetworkLabel(self)
        self.menus = Menus(self)
        self.inbox = InboxPage(
            self.session, (self.menus.add_files, self.menus.add_folder, self.menus.samples), self
        )
        self.sidebar = SideBar(self)
        self._lock: LockScreen | None = None
        self._idle = IdleWatch(self.session.settings.lock_minutes, self)
        self._build()
        self.tray = Tray(self)
        self._connect()
        if workspace is None:
            self.menus.wait_for_library()
        else:
            self.attach(workspace, recover=recover)

    def attach(self, workspace: Workspace, *, recover: bool = True) -> None:
        """The library is open: show what is in it."""
        self.menus.enable(True)
        self.session.attach(workspace, recover=recover)
        if recover:
            self.session.run(self._left_open, self._reopen)
        QTimer.singleShot(_PREPARE_MS, self, self._prepare)

    # --- building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setWindowTitle("Cloister")
        self.setWindowIcon(icons.icon("cloister"))
        self.setAcceptDrops(True)
        self.resize(1280, 820)
        titles = {
            "inbox": tr("Inbox"), "review": tr("Review"), "library": tr("Library"), "fields": tr("Fields"),
            "vault": tr("Vault"), "jobs": tr("Jobs"), "models": tr("Models"), "settings": tr("Settings"), "audit": tr("Audit"),
            "feedback": tr("Feedback"), "screening": tr("Screening"),
        }  # fmt: skip
        actions = {}
        for number, name in enumerate(PAGES, 1):
            key = _KEYS.get(name, f"Ctrl+{number}")
            actions[name] = self.menus.add_page(key, titles[name], name, partial(self.show_page, name))
        for name in _SHOWN:
            self.sidebar.add(name, titles[name], name, actions[name].toolTip())
        self._put("inbox", self.inbox)
        center = QWidget(self)
        layout = QHBoxLayout(center)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sidebar)
        layout.addWidget(self._stack, 1)
        self._whole.addWidget(center)
        self.setCentralWidget(self._whole)
        self._bar.setVisible(False)
        self._bar.setMinimumWidth(260)
        named(self._bar, tr("Progress"), tr("How many documents are done, and about how long the rest takes"))
        self._stop = button_of(self.menus.stop, self)
        self._stop.setVisible(False)
        status = self.statusBar()
        status.setSizeGripEnabled(False)
        for widget in (self._bar, self._stop, self._network):
            status.addPermanentWidget(widget)
        self.sidebar.choose("inbox")

    def _connect(self) -> None:
        session = self.session
        session.told.connect(self.tell)
        session.notified.connect(lambda text: self.tray.notify(text))
        session.progressed.connect(self._show_progress)
        session.finished.connect(self._finished)
        session.review_wanted.connect(self.open_review)
        session.place_wanted.connect(self.open_place)
        session.export_wanted.connect(self.export)
        session.recent_changed.connect(self.menus.show_recent)
        session.settings_changed.connect(self._settings_changed)
        self.sidebar.chosen.connect(self.show_page)
        self._idle.idle.connect(self.lock)

    def _put(self, name: str, page: Page) -> None:
        self._pages[name] = page
        self._stack.addWidget(page)

    def page(self, name: str) -> QWidget:
        """The page of this name, built now where it was not asked for before."""
        page = self._begin(name)
        page.finish()
        return page

    def _begin(self, name: str) -> Page:
        """The page, perhaps with `steps` still to be taken."""
        if name not in self._pages:
            self._put(name, self._factory(name)())
        return self._pages[name]

    def _factory(self, name: str) -> Callable[[], Page]:
        # Imported when first opened: a window that starts fast needs only the first page.
        if name == "review":
            return self._make_review
        module, title = _MODULES[name]
        made = getattr(importlib.import_module(module), title)
        how = {"in_steps": True} if name in _IN_STEPS else {}
        return lambda: cast("Page", made(self.session, self, **how))

    def _make_review(self) -> ReviewView:
        from app.desktop.review_view import ReviewView

        view = ReviewView(self.session, self.inbox.model.shown, self, in_steps=True)
        view.closed.connect(lambda: self.show_page("inbox"))
        return view

    def _prepare(self) -> None:
        """While nobody waits: load what the other pages are made of, and start the process that draws pages."""
        modules = [
            "app.desktop.review_view",
            "app.desktop.export_dialog",
            "app.desktop.teach_menu",
            *(module for module, _ in _MODULES.values()),
        ]

        def load() -> None:
            for module in modules:
                importlib.import_module(module)

        self.session.run(load, lambda _: self._build_next())
        self.session.warm_up()

    def _build_next(self) -> None:
        """A step towards the pages that take a moment; the next one later."""
        name = next((name for name in _PREPARED if name not in self._prepared), None)
        if name is None:
            self.prepared.emit()
            return
        if next(self._begin(name).steps, _DONE) is _DONE:
            self._prepared.add(name)
        QTimer.singleShot(_STEP_MS, self, self._build_next)

    # --- pages ----------------------------------------------------------------------------------------

    @property
    def review(self) -> ReviewView:
        return cast("ReviewView", self.page("review"))

    def show_page(self, name: str) -> None:
        """Bring a page to the front."""
        if not self.session.is_open and name != "inbox":
            self.sidebar.choose("inbox")
            return
        page = self.page(name)
        self._stack.setCurrentWidget(page)
        self.sidebar.choose(name)
        if not page.isAncestorOf(QApplication.focusWidget() or self):
            page.focusNextPrevChild(True) if name != "inbox" else self.inbox.view.setFocus()

    def open_review(self, document_id: int) -> None:
        self.review.open(document_id)
        self.show_page("review")

    def open_place(self, document_id: int, start: int, end: int) -> None:
        """The review of a document with this stretch of its text in view."""
        self.review.open_at(document_id, start, end)
        self.show_page("review")

    def document_under_review(self) -> int | None:
        """The document that is open in the review."""
        view = self._pages.get("review")
        review = cast("ReviewView", view).review if view is not None else None
        return review.reading.row.id if review is not None else None

    def _left_open(self) -> int | None:
        from app.store import desk

        left = desk.get_open(self.session.workspace.library)
        if left is not None:
            importlib.import_module("app.desktop.review_view")
        return left

    def _reopen(self, document_id: int | None) -> None:
        """After a crash: the document that was under review."""
        if document_id is not None:
            self.tell(tr("The document that was open when the program ended is open again."))
            self.open_review(document_id)

    # --- documents ------------------------------------------------------------------------------------

    def add_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, tr("Add files"))
        if names:
            self.session.add([Path(name) for name in names])

    def add_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Add a folder"))
        if name:
            self.session.add([Path(name)])

    def add_samples(self) -> None:
        self.session.add([folder("samples")])

    def take_over(self, paths: Sequence[Path]) -> None:
        """A later start handed its files to this window."""
        self.tray.show_window()
        if paths:
            self.session.add(paths)

    def export(self, rows: list[DocumentRow]) -> None:
        if not rows:
            self.tell(tr("There is nothing to export yet. Add documents first."))
            return
        from app.desktop.export_dialog import ExportDialog

        dialog = ExportDialog(self.session, rows, self)
        dialog.exec()
        dialog.deleteLater()
        self.session.reload()
        self.session.load_copies()

    def check_file(self) -> None:
        """Ask for a file and show what it gives away."""
        name, _ = QFileDialog.getOpenFileName(self, tr("Check a file"))
        if not name:
            return
        from app.desktop.check_dialog import CheckDialog

        dialog = CheckDialog(self.session, self)
        dialog.check(Path(name))
        dialog.exec()
        dialog.deleteLater()

    def teach(self) -> None:
        """Teach a kind of document, or what is sensitive for the user."""
        from app.desktop.teach_menu import open_dialog

        open_dialog(self.session, [], self)

    # --- what goes on ---------------------------------------------------------------------------------

    def tell(self, text: str) -> None:
        """Say a sentence below the pages for a while."""
        self.statusBar().showMessage(text, _SAID_MS)
        self.statusBar().setToolTip(text)  # a narrow window shows only the beginning

    def _show_progress(self, event: Event) -> None:
        self._bar.setVisible(True)
        self._stop.setVisible(True)
        self._bar.setRange(0, max(1, event.total))
        self._bar.setValue(event.done)
        self._bar.setFormat(progress(event.done, event.total, event.seconds_left))

    def _finished(self) -> None:
        self._bar.setVisible(False)
        self._stop.setVisible(False)
        rows = self.inbox.model.rows()
        failed = sum(row.state == "failed" for row in rows)
        if failed:
            text = counted(
                failed,
                mark("Done. 1 document was set aside; see its note."),
                mark("Done. {count} documents were set aside; see their notes."),
            )
        else:
            text = tr("Done. Everything is ready to review.")
        self.tell(text)
        self.tray.notify(text)

    # --- settings, guide, lock ------------------------------------------------------------------------

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        if (before.theme, before.text_scale) != (after.theme, after.text_scale):
            application = QApplication.instance()
            if isinstance(application, QApplication):
                theme.apply(application, after.theme, after.text_scale)
        self._idle.set_minutes(after.lock_minutes)
        if before.language != after.language or theme.is_dark(before.theme) != theme.is_dark(after.theme):
            self.remake_wanted.emit()  # texts and icons are made anew

    def switch_theme(self) -> None:
        settings = self.session.settings
        wanted = "light" if theme.is_dark(settings.theme) else "dark"
        self.session.save_settings(replace(settings, theme=wanted))

    def scale_text(self, by: float) -> None:
        settings = self.session.settings
        scale = round(min(2.5, max(0.8, settings.text_scale + by)), 2)
        self.session.save_settings(replace(settings, text_scale=scale))

    def show_guide(self) -> None:
        guide.TextDialog(tr("Guide"), guide.guide(), self).exec()

    def show_about(self) -> None:
        guide.TextDialog(tr("About Cloister"), guide.about(), self).exec()

    def lock(self) -> None:
        """Hide everything until it is unlocked."""
        if self._lock is None:
            self._lock = LockScreen(self.session, self)
            self._lock.unlocked.connect(self.unlock)
            self._whole.addWidget(self._lock)
        for dialog in QApplication.topLevelWidgets():
            if dialog is not self and dialog.isModal() and dialog.isVisible():
                dialog.close()
        self._whole.setCurrentWidget(self._lock)
        self.menus.enable(False)
        self.statusBar().clearMessage()

    def unlock(self) -> None:
        self._whole.setCurrentIndex(0)
        self.menus.enable(True)

    @property
    def locked(self) -> bool:
        return self._whole.currentIndex() != 0

    # --- the window itself ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if drops.takes(event.mimeData()) and event.source() is None and not self.locked:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths, loose = drops.paths_in(event.mimeData()), None
        if not paths:
            loose = drops.loose_in(event.mimeData())
        if self.locked or not (paths or loose):
            return
        event.acceptProposedAction()
        self.show_page("inbox")
        if loose is not None:
            folder = drops.folder_of_this_run(data_folder())
            self.session.run(lambda: drops.keep(loose, folder), self._add_dropped)
        else:
            self.session.add(paths)

    def _add_dropped(self, path: Path) -> None:
        """A mail that came as bytes had to be written down to be read: that is told."""
        self.session.add([path])
        self.tell(tr("{name} has no file of its own: it is kept until the window closes.", name=path.name))

    def quit(self) -> None:
        self._leaving = True
        self.close()

    def retire(self) -> None:
        """Make room for another window on the same workspace."""
        self._network.stop()
        self.tray.hide()
        self.session.blockSignals(True)
        if self.session.is_open:
            self.session.jobs.close(wait=False)
        self.hide()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.session.settings.keep_in_tray and not self._leaving and self.tray.available:
            event.ignore()
            self.hide()
            self.tray.notify(tr("Cloister goes on working here. Quit from its menu."))
            return
        self.session.close()
        tasks.settle()
        drops.forget(data_folder())
        event.accept()
        QApplication.quit()


def wait_until_painted(window: QWidget, seconds: float = 20.0) -> None:
    """Process events until the window has been shown and drawn."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        if window.isVisible() and not window.grab().isNull():
            return
