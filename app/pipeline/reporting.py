"""Reports beside the copies: what was removed, by type and channel, and what the check found."""

from __future__ import annotations

import html
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import __version__
from app.documents import Plan, Verification
from app.formats import write_atomically
from app.pipeline.naming import printable
from app.pipeline.steps import Analysed, Checked

if TYPE_CHECKING:
    from app.pipeline.batch import BatchOptions, BatchOutcome

REPORT_NAME = "cloister-report"


def item_detail(analysed: Analysed, plan: Plan, checked: Checked) -> dict[str, Any]:
    """Facts about one redaction, without private text."""
    return {
        "media_type": analysed.document.source.media_type,
        "pages": len(analysed.document.pages),
        "language": analysed.analysis.language,
        "category": analysed.analysis.category.label,
        "removed_by_type": dict(sorted(Counter(r.type for r in plan.removals).items())),
        "removed_by_channel": checked.redacted.removed_by_channel,
        "rasterised_pages": list(checked.redacted.rasterised_pages),
        "check": verification_summary(checked.verification),
        "warnings": [*analysed.document.warnings, *checked.redacted.warnings],
        "seconds": round(analysed.seconds, 3),
    }


def verification_summary(verification: Verification) -> dict[str, Any]:
    """The verdict by channel; terms are named by their index only."""
    return {
        "clean": verification.clean,
        "channels_checked": list(verification.channels_checked),
        "terms_checked": verification.terms_checked,
        "original_sha256": verification.original_sha256,
        "redacted_sha256": verification.redacted_sha256,
        "leaks": [
            {
                "channel": leak.channel,
                "place": leak.place,
                "term": leak.term_index,
                "fragment": leak.fragment,
                "detail": leak.detail,
            }
            for leak in verification.leaks
        ],
        "warnings": list(verification.warnings),
    }


def write_batch_report(out: Path, outcome: BatchOutcome, options: BatchOptions) -> None:
    """`cloister-report.json` and `.html` in the output folder. Raises CannotWrite."""
    facts = {
        "schema": 1,
        "program": f"Cloister {__version__}",
        "policy": options.policy.name,
        "mode": options.mode,
        "stopped": outcome.stopped,
        "documents": [
            {
                "path": item.path,
                "sha256": item.sha256,
                "state": item.state,
                "output": item.output,
                "output_sha256": item.output_sha256,
                "reason": item.reason,
                "sentence": item.sentence,
                **item.detail,
            }
            for item in sorted(outcome.items, key=lambda item: item.path)
        ],
    }
    write_report(out / f"{REPORT_NAME}.json", facts)


def write_report(path: Path, facts: dict[str, Any]) -> None:
    """Write `facts` as JSON at `path` and as a page of HTML beside it."""
    text = json.dumps(facts, indent=2, ensure_ascii=False, sort_keys=True)
    write_atomically(path, text.encode("utf-8", "backslashreplace"))
    write_atomically(path.with_suffix(".html"), _page(facts).encode("utf-8", "backslashreplace"))


_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem;
       color: #1d2430; background: #fff; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .4rem .6rem;
       border-bottom: 1px solid #d5dae3; vertical-align: top; overflow-wrap: anywhere; }
.failed { color: #a3201d; } .done { color: #14663a; }
@media (prefers-color-scheme: dark) { body { color: #e6e9ef; background: #14181f; }
       th, td { border-color: #343b48; } .failed { color: #ff9a94; } .done { color: #7fd6a3; } }
"""


def _page(facts: dict[str, Any]) -> str:
    documents = facts.get("documents", [facts])
    rows = "\n".join(_row(document) for document in documents)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>Redaction report</title><style>{_STYLE}</style></head><body><h1>Redaction report</h1>"
        f"<p>{_text(facts['program'])} · policy {_text(facts['policy'])} · {len(documents)} document(s)</p>"
        "<table><thead><tr><th>Document</th><th>State</th><th>Removed</th><th>Channels checked</th>"
        f"<th>Notes</th></tr></thead><tbody>{rows}</tbody></table></body></html>"
    )


def _row(document: dict[str, Any]) -> str:
    state = "done" if document.get("state", "done") == "done" else "failed"
    removed = ", ".join(f"{kind} {count}" for kind, count in document.get("removed_by_type", {}).items())
    channels = ", ".join(document.get("check", {}).get("channels_checked", []))
    notes = " ".join([document.get("sentence", ""), *document.get("warnings", [])])
    cells = [document.get("path", ""), document.get("state", "done"), removed, channels, notes]
    shown = "".join(f"<td>{_text(cell)}</td>" for cell in cells)
    return f'<tr class="{state}">{shown}</tr>'


def _text(value: object) -> str:
    return html.escape(printable(str(value)))
