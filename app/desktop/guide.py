"""The guide and the licences, in the window."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from app import __version__
from app.desktop.page import button_of, make_action, named, row_of
from app.desktop.texts import tr


def guide() -> str:
    """The guide as HTML; every sentence of it can be translated."""
    parts = [
        _head(tr("In ten minutes")),
        _list([
            tr("Drop files or folders on the window, or press Ctrl+O. They are read and analysed on this machine."),
            tr("Choose a document and press Enter. What is private is highlighted, each type in its colour."),
            tr("N and P go from finding to finding. R takes one out, K keeps it readable, A does the same with all like it."),
            tr(
                "Drag over a face, a signature or a stamp to take out the whole area; with Shift this works over "
                "words, too. Click on the area to put it back."
            ),
            tr("Drag over words to take out what was missed. Ctrl+F searches, Ctrl+E takes out all that was found."),
            tr("V shows the copy beside the document. Ctrl+Z undoes as far back as you like."),
            tr("Ctrl+S exports. A copy is written only when an independent check finds nothing left. Originals never change."),
        ], "ol"),
        _head(tr("Faster")),
        _list([
            tr("D puts doubtful findings first. Ctrl+Page Down opens the next document."),
            tr("Shift+K, Shift+R and Shift+A remember a decision as a rule for all documents."),
            tr("T changes the type of a finding, M the type of what you mark."),
            tr("Ctrl+1 to Ctrl+9 open the pages of the window. Every button shows its key."),
            tr("Ctrl+Y says what the chosen documents are; three examples teach a kind of your own (Ctrl+Shift+T)."),
            tr("F names a value in a review: marked in two documents, it is found in all others."),
            tr("F7 judges a folder of feedback, F8 puts CVs side by side without names."),
        ]),
        _head(tr("What the states mean")),
        _list([
            tr("Ready to review: read and analysed."),
            tr("Exported: a checked copy was written. Drag the row into another program to hand over the copy."),
            tr("Set aside: the document could not be processed; the note says why and what to do."),
        ]),
        _head(tr("Private")),
        _list([
            tr("The program refuses every network call of its own; the indicator at the bottom counts its connections."),
            tr("The library is encrypted. Recent files are not remembered unless you switch that on."),
            tr("“cloister doctor” in a terminal says what is in force on this machine."),
        ]),
    ]  # fmt: skip
    return "".join(parts)


def about() -> str:
    """Version and licences as HTML."""
    licences = (
        "PySide6 (LGPL-3.0), llama.cpp (MIT), presidio-analyzer (MIT), pikepdf (MPL-2.0), pypdfium2 (BSD-3/Apache-2.0), "
        "pypdf (BSD-3), RapidOCR (Apache-2.0), SQLCipher (BSD-3)"
    )
    return "".join([
        f"<h2>Cloister {__version__}</h2>",
        f"<p>{tr('Finds what is private in your documents and writes copies that are safe to hand out.')}</p>",
        f"<p>Apache License 2.0</p><p>{tr('Built on {parts} and others listed in README.', parts=licences)}</p>",
    ])  # fmt: skip


def _head(text: str) -> str:
    return f"<h3>{text}</h3>"


def _list(lines: list[str], kind: str = "ul") -> str:
    return (
        f"<{kind}>" + "".join(f"<li style='margin-bottom: 6px'>{line}</li>" for line in lines) + f"</{kind}>"
    )


class TextDialog(QDialog):
    """A page of our own text."""

    def __init__(self, title: str, html: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(680, 560)
        self.browser = QTextBrowser(self)
        named(self.browser, title, title)
        self.browser.setOpenLinks(False)
        self.browser.setHtml(html)
        close = make_action(self, tr("Close"), "Esc", tr("Back to the window"), self.reject, "cancel")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.addWidget(self.browser)
        layout.addLayout(row_of(1, button_of(close, self, "framed")))
