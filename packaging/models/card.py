"""Write the model card from the figures that `evaluate.py` measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ABOUT = """# The bundled models

An encoder of 22.7 million parameters (all-MiniLM-L6-v2, Apache-2.0, six layers, 384 dimensions, lower-case
WordPiece) trained further to find personal data, in GGUF for llama.cpp, and a head in NumPy that tags words.
Both come from one command:

    python packaging/models/build.py --data DATA --out resources/models

and the tables below from

    python packaging/models/evaluate.py --data DATA --card

## How it works

The text is cut by WordPiece with exact character offsets, into windows of at most 160 tokens (and up to 20 of
context on each side where the cut falls inside a paragraph). llama.cpp computes token vectors without pooling.
The head takes the mean vector of each word beside features of the original spelling (shape, length, affixes,
place in the line, spaces around it, known names), sees two words on each side, and a linear-chain conditional
random field chooses the best sequence of tags: PERSON, ORGANIZATION, LOCATION, STREET_ADDRESS, DATE_TIME, AGE,
NRP, PHONE_NUMBER, EMAIL_ADDRESS, ID (a number that names a person), ACCOUNT_NUMBER, USERNAME. Scores are the
field's marginal probabilities at a temperature fitted on development data. `strictness` from 0 to 1 moves one
threshold for all types.

## Training

Three rounds over the sets below and over generated documents: the shipped files saw 1,080 batches of the first
(`--steps 1080`), 330 of the second (`--second-steps 330`; more German and plain text) and all 1,687 of the third
(`--fourth-steps -1` leaves out the fourth, which nothing has been measured of). The third draws more from sets that people annotated, and the German and English sets that
come without a training part train with one half, chosen by a digest of the text; figures are taken on the other half. AdamW, learning rate 2.5e-4 for the top layer
falling by 0.9 a layer, 1.5e-3 for the head, warm-up and cosine decay, batches of 1,800 tokens, float32.
A set that does not annotate a type does not deny it: the loss sums over all tag sequences that the annotation
allows. Every fourth batch also draws the mean vector towards that of the untrained encoder, so that the same
vectors serve search. A quarter of the texts is changed: small letters, capitals, title case, line breaks inside
names, scanning errors. Known-name features are hidden for a quarter of the texts.

| set | what | licence |
|---|---|---|
| presidio_synth | generated sentences with personal data | MIT |
| meddocan | Spanish clinical cases | CC BY 4.0 |
| wnut17 | social media, forums | CC BY 4.0 |
| btc | tweets | CC BY 4.0 |
| wikigold | Wikipedia | CC BY 4.0 |
| crossner | Wikipedia, five domains | MIT; text CC BY-SA |
| uner_pt_bosque | Portuguese news | CC BY-SA 4.0 |
| secfin | loan agreements | CC BY 3.0 |
| echr_fr_es | French and Spanish court decisions | MIT |
| ler_de (dates only) | German court decisions | CC BY 4.0 |
| wikiann, 4,000 sentences a language (en de nl fr pt es pl) | Wikipedia, silver | CC BY-SA |
| germeval14 (half of its development set) | German news and Wikipedia | CC BY 4.0 |
| uner_en_ewt (half of its development set) | English mail, reviews, web | CC BY-SA 4.0 |
| generated documents, 18,000 | forms, tables, letters, notes in eight languages | our own |

The generated documents use names by country (CC0), and from Presidio's repository (MIT) a list of companies and
identities of fakenamegenerator.com (CC BY-SA 3.0 US). Left out: CoNLL-2003, everything non-commercial, re3d (its
BBC rows cannot be told apart), and every official test split.

"""

LIMITS = """
## Limits

- Built on two shared CPU cores in about two hours. German names are still found less often than English ones, above
  all surnames alone. Gold data in German, Italian, Dutch and Polish would help most: beside half of a German development
  set only Wikipedia's silver annotation and generated documents were at hand.
- Development sets chose the bias of PERSON and the temperature. Figures come from a sample of each set, so a point or
  two is chance.
- Known names hold the names of the held-out generated documents too; the templates there are unseen for the
  languages with fourteen or more of them, as are companies.
- Names in all small letters on social media, and handles, are found less often than others.
- A court case named after its parties, a company named after its founder: PERSON and ORGANIZATION mix.
"""

COLUMNS = ("f1", "f1_PERSON", "f1_ORGANIZATION", "f1_LOCATION", "person_covered", "flagged_without_gold")
TITLES = ("exact-span F1", "PERSON", "ORG", "LOC", "names wholly covered", "quiet texts flagged")


def write_card(folder: Path) -> None:
    """Write `MODEL_CARD.md` beside the models."""
    figures: dict[str, Any] = json.loads((folder / "figures.json").read_text("utf-8"))
    parts = [ABOUT, "## Figures\n\nIn percent, on the shipped path (llama.cpp, Q8_0, NumPy head).\n\n"]
    shipped = figures["q8_0"]
    parts.append(f"Texts of each set: {shipped['limit'] or 'all'}; strictness {shipped['strictness']}.\n\n")
    parts.append(_table(shipped["sets"]))
    parts.append(
        "\nF1 counts PERSON, ORGANIZATION and LOCATION; on meddocan and the generated documents every type. "
        "A name is wholly covered when every letter of it lies in some span. A quiet text has no gold span; "
        "dates, ages and nationalities do not count as flags.\n"
    )
    for name in sorted(set(figures) - {"q8_0"}):
        if "sets" in figures[name]:
            parts.append(f"\n### {name} against q8_0\n\n" + _difference(figures[name], shipped))
    notes = folder / "notes.json"
    if notes.is_file():
        parts.append("\n## Measured beside\n\n")
        parts.extend(f"- {line}\n" for line in json.loads(notes.read_text("utf-8")))
    parts.append(LIMITS)
    (folder / "MODEL_CARD.md").write_text("".join(parts), "utf-8")


def _table(sets: dict[str, dict[str, float]]) -> str:
    lines = ["| set | " + " | ".join(TITLES) + " |", "|---" * (len(TITLES) + 1) + "|"]
    for name, row in sets.items():
        cells = [f"{row[column]:.1f}" if column in row else "" for column in COLUMNS]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _difference(other: dict[str, Any], shipped: dict[str, Any]) -> str:
    lines = ["| set | F1 | names wholly covered |", "|---|---|---|"]
    for name, row in other["sets"].items():
        if name in shipped["sets"] and other["limit"] == shipped["limit"]:
            base = shipped["sets"][name]
            lines.append(
                f"| {name} | {row['f1']:.2f} ({row['f1'] - base['f1']:+.2f}) | "
                f"{row['person_covered']:.2f} ({row['person_covered'] - base['person_covered']:+.2f}) |"
            )
    return "\n".join(lines) + "\n"
