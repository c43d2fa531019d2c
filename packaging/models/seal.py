"""Write the catalogue of the shipped model files: size, SHA-256, licence."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

PURPOSES = {
    "encoder-q8_0.gguf": ("Apache-2.0", "encoder: token vectors for every head"),
    "tokenizer.json": ("Apache-2.0", "WordPiece tokenizer with character offsets"),
    "tagger.npz": ("Apache-2.0", "head that tags people, places, organisations, dates and numbers"),
    "classifier.npz": ("Apache-2.0", "head that tells kinds of documents apart"),
    "summarizer.npz": ("Apache-2.0", "head that weighs sentences for summaries"),
    "languages.npz": ("BSD-3-Clause", "tells languages apart; pieces and weights from py3langid"),
    "sentiment.npz": ("Apache-2.0", "head that tells praise from blame in English sentences"),
    "extractor.npz": ("Apache-2.0", "head that chooses among the places where a key fact may stand"),
}


def seal(folder: Path) -> None:
    """Write `catalogue.json` for the files of PURPOSES that lie in `folder`."""
    files = []
    for name, (licence, purpose) in PURPOSES.items():
        path = folder / name
        if path.is_file():
            content = path.read_bytes()
            files.append(
                {
                    "name": name,
                    "sha256": hashlib.sha256(content).hexdigest(),
                    "size": len(content),
                    "licence": licence,
                    "purpose": purpose,
                }
            )
    (folder / "catalogue.json").write_text(json.dumps({"files": files}, indent=1) + "\n", "utf-8")
