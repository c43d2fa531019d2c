"""The file system as a worker may see it: the program's own code and models, one scratch folder, nothing else.

Landlock (Linux 5.13 and later) refuses everything else to this process and its children, for good; see
landlock(7) and linux/landlock.h. Documents reach a worker as open descriptors, so it needs no folder of theirs.
On macOS the same place is `sandbox_init` with a profile of file-read* for the program and file-write* for the
scratch folder; on Windows an AppContainer token with the scratch folder's access list. Neither is built: there a
worker is bounded by its own process and by limits alone, and `cloister doctor` says so.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION_FLAG = 1
_PATH_BENEATH = 1
_PR_SET_NO_NEW_PRIVS = 38

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_READ = _EXECUTE | _READ_FILE | _READ_DIR
_FILE_RIGHTS = _EXECUTE | _WRITE_FILE | _READ_FILE | 1 << 14 | 1 << 15
"""Rights that a rule on a single file may name: the above, TRUNCATE and IOCTL_DEV."""
_RIGHTS_OF_VERSION = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""How many of the access bits each version of the interface knows."""
_SYSTEM = (
    "/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/localtime", "/etc/fonts", "/etc/mime.types",
    "/sys/devices/system", "/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/proc/sys/kernel",
    "/sys/fs/cgroup", "/dev/urandom", "/dev/random", "/dev/zero",
)  # fmt: skip
_DEVICES = ("/dev/null",)


def version() -> int:
    """The kernel's Landlock interface, 0 where there is none."""
    if sys.platform != "linux":
        return 0
    return max(0, _syscall(_CREATE_RULESET, None, 0, _VERSION_FLAG))


def confine(scratch: Path) -> bool:
    """Leave this process the program, read-only, and `scratch`; False where the kernel cannot do it."""
    known = version()
    if not known:
        return False
    handled = (1 << _RIGHTS_OF_VERSION.get(known, 16)) - 1
    attributes = struct.pack("<Q", handled)
    ruleset = _syscall(_CREATE_RULESET, attributes, len(attributes), 0)
    if ruleset < 0:
        return False
    try:
        allowed = all(
            _allow(ruleset, path, rights & handled)
            for paths, rights in ((_program(), _READ), ([*map(Path, _DEVICES), scratch], handled))
            for path in paths
        )
        if not allowed or _prctl(_PR_SET_NO_NEW_PRIVS, 1) != 0:
            return False
        return _syscall(_RESTRICT_SELF, ruleset, 0) == 0
    finally:
        os.close(ruleset)


def _program() -> Iterable[Path]:
    """Where code, models and system libraries lie."""
    here = Path(__file__).resolve().parent
    folders = {
        here,
        here.parent / "resources" / "models",  # in an installed program they lie inside `app`
        *(Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib", "purelib", "platlib")),
        Path(sys.base_prefix) / "lib",
        Path(sys.prefix) / "pyvenv.cfg",
        Path(sys.executable),
        Path(sys.executable).resolve(),
        *map(Path, _SYSTEM),
    }
    return sorted(folders)


def _allow(ruleset: int, path: Path, rights: int) -> bool:
    """Add a rule; what does not exist needs none."""
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return True
    try:
        rights = rights if path.is_dir() else rights & _FILE_RIGHTS
        rule = struct.pack("<Qi", rights, descriptor)
        return _syscall(_ADD_RULE, ruleset, _PATH_BENEATH, rule, 0) == 0
    finally:
        os.close(descriptor)


def _syscall(number: int, *arguments: object) -> int:
    try:
        call = ctypes.CDLL(None, use_errno=True).syscall
    except (OSError, AttributeError):
        return -1
    return int(call(number, *arguments))


def _prctl(option: int, value: int) -> int:
    return int(ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0))
