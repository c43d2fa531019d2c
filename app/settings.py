"""Typed settings and the folders that the program uses (platformdirs)."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import platformdirs

_HOME_VARIABLE = "CLOISTER_HOME"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user may change. Times in seconds unless named otherwise."""

    policy: str = "share_outside"
    mode: str = ""
    """Operator that overrides the policy's ("" keeps each type's own)."""
    workers: int = 0
    """Worker processes; 0 chooses by cores and memory."""
    threads: int = 0
    """Threads of the model inside one worker; 0 chooses by cores, four at most."""
    ocr: bool = True
    document_seconds: float = 300.0
    worker_memory_mib: int = 8192
    theme: str = "system"
    text_scale: float = 1.0
    language: str = ""
    """Of the window; "" follows the system."""
    remember_recent: bool = False
    retention_days: int = 0
    """Extracted text is deleted this many days after processing; 0 keeps it."""
    lock_minutes: int = 0
    """Lock the window after idle minutes; 0 never."""
    initials: str = ""
    """Who signs reviews and second checks."""
    keep_in_tray: bool = False
    """Closing the window leaves the program in the tray."""


def data_folder() -> Path:
    """Where library, vault and added models lie; CLOISTER_HOME moves everything to one folder."""
    home = os.environ.get(_HOME_VARIABLE)
    return Path(home) if home else Path(platformdirs.user_data_dir("cloister", appauthor=False))


def config_folder() -> Path:
    home = os.environ.get(_HOME_VARIABLE)
    return Path(home) / "config" if home else Path(platformdirs.user_config_dir("cloister", appauthor=False))


def models_folder() -> Path:
    """Where the user's own GGUF models go."""
    return data_folder() / "models"


def load_settings(folder: Path | None = None) -> Settings:
    """Settings from disk; unknown keys and values of a wrong kind are left at their defaults."""
    path = (folder or config_folder()) / "settings.json"
    try:
        stored: Any = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    default = Settings()
    known: dict[str, Any] = {}
    for entry in fields(Settings):
        value = stored.get(entry.name)
        kind = type(getattr(default, entry.name))
        if kind is float and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if type(value) is kind:
            known[entry.name] = value
    return Settings(**known)


def save_settings(settings: Settings, folder: Path | None = None) -> None:
    """Write settings atomically. Raises CannotWrite."""
    from app.formats import write_atomically  # here: reading settings needs no formats

    text = json.dumps(asdict(settings), indent=2, sort_keys=True)
    write_atomically((folder or config_folder()) / "settings.json", text.encode("utf-8"))
