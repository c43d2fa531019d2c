from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize(
    "call",
    [
        "socket.socket()",
        "socket.create_connection(('192.0.2.1', 80), 1)",
        "socket.getaddrinfo('example.com', 80)",
        "socket.gethostbyname('example.com')",
        "urllib.request.urlopen('http://example.com')",
        "http.client.HTTPConnection('example.com').connect()",
    ],
)
def test_python_code_cannot_reach_the_network(call: str) -> None:
    done = run(
        f"""
        import socket, urllib.request, http.client
        from app import offline
        from app.documents.errors import NetworkRefused
        offline.guard()
        try:
            {call}
        except NetworkRefused:
            print("refused")
        """
    )
    assert done.stdout.strip() == "refused", done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="seccomp is Linux's")
def test_native_code_and_children_cannot_reach_the_network() -> None:
    done = run(
        """
        import ctypes, errno, subprocess
        from app import offline
        offline.guard()
        assert offline.in_force() == {"hook": True, "seccomp": True}, offline.in_force()
        libc = ctypes.CDLL(None, use_errno=True)
        for family in (2, 10, 16, 17):
            assert libc.socket(family, 1, 0) == -1 and ctypes.get_errno() == errno.EACCES, family
        assert libc.socket(1, 1, 0) >= 0
        child = "import ctypes; print(ctypes.CDLL(None).socket(2, 1, 0))"
        import sys
        print(subprocess.run([sys.executable, "-c", child], capture_output=True, text=True).stdout.strip())
        """
    )
    assert done.stdout.strip() == "-1", done.stderr


def test_local_sockets_still_work() -> None:
    done = run(
        """
        import socket
        from app import offline
        offline.guard()
        a, b = socket.socketpair()
        a.send(b"x")
        print(b.recv(1).decode())
        """
    )
    assert done.stdout.strip() == "x", done.stderr
