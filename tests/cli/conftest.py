from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app import offline
from app.cli import main

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str


Cloister = Callable[..., Done]


@pytest.fixture
def cloister(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cloister:
    # The kernel's filter cannot be taken back, and other tests in this process look at the network;
    # the workers that meet the documents have it all the same.
    monkeypatch.setattr(offline, "_install_seccomp", lambda: False)

    def run(*arguments: object) -> Done:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as error:
            code = int(error.code or 0)
        out, err = capfd.readouterr()
        return Done(code, out, err)

    return run
