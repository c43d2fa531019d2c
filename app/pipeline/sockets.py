"""How many internet sockets this program and its workers hold, read from the kernel's own tables.

Linux only: there /proc/<pid>/fd names the sockets of a process by inode, and /proc/<pid>/net lists the
inodes of all internet sockets of its network. Elsewhere the answer is that it is not known."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from app import offline

_TABLES = ("tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6", "icmp", "icmp6", "packet")
_SOCKET = "socket:["


@dataclass(frozen=True, slots=True)
class Sockets:
    """`known` is False where the system does not tell; `refused` where its kernel refuses to open any."""

    known: bool
    count: int
    processes: int
    refused: bool


def count_sockets(proc: Path = Path("/proc"), root: int | None = None) -> Sockets:
    """Internet sockets of the process `root` (this one) and all its descendants."""
    refused = offline.in_force()["seccomp"]
    if not (proc / "self").exists():
        return Sockets(False, 0, 0, refused)
    family = _family(proc, root or os.getpid())
    return Sockets(True, sum(_of_process(proc / str(pid)) for pid in family), len(family), refused)


def _family(proc: Path, root: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for entry in proc.iterdir():
        if entry.name.isdigit():
            parent = _parent(entry)
            if parent is not None:
                children.setdefault(parent, []).append(int(entry.name))
    family, todo = [], [root]
    while todo:
        pid = todo.pop()
        family.append(pid)
        todo += children.get(pid, [])
    return family


def _parent(process: Path) -> int | None:
    try:
        # The name in brackets may hold spaces and brackets itself; what follows the last one is fixed.
        return int((process / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[1])
    except (OSError, ValueError, IndexError):
        return None  # ended meanwhile


def _of_process(process: Path) -> int:
    held = _held(process)
    return len(held & _internet(process)) if held else 0


def _held(process: Path) -> set[str]:
    inodes: set[str] = set()
    try:
        descriptors = list((process / "fd").iterdir())
    except OSError:
        return inodes
    for descriptor in descriptors:
        try:
            target = str(descriptor.readlink())
        except OSError:
            continue
        if target.startswith(_SOCKET):
            inodes.add(target[len(_SOCKET) : -1])
    return inodes


def _internet(process: Path) -> set[str]:
    inodes: set[str] = set()
    for table in _TABLES:
        try:
            head, *lines = (process / "net" / table).read_text("ascii", "replace").splitlines()
        except (OSError, ValueError):
            continue
        # "packet" heads its last column Inode; the others keep the inode in the tenth.
        column = -1 if head.split()[-1:] == ["Inode"] else 9
        inodes |= {line.split()[column] for line in lines if len(line.split()) > 8}
    return inodes
