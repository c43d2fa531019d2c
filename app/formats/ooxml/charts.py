"""Charts whose cached numbers lost something."""

from __future__ import annotations

from app.formats.ooxml.redacting import Work
from app.formats.ooxml.xml import elements, local, remove


def settle_charts(work: Work) -> None:
    """A cached number that is no number any more goes with its point, so that the chart stays valid."""
    for part in work.xml_parts():
        if "/charts/" not in part:
            continue
        root = work.root(part)
        if root is None:
            continue
        for point in [e for e in elements(root) if local(e) == "pt"]:
            parent = point.getparent()
            if parent is None or local(parent) not in ("numCache", "numLit"):
                continue
            value = "".join(child.text or "" for child in point)
            if not _is_number(value):
                remove(point)
        changed = work.changed.get(part, set())
        for formula in [e for e in elements(root) if local(e) == "f" and e in changed]:
            holder = formula.getparent()
            if holder is not None and local(holder) in ("numRef", "strRef"):
                formula.text = "#REF!"


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
