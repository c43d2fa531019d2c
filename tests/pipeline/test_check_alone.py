"""One file alone, looked at in a worker process."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from app.documents.errors import DocumentError
from app.pipeline.check_alone import check_alone
from app.settings import Settings


def office(path: Path, body: str) -> Path:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document>{body}</w:document>")
    path.write_bytes(data.getvalue())
    return path


def test_tracked_changes_are_told_and_a_stopped_check_tells_nothing(tmp_path: Path) -> None:
    path = office(tmp_path / "letter.docx", "<w:del w:id='1'><w:t>Bob</w:t></w:del>")
    verdict = check_alone(path, Settings())
    assert verdict is not None
    assert not verdict.clean
    assert {leak.channel for leak in verdict.leaks} == {"tracked changes"}
    assert "invisible text" in verdict.channels_checked
    assert check_alone(path, Settings(), lambda: True) is None


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"no longer there|not there"):
        check_alone(tmp_path / "gone.pdf", Settings())
