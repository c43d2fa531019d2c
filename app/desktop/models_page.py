"""Models: what is bundled, whether it is whole, under which licence, and what its card says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QTextBrowser, QWidget

from app.desktop import tasks
from app.desktop.page import Page, button_of, label, named
from app.desktop.row_table import Column, RowModel, RowTable
from app.desktop.session import Session
from app.desktop.texts import counted, mark, sentence, tr
from app.models import add_model, added_models, bundled_folder, read_catalogue
from app.models.catalogue import verify
from app.pipeline import speed
from app.settings import models_folder

_CARD = "MODEL_CARD.md"
PURPOSES = (
    mark("encoder: token vectors for every head"), mark("WordPiece tokenizer with character offsets"),
    mark("head that tags people, places, organisations, dates and numbers"), mark("head that tells kinds of documents apart"),
    mark("head that weighs sentences for summaries"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One file as the page shows it."""

    name: str
    megabytes: float
    licence: str
    purpose: str
    verdict: str = ""


class ModelsPage(Page):
    """Checksums are computed on request, off the GUI thread."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Models"), parent)
        self._session = session
        self._checks = 0
        columns = [
            Column[ModelRow](tr("File"), lambda m: m.name, width=180),
            Column[ModelRow](tr("Size"), lambda m: f"{m.megabytes:.1f} MB", lambda m: m.megabytes, True, 85),
            Column[ModelRow](tr("Licence"), lambda m: tr(m.licence), width=110),
            Column[ModelRow](tr("Checksum"), lambda m: tr(m.verdict) if m.verdict else "", width=140),
            Column[ModelRow](tr("Purpose"), lambda m: tr(m.purpose), width=330),
        ]
        self.model: RowModel[ModelRow] = RowModel(columns, parent=self)
        self.view = RowTable(self.model, tr("Models"), self)
        self.card = QTextBrowser(self)
        check = self.action(
            tr("Check"), "Ctrl+K", tr("Compute the checksums of all bundled files"), self.check, "check"
        )
        add = self.action(
            tr("Add a model…"),
            "Ctrl+Shift+M",
            tr("Copy a GGUF file into the models folder"),
            self._add,
            "add-file",
        )
        self.benchmark = self.action(
            tr("Benchmark on this machine"),
            "Ctrl+B",
            tr("Measure tokens per second and the time for a page"),
            self.measure,
            "benchmark",
        )
        self.head(*self.buttons([self.benchmark, add]), button_of(check, self, "primary"))
        note = tr(
            "The models lie on this machine and are never downloaded. A larger GGUF model of your own adds to them."
        )
        self.body.addWidget(label(note, self, "quiet"))
        self.speed = label("", self)
        self.speed.hide()
        self.body.addWidget(self.speed)
        self.view.setMaximumHeight(self.fontMetrics().height() * 12)
        self.body.addWidget(self.view)
        self.body.addWidget(label(tr("Model card"), self, "section"))
        named(self.card, tr("Model card"), tr("Data, licences, figures and limits of the bundled models"))
        self.card.setOpenLinks(False)
        self.body.addWidget(self.card, 1)

    def refresh(self) -> None:
        checks = self._checks
        self._session.run(lambda: (_rows(check=False), _card()), lambda found: self._show(found, checks))

    def _show(self, found: tuple[list[ModelRow], str], checks: int) -> None:
        if checks == self._checks:  # a list without verdicts does not replace one that was asked for later
            self.model.set_rows(found[0])
        if found[1] and not self.card.toPlainText():
            self.card.setMarkdown(found[1])

    def check(self) -> None:
        """Read every file and compare its digest with the catalogue."""
        self._checks += 1
        self._session.tell(tr("Checking…"))
        self._session.run(lambda: _rows(check=True), self._checked)

    def _checked(self, rows: list[ModelRow]) -> None:
        self.model.set_rows(rows)
        bad = any(row.verdict == _WRONG for row in rows)
        self._session.tell(
            tr("A bundled model file is damaged. Install Cloister again.")
            if bad
            else tr("All bundled files are whole.")
        )

    def measure(self) -> None:
        """Time the model on an invented text, in a worker process like any document."""
        self.benchmark.setEnabled(False)
        self._say(tr("Measuring… This takes some seconds, and longer while documents are at work."))
        settings = self._session.settings
        tasks.run(lambda: speed.measure(settings), self._measured, self._not_measured, owner=self)

    def _measured(self, found: speed.Speed) -> None:
        self.benchmark.setEnabled(True)
        text = tr(
            "{tokens} tokens a second; a page of {words} words is read and analysed in {ms} ms",
            tokens=f"{found.tokens_per_second:,.0f}",
            words=speed.PAGE_WORDS,
            ms=f"{found.page_ms:,.0f}",
        )
        threads = counted(
            found.threads, mark("1 thread for each document"), mark("{count} threads for each document")
        )
        self._say(f"{text} ({threads}).")

    def _not_measured(self, text: str) -> None:
        self.benchmark.setEnabled(True)
        self._say(sentence(text))

    def _say(self, text: str) -> None:
        self.speed.setText(text)
        self.speed.show()

    def _add(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Add a model"), "", "GGUF (*.gguf)")
        if name:
            self._session.run(lambda: add_model(Path(name), models_folder()), lambda _: self.refresh())


_WHOLE, _WRONG, _OWN = mark("whole"), mark("not as shipped"), mark("added by you")


def _rows(*, check: bool) -> list[ModelRow]:
    folder = bundled_folder()
    rows = []
    for file in read_catalogue(folder):
        verdict = ""
        if check:
            try:
                verify(folder, file)
                verdict = _WHOLE
            except Exception:  # whatever is wrong with the file, the row says so and the sentence what to do
                verdict = _WRONG
        rows.append(ModelRow(file.name, file.size / 1e6, file.licence, file.purpose, verdict))
    own = added_models(models_folder())
    return rows + [ModelRow(m.path.name, m.size / 1e6, _OWN, m.architecture) for m in own]


def _card() -> str:
    try:
        return (bundled_folder() / _CARD).read_text("utf-8")
    except OSError:
        return ""
