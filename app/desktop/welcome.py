"""The first screen: one sentence on privacy, a place to drop documents, samples to try."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.desktop import icons
from app.desktop.page import button_of, label, row_of
from app.desktop.texts import tr


class Welcome(QFrame):
    """Shown while the list is empty."""

    def __init__(
        self, add_files: QAction, add_folder: QAction, samples: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("drop")
        self.setAccessibleName(tr("Drop documents or folders here"))
        picture = label("", self)
        picture.setPixmap(icons.picture("cloister", 64))
        picture.setAccessibleName("Cloister")
        title = label(tr("Drop documents or folders here"), self, "title", wrap=False)
        promise = label(
            tr("They are read on this machine and never leave it: no account, no cloud, no network call."),
            self,
            "quiet",
        )
        steps = label(
            tr("Add  ›  review what was found  ›  export checked copies. Originals never change."),
            self,
            "quiet",
        )
        buttons = [
            button_of(add_files, self, "primary"),
            button_of(add_folder, self, "framed"),
            button_of(samples, self, "framed"),
        ]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(12)
        layout.addStretch(2)
        for widget in (picture, title, promise, steps):
            if widget is not picture:
                widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(
                widget, 0, Qt.AlignmentFlag.AlignHCenter if widget is picture else Qt.AlignmentFlag(0)
            )
        layout.addSpacing(12)
        layout.addLayout(row_of(1, *buttons, 1, spacing=10))
        layout.addStretch(3)
