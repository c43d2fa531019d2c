"""Two thousand mutated files in every run; `tests/fuzz/run.py --count 50000 --log F` for the long one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.timeout(900)
def test_mutated_files_come_out_clean_or_are_refused_in_words() -> None:
    script = Path(__file__).with_name("run.py")
    done = subprocess.run([sys.executable, str(script), "--count", "2000"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert " 0 bad" in done.stdout
