"""Documents of known class for training and measuring the document classifier, by source.

Sources whose licence does not allow training for a shipped model are marked so: they measure, they never train.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from classify_public import SOURCES, public_texts
from classify_public_desk import DESK_SOURCES
from classify_public_more import MORE_SOURCES
from classify_public_offices import OFFICE_SOURCES
from classify_public_other import OTHER_SOURCES
from classify_public_papers import PAPER_SOURCES
from classify_public_press import PRESS_SOURCES
from classify_public_record import RECORD_SOURCES
from classify_public_work import WORK_SOURCES
from more_sets import smartdata_texts

LABELS = {"nda": "contract", "transcript": "meeting_minutes", "privacy_policy": "policy", "terms_policy": "policy",
          "scientific_abstract": "scientific_paper"}  # fmt: skip
"""Names of classes in the data, where the program has another name."""
_FREE = ("CC BY 4.0", "CC BY-SA", "CC0", "Apache-2.0", "MIT", "US court opinions, public domain")
MOST = 150
"""Documents of one source that train; more would teach the source."""
MOST_MAILS = 450
"""Of a source that holds the mails of many people."""
_OF_MANY = ("ewt_mails", "State Department mails")
_OF_ONE_MOULD = {"Kubernetes reports": 50}
"""Filled in from one template: more of them would make reports of anything with points."""


WIDE_SOURCES = (
    MORE_SOURCES, PRESS_SOURCES, PAPER_SOURCES, OFFICE_SOURCES,
    DESK_SOURCES, WORK_SOURCES, RECORD_SOURCES, OTHER_SOURCES,
)  # fmt: skip
"""Those that only the wide layer sees, see `classify_train.py`."""
FAMILIES = (
    ("Binder incidents", "Berkeley incidents", "2i2c incidents", "Ministry of Justice incidents"),
    ("OpenSSF reports", "Hyperledger reports"),
    ("GNOME help", "GNOME help, translated"),
    ("digiKam handbook", "digiKam handbook, translated"),
    ("uner_pt_bosque", "Bosque documents"),
    ("ewt_email", "ewt_mails"),
    ("ZUGFeRD invoices", "UBL invoices", "XRechnung samples", "Fattura PA"),
    ("Templates of CVs", "JSON résumés", "LaTeX résumés under free licences", "Typst résumés"),
    ("Polish courts", "Polish courts on damages"),
    ("Dutch courts", "Dutch courts, older"),
    ("Federal Court of Justice", "German courts of fifteen kinds"),
    ("Indian courts", "Indian judgments, whole"),
    ("CommonAccord, French", "CommonAccord, French terms", "CommonAccord originals"),
    ("Common Paper and Bonterms", "OpenAgreements"),
    ("Language Science Press", "Language Science Press, other languages"),
    ("DHd papers", "DH 2016 papers"),
    ("Machine-readable cards", "Cards of eight languages", "American licences"),
    ("US tax forms", "US tax forms in Spanish"),
    ("GUM interviews", "GUM journeys", "GUM lives", "GUM textbooks", "GUM speeches", "GUM video diaries"),
    (
        "onData tables",
        "Italian civil protection tables",
        "Italian vaccination tables",
        "Italian register tables",
    ),
    ("Code of many repositories", "The Algorithms", "Algorithms in eight languages", "Exercism C# and Perl"),
    (
        "Settings of many repositories",
        "Compose settings",
        "Kubernetes settings",
        "Workflows",
        "Web server settings",
        "Shell settings",
    ),
    ("Data science for economists", "Econometrics slides", "ScPo econometrics"),
    ("ELTeC novels", "English ELTeC novels"),
    ("Schnitzler letters", "Schnitzler's diary"),
    ("NewsEye and SoNAR newspapers", "Europeana newspapers"),
)
"""Sources so alike that to leave out one of them alone would flatter."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document, its class, where it comes from, and whether it may train."""

    label: str
    source: str
    text: str
    trains: bool
    language: str = ""


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Rows of a gzip JSON Lines file but for official test splits; none where it is missing."""
    if path.is_file():
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for row in map(json.loads, stream):
                if row.get("split") != "test" and "-test-" not in str(row.get("id")):
                    yield row


def documents(data: Path, seed: int = 7, more: Path | None = None) -> list[Labelled]:
    """All documents under `data`, at most MOST of each source that trains.

    `more` is a folder with public sets beside DATA, as in `more_sets.py` and `classify_public.py`, and `ewt` with
    the mails of UD_English-EWT (CC BY-SA 4.0): the files of its `not-to-release/sources/email`, and
    `en_ewt-ud-test.conllu`, whose mails are left out.
    """
    found: list[Labelled] = []
    for row in read(data / "docs" / "classification" / "doctype.jsonl.gz"):
        free = str(row["licence"]).startswith(_FREE) and not row["heldout_source"]
        found.append(Labelled(LABELS.get(row["label"], row["label"]), row["source"], row["text"], free))
    found += [
        Labelled("contract", "contracts", row["text"][:12000], True)
        for row in read(data / "docs" / "classification" / "contracts.jsonl.gz")
    ]
    found += [
        Labelled("receipt", "cord", row["text"], True)
        for row in read(data / "docs" / "extraction" / "cord.jsonl.gz")
    ]
    ner = data / "ner"
    for part in ("train", "dev"):
        found += [
            Labelled("medical_report", "meddocan", row["text"], True)
            for row in read(ner / part / "meddocan.jsonl.gz")
        ]
    rng = random.Random(seed)
    found += _notes(data, rng)
    found += _joined(ner / "train" / "echr_fr_es.jsonl.gz", "court_decision", "echr", rng)
    found += _joined(ner / "train" / "ler_de.jsonl.gz", "court_decision", "ler_de", rng)
    found += _joined(ner / "train" / "crossner.jsonl.gz", "unknown", "crossner", rng)
    found += _joined(ner / "train" / "btc.jsonl.gz", "unknown", "btc", rng)
    found += _joined(ner / "train" / "uner_pt_bosque.jsonl.gz", "news", "uner_pt_bosque", rng)
    found += _web(ner / "dev" / "uner_en_ewt.jsonl.gz", rng)
    if more is not None:
        found += _mails(more / "ewt", rng)
        found += _news(more / "smartdata" / "train.json.gz")
        found += [
            Labelled(source.label, source.name, text, source.trains)
            for sources, drawn in ((SOURCES, rng), *((wide, random.Random(seed)) for wide in WIDE_SOURCES))
            for source, text in public_texts(more / "public", drawn, sources)
        ]
    return _sampled(found, rng)


def _notes(data: Path, rng: random.Random) -> list[Labelled]:
    """Clinical notes made of sections of MTS-Dialog."""
    rows = list(read(data / "docs" / "summarization" / "mts_dialog.jsonl.gz"))
    rng.shuffle(rows)
    made, at = [], 0
    while at < len(rows):
        taken = rows[at : at + rng.randint(3, 7)]
        at += len(taken)
        text = "\n\n".join(f"{row['section']}\n{row['summary']}" for row in taken)
        made.append(Labelled("medical_report", "mts_dialog", text, True))
    return made


def _joined(path: Path, label: str, source: str, rng: random.Random) -> list[Labelled]:
    """Sentences that follow each other, joined to stretches of text."""
    rows = list(read(path))
    made = []
    for at in range(0, len(rows), max(30, len(rows) // MOST)):
        taken = [row["text"] for row in rows[at : at + rng.randint(8, 28)]]
        made.append(Labelled(label, source, rng.choice(("\n", " ", "\n\n")).join(taken), True))
    return made


def _web(path: Path, rng: random.Random) -> list[Labelled]:
    """The English Web Treebank by text: mails, whole and in pieces, and reviews of shops and restaurants."""
    texts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in read(path):
        texts[row["genre"], row["id"].rsplit("-", 1)[0]].append(row["text"])
    labels = {"email": "email", "reviews": "unknown"}
    made = []
    for (genre, _), lines in texts.items():
        if genre in labels:
            made.append(Labelled(labels[genre], f"ewt_{genre}", "\n".join(lines), True))
        at = 0
        while genre == "email" and at < len(lines):
            taken = lines[at : at + rng.randint(3, 9)]
            at += len(taken)
            made.append(Labelled("email", "ewt_email", rng.choice("\n ").join(taken), True))
    return made


def _mails(folder: Path, rng: random.Random) -> list[Labelled]:
    """Stretches of mails that follow each other in an archive, as long as one mail or a few."""
    tested = set(
        re.findall(r"(?m)^# newdoc id = (.*)$", (folder / "en_ewt-ud-test.conllu").read_text("utf-8"))
    )
    made = []
    for path in sorted(folder.glob("enronsent*.conllu")):
        if f"email-{path.name.split('.')[0]}" in tested:
            continue
        paragraphs: list[list[str]] = []
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("# newpar"):
                paragraphs.append([])
            elif line.startswith("# text = "):
                paragraphs[-1].append(line.removeprefix("# text = "))
        at = 0
        while at < len(paragraphs):
            taken = paragraphs[at : at + rng.randint(1, 7)]
            at += len(taken)
            between = rng.choice(("\n", "\n\n", " "))
            made.append(Labelled("email", "ewt_mails", between.join(" ".join(one) for one in taken), True))
    return made


def _news(path: Path) -> list[Labelled]:
    """German news of SmartData, whole."""
    return [
        Labelled("news", "smartdata", text, True) for text, kind in smartdata_texts(path) if kind == "news"
    ]


def _sampled(found: list[Labelled], rng: random.Random) -> list[Labelled]:
    by_source: dict[tuple[str, str], list[Labelled]] = defaultdict(list)
    for entry in found:
        if len(entry.text.strip()) > 40:
            by_source[entry.source, entry.label].append(entry)
    kept: list[Labelled] = []
    for entries in by_source.values():
        rng.shuffle(entries)
        source = entries[0].source
        most = MOST_MAILS if source in _OF_MANY else _OF_ONE_MOULD.get(source, MOST)
        kept += entries[:most] if entries[0].trains else entries
    return kept
