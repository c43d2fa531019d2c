"""Commands and options, with help that teaches."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__

_MODES = ["blackout", "label", "pseudonym", "hash", "mask", "remove"]
"""Values of `app.documents.Operator` that are modes; written out, since importing it costs as much as parsing."""

_EPILOG = """\
examples:
  cloister                                     open the window
  cloister process Inbox --out Safe            redact a whole folder; run again to go on where it stopped
  cloister analyze letter.pdf --json           what is in this document?
  cloister redact letter.pdf --out safe.pdf --mode label
  cloister verify letter.pdf safe.pdf          is everything gone? exit code 3 if not

exit codes: 0 done, 1 some documents failed, 2 bad usage, 3 a leak was found
Nothing ever leaves this machine: the program refuses every network call of its own.
"""


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(
        prog="cloister",
        description="Finds what is private in your documents and writes copies that are safe to hand out.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"cloister {__version__}")
    parser.add_argument("--library", type=Path, metavar="DIR", help="keep the library in DIR")
    parser.set_defaults(run="commands:window")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND")
    _process(subparsers)
    _analyze(subparsers)
    _redact(subparsers)
    _verify(subparsers)
    _teach(subparsers)
    _fields(subparsers)
    _others(subparsers)
    return parser


if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


def _add(
    subparsers: Subparsers, name: str, run: str, summary: str, detail: str = ""
) -> argparse.ArgumentParser:
    """`run` is "module:function" below `app.cli`; it is imported when the command runs, so that help comes at once."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}. {detail}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    return parser


def _decision_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--terms-file", type=Path, metavar="F", help="take out these words too, one per line")
    parser.add_argument("--no-auto", action="store_true", help="take out only the words of --terms-file")
    parser.add_argument("--types", metavar="A,B", help="only these types, for instance PERSON,IBAN_CODE")
    parser.add_argument("--mode", choices=_MODES, help="what stands in its place")
    parser.add_argument(
        "--strict-width",
        action="store_true",
        help="in PDFs, also hide how wide the removed text was: boxes of one width, their lines spaced anew",
    )
    parser.add_argument(
        "--policy",
        metavar="NAME",
        help="share_outside (default), gdpr_pseudonymisation, hipaa_safe_harbor, foi_release, names_only, "
        "or one of your own",
    )
    parser.add_argument(
        "--code",
        action="append",
        default=[],
        metavar="TYPE=CODE",
        help="exemption code on the boxes of a type, for instance PERSON=(b)(6); TYPE * is every type",
    )
    parser.add_argument(
        "--colour",
        action="append",
        default=[],
        metavar="TYPE=#RRGGBB",
        help="colour of the boxes of a type on pages and pictures; TYPE * is every type",
    )
    parser.add_argument(
        "--as-text", action="store_true", help="write copies as plain text, whatever the originals are"
    )
    parser.add_argument("--check-ocr", action="store_true", help="also read the copy's pixels in the check")
    parser.add_argument("--no-ocr", action="store_true", help="do not read scans and pictures")
    parser.add_argument(
        "--certificate",
        action="store_true",
        help="write COPY.certificate.json and .pdf, for verify --certificate",
    )
    parser.add_argument(
        "--log", action="store_true", help="write COPY.log.csv (page, type, reason) and COPY.legend.pdf"
    )
    _password_option(parser)


def _password_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--password-env", metavar="VAR", help="the file's password is in this variable")


def _process(subparsers: Subparsers) -> None:
    parser = _add(
        subparsers,
        "process",
        "commands:process",
        "read, analyse, redact, verify and store files and folders",
        "Unchanged files that are done already are skipped, so the same command resumes after a stop.",
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files and folders")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="folder for the redacted copies"
    )
    parser.add_argument(
        "--resume", action="store_true", help="go on with the last run into DIR (PATH not needed)"
    )
    parser.add_argument("--fresh", action="store_true", help="do everything again")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be taken out of which file, and write nothing"
    )
    parser.add_argument("--workers", type=int, metavar="N", help="worker processes")
    parser.add_argument("--keep-names", action="store_true", help="leave file names as they are")
    _decision_options(parser)


def _analyze(subparsers: Subparsers) -> None:
    parser = _add(
        subparsers,
        "analyze",
        "document_commands:analyze",
        "say what a document is and what is private in it",
        'With --jsonl, reads {"id","text"} per line from standard input and answers line by line, in order.',
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="the full result as JSON")
    parser.add_argument(
        "--jsonl", action="store_true", help="texts from standard input, one JSON object a line"
    )
    parser.add_argument("--with-text", action="store_true", help="add the text that offsets count in")
    parser.add_argument("--no-ocr", action="store_true", help="do not read scans and pictures")
    _password_option(parser)


def _redact(subparsers: Subparsers) -> None:
    parser = _add(
        subparsers,
        "redact",
        "document_commands:redact",
        "write a redacted copy of one file",
        "The copy is written only after an independent check; the original is never changed.",
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the copy")
    parser.add_argument("--report", type=Path, metavar="F.json", help="write a report (and F.html beside it)")
    parser.add_argument(
        "--area",
        action="append",
        default=[],
        metavar="PAGE:X0,Y0,X1,Y1",
        help="clear this rectangle of a page whatever it shows, measured as the boxes of analyze --json",
    )
    _decision_options(parser)


def _verify(subparsers: Subparsers) -> None:
    parser = _add(
        subparsers,
        "verify",
        "document_commands:verify",
        "check that what should be gone from a redacted file is gone",
        "Works on files redacted by other programs too. With one file and no original, says what that file gives "
        "away by itself: text under boxes, invisible text, older revisions, metadata. Exit code 3: leaks found.",
    )
    parser.add_argument("original", type=Path, metavar="ORIGINAL")
    parser.add_argument("redacted", type=Path, nargs="?", metavar="REDACTED")
    parser.add_argument(
        "--terms-file",
        type=Path,
        metavar="F",
        help="what should be gone; without it, what the copy no longer shows",
    )
    parser.add_argument("--json", action="store_true", help="the verdict as JSON")
    parser.add_argument("--ocr", action="store_true", help="also read the pixels")
    parser.add_argument(
        "--certificate", type=Path, metavar="F.json", help="check that this certificate holds for both files"
    )
    _password_option(parser)


def _teach(subparsers: Subparsers) -> None:
    teach = _add(
        subparsers,
        "teach",
        "teach_command:run",
        "teach a class of your own with three to ten examples, or correct a known one",
        "What is learned stays in the library and counts for every later analysis; --undo takes the last lesson back.",
    )
    teach.add_argument("label", nargs="?", metavar="LABEL", help="for instance delivery_note")
    teach.add_argument("files", nargs="*", type=Path, metavar="FILE", help="examples of the class")
    teach.add_argument("--sensitive", nargs="+", type=Path, metavar="FILE", help="sensitive for us")
    teach.add_argument("--not-sensitive", nargs="+", type=Path, metavar="FILE", help="not sensitive for us")
    teach.add_argument("--list", action="store_true", help="what was taught, with its expected accuracy")
    teach.add_argument("--undo", action="store_true", help="take the last lesson back")
    teach.add_argument("--no-ocr", action="store_true", help="do not read scans and pictures")
    _password_option(teach)


def _fields(subparsers: Subparsers) -> None:
    parser = _add(
        subparsers,
        "fields",
        "fields_command:show",
        "teach fields of your own, and write all fields of a folder as a table",
        "Mark a value in two or three documents and name it; the rest of the folder is filled in.",
    )
    verbs = parser.add_subparsers(title="what to do", metavar="VERB")
    teach = _add(verbs, "teach", "fields_command:teach", "learn a field from marked values")
    teach.add_argument("name", metavar="NAME", help="for instance policy_number")
    teach.add_argument(
        "--value",
        nargs=2,
        action="append",
        required=True,
        metavar=("VALUE", "FILE"),
        help="the value as it stands in the file; once for each document",
    )
    table = _add(
        verbs, "table", "fields_command:table", "read files and folders and write their fields as a table"
    )
    table.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    table.add_argument("--out", type=Path, required=True, metavar="FILE", help=".csv, .xlsx or .json")
    table.add_argument("--only-own", action="store_true", help="only the fields that you taught")
    table.add_argument("--workers", type=int, metavar="N", help="worker processes")
    for verb in (teach, table):
        verb.add_argument("--no-ocr", action="store_true", help="do not read scans and pictures")
        _password_option(verb)
    _add(verbs, "list", "fields_command:show", "the fields that were taught")
    _add(verbs, "undo", "fields_command:undo", "take the last taught field back")


def _others(subparsers: Subparsers) -> None:
    opened = _add(
        subparsers,
        "open",
        "commands:window",
        "open the window with these files and folders",
        "A window that is open already takes them.",
    )
    opened.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files and folders")

    search = _add(subparsers, "search", "search_command:run", "find documents in the library")
    search.add_argument("query", nargs="?", metavar="QUERY", help='words, "a phrase", or a pref*')
    search.add_argument("--meaning", action="store_true", help="also find what means the same in other words")
    search.add_argument("--person", metavar="NAME", help="all that name this person, however it is spelled")
    search.add_argument("--duplicates", action="store_true", help="files that are the same, or nearly")
    search.add_argument("--class", dest="category", default="", metavar="LABEL", help="only this class")
    search.add_argument("--folder", default="", metavar="DIR", help="only files that lie in this folder")
    search.add_argument("--since", default="", metavar="DAY", help="added on this day or later: 2026-03-31")
    search.add_argument("--until", default="", metavar="DAY", help="added on this day or earlier")
    search.add_argument(
        "--entity", default="", metavar="WORDS", help="only where this was found: a name, an IBAN"
    )
    search.add_argument("--sensitive", choices=["yes", "no"], default="", help="only what is so for you")
    search.add_argument("--json", action="store_true")

    told = _add(
        subparsers,
        "feedback",
        "feedback_command:run",
        "say how customers feel and about what, over a folder of their feedback",
        "Files, and the cells of tables, are one piece of feedback each. Nothing is kept in the library.",
    )
    told.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files and folders")
    told.add_argument("--json", action="store_true", help="each piece and each topic as JSON")
    told.add_argument("--no-ocr", action="store_true", help="do not read scans and pictures")
    told.add_argument("--workers", type=int, metavar="N", help="worker processes")
    _password_option(told)

    screened = _add(
        subparsers,
        "screen",
        "screen_command:run",
        "put CVs side by side without names: posts, education, skills, languages",
        "Names, addresses, birth, family and nationality are hidden. Nothing is kept in the library.",
    )
    screened.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files and folders with CVs")
    screened.add_argument(
        "--skills", default="", metavar="A,B", help="say for each CV whether it names these"
    )
    screened.add_argument(
        "--names", action="store_true", help="show names and files, after the choice is made"
    )
    screened.add_argument("--json", action="store_true")
    screened.add_argument("--no-ocr", action="store_true", help="do not read scans and pictures")
    screened.add_argument("--workers", type=int, metavar="N", help="worker processes")
    _password_option(screened)

    models = _add(subparsers, "models", "commands:models", "list, add or check models")
    models.add_argument("action", choices=["list", "add", "check"], nargs="?", default="list")
    models.add_argument("file", nargs="?", type=Path, metavar="GGUF", help="model file to add")
    models.add_argument("--json", action="store_true")

    watch = _add(
        subparsers, "watch", "commands:watch", "redact whatever is put into a folder", "Runs until Ctrl-C."
    )
    watch.add_argument("folder", type=Path, metavar="DIR")
    watch.add_argument("--out", type=Path, required=True, metavar="DIR")
    watch.add_argument("--once", action="store_true", help="process what is there now, then end")
    watch.add_argument("--workers", type=int, metavar="N")
    watch.add_argument("--keep-names", action="store_true", help="leave file names as they are")
    _decision_options(watch)

    audit = _add(subparsers, "audit", "commands:audit", "show or check the audit trail")
    audit.add_argument("action", choices=["show", "verify"], nargs="?", default="show")
    audit.add_argument("--json", action="store_true")

    passphrase = _add(
        subparsers,
        "passphrase",
        "commands:passphrase",
        "set or change the library's passphrase",
        "A forgotten passphrase cannot be recovered by anybody; your original files are not affected.",
    )
    passphrase.add_argument("--new-env", metavar="VAR", help="the new passphrase is in this variable")

    backup = _add(
        subparsers,
        "backup",
        "commands:backup",
        "write the whole library into one encrypted file",
        "It opens with the library's passphrase; a library without one asks for a passphrase for the backup.",
    )
    backup.add_argument("file", type=Path, metavar="FILE")
    backup.add_argument("--new-env", metavar="VAR", help="a passphrase for the backup is in this variable")
    restore = _add(
        subparsers,
        "restore",
        "commands:restore",
        "put a backup back as the library",
        "Only where there is no library yet: use --library DIR for another folder.",
    )
    restore.add_argument("file", type=Path, metavar="FILE")

    doctor = _add(subparsers, "doctor", "commands:doctor", "check this installation in plain words")
    doctor.add_argument("--json", action="store_true")
