"""`cloister models`: what is bundled, what was added, and whether it is whole."""

from __future__ import annotations

import argparse
import json

from app.documents.errors import UsageError
from app.models import add_model, added_models, bundled_folder, check_added, check_bundled, read_catalogue
from app.pipeline.naming import printable
from app.settings import models_folder


def run(options: argparse.Namespace) -> int:
    """List, add or check; the exit code."""
    if options.action == "add":
        if options.file is None:
            raise UsageError("Name the GGUF file to add.")
        added = add_model(options.file, models_folder())
        print(f"Added {printable(added.name)} ({added.architecture}, {added.size / 1e6:.0f} MB).")
        return 0
    if options.action == "check":
        files = check_bundled()
        own = added_models(models_folder()) if options.file is None else (check_added(options.file),)
        print(f"{len(files)} bundled files match their checksums, {len(own)} added models can be read.")
        return 0
    return _list(options.json)


def _list(as_json: bool) -> int:
    bundled = read_catalogue(bundled_folder())
    own = added_models(models_folder())
    if as_json:
        facts = [
            {
                "name": f.name,
                "kind": "bundled",
                "size": f.size,
                "sha256": f.sha256,
                "licence": f.licence,
                "purpose": f.purpose,
            }
            for f in bundled
        ]
        facts += [
            {"name": m.path.name, "kind": "added", "size": m.size, "architecture": m.architecture}
            for m in own
        ]
        print(json.dumps(facts, ensure_ascii=False))
        return 0
    for file in bundled:
        print(f"{file.name:24} {file.size / 1e6:8.1f} MB  {file.licence:14} {file.purpose}")
    for model in own:
        print(
            f"{printable(model.path.name):24} {model.size / 1e6:8.1f} MB  added by you   {model.architecture}"
        )
    if not own:
        print(f"No models of your own. Put instruct GGUF files in {printable(str(models_folder()))}.")
    return 0
