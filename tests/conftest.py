"""Every test runs with a home of its own and without the user's keyring."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# CI runs the same examples each time (HYPOTHESIS_PROFILE=ci); by hand every run tries new ones.
settings.register_profile("ci", derandomize=True)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("CLOISTER_HOME", str(home))
    monkeypatch.setenv("CLOISTER_NO_KEYRING", "1")
    return home
