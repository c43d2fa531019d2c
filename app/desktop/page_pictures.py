"""Pictures of pages, drawn off the GUI thread by a worker, only while somebody still looks at the page."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.desktop import tasks
from app.documents import Page
from app.pipeline.workspace import Picture, Workspace

Key = tuple[int, int]
"""Page number, and pixels per unit of the page times 100."""


class PagePictures(QObject):
    """A small cache. `arrived` tells that a picture came, `failed` why none will."""

    arrived = Signal(int)
    failed = Signal(str)

    def __init__(self, workspace: Workspace, most: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._most = most
        self._document: int | None = None
        self._pictures: OrderedDict[Key, QImage] = OrderedDict()
        self._newest: dict[int, Key] = {}
        self._asked: set[Key] = set()
        self._broken = False

    def show_document(self, document_id: int | None) -> None:
        """Forget the pictures of the document before."""
        self._document = document_id
        self._pictures.clear()
        self._newest.clear()
        self._asked.clear()
        self._broken = False

    def get(self, page: Page, scale: float, wanted: Callable[[int], bool]) -> QImage | None:
        """The page at this scale, or at another one until it is drawn, or None. `wanted` says, when the
        turn of the page comes, whether it is still to be drawn."""
        key = (page.number, round(scale * 100))
        picture = self._pictures.get(key)
        if picture is not None:
            self._pictures.move_to_end(key)
            return picture
        self._ask(key, wanted)
        other = self._newest.get(page.number)
        return self._pictures.get(other) if other is not None else None

    def _ask(self, key: Key, wanted: Callable[[int], bool]) -> None:
        document_id = self._document
        if key in self._asked or document_id is None or self._broken:
            return
        self._asked.add(key)

        def draw() -> QImage | None:
            if document_id != self._document or not wanted(key[0]):
                return None
            return _image(self._workspace.render(document_id, key[0], key[1] / 100))

        def done(picture: QImage | None) -> None:
            if document_id != self._document:
                return
            if picture is None:
                self._asked.discard(key)
                return
            self._keep(key, picture)

        def failed(sentence: str) -> None:
            if document_id == self._document:
                self._broken = True
                self.failed.emit(sentence)

        tasks.run(draw, done, failed, pages=True, owner=self)

    def _keep(self, key: Key, picture: QImage) -> None:
        self._pictures[key] = picture
        self._newest[key[0]] = key
        while len(self._pictures) > self._most:
            old, _ = self._pictures.popitem(last=False)
            self._asked.discard(old)
            if self._newest.get(old[0]) == old:
                del self._newest[old[0]]
        self.arrived.emit(key[0])


def _image(picture: Picture) -> QImage:
    drawn = QImage(picture.rgb, picture.width, picture.height, picture.width * 3, QImage.Format.Format_RGB888)
    return drawn.convertToFormat(QImage.Format.Format_RGB32)  # as the screen has it: drawn without converting
