"""The guard that refuses every network call of the process.

Two layers. A Python audit hook (PEP 578) refuses name look-ups and internet sockets in Python code and
cannot be removed once added. On Linux a seccomp filter refuses `socket(2)` for every address family but
AF_UNIX, in native code too and in all child processes; see seccomp(2) and linux/filter.h.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
import sys
from typing import Any

from app.documents.errors import NetworkRefused

_AF_UNIX = 1
_LOOKUPS = frozenset(
    {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
)
_SENDS = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})

_state = {"hook": False, "seccomp": False}


def guard() -> None:
    """Refuse the network from now on, for this process and its children. Safe to call again."""
    if not _state["hook"]:
        sys.addaudithook(_audit)
        _state["hook"] = True
    if not _state["seccomp"] and sys.platform == "linux":
        _state["seccomp"] = _install_seccomp()


def in_force() -> dict[str, bool]:
    """Which layers are active: "hook" (Python code) and "seccomp" (native code)."""
    return dict(_state)


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    if not event.startswith(("socket.", "urllib.", "http.client.", "ftplib.", "smtplib.")):
        return
    if event in _LOOKUPS:
        raise NetworkRefused(event)
    if event == "socket.__new__" and int(arguments[1]) not in (_AF_UNIX, -1):
        raise NetworkRefused(event)
    if event in _SENDS and isinstance(arguments[-1], tuple):
        raise NetworkRefused(event)
    if event in ("urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect"):
        raise NetworkRefused(event)


# --- seccomp: constants from linux/seccomp.h, linux/filter.h, linux/audit.h and asm/unistd.h ---------

_PR_SET_NO_NEW_PRIVS = 38
_PR_SET_SECCOMP = 22
_SECCOMP_MODE_FILTER = 2
_RET_ALLOW = 0x7FFF0000
_RET_ERRNO = 0x00050000
_LOAD = 0x20  # BPF_LD | BPF_W | BPF_ABS
_JUMP_EQUAL = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
_JUMP_NOT_BELOW = 0x35  # BPF_JMP | BPF_JGE | BPF_K
_X32 = 0x40000000  # numbers of the x32 calls begin here
_RETURN = 0x06  # BPF_RET | BPF_K
_OFFSET_NUMBER, _OFFSET_ARCH, _OFFSET_FIRST_ARGUMENT = 0, 4, 16
_MACHINES = {
    # machine: (AUDIT_ARCH, __NR_socket, __NR_io_uring_setup)
    "x86_64": (0xC000003E, 41, 425),
    "aarch64": (0xC00000B7, 198, 425),
}


def _program(arch: int, socket_number: int, uring_number: int) -> bytes:
    """Allow everything but sockets that are not AF_UNIX, and io_uring (which can open sockets itself)."""
    refuse = _RET_ERRNO | errno.EACCES
    steps = [
        (_LOAD, 0, 0, _OFFSET_ARCH),
        (_JUMP_EQUAL, 0, 7, arch),  # calls in another architecture's numbers have no business here
        (_LOAD, 0, 0, _OFFSET_NUMBER),
        (_JUMP_NOT_BELOW, 5, 0, _X32),
        (_JUMP_EQUAL, 4, 0, uring_number),
        (_JUMP_EQUAL, 0, 2, socket_number),
        (_LOAD, 0, 0, _OFFSET_FIRST_ARGUMENT),
        (_JUMP_EQUAL, 0, 1, _AF_UNIX),
        (_RETURN, 0, 0, _RET_ALLOW),
        (_RETURN, 0, 0, refuse),
    ]
    return b"".join(struct.pack("<HBBI", *step) for step in steps)


class _Filter(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def _install_seccomp() -> bool:
    """Put the filter in force for this process; False where the kernel or machine does not allow it."""
    numbers = _MACHINES.get(platform.machine())
    if numbers is None:
        return False
    program = ctypes.create_string_buffer(_program(*numbers))
    descriptor = _Filter((len(program) - 1) // 8, ctypes.addressof(program))
    try:
        prctl = ctypes.CDLL(None, use_errno=True).prctl
    except (OSError, AttributeError):
        return False
    if prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(descriptor), 0, 0) == 0)
