"""Marked areas stay with the version of the file that they were marked on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.documents.errors import UsageError
from app.store import Library
from app.store.areas import areas, set_areas
from app.store.notes import notes
from tests.store.test_library import analysis, document

BOX = (1.0, 2.0, 30.5, 40.0)


def test_areas_come_back_are_no_notes_and_fall_away_with_a_new_version(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library", keyring=False) as library:
        row = library.add(Path("/x/a.pdf"), 1)
        library.save_result(row.id, document(), analysis(), 0.1)
        set_areas(library, row.id, [(1, BOX), (3, BOX)])
        assert areas(library, row.id) == [(1, BOX), (3, BOX)]
        assert notes(library, row.id) == []
        set_areas(library, row.id, [(1, BOX)])
        assert areas(library, row.id) == [(1, BOX)]
        changed = replace(document(), source=replace(document().source, sha256="cd" * 32))
        library.save_result(row.id, changed, analysis(), 0.1)
        assert areas(library, row.id) == []
        with pytest.raises(UsageError):
            set_areas(library, 99, [(1, BOX)])
        assert library.audit_broken_at() is None
