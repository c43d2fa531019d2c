"""What the commands on one document do: analyse, redact, verify."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from app import __version__
from app.cli import inputs
from app.documents import Block, BlockKind, Document, Operator, Source, Verification, result_json
from app.documents.errors import DocumentError, LeakFound, UsageError
from app.formats import write_atomically
from app.pipeline import papers, steps
from app.pipeline.messages import verification_from_json
from app.pipeline.naming import printable
from app.pipeline.pool import Result, Task, WorkerPool, worker_pool
from app.pipeline.reporting import item_detail, verification_summary, write_report

Options = argparse.Namespace


def analyze(options: Options) -> int:
    """One document, or texts line by line."""
    if options.jsonl:
        return _analyze_lines(options.with_text, _taught(options))
    if options.file is None:
        raise UsageError("Name the file to analyse, or use --jsonl.")
    settings = inputs.settings_from(options)
    path = options.file.absolute()
    pool = worker_pool(settings)
    pool.start()
    try:
        password = inputs.password_from(options)
        task = steps.analyse_task(0, path, settings, password=password, own=_taught(options))
        found = steps.analysed(_call(pool, task))
    finally:
        pool.close()
    result = result_json(options.file.name, found.document, found.analysis, with_text=options.with_text)
    if options.json:
        print(json.dumps(result, ensure_ascii=False))
    else:
        _print_result(result)
    return 0


def _taught(options: Options) -> bytes:
    from app.cli.teach_command import taught  # imports the store, which other commands do without

    return taught(options)


def _print_result(result: dict[str, Any]) -> None:
    category = result["category"]
    facts = result["document"]
    print(f"{printable(facts['path'])}: {category['label']} ({category['score']:.0%}), {facts['language']}")
    for kind, count in Counter(entity["type"] for entity in result["entities"]).most_common():
        print(f"  {kind:24} {count}")
    for field in result["fields"]:
        print(f"  {field['name']}: {printable(field['normalized'] or field['value'])}")
    if result["summary"]["text"]:
        print(f"\n{printable(result['summary']['text'])}")
    for warning in result["warnings"]:
        print(f"note: {printable(warning)}", file=sys.stderr)


def _analyze_lines(with_text: bool, learned: bytes) -> int:
    from app.analysis.understanding import own_from_bytes
    from app.pipeline.analyse import Analyser

    analyser, own = Analyser(1), own_from_bytes(learned)
    failed = 0
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            request = json.loads(line)
            text, identifier = request["text"], request.get("id", number)
            if not isinstance(text, str):
                raise TypeError("text")
        except (ValueError, KeyError, TypeError, AttributeError):
            failed += 1
            sentence = 'The line is not a JSON object with "text". Check the input.'
            answer: dict[str, Any] = {
                "schema": 1,
                "id": number,
                "error": {"reason": "line", "sentence": sentence},
            }
            print(f"cloister: line {number}: {sentence}", file=sys.stderr)
        else:
            document = text_document(text)
            answer = result_json(identifier, document, analyser.analyse(document, own), with_text=with_text)
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return 1 if failed else 0


def text_document(text: str) -> Document:
    """A document of plain text that came without a file."""
    data = text.encode("utf-8", "surrogatepass")
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(line.rstrip("\r\n"))))
        at += len(line)
    source = Source("", hashlib.sha256(data).hexdigest(), len(data), "text/plain", "text")
    return Document(source, text, tuple(blocks))


def redact(options: Options) -> int:
    """A redacted copy of one file, written only when the check is clean."""
    settings = inputs.settings_from(options)
    source, target = options.file.absolute(), options.out.absolute()
    if target == source or (target.exists() and source.exists() and target.samefile(source)):
        raise UsageError("The copy must not replace the original. Give another name after --out.")
    if target.is_dir():
        target = target / source.name
    with ExitStack() as stack:
        pool = worker_pool(settings)
        stack.callback(pool.close)
        if not options.no_auto:
            pool.start()
        from app.pipeline.planning import Planner  # the worker loads its models meanwhile

        needs_library = (options.mode or settings.mode) in (Operator.PSEUDONYM, Operator.HASH)
        library = inputs.open_library(options) if needs_library or _own_policy(options) else None
        if library is not None:
            stack.callback(library.close)
        password = inputs.password_from(options)
        batch = inputs.batch_options(options, settings, library)
        planner = Planner(library)
        stack.callback(planner.save)
        task = steps.analyse_task(0, source, settings, password=password, find=batch.auto)
        found = steps.analysed(_call(pool, task))
        plan = planner.plan(
            found.document,
            found.analysis.entities,
            batch.policy,
            terms=batch.terms,
            mode=batch.mode,
            types=batch.types,
            strict_width=batch.strict_width,
            language=found.analysis.language,
            areas=inputs.areas_from(options.area),
        )
        task = steps.redact_task(
            0,
            source,
            found.document,
            plan,
            settings,
            password=password,
            check_ocr=batch.check_ocr,
            as_text=batch.as_text,
        )
        checked = steps.checked(_call(pool, task))
    if not checked.verification.clean:
        raise LeakFound(steps.leak_sentence(checked.verification))
    write_atomically(target, checked.redacted.data)
    if options.report is not None:
        _write_redact_report(options.report, source, target, batch.policy.name, found, plan, checked)
    if batch.certificate:
        facts = papers.certificate(found, plan, checked, batch.policy.name, pixels_read=batch.check_ocr)
        papers.write_certificate(target, facts)
    if batch.log:
        papers.write_log_and_legend(target, found.document, plan, found.analysis.entities, batch.policy.title)
    for warning in (*found.document.warnings, *checked.redacted.warnings):
        print(f"note: {printable(warning)}", file=sys.stderr)
    if target.suffix.lower() != checked.redacted.extension.lower():
        print(f"note: the copy is in {checked.redacted.extension} format.", file=sys.stderr)
    areas = f" and {len(plan.areas)} areas" if plan.areas else ""
    print(
        f"{len(plan.removals)} removed{areas}, checked in {len(checked.verification.channels_checked)} channels."
    )
    return 0


def _own_policy(options: Options) -> bool:
    from app.masking import PRESETS

    return options.policy is not None and options.policy not in PRESETS


def _write_redact_report(
    report: Path,
    source: Path,
    target: Path,
    policy: str,
    found: steps.Analysed,
    plan: Any,
    checked: steps.Checked,
) -> None:
    facts = {
        "schema": 1,
        "program": f"Cloister {__version__}",
        "policy": policy,
        "path": source.name,
        "output": target.name,
        "sha256": found.document.source.sha256,
        "output_sha256": hashlib.sha256(checked.redacted.data).hexdigest(),
        **item_detail(found, plan, checked),
    }
    write_report(report.absolute(), facts)


def verify(options: Options) -> int:
    """Exit 0 clean, 3 leaks found."""
    settings = inputs.settings_from(options)
    against: list[str] = []
    if options.redacted is None:
        for given, name in ((options.terms_file, "--terms-file"), (options.certificate, "--certificate")):
            if given is not None:
                raise UsageError(f"{name} needs two files: the original and its copy.")
    if options.certificate is not None:
        against = papers.contradictions(
            papers.read_certificate(options.certificate), options.original, options.redacted
        )
    terms = inputs.terms_from(options.terms_file) if options.terms_file is not None else None
    header = {
        "path": str(options.original.absolute()),
        "redacted": None if options.redacted is None else str(options.redacted.absolute()),
        "terms": terms,
        "password": inputs.password_from(options),
        "ocr": options.ocr,
    }
    pool = worker_pool(settings)
    try:
        result = _call(pool, Task(0, "verify", header, seconds=2 * settings.document_seconds))
    finally:
        pool.close()
    verdict = verification_from_json(result.facts["verification"])
    if options.json:
        summary = verification_summary(verdict)
        if options.certificate is not None:
            summary["certificate"] = {"holds": not against, "problems": against}
        print(json.dumps(summary, ensure_ascii=False))
    else:
        _print_verdict(verdict)
        if options.certificate is not None and not against:
            print("The certificate holds for these two files.")
    for sentence in against:
        print(f"cloister: {sentence}", file=sys.stderr)
    return 0 if verdict.clean and not against else LeakFound.exit_code


def _print_verdict(verdict: Verification) -> None:
    if verdict.clean:
        terms = f"{verdict.terms_checked} terms, " if verdict.original_sha256 else ""
        print(f"clean: {terms}channels {', '.join(verdict.channels_checked)}")
    for leak in verdict.leaks:
        what = "a piece of" if leak.fragment else "the whole of"
        term = f"{what} term {leak.term_index + 1}" if leak.term_index >= 0 else leak.detail
        print(f"LEAK {printable(leak.channel)} at {printable(leak.place)}: {printable(term)}")
    for warning in verdict.warnings:
        print(f"note: {printable(warning)}", file=sys.stderr)


def _call(pool: WorkerPool, task: Task) -> Result:
    """Run one task; its failure becomes the error that it was. Raises DocumentError."""
    result = pool.call(task)
    if not result.ok:
        error = DocumentError(f"{Path(task.header['path']).name}: {result.sentence}")
        raise error
    return result
