"""What the pages share: the workspace, the documents' rows, the policies, and wishes that other pages fulfil."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.desktop import tasks
from app.desktop.resources import folder
from app.desktop.texts import counted, mark, sentence, tr

if TYPE_CHECKING:  # the library is opened, and what it is made of imported, behind the window's first picture
    from app.masking import Policy
    from app.pipeline.schedule import Jobs
    from app.pipeline.workspace import DocumentRow, Event, Settings, Workspace

T = TypeVar("T")
_SAMPLE = "payslip-may.pdf"


class Session(QObject):
    """One workspace as the window sees it, from before it is open. Nothing here waits: work runs on `tasks`."""

    opened = Signal()
    rows_changed = Signal(list)
    row_changed = Signal(object)
    pages_read = Signal(int, int, int)
    progressed = Signal(object)
    finished = Signal()
    told = Signal(str)
    notified = Signal(str)
    """Something that took a while is done; worth telling who looks elsewhere. Names no document."""
    policies_changed = Signal()
    settings_changed = Signal(object, object)
    review_wanted = Signal(int)
    place_wanted = Signal(int, int, int)
    """A document, and the stretch of its text to be shown."""
    export_wanted = Signal(list)
    recent_changed = Signal(list)
    jobs_changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._workspace: Workspace | None = None
        self._jobs: Jobs | None = None
        self._early: list[Path] = []
        """What was added before the library was open."""
        self.policies: list[Policy] = []
        self.leaving = False
        """The window is being closed: work that can go on another time ends."""
        self.copies: dict[int, Path] = {}
        """The newest redacted copy of each exported document."""
        self._forward = tasks.Forward(self)
        self._forward.arrived.connect(self._on_event)
        self._from_jobs = tasks.Forward(self)
        self._from_jobs.arrived.connect(self._on_job)

    def attach(self, workspace: Workspace, *, recover: bool = True) -> None:
        """The library is open: from now on everything works. To `recover`, go on with what a killed session left."""
        from app.masking import PRESETS
        from app.pipeline.schedule import Jobs

        told = self._from_jobs.tell
        self._workspace = workspace
        self._jobs = Jobs(workspace.library, lambda: workspace.settings, workspace.policies, told, told)
        self.policies = list(PRESETS.values())
        self.opened.emit()
        self.load(recover=recover)
        if self._early:
            self.add(self._early)
            self._early = []

    @property
    def is_open(self) -> bool:
        return self._workspace is not None

    @property
    def workspace(self) -> Workspace:
        """Only once it is open."""
        assert self._workspace is not None
        return self._workspace

    @property
    def jobs(self) -> Jobs:
        """Only once the library is open."""
        assert self._jobs is not None
        return self._jobs

    def close(self) -> None:
        """Stop what runs and remember that no document was left open."""
        self.leaving = True
        if self._workspace is None:
            return
        library = self.workspace.library
        self.workspace.cancel()
        self.jobs.close()

        def work() -> None:
            from app.store import desk

            desk.set_open(library, None)

        tasks.run(work, in_order=True)

    @property
    def settings(self) -> Settings:
        return self._workspace.settings if self._workspace is not None else self._settings

    @property
    def policy(self) -> Policy:
        """The policy that the settings name."""
        named = next((p for p in self.policies if p.name == self.settings.policy), None)
        if named is None:
            from app.masking import PRESETS

            return PRESETS["share_outside"]
        return named

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] = lambda result: None,
        *,
        in_order: bool = False,
    ) -> None:
        """Run `work` off the GUI thread; a failure is told in the status bar."""
        tasks.run(work, done, self.tell, in_order=in_order, owner=self)

    def tell(self, text: str) -> None:
        """Say a sentence in the status bar."""
        self.told.emit(sentence(text))

    # --- documents ------------------------------------------------------------------------------------

    def load(self, *, recover: bool = True) -> None:
        """Rows, policies and recent files; to `recover`, also what a killed session left undone."""
        self.run(self.workspace.rows, self._loaded)
        self.load_policies()
        self.jobs.wake()
        if recover:
            self.run(self._unfinished, self._resume)
            self.sort_again()
        if self.settings.remember_recent:
            self.run(self._recent, self.recent_changed.emit)

    def _unfinished(self) -> list[Path]:
        from app.store import desk

        return desk.unfinished(self.workspace.library)

    def _recent(self) -> list[Path]:
        from app.store import desk

        return desk.recent(self.workspace.library)

    def sort_again(self) -> None:
        """Sort what was read under other lessons than those of now; the rows are shown anew where some changed."""
        library = self.workspace.library

        def work() -> int:
            from app.store.taught import ever_taught

            if not ever_taught(library):
                return 0
            from app.pipeline.sorting_again import sort_again

            return sort_again(library, stopped=lambda: self.leaving).changed

        self.run(work, lambda changed: self.reload() if changed else None, in_order=True)

    def _loaded(self, rows: list[DocumentRow]) -> None:
        self.rows_changed.emit(rows)
        self.load_copies()
        waiting = sum(row.state == "queued" for row in rows)
        if waiting:
            self.tell(counted(waiting, mark("Going on with 1 document of the last session."),
                              mark("Going on with {count} documents of the last session.")))  # fmt: skip
            self.start()

    def _resume(self, paths: list[Path]) -> None:
        if paths:
            self.add(paths)

    def reload(self) -> None:
        """Show the library's rows as they are now."""
        self.run(self.workspace.rows, self.rows_changed.emit)

    def warm_up(self) -> None:
        """Start the process that draws pages before somebody waits for it."""
        workspace, sample = self.workspace, folder("samples") / _SAMPLE
        if sample.is_file():
            tasks.run(lambda: workspace.warm_renderer(sample), pages=True, owner=self)

    def load_copies(self) -> None:
        """Look up where copies lie, so that they can be dragged out at once."""
        library = self.workspace.library

        def work() -> dict[int, Path]:
            from app.store.copies import newest_copies

            return newest_copies(library)

        self.run(work, self._set_copies)

    def _set_copies(self, copies: dict[int, Path]) -> None:
        self.copies = copies

    def add(self, paths: Sequence[Path]) -> None:
        """Queue files and folders and start working. A kill in the middle loses none of them."""
        if not self.is_open:
            self._early += paths
            self.tell(tr("Adding…"))
            return
        library, remember = self.workspace.library, self.settings.remember_recent
        self.tell(tr("Adding…"))

        def work() -> tuple[list[DocumentRow], list[Path]]:
            from app.store import desk

            desk.start_adding(library, paths)
            rows = self.workspace.add(paths)
            desk.done_adding(library, paths)
            return rows, desk.remember(library, paths) if remember else []

        def added(result: tuple[list[DocumentRow], list[Path]]) -> None:
            self.queued(result[0])
            if remember:
                self.recent_changed.emit(result[1])

        self.run(work, added)

    def queued(self, rows: list[DocumentRow]) -> None:
        """Show rows that were queued, and work on them."""
        if len(rows) > 50:
            self.reload()
        else:
            for row in rows:
                self.row_changed.emit(row)
        if rows:
            self.tell(counted(len(rows), mark("1 document added."), mark("{count} documents added.")))
        else:
            self.tell(tr("There is nothing to add: no files were found."))
        self.start()

    def start(self) -> None:
        self.workspace.start(self._forward.arrived.emit)

    def retry(self, identifiers: Sequence[int], password: str | None = None) -> None:
        """Process documents again."""
        self.run(lambda: self.workspace.retry(identifiers, password), self.queued)

    def remove(self, identifiers: Sequence[int]) -> None:
        """Forget documents; their files stay."""
        self.run(lambda: self.workspace.remove(identifiers), lambda _: self.reload())

    def cancel(self, identifiers: Sequence[int]) -> None:
        """Stop these documents, or everything where none are named."""
        if identifiers:
            self.run(lambda: self.workspace.cancel_many(identifiers))
        else:
            self.workspace.cancel()
        self.tell(tr("Stopping…"))

    def _on_event(self, event: Event) -> None:
        if event.row is not None:
            self.row_changed.emit(event.row)
        if event.kind == "overall":
            self.progressed.emit(event)
        elif event.kind == "pages" and event.document_id is not None:
            self.pages_read.emit(event.document_id, event.done, event.total)
        elif event.kind == "finished":
            self.finished.emit()
            self.sort_again()

    def _on_job(self, told: Event | int) -> None:
        """A job began or ended, or one of its documents changed."""
        if isinstance(told, int):
            self.jobs_changed.emit()
        elif told.row is not None:
            self.row_changed.emit(told.row)

    # --- policies and settings ------------------------------------------------------------------------

    def load_policies(self) -> None:
        self.run(self.workspace.policies, self._set_policies)

    def _set_policies(self, policies: list[Policy]) -> None:
        self.policies = policies
        self.policies_changed.emit()

    def save_settings(self, settings: Settings) -> None:
        """Keep settings and tell the pages what they were and are."""
        before = self.settings

        def saved(_: None) -> None:
            if before.remember_recent and not settings.remember_recent:
                self.run(self._forget_recent)
                self.recent_changed.emit([])
            self.settings_changed.emit(before, settings)

        self.run(lambda: self.workspace.save_settings(settings), saved)

    def _forget_recent(self) -> None:
        from app.store import desk

        desk.forget_recent(self.workspace.library)
