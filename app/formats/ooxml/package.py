"""Zip packages of Office files: parts read within limits, written afresh without a trace of the old zip."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field

from app.documents import Limits
from app.documents.errors import DamagedFile, LimitExceeded, PasswordNeeded

SIGNATURE = b"PK\x03\x04"
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20
_SMALL = 10 * 1024 * 1024
CONTENT_TYPES = "[Content_Types].xml"
MIMETYPE = "mimetype"


@dataclass
class Package:
    """Parts by name, in the order of the file."""

    parts: dict[str, bytes] = field(default_factory=dict)


def read_package(data: bytes, limits: Limits) -> Package:
    """Unpack all parts. Raises DamagedFile, LimitExceeded, PasswordNeeded."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read_parts(archive, limits)
    except RuntimeError as error:
        raise PasswordNeeded from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise DamagedFile("its parts cannot be unpacked") from error


def _read_parts(archive: zipfile.ZipFile, limits: Limits) -> Package:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > limits.parts:
        raise LimitExceeded(f"{len(infos)} parts", str(limits.parts))
    package = Package()
    total = 0
    for info in infos:
        name = info.filename.replace("\\", "/").lstrip("/")
        if ".." in name.split("/") or name in package.parts:
            raise DamagedFile("a part's name is not allowed")
        if info.flag_bits & 1:
            raise PasswordNeeded
        package.parts[name] = content = _bounded(archive, info, limits, limits.expanded_size - total)
        total += len(content)
    return package


def _bounded(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits, room: int) -> bytes:
    """One part's bytes, stopped where it grows beyond the limits whatever its header says."""
    cap = min(room, max(_SMALL, info.compress_size * limits.expansion_ratio))
    pieces, size = [], 0
    with archive.open(info) as stream:
        while piece := stream.read(_CHUNK):
            size += len(piece)
            if size > cap:
                raise LimitExceeded("a part that unpacks to very much", f"{cap // 1048576} MiB")
            pieces.append(piece)
    return b"".join(pieces)


def part_bytes(data: bytes, name: str, cap: int = 1 << 20) -> bytes:
    """The first `cap` bytes of one part, b"" where there is none: for telling formats apart."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(name) as stream:
            return stream.read(cap)
    except (KeyError, RuntimeError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
        return b""
    except NotImplementedError:
        return b""


def write_package(package: Package) -> bytes:
    """A fresh zip: fixed times, no comments, no extra fields; the same parts give the same bytes."""
    target = io.BytesIO()
    first = (MIMETYPE, CONTENT_TYPES)
    names = sorted(package.parts, key=lambda name: first.index(name) if name in first else len(first))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.compress_type = zipfile.ZIP_STORED if name == MIMETYPE else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, package.parts[name])
    return target.getvalue()


def rels_name(part: str) -> str:
    """Where the relationships of `part` lie ("" for those of the package)."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", name + ".rels")


def rels_owner(rels: str) -> str:
    """The part whose relationships `rels` holds."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def resolve(owner: str, target: str) -> str:
    """The part that `target` names, seen from `owner`."""
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(owner), target))
