"""Making Office files with planted secrets, and looking for what is left of them."""

from __future__ import annotations

import html
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

from app import formats
from app.documents import Document, Operator, Plan, Redacted, Removal, find_terms, fold
from app.formats import Context

SECRET = "Zebulon Quarrington"


def plan_for(
    document: Document, *terms: str, operator: Operator = Operator.LABEL, words: str = "[PERSON 1]"
) -> Plan:
    removals: list[Removal] = []
    for start, end, _ in find_terms(document.text, terms):
        if not removals or start >= removals[-1].end:
            removals.append(Removal(start, end, "PERSON", operator, words))
    return Plan(tuple(removals), terms, document.text_sha256)


def redacted(data: bytes, name: str, *terms: str, ocr: bool = False) -> Redacted:
    context = Context(name, ocr=ocr)
    document = formats.read_bytes(data, context)
    return formats.redact_bytes(data, document, plan_for(document, *terms), context)


def patched(data: bytes, replace: dict[str, tuple[str, str]], add: dict[str, bytes]) -> bytes:
    """The package with text put into its parts, and with parts added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename in replace:
                before, after = replace[info.filename]
                assert before in content.decode("utf-8"), (info.filename, before)
                content = content.decode("utf-8").replace(before, after, 1).encode("utf-8")
            new.writestr(info.filename, content)
        for name, content in add.items():
            new.writestr(name, content)
    return target.getvalue()


def visible_strings(data: bytes, place: str = "") -> list[tuple[str, str]]:
    """Every part as text, unescaped, once as it is and once with the tags taken out; archives opened."""
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            where = f"{place}/{name}"
            found.append((where, name))
            if content.startswith(b"PK\x03\x04"):
                found += visible_strings(content, where)
                continue
            for encoding in ("utf-8", "utf-16-le", "latin-1"):
                text = html.unescape(content.decode(encoding, "ignore"))
                found.append((where, text))
                found.append((where, re.sub(r"<[^>]*>", "", text)))
    return found


def leaks(data: bytes, *secrets: str, length: int = 6) -> list[tuple[str, str]]:
    """(part, piece) of every piece of a secret that is still there, six letters or digits long."""
    pieces = {f[i : i + length] for f in (fold(s).text for s in secrets) for i in range(len(f) - length + 1)}
    found = []
    for where, text in visible_strings(data):
        folded = fold(text).text
        found += [(where, piece) for piece in pieces if piece in folded]
    return found


def as_pdf_text(data: bytes, suffix: str, folder: Path) -> str:
    """What LibreOffice shows of the file."""
    source = folder / f"copy{suffix}"
    source.write_bytes(data)
    office = shutil.which("soffice")
    assert office is not None
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)],
        check=True, capture_output=True, timeout=150,
    )  # fmt: skip
    shown = subprocess.run(
        ["pdftotext", str(folder / "copy.pdf"), "-"], check=True, capture_output=True, timeout=60
    )
    return shown.stdout.decode("utf-8")


def check_segments(document: Document, data: bytes) -> int:
    """Each segment's characters are those of its place in the part; the number of characters checked."""
    from lxml import etree

    checked = 0
    nested = [(embedded.start, embedded.end) for embedded in document.embedded]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        roots: dict[str, list[etree._Element]] = {}
        for block in document.blocks:
            if any(start <= block.start < end for start, end in nested):
                continue
            for segment in block.segments:
                part, _, attribute = segment.part.partition("@")
                if part not in roots:
                    parser = etree.XMLParser(remove_comments=True, remove_pis=True)
                    roots[part] = list(etree.fromstring(archive.read(part), parser).iter(etree.Element))
                if attribute:
                    text = roots[part][segment.node].get(attribute) or ""
                else:
                    element = roots[part][segment.node // 2]
                    text = (element.tail if segment.node % 2 else element.text) or ""
                shown = document.text[segment.start : segment.end]
                assert text[segment.offset : segment.offset + len(shown)] == shown
                checked += len(shown)
    return checked
