from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.settings import Settings, load_settings, save_settings


def test_settings_come_back(tmp_path: Path) -> None:
    changed = replace(Settings(), theme="dark", workers=3, text_scale=1.5, ocr=False)
    save_settings(changed, tmp_path)
    assert load_settings(tmp_path) == changed


def test_damaged_or_foreign_settings_fall_back_to_defaults(tmp_path: Path) -> None:
    for text in ("", "[]", "{", '{"workers": "many", "unknown": 1, "ocr": 0}'):
        (tmp_path / "settings.json").write_text(text)
        assert load_settings(tmp_path) == Settings()
