"""ZIP archives of documents: each member is read and redacted in its own format, then packed anew.

A node of provenance is a member's name (part "names", one node per member); the members' texts are
embedded documents with the member's name as their part.
"""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from app.documents import BlockKind, Document, Limits, Plan, Redacted, find_terms
from app.documents.errors import DamagedFile, DocumentError, EmptyFile, LimitExceeded, PasswordNeeded
from app.formats.base import Context
from app.formats.compose import DocumentBuilder, make_source

_SIGNATURE = b"PK\x03\x04"
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20
_SMALL = 10 * 1024 * 1024
_NAMES_PART = "names"


class ZipFormat:
    """Plain ZIP files; Office files are ZIP files too, but their own formats claim them first."""

    name = "zip"
    extensions = (".zip",)

    def sniff(self, data: bytes, name: str) -> float:
        if not data.startswith(_SIGNATURE):
            return 0.0
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return 0.6 if archive.namelist() else 0.0
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            return 0.3

    def read(self, data: bytes, context: Context) -> Document:
        from app.formats import read_bytes

        builder = DocumentBuilder(
            make_source(data, context.name, "application/zip", self.name), context.limits
        )
        for node, (info, content) in enumerate(_members(data, context)):
            name = info.filename
            builder.add_block(
                BlockKind.FILE_NAME, name, place=name, pieces=[(0, len(name), _NAMES_PART, node, 0)]
            )
            try:
                child = read_bytes(content, context.child(name))
            except (LimitExceeded, PasswordNeeded):
                raise
            except DocumentError as error:
                builder.warnings.append(f"{name}: {error}")
                continue
            builder.add_embedded(name, name, child)
        return builder.build()

    def redact(self, data: bytes, document: Document, plan: Plan, context: Context) -> Redacted:
        from app.formats import redact_bytes

        children = {embedded.part: embedded for embedded in document.embedded}
        removed: dict[str, int] = {}
        warnings: list[str] = []
        taken: set[str] = set()
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
            for info, content in _members(data, context):
                embedded = children.get(info.filename)
                name = _safe_name(_without_terms(info.filename, plan, removed), taken)
                if embedded is None:
                    if content:
                        warnings.append(f"{name}: cannot be read and was left out of the copy.")
                        continue
                    out.writestr(_entry(name), b"")
                    continue
                inner = redact_bytes(
                    content,
                    embedded.document,
                    plan.slice(embedded.start, embedded.end),
                    context.child(info.filename),
                )
                for channel, count in inner.removed_by_channel.items():
                    removed[channel] = removed.get(channel, 0) + count
                warnings.extend(f"{name}: {warning}" for warning in inner.warnings)
                suffix = PurePosixPath(name).suffix
                if suffix.lower() != inner.extension.lower():
                    name = _safe_name(name[: len(name) - len(suffix)] + inner.extension, taken)
                out.writestr(_entry(name), inner.data)
        return Redacted(target.getvalue(), ".zip", removed, warnings=tuple(warnings))


def _members(data: bytes, context: Context) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
    """Regular members with their bytes, within the limits.

    Raises LimitExceeded, PasswordNeeded, DamagedFile.
    """
    limits = context.limits
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise DamagedFile("not a whole archive") from error
    with archive:
        infos = [info for info in archive.infolist() if not info.is_dir() and not _is_link(info)]
        if len(infos) > limits.parts:
            raise LimitExceeded(f"{len(infos)} files in an archive", str(limits.parts))
        if not infos:
            raise EmptyFile
        total = 0
        password = context.password.encode("utf-8") if context.password else None
        for info in infos:
            if info.flag_bits & 1 and password is None:
                raise PasswordNeeded
            content = _bounded(archive, info, limits, limits.expanded_size - total, password)
            total += len(content)
            yield info, content


def _bounded(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits, room: int, password: bytes | None
) -> bytes:
    """One member's bytes, stopped where it grows beyond the limits whatever its header says."""
    ratio_cap = max(_SMALL, info.compress_size * limits.expansion_ratio)
    cap = min(room, ratio_cap)
    pieces, size = [], 0
    try:
        with archive.open(info, pwd=password) as stream:
            while piece := stream.read(_CHUNK):
                size += len(piece)
                if size > cap:
                    raise LimitExceeded("an archive that unpacks to very much", f"{cap // 1048576} MiB")
                pieces.append(piece)
    except RuntimeError as error:
        raise PasswordNeeded(wrong=True) from error
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise DamagedFile("a file in the archive cannot be unpacked") from error
    return b"".join(pieces)


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIXED_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def _without_terms(name: str, plan: Plan, removed: dict[str, int]) -> str:
    pieces, at = [], 0
    for start, end, _ in find_terms(name, plan.terms):
        if start >= at:
            pieces += [name[at:start], "redacted"]
            removed["file names"] = removed.get("file names", 0) + 1
        at = max(at, end)
    return "".join(pieces) + name[at:]


def _safe_name(name: str, taken: set[str]) -> str:
    """A relative name without `..`, drive or root, used once only."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    clean = "/".join(part.replace(":", "_") for part in parts) or "document"
    path, number = PurePosixPath(clean), 1
    while clean.casefold() in taken:
        number += 1
        clean = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
    taken.add(clean.casefold())
    return clean


FORMAT = ZipFormat()
