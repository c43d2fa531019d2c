from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.models import ModelBundle, load_bundle


@pytest.fixture(scope="session")
def bundle() -> Iterator[ModelBundle]:
    loaded = load_bundle(threads=1)
    yield loaded
    loaded.close()
