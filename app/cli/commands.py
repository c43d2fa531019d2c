"""What the commands on folders and on the library do."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace

from app.cli import inputs
from app.documents.errors import CloisterError, UsageError
from app.pipeline.naming import printable
from app.pipeline.pool import worker_pool

Options = argparse.Namespace


def window(options: Options) -> int:
    """Open the window, or hand the paths to the one that is open."""
    from app.desktop.main import run

    return run(sys.argv[:1], options.library, getattr(options, "paths", ()))


def process(options: Options) -> int:
    """Batch: copies of files and folders into one folder."""
    settings = inputs.settings_from(options)
    pool = worker_pool(settings)
    if not options.no_auto:
        pool.start()
    try:
        from app.cli.progress import run_batch  # the worker loads its models meanwhile

        with inputs.open_library(options) as library:
            paths = options.paths
            if not paths and options.resume:
                unfinished = library.unfinished_job(options.out.absolute())
                if unfinished is None:
                    raise UsageError(
                        "There is no unfinished run into this folder. Name the files to process."
                    )
                paths = unfinished[1]
            if not paths:
                raise UsageError("Name the files and folders to process.")
            batch = inputs.batch_options(options, settings, library)
            password = inputs.password_from(options)
            return run_batch(
                library,
                settings,
                options.out,
                batch,
                paths,
                password=password,
                fresh=options.fresh,
                pool=pool,
                dry=options.dry_run,
            )
    finally:
        pool.close()


def watch(options: Options) -> int:
    """Process whatever appears in a folder."""
    from app.cli.progress import watch_folder

    settings = inputs.settings_from(options)
    if not options.folder.is_dir():
        raise UsageError("The folder to watch is not there.")
    with inputs.open_library(options) as library:
        batch = inputs.batch_options(options, settings, library)
        return watch_folder(library, settings, options.folder, options.out, batch, once=options.once)


# --- library ----------------------------------------------------------------------------------------


def audit(options: Options) -> int:
    """Show the audit trail, or check its chain (exit 1 when it was tampered with)."""
    with inputs.open_library(options) as library:
        if options.action == "verify":
            broken = library.audit_broken_at()
            if broken is not None:
                raise CloisterError(
                    f"The audit trail was changed at entry {broken}. Compare it with a backup."
                )
            print(f"The audit trail is whole: {library.audit_size()} entries.")
            return 0
        for entry in reversed(library.audit()):
            if options.json:
                facts = {"id": entry.id, "at": entry.at, "actor": entry.actor, "action": entry.action}
                print(
                    json.dumps(
                        {**facts, "subject": entry.subject, "detail": entry.detail, "hash": entry.digest}
                    )
                )
            else:
                print("  ".join(map(printable, (entry.at, entry.actor, entry.action, entry.subject))))
    return 0


def passphrase(options: Options) -> int:
    """Set or change the passphrase."""
    with inputs.open_library(options) as library:
        library.change_passphrase(inputs.new_passphrase(options))
    print("The library opens with the new passphrase from now on.")
    return 0


def backup(options: Options) -> int:
    """Write the library into one file."""
    from app.store.backups import SUFFIX, back_up

    target = options.file if options.file.suffix else options.file.with_name(options.file.name + SUFFIX)
    with inputs.open_library(options) as library:
        own = library.key_kept_in == "passphrase" and options.new_env is None
        back_up(library, target.absolute(), None if own else inputs.new_passphrase(options))
    print(
        f"{printable(target.name)} holds the library; {'its own' if own else 'the new'} passphrase opens it."
    )
    return 0


def restore(options: Options) -> int:
    """Put a backup back."""
    from app.store.backups import restore as put_back

    folder = inputs.library_folder(options)
    count = put_back(options.file.absolute(), folder, inputs.asked_passphrase(options))
    print(f"The library holds {count} documents again. It opens with the backup's passphrase.")
    return 0


def models(options: Options) -> int:
    """List, add or check models."""
    from app.cli.models_command import run

    return run(options)


def doctor(options: Options) -> int:
    """Check the installation."""
    from app.cli.doctor import examine

    findings = examine(inputs.library_folder(options), replace(inputs.settings_from(options)))
    if options.json:
        print(json.dumps([{"check": f.check, "verdict": f.verdict, "detail": f.detail} for f in findings]))
    else:
        for finding in findings:
            print(f"{finding.verdict:8} {finding.check}: {printable(finding.detail)}")
    return 1 if any(finding.verdict == "problem" for finding in findings) else 0
